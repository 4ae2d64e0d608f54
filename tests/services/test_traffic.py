"""What the desk tells about a service's messages and opt-outs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy.orm import Session

from desktop.errors import NotFoundError
from desktop.models.case_flow import CaseDraft
from desktop.models.case_json import to_json
from desktop.models.records.frequency import Often
from desktop.models.records.traffic import AgreedChange, NumberChange, TrafficSpan, Verdict
from desktop.models.states import CaseKind, SimStatus
from desktop.models.tables import NewsletterService
from desktop.services.cases import Cases
from desktop.services.storage.database import Database
from desktop.services.traffic import Traffic
from tests.support.numbers import FIRST_DAY, add_days, add_service, add_sim, use_sim


@pytest.fixture
def database(migrated_url: str) -> Iterator[Database]:
    opened = Database(migrated_url)
    yield opened
    opened.close()


def use_number(
    session: Session, service: NewsletterService, number: str, from_at: datetime | None
) -> None:
    use_sim(session, add_sim(session, number, SimStatus.ACTIVE), service, from_at)


def test_that_choices_are_sorted_and_say_where_there_is_traffic(database: Database) -> None:
    with database.write() as session:
        add_service(session, "B")
        add_days(session, add_service(session, "A"), 1)

    found = Traffic(database).choices()

    assert [(one.service_name, one.customer_name, one.has_traffic) for one in found] == [
        ("A", "Customer of A", True),
        ("B", "Customer of B", False),
    ]


def test_that_a_service_without_traffic_is_empty(database: Database) -> None:
    with database.write() as session:
        service = add_service(session, "A")

    found = Traffic(database).series(service.id)

    assert found.empty
    assert (found.counted, found.latest, found.messages_per_day_now) == (None, None, 0.0)
    assert (found.service_name, found.customer_name) == ("A", "Customer of A")


def test_that_a_service_that_is_gone_is_not_found(database: Database) -> None:
    with pytest.raises(NotFoundError):
        Traffic(database).series(4711)


@pytest.mark.parametrize(
    ("span", "first", "weeks"),
    [
        (TrafficSpan.ALL, FIRST_DAY, 58),
        (TrafficSpan.YEAR, FIRST_DAY + timedelta(days=35), 53),
        # The 90th day back is a Tuesday; its week is shown whole.
        (TrafficSpan.DAYS_90, FIRST_DAY + timedelta(days=308), 14),
    ],
)
def test_that_a_span_is_counted_from_the_last_day_with_data(
    database: Database, span: TrafficSpan, first: date, weeks: int
) -> None:
    with database.write() as session:
        service = add_service(session, "A")
        add_days(session, service, 400)

    found = Traffic(database).series(service.id, span)

    assert found.weeks[0].tally.first_day == first
    assert len(found.weeks) == weeks
    assert found.counted is not None
    assert found.counted.opt_outs == sum(week.tally.opt_outs for week in found.weeks)


def test_that_the_latest_thirty_days_are_added_up(database: Database) -> None:
    with database.write() as session:
        service = add_service(session, "A")
        add_days(session, service, 100)

    found = Traffic(database).series(service.id, TrafficSpan.DAYS_90)

    assert found.latest is not None
    assert found.latest.last_day == FIRST_DAY + timedelta(days=99)
    assert found.latest.first_day == FIRST_DAY + timedelta(days=70)
    assert (found.latest.opt_outs, found.latest.contact_days, found.latest.send_days) == (
        30,
        3000,
        30,
    )
    assert found.latest.sent_per_day == found.messages_per_day_now == 2.0
    assert found.latest.rate is not None
    assert found.latest.rate.low < found.latest.rate.estimate < found.latest.rate.high
    assert not found.changed_lately


def test_that_the_period_of_the_rate_can_be_set(database: Database) -> None:
    with database.write() as session:
        service = add_service(session, "A")
        add_days(session, service, 100)
    traffic = Traffic(database)

    month = traffic.series(service.id, period_days=30).counted
    week = traffic.series(service.id, period_days=7).counted

    assert month is not None
    assert week is not None
    assert month.rate is not None
    assert week.rate is not None
    assert month.rate.estimate == pytest.approx(1 - (1 - week.rate.estimate) ** (30 / 7))


def test_that_a_new_number_is_a_change_in_the_services_own_zone(database: Database) -> None:
    with database.write() as session:
        service = add_service(session, "A")
        add_days(session, service, 100)
        # Half past eleven at night in London is the next day in Vienna.
        use_number(session, service, "6500000002", datetime(2025, 3, 9, 23, 30, tzinfo=UTC))

    found = Traffic(database).series(service.id)

    assert found.changes == (NumberChange(date(2025, 3, 10), "+436500000002", date(2025, 4, 8)),)
    assert sum(week.tally.contact_days for week in found.weeks if week.left_out) == 3000
    assert found.counted is not None
    assert found.counted.contact_days == 7000
    assert found.changed_lately


@pytest.mark.parametrize(
    "from_at",
    [None, datetime(2024, 12, 1, tzinfo=UTC), datetime(2025, 1, 6, 8, 0, tzinfo=UTC)],
)
def test_that_the_first_number_is_no_change(database: Database, from_at: datetime | None) -> None:
    with database.write() as session:
        service = add_service(session, "A")
        add_days(session, service, 60)
        use_number(session, service, "6500000001", from_at)

    found = Traffic(database).series(service.id)

    assert found.changes == ()
    assert not any(week.left_out for week in found.weeks)


def test_that_a_change_after_the_last_day_with_data_is_none_yet(database: Database) -> None:
    with database.write() as session:
        service = add_service(session, "A")
        add_days(session, service, 60)
        use_number(session, service, "6500000002", datetime(2025, 3, 7, 8, tzinfo=UTC))

    found = Traffic(database).series(service.id)

    assert found.changes == ()
    assert not found.changed_lately


def test_that_changes_before_the_span_are_not_shown(database: Database) -> None:
    with database.write() as session:
        service = add_service(session, "A")
        add_days(session, service, 300)
        use_number(session, service, "6500000002", datetime(2025, 2, 1, tzinfo=UTC))

    traffic = Traffic(database)

    assert traffic.series(service.id, TrafficSpan.DAYS_90).changes == ()
    assert len(traffic.series(service.id, TrafficSpan.ALL).changes) == 1


def test_that_an_unknown_time_zone_is_read_as_the_providers(database: Database) -> None:
    with database.write() as session:
        service = add_service(session, "A", timezone="Mars/Olympus")
        add_days(session, service, 100)
        use_number(session, service, "6500000002", datetime(2025, 3, 9, 23, 30, tzinfo=UTC))

    assert Traffic(database).series(service.id).changes[0].day == date(2025, 3, 10)


def test_that_a_change_that_was_agreed_is_marked_unless_its_case_was_abandoned(
    database: Database,
) -> None:
    with database.write() as session:
        service, other = add_service(session, "A"), add_service(session, "B")
        add_days(session, service, 100)
    cases = Cases(database)
    kind = CaseKind.FREQUENCY_QUESTION

    def agreed(service_id: int, customer_id: int, day: date) -> int:
        draft = CaseDraft(kind=kind, agreed=True, agreed_often=Often.DAILY, agreed_on=day)
        return cases.open(kind, customer_id, service_id, to_json(draft), "Lena Moser").id

    customer = service.customer_id
    agreed(service.id, customer, FIRST_DAY + timedelta(days=40))
    agreed(service.id, customer, FIRST_DAY + timedelta(days=200))
    agreed(other.id, other.customer_id, FIRST_DAY + timedelta(days=41))
    gone = agreed(service.id, customer, FIRST_DAY + timedelta(days=42))
    cases.abandon(gone, reason="withdrawn", agent="Lena Moser")
    cases.open(kind, customer, service.id, to_json(CaseDraft(kind=kind, agreed=False)), "Lena")

    found = Traffic(database).series(service.id)

    day = FIRST_DAY + timedelta(days=40)
    effect = Traffic(database).before_after(service.id, day)
    assert found.agreements == (AgreedChange(day, Often.DAILY, effect),)


def test_that_before_and_after_are_compared_without_the_days_after_a_new_number(
    database: Database,
) -> None:
    day = FIRST_DAY + timedelta(days=60)
    with database.write() as session:
        service = add_service(session, "A")
        add_days(session, service, 60, opt_outs=4)
        add_days(session, service, 60, opt_outs=1, first=day)
        use_number(session, service, "6500000002", datetime(2025, 4, 10, 8, tzinfo=UTC))
    traffic = Traffic(database)

    found = traffic.before_after(service.id, day)

    assert found.before is not None
    assert found.after is not None
    assert (found.before.opt_outs, found.after.opt_outs) == (240, 60 - 7 - 26)
    assert found.verdict is Verdict.LOWER
    with pytest.raises(NotFoundError):
        traffic.before_after(4711, day)


def test_that_the_days_come_with_the_weeks(database: Database) -> None:
    with database.write() as session:
        service = add_service(session, "A")
        add_days(session, service, 100)
        service_id = service.id

    found = Traffic(database).series(service_id, TrafficSpan.ALL)

    assert len(found.days) == 100
    assert [one.day for one in found.days_of(found.weeks[1])] == [
        FIRST_DAY + timedelta(days=day) for day in range(7, 14)
    ]
    assert found.days[7].messages_per_day == 2.0
    assert found.days[6].messages_per_day is None
