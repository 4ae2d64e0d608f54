"""The audit log: every act that changes something, each entry chained to the one before."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, CursorResult, null, select, text, update
from sqlalchemy.orm import Session

from desktop.models.records.audit import AuditBreak, AuditReport, BreakKind
from desktop.models.tables import AuditEntry
from desktop.services.storage.dialect import is_sqlite

FIRST_HASH = "0" * 64
_ADVISORY_LOCK = 0x50_6C_75_74
_AT_ONCE = 1_000


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
    """Append ``act`` within the caller's write transaction, so that both happen or neither.

    The facts are hashed as the database gives them back: it keeps keys as text, and lists.
    """
    facts = json.loads(json.dumps(dict(act.facts)))
    if not is_sqlite(session):
        session.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _ADVISORY_LOCK})
    before = session.scalar(select(AuditEntry.entry_hash).order_by(AuditEntry.id.desc()).limit(1))
    entry = AuditEntry(
        at=act.at,
        actor=act.actor,
        act=act.name,
        customer_id=act.customer_id,
        case_id=act.case_id,
        payload=facts,
        payload_hash=_sha256(_canonical(facts)),
        entry_hash="",
    )
    entry.entry_hash = _entry_hash(before or FIRST_HASH, entry)
    session.add(entry)
    session.flush()


def erase_facts(session: Session, meant: ColumnElement[bool]) -> int:
    """Erase the facts of the entries that are ``meant``; return how many had some.

    The one way to take a person's data out of the log: the chain covers the hash of the facts, and
    the entry keeps saying that something was done, by whom and when. Facts that are changed
    instead of erased would count as altered.
    """
    erased = update(AuditEntry).where(meant, AuditEntry.payload.is_not(None))
    found: CursorResult[Any] = session.connection().execute(erased.values(payload=null()))
    return found.rowcount


class ChainWalk:
    """Goes along the chain, entry by entry, and names each that was altered, inserted or removed.

    ``known_hash`` is the last hash of an earlier look; it must still stand in the chain.
    """

    def __init__(self, known_hash: str = "") -> None:
        """Begin before the first entry."""
        self._known = known_hash
        self._knows = known_hash in {"", FIRST_HASH}
        self._before = self._before_that = FIRST_HASH
        self._breaks: list[AuditBreak] = []
        self._entries = self._erased = 0
        self.last_id = 0

    def take(self, entry: AuditEntry) -> None:
        """Look at the entry that comes next by its id."""
        self._entries += 1
        self._erased += entry.payload is None
        gap = entry.id - self.last_id > 1
        kind = _break_at(entry, self._before, self._before_that, gap=gap)
        if kind is BreakKind.INSERTED:
            if self._breaks and self._breaks[-1].id == self.last_id:
                self._breaks.pop()
            self._breaks.append(AuditBreak(kind, self.last_id, entry.at))
        elif kind is not None:
            self._breaks.append(AuditBreak(kind, entry.id, entry.at))
        self._knows = self._knows or entry.entry_hash == self._known
        self._before_that, self._before = self._before, entry.entry_hash
        self.last_id = entry.id

    def report(self) -> AuditReport:
        """Return what was found so far."""
        return AuditReport(
            self._entries,
            self._erased,
            self.last_id,
            self._before,
            tuple(self._breaks),
            self._knows,
        )


def verify(session: Session, known_hash: str = "") -> AuditReport:
    """Look at every entry within one session; ``AuditLog.verify`` is for a desk at work.

    ``known_hash`` is the last hash of an earlier look; it must still stand in the chain.
    """
    walk = ChainWalk(known_hash)
    in_order = select(AuditEntry).order_by(AuditEntry.id)
    for entry in session.scalars(in_order.execution_options(yield_per=_AT_ONCE)):
        walk.take(entry)
    return walk.report()


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
