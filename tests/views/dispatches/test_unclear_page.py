"""The page of unclear SMS: found, chosen with the keyboard, decided with a reason."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select, update

from desktop.models.changes import Change
from desktop.models.records.dispatches import RecipientList
from desktop.models.records.signups import SignupSelection
from desktop.models.records.unclear import UnclearFilter
from desktop.models.states import DispatchState, SmsState, Verdict
from desktop.models.tables import AuditEntry, Dispatch, OutboundSms, SmsVerdict
from desktop.services.sending.dispatch_lists import DispatchLists
from desktop.views.widgets.desk_table import DeskTable
from desktop.views.widgets.filter_chip import FilterChip
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


def _unclear(world: World, *reasons: str, minutes_ago: float = 60) -> int:
    """Releases as many SMS as there are reasons, all unclear since a while; returns the id."""
    contacts = [world.contact(one).id for one in world.add_incomplete(len(reasons))]
    record = world.release(recipients=RecipientList(1, SignupSelection(chosen=frozenset(contacts))))
    left_at = world.database.clock() - timedelta(minutes=minutes_ago)
    with world.database.write() as session:
        ids = session.scalars(
            select(OutboundSms.id)
            .where(OutboundSms.dispatch_id == record.id)
            .order_by(OutboundSms.id)
        ).all()
        for sms_id, reason in zip(ids, reasons, strict=True):
            session.execute(
                update(OutboundSms)
                .where(OutboundSms.id == sms_id)
                .values(state=SmsState.UNCLEAR, reason=reason, sent_at=left_at, settled_at=left_at)
            )
        session.execute(
            update(Dispatch).where(Dispatch.id == record.id).values(state=DispatchState.DONE)
        )
    return record.id


def _opened(person: Person, rows: int, wanted: UnclearFilter | None = None) -> DeskTable:
    person.app.desk.navigator.unclear_wanted.emit(wanted or UnclearFilter())
    table = person.sees("unclear_table")
    assert isinstance(table, DeskTable)
    person.waits_until(lambda: table.model().rowCount() == rows)
    # The rows come page by page, a moment after their number.
    person.waits_until(lambda: not rows or bool(table.model().index(0, 1).data()))
    person.settles()
    return table


def _click(person: Person, name: str) -> None:
    button = person.sees(name)
    assert isinstance(button, QAbstractButton)
    person.waits_until(button.isEnabled)
    button.click()
    person.settles()


def _state(world: World, dispatch_id: int) -> DispatchState:
    return DispatchLists(world.database).get(dispatch_id).state


def _give_reason(person: Person, reason: str) -> None:
    field = person.sees("decision_reason")
    assert isinstance(field, QLineEdit)
    field.setText(reason)


def _all_words(widget: QWidget) -> str:
    labels = [child for child in widget.findChildren(QWidget) if hasattr(child, "text")]
    return " ".join(str(child.text()) for child in labels if child.isVisible())


def test_that_all_unclear_sms_are_listed_with_their_cause(person: Person, world: World) -> None:
    _unclear(world, "no_answer", "connection_lost")

    table = _opened(person, 2)

    QAbstractItemModelTester(
        table.model(), QAbstractItemModelTester.FailureReportingMode.Fatal, table
    )
    model = table.model()
    person.waits_until(lambda: "•" in str(model.index(0, 1).data()))
    causes = {str(model.index(row, 4).data()) for row in range(2)}
    assert causes == {"No answer came in time", "The connection broke off"}
    assert "A-2026-0001" in str(model.index(0, 2).data())


def test_that_it_is_said_that_no_gateway_can_be_asked(person: Person, world: World) -> None:
    _unclear(world, "no_answer")
    _opened(person, 1)

    words = _all_words(person.sees("unclear_page"))

    assert "The gateway (websms) cannot be asked" in words
    assert "settles it by itself" in words


def test_that_nothing_unclear_is_said_so(person: Person) -> None:
    _opened(person, 0)

    page = person.sees("unclear_page")
    person.waits_until(lambda: "No SMS is unclear." in _all_words(page))


def test_that_a_decision_without_a_reason_is_not_taken(person: Person, world: World) -> None:
    _unclear(world, "no_answer")
    table = _opened(person, 1)
    table.button_pressed.emit(0, Verdict.WRITTEN_OFF.value)
    person.sees("decision_dialog")

    _click(person, "decision_act")
    assert "Enter a reason." in _all_words(person.sees("decision_dialog"))
    assert world.states() == {SmsState.UNCLEAR: 1}

    _give_reason(person, "She got nothing")
    _click(person, "decision_act")
    person.waits_until(lambda: world.states() == {SmsState.FAILED: 1})
    person.waits_until(lambda: table.model().rowCount() == 0)


def test_that_all_are_chosen_and_sent_again_with_the_keyboard(person: Person, world: World) -> None:
    dispatch_id = _unclear(world, "no_answer", "no_answer", "sender_gone")
    table = _opened(person, 3)

    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    _click(person, "selectionAct")
    person.sees("decision_dialog")
    _click(person, "radio_send_again")
    warning = person.sees("verdict_warning")
    assert "may arrive twice" in _all_words(warning)
    _give_reason(person, "The customer asked for it")
    _click(person, "decision_act")

    person.waits_until(lambda: world.states() == {SmsState.QUEUED: 3})
    assert _state(world, dispatch_id) is DispatchState.SENDING
    with world.database.read() as session:
        verdicts = session.scalars(select(SmsVerdict)).all()
        acts = session.scalars(select(AuditEntry.act)).all()
    assert {one.reason for one in verdicts} == {"The customer asked for it"}
    assert acts.count("sms_sent_again") == 1
    person.waits_until(lambda: table.model().rowCount() == 0)


def test_that_one_that_may_still_get_news_is_not_offered_again(
    person: Person, world: World
) -> None:
    _unclear(world, "no_answer", minutes_ago=1)
    table = _opened(person, 1)

    table.button_pressed.emit(0, Verdict.SEND_AGAIN.value)
    dialog = person.sees("decision_dialog")

    person.waits_until(lambda: "1 not yet" in _all_words(dialog))
    act = person.sees("decision_act")
    assert not act.isEnabled()
    _click(person, "decision_back")
    assert world.states() == {SmsState.UNCLEAR: 1}


def test_that_the_list_is_filtered_by_dispatch_and_by_cause(person: Person, world: World) -> None:
    first = _unclear(world, "no_answer", "connection_lost")
    _unclear(world, "no_answer")

    table = _opened(person, 2, UnclearFilter(dispatch_id=first))
    chip = person.sees("unclear_reason")
    assert isinstance(chip, FilterChip)
    chip.chosen.emit("connection_lost")
    person.waits_until(lambda: table.model().rowCount() == 1)
    dispatch = person.sees("unclear_dispatch")
    assert isinstance(dispatch, FilterChip)
    chip.cleared.emit()
    person.settles()
    dispatch.cleared.emit()
    person.waits_until(lambda: table.model().rowCount() == 3)


def test_that_the_start_page_and_the_side_bar_lead_there(person: Person, world: World) -> None:
    _unclear(world, "no_answer", "no_answer")
    person.window.show_page("start")
    person.app.feed.publish(Change.DISPATCHES)
    person.settles()

    side = person.sees("side_dispatches")
    person.waits_until(lambda: side.accessibleName() == "Dispatches 2")
    person.window.page("start").reload()
    person.settles()
    person.clicks("attention_sms_unclear_1")

    assert person.window.current_page == "unclear"
    table = person.sees("unclear_table")
    assert isinstance(table, DeskTable)
    person.waits_until(lambda: table.model().rowCount() == 2)


def test_that_a_report_from_elsewhere_takes_its_sms_off_the_list(
    person: Person, world: World
) -> None:
    _unclear(world, "no_answer", "no_answer")
    table = _opened(person, 2)

    world.judge(next(iter(world.rows().values())).id)

    person.app.feed.publish(Change.DISPATCHES)
    person.waits_until(lambda: table.model().rowCount() == 1)
