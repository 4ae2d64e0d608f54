"""Many services: what the others lend to one that has little data, and what that does not tell.

    gamma_prior(events, exposure) -> GammaPrior          # how the rates of services differ
    GammaPrior.shrunken(events, exposure) -> Estimate    # one service, drawn to the others
    drawn_to(bins, peers) -> Mapping[Often, Estimate]    # its bins, each drawn to the others'
    between_within(service, often, at_risk, opt_outs) -> Split | None

Empirical Bayes for counts (gamma-Poisson; Robbins 1956, Clayton and Kaldor 1987): the rates of the
services are taken as draws from a gamma distribution that is fitted to all of them, and each
service's own count is added to that. A service with little data ends near the others, one with much
data near its own rate.

Services that send a lot differ from the others in more than that: they write to willing readers, or
annoy anyway. So a frequency is split into the service's mean and the deviation from it (Mundlak
1978). *Between* compares services, *within* compares each service with itself. Where the two
disagree, comparing services misleads: the frequency is confounded with what else they differ in.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from desktop.models.frequency.arrays import Array, Numbers
from desktop.models.frequency.glm import Fit, NoFitError, poisson_fit, reach
from desktop.models.frequency.rates import TAIL, Estimate
from desktop.models.records.frequency import Bin, Often, Split
from desktop.models.records.peers import PeerBin

FEWEST_SERVICES = 8
FEWEST_TO_SPLIT = 20
"""Errors that are clustered by service are too small where there are few of them."""

_ROUNDS = 4
"""What an opt-out is worth and the mean rate are found in turns; more of them change nothing."""

_NARROW = 55.0
_ALIKE = 1e6
"""Shape of a gamma distribution so narrow that all services are alike."""


@dataclass(frozen=True, slots=True)
class GammaPrior:
    """How rates (per contact-day) differ between services: their mean, and a shape.

    The larger the shape, the more alike they are. ``services`` is how many it was fitted to.
    """

    mean: float
    shape: float
    services: int

    def shrunken(self, events: float, exposure: float, spread: float = 0.0) -> Estimate:
        """Return the rate of one service, given what the others show.

        ``spread`` is what messages add to the squared relative error of the service's own rate
        (``records.frequency.Bin.spread``). How far the rate is drawn to the others follows from
        what messages do at the rate of the *others* (Buehlmann's credibility, 1967): judged by its
        own count, a service that is high by chance would be drawn further than one that is low.
        """
        from scipy.special import gammaincinv

        worth = 1 + spread * self.mean * exposure * (1 + 1 / self.shape)
        weight = 1 / (1 + self.shape * worth / (self.mean * exposure))
        value = weight * events / exposure + (1 - weight) * self.mean
        known = self.shape + events / (1 + spread * events)
        low, high = (float(gammaincinv(known, tail)) / known for tail in (TAIL, 1 - TAIL))
        return Estimate(value, value * low, value * high)


def gamma_prior(events: Array, exposure: Array, spread: Array | None = None) -> GammaPrior | None:
    """Fit how rates differ between services, by maximum likelihood of their counts.

    ``spread`` as in ``GammaPrior.shrunken``: counts are taken as the number of independent
    opt-outs that they would be worth at the mean rate. None where fewer than eight services have
    contact-days, or nobody left at any.
    """
    known = exposure > 0
    spread = np.zeros(len(events)) if spread is None else spread
    events, exposure, spread = events[known], exposure[known], spread[known]
    if len(events) < FEWEST_SERVICES or not events.sum() > 0:
        return None
    found = _fitted(events, exposure, float(events.sum() / exposure.sum()), (1.0, _NARROW))
    for _ in range(_ROUNDS if np.any(spread) else 0):
        worth = 1 + spread * found.mean * exposure * (1 + 1 / found.shape)
        found = _fitted(events / worth, exposure / worth, found.mean, (found.shape,))
    return found


def _fitted(events: Array, exposure: Array, crude: float, shapes: Sequence[float]) -> GammaPrior:
    """Fit a gamma distribution to independent counts, from a rate near its mean and some shapes."""
    from scipy.optimize import minimize
    from scipy.special import gammaln

    def loss(logs: Array) -> float:
        """Minus the logarithm of the negative binomial likelihood, without its constants."""
        shape, expected = np.exp(logs[1]), np.exp(logs[0]) * crude * exposure
        grown = gammaln(events + shape) - gammaln(shape)
        return float(
            np.sum(
                events * (np.log(shape + expected) - np.log(expected))
                + shape * np.log1p(expected / shape)
                - grown
            )
        )

    bounds = ((-10.0, 10.0), (np.log(1e-3), np.log(_ALIKE)))
    starts = (np.array([0.0, np.log(shape)]) for shape in shapes)
    found = min((minimize(loss, one, bounds=bounds) for one in starts), key=lambda one: one.fun)
    mean, shape = np.exp(found.x)
    return GammaPrior(float(mean * crude), float(shape), len(events))


def drawn_to(bins: Sequence[Bin], peers: Sequence[PeerBin]) -> dict[Often, Estimate]:
    """Return the rate of each bin of one service, given what others show at that frequency.

    Bins at which too few others are known are not in it.
    """
    priors = {one.often: GammaPrior(one.mean, one.shape, one.services) for one in peers}
    return {
        one.often: priors[one.often].shrunken(one.opt_outs, one.contact_days, one.spread)
        for one in bins
        if one.often in priors
    }


def between_within(service: Numbers, often: Array, at_risk: Array, opt_outs: Array) -> Split | None:
    """Split the effect of the frequency, or return None where there is nothing to split.

    Entries are days, or days added up that share service and frequency. Errors are clustered by
    service.
    """
    service, often, at_risk, opt_outs = _added_up(service, often, at_risk, opt_outs)
    _, number = np.unique(service, return_inverse=True)
    services = int(number.max(initial=-1)) + 1
    if services < FEWEST_TO_SPLIT:
        return None
    term = np.log1p(often)
    mean = np.bincount(number, weights=term * at_risk) / np.bincount(number, weights=at_risk)
    design = np.column_stack([np.ones(len(term)), mean[number], term - mean[number]])
    try:
        fit = poisson_fit(design, opt_outs, at_risk, number)
    except NoFitError:
        return None
    return Split(fit.coefficient(1), fit.coefficient(2), _p_value(fit), services)


def _added_up(
    service: Numbers, often: Array, at_risk: Array, opt_outs: Array
) -> tuple[Numbers, Array, Array, Array]:
    """Add up entries of the same service and frequency: the fit is the same, and fast."""
    often_values, often_number = np.unique(often, return_inverse=True)
    keys = service.astype(np.int64) * len(often_values) + often_number
    kept, where = np.unique(keys, return_inverse=True)
    return (
        kept // max(len(often_values), 1),
        often_values[kept % max(len(often_values), 1)],
        np.bincount(where, weights=at_risk).astype(np.float64),
        np.bincount(where, weights=opt_outs).astype(np.float64),
    )


def _p_value(fit: Fit) -> float:
    """Return the two-sided p-value of between = within."""
    from scipy.special import stdtr

    gap = fit.combination(np.array([0.0, 1.0, -1.0]))
    error = (gap.high - gap.estimate) / reach(fit.freedom)
    return float(2 * stdtr(fit.freedom, -abs(gap.estimate) / error)) if error > 0 else 1.0


@dataclass(frozen=True, slots=True)
class BetaPrior:
    """How shares differ between services: a beta distribution."""

    a: float
    b: float

    def shrunken(self, events: float, trials: float) -> Estimate:
        """Return the share of one service, given what the others show."""
        from scipy.special import betaincinv

        a, b = self.a + events, self.b + trials - events
        low, high = (float(betaincinv(a, b, tail)) for tail in (TAIL, 1 - TAIL))
        return Estimate(a / (a + b), low, high)


def beta_prior(events: Array, trials: Array) -> BetaPrior | None:
    """Fit how shares differ, by maximum likelihood of the beta-binomial distribution.

    None where fewer than eight services have trials, or all shares are 0 or all are 1.
    """
    known = trials > 0
    events, trials = events[known], trials[known]
    if len(events) < FEWEST_SERVICES or not 0 < events.sum() < trials.sum():
        return None
    from scipy.optimize import minimize
    from scipy.special import betaln

    def loss(logs: Array) -> float:
        a, b = np.exp(logs)
        return -float(np.sum(betaln(events + a, trials - events + b) - betaln(a, b)))

    bounds = ((np.log(1e-4), np.log(_ALIKE)),) * 2
    share = events.sum() / trials.sum()
    found = minimize(loss, np.log([share * 10, (1 - share) * 10]), bounds=bounds)
    a, b = np.exp(found.x)
    return BetaPrior(float(a), float(b))
