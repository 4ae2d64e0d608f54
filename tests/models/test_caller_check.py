"""A secret that is spoken on the phone: few tries, and nothing of it is kept."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.models.caller_check import (
    LOCKED_MIN,
    MAX_TRIES,
    PinProblem,
    Tries,
    after_wrong,
    digest_of,
    is_right,
    pin_problem,
)

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
LATER = NOON + timedelta(minutes=LOCKED_MIN)


@pytest.mark.parametrize(
    ("pin", "problem"),
    [
        ("", PinProblem.NOT_DIGITS),
        ("12a4", PinProblem.NOT_DIGITS),
        ("\u0661\u0662\u0663\u0669", PinProblem.NOT_DIGITS),
        ("258", PinProblem.LENGTH),
        ("258013579", PinProblem.LENGTH),
        ("0000", PinProblem.TOO_EASY),
        ("4567", PinProblem.TOO_EASY),
        ("9876", PinProblem.TOO_EASY),
        ("2580", None),
        ("25801357", None),
    ],
)
def test_that_a_pin_is_digits_that_nobody_guesses(pin: str, problem: PinProblem | None) -> None:
    assert pin_problem(pin) is problem


@settings(max_examples=15, deadline=None)
@given(st.text(max_size=12), st.text(max_size=12), st.binary(min_size=16, max_size=16))
def test_that_only_the_secret_itself_is_right(one: str, other: str, salt: bytes) -> None:
    digest = digest_of(one, salt)
    assert is_right(one, salt, digest)
    assert is_right(other, salt, digest) == (one == other)


def test_that_the_same_secret_has_another_digest_with_another_salt() -> None:
    assert digest_of("2580", bytes(16)) != digest_of("2580", bytes([1]) * 16)
    assert "2580" not in digest_of("2580", bytes(16))


def test_that_three_wrong_secrets_lock_for_a_while_and_then_it_begins_anew() -> None:
    tries = Tries()
    for wrong in range(1, MAX_TRIES + 1):
        assert not tries.is_locked(NOON)
        tries = after_wrong(tries, NOON)
        assert tries.left == MAX_TRIES - wrong
    assert tries.is_locked(LATER - timedelta(seconds=1))
    assert not tries.is_locked(LATER)
    again = after_wrong(tries, LATER)
    assert (again.wrong, again.left, again.locked_until) == (1, MAX_TRIES - 1, None)
