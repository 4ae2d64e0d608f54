"""How fast a million contacts are imported, beside the same rows put in bare.

The yardstick is ``sqlite3``'s own ``executemany`` of rows that are read and normal already, into
the same table in the same file: that is what the machine can do at best. Speeds are told as a
clock at the wall sees them; the shares are of processor time, so that whatever else the machine
does at the moment spoils no comparison.
"""

from __future__ import annotations

import csv
import random
import resource
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from desktop.models.records.importing import ImportTable
from desktop.services.importing.load import Importing
from desktop.services.storage.database import Database
from desktop.services.storage.engine_sqlite import prepare_connection
from desktop.services.storage.migrations import migrate

CONTACTS = 1_000_000
SERVICES = 20
SHARE_OF_BARE_SPEED = 0.2
MOST_MEMORY_MIB = 600

_PREFIXES = ("0660/{}", "+43 660 {}", "0043660{}", "+43660{}", "(0660) {}", "tel:+43-660-{}")
_COLUMNS = (
    "id, service_id, e164, reversed_digits, raw_phone, name, source, state, entered_at,"
    " started_at, started_on, stopped_at, reminders_sent"
)

pytestmark = pytest.mark.bench


@dataclass(slots=True)
class Taken:
    """How long something took, on the wall and of the processor."""

    wall_s: float = 0.0
    processor_s: float = 0.0


@contextmanager
def _stopwatch() -> Iterator[Taken]:
    taken = Taken()
    wall, processor = time.perf_counter(), time.process_time()
    yield taken
    taken.wall_s = time.perf_counter() - wall
    taken.processor_s = time.process_time() - processor


def _contacts() -> Iterator[tuple[int, str, str, str, datetime, datetime | None, datetime | None]]:
    """Yield service, spelling, E.164, name, and moments, the numbers in random order."""
    draw = random.Random(7)
    numbers = list(range(1_000_000, 1_000_000 + CONTACTS))
    draw.shuffle(numbers)
    begin = datetime(2025, 1, 1, 6)  # noqa: DTZ001 - the export has no offset either
    for at, number in enumerate(numbers):
        entered = begin + timedelta(seconds=draw.randrange(600 * 86_400))
        started = entered + timedelta(minutes=5) if draw.random() < 0.75 else None
        stopped = started + timedelta(days=30) if started and draw.random() < 0.4 else None
        spelling = _PREFIXES[at % len(_PREFIXES)].format(number)
        yield (
            draw.randrange(SERVICES),
            spelling,
            f"+43660{number}",
            f"Name {at % 5_000}",
            entered,
            started,
            stopped,
        )


def _write_export(folder: Path) -> None:
    folder.mkdir()
    with (folder / "customers.csv").open("w", newline="") as stream:
        csv.writer(stream).writerows([["customer_no", "name", "country"], ["K1", "Bakery", "AT"]])
    with (folder / "services.csv").open("w", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(["service_no", "customer_no", "name"])
        writer.writerows([f"D{number}", "K1", "News"] for number in range(SERVICES))
    with (folder / "contacts.csv").open("w", newline="") as stream:
        writer = csv.writer(stream, delimiter=";")
        writer.writerow(
            [
                "service_no",
                "phone",
                "name",
                "entered_at",
                "started_at",
                "started_on",
                "stopped_at",
                "source",
            ]
        )
        for service, spelling, _, name, entered, started, stopped in _contacts():
            writer.writerow(
                [
                    f"D{service}",
                    spelling,
                    name,
                    entered.isoformat(),
                    started.isoformat() if started else "",
                    "+436605550000" if started else "",
                    stopped.strftime("%d.%m.%Y %H:%M") if stopped else "",
                    "web",
                ]
            )


def _migrated(path: Path) -> Database:
    database = Database(f"sqlite:///{path}")
    migrate(database)
    return database


def _bare_rows() -> list[tuple[object, ...]]:
    rows: list[tuple[object, ...]] = []
    for at, (service, raw, e164, name, entered, started, stopped) in enumerate(_contacts(), 1):
        state = "unsubscribed" if stopped else "active" if started else "incomplete"
        rows.append(
            (
                at,
                service + 1,
                e164,
                e164[:0:-1],
                raw,
                name,
                "web",
                state,
                f"{entered}.000000",
                started and f"{started}.000000",
                "+436605550000" if started else None,
                stopped and f"{stopped}.000000",
                0,
            )
        )
    return rows


def _bare(path: Path, *, indexes: bool) -> Taken:
    _migrated(path).close()
    rows = _bare_rows()
    connection = sqlite3.connect(path)
    prepare_connection(connection, None)
    connection.execute("PRAGMA foreign_keys = OFF")
    if not indexes:
        names = connection.execute(
            "SELECT name FROM sqlite_master"
            " WHERE type = 'index' AND tbl_name = 'contacts' AND sql IS NOT NULL"
        ).fetchall()
        for (name,) in names:
            connection.execute(f"DROP INDEX {name}")
    marks = ", ".join("?" * len(rows[0]))
    with _stopwatch() as taken:
        connection.execute("BEGIN IMMEDIATE")
        connection.executemany(f"INSERT INTO contacts ({_COLUMNS}) VALUES ({marks})", rows)
        connection.execute("COMMIT")
    connection.close()
    return taken


def _import(database: Database, folder: Path) -> tuple[Taken, int]:
    with _stopwatch() as taken:
        report = Importing(database).run([folder], agent="bench", language="en")
    return taken, report.tables[ImportTable.CONTACTS].inserted


def test_that_an_import_reaches_a_fifth_of_the_bare_speed(tmp_path: Path) -> None:
    folder = tmp_path / "export"
    _write_export(folder)
    database = _migrated(tmp_path / "import.sqlite")

    first, inserted = _import(database, folder)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    second, inserted_again = _import(database, folder)
    database.close()
    with_indexes = _bare(tmp_path / "bare.sqlite", indexes=True)
    without = _bare(tmp_path / "naked.sqlite", indexes=False)

    print(f"\n{CONTACTS:,} contacts")
    for name, taken in (
        ("import", first),
        ("the same file again", second),
        ("bare, same indexes", with_indexes),
        ("bare, unique index only", without),
    ):
        print(f"  {name:<30}{CONTACTS / taken.wall_s:10,.0f} rows/s  {taken.wall_s:6.1f} s")
    share = with_indexes.processor_s / first.processor_s
    print(f"  {'import / bare':<30}{share:10.0%}")
    print(f"  {'without indexes':<30}{without.processor_s / first.processor_s:10.0%}")
    print(f"  {'memory at its highest':<30}{memory:10,.0f} MiB")
    assert (inserted, inserted_again) == (CONTACTS, 0)
    assert share >= SHARE_OF_BARE_SPEED
    assert memory < MOST_MEMORY_MIB
