"""Freezes sending in a database that was put back from a backup, until a person releases it.

    guard = FreezeGuard(database)
    guard.look()                   at each start of a sender, before it claims
    guard.remember()               while it sends, and when it has ended
    guard.state()                  the freeze in force, or None
    guard.release(release)         with a reason; it stands in the audit log

A backup does not know what was sent after it was made: whatever waits in it may have been sent. A
frozen database claims nothing (``is_frozen`` is asked within the claim), whoever opens it. What a
look finds is the rise of ``ChangeCounter`` for dispatches, which each state carries inside, against
the marks that lie outside (``sent_marks``).
"""

from __future__ import annotations

import threading
import time
import uuid
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import case, exists, func, select, update
from sqlalchemy.orm import Session

from desktop.errors import InvalidValueError, TransitionError
from desktop.models.changes import Change
from desktop.models.outcome import OPEN
from desktop.models.records.freeze import Freeze, FreezeCause, FreezeRelease, LostProgress, Waiting
from desktop.models.states import DispatchState, SmsState
from desktop.models.tables import AuditEntry, ChangeCounter, Dispatch, OutboundSms, SendingGuard
from desktop.services.sending.marks import renew_marks
from desktop.services.sending.progress import end_finished
from desktop.services.sending.sent_marks import SentMark, SentMarks
from desktop.services.storage import audit
from desktop.services.storage.database import Database

REMEMBER_EVERY_S = 10.0
"""A restored backup that is younger than the last mark is not found out after a hard crash."""

RESTORED = "restored_backup"
_ONE = 1
_LATEST = 30
_WAITING_IN = (DispatchState.COUNTDOWN, DispatchState.SENDING, DispatchState.PAUSED)


class FreezeGuard:
    """Tells a restored or copied database from the one that sent last."""

    def __init__(
        self, database: Database, marks: SentMarks | None = None, *, rehearsal: bool = False
    ) -> None:
        """Watch over ``database``; ``marks`` are what this computer remembers of it."""
        self._database = database
        self._marks = marks or SentMarks(database)
        self._rehearsal = rehearsal
        self._lock = threading.Lock()
        self._remembered_s = 0.0
        self._written: tuple[str, int] | None = None

    def look(self) -> Freeze | None:
        """Freeze sending where this is not the state that sent last; return the freeze in force.

        Raises:
            StorageError: the database cannot be read or written.

        """
        with self._database.write() as session:
            row = _row(session)
            if not row.cause:
                self._judge(session, row)
            if not row.cause:
                row.seat = self._marks.seat
        return self.state()

    def freeze(self) -> None:
        """Freeze sending because a backup is put back, whatever is remembered of a later state.

        Raises:
            StorageError: the database cannot be read or written.

        """
        with self._database.write() as session:
            row = _row(session)
            if not row.cause:
                later = self._later(row, _version(session))
                newest = max(later, key=lambda mark: mark.moment, default=None)
                self._freeze(session, row, FreezeCause.RESTORED, newest)

    def state(self) -> Freeze | None:
        """Return the freeze in force.

        Raises:
            StorageError: the database cannot be read.

        """
        with self._database.read() as session:
            row = session.get(SendingGuard, _ONE)
            if row is None or row.cause is None or row.frozen_at is None:
                return None
            lost = tuple(LostProgress(**one) for one in row.facts.get("lost", ()))
            return Freeze(
                row.cause, row.frozen_at, row.state_of, row.seen_at, lost, _waiting(session)
            )

    def release(self, release: FreezeRelease) -> int:
        """Let sending go on; return how many waiting SMS became unclear.

        Raises:
            InvalidValueError: supervisor or reason are missing.
            TransitionError: sending is not frozen.
            StorageError: the database cannot be written.

        """
        for name in ("supervisor", "reason"):
            if not getattr(release, name).strip():
                raise InvalidValueError(name, "missing")
        with self._database.write(Change.DISPATCHES, Change.CONTACTS) as session:
            row = _row(session)
            if row.cause is None:
                raise TransitionError("sending", "going", "released")
            now = self._database.clock()
            unclear = 0
            if release.waiting is Waiting.UNCLEAR:
                unclear = self._make_unclear(session, now)
            facts = {
                "cause": row.cause.value,
                "supervisor": release.supervisor.strip(),
                "reason": release.reason.strip(),
                "waiting": release.waiting.value,
                "unclear": unclear,
            }
            audit.record(session, audit.Act("sending_unfrozen", release.agent, now, facts))
            # Marks of the state that is given up tell nothing about the one that goes on.
            row.past = [*row.past, row.lineage]
            row.lineage = str(uuid.uuid4())
            row.cause, row.frozen_at, row.seat = None, None, self._marks.seat
        self.remember()
        return unclear

    def remember_now_and_then(self) -> None:
        """Remember how far sending has come, at most every few seconds."""
        now_s = time.monotonic()
        if now_s - self._remembered_s >= REMEMBER_EVERY_S:
            self.remember()

    def remember(self) -> None:
        """Write down outside of the database how far it has come.

        Raises:
            StorageError: the database cannot be read.

        """
        with self._lock:
            self._remembered_s = time.monotonic()
            with self._database.read() as session:
                row = session.get(SendingGuard, _ONE)
                if row is None or row.cause is not None:
                    return
                state = (row.lineage, _version(session))
                if state == self._written:
                    return
                mark = SentMark(
                    row.house, *state, self._database.clock().isoformat(), _latest(session)
                )
            self._marks.write(mark)
            self._written = state

    # ------------------------------------------------------------------------------- inside

    def _later(self, row: SendingGuard, version: int) -> list[SentMark]:
        """Return the marks of states that this one does not know."""
        return [
            mark
            for mark in self._marks.of(row.house)
            if (mark.lineage == row.lineage and mark.version > version)
            or (mark.lineage != row.lineage and mark.lineage not in row.past)
        ]

    def _judge(self, session: Session, row: SendingGuard) -> None:
        marks = self._marks.of(row.house)
        later = self._later(row, _version(session))
        if later:
            newest = max(later, key=lambda mark: mark.moment)
            self._freeze(session, row, FreezeCause.RESTORED, newest)
            return
        elsewhere = row.seat not in {"", self._marks.seat} and self._database.is_sqlite
        if elsewhere and not marks and _waiting(session):
            self._freeze(session, row, FreezeCause.MOVED, None)

    def _freeze(
        self, session: Session, row: SendingGuard, cause: FreezeCause, mark: SentMark | None
    ) -> None:
        now = self._database.clock()
        row.cause, row.frozen_at = cause, now
        row.state_of = session.scalar(select(AuditEntry.at).order_by(AuditEntry.id.desc()).limit(1))
        row.seen_at = mark.moment if mark is not None else None
        lost = _lost(session, mark.dispatches) if mark is not None else []
        row.facts = {"lost": lost}
        facts = {"cause": cause.value, "dispatches": [one["dispatch_no"] for one in lost]}
        audit.record(session, audit.Act("sending_frozen", "desk", now, facts))

    def _make_unclear(self, session: Session, now: datetime) -> int:
        """Let what waits count as perhaps sent: then a person decides about it (rule 4)."""
        open_ids = session.scalars(select(Dispatch.id).where(Dispatch.state.in_(_WAITING_IN))).all()
        contacts = session.scalars(
            update(OutboundSms)
            .where(OutboundSms.dispatch_id.in_(open_ids), OutboundSms.state == SmsState.QUEUED)
            .values(
                state=SmsState.UNCLEAR,
                reason=RESTORED,
                sent_at=now,
                settled_at=now,
                next_try_at=None,
            )
            .returning(OutboundSms.contact_id)
            .execution_options(synchronize_session=False)
        ).all()
        for first in range(0, len(contacts), 500):
            renew_marks(session, contacts[first : first + 500], rehearsal=self._rehearsal)
        end_finished(session, open_ids, now)
        return len(contacts)


