"""The sentences of a case's summary, from the files in ``resources/summaries``.

They are read apart from the language of the screen: an agent copies the German or the English one.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

from desktop.errors import FileUnreadableError
from desktop.paths import resources_dir


@dataclass(frozen=True, slots=True)
class SummaryWords:
    """The sentences and words of one language."""

    sentences: Mapping[str, str]
    words: Mapping[str, str]

    def sentence(self, name: str, **values: str) -> str:
        """Return a sentence with its values filled in."""
        return self.sentences[name].format_map(values)

    def word(self, value: StrEnum) -> str:
        """Return what a state, kind or method is called in this language."""
        return self.words.get(value.value, value.value)


class Summaries:
    """Finds the sentences of a language."""

    def __init__(self, folder: Path | None = None) -> None:
        """Read from ``folder``; without one, from the program's resources."""
        self._folder = folder or resources_dir() / "summaries"

    def of(self, language: str) -> SummaryWords:
        """Return the sentences of a language.

        Raises:
            FileUnreadableError: the file of the language is missing or damaged.

        """
        return _read(self._folder / f"{language}.toml")


@lru_cache(maxsize=8)
def _read(path: Path) -> SummaryWords:
    try:
        with path.open("rb") as file:
            found = tomllib.load(file)
        words = {str(name): str(text) for name, text in found.pop("words").items()}
    except (OSError, ValueError, KeyError, AttributeError) as error:
        raise FileUnreadableError(str(path), str(error)) from error
    return SummaryWords({name: str(text) for name, text in found.items()}, words)
