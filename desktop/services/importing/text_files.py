"""Reads CSV files as they come: four encodings, three delimiters, damaged rows among good ones."""

from __future__ import annotations

import codecs
import csv
import io
from collections import deque
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from typing import IO

from desktop.errors import FileTooLargeError, UnknownTableError
from desktop.models.records.importing import Rejection
from desktop.services.importing import limits
from desktop.services.importing.columns import Header, nearest_miss, understand
from desktop.services.importing.sources import Source

RawRow = tuple[int, list[str], Rejection | None]
"""Line number, cells and one empty cell more, and what is wrong with the row as such."""

DELIMITERS = (";", ",", "\t")

_CHUNK = 1 << 20
_SAMPLE_BYTES = 1 << 18
_LONGEST_LINE = limits.COLUMNS * limits.CELL_CHARS // 8
_REPLACEMENT = "\ufffd"
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

csv.field_size_limit(limits.CELL_CHARS)


@dataclass(frozen=True, slots=True)
class Encoding:
    """How bytes become text; ``damaged`` means that some of them do not."""

    codec: str
    damaged: bool


@dataclass(frozen=True, slots=True)
class TextFile:
    """A CSV file that was recognised; ``header_at`` is the index of the header's record."""

    source: Source
    header: Header
    header_at: int
    encoding: Encoding
    delimiter: str

    def rows(self, _waiting: object = None) -> Iterator[tuple[RawRow, float]]:
        """Yield the rows below the header, each with the share of the file read so far.

        Text needs no opening, so nobody waits for it.

        Raises:
            FileUnreadableError: the file cannot be read to its end.
            FileTooLargeError: it has more rows than the limit.

        """
        size = max(self.source.size, 1)
        with self.source.open() as binary:
            lines = _Lines(_decoded(binary, self.encoding))
            records = _records(lines, self.delimiter, self.header.width)
            for _ in range(self.header_at + 1):
                next(records, None)
            for count, (line, cells, problem) in enumerate(records):
                if count >= limits.ROWS:
                    raise FileTooLargeError(self.source.name, f"over {limits.ROWS} rows")
                yield self._checked(line, cells, problem), binary.tell() / size

    def _checked(self, line: int, cells: list[str], problem: Rejection | None) -> RawRow:
        width = self.header.width
        if problem is None and len(cells) > width and any(cells[width:]):
            problem = Rejection.TOO_MANY_CELLS
        if (
            problem is None
            and self.encoding.damaged
            and any(_REPLACEMENT in cell for cell in cells)
        ):
            problem = Rejection.DAMAGED_TEXT
        if len(cells) < width:
            cells.extend([""] * (width - len(cells)))
        cells.append("")
        return line, cells, problem


def recognise(source: Source) -> TextFile:
    """Find out the encoding, the delimiter and the table of a CSV file.

    Raises:
        UnknownTableError: no table of the exchange format has such columns.
        FileUnreadableError: the file cannot be read.

    """
    encoding = detect_encoding(source)
    best: tuple[int, TextFile] | None = None
    nearest: list[str] = []
    for delimiter in DELIMITERS:
        for at, cells in enumerate(_first_records(source, encoding, delimiter)):
            header = understand(cells)
            if header is None:
                nearest = max(nearest, cells, key=_likeness)
                continue
            known = sum(position is not None for position in header.positions)
            if best is None or known > best[0]:
                best = known, TextFile(source, header, at, encoding, delimiter)
            break
    if best is None:
        raise UnknownTableError(source.name, nearest_miss(nearest))
    return best[1]


def detect_encoding(source: Source) -> Encoding:
    """Return the encoding of a file: by its BOM, else strict UTF-8, else Windows-1252.

    A file that is UTF-8 but for a few broken bytes stays UTF-8: as Windows-1252 every umlaut in it
    would silently become two wrong letters.
    """
    with source.open() as stream:
        start = stream.read(4096)
    codec = next((codec for bom, codec in _BOMS if start.startswith(bom)), None) or _wide(start)
    if codec is not None:
        return Encoding(codec, damaged=_count_odd_letters(source, codec)[1] > 0)
    right, wrong = _count_odd_letters(source, "utf-8")
    if wrong == 0 or right > wrong:
        return Encoding("utf-8", damaged=wrong > 0)
    return Encoding("cp1252", damaged=_count_odd_letters(source, "cp1252")[1] > 0)


def sample_rows(file: TextFile, most: int) -> list[list[str]]:
    """Return the first rows below the header, for a preview."""
    records = _first_records(file.source, file.encoding, file.delimiter, file.header_at + 1 + most)
    return records[file.header_at + 1 :]


def plain_rows(source: Source) -> Generator[list[str], None, None]:
    """Yield the cells of all records of a file, with or without a known header."""
    encoding = detect_encoding(source)
    delimiter = max(
        DELIMITERS,
        key=lambda one: sum(map(_likeness, _first_records(source, encoding, one))),
    )
    with source.open() as binary:
        lines = _Lines(_decoded(binary, encoding))  # kept: it would close the file under us
        for _, cells, _ in _records(lines, delimiter):
            yield cells


