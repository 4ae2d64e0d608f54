"""Exported tables: opened as a spreadsheet and our own import open them."""

from __future__ import annotations

import csv
import os
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event
from typing import Any
from zoneinfo import ZoneInfo

import openpyxl
import pytest
from python_calamine import CalamineWorkbook
from sqlalchemy import select

from desktop.errors import CancelledError, DiskFullError, FileUnwritableError
from desktop.models.eligibility import ReminderRules
from desktop.models.records.signups import SignupFilter, SignupRow, SignupSelection
from desktop.models.states import ExclusionReason, SmsState
from desktop.models.tables import AuditEntry, Contact
from desktop.services import table_files
from desktop.services.exporting import (
    ExportOrder,
    ExportProgress,
    ExportWords,
    SignupExport,
    TableFormat,
)
from desktop.services.importing.load import Importing
from desktop.services.signups import Signups
from desktop.services.storage.database import Database
from desktop.services.table_files import FieldKind, TableField, XlsxFile, written_whole
from tests.support.signups import add_contacts, fill_signups

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
VIENNA = ZoneInfo("Europe/Vienna")
_WORDS = ExportWords(
    "de",
    "SMS möglich",
    "Anmeldungen",
    {reason: reason.value for reason in ExclusionReason},
    {state: state.value for state in SmsState},
)
_SIGNUPS = 120
_NASTY = ('=HYPERLINK("http://example.com")', "+1+1", "-2", "@SUM(1)", '";x', "Zeile\numbruch")


@pytest.fixture
def database(migrated_sqlite_url: str) -> Iterator[Database]:
    database = Database(migrated_sqlite_url, clock=lambda: NOW)
    fill_signups(database, NOW, _SIGNUPS)
    add_contacts(
        database,
        [
            {"e164": f"+43664555{n:04}", "name": name, "entered_at": NOW - timedelta(days=2)}
            for n, name in enumerate(_NASTY)
        ],
    )
    yield database
    database.close()


@pytest.fixture
def signups(database: Database) -> Signups:
    return Signups(database, ReminderRules)


def _order(
    signups: Signups,
    path: Path,
    wanted: SignupFilter | None = None,
    selection: SignupSelection | None = None,
) -> ExportOrder:
    query = signups.query(wanted or SignupFilter())
    chosen = selection or SignupSelection(query.filter)
    form = TableFormat(path.suffix[1:])
    return ExportOrder(query, chosen, path, form, _WORDS, VIENNA, "Lena Moser")


def _save(database: Database, signups: Signups, order: ExportOrder) -> list[object]:
    reports: list[object] = []
    result = SignupExport(database, signups).save(order, Event(), reports.append)
    assert result.path == order.path
    return reports


def _nobody_listens(_progress: object) -> None:
    """Stand in where nobody watches."""


def _rows(signups: Signups, wanted: SignupFilter | None = None) -> tuple[SignupRow, ...]:
    return signups.page(signups.query(wanted or SignupFilter()), rows=10_000)


def _csv_rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def test_that_a_csv_file_holds_what_is_listed_and_guards_it(
    database: Database, signups: Signups, tmp_path: Path
) -> None:
    path = tmp_path / "liste.csv"
    reports = _save(database, signups, _order(signups, path))

    assert path.read_bytes().startswith(b"\xef\xbb\xbfkundennummer;")
    expected = _rows(signups)
    found = _csv_rows(path)
    assert [row["telefon"] for row in found] == [f'="{row.e164}"' for row in expected]
    names = {row["telefon"]: row["name"] for row in found}
    assert names['="+436645550000"'] == f"'{_NASTY[0]}"
    assert names['="+436645550005"'] == "Zeile\numbruch"
    assert not any(row["name"].startswith(("=", "+", "-", "@")) for row in found)
    assert {row["sms"] for row in found} >= {"SMS möglich", "too_old"}
    assert reports[-1] == ExportProgress(len(expected), len(expected))


def test_that_our_own_import_reads_an_exported_csv_file_as_it_was(
    database: Database, signups: Signups, migrated_postgres_url: str, tmp_path: Path
) -> None:
    path = tmp_path / "liste.csv"
    without_landlines = SignupFilter(customer_id=1)
    _save(database, signups, _order(signups, path, without_landlines))
    target = Database(migrated_postgres_url, clock=lambda: NOW)
    fill_signups(target, NOW, 0)

    report = Importing(target).run([path], agent="test", error_dir=tmp_path)

    mobile = {
        row.e164: row.entered_at
        for row in _rows(signups, without_landlines)
        if row.reason is not ExclusionReason.NOT_A_MOBILE_NUMBER
    }
    with target.read() as session:
        found = session.execute(select(Contact.e164, Contact.entered_at)).all()
    assert {e164 for e164, _ in found} == set(mobile)
    assert all(at == mobile[e164].replace(microsecond=0) for e164, at in found)
    assert "alter_tage" in str(report.unknown_columns)
    target.close()


