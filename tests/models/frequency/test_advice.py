"""What is recommended, and what is said where nothing can be."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.models.frequency.advice import (
    benefit,
    benefit_range,
    expected,
    rate_at,
    within_limit,
)
from desktop.models.frequency.bins import Cells, wide_rate
from desktop.models.frequency.rates import rate_of
from desktop.models.records.frequency import (
    Advice,
    Bin,
    Ground,
    Lack,
    NotEnough,
    Often,
)

TRIED = {
    Often.NEVER: 0.0,
    Often.WEEKLY: 1 / 7,
    Often.SOME_A_WEEK: 2.5 / 7,
    Often.DAILY: 1.0,
    Often.SOME_A_DAY: 2.5,
    Often.MORE: 6.0,
}


def made(
    hazard: tuple[float, float, float],
    power: float = 0.6,
    contact_days: float = 5_000,
) -> tuple[Cells, list[Bin]]:
    """Forty messages at each frequency; reads per day grow with a power of the frequency."""
    random = np.random.default_rng(1)
    bins = len(TRIED)
    often = np.array(list(TRIED.values()))
    at = np.repeat(np.arange(bins), 40)[:, None] == np.arange(bins)
    days = np.where(at, contact_days, 0.0)
    rates = hazard[0] + hazard[1] * often ** hazard[2]
    left = random.poisson(days * rates).astype(float)
    read = random.poisson(days * 0.5 * often**power).astype(float)
    table = Cells(tuple(TRIED), often, left, days, days, read)
    totals = zip(TRIED, often, left.sum(0), days.sum(0), strict=True)
    return table, [bin_of(name, one, int(gone), base) for name, one, gone, base in totals]


def bin_of(often: Often, frequency: float, left: int, days: float, send_days: int = 40) -> Bin:
    rate, wide = rate_of(left, days), wide_rate(left, days, 1.0)
    return Bin(often, float(frequency), left, int(days), send_days, rate, wide, 1.0)


def best_of_formula(hazard: tuple[float, float, float], power: float) -> tuple[float, float, float]:
    """Where the long-run benefit with discount 0.001 is largest, and within 5 % of it."""
    often = np.linspace(0.01, 12, 60_000)
    worth = often**power / (hazard[0] + hazard[1] * often ** hazard[2] + 0.001)
    close = often[worth >= 0.95 * worth.max()]
    return float(often[worth.argmax()]), float(close[0]), float(close[-1])


@pytest.mark.parametrize(
    ("growth", "power", "best", "low", "high"),
    [
        (1, 0.6, 2.25, 1.2, 4.4),
        (1.6, 1, 1.8, 1.2, 2.7),
        (1.6, 0.6, 0.9, 0.6, 1.4),
        (2, 0.4, 0.6, 0.4, 0.9),
    ],
)
def test_that_the_plateau_of_the_benefit_is_as_published(
    growth: float, power: float, best: float, low: float, high: float
) -> None:
    found = best_of_formula((0.0005, 0.001, growth), power)
    assert found == pytest.approx((best, low, high), abs=0.055)


def test_that_the_benefit_over_a_horizon_is_the_published_formula() -> None:
    one = benefit(np.array([2.0]), np.array([0.5]), np.array([0.003]), 365)
    assert one[0] == pytest.approx(2 * 0.5 * (1 - np.exp(-0.003 * 365)) / 0.003)
    assert benefit(np.array([2.0]), np.array([0.5]), np.array([0.0]), 365)[0] == 365
    half = expected(bin_of(Often.DAILY, 1.0, 30, 10_000), 0.5, 365)
    assert half.low < half.estimate < half.high
    assert expected(bin_of(Often.DAILY, 1.0, 0, 10_000), 0.5, 365).high == 0.5 * 365


def test_that_the_recommended_range_holds_the_best_that_was_tried() -> None:
    hazard = (0.0005, 0.004, 1.6)
    table, bins = made(hazard)
    found = benefit_range(table, bins, 365)
    assert isinstance(found, Advice)
    assert found.ground is Ground.BENEFIT
    often = np.array(list(TRIED.values()))[1:]
    rate = hazard[0] + hazard[1] * often ** hazard[2]
    true = benefit(np.ones(5), 0.5 * often**0.6, rate, 365)
    names = list(TRIED)[1:]
    close = [name for name, worth in zip(names, true, strict=True) if worth >= 0.95 * true.max()]
    assert (found.lowest, found.highest) == (close[0], close[-1])
    assert found.certainty is not None
    assert found.certainty > 0.9


def test_that_what_was_not_tried_is_never_recommended() -> None:
    table, bins = made((0.0005, 0.0, 1.0), power=1.0)
    found = benefit_range(table, bins, 365)
    assert isinstance(found, Advice)
    assert (found.lowest, found.highest) == (Often.MORE, Often.MORE)


def test_that_what_loses_more_than_the_limit_is_never_recommended_for_its_reads() -> None:
    hazard = (0.0005, 0.0008, 1.0)
    table, bins = made(hazard, power=1.0)
    free = benefit_range(table, bins, 365)
    assert isinstance(free, Advice)
    assert (free.highest, free.capped) == (Often.MORE, False)
    capped = benefit_range(table, bins, 365, most_lost=rate_at(0.1, 30))
    assert isinstance(capped, Advice)
    assert (capped.highest, capped.capped) == (Often.SOME_A_DAY, True)
    hopeless = benefit_range(table, bins, 365, most_lost=rate_at(0.001, 30))
    assert hopeless == NotEnough(Lack.OVER_LIMIT)
    alone = benefit_range(table, bins, 365, most_lost=(bins[1].wide.estimate + 1e-9))
    assert isinstance(alone, Advice)
    assert (alone.lowest, alone.highest, alone.capped) == (Often.WEEKLY, Often.WEEKLY, True)


@given(
    growth=st.floats(0, 2),
    power=st.floats(0.2, 1.2),
    share=st.floats(0.01, 0.4),
)
def test_that_no_range_reaches_above_the_limit(growth: float, power: float, share: float) -> None:
    most_lost = rate_at(share, 30)
    table, bins = made((0.0008, 0.0006, growth), power)
    found = benefit_range(table, bins, 365, most_lost, draws=40)
    if isinstance(found, Advice):
        order = list(Often)
        low, high = order.index(found.lowest), order.index(found.highest)
        inside = [one for one in bins if low <= order.index(one.often) <= high]
        assert inside
        assert all(one.wide.estimate <= most_lost for one in inside)


def test_that_little_data_are_undecided_and_say_how_much_more_it_takes() -> None:
    table, bins = made((0.002, 0.0025, 1.0), contact_days=100)
    bins = [replace(one, opt_outs=max(one.opt_outs, 5)) for one in bins]
    found = benefit_range(table, bins, 365)
    assert isinstance(found, NotEnough | Advice)
    if isinstance(found, NotEnough):
        assert found.lack is Lack.UNDECIDED
        assert found.times is not None
        assert found.times >= 1
    else:
        assert found.certainty is not None


def test_that_without_reads_or_frequencies_nothing_is_recommended() -> None:
    table, bins = made((0.0005, 0.002, 1.6))
    unread = replace(table, read=table.read * np.nan)
    assert benefit_range(unread, bins, 365) == NotEnough(Lack.NO_READS)
    assert benefit_range(table, [], 365) == NotEnough(Lack.NO_DATA)
    one = [replace(each, send_days=1) if number > 1 else each for number, each in enumerate(bins)]
    assert benefit_range(table, one, 365) == NotEnough(Lack.ONE_FREQUENCY)


def limit_of(*bins: Bin, share: float = 0.05) -> Advice | NotEnough:
    return within_limit(bins, rate_at(share, 30))


def test_that_the_limit_lets_through_the_highest_that_is_surely_below_it() -> None:
    table = [
        bin_of(Often.NEVER, 0, 50, 100_000),
        bin_of(Often.WEEKLY, 1 / 7, 80, 100_000),
        bin_of(Often.DAILY, 1.0, 140, 100_000),
        bin_of(Often.SOME_A_DAY, 2.5, 400, 100_000),
        bin_of(Often.MORE, 6.0, 0, 100_000),
    ]
    below = Advice(Ground.LIMIT, Often.WEEKLY, Often.DAILY, None, capped=True)
    assert limit_of(*table) == below
    assert limit_of(*table, share=0.2) == Advice(Ground.LIMIT, Often.WEEKLY, Often.MORE, None)


def test_that_above_the_limit_is_told_from_not_sure() -> None:
    over = limit_of(bin_of(Often.WEEKLY, 1 / 7, 400, 100_000))
    assert over == NotEnough(Lack.OVER_LIMIT)
    assert limit_of() == NotEnough(Lack.NO_DATA)
    assert limit_of(bin_of(Often.WEEKLY, 1 / 7, 3, 9_000, send_days=2)) == NotEnough(Lack.NO_DATA)


@given(left=st.integers(0, 12), share=st.floats(0.05, 0.3))
def test_that_what_would_be_enough_is_enough(left: int, share: float) -> None:
    one = bin_of(Often.DAILY, 1.0, left, 10_000)
    found = limit_of(one, share=share)
    limit = -np.log1p(-share) / 30
    if isinstance(found, NotEnough) and found.times is not None:
        just = wide_rate(left * found.times, 10_000 * found.times, 1.0)
        assert just.high == pytest.approx(limit, rel=1e-6) or found.times == pytest.approx(1e6)
    elif isinstance(found, Advice):
        assert one.wide.high <= limit


def test_that_no_opt_outs_at_many_contact_days_are_good_news() -> None:
    assert limit_of(bin_of(Often.DAILY, 1.0, 0, 100_000)) == Advice(
        Ground.LIMIT, Often.DAILY, Often.DAILY, None
    )
