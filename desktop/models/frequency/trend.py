"""One service: how its opt-outs went with its frequency.

    trend(days, often) -> Trend | None

A Poisson regression with the logarithm of contact-days as its base, of log(1 + frequency), the day
of the week and, where it is known, for how long contacts have been there. Errors are clustered by
message. What it finds was observed: that the one causes the other, only a test can show.
"""

from __future__ import annotations

import numpy as np

from desktop.models.frequency.arrays import Array, Days, Numbers, countable, messages
from desktop.models.frequency.bins import place
from desktop.models.frequency.glm import Fit, NoFitError, jackknifed, poisson_fit
from desktop.models.frequency.rates import Estimate
from desktop.models.records.frequency import CurvePoint, Trend

FEWEST_EVENTS = 10
FEWEST_MESSAGES = 10
CURVE_POINTS = 41

_WEEKDAYS = 7
_DIGITS = 9
"""What lies behind these is noise, which could carry a mean over the bound of its bin."""

_EVENTS_FOR_WEEKDAYS = 50
"""Six more coefficients want some ten times as many opt-outs."""


def trend(days: Days, often: Array, tenure: Array | None = None) -> Trend | None:
    """Fit one service, or return None where the data are too few or the frequency never changed.

    ``tenure`` has a row for each day: which share of the contacts at risk is in each band but the
    last (see ``rates.TENURE_BOUNDS``).
    """
    counted = countable(days, often)
    clusters = messages(days)[counted]
    days, often = days.only(counted), often[counted]
    tenure = tenure[counted] if tenure is not None else None
    enough = days.opt_outs.sum() >= FEWEST_EVENTS and len(np.unique(clusters)) >= FEWEST_MESSAGES
    if not enough or np.ptp(often) == 0:
        return None
    weekday = (days.day - 1) % _WEEKDAYS
    weekdays = _weekday_columns(weekday, days)
    others = np.hstack([weekdays, _varying(tenure, len(days))])
    design = np.column_stack([np.ones(len(often)), np.log1p(often), others])
    try:
        fit = poisson_fit(design, days.opt_outs, days.at_risk)
        fit = jackknifed(fit, design, days.opt_outs, days.at_risk, clusters)
    except NoFitError:
        return None
    return Trend(
        effect=fit.coefficient(1),
        curve=_curve(fit, often, others, days.at_risk),
        weekdays=_weekday_ratios(fit, weekday, days) if weekdays.size else (),
        opt_outs=int(days.opt_outs.sum()),
        messages=len(np.unique(clusters)),
        with_tenure=tenure is not None,
    )


def _weekday_columns(weekday: Numbers, days: Days) -> Array:
    """Return a column for each weekday but Monday, or none where that asks too much."""
    events = np.bincount(weekday, weights=days.opt_outs, minlength=_WEEKDAYS)
    if days.opt_outs.sum() < _EVENTS_FOR_WEEKDAYS or events.min() == 0:
        return np.empty((len(weekday), 0))
    return np.equal.outer(weekday, np.arange(1, _WEEKDAYS)).astype(np.float64)


def _varying(tenure: Array | None, rows: int) -> Array:
    """Return the columns of tenure that are not the same on every day."""
    if tenure is None:
        return np.empty((rows, 0))
    return tenure[:, np.ptp(tenure, axis=0) > 0]


def _curve(fit: Fit, often: Array, others: Array, weights: Array) -> tuple[CurvePoint, ...]:
    """Return the rate over the tried frequencies, averaged over the rest as it was seen."""
    patterns, which = np.unique(others, axis=0, return_inverse=True)
    shares = np.bincount(which.ravel(), weights=weights) / weights.sum()
    even = np.linspace(often.min(), often.max(), CURVE_POINTS)
    return tuple(
        CurvePoint(float(one), _average(fit, float(one), patterns, shares))
        for one in np.union1d(even, _of_bins(often, weights))
    )


def _of_bins(often: Array, weights: Array) -> Array:
    """Return the mean frequency of each bin, so that the curve has a point in every one."""
    places = place(often)
    base = np.bincount(places, weights=weights)
    tried = np.unique(places)
    means = np.bincount(places, weights=weights * often)[tried] / base[tried]
    return np.round(means, _DIGITS)


def _average(fit: Fit, often: float, patterns: Array, shares: Array) -> Estimate:
    """Return the mean rate over patterns; its error by the delta method, on the log scale."""
    ahead = np.tile([1.0, np.log1p(often)], (len(patterns), 1))
    rows = np.hstack([ahead, patterns])
    rates = shares * np.exp(rows @ fit.coefficients)
    mean = float(rates.sum())
    around = fit.combination(rates @ rows / mean)
    return Estimate(
        mean,
        mean * float(np.exp(around.low - around.estimate)),
        mean * float(np.exp(around.high - around.estimate)),
    )


def _weekday_ratios(fit: Fit, weekday: Numbers, days: Days) -> tuple[float, ...]:
    """Return the rate of each weekday over that of the mean day."""
    ratios = np.exp(np.concatenate([[0.0], fit.coefficients[2 : 1 + _WEEKDAYS]]))
    share = np.bincount(weekday, weights=days.at_risk, minlength=_WEEKDAYS) / days.at_risk.sum()
    return tuple(float(one) for one in ratios / (ratios @ share))
