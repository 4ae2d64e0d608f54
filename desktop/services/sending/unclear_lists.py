"""Reading the unclear SMS of the house, over all dispatches.

lists = UnclearLists(database)
lists.scope(filter)                    by dispatch and by reason, for the filters
lists.anchors(query, stop)             how many, and where each page begins
lists.page(query, start)               rows from a key on
lists.verdicts(dispatch_id)            what people decided, the newest first
"""

from __future__ import annotations

from datetime import datetime, timedelta
from threading import Event
from typing import Any

from sqlalchemy import ColumnElement, and_, func, literal_column, select
from sqlalchemy.orm import Session

from desktop.models.records.paging import PAGE_ROWS, Anchors
from desktop.models.records.unclear import (
    PastVerdict,
    UnclearDispatch,
    UnclearFilter,
    UnclearKey,
    UnclearQuery,
    UnclearRow,
    UnclearScope,
    UnclearSort,
)
from desktop.models.tables import Customer, Dispatch, OutboundSms, SmsVerdict
from desktop.services.paging import Order, read_anchors, read_page, stoppable
from desktop.services.storage.database import Database

LONGEST_LIST = 200

SETTLES_WITHIN = timedelta(minutes=5)
"""So long after it left, a late answer or a delivery report may still settle an SMS: longer than
any lease. Before that nobody needs to take a risk."""

SENDER_GONE = "sender_gone"
"""The cause of an SMS that was under way when its sender ended."""

IS_UNCLEAR: ColumnElement[bool] = OutboundSms.state == literal_column("'unclear'")
"""With the value in the text: a bound one would not use the index of the unclear ones."""


class UnclearLists:
    """Reads what the page of unclear SMS shows."""

    def __init__(self, database: Database) -> None:
        """Read from ``database``."""
        self._database = database

    def scope(self, wanted: UnclearFilter) -> UnclearScope:
        """Return all dispatches with unclear SMS, and the reasons within ``wanted``.

        Raises:
            StorageError: the database cannot be read.

        """
        counted = func.count().label("sms")
        statement = (
            select(Dispatch, Customer.name, counted)
            .join(OutboundSms, OutboundSms.dispatch_id == Dispatch.id)
            .join(Customer, Customer.id == Dispatch.customer_id)
            .where(IS_UNCLEAR)
            .group_by(Dispatch.id, Customer.name)
            .order_by(Dispatch.id.desc())
        )
        any_reason = UnclearFilter(wanted.customer_id, wanted.dispatch_id)
        reasons = (
            select(OutboundSms.reason, func.count())
            .where(condition(any_reason))
            .group_by(OutboundSms.reason)
            .order_by(func.count().desc(), OutboundSms.reason)
        )
        with self._database.read() as session:
            dispatches = tuple(
                _dispatch(dispatch, name, count)
                for dispatch, name, count in session.execute(statement)
            )
            return UnclearScope(dispatches, {row[0]: row[1] for row in session.execute(reasons)})

    def count(self) -> int:
        """Return how many SMS of the house are unclear.

        Raises:
            StorageError: the database cannot be read.

        """
        with self._database.read() as session:
            return count_unclear(session)

    def anchors(self, query: UnclearQuery, stop: Event) -> Anchors[UnclearKey]:
        """Return how many match, and with which key each page begins.

        Raises:
            CancelledError: ``stop`` was set.
            StorageError: the database cannot be read.

        """
        with self._database.read() as session, stoppable(session, stop):
            total, keys = read_anchors(session, condition(query.filter), _order(query), PAGE_ROWS)
        return Anchors(total, keys)

    def page(
        self, query: UnclearQuery, start: UnclearKey | None = None, rows: int = PAGE_ROWS
    ) -> tuple[UnclearRow, ...]:
        """Return rows from the one with the key ``start`` on.

        Raises:
            StorageError: the database cannot be read.

        """
        with self._database.read() as session:
            keys = read_page(session, condition(query.filter), _order(query), start, rows)
            return _rows(session, [key[1] for key in keys])

    def verdicts(self, dispatch_id: int, rows: int = LONGEST_LIST) -> tuple[PastVerdict, ...]:
        """Return what people decided on the SMS of a dispatch, the newest first.

        Raises:
            StorageError: the database cannot be read.

        """
        statement = (
            select(
                SmsVerdict.sms_id,
                SmsVerdict.attempt,
                SmsVerdict.verdict,
                SmsVerdict.agent,
                SmsVerdict.at,
                SmsVerdict.reason,
                SmsVerdict.cause,
                SmsVerdict.sent_at,
                SmsVerdict.told,
            )
            .join(OutboundSms, OutboundSms.id == SmsVerdict.sms_id)
            .where(OutboundSms.dispatch_id == dispatch_id)
            .order_by(SmsVerdict.id.desc())
            .limit(rows)
        )
        with self._database.read() as session:
            return tuple(PastVerdict(*row) for row in session.execute(statement))


