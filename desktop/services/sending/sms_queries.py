"""From what is asked of the SMS of dispatches to SQL."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from desktop.models.records.dispatches import SmsQuery, SmsSort
from desktop.models.states import SmsState
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


def sms_by_state(session: Session, dispatch_ids: Collection[int]) -> dict[int, dict[SmsState, int]]:
    """Count the SMS of each dispatch by state; a state that none is in is left out."""
    counts: dict[int, dict[SmsState, int]] = {dispatch_id: {} for dispatch_id in dispatch_ids}
    counting = (
        select(OutboundSms.dispatch_id, OutboundSms.state, func.count())
        .where(OutboundSms.dispatch_id.in_(dispatch_ids))
        .group_by(OutboundSms.dispatch_id, OutboundSms.state)
    )
    for dispatch_id, state, count in session.execute(counting):
        counts[dispatch_id][state] = count
    return counts
