from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select, update

from desktop.models.states import DispatchState, SmsState
from desktop.models.tables import AuditEntry, Dispatch, OutboundSms, SenderLease
from desktop.services.sending.dispatch_lists import DispatchLists
from desktop.views.dispatches.list_page import DispatchesPage
from desktop.views.dispatches.page import DispatchPage
from desktop.views.widgets.desk_table import DeskTable
from tests.support.sending import RunningClock, World, make_world
from tests.support.window import Person, opened_desk

_ELSEWHERE = "websms:desk@elsewhere"
"""An account that the desk of these tests does not send for: what it shows stands still."""


@pytest.fixture
def world(sqlite_url: str) -> Iterator[World]:
    made = make_world(sqlite_url, RunningClock(), gateway=_ELSEWHERE)
    yield made
    made.database.close()


@pytest.fixture
def person(qtbot: QtBot, world: World, tmp_path: Path) -> Iterator[Person]:
    with opened_desk(qtbot, world.database, tmp_path) as person:
        yield person


def _settle(world: World, *states: SmsState) -> None:
    with world.database.write() as session:
        ids = session.scalars(select(OutboundSms.id).order_by(OutboundSms.id)).all()
        for sms_id, state in zip(ids, states, strict=False):
            session.execute(
                update(OutboundSms)
                .where(OutboundSms.id == sms_id)
                .values(state=state, reason="no_answer", sent_at=world.database.clock())
            )


def _open(person: Person, dispatch_id: int) -> DispatchPage:
    person.app.desk.navigator.dispatch_wanted.emit(dispatch_id)
    page = person.sees("dispatch_page")
    person.settles()
    assert isinstance(page, DispatchPage)
    return page


def _click(person: Person, name: str) -> None:
    button = person.sees(name)
    button.click()  # type: ignore[attr-defined]  # buttons of the desk have it
    person.settles()


def _words(widget: QWidget) -> str:
    return widget.text()  # type: ignore[attr-defined,no-any-return]  # labels have it


def _state(world: World, dispatch_id: int) -> DispatchState:
    return DispatchLists(world.database).get(dispatch_id).state


def test_that_the_list_shows_dispatches_and_leads_to_one(person: Person, world: World) -> None:
    world.add_incomplete(3)
    record = world.release()

    person.app.desk.navigator.page_wanted.emit("dispatches")
    page = person.sees("dispatches_page")
    table = person.sees("dispatches")
    assert isinstance(page, DispatchesPage)
    assert isinstance(table, DeskTable)
    person.waits_until(lambda: table.model().rowCount() == 1)
    QAbstractItemModelTester(
        table.model(), QAbstractItemModelTester.FailureReportingMode.Fatal, page
    )
    table.row_activated.emit(0)

    person.waits_until(lambda: record.dispatch_no in _all_words(person.sees("dispatch_page")))


def _all_words(widget: QWidget) -> str:
    labels = [child for child in widget.findChildren(QWidget) if hasattr(child, "text")]
    return " ".join(str(child.text()) for child in labels if child.isVisible())


def test_that_an_empty_list_says_what_begins_a_dispatch(person: Person) -> None:
    person.app.desk.navigator.page_wanted.emit("dispatches")
    page = person.sees("dispatches_page")

    person.waits_until(lambda: "Nothing has been sent yet." in _all_words(page))


def test_that_the_page_writes_the_sum_out_and_it_is_right(person: Person, world: World) -> None:
    world.add_incomplete(6)
    record = world.release()
    _settle(world, SmsState.DELIVERED, SmsState.DELIVERED, SmsState.UNCLEAR, SmsState.FAILED)

    _open(person, record.id)

    person.waits_until(
        lambda: _words(person.sees("dispatch_sum")) == "2 + 0 + 2 + 0 + 1 + 1 + 0 = 6 recipients"
    )
    assert _words(person.sees("dispatch_progress")) == "4 of 6 processed"


