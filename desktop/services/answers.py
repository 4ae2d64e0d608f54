"""The answers to the callers' questions, from the files in ``resources/answers``."""

from __future__ import annotations

import tomllib
import unicodedata
from functools import lru_cache
from pathlib import Path
from typing import Any

from desktop.errors import FileUnreadableError
from desktop.models.records.answers import Answer, AnswerStep
from desktop.models.settings import ProviderSettings
from desktop.paths import resources_dir

_GERMAN_SPELLINGS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


class Answers:
    """Finds what an agent says to a question, in German and English."""

    def __init__(self, folder: Path | None = None) -> None:
        """Read from ``folder``; without one, from the program's resources."""
        self._folder = folder or resources_dir() / "answers"

    def search(self, query: str, language: str, provider: ProviderSettings) -> tuple[Answer, ...]:
        """Return the answers in which every word of ``query`` occurs, in titles first.

        Case and accents do not matter; an empty query finds all, in the order of the file.

        Raises:
            FileUnreadableError: the file of the language is missing or damaged.

        """
        words = _fold(query).split()
        answers = [_filled(answer, provider) for answer in _read(self._folder / f"{language}.toml")]
        ranked = [(_rank(answer, words), answer) for answer in answers]
        found = [(rank, answer) for rank, answer in ranked if rank is not None]
        return tuple(answer for _, answer in sorted(found, key=_by_rank))


def _by_rank(found: tuple[int, Answer]) -> int:
    return found[0]


def _rank(answer: Answer, words: list[str]) -> int | None:
    """Return 0 where the title has all words, then keywords, then the text; None without."""
    haystack = ""
    parts = (answer.title, " ".join(answer.keywords), _all_text(answer))
    for rank, part in enumerate(parts):
        haystack = f"{haystack} {_both_spellings(part)}"
        if all(word in haystack for word in words):
            return rank
    return None


def _all_text(answer: Answer) -> str:
    return " ".join((answer.say_text, *(step.text for step in answer.steps)))


def _both_spellings(text: str) -> str:
    """Return the text without accents, and once more with umlauts written out."""
    return f"{_fold(text)} {_fold(text.casefold().translate(_GERMAN_SPELLINGS))}"


def _fold(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def _filled(answer: Answer, provider: ProviderSettings) -> Answer:
    values = {
        "phone": provider.phone,
        "mail": provider.mail,
        "sms_tool": provider.sms_tool,
    }
    return Answer(
        answer_id=answer.answer_id,
        title=answer.title,
        keywords=answer.keywords,
        say=tuple(paragraph.format_map(values) for paragraph in answer.say),
        steps=tuple(AnswerStep(step.text.format_map(values), step.page) for step in answer.steps),
    )


@lru_cache(maxsize=8)
def _read(path: Path) -> tuple[Answer, ...]:
    try:
        with path.open("rb") as file:
            entries = tomllib.load(file)["answers"]
        return tuple(_answer(entry) for entry in entries)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise FileUnreadableError(str(path), str(error)) from error


def _answer(entry: dict[str, Any]) -> Answer:
    return Answer(
        answer_id=entry["id"],
        title=entry["title"],
        keywords=tuple(entry["keywords"]),
        say=tuple(part.strip() for part in entry["say"].strip().split("\n\n")),
        steps=tuple(AnswerStep(step["do"], step.get("page", "")) for step in entry["steps"]),
    )
