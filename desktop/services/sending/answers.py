"""What follows from a gateway's answer: for the SMS, for its dispatch, for the account."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import update
from sqlalchemy.orm import Session

from desktop.models.states import SmsState
from desktop.models.tables import OutboundSms, SenderLease
from desktop.services.sending import lease
from desktop.services.sending.claims import ClaimedSms, pause_dispatch
from desktop.services.sending.gateways.base import Scope, SendAnswer

MAX_TRIES = 8
"""So often an SMS that surely was not taken is tried; then it has failed."""

KEPT_BACK = "kept_back"
"""Our own reason: the sender was not sure any more that it may send. No try, no failure."""


@dataclass(frozen=True, slots=True)
class Answered:
    """A claimed SMS and what its gateway said."""

    sms: ClaimedSms
    answer: SendAnswer


def record_answer(session: Session, answered: Answered, now: datetime) -> bool:
    """Write down the outcome of one claim; False where the SMS is not this claim's any more.

    An SMS that became unclear because its sender seemed gone is settled by a late definite answer.
    """
    answer = answered.answer
    definite = answer.scope in {Scope.ACCEPTED, Scope.RECIPIENT}
    states = [SmsState.SENDING, *([SmsState.UNCLEAR] if definite else [])]
    rows = session.scalars(
        _of_this_claim(answered.sms)
        .where(OutboundSms.state.in_(states))
        .values(_outcome(answered, now))
        .returning(OutboundSms.id)
    ).all()
    if answer.scope is Scope.ACCEPTED and not rows:
        _complete_after_report(session, answered)
    if answer.scope is Scope.DISPATCH:
        pause_dispatch(session, answered.sms.dispatch_id, answer.reason)
    return bool(rows)


def note_on_account(row: SenderLease, answer: SendAnswer, now: datetime) -> None:
    """Draw the conclusion for the whole account."""
    if answer.scope is Scope.ACCOUNT:
        lease.pause(row, answer.reason, answer.code, now)
    elif answer.scope is Scope.NOT_ACCEPTED and answer.reason != KEPT_BACK:
        lease.note_failure(row, answer.reason, now)
    elif answer.scope in {Scope.ACCEPTED, Scope.RECIPIENT, Scope.DISPATCH}:
        lease.note_success(row, now)


def _outcome(answered: Answered, now: datetime) -> dict[str, Any]:
    answer = answered.answer
    told: dict[str, Any] = {"reason": answer.reason, "gateway_code": answer.code}
    if answer.scope is Scope.ACCEPTED:
        ours = {"gateway_id": answer.gateway_id, "gateway_parts": answer.parts}
        return told | ours | {"state": SmsState.ACCEPTED, "settled_at": now}
    if answer.scope is Scope.RECIPIENT:
        return told | {"state": SmsState.FAILED, "settled_at": now}
    if answer.scope is Scope.UNCLEAR:
        return told | {"state": SmsState.UNCLEAR, "settled_at": now}
    return told | _back_in_the_queue(answered, now)


def _back_in_the_queue(answered: Answered, now: datetime) -> dict[str, Any]:
    """Surely not taken: it waits again, but not for ever."""
    tries = answered.sms.tries
    queued: dict[str, Any] = {"state": SmsState.QUEUED, "sent_at": None, "lease_until": None}
    if answered.answer.scope is not Scope.NOT_ACCEPTED or answered.answer.reason == KEPT_BACK:
        return queued
    if tries + 1 >= MAX_TRIES:
        return {"state": SmsState.FAILED, "settled_at": now, "tries": tries + 1}
    pause_s = lease.PAUSES_S[min(tries, len(lease.PAUSES_S) - 1)]
    return queued | {"tries": tries + 1, "next_try_at": now + timedelta(seconds=pause_s)}


def _complete_after_report(session: Session, answered: Answered) -> None:
    """Add the gateway's own number where a delivery report was quicker than the answer."""
    session.execute(
        _of_this_claim(answered.sms)
        .where(OutboundSms.gateway_id.is_(None))
        .where(OutboundSms.state.in_((SmsState.DELIVERED, SmsState.UNDELIVERABLE)))
        .values(gateway_id=answered.answer.gateway_id, gateway_parts=answered.answer.parts)
    )


def _of_this_claim(sms: ClaimedSms) -> Any:  # noqa: ANN401  an UPDATE that is built on
    return (
        update(OutboundSms)
        .where(
            OutboundSms.id == sms.sms_id,
            OutboundSms.claim_epoch == sms.epoch,
            OutboundSms.claim_owner == sms.owner,
        )
        .execution_options(synchronize_session=False)
    )
