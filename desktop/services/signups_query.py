"""The SQL behind the list of incomplete sign-ups: conditions, orders, and which index to walk.

SQLite plans without knowing how the rows are spread, and is wrong by a factor of a thousand at
times. So it is told: a short list (one customer's, a small service's) is read by its service and
sorted; a long one is walked along the index of its order and filtered by what stands there.
PostgreSQL keeps statistics and decides by itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, func, literal_column, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from desktop.models.eligibility import ReminderRules
from desktop.models.records.signups import (
    RemindedFilter,
    SignupColumn,
    SignupFilter,
    SignupQuery,
    SignupSelection,
    SignupSort,
    SmsFilter,
)
from desktop.models.states import ContactState, ExclusionReason
from desktop.models.tables import Contact, NewsletterService, ServiceCount
from desktop.services.paging import Order
from desktop.services.reminder_rules_sql import (
    JudgedColumns,
    Rule,
    contact_columns,
    excluded_for,
    signup_rules,
    spared_by,
)
from desktop.services.storage.dialect import Unindexed, these_ids

_COLUMNS: Any = Contact.__table__.c

SHORT_LIST = 20_000
"""A list up to this long is sorted in some milliseconds, whatever it is sorted by."""

IS_INCOMPLETE: ColumnElement[bool] = Contact.state == literal_column(
    f"'{ContactState.INCOMPLETE.value}'"
)
"""Written out, not bound: only so does an engine see that the partial indexes serve it."""


def matches(
    wanted: SignupFilter, rules: ReminderRules, at: datetime, columns: JudgedColumns | None = None
) -> ColumnElement[bool]:
    """Return the condition that a contact is an incomplete sign-up that ``wanted`` means."""
    of = columns or contact_columns()
    return and_(IS_INCOMPLETE, *_filter_conditions(wanted, rules, at, of))


def is_selected(
    session: Session, selection: SignupSelection, rules: ReminderRules, at: datetime
) -> ColumnElement[bool]:
    """Return the condition that a contact is an incomplete sign-up that somebody chose."""
    if selection.matching is None:
        return and_(IS_INCOMPLETE, Contact.id.in_(these_ids(session, selection.chosen)))
    condition = matches(selection.matching, rules, at)
    if not selection.deselected:
        return condition
    return and_(condition, Contact.id.not_in(these_ids(session, selection.deselected)))


def order_of(sort: SignupSort) -> Order:
    """Return the order of the list; a greater age is an earlier entry."""
    column, is_turned, is_nullable = {
        SignupColumn.NUMBER: (_COLUMNS.e164, False, False),
        SignupColumn.AGE: (_COLUMNS.entered_at, True, False),
        SignupColumn.ENTERED: (_COLUMNS.entered_at, False, False),
        SignupColumn.REMINDERS: (_COLUMNS.reminders_sent, False, False),
        SignupColumn.LAST_REMINDER: (_COLUMNS.last_reminder_at, False, True),
    }[sort.column]
    return Order(column, _COLUMNS.id, sort.descending != is_turned, is_nullable)


def steered(
    session: Session, query: SignupQuery, rules: ReminderRules
) -> tuple[ColumnElement[bool], Order]:
    """Return condition and order of ``query``, written so that SQLite takes the right index."""
    order = order_of(query.sort)
    if query.filter.sms is ExclusionReason.REMINDED_RECENTLY:
        order = replace(order, nullable=False)  # whoever was never reminded is not among them
    walked = _walked_columns(session, query.filter, str(order.column.key))
    judged = JudgedColumns(*(_seen(_COLUMNS[one.name], walked) for one in fields(JudgedColumns)))
    order = replace(order, column=_seen(order.column, walked))
    return matches(query.filter, rules, query.at, judged), order


def _walked_columns(session: Session, wanted: SignupFilter, sorted_by: str) -> frozenset[str]:
    """Return the columns by which SQLite may look for an index."""
    if wanted.service_id is not None and sorted_by == "entered_at":
        return frozenset({"service_id", "entered_at"})
    if _is_short(session, wanted):
        return frozenset({"service_id"})
    return frozenset({sorted_by})


def _seen(column: ColumnElement[Any], walked: frozenset[str]) -> ColumnElement[Any]:
    return column if column.key in walked else Unindexed(column)


def _is_short(session: Session, wanted: SignupFilter) -> bool:
    """Tell whether the counts that are kept promise a short list."""
    if wanted.service_id is None and wanted.customer_id is None:
        return False
    counted = session.scalar(
        select(func.sum(ServiceCount.contacts)).where(
            ServiceCount.state == ContactState.INCOMPLETE,
            *scope_conditions(wanted, ServiceCount.service_id),
        )
    )
    return (counted or 0) <= SHORT_LIST


def _filter_conditions(
    wanted: SignupFilter, rules: ReminderRules, at: datetime, of: JudgedColumns
) -> Iterator[ColumnElement[bool]]:
    yield from scope_conditions(wanted, of.service_id)
    if wanted.min_age_days:
        yield of.entered_at <= at - timedelta(days=wanted.min_age_days)
    if wanted.reminded is RemindedFilter.MORE_THAN_ONCE:
        yield of.reminders_sent > 1
    elif wanted.reminded is not RemindedFilter.ALL:
        yield of.reminders_sent == (0 if wanted.reminded is RemindedFilter.NEVER else 1)
    if wanted.sms is not SmsFilter.ALL:
        yield _sms_condition(wanted.sms, signup_rules(rules, at, of))


def _sms_condition(
    wanted: SmsFilter | ExclusionReason, rules: Sequence[Rule]
) -> ColumnElement[bool]:
    if isinstance(wanted, ExclusionReason):
        return excluded_for(wanted, rules)
    if wanted is SmsFilter.POSSIBLE:
        return spared_by(rules)
    return or_(*(rule.fits for rule in rules))


def scope_conditions(
    wanted: SignupFilter, service_id: ColumnElement[int] | InstrumentedAttribute[int]
) -> Iterator[ColumnElement[bool]]:
    """Yield the condition that ``service_id`` is one of the services that ``wanted`` means."""
    if wanted.service_id is not None:
        yield service_id == wanted.service_id
    elif wanted.customer_id is not None:
        services = select(NewsletterService.id)
        yield service_id.in_(services.where(NewsletterService.customer_id == wanted.customer_id))
