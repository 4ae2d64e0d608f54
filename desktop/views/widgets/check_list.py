"""Sentences about something that was looked at, each with its state and what puts it right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop.views.theme import StateKind, px, state_style
from desktop.views.theme.paint import line, square_icon
from desktop.views.widgets.base import Themed, as_high_as_needed, space
from desktop.views.widgets.button import LinkButton
from desktop.views.widgets.kept import KeptWidgets
from desktop.views.widgets.label import Label


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at: its state, a sentence, and a link that puts it right."""

    kind: StateKind
    sentence: str
    key: str = ""
    action: str = ""


class _CheckLine(Themed, QWidget):
    """Shape and sentence, at the end a link."""

    acted = Signal(str)

    def __init__(self, check: Check) -> None:
        super().__init__()
        self._check = check
        self._grid = QGridLayout(self)
        self._grid.addWidget(Label(check.sentence, wrap=True), 0, 0)
        self._grid.setColumnStretch(0, 1)
        self._link = LinkButton(check.action)
        self._link.setObjectName(f"check_{check.key}")
        self._link.clicked.connect(self._act)
        self._grid.addWidget(self._link, 0, 1)
        self._link.setVisible(bool(check.action))
        self.setAccessibleName(check.sentence)
        self.setSizePolicy(as_high_as_needed())
        self.restyle()

    def restyle(self) -> None:
        space(self._grid, 24, 6, 0, 6, gap=12)

    def _act(self) -> None:
        self.acted.emit(self._check.key)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        style = state_style(self._check.kind)
        square_icon(painter, style.icon, style.colour, 0, px(16), 16)
        line(painter, 0, self.width(), self.height() - 1)


class CheckList(Themed, QWidget):
    """Sentences about something, each with its state.

    Signals:
        action_pressed: the key of the sentence whose link was pressed.
    """

    action_pressed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        space(self._column, 0, gap=0)
        self._lines: KeptWidgets[Check, _CheckLine] = KeptWidgets(self._column, self._line_of)
        self.setSizePolicy(as_high_as_needed())

    def show_checks(self, checks: Sequence[Check]) -> None:
        """Show other sentences; those that are said already stay."""
        self._lines.show(checks)

    def _line_of(self, check: Check) -> _CheckLine:
        made = _CheckLine(check)
        made.acted.connect(self.action_pressed)
        return made

    @property
    def sentences(self) -> tuple[str, ...]:
        """What is said now."""
        return tuple(check.sentence for check in self._lines.records)
