"""Which number a service had on a day."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from desktop.models.records.sims import NumberSpan
from desktop.models.sim_spans import spans_on
from desktop.models.states import SimStatus

VIENNA = ZoneInfo("Europe/Vienna")
OLD, NEW = "+436500000001", "+436500000002"

SPANS = (
    NumberSpan(2, NEW, datetime(2026, 11, 17, 13, tzinfo=UTC), None, SimStatus.ACTIVE),
    NumberSpan(
        1,
        OLD,
        datetime(2026, 2, 9, 9, 30, tzinfo=UTC),
        datetime(2026, 11, 17, 13, tzinfo=UTC),
        SimStatus.BLOCKED,
    ),
)


@pytest.mark.parametrize(
    ("day", "numbers"),
    [
        (date(2026, 2, 8), []),
        (date(2026, 2, 9), [OLD]),
        (date(2026, 11, 16), [OLD]),
        (date(2026, 11, 17), [OLD, NEW]),
        (date(2026, 11, 18), [NEW]),
        (date(2027, 11, 18), [NEW]),
    ],
)
def test_that_a_day_names_every_number_that_was_used_on_it(day: date, numbers: list[str]) -> None:
    assert [span.number for span in spans_on(SPANS, day, VIENNA)] == numbers


def test_that_a_span_without_a_beginning_reaches_back_for_ever() -> None:
    span = NumberSpan(1, OLD, None, None, SimStatus.ACTIVE)
    assert spans_on([span], date(1990, 1, 1), VIENNA) == (span,)


@pytest.mark.parametrize(
    ("until", "touches"),
    [
        (datetime(2026, 3, 28, 23, tzinfo=UTC), False),
        (datetime(2026, 3, 28, 23, 1, tzinfo=UTC), True),
    ],
)
def test_that_a_day_begins_at_local_midnight_also_when_the_clocks_change(
    until: datetime, touches: bool
) -> None:
    span = NumberSpan(1, OLD, None, until, SimStatus.BLOCKED)
    assert bool(spans_on([span], date(2026, 3, 29), VIENNA)) is touches
