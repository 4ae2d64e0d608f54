"""What a gateway says later about an SMS that it took: delivered, or not.

A report knows better than anything that was thought before: it settles what was unclear, and an
SMS that seemed not to have been taken and waits for another try is not sent again. Which of two
last reports is right nobody can tell; the first stays.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Row, func, or_, update
from sqlalchemy.orm import Session

from desktop.models.states import SmsState
from desktop.models.tables import OutboundSms
from desktop.services.sending.earlier_attempts import settle_earlier_attempt
from desktop.services.sending.marks import renew_marks
from desktop.services.sending.progress import end_finished


class Delivery(StrEnum):
    """What a delivery report says."""

    ON_ITS_WAY = "on_its_way"
    """The network has the SMS, or still tries. Another report may follow."""
    DELIVERED = "delivered"
    UNDELIVERABLE = "undeliverable"


@dataclass(frozen=True, slots=True)
class DeliveryReport:
    """One report. ``reason`` is a short word that ``views`` translates."""

    client_message_id: str
    delivery: Delivery
    at: datetime
    reason: str = ""


_STATES = {
    Delivery.ON_ITS_WAY: SmsState.ACCEPTED,
    Delivery.DELIVERED: SmsState.DELIVERED,
    Delivery.UNDELIVERABLE: SmsState.UNDELIVERABLE,
}

_LAST = (SmsState.DELIVERED, SmsState.UNDELIVERABLE)

_REPORTABLE = (SmsState.SENDING, SmsState.ACCEPTED, SmsState.UNCLEAR, SmsState.FAILED)
"""A report may overtake the answer to the request, and it settles what was unclear."""


def apply_reports(
    session: Session, reports: Iterable[DeliveryReport], now: datetime, *, rehearsal: bool = False
) -> int:
    """Write down reports and what follows from them; return how many changed an SMS.

    The same report twice, in any order, changes nothing the second time.
    """
    contacts: set[int] = set()
    dispatches: set[int] = set()
    changed = 0
    for report in reports:
        row = session.execute(_settling(report)).one_or_none()
        if row is not None:
            changed += 1
            contacts.add(row.contact_id)
            dispatches.add(row.dispatch_id)
            continue
        row = _settle_earlier(session, report)
        if row is not None:
            changed += 1
            contacts.add(row.contact_id)
            dispatches.add(row.dispatch_id)
    renew_marks(session, contacts, rehearsal=rehearsal)
    end_finished(session, dispatches, now)
    return changed


def _settling(report: DeliveryReport) -> Any:  # noqa: ANN401  an update that returns two columns
    state = _STATES[report.delivery]
    known_better = _LAST if state in _LAST else (*_LAST, SmsState.ACCEPTED)
    return (
        update(OutboundSms)
        .where(
            OutboundSms.client_message_id == report.client_message_id,
            OutboundSms.state.not_in(known_better),
            _may_have_left(),
        )
        .values(
            state=state,
            reason=report.reason,
            settled_at=report.at,
            sent_at=func.coalesce(OutboundSms.sent_at, report.at),
        )
        .returning(OutboundSms.contact_id, OutboundSms.dispatch_id)
        .execution_options(synchronize_session=False)
    )


def _settle_earlier(session: Session, report: DeliveryReport) -> Row[int, int] | None:
    """Return whose earlier attempt it was; that the network has one says nothing of it yet."""
    if report.delivery is Delivery.ON_ITS_WAY:
        return None
    return settle_earlier_attempt(
        session, report.client_message_id, _STATES[report.delivery], report.at
    )


def _may_have_left() -> ColumnElement[bool]:
    """No report can be of an SMS that was never claimed."""
    return or_(OutboundSms.state.in_(_REPORTABLE), OutboundSms.claim_epoch > 0)
