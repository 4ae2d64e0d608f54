"""A life line: states with when and why, newest first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.views.theme import Role, StateKind, color, px, pxf, state_style
from desktop.views.theme.paint import square_icon
from desktop.views.widgets.base import Themed, space
from desktop.views.widgets.label import Label, small

_ICON, _TEXT_LEFT, _GAP = 20, 32, 17


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """A state: its word, when it began, and why or with what."""

    kind: StateKind
    word: str
    when: str
    detail: str = ""
    icon_name: str = ""


class _Entry(Themed, QWidget):
    """One state with the line down to the next."""

    def __init__(self, entry: TimelineEntry, *, last: bool) -> None:
        super().__init__()
        self._entry = entry
        self._last = last
        self._column = QVBoxLayout(self)
        self._head = QHBoxLayout()
        style = state_style(entry.kind)
        self._head.addWidget(Label(entry.word, role=style.colour, strong=True), 1)
        self._head.addWidget(small(entry.when))
        self._column.addLayout(self._head)
        if entry.detail:
            self._column.addWidget(small(entry.detail, wrap=True))
        self.setAccessibleName(", ".join(filter(None, (entry.word, entry.when, entry.detail))))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.restyle()

    def restyle(self) -> None:
        space(self._column, _TEXT_LEFT, 0, 0, 0 if self._last else _GAP, gap=3)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        style = state_style(self._entry.kind)
        name = self._entry.icon_name or style.icon
        square_icon(painter, name, style.colour, 0, pxf(_ICON) / 2, _ICON)
        if not self._last:
            top = self.height() - px(_GAP)
            height = px(_GAP - 4)
            painter.fillRect(QRectF(px(_ICON) // 2, top, 1, height), color(Role.EDGE))


class TimelineList(Themed, QWidget):
    """Entries below each other, newest first as they are given."""

    def __init__(self, entries: Sequence[TimelineEntry] = ()) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._shown: tuple[TimelineEntry, ...] = ()
        space(self._column, 0, gap=0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.set_entries(entries)

    def set_entries(self, entries: Sequence[TimelineEntry]) -> None:
        """Show other entries; the same ones again change nothing."""
        if tuple(entries) == self._shown:
            return
        self._shown = tuple(entries)
        while (item := self._column.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for place, entry in enumerate(entries):
            self._column.addWidget(_Entry(entry, last=place == len(entries) - 1))
