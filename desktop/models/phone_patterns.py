"""The quick way to a verdict on common spellings: regular expressions from the library's metadata.

``phonenumbers`` reads some 30,000 numbers a second, too slow for a million contacts. The patterns
here answer only "this is a mobile number", only where the country code belongs to one country and
the national prefix is a plain zero, and only for texts of digits and separators that the library
drops as well. Everything else they leave to :func:`desktop.models.phone.read_number_exactly`; a
test holds that both agree.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

import phonenumbers
from phonenumbers import PhoneMetadata, PhoneNumberDesc

COUNTRIES_IN_USE: tuple[str, ...] = ("AT", "DE", "CH")
"""Countries whose codes are believed without a plus in front of them."""

_NOT_SEEN = "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200b\ufeff"
_SEPARATORS = str.maketrans("", "", " \t\u00a0\u202f-\u2010\u2011\u2012\u2013/()" + _NOT_SEEN)

_TEL = "(?:[Tt][Ee][Ll]:)?"

_LONGEST_QUICK = 60
"""Longer texts are odd; the library has a limit of its own there."""


@dataclass(frozen=True, slots=True)
class MobilePatterns:
    """The mobile numbers of one home country and of the countries in use, in common spellings."""

    whole: re.Pattern[str]
    numbers: dict[str, tuple[str, str]]
    """By group of ``whole``: the prefix that makes its digits E.164, and the region."""

    def mobile_number(self, raw: str) -> tuple[str, str] | None:
        """Return number and region, or None: not a mobile number, or not a common spelling."""
        if len(raw) > _LONGEST_QUICK:
            return None
        match = self.whole.fullmatch(raw.translate(_SEPARATORS))
        if match is None or match.lastgroup is None:
            return None
        prefix, region = self.numbers[match.lastgroup]
        return prefix + match[match.lastgroup], region


@lru_cache(maxsize=256)
def patterns_for(home_country: str, countries_in_use: tuple[str, ...]) -> MobilePatterns:
    """Compile the patterns for one home country."""
    home = home_country.upper()
    codes = {country: _code_if_simple(country) for country in (home, *countries_in_use)}
    simple = {country: code for country, code in codes.items() if code}
    numbers: dict[str, tuple[str, str]] = {}
    branches: list[str] = []
    plus = r"\+|00" if _dials_00(home) else r"\+"
    for country, code in simple.items():
        branches.append(rf"{_TEL}\??(?:{plus}){code}0?(?P<{country}_far>{_mobile_of(country)})")
        numbers[f"{country}_far"] = ("+" + code, country)
    if home in simple and _dials_00(home):
        mobile, code = _mobile_of(home), simple[home]
        any_code = "|".join(
            str(_metadata(country).country_code) for country in filter(_known, codes)
        )
        branches.append(rf"{_TEL}0(?P<{home}_near>{mobile})")
        branches.append(rf"(?!{any_code})(?P<{home}_bare>{mobile})")
        numbers |= {f"{home}_near": ("+" + code, home), f"{home}_bare": ("+" + code, home)}
        for country, far in simple.items():
            branches.append(rf"(?!(?:{mobile})\Z){far}(?P<{country}_lost>{_mobile_of(country)})")
            numbers[f"{country}_lost"] = ("+" + far, country)
    return MobilePatterns(re.compile("|".join(branches) or r"(?!)", re.ASCII), numbers)


def _code_if_simple(country: str) -> str:
    """Return the country code, or nothing where one country has not one code and a zero before."""
    if not _known(country):
        return ""
    metadata = _metadata(country)
    code = metadata.country_code or 0
    alone = phonenumbers.region_codes_for_country_code(code) == (country,)
    zero = metadata.national_prefix_for_parsing == "0"
    plain = alone and zero and not metadata.national_prefix_transform_rule
    return str(code) if plain else ""


def _dials_00(country: str) -> bool:
    """Return whether 00 stands for a plus when dialled from this country."""
    return _known(country) and _metadata(country).international_prefix == "00"


def _mobile_of(country: str) -> str:
    """Return the pattern of the national digits that the library calls a mobile number.

    The library asks the kinds in this order; FIXED_LINE_OR_MOBILE is a mobile number for us, so
    a landline that is no mobile number needs no look.
    """
    metadata = _metadata(country)
    earlier = (
        metadata.premium_rate,
        metadata.toll_free,
        metadata.shared_cost,
        metadata.voip,
        metadata.personal_number,
        metadata.pager,
        metadata.uan,
        metadata.voicemail,
    )
    refused = "".join(rf"(?!{_pattern(desc)}\Z)" for desc in earlier)
    general = rf"(?={_pattern(metadata.general_desc)}\Z)"
    return rf"(?!0){general}{refused}{_pattern(metadata.mobile)}"


def _pattern(desc: PhoneNumberDesc | None) -> str:
    """Return a description's pattern with its possible lengths; one that never fits for none."""
    if desc is None or not desc.national_number_pattern:
        return "(?!)"
    lengths = "|".join(f"[0-9]{{{length}}}" for length in desc.possible_length)
    ahead = rf"(?=(?:{lengths})\Z)" if lengths else ""
    return rf"(?:{ahead}(?:{desc.national_number_pattern}))"


def _known(country: str) -> bool:
    """Return whether the library knows the country."""
    return country in phonenumbers.SUPPORTED_REGIONS


def _metadata(country: str) -> PhoneMetadata:
    """Return the library's description of a country's numbers."""
    metadata = PhoneMetadata.metadata_for_region(country, None)
    if metadata is None:
        message = f"no numbering plan for {country}"
        raise LookupError(message)
    return metadata
