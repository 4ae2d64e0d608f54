"""Where the bytes of an import lie: files, folders, and ZIP files that are checked first."""

from __future__ import annotations

import os
import shutil
import tempfile
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from desktop.errors import FileTooLargeError, FileUnreadableError
from desktop.services.importing import limits

ERROR_FILE_SUFFIX = ".errors.csv"
TEXT_SUFFIXES = frozenset({".csv", ".tsv", ".txt"})
TABLE_SUFFIXES = TEXT_SUFFIXES | {".xlsx"}

_ZIP_MAGIC = b"PK\x03\x04"
_XLSX_PART = "[Content_Types].xml"
_ENCRYPTED = 0x1

UNREADABLE = (OSError, zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError)
"""What reading a file, or a member of a damaged ZIP file, may raise."""


@dataclass(frozen=True, slots=True)
class Source:
    """The bytes of one file, on the disk or inside a ZIP file; ``size`` is unpacked."""

    name: str
    path: Path
    size: int
    member: zipfile.ZipInfo | None = None

    @property
    def stem(self) -> str:
        """The bare name, without folders and suffix."""
        return Path(self.member.filename if self.member else self.path).stem

    @contextmanager
    def open(self) -> Iterator[IO[bytes]]:
        """Open the bytes for reading.

        Raises:
            FileUnreadableError: they cannot be read (any more).

        """
        with told_as_unreadable(self.name):
            if self.member is None:
                with self.path.open("rb") as stream:
                    yield stream
            else:
                with zipfile.ZipFile(self.path) as archive, archive.open(self.member) as stream:
                    yield stream

    @contextmanager
    def on_disk(self) -> Iterator[Path]:
        """Give a path to the bytes; those inside a ZIP file are unpacked for as long as needed."""
        if self.member is None:
            yield self.path
            return
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "table.xlsx")
            with self.open() as stream, path.open("wb") as copy:
                shutil.copyfileobj(stream, copy)
            yield path

    def is_xlsx(self) -> bool:
        """Tell a workbook from text by its content."""
        with self.open() as stream:
            return stream.read(len(_ZIP_MAGIC)) == _ZIP_MAGIC


@dataclass(slots=True)
class Found:
    """The files that an import will try, and the names of those that it passes over."""

    sources: list[Source] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)


@contextmanager
def told_as_unreadable(name: str) -> Iterator[None]:
    """Turn what the system says about a file into one kind of failure."""
    try:
        yield
    except UNREADABLE as error:
        raise FileUnreadableError(name, getattr(error, "strerror", None) or str(error)) from error


def find(paths: Sequence[Path]) -> Found:
    """Return the files that ``paths`` name, whole or inside folders and ZIP files.

    Raises:
        FileUnreadableError: a path that was named cannot be read.
        FileTooLargeError: a file is over a limit.

    """
    found = Found()
    for path in paths:
        with told_as_unreadable(str(path)):
            if path.is_dir():
                _look_into_folder(path, found)
            else:
                _add_file(path, found)
    return found


def _look_into_folder(folder: Path, found: Found) -> None:
    names = sorted(entry.name for entry in os.scandir(folder) if entry.is_file())
    if len(names) > limits.FOLDER_FILES:
        raise FileTooLargeError(str(folder), f"{len(names)} files")
    for name in names:
        if name.startswith((".", "~$")) or name.endswith(ERROR_FILE_SUFFIX):
            continue
        if Path(name).suffix.lower() in TABLE_SUFFIXES:
            _add_file(folder / name, found)
        else:
            found.skipped.append(name)


def _add_file(path: Path, found: Found) -> None:
    if path.is_fifo() or path.is_socket():
        # Opening a pipe would wait for somebody to write into it, perhaps for ever.
        raise FileUnreadableError(str(path), "not a file")
    with path.open("rb") as stream:
        packed = stream.read(len(_ZIP_MAGIC)) == _ZIP_MAGIC
        size = os.fstat(stream.fileno()).st_size
    if not packed:
        _limit(path.name, size, limits.CSV_BYTES)
        found.sources.append(Source(path.name, path, size))
        return
    with zipfile.ZipFile(path) as archive:
        members = _checked_members(path.name, archive)
    if any(member.filename == _XLSX_PART for member in members):
        _limit(path.name, size, limits.XLSX_BYTES)
        found.sources.append(Source(path.name, path, size))
    else:
        _look_into_zip(path, members, found)


def _look_into_zip(path: Path, members: Sequence[zipfile.ZipInfo], found: Found) -> None:
    for member in sorted(members, key=lambda member: member.filename):
        name = Path(member.filename)
        shown = f"{path.name}/{member.filename}"
        if member.is_dir() or "__MACOSX" in name.parts or name.name.startswith((".", "~$")):
            continue
        if name.suffix.lower() == ".zip":
            raise FileUnreadableError(shown, "a ZIP file inside a ZIP file")
        if name.suffix.lower() not in TABLE_SUFFIXES or name.name.endswith(ERROR_FILE_SUFFIX):
            found.skipped.append(shown)
            continue
        source = Source(shown, path, member.file_size, member)
        if source.is_xlsx():
            _limit(shown, member.file_size, limits.XLSX_BYTES)
            _check_workbook(source)
        found.sources.append(source)


def _check_workbook(source: Source) -> None:
    """Check a workbook inside a ZIP file; any other ZIP file there is refused."""
    with source.on_disk() as copy, zipfile.ZipFile(copy) as archive:
        members = _checked_members(source.name, archive)
    if not any(member.filename == _XLSX_PART for member in members):
        raise FileUnreadableError(source.name, "a ZIP file inside a ZIP file")


def _checked_members(name: str, archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    """Return the members of a ZIP file, after a look at what unpacking them would cost."""
    members = archive.infolist()
    if len(members) > limits.ZIP_ENTRIES:
        raise FileTooLargeError(name, f"{len(members)} entries")
    _limit(name, sum(member.file_size for member in members), limits.UNPACKED_BYTES)
    for member in members:
        if member.flag_bits & _ENCRYPTED:
            raise FileUnreadableError(name, "encrypted")
        ratio = member.file_size / max(member.compress_size, 1)
        if member.file_size > limits.RATIO_FREE_BYTES and ratio > limits.RATIO:
            raise FileTooLargeError(name, f"packed {ratio:.0f} to 1")
    return members


def _limit(name: str, size: int, most: int) -> None:
    if size > most:
        raise FileTooLargeError(name, f"{size} bytes, at most {most}")
