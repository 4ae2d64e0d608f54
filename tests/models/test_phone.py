"""Numbers as they are typed, exported, damaged and half remembered."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import phonenumbers
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from desktop.models.phone import (
    LineKind,
    NumberReading,
    PlausibleReading,
    ReadingWay,
    digits_of,
    plausible_readings,
    prefix_readings,
    read_number,
    read_number_exactly,
)
from desktop.models.states import NumberProblem

SAMPLES = Path(__file__).parents[2] / "resources" / "sample"
MOBILE = {phonenumbers.PhoneNumberType.MOBILE, phonenumbers.PhoneNumberType.FIXED_LINE_OR_MOBILE}


@pytest.mark.parametrize(
    "raw",
    [
        "0664/1234567",
        "0664 123 45 67",
        "0664.123.4567",
        "(0664) 1234567",
        "+43 (0)664 1234567",
        "+43\u00a0664\u00a01234567",
        "0043 664 1234567",
        "00436641234567",
        "436641234567",
        "6641234567",
        "tel:+43-664-1234567",
        "Tel.: 0664/1234567",
        "Mobil 0664 1234567",
        "\u200e+43 664 1234567",
        "\u202a+43 664 1234567\u202c",
        "?+436641234567",
        "?0664 1234567",
        "\uff0b43 664 1234567",
        "\uff10\uff16\uff16\uff14 1234567",
        "+43 664 \u2013 1234567",
        '="06641234567"',
        "'06641234567",
        "  06641234567\t",
    ],
)
def test_that_every_spelling_of_one_number_is_that_number(raw: str) -> None:
    assert read_number(raw, "AT") == NumberReading("+436641234567", "AT")


@pytest.mark.parametrize(
    ("raw", "country", "problem"),
    [
        ("", "AT", NumberProblem.MISSING),
        ("  \u00a0\u200e", "AT", NumberProblem.MISSING),
        ("4.36641E+11", "AT", NumberProblem.SPREADSHEET),
        ("4,36641e+11", "AT", NumberProblem.SPREADSHEET),
        ("436641234567.0", "AT", NumberProblem.SPREADSHEET),
        ("########", "AT", NumberProblem.SPREADSHEET),
        ("#WERT!", "AT", NumberProblem.SPREADSHEET),
        ("anna@example.com", "AT", NumberProblem.NOT_A_NUMBER),
        ('=HYPERLINK("x")', "AT", NumberProblem.NOT_A_NUMBER),
        ("0664 12O4567", "AT", NumberProblem.NOT_A_NUMBER),
        ("o664 1234567", "AT", NumberProblem.NOT_A_NUMBER),
        ("0664 1234567 x12", "AT", NumberProblem.NOT_A_NUMBER),
        ("-", "AT", NumberProblem.NOT_A_NUMBER),
        ("+999 123456789", "AT", NumberProblem.NO_COUNTRY),
        ("0664 1234567", "", NumberProblem.NO_COUNTRY),
        ("0664 1234567", "XX", NumberProblem.NO_COUNTRY),
        ("12345", "AT", NumberProblem.TOO_SHORT),
        ("12345", "DE", NumberProblem.TOO_SHORT),
        ("+43", "AT", NumberProblem.NOT_A_NUMBER),
        ("Anna 0664 1234567", "AT", NumberProblem.NOT_A_NUMBER),
        ("0151 1234", "DE", NumberProblem.TOO_SHORT),
        ("+1 800 555 0199 99999", "AT", NumberProblem.TOO_LONG),
        ("0664 1234567 / 0664 7654321", "AT", NumberProblem.TOO_LONG),
        ("+43 1 5321234", "AT", NumberProblem.LANDLINE),
        ("+43 662 123456", "AT", NumberProblem.LANDLINE),
        ("030 123456", "DE", NumberProblem.LANDLINE),
        ("015123456789", "AT", NumberProblem.LANDLINE),
        ("0800 123456", "AT", NumberProblem.NOT_MOBILE),
        ("+43 900 123456", "AT", NumberProblem.NOT_MOBILE),
        ("0154 1234567", "DE", NumberProblem.INVALID),
    ],
)
def test_that_what_is_no_mobile_number_has_its_reason(
    raw: str, country: str, problem: NumberProblem
) -> None:
    assert read_number(raw, country) == NumberReading(problem=problem)


@pytest.mark.parametrize(
    ("raw", "country", "e164"),
    [
        ("436641234567", "DE", "+436641234567"),
        ("4915123456789", "DE", "+4915123456789"),
        ("4915123456789", "AT", "+4915123456789"),
        ("41791234567", "AT", "+41791234567"),
        ("436641234567", "", "+436641234567"),
        ("00436641234567", "", "+436641234567"),
        ("015123456789", "DE", "+4915123456789"),
        ("0664 1234567", "at", "+436641234567"),
        ("+39 333 1234567", "AT", "+393331234567"),
        ("+1 212 555 0123", "AT", "+12125550123"),
    ],
)
def test_that_a_country_code_without_plus_is_believed_where_it_gives_a_mobile_number(
    raw: str, country: str, e164: str
) -> None:
    assert read_number(raw, country).e164 == e164


def test_that_two_mobile_readings_are_ambiguous_and_none_is_picked() -> None:
    texan_or_german = "15123456789"
    assert read_number(texan_or_german, "DE").e164 == "+4915123456789"
    assert read_number(texan_or_german, "DE", ("DE", "US")).problem is NumberProblem.AMBIGUOUS
    assert read_number("+" + texan_or_german, "DE", ("DE", "US")).region == "US"


# ------------------------------------------------------------------- the library has the last word

COUNTRIES = ["AT", "DE", "CH", "IT", "US", "GB", "FR", "SM", "AR", "RU", "UZ", ""]
_code = st.sampled_from(["43", "49", "41", "39", "1", "44", "33", "378", "54", "7", "998", "999"])
_subscriber = st.one_of(
    st.text("0123456789", min_size=0, max_size=15),
    st.builds(
        lambda head, tail: head + tail,
        st.sampled_from(
            ["664", "676", "650", "151", "1510", "1577", "160", "79", "76", "333", "212"]
        ),
        st.text("0123456789", min_size=3, max_size=9),
    ),
)
_plain = st.one_of(
    _subscriber,
    _subscriber.map(lambda digits: "0" + digits),
    st.builds("{}{}{}".format, _code, st.sampled_from(["", "0"]), _subscriber),
    st.builds("+{}{}{}".format, _code, st.sampled_from(["", "0", "(0)"]), _subscriber),
    st.builds("00{}{}".format, _code, _subscriber),
)


@st.composite
def spelled_numbers(draw: st.DrawFn) -> str:
    """A number with separators, marks and labels strewn over it."""
    plain: str = draw(_plain)
    marks = draw(
        st.lists(
            st.tuples(
                st.integers(0, len(plain)),
                st.sampled_from([" ", "-", "/", ".", "(", ")", "\u00a0", "\u200e", "\u2013", "\t"]),
            ),
            max_size=5,
        )
    )
    for place, mark in sorted(marks, reverse=True):
        plain = plain[:place] + mark + plain[place:]
    label: str = draw(st.sampled_from(["", "", "", "tel:", "?", "Tel. ", " "]))
    return label + plain


@settings(max_examples=3000)
@given(raw=spelled_numbers(), country=st.sampled_from(COUNTRIES))
@example(raw="+4306641234567", country="AT")
@example(raw="4306641234567", country="AT")
@example(raw="810998712345678", country="UZ")
def test_that_the_quick_way_gives_the_exact_verdict(raw: str, country: str) -> None:
    assert read_number(raw, country) == read_number_exactly(raw, country)


@settings(max_examples=2000)
@given(raw=st.text(max_size=30), country=st.sampled_from(COUNTRIES))
def test_that_no_text_upsets_the_reading(raw: str, country: str) -> None:
    reading = read_number(raw, country)
    assert reading == read_number_exactly(raw, country)
    assert (reading.problem is None) == bool(reading.e164)


@settings(max_examples=3000)
@given(raw=_plain, country=st.sampled_from([country for country in COUNTRIES if country]))
def test_that_the_verdict_is_the_librarys(raw: str, country: str) -> None:
    reading = read_number(raw, country, ())
    try:
        number = phonenumbers.parse(raw, country)
    except phonenumbers.NumberParseException:
        assert reading.problem is not None
        return
    if phonenumbers.is_valid_number(number) and phonenumbers.number_type(number) in MOBILE:
        form = phonenumbers.PhoneNumberFormat.E164
        assert reading.e164 == phonenumbers.format_number(number, form)
        assert reading.region == phonenumbers.region_code_for_number(number)
    elif not _with_own_code(raw, country):
        assert reading.problem is not None


def _with_own_code(raw: str, country: str) -> bool:
    """Bare digits that begin with the country's own code: our rule goes beyond the library."""
    return raw.startswith(str(phonenumbers.country_code_for_region(country)))


