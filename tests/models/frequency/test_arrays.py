"""Days as arrays: the frequency before each, and the message that each belongs to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.models.frequency.arrays import Days, days_of, frequencies, messages
from desktop.models.frequency.rates import DayTraffic, trailing_frequencies

MONDAY = date(2026, 3, 2)


def records(sent: Sequence[float], skipped: Sequence[int] = ()) -> list[DayTraffic]:
    return [
        DayTraffic(MONDAY + timedelta(days=number), 100, one, 1)
        for number, one in enumerate(sent)
        if number not in skipped
    ]


def days(sent: Sequence[float], skipped: Sequence[int] = ()) -> Days:
    return days_of(records(sent, skipped))


@given(
    sent=st.lists(st.sampled_from([0.0, 1.0, 2.0, 0.5, 10.0]), max_size=40),
    skipped=st.lists(st.integers(0, 39), max_size=3),
)
def test_that_arrays_and_records_have_the_same_frequencies(
    sent: list[float], skipped: list[int]
) -> None:
    found = frequencies(days(sent, skipped))
    expected = trailing_frequencies(records(sent, skipped))
    assert found == pytest.approx(
        [np.nan if one is None else one for one in expected], abs=1e-8, nan_ok=True
    )


def test_that_the_frequency_of_one_service_is_not_taken_from_another() -> None:
    one = days([1.0] * 8)
    twice = np.tile(np.arange(8), 2)
    both = replace(one.only(twice), service=np.repeat([0, 1], 8))
    assert np.flatnonzero(~np.isnan(frequencies(both))).tolist() == [7, 15]
    assert messages(both)[8] != messages(both)[7]


def test_that_days_under_one_message_belong_together() -> None:
    assert messages(days([1, 0, 0, 1, 1, 0])).tolist() == [0, 0, 0, 1, 2, 2]


def test_that_a_message_is_over_after_a_week() -> None:
    assert messages(days([1] + [0] * 15)).tolist() == [0] * 7 + [1] * 7 + [2] * 2


def test_that_no_days_are_no_trouble() -> None:
    assert frequencies(days([])).tolist() == []
    assert messages(days([])).tolist() == []
