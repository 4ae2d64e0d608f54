"""A short word about what was just done, with a way back."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.views.theme import Role, color, px
from desktop.views.theme.paint import box
from desktop.views.widgets.base import Themed, space
from desktop.views.widgets.button import LinkButton
from desktop.views.widgets.icon_button import IconButton
from desktop.views.widgets.label import Label

SHOWN_MS = 8000
_BOTTOM = 48


class UndoBar(Themed, QWidget):
    """Lies over the foot of a window for eight seconds; not while the pointer is on it.

    Signals:
        undone: take back what was done.
        closed: the bar went away without that.
    """

    undone = Signal()
    closed = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("undoBar")
        self._text = Label()
        self._undo = LinkButton("", icon_name="undo-2")
        self._undo.setObjectName("undo")
        self._close = IconButton("x", "")
        self._close.setObjectName("undoClose")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOWN_MS)
        self._timer.timeout.connect(self.dismiss)
        self._undo.clicked.connect(self._take_back)
        self._close.clicked.connect(self.dismiss)
        self._row = QHBoxLayout(self)
        for part in (self._text, self._undo, self._close):
            self._row.addWidget(part)
        window.installEventFilter(self)
        self.retranslate()
        self.restyle()
        self.hide()

    def restyle(self) -> None:
        space(self._row, 16, 8, 8, 8, gap=16)

    def retranslate(self) -> None:
        self._undo.setText(self.tr("Undo"))
        self._close.set_name(self.tr("Close"))

    def show_message(self, sentence: str, *, undo: bool = False) -> None:
        """Say what was done; a former message goes away."""
        if self.isVisible():
            self.closed.emit()
        self._text.setText(sentence)
        self._undo.setVisible(undo)
        self.setAccessibleName(sentence)
        self._place()
        self.show()
        self.raise_()
        self._timer.start()

    def dismiss(self) -> None:
        """Go away; what was done stays done."""
        if not self.isHidden():
            self._timer.stop()
            self.hide()
            self.closed.emit()

    def _take_back(self) -> None:
        self._timer.stop()
        self.hide()
        self.undone.emit()

    def _place(self) -> None:
        self.adjustSize()
        parent = self.parentWidget()
        if parent is not None:
            left = (parent.width() - self.width()) // 2
            self.move(max(0, left), parent.height() - self.height() - px(_BOTTOM))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return super().eventFilter(watched, event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        if not self.isHidden():
            self._timer.start()
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        box(QPainter(self), QRectF(self.rect()), color(Role.BASE), color(Role.EDGE))
