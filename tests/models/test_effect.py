"""What a reminder brought: nothing is counted twice, and nobody fails before the time is over."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.models.effect import DAY, WEEK, Moment, Watched, effect_of, uncovered, within
from desktop.models.frequency.rates import share_of
from desktop.models.records.effects import Within

NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)


def ago(**time: float) -> datetime:
    return NOON - timedelta(**time)


def moments(most_hours: int = 400) -> st.SearchStrategy[datetime]:
    return st.integers(-most_hours, 0).map(lambda hours: NOON + timedelta(hours=hours))


@st.composite
def fates(draw: st.DrawFn) -> Watched:
    since = draw(moments())
    later = st.none() | st.integers(0, 400).map(lambda hours: since + timedelta(hours=hours))
    return Watched(since, draw(later), draw(later), draw(st.integers(1, 5)))


@given(st.lists(fates(), max_size=30), st.sampled_from([DAY, WEEK]))
def test_that_everybody_is_in_one_group_alone(watched: list[Watched], span: timedelta) -> None:
    found = within(watched, span, NOON)
    assert found.total == sum(one.count for one in watched)
    assert 0 <= found.started <= found.over
    assert 0 <= found.open_started <= found.open


@given(st.lists(fates(), max_size=15), st.sampled_from([DAY, WEEK]), st.randoms())
def test_that_neither_order_nor_grouping_matters(
    watched: list[Watched], span: timedelta, random: Random
) -> None:
    alone = [replace(one, count=1) for one in watched for _ in range(one.count)]
    random.shuffle(alone)
    assert within(alone, span, NOON) == within(watched, span, NOON)


@given(st.lists(fates(), min_size=1, max_size=30))
def test_that_who_starts_within_a_day_starts_within_a_week(watched: list[Watched]) -> None:
    late = NOON + 2 * WEEK
    assert within(watched, DAY, late).started <= within(watched, WEEK, late).started


@given(st.lists(fates(), max_size=30), st.sampled_from([DAY, WEEK]), st.integers(0, 600))
def test_that_time_moves_people_only_from_open_to_over(
    watched: list[Watched], span: timedelta, hours: int
) -> None:
    sooner = within(watched, span, NOON)
    later = within(watched, span, NOON + timedelta(hours=hours))
    assert later.over >= sooner.over
    assert later.started >= sooner.started
    assert later.open <= sooner.open
    assert later.lost == sooner.lost


def test_that_who_is_still_watched_is_open_and_no_failure() -> None:
    watched = [
        Watched(ago(days=8)),
        Watched(ago(days=6), started_at=ago(days=5, hours=12)),
        Watched(ago(days=6), count=3),
    ]
    assert within(watched, DAY, NOON) == Within(DAY, over=5, started=1)
    assert within(watched, WEEK, NOON) == Within(WEEK, over=1, started=0, open=4, open_started=1)


@pytest.mark.parametrize(("hours", "started"), [(24.0, 1), (24.001, 0), (0.0, 1)])
def test_that_the_last_moment_of_the_span_is_in_time(hours: float, started: int) -> None:
    since = ago(days=30)
    one = Watched(since, started_at=since + timedelta(hours=hours))
    assert within([one], DAY, NOON).started == started


@pytest.mark.parametrize(
    ("started_h", "reminded_h", "kept"),
    [
        (None, 48, False),
        (72, 48, False),
        (24, 48, True),
        (48, 48, True),
        (None, 7 * 24 + 1, True),
        (None, 7 * 24, False),
    ],
)
def test_that_an_own_reminder_ends_the_watching(
    started_h: float | None, reminded_h: float, kept: bool
) -> None:
    since = ago(days=30)
    started = None if started_h is None else since + timedelta(hours=started_h)
    one = Watched(since, started, since + timedelta(hours=reminded_h))
    found = within([one], WEEK, NOON)
    assert (found.over, found.lost) == ((1, 0) if kept else (0, 1))


def test_that_the_effect_adds_up_and_has_wilsons_bounds() -> None:
    since = ago(days=20)
    soon = since + timedelta(hours=3)
    reminded = [Watched(since, started_at=soon, count=12), Watched(since, count=25)]
    others = [Watched(since, started_at=soon, count=1), Watched(since, count=39)]

    found = effect_of(since, 40, reminded, others, NOON)

    assert (found.since, found.sent, found.already) == (since, 40, 3)
    assert found.week.reminded.share == share_of(12, 37)
    assert found.week.others.share == share_of(1, 40)
    difference = found.week.difference
    assert difference is not None
    assert difference.low > 0
    assert difference.estimate == pytest.approx(12 / 37 - 1 / 40)


def test_that_without_anybody_to_compare_there_is_no_difference() -> None:
    found = effect_of(ago(days=20), 1, [Watched(ago(days=20))], [], NOON)
    assert found.week.others == Within(WEEK, 0, 0)
    assert (found.week.difference, found.week.others.share) == (None, None)


@st.composite
def windows(draw: st.DrawFn) -> Moment:
    at = draw(st.integers(0, 60))
    oldest = draw(st.integers(0, 30))
    youngest = draw(st.integers(0, oldest))
    day = [ago(days=60 - at + back) for back in (0, oldest, youngest)]
    return Moment(draw(st.integers(1, 99)), *day)


@given(st.lists(windows(), max_size=8), st.integers(-10, 95))
def test_that_each_sign_up_is_compared_once_and_with_the_first_that_it_fits(
    dispatches: list[Moment], days: int
) -> None:
    entered = ago(days=days)
    slots = [one for one in uncovered(dispatches) if one.entered_from <= entered <= one.entered_to]
    fitting = [one for one in dispatches if one.entered_from <= entered <= one.entered_to]
    assert len(slots) == min(len(fitting), 1)
    if slots:
        assert slots[0].at == min(one.at for one in fitting)