FROZEN = exists().where(SendingGuard.id == _ONE, SendingGuard.cause.is_not(None))
"""The condition that nothing may be claimed."""


def is_frozen(session: Session) -> bool:
    """Tell within the caller's session whether nothing may be claimed."""
    return bool(session.scalar(select(FROZEN)))


def _row(session: Session) -> SendingGuard:
    row = session.get(SendingGuard, _ONE, with_for_update=True)
    if row is None:
        row = SendingGuard(
            id=_ONE, house=str(uuid.uuid4()), lineage=str(uuid.uuid4()), past=[], seat="", facts={}
        )
        session.add(row)
        session.flush()
    return row


def _version(session: Session) -> int:
    statement = select(ChangeCounter.version).where(ChangeCounter.kind == Change.DISPATCHES.value)
    return session.scalar(statement) or 0


def _waiting(session: Session) -> int:
    open_ids = select(Dispatch.id).where(Dispatch.state.in_(_WAITING_IN))
    return session.execute(
        select(func.count())
        .select_from(OutboundSms)
        .where(OutboundSms.dispatch_id.in_(open_ids), OutboundSms.state == SmsState.QUEUED)
    ).scalar_one()


def _latest(session: Session) -> dict[str, tuple[int, int]]:
    """Return the latest dispatches with recipients and processed SMS."""
    newest = session.execute(
        select(Dispatch.id, Dispatch.dispatch_no, Dispatch.recipients)
        .order_by(Dispatch.id.desc())
        .limit(_LATEST)
    ).all()
    processed = case((OutboundSms.state.not_in(sorted(OPEN)), 1), else_=0)
    counts: dict[int, int] = {
        row[0]: int(row[1])
        for row in session.execute(
            select(OutboundSms.dispatch_id, func.sum(processed))
            .where(OutboundSms.dispatch_id.in_([row.id for row in newest]))
            .group_by(OutboundSms.dispatch_id)
        )
    }
    return {row.dispatch_no: (row.recipients, counts.get(row.id, 0)) for row in newest}


def _lost(session: Session, seen: Mapping[str, tuple[int, int]]) -> list[dict[str, Any]]:
    """Return the dispatches that had come further than this database knows."""
    known = _latest(session)
    lost: list[dict[str, Any]] = []
    for dispatch_no, (recipients, processed) in sorted(seen.items()):
        here = known.get(dispatch_no)
        if here is None or here[1] < processed:
            lost.append(
                {
                    "dispatch_no": dispatch_no,
                    "recipients": recipients,
                    "known": here[1] if here is not None else None,
                    "seen": processed,
                }
            )
    return lost
