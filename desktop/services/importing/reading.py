"""Reads all files of an import, before anything is written: good rows aside, bad rows noted."""

from __future__ import annotations

import time
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event
from typing import Any

from desktop.errors import CancelledError, FileTooLargeError
from desktop.models.records.importing import (
    ImportPhase,
    ImportProgress,
    ImportTable,
    Rejection,
    TableLedger,
)
from desktop.services.importing import limits
from desktop.services.importing.files import TableFile
from desktop.services.importing.readers import READERS
from desktop.services.importing.rejected import ErrorFile
from desktop.services.importing.rows import Books, CustomerRow, ServiceRow, SimRow
from desktop.services.importing.spool import Spool
from desktop.services.importing.tally import Tally

Report = Callable[[ImportProgress], None]

BATCH = 2_000
READING_SHARE = 0.5
"""How much of the progress bar is reading; the rest is writing."""

_REPORT_EVERY_S = 0.1


class Pulse:
    """Tells how far an import is, and ends it when a person has asked for that."""

    def __init__(self, report: Report, stop: Event) -> None:
        self._report = report
        self._stop = stop
        self._begun = self._last = time.monotonic()

    @property
    def seconds(self) -> float:
        """How long the import has been going on."""
        return time.monotonic() - self._begun

    def look_up(self) -> None:
        """Look whether a person wants it stopped.

        Raises:
            CancelledError: a person stopped the import.

        """
        if self._stop.is_set():
            raise CancelledError

    def beat(self, phase: ImportPhase, name: str, rows: int, fraction: float) -> None:
        """Report, though not too often.

        Raises:
            CancelledError: a person stopped the import.

        """
        self.look_up()
        now = time.monotonic()
        if now - self._last >= _REPORT_EVERY_S:
            self._last = now
            speed = rows / max(now - self._begun, 0.001)
            self._report(ImportProgress(phase, name, rows, speed, min(fraction, 1.0)))


@dataclass(slots=True)
class Harvest:
    """What was read: master data in memory, contacts and traffic in the spool."""

    spool: Spool
    books: Books
    customers: list[CustomerRow] = field(default_factory=list)
    services: list[ServiceRow] = field(default_factory=list)
    sims: list[SimRow] = field(default_factory=list)
    tallies: dict[ImportTable, Tally] = field(default_factory=dict)
    error_files: list[ErrorFile] = field(default_factory=list)
    reasons: defaultdict[ImportTable, Counter[Rejection]] = field(
        default_factory=lambda: defaultdict(Counter)
    )
    rows: int = 0

    def ledgers(self) -> Mapping[ImportTable, TableLedger]:
        """Return how the rows of each table ended."""
        return {table: tally.ledger() for table, tally in self.tallies.items()}

    def close(self) -> None:
        """Let go of the rows, and of error files that were not published."""
        self.spool.close()
        for errors in self.error_files:
            errors.discard()

    def keep(self, table: ImportTable, name: str, rows: Sequence[Any]) -> None:
        """Put good rows aside."""
        lists: Mapping[ImportTable, list[Any]] = {
            ImportTable.CUSTOMERS: self.customers,
            ImportTable.SERVICES: self.services,
            ImportTable.SIMS: self.sims,
        }
        if table in lists:
            lists[table].extend(rows)
            if sum(map(len, lists.values())) > limits.MASTER_ROWS:
                raise FileTooLargeError(name, f"over {limits.MASTER_ROWS} rows")
        else:
            self.spool.add(table, rows)


def read_files(
    files: Sequence[TableFile],
    harvest: Harvest,
    pulse: Pulse,
    error_dir: Path | None,
    language: str,
) -> None:
    """Read files, which are in the order of their tables, into ``harvest``.

    Raises:
        CancelledError: a person stopped the import.
        InputError: a file cannot be read to its end.
        DiskFullError: there is no room for what was read.

    """
    whole = max(sum(file.source.size for file in files), 1)
    before = 0
    for file in files:
        errors = ErrorFile(file.source, file.header, error_dir, language)
        harvest.error_files.append(errors)
        share = file.source.size / whole
        beat = _progress(pulse, file, before / whole, share)
        _read_file(file, harvest, errors, beat, pulse.look_up)
        errors.flush()
        harvest.reasons[file.header.table] += errors.reasons
        before += file.source.size


def _progress(
    pulse: Pulse, file: TableFile, begin: float, share: float
) -> Callable[[int, float], None]:
    def beat(rows: int, done: float) -> None:
        fraction = READING_SHARE * (begin + share * done)
        pulse.beat(ImportPhase.READING, file.source.name, rows, fraction)

    return beat


def _read_file(
    file: TableFile,
    harvest: Harvest,
    errors: ErrorFile,
    beat: Callable[[int, float], None],
    waiting: Callable[[], None],
) -> None:
    table = file.header.table
    tally = harvest.tallies.setdefault(table, Tally())
    read = READERS[table](file.header, harvest.books).read
    good: list[Any] = []
    count = 0
    for (line, cells, problem), done in file.rows(waiting):
        count += 1
        row = problem or read(cells)
        if isinstance(row, Rejection):
            errors.add(line, cells[:-1], row)
            tally.rejected += 1
        else:
            good.append(row)
        if count % BATCH == 0:
            harvest.keep(table, file.source.name, good)
            good.clear()
            beat(harvest.rows + count, done)
    harvest.keep(table, file.source.name, good)
    tally.read += count
    harvest.rows += count
    beat(harvest.rows, 1.0)
