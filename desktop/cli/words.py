"""The words of the command line in one language, and numbers as it writes them."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from typing import Any

from desktop.paths import resources_dir

LANGUAGES = ("de", "en")
_KIBI = 1024
_UNITS = ("B", "KiB", "MiB", "GiB", "TiB")


class Words:
    """Looks words up by their path in the language file, for example ``status.sims.blocked``."""

    def __init__(self, language: str) -> None:
        """Read the words of ``language``, one of ``LANGUAGES``."""
        self.language = language
        path = resources_dir() / "command_line" / f"{language}.toml"
        self._words = tomllib.loads(path.read_text(encoding="utf-8"))

    def __call__(self, key: str, **facts: object) -> str:
        """Return the words at ``key`` with their placeholders filled."""
        return self._at(key).format_map(facts)

    def has(self, key: str) -> bool:
        """Tell whether there are words at ``key``."""
        try:
            self._at(key)
        except KeyError:
            return False
        return True

    def fill(self, key: str, facts: Mapping[str, object]) -> str:
        """Return the words at ``key``, filled with ``facts`` by name."""
        return self._at(key).format_map(facts)

    def number(self, value: float, decimals: int = 0) -> str:
        """Return a number with the language's separators."""
        plain = f"{value:,.{decimals}f}"
        marks = {",": self("format.thousands"), ".": self("format.decimal")}
        return "".join(marks.get(character, character) for character in plain)

    def size(self, count: int) -> str:
        """Return a number of bytes as people say it."""
        value, unit = float(count), 0
        while value >= _KIBI and unit < len(_UNITS) - 1:
            value, unit = value / _KIBI, unit + 1
        return f"{self.number(value, 1 if unit else 0)} {_UNITS[unit]}"

    def _at(self, key: str) -> str:
        found: Any = self._words
        for part in key.split("."):
            found = found[part]
        if not isinstance(found, str):
            raise KeyError(key)
        return found


def language_of(environ: Mapping[str, str] = os.environ) -> str:
    """Return the language that the environment asks for, one of ``LANGUAGES``."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = environ.get(name)
        if value:
            return "de" if value.casefold().startswith("de") else "en"
    return "en"
