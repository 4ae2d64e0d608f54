"""A part that is being built never flashes up as a window of its own."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.views.theme import StateKind
from desktop.views.widgets.banner import Banner
from desktop.views.widgets.empty_state import EmptyState, ErrorState
from desktop.views.widgets.fields import FormField, LineEdit
from desktop.views.widgets.headings import KeyFigure


class Windows(QObject):
    """Counts what becomes a window and is seen."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        shown = event.type() == QEvent.Type.Show
        if shown and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(type(watched).__name__)
        return False


MAKERS: dict[str, Callable[[], QWidget]] = {
    "a field with a hint": lambda: FormField("Name", LineEdit(), "as on the contract"),
    "a banner with a button": lambda: Banner(StateKind.WARNING, "Sentence", "Button"),
    "an empty state with everything": lambda: EmptyState("inbox", "Sentence", "Hint", "Button"),
    "an error with everything": lambda: ErrorState("Sentence", "Hint", "Details"),
    "a key figure with a remark": lambda: KeyFigure("1", "Label", remark="Remark"),
}


@pytest.mark.parametrize("name", MAKERS)
def test_that_building_a_part_shows_no_window(qtbot: QtBot, qapp: QApplication, name: str) -> None:
    windows = Windows()
    qapp.installEventFilter(windows)
    made = MAKERS[name]()
    qapp.removeEventFilter(windows)
    qtbot.addWidget(made)
    assert windows.seen == []
