"""Leads delivery reports that were kept to the SMS that they are about.

By our own message id, or by the gateway's number, which is known only once the answer to the
request is recorded: a report may be quicker than that.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Select, exists, func, or_, select
from sqlalchemy.orm import Session

from desktop.models.states import ReportState
from desktop.models.tables import OutboundSms, ReceivedReport, SmsVerdict
from desktop.services.sending.reports import Delivery, DeliveryReport, apply_reports
from desktop.services.storage.prepared import PreparedRead, given


def settle_reports(
    session: Session, rows: Sequence[ReceivedReport], now: datetime, *, rehearsal: bool = False
) -> int:
    """Apply those reports whose SMS is there; the others go on waiting. Return how many.

    With ``rehearsal`` test SMS count as reminders.
    """
    reports: list[DeliveryReport] = []
    for row in rows:
        sms = _sms_of(session, row)
        if sms is not None:
            said_at = row.said_at or row.received_at
            reports.append(DeliveryReport(sms, Delivery(row.delivery), said_at, row.reason))
            row.state = ReportState.SETTLED
            row.settled_at = now
    session.flush()
    apply_reports(session, reports, now, rehearsal=rehearsal)
    return len(reports)


def settle_for(
    session: Session, gateway_ids: Sequence[str], now: datetime, *, rehearsal: bool
) -> int:
    """Apply reports that came before the answer; to be called where the answer is recorded.

    With ``rehearsal`` test SMS count as reminders.
    """
    if not gateway_ids:
        return 0
    # Seldom is there one, and this is asked with every answer: objects are made only of what is.
    waiting = [
        report for one in gateway_ids for report in _WAITING_FOR.rows(session, {"gateway_id": one})
    ]
    if not waiting:
        return 0
    statement = select(ReceivedReport).where(ReceivedReport.id.in_(waiting))
    rows = session.scalars(statement.order_by(ReceivedReport.id)).all()
    return settle_reports(session, rows, now, rehearsal=rehearsal)


_WAITING_FOR = PreparedRead(
    select(ReceivedReport.id).where(
        ReceivedReport.state == ReportState.WAITING,
        ReceivedReport.gateway_id == given("gateway_id"),
    ),
    int,
)


def waiting_with_sms() -> Select[ReceivedReport]:
    """Select the waiting reports whose SMS is there by now."""
    by_ours = or_(
        exists().where(OutboundSms.client_message_id == ReceivedReport.client_message_id),
        exists().where(SmsVerdict.client_message_id == ReceivedReport.client_message_id),
    )
    bearers = (
        select(func.count())
        .select_from(OutboundSms)
        .where(OutboundSms.gateway_id == ReceivedReport.gateway_id)
        .scalar_subquery()
    )
    return (
        select(ReceivedReport)
        .where(ReceivedReport.state == ReportState.WAITING, or_(by_ours, bearers == 1))
        .order_by(ReceivedReport.id)
    )


def _sms_of(session: Session, row: ReceivedReport) -> str | None:
    """Return our message id of the attempt that a report is about."""
    ours = OutboundSms.client_message_id
    earlier = SmsVerdict.client_message_id
    found = session.scalar(
        select(ours)
        .where(ours == row.client_message_id)
        .union_all(select(earlier).where(earlier == row.client_message_id))
        .limit(1)
    )
    if found is None and row.gateway_id is not None:
        bearers = session.scalars(
            select(ours).where(OutboundSms.gateway_id == row.gateway_id).limit(2)
        ).all()
        # One number for several SMS says nothing about each of them.
        found = bearers[0] if len(bearers) == 1 else None
    return found