def estimated_rows(file: TextFile) -> int:
    """Return how many rows a file has: counted when small, else from the length of its first."""
    with file.source.open() as stream:
        sample = stream.read(_SAMPLE_BYTES)
    line_end = b"\n" if sample.count(b"\n") else b"\r"
    lines = max(sample.count(line_end) + (not sample.endswith(line_end)), 1)
    if file.source.size > len(sample):
        lines = round(lines * file.source.size / max(len(sample), 1))
    return max(lines - file.header_at - 1, 0)


def _wide(start: bytes) -> str | None:
    """Recognise UTF-16 without a BOM by its many zero bytes."""
    zeros = start.count(0)
    if zeros < len(start) * 0.3:
        return None
    return "utf-16-le" if start[1::2].count(0) >= start[::2].count(0) else "utf-16-be"


def _count_odd_letters(source: Source, codec: str) -> tuple[int, int]:
    """Return how many letters beyond ASCII a decoding gives, and how many bytes it cannot read."""
    decoder = codecs.getincrementaldecoder(codec)("replace")
    letters = wrong = read = 0
    with source.open() as stream:
        while chunk := stream.read(_CHUNK):
            read += len(chunk)
            if read > limits.CSV_BYTES:
                raise FileTooLargeError(source.name, f"over {limits.CSV_BYTES} bytes")
            text = decoder.decode(chunk)
            wrong += text.count(_REPLACEMENT)
            if not text.isascii():
                letters += len(text) - len(text.encode("ascii", "ignore"))
        wrong += decoder.decode(b"", final=True).count(_REPLACEMENT)
    return letters - wrong, wrong


def _first_records(
    source: Source, encoding: Encoding, delimiter: str, most: int = limits.HEADER_WITHIN_ROWS
) -> list[list[str]]:
    with source.open() as binary:
        head = io.BytesIO(binary.read(_SAMPLE_BYTES))
    records = _records(_Lines(_decoded(head, encoding)), delimiter)
    return [cells for _, (_, cells, _) in zip(range(most), records, strict=False)]


def _likeness(cells: list[str]) -> int:
    return len([cell for cell in cells if cell.strip()])


def _decoded(binary: IO[bytes], encoding: Encoding) -> io.TextIOWrapper:
    return io.TextIOWrapper(binary, encoding=encoding.codec, errors="replace", newline="")


class _TooManyLinesError(Exception):
    """A record goes on and on: somewhere a quote was opened and never closed."""


class _Lines:
    """The lines of a file, counted, with a way to take those of a damaged record again."""

    def __init__(self, stream: io.TextIOWrapper) -> None:
        self._stream = stream
        self._again: deque[str] = deque()
        self.taken: list[str] = []
        self.number = 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._again.popleft() if self._again else self._stream.readline(_LONGEST_LINE)
        if not line:
            raise StopIteration
        if len(line) >= _LONGEST_LINE and line[-1] not in "\r\n":
            self._drop_rest_of_line()
        self.number += 1
        self.taken.append(line)
        if len(self.taken) > limits.RECORD_LINES:
            raise _TooManyLinesError
        return line

    def keep_only_first(self) -> str:
        """Give all lines but the first of the record back, and return the first."""
        first, *rest = self.taken
        self._again.extendleft(reversed(rest))
        self.number -= len(rest)
        return first.rstrip("\r\n")

    def _drop_rest_of_line(self) -> None:
        while (rest := self._stream.readline(_LONGEST_LINE)) and rest[-1] not in "\r\n":
            pass


def _records(lines: _Lines, delimiter: str, width: int = 0) -> Iterator[RawRow]:
    """Yield the records of a file; one that cannot be parsed is its first line, with a reason.

    ``width`` is that of the header; 0 where none is known yet.
    """
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    while True:
        lines.taken.clear()
        line_number = lines.number + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except (csv.Error, _TooManyLinesError):
            yield line_number, [lines.keep_only_first()], _damage_of(lines.taken[0])
            continue
        if not any(cells):
            continue
        if width and _has_swallowed_rows(lines.taken, delimiter, len(cells), width):
            yield line_number, [lines.keep_only_first()], Rejection.DAMAGED_ROW
        elif any("\0" in line for line in lines.taken):
            yield line_number, cells, Rejection.DAMAGED_TEXT
        else:
            yield line_number, cells, None


def _has_swallowed_rows(taken: list[str], delimiter: str, cells: int, width: int) -> bool:
    """Tell whether a record over several lines is a stray quote with whole rows behind it."""
    if len(taken) == 1:
        return False
    delimiters = sum(line.count(delimiter) for line in taken)
    return cells != width or delimiters >= len(taken) * (width - 1)


def _damage_of(line: str) -> Rejection:
    too_long = len(line) > limits.CELL_CHARS
    return Rejection.CELL_TOO_LONG if too_long else Rejection.DAMAGED_ROW
