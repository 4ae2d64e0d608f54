"""The window: find a caller in one field, open the customer, see the state."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from desktop.models.changes import Change
from desktop.models.records.customers import CustomerCard
from desktop.models.states import ContactState, SimStatus
from desktop.models.tables import Contact, Customer
from desktop.services.storage.database import Database
from desktop.services.storage.migrations import migrate
from desktop.views.customer.page import CustomerPage
from desktop.views.widgets.search_box import SearchBox
from desktop.views.window_front import FIRST, first_size
from tests.services.houses import NOON, add_customer, add_service, add_traffic
from tests.support.window import Person, opened_desk

NUMBER = "+436641234567"


@pytest.fixture
def database(sqlite_url: str) -> Iterator[Database]:
    opened = Database(sqlite_url)
    migrate(opened)
    with opened.write() as session:
        customer = add_customer(session)
        service = add_service(session, customer, number="D1", active=12, incomplete=3)
        add_service(session, customer, number="D2", status=SimStatus.BLOCKED, active=5)
        add_traffic(session, service, days=40, opt_outs=1)
        session.add(
            Contact(
                service_id=service.id,
                e164=NUMBER,
                reversed_digits=NUMBER[:0:-1],
                raw_phone=NUMBER,
                state=ContactState.INCOMPLETE,
                entered_at=NOON - timedelta(days=3),
            )
        )
    yield opened
    opened.close()


@pytest.fixture
def person(qtbot: QtBot, database: Database, tmp_path: Path) -> Iterator[Person]:
    with opened_desk(qtbot, database, tmp_path) as somebody:
        somebody.settles()
        yield somebody


def _search_box(person: Person) -> SearchBox:
    box = person.sees("searchField")
    assert isinstance(box, SearchBox)
    return box


def _card(person: Person) -> CustomerCard | None:
    page = person.window.page("customer")
    assert isinstance(page, CustomerPage)
    return page._card


def test_that_the_focus_is_in_the_search_field_at_the_start(person: Person) -> None:
    assert person.window.focusWidget() is _search_box(person)
    assert person.window.current_page == "start"


def test_that_the_last_digits_lead_to_the_customer(person: Person) -> None:
    box = _search_box(person)
    QTest.keyClicks(box, "34567")
    person.waits_until(lambda: box.list_open)
    QTest.keyClick(box, Qt.Key.Key_Down)
    QTest.keyClick(box, Qt.Key.Key_Return)
    person.waits_until(lambda: _card(person) is not None)
    assert person.window.current_page == "customer"
    assert person.app.desk.call.begun_at is not None


def test_that_a_hit_that_is_perhaps_meant_is_opened_by_the_second_enter(person: Person) -> None:
    box = _search_box(person)
    QTest.keyClicks(box, "34567")
    person.waits_until(lambda: box.list_open)
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert person.window.current_page == "start"
    assert box.list_open
    QTest.keyClick(box, Qt.Key.Key_Return)
    person.waits_until(lambda: _card(person) is not None)


def test_that_verifying_the_caller_shows_numbers_until_the_call_ends(person: Person) -> None:
    person.app.desk.navigator.customer_wanted.emit(1)
    person.waits_until(lambda: _card(person) is not None)
    link = person.sees("verify_caller")
    assert isinstance(link, QAbstractButton)
    menu = link.menu()  # type: ignore[attr-defined]  # a push button
    menu.actions()[0].trigger()
    call = person.app.desk.call
    assert call.shows_numbers_of(1)
    person.settles()
    call.end()
    assert not call.shows_numbers_of(1)


def test_that_a_note_is_saved_while_it_is_typed(person: Person) -> None:
    person.app.desk.navigator.customer_wanted.emit(1)
    person.waits_until(lambda: _card(person) is not None)
    button = person.sees("add_note")
    assert isinstance(button, QAbstractButton)
    button.click()
    QTest.keyClicks(person.sees("customer_note"), "Ruft um drei wieder an")
    notes = person.app.services.notes
    person.waits_until(lambda: [note.text for note in notes.of_customer(1)] != [])
    person.waits_until(lambda: notes.of_customer(1)[0].text == "Ruft um drei wieder an")
    assert len(notes.of_customer(1)) == 1


def test_that_leaving_the_page_saves_what_was_typed_last(person: Person) -> None:
    person.app.desk.navigator.customer_wanted.emit(1)
    person.waits_until(lambda: _card(person) is not None)
    QTest.mouseClick(person.sees("add_note"), Qt.MouseButton.LeftButton)
    QTest.keyClicks(person.sees("customer_note"), "nur kurz")
    person.window.show_page("start")
    person.settles()
    assert [note.text for note in person.app.services.notes.of_customer(1)] == ["nur kurz"]


def test_that_the_language_changes_while_the_desk_runs(person: Person) -> None:
    placeholder = _search_box(person).placeholderText()
    person.app.language.apply("de")
    person.waits_until(lambda: _search_box(person).placeholderText() != placeholder)
    person.app.language.apply("en")
    person.waits_until(lambda: _search_box(person).placeholderText() == placeholder)
    person.settles()


def test_that_the_curtain_covers_the_window_and_gives_the_focus_back(person: Person) -> None:
    box = _search_box(person)
    QTest.keyClick(person.window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    curtain = person.sees("privacy_curtain")
    assert curtain.size() == person.window.size()
    QTest.keyClick(person.sees("show_window"), Qt.Key.Key_Escape)
    person.waits_until(lambda: not curtain.isVisible())
    assert person.window.focusWidget() is box


def test_that_a_colleagues_change_is_seen(person: Person, database: Database) -> None:
    person.window.show_page("customers")
    person.settles()
    other = Database(f"sqlite:///{database.place}")
    with other.write(Change.CUSTOMERS) as session:
        session.add(Customer(customer_no="K9", name="Radio Auental", search_text="k9 radio"))
    other.close()
    person.app.feed._poll()
    page = person.window.page("customers")
    person.waits_until(lambda: len(page._model.records) == 2)  # type: ignore[attr-defined]


def test_that_customers_are_filtered_while_typing(person: Person) -> None:
    person.window.show_page("customers")
    person.settles()
    field = person.sees("customer_filter")
    assert isinstance(field, QLineEdit)
    page = person.window.page("customers")
    QTest.keyClicks(field, "nobody")
    person.waits_until(lambda: not page._model.records)  # type: ignore[attr-defined]
    field.clear()
    person.waits_until(lambda: len(page._model.records) == 1)  # type: ignore[attr-defined]


def test_that_the_first_window_is_no_larger_than_the_screen() -> None:
    assert first_size(QSize(1366, 728)) == QSize(1366, 728)
    assert first_size(QSize(2560, 1400)) == FIRST


def _presses_ctrl_enter_on_the_customer(person: Person) -> None:
    box = _search_box(person)
    QTest.keyClicks(box, "Winkler")
    person.waits_until(lambda: box.list_open)
    person.settles()
    QTest.keyClick(box, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_that_ctrl_enter_on_a_customer_begins_at_the_only_service_that_can(person: Person) -> None:
    _presses_ctrl_enter_on_the_customer(person)
    person.waits_until(lambda: person.window.current_page == "case")
    person.settles()


def test_that_ctrl_enter_on_a_customer_with_two_services_asks_which(
    person: Person, database: Database
) -> None:
    with database.write() as session:
        customer = session.get(Customer, 1)
        assert customer is not None
        add_service(session, customer, number="D3", active=7)
    _presses_ctrl_enter_on_the_customer(person)
    toast = person.sees("toast")
    assert toast.accessibleName() == "Several services: choose the one to be reminded."
    person.waits_until(person.sees("remind_D1").hasFocus)
    assert person.window.current_page == "customer"


@pytest.mark.parametrize(
    ("key", "focused"),
    [
        ("signups", "signups_table"),
        ("settings", "setting_kind"),
        ("customers", "customers"),
        ("dispatches", "dispatches"),
    ],
)
def test_that_a_page_that_is_entered_has_the_focus(person: Person, key: str, focused: str) -> None:
    person.window.show_page(key)
    person.waits_until(lambda: _focused(person) == focused)
    person.settles()


def _focused(person: Person) -> str:
    return str(person.window.focusWidget().objectName())


def test_that_enter_takes_the_first_way_to_verify_a_caller(person: Person) -> None:
    person.app.desk.navigator.customer_wanted.emit(1)
    person.waits_until(lambda: _card(person) is not None)
    person.settles()
    link = person.sees("verify_caller")
    assert isinstance(link, QPushButton)
    menu = link.menu()
    menu.popup(link.mapToGlobal(link.rect().bottomLeft()))
    person.waits_until(lambda: menu.activeAction() is not None)
    assert menu.activeAction() is menu.actions()[0]
    menu.hide()


def test_that_nobody_is_shown_while_another_customer_is_read(person: Person) -> None:
    navigator = person.app.desk.navigator
    with person.app.services.database.write() as session:
        session.add(Customer(id=2, customer_no="K2", name="Weingut", search_text="weingut"))
    navigator.customer_wanted.emit(1)
    person.waits_until(lambda: _card(person) is not None)
    person.sees("start_case")
    navigator.customer_wanted.emit(2)
    page = person.window.page("customer")
    shown = [one for one in page.findChildren(QAbstractButton) if one.isVisible()]
    assert not shown
    person.waits_until(lambda: _card(person) is not None)
