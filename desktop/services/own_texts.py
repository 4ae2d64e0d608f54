"""The short texts by SMS that are no template: nobody edits them, and no dispatch sends them."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from pathlib import Path

from desktop.errors import FileUnreadableError
from desktop.paths import resources_dir

_FALLBACK = "de"


def own_text(language: str, section: str, key: str) -> str:
    """Return a text in a language, in German where there is none.

    Raises:
        FileUnreadableError: the file of the language is missing or damaged.

    """
    folder = resources_dir() / "templates"
    path = folder / f"{language}.toml"
    return _read(path if path.exists() else folder / f"{_FALLBACK}.toml", section, key)


@lru_cache(maxsize=8)
def _read(path: Path, section: str, key: str) -> str:
    try:
        with path.open("rb") as file:
            return str(tomllib.load(file)[section][key])
    except (OSError, ValueError, KeyError) as error:
        raise FileUnreadableError(str(path), str(error)) from error
