"""Days of traffic added up to weeks."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.models.frequency.rates import DayTraffic
from desktop.models.frequency.weeks import (
    messages_per_day,
    number_change,
    tally,
    weeks,
)

MONDAY = date(2026, 11, 2)
PERIOD_DAYS = 30


def days(
    count: int, *, messages: float = 1.0, opt_outs: int = 1, first: date = MONDAY
) -> list[DayTraffic]:
    return [DayTraffic(first + timedelta(days=n), 100, messages, opt_outs) for n in range(count)]


def test_that_a_week_runs_from_monday_to_sunday() -> None:
    found = weeks(days(10, first=MONDAY + timedelta(days=5)), (), PERIOD_DAYS)

    assert [(week.tally.first_day, week.tally.last_day) for week in found] == [
        (date(2026, 11, 7), date(2026, 11, 8)),
        (date(2026, 11, 9), date(2026, 11, 15)),
        (date(2026, 11, 16), date(2026, 11, 16)),
    ]
    assert [week.tally.contact_days for week in found] == [200, 700, 100]
    assert [week.tally.opt_outs for week in found] == [2, 7, 1]


def test_that_the_frequency_is_what_was_sent_before_and_not_on_the_day() -> None:
    sent = [*days(7, messages=2.0), *days(7, messages=9.0, first=MONDAY + timedelta(days=7))]

    first, second = weeks(sent, (), PERIOD_DAYS)

    assert first.messages_per_day is None  # nothing is known of the days before
    assert second.messages_per_day == pytest.approx(2.0 + 3 * (9.0 - 2.0) / 7)
    assert (first.tally.sent_per_day, second.tally.sent_per_day) == (2.0, 9.0)


def test_that_days_weigh_as_much_as_they_have_contacts() -> None:
    sent = [*days(6, messages=0.0), DayTraffic(MONDAY + timedelta(days=6), 100, 7.0, 0)]
    sent += [
        DayTraffic(MONDAY + timedelta(days=7), 300, 7.0, 0),
        DayTraffic(MONDAY + timedelta(days=8), 100, 0.0, 0),
    ]

    assert weeks(sent, (), PERIOD_DAYS)[1].messages_per_day == pytest.approx((3 * 1.0 + 2.0) / 4)


def test_that_the_frequency_of_now_looks_at_the_last_seven_days_that_are_known() -> None:
    sent = [*days(7, messages=9.0), *days(7, messages=2.0, first=MONDAY + timedelta(days=7))]

    assert messages_per_day(sent) == 2.0
    del sent[10]
    assert messages_per_day(sent) == 2.0
    assert messages_per_day([]) == 0.0


def test_that_a_week_is_parted_where_the_number_changes() -> None:
    change = number_change(MONDAY + timedelta(days=2), "+436500000001")

    found = weeks(days(49), (change,), PERIOD_DAYS)

    parts = [(week.tally.first_day - MONDAY, week.left_out) for week in found]
    assert [(gap.days, left_out) for gap, left_out in parts] == [
        (0, False),
        (2, True),
        (7, True),
        (14, True),
        (21, True),
        (28, True),
        (32, False),
        (35, False),
        (42, False),
    ]
    left_out = [week for week in found if week.left_out]
    assert sum(week.tally.contact_days for week in left_out) == 30 * 100


@given(
    numbers=st.lists(
        st.tuples(st.integers(0, 9), st.integers(0, 5000), st.integers(0, 50)), min_size=1
    ),
    start=st.dates(date(2020, 1, 1), date(2030, 1, 1)),
    change_after=st.integers(0, 60),
)
def test_that_weeks_add_up_to_the_days(
    numbers: list[tuple[int, int, int]], start: date, change_after: int
) -> None:
    given_days = [
        DayTraffic(start + timedelta(days=n), contacts, messages, opt_outs)
        for n, (messages, contacts, opt_outs) in enumerate(numbers)
    ]
    change = number_change(start + timedelta(days=change_after), "+436500000001")

    found = weeks(given_days, (change,), PERIOD_DAYS)

    whole = tally(given_days, PERIOD_DAYS)
    assert sum(week.tally.opt_outs for week in found) == whole.opt_outs
    assert sum(week.tally.contact_days for week in found) == whole.contact_days
    assert sum(week.tally.send_days for week in found) == whole.send_days
    assert [week.tally.first_day for week in found] == sorted(
        week.tally.first_day for week in found
    )


def test_that_there_is_no_rate_without_contacts() -> None:
    assert tally([DayTraffic(MONDAY, 0, 1.0, 0)], PERIOD_DAYS).rate is None


@pytest.mark.parametrize(
    ("opt_outs", "send_days", "too_few"), [(5, 3, False), (4, 3, True), (5, 2, True)]
)
def test_that_few_opt_outs_or_send_days_say_too_little(
    opt_outs: int, send_days: int, too_few: bool
) -> None:
    some = [DayTraffic(MONDAY, 100, 1.0, opt_outs), *days(send_days - 1, opt_outs=0)]

    assert tally(some, PERIOD_DAYS).too_few is too_few


def test_that_reads_are_told_as_a_share_of_what_was_sent_where_they_were_counted() -> None:
    counted = [DayTraffic(MONDAY + timedelta(days=n), 100, 2.0, 0, read=50) for n in range(2)]
    unknown = DayTraffic(MONDAY + timedelta(days=2), 100, 2.0, 0)
    found = tally([*counted, unknown], PERIOD_DAYS)
    assert found.read == 0.25
    assert found.clicked is None
    assert tally([DayTraffic(MONDAY, 100, 0.0, 0, read=3)], PERIOD_DAYS).read is None
