from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication, QTranslator

from desktop.views.formats import MISSING, Formats, local_zone
from desktop.views.phone_groups import group_phone, mask_phone

VIENNA = ZoneInfo("Europe/Vienna")
NOW = datetime(2026, 11, 24, 13, 59, tzinfo=VIENNA)


@pytest.fixture
def german() -> Formats:
    return Formats("de", VIENNA)


@pytest.fixture
def english() -> Formats:
    return Formats("en", VIENNA)


class GermanWords(QTranslator):
    def translate(
        self, context: str, text: str, disambiguation: str | None = None, n: int = -1
    ) -> str:
        return {"today {}": "heute {}", "yesterday": "gestern"}.get(text, "")

    def isEmpty(self) -> bool:
        return False


@pytest.fixture
def german_words(qapp: QCoreApplication) -> Iterator[None]:
    words = GermanWords()
    qapp.installTranslator(words)
    yield
    qapp.removeTranslator(words)


def test_that_numbers_take_the_marks_of_the_language(german: Formats, english: Formats) -> None:
    assert german.number(1234567.5, 1) == "1.234.567,5"
    assert english.number(1234567.5, 1) == "1,234,567.5"
    assert german.number(-3) == "−3"


def test_that_money_is_shown_in_euros(german: Formats, english: Formats) -> None:
    assert german.euros(296) == "2,96\u00a0€"
    assert german.part_price(80) == "0,080\u00a0€"
    assert english.euros(-296) == "−€2.96"
    assert english.part_price(80) == "€0.080"


def test_that_percent_has_a_gap_in_german_only(german: Formats, english: Formats) -> None:
    assert german.percent(0.034) == "3,4\u00a0%"
    assert english.percent(0.034) == "3.4%"


def test_that_what_is_missing_is_a_dash_and_not_a_zero(german: Formats) -> None:
    shown = [
        german.number(None),
        german.percent(None),
        german.euros(None),
        german.date(None),
        german.moment(None),
        german.phone(None),
        german.iccid(""),
        german.duration(None),
    ]
    assert set(shown) == {MISSING}


def test_that_times_are_shown_in_the_zone_of_the_person(german: Formats) -> None:
    assert german.moment(datetime(2026, 11, 17, 20, 0, tzinfo=UTC)) == "17.11.2026 21:00"
    assert german.moment(datetime(2026, 7, 17, 20, 0, tzinfo=UTC)) == "17.07.2026 22:00"


def test_that_a_time_without_a_zone_is_refused(german: Formats) -> None:
    with pytest.raises(ValueError, match="zone"):
        german.moment(datetime(2026, 11, 17, 20, 0))  # noqa: DTZ001 - the case under test


def test_that_a_short_date_leaves_out_the_year_that_everybody_knows(
    german: Formats, english: Formats
) -> None:
    then = datetime(2026, 11, 23, 18, 44, tzinfo=VIENNA)
    assert german.short(then, NOW) == "23.11. 18:44"
    assert english.short(then, NOW) == "23 Nov 18:44"
    assert german.short(then.replace(year=2025), NOW) == "23.11.2025"


@pytest.mark.usefixtures("german_words")
def test_that_days_near_now_have_words(german: Formats) -> None:
    assert german.due(NOW.replace(hour=15, minute=30), NOW) == "heute 15:30"
    assert german.due(datetime(2026, 11, 26, 9, 0, tzinfo=VIENNA), NOW) == "Do 26.11."
    assert german.recent(datetime(2026, 11, 23, 23, 59, tzinfo=VIENNA), NOW) == "gestern"
    assert german.recent(NOW.replace(hour=13, minute=41), NOW) == "13:41"


def test_that_yesterday_is_a_day_of_the_zone_and_not_24_hours(german: Formats) -> None:
    late = datetime(2026, 11, 23, 22, 30, tzinfo=UTC)
    assert german.days_between(late, datetime(2026, 11, 23, 23, 30, tzinfo=UTC)) == 1


def test_that_months_are_named_as_in_austria(german: Formats, english: Formats) -> None:
    january = date(2026, 1, 5)
    assert german.month_axis(january, with_year=True) == "Jän 26"
    assert german.month_axis(date(2026, 3, 1)) == "Mär"
    assert english.month_axis(january) == "Jan"
    assert german.day_heading(date(2026, 11, 24)) == "Dienstag, 24. November"


def test_that_durations_count_minutes_and_seconds(german: Formats) -> None:
    assert german.duration(134) == "02:14"
    assert german.duration(3734) == "1:02:14"
    assert german.remaining(15) == "15 seconds"
    assert german.remaining(60) == "1 minute"
    assert german.remaining(3 * 3600) == "3 hours"


@pytest.mark.parametrize(
    ("e164", "whole", "masked"),
    [
        ("+436766018159", "+43 676 601 81 59", "+43 676 ••• •• 59"),
        ("+436604417203", "+43 660 441 72 03", "+43 660 ••• •• 03"),
        ("+43512345678", "+43 512 34 56 78", "+43 512 •• •• 78"),
        ("+4315123433", "+43 1 512 34 33", "+43 1 ••• •• 33"),
        ("+49436766018159", "+49 4367 66018159", "+49 4367 ••••••59"),
        ("+4915123456789", "+49 1512 345 67 89", "+49 1512 ••• •• 89"),
        ("+41791234567", "+41 79 123 45 67", "+41 79 ••• •• 67"),
        ("+14155552671", "+1 415 555 2671", "+1 415 ••• ••71"),
        ("+447400123456", "+44 7400 123456", "+44 7400 ••••56"),
    ],
)
def test_that_phone_numbers_are_grouped_as_they_are_said(
    e164: str, whole: str, masked: str
) -> None:
    assert Formats("de", VIENNA).phone(e164) == whole
    assert Formats("de", VIENNA).phone(e164, masked=True) == masked


def test_that_text_that_is_no_number_stays_as_it_is() -> None:
    assert group_phone("call me") == "call me"


@given(st.sampled_from(["AT", "DE", "CH", "IT", "US"]), st.integers(0, 99_999_999))
def test_that_grouping_changes_no_digit_and_masking_shows_only_two_of_the_end(
    region: str, offset: int
) -> None:
    example = phonenumbers.example_number_for_type(region, phonenumbers.PhoneNumberType.MOBILE)
    assert example is not None
    base = phonenumbers.format_number(example, phonenumbers.PhoneNumberFormat.E164)
    e164 = base[: -len(str(offset))] + str(offset)
    assert group_phone(e164).replace(" ", "") == e164
    hidden = mask_phone(e164)
    assert len(hidden) == len(group_phone(e164))
    assert sum(sign.isdigit() for sign in hidden) < sum(sign.isdigit() for sign in e164)
    assert hidden.replace(" ", "")[-2:] == e164[-2:]


def test_that_an_iccid_stands_in_groups_of_four(german: Formats) -> None:
    assert german.iccid("8943050172044181591") == "8943 0501 7204 4181 591"


@pytest.mark.usefixtures("qapp")
def test_that_the_local_zone_is_a_place() -> None:
    assert "/" in local_zone().key
