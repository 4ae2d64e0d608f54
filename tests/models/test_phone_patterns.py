"""The quick way: that it is taken where it should be, and left where it must be."""

from __future__ import annotations

import pytest

from desktop.models.phone_patterns import COUNTRIES_IN_USE, patterns_for


@pytest.mark.parametrize(
    "raw",
    [
        "+436641234567",
        "\u200e+436641234567",
        "?+436641234567",
        "+43 (0) 664 1234567",
        "+43\u00a0664\u00a01234567",
        "+43 664 123-4567",
        "tel:+43-664-1234567",
        "00436641234567",
        "0664/1234567",
        "(0664) 1234567",
        " 06641234567 ",
        "436641234567",
    ],
)
def test_that_the_spellings_of_the_exports_take_the_quick_way(raw: str) -> None:
    quick = patterns_for("AT", COUNTRIES_IN_USE).mobile_number(raw)
    assert quick == ("+436641234567", "AT")


@pytest.mark.parametrize("raw", ["0664 12O4567", "+43 1 5321234", "+39 333 1234567", "0" * 90, ""])
def test_that_everything_else_is_left_to_the_library(raw: str) -> None:
    assert patterns_for("AT", COUNTRIES_IN_USE).mobile_number(raw) is None


@pytest.mark.parametrize("country", ["", "XX", "US", "IT"])
def test_that_a_country_with_other_habits_leaves_its_own_numbers_to_the_library(
    country: str,
) -> None:
    patterns = patterns_for(country, COUNTRIES_IN_USE)
    assert patterns.mobile_number("+436641234567") == ("+436641234567", "AT")
    assert patterns.mobile_number("0664 1234567") is None
    assert patterns_for(country, ()).mobile_number("0664 1234567") is None
