"""What a person decides about unclear SMS: sent, written off, or once more.

    verdicts = Verdicts(database)
    verdicts.look(selection, settings)               what would become of it
    verdicts.decide(selection, decision, settings)   in short transactions, each in the audit log

An SMS that goes out again stays the same row, so that a dispatch holds each number once whatever
people decide: its old attempt is kept as a verdict, with its message id, and it waits for its turn
with a new one. The claim judges its recipient again, like anybody's. When the old attempt turns
out to have been delivered while the new one still waits, the new one stays here
(``earlier_attempts``).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from threading import Event
from typing import Any

from sqlalchemy import ColumnElement, and_, func, select
from sqlalchemy.orm import Session

from desktop.errors import CancelledError, InvalidValueError, SecondReleaseNeededError
from desktop.models.changes import Change
from desktop.models.people import is_another_person
from desktop.models.records.unclear import (
    Decided,
    Decision,
    UnclearChoice,
    UnclearSelection,
)
from desktop.models.settings import LimitSettings
from desktop.models.states import DispatchState, Verdict
from desktop.models.tables import Dispatch, OutboundSms
from desktop.services.sending.attempts import keep_attempt, lead_on, reopen
from desktop.services.sending.marks import renew_marks
from desktop.services.sending.unclear_lists import IS_UNCLEAR, SETTLES_WITHIN, condition
from desktop.services.storage import audit
from desktop.services.storage.database import Database
from desktop.services.storage.dialect import these_ids

AT_ONCE = 500
"""So many are decided in one transaction, so that a sender never waits long for its turn."""

_ACTS = {
    Verdict.SENT: "sms_judged_sent",
    Verdict.WRITTEN_OFF: "sms_written_off",
    Verdict.SEND_AGAIN: "sms_sent_again",
}


class Verdicts:
    """Takes what people decide and writes it down."""

    def __init__(self, database: Database, *, rehearsal: bool = False) -> None:
        """Keep them in ``database``; with ``rehearsal`` test SMS count as reminders."""
        self._database = database
        self._rehearsal = rehearsal

    def look(self, selection: UnclearSelection, limits: LimitSettings) -> UnclearChoice:
        """Return what would become of the SMS of a selection.

        Raises:
            StorageError: the database cannot be read.

        """
        now = self._database.clock()
        with self._database.read() as session:
            chosen = _chosen(session, selection)
            stopped, early = _is_stopped(), _is_early(now)
            row = session.execute(
                select(
                    func.count().label("total"),
                    func.count().filter(stopped).label("stopped"),
                    func.count().filter(and_(~stopped, early)).label("early"),
                    func.min(OutboundSms.sent_at).filter(and_(~stopped, early)).label("first"),
                ).where(chosen)
            ).one()
        again = row.total - row.stopped - row.early
        return UnclearChoice(
            total=row.total,
            again=again,
            stopped=row.stopped,
            too_soon=row.early,
            ready_at=row.first + SETTLES_WITHIN if row.first else None,
            needs_second=again > limits.second_release_above,
        )

    def decide(
        self,
        selection: UnclearSelection,
        decision: Decision,
        limits: LimitSettings,
        stop: Event | None = None,
    ) -> Decided:
        """Take a decision for all SMS of a selection that are unclear still.

        Those that may not go out again are left as they are.

        Raises:
            InvalidValueError: the decision has no reason.
            SecondReleaseNeededError: so many go out again that a colleague has to agree.
            CancelledError: ``stop`` was set; what was decided until then stays decided.
            StorageError: the database cannot be written.

        """
        if not decision.reason.strip():
            raise InvalidValueError("reason", "missing")
        look = self.look(selection, limits)
        again = decision.verdict is Verdict.SEND_AGAIN
        alone = not is_another_person(decision.second, decision.agent)
        if again and look.needs_second and alone:
            raise SecondReleaseNeededError(look.again, limits.second_release_above)
        starts_at = self._database.clock() + timedelta(seconds=limits.countdown_s)
        count = 0
        for ids in self._portions(selection, decision.verdict):
            if stop is not None and stop.is_set():
                raise CancelledError
            count += self._decide_some(ids, decision, starts_at)
        return Decided(count, look.total - count, starts_at if again and count else None)

    def _portions(self, selection: UnclearSelection, verdict: Verdict) -> Iterator[list[int]]:
        after = 0
        while True:
            with self._database.read() as session:
                meant = and_(_chosen(session, selection), OutboundSms.id > after)
                if verdict is Verdict.SEND_AGAIN:
                    meant = and_(meant, ~_is_stopped(), ~_is_early(self._database.clock()))
                ids = session.scalars(
                    select(OutboundSms.id).where(meant).order_by(OutboundSms.id).limit(AT_ONCE)
                ).all()
            if not ids:
                return
            yield list(ids)
            after = ids[-1]

    def _decide_some(self, ids: list[int], decision: Decision, starts_at: datetime) -> int:
        with self._database.write(Change.DISPATCHES, Change.CONTACTS) as session:
            now = self._database.clock()
            still = _locked(session, ids, decision.verdict)
            if not still:
                return 0
            sms_ids = {one for rows in still.values() for one in rows}
            keep_attempt(session, sms_ids, decision, now)
            contacts = lead_on(session, sms_ids, decision.verdict, now, starts_at)
            if decision.verdict is Verdict.SEND_AGAIN:
                reopen(session, set(still))
            renew_marks(session, contacts, rehearsal=self._rehearsal)
            for dispatch_id, rows in sorted(still.items()):
                _write_down(session, dispatch_id, rows, decision, now)
            return len(sms_ids)


def _chosen(session: Session, selection: UnclearSelection) -> ColumnElement[bool]:
    if selection.matching is None:
        return and_(IS_UNCLEAR, OutboundSms.id.in_(these_ids(session, selection.chosen)))
    meant = condition(selection.matching)
    if not selection.deselected:
        return meant
    return and_(meant, OutboundSms.id.not_in(these_ids(session, selection.deselected)))


def _is_stopped() -> ColumnElement[bool]:
    """Say of an SMS that a person ended its dispatch: that takes a new request, not a new try."""
    ended = select(Dispatch.id).where(Dispatch.state == DispatchState.STOPPED)
    return OutboundSms.dispatch_id.in_(ended)


def _is_early(now: datetime) -> ColumnElement[bool]:
    return func.coalesce(OutboundSms.sent_at, OutboundSms.queued_at) > now - SETTLES_WITHIN


def _locked(session: Session, ids: list[int], verdict: Verdict) -> dict[int, list[int]]:
    """Return those of ``ids`` that are unclear still, by dispatch, locked for the transaction."""
    dispatches = (
        select(Dispatch.id)
        .where(
            Dispatch.id.in_(
                select(OutboundSms.dispatch_id).where(OutboundSms.id.in_(these_ids(session, ids)))
            )
        )
        .order_by(Dispatch.id)
        .with_for_update()
    )
    # Dispatch before SMS, as whoever stops or claims does it.
    session.execute(dispatches)
    meant = and_(IS_UNCLEAR, OutboundSms.id.in_(these_ids(session, ids)))
    if verdict is Verdict.SEND_AGAIN:
        meant = and_(meant, ~_is_stopped())
    rows = session.execute(
        select(OutboundSms.dispatch_id, OutboundSms.id)
        .where(meant)
        .order_by(OutboundSms.id)
        .with_for_update(of=OutboundSms)
    )
    still: dict[int, list[int]] = {}
    for dispatch_id, sms_id in rows:
        still.setdefault(dispatch_id, []).append(sms_id)
    return still


def _write_down(
    session: Session, dispatch_id: int, sms_ids: list[int], decision: Decision, now: datetime
) -> None:
    dispatch = session.get_one(Dispatch, dispatch_id)
    facts: dict[str, Any] = {
        "dispatch": dispatch.dispatch_no,
        "sms": sms_ids,
        "reason": decision.reason.strip(),
    }
    if decision.second:
        facts["second"] = decision.second
    audit.record(
        session,
        audit.Act(
            _ACTS[decision.verdict],
            decision.agent,
            now,
            facts,
            dispatch.customer_id,
            dispatch.case_id,
        ),
    )
