"""A call that is handed to the desk: its number as other programs write it, and who it fits.

number = number_of_call("tel:+43%20676%20123")     # "+43676123"
caller = caller_in(look_up.search(number))          # .kind, .customer_id, .hits
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import unquote

from desktop.errors import InvalidValueError
from desktop.models.phone import digits_of
from desktop.models.records.lookup import Hit, HitGroup, HitKind, LookUpResult

LONGEST_TYPED = 100
_FEWEST_DIGITS, _MOST_DIGITS = 3, 20
_SCHEME = re.compile(r"(?:tel|callto):(?://)?", re.IGNORECASE)
_DIALLED = re.compile(r"[+\uff0b]?[\d\s()./\u00a0\u2010-\u2015-]+")
_TRUNK = re.compile(r"\(\s*0\s*\)")
"""The zero in brackets of "+43 (0) 676": dialled inside the country only."""


class CallerKind(StrEnum):
    """How sure the desk is who calls."""

    KNOWN = "known"
    SEVERAL = "several"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Caller:
    """Who may be calling from ``number``; one that is KNOWN has a ``customer_id`` and a name.

    That is the customer's; ``via`` says whose number it is: the customer's own, that of one of its
    contacts, or that of a service or its SIM card.
    """

    kind: CallerKind
    number: str
    customer_id: int | None = None
    name: str = ""
    via: HitKind | None = None


def number_of_call(text: str) -> str:
    """Return the number in a ``tel:`` link or as dialled: digits, with a plus where one stood.

    Parameters of the link (RFC 3966) are left out. A national number stays national.

    Raises:
        InvalidValueError: it is no number.

    """
    bare = unquote(_SCHEME.sub("", text.strip(), count=1)).partition(";")[0].partition("?")[0]
    bare = bare.strip()
    if len(text) > LONGEST_TYPED or not _DIALLED.fullmatch(bare):
        raise InvalidValueError("number", "not_a_number")
    plus = bare.startswith(("+", "\uff0b"))
    digits = digits_of(_TRUNK.sub("", bare) if plus else bare)
    if not _FEWEST_DIGITS <= len(digits) <= _MOST_DIGITS:
        raise InvalidValueError("number", "not_a_number")
    return f"+{digits}" if plus else digits


def caller_in(result: LookUpResult) -> Caller:
    """Return who calls, from what the look-up found for the whole number.

    A customer's own number and that of somebody who called for it before count before the number
    of a contact or of a service. What the look-up calls "maybe" is never taken for the caller.
    """
    exact = [hit for hit in result.hits if hit.group is HitGroup.EXACT]
    callers = [hit for hit in exact if hit.kind in {HitKind.CUSTOMER, HitKind.CASE}]
    owners = [hit for hit in callers or exact if hit.customer_id is not None]
    ids = {hit.customer_id for hit in owners}
    if len(ids) == 1:
        hit = owners[0]
        return Caller(CallerKind.KNOWN, result.text, hit.customer_id, _name(hit), hit.kind)
    kind = CallerKind.SEVERAL if result.hits else CallerKind.UNKNOWN
    return Caller(kind, result.text)


def _name(hit: Hit) -> str:
    if hit.kind in {HitKind.CUSTOMER, HitKind.CONTACT}:
        return hit.label
    return hit.detail[2] if hit.kind is HitKind.SIM else hit.detail[0]
