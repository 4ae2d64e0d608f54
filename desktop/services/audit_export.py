"""Saves the entries of the audit log that a filter means as a CSV file for spreadsheets."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from zoneinfo import ZoneInfo

from desktop.errors import CancelledError
from desktop.models.records.audit import AuditFilter, AuditProgress, AuditRow
from desktop.services.audit_log import AuditLog
from desktop.services.storage import audit
from desktop.services.storage.database import Database
from desktop.services.table_files import CsvFile, FieldKind, TableField, Value, written_whole

PAGE_ROWS = 1_000

_KINDS = (
    (FieldKind.COUNT, 10),
    (FieldKind.MOMENT, 20),
    (FieldKind.TEXT, 20),
    (FieldKind.TEXT, 28),
    (FieldKind.TEXT, 28),
    (FieldKind.TEXT, 14),
    (FieldKind.TEXT, 40),
    (FieldKind.TEXT, 64),
)


@dataclass(frozen=True, slots=True)
class AuditWords:
    """What stands in the file: eight headers, and how act and facts of an entry are told."""

    headers: tuple[str, ...]
    act: Callable[[AuditRow], str]
    facts: Callable[[AuditRow], str]


@dataclass(frozen=True, slots=True)
class AuditExportOrder:
    """What is to be saved, where, and by whom. Times are written in ``zone``."""

    filter: AuditFilter
    path: Path
    words: AuditWords
    zone: ZoneInfo
    agent: str


class AuditExport:
    """Writes entries to a file; that it was done stands in the log itself."""

    def __init__(self, database: Database, log: AuditLog) -> None:
        """Read through ``log``; write the act into ``database``."""
        self._database = database
        self._log = log

    def save(self, order: AuditExportOrder, stop: Event, report: Callable[[object], None]) -> int:
        """Write the file and return its rows; ``report`` is told an ``AuditProgress``.

        Raises:
            CancelledError: ``stop`` was set; no file was left.
            DiskFullError: there is no room for the file.
            FileUnwritableError: the file may not be written there.
            StorageError: the database cannot be read.

        """
        total = self._log.count(order.filter, stop)
        rows = 0
        with written_whole(order.path) as draft:
            with CsvFile(draft, _fields(order.words), order.zone) as file:
                for page in self._log.pages(order.filter, PAGE_ROWS):
                    for row in page:
                        file.write(_values(row, order.words))
                    rows += len(page)
                    if stop.is_set():
                        raise CancelledError
                    report(AuditProgress(rows, max(rows, total)))
            self._note(order, rows)
        return rows

    def _note(self, order: AuditExportOrder, rows: int) -> None:
        act = audit.Act(
            "audit_exported",
            order.agent,
            self._database.clock(),
            {"rows": rows},
            order.filter.customer_id,
            order.filter.case_id,
        )
        with self._database.write() as session:
            audit.record(session, act)


def _fields(words: AuditWords) -> list[TableField]:
    return [
        TableField(header, kind, width)
        for header, (kind, width) in zip(words.headers, _KINDS, strict=True)
    ]


def _values(row: AuditRow, words: AuditWords) -> tuple[Value, ...]:
    return (
        row.id,
        row.at,
        row.actor,
        words.act(row),
        row.customer,
        row.case_no,
        words.facts(row),
        row.entry_hash,
    )