# ---------------------------------------------------------------------------------- real exports


@pytest.mark.parametrize(
    ("export", "encoding", "phone", "service", "customer", "country"),
    [
        ("export-en", "utf-8-sig", "phone", "service_no", "customer_no", "country"),
        ("export-de", "cp1252", "Telefon", "Dienstnummer", "Kundennummer", "Land"),
    ],
)
def test_that_the_sample_exports_are_read_as_their_truth_says(
    export: str, encoding: str, phone: str, service: str, customer: str, country: str
) -> None:
    folder = SAMPLES / export
    countries = {row[customer]: row[country] for row in _rows(folder / "customers.csv", encoding)}
    homes = {
        row[service]: countries[row[customer]] for row in _rows(folder / "services.csv", encoding)
    }
    truth: dict[str, Any] = json.loads((folder / "truth.json").read_text("utf-8"))
    wrong_numbers = {
        row["phone"]: row["why"] for row in truth["rejected"] if row["why"] in set(NumberProblem)
    }
    found = {}
    contacts = _rows(folder / "contacts.csv", encoding)
    for row in contacts:
        reading = read_number(row[phone], homes.get(row[service], "AT"))
        if reading.problem is not None:
            found[row[phone]] = reading.problem.value
    assert found == wrong_numbers
    assert len(contacts) == truth["rows"]["contacts"]


