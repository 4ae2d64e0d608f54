from __future__ import annotations

import pytest

from desktop.models.phone_country import country_of, national_digits


@pytest.mark.parametrize(
    ("e164", "country", "national"),
    [
        ("+436641234567", "AT", "6641234567"),
        ("+4915123456789", "DE", "15123456789"),
        ("+12125550123", "US", "2125550123"),
        ("+14165550123", "CA", "4165550123"),
        ("+393331234567", "IT", "3331234567"),
        ("+423661234567", "LI", "661234567"),
        ("+80012345678", "", "12345678"),
        ("+999123", "", "999123"),
        ("", "", ""),
    ],
)
def test_that_a_number_tells_its_country_and_national_digits(
    e164: str, country: str, national: str
) -> None:
    assert country_of(e164) == country
    assert national_digits(e164) == national
