"""The page of the audit log: found, narrowed, read in full, verified and saved."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import delete, insert, text, update

from desktop.models.changes import Change
from desktop.models.records.audit import AuditFilter
from desktop.models.tables import AuditEntry
from desktop.services.storage import audit
from desktop.services.storage.database import Database
from desktop.views.widgets.desk_table import DeskTable
from desktop.views.widgets.filter_chip import FilterChip
from tests.support.sending import HandClock, World, make_world
from tests.support.window import AGENT, Person, opened_desk

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
JONAS = "Jonas Berger"


@pytest.fixture
def world(sqlite_url: str) -> Iterator[World]:
    made = make_world(sqlite_url, HandClock(NOW))
    with made.database.write() as session:
        session.execute(delete(AuditEntry))
    yield made
    made.database.close()


@pytest.fixture
def person(qtbot: QtBot, world: World, tmp_path: Path) -> Iterator[Person]:
    with opened_desk(qtbot, world.database, tmp_path) as person:
        yield person


def _record(
    database: Database,
    name: str,
    *,
    days_ago: int = 0,
    actor: str = AGENT,
    customer_id: int | None = None,
    **facts: object,
) -> None:
    act = audit.Act(name, actor, NOW - timedelta(days=days_ago), facts, customer_id)
    with database.write() as session:
        audit.record(session, act)


def _opened(person: Person, rows: int, wanted: AuditFilter | None = None) -> DeskTable:
    person.app.desk.navigator.audit_wanted.emit(wanted or AuditFilter())
    table = person.sees("audit_table")
    assert isinstance(table, DeskTable)
    _has_rows(person, table, rows)
    return table


def _has_rows(person: Person, table: DeskTable, rows: int) -> None:
    person.waits_until(lambda: table.model().rowCount() == rows)
    person.waits_until(lambda: not rows or bool(table.model().index(0, 1).data()))
    person.settles()


def _words(widget: QWidget) -> str:
    shown = [one.text() for one in widget.findChildren(QLabel) if one.isVisible()]
    buttons = [one.text() for one in widget.findChildren(QAbstractButton) if one.isVisible()]
    return " ".join([*shown, *buttons])


def _row(table: DeskTable, row: int) -> str:
    model = table.model()
    return " ".join(str(model.index(row, column).data()) for column in range(model.columnCount()))


def test_that_the_newest_act_stands_first_with_who_and_why(person: Person, world: World) -> None:
    _record(world.database, "note_added", days_ago=2, customer_id=1, text="Calls back")
    _record(world.database, "dispatch_stopped", actor=JONAS, reason="The customer asked for it")

    table = _opened(person, 2)

    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    QAbstractItemModelTester(table.model(), mode, table)
    assert "Dispatch stopped" in _row(table, 0)
    assert "The customer asked for it" in _row(table, 0)
    assert JONAS in _row(table, 0)
    assert "Note written" in _row(table, 1)


def test_that_customer_person_and_time_narrow_the_log(person: Person, world: World) -> None:
    _record(world.database, "note_added", days_ago=40, customer_id=1)
    _record(world.database, "note_added", days_ago=20, customer_id=1, actor=JONAS)
    _record(world.database, "settings.saved", section="limits")

    table = _opened(person, 2, AuditFilter(customer_id=1))
    people, when = person.sees("audit_person"), person.sees("audit_time")
    assert isinstance(people, FilterChip)
    assert isinstance(when, FilterChip)
    when.chosen.emit("30")
    _has_rows(person, table, 1)
    when.chosen.emit("own")
    person.sees("audit_first_day")
    _has_rows(person, table, 1)
    people.chosen.emit(f"={AGENT}")
    person.waits_until(lambda: "No entry fits" in _words(person.sees("audit_page")))
    person.clicks("emptyAction")
    _has_rows(person, table, 3)
    assert not [one for one in person.window.findChildren(QWidget, "audit_first_day")
                if one.isVisible()]  # fmt: skip


def test_that_one_entry_is_read_in_full_by_keyboard_and_leads_on(
    person: Person, world: World
) -> None:
    _record(world.database, "note_added", days_ago=1)
    _record(
        world.database, "code_sent", customer_id=1, number="+436601234567", passed=True, sms=[1] * 9
    )
    table = _opened(person, 2)

    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Home)
    card = person.sees("audit_entry")
    person.waits_until(lambda: "Code sent by SMS" in _words(card))
    assert "+43 660 ••• •• 67" in _words(card)
    assert "4 more" in _words(card)
    person.clicks("audit_only_customer")
    _has_rows(person, table, 1)


def test_that_an_intact_log_is_said_to_hold(person: Person, world: World) -> None:
    _record(world.database, "note_added")
    _opened(person, 1)

    person.clicks("audit_verify")

    banner = person.sees("audit_banner")
    person.waits_until(lambda: "The log holds: 1 entry," in _words(banner))


def test_that_a_broken_chain_is_said_with_its_place_and_leads_there(
    person: Person, world: World
) -> None:
    for text_ in ("one", "two", "three"):
        _record(world.database, "note_added", text=text_)
    with world.database.write() as session:
        session.execute(
            update(AuditEntry).where(AuditEntry.id == 2).values(payload={"text": "forged"})
        )
    _opened(person, 3)

    person.clicks("audit_verify")

    person.waits_until(lambda: "changed at 1 place" in _words(person.sees("audit_banner")))
    assert "Entry 2" in _words(person.sees("audit_breaks"))
    person.clicks("audit_break_2")
    person.waits_until(lambda: "forged" in _words(person.sees("audit_entry")))


def test_that_entries_cut_off_since_the_last_look_are_missed(person: Person, world: World) -> None:
    for text_ in ("one", "two"):
        _record(world.database, "note_added", text=text_)
    _opened(person, 2)
    person.clicks("audit_verify")
    person.waits_until(lambda: "The log holds" in _words(person.sees("audit_banner")))
    with world.database.write() as session:
        session.execute(delete(AuditEntry).where(AuditEntry.id == 2))

    person.clicks("audit_verify")

    person.waits_until(lambda: "taken away at the end" in _words(person.sees("audit_banner")))


def test_that_erased_facts_are_said_to_be_erased(person: Person, world: World) -> None:
    _record(world.database, "request_recorded", customer_id=1, requester="Petra Gruber")
    with world.database.write() as session:
        audit.erase_facts(session, AuditEntry.customer_id == 1)
    table = _opened(person, 1)
    assert "Facts erased" in _row(table, 0)
    assert "Petra" not in _row(table, 0)

    person.clicks("audit_verify")

    person.waits_until(lambda: "were erased" in _words(person.sees("audit_banner")))
    assert "The log holds" in _words(person.sees("audit_banner"))


def test_that_the_log_is_saved_as_a_table_and_the_act_appears_in_it(
    person: Person, world: World, tmp_path: Path
) -> None:
    _record(world.database, "note_added", text="=1+1")
    table = _opened(person, 1)

    person.clicks("audit_save")
    dialog = person.window.findChild(QFileDialog, "audit_save_dialog")
    assert dialog is not None
    path = tmp_path / "log.csv"
    dialog.fileSelected.emit(str(path))
    dialog.close()

    person.waits_until(lambda: "1 entry saved in log.csv" in _words(person.sees("audit_strip")))
    assert "Text: =1+1" in path.read_text(encoding="utf-8-sig")
    _has_rows(person, table, 2)
    person.waits_until(lambda: "Audit log exported" in _row(table, 0))


def test_that_a_new_act_comes_in_while_the_page_is_open(person: Person, world: World) -> None:
    _record(world.database, "note_added", days_ago=1)
    table = _opened(person, 1)

    with world.database.write(Change.SETTINGS) as session:
        audit.record(session, audit.Act("settings.saved", JONAS, NOW, {"section": "limits"}))

    _has_rows(person, table, 2)
    person.waits_until(lambda: "Settings changed" in _row(table, 0))


def test_that_an_empty_log_and_one_that_cannot_be_read_are_said_so(
    person: Person, world: World
) -> None:
    _opened(person, 0)
    page = person.sees("audit_page")
    person.waits_until(lambda: "Nothing has been done yet." in _words(page))

    with world.database.write() as session:
        session.execute(text("ALTER TABLE audit_log RENAME TO away"))
    try:
        person.app.desk.navigator.audit_wanted.emit(AuditFilter(actor=JONAS))
        person.waits_until(lambda: "Try again" in _words(page))
    finally:
        with world.database.write() as session:
            session.execute(text("ALTER TABLE away RENAME TO audit_log"))


def test_that_a_long_log_opens_at_once_and_is_read_to_its_end(person: Person, world: World) -> None:
    with world.database.write() as session:
        session.execute(
            insert(AuditEntry),
            [
                {
                    "at": NOW - timedelta(seconds=number),
                    "actor": AGENT,
                    "act": "note_added",
                    "payload": {"text": f"note {number}"},
                    "payload_hash": "",
                    "entry_hash": str(number),
                }
                for number in range(1_000)
            ],
        )
    table = _opened(person, 1_000)
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_End)
    person.waits_until(lambda: "note 999" in _row(table, 999))


def test_that_settings_lead_to_the_log(person: Person, world: World) -> None:
    _record(world.database, "note_added")
    person.window.show_page("settings")
    person.clicks("to_audit")
    person.waits_until(lambda: person.window.current_page == "audit")


def test_that_the_timeline_of_a_customer_leads_to_the_log(person: Person, world: World) -> None:
    _record(world.database, "note_added", customer_id=1)
    _record(world.database, "settings.saved")
    person.app.desk.navigator.customer_wanted.emit(1)
    person.clicks("tab_history")
    person.clicks("customer_to_audit")
    table = person.sees("audit_table")
    assert isinstance(table, DeskTable)
    _has_rows(person, table, 1)
