"""Writes tables that a spreadsheet opens without spoiling them: CSV and XLSX, row by row.

A phone number stays one: a spreadsheet would make ``+436641234567`` a formula or 4.36641E+11. In a
CSV file it is written ``="+436641234567"``, which spreadsheets show as text and which our own
import reads; in an XLSX file its cell is text. A text that begins like a formula gets an
apostrophe in front, so that nothing that a stranger typed into a sign-up form is ever executed.

A file appears under its name when it is whole, and not before.
"""

from __future__ import annotations

import csv
import errno
import os
from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self
from zoneinfo import ZoneInfo

from desktop.errors import DiskFullError, FileUnwritableError

if TYPE_CHECKING:
    from xlsxwriter.exceptions import XlsxWriterException

SHEET_ROWS = 1_048_576
"""The rows that a sheet can hold, its header among them (the format's own limit)."""

CELL_LENGTH = 32_767
"""The characters that a cell can hold (the format's own limit)."""

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


class FieldKind(StrEnum):
    """What the values of a column are."""

    TEXT = "text"
    PHONE = "phone"
    COUNT = "count"
    MOMENT = "moment"


@dataclass(frozen=True, slots=True)
class TableField:
    """A column of a file: its header, what it holds, and its width in characters."""

    header: str
    kind: FieldKind = FieldKind.TEXT
    width: int = 14


Value = str | int | datetime | None


class TableFile(ABC):
    """A file that takes rows; leaving it without a failure makes it whole."""

    def __enter__(self) -> Self:
        return self

    @abstractmethod
    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Put everything on the disk, or after a failure just let go."""

    @abstractmethod
    def write(self, row: Sequence[Value]) -> None:
        """Append a row."""


class CsvFile(TableFile):
    """UTF-8 with BOM and semicolons: what a spreadsheet in Austria opens by a double click.

    Moments are ISO 8601 with their offset.
    """

    def __init__(self, path: Path, fields: Sequence[TableField], zone: ZoneInfo) -> None:
        self._file = path.open("w", encoding="utf-8-sig", newline="")
        self._writer = csv.writer(self._file, delimiter=";")
        self._kinds = [field.kind for field in fields]
        self._zone = zone
        self._writer.writerow([field.header for field in fields])

    def write(self, row: Sequence[Value]) -> None:
        """Append a row."""
        cells = zip(self._kinds, row, strict=True)
        self._writer.writerow([self._text(kind, value) for kind, value in cells])

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        with self._file:
            if error is None:
                self._file.flush()
                os.fsync(self._file.fileno())

    def _text(self, kind: FieldKind, value: Value) -> str:
        if value is None:
            return ""
        if isinstance(value, datetime):
            return value.astimezone(self._zone).isoformat(timespec="seconds")
        if kind is FieldKind.PHONE:
            return f'="{value}"'
        return guarded(value) if isinstance(value, str) else str(value)


class XlsxFile(TableFile):
    """One workbook; what one sheet cannot hold goes on in the next one.

    Rows go to the disk as they come, so that a million of them need no memory. Moments are dates
    of the spreadsheet, in the given zone.
    """

    def __init__(
        self,
        path: Path,
        fields: Sequence[TableField],
        zone: ZoneInfo,
        *,
        sheet: str,
        sheet_rows: int = SHEET_ROWS,
    ) -> None:
        import xlsxwriter  # a start does not wait for what only exports need

        self._rows = TemporaryDirectory(prefix=".", dir=path.parent)
        self._book = xlsxwriter.Workbook(
            str(path),
            {
                "constant_memory": True,
                "strings_to_formulas": False,
                "strings_to_numbers": False,
                "strings_to_urls": False,
                "tmpdir": self._rows.name,
            },
        )
        self._fields = tuple(fields)
        self._zone = zone
        self._name = sheet
        self._sheet_rows = sheet_rows
        self._formats = {
            FieldKind.TEXT: self._book.add_format({"num_format": "@"}),
            FieldKind.PHONE: self._book.add_format({"num_format": "@"}),
            FieldKind.COUNT: self._book.add_format({"num_format": "0"}),
            FieldKind.MOMENT: self._book.add_format({"num_format": "dd.mm.yyyy hh:mm"}),
        }
        self._head = self._book.add_format({"bold": True, "bottom": 1})
        self._sheets = 0
        self._sheet: Any = None
        self._row = 0
        self._begin_sheet()

    def write(self, row: Sequence[Value]) -> None:
        """Append a row."""
        if self._row == self._sheet_rows:
            self._begin_sheet()
        for column, (field, value) in enumerate(zip(self._fields, row, strict=True)):
            if value is not None:
                self._write_cell(column, field.kind, value)
        self._row += 1

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        with self._rows:
            if error is None:
                self._sheet.autofilter(0, 0, max(1, self._row - 1), len(self._fields) - 1)
                self._book.close()
                return
            for sheet in self._book.worksheets():
                sheet.row_data_fh.close()

    def _begin_sheet(self) -> None:
        self._sheets += 1
        name = self._name if self._sheets == 1 else f"{self._name} {self._sheets}"
        self._sheet = self._book.add_worksheet(name)
        self._sheet.freeze_panes(1, 0)
        for column, field in enumerate(self._fields):
            self._sheet.set_column(column, column, field.width, self._formats[field.kind])
            self._sheet.write_string(0, column, field.header, self._head)
        self._row = 1

    def _write_cell(self, column: int, kind: FieldKind, value: str | int | datetime) -> None:
        written_as = self._formats[kind]
        if isinstance(value, datetime):
            local = value.astimezone(self._zone).replace(tzinfo=None, microsecond=0)
            self._sheet.write_datetime(self._row, column, local, written_as)
        elif isinstance(value, int):
            self._sheet.write_number(self._row, column, value, written_as)
        else:
            # A text cell is never a formula; the number of a phone needs no guard either.
            self._sheet.write_string(self._row, column, value[:CELL_LENGTH], written_as)


def guarded(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text


@contextmanager
def written_whole(path: Path) -> Iterator[Path]:
    """Give a path to write to, beside ``path``; it takes its place when nothing went wrong.

    Raises:
        FileUnwritableError: the file may not be written there.
        DiskFullError: there is no room for it.

    """
    from xlsxwriter.exceptions import XlsxWriterException

    draft = path.with_name(f".{path.name}.part")
    try:
        yield draft
        draft.replace(path)
    except (OSError, XlsxWriterException) as error:
        raise _told(error, path) from error
    finally:
        _remove(draft)


def _remove(draft: Path) -> None:
    try:
        draft.unlink(missing_ok=True)
    except OSError:
        return  # its folder has gone: nothing is left to tidy


def _told(error: OSError | XlsxWriterException, path: Path) -> Exception:
    cause = error if isinstance(error, OSError) else error.__cause__ or error.__context__
    number = cause.errno if isinstance(cause, OSError) else None
    if number in {errno.ENOSPC, errno.EDQUOT}:
        return DiskFullError(str(path), str(error))
    return FileUnwritableError(str(path), str(error))
