"""The rules of the sign-up reminder as SQL, so that a list of millions is judged by the database.

The same rules as ``models.eligibility`` asks of one contact, in the same order; a test holds that
both give the same reason, on both engines.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, and_, case, false, not_, null, or_, select, true, type_coerce

from desktop.models.eligibility import ReminderRules
from desktop.models.states import ContactState, ExclusionReason, SimStatus
from desktop.models.tables import Contact, NewsletterService
from desktop.models.types import EnumByValue

_R = ExclusionReason


class Rule(NamedTuple):
    """One reason for no SMS: whom it ``fits``, and whom it ``spares``.

    The second is no mere NOT of the first: an empty value makes both unknown, and a bound turned
    around by hand stays a bound that an index can use.
    """

    reason: ExclusionReason
    fits: ColumnElement[bool]
    spares: ColumnElement[bool]


@dataclass(frozen=True, slots=True)
class JudgedColumns:
    """The columns of a contact that the rules look at."""

    service_id: ColumnElement[int]
    sms_country: ColumnElement[str | None]
    entered_at: ColumnElement[datetime]
    reminders_sent: ColumnElement[int]
    last_reminder_at: ColumnElement[datetime | None]


def contact_columns() -> JudgedColumns:
    """Return the columns of the contacts table."""
    columns: Any = Contact.__table__.c
    return JudgedColumns(
        columns.service_id,
        columns.sms_country,
        columns.entered_at,
        columns.reminders_sent,
        columns.last_reminder_at,
    )


def reminder_reason(
    rules: ReminderRules, at: datetime, services: ServiceConditions | None = None
) -> ColumnElement[ExclusionReason | None]:
    """Return why a contact of any state gets no reminder at the moment ``at``; NULL if it may."""
    return first_reason((*state_rules(), *signup_rules(rules, at, services=services)))


def state_rules() -> tuple[Rule, ...]:
    """Return what a contact's state says; needless where only incomplete ones are read."""
    state = Contact.state
    return (
        rule(_R.UNSUBSCRIBED, state == ContactState.UNSUBSCRIBED),
        rule(_R.SUPPRESSED, state == ContactState.SUPPRESSED),
        rule(_R.NOT_INCOMPLETE, state != ContactState.INCOMPLETE),
    )


def signup_rules(
    rules: ReminderRules,
    at: datetime,
    columns: JudgedColumns | None = None,
    services: ServiceConditions | None = None,
) -> tuple[Rule, ...]:
    """Return the rules for incomplete sign-ups at the moment ``at``, in the order of asking."""
    of = columns or contact_columns()
    reminded_until = rules.reminded_until(at)
    return (
        *number_rules(rules, of, services),
        *_age_rules(of.entered_at, *rules.entered_between(at)),
        rule(_R.REMINDED_TOO_OFTEN, of.reminders_sent >= rules.max_per_signup),
        Rule(
            _R.REMINDED_RECENTLY,
            fits=of.last_reminder_at > reminded_until,
            spares=or_(of.last_reminder_at.is_(None), of.last_reminder_at <= reminded_until),
        ),
    )


def first_reason(rules: Sequence[Rule]) -> ColumnElement[ExclusionReason | None]:
    """Return the first of ``rules`` that fits, as a value; NULL for whom none does."""
    chosen = case(*((rule.fits, rule.reason.value) for rule in rules), else_=null())
    return type_coerce(chosen, EnumByValue(ExclusionReason))


def excluded_for(reason: ExclusionReason, rules: Sequence[Rule]) -> ColumnElement[bool]:
    """Return the condition that ``reason`` is the first that fits."""
    for position, rule in enumerate(rules):
        if rule.reason is reason:
            return and_(rule.fits, spared_by(rules[:position]))
    return false()


def spared_by(rules: Sequence[Rule]) -> ColumnElement[bool]:
    """Return the condition that none of ``rules`` fits."""
    return and_(true(), *(rule.spares for rule in rules))


@dataclass(frozen=True, slots=True)
class ServiceConditions:
    """What a row's service makes of it: ``blocked``, or ``silent`` for want of a number."""

    blocked: ColumnElement[bool]
    silent: ColumnElement[bool]


def joined_service() -> ServiceConditions:
    """Return the conditions for a statement that joins the service: nothing is searched then."""
    sim_status = NewsletterService.sim_status
    return ServiceConditions(
        sim_status.is_not_distinct_from(SimStatus.BLOCKED),
        or_(sim_status.is_(None), sim_status.in_((SimStatus.IN_STOCK, SimStatus.RETIRED))),
    )


def service_of(service_id: ColumnElement[int]) -> ServiceConditions:
    """Return them for a statement that knows only the id, and may be answered by an index."""
    at_once = joined_service()
    return ServiceConditions(
        service_id.in_(select(NewsletterService.id).where(at_once.blocked)),
        service_id.in_(select(NewsletterService.id).where(at_once.silent)),
    )


def number_rules(
    rules: ReminderRules, of: JudgedColumns, services: ServiceConditions | None = None
) -> Iterator[Rule]:
    """Return what the service's number and the contact's own number say."""
    service = services or service_of(of.service_id)
    yield rule(_R.NUMBER_BLOCKED, service.blocked)
    yield rule(_R.NO_SENDER_NUMBER, service.silent)
    yield rule(_R.NOT_A_MOBILE_NUMBER, of.sms_country.is_(None))
    if rules.countries:
        yield rule(_R.OTHER_COUNTRY, of.sms_country.not_in(rules.countries))


def _age_rules(
    entered_at: ColumnElement[datetime], earliest: datetime, latest: datetime
) -> Iterator[Rule]:
    yield rule(_R.TOO_OLD, entered_at < earliest)
    yield rule(_R.TOO_YOUNG, entered_at > latest)


def rule(reason: ExclusionReason, fits: ColumnElement[bool]) -> Rule:
    """Return a rule on what is never empty: it spares whom it does not fit."""
    return Rule(reason, fits, spares=not_(fits))
