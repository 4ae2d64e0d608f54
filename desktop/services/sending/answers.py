"""What follows from a gateway's answer: for the SMS, for its dispatch, for the account."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, and_, update
from sqlalchemy.orm import Session

from desktop.models.states import SmsState
from desktop.models.tables import OutboundSms
from desktop.services.sending import lease
from desktop.services.sending.claims import ClaimedSms, pause_dispatch
from desktop.services.sending.earlier_attempts import settle_arrived
from desktop.services.sending.gateways.base import Scope, SendAnswer
from desktop.services.storage.prepared import PreparedWrite, given

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
    written = [
        _recording(names, definite=definite).run(session, rows)
        for (definite, names), rows in alike.items()
    ]
    if sum(written) < len(answered):
        _complete_after_reports(session, [one for one in answered if one.answer.gateway_id])
    in_vain = {one.sms.sms_id for one in answered if one.answer.scope is not Scope.ACCEPTED}
    settle_arrived(session, in_vain)


def counts_still(answer: SendAnswer) -> bool:
    """Tell whether an SMS surely counts as a reminder as it did since its claim, no earlier one."""
    return answer.scope is Scope.ACCEPTED


def waits_again(answer: SendAnswer) -> bool:
    """Tell whether an SMS goes back to the queue after this answer."""
    return answer.scope in {Scope.DISPATCH, Scope.ACCOUNT, Scope.NOT_ACCEPTED}


def note_on_account(row: lease.AccountRow, answer: SendAnswer, now: datetime) -> None:
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
    _COMPLETE.run(
        session,
        [
            _claim_of(one.sms) | {"new_id": one.answer.gateway_id, "new_parts": one.answer.parts}
            for one in accepted
        ],
    )


def _claim_of(sms: ClaimedSms) -> dict[str, Any]:
    return {"sms_id": sms.sms_id, "by_epoch": sms.epoch, "by_owner": sms.owner}


def _is_of_its_claim(*states: SmsState) -> ColumnElement[bool]:
    return and_(
        OutboundSms.id == given("sms_id"),
        OutboundSms.claim_epoch == given("by_epoch"),
        OutboundSms.claim_owner == given("by_owner"),
        OutboundSms.state.in_(states),
    )


@cache
def _recording(names: tuple[str, ...], *, definite: bool) -> PreparedWrite:
    """Return the statement that writes some columns of a claim's SMS."""
    states = (SmsState.SENDING, SmsState.UNCLEAR) if definite else (SmsState.SENDING,)
    values = {name: given(f"new_{name}") for name in names}
    return PreparedWrite(update(OutboundSms).where(_is_of_its_claim(*states)).values(values))


_COMPLETE = PreparedWrite(
    update(OutboundSms)
    .where(
        _is_of_its_claim(SmsState.ACCEPTED, SmsState.DELIVERED, SmsState.UNDELIVERABLE),
        OutboundSms.gateway_id.is_(None),
    )
    .values(gateway_id=given("new_id"), gateway_parts=given("new_parts"))
)
