"""Rates against published numbers and an independent library."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from datetime import date, timedelta
from math import exp

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.models.frequency.rates import (
    DayTraffic,
    Estimate,
    exact_share_of,
    rate_of,
    share_lost,
    share_of,
    trailing_frequencies,
)

MONDAY = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("events", "trials", "share", "exact", "wilson"),
    [  # opt-outs after recruitment texts, Text4baby (PMC5526806, table 2), in per cent
        (60, 2_580, 2.33, (1.78, 2.98), (1.81, 2.98)),
        (39, 2_968, 1.31, (0.94, 1.79), (0.96, 1.79)),
        (33, 1_855, 1.78, (1.23, 2.49), (1.27, 2.49)),
        (132, 7_403, 1.78, (1.49, 2.11), (1.51, 2.11)),
    ],
)
def test_that_shares_have_the_published_bounds(
    events: int,
    trials: int,
    share: float,
    exact: tuple[float, float],
    wilson: tuple[float, float],
) -> None:
    published, charted = exact_share_of(events, trials), share_of(events, trials)
    assert round(100 * published.estimate, 2) == share
    assert (round(100 * published.low, 2), round(100 * published.high, 2)) == exact
    assert (round(100 * charted.low, 2), round(100 * charted.high, 2)) == wilson


@pytest.mark.parametrize(
    ("events", "trials", "share", "exact"),
    [  # the same table, shares of a tenth
        (232, 2_580, 8.99, (7.92, 10.16)),
        (1_038, 10_194, 10.18, (9.60, 10.79)),
    ],
)
def test_that_larger_shares_have_the_published_bounds(
    events: int, trials: int, share: float, exact: tuple[float, float]
) -> None:
    found = exact_share_of(events, trials).through(lambda one: round(100 * one, 2))
    assert (found.estimate, (found.low, found.high)) == (share, exact)


@pytest.mark.parametrize(
    ("per_day", "per_1000_messages", "left_after_30_days"),
    [(1 / 30, 16.0, 1.6), (1 / 7, 4.5, 1.9), (1, 1.5, 4.4), (3, 1.17, 10.0), (8, 1.06, 22.5)],
)
def test_that_a_rate_per_message_falls_where_the_list_empties_faster(
    per_day: float, per_1000_messages: float, left_after_30_days: float
) -> None:
    contact_days = 10_000_000
    opt_outs = round(contact_days * (0.0005 + 0.001 * per_day))
    assert 1_000 * opt_outs / (contact_days * per_day) == pytest.approx(per_1000_messages, abs=0.05)
    lost = share_lost(opt_outs, contact_days, 30)
    assert 100 * lost.estimate == pytest.approx(left_after_30_days, abs=0.05)


@pytest.mark.parametrize(
    ("events", "trials", "wilson", "exact"),
    [  # Newcombe 1998, standard cases
        (81, 263, (0.2553, 0.3662), (0.2527, 0.3676)),
        (15, 148, (0.0624, 0.1605), (0.0578, 0.1617)),
        (0, 20, (0.0, 0.1611), (0.0, 0.1684)),
        (1, 29, (0.0061, 0.1718), (0.0009, 0.1776)),
    ],
)
def test_that_standard_cases_have_their_bounds(
    events: int, trials: int, wilson: tuple[float, float], exact: tuple[float, float]
) -> None:
    for found, expected in ((share_of, wilson), (exact_share_of, exact)):
        interval = found(events, trials)
        assert (round(interval.low, 4), round(interval.high, 4)) == expected


def test_that_the_rate_of_the_british_doctors_has_its_published_bounds() -> None:
    per_100_000_years = rate_of(32, 52_407).through(lambda rate: 100_000 * rate)
    assert round(per_100_000_years.low, 2) == 41.77
    assert round(per_100_000_years.high, 2) == 86.20
    assert per_100_000_years.estimate == pytest.approx(61.06, abs=0.01)


def test_that_no_event_still_has_an_upper_bound() -> None:
    none = rate_of(0, 1_000)
    assert none == Estimate(0.0, 0.0, none.high)
    assert none.high == pytest.approx(0.003689, abs=1e-6)
    assert share_of(20, 20).high == 1.0
    assert exact_share_of(20, 20).high == 1.0


@settings(max_examples=150)
@given(events=st.integers(0, 5_000), trials=st.integers(1, 20_000))
def test_that_an_independent_library_agrees(events: int, trials: int) -> None:
    from statsmodels.stats.proportion import proportion_confint
    from statsmodels.stats.rates import confint_poisson

    rate = rate_of(events, trials)
    assert (rate.low, rate.high) == pytest.approx(
        confint_poisson(events, trials, method="exact-c"), nan_ok=False
    )
    events = min(events, trials)
    for found, method in (
        (share_of(events, trials), "wilson"),
        (exact_share_of(events, trials), "beta"),
    ):
        low, high = proportion_confint(events, trials, method=method)
        assert (found.low, found.high) == pytest.approx((low, high), abs=1e-9)


def test_that_a_month_loses_what_a_constant_rate_takes() -> None:
    lost = share_lost(347, 100_000, 30)
    assert lost.estimate == pytest.approx(1 - exp(-0.00347 * 30))
    assert lost.estimate == pytest.approx(0.0988, abs=0.0001)
    assert lost.low < lost.estimate < lost.high < 1


@pytest.mark.parametrize(
    ("function", "events", "base"),
    [
        (rate_of, 1, 0),
        (rate_of, -1, 5),
        (share_of, 1, 0),
        (share_of, 3, 2),
        (exact_share_of, -1, 2),
    ],
)
def test_that_nothing_is_divided_by_nothing(function: object, events: int, base: int) -> None:
    assert callable(function)
    with pytest.raises(ValueError, match=r"no (rate|share)"):
        function(events, base)


def days_of(messages: Sequence[float], contacts: int = 100, opt_outs: int = 1) -> list[DayTraffic]:
    return [
        DayTraffic(MONDAY + timedelta(days=number), contacts, sent, opt_outs)
        for number, sent in enumerate(messages)
    ]


def test_that_a_days_frequency_is_that_of_the_seven_days_before_it() -> None:
    days = days_of([7, 0, 0, 0, 0, 0, 0, 99, 1])
    assert trailing_frequencies(days) == (*[None] * 7, 1.0, 99 / 7)


def test_that_a_gap_makes_the_week_after_it_unknown() -> None:
    days = days_of([1] * 16)
    del days[7]
    known = [day.day for day, often in zip(days, trailing_frequencies(days), strict=True) if often]
    assert known == [day.day for day in days_of([1] * 16)[15:]]


def test_that_the_heavy_library_is_loaded_only_when_a_rate_is_asked_for() -> None:
    program = "import sys, desktop.models.frequency.rates; print('scipy' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.strip() == "False"
