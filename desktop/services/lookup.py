"""One field finds everything: a caller must be found in seconds, however the number is typed.

Numbers are read in every plausible way and looked up exactly; four digits and more also match
the end of a number through the reversed-digits index, and a number half typed matches its
beginning. Nothing is picked silently: each hit says why it matched.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sqlalchemy.orm import Session

from desktop.models.folding import fold
from desktop.models.phone import digits_of, plausible_readings, prefix_readings
from desktop.models.records.lookup import Hit, HitGroup, LookUpResult
from desktop.services.lookup_queries import (
    by_code,
    by_last_digits,
    by_number,
    by_number_start,
    by_words,
)
from desktop.services.storage.database import Database

FEWEST_LAST_DIGITS = 4
FEWEST_FIRST_DIGITS = 6
LONGEST_TEXT = 100


class LookUp:
    """Looks a text up in customers, services, SIM cards, contacts, cases and dispatches."""

    def __init__(self, database: Database, *, home_country: str = "AT") -> None:
        """Look up in ``database``; numbers without country code are first read as at home."""
        self._database = database
        self._home_country = home_country

    def search(self, text: str, limit: int = 20) -> LookUpResult:
        """Return what ``text`` may mean, exact hits first, at most ``limit`` hits.

        Raises:
            StorageError: the database cannot be read.

        """
        text = text.strip()[:LONGEST_TEXT]
        readings = plausible_readings(text, self._home_country)
        with self._database.read() as session:
            hits = _distinct(self._candidates(session, text, limit + 1))
        ranked = sorted(hits, key=lambda hit: hit.group is HitGroup.MAYBE)
        return LookUpResult(text, readings, tuple(ranked[:limit]), more=len(ranked) > limit)

    def _candidates(self, session: Session, text: str, limit: int) -> Iterator[Hit]:
        if not text:
            return
        yield from by_code(session, text)
        readings = plausible_readings(text, self._home_country)
        yield from by_number(session, readings, limit)
        if not _is_numeric(text):
            yield from by_words(session, fold(text).split(), limit)
            return
        digits = digits_of(text)
        if len(digits) >= FEWEST_LAST_DIGITS:
            yield from by_last_digits(session, digits, limit)
        if len(digits) >= FEWEST_FIRST_DIGITS:
            starts = prefix_readings(text, self._home_country)
            yield from by_number_start(session, starts, limit)


def _is_numeric(text: str) -> bool:
    """Tell whether a text is meant as digits: no letters but those of a ``tel:`` in front."""
    return not any(char.isalpha() for char in text.casefold().removeprefix("tel:"))


def _distinct(hits: Iterable[Hit]) -> list[Hit]:
    """Keep the first, that is the surest, hit on each thing."""
    found: dict[tuple[str, int], Hit] = {}
    for hit in hits:
        found.setdefault((hit.kind, hit.id), hit)
    return list(found.values())
