"""The tables among the files that somebody chose, ready to be read or shown."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from desktop.errors import UnknownTableError
from desktop.models.records.importing import FilePreview, ImportPreview, ImportTable
from desktop.services.importing import limits, sheet_files, text_files
from desktop.services.importing.sheet_files import SheetFile, Waiting, no_one_waits
from desktop.services.importing.sources import Source, find
from desktop.services.importing.text_files import TextFile

TableFile = TextFile | SheetFile

_ORDER = {table: place for place, table in enumerate(ImportTable)}


def find_tables(
    paths: Sequence[Path], waiting: Waiting = no_one_waits
) -> tuple[list[TableFile], tuple[str, ...]]:
    """Return the tables in ``paths`` in the order of reading, and the names of files passed over.

    A file that was named itself must be a table; one found in a folder or a ZIP file need not.
    ``waiting`` is called again and again while a workbook is opened, and may raise.

    Raises:
        UnknownTableError: a named file is no table, or there is none at all.
        FileUnreadableError: a file cannot be read.
        FileTooLargeError: a file is over a limit.

    """
    found = find(paths)
    named = {path.absolute() for path in paths}
    tables: list[TableFile] = []
    skipped = list(found.skipped)
    for source in found.sources:
        try:
            tables.append(recognise(source, waiting))
        except UnknownTableError:
            if source.member is None and source.path.absolute() in named:
                raise
            skipped.append(source.name)
    if not tables:
        raise UnknownTableError(", ".join(path.name for path in paths), "no table")
    tables.sort(key=lambda file: _ORDER[file.header.table])
    return tables, tuple(skipped)


def recognise(source: Source, waiting: Waiting = no_one_waits) -> TableFile:
    """Find out which table a file is."""
    if source.is_xlsx():
        return sheet_files.recognise(source, waiting)
    return text_files.recognise(source)


def preview(paths: Sequence[Path]) -> ImportPreview:
    """Return what an import of ``paths`` would read; raises what :func:`find_tables` does."""
    tables, skipped = find_tables(paths)
    return ImportPreview(tuple(_preview_of(file) for file in tables), skipped)


def _preview_of(file: TableFile) -> FilePreview:
    if isinstance(file, SheetFile):
        encoding, delimiter, rows = "XLSX", "", file.row_count
        first = sheet_files.sample_rows(file, limits.PREVIEW_ROWS)
    else:
        encoding, delimiter = file.encoding.codec, file.delimiter
        rows = text_files.estimated_rows(file)
        first = text_files.sample_rows(file, limits.PREVIEW_ROWS)
    return FilePreview(
        name=file.source.name,
        table=file.header.table,
        encoding=encoding,
        delimiter=delimiter,
        columns=file.header.as_written,
        unknown_columns=file.header.unknown,
        first_rows=tuple(tuple(cells) for cells in first),
        rows=rows,
    )
