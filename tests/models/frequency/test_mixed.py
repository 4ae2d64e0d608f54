"""A random intercept against the published fit of the cattle data."""

from __future__ import annotations

import numpy as np
import pytest

from desktop.models.frequency.mixed import random_intercept
from desktop.models.frequency.peers import beta_prior

# Contagious bovine pleuropneumonia (Lesnoff and others 2004): herd, sick, animals, period.
CBPP = np.array(
    [
        *[(1, 2, 14, 1), (1, 3, 12, 2), (1, 4, 9, 3), (1, 0, 5, 4)],
        *[(2, 3, 22, 1), (2, 1, 18, 2), (2, 1, 21, 3)],
        *[(3, 8, 22, 1), (3, 2, 16, 2), (3, 0, 16, 3), (3, 2, 20, 4)],
        *[(4, 2, 10, 1), (4, 0, 10, 2), (4, 2, 9, 3), (4, 0, 6, 4)],
        *[(5, 5, 18, 1), (5, 0, 25, 2), (5, 0, 24, 3), (5, 1, 4, 4)],
        *[(6, 3, 17, 1), (6, 0, 17, 2), (6, 0, 18, 3), (6, 1, 20, 4)],
        *[(7, 8, 16, 1), (7, 1, 10, 2), (7, 3, 9, 3), (7, 0, 5, 4)],
        *[(8, 12, 34, 1)],
        *[(9, 2, 9, 1), (9, 0, 6, 2), (9, 0, 8, 3), (9, 0, 6, 4)],
        *[(10, 1, 22, 1), (10, 1, 22, 2), (10, 0, 18, 3), (10, 2, 22, 4)],
        *[(11, 0, 25, 1), (11, 5, 27, 2), (11, 3, 22, 3), (11, 1, 22, 4)],
        *[(12, 2, 10, 1), (12, 1, 8, 2), (12, 0, 6, 3), (12, 0, 5, 4)],
        *[(13, 1, 21, 1), (13, 2, 24, 2), (13, 0, 19, 3), (13, 0, 23, 4)],
        *[(14, 11, 19, 1), (14, 0, 2, 2), (14, 0, 3, 3), (14, 0, 2, 4)],
        *[(15, 1, 19, 1), (15, 1, 15, 2), (15, 1, 15, 3), (15, 0, 15, 4)],
    ]
)
HERD, SICK, ANIMALS, PERIOD = (
    CBPP[:, 0],
    CBPP[:, 1].astype(float),
    CBPP[:, 2].astype(float),
    CBPP[:, 3],
)
DESIGN = np.column_stack([np.ones(56), *(period == PERIOD for period in (2, 3, 4))])


@pytest.mark.parametrize(
    ("points", "effects", "spread"),
    [
        (1, (-1.3985, -0.9923, -1.1287, -1.5803), 0.6423),
        (25, (-1.3992, -0.9914, -1.1278, -1.5795), 0.6475),
    ],
)
def test_that_the_cattle_have_their_published_effects(
    points: int, effects: tuple[float, ...], spread: float
) -> None:
    fit = random_intercept(DESIGN, SICK, ANIMALS, HERD, points)
    assert fit.coefficients == pytest.approx(effects, abs=6e-5)
    assert fit.spread == pytest.approx(spread, abs=6e-5)
    if points == 1:
        assert fit.log_likelihood == pytest.approx(-92.026, abs=1e-3)


def test_that_shares_of_herds_are_drawn_to_each_other_as_published() -> None:
    sick = np.bincount(HERD, SICK)[1:].astype(float)
    animals = np.bincount(HERD, ANIMALS)[1:].astype(float)
    prior = beta_prior(sick, animals)
    assert prior is not None
    assert (prior.a, prior.b) == pytest.approx((1.9593, 11.9871), abs=2e-3)
    assert prior.a / (prior.a + prior.b) == pytest.approx(0.1405, abs=5e-5)
    assert (sick[13], animals[13], sick[12], animals[12]) == (11, 26, 3, 87)
    assert prior.shrunken(11, 26).estimate == pytest.approx(0.3244, abs=5e-5)
    assert prior.shrunken(3, 87).estimate == pytest.approx(0.0491, abs=5e-5)
