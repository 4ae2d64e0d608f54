"""Failures in one sentence that says what to do."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.cli.words import Words
from desktop.errors import DeskError, InvalidValueError


class CommandError(DeskError):
    """A command did its work and found something that must not pass as success.

    ``key`` names the words, ``facts`` fill them.
    """

    def __init__(self, key: str, **facts: object) -> None:
        super().__init__(key)
        self.key = key
        self.facts = facts


def sentence_of(error: DeskError, words: Words) -> str:
    """Return what a person is told about an expected failure."""
    if isinstance(error, CommandError):
        return words(error.key, **error.facts)
    for key in _keys(error):
        if words.has(key):
            return " ".join(words.fill(key, _Facts(error)).split())
    raise AssertionError(f"no words for {type(error).__name__}")


def _keys(error: DeskError) -> Iterator[str]:
    """Yield where the words may stand, the closest first."""
    if isinstance(error, InvalidValueError):
        yield f"errors.{error.field}.{error.problem}"
    for kind in type(error).__mro__:
        yield f"errors.{kind.__name__}"


class _Facts(dict[str, object]):
    """The attributes of a failure as the values of placeholders."""

    def __init__(self, error: DeskError) -> None:
        super().__init__()
        self._error = error

    def __missing__(self, name: str) -> object:
        return getattr(self._error, name, "")
