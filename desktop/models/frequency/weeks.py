"""Adds the days of one service up to weeks, apart from those after a number change.

A new number begins with a list of its own that fills up again: what happens then says little about
the frequency, so those days are a group by themselves.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import groupby

from desktop.models.frequency.rates import (
    WINDOW_DAYS,
    DayTraffic,
    share_lost,
    trailing_frequencies,
)
from desktop.models.records.traffic import DayFigures, NumberChange, Tally, Week

LEFT_OUT_DAYS = 30


def weeks(
    days: Sequence[DayTraffic], changes: Iterable[NumberChange], period_days: int
) -> list[Week]:
    """Return the weeks of ``days`` (in order of time), those left out apart."""
    changes = tuple(changes)
    before = dict(zip((one.day for one in days), trailing_frequencies(days), strict=True))
    found = []
    for (_, left_out), group in groupby(days, lambda one: _part(one.day, changes)):
        inside = list(group)
        frequency = _weighted([(before[one.day], one.contacts_at_risk) for one in inside])
        found.append(Week(tally(inside, period_days), frequency, left_out))
    return found


def tally(days: Sequence[DayTraffic], period_days: int) -> Tally:
    """Add up one day or more."""
    opt_outs = sum(one.opt_outs for one in days)
    contact_days = sum(one.contacts_at_risk for one in days)
    return Tally(
        first_day=days[0].day,
        last_day=days[-1].day,
        sent_per_day=sum(one.messages_sent for one in days) / len(days),
        opt_outs=opt_outs,
        contact_days=contact_days,
        send_days=sum(one.messages_sent > 0 for one in days),
        rate=share_lost(opt_outs, contact_days, period_days) if contact_days else None,
        read=_share_of_sent([(one, one.read) for one in days]),
        clicked=_share_of_sent([(one, one.clicked) for one in days]),
    )


def figures(days: Sequence[DayTraffic]) -> tuple[DayFigures, ...]:
    """Return the days, each with the frequency before it."""
    return tuple(
        DayFigures(
            one.day,
            one.contacts_at_risk,
            one.messages_sent,
            often,
            one.opt_outs,
            one.read,
            one.clicked,
        )
        for one, often in zip(days, trailing_frequencies(days), strict=True)
    )


def is_left_out(day: date, changes: Iterable[NumberChange]) -> bool:
    """Tell whether ``day`` lies in the time after a number change that does not count."""
    return any(change.day <= day <= change.left_out_until for change in changes)


def number_change(day: date, number: str) -> NumberChange:
    """Return the change to ``number`` on ``day`` with the time after it that does not count."""
    return NumberChange(day, number, day + timedelta(days=LEFT_OUT_DAYS - 1))


def messages_per_day(days: Sequence[DayTraffic]) -> float:
    """Return what each contact was sent a day, over those of the last seven days with data."""
    if not days:
        return 0.0
    first = days[-1].day - timedelta(days=WINDOW_DAYS - 1)
    sent = [one.messages_sent for one in days if one.day >= first]
    return sum(sent) / len(sent)


def _share_of_sent(days: Iterable[tuple[DayTraffic, int | None]]) -> float | None:
    """Return which share of the messages was counted, over the days on which somebody counted."""
    known = [(one.contacts_at_risk * one.messages_sent, n) for one, n in days if n is not None]
    sent = sum(messages for messages, _ in known)
    return sum(counted for _, counted in known) / sent if sent else None


def _part(day: date, changes: Iterable[NumberChange]) -> tuple[date, bool]:
    """Return what a day is grouped by: the Monday of its week, and whether it is left out."""
    return day - timedelta(days=day.weekday()), is_left_out(day, changes)


def _weighted(frequencies: Iterable[tuple[float | None, int]]) -> float | None:
    """Return the mean of the known frequencies, weighted with contacts; None without any."""
    known = [(often, contacts) for often, contacts in frequencies if often is not None]
    contact_days = sum(contacts for _, contacts in known)
    if not contact_days:
        return None
    return sum(often * contacts for often, contacts in known) / contact_days
