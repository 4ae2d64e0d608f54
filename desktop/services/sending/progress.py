"""How a dispatch moves on while its SMS are sent: out of its countdown, and to its end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from datetime import datetime

from sqlalchemy import ColumnElement, bindparam, exists, select, update
from sqlalchemy.orm import Session

from desktop.models.states import CaseState, DispatchState, SmsState
from desktop.models.tables import Case, Dispatch, OutboundSms
from desktop.services.sending.earlier_attempts import settle_arrived
from desktop.services.sending.marks import renew_marks
from desktop.services.storage.dialect import these_ids


def on_its_way() -> ColumnElement[bool]:
    """Return the condition that an SMS is *sending*. Nothing is, once its dispatch is done."""
    undone = select(Dispatch.id).where(Dispatch.state != DispatchState.DONE)
    return (OutboundSms.state == SmsState.SENDING) & OutboundSms.dispatch_id.in_(undone)


def left_by_others(account: str) -> ColumnElement[bool]:
    """Return the condition that an SMS of an account is on its way."""
    ours = select(Dispatch.id).where(Dispatch.gateway == account)
    return on_its_way() & OutboundSms.dispatch_id.in_(ours)


def bury(
    session: Session, which: ColumnElement[bool], now: datetime, *, rehearsal: bool
) -> dict[int, int]:
    """Make SMS of senders that are gone unclear; return how many by dispatch."""
    rows = session.execute(
        update(OutboundSms)
        .where(which)
        .values(state=SmsState.UNCLEAR, reason="sender_gone", settled_at=now)
        .returning(OutboundSms.id, OutboundSms.dispatch_id, OutboundSms.contact_id)
        .execution_options(synchronize_session=False)
    ).all()
    counts = Counter(row.dispatch_id for row in rows)
    settle_arrived(session, {row.id for row in rows})
    renew_marks(session, {row.contact_id for row in rows}, rehearsal=rehearsal)
    end_finished(session, set(counts), now)
    return counts


def put_back(session: Session, owner: str, handed_out: Collection[int], now: datetime) -> set[int]:
    """Let SMS wait again that ``owner`` itself claimed and knows that it never handed to anybody.

    Returns the contacts whose marks have to be renewed.

    Where the connection to the database broke during a commit, nobody can say at once whether it
    took place. Only the very process that claimed may do this: what it did not hand to a
    connection has surely not left.
    """
    rows = session.execute(
        update(OutboundSms)
        .where(
            on_its_way(),
            OutboundSms.claim_owner == owner,
            OutboundSms.id.not_in(these_ids(session, handed_out)),
        )
        .values(state=SmsState.QUEUED, sent_at=None, lease_until=None)
        .returning(OutboundSms.id, OutboundSms.dispatch_id, OutboundSms.contact_id)
        .execution_options(synchronize_session=False)
    ).all()
    settle_arrived(session, {row.id for row in rows})
    dispatches = {row.dispatch_id for row in rows}
    cancel_stopped(session, dispatches, now)
    end_finished(session, dispatches, now)
    return {row.contact_id for row in rows}


def begin(
    session: Session, dispatch_id: int, case_id: int, now: datetime, *, anything_left: bool
) -> None:
    """Lead a dispatch out of its countdown, and its case along with the first SMS."""
    session.execute(
        update(Dispatch)
        .where(Dispatch.id == dispatch_id, Dispatch.state == DispatchState.COUNTDOWN)
        .values(state=DispatchState.SENDING)
    )
    if not anything_left:
        return
    began = session.execute(
        update(Dispatch)
        .where(Dispatch.id == dispatch_id, Dispatch.first_sent_at.is_(None))
        .values(first_sent_at=now)
        .returning(Dispatch.id)
    ).all()
    if began:
        session.execute(
            update(Case)
            .where(Case.id == case_id, Case.state == CaseState.RELEASED)
            .values(state=CaseState.SENDING)
        )


def cancel_stopped(session: Session, dispatch_ids: Iterable[int], now: datetime) -> None:
    """Cancel what came back to the queue of a dispatch that was stopped meanwhile."""
    stopped = select(Dispatch.id).where(
        Dispatch.id.in_(sorted(dispatch_ids)), Dispatch.state == DispatchState.STOPPED
    )
    session.execute(
        update(OutboundSms)
        .where(OutboundSms.dispatch_id.in_(stopped), OutboundSms.state == SmsState.QUEUED)
        .values(state=SmsState.CANCELLED, reason="stopped", settled_at=now)
        .execution_options(synchronize_session=False)
    )


def end_finished(session: Session, dispatch_ids: Iterable[int], now: datetime) -> list[int]:
    """End the dispatches of which no SMS is open any more; return their ids."""
    ended: list[int] = []
    for dispatch_id in sorted(dispatch_ids):
        ended += session.scalars(_END_IF_FINISHED, {"dispatch": dispatch_id, "now": now})
    return ended


_END_IF_FINISHED = (
    update(Dispatch)
    .where(
        Dispatch.id == bindparam("dispatch"),
        Dispatch.state.in_((DispatchState.COUNTDOWN, DispatchState.SENDING, DispatchState.PAUSED)),
        ~exists().where(
            OutboundSms.dispatch_id == Dispatch.id,
            OutboundSms.state.in_((SmsState.QUEUED, SmsState.SENDING)),
        ),
    )
    .values(state=DispatchState.DONE, state_reason="", ended_at=bindparam("now"))
    .returning(Dispatch.id)
    .execution_options(synchronize_session=False)
)
