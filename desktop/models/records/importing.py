"""What an import reads, rejects and reports."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any


class ImportTable(StrEnum):
    """The tables of the exchange format, in the order in which they are read."""

    CUSTOMERS = "customers"
    SERVICES = "services"
    SIMS = "sims"
    CONTACTS = "contacts"
    TRAFFIC = "traffic"


class Rejection(StrEnum):
    """Why a row is not imported. Those of a number bear the names of ``NumberProblem``."""

    MISSING = "missing"
    NOT_A_NUMBER = "not_a_number"
    SPREADSHEET = "spreadsheet"
    NO_COUNTRY = "no_country"
    TOO_SHORT = "too_short"
    TOO_LONG = "too_long"
    INVALID = "invalid"
    LANDLINE = "landline"
    NOT_MOBILE = "not_mobile"
    AMBIGUOUS = "ambiguous"
    REQUIRED_EMPTY = "required_empty"
    UNKNOWN_CUSTOMER = "unknown_customer"
    UNKNOWN_SERVICE = "unknown_service"
    UNKNOWN_COUNTRY = "unknown_country"
    UNKNOWN_TIME_ZONE = "unknown_time_zone"
    UNKNOWN_STATUS = "unknown_status"
    BAD_DATE = "bad_date"
    BAD_COUNT = "bad_count"
    BAD_ICCID = "bad_iccid"
    BAD_STARTED_ON = "bad_started_on"
    DAMAGED_TEXT = "damaged_text"
    DAMAGED_ROW = "damaged_row"
    TOO_MANY_CELLS = "too_many_cells"
    CELL_TOO_LONG = "cell_too_long"


class ConflictKind(StrEnum):
    """In what a SIM's row in the file and the books contradict each other; the books stay."""

    OLDER_STATUS = "older_status"
    OLDER_ASSIGNMENT = "older_assignment"
    TO_DECIDE = "to_decide"
    """It cannot be so, and was kept for a person to decide on the page of the SIM cards."""


@dataclass(frozen=True, slots=True)
class SimConflict:
    """The file says ``reported``, the books have learnt the later ``kept`` and stay with it."""

    kind: ConflictKind
    iccid: str
    reported: str
    kept: str

    def as_json(self) -> dict[str, str]:
        """Return plain values."""
        return {
            "kind": self.kind.value,
            "iccid": self.iccid,
            "reported": self.reported,
            "kept": self.kept,
        }


@dataclass(frozen=True, slots=True)
class TableLedger:
    """How the rows of one table ended; the last four add up to ``read``."""

    read: int = 0
    inserted: int = 0
    updated: int = 0
    unchanged: int = 0
    rejected: int = 0

    @property
    def adds_up(self) -> bool:
        """Whether every row that was read has ended in exactly one way."""
        return self.read == self.inserted + self.updated + self.unchanged + self.rejected

    def as_json(self) -> dict[str, int]:
        """Return plain values."""
        return {
            "read": self.read,
            "inserted": self.inserted,
            "updated": self.updated,
            "unchanged": self.unchanged,
            "rejected": self.rejected,
        }


@dataclass(frozen=True, slots=True)
class FilePreview:
    """What one file would be read as. ``rows`` is exact for small files, else an estimate."""

    name: str
    table: ImportTable
    encoding: str
    delimiter: str
    columns: tuple[str, ...]
    unknown_columns: tuple[str, ...]
    first_rows: tuple[tuple[str, ...], ...]
    rows: int


@dataclass(frozen=True, slots=True)
class ImportPreview:
    """What an import of some paths would read; ``skipped`` names files of no known table."""

    files: tuple[FilePreview, ...]
    skipped: tuple[str, ...]


class ImportPhase(StrEnum):
    """What an import is doing."""

    READING = "reading"
    WRITING = "writing"


@dataclass(frozen=True, slots=True)
class ImportProgress:
    """How far an import is: ``fraction`` of the whole, from 0 to 1."""

    phase: ImportPhase
    name: str
    rows: int
    rows_per_s: float
    fraction: float


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did."""

    tables: Mapping[ImportTable, TableLedger]
    rejections: Mapping[ImportTable, Mapping[Rejection, int]] = field(default_factory=dict)
    error_files: tuple[Path, ...] = ()
    unknown_columns: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    skipped: tuple[str, ...] = ()
    conflicts: tuple[SimConflict, ...] = ()
    seconds: float = 0.0

    @property
    def rows(self) -> int:
        """How many rows were read, over all tables."""
        return sum(ledger.read for ledger in self.tables.values())

    def as_json(self) -> dict[str, Any]:
        """Return the report as plain values."""
        return {
            "tables": {table.value: ledger.as_json() for table, ledger in self.tables.items()},
            "error_files": [str(path) for path in self.error_files],
            "rejections": {
                table.value: {reason.value: rows for reason, rows in reasons.items()}
                for table, reasons in self.rejections.items()
            },
            "unknown_columns": {name: list(cols) for name, cols in self.unknown_columns.items()},
            "skipped": list(self.skipped),
            "conflicts": [conflict.as_json() for conflict in self.conflicts],
            "seconds": round(self.seconds, 3),
        }


@dataclass(frozen=True, slots=True)
class PastImport:
    """An import that was committed earlier: when, by whom, and how many rows."""

    at: datetime
    agent: str
    rows: int
    rejected: int
