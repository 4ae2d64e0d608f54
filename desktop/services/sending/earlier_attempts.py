"""What a delivery report says about an attempt that was followed by another one.

A person let an unclear SMS go out again, and now the gateway tells what became of the first time.
Delivered: then the recipient has it, and a new attempt that has not left yet stays here. Where the
new one was just under way, the first one counts as soon as it turns out that the new one was not
taken: whichever of the two is learnt first.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import Row, func, select, update
from sqlalchemy.orm import Session

from desktop.models.states import SmsState, Verdict
from desktop.models.tables import OutboundSms, SmsVerdict

ARRIVED_EARLIER = "arrived_earlier"
"""The reason of an SMS that counts as delivered because of an earlier attempt."""

_SETTLED_BY_IT = (
    SmsState.QUEUED,
    SmsState.UNCLEAR,
    SmsState.FAILED,
    SmsState.CANCELLED,
    SmsState.EXCLUDED,
)
"""A later attempt in these states is not with the gateway: the earlier delivery is what counts."""


def settle_earlier_attempt(
    session: Session, client_message_id: str, told: SmsState, at: datetime
) -> Row[int, int] | None:
    """Write down what a report told; return contact and dispatch, None if it fits no such attempt.

    The same report twice changes nothing the second time.
    """
    sms_id = session.scalar(
        update(SmsVerdict)
        .where(
            SmsVerdict.client_message_id == client_message_id,
            SmsVerdict.verdict == Verdict.SEND_AGAIN,
            SmsVerdict.told.is_(None),
        )
        .values(told=told, told_at=at)
        .returning(SmsVerdict.sms_id)
        .execution_options(synchronize_session=False)
    )
    if sms_id is None:
        return None
    if told is SmsState.DELIVERED:
        _count_as_delivered(session, sms_id, at)
    return session.execute(
        select(OutboundSms.contact_id, OutboundSms.dispatch_id).where(OutboundSms.id == sms_id)
    ).one_or_none()


def settle_arrived(session: Session, sms_ids: Collection[int]) -> None:
    """Let an earlier delivery count for SMS whose last attempt has just come to nothing.

    To be called where attempts under way end otherwise than by being taken.
    """
    if not sms_ids:
        return
    arrived = session.execute(
        select(SmsVerdict.sms_id, func.min(SmsVerdict.told_at))
        .where(SmsVerdict.sms_id.in_(sorted(sms_ids)), SmsVerdict.told == SmsState.DELIVERED)
        .group_by(SmsVerdict.sms_id)
    ).all()
    for sms_id, at in arrived:
        _count_as_delivered(session, sms_id, at)


def _count_as_delivered(session: Session, sms_id: int, at: datetime | None) -> None:
    session.execute(
        update(OutboundSms)
        .where(OutboundSms.id == sms_id, OutboundSms.state.in_(_SETTLED_BY_IT))
        .values(
            state=SmsState.DELIVERED,
            reason=ARRIVED_EARLIER,
            sent_at=OutboundSms.perhaps_left_at,
            settled_at=at,
            next_try_at=None,
        )
        .execution_options(synchronize_session=False)
    )
