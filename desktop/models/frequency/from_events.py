"""Contacts at risk and opt-outs of each day, from what happened to each contact.

    days_from(events, replaced, first, last) -> EventDays

Only a contact's own stop is an opt-out. Whoever is suppressed, or was on a number that has been
replaced, is out of sight from that day on and counts no longer: neither as staying nor as leaving.
A contact is at risk from the day after its start.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from desktop.models.frequency.arrays import Array, Flags, Numbers


@dataclass(frozen=True, slots=True, eq=False)
class Events:
    """Starts, stops and suppressions, sorted by contact and time.

    ``day`` counts local days from 0001-01-01. What neither ``starts`` nor ``stops`` is a
    suppression.
    """

    contact: Numbers
    day: Numbers
    starts: Flags
    stops: Flags


@dataclass(frozen=True, slots=True, eq=False)
class EventDays:
    """One entry for each day from the first to the last."""

    day: Numbers
    at_risk: Array
    opt_outs: Array
    new_starts: Array
    censored: Array


def days_from(events: Events, replaced: Numbers, first: int, last: int) -> EventDays:
    """Add up events by day; ``replaced`` are the days on which the number changed, in order."""
    spells = _spells(events, replaced, last)
    length = last - first + 1
    change = np.zeros(length + 1)
    np.add.at(change, np.clip(spells.begins + 1 - first, 0, length), 1)
    np.add.at(change, np.clip(spells.ends + 1 - first, 0, length), -1)
    return EventDays(
        day=np.arange(first, last + 1),
        at_risk=np.cumsum(change)[:-1],
        opt_outs=_counted(spells.ends[spells.left] - first, length),
        new_starts=_counted(spells.begins[spells.new] - first, length),
        censored=_counted(spells.ends[spells.lost] - first, length),
    )


@dataclass(frozen=True, slots=True, eq=False)
class _Spells:
    """Times that contacts were there, one for each start, which ends a spell that goes on.

    ``new``: nobody was there before; ``left``: it ended with an opt-out; ``lost``: it ended with
    something else that takes the contact out of sight. One that goes on ends after the last day.
    """

    begins: Numbers
    ends: Numbers
    new: Flags
    left: Flags
    lost: Flags


def _spells(events: Events, replaced: Numbers, last: int) -> _Spells:
    """Return the spells of all contacts."""
    before = np.flatnonzero(events.contact[1:] == events.contact[:-1])
    after = before + 1
    until = np.full(len(events.contact), last + 1, dtype=np.int64)
    until[before] = events.day[after]
    stops, goes_on = np.zeros(len(until), dtype=bool), np.zeros(len(until), dtype=bool)
    stops[before], goes_on[before] = events.stops[after], events.starts[after]
    cut = _next_change(events.day, replaced, last)
    replaced_first = cut < until
    there = np.zeros(len(until), dtype=bool)
    there[after] = events.starts[before] & ~replaced_first[before]
    ends = np.minimum(cut, until)
    left = events.starts & stops & ~replaced_first
    lost = events.starts & (ends <= last) & (replaced_first | ~(stops | goes_on))
    kept = events.starts
    return _Spells(events.day[kept], ends[kept], ~there[kept], left[kept], lost[kept])


def _next_change(begins: Numbers, replaced: Numbers, last: int) -> Numbers:
    """Return the first change of the number after each day; past the last day where none is."""
    changes = np.append(replaced, last + 1)
    return changes[np.minimum(np.searchsorted(replaced, begins, side="right"), len(replaced))]


def _counted(places: Numbers, length: int) -> Array:
    """Count places that lie among the days."""
    inside = places[(places >= 0) & (places < length)]
    return np.bincount(inside, minlength=length).astype(np.float64)
