"""From rows of the database to the records that pages show."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Row

from desktop.models.records.dispatches import Balance, DispatchLine, DispatchRecord, SmsRow
from desktop.models.states import SmsState
from desktop.models.tables import Dispatch, OutboundSms


def sms_row(row: Row[OutboundSms]) -> SmsRow:
    """Return the record of an SMS."""
    sms = row[0]
    return SmsRow(
        sms.id,
        sms.contact_id,
        sms.e164,
        sms.state,
        sms.reason,
        sms.gateway_code,
        sms.settled_at or sms.sent_at or sms.queued_at,
        sms.tries,
        sms.next_try_at,
        sms.attempt,
        sms.perhaps_left_at,
    )


def dispatch_line(
    dispatch: Dispatch, customer: str, service: str, states: dict[SmsState, int]
) -> DispatchLine:
    """Return the line of a dispatch."""
    return DispatchLine(
        id=dispatch.id,
        dispatch_no=dispatch.dispatch_no,
        kind=dispatch.kind,
        state=dispatch.state,
        state_reason=dispatch.state_reason,
        customer=customer,
        service=service,
        released_by=dispatch.released_by,
        released_at=dispatch.released_at,
        test_mode=dispatch.test_mode,
        recipients=dispatch.recipients,
        states=states,
    )


def dispatch_record(row: Row[*tuple[Any, ...]], balance: Balance) -> DispatchRecord:
    """Return the record of a dispatch with its case, request, customer and service."""
    dispatch, case, request, customer, service = row
    return DispatchRecord(
        id=dispatch.id,
        dispatch_no=dispatch.dispatch_no,
        kind=dispatch.kind,
        state=dispatch.state,
        state_reason=dispatch.state_reason,
        case_id=dispatch.case_id,
        case_no=case.case_no,
        customer_id=dispatch.customer_id,
        customer=customer,
        service_id=dispatch.service_id,
        service=service,
        requester=request.requester,
        channel=request.channel,
        requested_at=request.requested_at,
        text=dispatch.text,
        parts=dispatch.parts,
        price_per_part_tenth_cents=dispatch.price_per_part_tenth_cents,
        gateway=dispatch.gateway,
        test_mode=dispatch.test_mode,
        released_by=dispatch.released_by,
        second_released_by=dispatch.second_released_by,
        released_at=dispatch.released_at,
        starts_at=dispatch.starts_at,
        first_sent_at=dispatch.first_sent_at,
        ended_at=dispatch.ended_at,
        balance=balance,
        template_key=dispatch.template_key,
        template_version=dispatch.template_version,
    )
