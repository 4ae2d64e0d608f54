"""Opt-outs before and after an agreed change: which days count, and what they may say."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest

from desktop.models.frequency.before_after import before_after, follow_up_on, rate_ratio
from desktop.models.frequency.rates import DayTraffic, share_lost
from desktop.models.frequency.weeks import number_change, tally
from desktop.models.records.traffic import Verdict

DAY = date(2026, 6, 1)


def days(first: int, last: int, opt_outs: int, at_risk: int = 1_000) -> list[DayTraffic]:
    """Days counted from the agreed one, the last one included."""
    return [
        DayTraffic(DAY + timedelta(days=offset), at_risk, 1.0, opt_outs)
        for offset in range(first, last + 1)
    ]


def test_that_the_week_of_the_change_and_far_days_count_to_neither_side() -> None:
    found = before_after(days(-120, 120, 3), DAY, (), 30)
    assert found.before is not None
    assert found.after is not None
    assert (found.before.first_day, found.before.last_day) == (
        DAY - timedelta(days=90),
        DAY - timedelta(days=1),
    )
    assert (found.after.first_day, found.after.last_day) == (
        DAY + timedelta(days=7),
        DAY + timedelta(days=96),
    )
    assert found.first_day == found.after.first_day
    assert found.before.rate == share_lost(270, 90_000, 30)
    assert found.verdict is Verdict.UNDECIDED


def test_that_the_days_after_a_number_change_do_not_count() -> None:
    change = number_change(DAY + timedelta(days=20), "+436501")
    found = before_after(days(-60, 60, 3), DAY, (change,), 30)
    assert found.after is not None
    assert found.after.contact_days == (13 + 11) * 1_000


@pytest.mark.parametrize(
    ("before", "after", "verdict"),
    [
        (6, 2, Verdict.LOWER),
        (2, 6, Verdict.HIGHER),
        (3, 3, Verdict.UNDECIDED),
        (3, 0, Verdict.LOWER),
        (0, 3, Verdict.TOO_FEW),
        (0, 0, Verdict.TOO_FEW),
    ],
)
def test_that_a_difference_is_named_only_where_chance_does_not_explain_it(
    before: int, after: int, verdict: Verdict
) -> None:
    found = before_after([*days(-60, -1, before), *days(7, 60, after)], DAY, (), 30)
    assert found.verdict is verdict


@pytest.mark.parametrize(
    ("first", "last", "verdict"),
    [(-60, -1, Verdict.WAITING), (-60, 6, Verdict.WAITING), (-60, 9, Verdict.TOO_FEW),
     (7, 60, Verdict.TOO_FEW), (-3, 60, Verdict.TOO_FEW), (0, -1, Verdict.WAITING)],
)  # fmt: skip
def test_that_too_few_days_are_said_to_be_too_few(first: int, last: int, verdict: Verdict) -> None:
    assert before_after(days(first, last, 3), DAY, (), 30).verdict is verdict


@given(st.integers(0, 60), st.integers(1, 60), st.integers(1, 9), st.integers(1, 9))
def test_that_the_ratio_agrees_with_the_exact_binomial_interval(
    after: int, before: int, weight_after: int, weight_before: int
) -> None:
    one = tally([DayTraffic(DAY, 10_000 * weight_after, 1.0, after)], 30)
    other = tally([DayTraffic(DAY, 10_000 * weight_before, 1.0, before)], 30)
    found = rate_ratio(one, other)
    assert found is not None
    scale = weight_before / weight_after
    exact = binomtest(after, after + before).proportion_ci(method="exact")
    assert found.estimate == pytest.approx(scale * after / before)
    assert found.low == pytest.approx(scale * exact.low / (1 - exact.low), abs=1e-9)
    assert found.high == pytest.approx(scale * exact.high / (1 - exact.high))
    assert found.low <= found.estimate <= found.high


@given(st.lists(st.integers(0, 40), min_size=2, max_size=6))
def test_that_more_opt_outs_after_never_make_the_ratio_smaller(counts: list[int]) -> None:
    before = tally(days(-30, -1, 2), 30)
    found = [
        rate_ratio(tally([DayTraffic(DAY, 30_000, 1.0, count)], 30), before)
        for count in sorted(counts)
    ]
    for one, other in pairwise(found):
        assert one is not None
        assert other is not None
        assert one.estimate <= other.estimate
        assert one.high <= other.high


def test_that_the_follow_up_comes_when_there_is_something_to_compare() -> None:
    assert follow_up_on(DAY, DAY) == DAY + timedelta(days=37)
    assert follow_up_on(DAY, DAY + timedelta(days=37)) is None
