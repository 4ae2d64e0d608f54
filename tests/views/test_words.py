"""Every state, kind and reason of the domain has a word, and every state a shape."""

from __future__ import annotations

from enum import StrEnum

import pytest

from desktop.models import states
from desktop.views.words import heading, state_kind, word

# Nobody reads them: a verdict is told in whole sentences, a report by what came of its SMS,
# a case by where it stands.
UNSPOKEN = {
    states.ContactEventKind,
    states.NumberProblem,
    states.Verdict,
    states.ReportState,
    states.CaseState,
}
SHAPED = (
    states.ContactState,
    states.SimStatus,
    states.CaseStanding,
    states.VerificationResult,
    states.DispatchState,
    states.SmsState,
)
SPOKEN = [
    kind
    for kind in vars(states).values()
    if isinstance(kind, type)
    and issubclass(kind, StrEnum)
    and kind is not StrEnum
    and kind not in UNSPOKEN
]


@pytest.mark.parametrize("kind", SPOKEN)
def test_that_every_member_has_a_word(kind: type[StrEnum]) -> None:
    assert all(word(member) for member in kind)
    assert all(heading(member)[0].isupper() for member in kind)


@pytest.mark.parametrize("kind", SHAPED)
def test_that_every_state_has_a_shape(kind: type[StrEnum]) -> None:
    for member in kind:
        assert state_kind(member) is not None


def test_that_handed_to_the_gateway_does_not_look_like_delivered() -> None:
    accepted, delivered = states.SmsState.ACCEPTED, states.SmsState.DELIVERED
    assert state_kind(accepted) is not state_kind(delivered)
