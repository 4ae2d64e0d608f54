"""Contacts at risk and opt-outs of each day, from what happened to each contact.

    days_from(events, replaced, first, last) -> EventDays
    tenure_shares(seen, day, at_risk) -> Array | None

Only a contact's own stop is an opt-out. Whoever is suppressed, or was on a number that has been
replaced, is out of sight from that day on and counts no longer: neither as staying nor as leaving.
A contact is at risk from the day after its start.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from desktop.models.frequency.arrays import Array, Flags, Numbers
from desktop.models.frequency.rates import TENURE_BOUNDS


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
    """One entry for each day from the first to the last.

    ``tenure`` has a row for each day: how many of those at risk are in each band but the last of
    the time since their start (``rates.TENURE_BOUNDS``).
    """

    day: Numbers
    at_risk: Array
    opt_outs: Array
    new_starts: Array
    censored: Array
    tenure: Array


def days_from(events: Events, replaced: Numbers, first: int, last: int) -> EventDays:
    """Add up events by day; ``replaced`` are the days on which the number changed, in order."""
    spells = _spells(events, replaced, last)
    length = last - first + 1
    edges = [0, *TENURE_BOUNDS]
    bands = [
        _there(
            spells.begins + low + 1 - first,
            np.minimum(spells.begins + high, spells.ends),
            first,
            length,
        )
        for low, high in pairwise(edges)
    ]
    return EventDays(
        day=np.arange(first, last + 1),
        at_risk=_there(spells.begins + 1 - first, spells.ends, first, length),
        opt_outs=_counted(spells.ends[spells.left] - first, length),
        new_starts=_counted(spells.begins[spells.new] - first, length),
        censored=_counted(spells.ends[spells.lost] - first, length),
        tenure=np.column_stack(bands),
    )


def tenure_shares(seen: EventDays, day: Numbers, at_risk: Array) -> Array | None:
    """Return which share of the contacts of some days is in each band of tenure but the last.

    None where the events tell of other people than those ``at_risk``: an export of a list without
    its past does not say for how long its contacts have been there.
    """
    if not len(day) or day.min() < seen.day[0] or day.max() > seen.day[-1]:
        return None
    place = day - seen.day[0]
    known = seen.at_risk[place]
    close = np.abs(known - at_risk) <= _ALIKE * at_risk
    if np.average(close) < _MOSTLY:
        return None
    shares = seen.tenure[place] / np.maximum(known, 1.0)[:, None]
    return np.asarray(shares, dtype=np.float64)


_ALIKE, _MOSTLY = 0.1, 0.9
"""Days on which the two lists differ by less than a tenth have to be nine in ten."""


def _there(begins: Numbers, last_days: Numbers, first: int, length: int) -> Array:
    """Count who is there on each day, from places of first days to last days (both included)."""
    change = np.zeros(length + 1)
    ends = last_days + 1 - first
    some = begins < ends
    np.add.at(change, np.clip(begins[some], 0, length), 1)
    np.add.at(change, np.clip(ends[some], 0, length), -1)
    return np.asarray(np.cumsum(change)[:-1], dtype=np.float64)


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
