"""The summary of a case can be written in each language, with a word for everything."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import Path

import pytest

from desktop.errors import FileUnreadableError
from desktop.models.states import CaseKind, RequestChannel, SmsState, VerificationMethod
from desktop.services.summaries import Summaries


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("values", [CaseKind, RequestChannel, SmsState, VerificationMethod])
def test_that_there_is_a_word_for_everything(language: str, values: type[StrEnum]) -> None:
    words = Summaries().of(language)

    assert {value.value for value in values} <= set(words.words)


def test_that_both_languages_say_the_same_with_the_same_values() -> None:
    german, english = (Summaries().of(language).sentences for language in ("de", "en"))

    def holes(sentences: dict[str, str]) -> dict[str, list[str]]:
        return {name: sorted(re.findall(r"{(\w+)}", text)) for name, text in sentences.items()}

    assert holes(dict(german)) == holes(dict(english))


def test_that_a_sentence_is_filled() -> None:
    assert Summaries().of("en").sentence("wish", wish="a reminder") == "Wish: a reminder"


def test_that_a_missing_language_is_told_by_its_file(tmp_path: Path) -> None:
    with pytest.raises(FileUnreadableError):
        Summaries(tmp_path).of("de")
