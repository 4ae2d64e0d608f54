"""A frequency test: how many contacts it takes, what it can show, and who gets what.

    contacts_per_arm(control, test, arms) -> int
    detectable(control, per_arm, arms) -> float | None
    detectable_below(control, per_arm, arms) -> float | None
    plan(contacts, often, weeks, monthly_loss) -> TrialPlan
    allocated(contacts, arms, seed) -> dict[str, int]
    gets_message(message, often, most, seed) -> bool
    schedule(often, days, seed) -> tuple[PlannedMessage, ...]

Contacts are the unit, drawn by hash within bands of how long they have been there; arms are
compared as they were drawn, whatever was delivered. The arms that get fewer messages get a random
part of the *same* messages, so that content is equal. The outcome is whether a contact has opted
out by the end of the test.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil, sqrt
from statistics import NormalDist

from desktop.models.frequency.rates import TENURE_BOUNDS

ERROR = 0.05
POWER = 0.8
FEWEST_WEEKS = 4
_MONTH_DAYS = 30
_WHOLE = 2**64


@dataclass(frozen=True, slots=True)
class TrialPlan:
    """A test of several frequencies (``often``, messages per day, highest first).

    ``control`` is the share (0..1) that is expected to leave at the first one within ``weeks``;
    ``detectable`` is the nearest higher share that the test would show with a power of 80 %,
    ``detectable_below`` the nearest lower one; None where even the loss of everybody, or of nobody,
    would not be shown.
    """

    often: tuple[float, ...]
    weeks: int
    contacts_per_arm: int
    control: float
    detectable: float | None
    detectable_below: float | None = None

    @property
    def shows_something(self) -> bool:
        """Whether there is a difference that the test would show."""
        return self.detectable is not None or self.detectable_below is not None


@dataclass(frozen=True, slots=True)
class PlannedMessage:
    """A message of a test: its number in the order of sending, from 1, and which arms get it."""

    number: int
    day: int
    arms: tuple[bool, ...]


def contacts_per_arm(control: float, test: float, arms: int = 2) -> int:
    """Return how many contacts each arm needs to tell two shares apart (two-sided 5 %, power 80 %).

    Each arm is compared with the first one; with more of them the level of each is divided, which
    is on the safe side of Holm's procedure (Fleiss, Levin and Paik 2003, without their correction
    for continuity).

    Raises:
        ValueError: The shares are equal or no shares, or there is one arm.
    """
    if not (0 <= control <= 1 and 0 <= test <= 1) or control == test or arms < 2:  # noqa: PLR2004
        raise ValueError(f"no test of {control} against {test} with {arms} arms")
    normal = NormalDist()
    error = -normal.inv_cdf(ERROR / (arms - 1) / 2)
    power = normal.inv_cdf(POWER)
    mean = (control + test) / 2
    together = error * sqrt(2 * mean * (1 - mean))
    apart = power * sqrt(control * (1 - control) + test * (1 - test))
    return ceil(((together + apart) / (test - control)) ** 2)


def detectable(control: float, per_arm: int, arms: int = 2) -> float | None:
    """Return the nearest share above ``control`` that so many contacts tell apart from it."""
    return _nearest(control, 1.0, per_arm, arms)


def detectable_below(control: float, per_arm: int, arms: int = 2) -> float | None:
    """Return the nearest share below ``control`` that so many contacts tell apart from it."""
    return _nearest(control, 0.0, per_arm, arms)


def _nearest(control: float, end: float, per_arm: int, arms: int) -> float | None:
    """Return the nearest share towards ``end`` that can be told apart, or None."""
    near, far = control, end
    if control == end or contacts_per_arm(control, far, arms) > per_arm:
        return None
    for _ in range(60):
        middle = (near + far) / 2
        if middle in (near, far):
            break
        enough = contacts_per_arm(control, middle, arms) <= per_arm
        near, far = (near, middle) if enough else (middle, far)
    return far


def plan(contacts: int, often: Sequence[float], weeks: int, monthly_loss: float) -> TrialPlan:
    """Return what a test with these contacts can show; ``monthly_loss`` is the share of 30 days.

    Raises:
        ValueError: Less than two frequencies, or less than four weeks.
    """
    if len(often) < 2 or weeks < FEWEST_WEEKS:  # noqa: PLR2004 - a comparison wants two
        raise ValueError(f"no test of {len(often)} frequencies in {weeks} weeks")
    per_arm = contacts // len(often)
    control = loss_within(monthly_loss, 7 * weeks)
    arms = len(often)
    above, below = (
        (detectable(control, per_arm, arms), detectable_below(control, per_arm, arms))
        if per_arm
        else (None, None)
    )
    highest_first = tuple(sorted(often, reverse=True))
    return TrialPlan(highest_first, weeks, per_arm, control, above, below)


def loss_within(monthly_loss: float, days: float) -> float:
    """Return the share that leaves within some days, given that of 30 days at a constant rate."""
    return 1.0 - float((1 - monthly_loss) ** (days / _MONTH_DAYS))


def allocated(contacts: Iterable[tuple[str, int]], arms: int, seed: str) -> dict[str, int]:
    """Return the arm (0, 1, ...) of each contact, given its key and for how many days it is there.

    It depends on ``seed`` and the contacts alone, not on their order. Within a band of tenure arms
    differ by one contact at most.
    """
    bands: dict[int, list[str]] = defaultdict(list)
    for key, days in set(contacts):
        bands[sum(days > bound for bound in TENURE_BOUNDS)].append(key)
    found: dict[str, int] = {}
    dealt = 0
    for band in sorted(bands):
        for key in sorted(bands[band], key=lambda one: (_hash(seed, "contact", one), one)):
            found[key] = dealt % arms
            dealt += 1
    return found


def gets_message(message: str, often: float, most: float, seed: str) -> bool:
    """Tell whether an arm gets a message, given its frequency and that of the first arm.

    What an arm gets, all arms with a higher frequency get as well.
    """
    return _hash(seed, "message", message) < often / most * _WHOLE


def schedule(often: Sequence[float], days: int, seed: str) -> tuple[PlannedMessage, ...]:
    """Return the messages of a test of so many days, and which arms get each.

    The first arm gets all of them, spread evenly over the days (counted from 0); ``often`` is in
    messages per day, highest first.
    """
    most = often[0]
    return tuple(
        PlannedMessage(
            number,
            int((number - 1) / most),
            tuple(gets_message(str(number), one, most, seed) for one in often),
        )
        for number in range(1, round(most * days) + 1)
    )


def _hash(seed: str, kind: str, key: str) -> int:
    """Return a number in [0, 2**64) that nobody can choose."""
    digest = hashlib.sha256(f"{seed}\n{kind}\n{key}".encode()).digest()
    return int.from_bytes(digest[:8], "big")
