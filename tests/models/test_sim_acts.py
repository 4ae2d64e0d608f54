"""What can be done about a number leads only where the life cycle goes."""

from __future__ import annotations

import pytest

from desktop.models.records.sims import SimMeaning
from desktop.models.sim import allowed_after
from desktop.models.sim_acts import SimAct, possible_acts
from desktop.models.states import SimStage

_STAGE = {
    SimMeaning.FREE: SimStage.IN_STOCK,
    SimMeaning.RESERVED: SimStage.RESERVED,
    SimMeaning.SENDS: SimStage.ACTIVE,
    SimMeaning.UNASSIGNED: SimStage.ACTIVE,
    SimMeaning.WARNED: SimStage.WARNED,
    SimMeaning.BLOCKED_OPEN: SimStage.BLOCKED,
    SimMeaning.BLOCKED_REPLACED: SimStage.BLOCKED,
    SimMeaning.BLOCKED_UNUSED: SimStage.BLOCKED,
    SimMeaning.OUT_OF_USE: SimStage.RETIRED,
}
_LEADS_TO = {
    SimAct.ASSIGN: SimStage.ACTIVE,
    SimAct.RESERVE: SimStage.RESERVED,
    SimAct.FREE: SimStage.IN_STOCK,
    SimAct.BLOCK: SimStage.BLOCKED,
    SimAct.WARN: SimStage.WARNED,
    SimAct.CALM: SimStage.ACTIVE,
    SimAct.RETIRE: SimStage.RETIRED,
}


@pytest.mark.parametrize("meaning", SimMeaning)
def test_that_no_act_is_offered_that_the_life_cycle_refuses(meaning: SimMeaning) -> None:
    for act in possible_acts(meaning):
        if act is not SimAct.REPLACE:
            assert _LEADS_TO[act] in allowed_after(_STAGE[meaning])


def test_that_a_block_can_be_taken_back_only_while_it_may() -> None:
    assert SimAct.CORRECT not in possible_acts(SimMeaning.BLOCKED_OPEN)
    assert possible_acts(SimMeaning.BLOCKED_OPEN, correctable=True) == (
        SimAct.REPLACE, SimAct.CORRECT,
    )  # fmt: skip
