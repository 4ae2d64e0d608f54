from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.models.records.paging import PAGE_ROWS
from desktop.views.theme import LIGHT, StateKind
from desktop.views.widgets.checks import EVERYTHING, NOTHING, Checks
from desktop.views.widgets.columns import CELL_ROLE, Cell, CellKind, Column, RowButton
from desktop.views.widgets.desk_table import DeskTable
from desktop.views.widgets.empty_state import EmptyState
from desktop.views.widgets.paged_model import KEPT_PAGES, PagedTableModel
from desktop.views.widgets.table_model import RecordTableModel
from tests.views.widgets.pixels import colours


@dataclass(frozen=True, slots=True)
class Person:
    id: int
    name: str
    age: int


PEOPLE = [Person(1, "Lena Moser", 41), Person(2, "Elias Eder", 7), Person(3, "Nora Winkler", 19)]
COLUMNS: list[Column[Person]] = [
    Column("check", "", kind=CellKind.CHECK, width=40, gap=0),
    Column("name", "Name", lambda p: p.name, CellKind.STRONG, sort=lambda p: p.name),
    Column("age", "Age", lambda p: str(p.age), CellKind.NUMBER, sort=lambda p: p.age),
    Column(
        "state",
        "State",
        lambda p: "old" if p.age > 18 else "young",
        CellKind.STATE,
        state=lambda p: StateKind.GOOD if p.age > 18 else StateKind.WARNING,
        stretch=True,
    ),
]


def records(model: RecordTableModel[Person]) -> list[int]:
    return [person.id for person in model.records]


@pytest.fixture
def model() -> RecordTableModel[Person]:
    return RecordTableModel(COLUMNS, PEOPLE, lambda person: person.id)


@pytest.fixture
def table(qtbot: QtBot, model: RecordTableModel[Person]) -> Iterator[DeskTable]:
    made = DeskTable(name="People", choosable=True)
    made.setObjectName("people")
    qtbot.addWidget(made)
    made.set_model(model)
    made.resize(600, 300)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.setModel(None)


def test_that_the_model_of_records_keeps_the_rules_of_item_models(
    model: RecordTableModel[Person],
) -> None:
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.sort(2)
    model.set_records(PEOPLE[:1])
    model.set_records([])
    model.set_records(PEOPLE)
    assert records(model) == [2, 3, 1]


def test_that_sorting_follows_the_value_and_not_the_words(model: RecordTableModel[Person]) -> None:
    model.sort(2, Qt.SortOrder.DescendingOrder)
    assert records(model) == [1, 3, 2]
    model.sort(-1)
    assert records(model) == [1, 2, 3]


def test_that_a_cell_is_answered_whole(model: RecordTableModel[Person]) -> None:
    cell = model.index(1, 3).data(CELL_ROLE)
    assert cell == Cell(CellKind.STATE, "young", state=StateKind.WARNING)
    assert model.index(1, 3).data(Qt.ItemDataRole.DisplayRole) == "young"
    assert model.index(1, 3).data(Qt.ItemDataRole.FontRole) is None


@given(st.lists(st.integers(0, 30)), st.booleans())
def test_that_checks_count_what_they_hold(turned: list[int], everything: bool) -> None:
    checks = EVERYTHING if everything else NOTHING
    for record_id in turned:
        checks = checks.toggled(record_id)
    assert checks.count(31) == sum(checks.holds(record_id) for record_id in range(31))


def test_that_a_check_turned_twice_is_as_before() -> None:
    assert Checks().toggled(4).toggled(4) == NOTHING


def test_that_space_and_the_header_turn_check_boxes(
    qtbot: QtBot, table: DeskTable, model: RecordTableModel[Person]
) -> None:
    table.setFocus()
    table.setCurrentIndex(model.index(1, 1))
    with qtbot.waitSignal(model.checks_changed):
        QTest.keyClick(table, Qt.Key.Key_Space)
    assert model.checks == Checks(ids=frozenset({2}))
    horizontal, check = Qt.Orientation.Horizontal, Qt.ItemDataRole.CheckStateRole
    assert model.headerData(0, horizontal, check) == Qt.CheckState.PartiallyChecked
    header = table.horizontalHeader().viewport()
    QTest.mouseClick(header, Qt.MouseButton.LeftButton, pos=QPoint(16, 16))
    assert model.checks == EVERYTHING
    QTest.mouseClick(header, Qt.MouseButton.LeftButton, pos=QPoint(16, 16))
    assert model.checks == NOTHING


