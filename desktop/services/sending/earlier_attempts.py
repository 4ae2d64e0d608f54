"""What a delivery report says about an attempt that was followed by another one.

A person let an unclear SMS go out again, and now the gateway tells what became of the first time.
Delivered: then the recipient has it, and a new attempt that has not left yet stays here.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from desktop.models.states import SmsState, Verdict
from desktop.models.tables import OutboundSms, SmsVerdict
from desktop.services.sending.progress import end_finished

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
) -> int | None:
    """Write down what a report told; return the contact's id, None if it fits no earlier attempt.

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
    return session.scalar(select(OutboundSms.contact_id).where(OutboundSms.id == sms_id))


def _count_as_delivered(session: Session, sms_id: int, at: datetime) -> None:
    dispatch_id = session.scalar(
        update(OutboundSms)
        .where(OutboundSms.id == sms_id, OutboundSms.state.in_(_SETTLED_BY_IT))
        .values(
            state=SmsState.DELIVERED,
            reason=ARRIVED_EARLIER,
            sent_at=OutboundSms.perhaps_left_at,
            settled_at=at,
            next_try_at=None,
        )
        .returning(OutboundSms.dispatch_id)
        .execution_options(synchronize_session=False)
    )
    if dispatch_id is not None:
        end_finished(session, [dispatch_id], at)
