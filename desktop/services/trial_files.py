"""Writes the lists of a frequency test that the platform's operator works with."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from threading import Event
from zoneinfo import ZoneInfo

from desktop.errors import CancelledError
from desktop.models.records.trials import AllocationOrder
from desktop.services.table_files import (
    CsvFile,
    TableField,
    TableFile,
    Value,
    XlsxFile,
    written_whole,
)


def save_table(
    order: AllocationOrder,
    fields: Sequence[TableField],
    rows: Iterable[Sequence[Value]],
    zone: ZoneInfo,
    stop: Event,
) -> None:
    """Write rows to the file of an order, which appears whole or not at all.

    Raises:
        CancelledError: ``stop`` was set; no file was left.
        DiskFullError: there is no room for the file.
        FileUnwritableError: the file may not be written there.

    """
    with written_whole(order.path) as draft:
        file: TableFile = (
            XlsxFile(draft, fields, zone, sheet=order.sheet)
            if order.path.suffix.lower() == ".xlsx"
            else CsvFile(draft, fields, zone)
        )
        with file:
            for row in rows:
                if stop.is_set():
                    raise CancelledError
                file.write(row)
