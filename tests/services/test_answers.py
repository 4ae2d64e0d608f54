"""The answers that the desk offers, and how they are found."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.errors import FileUnreadableError
from desktop.models.settings import ProviderSettings
from desktop.services.answers import Answers

PROVIDER = ProviderSettings(phone="+43 1 234", mail="desk@example.com", sms_tool="sms.example.com")
PAGES = {"", "customers", "signups", "sims", "frequency"}


def found(query: str, language: str = "de") -> list[str]:
    return [one.answer_id for one in Answers().search(query, language, PROVIDER)]


def test_that_both_languages_answer_the_same_questions_in_the_same_order() -> None:
    assert found("", "de") == found("", "en")
    assert len(set(found("", "de"))) == len(found("", "de")) > 0


@pytest.mark.parametrize("language", ["de", "en"])
def test_that_every_answer_has_something_to_say_to_do_and_to_find_it_by(language: str) -> None:
    for answer in Answers().search("", language, PROVIDER):
        assert answer.title.endswith("?")
        assert answer.keywords
        assert all(answer.say)
        assert all(step.text and step.page in PAGES for step in answer.steps)
        assert answer.steps


@pytest.mark.parametrize("language", ["de", "en"])
def test_that_the_providers_contact_data_are_filled_in_from_the_settings(language: str) -> None:
    (answer,) = [
        one for one in Answers().search("", language, PROVIDER) if one.answer_id == "reach-us"
    ]

    assert "+43 1 234" in answer.say_text
    assert "desk@example.com" in answer.say_text
    every = [
        text
        for one in Answers().search("", language, PROVIDER)
        for text in (*one.say, *(step.text for step in one.steps))
    ]
    assert not any("{" in text for text in every)
    assert any("sms.example.com" in text for text in every)


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("entsperren", "number-blocked"),
        ("GESPERRT", "number-blocked"),
        ("haufigkeit beste", "find-best"),
        ("haeufigkeit beste", "find-best"),
        ("Häufigkeit beste", "find-best"),
        ("zehn prozent", "ten-percent"),
        ("websms", "own-sms-service"),
    ],
)
def test_that_case_accents_and_order_of_the_words_do_not_matter(query: str, first: str) -> None:
    assert found(query)[0] == first


def test_that_a_hit_in_the_title_comes_before_one_in_the_text() -> None:
    hits = found("erinnern")

    assert hits[0] == "remind-incomplete"
    assert "only-number-shown" not in hits
    assert found("Nummernwechsel")[0] == "register-again"


def test_that_every_word_has_to_occur() -> None:
    assert found("gesperrt Quittenmarmelade") == []


def write(folder: Path, text: str) -> None:
    (folder / "de.toml").write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    "text",
    ["[[answers]", "", '[[answers]]\nid = "one"', "answers = 5", "answers = [1]"],
)
def test_that_a_damaged_file_is_told_by_its_path(tmp_path: Path, text: str) -> None:
    write(tmp_path, text)

    with pytest.raises(FileUnreadableError) as caught:
        Answers(tmp_path).search("", "de", PROVIDER)

    assert caught.value.path == str(tmp_path / "de.toml")


def test_that_a_missing_file_is_told_by_its_path(tmp_path: Path) -> None:
    with pytest.raises(FileUnreadableError):
        Answers(tmp_path).search("", "fr", PROVIDER)
