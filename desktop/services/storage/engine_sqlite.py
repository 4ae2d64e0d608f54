"""How the desk drives SQLite: durable, with foreign keys, and never in a broken journal mode."""

from __future__ import annotations

import sqlite3

from sqlalchemy import Connection

BUSY_TIMEOUT_MS = 10_000
JOURNAL_KEPT_BYTES = 4 * 1024 * 1024
"""So much of a rollback journal stays on the disk between two transactions."""

Version = tuple[int, int, int]


def wal_is_safe(version: Version) -> bool:
    """Tell whether this engine may use a write-ahead log.

    Engines before 3.51.3 (except the repaired 3.50.7 and 3.44.6 lines) can corrupt the log when
    two connections reset it at once (SQLite's change log).
    """
    return (
        version >= (3, 51, 3)
        or (3, 50, 7) <= version < (3, 51, 0)
        or (3, 44, 6) <= version < (3, 45, 0)
    )


def prepare_connection(connection: sqlite3.Connection, _record: object) -> None:
    """Set up a fresh connection: transactions by hand, foreign keys, durability, journal."""
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
    cursor.execute("PRAGMA foreign_keys = ON")
    if wal_is_safe(sqlite3.sqlite_version_info[:3]):
        cursor.execute("PRAGMA journal_mode = WAL")
        cursor.execute("PRAGMA synchronous = FULL")
    else:
        # Kept and overwritten: a file made and deleted with each commit makes the file system
        # write its own journal, and then a commit waits for whatever else the disk has to do.
        cursor.execute("PRAGMA journal_mode = PERSIST")
        cursor.execute(f"PRAGMA journal_size_limit = {JOURNAL_KEPT_BYTES}")
        cursor.execute("PRAGMA synchronous = EXTRA")
    cursor.execute("PRAGMA cache_size = -65536")
    cursor.execute("PRAGMA temp_store = MEMORY")
    cursor.close()


def begin(connection: Connection) -> None:
    """Begin a transaction; one that will write takes the write lock at once."""
    writes = connection.get_execution_options().get("write", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
