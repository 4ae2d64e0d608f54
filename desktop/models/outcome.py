"""The life of one SMS, and the sums that must come out.

    next_state(state, news) -> SmsState                   # raises TransitionError
    imbalances(listed, excluded, recipients, states) -> tuple[Imbalance, ...]
    FINAL, OPEN, TAKEN, MAY_HAVE_LEFT                     # groups of states

What a gateway's answer means is its own business (``services.sending.gateways``); here stands what
may follow from it. An SMS whose outcome is not known is *unclear* and is never sent again by
itself: from there only a delivery report or a person leads on (rule 4 of ``domain.md``).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from desktop.errors import TransitionError
from desktop.models.states import SmsState

OPEN = frozenset({SmsState.QUEUED, SmsState.SENDING})
"""Something still has to happen to it."""

TAKEN = frozenset({SmsState.ACCEPTED, SmsState.DELIVERED, SmsState.UNDELIVERABLE})
"""The gateway has taken it."""

MAY_HAVE_LEFT = TAKEN | {SmsState.SENDING, SmsState.UNCLEAR}
"""It counts as a reminder: better one too few than one too many."""

FINAL = frozenset(SmsState) - OPEN - {SmsState.ACCEPTED, SmsState.UNCLEAR}
"""Nothing more is awaited."""


class SmsNews(StrEnum):
    """What one learns about an SMS."""

    CLAIMED = "claimed"
    """A sender takes it up; its request goes out next."""
    ACCEPTED = "accepted"
    """The gateway has taken it."""
    REFUSED = "refused"
    """The gateway has refused it for good, with a reason."""
    NOT_TAKEN = "not_taken"
    """It surely was not taken: no connection, or too fast. It waits for another try."""
    NO_ANSWER = "no_answer"
    """It may have been taken: the answer was lost, or the sender died in between."""
    DELIVERED = "delivered"
    """A delivery report, or a query by our own id."""
    UNDELIVERABLE = "undeliverable"
    """The same, to the contrary."""
    ON_ITS_WAY = "on_its_way"
    """A delivery report that is not the last: the network has the SMS."""
    CANCELLED = "cancelled"
    """The dispatch was stopped before its turn came."""
    EXCLUDED = "excluded"
    """The contact may no longer get it, found when its turn came."""
    JUDGED_SENT = "judged_sent"
    """A person decided: it was sent."""
    JUDGED_NOT_SENT = "judged_not_sent"
    """A person decided: it was not sent."""
    JUDGED_SEND_AGAIN = "judged_send_again"
    """A person decided: try once more, although it may arrive twice."""


_QUEUED, _SENDING, _UNCLEAR = SmsState.QUEUED, SmsState.SENDING, SmsState.UNCLEAR
_REPORTED_LAST = frozenset({SmsState.DELIVERED, SmsState.UNDELIVERABLE})
_REPORTABLE = frozenset(SmsState) - _REPORTED_LAST
"""Also what seemed not to have been taken: the network knows better."""

_NEXT: dict[tuple[SmsState, SmsNews], SmsState] = {
    (_QUEUED, SmsNews.CLAIMED): SmsState.SENDING,
    (_QUEUED, SmsNews.CANCELLED): SmsState.CANCELLED,
    (_QUEUED, SmsNews.EXCLUDED): SmsState.EXCLUDED,
    (_SENDING, SmsNews.ACCEPTED): SmsState.ACCEPTED,
    (_SENDING, SmsNews.REFUSED): SmsState.FAILED,
    (_SENDING, SmsNews.NOT_TAKEN): SmsState.QUEUED,
    (_SENDING, SmsNews.NO_ANSWER): SmsState.UNCLEAR,
    (_UNCLEAR, SmsNews.JUDGED_SENT): SmsState.ACCEPTED,
    (_UNCLEAR, SmsNews.JUDGED_NOT_SENT): SmsState.FAILED,
    (_UNCLEAR, SmsNews.JUDGED_SEND_AGAIN): SmsState.QUEUED,
    # A report may overtake the gateway's answer, and knows better than a person who judged.
    **{(state, SmsNews.DELIVERED): SmsState.DELIVERED for state in _REPORTABLE},
    **{(state, SmsNews.UNDELIVERABLE): SmsState.UNDELIVERABLE for state in _REPORTABLE},
    **{(state, SmsNews.ON_ITS_WAY): SmsState.ACCEPTED for state in _REPORTABLE},
}

_LATE = frozenset({SmsNews.ACCEPTED, SmsNews.NO_ANSWER, SmsNews.ON_ITS_WAY})
"""What is learnt after a report has overtaken it: it changes nothing any more."""

_REPORTED = {
    SmsState.ACCEPTED: SmsNews.ON_ITS_WAY,
    SmsState.DELIVERED: SmsNews.DELIVERED,
    SmsState.UNDELIVERABLE: SmsNews.UNDELIVERABLE,
}


def next_state(state: SmsState, news: SmsNews) -> SmsState:
    """Return the state of an SMS after some news of it.

    A report that comes twice, and an answer that a report has overtaken, change nothing.

    Raises:
        TransitionError: The news cannot be of an SMS in this state.
    """
    if state in _REPORTED and (news in _LATE or news is _REPORTED[state]):
        return state
    after = _NEXT.get((state, news))
    if after is None:
        raise TransitionError("sms", state.value, news.value)
    return after


class BalanceRule(StrEnum):
    """Sums that hold for every dispatch at every moment (rule 5 of ``domain.md``)."""

    LIST = "list"
    """Recipients and excluded are the list."""
    RECIPIENTS = "recipients"
    """The SMS of all states are the recipients."""


@dataclass(frozen=True, slots=True)
class Imbalance:
    """A sum that does not come out: ``found`` should be ``expected``."""

    rule: BalanceRule
    expected: int
    found: int


def imbalances(
    listed: int, excluded: int, recipients: int, states: Mapping[SmsState, int]
) -> tuple[Imbalance, ...]:
    """Return the sums of a dispatch that do not come out; none if its books are right."""
    sums = (
        Imbalance(BalanceRule.LIST, listed, recipients + excluded),
        Imbalance(BalanceRule.RECIPIENTS, recipients, sum(states.values())),
    )
    return tuple(each for each in sums if each.expected != each.found)
