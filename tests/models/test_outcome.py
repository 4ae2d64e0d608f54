"""The life of one SMS: every pair of state and news, and sums that come out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.errors import TransitionError
from desktop.models.outcome import (
    FINAL,
    MAY_HAVE_LEFT,
    OPEN,
    TAKEN,
    BalanceRule,
    Imbalance,
    SmsNews,
    imbalances,
    next_state,
)
from desktop.models.states import SmsState

ALLOWED = """
queued         claimed          sending
queued         cancelled        cancelled
queued         excluded         excluded
sending        accepted         accepted
sending        refused          failed
sending        not_taken        queued
sending        no_answer        unclear
sending        delivered        delivered
sending        undeliverable    undeliverable
accepted       delivered        delivered
accepted       undeliverable    undeliverable
unclear        delivered        delivered
unclear        undeliverable    undeliverable
unclear        judged_sent      accepted
unclear        judged_not_sent  failed
unclear        judged_send_again queued
failed         delivered        delivered
failed         undeliverable    undeliverable
queued         delivered        delivered
queued         undeliverable    undeliverable
queued         on_its_way       accepted
sending        on_its_way       accepted
accepted       accepted         accepted
accepted       no_answer        accepted
accepted       on_its_way       accepted
unclear        on_its_way       accepted
failed         on_its_way       accepted
cancelled      delivered        delivered
cancelled      undeliverable    undeliverable
cancelled      on_its_way       accepted
excluded       delivered        delivered
excluded       undeliverable    undeliverable
excluded       on_its_way       accepted
delivered      on_its_way       delivered
undeliverable  on_its_way       undeliverable
delivered      accepted         delivered
delivered      no_answer        delivered
delivered      delivered        delivered
undeliverable  accepted         undeliverable
undeliverable  no_answer        undeliverable
undeliverable  undeliverable    undeliverable
"""
STEPS = {
    (SmsState(before), SmsNews(news)): SmsState(after)
    for before, news, after in (line.split() for line in ALLOWED.split("\n") if line)
}


@pytest.mark.parametrize("state", SmsState)
@pytest.mark.parametrize("news", SmsNews)
def test_that_exactly_the_steps_of_the_life_cycle_are_allowed(
    state: SmsState, news: SmsNews
) -> None:
    if (state, news) in STEPS:
        assert next_state(state, news) is STEPS[state, news]
    else:
        with pytest.raises(TransitionError):
            next_state(state, news)


_NOT_BY_A_PERSON = [news for news in SmsNews if news is not SmsNews.JUDGED_SEND_AGAIN]


@given(course=st.lists(st.sampled_from(_NOT_BY_A_PERSON), max_size=12))
def test_that_nothing_that_may_have_left_is_queued_again_by_itself(course: list[SmsNews]) -> None:
    state, unclear = SmsState.QUEUED, False
    for news in course:
        try:
            state = next_state(state, news)
        except TransitionError:
            continue
        unclear = unclear or state in MAY_HAVE_LEFT - {SmsState.SENDING}
        assert not (unclear and state in OPEN)


def test_that_every_state_is_open_or_awaited_or_final() -> None:
    awaited = {SmsState.ACCEPTED, SmsState.UNCLEAR}
    assert OPEN | awaited | FINAL == set(SmsState)
    assert not OPEN & FINAL
    assert TAKEN < MAY_HAVE_LEFT
    assert not MAY_HAVE_LEFT & {SmsState.QUEUED, SmsState.CANCELLED, SmsState.EXCLUDED}


@given(
    states=st.dictionaries(st.sampled_from(SmsState), st.integers(0, 1_000)),
    excluded=st.integers(0, 1_000),
)
def test_that_right_books_have_no_imbalance(states: dict[SmsState, int], excluded: int) -> None:
    recipients = sum(states.values())
    assert imbalances(recipients + excluded, excluded, recipients, states) == ()


def test_that_a_lost_recipient_is_noticed() -> None:
    states = {SmsState.ACCEPTED: 30, SmsState.UNCLEAR: 6}
    assert imbalances(310, 273, 37, states) == (Imbalance(BalanceRule.RECIPIENTS, 37, 36),)
    assert imbalances(311, 273, 36, states) == (Imbalance(BalanceRule.LIST, 311, 309),)
