"""The countdown before a release: a ring, a sentence, and Stop."""

from __future__ import annotations

import time
from collections.abc import Callable
from math import ceil

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.views.theme import FontRole, Role, animations_on, color, font, px, pxf
from desktop.views.theme.paint import saved
from desktop.views.widgets.base import Themed, row, space
from desktop.views.widgets.button import Button, ButtonKind
from desktop.views.widgets.key_hint import KeyHint, spoken_keys
from desktop.views.widgets.label import Label, small, title

_SIDE, _LINE = 160, 8
_SMOOTH_MS, _COARSE_MS = 33, 100
_FULL_TURN, _TOP = 360 * 16, 90 * 16


class CountdownRing(Themed, QWidget):
    """The ring: what is left of it shows how much time is left."""

    def __init__(self) -> None:
        super().__init__()
        self._left = 0.0
        self._figure = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_left(self, share: float, figure: str) -> None:
        """Show the share of the time that is left, and the figure inside."""
        self._left = max(0.0, min(1.0, share))
        self._figure = figure
        self.update()

    @property
    def share_left(self) -> float:
        """The share of the ring that is drawn."""
        return self._left

    def sizeHint(self) -> QSize:
        return QSize(px(_SIDE), px(_SIDE))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        with saved(painter):
            half = pxf(_LINE) / 2
            area = QRectF(self.rect()).adjusted(half, half, -half, -half)
            pen = QPen(color(Role.NEUTRAL_GROUND), pxf(_LINE))
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            painter.setPen(pen)
            painter.drawEllipse(area)
            pen.setColor(color(Role.ACCENT))
            painter.setPen(pen)
            painter.drawArc(area, _TOP, -round(_FULL_TURN * self._left))
        centre = int(Qt.AlignmentFlag.AlignCenter)
        painter.setPen(color(Role.TEXT))
        painter.setFont(font(FontRole.FIGURE))
        painter.drawText(QRectF(0, px(40), self.width(), px(76)), centre, self._figure)
        painter.setPen(color(Role.MUTED))
        painter.setFont(font(FontRole.SMALL))
        below = QRectF(0, px(112), self.width(), px(16))
        painter.drawText(below, centre, self.tr("seconds"))


class Countdown(Themed, QWidget):
    """Ring, sentence and Stop. Stop has the focus; Esc stops wherever the focus is.

    The time comes from `clock`, which must never jump (seconds, as time.monotonic gives them); a
    late timer shortens nothing and lengthens nothing. Nothing but the end of the time finishes
    it. With `animate` off the ring jumps once a second.

    Signals:
        finished: the time is over. Once, and never after `stopped`.
        stopped: a person stopped it. Once, and never after `finished`.
        ticked: whole seconds left, whenever they change.
    """

    finished = Signal()
    stopped = Signal()
    ticked = Signal(int)

    def __init__(
        self, clock: Callable[[], float] = time.monotonic, *, animate: bool | None = None
    ) -> None:
        super().__init__()
        self._clock = clock
        self._animate = animations_on() if animate is None else animate
        self._total_s = 0.0
        self._ends_at = 0.0
        self._running = False
        self._seconds = -1
        self._ring = CountdownRing()
        self._sentence = title("", wrap=True)
        self._remark = Label("", wrap=True)
        self._stop = Button("", ButtonKind.STOP, icon_name="square")
        self._stop.setObjectName("countdownStop")
        self._stop.clicked.connect(self.stop)
        self._esc = KeyHint("Esc")
        self._esc_words = small("", elide=True)
        self._timer = QTimer(self)
        self._timer.setInterval(_SMOOTH_MS if self._animate else _COARSE_MS)
        self._timer.timeout.connect(self._look_at_clock)
        self._build()
        self.retranslate()
        self.restyle()

    def _build(self) -> None:
        self._texts = QVBoxLayout()
        self._texts.addWidget(self._sentence)
        self._texts.addWidget(self._remark)
        self._texts.addStretch(1)
        self._texts.addLayout(row(self._stop, 8, self._esc, self._esc_words, None, gap=8))
        self._line = QHBoxLayout(self)
        self._line.addWidget(self._ring, 0, Qt.AlignmentFlag.AlignTop)
        self._line.addLayout(self._texts, 1)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def restyle(self) -> None:
        space(self._line, 0, gap=40)
        self._texts.setContentsMargins(0, px(10), 0, px(10))
        self._texts.setSpacing(px(4))
        self.setMinimumHeight(px(_SIDE))

    def retranslate(self) -> None:
        self._stop.setText(self.tr("Stop"))
        self._esc.set_keys(spoken_keys("Esc"))
        self._esc_words.setText(self.tr("stops as well"))

    # ---------------------------------------------------------------- running

    @property
    def running(self) -> bool:
        """Whether it counts."""
        return self._running

    @property
    def seconds_left(self) -> int:
        """Whole seconds left, rounded up, as the figure shows them."""
        return max(0, ceil(self._ends_at - self._clock())) if self._running else 0

    def say(self, sentence: str, remark: str = "") -> None:
        """Set the sentence beside the ring; the page says it anew at each `ticked`."""
        self._sentence.setText(sentence)
        self._remark.setText(remark)

    def start(self, seconds: float) -> None:
        """Begin to count. Does nothing while it counts."""
        if self._running:
            return
        self._total_s = seconds
        self._ends_at = self._clock() + seconds
        self._running = True
        self._seconds = -1
        self._timer.start()
        self._listen(on=True)
        self._look_at_clock()
        self._stop.setEnabled(True)
        self._stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def stop(self) -> None:
        """Stop it; what was about to leave stays."""
        if self._end():
            self.stopped.emit()

    def _end(self) -> bool:
        if not self._running:
            return False
        self._running = False
        self._timer.stop()
        self._listen(on=False)
        self._stop.setEnabled(False)
        return True

    def _look_at_clock(self) -> None:
        left = self._ends_at - self._clock()
        seconds = max(0, ceil(left))
        shown = left if self._animate else float(seconds)
        self._ring.show_left(shown / self._total_s if self._total_s else 0.0, str(seconds))
        if seconds != self._seconds:
            self._seconds = seconds
            self._ring.setAccessibleName(str(seconds))
            self.ticked.emit(seconds)
        if left <= 0 and self._end():
            self.finished.emit()

    # ---------------------------------------------------------------- Esc, wherever the focus is

    def _listen(self, *, on: bool) -> None:
        app = QApplication.instance()
        if app is None:
            return
        if on:
            app.installEventFilter(self)
        else:
            app.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape and self._running:
            if event.type() == QEvent.Type.ShortcutOverride:
                # Esc is ours now: it must not go back a step instead.
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self.stop()
                return True
        return super().eventFilter(watched, event)
