"""The page of all services by what they lose."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QLabel

from desktop.models.changes import Change
from desktop.services.storage.database import Database
from desktop.views.widgets.desk_table import DeskTable
from desktop.views.widgets.fields import ComboBox
from tests.support.numbers import add_days, add_service, days_ago
from tests.support.window import Person

FIRST = days_ago(90).date()


def fill(database: Database, count: int) -> None:
    """Services alike but for the last one, which loses much, and more so this month."""
    with database.write(Change.TRAFFIC) as session:
        for number in range(count):
            last = number == count - 1
            service = add_service(session, chr(ord("A") + number))
            add_days(session, service, 60, opt_outs=3 if last else 1, first=FIRST)
            later = days_ago(30).date()
            add_days(session, service, 30, opt_outs=12 if last else 1, first=later)


def cells(table: DeskTable, row: int) -> list[str]:
    model = table.model()
    texts = [model.index(row, column).data(Qt.ItemDataRole.DisplayRole) for column in range(7)]
    return [str(text) for text in texts]


def test_that_the_largest_loss_comes_first_and_what_stands_out_is_named(
    database: Database, person: Person
) -> None:
    fill(database, 10)
    person.app.desk.navigator.page_wanted.emit("ranking")
    table = person.sees("ranking_table")
    assert isinstance(table, DeskTable)
    person.waits_until(lambda: table.model().rowCount() == 10)
    QAbstractItemModelTester(table.model())

    first, second = cells(table, 0), cells(table, 1)

    assert "Customer of J" in first[0]
    assert "more than before" in first[6]
    assert "others" in second[6]
    person.clicks("segment_changed")
    person.waits_until(lambda: table.model().rowCount() == 1)
    table.setFocus()
    table.setCurrentIndex(table.model().index(0, 0))
    QTest.keyClick(table, Qt.Key.Key_Return)
    person.settles()
    chosen = person.sees("frequency_service")
    assert isinstance(chosen, ComboBox)
    person.waits_until(lambda: chosen.currentText() == "Customer of J · J")
    person.clicks("frequency_all")
    person.sees("ranking_table")


def test_that_few_services_say_that_there_is_nothing_to_compare(
    database: Database, person: Person
) -> None:
    fill(database, 3)
    person.app.desk.navigator.page_wanted.emit("ranking")
    page = person.sees("ranking_page")

    def told() -> bool:
        return any(
            one.text() == "There is nothing to compare yet." and one.isVisible()
            for one in page.findChildren(QLabel)
        )

    person.waits_until(told)
