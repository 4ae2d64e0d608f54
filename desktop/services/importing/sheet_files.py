"""Reads XLSX files through a child process, with limits on size, time and silence."""

from __future__ import annotations

import multiprocessing
import time
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Any

from desktop.errors import FileTooLargeError, FileUnreadableError, UnknownTableError
from desktop.models.records.importing import Rejection
from desktop.services.importing import limits
from desktop.services.importing.columns import Header, nearest_miss, understand
from desktop.services.importing.sheet_reader import serve, serve_plain
from desktop.services.importing.sources import Source
from desktop.services.importing.text_files import RawRow

Waiting = Callable[[], None]

_GLANCE_S = 0.2


def no_one_waits() -> None:
    """Stand in where nobody can become impatient."""


@dataclass(frozen=True, slots=True)
class SheetFile:
    """A workbook in which a table was recognised; ``row_count`` counts those below its header."""

    source: Source
    header: Header
    sheet: str
    row_count: int

    def rows(self, waiting: Waiting = no_one_waits) -> Iterator[tuple[RawRow, float]]:
        """Yield the rows below the header, each with the share of the file read so far.

        ``waiting`` is called again and again while the workbook is opened, and may raise.

        Raises:
            FileUnreadableError: the workbook is damaged.
            FileTooLargeError: it needs more than the limits allow.

        """
        count = 0
        with _messages_of(self.source, waiting) as messages:
            next(messages)
            for message in messages:
                for line, cells in message[1]:
                    count += 1
                    yield self._checked(line, cells), count / max(self.row_count, 1)
                if count > limits.ROWS:
                    raise FileTooLargeError(self.source.name, f"over {limits.ROWS} rows")

    def _checked(self, line: int, cells: list[str]) -> RawRow:
        too_long = max(map(len, cells)) > limits.CELL_CHARS
        cells.extend([""] * (self.header.width + 1 - len(cells)))
        return line, cells, Rejection.CELL_TOO_LONG if too_long else None


def recognise(source: Source, waiting: Waiting = no_one_waits) -> SheetFile:
    """Find the first sheet with a known header; ``waiting`` as for ``SheetFile.rows``.

    Raises:
        UnknownTableError: no sheet has one.
        FileUnreadableError: this is no workbook, or a damaged one.

    """
    with _messages_of(source, waiting) as messages:
        _, sheet, _, cells, height = next(messages)
    header = understand(cells)
    if header is None:
        raise UnknownTableError(source.name, nearest_miss(cells))
    return SheetFile(source, header, sheet, height)


def sample_rows(file: SheetFile, most: int) -> list[list[str]]:
    """Return the first rows below the header, for a preview."""
    with _messages_of(file.source, no_one_waits) as messages:
        next(messages)
        return [cells for _, cells in next(messages)[1][:most]]


def plain_rows(source: Source) -> Generator[list[str], None, None]:
    """Yield the cells of all rows of the first sheet, with or without a known header.

    Raises:
        FileUnreadableError: this is no workbook, or a damaged one.
        FileTooLargeError: it needs more than the limits allow.

    """
    with _messages_of(source, no_one_waits, serve_plain) as messages:
        for message in messages:
            for _, cells in message[1]:
                yield cells


@contextmanager
def _messages_of(
    source: Source, waiting: Waiting, reader: Callable[[str, Connection], None] = serve
) -> Iterator[Iterator[Any]]:
    """Start a child that reads the workbook; it is gone when the block is left."""
    context = multiprocessing.get_context("spawn")
    with source.on_disk() as path:
        receiver, sender = context.Pipe(duplex=False)
        child = context.Process(target=reader, args=(str(path), sender), daemon=True)
        child.start()
        sender.close()
        try:
            yield _received(source, receiver, waiting)
        finally:
            receiver.close()
            child.kill()
            child.join()
            child.close()


def _received(source: Source, receiver: Connection, waiting: Waiting) -> Iterator[Any]:
    while True:
        try:
            _wait_for_message(source, receiver, waiting)
            message = receiver.recv()
        except (EOFError, ConnectionError) as error:
            raise FileTooLargeError(source.name, "needs too much to read") from error
        if message[0] == "error":
            raise FileUnreadableError(source.name, message[1])
        if message[0] == "unknown":
            raise UnknownTableError(source.name, nearest_miss(message[1]))
        if message[0] == "end":
            return
        yield message


def _wait_for_message(source: Source, receiver: Connection, waiting: Waiting) -> None:
    """Wait until the child says something, but not for ever."""
    begun = time.monotonic()
    while not receiver.poll(_GLANCE_S):
        waiting()
        if time.monotonic() - begun >= limits.CHILD_SILENCE_S:
            raise FileTooLargeError(source.name, "takes too long to read")
