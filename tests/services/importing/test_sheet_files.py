from __future__ import annotations

import io
import multiprocessing
import zipfile
from datetime import datetime
from pathlib import Path

import pytest
import xlsxwriter

from desktop.errors import CancelledError, FileTooLargeError, FileUnreadableError, UnknownTableError
from desktop.models.records.importing import ImportTable
from desktop.services.importing import limits
from desktop.services.importing.files import recognise
from desktop.services.importing.sheet_reader import as_text
from desktop.services.importing.sources import Source, find
from tests.services.importing.exports import CONTACT_HEADER, write_xlsx

ROW = ["D1", "+436605550101", "=1+1", "2026-01-01T10:00:00", "", "", ""]


def _source(path: Path) -> Source:
    return Source(path.name, path, path.stat().st_size)


def _cells(path: Path) -> list[tuple[int, list[str]]]:
    return [(line, cells[:-1]) for (line, cells, _), _ in recognise(_source(path)).rows()]


def test_that_a_workbook_of_text_is_read_as_it_is(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "contacts.xlsx", [CONTACT_HEADER, ROW, [""], ROW])

    assert _cells(path) == [(2, ROW), (4, ROW)]


def test_that_numbers_and_dates_come_as_an_export_would_write_them(tmp_path: Path) -> None:
    path = tmp_path / "contacts.xlsx"
    with xlsxwriter.Workbook(path) as book:
        page = book.add_worksheet()
        moment = book.add_format({"num_format": "dd.mm.yyyy hh:mm:ss"})
        page.write_row(0, 0, CONTACT_HEADER)
        page.write_string(1, 0, "D1")
        page.write_number(1, 1, 436605550101)
        page.write_number(1, 2, 8943010000000000001)
        page.write_datetime(1, 3, datetime(2026, 2, 16, 10, 0, 36), moment)  # noqa: DTZ001
        page.write_number(1, 4, 46069.4170833333)
        page.write_formula(1, 5, "=1+1", None, 2)
        page.write_boolean(1, 6, True)

    assert _cells(path) == [
        (
            2,
            [
                "D1",
                "436605550101",
                "8.94301E+18",
                "2026-02-16T10:00:36",
                "46069.4170833333",
                "2",
                "TRUE",
            ],
        )
    ]


def test_that_the_first_sheet_with_a_known_header_is_taken(tmp_path: Path) -> None:
    path = tmp_path / "book.xlsx"
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet("Cover").write_string(3, 2, "Export of May")
        page = book.add_worksheet("Contacts")
        page.write_string(0, 0, "all contacts")
        for column, cell in enumerate(CONTACT_HEADER):
            page.write_string(2, column + 1, cell)
            page.write_string(3, column + 1, ROW[column])

    file = recognise(_source(path))

    assert file.header.table == ImportTable.CONTACTS
    assert [(line, cells[1:8]) for (line, cells, _), _ in file.rows()] == [(4, ROW)]


def test_that_a_long_number_that_a_spreadsheet_has_cut_can_be_told() -> None:
    assert as_text(8943010000000000001.0) == "8.94301E+18"
    assert as_text(436605550101.0) == "436605550101"
    assert as_text(0.5) == "0.5"


def test_that_a_workbook_of_no_table_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnknownTableError, match="no known column"):
        recognise(_source(write_xlsx(tmp_path / "book.xlsx", [["a", "b"]])))


def test_that_a_damaged_workbook_is_told_as_unreadable(tmp_path: Path) -> None:
    path = tmp_path / "book.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("[Content_Types].xml", "<broken")
        archive.writestr("xl/workbook.xml", "<broken")

    with pytest.raises(FileUnreadableError):
        recognise(_source(path))


def test_that_a_workbook_that_wants_all_memory_is_refused_and_its_reader_gone(
    tmp_path: Path,
) -> None:
    sheet = (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        '<row r="1"><c r="A1" t="inlineStr"><is><t>service_no</t></is></c></row>'
        '<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>far away</t></is></c></row>'
        "</sheetData></worksheet>"
    )
    path = write_xlsx(tmp_path / "plain.xlsx", [CONTACT_HEADER])
    bomb = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(path) as plain, zipfile.ZipFile(bomb, "w") as archive:
        for member in plain.infolist():
            is_sheet = member.filename == "xl/worksheets/sheet1.xml"
            archive.writestr(member, sheet if is_sheet else plain.read(member))

    with pytest.raises(FileTooLargeError):
        recognise(_source(bomb))
    assert multiprocessing.active_children() == []


def test_that_a_workbook_that_unpacks_too_far_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/worksheets/sheet1.xml", io.BytesIO(b" " * (1 << 24)).getvalue())

    with pytest.raises(FileTooLargeError, match="to 1"):
        find([path])


def test_that_a_reader_that_falls_silent_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "CHILD_SILENCE_S", 0.0)
    # Looked at before a process can have started at all.
    monkeypatch.setattr("desktop.services.importing.sheet_files._GLANCE_S", 0.0)
    monkeypatch.setattr("desktop.services.importing.sheet_files._GLANCE_S", 0.001)
    path = write_xlsx(tmp_path / "contacts.xlsx", [CONTACT_HEADER, ROW])

    with pytest.raises(FileTooLargeError, match="too long"):
        recognise(_source(path))


def test_that_one_who_waits_for_a_workbook_may_lose_patience(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.services.importing.sheet_files._GLANCE_S", 0.001)
    path = write_xlsx(tmp_path / "contacts.xlsx", [CONTACT_HEADER, ROW])

    def lose_patience() -> None:
        raise CancelledError

    with pytest.raises(CancelledError):
        recognise(_source(path), lose_patience)
    assert multiprocessing.active_children() == []


def test_that_leaving_early_ends_the_reader(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "contacts.xlsx", [CONTACT_HEADER, *[ROW] * 5_000])
    rows = recognise(_source(path)).rows()

    next(iter(rows))
    rows.close()  # type: ignore[attr-defined]  # it is a generator

    assert multiprocessing.active_children() == []
