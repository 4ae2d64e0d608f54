"""The audit log: every act that changes something, each entry chained to the one before."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from desktop.models.tables import AuditEntry
from desktop.services.storage.dialect import is_sqlite

FIRST_HASH = "0" * 64
_ADVISORY_LOCK = 0x50_6C_75_74


@dataclass(frozen=True, slots=True)
class Act:
    """One act to write down: what was done, by whom, to whom, on which case, with which facts.

    ``facts`` may hold personal data; it lies beside the chain and can be erased.
    """

    name: str
    actor: str
    at: datetime
    facts: Mapping[str, Any]
    customer_id: int | None = None
    case_id: int | None = None


def record(session: Session, act: Act) -> None:
    """Append ``act`` within the caller's write transaction, so that both happen or neither."""
    if not is_sqlite(session):
        session.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _ADVISORY_LOCK})
    before = session.scalar(select(AuditEntry.entry_hash).order_by(AuditEntry.id.desc()).limit(1))
    payload_hash = _sha256(_canonical(act.facts))
    entry = AuditEntry(
        at=act.at,
        actor=act.actor,
        act=act.name,
        customer_id=act.customer_id,
        case_id=act.case_id,
        payload=dict(act.facts),
        payload_hash=payload_hash,
        entry_hash="",
    )
    entry.entry_hash = _entry_hash(before or FIRST_HASH, entry)
    session.add(entry)
    session.flush()


def first_broken_entry(session: Session) -> int | None:
    """Return the id of the first entry that does not fit the chain, or None if all fit."""
    before = FIRST_HASH
    for entry in session.scalars(select(AuditEntry).order_by(AuditEntry.id)):
        payload_fits = entry.payload is None or (
            _sha256(_canonical(entry.payload)) == entry.payload_hash
        )
        if not payload_fits or _entry_hash(before, entry) != entry.entry_hash:
            return entry.id
        before = entry.entry_hash
    return None


def _entry_hash(before: str, entry: AuditEntry) -> str:
    return _sha256(
        _canonical(
            {
                "before": before,
                "at": entry.at.isoformat(),
                "actor": entry.actor,
                "act": entry.act,
                "customer": entry.customer_id,
                "case": entry.case_id,
                "payload": entry.payload_hash,
            }
        )
    )


def _canonical(value: Mapping[str, Any]) -> str:
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def _sha256(value: str) -> str:
    return hashlib.sha256(value.encode()).hexdigest()
