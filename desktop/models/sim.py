"""The life cycle of a SIM card, and the digits that it is known by.

    check_transition(before, after, correction=None) -> SimStep    # raises TransitionError
    allowed_after(status) -> frozenset[SimStatus]                  # without a correction
    tidy_iccid(text) -> str
    iccid_problem(iccid) -> IccidProblem | None

A blocked SIM is replaced, never unblocked (the provider's FAQ); only a block that was entered by
mistake can be taken back, by a supervisor, with a reason, within 24 hours (``domain.md``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from desktop.errors import TransitionError
from desktop.models.states import SimStatus

CORRECTION_H = 24

_ICCID_LENGTHS = (19, 20)
_TELECOM = "89"
"""Major industry identifier of telecommunication cards (ITU-T E.118)."""


class SimStep(StrEnum):
    """What is done to a SIM card."""

    ASSIGN = "assign"
    WARN = "warn"
    CALM = "calm"
    """The warning is over."""
    BLOCK = "block"
    RETIRE = "retire"
    CORRECT = "correct"
    """The block had been entered by mistake."""


_STEPS = {
    (SimStatus.IN_STOCK, SimStatus.ACTIVE): SimStep.ASSIGN,
    (SimStatus.IN_STOCK, SimStatus.RETIRED): SimStep.RETIRE,
    (SimStatus.ACTIVE, SimStatus.WARNED): SimStep.WARN,
    (SimStatus.ACTIVE, SimStatus.BLOCKED): SimStep.BLOCK,
    (SimStatus.ACTIVE, SimStatus.RETIRED): SimStep.RETIRE,
    (SimStatus.WARNED, SimStatus.ACTIVE): SimStep.CALM,
    (SimStatus.WARNED, SimStatus.BLOCKED): SimStep.BLOCK,
    (SimStatus.WARNED, SimStatus.RETIRED): SimStep.RETIRE,
    (SimStatus.BLOCKED, SimStatus.RETIRED): SimStep.RETIRE,
}
_CORRECTED = frozenset({SimStatus.ACTIVE, SimStatus.WARNED})


@dataclass(frozen=True, slots=True)
class BlockCorrection:
    """Who takes a block back, why, and when. ``blocked_at`` is when it was entered."""

    by_supervisor: bool
    reason: str
    blocked_at: datetime
    now: datetime

    @property
    def allowed(self) -> bool:
        """Whether this is a supervisor with a reason, in time."""
        since = self.now - self.blocked_at
        in_time = timedelta(0) <= since <= timedelta(hours=CORRECTION_H)
        return self.by_supervisor and bool(self.reason.strip()) and in_time


class IccidProblem(StrEnum):
    """Why a text is not the number of a SIM card."""

    NOT_DIGITS = "not_digits"
    LENGTH = "length"
    NO_SIM = "no_sim"
    CHECK_DIGIT = "check_digit"


def check_transition(
    before: SimStatus, after: SimStatus, correction: BlockCorrection | None = None
) -> SimStep:
    """Return the step that leads from one status to another.

    Raises:
        TransitionError: There is none, or the correction of a block is not allowed.
    """
    step = _STEPS.get((before, after))
    if step is not None:
        return step
    takes_back = before is SimStatus.BLOCKED and after in _CORRECTED
    if takes_back and correction is not None and correction.allowed:
        return SimStep.CORRECT
    raise TransitionError("sim", before.value, after.value)


def allowed_after(status: SimStatus) -> frozenset[SimStatus]:
    """Return what may come next, corrections aside."""
    return frozenset(after for before, after in _STEPS if before is status)


def tidy_iccid(text: str) -> str:
    """Return an ICCID without the spaces, dashes and filler that it is printed or stored with."""
    return re.sub(r"[\s\u200e\u00a0-]", "", text).upper().removesuffix("F")


def iccid_problem(iccid: str) -> IccidProblem | None:
    """Return what is wrong with a tidy ICCID: 19 or 20 digits, 89 in front, Luhn at the end."""
    if not re.fullmatch(r"[0-9]+", iccid):
        return IccidProblem.NOT_DIGITS
    if len(iccid) not in _ICCID_LENGTHS:
        return IccidProblem.LENGTH
    if not iccid.startswith(_TELECOM):
        return IccidProblem.NO_SIM
    return None if _luhn_sum(iccid) % 10 == 0 else IccidProblem.CHECK_DIGIT


def _luhn_sum(digits: str) -> int:
    """Return the sum of Luhn's method, check digit included."""
    doubled = {0: 0, 1: 2, 2: 4, 3: 6, 4: 8, 5: 1, 6: 3, 7: 5, 8: 7, 9: 9}
    values = [int(digit) for digit in reversed(digits)]
    return sum(values[::2]) + sum(doubled[value] for value in values[1::2])
