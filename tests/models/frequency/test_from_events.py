"""Days from what happened to each contact."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from desktop.models.frequency.from_events import EventDays, Events, days_from, tenure_shares

START, STOP, SUPPRESS = 0, 1, 2
Happened = list[tuple[int, int, int]]


def days(happened: Happened, replaced: tuple[int, ...] = (), last: int = 20) -> EventDays:
    contact, day, kind = (
        (np.array(part, dtype=np.int64) for part in zip(*happened, strict=True))
        if happened
        else (np.array([], dtype=np.int64),) * 3
    )
    events = Events(contact, day, kind == START, kind == STOP)
    return days_from(events, np.array(replaced, dtype=np.int64), 0, last)


def test_that_a_contact_is_at_risk_from_the_day_after_its_start_to_its_stop() -> None:
    found = days([(1, 3, START), (1, 6, STOP)])
    assert np.flatnonzero(found.at_risk).tolist() == [4, 5, 6]
    assert np.flatnonzero(found.opt_outs).tolist() == [6]
    assert np.flatnonzero(found.new_starts).tolist() == [3]
    assert found.censored.sum() == 0


def test_that_suppression_and_a_replaced_number_are_no_opt_outs() -> None:
    found = days([(1, 3, START), (1, 6, SUPPRESS), (2, 3, START), (2, 12, STOP)], replaced=(9,))
    assert found.opt_outs.sum() == 0
    assert np.flatnonzero(found.censored).tolist() == [6, 9]
    assert found.at_risk[9] == 1
    assert found.at_risk[10:].sum() == 0


def test_that_a_start_on_the_new_number_counts_again() -> None:
    found = days([(1, 3, START), (1, 11, START), (1, 14, STOP)], replaced=(9,))
    assert np.flatnonzero(found.at_risk).tolist() == [*range(4, 10), 12, 13, 14]
    assert np.flatnonzero(found.opt_outs).tolist() == [14]
    assert found.new_starts.sum() == 2


def test_that_a_second_start_says_nothing_new() -> None:
    found = days([(1, 3, START), (1, 8, START), (1, 10, STOP)])
    assert found.at_risk.max() == 1
    assert found.at_risk.sum() == 7
    assert (found.new_starts.sum(), found.censored.sum()) == (1, 0)


def test_that_whoever_was_there_before_the_first_day_is_there() -> None:
    found = days([(1, -5, START), (2, -5, START), (2, -1, STOP)])
    assert found.at_risk.tolist() == [1.0] * 21
    assert found.opt_outs.sum() == found.new_starts.sum() == 0


def test_that_no_events_are_nobody() -> None:
    assert days([]).at_risk.tolist() == [0.0] * 21


@given(
    happened=st.lists(
        st.tuples(st.integers(0, 4), st.integers(0, 20), st.integers(0, 2)), max_size=30
    ),
    replaced=st.lists(st.integers(0, 20), max_size=2, unique=True),
)
def test_that_who_came_is_who_stayed_left_or_went_out_of_sight(
    happened: Happened, replaced: list[int]
) -> None:
    found = days(sorted(happened), tuple(sorted(replaced)))
    came = np.cumsum(found.new_starts - found.opt_outs - found.censored)
    assert found.at_risk[1:].tolist() == came[:-1].tolist()
    assert found.at_risk.min() >= 0
    assert np.all(found.opt_outs <= 5)


def test_that_it_is_known_for_how_long_contacts_have_been_there() -> None:
    found = days([(1, 0, START), (2, 5, START), (2, 9, STOP)], last=40)
    first, second = found.tenure[:, 0], found.tenure[:, 1]
    assert np.flatnonzero(first).tolist() == [1, 2, 3, 4, 5, 6, 7, 8, 9]
    assert first[6] == first[7] == 2
    assert np.flatnonzero(second).tolist() == list(range(8, 31))
    assert found.tenure[31:, 2].tolist() == [1.0] * 10
    assert (found.tenure.sum(axis=1) == found.at_risk).all()
    shares = tenure_shares(found, found.day[6:9], found.at_risk[6:9])
    assert shares is not None
    assert shares.tolist() == [[1, 0, 0], [1, 0, 0], [0.5, 0.5, 0]]


def test_that_events_of_other_people_say_nothing_of_tenure() -> None:
    found = days([(1, 0, START)], last=40)
    assert tenure_shares(found, found.day, found.at_risk * 3) is None
    assert tenure_shares(found, found.day + 5, found.at_risk) is None
