"""Which of many recipients gets the longest text of a template, without filling it for each.

    Readers(values).longest(template) -> int | None      # the place of the one with the longest

All contacts of a service get the same text, so that the readers are the services. The longest text
is the one with the most parts and, among those, with the most units of its encoding.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from desktop.models.sms_template import Placeholder, fill, literal_and_placeholders
from desktop.models.sms_text import TextSize, measure, parts_between, size_of


@dataclass(frozen=True, slots=True)
class _Reader:
    """What is filled in for one reader, and how much room each value takes."""

    values: Mapping[str, str]
    sizes: Mapping[str, TextSize]


class Readers:
    """The readers of a template, measured once, so that each change of the text is a sum."""

    def __init__(self, values: Sequence[Mapping[str, str]]) -> None:
        """Measure the values of each reader; blank ones are missing."""
        self._readers = [
            _Reader(one, {name: size_of(text) for name, text in one.items() if text.strip()})
            for one in values
        ]

    def longest(self, template: str) -> int | None:
        """Return the place of the reader with the longest text.

        Readers for whom a placeholder has no value get no text from this template; None where
        that is so for all, or where a brace is no placeholder.
        """
        parted = literal_and_placeholders(template)
        if parted is None:
            return None
        literal, used = size_of(parted[0]), Counter(parted[1])
        best: tuple[int, int] | None = None
        place = None
        for index, reader in enumerate(self._readers):
            whole = _whole(reader, literal, used)
            if whole is None or (best is not None and parts_between(whole)[1] < best[0]):
                continue
            length = _length(reader, whole, template)
            if best is None or length > best:
                best, place = length, index
        return place


def _whole(reader: _Reader, literal: TextSize, used: Mapping[Placeholder, int]) -> TextSize | None:
    """Return the room that the text takes for a reader; None where a value is missing."""
    septets, wide, plain = literal.septets, literal.wide, literal.plain
    sizes = reader.sizes
    for name, times in used.items():
        size = sizes.get(name)
        if size is None:
            return None
        septets += times * size.septets
        wide += times * size.wide
        plain = plain and size.plain
    return TextSize(septets, wide, plain)


def _length(reader: _Reader, whole: TextSize, template: str) -> tuple[int, int]:
    """Return parts and units of the text for a reader; it is filled in only where sums say less."""
    fewest, most = parts_between(whole)
    if fewest != most:
        fewest = measure(fill(template, reader.values).text).parts
    return fewest, whole.units
