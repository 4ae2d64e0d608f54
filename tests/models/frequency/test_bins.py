"""Rates by frequency: nothing is lost, and messages that differ widen them."""

from __future__ import annotations

import csv
import json
from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.models.frequency.arrays import Array, Days, countable, days_of, frequencies
from desktop.models.frequency.bins import (
    by_frequency,
    cells,
    place,
    spread,
    wide_rate,
)
from desktop.models.frequency.rates import DayTraffic, rate_of
from desktop.models.frequency.trend import trend
from desktop.models.records.frequency import Bin, Doubt, Often

MONDAY = date(2026, 3, 2)
SAMPLE = Path(__file__).parents[3] / "resources" / "sample" / "export-en"


def days(sent: Sequence[float], opt_outs: int | Sequence[int] = 1, contacts: int = 100) -> Days:
    left = [opt_outs] * len(sent) if isinstance(opt_outs, int) else opt_outs
    return days_of(
        [
            DayTraffic(MONDAY + timedelta(days=number), contacts, one, gone)
            for number, (one, gone) in enumerate(zip(sent, left, strict=True))
        ]
    )


def bins(of: Days) -> dict[Often, Bin]:
    return {one.often: one for one in by_frequency(of, frequencies(of))}


@pytest.mark.parametrize(
    ("per_day", "often"),
    [
        (0.0, Often.NEVER),
        (0.2 / 7, Often.MONTHLY),
        (1.9 / 30, Often.TWICE_A_MONTH),
        (1 / 7, Often.WEEKLY),
        (2 / 7, Often.SOME_A_WEEK),
        (3 / 7, Often.SOME_A_WEEK),
        (1.0, Often.DAILY),
        (2.0, Often.SOME_A_DAY),
        (3.0, Often.SOME_A_DAY),
        (4.0, Often.MORE),
        (20.0, Often.MORE),
    ],
)
def test_that_a_frequency_has_the_name_that_people_give_it(per_day: float, often: Often) -> None:
    assert list(Often)[place(np.array([per_day]))[0]] is often


@given(
    sent=st.lists(st.sampled_from([0.0, 1.0, 3.0, 5.0]), max_size=60),
    opt_outs=st.integers(0, 100),
)
def test_that_no_day_is_lost(sent: list[float], opt_outs: int) -> None:
    found = bins(days(sent, opt_outs)).values()
    counted = max(len(sent) - 7, 0)
    assert sum(one.opt_outs for one in found) == opt_outs * counted
    assert sum(one.contact_days for one in found) == 100 * counted
    for one in found:
        assert one.rate.low <= one.rate.estimate <= one.rate.high
        assert one.wide.low <= one.wide.estimate <= one.wide.high
        assert one.worth >= 1


def test_that_a_bin_says_why_it_is_greyed() -> None:
    assert bins(days([1] * 30, opt_outs=0))[Often.DAILY].doubts == (Doubt.FEW_OPT_OUTS,)
    assert bins(days([1] * 9, opt_outs=50))[Often.DAILY].doubts == (Doubt.FEW_SEND_DAYS,)
    assert bins(days([1] * 30, opt_outs=50))[Often.DAILY].doubts == ()
    assert bins(days([0] * 30, opt_outs=50))[Often.NEVER].doubts == ()


def test_that_equal_messages_do_not_widen_and_unequal_ones_do() -> None:
    sent = [1.0] * 107
    calm = days(sent, [10, 9, 11, 10] * 26 + [10, 9, 11])
    wild = days(sent, [0, 0, 40, 0] * 26 + [0, 0, 40])
    assert bins(calm)[Often.DAILY].worth == 1.0
    daily = bins(wild)[Often.DAILY]
    assert daily.worth > 10
    assert daily.wide.high - daily.wide.low > 3 * (daily.rate.high - daily.rate.low)


@pytest.mark.parametrize("variance", [0.0, 0.25, 1.0])
def test_that_the_spread_of_messages_is_found_again(variance: float) -> None:
    random = np.random.default_rng(2)
    found = []
    for _ in range(60):
        shock = random.gamma(1 / variance, variance, 307) if variance else np.ones(307)
        one = days([1.0] * 307, random.poisson(20 * shock).tolist())
        found.append(spread(cells(one, frequencies(one))))
    assert np.mean(found) == pytest.approx(variance, abs=0.06)


@given(left=st.integers(0, 500), worth=st.floats(1, 50))
def test_that_an_independent_library_agrees_on_wide_intervals(left: int, worth: float) -> None:
    from statsmodels.stats.rates import confint_poisson

    alone = wide_rate(left, 52_407, 1.0)
    if left:
        low, high = confint_poisson(left, 52_407, method="jeffreys")
        assert (alone.low, alone.high) == pytest.approx((low, high))
    else:
        assert (alone.low, alone.high) == (0.0, rate_of(0, 52_407).high)
    wider = wide_rate(left, 52_407, worth)
    assert wider.estimate == pytest.approx(alone.estimate)
    assert wider.high >= alone.high * (1 - 1e-12)


def test_that_no_days_have_no_bins() -> None:
    assert by_frequency(days([]), np.array([])) == ()
    assert bins(days([1] * 7)) == {}
    assert bins(days([1] * 20, opt_outs=0, contacts=0)) == {}


def sample() -> dict[str, Days]:
    found: dict[str, list[DayTraffic]] = defaultdict(list)
    with (SAMPLE / "traffic.csv").open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file, delimiter=";"):
            found[row["service_no"]].append(
                DayTraffic(
                    date.fromisoformat(row["day"]),
                    int(row["contacts_at_risk"]),
                    float(row["messages_sent"]),
                    int(row["opt_outs"]),
                )
            )
    return {name: days_of(each) for name, each in found.items()}


def true_rates(of: Days, often: Array, hazard: list[float]) -> dict[Often, float]:
    base, slope, power = hazard
    counted = countable(of, often)
    at_risk, often = of.at_risk[counted], often[counted]
    rates, places = base + slope * often**power, place(often)
    return {
        list(Often)[number]: float(
            np.average(rates[places == number], weights=at_risk[places == number])
        )
        for number in np.unique(places)
    }


def test_that_the_sample_shows_the_hazards_it_was_made_with_as_often_as_it_should() -> None:
    truth = json.loads((SAMPLE / "truth.json").read_text("utf-8"))["services"]
    exact, wide, curves = [], [], []
    for name, of in sample().items():
        assert of.opt_outs.sum() == truth[name]["opt_outs"]
        assert of.at_risk.sum() == truth[name]["exposure"]
        often = frequencies(of)
        true = true_rates(of, often, truth[name]["hazard"])
        for one in by_frequency(of, often):
            if not one.doubts:
                exact.append(one.rate.low <= true[one.often] <= one.rate.high)
                wide.append(one.wide.low <= true[one.often] <= one.wide.high)
        base, slope, power = truth[name]["hazard"]
        fitted = trend(of, often)
        for point in fitted.curve[::10] if fitted is not None else ():
            hazard = base + slope * point.frequency**power
            curves.append(point.rate.low <= hazard <= point.rate.high)
    assert len(wide) > 45
    assert len(curves) > 45
    assert 0.9 <= np.mean(curves) <= 1.0
    assert 0.93 <= np.mean(wide) <= 1.0
    assert np.mean(exact) < np.mean(wide)
