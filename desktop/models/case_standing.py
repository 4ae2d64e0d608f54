"""Where a case stands, told from its own state and from that of its dispatch.

A case is *sending* from the first SMS until somebody wraps it up. That its dispatch ended
meanwhile is known to the dispatch alone: lists tell both as one word, so that nothing is called
sending that has ended.
"""

from __future__ import annotations

from desktop.models.states import CaseStanding, CaseState, DispatchState

_OF_DISPATCH = {
    DispatchState.COUNTDOWN: CaseStanding.RELEASED,
    DispatchState.SENDING: CaseStanding.SENDING,
    DispatchState.PAUSED: CaseStanding.SENDING_PAUSED,
    DispatchState.STOPPED: CaseStanding.STOPPED,
    DispatchState.DONE: CaseStanding.SENT,
}
_FOLLOWS_DISPATCH = (CaseState.RELEASED, CaseState.SENDING)


def case_standing(state: CaseState, dispatch: DispatchState | None) -> CaseStanding:
    """Return where a case stands whose newest dispatch, if it has one, is in ``dispatch``."""
    if dispatch is not None and state in _FOLLOWS_DISPATCH:
        return _OF_DISPATCH[dispatch]
    return CaseStanding(state.value)
