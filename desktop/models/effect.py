"""How many sign-ups start soon after a moment, with a reminder at that moment or without one.

    within(watched, span, now) -> Within
    effect_of(since, sent, reminded, others, now) -> ReminderEffect
    uncovered(moments) -> tuple[Slot, ...]         # whom each moment is compared with, once each

*Reminded* is watched from the moment its SMS left, whether it was delivered or not: nobody tried
the numbers of the others either. *Comparable* is a sign-up

- of the same service, with a mobile number of a country that reminders go to,
- that was incomplete at the moment of the dispatch's first SMS,
- entered no earlier than the oldest and no later than the youngest of those reminded then,
- without a reminder up to then, and without one of this dispatch.

Each counts once: at the first dispatch that it can be compared with. When it gets a reminder
later, it is watched no longer; that leaves out some who had not started yet, so the share of the
others comes out rather too high and the difference rather too small.

What it cannot tell: nobody drew lots. Who got no reminder was left out by somebody, came too late
for a dispatch that was stopped, or could get no SMS that day; they may differ from the others in
more than that. A difference is what was seen, its cause is not proved.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from desktop.models.records.effects import Compared, ReminderEffect, Within

DAY, WEEK = timedelta(hours=24), timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Watched:
    """``count`` sign-ups with the same fate, watched from ``since`` on.

    ``started_at`` is the first start after that, ``reminded_at`` the first reminder after it; None
    where there was none.
    """

    since: datetime
    started_at: datetime | None = None
    reminded_at: datetime | None = None
    count: int = 1


@dataclass(frozen=True, slots=True)
class Moment:
    """The first SMS of a dispatch, and when the oldest and the youngest reminded were entered."""

    dispatch_id: int
    at: datetime
    entered_from: datetime
    entered_to: datetime


@dataclass(frozen=True, slots=True)
class Slot:
    """Sign-ups entered between two moments (both included) are compared with this dispatch."""

    dispatch_id: int
    at: datetime
    entered_from: datetime
    entered_to: datetime


def within(watched: Iterable[Watched], span: timedelta, now: datetime) -> Within:
    """Count what became of sign-ups within ``span`` of the moment of each, as is known at ``now``.

    A start at the last moment of the span is in time.
    """
    over = started = open_ = open_started = lost = 0
    for one in watched:
        ends_at = one.since + span
        in_time = one.started_at is not None and one.started_at <= min(ends_at, now)
        if _is_lost(one, ends_at):
            lost += one.count
        elif ends_at > now:
            open_ += one.count
            open_started += one.count * in_time
        else:
            over += one.count
            started += one.count * in_time
    return Within(span, over, started, open_, open_started, lost)


def effect_of(
    since: datetime,
    sent: int,
    reminded: Sequence[Watched],
    others: Sequence[Watched],
    now: datetime,
) -> ReminderEffect:
    """Return what ``sent`` reminders brought from ``since`` on, beside ``others`` without one."""
    day, week = (
        Compared(within(reminded, span, now), within(others, span, now)) for span in (DAY, WEEK)
    )
    already = sent - day.reminded.total
    return ReminderEffect(since, sent, already, day, week)


def uncovered(moments: Iterable[Moment]) -> tuple[Slot, ...]:
    """Return which sign-ups are compared with which dispatch, by when they were entered.

    No two slots share a moment. A sign-up that is comparable at one dispatch was so at each
    earlier one whose window it lies in; so it belongs to the first of them.
    """
    slots: list[Slot] = []
    for one in sorted(moments, key=lambda moment: (moment.at, moment.dispatch_id)):
        free = [(one.entered_from, one.entered_to)]
        for taken in slots:
            free = [part for span in free for part in _without(span, taken)]
        slots += [Slot(one.dispatch_id, one.at, low, high) for low, high in free]
    return tuple(slots)


_TICK = timedelta(microseconds=1)
"""Moments are kept to the microsecond; both ends of a slot belong to it."""


def _without(span: tuple[datetime, datetime], taken: Slot) -> list[tuple[datetime, datetime]]:
    """Return what is left of a span."""
    low, high = span
    if taken.entered_to < low or taken.entered_from > high:
        return [span]
    before, after = (low, taken.entered_from - _TICK), (taken.entered_to + _TICK, high)
    return [part for part in (before, after) if part[0] <= part[1]]


def _is_lost(one: Watched, ends_at: datetime) -> bool:
    """Tell whether a reminder of its own came before the end of the span and before any start."""
    if one.reminded_at is None or one.reminded_at > ends_at:
        return False
    return one.started_at is None or one.started_at > one.reminded_at
