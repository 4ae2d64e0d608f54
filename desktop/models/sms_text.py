"""How long an SMS is: encoding, parts, and the characters that make it dear.

    measure(text) -> SmsMeasure                          # encoding, units, parts, what is left
    replacements(text) -> tuple[Replacement, ...]        # each forcing character and a proposal
    replace_forcing_characters(text) -> str              # the text with all proposals taken
    size_of(text) -> TextSize                            # units, to be added up piece by piece
    parts_between(size) -> tuple[int, int]               # parts that a text of this size can have

Placeholders, filling and what a text must say are in :mod:`desktop.models.sms_template`.

Rules (3GPP TS 23.038 and 23.040): 160 septets of the GSM alphabet in one SMS, 153 in each part of
several; a character of the extension table takes two septets and never straddles two parts. One
character outside the alphabet turns the whole text into UCS-2: 70 units, or 67 a part, where a
character beyond the basic plane takes two units that stay together, and nothing else counts double.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from enum import StrEnum

_GSM_BASIC = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡"
    "ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
_GSM_EXTENSION = frozenset("^{}\\[~]|€\f")
_GSM = _GSM_BASIC | _GSM_EXTENSION
_LAST_OF_BASIC_PLANE = "\uffff"

_LOOKALIKES = {
    **dict.fromkeys("\u2018\u2019\u201a\u201b\u2039\u203a\u00b4`\u02bc\u2032", "'"),
    **dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033", '"'),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2022\u00b7", "-"),
    **dict.fromkeys("\u00a0\u2002\u2003\u2007\u2008\u2009\u200a\u202f\t", " "),
    **dict.fromkeys("\u200b\u200c\u200d\u200e\u200f\u2060\ufe0f\ufeff\u00ad", ""),
    "\u2026": "...",
    "\u00d7": "x",
    "\u0131": "i",
    "\u0142": "l",
    "\u0141": "L",
    "\u0111": "d",
    "\u0110": "D",
    "\u1e9e": "SS",
    "\u0153": "oe",
    "\u0152": "OE",
}
"""What typing programs and other alphabets put in place of a plain character."""


class SmsEncoding(StrEnum):
    """How the characters of an SMS are carried."""

    GSM_7 = "gsm_7"
    UCS_2 = "ucs_2"


@dataclass(frozen=True, slots=True)
class _Capacity:
    """How many units fit into one SMS alone and into each part of several."""

    alone: int
    in_part: int


_CAPACITY = {SmsEncoding.GSM_7: _Capacity(160, 153), SmsEncoding.UCS_2: _Capacity(70, 67)}


@dataclass(frozen=True, slots=True)
class SmsMeasure:
    """The length of one text.

    ``units`` are septets of GSM-7 or 16-bit units of UCS-2; an empty text has no part.
    ``forcing_characters`` are those that force UCS-2, each once, in the order of the text.
    """

    encoding: SmsEncoding
    units: int
    parts: int
    units_left_in_part: int
    forcing_characters: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Replacement:
    """A character that forces UCS-2, and what could stand in its place.

    ``proposal`` is None where there is no lookalike, and empty where nothing would be missed.
    """

    character: str
    proposal: str | None


def measure(text: str) -> SmsMeasure:
    """Return how a text is encoded and into how many parts it falls."""
    forcing = tuple(dict.fromkeys(char for char in text if char not in _GSM))
    encoding = SmsEncoding.UCS_2 if forcing else SmsEncoding.GSM_7
    sizes = [_units_of(char, encoding) for char in text]
    units, capacity = sum(sizes), _CAPACITY[encoding]
    if units <= capacity.alone:
        parts, left = (1 if text else 0), capacity.alone - units
    else:
        parts, used = _packed(sizes, capacity.in_part)
        left = capacity.in_part - used
    return SmsMeasure(encoding, units, parts, left, forcing)


@dataclass(frozen=True, slots=True)
class TextSize:
    """The room that a piece of text takes in each encoding; those of pieces add up.

    ``septets`` counts for GSM-7, ``wide`` for UCS-2; ``plain`` tells that GSM-7 is enough.
    """

    septets: int = 0
    wide: int = 0
    plain: bool = True

    @property
    def units(self) -> int:
        """Units of the encoding that the text needs."""
        return self.septets if self.plain else self.wide


def size_of(text: str) -> TextSize:
    """Return the room that a piece of text takes."""
    return TextSize(
        septets=len(text) + sum(text.count(char) for char in _GSM_EXTENSION),
        wide=len(text) + sum(char > _LAST_OF_BASIC_PLANE for char in text),
        plain=_GSM.issuperset(text),
    )


def parts_between(size: TextSize) -> tuple[int, int]:
    """Return the fewest and the most parts that a text of this size can have.

    They differ only where a character of two units could leave the last one of a part unused.
    """
    capacity = _CAPACITY[SmsEncoding.GSM_7 if size.plain else SmsEncoding.UCS_2]
    if size.units <= capacity.alone:
        one = min(size.units, 1)
        return one, one
    return -(-size.units // capacity.in_part), -(-size.units // (capacity.in_part - 1))


def replacements(text: str) -> tuple[Replacement, ...]:
    """Return what could stand in place of each character that forces UCS-2.

    A letter put together from letter and accent is not mentioned where the alphabet has it whole.
    """
    composed = unicodedata.normalize("NFC", text)
    return tuple(
        Replacement(char, _proposal(char)) for char in measure(composed).forcing_characters
    )


def replace_forcing_characters(text: str) -> str:
    """Return a text with every proposal of :func:`replacements` taken; the rest stays."""
    composed = unicodedata.normalize("NFC", text)
    proposals = {each.character: each.proposal for each in replacements(text)}
    return "".join(char if (new := proposals.get(char)) is None else new for char in composed)


def _units_of(char: str, encoding: SmsEncoding) -> int:
    """Return how many units a character takes."""
    if encoding is SmsEncoding.GSM_7:
        return 2 if char in _GSM_EXTENSION else 1
    return 2 if char > _LAST_OF_BASIC_PLANE else 1


def _packed(sizes: list[int], capacity: int) -> tuple[int, int]:
    """Fill parts one after the other; return how many, and how many units the last one holds."""
    parts, used = 1, 0
    for size in sizes:
        if used + size > capacity:
            parts, used = parts + 1, 0
        used += size
    return parts, used


def _proposal(char: str) -> str | None:
    """Return a lookalike within the GSM alphabet, or None."""
    if char in _LOOKALIKES:
        return _LOOKALIKES[char]
    plain = "".join(
        part for part in unicodedata.normalize("NFKD", char) if not unicodedata.combining(part)
    )
    return plain if plain and all(part in _GSM for part in plain) else None
