"""From what is asked of the SMS of a dispatch to SQL."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, func

from desktop.models.records.dispatches import SmsQuery, SmsSort
from desktop.models.tables import OutboundSms
from desktop.services.paging import Order


def sms_condition(query: SmsQuery) -> ColumnElement[bool]:
    """Return the condition that an SMS is meant."""
    condition = OutboundSms.dispatch_id == query.dispatch_id
    if query.states:
        condition &= OutboundSms.state.in_(query.states)
    if query.reason is not None:
        condition &= OutboundSms.reason == query.reason
    return condition


def sms_order(query: SmsQuery) -> Order:
    """Return the order in which the SMS are wanted."""
    table: Any = OutboundSms.__table__
    columns: dict[SmsSort, ColumnElement[Any]] = {
        SmsSort.RELEASE: table.c.id,
        SmsSort.TIME: func.coalesce(table.c.settled_at, table.c.sent_at, table.c.queued_at),
        SmsSort.REASON: table.c.reason,
    }
    return Order(columns[query.sort], table.c.id, descending=query.descending)
