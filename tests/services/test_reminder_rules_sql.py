"""SQL and Python judge alike."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import product

import pytest
from sqlalchemy import select

from desktop.models.eligibility import ReminderCandidate, ReminderRules, reminder_exclusion
from desktop.models.states import ContactState, ExclusionReason, SimStatus
from desktop.models.tables import Contact, NewsletterService
from desktop.services.reminder_rules_sql import (
    excluded_for,
    first_reason,
    reminder_reason,
    signup_rules,
    spared_by,
)
from desktop.services.storage.database import Database
from tests.support.signups import add_contacts, add_services

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
_SECOND = timedelta(seconds=1)
_DAY = timedelta(days=1)
_BOUNDS = tuple(
    moment + shift
    for moment in (NOW - _DAY, NOW - 7 * _DAY, NOW - 30 * _DAY)
    for shift in (-_SECOND, timedelta(0), _SECOND)
)
_NUMBERS = ("+43664{:07}", "+431{:07}", "+42060123{:04}", "+4915112{:06}")
_STATUSES: tuple[SimStatus | None, ...] = (None, *SimStatus)
_RULES = (
    ReminderRules(),
    ReminderRules(max_per_signup=1, gap_days=14, min_age_days=2, max_age_days=20, countries=()),
)


@pytest.fixture
def database(migrated_url: str) -> Iterator[Database]:
    database = Database(migrated_url, clock=lambda: NOW)
    add_services(database, [{"sim_status": status} for status in _STATUSES])
    add_contacts(database, list(_contacts()))
    yield database
    database.close()


def _contacts() -> Iterator[dict[str, object]]:
    """Every rule at, before and after its bound, with every other one that could fit."""
    reminded = ((0, None), *((sent, at) for sent in (1, 2) for at in _BOUNDS[3:6]))
    cases = product(_BOUNDS, reminded, _NUMBERS)
    for number, (entered_at, (sent, last), form) in enumerate(cases):
        yield _contact(number, entered_at, sent, last, form, service_id=3)
    for service_id, _ in enumerate(_STATUSES, start=1):
        yield _contact(service_id, NOW - 2 * _DAY, 0, None, "+43660{:07}", service_id)
    for number, state in enumerate(ContactState):
        yield {**_contact(number, NOW - 2 * _DAY, 0, None, "+43676{:07}", 3), "state": state}


def _contact(
    number: int,
    entered_at: datetime,
    sent: int,
    last: datetime | None,
    form: str,
    service_id: int,
) -> dict[str, object]:
    return {
        "service_id": service_id,
        "e164": form.format(number),
        "entered_at": entered_at,
        "reminders_sent": sent,
        "last_reminder_at": last,
    }


def _told_in_python(database: Database, rules: ReminderRules) -> dict[int, ExclusionReason | None]:
    columns = (
        Contact.id,
        Contact.state,
        Contact.e164,
        Contact.entered_at,
        Contact.reminders_sent,
        Contact.last_reminder_at,
        NewsletterService.sim_status,
    )
    joined = NewsletterService.id == Contact.service_id
    with database.read() as session:
        return {
            row.id: reminder_exclusion(ReminderCandidate(*row), rules, NOW)
            for row in session.execute(select(*columns).join(NewsletterService, joined))
        }


@pytest.mark.parametrize("rules", _RULES)
def test_that_the_database_gives_everybody_the_reason_that_python_gives(
    database: Database, rules: ReminderRules
) -> None:
    with database.read() as session:
        reasons = session.execute(select(Contact.id, reminder_reason(rules, NOW)))
        told_in_sql = dict(reasons.all())

    assert told_in_sql == _told_in_python(database, rules)
    assert len(set(told_in_sql.values())) >= 9


@pytest.mark.parametrize("rules", _RULES)
def test_that_each_reason_alone_finds_those_who_have_it(
    database: Database, rules: ReminderRules
) -> None:
    asked = signup_rules(rules, NOW)
    incomplete = select(Contact.id).where(Contact.state == ContactState.INCOMPLETE)
    with database.read() as session:
        reasons = session.execute(incomplete.add_columns(first_reason(asked)))
        told: dict[int, ExclusionReason | None] = dict(reasons.all())
        for reason in ExclusionReason:
            found = set(session.scalars(incomplete.where(excluded_for(reason, asked))))
            assert found == {id_ for id_, one in told.items() if one is reason}
        spared = set(session.scalars(incomplete.where(spared_by(asked))))

    assert spared == {id_ for id_, one in told.items() if one is None}
    assert spared