@pytest.mark.parametrize("reader", ["openpyxl", "calamine"])
def test_that_a_spreadsheet_shows_numbers_as_text_and_moments_as_dates(
    database: Database, signups: Signups, tmp_path: Path, reader: str
) -> None:
    path = tmp_path / "liste.xlsx"
    _save(database, signups, _order(signups, path))

    if reader == "openpyxl":
        sheet = openpyxl.load_workbook(path)["Anmeldungen"]
        assert sheet.freeze_panes == "A2"
        assert {cell.data_type for cell in sheet["F"]} <= {"s", "inlineStr", "n"}
        table: list[list[Any]] = [list(row) for row in sheet.values]
    else:
        table = list(CalamineWorkbook.from_path(path).get_sheet_by_name("Anmeldungen").to_python())
    header, *rows = table
    expected = _rows(signups)
    phone, name, entered = (header.index(one) for one in ("telefon", "name", "eingetragen_am"))
    assert [row[phone] for row in rows] == [row.e164 for row in expected]
    assert [row[name] for row in rows] == [row.name for row in expected]
    shown = [row.entered_at.astimezone(VIENNA).replace(tzinfo=None) for row in expected]
    for row, moment in zip(rows, shown, strict=True):
        assert abs(row[entered] - moment) < timedelta(seconds=1)


def test_that_exactly_the_selection_is_exported(
    database: Database, signups: Signups, tmp_path: Path
) -> None:
    wanted = SignupFilter(service_id=1)
    listed = [row.e164 for row in _rows(signups, wanted)]
    without = frozenset(row.contact_id for row in _rows(signups, wanted)[:4])
    chosen = frozenset(row.contact_id for row in _rows(signups, wanted)[2:9])
    for number, (selection, expected) in enumerate(
        [
            (SignupSelection(wanted, without), listed[4:]),
            (SignupSelection(chosen=chosen), listed[2:9]),
        ]
    ):
        path = tmp_path / f"{number}.csv"
        _save(database, signups, _order(signups, path, wanted, selection))
        assert [row["telefon"] for row in _csv_rows(path)] == [f'="{one}"' for one in expected]


def test_that_rows_beyond_the_end_of_a_sheet_go_on_in_the_next(tmp_path: Path) -> None:
    path = tmp_path / "lang.xlsx"
    fields = [TableField("telefon", FieldKind.PHONE), TableField("anzahl", FieldKind.COUNT)]
    with XlsxFile(path, fields, VIENNA, sheet="Liste", sheet_rows=4) as file:
        for number in range(7):
            file.write((f"+43664000000{number}", number))

    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["Liste", "Liste 2", "Liste 3"]
    assert [[row[1] for row in book[name].values] for name in book.sheetnames] == [
        ["anzahl", 0, 1, 2],
        ["anzahl", 3, 4, 5],
        ["anzahl", 6],
    ]
    assert table_files.SHEET_ROWS == 1_048_576


def test_that_an_export_stands_in_the_audit_log_without_personal_data(
    database: Database, signups: Signups, tmp_path: Path
) -> None:
    _save(database, signups, _order(signups, tmp_path / "a.csv", SignupFilter(customer_id=1)))

    with database.read() as session:
        entry = session.scalars(select(AuditEntry)).one()
    assert (entry.act, entry.actor, entry.customer_id) == ("signups.exported", "Lena Moser", 1)
    assert entry.payload == {
        "rows": len(_rows(signups, SignupFilter(customer_id=1))),
        "format": "csv",
        "service_id": None,
    }


@pytest.mark.parametrize("name", ["liste.csv", "liste.xlsx"])
def test_that_a_cancelled_export_leaves_what_was_there_before(
    database: Database, signups: Signups, tmp_path: Path, name: str
) -> None:
    folder = tmp_path / "ziel"
    folder.mkdir()
    path = folder / name
    path.write_text("von gestern")
    stop = _StopsAtSecondLook()

    with pytest.raises(CancelledError):
        SignupExport(database, signups).save(_order(signups, path), stop, _nobody_listens)

    assert path.read_text() == "von gestern"
    assert os.listdir(folder) == [name]  # noqa: PTH208  hidden files as well
    with database.read() as session:
        assert session.scalars(select(AuditEntry)).all() == []


class _StopsAtSecondLook(Event):
    """Is not set when the counting looks, but when the first page is written."""

    def __init__(self) -> None:
        super().__init__()
        self._looks = 0

    def is_set(self) -> bool:
        self._looks += 1
        return self._looks > 1


@pytest.mark.parametrize("name", ["liste.csv", "liste.xlsx"])
def test_that_a_folder_that_is_not_there_gives_a_known_failure(
    database: Database, signups: Signups, tmp_path: Path, name: str
) -> None:
    order = _order(signups, tmp_path / "nirgends" / name)

    with pytest.raises(FileUnwritableError):
        SignupExport(database, signups).save(order, Event(), _nobody_listens)


def test_that_a_full_disk_is_told_as_one(tmp_path: Path) -> None:
    path = tmp_path / "voll.csv"
    with pytest.raises(DiskFullError), written_whole(path), Path("/dev/full").open("w") as full:
        full.write("x" * 100_000)
    assert not path.exists()
