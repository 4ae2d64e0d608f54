"""Reading a limit that a person types."""

from __future__ import annotations

import pytest

from desktop.models.loss_limit import permille_of


@pytest.mark.parametrize(
    ("text", "permille"),
    [
        ("5", 50),
        (" 2,5 % ", 25),
        ("2.5%", 25),
        ("0,1", 1),
        ("50", 500),
        ("0", None),
        ("0,04", None),
        ("50,1", None),
        ("", None),
        ("%", None),
        ("many", None),
        ("nan", None),
        ("inf", None),
        ("-3", None),
    ],
)
def test_that_per_cent_are_read_as_people_write_them(text: str, permille: int | None) -> None:
    assert permille_of(text) == permille
