"""What became of a change of number: the numbers, day by day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class ChangeDay:
    """How many were back, and how many had unsubscribed, at the end of a day since the change."""

    day: date
    back: int
    unsubscribed: int


@dataclass(frozen=True, slots=True)
class NumberTracker:
    """Old number -> new number, and where all whom it concerns stand now.

    back + unsubscribed + suppressed + silent = concerned. ``informed`` of all of them may have got
    an SMS; ``back_informed`` of those are back.
    """

    service_id: int
    old_number: str
    new_number: str
    lost_at: datetime
    replaced_at: datetime
    concerned: int
    informed: int
    back: int
    back_informed: int
    unsubscribed: int
    suppressed: int
    silent: int
    days: tuple[ChangeDay, ...]
