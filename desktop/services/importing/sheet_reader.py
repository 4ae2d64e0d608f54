"""Reads a workbook in a process of its own, which a file made to do harm may bring down.

The process sends messages: ``("header", sheet, row index, cells, rows)``, then
``("rows", [(row number, cells), ...])`` again and again, then ``("end",)``; or ``("unknown",
cells)`` where no sheet has a known header, or ``("error", words)``.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from multiprocessing.connection import Connection

from desktop.services.importing import limits
from desktop.services.importing.columns import understand

_ROWS_PER_MESSAGE = 500
_EXACT = 1e15
"""A spreadsheet keeps 15 digits; longer numbers have lost some."""


def serve(path: str, sender: Connection) -> None:
    """Read the workbook at ``path`` and send its first table with a known header."""
    _send(_messages, path, sender)


def serve_plain(path: str, sender: Connection) -> None:
    """Read the workbook at ``path`` and send all rows of its first sheet, whatever they are."""
    _send(_plain_messages, path, sender)


def _send(
    messages: Callable[[str], Iterator[tuple[object, ...]]], path: str, sender: Connection
) -> None:
    try:
        _limit_this_process()
        for message in messages(path):
            sender.send(message)
    except BrokenPipeError:
        return  # nobody listens any more: the import was cancelled
    except Exception as error:  # noqa: BLE001 - whatever it is, the import must hear of it
        sender.send(("error", f"{type(error).__name__}: {error}"))
    finally:
        sender.close()


def _messages(path: str) -> Iterator[tuple[object, ...]]:
    from python_calamine import CalamineWorkbook

    workbook = CalamineWorkbook.from_path(path)
    nearest: list[str] = []
    for name in workbook.sheet_names:
        sheet = workbook.get_sheet_by_name(name)
        rows = enumerate(sheet.iter_rows())
        for at, row in rows:
            cells = [as_text(cell) for cell in row]
            if understand(cells) is not None:
                yield ("header", name, at, cells, sheet.total_height - at)
                yield from _row_messages(rows)
                yield ("end",)
                return
            nearest = max(nearest, cells, key=lambda cells: sum(map(bool, cells)))
            if at >= limits.HEADER_WITHIN_ROWS:
                break
    yield ("unknown", nearest)


def _plain_messages(path: str) -> Iterator[tuple[object, ...]]:
    from python_calamine import CalamineWorkbook

    workbook = CalamineWorkbook.from_path(path)
    sheet = workbook.get_sheet_by_index(0)
    yield from _row_messages(iter(enumerate(sheet.iter_rows())))
    yield ("end",)


def _row_messages(rows: Iterator[tuple[int, Sequence[object]]]) -> Iterator[tuple[object, ...]]:
    batch: list[tuple[int, list[str]]] = []
    for at, row in rows:
        cells = [as_text(cell) for cell in row]
        if any(cells):
            batch.append((at + 1, cells))
        if len(batch) >= _ROWS_PER_MESSAGE:
            yield ("rows", batch)
            batch = []
    yield ("rows", batch)


def as_text(cell: object) -> str:
    """Return a cell as an export in text would have it."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float):
        whole = cell.is_integer() and abs(cell) < _EXACT
        return str(int(cell)) if whole else repr(cell).upper()
    if isinstance(cell, datetime):
        # The sheet keeps days as a fraction; the export wrote full seconds.
        rounded = (cell + timedelta(milliseconds=500)).replace(microsecond=0)
        return rounded.isoformat()
    if isinstance(cell, date | time):
        return cell.isoformat()
    return str(cell)


def _limit_this_process() -> None:
    """Set hard limits where the system has them; elsewhere the parent's patience is the limit."""
    if sys.platform == "win32":
        return
    import resource

    memory, seconds = limits.CHILD_MEMORY_BYTES, limits.CHILD_CPU_S
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
