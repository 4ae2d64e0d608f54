"""The audit log: every act that changes something, each entry chained to the one before."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
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


class BreakKind(StrEnum):
    """What was done to the log at an entry."""

    FACTS_ALTERED = "facts_altered"
    ALTERED = "altered"
    INSERTED = "inserted"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class AuditBreak:
    """A place where the chain does not hold: at the entry ``id``, or right before it (removed)."""

    kind: BreakKind
    id: int
    at: datetime


@dataclass(frozen=True, slots=True)
class AuditReport:
    """What a look at the whole chain gave.

    ``last_hash`` says which entry is the last one: whoever writes it down can later tell with
    ``knows`` whether entries were taken away at the end, which the chain alone cannot show.
    ``erased`` counts entries whose facts were erased; their hash still stands.
    """

    entries: int
    erased: int
    last_id: int
    last_hash: str
    breaks: tuple[AuditBreak, ...]
    knows: bool = True


def verify(session: Session, known_hash: str = "") -> AuditReport:
    """Look at every entry and name each that was altered, inserted or removed.

    ``known_hash`` is the last hash of an earlier look; it must still stand in the chain.
    """
    breaks: list[AuditBreak] = []
    before, before_that = FIRST_HASH, FIRST_HASH
    last_id = entries = erased = 0
    knows = known_hash in {"", FIRST_HASH}
    for entry in session.scalars(select(AuditEntry).order_by(AuditEntry.id)):
        entries += 1
        erased += entry.payload is None
        kind = _break_at(entry, before, before_that, gap=entry.id - last_id > 1)
        if kind is BreakKind.INSERTED and breaks and breaks[-1].id == last_id:
            breaks.pop()
        if kind is BreakKind.INSERTED:
            breaks.append(AuditBreak(kind, last_id, entry.at))
        elif kind is not None:
            breaks.append(AuditBreak(kind, entry.id, entry.at))
        knows = knows or entry.entry_hash == known_hash
        before_that, before, last_id = before, entry.entry_hash, entry.id
    return AuditReport(entries, erased, last_id, before, tuple(breaks), knows)


def first_broken_entry(session: Session) -> int | None:
    """Return the id of the first entry that does not fit the chain, or None if all fit."""
    breaks = verify(session).breaks
    return breaks[0].id if breaks else None


def _break_at(entry: AuditEntry, before: str, before_that: str, *, gap: bool) -> BreakKind | None:
    """Return what is wrong with an entry, given the hashes of the two before it as they stand."""
    if entry.payload is not None and _sha256(_canonical(entry.payload)) != entry.payload_hash:
        return BreakKind.FACTS_ALTERED
    if _entry_hash(before, entry) == entry.entry_hash:
        return None
    if before_that != before and _entry_hash(before_that, entry) == entry.entry_hash:
        return BreakKind.INSERTED  # it fits to the one before the last: that one came later
    return BreakKind.REMOVED if gap else BreakKind.ALTERED


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
