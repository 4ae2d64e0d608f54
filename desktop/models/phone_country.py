"""What an E.164 number tells by itself: its country, and its digits without the country code."""

from __future__ import annotations

from functools import lru_cache

import phonenumbers
from phonenumbers import NumberParseException


def country_of(e164: str) -> str:
    """Return the country of an E.164 number; empty where it belongs to none."""
    for length in (3, 2, 1):
        regions = phonenumbers.region_codes_for_country_code(int(e164[1 : 1 + length] or 0))
        if len(regions) == 1:
            return "" if regions[0] == "001" else regions[0]
        if regions:
            return _country_among_several(e164)
    return ""


def national_digits(e164: str) -> str:
    """Return an E.164 number without its plus and country code."""
    for length in (1, 2, 3):
        if phonenumbers.region_codes_for_country_code(int(e164[1 : 1 + length] or 0)):
            return e164[1 + length :]
    return e164[1:]


@lru_cache(maxsize=4096)
def _country_among_several(e164: str) -> str:
    """Ask the library which country a number has whose country code is shared."""
    try:
        number = phonenumbers.parse(e164)
    except NumberParseException:
        return ""
    return phonenumbers.region_code_for_number(number) or ""
