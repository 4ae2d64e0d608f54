"""Releasing a dispatch, and leading it from then on.

    dispatches = Dispatches(database)
    record = dispatches.release(order, settings)    one transaction: all of it or nothing
    dispatches.stop(dispatch_id, agent)          nothing more leaves; what left stays
    dispatches.pause(...), resume(...)           between two SMS
    dispatches.resume_account(account, agent)    after a refusal of the whole account

Reading is in ``dispatch_lists`` (``DispatchLists``), deciding on unclear SMS in ``verdicts``. Only
here does an SMS come into being, and only with a recorded request of the customer.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import update
from sqlalchemy.orm import Session

from desktop.errors import NotFoundError, TransitionError
from desktop.models.changes import Change
from desktop.models.records.dispatches import DispatchRecord, ReleaseOrder
from desktop.models.settings import DeskSettings
from desktop.models.states import DispatchState, SmsState
from desktop.models.tables import Dispatch, OutboundSms, SenderLease
from desktop.services.sending.dispatch_lists import read_dispatch
from desktop.services.sending.marks import perhaps_left, renew_marks
from desktop.services.sending.release import (
    check_number,
    freeze_excluded,
    freeze_recipients,
    parts_of,
    prepared,
    release_case,
)
from desktop.services.storage import audit
from desktop.services.storage.database import Database


class Dispatches:
    """Releases, stops, pauses and resumes dispatches."""

    def __init__(self, database: Database, *, rehearsal: bool = False) -> None:
        """Keep the dispatches in ``database``; with ``rehearsal`` test SMS count as reminders."""
        self._database = database
        self._rehearsal = rehearsal

    def release(self, order: ReleaseOrder, settings: DeskSettings) -> DispatchRecord:
        """Freeze recipients and text and start the countdown.

        Raises:
            RequestMissingError: the case has no recorded request of this customer.
            TransitionError: the case has been released, paused or closed.
            NumberBlockedError: the service's number is blocked: replace it first.
            OutsideSendWindowError: SMS may not go out now (not asked in test mode).
            SecondReleaseNeededError: so many that a second agent has to release as well.
            NothingToSendError: nobody on the list may get an SMS.
            ConflictError: the number of recipients is not the one that was shown.
            InvalidValueError: the text is empty or has too many parts.
            StorageError: the database cannot be written; nothing was released.

        """
        parts = parts_of(order.text, settings.gateway.max_parts)
        with self._database.write(Change.DISPATCHES, Change.CASES) as session:
            now = self._database.clock()
            dispatch = prepared(session, order, settings, now)
            dispatch.parts = parts
            session.add(dispatch)
            session.flush()
            dispatch.recipients = freeze_recipients(session, dispatch, order, settings.reminders)
            dispatch.listed = dispatch.recipients + freeze_excluded(
                session, dispatch, order, settings.reminders
            )
            check_number(dispatch.recipients, order, settings.limits)
            session.flush()
            release_case(session, dispatch)
            _write_down(session, dispatch, "dispatch_released", order.released_by, now)
            return read_dispatch(session, dispatch.id)

    def stop(self, dispatch_id: int, agent: str) -> int:
        """End a dispatch between two SMS; return how many were cancelled.

        What is with the gateway cannot be called back. SMS on their way at this moment are
        recorded as they turn out.

        Raises:
            TransitionError: it has ended already.

        """
        with self._database.write(Change.DISPATCHES) as session:
            now = self._database.clock()
            dispatch = _open(session, dispatch_id, DispatchState.STOPPED)
            before = dispatch.state
            cancelled = session.scalars(
                update(OutboundSms)
                .where(OutboundSms.dispatch_id == dispatch_id, OutboundSms.state == SmsState.QUEUED)
                .values(state=SmsState.CANCELLED, reason="stopped", settled_at=now)
                .returning(OutboundSms.id)
                .execution_options(synchronize_session=False)
            ).all()
            dispatch.state = DispatchState.STOPPED
            dispatch.state_reason = "stopped"
            dispatch.ended_at = now
            contacts = perhaps_left(session, dispatch_id)
            renew_marks(session, contacts, rehearsal=self._rehearsal)
            facts = {"before": before.value, "cancelled": len(cancelled)}
            _write_down(session, dispatch, "dispatch_stopped", agent, now, facts)
            return len(cancelled)

    def pause(self, dispatch_id: int, agent: str, reason: str = "paused") -> None:
        """Send nothing more for now.

        Raises:
            TransitionError: it has ended, or is paused already.

        """
        with self._database.write(Change.DISPATCHES) as session:
            dispatch = _open(session, dispatch_id, DispatchState.PAUSED)
            if dispatch.state is DispatchState.PAUSED:
                raise TransitionError("dispatch", dispatch.state, DispatchState.PAUSED)
            dispatch.state = DispatchState.PAUSED
            dispatch.state_reason = reason
            now = self._database.clock()
            _write_down(session, dispatch, "dispatch_paused", agent, now, {"reason": reason})

    def resume(self, dispatch_id: int, agent: str) -> None:
        """Go on with a paused dispatch.

        Raises:
            TransitionError: it is not paused.

        """
        with self._database.write(Change.DISPATCHES) as session:
            dispatch = _open(session, dispatch_id, DispatchState.SENDING)
            if dispatch.state is not DispatchState.PAUSED:
                raise TransitionError("dispatch", dispatch.state, DispatchState.SENDING)
            dispatch.state = DispatchState.SENDING
            reason, dispatch.state_reason = dispatch.state_reason, ""
            now = self._database.clock()
            _write_down(session, dispatch, "dispatch_resumed", agent, now, {"was": reason})

    def resume_account(self, account: str, agent: str) -> None:
        """Let an account send again after a person has seen why it was held.

        Raises:
            NotFoundError: no sender has ever used this account.

        """
        with self._database.write(Change.DISPATCHES) as session:
            row = session.get(SenderLease, account, with_for_update=True)
            if row is None:
                raise NotFoundError("account", account)
            facts = {"account": account, "reason": row.paused_reason, "code": row.paused_code}
            row.paused_reason = row.paused_code = row.retry_reason = ""
            row.paused_at = row.retry_at = None
            row.failures = 0
            now = self._database.clock()
            audit.record(session, audit.Act("account_resumed", agent, now, facts))


def _open(session: Session, dispatch_id: int, towards: DispatchState) -> Dispatch:
    dispatch = session.get(Dispatch, dispatch_id, with_for_update=True)
    if dispatch is None:
        raise NotFoundError("dispatch", str(dispatch_id))
    if dispatch.state in {DispatchState.DONE, DispatchState.STOPPED}:
        raise TransitionError("dispatch", dispatch.state, towards)
    return dispatch


def _write_down(
    session: Session,
    dispatch: Dispatch,
    act: str,
    actor: str,
    now: datetime,
    facts: Mapping[str, object] | None = None,
) -> None:
    released = {
        "recipients": dispatch.recipients,
        "listed": dispatch.listed,
        "request": dispatch.request_id,
        "gateway": dispatch.gateway,
        "test_mode": dispatch.test_mode,
        "second": dispatch.second_released_by,
        "template": dispatch.template_key,
        "template_version": dispatch.template_version,
    }
    known = {"dispatch": dispatch.dispatch_no, **(released if facts is None else facts)}
    audit.record(
        session,
        audit.Act(act, actor, now, known, dispatch.customer_id, dispatch.case_id),
    )
