"""What the rows of one contact say: its events, and how the person is called."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from desktop.models.states import ContactEventKind
from desktop.services.importing.rows import ContactRow
from desktop.services.sender_numbers import EventTuple

_ENTERED = ContactEventKind.ENTERED
_STARTED = ContactEventKind.STARTED
_STOPPED = ContactEventKind.STOPPED

_NAME: Final = 4
_SOURCE_OF_ROW: Final = 5
_ENTERED_AT: Final = 6

Event = EventTuple[str]


def merged_events(
    known: Sequence[Event], rows: Sequence[ContactRow]
) -> tuple[list[Event], list[bool]]:
    """Return all events, the new ones last, and for each row whether it brought any."""
    if not known and len(rows) == 1:
        return _events_in(rows[0]), [True]
    events = list(known)
    there = {(kind, at) for kind, at, _ in known}
    news = []
    for row in rows:
        before = len(events)
        for event in _events_in(row):
            if event[:2] not in there:
                there.add(event[:2])
                events.append(event)
        news.append(len(events) > before)
    return events, news


def _events_in(row: ContactRow) -> list[Event]:
    *_, entered, started, started_on, stopped = row
    events: list[Event] = [(_ENTERED, entered, None)]
    if started:
        events.append((_STARTED, started, started_on))
    if stopped:
        events.append((_STOPPED, stopped, None))
    return events


def naming(rows: Sequence[ContactRow]) -> tuple[str, str, int]:
    """Return name and source of the latest sign-up that has a name, and its place."""
    at = 0
    if len(rows) > 1:
        at = max(
            range(len(rows)), key=lambda at: (bool(rows[at][_NAME]), rows[at][_ENTERED_AT], at)
        )
    return rows[at][_NAME], rows[at][_SOURCE_OF_ROW], at
