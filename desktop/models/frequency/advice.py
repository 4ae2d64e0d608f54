"""What to recommend: a range of frequencies that were tried, or what would be enough to say.

    benefit_range(table, bins, horizon_days, most_lost) -> Advice | NotEnough
    within_limit(bins, most_lost) -> Advice | NotEnough
    rate_at(share, period_days) -> float

The lowest opt-out rate always lies at not sending at all, so it is no goal. Where reads or clicks
are counted, the goal is what a new contact reads before leaving or before the horizon:

    frequency x reads per message x (1 - exp(-rate x horizon)) / rate

Its top is flat, so the answer is a range: what comes within 5 % of the best. Where reads grow with
every message, that goal alone would always recommend the most, whatever it costs in contacts; so
what loses more than the customer's limit is never in the range. Without reads the limit decides
alone: the highest frequency whose loss surely stays below it. Neither says anything about
frequencies that were never tried. ``said`` makes the sentence from the same range.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import exp, inf, log1p

import numpy as np

from desktop.models.frequency.arrays import Array, Flags
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


def rate_at(share: float, period_days: float) -> float:
    """Return the constant rate per contact-day at which a share (0..1) leaves in a period."""
    return -log1p(-share) / period_days


def benefit_range(
    table: Cells,
    bins: Sequence[Bin],
    horizon_days: float,
    most_lost: float = inf,
    draws: int = DRAWS,
    seed: int = SEED,
) -> Advice | NotEnough:
    """Return the frequencies at which a new contact reads the most within the horizon.

    What loses more than ``most_lost`` (rate per contact-day) is left out, and ends the range.
    """
    firm = [
        number for number, one in enumerate(bins) if not one.doubts and one.often is not Often.NEVER
    ]
    usable = [number for number in firm if bins[number].wide.estimate <= most_lost]
    if not usable:
        return NotEnough(Lack.OVER_LIMIT if firm else Lack.NO_DATA)
    if np.isnan(table.read[:, usable]).any():
        return NotEnough(Lack.NO_READS)
    if len(firm) == 1:
        return NotEnough(Lack.ONE_FREQUENCY)
    worths = _drawn_benefits(table, usable, horizon_days, draws, seed)
    close = worths >= CLOSE_TO_BEST * worths.max(axis=1, keepdims=True)
    often_close = close.mean(axis=0)
    start = int(np.argmax(often_close))
    if often_close[start] < _MOSTLY:
        return NotEnough(Lack.UNDECIDED, _times_to_decide(worths))
    first, last = _grown(start, often_close >= _MOSTLY, [firm.index(one) for one in usable])
    best = worths.argmax(axis=1)
    certainty = float(((best >= first) & (best <= last)).mean())
    low, high = bins[usable[first]].often, bins[usable[last]].often
    capped = usable[last] < firm[-1] and _next(firm, usable[last]) not in usable
    return Advice(Ground.BENEFIT, low, high, certainty, capped)


def _next(firm: Sequence[int], number: int) -> int:
    """Return what follows a bin among those with enough data."""
    return firm[firm.index(number) + 1]


def _grown(start: int, close: Flags, places: Sequence[int]) -> tuple[int, int]:
    """Return the first and the last of the close ones that hang together around ``start``.

    ``places``: where each stands among all that have enough data; a gap is one over the limit.
    """
    first = last = start
    while first > 0 and close[first - 1] and places[first] - places[first - 1] == 1:
        first -= 1
    while last < len(close) - 1 and close[last + 1] and places[last + 1] - places[last] == 1:
        last += 1
    return first, last


def within_limit(bins: Sequence[Bin], most_lost: float) -> Advice | NotEnough:
    """Return the frequencies up to the highest whose loss surely stays below the limit.

    ``most_lost`` is a rate per contact-day. What follows a frequency that is clearly above it is
    not looked at.
    """
    sent = [one for one in bins if one.often is not Often.NEVER]
    tried = [one for one in sent if Doubt.FEW_SEND_DAYS not in one.doubts]
    if not tried:
        return NotEnough(Lack.NO_DATA)
    below: list[Bin] = []
    for one in tried:
        if one.wide.low > most_lost:
            break
        below.append(one)
    safe = [one for one in below if one.wide.high <= most_lost]
    if safe:
        capped = len(below) < len(tried)
        return Advice(Ground.LIMIT, tried[0].often, safe[-1].often, None, capped)
    hopeful = [one for one in below if one.wide.estimate < most_lost]
    if not hopeful:
        return NotEnough(Lack.OVER_LIMIT)
    return NotEnough(
        Lack.UNSURE_OF_LIMIT, min(_times_to_be_sure(one, most_lost) for one in hopeful)
    )


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
