"""What to recommend: a range of frequencies that were tried, or what would be enough to say.

    benefit_range(table, bins, horizon_days) -> Advice | NotEnough
    within_limit(bins, limit_share, period_days) -> Advice | NotEnough

The lowest opt-out rate always lies at not sending at all, so it is no goal. Where reads or clicks
are counted, the goal is what a new contact reads before leaving or before the horizon:

    frequency x reads per message x (1 - exp(-rate x horizon)) / rate

Its top is flat, so the answer is a range: what comes within 5 % of the best. Without reads the
customer's own limit decides: the highest frequency whose loss surely stays below it. Neither says
anything about frequencies that were never tried.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import exp, inf, log1p

import numpy as np

from desktop.models.frequency.arrays import Array
from desktop.models.frequency.bins import Cells, wide_rate
from desktop.models.frequency.rates import Estimate
from desktop.models.frequency.shape import DRAWS, SEED
from desktop.models.records.frequency import (
    Advice,
    Bin,
    Doubt,
    Ground,
    Lack,
    NotEnough,
    Often,
)

CLOSE_TO_BEST = 0.95
_MOSTLY = 0.5
"""A frequency is recommended where it is close to the best in half of the draws."""

_MANY_TIMES = 1e6


def benefit_range(
    table: Cells,
    bins: Sequence[Bin],
    horizon_days: float,
    draws: int = DRAWS,
    seed: int = SEED,
) -> Advice | NotEnough:
    """Return the frequencies at which a new contact reads the most within the horizon."""
    usable = [
        number for number, one in enumerate(bins) if not one.doubts and one.often is not Often.NEVER
    ]
    if not usable:
        return NotEnough(Lack.NO_DATA)
    if np.isnan(table.read[:, usable]).any():
        return NotEnough(Lack.NO_READS)
    if len(usable) == 1:
        return NotEnough(Lack.ONE_FREQUENCY)
    worths = _drawn_benefits(table, usable, horizon_days, draws, seed)
    close = worths >= CLOSE_TO_BEST * worths.max(axis=1, keepdims=True)
    often_close = close.mean(axis=0)
    first = last = int(np.argmax(often_close))
    if often_close[first] < _MOSTLY:
        return NotEnough(Lack.UNDECIDED, _times_to_decide(worths))
    while first > 0 and often_close[first - 1] >= _MOSTLY:
        first -= 1
    while last < len(usable) - 1 and often_close[last + 1] >= _MOSTLY:
        last += 1
    best = worths.argmax(axis=1)
    certainty = float(((best >= first) & (best <= last)).mean())
    low, high = bins[usable[first]].often, bins[usable[last]].often
    return Advice(Ground.BENEFIT, low, high, certainty)


def within_limit(bins: Sequence[Bin], limit_share: float, period_days: float) -> Advice | NotEnough:
    """Return the frequencies up to the highest whose loss surely stays below the limit.

    ``limit_share`` (0..1) of the contacts may leave in ``period_days``. What follows a frequency
    that is clearly above the limit is not looked at.
    """
    sent = [one for one in bins if one.often is not Often.NEVER]
    tried = [one for one in sent if Doubt.FEW_SEND_DAYS not in one.doubts]
    if not tried:
        return NotEnough(Lack.NO_DATA)
    limit = -log1p(-limit_share) / period_days
    below: list[Bin] = []
    for one in tried:
        if one.wide.low > limit:
            break
        below.append(one)
    safe = [one for one in below if one.wide.high <= limit]
    if safe:
        return Advice(Ground.LIMIT, tried[0].often, safe[-1].often, None)
    hopeful = [one for one in below if one.wide.estimate < limit]
    if not hopeful:
        return NotEnough(Lack.OVER_LIMIT)
    return NotEnough(Lack.UNSURE_OF_LIMIT, min(_times_to_be_sure(one, limit) for one in hopeful))


def benefit(frequency: Array, per_message: Array, rate: Array, horizon_days: float) -> Array:
    """Return what a new contact reads before leaving or before the horizon."""
    with np.errstate(divide="ignore", invalid="ignore"):
        stay = np.where(rate > 0, -np.expm1(-rate * horizon_days) / rate, horizon_days)
    return frequency * per_message * stay


def expected(one: Bin, per_message: float, horizon_days: float) -> Estimate:
    """Return the benefit of a bin, with what is unknown about its opt-out rate.

    A higher rate is a lower benefit, so the bounds change sides.
    """

    def at(rate: float) -> float:
        stay = (1 - exp(-rate * horizon_days)) / rate if rate > 0 else horizon_days
        return one.frequency * per_message * stay

    return Estimate(at(one.wide.estimate), at(one.wide.high), at(one.wide.low))


def _drawn_benefits(
    table: Cells, usable: list[int], horizon_days: float, draws: int, seed: int
) -> Array:
    """Return the benefit of the usable bins (columns) in draws of messages (rows)."""
    rows = len(table.opt_outs)
    random = np.random.default_rng(seed)
    times = random.multinomial(rows, np.full(rows, 1 / rows), size=draws).astype(np.float64)
    exposure = times @ table.contact_days[:, usable]
    whole = np.all(exposure > 0, axis=1)
    exposure, times = exposure[whole], times[whole]
    rate = times @ table.opt_outs[:, usable] / exposure
    per_contact_day = times @ table.read[:, usable] / exposure
    return benefit(np.ones_like(rate), per_contact_day, rate, horizon_days)


def _times_to_decide(worths: Array) -> float:
    """Return how many times the data it takes until bins are told apart to within 5 %.

    The spread of the draws falls with the root of what was seen.
    """
    with np.errstate(divide="ignore"):
        noise = float(np.max(np.std(np.log(np.maximum(worths, 1e-12)), axis=0)))
    return float(np.clip((noise / -np.log(CLOSE_TO_BEST)) ** 2, 1.0, _MANY_TIMES))


def _times_to_be_sure(one: Bin, limit: float) -> float:
    """Return how many times the data it takes until the upper bound falls below the limit."""
    low, high = 0.0, float(np.log(_MANY_TIMES))
    for _ in range(60):
        middle = (low + high) / 2
        times = float(np.exp(middle))
        grown = wide_rate(one.opt_outs * times, one.contact_days * times, one.worth, inf)
        low, high = (middle, high) if grown.high > limit else (low, middle)
    return float(np.exp(high))
