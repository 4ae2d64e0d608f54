"""Texts as people type them in a hurry: without case, accents and umlauts."""

from __future__ import annotations

import unicodedata

_LETTERS = str.maketrans({"ß": "ss", "ø": "o", "đ": "d", "ł": "l", "ı": "i", "æ": "ae"})


def fold(text: str) -> str:
    """Return ``text`` without case and accents, words parted by single spaces.

    ``fold("Bäckerei  KOVAČEVIĆ") == "backerei kovacevic"``
    """
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(char for char in decomposed if not unicodedata.combining(char))
    return " ".join(letters.translate(_LETTERS).split())


def search_text(*parts: str) -> str:
    """Return what a look-up by words compares with: all parts, folded, one space between."""
    return fold(" ".join(parts))
