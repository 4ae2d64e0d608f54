"""Makes SQLite use one journal mode, whatever the engine of this machine is good for.

The program itself decides by the version of the engine, and nothing a person can set changes that.
"""

from __future__ import annotations

import sqlite3
from typing import Any

from desktop.services.storage import engine_sqlite

_is_safe = engine_sqlite.wal_is_safe
_prepare = engine_sqlite.prepare_connection


def use_journal(mode: str) -> None:
    """Makes databases opened in this process from now on use ``wal`` or ``rollback``; "": either.

    An engine that can damage the log when it is reset never resets it here.
    """
    replaced: Any = engine_sqlite
    replaced.wal_is_safe = (lambda _version: mode == "wal") if mode else _is_safe
    replaced.prepare_connection = _prepare_without_reset if mode == "wal" else _prepare


def _prepare_without_reset(connection: sqlite3.Connection, record: object) -> None:
    _prepare(connection, record)
    if not _is_safe(sqlite3.sqlite_version_info[:3]):
        connection.execute("PRAGMA wal_autocheckpoint = 0").close()
