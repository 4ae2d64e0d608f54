"""Whether a reply to an SMS asks to get no more of them.

The rule (``domain.md``: a reply STOP suppresses the number at once): the text begins with a stop
word, or all its letters together are one. So *Stop bitte* and *S.T.O.P.* ask to stop, and *bitte
nicht stoppen* does not. Case, accents, punctuation and what surrounds the words do not matter.
*Stop it from raining* is taken for a wish to stop as well: better one SMS too few than one too
many.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from desktop.models.folding import fold

STOP_WORDS = (
    "Stop", "Stopp", "Stoppen", "Stopall",
    "Abmelden", "Abmeldung", "Abbestellen", "Abbestellung", "Austragen",
    "Unsubscribe", "Optout",
)  # fmt: skip
"""What people write to be left alone, whatever a service's own keyword is."""

_WORD = re.compile(r"[^\W_]+")
_SPELT_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
"""How umlauts are typed on a phone that has none."""


def asks_to_stop(text: str, keywords: Iterable[str] = ()) -> bool:
    """Tell whether ``text`` asks to stop; ``keywords`` are those of the services in question."""
    said = _words(text)
    together = "".join(said)
    return any(
        said[: len(asked)] == asked or together == "".join(asked)
        for asked in _spellings((*STOP_WORDS, *keywords))
    )


def _spellings(keywords: Iterable[str]) -> Iterable[list[str]]:
    for keyword in keywords:
        plain = unicodedata.normalize("NFC", keyword.casefold())
        for spelling in {plain, plain.translate(_SPELT_OUT)}:
            # A service without a keyword of its own would be stopped by whatever is said.
            if words := _words(spelling):
                yield words


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(text))
