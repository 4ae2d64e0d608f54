"""The list of incomplete sign-ups: read by pages, counted by reason, at any length.

What is asked again and again for one screen (a page, the anchors, the counts) is asked of one
``SignupQuery``, whose moment is fixed: so rows, pages and counts agree with each other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from threading import Event
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import Session

from desktop.models.changes import Change
from desktop.models.eligibility import ReasonCounts, ReminderRules
from desktop.models.records.paging import PAGE_ROWS, Anchors
from desktop.models.records.signups import (
    SelectionCounts,
    SignupCustomer,
    SignupFilter,
    SignupKey,
    SignupQuery,
    SignupRow,
    SignupScope,
    SignupSelection,
    SignupService,
    SignupSort,
)
from desktop.models.states import ContactState
from desktop.models.tables import Contact, Customer, NewsletterService, ServiceCount
from desktop.services.paging import Order, read_anchors, read_page, stoppable
from desktop.services.reminder_rules_sql import signup_rules
from desktop.services.signups_counts import (
    CountCache,
    Groups,
    count_groups,
    narrowed,
    reason_counts,
    selection_counts,
)
from desktop.services.signups_query import is_selected, matches, order_of, scope_conditions, steered
from desktop.services.signups_rows import rows_of
from desktop.services.storage.database import Database

RulesProvider = Callable[[], ReminderRules]

_COUNTED = (Change.CONTACTS, Change.DISPATCHES, Change.SIMS)
"""The changes after which kept counts no longer hold."""


class Signups:
    """Reads the incomplete sign-ups of a service, a customer or all."""

    def __init__(self, database: Database, rules: RulesProvider) -> None:
        """Read from ``database`` and judge by the rules that ``rules`` gives at that time."""
        self._database = database
        self._rules = rules
        self._counts = CountCache()

    def query(self, wanted: SignupFilter, sort: SignupSort | None = None) -> SignupQuery:
        """Return the question for ``wanted`` as of now."""
        return SignupQuery(wanted, sort or SignupSort(), self._database.clock())

    def page(
        self, query: SignupQuery, start: SignupKey | None = None, rows: int = PAGE_ROWS
    ) -> tuple[SignupRow, ...]:
        """Return the rows from the one with the key ``start`` on; without it, the first ones.

        Raises:
            StorageError: the database cannot be read.

        """
        rules = self._rules()
        with self._database.read() as session:
            condition, order = steered(session, query, rules)
            keys = read_page(session, condition, order, start, rows)
            return rows_of(session, [id_ for _, id_ in keys], rules, query.at)

    def anchors(self, query: SignupQuery, stop: Event, rows: int = PAGE_ROWS) -> Anchors[SignupKey]:
        """Return the length of the list and where its pages of ``rows`` rows begin.

        Raises:
            CancelledError: ``stop`` was set.
            StorageError: the database cannot be read.

        """
        with self._database.read() as session, stoppable(session, stop):
            condition, order = steered(session, query, self._rules())
            return Anchors(*read_anchors(session, condition, order, rows))

    def pages(
        self, query: SignupQuery, selection: SignupSelection, rows: int
    ) -> Iterator[tuple[SignupRow, ...]]:
        """Yield what is selected, in the order of ``query``, one session for each page.

        Raises:
            StorageError: the database cannot be read.

        """
        rules = self._rules()
        start: SignupKey | None = None
        while True:
            with self._database.read() as session:
                condition, order = self._selected(session, query, selection, rules)
                keys = read_page(session, condition, order, start, rows + 1)
                found = rows_of(session, [id_ for _, id_ in keys[:rows]], rules, query.at)
            yield found
            if len(keys) <= rows:
                return
            start = keys[rows]

    def reason_counts(self, wanted: SignupFilter, at: datetime, stop: Event) -> ReasonCounts:
        """Return how those whom ``wanted`` means fall apart by reason at the moment ``at``.

        What ``wanted`` says on SMS is left aside: the counts are those of the segments.

        Raises:
            CancelledError: ``stop`` was set.
            StorageError: the database cannot be read.

        """
        return reason_counts(self._groups(wanted.without_sms(), at, stop))

    def selection_counts(
        self, selection: SignupSelection, at: datetime, stop: Event
    ) -> SelectionCounts:
        """Return what would happen to a selection at the moment ``at``.

        Raises:
            CancelledError: ``stop`` was set.
            StorageError: the database cannot be read.

        """
        if selection.matching is not None and not selection.deselected:
            groups = self._groups(selection.matching.without_sms(), at, stop)
            return selection_counts(narrowed(groups, selection.matching.sms))
        rules = self._rules()
        with self._database.read() as session, stoppable(session, stop):
            condition = is_selected(session, selection, rules, at)
            return selection_counts(count_groups(session, condition, signup_rules(rules, at)))

    def scope(self, wanted: SignupFilter) -> SignupScope:
        """Return the customer and service of a filter, and who is never in the list.

        Raises:
            StorageError: the database cannot be read.

        """
        rules = self._rules()
        with self._database.read() as session:
            service = _service(session, wanted)
            customer_id = service.customer.id if service else wanted.customer_id
            counts = _counts_by_state(session, wanted)
            return SignupScope(
                rules=rules,
                customer=_customer(session, customer_id),
                service=service,
                services=_services_of(session, customer_id),
                incomplete=counts.get(ContactState.INCOMPLETE, 0),
                unsubscribed=counts.get(ContactState.UNSUBSCRIBED, 0),
                suppressed=counts.get(ContactState.SUPPRESSED, 0),
                anything_imported=session.scalar(select(Contact.id).limit(1)) is not None,
            )

    def _groups(self, wanted: SignupFilter, at: datetime, stop: Event) -> Groups:
        rules = self._rules()
        versions = self._database.versions()
        key = (wanted, at, rules, tuple(versions.get(change, 0) for change in _COUNTED))
        kept = self._counts.get(key)
        if kept is not None:
            return kept
        with self._database.read() as session, stoppable(session, stop):
            judged = signup_rules(rules, at)
            groups = count_groups(session, matches(wanted, rules, at), judged)
        self._counts.keep(key, groups)
        return groups

    def _selected(
        self,
        session: Session,
        query: SignupQuery,
        selection: SignupSelection,
        rules: ReminderRules,
    ) -> tuple[ColumnElement[bool], Order]:
        if selection.matching == query.filter and not selection.deselected:
            return steered(session, query, rules)
        return is_selected(session, selection, rules, query.at), order_of(query.sort)


def _counts_by_state(session: Session, wanted: SignupFilter) -> dict[ContactState, int]:
    statement = (
        select(ServiceCount.state, func.sum(ServiceCount.contacts))
        .where(*scope_conditions(wanted, ServiceCount.service_id))
        .group_by(ServiceCount.state)
    )
    return dict(session.execute(statement).all())


def _customer(session: Session, customer_id: int | None) -> SignupCustomer | None:
    customer = None if customer_id is None else session.get(Customer, customer_id)
    if customer is None:
        return None
    return SignupCustomer(customer.id, customer.customer_no, customer.name)


def _service(session: Session, wanted: SignupFilter) -> SignupService | None:
    """Return the one service that a filter means, also where it names a customer who has one."""
    if wanted == SignupFilter():
        return None
    meant = scope_conditions(wanted, NewsletterService.id)
    rows = session.execute(_services().where(*meant).limit(2)).all()
    return _signup_service(rows[0]) if len(rows) == 1 else None


def _services_of(session: Session, customer_id: int | None) -> tuple[SignupService, ...]:
    if customer_id is None:
        return ()
    of_customer = _services().where(NewsletterService.customer_id == customer_id)
    rows = session.execute(of_customer.order_by(NewsletterService.name))
    return tuple(_signup_service(row) for row in rows)


def _services() -> Select[*tuple[Any, ...]]:
    return select(NewsletterService, Customer).join(
        Customer, Customer.id == NewsletterService.customer_id
    )


def _signup_service(row: Any) -> SignupService:  # noqa: ANN401  a database row
    service, customer = row
    return SignupService(
        id=service.id,
        name=service.name,
        customer=SignupCustomer(customer.id, customer.customer_no, customer.name),
        sender_number=service.sender_number,
        sim_status=service.sim_status,
        sim_status_since=service.sim_status_since,
    )
