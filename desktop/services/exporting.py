"""Saves incomplete sign-ups as a table: exactly those that a filter or a selection means.

The headers are those of the exchange format, so that our own import reads what we export; the
columns that it does not know it names and passes over.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from threading import Event
from typing import Any
from zoneinfo import ZoneInfo

from desktop.errors import CancelledError
from desktop.models.records.signups import SignupQuery, SignupRow, SignupSelection
from desktop.models.states import ExclusionReason, SmsState
from desktop.services.signups import Signups
from desktop.services.storage import audit
from desktop.services.storage.database import Database
from desktop.services.table_files import (
    CsvFile,
    FieldKind,
    TableField,
    TableFile,
    Value,
    XlsxFile,
    written_whole,
)

PAGE_ROWS = 2_000

Report = Callable[[object], None]


class TableFormat(StrEnum):
    """The kind of file; the value is its suffix."""

    CSV = "csv"
    XLSX = "xlsx"


@dataclass(frozen=True, slots=True)
class ExportWords:
    """What stands in the cells, in the language of the person who exports.

    ``language`` ("de" or "en") chooses the headers; ``possible`` stands where no reason does.
    """

    language: str
    possible: str
    sheet: str
    reasons: Mapping[ExclusionReason, str]
    results: Mapping[SmsState, str]


@dataclass(frozen=True, slots=True)
class ExportOrder:
    """What is to be saved, where, how, and by whom. Times are written in ``zone``."""

    query: SignupQuery
    selection: SignupSelection
    path: Path
    form: TableFormat
    words: ExportWords
    zone: ZoneInfo
    agent: str


@dataclass(frozen=True, slots=True)
class ExportProgress:
    """How many rows of how many are written."""

    done: int
    total: int


@dataclass(frozen=True, slots=True)
class ExportResult:
    """The file, and how many rows it holds."""

    path: Path
    rows: int


class SignupExport:
    """Writes sign-ups to files; each export is in the audit log."""

    def __init__(self, database: Database, signups: Signups) -> None:
        """Read through ``signups``; keep the books of exports in ``database``."""
        self._database = database
        self._signups = signups

    def save(self, order: ExportOrder, stop: Event, report: Report) -> ExportResult:
        """Write the file; ``report`` is told an ``ExportProgress`` now and then.

        Raises:
            CancelledError: ``stop`` was set; no file was left.
            DiskFullError: there is no room for the file.
            FileUnwritableError: the file may not be written there.
            StorageError: the database cannot be read.

        """
        counts = self._signups.selection_counts(order.selection, order.query.at, stop)
        total = counts.reasons.listed
        with written_whole(order.path) as draft:
            with _open(order, draft) as file:
                rows = self._write(order, file, stop, lambda done: report(_of(done, total)))
            self._note(order, rows)
        return ExportResult(order.path, rows)

    def _write(
        self, order: ExportOrder, file: TableFile, stop: Event, done: Callable[[int], None]
    ) -> int:
        rows = 0
        for page in self._signups.pages(order.query, order.selection, PAGE_ROWS):
            for row in page:
                file.write(_values(row, order.words))
            rows += len(page)
            if stop.is_set():
                raise CancelledError
            done(rows)
        return rows

    def _note(self, order: ExportOrder, rows: int) -> None:
        facts: dict[str, Any] = {
            "rows": rows,
            "format": order.form.value,
            "service_id": order.query.filter.service_id,
        }
        act = audit.Act(
            "signups.exported",
            order.agent,
            self._database.clock(),
            facts,
            customer_id=order.query.filter.customer_id,
        )
        with self._database.write() as session:
            audit.record(session, act)


def _of(done: int, total: int) -> ExportProgress:
    return ExportProgress(done, max(done, total))


def _open(order: ExportOrder, draft: Path) -> TableFile:
    fields = [
        TableField(german if order.words.language == "de" else english, kind, width)
        for english, german, kind, width in _FIELDS
    ]
    if order.form is TableFormat.CSV:
        return CsvFile(draft, fields, order.zone)
    return XlsxFile(draft, fields, order.zone, sheet=order.words.sheet)


_FIELDS = (
    ("customer_no", "kundennummer", FieldKind.TEXT, 14),
    ("customer", "kunde", FieldKind.TEXT, 28),
    ("service_no", "dienstnummer", FieldKind.TEXT, 14),
    ("service", "dienst", FieldKind.TEXT, 24),
    ("phone", "telefon", FieldKind.PHONE, 18),
    ("name", "name", FieldKind.TEXT, 22),
    ("entered_at", "eingetragen_am", FieldKind.MOMENT, 17),
    ("age_days", "alter_tage", FieldKind.COUNT, 10),
    ("reminders", "erinnerungen", FieldKind.COUNT, 13),
    ("last_reminder_at", "letzte_erinnerung_am", FieldKind.MOMENT, 20),
    ("last_reminder_result", "letzte_erinnerung_ergebnis", FieldKind.TEXT, 25),
    ("sms", "sms", FieldKind.TEXT, 24),
    ("sms_possible_from", "sms_moeglich_ab", FieldKind.MOMENT, 17),
)
"""English header, German header, kind, width. Headers of the exchange format name its fields."""


def _values(row: SignupRow, words: ExportWords) -> tuple[Value, ...]:
    state = row.last_reminder_state
    return (
        row.customer_no,
        row.customer_name,
        row.service_no,
        row.service_name,
        row.e164,
        row.name,
        row.entered_at,
        row.age_days,
        row.reminders_sent,
        row.last_reminder_at,
        words.results[state] if state is not None else None,
        words.reasons[row.reason] if row.reason is not None else words.possible,
        row.possible_from,
    )