def test_that_pause_resume_and_stop_do_what_they_say(person: Person, world: World) -> None:
    world.add_incomplete(4)
    record = world.release()
    _open(person, record.id)

    _click(person, "dispatch_pause")
    person.waits_until(lambda: _state(world, record.id) is DispatchState.PAUSED)
    _click(person, "dispatch_resume")
    person.waits_until(lambda: _state(world, record.id) is DispatchState.SENDING)
    _click(person, "dispatch_stop")
    stop = person.window.findChild(QPushButton, "stop_for_good")
    assert isinstance(stop, QPushButton)
    assert _state(world, record.id) is DispatchState.SENDING
    stop.click()
    person.waits_until(lambda: _state(world, record.id) is DispatchState.STOPPED)
    person.waits_until(
        lambda: _words(person.sees("dispatch_sum")).startswith("0 + 0 + 0 + 0 + 0 + 0 + 0 + 4 =")
    )


def test_that_an_unclear_sms_is_taken_as_sent_with_a_reason(person: Person, world: World) -> None:
    world.add_incomplete(2)
    record = world.release()
    _settle(world, SmsState.UNCLEAR, SmsState.UNCLEAR)
    _open(person, record.id)
    table = person.sees("unclear_sms")
    assert isinstance(table, DeskTable)
    person.waits_until(lambda: table.model().rowCount() == 2)

    table.button_pressed.emit(0, "sent")
    dialog = person.sees("decision_dialog")
    reason = dialog.findChild(QLineEdit, "decision_reason")
    assert isinstance(reason, QLineEdit)
    reason.setText("She said so on the phone")
    _click(person, "decision_act")

    person.waits_until(lambda: table.model().rowCount() == 1)
    assert world.states() == {SmsState.UNCLEAR: 1, SmsState.ACCEPTED: 1}
    with world.database.read() as session:
        facts = session.scalars(
            select(AuditEntry.payload).where(AuditEntry.act == "sms_judged_sent")
        ).one()
    assert facts is not None
    assert facts["reason"] == "She said so on the phone"


def test_that_the_list_of_sms_is_filtered_and_masked(person: Person, world: World) -> None:
    numbers = world.add_incomplete(5)
    record = world.release()
    _settle(world, SmsState.FAILED, SmsState.DELIVERED)
    page = _open(person, record.id)
    table = person.sees("sms_table")
    assert isinstance(table, DeskTable)
    person.waits_until(lambda: table.model().rowCount() == 5)
    QAbstractItemModelTester(
        table.model(), QAbstractItemModelTester.FailureReportingMode.Fatal, page
    )

    page.findChild(QWidget, "sms_filter").chosen.emit("not_arrived")  # type: ignore[union-attr]  # it is there
    person.waits_until(lambda: table.model().rowCount() == 1)
    person.waits_until(lambda: "•" in str(table.model().index(0, 1).data()))
    assert str(table.model().index(0, 1).data())[-2:] == numbers[0][-2:]


def test_that_an_account_that_is_held_is_told_and_can_go_on(person: Person, world: World) -> None:
    world.add_incomplete(1)
    record = world.release()
    now = world.database.clock()
    with world.database.write() as session:
        session.execute(update(Dispatch).values(state=DispatchState.SENDING))
        session.add(
            SenderLease(
                account=_ELSEWHERE,
                owner="gone",
                epoch=1,
                lease_until=now,
                paused_reason="invalid_credentials",
                paused_code="4001",
                paused_at=now,
            )
        )

    _open(person, record.id)
    banner = person.sees("dispatch_trouble")
    assert "user or password is wrong (4001)" in _all_words(banner)
    _click(person, "dispatch_resume_account")

    resume = person.window.findChild(QWidget, "dispatch_resume_account")
    assert resume is not None
    person.waits_until(lambda: not resume.isVisible())
    with world.database.read() as session:
        paused = session.scalars(
            select(SenderLease.paused_reason).where(SenderLease.account == _ELSEWHERE)
        ).one()
    assert paused == ""


