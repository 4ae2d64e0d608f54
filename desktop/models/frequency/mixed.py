"""Shares that differ between groups of people: a logistic model with a random intercept.

    random_intercept(design, events, trials, groups, points) -> MixedFit

Each group has its own level, drawn from a normal distribution; what is fitted is the effect of the
columns and how far the levels spread. The integral over a group's level is taken at its mode
(Laplace, one point) or by adaptive Gauss-Hermite quadrature (Pinheiro and Bates 1995) with more.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from desktop.models.frequency.arrays import Array, Numbers

_ROUNDS = 50
_CLOSE = 1e-10


@dataclass(frozen=True, slots=True, eq=False)
class MixedFit:
    """Effects on the logit scale, and the standard deviation of the groups' levels."""

    coefficients: Array
    spread: float
    log_likelihood: float


@dataclass(frozen=True, slots=True, eq=False)
class _Data:
    design: Array
    events: Array
    trials: Array
    group: Numbers
    groups: int

    def inner(self, fixed: Array, spread: float, level: Array) -> Array:
        """Return the log likelihood of each group at its level, with that of the level."""
        linear = fixed + spread * level[self.group]
        each = self.events * linear - self.trials * np.logaddexp(0, linear)
        return np.bincount(self.group, each, self.groups) - level**2 / 2

    def modes(self, fixed: Array, spread: float) -> tuple[Array, Array]:
        """Return the most likely level of each group and the curvature there."""
        level = np.zeros(self.groups)
        curvature: Array = np.ones(self.groups)
        for _ in range(_ROUNDS):
            share = 1 / (1 + np.exp(-(fixed + spread * level[self.group])))
            slope = np.bincount(self.group, self.events - self.trials * share, self.groups)
            bend = np.bincount(self.group, self.trials * share * (1 - share), self.groups)
            curvature = np.asarray(1 + spread**2 * bend, dtype=np.float64)
            step = (spread * slope - level) / curvature
            level = level + step
            if np.max(np.abs(step)) < _CLOSE:
                break
        return level, curvature


def random_intercept(
    design: Array, events: Array, trials: Array, groups: Numbers, points: int = 1
) -> MixedFit:
    """Fit the model by maximum likelihood; ``points`` of quadrature for each group."""
    from scipy.optimize import minimize
    from scipy.special import gammaln

    names, number = np.unique(groups, return_inverse=True)
    data = _Data(design, events, trials, number, len(names))
    nodes, weights = np.polynomial.hermite.hermgauss(points)
    ways = float(np.sum(gammaln(trials + 1) - gammaln(events + 1) - gammaln(trials - events + 1)))

    def loss(parameters: Array) -> float:
        fixed, spread = design @ parameters[:-1], float(np.exp(parameters[-1]))
        mode, curvature = data.modes(fixed, spread)
        width = np.sqrt(2 / curvature)
        heights = [
            np.log(weight) + node**2 + data.inner(fixed, spread, mode + width * node)
            for node, weight in zip(nodes, weights, strict=True)
        ]
        whole = np.logaddexp.reduce(heights, axis=0) + np.log(width) - np.log(2 * np.pi) / 2
        return -float(whole.sum())

    start = np.concatenate([np.zeros(design.shape[1]), [-0.5]])
    found = minimize(loss, start, method="BFGS", options={"gtol": 1e-6})
    return MixedFit(found.x[:-1], float(np.exp(found.x[-1])), ways - float(found.fun))
