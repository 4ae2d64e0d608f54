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
_CLOSED = (CaseState.DONE, CaseState.ABANDONED)


def case_standing(
    state: CaseState, dispatch: DispatchState | None, *, is_due_once: bool = False
) -> CaseStanding:
    """Return where a case stands whose newest dispatch, if it has one, is in ``dispatch``.

    ``is_due_once`` says that it has a date; that of a closed case is its follow-up.
    """
    if is_due_once and state in _CLOSED:
        return CaseStanding.FOLLOW_UP
    if dispatch is not None and state in _FOLLOWS_DISPATCH:
        return _OF_DISPATCH[dispatch]
    return CaseStanding(state.value)
