"""The window is closed while SMS are sent: asked first, and then done as was answered."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from desktop.models.states import DispatchState
from desktop.services.sending.dispatch_lists import DispatchLists
from desktop.views.closing import PAUSED_AT_CLOSING, Closing
from desktop.views.widgets.question import Question
from tests.support.sending import RunningClock, World, make_world
from tests.support.window import Person, opened_desk

_ELSEWHERE = "websms:desk@elsewhere"
"""An account that the desk of these tests does not send for: what it shows stands still."""


@pytest.fixture
def world(sqlite_url: str) -> Iterator[World]:
    made = make_world(sqlite_url, RunningClock(), gateway=_ELSEWHERE)
    made.add_incomplete(3)
    yield made
    made.database.close()


@pytest.fixture
def person(qtbot: QtBot, world: World, tmp_path: Path) -> Iterator[Person]:
    with opened_desk(qtbot, world.database, tmp_path) as person:
        person.waits_until(lambda: person.app.services.sending.is_running)
        person.settles()
        yield person


def _closing(person: Person, *, tray: bool) -> Closing:
    closing = person.app.closing
    closing._has_tray = lambda: tray
    return closing


def _question(person: Person) -> Question:
    person.window.close()
    box = person.sees("closing_while_sending")
    assert isinstance(box, Question)
    return box


def _press(person: Person, name: str) -> None:
    button = person.sees(name)
    assert isinstance(button, QAbstractButton)
    button.click()


def _state(world: World) -> tuple[DispatchState, str]:
    (line,) = DispatchLists(world.database).lines()
    return line.state, line.state_reason


def test_that_a_window_with_nothing_to_send_closes_at_once(qtbot: QtBot, person: Person) -> None:
    with qtbot.waitSignal(person.app.closing.closed, timeout=15_000):
        person.window.close()

    assert not person.window.isVisible()


def test_that_cancelling_leaves_everything_as_it_is(person: Person, world: World) -> None:
    world.release()
    before = _state(world)

    _question(person)
    _press(person, "close_cancel")
    person.settles()

    assert person.window.isVisible()
    assert _state(world) == before


def test_that_pausing_closes_with_nothing_going(qtbot: QtBot, person: Person, world: World) -> None:
    world.release()

    _question(person)
    with qtbot.waitSignal(person.app.closing.closed, timeout=15_000):
        _press(person, "close_pause")

    assert not person.window.isVisible()
    assert _state(world) == (DispatchState.PAUSED, PAUSED_AT_CLOSING)


def test_that_without_a_notification_area_the_window_is_minimised(
    person: Person, world: World
) -> None:
    _closing(person, tray=False)
    world.release()

    box = _question(person)
    assert "no notification area" in box.accessibleDescription()
    _press(person, "close_go_on")

    person.waits_until(person.window.isMinimized)
    assert _state(world)[0] is not DispatchState.PAUSED


@pytest.mark.qt_log_ignore("systemTrayWindowChanged", extend=True)
def test_that_sending_goes_on_behind_an_icon_that_leads_back(person: Person, world: World) -> None:
    closing = _closing(person, tray=True)
    world.release()

    _question(person)
    _press(person, "close_go_on")

    person.waits_until(lambda: not person.window.isVisible())
    tray = closing.tray
    assert tray is not None
    person.waits_until(lambda: tray.tooltip == "Solution Desk is sending: 0 of 3 SMS")
    assert tray.quit.text() == "Pause and quit"
    tray.show_window.trigger()
    person.waits_until(person.window.isVisible)


@pytest.mark.qt_log_ignore("systemTrayWindowChanged", extend=True)
def test_that_the_icon_pauses_what_it_goes_on_with(person: Person, world: World) -> None:
    closing = _closing(person, tray=True)
    world.release()
    _question(person)
    _press(person, "close_go_on")
    person.waits_until(lambda: closing.tray is not None and closing.tray.pause.isEnabled())
    tray = closing.tray
    assert tray is not None

    tray.pause.trigger()
    person.waits_until(lambda: _state(world)[0] is DispatchState.PAUSED)
    person.waits_until(lambda: tray.pause.text() == "Go on sending")
    assert tray.tooltip == "Solution Desk, paused: 0 of 3 SMS"
    tray.pause.trigger()
    person.waits_until(lambda: _state(world)[0] is DispatchState.SENDING)
    person.settles()


@pytest.mark.qt_log_ignore("systemTrayWindowChanged", extend=True)
def test_that_quitting_from_the_icon_pauses_first(
    qtbot: QtBot, person: Person, world: World
) -> None:
    closing = _closing(person, tray=True)
    world.release()
    _question(person)
    _press(person, "close_go_on")
    person.waits_until(lambda: closing.tray is not None)
    tray = closing.tray
    assert tray is not None

    with qtbot.waitSignal(closing.closed, timeout=15_000):
        tray.quit.trigger()

    assert _state(world) == (DispatchState.PAUSED, PAUSED_AT_CLOSING)
