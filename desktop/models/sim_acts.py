"""What can be done about a sender number now, by what its state means; the likeliest act first.

possible_acts(meaning, correctable) -> tuple[SimAct, ...]
"""

from __future__ import annotations

from enum import StrEnum

from desktop.models.records.sims import SimMeaning


class SimAct(StrEnum):
    """An act on one number that a person can begin."""

    REPLACE = "replace"
    ASSIGN = "assign"
    RESERVE = "reserve"
    FREE = "free"
    BLOCK = "block"
    WARN = "warn"
    CALM = "calm"
    CORRECT = "correct"
    RETIRE = "retire"


_ACTS = {
    SimMeaning.FREE: (SimAct.ASSIGN, SimAct.RESERVE, SimAct.RETIRE),
    SimMeaning.RESERVED: (SimAct.ASSIGN, SimAct.FREE),
    SimMeaning.SENDS: (SimAct.BLOCK, SimAct.WARN, SimAct.RETIRE),
    SimMeaning.UNASSIGNED: (SimAct.BLOCK, SimAct.RETIRE),
    SimMeaning.WARNED: (SimAct.BLOCK, SimAct.CALM, SimAct.RETIRE),
    SimMeaning.BLOCKED_OPEN: (SimAct.REPLACE,),
    SimMeaning.BLOCKED_REPLACED: (SimAct.RETIRE,),
    SimMeaning.BLOCKED_UNUSED: (SimAct.RETIRE,),
    SimMeaning.OUT_OF_USE: (),
}


def possible_acts(meaning: SimMeaning, *, correctable: bool = False) -> tuple[SimAct, ...]:
    """Return the acts; a block that may still be taken back has that as its second one."""
    acts = _ACTS[meaning]
    return (*acts, SimAct.CORRECT) if correctable else acts
