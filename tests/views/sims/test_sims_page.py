"""The page of the SIM cards, used as a person does."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desktop.models.changes import Change
from desktop.models.states import ContactState, SimStage, SimStatus
from desktop.models.tables import Customer, ServiceCount
from desktop.services.storage.database import Database
from desktop.views.sims.page import SimsPage
from desktop.views.widgets.desk_table import DeskTable
from desktop.views.widgets.state_label import Pill, StateLabel
from desktop.views.widgets.timeline import TimelineList
from tests.support.numbers import (
    add_event,
    add_service,
    add_sim,
    days_ago,
    use_sim,
)
from tests.support.window import Person, opened_desk

BLOCKED, WARNED, FREE = "6500000001", "6500000002", "6500000003"


@pytest.fixture
def database(migrated_sqlite_url: str) -> Iterator[Database]:
    opened = Database(migrated_sqlite_url)
    yield opened
    opened.close()


@pytest.fixture
def person(qtbot: QtBot, database: Database, tmp_path: Path) -> Iterator[Person]:
    with opened_desk(qtbot, database, tmp_path) as somebody:
        yield somebody


def fill(database: Database) -> None:
    with database.write(Change.SIMS) as session:
        service = add_service(session, "Werkstatt")
        blocked = add_sim(session, BLOCKED, SimStatus.BLOCKED, days_ago(3))
        use_sim(session, blocked, service, days_ago(200))
        add_event(session, blocked, SimStatus.BLOCKED, days_ago(3), "users complained")
        session.add(ServiceCount(service_id=service.id, state=ContactState.ACTIVE, contacts=1486))
        use_sim(
            session,
            add_sim(session, WARNED, SimStatus.WARNED),
            add_service(session, "Angebote"),
            days_ago(90),
        )
        add_sim(session, FREE, SimStatus.IN_STOCK)


def page_of(person: Person) -> SimsPage:
    person.app.desk.navigator.page_wanted.emit("sims")
    person.settles()
    page = person.sees("sims_page")
    assert isinstance(page, SimsPage)
    return page


def table(person: Person) -> DeskTable:
    found = person.sees("sim_table")
    assert isinstance(found, DeskTable)
    return found


def shown_numbers(person: Person) -> list[str]:
    model = table(person).table_model()
    assert model is not None
    return [str(model.index(row, 1).data()) for row in range(model.rowCount())]


def text_of(person: Person, name: str) -> str:
    label = person.sees(name)
    assert isinstance(label, QLabel)
    return label.text()


def test_that_the_card_of_the_most_urgent_number_is_open_at_first(
    database: Database, person: Person
) -> None:
    fill(database)

    page_of(person)
    person.waits_until(lambda: text_of(person, "sim_number") == "+43 650 000 00 01")

    state = person.sees("sim_state")
    assert isinstance(state, Pill)
    assert state.word == "blocked since 17 Nov 2026 13:00"
    assert "replaced, never unblocked" in text_of(person, "sim_to_do")
    facts = " ".join(label.text() for label in person.sees("sim_card").findChildren(QLabel))
    assert "1,486" in facts
    assert "users complained, Lena Moser" in facts
    assert isinstance(person.sees("sim_history"), TimelineList)


def test_that_a_filter_narrows_the_list_and_keeps_the_counts(
    database: Database, person: Person
) -> None:
    fill(database)
    page_of(person)
    assert len(shown_numbers(person)) == 3

    segment = person.sees("segment_in_stock")
    assert isinstance(segment, QAbstractButton)
    QTest.mouseClick(segment, Qt.MouseButton.LeftButton)
    person.waits_until(lambda: shown_numbers(person) == ["+43 650 000 00 03"])

    assert person.sees("segment_all").accessibleName() == "All 3"
    assert person.sees("segment_blocked").accessibleName() == "blocked 1"


def test_that_a_low_stock_is_told_with_its_minimum(database: Database, person: Person) -> None:
    fill(database)

    page_of(person)

    stock = person.sees("sim_stock")
    assert isinstance(stock, StateLabel)
    assert stock.word == "1 free, minimum stock 5"


def test_that_another_page_can_open_a_card_whatever_the_filter(
    database: Database, person: Person
) -> None:
    fill(database)
    page_of(person)
    segment = person.sees("segment_in_stock")
    QTest.mouseClick(segment, Qt.MouseButton.LeftButton)
    person.waits_until(lambda: len(shown_numbers(person)) == 1)
    (warned,) = [row.sim_id for row in person.app.services.sims.list(SimStage.WARNED).rows]

    person.app.desk.navigator.sim_wanted.emit(warned)

    person.waits_until(lambda: text_of(person, "sim_number") == "+43 650 000 00 02")
    assert len(shown_numbers(person)) == 3


def test_that_a_card_far_down_is_in_sight_when_another_page_opens_it(
    database: Database, person: Person
) -> None:
    fill(database)
    with database.write() as session:
        for serial in range(40):
            add_sim(session, f"65000011{serial:02}", SimStatus.IN_STOCK, days_ago(40 + serial))
    last = person.app.services.sims.list().rows[-1]

    person.app.desk.navigator.sim_wanted.emit(last.sim_id)

    number = person.app.desk.formats.phone(last.msisdn)
    person.waits_until(lambda: text_of(person, "sim_number") == number)
    person.settles()
    rows = table(person)
    assert rows.viewport().rect().contains(rows.visualRect(rows.currentIndex()).center())


def test_that_the_arrow_keys_move_from_card_to_card(database: Database, person: Person) -> None:
    fill(database)
    page_of(person)
    person.waits_until(lambda: text_of(person, "sim_number") == "+43 650 000 00 01")

    QTest.keyClick(table(person), Qt.Key.Key_Down)

    person.waits_until(lambda: text_of(person, "sim_number") == "+43 650 000 00 02")


def test_that_the_customers_name_leads_to_the_customer(database: Database, person: Person) -> None:
    fill(database)
    page_of(person)
    wanted: list[int] = []
    person.app.desk.navigator.customer_wanted.connect(wanted.append)

    link = person.sees("link_customer")
    assert isinstance(link, QPushButton)
    assert link.text() == "Customer of Werkstatt"
    QTest.mouseClick(link, Qt.MouseButton.LeftButton)

    with database.read() as session:
        assert [session.get_one(Customer, one).name for one in wanted] == ["Customer of Werkstatt"]


def test_that_a_warned_card_leads_to_the_frequency_of_its_service(
    database: Database, person: Person
) -> None:
    fill(database)
    page_of(person)
    wanted: list[int] = []
    person.app.desk.navigator.frequency_wanted.disconnect()
    person.app.desk.navigator.frequency_wanted.connect(wanted.append)
    QTest.keyClick(table(person), Qt.Key.Key_Down)

    QTest.mouseClick(person.sees("sim_frequency"), Qt.MouseButton.LeftButton)

    (warned,) = person.app.services.sims.list(SimStage.WARNED).rows
    assert wanted == [warned.service_id]


def test_that_an_empty_desk_says_where_cards_come_from(person: Person) -> None:
    page = page_of(person)

    texts = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    assert "There are no SIM cards yet." in texts


def test_that_a_broken_database_is_told_and_can_be_tried_again(
    database: Database, person: Person
) -> None:
    fill(database)
    page = page_of(person)
    with database.engine.begin() as connection:
        connection.exec_driver_sql("ALTER TABLE sim_cards RENAME TO gone")
    person.app.unexpected.close()

    page.reload()
    retry = person.sees("errorRetry")
    with database.engine.begin() as connection:
        connection.exec_driver_sql("ALTER TABLE gone RENAME TO sim_cards")
    QTest.mouseClick(retry, Qt.MouseButton.LeftButton)

    person.waits_until(lambda: len(shown_numbers(person)) == 3)
    assert not retry.isVisible()


def test_that_news_of_a_colleague_are_shown(database: Database, person: Person) -> None:
    fill(database)
    page_of(person)
    person.waits_until(lambda: text_of(person, "sim_number") == "+43 650 000 00 01")

    with database.write(Change.SIMS) as session:
        add_sim(session, "6500000004", SimStatus.IN_STOCK)

    person.waits_until(lambda: len(shown_numbers(person)) == 4)
    assert text_of(person, "sim_number") == "+43 650 000 00 01"


def test_that_the_list_is_a_sound_item_model(database: Database, person: Person) -> None:
    fill(database)
    page_of(person)
    model = table(person).table_model()
    assert model is not None

    tester = QAbstractItemModelTester(
        model, QAbstractItemModelTester.FailureReportingMode.Fatal, person.window
    )
    segment = person.sees("segment_in_stock")
    QTest.mouseClick(segment, Qt.MouseButton.LeftButton)
    person.waits_until(lambda: len(shown_numbers(person)) == 1)

    assert tester.model() is model


def test_that_a_narrow_page_keeps_number_and_state(database: Database, person: Person) -> None:
    fill(database)
    page = page_of(person)
    page.setMinimumWidth(0)

    page.resize(700, 600)

    hidden = [table(person).isColumnHidden(column) for column in range(6)]
    assert hidden == [True, False, True, False, True, True]


@pytest.mark.parametrize(("language", "title"), [("de", "SIM-Karten"), ("en", "SIM cards")])
def test_that_the_page_speaks_the_language_of_the_moment(
    database: Database, person: Person, language: str, title: str
) -> None:
    fill(database)
    page_of(person)

    person.app.language.apply(language)

    person.waits_until(lambda: table(person).accessibleName() == title)
