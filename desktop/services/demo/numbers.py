"""Numbers of the demo, none of which can be anybody's.

Germany keeps two hundred mobile numbers free for films (Federal Network Agency, notice 148/2021).
Austria keeps none: subscriber numbers that begin with two zeros are clearly invented, and
``phonenumbers`` still holds them for mobile numbers.
"""

from __future__ import annotations

from random import Random

_AUSTRIAN_PREFIXES = ("650", "660", "664", "676", "677", "678", "680", "681", "688", "699")
_FOR_CONTACTS = 80_000
_GERMAN = tuple(
    f"+49{block}{last:02d}" for block in ("17139200", "176040690") for last in range(100)
)
_GERMAN_FOR_CARDS = 20
_CARRIERS = {
    "A1": ("894301", "664"),
    "Magenta": ("894303", "676"),
    "Drei": ("894305", "660"),
    "Telekom": ("894902", "171"),
}

Spelled = tuple[str, str]
"""A number as E.164 and as somebody typed it."""


class NumberBook:
    """Hands out numbers, each contact's once for each service."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._austrian = iter(
            random.sample(range(_FOR_CONTACTS * len(_AUSTRIAN_PREFIXES)), _FOR_CONTACTS)
        )
        self._known: list[Spelled] = []

    def mobile(self, country: str, taken: set[str]) -> Spelled:
        """Return a mobile number that is not in ``taken``, and put it there."""
        if country == "DE":
            return self._german(taken)
        if self._known and self._random.random() < _SHARE_IN_SEVERAL_SERVICES:
            known = self._random.choice(self._known)
            if known[0] not in taken:
                taken.add(known[0])
                return known
        spelled = self._spelled(*_austrian(next(self._austrian)))
        taken.add(spelled[0])
        self._known.append(spelled)
        return spelled

    def landline(self, taken: set[str]) -> Spelled:
        """Return a Viennese landline number of the 555 that films use."""
        number = f"555{self._random.randrange(10_000):04d}"
        while f"+431{number}" in taken:
            number = f"555{self._random.randrange(10_000):04d}"
        taken.add(f"+431{number}")
        return f"+431{number}", f"01/{number}"

    def _german(self, taken: set[str]) -> Spelled:
        number = self._random.choice(
            [one for one in _GERMAN[:-_GERMAN_FOR_CARDS] if one not in taken]
        )
        taken.add(number)
        return self._spelled("49", number[3:6], number[6:])

    def _spelled(self, code: str, prefix: str, rest: str) -> Spelled:
        raw = self._random.choice(_SPELLINGS).format(code=code, prefix=prefix, rest=rest)
        return f"+{code}{prefix}{rest}", raw


def sender_number(carrier: str, serial: int) -> str:
    """Return the E.164 number of the ``serial``-th SIM card, of the block kept for cards."""
    _, prefix = _CARRIERS[carrier]
    if carrier == "Telekom":
        return _GERMAN[-1 - serial % _GERMAN_FOR_CARDS]
    return f"+43{prefix}009{1100 + serial * 157 % 8800:04d}"


def iccid(carrier: str, serial: int) -> str:
    """Return the ICCID of the ``serial``-th card, with its check digit."""
    issuer, _ = _CARRIERS[carrier]
    body = f"{issuer}{720_441_000_000 + serial * 7_309_159:012d}"
    return body + _luhn_digit(body)


def _luhn_digit(digits: str) -> str:
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (2 if place % 2 == 0 else 1)
        total += value - 9 if value > 9 else value  # noqa: PLR2004  # Luhn: the digit sum
    return str(-total % 10)


def _austrian(serial: int) -> tuple[str, str, str]:
    prefix = _AUSTRIAN_PREFIXES[serial // _FOR_CONTACTS]
    return "43", prefix, f"00{serial % _FOR_CONTACTS:05d}"


_SHARE_IN_SEVERAL_SERVICES = 0.05
_SPELLINGS = (
    "+{code}{prefix}{rest}",
    "0{prefix}{rest}",
    "0{prefix}/{rest}",
    "0{prefix} {rest}",
    "00{code}{prefix}{rest}",
    "+{code} {prefix} {rest}",
    "+{code} (0){prefix} {rest}",
)
