"""The focus stays in the page when the widget that had it is taken away."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.views.focus_keeper import FocusKeeper


@dataclass(frozen=True, slots=True)
class Room:
    """A window with a button on top of two pages."""

    window: QWidget
    above: QPushButton
    pages: QStackedWidget

    def button(self, page: int = 0) -> QPushButton:
        """Return a new button in a page, with the focus."""
        made = QPushButton("here")
        wanted = self.pages.widget(page)
        layout = wanted.layout() if wanted is not None else None
        assert layout is not None
        layout.addWidget(made)
        made.show()
        made.setFocus()
        assert self.window.focusWidget() is made
        return made


@pytest.fixture
def room(qtbot: QtBot) -> Iterator[Room]:
    window = QWidget()
    qtbot.addWidget(window)
    above, pages = QPushButton("above"), QStackedWidget()
    for _ in range(2):
        page = QWidget()
        QVBoxLayout(page).addWidget(QPushButton("first"))
        pages.addWidget(page)
    column = QVBoxLayout(window)
    column.addWidget(above)
    column.addWidget(pages)
    FocusKeeper(window, pages.currentWidget)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield Room(window, above, pages)
    window.hide()


def _delete(button: QPushButton) -> None:
    button.deleteLater()
    QCoreApplication.sendPostedEvents(button, QEvent.Type.DeferredDelete)


def _switch_off(button: QPushButton) -> None:
    button.setEnabled(False)


@pytest.mark.parametrize("take_away", [QPushButton.hide, _switch_off, _delete])
def test_that_the_page_keeps_the_keys_of_what_is_taken_away(
    room: Room, take_away: Callable[[QPushButton], None]
) -> None:
    take_away(room.button())

    assert room.window.focusWidget() is room.pages.currentWidget()


def test_that_whoever_leaves_the_page_is_not_held_back(room: Room) -> None:
    room.button()

    room.above.setFocus()

    assert room.window.focusWidget() is room.above


def test_that_the_page_behind_takes_no_focus(room: Room) -> None:
    room.button()

    room.pages.setCurrentIndex(1)

    assert room.window.focusWidget() is not room.pages.widget(0)


def test_that_what_disappears_beside_the_page_gives_it_nothing(room: Room) -> None:
    room.above.setFocus()

    room.above.hide()

    assert room.window.focusWidget() is not room.pages.currentWidget()
