"""The bar at the foot of a list: what is chosen, and what will come of it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop.views.theme import Role, StateKind, color, px
from desktop.views.widgets.base import Themed, space
from desktop.views.widgets.button import Button, ButtonKind, LinkButton
from desktop.views.widgets.label import strong
from desktop.views.widgets.state_label import StateLabel

_MOST_FACTS = 3


class SelectionBar(Themed, QWidget):
    """56 high, hidden while nothing is chosen.

    Signals:
        cleared: choose nothing any more.
        acted: the primary button was pressed.
    """

    cleared = Signal()
    acted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._count = strong()
        self._shown: tuple[tuple[StateKind, str], ...] = ()
        self._brief = ""
        self._facts = [StateLabel() for _ in range(_MOST_FACTS)]
        self._clear = LinkButton()
        self._clear.setObjectName("selectionClear")
        self._act = Button("", ButtonKind.PRIMARY, icon_name="send")
        self._act.setObjectName("selectionAct")
        self._clear.clicked.connect(self._tell_clear)
        self._act.clicked.connect(self._tell_act)
        self._row = QHBoxLayout(self)
        for part in (self._count, *self._facts):
            self._row.addWidget(part)
        self._row.addStretch(1)
        for end in (self._clear, self._act):
            self._row.addWidget(end)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.retranslate()
        self.restyle()
        self.hide()

    def restyle(self) -> None:
        space(self._row, 32, 1, 32, 0, gap=16)
        self.setFixedHeight(px(56))

    def retranslate(self) -> None:
        self._clear.setText(self.tr("Clear selection"))

    @property
    def action(self) -> Button:
        """The primary button, to block it with a reason."""
        return self._act

    def show_selection(
        self, count: str, facts: Sequence[tuple[StateKind, str]], action: str, *, brief: str = ""
    ) -> None:
        """Say how many are chosen, what comes of them (at most three facts), and what one can do.

        An empty `count` hides the bar. Where there is no room the last fact becomes `brief`; then
        facts are left out from the end.
        """
        self._count.setText(count)
        self._shown = tuple(facts[:_MOST_FACTS])
        self._brief = brief
        self._act.setText(action)
        self.set_shown(bool(count))
        self._leave_out()

    def _leave_out(self) -> None:
        told = len(self._shown)
        for place, label in enumerate(self._facts):
            label.setVisible(place < told)
        for label, fact in zip(self._facts, self._shown, strict=False):
            label.set_state(*fact)
        if self._brief and self._shown and self._is_crowded():
            self._facts[told - 1].set_state(self._shown[-1][0], self._brief)
        for label in reversed(self._facts[:told]):
            if not self._is_crowded():
                break
            label.hide()

    def _is_crowded(self) -> bool:
        return self._row.sizeHint().width() > self.width()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._leave_out()

    def _tell_clear(self) -> None:
        self.cleared.emit()

    def _tell_act(self) -> None:
        self.acted.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), color(Role.ACCENT_GROUND))
        painter.fillRect(QRectF(0, 0, self.width(), 1), color(Role.ACCENT))
