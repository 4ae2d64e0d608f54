"""Many services: shrinkage, and what comparing services tells or hides."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.models.frequency.peers import (
    BetaPrior,
    GammaPrior,
    beta_prior,
    between_within,
    drawn_to,
    gamma_prior,
)
from desktop.models.frequency.rates import rate_of
from desktop.models.records.frequency import Bin, Often
from desktop.models.records.peers import PeerBin


def services(number: int, shape: float, seed: int = 1) -> tuple[np.ndarray, ...]:
    random = np.random.default_rng(seed)
    true = random.gamma(shape, 0.003 / shape, number)
    exposure = np.exp(random.uniform(np.log(500), np.log(500_000), number))
    return random.poisson(true * exposure).astype(float), exposure, true


def test_that_an_independent_library_agrees_on_how_services_differ() -> None:
    import statsmodels.api as sm

    events, exposure, _ = services(300, 3.0)
    prior = gamma_prior(events, exposure)
    assert prior is not None
    other = sm.NegativeBinomial(events, np.ones((300, 1)), exposure=exposure).fit(disp=0)
    assert np.log(prior.mean) == pytest.approx(other.params[0], abs=1e-3)
    assert 1 / prior.shape == pytest.approx(other.params[1], rel=1e-2)
    assert (prior.mean, prior.shape) == pytest.approx((0.003, 3.0), rel=0.25)


def test_that_shrinkage_is_closer_where_data_are_few() -> None:
    events, exposure, true = services(600, 3.0, seed=4)
    prior = gamma_prior(events, exposure)
    assert prior is not None
    shrunken = np.array(
        [prior.shrunken(*one).estimate for one in zip(events, exposure, strict=True)]
    )

    def error(rates: np.ndarray, where: np.ndarray) -> float:
        return float(np.sqrt(np.mean((rates[where] - true[where]) ** 2)))

    few, many = exposure < 5_000, exposure > 100_000
    assert error(shrunken, few) < 0.75 * error(events / exposure, few)
    assert error(shrunken, many) == pytest.approx(error(events / exposure, many), rel=0.1)


def test_that_shrunken_intervals_cover_the_truth() -> None:
    events, exposure, true = services(600, 3.0, seed=9)
    prior = gamma_prior(events, exposure)
    assert prior is not None
    found = [prior.shrunken(*one) for one in zip(events, exposure, strict=True)]
    covered = np.mean([one.low <= rate <= one.high for one, rate in zip(found, true, strict=True)])
    assert 0.93 <= covered <= 0.97


def drawn_with_messages(random: np.random.Generator) -> tuple[np.ndarray, ...]:
    """Return true rates, opt-outs, contact-days and spread of services with many of both."""
    true = 0.001 * random.lognormal(-0.32, 0.8, 900)
    exposure = np.exp(random.uniform(np.log(1e5), np.log(3e6), 900))
    spread = random.choice([0.02, 0.1, 0.3], 900)
    moved = true * random.gamma(1 / spread, spread)
    return true, random.poisson(moved * exposure).astype(float), exposure, spread


def test_that_shrinkage_never_loses_where_messages_differ() -> None:
    true, events, exposure, spread = drawn_with_messages(np.random.default_rng(8))
    prior = gamma_prior(events, exposure, spread)
    assert prior is not None
    assert prior.mean == pytest.approx(true.mean(), rel=0.1)
    found = [prior.shrunken(*one) for one in zip(events, exposure, spread, strict=True)]
    shrunken = np.array([one.estimate for one in found])

    def error(rates: np.ndarray) -> float:
        return float(np.sqrt(np.mean((rates - true) ** 2)))

    assert error(shrunken) < 0.9 * error(events / exposure)
    held = [one.low <= rate <= one.high for one, rate in zip(found, true, strict=True)]
    assert 0.92 <= np.mean(held) <= 0.975


@settings(max_examples=40)
@given(events=st.integers(0, 500), days=st.integers(1, 200_000))
def test_that_an_independent_library_agrees_on_shrunken_rates(events: int, days: int) -> None:
    from scipy.stats import gamma

    prior = GammaPrior(0.001, 2.5, 20)
    other = gamma(2.5 + events, scale=1 / (2.5 / 0.001 + days))
    found = prior.shrunken(events, days)
    assert found.estimate == pytest.approx(other.mean())
    assert (found.low, found.high) == pytest.approx(other.interval(0.95), rel=1e-8)


def test_that_an_independent_library_agrees_on_shrunken_shares() -> None:
    from scipy.stats import beta

    found, other = BetaPrior(1.9593, 11.9871).shrunken(11, 26), beta(12.9593, 26.9871)
    assert found.estimate == pytest.approx(other.mean())
    assert (found.low, found.high) == pytest.approx(other.interval(0.95))


def test_that_bins_are_drawn_to_those_of_the_others_where_there_are_any() -> None:
    rate = rate_of(40, 10_000)
    bins = [
        Bin(one, 1.0, 40, 10_000, 30, rate, rate, worth)
        for one, worth in ((Often.DAILY, 1.0), (Often.SOME_A_DAY, 5.0), (Often.MORE, 1.0))
    ]
    peers = [PeerBin(one, 0.001, 3.0, 20) for one in (Often.DAILY, Often.SOME_A_DAY)]
    found = drawn_to(bins, peers)
    assert set(found) == {Often.DAILY, Often.SOME_A_DAY}
    assert 0.001 < found[Often.SOME_A_DAY].estimate < found[Often.DAILY].estimate < 0.004


def test_that_services_that_do_not_differ_are_taken_as_one() -> None:
    random = np.random.default_rng(2)
    exposure = np.full(40, 10_000.0)
    events = random.poisson(30, 40).astype(float)
    prior = gamma_prior(np.full(40, 30.0), exposure)
    assert prior is not None
    assert prior.shrunken(60, 10_000).estimate == pytest.approx(0.003, rel=0.02)
    assert gamma_prior(events[:7], exposure[:7]) is None
    assert gamma_prior(np.zeros(40), exposure) is None
    assert gamma_prior(events, np.zeros(40)) is None


@settings(max_examples=40)
@given(events=st.integers(0, 500), days=st.integers(1, 200_000), spread=st.floats(0, 1))
def test_that_a_shrunken_rate_lies_between_its_own_and_the_others(
    events: int, days: int, spread: float
) -> None:
    counts, exposure, _ = services(60, 3.0)
    prior = gamma_prior(counts, exposure)
    assert prior is not None
    found = prior.shrunken(events, days, spread)
    low, high = sorted((events / days, prior.mean))
    assert low - 1e-12 <= found.estimate <= high + 1e-12
    assert found.low < found.estimate < found.high


def panel(*, confounded: bool, seed: int = 5) -> tuple[np.ndarray, ...]:
    """Sixty services, each at three frequencies; the readers of those that send much like it."""
    random = np.random.default_rng(seed)
    service = np.repeat(np.arange(60), 3)
    usual = np.repeat(random.uniform(0.2, 2.0, 60), 3)
    often = usual * np.tile([0.5, 1.0, 1.8], 60)
    willing = np.repeat(random.normal(0, 0.1, 60), 3) - (1.5 * np.log1p(usual) if confounded else 0)
    at_risk = np.full(180, 60_000.0)
    rate = 0.002 * np.exp(np.log1p(often) + willing)
    return service, often, at_risk, random.poisson(rate * at_risk).astype(float)


def test_that_willing_readers_of_frequent_senders_are_found_out() -> None:
    split = between_within(*panel(confounded=True))
    assert split is not None
    assert split.confounded
    assert split.between.high < 0 < split.within.low
    assert split.within.low < 1.0 < split.within.high


def test_that_services_that_differ_in_nothing_else_are_not_called_confounded() -> None:
    split = between_within(*panel(confounded=False))
    assert split is not None
    assert not split.confounded
    assert split.between.low < 1.0 < split.between.high
    assert split.services == 60


def test_that_an_independent_library_agrees_on_between_and_within() -> None:
    import statsmodels.api as sm

    service, often, at_risk, left = panel(confounded=True)
    term = np.log1p(often)
    mean = np.array([term[service == one].mean() for one in range(60)])[service]
    other = sm.GLM(
        left,
        np.column_stack([np.ones(180), mean, term - mean]),
        family=sm.families.Poisson(),
        offset=np.log(at_risk),
    ).fit(cov_type="cluster", cov_kwds={"groups": service}, use_t=True)
    split = between_within(service, often, at_risk, left)
    assert split is not None
    assert (split.between.estimate, split.within.estimate) == pytest.approx(
        other.params[1:], rel=1e-6
    )
    assert [split.between.low, split.within.high] == pytest.approx(
        [other.conf_int()[1][0], other.conf_int()[2][1]], rel=1e-5
    )
    same = other.t_test("x1 = x2", use_t=True)
    assert split.p_value == pytest.approx(float(same.pvalue), rel=1e-4)


def test_that_days_need_not_be_added_up_first() -> None:
    service, often, at_risk, left = panel(confounded=True)
    halves = between_within(
        np.repeat(service, 2),
        np.repeat(often, 2),
        np.repeat(at_risk / 2, 2),
        np.repeat(left / 2, 2),
    )
    assert halves == between_within(service, often, at_risk, left)


def test_that_few_services_or_one_frequency_cannot_be_split() -> None:
    service, often, at_risk, left = panel(confounded=False)
    few = service < 19
    assert between_within(service[few], often[few], at_risk[few], left[few]) is None
    assert between_within(service, np.ones(180), at_risk, left) is None
    assert between_within(service, often, at_risk, np.zeros(180)) is None


def test_that_shares_need_services_that_differ() -> None:
    assert beta_prior(np.zeros(20), np.full(20, 50.0)) is None
    assert beta_prior(np.ones(3), np.full(3, 50.0)) is None
