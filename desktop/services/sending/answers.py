"""What follows from a gateway's answer: for the SMS, for its dispatch, for the account."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy import Update, bindparam, or_, update
from sqlalchemy.orm import Session

from desktop.models.states import SmsState
from desktop.models.tables import OutboundSms, SenderLease
from desktop.services.sending import lease
from desktop.services.sending.claims import ClaimedSms, pause_dispatch
from desktop.services.sending.earlier_attempts import settle_arrived
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


def record_answers(session: Session, answered: Sequence[Answered], now: datetime) -> None:
    """Write down the outcomes of claims; what is not a claim's any more stays as it is.

    An SMS that became unclear because its sender seemed gone is settled by a late definite answer.
    """
    alike: dict[tuple[bool, tuple[str, ...]], list[dict[str, Any]]] = defaultdict(list)
    # In one order everywhere, so that two who write the same SMS never wait for each other.
    for one in sorted(answered, key=lambda one: one.sms.sms_id):
        values = _outcome(one, now)
        definite = one.answer.scope in {Scope.ACCEPTED, Scope.RECIPIENT}
        row = _claim_of(one.sms) | {f"new_{name}": value for name, value in values.items()}
        alike[definite, tuple(sorted(values))].append(row)
        if one.answer.scope is Scope.DISPATCH:
            pause_dispatch(session, one.sms.dispatch_id, one.answer.reason)
    connection = session.connection()
    sane = connection.dialect.supports_sane_multi_rowcount
    overtaken = False
    for (definite, names), rows in alike.items():
        written = connection.execute(_recording(names, definite=definite), rows)
        overtaken |= not sane or written.rowcount < len(rows)
    if overtaken:
        _complete_after_reports(session, [one for one in answered if one.answer.gateway_id])
    in_vain = {one.sms.sms_id for one in answered if one.answer.scope is not Scope.ACCEPTED}
    settle_arrived(session, in_vain)


def waits_again(answer: SendAnswer) -> bool:
    """Tell whether an SMS goes back to the queue after this answer."""
    return answer.scope in {Scope.DISPATCH, Scope.ACCOUNT, Scope.NOT_ACCEPTED}


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


def _complete_after_reports(session: Session, accepted: Sequence[Answered]) -> None:
    """Add the gateway's own number where a delivery report was quicker than the answer."""
    if not accepted:
        return
    session.connection().execute(
        _completing(),
        [
            _claim_of(one.sms) | {"new_id": one.answer.gateway_id, "new_parts": one.answer.parts}
            for one in accepted
        ],
    )


@cache
def _recording(names: tuple[str, ...], *, definite: bool) -> Update:
    """Return the statement that writes some columns of a claim's SMS."""
    states = (SmsState.SENDING, SmsState.UNCLEAR) if definite else (SmsState.SENDING,)
    return _of_its_claim(states).values({name: bindparam(f"new_{name}") for name in names})


@cache
def _completing() -> Update:
    overtaken = _of_its_claim((SmsState.ACCEPTED, SmsState.DELIVERED, SmsState.UNDELIVERABLE))
    return overtaken.where(_SMS.c.gateway_id.is_(None)).values(
        gateway_id=bindparam("new_id"), gateway_parts=bindparam("new_parts")
    )


_SMS: Any = OutboundSms.__table__


def _claim_of(sms: ClaimedSms) -> dict[str, Any]:
    return {"sms_id": sms.sms_id, "by_epoch": sms.epoch, "by_owner": sms.owner}


def _of_its_claim(states: Sequence[SmsState]) -> Update:
    return update(_SMS).where(
        _SMS.c.id == bindparam("sms_id"),
        _SMS.c.claim_epoch == bindparam("by_epoch"),
        _SMS.c.claim_owner == bindparam("by_owner"),
        # No IN: its list of values does not go with many rows at once.
        or_(*(_SMS.c.state == state for state in states)),
    )
