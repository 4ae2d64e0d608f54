"""A frequency test: what came out, looked at once, at its end.

    evaluated(arms, ends_on, today) -> TrialResult | Waiting
    newcombe(events, trials, control_events, control_trials, error) -> Estimate
    newcombe_p(events, trials, control_events, control_trials) -> float
    share_ratio(events, trials, control_events, control_trials) -> Estimate | None
    logrank(days, left, arm) -> Test
    trend_test(events, trials, scores) -> Test
    holm(p_values) -> tuple[float, ...]

Looking at a test again and again until it shows something finds something too often. So before its
end there is nothing to see here; the one reason to stop early is harm, which the plan has to name.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from desktop.models.frequency.arrays import Array, Flags, Numbers
from desktop.models.frequency.glm import reach
from desktop.models.frequency.rates import Estimate, share_of

ERROR = 0.05
_LEAST_P = 1e-300


@dataclass(frozen=True, slots=True)
class Test:
    """A statistic that is chi-squared with ``freedom`` degrees where nothing differs."""

    __test__ = False  # the name is the statistician's, not the test runner's

    statistic: float
    freedom: int
    p_value: float


@dataclass(frozen=True, slots=True, eq=False)
class Arm:
    """What happened to the contacts of one arm, each counted in the arm it was drawn for.

    ``days`` is for how long each was watched, ``left`` whether it then opted out (and was not lost
    from sight, by a number change or a clean-up).
    """

    often: float
    days: Array
    left: Flags


@dataclass(frozen=True, slots=True)
class Comparison:
    """One arm against the first: the shares that left, and how sure their difference is.

    With several arms everything is corrected for their number (Holm): the interval of the
    ``difference`` is wider, and excludes 0 where ``p_value`` is below 5 % and nowhere else.
    ``logrank_p`` is that of how long contacts stayed. ``ratio`` is None where nobody left on one of
    the sides.
    """

    often: float
    share: Estimate
    difference: Estimate
    ratio: Estimate | None
    p_value: float
    logrank_p: float

    @property
    def sure(self) -> bool:
        """Whether chance does not explain the difference."""
        return self.p_value < ERROR


@dataclass(frozen=True, slots=True)
class TrialResult:
    """The outcome of a test; the first arm is what the others are compared with."""

    often: float
    share: Estimate
    comparisons: tuple[Comparison, ...]


@dataclass(frozen=True, slots=True)
class Waiting:
    """The test is not over."""

    days_left: int


def evaluated(arms: Sequence[Arm], ends_on: date, today: date) -> TrialResult | Waiting:
    """Compare each arm with the first, once the last day of the test is over."""
    if today <= ends_on:
        return Waiting((ends_on - today).days + 1)
    control, *others = arms
    tests = [
        logrank(
            np.concatenate([control.days, one.days]),
            np.concatenate([control.left, one.left]),
            np.repeat([0, 1], [len(control.days), len(one.days)]),
        )
        for one in others
    ]
    logrank_ps = holm([test.p_value for test in tests])
    single = [newcombe_p(*_counts(one), *_counts(control)) for one in others]
    return TrialResult(
        control.often,
        share_of(*_counts(control)),
        tuple(
            _compared(*each, control)
            for each in zip(others, holm(single), holm_levels(single), logrank_ps, strict=True)
        ),
    )


def newcombe(
    events: int,
    trials: int,
    control_events: int,
    control_trials: int,
    error: float = ERROR,
) -> Estimate:
    """Return the difference of two shares with Newcombe's interval (1998, method 10).

    ``error`` is what the interval may miss (0.05: an interval of 95 %).

    Raises:
        ValueError: One of them is no share.
    """
    one, two = share_of(events, trials, error), share_of(control_events, control_trials, error)
    gap = one.estimate - two.estimate
    below = ((one.estimate - one.low) ** 2 + (two.high - two.estimate) ** 2) ** 0.5
    above = ((one.high - one.estimate) ** 2 + (two.estimate - two.low) ** 2) ** 0.5
    return Estimate(gap, gap - below, gap + above)


def newcombe_p(events: int, trials: int, control_events: int, control_trials: int) -> float:
    """Return the smallest error at which Newcombe's interval still excludes 0; 1 for equal shares.

    So a test and its interval say the same.
    """
    if events * control_trials == control_events * trials:
        return 1.0
    low, high = _LEAST_P, 1 - 1e-12
    for _ in range(100):
        middle = (low * high) ** 0.5
        gap = newcombe(events, trials, control_events, control_trials, middle)
        low, high = (low, middle) if gap.low > 0 or gap.high < 0 else (middle, high)
    return high


def share_ratio(
    events: int, trials: int, control_events: int, control_trials: int
) -> Estimate | None:
    """Return the ratio of two shares, its interval on the log scale (Katz and others 1978).

    None where there are no events on one of the sides.
    """
    if min(events, control_events) <= 0:
        return None
    ratio = events / trials / (control_events / control_trials)
    variance = 1 / events - 1 / trials + 1 / control_events - 1 / control_trials
    factor = float(np.exp(reach(np.inf) * max(variance, 0.0) ** 0.5))
    return Estimate(ratio, ratio / factor, ratio * factor)


def logrank(days: Array, left: Flags, arm: Numbers) -> Test:
    """Compare how long contacts stay in two arms or more (Mantel 1966)."""
    names, number = np.unique(arm, return_inverse=True)
    moments = np.unique(days[left])
    ends = np.sort(days)
    at_risk = np.array([_still_there(days[number == one], moments) for one in range(len(names))])
    gone = np.array(
        [
            _still_there(days[(number == one) & left], moments)
            - _still_there(days[(number == one) & left], moments, after=True)
            for one in range(len(names))
        ]
    )
    everybody = len(ends) - np.searchsorted(ends, moments, side="left")
    leaving = gone.sum(axis=0)
    share = at_risk / everybody
    surplus = (gone - share * leaving).sum(axis=1)[1:]
    weight = leaving * (everybody - leaving) / np.maximum(everybody - 1, 1)
    covariance = np.diag((share * weight).sum(axis=1)) - (share * weight) @ share.T
    return _tested(surplus, covariance[1:, 1:])


def trend_test(events: Array, trials: Array, scores: Array) -> Test:
    """Test whether shares go with scores (Cochran 1954, Armitage 1955)."""
    share = events.sum() / trials.sum()
    centred = scores - (trials @ scores) / trials.sum()
    surplus = np.array([events @ centred])
    return _tested(surplus, np.array([[share * (1 - share) * (trials @ centred**2)]]))


def holm(p_values: Sequence[float]) -> tuple[float, ...]:
    """Return p-values corrected for their number (Holm 1979), in the order given."""
    order = np.argsort(p_values)
    steps = np.arange(len(p_values), 0, -1)
    corrected = np.minimum(np.maximum.accumulate(np.asarray(p_values)[order] * steps), 1.0)
    found = np.empty(len(p_values))
    found[order] = corrected
    return tuple(float(one) for one in found)


def holm_levels(p_values: Sequence[float], error: float = ERROR) -> tuple[float, ...]:
    """Return the level at which each interval excludes what Holm's procedure rejects.

    In order of the p-values the levels are error/k, error/(k-1) and so on; after the first that is
    not rejected they stay where it stood.
    """
    order = np.argsort(p_values, kind="stable")
    found = np.empty(len(p_values))
    left = len(p_values)
    for place in order:
        found[place] = error / left
        if p_values[place] < error / left:
            left -= 1
    return tuple(float(one) for one in found)


def _compared(arm: Arm, p_value: float, level: float, logrank_p: float, control: Arm) -> Comparison:
    """Return what an arm showed against the first one."""
    both = (*_counts(arm), *_counts(control))
    shares = share_of(*_counts(arm)), newcombe(*both, level), share_ratio(*both)
    return Comparison(arm.often, *shares, p_value, logrank_p)


def _counts(arm: Arm) -> tuple[int, int]:
    """Return how many left, and of how many."""
    return int(arm.left.sum()), len(arm.left)


def _still_there(days: Array, moments: Array, *, after: bool = False) -> Numbers:
    """Return how many of some contacts are still there just before (or after) each moment."""
    gone = np.searchsorted(np.sort(days), moments, side="right" if after else "left")
    return np.asarray(len(days) - gone, dtype=np.int64)


def _tested(surplus: Array, covariance: Array) -> Test:
    """Return the test of a surplus against its covariance where nothing differs."""
    from scipy.special import gammaincc

    if not np.any(covariance):
        return Test(0.0, len(surplus), 1.0)
    statistic = float(surplus @ np.linalg.pinv(covariance) @ surplus)
    return Test(statistic, len(surplus), float(gammaincc(len(surplus) / 2, statistic / 2)))
