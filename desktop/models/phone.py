"""Phone numbers: what a text says, as an E.164 number or as the reason why it is none.

For an import, which has to decide (``exchange-format.md``):

    read_number(raw: str, country: str) -> NumberReading          # .e164 and .region, or .problem
    read_number_exactly(raw: str, country: str) -> NumberReading  # the same by the library alone

For a look-up, which must not decide:

    plausible_readings(text, home_country, countries_in_use) -> tuple[PlausibleReading, ...]
    prefix_readings(text, home_country, countries_in_use) -> tuple[str, ...]  # half typed numbers
    digits_of(text: str) -> str

What an E.164 number tells by itself stands in ``phone_country``.

``country`` is always an ISO 3166 code; an empty or unknown one means that only numbers with a
country code can be read. The verdict (valid, of which kind) is the ``phonenumbers`` library's.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumberType, ValidationResult

from desktop.models.phone_patterns import COUNTRIES_IN_USE, patterns_for
from desktop.models.states import NumberProblem

_MOBILE_TYPES = frozenset({PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE})
"""North America does not tell landlines from mobiles: such a number may be a mobile one."""

_FEWEST_DIGITS = 7
"""No mobile number of the countries served has fewer national digits."""

_SPREADSHEET = re.compile(r"[+-]?\d+(?:[.,]\d+)?[eE][+-]?\d+|\d{5,}[.,]0+|#\D*")
"""Scientific notation, a number stored as a decimal, a column too narrow, an error value."""

_SPREADSHEET_TEXT = re.compile(r'="([^"]*)"')
"""How a careful export keeps a spreadsheet from turning digits into a number."""

_LABEL = re.compile(
    r"(?:tel|telefon|phone|fon|mobil|mobile|mobiltelefon|handy|natel|gsm|whatsapp|nr)"
    r"(?![^\W\d_])[.:\s]*",
    re.IGNORECASE,
)
"""A word that people write in front of a number."""

_PROBLEM_OF_PARSING = {
    NumberParseException.INVALID_COUNTRY_CODE: NumberProblem.NO_COUNTRY,
    NumberParseException.NOT_A_NUMBER: NumberProblem.NOT_A_NUMBER,
    NumberParseException.TOO_SHORT_AFTER_IDD: NumberProblem.TOO_SHORT,
    NumberParseException.TOO_SHORT_NSN: NumberProblem.TOO_SHORT,
    NumberParseException.TOO_LONG: NumberProblem.TOO_LONG,
}
_PROBLEM_OF_LENGTH = {
    ValidationResult.TOO_SHORT: NumberProblem.TOO_SHORT,
    ValidationResult.IS_POSSIBLE_LOCAL_ONLY: NumberProblem.TOO_SHORT,
    ValidationResult.TOO_LONG: NumberProblem.TOO_LONG,
}


class LineKind(StrEnum):
    """What a number is, as far as its digits tell."""

    MOBILE = "mobile"
    LANDLINE = "landline"
    OTHER = "other"


_LINE_OF_TYPE = {
    PhoneNumberType.MOBILE: LineKind.MOBILE,
    PhoneNumberType.FIXED_LINE_OR_MOBILE: LineKind.MOBILE,
    PhoneNumberType.FIXED_LINE: LineKind.LANDLINE,
}


class ReadingWay(StrEnum):
    """How a text became a number."""

    AS_TYPED = "as_typed"
    """With the home country, or with the country code that stands in it."""
    WITH_PLUS = "with_plus"
    """As if a plus had been lost in front of it."""
    AS_NATIONAL = "as_national"
    """As a number dialled inside another country in use."""


@dataclass(frozen=True, slots=True)
class NumberReading:
    """A mobile number (``e164``, ``region``), or the ``problem`` and both of them empty."""

    e164: str = ""
    region: str = ""
    problem: NumberProblem | None = None


@dataclass(frozen=True, slots=True)
class PlausibleReading:
    """One valid number that a text may mean."""

    e164: str
    region: str
    kind: LineKind
    way: ReadingWay


def read_number(
    raw: str, country: str, countries_in_use: tuple[str, ...] = COUNTRIES_IN_USE
) -> NumberReading:
    """Read a mobile number as a customer of ``country`` means it.

    Digits that begin with a country code in use and are a mobile number with it win over a
    landline; if they are also a mobile number of ``country``, they are ambiguous.
    """
    patterns = patterns_for(country, countries_in_use)
    quick = patterns.mobile_number(raw)
    if quick is not None:
        return NumberReading(*quick)
    return read_number_exactly(raw, country, countries_in_use)


def read_number_exactly(
    raw: str, country: str, countries_in_use: tuple[str, ...] = COUNTRIES_IN_USE
) -> NumberReading:
    """Do what :func:`read_number` does, by the library alone: its definition, and slow."""
    text = _tidy(raw)
    problem = _problem_of_text(text)
    if problem is not None:
        return NumberReading(problem=problem)
    as_typed = _judge(text, country)
    with_plus = [
        reading
        for reading in _judged_with_plus(text, (country, *countries_in_use))
        if reading.problem is None
    ]
    if not with_plus or with_plus[0].e164 == as_typed.e164:
        return as_typed
    if as_typed.problem is None:
        return NumberReading(problem=NumberProblem.AMBIGUOUS)
    return with_plus[0]


def plausible_readings(
    text: str, home_country: str, countries_in_use: tuple[str, ...] = COUNTRIES_IN_USE
) -> tuple[PlausibleReading, ...]:
    """Return every valid number that a text may mean, landlines too, the likeliest way first.

    Nothing is picked: the one that asks looks all of them up and says which exist.
    """
    tidy = _tidy(text)
    if _problem_of_text(tidy) is not None:
        return ()
    attempts = [(tidy, home_country, ReadingWay.AS_TYPED)]
    if _is_bare(tidy):
        attempts.append(("+" + digits_of(tidy), "", ReadingWay.WITH_PLUS))
    attempts.extend((tidy, country, ReadingWay.AS_NATIONAL) for country in countries_in_use)
    found: dict[str, PlausibleReading] = {}
    for attempt, country, way in attempts:
        number = _parsed(attempt, country)
        if number is None or not phonenumbers.is_valid_number(number):
            continue
        reading = _plausible(number, way)
        if way is not ReadingWay.WITH_PLUS or reading.region in {home_country, *countries_in_use}:
            found.setdefault(reading.e164, reading)
    return tuple(found.values())


def prefix_readings(
    text: str, home_country: str, countries_in_use: tuple[str, ...] = COUNTRIES_IN_USE
) -> tuple[str, ...]:
    """Return the beginnings of E.164 numbers that a number half typed may mean.

    ``0664 12`` gives ``+4366412``; ``43664`` gives ``+43664`` and also the home country's reading.
    """
    tidy = _tidy(text)
    digits = digits_of(tidy)
    if not digits or any(letter.isalpha() for letter in tidy):
        return ()
    if tidy.lstrip("(?").startswith(("+", "\uff0b")):
        return ("+" + digits,)
    if digits.startswith("00"):
        return ("+" + digits[2:],) if len(digits) > len("00") else ()
    countries = dict.fromkeys((home_country, *countries_in_use))
    codes = [str(phonenumbers.country_code_for_region(country)) for country in countries]
    national = ["+" + code + digits.removeprefix("0") for code in codes if code != "0"]
    if digits.startswith("0"):
        return tuple(dict.fromkeys(national))
    with_plus = ["+" + digits for code in codes if _overlap(digits, code)]
    return tuple(dict.fromkeys(with_plus + national))


def digits_of(text: str) -> str:
    """Return the digits of a text, in whatever script, as 0-9."""
    return "".join(str(unicodedata.digit(char)) for char in text if char.isdecimal())


def _tidy(raw: str) -> str:
    """Drop what no eye sees: direction marks, no-break spaces, the wrapping of a spreadsheet."""
    visible = "".join(char for char in raw if unicodedata.category(char) != "Cf")
    text = " ".join(visible.split())
    wrapped = _SPREADSHEET_TEXT.fullmatch(text)
    text = wrapped[1].strip() if wrapped else text
    label = _LABEL.match(text)
    return text[label.end() :] if label else text


def _problem_of_text(text: str) -> NumberProblem | None:
    """Return what is wrong with a text before any country is asked."""
    if not text:
        return NumberProblem.MISSING
    if _SPREADSHEET.fullmatch(text):
        return NumberProblem.SPREADSHEET
    if any(char.isalpha() for char in text) or not any(char.isdecimal() for char in text):
        # The library would drop a stray letter ("12O4" for "1204") and read another number.
        return NumberProblem.NOT_A_NUMBER
    return None


def _judge(text: str, country: str) -> NumberReading:
    """Return the library's verdict on one way to read a text."""
    try:
        number = phonenumbers.parse(_dialled(text, country), country.upper() or None)
    except NumberParseException as error:
        return NumberReading(problem=_PROBLEM_OF_PARSING[error.error_type])
    kind = phonenumbers.number_type(number)
    if kind in _MOBILE_TYPES:
        region = phonenumbers.region_code_for_number(number) or ""
        return NumberReading(_e164(number), region)
    return NumberReading(problem=_problem_of_number(number, kind))


