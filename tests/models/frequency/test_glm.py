"""Regression against published numbers and an independent library."""

from __future__ import annotations

import warnings
from pathlib import Path

import numpy as np
import pytest

from desktop.models.frequency.glm import NoFitError, hazard_fit, jackknifed, poisson_fit

DOCTORS_DEATHS = np.array([2, 12, 28, 28, 31, 32, 104, 206, 186, 102], dtype=float)
DOCTORS_YEARS = np.array(
    [18_790, 10_673, 5_710, 2_585, 1_462, 52_407, 43_248, 28_612, 12_663, 5_317], dtype=float
)
ROSSI = Path(__file__).parent / "data" / "rossi.csv"


def doctors_design() -> np.ndarray:
    ages = np.vstack([np.eye(5), np.eye(5)])[:, 1:]
    smokes = np.repeat([0.0, 1.0], 5)
    return np.column_stack([np.ones(10), smokes, ages])


def test_that_the_british_doctors_have_their_published_ratios() -> None:
    fit = poisson_fit(doctors_design(), DOCTORS_DEATHS, DOCTORS_YEARS)
    smoking = fit.coefficient(1)
    assert np.exp(smoking.estimate) == pytest.approx(1.425519, abs=5e-7)
    assert np.exp([smoking.low, smoking.high]) == pytest.approx([1.1550, 1.7594], abs=5e-5)
    assert fit.covariance[1, 1] ** 0.5 == pytest.approx(0.10737, abs=5e-6)
    ages = np.exp(fit.coefficients[2:])
    assert ages == pytest.approx([4.410584, 13.8392, 28.51678, 40.45121], rel=1e-6)
    assert fit.deviance == pytest.approx(12.132, abs=5e-4)
    assert fit.log_likelihood == pytest.approx(-33.600, abs=5e-4)


def test_that_without_ages_the_doctors_have_the_crude_ratio() -> None:
    fit = poisson_fit(doctors_design()[:, :2], DOCTORS_DEATHS, DOCTORS_YEARS)
    assert np.exp(fit.coefficients[1]) == pytest.approx(1.71982, abs=5e-6)


@pytest.mark.parametrize("seed", range(5))
def test_that_an_independent_library_agrees_on_clustered_errors(seed: int) -> None:
    import statsmodels.api as sm

    random = np.random.default_rng(seed)
    design = np.column_stack([np.ones(120), random.normal(size=(120, 2))])
    exposure = random.uniform(50, 5_000, 120)
    clusters = random.integers(0, 17, 120)
    shock = np.exp(random.normal(0, 0.5, 17))[clusters]
    events = random.poisson(exposure * shock * np.exp(design @ [-4, 0.4, -0.2])).astype(float)
    fit = poisson_fit(design, events, exposure, clusters)
    model = sm.GLM(events, design, family=sm.families.Poisson(), offset=np.log(exposure))
    other = model.fit(cov_type="cluster", cov_kwds={"groups": clusters}, use_t=True)
    assert fit.coefficients == pytest.approx(other.params, rel=1e-7)
    assert fit.covariance == pytest.approx(other.cov_params(), rel=1e-6)
    assert fit.deviance == pytest.approx(other.deviance, rel=1e-9)
    assert fit.log_likelihood == pytest.approx(other.llf, rel=1e-9)
    bounds = [fit.coefficient(place) for place in range(3)]
    assert [(one.low, one.high) for one in bounds] == [
        pytest.approx(tuple(pair), rel=1e-6) for pair in other.conf_int()
    ]


def test_that_an_independent_library_agrees_when_one_cluster_after_the_other_is_left_out() -> None:
    import statsmodels.api as sm

    random = np.random.default_rng(11)
    design = np.column_stack([np.ones(60), random.normal(size=60)])
    exposure = random.uniform(50, 5_000, 60)
    clusters = np.repeat(np.arange(12), 5)
    events = random.poisson(exposure * np.exp(design @ [-4, 0.4])).astype(float)
    fit = poisson_fit(design, events, exposure)
    steps = []
    for one in range(12):
        rest = clusters != one
        offset, family = np.log(exposure[rest]), sm.families.Poisson()
        model = sm.GLM(events[rest], design[rest], family=family, offset=offset)
        with warnings.catch_warnings():  # one step is what is wanted
            warnings.simplefilter("ignore")
            left = model.fit(start_params=fit.coefficients, maxiter=1)
        steps.append(left.params - fit.coefficients)
    found = jackknifed(fit, design, events, exposure, clusters)
    assert found.covariance == pytest.approx(11 / 12 * np.transpose(steps) @ steps, rel=1e-6)
    assert 1 < found.freedom < 12


