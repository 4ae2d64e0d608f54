from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import pytest

from scripts import frequency_study

_PAGE = Path(__file__).parents[2] / "docs" / "frequency-study.md"


def _shares(page: str) -> dict[str, float]:
    lines = re.findall(r"^\| (.+?) \| [\d,]+ \| ([\d.]+) % \|$", page, flags=re.MULTILINE)
    return {name: float(share) for name, share in lines}


def test_that_a_small_study_fills_the_same_table_as_the_large_one() -> None:
    small = frequency_study.study(12, seed=2)
    assert set(_shares(small)) == set(_shares(_PAGE.read_text(encoding="utf-8")))
    assert small == frequency_study.study(12, seed=2)


def test_that_the_study_says_the_intervals_are_right() -> None:
    shares = _shares(_PAGE.read_text(encoding="utf-8"))
    narrow = shares.pop("exact interval of a bin, messages differ")
    assert narrow < 90
    assert {name: share for name, share in shares.items() if not 93 <= share <= 97} == {}


def test_that_the_study_says_shrinkage_helps_the_small_and_never_harms() -> None:
    page = _PAGE.read_text(encoding="utf-8")
    lines = re.findall(
        r"^\| .+ \| [\d,]+ \| ([\d.]+) \| ([\d.]+) \| ([\d.]+) \|$", page, flags=re.MULTILINE
    )
    errors = [tuple(map(float, line)) for line in lines]
    assert len(errors) == 3
    assert all(shrunken < pooled for _, pooled, shrunken in errors)
    assert all(shrunken <= own * 1.01 for own, _, shrunken in errors)
    own, _, shrunken = errors[0]
    assert shrunken < 0.8 * own


def test_that_a_message_moves_the_rate_by_one_on_average() -> None:
    random = np.random.default_rng(1)
    sent = np.resize([1.0, 0.0, 0.0], 60_000)
    shocks = frequency_study._shocks(random, sent, 0.5)
    assert shocks.mean() == pytest.approx(1.0, abs=0.01)
    assert np.log(shocks[::3]).std() == pytest.approx(0.5, abs=0.01)
