"""Rising or U-shaped, against an independent library and against made-up truth."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.models.frequency.bins import Cells
from desktop.models.frequency.shape import falling_then_rising, rising, shape
from desktop.models.records.frequency import Often, Shape

RATES = st.lists(st.tuples(st.floats(0, 1), st.floats(0.1, 100)), min_size=1, max_size=8)


@given(pairs=RATES)
def test_that_an_independent_library_agrees_on_what_rises(
    pairs: list[tuple[float, float]],
) -> None:
    from sklearn.isotonic import isotonic_regression

    rates, weights = (np.array(part) for part in zip(*pairs, strict=True))
    found = rising(rates, weights)
    assert found == pytest.approx(isotonic_regression(rates, sample_weight=weights), abs=1e-9)
    assert np.all(np.diff(found) >= -1e-12)
    assert weights @ found == pytest.approx(weights @ rates)


@settings(max_examples=40)
@given(pairs=st.lists(st.tuples(st.floats(0, 0.1), st.floats(1, 1_000)), min_size=2, max_size=8))
def test_that_an_independent_library_agrees_on_what_falls_and_then_rises(
    pairs: list[tuple[float, float]],
) -> None:
    from sklearn.isotonic import isotonic_regression

    rates, weights = np.transpose(pairs)

    def loss(turn: int) -> float:
        falls, rises = slice(None, turn), slice(turn, None)
        parts = [
            isotonic_regression(rates[part], sample_weight=weights[part], increasing=way)
            for part, way in ((falls, False), (rises, True))
            if len(rates[part])
        ]
        return float(weights @ (rates - np.concatenate(parts)) ** 2)

    found = falling_then_rising(rates, weights)
    best = min(loss(turn) for turn in range(len(rates)))
    assert float(weights @ (rates - found) ** 2) == pytest.approx(best, rel=1e-9, abs=1e-12)


@given(pairs=RATES)
def test_that_what_may_fall_first_fits_at_least_as_well(pairs: list[tuple[float, float]]) -> None:
    rates, weights = (np.array(part) for part in zip(*pairs, strict=True))
    found = falling_then_rising(rates, weights)
    turn = int(np.argmin(found))
    assert np.all(np.diff(found[: turn + 1]) <= 1e-12)
    assert np.all(np.diff(found[turn:]) >= -1e-12)
    both = (weights @ (rates - one) ** 2 for one in (found, rising(rates, weights)))
    assert next(both) <= next(both) + 1e-9


def table(rates: list[float], seed: int, spread: float = 0.0) -> Cells:
    """Sixty messages at each frequency, each seen by 5,000 contact-days."""
    random = np.random.default_rng(seed)
    messages, bins = 60 * len(rates), len(rates)
    at = np.repeat(np.arange(bins), 60)
    contact_days = np.where(at[:, None] == np.arange(bins), 5_000.0, 0.0)
    shock = random.gamma(1 / spread, spread, messages) if spread else np.ones(messages)
    left = random.poisson(contact_days * np.array(rates) * shock[:, None]).astype(float)
    return Cells(
        tuple(Often)[:bins],
        np.arange(bins, dtype=float),
        left,
        contact_days,
        contact_days,
        left * np.nan,
    )


def test_that_a_rate_that_only_rises_is_fitted_so_and_inside_its_band() -> None:
    true = [0.001, 0.001, 0.002, 0.004]
    found = shape(table(true, seed=1, spread=0.2))
    assert found is not None
    assert found.shape is Shape.RISING
    assert [point.often for point in found.points] == list(Often)[:4]
    for point, rate in zip(found.points, true, strict=True):
        assert point.rate.low <= rate <= point.rate.high


def test_that_a_sender_who_is_forgotten_is_found_before_rising_is_forced() -> None:
    found = shape(table([0.004, 0.001, 0.001, 0.003], seed=1, spread=0.2))
    assert found is not None
    assert found.shape is Shape.U_SHAPED
    assert found.p_value < 0.01
    rates = [point.rate.estimate for point in found.points]
    assert rates[0] > rates[1] < rates[3]


def test_that_chance_is_rarely_taken_for_a_u() -> None:
    flat = [shape(table([0.002] * 4, seed, spread=0.3), draws=99) for seed in range(60)]
    called = sum(one is not None and one.shape is Shape.U_SHAPED for one in flat)
    assert called <= 8


def test_that_a_shape_is_the_same_each_time() -> None:
    one = table([0.001, 0.002, 0.004], seed=2)
    assert shape(one) == shape(one)


def test_that_one_bin_or_no_opt_outs_have_no_shape() -> None:
    assert shape(table([0.002], seed=1)) is None
    assert shape(table([0.0, 0.0], seed=1)) is None