def _problem_of_number(number: phonenumbers.PhoneNumber, kind: int) -> NumberProblem:
    """Return why a number that could be parsed is not a mobile number."""
    if len(phonenumbers.national_significant_number(number)) < _FEWEST_DIGITS:
        return NumberProblem.TOO_SHORT
    if kind == PhoneNumberType.FIXED_LINE:
        return NumberProblem.LANDLINE
    if kind != PhoneNumberType.UNKNOWN:
        return NumberProblem.NOT_MOBILE
    length = phonenumbers.is_possible_number_for_type_with_reason(number, PhoneNumberType.MOBILE)
    return _PROBLEM_OF_LENGTH.get(length, NumberProblem.INVALID)


def _judged_with_plus(text: str, countries: tuple[str, ...]) -> list[NumberReading]:
    """Read bare digits as if they had lost the plus in front of a country code in use."""
    digits = digits_of(text)
    codes = (str(phonenumbers.country_code_for_region(country.upper())) for country in countries)
    if not _is_bare(text) or not any(digits.startswith(code) for code in codes if code != "0"):
        return []
    return [_judge("+" + digits, "")]


def _is_bare(text: str) -> bool:
    """Return whether a text has neither plus nor leading zero."""
    return not any(char in "+\uff0b" for char in text) and not digits_of(text).startswith("0")


def _parsed(text: str, country: str) -> phonenumbers.PhoneNumber | None:
    """Return what the library parses, or None."""
    try:
        return phonenumbers.parse(_dialled(text, country), country.upper() or None)
    except NumberParseException:
        return None


def _dialled(text: str, country: str) -> str:
    """Return a text with 00 as a plus where no country says what it means."""
    digits = digits_of(text)
    known = country.upper() in phonenumbers.SUPPORTED_REGIONS
    return "+" + digits[2:] if digits.startswith("00") and not known else text


def _plausible(number: phonenumbers.PhoneNumber, way: ReadingWay) -> PlausibleReading:
    """Describe one valid number."""
    kind = phonenumbers.number_type(number)
    line = _LINE_OF_TYPE.get(kind, LineKind.OTHER)
    region = phonenumbers.region_code_for_number(number) or ""
    return PlausibleReading(_e164(number), region, line, way)


def _overlap(digits: str, code: str) -> bool:
    """Return whether digits begin with a country code, or are the beginning of one."""
    return digits.startswith(code) or code.startswith(digits)


def _e164(number: phonenumbers.PhoneNumber) -> str:
    """Format a number as E.164."""
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
