"""One service: the effect of its frequency, and what the curve says about it."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pytest

from desktop.models.frequency.arrays import Array, Days, days_of, frequencies, messages
from desktop.models.frequency.rates import DayTraffic
from desktop.models.frequency.trend import trend
from desktop.models.records.frequency import Drift

MONDAY = date(2025, 3, 3)


def service(days: int = 420, *, effect: float = 1.0, seed: int = 1, contacts: int = 800) -> Days:
    """A service that changes its frequency every six weeks, Sundays twice as bad."""
    random = np.random.default_rng(seed)
    phases = np.repeat(np.resize([0.0, 1 / 7, 1.0, 3.0], days // 42 + 1), 42)[:days]
    sent = random.poisson(phases).astype(float)
    often = np.array([sent[max(0, day - 7) : day].sum() / 7 for day in range(days)])
    sunday = np.where(np.arange(days) % 7 == 6, 2.0, 1.0)
    rate = 0.001 * np.exp(effect * np.log1p(often)) * sunday
    left = random.poisson(contacts * rate)
    return days_of(
        [
            DayTraffic(MONDAY + timedelta(days=day), contacts, float(sent[day]), int(left[day]))
            for day in range(days)
        ]
    )


def test_that_an_independent_library_agrees_on_the_effect() -> None:
    import statsmodels.api as sm

    days = service(effect=0.9)
    often = frequencies(days)
    found = trend(days, often)
    assert found is not None
    known = ~np.isnan(often)
    weekday = ((days.day[known] - 1) % 7)[:, None] == np.arange(1, 7)
    design = np.column_stack([np.ones(known.sum()), np.log1p(often[known]), weekday])
    other = sm.GLM(
        days.opt_outs[known],
        design,
        family=sm.families.Poisson(),
        offset=np.log(days.at_risk[known]),
    ).fit(cov_type="cluster", cov_kwds={"groups": messages(days)[known]}, use_t=True)
    low, high = other.conf_int()[1]
    assert found.effect.estimate == pytest.approx(other.params[1], rel=1e-6)
    assert found.effect.high - found.effect.low == pytest.approx(high - low, rel=0.1)


def test_that_the_curve_holds_what_was_tried_and_finds_the_truth() -> None:
    days = service(effect=1.0, contacts=20_000)
    often = frequencies(days)
    found = trend(days, often)
    assert found is not None
    assert found.drift is Drift.RISES
    assert found.effect.low < 1.0 < found.effect.high
    assert found.curve[0].frequency == 0.0
    assert found.curve[-1].frequency == np.nanmax(often)
    truth = [0.001 * (1 + point.frequency) * 8 / 7 for point in found.curve]
    assert [point.rate.estimate for point in found.curve] == pytest.approx(truth, rel=0.05)
    assert all(point.rate.low < point.rate.estimate < point.rate.high for point in found.curve)


def test_that_sundays_are_told_from_other_days() -> None:
    found = trend(service(contacts=20_000), frequencies(service(contacts=20_000)))
    assert found is not None
    assert len(found.weekdays) == 7
    assert found.weekdays[6] == pytest.approx(1.75, abs=0.1)
    assert np.mean(found.weekdays) == pytest.approx(1.0, abs=0.01)


def test_that_new_contacts_are_not_mistaken_for_many_messages() -> None:
    """The list is young whenever much is sent; young contacts leave ten times as often."""
    random = np.random.default_rng(3)
    sent = np.resize(np.repeat([0.0, 3.0], 30), 600)
    often = np.array([sent[max(0, day - 7) : day].sum() / 7 for day in range(600)])
    young = np.clip(np.where(often > 1, 0.5, 0.1) + random.normal(0, 0.05, 600), 0, 1)
    left = random.poisson(20_000 * 0.001 * np.exp(2.0 * young))
    days = days_of(
        [
            DayTraffic(MONDAY + timedelta(days=day), 20_000, float(sent[day]), int(left[day]))
            for day in range(600)
        ]
    )
    tenure: Array = np.column_stack([young, np.zeros(600), np.zeros(600)])
    misled, told = trend(days, often), trend(days, often, tenure)
    assert misled is not None
    assert told is not None
    assert misled.effect.low > 0.3
    assert abs(told.effect.estimate) < 0.1
    assert told.with_tenure
    assert not misled.with_tenure


@pytest.mark.parametrize("days", [0, 1, 8, 20])
def test_that_too_little_data_give_no_trend(days: int) -> None:
    short = service(days)
    assert trend(short, frequencies(short)) is None


def test_that_one_frequency_or_no_opt_outs_give_no_trend() -> None:
    days = service()
    often = frequencies(days)
    assert trend(days, np.where(np.isnan(often), np.nan, 1.0)) is None
    nobody = days_of([DayTraffic(MONDAY + timedelta(days=n), 50, n % 3, 0) for n in range(99)])
    assert trend(nobody, frequencies(nobody)) is None


def test_that_a_day_on_which_everybody_leaves_is_no_trouble() -> None:
    days = [DayTraffic(MONDAY + timedelta(days=n), 500, n % 3, 2) for n in range(99)]
    gone = days_of([*days, DayTraffic(MONDAY + timedelta(days=99), 500, 3, 500)])
    found = trend(gone, frequencies(gone))
    assert found is not None
    assert found.effect.low < found.effect.high
