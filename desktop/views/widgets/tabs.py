"""Tabs within a page: words on a line, the chosen one underlined."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from desktop.views.theme import FontRole, Role, color, font, px, text_width
from desktop.views.theme.focus import set_ring
from desktop.views.theme.paint import line
from desktop.views.widgets.base import Themed, space
from desktop.views.widgets.segments import Segment

_HEIGHT, _GAP = 40, 8


class _Tab(Themed, QAbstractButton):
    """One of the words."""

    def __init__(self, tab: Segment) -> None:
        super().__init__()
        self.tab = tab
        self.setCheckable(True)
        self.setObjectName(f"tab_{tab.key}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        set_ring(self, offset=-4, across=4)
        self.show_tab(tab)

    def show_tab(self, tab: Segment) -> None:
        """Show another word or count."""
        self.tab = tab
        self.setText(tab.text)
        self.setAccessibleName(f"{tab.text} {tab.count}".strip())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width = text_width(self.tab.text, strong=True)
        if self.tab.count:
            width += px(_GAP) + text_width(self.tab.count, FontRole.SMALL)
        return QSize(ceil(width), px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        chosen = self.isChecked()
        role = Role.ACCENT if chosen else Role.MUTED
        painter.setPen(color(role))
        painter.setFont(font(strong=chosen))
        area = QRectF(0, 0, self.width(), self.height() - px(2))
        middle = int(Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(area, middle, self.tab.text)
        if self.tab.count:
            painter.setFont(font(FontRole.SMALL))
            left = text_width(self.tab.text, strong=chosen) + px(_GAP)
            painter.drawText(area.adjusted(left, 0, 0, 0), middle, self.tab.count)
        if chosen:
            under = QRectF(0, self.height() - px(2), self.width(), px(2))
            painter.fillRect(under, color(Role.ACCENT))


class Tabs(Themed, QWidget):
    """The row of tabs; the arrow keys move the choice. What they show belongs to the page.

    Signals:
        chosen: the key of the tab that a person chose.
    """

    chosen = Signal(str)

    def __init__(self, tabs: Sequence[Segment] = (), current: str = "") -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self._group.buttonClicked.connect(self._tell)
        self._row = QHBoxLayout(self)
        self._tabs: list[_Tab] = [_Tab(tab) for tab in tabs]
        for tab in self._tabs:
            self._group.addButton(tab)
            self._row.addWidget(tab)
        self._row.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.choose(current or (tabs[0].key if tabs else ""))
        self.restyle()

    def restyle(self) -> None:
        space(self._row, 0, gap=24)
        self.setFixedHeight(px(_HEIGHT))

    @property
    def current(self) -> str:
        """The key of the chosen tab."""
        return next((tab.tab.key for tab in self._tabs if tab.isChecked()), "")

    def choose(self, key: str) -> None:
        """Choose a tab without telling so."""
        for tab in self._tabs:
            if tab.tab.key == key:
                tab.setChecked(True)

    def set_tabs(self, tabs: Sequence[Segment]) -> None:
        """Change words and counts; the keys stay as they are."""
        by_key = {tab.key: tab for tab in tabs}
        for tab in self._tabs:
            if tab.tab.key in by_key:
                tab.show_tab(by_key[tab.tab.key])

    def _tell(self, button: QAbstractButton) -> None:
        if isinstance(button, _Tab):
            self.chosen.emit(button.tab.key)

    def paintEvent(self, event: QPaintEvent) -> None:
        line(QPainter(self), 0, self.width(), self.height() - 1)
