"""Keeps the good rows of an import on disk until all are read, and gives them back sorted.

It is a private database without a name: the system removes it with its last handle, whatever
happens to the program, so no personal data stay behind.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from desktop.errors import DiskFullError
from desktop.models.records.importing import ImportTable

_TABLES = {
    ImportTable.CONTACTS: (
        "service_no, e164, country, raw, name, source, entered, started, started_on, stopped"
    ),
    ImportTable.TRAFFIC: (
        "service_no, day, contacts, messages, opt_outs, delivered, read, clicked, new_starts"
    ),
}
_KEYS = {ImportTable.CONTACTS: "service_no, e164", ImportTable.TRAFFIC: "service_no, day"}
_CACHE_KIB = 16_384


class Spool:
    """Rows of the two large tables, on disk."""

    def __init__(self) -> None:
        # Written by one thread and closed by whichever ends the import.
        self._connection = sqlite3.connect("", isolation_level=None, check_same_thread=False)
        self._connection.execute("PRAGMA journal_mode = OFF")
        self._connection.execute("PRAGMA synchronous = OFF")
        self._connection.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
        self._connection.execute("PRAGMA temp_store = FILE")
        for table, columns in _TABLES.items():
            self._connection.execute(f"CREATE TABLE {table.value} ({columns})")
        self._connection.execute("BEGIN")

    def add(self, table: ImportTable, rows: Iterable[tuple[Any, ...]]) -> None:
        """Keep some rows.

        Raises:
            DiskFullError: there is no room for them.

        """
        marks = ", ".join("?" * len(_TABLES[table].split(",")))
        with _told():
            self._connection.executemany(
                f"INSERT INTO {table.value} VALUES ({marks})",  # noqa: S608 - our own names
                rows,
            )

    def sorted_rows(self, table: ImportTable) -> Iterator[tuple[Any, ...]]:
        """Yield the rows of a table in the order of their keys; equal keys as they were read."""
        keys = _KEYS[table]
        with _told():
            rows = self._connection.execute(
                f"SELECT {_TABLES[table]} FROM {table.value} ORDER BY {keys}, rowid"  # noqa: S608
            )
            # "yield from" would close the cursor at the end, also after the connection is closed.
            for row in rows:  # noqa: UP028
                yield row

    def count(self, table: ImportTable) -> int:
        """Return how many rows of a table are kept."""
        row = self._connection.execute(f"SELECT count(*) FROM {table.value}").fetchone()  # noqa: S608
        return int(row[0])

    def close(self) -> None:
        """Let go of the rows."""
        self._connection.close()


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except sqlite3.OperationalError as error:
        raise DiskFullError("", str(error)) from error
