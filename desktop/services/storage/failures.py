"""Known failures of the engines, told apart from bugs, and that of a migration."""

from __future__ import annotations

import sqlite3

from sqlalchemy.exc import DBAPIError, OperationalError

from desktop.errors import (
    DatabaseDamagedError,
    DatabaseLockedError,
    DatabaseReadOnlyError,
    DatabaseUnreachableError,
    DiskFullError,
    StorageError,
)


class MigrationFailedError(StorageError):
    """The database could not be brought to this program's schema; it is as it was.

    ``copy`` is the backup that was made before, "" where none is.
    """

    def __init__(self, place: str, detail: str = "", copy: str = "") -> None:
        """Remember the backup as well."""
        super().__init__(place, detail)
        self.copy = copy


_PRIMARY_CODE = 0xFF

_SQLITE: dict[int, type[StorageError]] = {
    sqlite3.SQLITE_FULL: DiskFullError,
    sqlite3.SQLITE_IOERR: DiskFullError,
    sqlite3.SQLITE_BUSY: DatabaseLockedError,
    sqlite3.SQLITE_LOCKED: DatabaseLockedError,
    sqlite3.SQLITE_CORRUPT: DatabaseDamagedError,
    sqlite3.SQLITE_NOTADB: DatabaseDamagedError,
    sqlite3.SQLITE_READONLY: DatabaseReadOnlyError,
    sqlite3.SQLITE_CANTOPEN: DatabaseUnreachableError,
    sqlite3.SQLITE_PERM: DatabaseReadOnlyError,
}

_POSTGRESQL: dict[str, type[StorageError]] = {
    "53100": DiskFullError,
    "55P03": DatabaseLockedError,
    "40P01": DatabaseLockedError,
    "25006": DatabaseReadOnlyError,
    "42501": DatabaseReadOnlyError,
    "XX001": DatabaseDamagedError,
    "XX002": DatabaseDamagedError,
}


def storage_error(error: DBAPIError, place: str) -> StorageError | None:
    """Translate an engine's failure, or return None where it is a bug of ours."""
    cause = error.orig
    if isinstance(cause, sqlite3.Error):
        kind = _sqlite_kind(cause)
        return kind(place, str(cause)) if kind else None
    sqlstate = getattr(cause, "sqlstate", None)
    if sqlstate in _POSTGRESQL:
        return _POSTGRESQL[sqlstate](place, str(cause))
    if isinstance(error, OperationalError):
        return DatabaseUnreachableError(place, str(cause))
    return None


def _sqlite_kind(cause: sqlite3.Error) -> type[StorageError] | None:
    code = getattr(cause, "sqlite_errorcode", None)
    if code is None:
        return None
    return _SQLITE.get(code & _PRIMARY_CODE)
