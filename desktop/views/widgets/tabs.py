"""Tabs over the lower half of a page: words with counts, the chosen one underlined."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from desktop.views.theme import FontRole, Role, color, font, px, text_width
from desktop.views.theme.paint import line
from desktop.views.widgets.base import Themed, space

HEIGHT, GAP, COUNT_GAP, UNDERLINE = 40, 24, 8, 2


@dataclass(frozen=True, slots=True)
class Tab:
    """One tab: a key for the signal, its words, and how much is behind it."""

    key: str
    text: str
    count: str = ""


class _TabButton(Themed, QAbstractButton):
    """One word of the bar."""

    def __init__(self, tab: Tab) -> None:
        super().__init__()
        self.tab = tab
        self.setCheckable(True)
        self.setObjectName(f"tab_{tab.key}")
        self.setText(tab.text)
        self.setAccessibleName(f"{tab.text} {tab.count}".strip())
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        width = text_width(self.tab.text, strong=True)
        if self.tab.count:
            width += px(COUNT_GAP) + text_width(self.tab.count, FontRole.SMALL)
        return QSize(ceil(width), px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        chosen = self.isChecked()
        painter.setPen(color(Role.ACCENT if chosen else Role.MUTED))
        painter.setFont(font(strong=chosen))
        middle = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        area = QRectF(self.rect())
        painter.drawText(area, middle, self.tab.text)
        if self.tab.count:
            area.setLeft(text_width(self.tab.text, strong=chosen) + px(COUNT_GAP))
            painter.setFont(font(FontRole.SMALL))
            painter.drawText(area, middle, self.tab.count)
        if chosen:
            bar = QRectF(0, self.height() - px(UNDERLINE), self.width(), px(UNDERLINE))
            painter.fillRect(bar, color(Role.ACCENT))


class TabBar(Themed, QWidget):
    """The tabs of a page; arrow keys go from one to the next.

    Signals:
        chosen: the key of the tab.
    """

    chosen = Signal(str)

    def __init__(self, tabs: Sequence[Tab] = ()) -> None:
        super().__init__()
        self._current = ""
        self._buttons: list[_TabButton] = []
        self._row = QHBoxLayout(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.restyle()
        self.set_tabs(tabs)

    def restyle(self) -> None:
        space(self._row, 0, gap=GAP)

    @property
    def current(self) -> str:
        """The key of the chosen tab."""
        return self._current

    def set_tabs(self, tabs: Sequence[Tab]) -> None:
        """Show other tabs; the chosen one stays, or else the first is."""
        had_focus = any(button.hasFocus() for button in self._buttons)
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        while self._row.count():
            self._row.takeAt(0)
        self._buttons = [_TabButton(tab) for tab in tabs]
        for button in self._buttons:
            button.clicked.connect(self._choose_clicked)
            self._row.addWidget(button)
        self._row.addStretch(1)
        keys = [tab.key for tab in tabs]
        if self._current not in keys:
            self._current = keys[0] if keys else ""
        self._mark()
        if had_focus:
            self._focus_current()

    def choose(self, key: str) -> None:
        """Choose a tab as a click does."""
        self._current = key
        self._mark()
        self.chosen.emit(key)

    def _choose_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, _TabButton):
            self.choose(button.tab.key)

    def _mark(self) -> None:
        for button in self._buttons:
            button.setChecked(button.tab.key == self._current)

    def _focus_current(self) -> None:
        for button in self._buttons:
            if button.tab.key == self._current:
                button.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        step = steps.get(Qt.Key(event.key()))
        keys = [button.tab.key for button in self._buttons]
        if step is None or self._current not in keys:
            super().keyPressEvent(event)
            return
        self.choose(keys[(keys.index(self._current) + step) % len(keys)])
        self._focus_current()

    def paintEvent(self, event: QPaintEvent) -> None:
        line(QPainter(self), 0, self.width(), self.height() - 1, Role.EDGE)
