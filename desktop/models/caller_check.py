"""How a caller proves to speak for a customer: a PIN, or a code sent to the stored number.

    pin_problem(pin) -> PinProblem | None
    digest_of(secret, salt) -> str                     # scrypt, hex; the secret is kept nowhere
    is_right(secret, salt, digest) -> bool             # takes the same time for right and wrong
    after_wrong(tries, now) -> TriesLeft

A secret is short because it is spoken on the phone, so tries are few: after three wrong ones
nothing is asked for a quarter of an hour. Name and date of birth are no proof at all (the German
authority fined a provider for exactly that in 2019).
"""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import pairwise

MAX_TRIES = 3
LOCKED_MIN = 15
CODE_DIGITS = 6
CODE_VALID_MIN = 10
CODES_PER_HOUR = 3
"""To one customer: a code is an SMS that costs, and many of them are an attack."""

_SHORTEST, _LONGEST = 4, 8
_COST, _BLOCK, _PARALLEL = 2**14, 8, 1
"""16 MB and some 50 ms for each try (RFC 7914, the values it names for a login)."""


class PinProblem(StrEnum):
    """Why something is not taken as a PIN."""

    NOT_DIGITS = "not_digits"
    LENGTH = "length"
    TOO_EASY = "too_easy"


@dataclass(frozen=True, slots=True)
class Tries:
    """How often a secret was wrong in a row, and until when nothing is asked."""

    wrong: int = 0
    locked_until: datetime | None = None

    def is_locked(self, now: datetime) -> bool:
        """Tell whether no secret is looked at now."""
        return self.locked_until is not None and now < self.locked_until

    @property
    def left(self) -> int:
        """How many more wrong ones until it is locked."""
        return max(MAX_TRIES - self.wrong, 0)


def pin_problem(pin: str) -> PinProblem | None:
    """Return why a text is no PIN: four to eight digits, neither all alike nor counted up."""
    if not (pin.isascii() and pin.isdigit()):
        return PinProblem.NOT_DIGITS
    if not _SHORTEST <= len(pin) <= _LONGEST:
        return PinProblem.LENGTH
    steps = {int(after) - int(before) for before, after in pairwise(pin)}
    return PinProblem.TOO_EASY if len(steps) == 1 and steps <= {-1, 0, 1} else None


def digest_of(secret: str, salt: bytes) -> str:
    """Return what is kept in place of a secret."""
    return hashlib.scrypt(
        secret.encode(), salt=salt, n=_COST, r=_BLOCK, p=_PARALLEL, dklen=32
    ).hex()


def is_right(secret: str, salt: bytes, digest: str) -> bool:
    """Tell whether a secret is the one that the digest was made of."""
    return hmac.compare_digest(digest_of(secret, salt), digest)


def after_wrong(tries: Tries, now: datetime) -> Tries:
    """Return what holds after one more wrong secret; a lock that has ended begins anew."""
    before = 0 if tries.locked_until is not None and now >= tries.locked_until else tries.wrong
    wrong = before + 1
    if wrong < MAX_TRIES:
        return Tries(wrong)
    return Tries(wrong, now + timedelta(minutes=LOCKED_MIN))
