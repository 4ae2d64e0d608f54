"""Copies a SQLite database while it is in use, and tells what a file holds."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Event

from sqlalchemy import create_engine
from sqlalchemy.orm import Session
from sqlalchemy.pool import StaticPool

from desktop.errors import (
    CancelledError,
    DatabaseDamagedError,
    DatabaseTooNewError,
    FileUnreadableError,
    InvalidValueError,
)
from desktop.models.records.backup import DatabaseFacts
from desktop.services.backup.failures import BackupNotWholeError
from desktop.services.storage import audit
from desktop.services.storage.migrations import knows_revision

Report = Callable[[float], None]
"""Told how far the work is, 0 to 1."""

COMPANIONS = ("-wal", "-shm", "-journal")
"""What SQLite keeps beside a file while it writes."""

_COUNT = 'SELECT count(*) FROM "{}"'
_PAGES_AT_ONCE = 4_096
_MOST_RESTARTS = 3
_WAIT_S = 10.0
_COPIED = 0.6
"""So much of the time goes into copying, the rest into looking through the copy."""


class _RestartedError(Exception):
    """The database changed so often that its copy began anew and anew."""


def copy_whole(source: Path, target: Path, report: Report, stop: Event) -> None:
    """Copy the database as it is at one moment; others go on working on it.

    It begins anew where somebody writes meanwhile; after a few times, writers wait until it is
    done.

    Raises:
        CancelledError: ``stop`` was set.
        sqlite3.Error: the source cannot be read or the target not written.

    """
    with closing(_opened(source)) as read, closing(sqlite3.connect(target)) as written:
        try:
            _copy(read, written, report, stop, _MOST_RESTARTS)
        except _RestartedError:
            read.execute("BEGIN")
            read.execute("SELECT count(*) FROM sqlite_master").fetchone()
            _copy(read, written, report, stop, None)
        written.execute("PRAGMA journal_mode = DELETE")  # one file, nothing beside it
    descriptor = os.open(target, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _copy(
    read: sqlite3.Connection,
    written: sqlite3.Connection,
    report: Report,
    stop: Event,
    most_restarts: int | None,
) -> None:
    left_before: int | None = None
    restarts = 0

    def progress(_status: int, left: int, pages: int) -> None:
        nonlocal left_before, restarts
        if stop.is_set():
            raise CancelledError
        restarts += left_before is not None and left > left_before
        if most_restarts is not None and restarts > most_restarts:
            raise _RestartedError
        left_before = left
        report(_COPIED * (1 - left / pages) if pages else _COPIED)

    read.backup(written, pages=_PAGES_AT_ONCE, progress=progress, sleep=0.05)


def facts_of(path: Path, report: Report, stop: Event) -> DatabaseFacts:
    """Look through a file that nobody writes to: is it whole, is it ours, what does it hold.

    Raises:
        FileUnreadableError: there is no such file.
        DatabaseDamagedError: it is no database, or its pages contradict each other.
        InvalidValueError: another program made it.
        DatabaseTooNewError: a newer program made it.
        CancelledError: ``stop`` was set.

    """
    if not path.is_file():
        raise FileUnreadableError(str(path), "no such file")
    try:
        with closing(_opened(path)) as connection:
            connection.set_progress_handler(lambda: int(stop.is_set()), 10_000)
            revision = _revision(connection, path)
            report(_COPIED)
            found = str(connection.execute("PRAGMA integrity_check(1)").fetchone()[0])
            if found != "ok":
                raise DatabaseDamagedError(str(path), found)
            rows = rows_by_table(connection)
        report(0.8)
        with _session(path) as session:
            breaks = len(audit.verify(session).breaks)
    except sqlite3.Error as error:
        if stop.is_set():
            raise CancelledError from error
        raise DatabaseDamagedError(str(path), str(error)) from error
    report(1.0)
    return DatabaseFacts(revision, rows, breaks)


def rows_by_table(connection: sqlite3.Connection) -> dict[str, int]:
    """Return how many rows each table has."""
    names = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%'"
        " ESCAPE '\\' ORDER BY name"
    )
    return {
        name: int(connection.execute(_COUNT.format(name)).fetchone()[0])
        for (name,) in names.fetchall()
    }


def compare(source: Path, facts: DatabaseFacts, changes: list[tuple[str, int]]) -> None:
    """Hold a copy against its source, unless somebody has changed that meanwhile.

    ``changes`` are the copy's own counters of changes.

    Raises:
        BackupNotWholeError: it holds something else.

    """
    with closing(_opened(source)) as connection:
        connection.execute("BEGIN")
        if changes_of(connection) == changes and rows_by_table(connection) != facts.rows:
            raise BackupNotWholeError(str(source), "rows")


def remove(path: Path) -> None:
    """Remove a file, and what a copy that broke off has left beside it.

    Raises:
        OSError: it cannot be removed.

    """
    for end in ("", *COMPANIONS):
        path.with_name(f"{path.name}{end}").unlink(missing_ok=True)


def changes_in(path: Path) -> list[tuple[str, int]]:
    """Return the counters of changes of a file."""
    with closing(_opened(path)) as connection:
        return changes_of(connection)


def changes_of(connection: sqlite3.Connection) -> list[tuple[str, int]]:
    """Return how often each kind of data has changed; it tells two states apart."""
    return connection.execute("SELECT kind, version FROM change_counters ORDER BY kind").fetchall()


def _revision(connection: sqlite3.Connection, path: Path) -> str:
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    if not {"alembic_version", "change_counters", "audit_log"} <= tables:
        raise InvalidValueError("database", "another_programs")
    row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    if row is None or not knows_revision(str(row[0])):
        raise DatabaseTooNewError(str(path), str(row[0]) if row else "")
    return str(row[0])


def _opened(path: Path) -> sqlite3.Connection:
    uri = f"{path.absolute().as_uri()}?mode=ro"
    return sqlite3.connect(uri, uri=True, timeout=_WAIT_S, isolation_level=None)


@contextmanager
def _session(path: Path) -> Iterator[Session]:
    engine = create_engine("sqlite://", creator=lambda: _opened(path), poolclass=StaticPool)
    try:
        with Session(engine) as session:
            yield session
    finally:
        engine.dispose()
