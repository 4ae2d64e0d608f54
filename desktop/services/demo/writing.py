"""Writes rows in bulk, with keys of their own, and tells how far it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from threading import Event
from typing import Any, cast

from sqlalchemy import Table, func, insert, select, text
from sqlalchemy.orm import Session

from desktop.errors import CancelledError
from desktop.models.tables import Base
from desktop.services.storage.dialect import is_sqlite

CHUNK = 5_000

Row = Mapping[str, Any]
Progress = Callable[[float], None]


class BulkWriter:
    """Inserts lists of rows into their tables, within the caller's one transaction."""

    def __init__(self, session: Session, progress: Progress, stop: Event) -> None:
        self._session = session
        self._progress = progress
        self._stop = stop

    def write(self, tables: Sequence[tuple[type[Base], Sequence[Row]]]) -> None:
        """Insert all rows, in the order given; reports 0 to 1 while it goes on.

        Raises:
            CancelledError: somebody stopped it; the caller's transaction is to be rolled back.

        """
        total = sum(len(rows) for _, rows in tables) or 1
        written = 0
        for mapped, rows in tables:
            table = cast("Table", mapped.__table__)
            for start in range(0, len(rows), CHUNK):
                if self._stop.is_set():
                    raise CancelledError
                chunk = rows[start : start + CHUNK]
                self._session.execute(insert(table), list(chunk))
                written += len(chunk)
                self._progress(written / total)
            if not is_sqlite(self._session):
                self._move_sequence(table)

    def _move_sequence(self, table: Table) -> None:
        """Let PostgreSQL count on after the keys that were given here."""
        key = table.autoincrement_column
        if key is None:
            return
        self._session.execute(
            text("SELECT setval(pg_get_serial_sequence(:name, :key), :last)"),
            {
                "name": table.name,
                "key": key.name,
                "last": self._session.scalar(select(func.coalesce(func.max(key), 1))),
            },
        )