def test_that_select_all_checks_what_matches_and_selects_no_rows(
    table: DeskTable, model: RecordTableModel[Person]
) -> None:
    for _ in range(2):
        QTest.keyClick(table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        assert model.checks == EVERYTHING
    assert len(table.selectionModel().selectedRows()) <= 1


def test_that_checked_rows_have_the_accent_ground(
    table: DeskTable, model: RecordTableModel[Person]
) -> None:
    assert LIGHT.accent_ground.lower() not in colours(table.viewport())
    model.toggle_check(0)
    assert LIGHT.accent_ground.lower() in colours(table.viewport())


def test_that_home_and_end_go_to_the_first_and_last_row(table: DeskTable) -> None:
    table.setCurrentIndex(table.model().index(1, 1))
    QTest.keyClick(table, Qt.Key.Key_End)
    assert table.currentIndex().row() == 2
    QTest.keyClick(table, Qt.Key.Key_Home)
    assert table.currentIndex().row() == 0


def test_that_enter_and_double_click_open_a_row(qtbot: QtBot, table: DeskTable) -> None:
    table.setCurrentIndex(table.model().index(2, 1))
    with qtbot.waitSignal(table.row_activated) as told:
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert told.args == [2]
    place = table.visualRect(table.model().index(1, 1)).center()
    with qtbot.waitSignal(table.row_activated) as told:
        QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert told.args == [1]


def test_that_a_click_on_the_header_sorts_up_and_then_down(
    table: DeskTable, model: RecordTableModel[Person]
) -> None:
    header = table.horizontalHeader()
    place = QPoint(header.sectionViewportPosition(2) + 20, 16)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert records(model) == [2, 3, 1]
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert records(model) == [1, 3, 2]


def test_that_the_chosen_row_follows_its_record_when_sorted(
    table: DeskTable, model: RecordTableModel[Person]
) -> None:
    table.selectRow(0)
    model.sort(2)
    assert table.currentIndex().row() == 2


def test_that_rows_are_40_or_48_high(qtbot: QtBot) -> None:
    for two_lines, height in ((False, 40), (True, 48)):
        made = DeskTable(name="x", two_lines=two_lines)
        qtbot.addWidget(made)
        assert made.verticalHeader().defaultSectionSize() == height


def test_that_a_table_in_a_page_is_as_high_as_its_rows(
    qtbot: QtBot, model: RecordTableModel[Person]
) -> None:
    made = DeskTable(name="x", fits_rows=True)
    qtbot.addWidget(made)
    made.set_model(model)
    assert made.height() == 32 + 3 * 40
    model.set_records(PEOPLE[:1])
    assert made.height() == 32 + 40


def test_that_widths_are_remembered(
    qtbot: QtBot, model: RecordTableModel[Person], tmp_path: Path
) -> None:
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    for width in (120, 177):
        made = DeskTable(name="x")
        made.setObjectName("people")
        qtbot.addWidget(made)
        made.set_model(model)
        made.remember(settings)
        made.resize(900, 300)
        made.show()
        assert made.columnWidth(1) == width
        made.setColumnWidth(1, 177)
        made.setModel(None)


def test_that_the_empty_state_stands_in_place_of_the_rows(table: DeskTable) -> None:
    state = EmptyState("inbox", "Nobody is here.")
    table.show_instead(state)
    assert state.isVisible()
    assert state.parentWidget() is table.viewport()
    table.show_instead(None)
    assert not state.isVisible()


def test_that_row_buttons_are_real_and_tell_row_and_key(qtbot: QtBot) -> None:
    columns: list[Column[Person]] = [
        Column("name", "Name", lambda p: p.name),
        Column(
            "do",
            "",
            kind=CellKind.BUTTONS,
            buttons=lambda _: [RowButton("again", "Again")],
        ),
    ]
    table = DeskTable(name="x")
    qtbot.addWidget(table)
    model = RecordTableModel(columns, PEOPLE, parent=table)
    table.set_model(model)
    buttons = [one for one in table.findChildren(QPushButton) if one.objectName() == "row_again"]
    assert len(buttons) == 3
    with qtbot.waitSignal(table.button_pressed) as told:
        buttons[1].click()
    assert told.args == [1, "again"]


def test_that_cut_words_show_whole_as_a_tip(
    table: DeskTable, model: RecordTableModel[Person]
) -> None:
    model.set_records([Person(1, "A very long name that no column can show as a whole", 1)])
    index = model.index(0, 1)
    delegate = table.itemDelegate()
    cell = index.data(CELL_ROLE)
    rect = table.visualRect(index)
    tip = delegate.cut_text(cell, rect, index)  # type: ignore[attr-defined]  # our delegate
    assert tip == "A very long name that no column can show as a whole"


# -------------------------------------------------------------------- pages


def people(page: int, total: int) -> list[Person]:
    first = page * PAGE_ROWS
    return [Person(row, f"Person {row}", row % 90) for row in range(first, min(first + 200, total))]


def test_that_the_paged_model_keeps_the_rules_of_item_models(qtbot: QtBot) -> None:
    model = PagedTableModel(COLUMNS, lambda person: person.id)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.restart(450)
    model.set_page(model.generation, 0, people(0, 450))
    model.set_page(model.generation, 2, people(2, 450))
    model.restart(0)
    assert model.rowCount() == 0
    qtbot.waitUntil(lambda: not model._gather.isActive())


def test_that_a_missing_page_is_asked_for_once_and_shown_when_it_comes(qtbot: QtBot) -> None:
    model = PagedTableModel(COLUMNS, lambda person: person.id)
    model.restart(1_000_000)
    asked: list[tuple[int, int]] = []
    model.page_wanted.connect(lambda generation, page: asked.append((generation, page)))
    for _ in range(3):
        assert model.index(500_000, 1).data(CELL_ROLE) == Cell(CellKind.MUTED, "…")
    qtbot.waitUntil(lambda: asked == [(model.generation, 2500)])
    assert model.index(500_001, 1).data(CELL_ROLE).text == "…"
    with qtbot.waitSignal(model.dataChanged):
        model.set_page(model.generation, 2500, people(2500, 1_000_000))
    assert model.index(500_001, 1).data() == "Person 500001"
    assert len(asked) == 1


def test_that_pages_scrolled_past_are_not_asked_for(qtbot: QtBot) -> None:
    model = PagedTableModel(COLUMNS, lambda person: person.id)
    model.restart(1_000_000)
    asked: list[int] = []
    model.page_wanted.connect(lambda _generation, page: asked.append(page))
    for page in range(100):
        model.index(page * PAGE_ROWS, 1).data(CELL_ROLE)
    qtbot.waitUntil(lambda: bool(asked))
    assert asked == [96, 97, 98, 99]


def test_that_rows_of_an_older_query_are_dropped(qtbot: QtBot) -> None:
    model = PagedTableModel(COLUMNS, lambda person: person.id)
    old = model.restart(100)
    model.restart(100)
    model.set_page(old, 0, people(0, 100))
    assert model.record(0) is None
    qtbot.waitUntil(lambda: not model._gather.isActive())


def test_that_at_most_fifty_pages_are_held(qtbot: QtBot) -> None:
    model = PagedTableModel(COLUMNS, lambda person: person.id)
    model.restart(1_000_000)
    for page in range(KEPT_PAGES + 10):
        model.set_page(model.generation, page, people(page, 1_000_000))
    assert len(model._pages) == KEPT_PAGES
    assert model.record(0) is None
    assert model.record(59 * PAGE_ROWS) == people(59, 1_000_000)[0]
    qtbot.waitUntil(lambda: not model._gather.isActive())


def test_that_sorting_a_paged_list_is_asked_of_the_database(qtbot: QtBot) -> None:
    model = PagedTableModel(COLUMNS, lambda person: person.id)
    with qtbot.waitSignal(model.sort_wanted) as told:
        model.sort(2, Qt.SortOrder.DescendingOrder)
    assert told.args == ["age", False]
    assert model.sorted_by == ("age", Qt.SortOrder.DescendingOrder)


def test_that_all_of_a_million_rows_are_checked_without_touching_them() -> None:
    model = PagedTableModel(COLUMNS, lambda person: person.id)
    model.restart(1_000_000)
    model.toggle_all()
    assert model.checks == EVERYTHING
    model.set_page(model.generation, 0, people(0, 1_000_000))
    model.toggle_check(7)
    assert model.checks.count(model.total()) == 999_999
    assert not model.is_checked(7)
    assert model.is_checked(8)


def test_that_a_list_that_grows_or_shrinks_keeps_the_rows_that_are_there() -> None:
    model: PagedTableModel[Person] = PagedTableModel(COLUMNS, lambda person: person.id)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    generation = model.restart(len(PEOPLE))
    model.set_page(generation, 0, PEOPLE)

    model.resize(1_000_000)
    assert (model.rowCount(), model.record(2), model.generation) == (
        1_000_000,
        PEOPLE[2],
        generation,
    )
    model.resize(2)
    assert (model.rowCount(), model.record(1)) == (2, PEOPLE[1])
    model.resize(2)
    assert model.rowCount() == 2
