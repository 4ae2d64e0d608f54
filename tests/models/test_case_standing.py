"""A case tells where it stands, and follows its dispatch from the release on."""

from __future__ import annotations

import pytest

from desktop.models.case_standing import case_standing
from desktop.models.states import CaseStanding, CaseState, DispatchState


@pytest.mark.parametrize(
    ("dispatch", "standing"),
    [
        (DispatchState.COUNTDOWN, CaseStanding.RELEASED),
        (DispatchState.SENDING, CaseStanding.SENDING),
        (DispatchState.PAUSED, CaseStanding.SENDING_PAUSED),
        (DispatchState.STOPPED, CaseStanding.STOPPED),
        (DispatchState.DONE, CaseStanding.SENT),
    ],
)
def test_that_a_released_case_stands_where_its_dispatch_is(
    dispatch: DispatchState, standing: CaseStanding
) -> None:
    assert case_standing(CaseState.SENDING, dispatch) is standing
    assert case_standing(CaseState.RELEASED, dispatch) is standing


@pytest.mark.parametrize("state", [CaseState.DONE, CaseState.ABANDONED, CaseState.PAUSED])
def test_that_a_case_that_was_put_away_stands_where_it_was_put(state: CaseState) -> None:
    assert case_standing(state, DispatchState.DONE) == state.value


@pytest.mark.parametrize("state", [CaseState.DONE, CaseState.ABANDONED])
def test_that_a_closed_case_with_a_date_waits_for_its_follow_up(state: CaseState) -> None:
    assert case_standing(state, None, is_due_once=True) is CaseStanding.FOLLOW_UP
    assert case_standing(CaseState.PAUSED, None, is_due_once=True) is CaseStanding.PAUSED


@pytest.mark.parametrize("state", CaseState)
def test_that_a_case_without_a_dispatch_stands_where_it_is(state: CaseState) -> None:
    assert case_standing(state, None) == state.value
