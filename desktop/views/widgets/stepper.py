"""The steps of a case, one below the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from desktop.views.theme import FontRole, Role, color, draw_icon, font, px, pxf
from desktop.views.theme.focus import set_ring
from desktop.views.theme.paint import saved
from desktop.views.widgets.base import Themed, space

_PITCH, _CIRCLE, _TEXT_LEFT, _LINE_GAP = 56, 24, 36, 4


class StepState(StrEnum):
    """Where a step is: behind us, here, or ahead."""

    DONE = "done"
    NOW = "now"
    TO_COME = "to_come"


@dataclass(frozen=True, slots=True)
class Step:
    """A step: its name, and one small line of what was decided or where it stands."""

    key: str
    text: str
    note: str = ""
    state: StepState = StepState.TO_COME


class _StepButton(Themed, QAbstractButton):
    """One step with the line down to the next."""

    def __init__(self, number: int, *, last: bool) -> None:
        super().__init__()
        self._number = number
        self._last = last
        self.step = Step("", "")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        # The line down to the next step is not part of what has the focus.
        set_ring(self, offset=2, across=2, below=-9)

    def show_step(self, step: Step, spoken: str, *, open_to: bool) -> None:
        """Show a step; a done one can be opened again."""
        self.step = step
        self.setObjectName(f"step_{step.key}")
        self.setAccessibleName(spoken)
        self.setEnabled(open_to)
        policy = Qt.FocusPolicy.StrongFocus if open_to else Qt.FocusPolicy.NoFocus
        self.setFocusPolicy(policy)
        shape = Qt.CursorShape.PointingHandCursor if open_to else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(168), px(44 if self._last else _PITCH))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        side = pxf(_CIRCLE)
        circle = QRectF(0, 0, side, side)
        self._draw_circle(painter, circle)
        if not self._last:
            top = side + pxf(_LINE_GAP)
            height = self.height() - top - pxf(_LINE_GAP)
            painter.fillRect(QRectF(round(side / 2), top, 1, height), color(Role.EDGE))
        self._draw_words(painter)

    def _draw_circle(self, painter: QPainter, circle: QRectF) -> None:
        state = self.step.state
        edge = {StepState.DONE: Role.GOOD, StepState.NOW: Role.ACCENT}.get(state, Role.EDGE)
        with saved(painter):
            painter.setPen(QPen(color(edge), 1))
            painter.setBrush(color(Role.ACCENT if state is StepState.NOW else Role.BASE))
            painter.drawEllipse(circle.adjusted(0.5, 0.5, -0.5, -0.5))
        if state is StepState.DONE:
            mark = QRectF(0, 0, pxf(14), pxf(14))
            mark.moveCenter(QPointF(circle.center()))
            draw_icon(painter, "check", Role.GOOD, mark, size=14)
            return
        now = state is StepState.NOW
        painter.setFont(font(FontRole.SMALL, strong=now))
        painter.setPen(color(Role.ON_ACCENT if now else Role.MUTED))
        painter.drawText(circle, int(Qt.AlignmentFlag.AlignCenter), str(self._number))

    def _draw_words(self, painter: QPainter) -> None:
        now = self.step.state is StepState.NOW
        roles = {StepState.DONE: Role.TEXT, StepState.NOW: Role.ACCENT}
        middle = int(Qt.AlignmentFlag.AlignVCenter)
        left, width = px(_TEXT_LEFT), self.width() - px(_TEXT_LEFT)
        painter.setFont(font(FontRole.NORMAL, strong=now))
        painter.setPen(color(roles.get(self.step.state, Role.MUTED)))
        painter.drawText(QRectF(left, 0, width, px(_CIRCLE)), middle, self.step.text)
        painter.setFont(font(FontRole.SMALL))
        painter.setPen(color(Role.MUTED))
        note = QFontMetricsF(font(FontRole.SMALL)).elidedText(
            self.step.note, Qt.TextElideMode.ElideRight, width
        )
        painter.drawText(QRectF(left, px(25), width, px(16)), middle, note)


class Stepper(Themed, QWidget):
    """All steps; a click on a done one goes back to it.

    Signals:
        step_chosen: the key of a done step.
    """

    step_chosen = Signal(str)

    def __init__(self, steps: Sequence[Step] = ()) -> None:
        super().__init__()
        self._steps: tuple[Step, ...] = ()
        self._locked = False
        self._buttons: list[_StepButton] = []
        self._column = QVBoxLayout(self)
        space(self._column, 0, gap=0)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_steps(steps)

    def set_steps(self, steps: Sequence[Step]) -> None:
        """Show where the case stands."""
        if len(steps) != len(self._buttons):
            self._make_buttons(len(steps))
        self._steps = tuple(steps)
        self._show()

    def lock(self, locked: bool) -> None:
        """While something irreversible runs, no step can be opened."""
        self._locked = locked
        self._show()

    def retranslate(self) -> None:
        self._show()

    def _make_buttons(self, count: int) -> None:
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        self._buttons = [_StepButton(place + 1, last=place == count - 1) for place in range(count)]
        for button in self._buttons:
            button.clicked.connect(self._go)
            self._column.addWidget(button)

    def _show(self) -> None:
        words = {
            StepState.DONE: self.tr("done"),
            StepState.NOW: self.tr("current step"),
            StepState.TO_COME: self.tr("to come"),
        }
        for step, button in zip(self._steps, self._buttons, strict=True):
            spoken = ", ".join(filter(None, (step.text, words[step.state], step.note)))
            open_to = step.state is StepState.DONE and not self._locked
            button.show_step(step, spoken, open_to=open_to)

    def _go(self) -> None:
        sender = self.sender()
        if isinstance(sender, _StepButton):
            self.step_chosen.emit(sender.step.key)
