"""Signs that something works: a line after 100 ms, a bar with a cancel after a second."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, QTimer, Signal
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.views.theme import Role, animations_on, color, px
from desktop.views.widgets.bars import Part, PartsBar
from desktop.views.widgets.base import Themed, space
from desktop.views.widgets.button import LinkButton
from desktop.views.widgets.label import Label, small

DELAY_MS = 100
_STEP_MS = 33
_PERIOD = 45


class BusyLine(Themed, QWidget):
    """Two pixels that move while something works. It always takes its room, so nothing jumps."""

    def __init__(self) -> None:
        super().__init__()
        self._busy = False
        self._shown = False
        self._phase = 0
        self._delay = QTimer(self)
        self._delay.setSingleShot(True)
        self._delay.setInterval(DELAY_MS)
        self._delay.timeout.connect(self._appear)
        self._steps = QTimer(self)
        self._steps.setInterval(_STEP_MS)
        self._steps.timeout.connect(self._step)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def shown(self) -> bool:
        """Whether the line is drawn."""
        return self._shown

    def sizeHint(self) -> QSize:
        return QSize(px(40), px(2))

    def start(self) -> None:
        """Something works from now on; the line shows when it takes longer than 100 ms."""
        if not self._busy:
            self._busy = True
            self._delay.start()

    def stop(self) -> None:
        """Nothing works any more."""
        self._busy = self._shown = False
        self._delay.stop()
        self._steps.stop()
        self.setAccessibleName("")
        self.update()

    def _appear(self) -> None:
        self._shown = True
        self.setAccessibleName(self.tr("Working"))
        if animations_on() and self.isVisible():
            self._steps.start()
        self.update()

    def _step(self) -> None:
        self._phase = (self._phase + 1) % _PERIOD
        self.update()

    def hideEvent(self, event: QHideEvent) -> None:
        self._steps.stop()
        super().hideEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._shown and animations_on():
            self._steps.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._shown:
            return
        painter = QPainter(self)
        painter.fillRect(self.rect(), color(Role.NEUTRAL_GROUND))
        wide = self.width() / 4
        left = (self.width() + wide) * self._phase / _PERIOD - wide if self._steps.isActive() else 0
        painter.fillRect(QRectF(left, 0, wide, self.height()), color(Role.ACCENT))


class TaskProgress(Themed, QWidget):
    """What is under way, how far it is, and a way to cancel it.

    Signals:
        cancelled: the person wants it to end.
    """

    cancelled = Signal()

    def __init__(self, text: str = "") -> None:
        super().__init__()
        self._text = Label(text, elide=True)
        self._numbers = small("")
        self._bar = PartsBar()
        self._cancel = LinkButton()
        self._cancel.setObjectName("taskCancel")
        self._cancel.clicked.connect(self._tell)
        self._head = QHBoxLayout()
        self._head.addWidget(self._text, 1)
        self._head.addWidget(self._numbers)
        self._head.addWidget(self._cancel)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._head)
        self._column.addWidget(self._bar)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.retranslate()
        self.restyle()

    def restyle(self) -> None:
        space(self._column, 0, gap=6)
        space(self._head, 0, gap=16)

    def retranslate(self) -> None:
        self._cancel.setText(self.tr("Cancel"))

    def show_progress(self, done: float, total: float, text: str = "", numbers: str = "") -> None:
        """Show how far it is; a `total` of 0 means that nobody knows yet."""
        if text:
            self._text.setText(text)
        self._numbers.setText(numbers)
        self._bar.set_parts([Part(done, Role.ACCENT)], total)
        self.setAccessibleName(" ".join(filter(None, (self._text.text(), numbers))))

    def set_cancellable(self, cancellable: bool) -> None:
        """Show or hide the way to cancel."""
        self._cancel.setVisible(cancellable)

    def _tell(self) -> None:
        self.cancelled.emit()
