"""Opens a database: checked first, then brought to this program's schema."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from sqlalchemy import inspect
from sqlalchemy.exc import DBAPIError

from desktop.errors import (
    DatabaseLockedError,
    DatabaseUnreachableError,
    InvalidValueError,
    StorageError,
)
from desktop.models.types import Clock, utc_now
from desktop.services.storage.database import Database
from desktop.services.storage.drives import is_network_drive
from desktop.services.storage.failures import storage_error
from desktop.services.storage.in_use import UseLock
from desktop.services.storage.migrations import migrate


def open_database(url: str, *, clock: Clock = utc_now, to_write: bool = True) -> Database:
    """Open the database at ``url``, checked and migrated.

    ``to_write=False`` is for looking only: nothing is made where nothing is.

    Raises:
        InvalidValueError: a SQLite file on a network drive, or one that another program made.
        StorageError: it is damaged, newer, locked, read-only, full or out of reach.

    """
    database = Database(url, clock=clock)
    try:
        if database.is_sqlite:
            _check_file(database, to_write=to_write)
            if to_write:
                _show_use(database)
        migrate(database)
        if to_write:
            _check_writable(database)
    except OSError as error:
        database.close()
        raise DatabaseUnreachableError(database.place, str(error)) from error
    except BaseException:
        database.close()
        raise
    return database


def _check_file(database: Database, *, to_write: bool) -> None:
    path = Path(database.place)
    if is_network_drive(path):
        raise InvalidValueError("database", "network_drive")
    if path.exists():
        _check_ours(database)
    elif not to_write:
        raise DatabaseUnreachableError(database.place, "no such file")


def _show_use(database: Database) -> None:
    """Let nobody replace the file until the database is closed."""
    path = Path(database.place)
    path.parent.mkdir(parents=True, exist_ok=True)
    use = UseLock(path)
    if not use.share():
        raise DatabaseLockedError(database.place, "it is being restored")
    database.on_close = use.leave


def _check_ours(database: Database) -> None:
    try:
        tables = set(inspect(database.engine).get_table_names())
    except DBAPIError as error:
        raise _known(error, database.place) from error
    if tables and "alembic_version" not in tables:
        raise InvalidValueError("database", "another_programs")


def _check_writable(database: Database) -> None:
    """Take the write lock and give it back: a read-only file is told now, not at the first save."""
    with database.write():
        pass


def _known(error: DBAPIError, place: str) -> Exception:
    known: StorageError | None = storage_error(error, place)
    return known or error


def quick_check(path: Path) -> str:
    """Return "ok", or what SQLite's own quick check finds first in the file at ``path``.

    Raises:
        sqlite3.Error: the file cannot be read at all.

    """
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
    try:
        return str(connection.execute("PRAGMA quick_check(1)").fetchone()[0])
    finally:
        connection.close()
