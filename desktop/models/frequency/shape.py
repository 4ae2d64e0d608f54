"""Whether opt-outs only rise with the frequency, without a formula for how.

    shape(table) -> ShapeFit | None

People forget a sender who hardly writes and leave at the next message, so the rate may fall first
and then rise. That is tested before a rising fit is forced on the bins: the likelihood of the best
fit that falls and then rises, against the best one that only rises (isotonic regression by pooling
adjacent violators; Barlow and others 1972), judged by what chance does under the latter. The band
comes from drawing messages (one service) or services (many) again with replacement.
"""

from __future__ import annotations

import numpy as np

from desktop.models.frequency.arrays import Array
from desktop.models.frequency.bins import Cells, worths
from desktop.models.frequency.glm import reach
from desktop.models.frequency.rates import TAIL, Estimate
from desktop.models.records.frequency import Shape, ShapeFit, ShapePoint

DRAWS = 400
SEED = 1936
"""The same data give the same band on every screen."""

_U_BELOW = 0.05


def shape(table: Cells, draws: int = DRAWS, seed: int = SEED) -> ShapeFit | None:
    """Fit the bins of one service or of many; None without two bins or without opt-outs."""
    events, exposure = table.opt_outs.sum(0), table.contact_days.sum(0)
    if len(table.often) < 2 or not events.sum() > 0:  # noqa: PLR2004 - a shape wants two points
        return None
    random = np.random.default_rng(seed)
    p_value = _p_value_of_u(events, exposure, worths(table)[0], draws, random)
    kind = Shape.U_SHAPED if p_value < _U_BELOW else Shape.RISING
    fitted = _fitted(kind, events / exposure, exposure)
    again = np.array(
        [_fitted(kind, each / base, base) for each, base in _drawn(table, draws, random)]
    ).reshape(-1, len(fitted))
    low, high = _band(kind, fitted, again, _witnesses(table))
    points = zip(table.often, table.frequency, fitted, low, high, strict=True)
    return ShapeFit(
        kind,
        p_value,
        tuple(
            ShapePoint(name, float(often), Estimate(float(one), min(float(a), one), max(one, b)))
            for name, often, one, a, b in points
        ),
    )


def rising(rates: Array, weights: Array) -> Array:
    """Return the closest rates that never fall."""
    from scipy.optimize import isotonic_regression

    return np.asarray(isotonic_regression(rates, weights=weights).x, dtype=np.float64)


def falling_then_rising(rates: Array, weights: Array) -> Array:
    """Return the closest rates that fall up to some bin and rise from there."""
    fits = [
        np.concatenate(
            [
                rising(rates[:turn][::-1], weights[:turn][::-1])[::-1],
                rising(rates[turn:], weights[turn:]),
            ]
        )
        if turn
        else rising(rates, weights)
        for turn in range(len(rates))
    ]
    return min(fits, key=lambda fit: float(weights @ (rates - fit) ** 2))


def _band(kind: Shape, fitted: Array, again: Array, witnesses: Array) -> tuple[Array, Array]:
    """Return the bounds that the draws show, a little wider where few messages stand behind a bin.

    Draws of G messages spread too little, by the root of (G-1)/G, and as if by a normal law; the
    distances are stretched by what Student's t and that root ask for.
    """
    if not len(again):
        return fitted, fitted
    freedom = np.maximum(witnesses - 1, 1.0)
    stretch = np.array([reach(one) for one in freedom]) / reach(np.inf)
    stretch = stretch * np.sqrt((freedom + 1) / freedom)
    low, high = np.quantile(again, [TAIL, 1 - TAIL], axis=0)
    with np.errstate(divide="ignore", invalid="ignore"):
        low = np.where(low > 0, fitted * (np.minimum(low, fitted) / fitted) ** stretch, 0.0)
        high = np.where(fitted > 0, fitted * (np.maximum(high, fitted) / fitted) ** stretch, high)
    if kind is Shape.RISING:
        return np.maximum.accumulate(low), np.minimum.accumulate(high[::-1])[::-1]
    return low, high


def _witnesses(table: Cells) -> Array:
    """Return how many messages of equal weight each bin is worth."""
    squares = (table.contact_days**2).sum(axis=0)
    return np.asarray(table.contact_days.sum(axis=0) ** 2 / squares, dtype=np.float64)


def _fitted(kind: Shape, rates: Array, weights: Array) -> Array:
    """Return the closest rates of a shape."""
    return rising(rates, weights) if kind is Shape.RISING else falling_then_rising(rates, weights)


def _gain(events: Array, exposure: Array, worth: Array) -> float:
    """Return twice the log likelihood that falling first wins, in independent opt-outs."""
    rates = events / exposure
    fits = (_fitted(kind, rates, exposure) * exposure for kind in Shape)
    only_rising, u_shaped = (_log_likelihood(events, mean, worth) for mean in fits)
    return 2 * (u_shaped - only_rising)


def _log_likelihood(events: Array, mean: Array, worth: Array) -> float:
    """Return the Poisson log likelihood without its constants."""
    from scipy.special import xlogy

    return float(np.sum((xlogy(events, mean) - mean) / worth))


def _p_value_of_u(
    events: Array, exposure: Array, worth: Array, draws: int, random: np.random.Generator
) -> float:
    """Return how often chance alone would win as much where the truth only rises."""
    seen = _gain(events, exposure, worth)
    if seen <= 0:
        return 1.0
    mean = rising(events / exposure, exposure) * exposure
    chance = random.poisson(mean / worth, size=(draws, len(mean))) * worth
    wins = sum(_gain(each, exposure, worth) >= seen for each in chance)
    return (1 + wins) / (1 + draws)


def _drawn(table: Cells, draws: int, random: np.random.Generator) -> list[tuple[Array, Array]]:
    """Return opt-outs and contact-days of draws with replacement that have all bins."""
    rows = len(table.opt_outs)
    times = random.multinomial(rows, np.full(rows, 1 / rows), size=draws).astype(np.float64)
    pairs = zip(times @ table.opt_outs, times @ table.contact_days, strict=True)
    return [(events, exposure) for events, exposure in pairs if np.all(exposure > 0)]
