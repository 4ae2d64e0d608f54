from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest

from desktop import errors
from desktop.cli.failures import CommandError, sentence_of
from desktop.cli.words import LANGUAGES, Words, language_of
from desktop.errors import DeskError
from desktop.models.records.doctor import Examined, FindingKind, Level
from desktop.models.records.importing import ImportTable
from desktop.models.records.lookup import HitKind, HitReason
from desktop.models.states import DispatchKind, DispatchState, SimStatus
from desktop.paths import resources_dir

_EXAMPLES: dict[str, tuple[object, ...]] = {
    "StorageError": ("desk.sqlite", "detail"),
    "FileUnwritableError": ("signups.csv", "detail"),
    "FileUnreadableError": ("contacts.csv", "detail"),
    "InvalidValueError": ("phone", "too_short"),
    "TemplateError": ("unknown", "NAME", 3),
    "NotFoundError": ("case", "7"),
    "OutsideSendWindowError": (datetime(2026, 11, 23, 8, tzinfo=UTC),),
    "SecondReleaseNeededError": (600, 500),
    "TransitionError": ("sim", "blocked", "active"),
    "SimTakenError": (7, "Lena Moser", "Werkstatt"),
    "NumberInUseError": ("Werkstatt",),
    "CodeNotPossibleError": ("no_mobile_number",),
    "TooManyCodesError": (5,),
    "GatewayError": ("websms", "4001"),
    "SecretMissingError": ("websms:desk",),
    "DeskSilentError": ("silent",),
}


def _tree(kind: type[DeskError]) -> Iterator[type[DeskError]]:
    yield kind
    for below in kind.__subclasses__():
        if below.__module__ == errors.__name__:
            yield from _tree(below)


def _example(kind: type[DeskError]) -> DeskError:
    known = (_EXAMPLES[one.__name__] for one in kind.__mro__ if one.__name__ in _EXAMPLES)
    return kind(*next(known, ()))


def _flat(words: dict[str, Any], path: str = "") -> dict[str, str]:
    flat: dict[str, str] = {}
    for key, value in words.items():
        if isinstance(value, dict):
            flat |= _flat(value, f"{path}{key}.")
        else:
            flat[f"{path}{key}"] = value
    return flat


def _file(language: str) -> dict[str, str]:
    path = resources_dir() / "command_line" / f"{language}.toml"
    return _flat(tomllib.loads(path.read_text(encoding="utf-8")))


def test_that_both_languages_have_the_same_words_with_the_same_placeholders() -> None:
    german, english = _file("de"), _file("en")

    assert german.keys() == english.keys()
    for key, text in english.items():
        pattern = r"\{(\w+)\}"
        assert sorted(re.findall(pattern, german[key])) == sorted(re.findall(pattern, text)), key


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", list(_tree(DeskError)), ids=lambda kind: kind.__name__)
def test_that_every_expected_failure_has_one_sentence_of_its_own(
    kind: type[DeskError], language: str
) -> None:
    words = Words(language)

    sentence = sentence_of(_example(kind), words)

    assert words.has(f"errors.{kind.__name__}")
    assert "{" not in sentence
    assert "\n" not in sentence
    assert len(sentence) > 20


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_every_value_that_is_shown_has_a_word(language: str) -> None:
    words = Words(language)
    shown = {
        "lookup.kinds": HitKind,
        "lookup.reasons": HitReason,
        "status.sims": SimStatus,
        "status.kinds": DispatchKind,
        "status.states": DispatchState,
        "import": ImportTable,
        "doctor": Level,
        "doctor.examined": Examined,
        "doctor.findings": FindingKind,
    }

    assert [
        f"{path}.{one.value}"
        for path, members in shown.items()
        for one in members
        if not words.has(f"{path}.{one.value}")
    ] == []


def test_that_a_failure_of_a_command_brings_its_own_words() -> None:
    assert sentence_of(CommandError("errors.doctor", count=3), Words("en")).startswith("3 of")


def test_that_the_engines_own_words_are_not_told() -> None:
    failure = errors.DatabaseUnreachableError("postgresql://desk:***@host/desk", "the password")

    assert "the password" not in sentence_of(failure, Words("en"))


@pytest.mark.parametrize(
    ("language", "number", "size"),
    [("de", "1.234.567,9", "1,5 KiB"), ("en", "1,234,567.9", "1.5 KiB")],
)
def test_that_numbers_are_written_as_the_language_does(
    language: str, number: str, size: str
) -> None:
    words = Words(language)

    assert words.number(1_234_567.9, 1) == number
    assert words.size(1_536) == size
    assert words.size(100) == "100 B"


@pytest.mark.parametrize(
    ("environ", "language"),
    [
        ({"LANG": "de_AT.UTF-8"}, "de"),
        ({"LANG": "de_AT.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "fr_FR.UTF-8"}, "en"),
        ({"LC_MESSAGES": "de_DE", "LANG": "en_GB"}, "de"),
        ({}, "en"),
    ],
)
def test_that_the_environment_says_which_language(environ: dict[str, str], language: str) -> None:
    assert language_of(environ) == language
