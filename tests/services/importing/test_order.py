"""The states of contacts do not hang on how their events are spread over files, or on the order."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.models.signup import ContactEvent, project
from desktop.models.states import ContactEventKind
from desktop.services.projections import wrong_contacts
from desktop.services.storage.database import Database
from tests.services.importing.books import run, states
from tests.services.importing.exports import (
    CONTACT_HEADER,
    NEXT_SENDER,
    SENDER,
    write_csv,
    write_export,
)

BEGIN = datetime(2026, 1, 10, 12, tzinfo=UTC)
ASSIGNED = datetime(2026, 1, 1, tzinfo=UTC)
_SPELLINGS = ("+43660555010{}", "0660 555 010{}", "0043 660/555010{}")

_hours = st.integers(0, 200)
_rows = st.tuples(
    st.integers(0, 2),
    st.sampled_from(_SPELLINGS),
    _hours,
    st.none() | _hours,
    st.none() | _hours,
)
Row = tuple[int, str, int, int | None, int | None]


def _moment(hours: int) -> datetime:
    return BEGIN + timedelta(hours=hours)


def _number(hours: int) -> str:
    """Return the number that received a start: one moment, one number."""
    return (SENDER, NEXT_SENDER, "")[hours % 3]


def _cells(row: Row) -> list[str]:
    contact, spelling, entered, started, stopped = row
    return [
        "D1",
        spelling.format(contact),
        "",
        _moment(entered).isoformat(),
        "" if started is None else _moment(started).isoformat(),
        "" if started is None else _number(started),
        "" if stopped is None else _moment(stopped).isoformat(),
    ]


def _events(row: Row) -> list[ContactEvent]:
    _, _, entered, started, stopped = row
    events = [ContactEvent(ContactEventKind.ENTERED, _moment(entered))]
    if started is not None:
        number = _number(started) or SENDER
        events.append(ContactEvent(ContactEventKind.STARTED, _moment(started), number))
    if stopped is not None:
        events.append(ContactEvent(ContactEventKind.STOPPED, _moment(stopped)))
    return events


@settings(max_examples=40)
@given(
    files=st.lists(st.lists(_rows, min_size=1, max_size=6), min_size=1, max_size=4),
    together=st.booleans(),
)
def test_that_any_split_and_order_of_the_same_events_gives_the_same_states(
    tmp_path_factory: pytest.TempPathFactory,
    migrated_sqlite: Path,
    files: list[list[Row]],
    together: bool,
) -> None:
    folder = tmp_path_factory.mktemp("order")
    shutil.copy(migrated_sqlite, folder / "desk.sqlite")
    database = Database(f"sqlite:///{folder / 'desk.sqlite'}")
    run(database, write_export(folder / "export"))
    paths = [
        write_csv(folder / f"{number}.csv", [CONTACT_HEADER, *map(_cells, rows)])
        for number, rows in enumerate(files)
    ]

    for group in [paths] if together else [[path] for path in paths]:
        run(database, *group)

    expected = {}
    for contact in range(3):
        events = [
            event for rows in files for row in rows if row[0] == contact for event in _events(row)
        ]
        if events:
            state = project(events, SENDER, ASSIGNED).state.value
            expected[f"D1 +43660555010{contact}"] = state
    assert states(database) == expected
    with database.read() as session:
        assert list(wrong_contacts(session)) == []
    database.close()
