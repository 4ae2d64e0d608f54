"""The page of incomplete sign-ups, used as an agent uses it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QCoreApplication, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import delete

from desktop.models.changes import Change
from desktop.models.records.signups import (
    RemindedFilter,
    SignupFilter,
    SignupRow,
    SignupSelection,
    SmsFilter,
)
from desktop.models.states import ExclusionReason, SimStatus, VerificationMethod
from desktop.models.tables import Contact
from desktop.services.storage.database import Database
from desktop.views.signups.columns import CHECK
from desktop.views.widgets.checks import Checks
from desktop.views.widgets.columns import CELL_ROLE
from desktop.views.widgets.desk_table import DeskTable
from desktop.views.widgets.filter_chip import FilterChip
from desktop.views.widgets.paged_model import PagedTableModel
from desktop.views.widgets.state_label import StateLabel
from tests.support.signups import add_contacts, fill_signups
from tests.support.window import Person, opened_desk
from tests.support.winkler import (
    CUSTOMER,
    INCOMPLETE,
    LANDLINE,
    NOW,
    POSSIBLE,
    RECENTLY,
    SERVICE,
    TOO_OLD,
    fill_winkler,
)

WINKLER = SignupFilter(CUSTOMER, SERVICE)
Opens = Callable[[SignupFilter], Person]


@pytest.fixture
def database(migrated_sqlite_url: str) -> Iterator[Database]:
    opened = Database(migrated_sqlite_url, clock=lambda: NOW)
    yield opened
    opened.close()


@pytest.fixture
def opens(qtbot: QtBot, database: Database, tmp_path: Path) -> Iterator[Opens]:
    """Opens the desk on what the database holds by then, at the sign-ups of a filter."""
    with ExitStack() as stack:

        def opened(wanted: SignupFilter) -> Person:
            person = stack.enter_context(opened_desk(qtbot, database, tmp_path))
            person.window.resize(1440, 900)
            navigator = person.app.desk.navigator
            for way in (navigator.reminder_wanted, navigator.customer_wanted):
                way.disconnect()  # where they lead is the window's business
            _goes_to(person, wanted)
            return person

        yield opened


@pytest.fixture
def agent(database: Database, opens: Opens) -> Person:
    """Somebody who looks at the sign-ups of one service."""
    fill_winkler(database)
    return opens(WINKLER)


def _goes_to(person: Person, wanted: SignupFilter) -> None:
    person.app.desk.navigator.signups_wanted.emit(wanted)
    person.sees("signups_page")
    person.settles()


def _table(person: Person) -> DeskTable:
    table = person.sees("signups_table")
    assert isinstance(table, DeskTable)
    return table


def _model(person: Person) -> PagedTableModel[SignupRow]:
    model = _table(person).table_model()
    assert isinstance(model, PagedTableModel)
    return model


def _rows(person: Person) -> list[SignupRow]:
    model = _model(person)
    found = [model.record(row) for row in range(model.rowCount())]
    person.waits_until(lambda: all(model.record(row) for row in range(model.rowCount())))
    found = [model.record(row) for row in range(model.rowCount())]
    return [row for row in found if row is not None]


def _presses(person: Person, name: str) -> None:
    button = person.sees(name)
    assert isinstance(button, QAbstractButton)
    button.click()
    person.settles()


def _says(person: Person, name: str) -> str:
    return person.sees(name).accessibleName()


def _is_hidden(person: Person, name: str) -> bool:
    found = person.window.findChild(QWidget, name)
    return found is not None and not found.isVisible()


def _facts(person: Person) -> list[str]:
    bar = person.sees("signups_selection")
    return [one.word for one in bar.findChildren(StateLabel) if one.isVisible()]


def _words(person: Person, column: str) -> list[str]:
    model = _model(person)
    place = [one.key for one in model.columns].index(column)
    return [model.index(row, place).data(CELL_ROLE).text for row in range(5)]


def test_that_segments_and_reasons_both_add_up_to_the_list(agent: Person) -> None:
    QAbstractItemModelTester(_model(agent), QAbstractItemModelTester.FailureReportingMode.Fatal)
    segments = {key: _says(agent, f"segment_{key}") for key in ("all", "possible", "not_possible")}
    assert segments == {
        "all": f"All {INCOMPLETE}",
        "possible": f"SMS possible {POSSIBLE}",
        "not_possible": f"not possible {INCOMPLETE - POSSIBLE}",
    }
    shares = {
        "possible": f"SMS possible: {POSSIBLE}",
        "too_old": f"older than 30 days: {TOO_OLD}",
        "reminded_recently": f"reminded less than 7 days ago: {RECENTLY}",
        "not_a_mobile_number": f"not a mobile number: {LANDLINE}",
    }
    assert {key: _says(agent, f"share_{key}") for key in shares} == shares
    assert len(_rows(agent)) == INCOMPLETE


def test_that_a_reason_is_a_filter_until_it_is_pressed_again(agent: Person) -> None:
    _presses(agent, "share_reminded_recently")
    assert {row.reason for row in _rows(agent)} == {ExclusionReason.REMINDED_RECENTLY}
    assert len(_rows(agent)) == RECENTLY
    assert _says(agent, "segment_all") == f"All {INCOMPLETE}"

    _presses(agent, "share_reminded_recently")
    assert len(_rows(agent)) == INCOMPLETE

    _presses(agent, "segment_possible")
    assert {row.reason for row in _rows(agent)} == {None}


def test_that_the_selection_is_counted_at_once_and_adds_up(agent: Person) -> None:
    rows = _rows(agent)
    chosen = [row for row in rows if row.reason is None][:7]
    chosen += [row for row in rows if row.reason is ExclusionReason.REMINDED_RECENTLY][:1]
    chosen += [row for row in rows if row.reason is ExclusionReason.TOO_OLD][:1]
    ids = frozenset(row.contact_id for row in chosen)

    _model(agent).set_checks(Checks(ids=ids))
    agent.settles()

    assert _facts(agent) == ["7 get an SMS", "2 not: 1 too old, 1 reminded too recently"]
    action = agent.sees("selectionAct")
    assert isinstance(action, QAbstractButton)
    assert action.text() == "Prepare reminder for 7 …"
    with agent.qtbot.waitSignal(agent.app.desk.navigator.reminder_wanted) as told:
        action.click()
    assert told.args == [SignupSelection(chosen=ids)]


def test_that_selecting_all_is_a_query_and_not_a_list_of_rows(agent: Person) -> None:
    _presses(agent, "segment_possible")
    table = _table(agent)
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    table.setCurrentIndex(table.model().index(0, 0))
    QTest.keyClick(table, Qt.Key.Key_Space)
    agent.settles()

    first = _rows(agent)[0].contact_id
    assert _facts(agent) == [f"{POSSIBLE - 1} get an SMS"]
    with agent.qtbot.waitSignal(agent.app.desk.navigator.reminder_wanted) as told:
        _presses(agent, "selectionAct")
    possible = SignupFilter(CUSTOMER, SERVICE, sms=SmsFilter.POSSIBLE)
    assert told.args == [SignupSelection(possible, deselected=frozenset({first}))]

    QTest.keyClick(table, Qt.Key.Key_Escape)
    assert _model(agent).checks == Checks()
    agent.waits_until(lambda: _is_hidden(agent, "signups_selection"))


def test_that_another_filter_chooses_nobody(agent: Person) -> None:
    _model(agent).set_checks(Checks(all_matching=True))
    _presses(agent, "share_too_old")

    assert _model(agent).checks == Checks()
    assert _is_hidden(agent, "signups_selection")


def test_that_nobody_is_reminded_who_may_not_be(agent: Person) -> None:
    _presses(agent, "share_too_old")
    _model(agent).set_checks(Checks(all_matching=True))
    agent.settles()

    action = agent.sees("selectionAct")
    assert not action.isEnabled()
    assert action.toolTip() == "None of them may get an SMS."


def test_that_a_reminder_is_for_one_service(database: Database, opens: Opens) -> None:
    fill_signups(database, NOW, 200, services=4)
    person = opens(SignupFilter())
    _model(person).set_checks(Checks(all_matching=True))
    person.settles()

    assert "One service at a time: choose it above." in _facts(person)
    assert not person.sees("selectionAct").isEnabled()


def test_that_numbers_are_hidden_until_the_caller_is_verified(agent: Person) -> None:
    hidden = _words(agent, "number")
    assert all("•••" in one for one in hidden)

    agent.app.desk.call.verify(CUSTOMER, VerificationMethod.CALL_BACK)
    assert not any("•" in one for one in _words(agent, "number"))

    agent.app.desk.call.end()
    assert _words(agent, "number") == hidden


def test_that_a_blocked_number_is_told_and_leads_to_the_customer(
    database: Database, opens: Opens
) -> None:
    fill_winkler(database, sim_status=SimStatus.BLOCKED)
    person = opens(WINKLER)

    told = _says(person, "signups_banner")
    assert told.startswith("The number of Neuwagen-News has been blocked since 17 Nov 2026.")
    assert _says(person, "share_number_blocked") == f"sender number is blocked: {INCOMPLETE}"
    with person.qtbot.waitSignal(person.app.desk.navigator.customer_wanted) as asked:
        _presses(person, "bannerAction")
    assert asked.args == [CUSTOMER]


def test_that_an_empty_desk_offers_the_import(opens: Opens) -> None:
    person = opens(SignupFilter())

    assert _says(person, "signups_nothing_imported") == "Nothing has been imported yet."
    with person.qtbot.waitSignal(person.app.desk.navigator.page_wanted) as asked:
        _presses(person, "emptyAction")
    assert asked.args == ["importing"]


def test_that_a_filter_that_matches_nobody_can_be_cleared(agent: Person) -> None:
    page = agent.sees("signups_page")
    page.open_filter(  # type: ignore[attr-defined]  # a SignupsPage
        SignupFilter(CUSTOMER, SERVICE, reminded=RemindedFilter.MORE_THAN_ONCE)
    )
    agent.settles()
    assert _says(agent, "signups_none_match") == "No sign-up matches the filter."
    assert not agent.sees("signups_save").isEnabled()

    _presses(agent, "emptyAction")
    assert _model(agent).rowCount() == INCOMPLETE
    assert _is_hidden(agent, "signups_none_match")


def test_that_a_service_without_incomplete_sign_ups_says_so(agent: Person) -> None:
    _goes_to(agent, SignupFilter(CUSTOMER, 2))

    assert _says(agent, "signups_nobody") == "There are no incomplete sign-ups."


def test_that_news_keep_the_place_and_what_is_chosen(database: Database, agent: Person) -> None:
    table, model = _table(agent), _model(agent)
    ids = frozenset(row.contact_id for row in _rows(agent)[250:260])
    model.set_checks(Checks(ids=ids))
    table.scrollTo(model.index(299, 0))
    agent.settles()
    place = table.verticalScrollBar().value()
    assert place > 0

    with database.write(Change.CONTACTS) as session:
        session.execute(delete(Contact).where(Contact.id == min(ids)))
    agent.waits_until(lambda: model.rowCount() == INCOMPLETE - 1)
    agent.settles()

    assert table.verticalScrollBar().value() == place
    assert model.checks == Checks(ids=ids)
    assert len(_rows(agent)) == INCOMPLETE - 1
    add_contacts(database, [{"e164": "+436601234567", "entered_at": NOW - timedelta(days=3)}])
    with database.write(Change.CONTACTS):
        pass
    agent.waits_until(lambda: model.rowCount() == INCOMPLETE)


def test_that_columns_sort_in_the_database(agent: Person) -> None:
    table = _table(agent)
    place = [one.key for one in _model(agent).columns].index("number")
    table.horizontalHeader().sectionClicked.emit(place)
    agent.settles()

    numbers = [row.e164 for row in _rows(agent)]
    assert numbers == sorted(numbers)
    assert _model(agent).sorted_by == ("number", Qt.SortOrder.AscendingOrder)


def test_that_a_customer_is_found_while_typing(database: Database, opens: Opens) -> None:
    fill_winkler(database)
    person = opens(SignupFilter())
    assert not person.sees("signups_service").isEnabled()
    chip = person.sees("signups_customer")
    QTest.keyClick(chip, Qt.Key.Key_Down)
    field = person.sees("signups_customer_search")
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, "winkl")
    person.settles()
    QTest.keyClick(field, Qt.Key.Key_Return)
    person.settles()

    assert chip.accessibleName() == "Customer Autohaus Winkler"
    service = person.sees("signups_service")
    assert isinstance(service, FilterChip)
    assert service.isEnabled()
    service.chosen.emit("2")
    person.settles()
    assert service.accessibleName() == "Service Werkstatt-Tipps"
    assert _model(person).rowCount() == 0

    QTest.keyClick(chip, Qt.Key.Key_Delete)
    person.settles()
    assert chip.accessibleName() == "Customer all"
    assert _model(person).rowCount() == INCOMPLETE


def test_that_what_is_chosen_is_saved_as_a_table(
    agent: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    chosen = _rows(agent)[3:8]
    _model(agent).set_checks(Checks(ids=frozenset(row.contact_id for row in chosen)))
    path = tmp_path / "liste.xlsx"

    QTest.keyClick(_table(agent), Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    dialog = agent.window.findChild(QFileDialog, "signups_export_dialog")
    assert dialog is not None
    dialog.fileSelected.emit(str(path))
    dialog.reject()
    agent.settles()

    told = agent.sees("signups_export_told")
    assert told.accessibleName() == "5 sign-ups saved in liste.xlsx"
    table = openpyxl.load_workbook(path).active
    assert table is not None
    assert [row[4] for row in table.values][1:] == [row.e164 for row in chosen]
    button = told.findChild(QAbstractButton, "bannerAction")
    assert button is not None
    button.click()
    assert opened == [QUrl.fromLocalFile(str(tmp_path))]
    assert not told.isVisible()


def test_that_a_table_that_cannot_be_saved_is_told(agent: Person, tmp_path: Path) -> None:
    _presses(agent, "signups_save")
    dialog = agent.window.findChild(QFileDialog, "signups_export_dialog")
    assert dialog is not None
    dialog.fileSelected.emit(str(tmp_path / "nirgends" / "liste.csv"))
    dialog.reject()
    agent.settles()

    assert _says(agent, "signups_export_told").startswith("The file cannot be written")


def test_that_columns_give_way_to_a_narrow_window(agent: Person) -> None:
    model, table = _model(agent), _table(agent)

    def hidden() -> set[str]:
        return {
            str(one.key) for place, one in enumerate(model.columns) if table.isColumnHidden(place)
        }

    assert hidden() == {"who"}
    agent.window.resize(1280, 720)
    agent.waits_until(lambda: hidden() == {"who", "entered"})
    assert CHECK not in hidden()


def test_that_the_page_speaks_the_language_of_the_moment(agent: Person) -> None:
    agent.app.language.apply("de")
    QApplication.sendPostedEvents()
    agent.settles()

    page = agent.sees("signups_page")
    words = {one.text() for one in page.findChildren(QLabel) if one.isVisible()}
    assert {"Unvollständige Anmeldungen", "Wer bekommt eine SMS?"} <= words
    assert _says(agent, "share_too_old") == f"älter als 30 Tage: {TOO_OLD}"
    assert _says(agent, "segment_possible") == f"SMS möglich {POSSIBLE}"
    assert _words(agent, "reminders")[0] == "0 von 2"
    assert _words(agent, "sms")[0] in {"SMS möglich", "keine Handynummer"}
    QCoreApplication.sendPostedEvents()