def count_unclear(session: Session) -> int:
    """Count the unclear SMS of the house within the caller's session."""
    statement = select(func.count()).select_from(OutboundSms).where(IS_UNCLEAR)
    return session.execute(statement).scalar_one()


def count_left_behind(session: Session, since: datetime) -> int:
    """Count the SMS that became unclear since then because their sender was gone."""
    statement = (
        select(func.count())
        .select_from(OutboundSms)
        .where(IS_UNCLEAR, OutboundSms.reason == SENDER_GONE, OutboundSms.settled_at >= since)
    )
    return session.execute(statement).scalar_one()


def condition(wanted: UnclearFilter) -> ColumnElement[bool]:
    """Return the condition that an SMS is unclear and meant."""
    meant = IS_UNCLEAR
    if wanted.dispatch_id is not None:
        meant = and_(meant, OutboundSms.dispatch_id == wanted.dispatch_id)
    if wanted.customer_id is not None:
        ours = select(Dispatch.id).where(Dispatch.customer_id == wanted.customer_id)
        meant = and_(meant, OutboundSms.dispatch_id.in_(ours))
    if wanted.reason is not None:
        meant = and_(meant, OutboundSms.reason == wanted.reason)
    return meant


def _order(query: UnclearQuery) -> Order:
    columns: dict[UnclearSort, ColumnElement[Any]] = {
        UnclearSort.SINCE: OutboundSms.__table__.c.settled_at,
        UnclearSort.REASON: OutboundSms.__table__.c.reason,
        UnclearSort.DISPATCH: OutboundSms.__table__.c.dispatch_id,
    }
    return Order(
        columns[query.sort],
        OutboundSms.__table__.c.id,
        descending=query.descending,
        nullable=query.sort is UnclearSort.SINCE,
    )


def _rows(session: Session, ids: list[int]) -> tuple[UnclearRow, ...]:
    statement = (
        select(OutboundSms, Dispatch, Customer.name)
        .join(Dispatch, Dispatch.id == OutboundSms.dispatch_id)
        .join(Customer, Customer.id == Dispatch.customer_id)
        .where(OutboundSms.id.in_(ids))
    )
    found = {
        sms.id: _row(sms, dispatch, customer)
        for sms, dispatch, customer in session.execute(statement)
    }
    return tuple(found[one] for one in ids if one in found)


def _row(sms: OutboundSms, dispatch: Dispatch, customer: str) -> UnclearRow:
    return UnclearRow(
        id=sms.id,
        e164=sms.e164,
        customer_id=dispatch.customer_id,
        customer=customer,
        dispatch_id=dispatch.id,
        dispatch_no=dispatch.dispatch_no,
        dispatch_state=dispatch.state,
        kind=dispatch.kind,
        test_mode=dispatch.test_mode,
        reason=sms.reason,
        gateway_code=sms.gateway_code,
        sent_at=sms.sent_at,
        since=sms.settled_at or sms.sent_at or sms.queued_at,
        attempt=sms.attempt,
        ready_at=(sms.sent_at or sms.queued_at) + SETTLES_WITHIN,
    )


def _dispatch(dispatch: Dispatch, customer: str, count: int) -> UnclearDispatch:
    return UnclearDispatch(
        dispatch.id,
        dispatch.dispatch_no,
        dispatch.kind,
        dispatch.state,
        dispatch.customer_id,
        customer,
        dispatch.gateway,
        count,
    )
