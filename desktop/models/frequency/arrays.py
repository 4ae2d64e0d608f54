"""Days of services as arrays, which is what the estimates work on.

    days_of(days) -> Days                       # from records, one service
    frequencies(days) -> Array                  # messages per day, in the seven days before each
    messages(days) -> Numbers                   # which message a day belongs to

A message moves all contacts at once, so two days under one message are no two witnesses: what is
counted as independent is the *message* (a send day and the days up to the next one), not the
contact and not the day.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from desktop.models.frequency.rates import WINDOW_DAYS, DayTraffic

Array: TypeAlias = NDArray[np.float64]
Numbers: TypeAlias = NDArray[np.int64]
Flags: TypeAlias = NDArray[np.bool_]

_DIGITS = 9
"""Frequencies are sums divided by seven: what lies behind these digits is noise of the sum."""


@dataclass(frozen=True, slots=True, eq=False)
class Days:
    """Days of one service or of many, sorted by service and day, one entry each.

    ``day`` counts days from 0001-01-01 (``date.toordinal``); ``sent`` is what each contact at risk
    got that day; ``read`` and ``clicked`` are not-a-number where nobody counted them.
    """

    service: Numbers
    day: Numbers
    at_risk: Array
    sent: Array
    opt_outs: Array
    read: Array
    clicked: Array

    def __len__(self) -> int:
        return len(self.day)

    def only(self, flags: Flags | Numbers) -> Days:
        """Return the days that are flagged or numbered."""
        return Days(
            self.service[flags],
            self.day[flags],
            self.at_risk[flags],
            self.sent[flags],
            self.opt_outs[flags],
            self.read[flags],
            self.clicked[flags],
        )


def days_of(days: Sequence[DayTraffic]) -> Days:
    """Return records of one service as arrays, in order of time; reads and clicks are unknown."""
    ordered = sorted(days, key=lambda one: one.day)
    unknown = np.full(len(ordered), np.nan)
    return Days(
        service=np.zeros(len(ordered), dtype=np.int64),
        day=np.array([one.day.toordinal() for one in ordered], dtype=np.int64),
        at_risk=np.array([one.contacts_at_risk for one in ordered], dtype=np.float64),
        sent=np.array([one.messages_sent for one in ordered], dtype=np.float64),
        opt_outs=np.array([one.opt_outs for one in ordered], dtype=np.float64),
        read=unknown,
        clicked=unknown,
    )


def frequencies(days: Days) -> Array:
    """Return messages per day in the seven days before each day; not-a-number where unknown.

    It is unknown where one of the seven days is not in the data.
    """
    found = np.full(len(days), np.nan)
    if len(days) <= WINDOW_DAYS:
        return found
    total = np.concatenate([[0.0], np.cumsum(days.sent)])
    before = (total[WINDOW_DAYS:-1] - total[: -WINDOW_DAYS - 1]) / WINDOW_DAYS
    whole = (days.day[WINDOW_DAYS:] - days.day[:-WINDOW_DAYS] == WINDOW_DAYS) & (
        days.service[WINDOW_DAYS:] == days.service[:-WINDOW_DAYS]
    )
    found[WINDOW_DAYS:][whole] = np.round(before[whole], _DIGITS)
    return found


def messages(days: Days) -> Numbers:
    """Return a number for each day that is the same for all days under one message.

    A day belongs to the last send day up to it. Seven days after a send day its message is over,
    and each further week without a message counts by itself.
    """
    begins = (days.sent > 0) | _first_of_each(days.service)
    place = np.arange(len(days))
    start = np.maximum.accumulate(np.where(begins, place, 0))
    weeks = (days.day - days.day[start]) // WINDOW_DAYS if len(days) else days.day
    changes = np.ones(len(days), dtype=bool)
    changes[1:] = (np.diff(start) != 0) | (np.diff(weeks) != 0)
    return np.cumsum(changes) - 1


def countable(days: Days, often: Array) -> Flags:
    """Tell for each day whether somebody could leave on it and its frequency is known."""
    return (days.at_risk > 0) & ~np.isnan(often)


def _first_of_each(service: Numbers) -> Flags:
    """Flag the first entry of each service."""
    first = np.ones(len(service), dtype=bool)
    first[1:] = service[1:] != service[:-1]
    return first
