"""The built-in templates say what a service SMS must say, and fit into what it may cost."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from desktop.errors import FileUnreadableError
from desktop.models.case_flow import AddressForm
from desktop.models.records.templates import SmsTemplate
from desktop.models.sms_template import Placeholder, fill, problems_of_text, template_problems
from desktop.models.sms_text import SmsEncoding, measure
from desktop.models.states import DispatchKind
from desktop.services.templates import Templates

REMINDER = DispatchKind.SIGNUP_REMINDER
LONG: dict[str, str] = {
    Placeholder.CUSTOMER: "Gasthof und Fleischerei Sonnleitner",
    Placeholder.SERVICE: "Wochenkarte und Feste im Gastgarten",
    Placeholder.KEYWORD: "Mittagsmenü",
    Placeholder.NUMBER: "+43 660 4417203",
    Placeholder.LINK: "https://www.gasthof-sonnleitner.example/newsletter/anmeldung",
    Placeholder.STOP: "Stop",
}
ALL = [
    pytest.param(template, form, id=f"{template.language}-{template.key}-{form}")
    for template in Templates().choices("de", REMINDER)
    for form in AddressForm
]
every_text = pytest.mark.parametrize(("template", "form"), ALL)


@every_text
def test_that_a_built_in_text_names_its_sender_stops_and_promotes_nothing(
    template: SmsTemplate, form: AddressForm
) -> None:
    filled = fill(template.texts[form], LONG)

    found = problems_of_text(filled.text, LONG[Placeholder.CUSTOMER], "Stop", filled.spans)

    assert found == ()


@every_text
def test_that_a_built_in_text_tells_how_the_sign_up_is_completed(
    template: SmsTemplate, form: AddressForm
) -> None:
    used = {span.placeholder for span in fill(template.texts[form], LONG).spans}

    assert {Placeholder.SERVICE, Placeholder.KEYWORD, Placeholder.NUMBER} <= used
    assert (Placeholder.LINK in used) == ("link" in template.key)


@every_text
def test_that_a_built_in_text_stays_plain_and_within_two_parts(
    template: SmsTemplate, form: AddressForm
) -> None:
    measured = measure(fill(template.texts[form], LONG).text)

    assert measured.encoding is SmsEncoding.GSM_7
    assert measured.parts <= 2


def test_that_every_language_offers_the_same_templates_in_the_same_order() -> None:
    offered = {
        language: [template.key for template in Templates().of(language, REMINDER)]
        for language in Templates().languages()
    }

    assert offered["de"] == offered["en"] == ["reminder_link", "reminder_short"]


def test_that_the_templates_of_the_readers_language_come_first() -> None:
    languages = [template.language for template in Templates().choices("en", REMINDER)]

    assert languages == ["en", "en", "de", "de"]


def test_that_an_agent_chooses_by_titles_in_the_language_of_the_screen() -> None:
    (first, *_) = Templates().of("de", REMINDER)

    assert (first.title("de"), first.title("en")) == ("Erinnerung mit Link", "Reminder with link")


def test_that_only_german_asks_how_readers_are_addressed() -> None:
    german, english = (Templates().of(language, REMINDER) for language in ("de", "en"))

    assert all(template.addresses_readers for template in german)
    assert not any(template.addresses_readers for template in english)


def test_that_no_reminder_is_offered_for_another_kind() -> None:
    for language in ("de", "en"):
        found = Templates().of(language, DispatchKind.NUMBER_CHANGE)
        assert [template.key for template in found] == ["number_change"]
        for text in found[0].texts.values():
            assert {"{number}", "{old_number}", "{link}", "{stop}"} <= set(
                re.findall(r"{\w+}", text)
            )


@pytest.mark.parametrize("text", ["templates = 3", "[[templates]]\nkey = 'a'", "not toml ["])
def test_that_a_damaged_file_is_told_by_its_name(tmp_path: Path, text: str) -> None:
    (tmp_path / "de.toml").write_text(text, encoding="utf-8")

    with pytest.raises(FileUnreadableError) as told:
        Templates(tmp_path).of("de", REMINDER)

    assert told.value.path.endswith("de.toml")


@every_text
def test_that_a_built_in_text_has_no_broken_braces(
    template: SmsTemplate, form: AddressForm
) -> None:
    assert template_problems(template.texts[form], LONG) == ()
