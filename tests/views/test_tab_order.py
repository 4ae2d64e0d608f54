"""Tab goes through a window as it is read, whatever was made first."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.views.tab_order import next_stop
from desktop.views.widgets.scroll import ScrollArea


class Corridor(QWidget):
    """A head, a stack with one page to scroll, and a foot; the page's last button is made last."""

    def __init__(self) -> None:
        super().__init__()
        self.foot, self.below, self.hidden = (QPushButton(text) for text in "fbh")
        self.head, self.second = QPushButton("1"), QPushButton("2")
        content = QWidget()
        self.page = QVBoxLayout(content)
        self.page.addWidget(QLabel("only words"))
        self.page.addWidget(self.below)
        stack = QStackedWidget()
        stack.addWidget(ScrollArea(content))
        stack.addWidget(self.hidden)
        heads = QHBoxLayout()
        heads.addWidget(self.head)
        heads.addWidget(self.second)
        column = QVBoxLayout(self)
        column.addLayout(heads)
        column.addWidget(stack)
        column.addWidget(self.foot)
        self.late = QPushButton("late")
        self.page.insertWidget(1, self.late)

    def way(self, start: QWidget, *, forward: bool) -> list[QWidget]:
        """Returns where Tab leads from ``start`` until it is back."""
        stops = [start]
        while (there := next_stop(self, stops[-1], forward=forward)) not in {None, start}:
            assert there is not None
            stops.append(there)
        return stops


def test_that_tab_reads_rows_then_what_was_made_last_then_the_foot(qtbot: QtBot) -> None:
    window = Corridor()
    qtbot.addWidget(window)
    window.show()
    stops = [window.head, window.second, window.late, window.below, window.foot]
    assert window.way(window.head, forward=True) == stops
    assert window.way(window.foot, forward=False) == stops[::-1]


def test_that_tab_passes_over_what_is_switched_off(qtbot: QtBot) -> None:
    window = Corridor()
    qtbot.addWidget(window)
    window.show()
    window.second.setEnabled(False)
    window.late.hide()
    assert window.way(window.head, forward=True) == [window.head, window.below, window.foot]
