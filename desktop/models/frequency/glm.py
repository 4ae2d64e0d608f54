"""Regression of opt-outs: Poisson with exposure, and hazards in discrete time.

    poisson_fit(design, events, exposure, clusters) -> Fit
    jackknifed(fit, design, events, exposure, clusters) -> Fit
    hazard_fit(design, events, at_risk) -> Fit

Fisher scoring (Nelder and Wedderburn 1972). Errors are those of the model, or clustered (Liang and
Zeger 1986) with the usual factor for few clusters, G/(G-1) (N-1)/(N-K), and bounds from Student's t
with G-1 degrees of freedom. Where some clusters weigh much more than others, that error is too
small; leaving out one cluster after the other (``jackknifed``; Bell and McCaffrey 2002) mends it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from desktop.models.frequency.arrays import Array, Numbers
from desktop.models.frequency.rates import TAIL, Estimate

_ROUNDS = 100
_CLOSE = 1e-10
_FARTHEST_STEP = 5.0
_LIMIT = 30.0
"""A linear predictor past this is a coefficient on its way to infinity."""


class NoFitError(ArithmeticError):
    """The data do not determine the coefficients."""


@dataclass(frozen=True, slots=True, eq=False)
class Fit:
    """Coefficients with their covariance; ``freedom`` is infinite for errors of the model."""

    coefficients: Array
    covariance: Array
    deviance: float
    log_likelihood: float
    freedom: float

    def combination(self, weights: Array) -> Estimate:
        """Return a weighted sum of coefficients with its interval."""
        value = float(weights @ self.coefficients)
        half = reach(self.freedom) * float(
            np.sqrt(np.maximum(weights @ self.covariance @ weights, 0.0))
        )
        return Estimate(value, value - half, value + half)

    def coefficient(self, place: int) -> Estimate:
        """Return one coefficient with its interval."""
        return self.combination(np.eye(len(self.coefficients))[place])


def poisson_fit(
    design: Array, events: Array, exposure: Array, clusters: Numbers | None = None
) -> Fit:
    """Fit log(rate) = design @ coefficients to counts of events with their exposure (all > 0).

    Raises:
        NoFitError: No events, or columns that say the same.
    """
    offset = np.log(exposure)

    def working(linear: Array) -> tuple[Array, Array]:
        mean = np.exp(linear + offset)
        return mean, events - mean

    coefficients, inverse = _scored(design, working, _flat(design, events, exposure))
    mean = np.exp(design @ coefficients + offset)
    covariance, freedom = inverse, np.inf
    if clusters is not None:
        covariance, freedom = _clustered(design, events - mean, inverse, clusters)
    from scipy.special import gammaln, xlogy

    return Fit(
        coefficients,
        covariance,
        deviance=float(2 * np.sum(xlogy(events, events / mean) - (events - mean))),
        log_likelihood=float(np.sum(xlogy(events, mean) - mean - gammaln(events + 1))),
        freedom=freedom,
    )


def jackknifed(fit: Fit, design: Array, events: Array, exposure: Array, clusters: Numbers) -> Fit:
    """Return a Poisson fit with the error that leaving out one cluster after the other shows.

    One step of scoring from the whole fit stands for the fit without a cluster. The degrees of
    freedom are those of clusters that move as a whole (Satterthwaite): few clusters with much
    weight count as few.

    Raises:
        NoFitError: Without one of the clusters, the rest does not determine the coefficients.
    """
    groups, number = np.unique(clusters, return_inverse=True)
    mean = exposure * np.exp(design @ fit.coefficients)
    columns = design.shape[1]
    scores = np.zeros((len(groups), columns))
    np.add.at(scores, number, design * (events - mean)[:, None])
    parts = np.zeros((len(groups), columns, columns))
    np.add.at(parts, number, design[:, :, None] * design[:, None, :] * mean[:, None, None])
    rest = parts.sum(axis=0) - parts
    whole = np.zeros((len(groups), columns))
    np.add.at(whole, number, design * mean[:, None])
    try:
        steps = np.linalg.solve(rest, scores[:, :, None])[:, :, 0]
        moves = np.linalg.solve(rest, whole[:, :, None])[:, :, 0]
    except np.linalg.LinAlgError as error:
        raise NoFitError("one cluster decides") from error
    factor = (len(groups) - 1) / len(groups)
    return replace(fit, covariance=factor * steps.T @ steps, freedom=_freedom(moves))


def hazard_fit(design: Array, events: Array, at_risk: Array) -> Fit:
    """Fit log(-log(1 - p)) = design @ coefficients to those who leave among those at risk.

    With a column for each interval of time this is Cox's model in discrete time (Prentice and
    Gloeckler 1978): coefficients are logarithms of ratios of hazards.

    Raises:
        NoFitError: No events, or columns that say the same.
    """

    def working(linear: Array) -> tuple[Array, Array]:
        hazard = np.exp(linear)
        share = np.clip(-np.expm1(-hazard), 1e-300, 1 - 1e-15)
        slope = hazard * np.exp(-hazard)
        ratio = slope / (share * (1 - share))
        return at_risk * slope * ratio, (events - at_risk * share) * ratio

    coefficients, inverse = _scored(design, working, _flat(design, events, at_risk))
    from scipy.special import gammaln, xlog1py, xlogy

    share = -np.expm1(-np.exp(design @ coefficients))
    ways = gammaln(at_risk + 1) - gammaln(events + 1) - gammaln(at_risk - events + 1)
    best = xlogy(events, events / at_risk) + xlog1py(at_risk - events, -events / at_risk)
    reached = xlogy(events, share) + xlog1py(at_risk - events, -share)
    return Fit(
        coefficients,
        inverse,
        deviance=float(2 * np.sum(best - reached)),
        log_likelihood=float(np.sum(ways + reached)),
        freedom=np.inf,
    )


def reach(freedom: float) -> float:
    """Return how many standard errors an interval of 95 % reaches to each side."""
    from scipy.special import ndtri, stdtrit

    return float(-ndtri(TAIL) if np.isinf(freedom) else -stdtrit(freedom, TAIL))


def _flat(design: Array, events: Array, exposure: Array) -> Array:
    """Return coefficients that give every row the crude rate, to start from.

    Raises:
        NoFitError: There is nothing to start from.
    """
    if not len(events) or not events.sum() > 0:
        raise NoFitError("no events")
    crude = np.full(len(events), np.log(events.sum() / exposure.sum()))
    return np.asarray(np.linalg.lstsq(design, crude, rcond=None)[0], dtype=np.float64)


def _scored(
    design: Array, working: Callable[[Array], tuple[Array, Array]], start: Array
) -> tuple[Array, Array]:
    """Return the coefficients that set the score to zero, and the inverse information."""
    coefficients = start
    for _ in range(_ROUNDS):
        weights, residuals = working(design @ coefficients)
        inverse = _inverse(design.T @ (design * weights[:, None]))
        step = inverse @ (design.T @ residuals)
        longest = float(np.max(np.abs(step)))
        coefficients = coefficients + step * min(1.0, _FARTHEST_STEP / max(longest, _CLOSE))
        if not np.isfinite(longest) or np.max(np.abs(coefficients)) > _LIMIT:
            raise NoFitError("coefficients without bound")
        if longest < _CLOSE:
            return coefficients, inverse
    raise NoFitError("no end to the steps")


def _freedom(moves: Array) -> float:
    """Return the fewest degrees of freedom of the sums of squares in the columns."""
    squares = moves**2
    return float(np.min(squares.sum(axis=0) ** 2 / (squares**2).sum(axis=0)))


def _inverse(information: Array) -> Array:
    """Invert an information matrix, or say that it cannot be done."""
    scale = np.sqrt(np.diag(information))
    if not np.all(np.isfinite(information)) or np.any(scale <= 0):
        raise NoFitError("no information")
    scaled = information / np.outer(scale, scale)
    if np.linalg.cond(scaled) > 1 / np.sqrt(np.finfo(float).eps):
        raise NoFitError("columns say the same")
    return np.asarray(np.linalg.inv(scaled) / np.outer(scale, scale), dtype=np.float64)


def _clustered(
    design: Array, residuals: Array, inverse: Array, clusters: Numbers
) -> tuple[Array, float]:
    """Return the covariance clustered by ``clusters``, and its degrees of freedom."""
    groups, number = np.unique(clusters, return_inverse=True)
    rows, columns = design.shape
    if len(groups) <= columns or rows <= columns:
        raise NoFitError("fewer clusters than coefficients")
    scores = np.zeros((len(groups), columns))
    np.add.at(scores, number, design * residuals[:, None])
    factor = len(groups) / (len(groups) - 1) * (rows - 1) / (rows - columns)
    return factor * inverse @ (scores.T @ scores) @ inverse, float(len(groups) - 1)
