"""Reads what somebody scanned or pasted: one SIM card a line, and for each line what is wrong.

    read_stock_lines(text, country) -> tuple[StockLine, ...]

A line holds the ICCID and the number of the card, then, if at all, carrier and note; between them
stand a semicolon, a comma, a tab or, for the first two, a space. A scanner that ends each code
with a line break gives the ICCID on one line and the number on the next: they belong together.
Nothing is lost: every line that is not empty comes back, with its text as it was.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from desktop.models.phone import read_number
from desktop.models.sim import IccidProblem, iccid_problem, tidy_iccid

_SEPARATED = re.compile(r"[;\t,|]")
_ICCID_BEGIN = "89"
_ICCID_LENGTHS = (19, 20)
_HEADERS = frozenset({"iccid", "sim", "simkarte", "sim-karte", "icc", "kartennummer"})


class StockProblem(StrEnum):
    """Why a line does not become a card in stock."""

    NOT_DIGITS = "not_digits"
    LENGTH = "length"
    NO_SIM = "no_sim"
    CHECK_DIGIT = "check_digit"
    NUMBER_MISSING = "number_missing"
    NO_NUMBER = "no_number"
    NO_ICCID = "no_iccid"
    TWICE_IN_LIST = "twice_in_list"
    KNOWN_CARD = "known_card"
    KNOWN_NUMBER = "known_number"


@dataclass(frozen=True, slots=True)
class StockLine:
    """A line as it was and what it says; ``problem`` is None where it can become a card.

    ``number`` is its place in the text, from 1; a card on two lines has that of the first.
    """

    number: int
    text: str
    iccid: str = ""
    msisdn: str = ""
    carrier: str = ""
    note: str = ""
    problem: StockProblem | None = None


_WAITS_FOR_NUMBER = frozenset(
    {StockProblem.NUMBER_MISSING, *(StockProblem(problem.value) for problem in IccidProblem)}
)


def read_stock_lines(text: str, country: str) -> tuple[StockLine, ...]:
    """Return every line of a text that is not empty; numbers are read as in ``country``."""
    lines: list[StockLine] = []
    for place, raw in enumerate(text.splitlines(), start=1):
        if not raw.strip() or _is_header(raw):
            continue
        line = _read(place, raw.strip(), country)
        if lines and _belongs_to(lines[-1], line):
            whole = f"{lines[-1].text}\n{line.text}"
            joined = replace(lines[-1], text=whole, msisdn=line.msisdn, problem=None)
            lines[-1] = replace(joined, problem=_problem(joined.iccid, joined.msisdn, "x"))
        else:
            lines.append(line)
    return _without_doubles(lines)


def _is_header(raw: str) -> bool:
    first = _SEPARATED.split(raw.strip(), maxsplit=1)[0].strip().strip('"').casefold()
    return first in _HEADERS


def _belongs_to(before: StockLine, line: StockLine) -> bool:
    """Tell whether a line is the number of the card on the line before, be that right or wrong."""
    alone = not before.msisdn and not _SEPARATED.search(before.text)
    waits = alone and before.problem in _WAITS_FOR_NUMBER
    return waits and line.problem is StockProblem.NO_ICCID and bool(line.msisdn)


def _read(place: int, text: str, country: str) -> StockLine:
    parts = [part.strip().strip('"').strip() for part in _SEPARATED.split(text)]
    if len(parts) == 1:
        parts = list(_split_at_iccid(parts[0]))
    iccid = tidy_iccid(parts[0])
    spelled = parts[1] if len(parts) > 1 else ""
    if not spelled and _is_number(parts[0], country):
        msisdn = read_number(parts[0], country).e164
        return StockLine(place, text, msisdn=msisdn, problem=StockProblem.NO_ICCID)
    msisdn = read_number(spelled, country).e164 if spelled else ""
    return StockLine(
        place,
        text,
        iccid,
        msisdn,
        carrier=parts[2] if len(parts) > 2 else "",  # noqa: PLR2004  # the third cell
        note=", ".join(part for part in parts[3:] if part),
        problem=_problem(iccid, msisdn, spelled),
    )


def _problem(iccid: str, msisdn: str, spelled: str) -> StockProblem | None:
    wrong: IccidProblem | None = iccid_problem(iccid)
    if wrong is not None:
        return StockProblem(wrong.value)
    if not spelled:
        return StockProblem.NUMBER_MISSING
    return None if msisdn else StockProblem.NO_NUMBER


def _is_number(text: str, country: str) -> bool:
    """Tell whether a text is rather a phone number than a card's."""
    digits = re.sub(r"\D", "", text)
    return not digits.startswith(_ICCID_BEGIN) and bool(read_number(text, country).e164)


def _split_at_iccid(text: str) -> tuple[str, str]:
    """Cut a line without separators behind the ICCID, which may be grouped by spaces itself."""
    tokens = text.split()
    digits = ""
    for count, token in enumerate(tokens, start=1):
        digits += tidy_iccid(token)
        rest = " ".join(tokens[count:])
        is_whole = len(digits) in _ICCID_LENGTHS and iccid_problem(digits) is None
        if is_whole or len(digits) >= max(_ICCID_LENGTHS):
            return " ".join(tokens[:count]), rest
    return text, ""


def _without_doubles(lines: list[StockLine]) -> tuple[StockLine, ...]:
    seen: set[str] = set()
    found = []
    for line in lines:
        keys = {key for key in (line.iccid, line.msisdn) if key}
        if line.problem is None and keys & seen:
            found.append(replace(line, problem=StockProblem.TWICE_IN_LIST))
            continue
        if line.problem is None:
            seen |= keys
        found.append(line)
    return tuple(found)
