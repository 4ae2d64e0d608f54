"""The outcome of a frequency test against published numbers and independent libraries."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.models.frequency.trial_result import (
    Arm,
    TrialResult,
    Waiting,
    evaluated,
    holm,
    holm_levels,
    logrank,
    newcombe,
    newcombe_p,
    share_ratio,
    trend_test,
)


def test_that_the_mailing_example_has_its_published_bounds() -> None:
    ratio = share_ratio(450, 10_000, 350, 10_000)
    assert ratio is not None
    assert [round(one, 3) for one in (ratio.estimate, ratio.low, ratio.high)] == [
        1.286,
        1.121,
        1.474,
    ]
    gap = newcombe(450, 10_000, 350, 10_000)
    assert [round(100 * one, 2) for one in (gap.estimate, gap.low, gap.high)] == [1.0, 0.46, 1.55]


@settings(max_examples=60)
@given(
    events=st.integers(0, 300),
    trials=st.integers(1, 5_000),
    control=st.integers(0, 300),
    control_trials=st.integers(1, 5_000),
)
def test_that_an_independent_library_agrees_on_differences(
    events: int, trials: int, control: int, control_trials: int
) -> None:
    from statsmodels.stats.proportion import confint_proportions_2indep

    events, control = min(events, trials), min(control, control_trials)
    found = newcombe(events, trials, control, control_trials)
    other = confint_proportions_2indep(
        events, trials, control, control_trials, compare="diff", method="newcomb"
    )
    assert (found.low, found.high) == pytest.approx(other, abs=1e-9)
    turned = newcombe(control, control_trials, events, trials)
    assert (turned.low, turned.high) == pytest.approx((-found.high, -found.low))


@settings(max_examples=60)
@given(events=st.integers(0, 60), control=st.integers(0, 60), error=st.floats(0.001, 0.3))
def test_that_an_interval_and_its_test_say_the_same(
    events: int, control: int, error: float
) -> None:
    p_value = newcombe_p(events, 400, control, 500)
    gap = newcombe(events, 400, control, 500, error)
    if abs(p_value - error) > 1e-9:
        assert (p_value < error) == (gap.low > 0 or gap.high < 0)


@pytest.mark.parametrize("counts", [(450, 10_000, 350, 10_000), (12, 300, 25, 310)])
def test_that_the_p_value_is_that_of_the_score_test_or_close(
    counts: tuple[int, int, int, int],
) -> None:
    from statsmodels.stats.proportion import test_proportions_2indep as compared

    other = compared(*counts, compare="diff", method="score", correction=False)
    assert newcombe_p(*counts) == pytest.approx(other.pvalue, rel=0.1)


@given(
    arms=st.lists(st.tuples(st.integers(0, 90), st.just(1_000)), min_size=1, max_size=4),
    control=st.integers(1, 90),
)
def test_that_an_interval_excludes_nothing_but_what_holm_rejects(
    arms: list[tuple[int, int]], control: int
) -> None:
    single = [newcombe_p(*one, control, 1_000) for one in arms]
    for one, p, level in zip(arms, holm(single), holm_levels(single), strict=True):
        gap = newcombe(*one, control, 1_000, level)
        if abs(p - 0.05) > 1e-9:
            assert (p < 0.05) == (gap.low > 0 or gap.high < 0)


@settings(max_examples=30)
@given(events=st.integers(1, 300), control=st.integers(1, 300), trials=st.integers(301, 4_000))
def test_that_an_independent_library_agrees_on_ratios(
    events: int, control: int, trials: int
) -> None:
    from statsmodels.stats.proportion import confint_proportions_2indep

    found = share_ratio(events, trials, control, 500)
    assert found is not None
    other = confint_proportions_2indep(
        events, trials, control, 500, compare="ratio", method="log", correction=False
    )
    assert (found.low, found.high) == pytest.approx(other, rel=1e-9)


def test_that_an_independent_library_agrees_on_a_trend() -> None:
    from statsmodels.stats.contingency_tables import Table

    left, trials = np.array([40.0, 55, 61, 90]), np.array([900.0, 950, 870, 1_010])
    scores = np.array([0.1, 0.4, 1.0, 2.0])
    table = Table(np.column_stack([left, trials - left]), shift_zeros=False)
    other = table.test_ordinal_association(row_scores=scores, col_scores=np.array([1.0, 0.0]))
    found = trend_test(left, trials, scores)
    # That library divides by the number of people less one.
    everybody = trials.sum()
    assert found.statistic * (everybody - 1) / everybody == pytest.approx(other.zscore**2)


@pytest.mark.parametrize("arms", [2, 3])
def test_that_an_independent_library_agrees_on_the_log_rank_test(arms: int) -> None:
    from statsmodels.duration.survfunc import survdiff

    random = np.random.default_rng(arms)
    arm = random.integers(0, arms, 300)
    days = np.ceil(np.minimum(random.exponential(40 - 8 * arm), 56))
    left = (days < 56) & (random.random(300) < 0.8)
    found = logrank(days, left, arm)
    statistic, p_value = survdiff(days, left, arm)
    assert (found.statistic, found.p_value) == pytest.approx((statistic, p_value), rel=1e-8)
    assert found.freedom == arms - 1


def test_that_the_smokers_have_their_published_trend() -> None:
    found = trend_test(
        np.array([83.0, 90, 129, 70]), np.array([86.0, 93, 136, 82]), np.arange(1.0, 5)
    )
    assert found.statistic == pytest.approx(8.2249, abs=5e-5)
    assert found.p_value == pytest.approx(0.00413, abs=5e-6)


@settings(max_examples=12)
@given(p_values=st.lists(st.floats(0, 1), min_size=1, max_size=6))
def test_that_an_independent_library_agrees_on_holm(p_values: list[float]) -> None:
    from statsmodels.stats.multitest import multipletests

    assert holm(p_values) == pytest.approx(multipletests(p_values, method="holm")[1], abs=1e-12)


def arm(often: float, left: int, there: int) -> Arm:
    days = np.full(there, 28.0)
    days[:left] = np.arange(left) % 27 + 1
    return Arm(often, days, np.arange(there) < left)


def test_that_nobody_looks_before_the_end() -> None:
    arms = [arm(1.0, 30, 1_000), arm(1 / 7, 10, 1_000)]
    ends_on = date(2026, 4, 30)
    assert evaluated(arms, ends_on, date(2026, 4, 30)) == Waiting(1)
    assert evaluated(arms, ends_on, date(2026, 4, 1)) == Waiting(30)
    assert isinstance(evaluated(arms, ends_on, date(2026, 5, 1)), TrialResult)


def test_that_each_arm_is_compared_with_the_first_and_corrected() -> None:
    arms = [arm(1.0, 60, 1_000), arm(1 / 7, 30, 1_000), arm(1 / 15, 55, 1_000)]
    result = evaluated(arms, date(2026, 4, 30), date(2026, 5, 1))
    assert isinstance(result, TrialResult)
    weekly, monthly = result.comparisons
    assert (weekly.share.estimate, result.share.estimate) == (0.03, 0.06)
    assert weekly.difference.high < 0 < monthly.difference.high
    assert (weekly.sure, monthly.sure) == (True, False)
    assert weekly.logrank_p < 0.05 < monthly.logrank_p
    single = newcombe_p(30, 1_000, 60, 1_000)
    assert weekly.p_value == pytest.approx(2 * single)
    assert weekly.difference == newcombe(30, 1_000, 60, 1_000, 0.025)
    assert monthly.difference == newcombe(55, 1_000, 60, 1_000, 0.05)
    assert weekly.logrank_p == pytest.approx(
        2
        * logrank(
            np.concatenate([arms[0].days, arms[1].days]),
            np.concatenate([arms[0].left, arms[1].left]),
            np.repeat([0, 1], 1_000),
        ).p_value
    )


def test_that_nothing_to_compare_is_told() -> None:
    nobody = logrank(np.array([28.0, 28.0]), np.array([False, False]), np.array([0, 1]))
    assert (nobody.statistic, nobody.p_value) == (0.0, 1.0)
    assert share_ratio(0, 10, 1, 10) is None