def _rows(path: Path, encoding: str) -> list[dict[str, str]]:
    with path.open(encoding=encoding, newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


# ---------------------------------------------------------------------------------------- look-up


def test_that_a_look_up_gets_every_plausible_reading() -> None:
    assert plausible_readings("015123456789", "AT") == (
        PlausibleReading("+4315123456789", "AT", LineKind.LANDLINE, ReadingWay.AS_TYPED),
        PlausibleReading("+4915123456789", "DE", LineKind.MOBILE, ReadingWay.AS_NATIONAL),
    )
    assert plausible_readings("4915123456789", "DE") == (
        PlausibleReading("+494915123456789", "DE", LineKind.LANDLINE, ReadingWay.AS_TYPED),
        PlausibleReading("+4915123456789", "DE", LineKind.MOBILE, ReadingWay.WITH_PLUS),
    )
    assert [hit.e164 for hit in plausible_readings("436641234567", "DE")] == [
        "+49436641234567",
        "+436641234567",
    ]


def test_that_a_look_up_finds_landlines_and_says_what_they_are() -> None:
    (reading,) = plausible_readings("+43 1 5321234", "AT")
    assert reading.kind is LineKind.LANDLINE
    assert [hit.kind for hit in plausible_readings("0800 123456", "AT", ("AT",))] == [
        LineKind.OTHER
    ]


@pytest.mark.parametrize("text", ["", "Autohaus Winkler", "K10000", "4.36641E+11", "12"])
def test_that_a_look_up_for_something_else_has_no_reading(text: str) -> None:
    assert plausible_readings(text, "AT") == ()


@settings(max_examples=500)
@given(raw=spelled_numbers(), country=st.sampled_from(["AT", "DE", "CH"]))
def test_that_what_an_import_accepts_a_look_up_finds(raw: str, country: str) -> None:
    reading = read_number(raw, country)
    if reading.problem is None:
        assert reading.e164 in {hit.e164 for hit in plausible_readings(raw, country)}


def test_that_a_number_half_typed_has_the_beginnings_it_may_mean() -> None:
    assert prefix_readings("0664 12", "AT", ("AT", "DE")) == ("+4366412", "+4966412")
    assert prefix_readings("+43 664", "DE") == ("+43664",)
    assert prefix_readings("0043664", "DE") == ("+43664",)
    assert prefix_readings("43664", "AT", ("AT",)) == ("+43664", "+4343664")
    assert prefix_readings("4", "AT", ("AT",)) == ("+4", "+434")
    assert prefix_readings("Winkler 4", "AT") == ()
    assert prefix_readings("00", "AT") == ()


def test_that_digits_are_found_in_every_script() -> None:
    assert digits_of("+43 (0)664/12-34") == "4306641234"
    assert digits_of("\uff10\uff16\uff16\uff14") == "0664"
    assert digits_of("\u0660\u0661") == "01"
    assert digits_of("Winkler\u00b2") == ""
