"""Reading dispatches: the list, one with its books, its SMS page by page.

lists = DispatchLists(database)
lists.lines()                      newest first
lists.get(dispatch_id)             with request and balance
lists.balance(dispatch_id)         counted anew, with what does not add up
lists.sms(dispatch_id, states=..., reason=..., after=...)
lists.anchors(query, stop), page(query, start), reasons(query, stop)     for long tables
lists.accounts()                   what holds sending back
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import datetime
from threading import Event

from sqlalchemy import ColumnElement, Select, and_, func, or_, select
from sqlalchemy.orm import Session

from desktop.errors import NotFoundError
from desktop.models.outcome import imbalances
from desktop.models.records.dispatches import (
    Balance,
    DispatchLine,
    DispatchRecord,
    SmsKey,
    SmsQuery,
    SmsRow,
)
from desktop.models.records.paging import PAGE_ROWS, Anchors
from desktop.models.send_window import SendWindow, is_open, next_open, zone_of
from desktop.models.states import DispatchState, SmsState
from desktop.models.tables import (
    Case,
    Customer,
    CustomerRequest,
    Dispatch,
    DispatchExclusion,
    NewsletterService,
    OutboundSms,
)
from desktop.services.paging import read_anchors, read_page, stoppable
from desktop.services.sending import lease
from desktop.services.sending.dispatch_rows import dispatch_line, dispatch_record, sms_row
from desktop.services.sending.lease import AccountState
from desktop.services.sending.sms_queries import sms_by_state, sms_condition, sms_order
from desktop.services.storage.database import Database

LONGEST_LIST = 500
_MOST_WRONG_ROWS = 100


class DispatchLists:
    """Reads what the pages on sending show."""

    def __init__(self, database: Database) -> None:
        """Read from ``database``."""
        self._database = database

    def lines(
        self, states: Collection[DispatchState] = tuple(DispatchState), rows: int = LONGEST_LIST
    ) -> tuple[DispatchLine, ...]:
        """Return dispatches, the newest first.

        Raises:
            StorageError: the database cannot be read.

        """
        statement = (
            select(Dispatch, Customer.name, NewsletterService.name)
            .join(Customer, Customer.id == Dispatch.customer_id)
            .join(NewsletterService, NewsletterService.id == Dispatch.service_id)
            .where(Dispatch.state.in_(states))
            .order_by(Dispatch.released_at.desc(), Dispatch.id.desc())
            .limit(rows)
        )
        with self._database.read() as session:
            found = session.execute(statement).all()
            counts = sms_by_state(session, [dispatch.id for dispatch, _, _ in found])
        return tuple(
            dispatch_line(dispatch, customer, service, counts[dispatch.id])
            for dispatch, customer, service in found
        )

    def get(self, dispatch_id: int) -> DispatchRecord:
        """Return one dispatch with its request and its books.

        Raises:
            NotFoundError: there is no such dispatch.
            StorageError: the database cannot be read.

        """
        with self._database.read() as session:
            return read_dispatch(session, dispatch_id)

    def balance(self, dispatch_id: int) -> Balance:
        """Count the SMS of a dispatch anew and say what does not add up.

        Raises:
            NotFoundError: there is no such dispatch.
            StorageError: the database cannot be read.

        """
        with self._database.read() as session:
            dispatch = session.get(Dispatch, dispatch_id)
            if dispatch is None:
                raise NotFoundError("dispatch", str(dispatch_id))
            return balance_of(session, dispatch)

    def sms(
        self,
        dispatch_id: int,
        *,
        states: Collection[SmsState] = (),
        reason: str | None = None,
        after: int = 0,
        rows: int = PAGE_ROWS,
    ) -> tuple[SmsRow, ...]:
        """Return SMS of a dispatch in the order of release, from the id ``after`` on.

        Raises:
            StorageError: the database cannot be read.

        """
        statement = _sms_of(dispatch_id, states, reason)
        statement = statement.where(OutboundSms.id > after).limit(rows)
        with self._database.read() as session:
            return tuple(sms_row(row) for row in session.execute(statement))

    def anchors(self, query: SmsQuery, stop: Event) -> Anchors[SmsKey]:
        """Return how many SMS match, and with which key each page begins.

        Raises:
            CancelledError: ``stop`` was set.
            StorageError: the database cannot be read.

        """
        with self._database.read() as session, stoppable(session, stop):
            total, keys = read_anchors(session, sms_condition(query), sms_order(query), PAGE_ROWS)
        return Anchors(total, keys)

    def page(self, query: SmsQuery, start: SmsKey | None = None) -> tuple[SmsRow, ...]:
        """Return a page of SMS from the one with the key ``start`` on.

        Raises:
            StorageError: the database cannot be read.

        """
        with self._database.read() as session:
            keys = read_page(session, sms_condition(query), sms_order(query), start, PAGE_ROWS)
            ids = [key[1] for key in keys]
            rows = session.execute(select(OutboundSms).where(OutboundSms.id.in_(ids)))
            found = {row[0].id: sms_row(row) for row in rows}
        return tuple(found[one] for one in ids if one in found)

    def reasons(self, query: SmsQuery, stop: Event) -> dict[str, int]:
        """Return how often each reason occurs among the SMS that match, the most frequent first.

        Raises:
            CancelledError: ``stop`` was set.
            StorageError: the database cannot be read.

        """
        statement = (
            select(OutboundSms.reason, func.count())
            .where(sms_condition(query), OutboundSms.reason != "")
            .group_by(OutboundSms.reason)
            .order_by(func.count().desc(), OutboundSms.reason)
        )
        with self._database.read() as session, stoppable(session, stop):
            return {row[0]: row[1] for row in session.execute(statement)}

    def all_sms(
        self, dispatch_id: int, states: Collection[SmsState]
    ) -> Iterator[tuple[SmsRow, ...]]:
        """Yield all SMS in some states page by page, each page in a session of its own."""
        after = 0
        while page := self.sms(dispatch_id, states=states, after=after, rows=2_000):
            yield page
            after = page[-1].id

    def opens_at(self, record: DispatchRecord, window: SendWindow) -> datetime | None:
        """Return when SMS of a dispatch may go out where its customer lives; None if they may now.

        Raises:
            StorageError: the database cannot be read.

        """
        statement = (
            select(Customer.country, NewsletterService.timezone)
            .select_from(NewsletterService)
            .join(Customer, Customer.id == NewsletterService.customer_id)
            .where(NewsletterService.id == record.service_id)
        )
        with self._database.read() as session:
            country, timezone = session.execute(statement).one()
        now = self._database.clock()
        zone = zone_of(country, timezone)
        if is_open(now, zone, country, window):
            return None
        return next_open(now, zone, country, window)

    def accounts(self) -> tuple[AccountState, ...]:
        """Return what is known of the gateway accounts: who sends, what holds them back.

        Raises:
            StorageError: the database cannot be read.

        """
        with self._database.read() as session:
            return lease.states(session)


def read_dispatch(session: Session, dispatch_id: int) -> DispatchRecord:
    """Return one dispatch within the caller's session.

    Raises:
        NotFoundError: there is no such dispatch.

    """
    row = session.execute(
        select(Dispatch, Case, CustomerRequest, Customer.name, NewsletterService.name)
        .join(Case, Case.id == Dispatch.case_id)
        .join(CustomerRequest, CustomerRequest.id == Dispatch.request_id)
        .join(Customer, Customer.id == Dispatch.customer_id)
        .join(NewsletterService, NewsletterService.id == Dispatch.service_id)
        .where(Dispatch.id == dispatch_id)
    ).one_or_none()
    if row is None:
        raise NotFoundError("dispatch", str(dispatch_id))
    return dispatch_record(row, balance_of(session, row.Dispatch))


def balance_of(session: Session, dispatch: Dispatch) -> Balance:
    """Count one dispatch within the caller's session."""
    states = sms_by_state(session, [dispatch.id])[dispatch.id]
    excluded = session.execute(
        select(func.count())
        .select_from(DispatchExclusion)
        .where(DispatchExclusion.dispatch_id == dispatch.id)
    ).scalar_one()
    wrong = session.scalars(
        select(OutboundSms.id)
        .where(OutboundSms.dispatch_id == dispatch.id, _contradicts_itself(dispatch.state))
        .limit(_MOST_WRONG_ROWS)
    ).all()
    return Balance(
        dispatch.listed,
        excluded,
        dispatch.recipients,
        states,
        imbalances(dispatch.listed, excluded, dispatch.recipients, states),
        tuple(wrong),
    )


def _contradicts_itself(state: DispatchState) -> ColumnElement[bool]:
    """Say of an SMS what cannot be: still waiting though all has ended."""
    waits = OutboundSms.state == SmsState.QUEUED
    on_its_way = OutboundSms.state == SmsState.SENDING
    if state is DispatchState.DONE:
        return or_(waits, on_its_way)
    if state is DispatchState.STOPPED:
        return waits
    return and_(on_its_way, OutboundSms.lease_until.is_(None))


def _sms_of(
    dispatch_id: int, states: Collection[SmsState], reason: str | None
) -> Select[OutboundSms]:
    statement = (
        select(OutboundSms).where(OutboundSms.dispatch_id == dispatch_id).order_by(OutboundSms.id)
    )
    if states:
        statement = statement.where(OutboundSms.state.in_(states))
    if reason is not None:
        statement = statement.where(OutboundSms.reason == reason)
    return statement
