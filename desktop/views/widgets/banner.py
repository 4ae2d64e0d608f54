"""A banner: one sentence about a state, with at most one button."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop.views.theme import StateKind, color, px, state_style
from desktop.views.theme.paint import box
from desktop.views.widgets.base import Themed, space
from desktop.views.widgets.button import Button
from desktop.views.widgets.label import Label
from desktop.views.widgets.state_label import Icon


class Banner(Themed, QWidget):
    """State ground, shape, sentence, at most one button; at least 48 high. One for each page.

    Signals:
        acted: the button was pressed.
    """

    acted = Signal()

    def __init__(
        self, kind: StateKind = StateKind.NEUTRAL, sentence: str = "", action: str = ""
    ) -> None:
        super().__init__()
        self._kind = kind
        style = state_style(kind)
        self._shape = Icon(style.icon, style.colour, 16)
        self._sentence = Label(sentence, wrap=True)
        self._action = Button(action, compact=True)
        self._action.setObjectName("bannerAction")
        self._action.clicked.connect(self._act)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._shape, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self._sentence, 1, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self._action, 0, Qt.AlignmentFlag.AlignVCenter)
        self._action.setVisible(bool(action))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(sentence)
        self.restyle()

    def restyle(self) -> None:
        space(self._row, 16, 10, 16, 10, gap=12)
        self.setMinimumHeight(px(48))

    def show_state(self, kind: StateKind, sentence: str, action: str = "") -> None:
        """Say something else and become visible."""
        self._kind = kind
        style = state_style(kind)
        self._shape.set_icon(style.icon, style.colour)
        self._sentence.setText(sentence)
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self.setAccessibleName(sentence)
        self.set_shown(True)
        self.update()

    def _act(self) -> None:
        self.acted.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        box(QPainter(self), QRectF(self.rect()), color(state_style(self._kind).ground))
