"""What is said about a text, and when it must not be sent."""

from __future__ import annotations

import pytest

from desktop.models.settings import GatewaySettings
from desktop.models.sms_template import Placeholder, fill
from desktop.views.cases.steps.aloud import spoken_number, text_aloud
from desktop.views.formats import Formats
from desktop.views.text_checks import REPLACE, Cost, look_at
from desktop.views.theme import StateKind

ENGLISH = Formats("en")
VALUES: dict[str, str] = {
    Placeholder.CUSTOMER: "Autohaus Winkler",
    Placeholder.SERVICE: "Neuwagen-News",
    Placeholder.KEYWORD: "Start",
    Placeholder.NUMBER: "+43 660 4417203",
    Placeholder.LINK: "https://winkler.example/n",
    Placeholder.STOP: "Stop",
}
GOOD = "{customer}: {service} fehlt {keyword} an {number}: {link} Abmelden: {stop}"


def said(template: str) -> dict[str, StateKind]:
    facts = look_at(template, VALUES, GatewaySettings(), ENGLISH, 37)
    return {check.sentence: check.kind for check in facts.checks}


def may_be_sent(template: str, max_parts: int = 4) -> bool:
    settings = GatewaySettings(max_parts=max_parts)
    return look_at(template, VALUES, settings, ENGLISH, 37).may_be_sent


def test_that_a_good_text_is_told_why_it_is_good() -> None:
    checks = said(GOOD)

    assert may_be_sent(GOOD)
    assert list(checks.values()) == [StateKind.GOOD] * 4 + [StateKind.NEUTRAL]


@pytest.mark.parametrize(
    ("template", "sentence"),
    [
        ("", "There is no text yet"),
        ("{customer}: {name}, Stop", "There is no placeholder called “name”"),
        ("{customer}: Stop {", "A brace stands alone; braces hold placeholders only"),
        ("Bitte {keyword} senden. {stop}", "The text does not name its sender"),
        ("{customer}: bitte {keyword} senden", "The text does not say how to make it stop"),
    ],
)
def test_that_what_forbids_a_text_is_said(template: str, sentence: str) -> None:
    assert said(template)[sentence] is StateKind.BAD
    assert not may_be_sent(template)


def test_that_a_placeholder_without_a_value_forbids_the_text() -> None:
    values = {**VALUES, Placeholder.LINK: ""}
    facts = look_at(GOOD, values, GatewaySettings(), ENGLISH, 37)

    assert not facts.may_be_sent
    assert "take the placeholder out" in facts.checks[0].sentence
    assert facts.filled.text.startswith("Autohaus Winkler: Neuwagen-News")


def test_that_too_many_parts_forbid_the_text() -> None:
    long = GOOD + " Danke" * 40
    assert not may_be_sent(long, max_parts=1)
    assert may_be_sent(long, max_parts=4)


@pytest.mark.parametrize(
    ("more", "words"),
    [
        (" Rabatt", "may promote something"),
        (" https://short.example/x", "Nobody knows whose link this is"),
        (" “bald”", "Short parts because of"),
    ],
)
def test_that_what_a_person_has_to_judge_is_a_warning(more: str, words: str) -> None:
    checks = said(GOOD + more)

    assert [kind for sentence, kind in checks.items() if words in sentence] == [StateKind.WARNING]
    assert may_be_sent(GOOD + more)


def test_that_dear_characters_can_be_replaced_from_their_sentence() -> None:
    facts = look_at(GOOD + " “bald”\u00a0\u200b", VALUES, GatewaySettings(), ENGLISH, 37)

    (check,) = [check for check in facts.checks if check.key == REPLACE]
    assert check.action == "Replace"
    assert check.sentence == (
        'Short parts because of “ ” U+00A0 U+200B. Replaced: “ → ", ” → ", U+00A0 → space, '
        "U+200B is left out; then 1 part"
    )


def test_that_what_stands_in_the_data_or_is_like_nothing_is_not_offered_to_be_replaced() -> None:
    values = {**VALUES, Placeholder.CUSTOMER: "Autohaus “Winkler”"}
    for template, shown in ((GOOD, values), (GOOD + " \u2600", VALUES)):
        facts = look_at(template, shown, GatewaySettings(), ENGLISH, 37)
        (check,) = [one for one in facts.checks if "Short parts because of" in one.sentence]
        assert (check.kind, check.action) == (StateKind.WARNING, "")


def test_that_the_cost_can_be_checked_by_hand() -> None:
    cost = Cost(sms=37, parts=1, price=80)

    assert cost.formula(ENGLISH) == "37 SMS × 1 part × €0.080"
    assert cost.total_cents == 296


def test_that_a_fraction_of_a_cent_is_not_hidden() -> None:
    assert Cost(sms=1, parts=1, price=81).total_cents == 9


@pytest.mark.parametrize(
    ("number", "spoken"),
    [
        ("+436604417203", "0660, 441, 72, 03"),
        ("+4915112345678", "01511, 234, 56, 78"),
        ("+393331234567", "+39, 333, 123, 4567"),
    ],
)
def test_that_a_number_is_said_as_people_at_home_say_it(number: str, spoken: str) -> None:
    assert spoken_number(number, ENGLISH).replace(" ", "") == spoken.replace(" ", "")


def test_that_a_text_is_read_with_number_in_groups_and_link_by_name() -> None:
    filled = fill("{customer}: {keyword} an {number}, {link}. {stop}", VALUES)

    aloud = text_aloud(filled, "+436604417203", ENGLISH)

    assert aloud == ("**Autohaus Winkler: Start an** 0660, 441, 72, 03**,** (your link)**. Stop**")


def test_that_the_number_before_is_read_in_groups_too() -> None:
    old_number = "+43 660 4417204"
    filled = fill("{number} statt {old_number}", {**VALUES, Placeholder.OLD_NUMBER: old_number})

    aloud = text_aloud(filled, "+436604417203", ENGLISH, "+436604417204")

    assert aloud == "0660, 441, 72, 03 **statt** 0660, 441, 72, 04"
