"""The import page, used as a person uses it, on a real window and a real database."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QTableView, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import func, select

from desktop.models.records.importing import ImportPhase, ImportProgress
from desktop.models.tables import Contact
from desktop.services.importing import reading
from desktop.services.storage.database import Database
from desktop.views.importing.page import ImportPage
from desktop.views.widgets.columns import CELL_ROLE
from tests.services.importing.exports import SENDER, write_export
from tests.support.window import Person, opened_desk

GOOD = ["D1", "+43 660 5550101", "Anna", "2026-02-01T10:00:00", "", "", ""]
STARTED = ["D1", "+43 660 5550102", "", "2026-02-01", "2026-02-01", SENDER, ""]
LANDLINE = ["D1", "+43 1 5321234", "", "2026-02-01", "", "", ""]


@pytest.fixture
def database(migrated_sqlite_url: str) -> Iterator[Database]:
    opened = Database(migrated_sqlite_url)
    yield opened
    opened.close()


@pytest.fixture
def person(qtbot: QtBot, database: Database, tmp_path: Path) -> Iterator[Person]:
    with opened_desk(qtbot, database, tmp_path) as somebody:
        somebody.settles()
        somebody.window.show_page("importing")
        somebody.settles()
        yield somebody


@pytest.fixture
def export(tmp_path: Path) -> Path:
    return write_export(tmp_path / "export", [GOOD, STARTED, LANDLINE])


def _page(person: Person) -> ImportPage:
    page = person.window.page("importing")
    assert isinstance(page, ImportPage)
    return page


def _press(person: Person, name: str) -> None:
    button = person.sees(name)
    assert isinstance(button, QAbstractButton)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def _texts(person: Person, name: str) -> list[list[str]]:
    table = person.sees(name)
    assert isinstance(table, QTableView)
    model: QAbstractItemModel = table.model()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    return [
        [model.index(row, column).data(CELL_ROLE).text for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def _drop(page: QWidget, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    action, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    keys = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(10, 10), action, data, button, keys)
    page.dragEnterEvent(enter)
    assert enter.isAccepted()
    page.dropEvent(QDropEvent(QPointF(10, 10), action, data, button, keys))


def _contacts(database: Database) -> int | None:
    with database.read() as session:
        return session.scalar(select(func.count()).select_from(Contact))


def test_that_the_empty_page_says_what_can_be_read(person: Person) -> None:
    formats = _texts(person, "import_formats")

    assert [row[0] for row in formats] == [
        "Customers",
        "Services",
        "SIM cards",
        "Contacts",
        "Traffic",
    ]
    assert formats[3][1] == "service_no, phone, entered_at"
    assert person.sees("import_drop_area").accessibleName() == "Drop the platform's exports here"


def test_that_a_dropped_folder_is_shown_read_and_reported(
    person: Person, database: Database, export: Path
) -> None:
    _drop(_page(person), export)
    assert [row[:2] for row in _texts(person, "import_preview")] == [
        ["customers.csv", "Customers"],
        ["services.csv", "Services"],
        ["sims.csv", "SIM cards"],
        ["contacts.csv", "Contacts"],
    ]
    assert _texts(person, "import_first_rows")[0][:3] == ["D1", "+43 6•• •••••01", "Anna"]

    _press(person, "run_import")

    assert _texts(person, "import_report") == [
        ["Customers", "2", "2", "0", "0", "0"],
        ["Services", "2", "2", "0", "0", "0"],
        ["SIM cards", "1", "1", "0", "0", "0"],
        ["Contacts", "3", "2", "0", "0", "1"],
        ["All", "8", "7", "0", "0", "1"],
    ]
    assert (
        person.sees("import_outcome")
        .accessibleName()
        .endswith("7 brought something new. 1 were rejected.")
    )
    assert _contacts(database) == 2


def test_that_an_error_file_is_a_link_to_its_folder(
    person: Person, export: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    _drop(_page(person), export)
    _press(person, "run_import")

    link = person.sees("open_error_folder")
    assert isinstance(link, QAbstractButton)
    assert link.text() == str(export / "contacts.errors.csv")
    link.click()

    assert opened == [QUrl.fromLocalFile(str(export))]


def test_that_the_same_export_again_brings_nothing_new_and_the_last_imports_are_listed(
    person: Person, export: Path
) -> None:
    for _ in range(2):
        _drop(_page(person), export)
        _press(person, "run_import")
        person.sees("import_report")
        person.settles()
        outcome = person.sees("import_outcome").accessibleName()
        _press(person, "import_again")

    assert "Nothing was new." in outcome
    person.waits_until(lambda: len(_texts(person, "past_imports")) == 2)
    assert [row[1:] for row in _texts(person, "past_imports")] == [["Lena Moser", "8", "1"]] * 2


def test_that_files_are_chosen_in_a_dialog_that_blocks_nothing(
    person: Person, export: Path
) -> None:
    _press(person, "choose_files")
    page = _page(person)
    dialog = page.findChild(QFileDialog, "import_dialog")
    assert dialog is not None
    assert dialog.fileMode() == QFileDialog.FileMode.ExistingFiles
    dialog.close()
    dialog.filesSelected.emit([str(export / "customers.csv")])

    assert _texts(person, "import_preview") == [
        ["customers.csv", "Customers", "UTF-8, semicolon", "2"]
    ]
    _press(person, "choose_others")
    assert person.sees("import_drop_area").isVisible()


def test_that_a_cancelled_import_changes_nothing_and_says_so(
    person: Person, database: Database, export: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "_REPORT_EVERY_S", 0.0)
    page = _page(person)
    run = person.app.services.importing.run

    def run_slowly(paths: list[Path], **options: object) -> object:
        """Waits in the middle until the person has pressed *Cancel*."""
        tell = options.pop("progress")
        assert callable(tell)

        def tell_and_wait(progress: ImportProgress) -> None:
            tell(progress)
            if progress.phase is ImportPhase.WRITING:
                page._stop.wait(60)

        return run(paths, progress=tell_and_wait, **options)  # type: ignore[arg-type]  # passed on

    monkeypatch.setattr(type(person.app.services.importing), "run", staticmethod(run_slowly))
    _drop(page, export)
    _press(person, "run_import")
    _press(person, "taskCancel")

    stopped = person.sees("import_stopped")
    assert stopped.accessibleName() == "The import was stopped. Nothing was changed."
    assert _contacts(database) == 0
    assert person.sees("run_import").isVisible()


@pytest.mark.parametrize("name", ["missing.csv", "other.csv"])
def test_that_a_file_that_cannot_be_read_is_told_and_the_page_goes_on(
    person: Person, export: Path, tmp_path: Path, name: str
) -> None:
    (tmp_path / "other.csv").write_text("a;b\n1;2\n")
    _page(person).look_at([tmp_path / name])

    assert name in person.sees("import_error").accessibleName()
    _drop(_page(person), export)
    person.sees("run_import")
    error = _page(person).findChild(QWidget, "import_error")
    assert error is not None
    assert not error.isVisible()


def test_that_a_file_that_went_away_meanwhile_is_told_and_nothing_is_lost(
    person: Person, database: Database, export: Path
) -> None:
    _drop(_page(person), export)
    person.sees("run_import")
    for path in export.iterdir():
        path.unlink()
    export.rmdir()
    _press(person, "run_import")

    assert "cannot be read" in person.sees("import_error").accessibleName()
    assert _contacts(database) == 0


def test_that_the_page_speaks_german_when_the_language_changes(
    person: Person, export: Path
) -> None:
    _drop(_page(person), export)
    _press(person, "run_import")
    person.sees("import_report")
    person.app.desk.language.apply("de")

    person.waits_until(lambda: _texts(person, "import_report")[-1][0] == "Alle")
    assert [row[0] for row in _texts(person, "import_report")][-2:] == ["Kontakte", "Alle"]
    assert "wurden abgewiesen" in person.sees("import_outcome").accessibleName()
