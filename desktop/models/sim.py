"""The life cycle of a SIM card, and the digits that it is known by.

    stage_of(status, reserved=False) -> SimStage
    check_transition(before, after, correction=None) -> SimStep    # raises TransitionError
    allowed_after(stage) -> frozenset[SimStage]                    # without a correction
    may_become(before, after) -> bool        # whether a report contradicts what the books know
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
from desktop.models.states import SimStage, SimStatus

CORRECTION_H = 24

_ICCID_LENGTHS = (19, 20)
_TELECOM = "89"
"""Major industry identifier of telecommunication cards (ITU-T E.118)."""


class SimStep(StrEnum):
    """What is done to a sender number."""

    ADD = "add"
    """It came into stock."""
    RESERVE = "reserve"
    FREE = "free"
    """The reservation is given up."""
    ASSIGN = "assign"
    WARN = "warn"
    CALM = "calm"
    """The warning is over."""
    BLOCK = "block"
    RETIRE = "retire"
    CORRECT = "correct"
    """The block had been entered by mistake."""
    SETTLE = "settle"
    """A person decided that a report is right which contradicted the books."""


_STEPS = {
    (SimStage.IN_STOCK, SimStage.RESERVED): SimStep.RESERVE,
    (SimStage.IN_STOCK, SimStage.ACTIVE): SimStep.ASSIGN,
    (SimStage.IN_STOCK, SimStage.RETIRED): SimStep.RETIRE,
    (SimStage.RESERVED, SimStage.IN_STOCK): SimStep.FREE,
    (SimStage.RESERVED, SimStage.ACTIVE): SimStep.ASSIGN,
    (SimStage.ACTIVE, SimStage.WARNED): SimStep.WARN,
    (SimStage.ACTIVE, SimStage.BLOCKED): SimStep.BLOCK,
    (SimStage.ACTIVE, SimStage.RETIRED): SimStep.RETIRE,
    (SimStage.WARNED, SimStage.ACTIVE): SimStep.CALM,
    (SimStage.WARNED, SimStage.BLOCKED): SimStep.BLOCK,
    (SimStage.WARNED, SimStage.RETIRED): SimStep.RETIRE,
    (SimStage.BLOCKED, SimStage.RETIRED): SimStep.RETIRE,
}
_CORRECTED = frozenset({SimStage.ACTIVE, SimStage.WARNED})

_MAY_BECOME = {
    SimStatus.IN_STOCK: frozenset(SimStatus),
    SimStatus.ACTIVE: frozenset(
        {SimStatus.ACTIVE, SimStatus.WARNED, SimStatus.BLOCKED, SimStatus.RETIRED}
    ),
    SimStatus.WARNED: frozenset(
        {SimStatus.ACTIVE, SimStatus.WARNED, SimStatus.BLOCKED, SimStatus.RETIRED}
    ),
    SimStatus.BLOCKED: frozenset({SimStatus.BLOCKED, SimStatus.RETIRED}),
    SimStatus.RETIRED: frozenset({SimStatus.RETIRED}),
}
"""What a later report may say without contradicting the books: any number of steps ahead."""

_GRAVITY = {SimStatus.ACTIVE: 0, SimStatus.WARNED: 1, SimStatus.BLOCKED: 2}


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


def stage_of(status: SimStatus, *, reserved: bool = False) -> SimStage:
    """Return where a number stands for a person."""
    if reserved and status is SimStatus.IN_STOCK:
        return SimStage.RESERVED
    return SimStage(status.value)


def check_transition(
    before: SimStage, after: SimStage, correction: BlockCorrection | None = None
) -> SimStep:
    """Return the step that leads from one stage to another.

    Raises:
        TransitionError: There is none, or the correction of a block is not allowed.
    """
    step = _STEPS.get((before, after))
    if step is not None:
        return step
    takes_back = before is SimStage.BLOCKED and after in _CORRECTED
    if takes_back and correction is not None and correction.allowed:
        return SimStep.CORRECT
    raise TransitionError("sim", before.value, after.value)


def allowed_after(stage: SimStage) -> frozenset[SimStage]:
    """Return what may come next, corrections aside."""
    return frozenset(after for before, after in _STEPS if before is stage)


def may_become(before: SimStatus, after: SimStatus) -> bool:
    """Tell whether a later report of ``after`` fits to what the books know, steps left out."""
    return after in _MAY_BECOME[before]


def is_worse(before: SimStatus | None, after: SimStatus) -> bool:
    """Tell whether a number got worse: warned, or blocked. What was not known before did not."""
    if before is None:
        return False
    return _GRAVITY.get(before, 0) < _GRAVITY.get(after, 0)


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
