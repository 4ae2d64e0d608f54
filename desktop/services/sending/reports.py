"""What a gateway says later about an SMS that it took: delivered, or not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import update
from sqlalchemy.orm import Session

from desktop.models.states import SmsState
from desktop.models.tables import OutboundSms
from desktop.services.sending.earlier_attempts import settle_earlier_attempt


class Delivery(StrEnum):
    """What a delivery report says in the end. Steps in between are no report here."""

    DELIVERED = "delivered"
    UNDELIVERABLE = "undeliverable"


@dataclass(frozen=True, slots=True)
class DeliveryReport:
    """One final report. ``reason`` is a short word that ``views`` translates."""

    client_message_id: str
    delivery: Delivery
    at: datetime
    reason: str = ""


_STATES = {
    Delivery.DELIVERED: SmsState.DELIVERED,
    Delivery.UNDELIVERABLE: SmsState.UNDELIVERABLE,
}

_REPORTABLE = (SmsState.SENDING, SmsState.ACCEPTED, SmsState.UNCLEAR, SmsState.FAILED)
"""A report may overtake the answer to the request, and it settles what was unclear."""


def apply_report(session: Session, report: DeliveryReport) -> int | None:
    """Write down a report; return the contact's id, or None where no SMS waits for it.

    The same report twice, in any order, changes nothing the second time.
    """
    contact_id = session.scalar(
        update(OutboundSms)
        .where(
            OutboundSms.client_message_id == report.client_message_id,
            OutboundSms.state.in_(_REPORTABLE),
        )
        .values(state=_STATES[report.delivery], reason=report.reason, settled_at=report.at)
        .returning(OutboundSms.contact_id)
        .execution_options(synchronize_session=False)
    )
    if contact_id is not None:
        return contact_id
    return settle_earlier_attempt(
        session, report.client_message_id, _STATES[report.delivery], report.at
    )