def test_that_clusters_of_equal_weight_have_all_degrees_of_freedom() -> None:
    random = np.random.default_rng(4)
    events = random.poisson(30, 25).astype(float)
    ones, exposure = np.ones((25, 1)), np.full(25, 100.0)
    fit = poisson_fit(ones, events, exposure)
    assert jackknifed(fit, ones, events, exposure, np.arange(25)).freedom == pytest.approx(25)


def rossi_weeks() -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """One row for each person and week at risk: covariates, arrested, week; and the people."""
    people = np.loadtxt(ROSSI, delimiter=",", skiprows=1)
    last = people[:, 0].astype(int)
    which = np.repeat(np.arange(len(people)), last)
    week = np.concatenate([np.arange(1, each + 1) for each in last])
    arrested = (week == last[which]) & (people[which, 1] == 1)
    return people[which, 2:], arrested.astype(float), week, people


def test_that_rossi_in_weeks_agrees_with_the_published_hazards_and_with_cox() -> None:
    from statsmodels.duration.hazard_regression import PHReg

    covariates, arrested, week, people = rossi_weeks()
    assert len(arrested) == 19_809
    assert arrested.mean() == pytest.approx(0.005755, abs=5e-7)
    known = np.isin(week, week[arrested == 1])
    weeks = (week[known, None] == np.unique(week[known])).astype(float)
    design = np.hstack([covariates[known], weeks])
    fit = hazard_fit(design, arrested[known], np.ones(int(known.sum())))
    published = [-0.3802, -0.0575, 0.3143, -0.1496, -0.4341, -0.0851, 0.0918]
    assert fit.coefficients[:7] == pytest.approx(published, abs=5.1e-5)
    cox = PHReg(people[:, 0], people[:, 2:], status=people[:, 1], ties="efron").fit(disp=0)
    textbook = [-0.3794, -0.0574, 0.3139, -0.1498, -0.4337, -0.0849, 0.0915]
    assert cox.params == pytest.approx(textbook, abs=5.1e-5)
    assert cox.llf == pytest.approx(-658.748, abs=5e-4)
    assert fit.coefficients[:7] == pytest.approx(cox.params, abs=1e-3)


def test_that_an_independent_library_agrees_on_hazards_of_groups() -> None:
    import statsmodels.api as sm

    random = np.random.default_rng(7)
    design = np.column_stack([np.ones(40), random.normal(size=40)])
    at_risk = random.integers(20, 900, 40).astype(float)
    share = -np.expm1(-np.exp(design @ [-3.0, 0.5]))
    events = random.binomial(at_risk.astype(int), share).astype(float)
    fit = hazard_fit(design, events, at_risk)
    family = sm.families.Binomial(link=sm.families.links.CLogLog())
    other = sm.GLM(np.column_stack([events, at_risk - events]), design, family=family).fit()
    assert fit.coefficients == pytest.approx(other.params, rel=1e-6)
    assert np.diag(fit.covariance) == pytest.approx(other.bse**2, rel=1e-4)
    assert fit.deviance == pytest.approx(other.deviance, rel=1e-8)
    assert fit.log_likelihood == pytest.approx(other.llf, rel=1e-8)


def test_that_one_cluster_that_decides_is_refused() -> None:
    design = np.column_stack([np.ones(12), np.arange(12) == 0]).astype(float)
    events, exposure = np.full(12, 3.0), np.full(12, 100.0)
    fit = poisson_fit(design, events, exposure)
    with pytest.raises(NoFitError, match="one cluster"):
        jackknifed(fit, design, events, exposure, np.arange(12))


def test_that_data_that_say_nothing_are_refused() -> None:
    ones = np.ones((12, 1))
    exposure = np.full(12, 100.0)
    with pytest.raises(NoFitError, match="no events"):
        poisson_fit(ones, np.zeros(12), exposure)
    with pytest.raises(NoFitError, match="say the same"):
        poisson_fit(np.hstack([ones, ones]), np.ones(12), exposure)
    with pytest.raises(NoFitError, match="clusters"):
        poisson_fit(ones, np.ones(12), exposure, np.zeros(12, dtype=np.int64))
    apart = np.column_stack([np.ones(12), np.repeat([0.0, 1.0], 6)])
    with pytest.raises(NoFitError):
        poisson_fit(apart, np.repeat([0.0, 5.0], 6), exposure)
