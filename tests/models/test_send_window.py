"""The sending window: its edges, its holidays, and the nights when clocks change."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.models.send_window import (
    SendWindow,
    is_open,
    next_open,
    public_holidays,
    zone_of,
)

VIENNA = "Europe/Vienna"
ZURICH = "Europe/Zurich"
MOMENT = timedelta(microseconds=1)


def vienna(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(VIENNA))


@pytest.mark.parametrize(
    ("local", "open_"),
    [
        ("2026-11-18T08:59:59.999999", False),
        ("2026-11-18T09:00", True),
        ("2026-11-18T18:59:59.999999", True),
        ("2026-11-18T19:00", False),
        ("2026-11-21T12:00", True),  # Saturday
        ("2026-11-22T12:00", False),  # Sunday
        ("2026-10-26T12:00", False),  # Austrian national day, a Monday
        ("2026-12-08T12:00", False),  # Immaculate Conception
        ("2026-06-04T12:00", False),  # Corpus Christi
        ("2026-12-24T12:00", True),
    ],
)
def test_that_the_window_is_open_by_day_on_working_days(local: str, open_: bool) -> None:
    assert is_open(vienna(local), VIENNA, "AT") is open_
    assert is_open(vienna(local).astimezone(UTC), VIENNA, "AT") is open_


def test_that_holidays_are_those_of_the_recipients_country() -> None:
    national_day = vienna("2026-10-26T12:00")
    assert is_open(national_day, VIENNA, "DE")
    unity = vienna("2026-10-03T12:00")
    assert (is_open(unity, VIENNA, "AT"), is_open(unity, VIENNA, "DE")) == (True, False)
    swiss_day = vienna("2026-08-01T12:00")
    assert (is_open(swiss_day, ZURICH, "CH"), is_open(swiss_day, VIENNA, "AT")) == (False, True)
    assert is_open(national_day, VIENNA, "")


def test_that_the_thirteen_austrian_holidays_are_known() -> None:
    assert len(public_holidays("AT", 2026)) == 13
    assert date(2026, 4, 6) in public_holidays("AT", 2026)  # Easter Monday
    assert public_holidays("XX", 2026) == frozenset()


@pytest.mark.parametrize(
    ("at", "opens"),
    [
        ("2026-11-18T10:00", "2026-11-18T10:00"),
        ("2026-11-18T03:00", "2026-11-18T09:00"),
        ("2026-11-18T19:00", "2026-11-19T09:00"),
        ("2026-11-21T19:00", "2026-11-23T09:00"),
        ("2026-10-24T19:30", "2026-10-27T09:00"),  # Saturday, clocks back, Sunday, holiday
        ("2026-03-28T19:30", "2026-03-30T09:00"),  # Saturday, clocks forward, Sunday
        ("2026-12-24T19:00", "2026-12-28T09:00"),
        ("2026-04-02T20:00", "2026-04-03T09:00"),  # Good Friday is no holiday in Austria
    ],
)
def test_that_the_next_opening_is_found(at: str, opens: str) -> None:
    assert next_open(vienna(at), VIENNA, "AT") == vienna(opens)


def test_that_the_hour_is_the_clocks_on_both_sides_of_the_change() -> None:
    assert next_open(vienna("2026-03-28T19:30"), VIENNA, "AT").hour == 7
    assert next_open(vienna("2026-03-27T19:30"), VIENNA, "AT").hour == 8
    assert next_open(vienna("2026-10-23T19:30"), VIENNA, "AT").hour == 7
    assert next_open(vienna("2026-10-24T19:30"), VIENNA, "AT").hour == 8


@given(
    at=st.datetimes(datetime(2025, 1, 1), datetime(2028, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001 - bounds are naive by contract
    place=st.sampled_from([(VIENNA, "AT"), ("Europe/Berlin", "DE"), (ZURICH, "CH")]),
)
def test_that_the_next_opening_is_open_and_nothing_before_it_is(
    at: datetime, place: tuple[str, str]
) -> None:
    opening = next_open(at, *place)
    assert opening >= at
    assert is_open(opening, *place)
    if opening > at:
        assert not is_open(opening - MOMENT, *place)
        assert not is_open(at + (opening - at) / 2, *place)


def test_that_a_stricter_window_keeps_both() -> None:
    customer = SendWindow(opens=time(10), closes=time(20), last_weekday=4)
    both = SendWindow().stricter_with(customer)
    assert both == SendWindow(time(10), time(19), 4)
    assert not is_open(vienna("2026-11-21T12:00"), VIENNA, "AT", both)


def test_that_a_window_that_never_opens_is_said_to_be_so() -> None:
    closed = SendWindow(opens=time(12)).stricter_with(SendWindow(closes=time(11)))
    assert not is_open(vienna("2026-11-18T12:00"), VIENNA, "AT", closed)
    with pytest.raises(LookupError):
        next_open(vienna("2026-11-18T12:00"), VIENNA, "AT", closed)


def test_that_nobody_may_set_more_than_the_house_rules() -> None:
    assert list(SendWindow().problems()) == []
    assert list(SendWindow(time(10), time(18), 4).problems()) == []
    loose = SendWindow(time(8), time(20), 6, spare_holidays=False)
    assert [problem.field for problem in loose.problems()] == [
        "opens",
        "closes",
        "last_weekday",
        "spare_holidays",
    ]


def test_that_a_country_with_one_clock_has_its_own_zone() -> None:
    assert zone_of("DE", VIENNA) == "Europe/Berlin"
    assert zone_of("US", VIENNA) == VIENNA


def test_that_the_calendar_is_loaded_only_when_it_is_asked() -> None:
    program = "import sys, desktop.models.send_window; print('holidays' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.strip() == "False"