def test_that_a_wrong_login_leads_to_the_settings(person: Person, world: World) -> None:
    world.add_incomplete(1)
    record = world.release()
    now = world.database.clock()
    with world.database.write() as session:
        session.add(
            SenderLease(
                account=_ELSEWHERE,
                owner="gone",
                epoch=1,
                lease_until=now,
                paused_reason="invalid_credentials",
                paused_at=now,
            )
        )

    _open(person, record.id)
    person.sees("dispatch_trouble")
    _click(person, "bannerAction")

    assert person.window.current_page == "settings"
    person.settles()


def test_that_a_dispatch_of_another_account_says_why_it_waits(person: Person, world: World) -> None:
    world.add_incomplete(1)
    record = world.release()

    _open(person, record.id)

    words = _all_words(person.sees("dispatch_trouble"))
    assert f"goes out by {_ELSEWHERE}" in words


def test_that_the_list_is_filtered_by_reason_and_sorted(person: Person, world: World) -> None:
    world.add_incomplete(5)
    record = world.release()
    _settle(world, SmsState.FAILED, SmsState.DELIVERED)
    _open(person, record.id)
    table = person.sees("sms_table")
    assert isinstance(table, DeskTable)
    person.waits_until(lambda: table.model().rowCount() == 5)

    table.model().sort(3, Qt.SortOrder.DescendingOrder)
    person.waits_until(lambda: str(table.model().index(0, 3).data()) == "No answer came in time")
    person.sees("sms_reason").chosen.emit("no_answer")  # type: ignore[attr-defined]  # a chip
    person.waits_until(lambda: table.model().rowCount() == 2)
    person.settles()


def test_that_books_that_do_not_add_up_are_red(person: Person, world: World) -> None:
    world.add_incomplete(2)
    record = world.release()
    with world.database.write() as session:
        session.execute(update(Dispatch).values(recipients=3, listed=3))

    _open(person, record.id)

    assert "do not add up" in _all_words(person.sees("dispatch_trouble"))


def test_that_those_who_got_nothing_are_saved_from_the_page(
    person: Person, world: World, tmp_path: Path
) -> None:
    numbers = world.add_incomplete(2)
    record = world.release()
    _settle(world, SmsState.FAILED)
    _open(person, record.id)

    _click(person, "dispatch_export")
    dialog = person.window.findChild(QFileDialog, "save_failed")
    assert isinstance(dialog, QFileDialog)
    path = tmp_path / "failed.csv"
    dialog.fileSelected.emit(str(path))
    dialog.reject()

    person.waits_until(path.exists)
    assert numbers[0] in path.read_text(encoding="utf-8-sig")
    person.waits_until(lambda: "1 number was saved." in _all_words(person.sees("dispatch_failure")))


def test_that_a_dispatch_that_is_gone_is_said_so(person: Person) -> None:
    page = _open(person, 999)

    person.waits_until(lambda: "not there any more" in _all_words(page))


@pytest.mark.parametrize("language", ["de", "en"])
def test_that_the_pages_can_change_their_language(
    person: Person, world: World, language: str
) -> None:
    world.add_incomplete(3)
    record = world.release()
    _settle(world, SmsState.UNCLEAR, SmsState.FAILED)
    page = _open(person, record.id)

    person.app.desk.language.apply(language)

    word = {"de": "verarbeitet", "en": "processed"}[language]
    person.waits_until(lambda: word in _words(page.findChild(QWidget, "dispatch_progress")))  # type: ignore[arg-type]  # it is there


def test_that_a_dispatch_tells_from_which_version_its_text_was_made(
    person: Person, world: World
) -> None:
    world.add_incomplete(1)
    record = world.release(template_key="de/reminder_short", template_version=3)

    page = _open(person, record.id)

    said = " ".join(label.text() for label in page.findChildren(QLabel))
    assert "Made from version 3 of its template." in said
