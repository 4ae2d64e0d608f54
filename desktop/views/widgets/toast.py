"""Says for a few seconds that something was done, and goes away by itself."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.views.theme import FontRole, Role, StateKind, color, font, px, state_style, text_width
from desktop.views.theme.paint import box, square_icon
from desktop.views.widgets.base import Themed

SHOWN_MS = 4_000
_ICON, _PADDING, _GAP, _HEIGHT, _FROM_BOTTOM = 16, 16, 8, 40, 24


class Toast(Themed, QWidget):
    """One line over the foot of its page; takes no focus and no clicks."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self.setObjectName("toast")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._kind = StateKind.GOOD
        self._text = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOWN_MS)
        self._timer.timeout.connect(self.hide)
        page.installEventFilter(self)
        self.hide()

    @property
    def text(self) -> str:
        """What it said last."""
        return self._text

    def tell(self, text: str, kind: StateKind = StateKind.GOOD) -> None:
        """Show a line, and let a screen reader say it."""
        self._text, self._kind = text, kind
        self.setAccessibleName(text)
        self._place()
        self.show()
        self.raise_()
        self._timer.start()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def sizeHint(self) -> QSize:
        words = text_width(self._text, FontRole.NORMAL)
        return QSize(px(2 * _PADDING + _ICON + _GAP) + round(words) + 1, px(_HEIGHT))

    def _place(self) -> None:
        page, size = self.parentWidget(), self.sizeHint()
        if page is not None:
            left = (page.width() - size.width()) // 2
            top = page.height() - size.height() - px(_FROM_BOTTOM)
            self.setGeometry(left, top, size.width(), size.height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the place when the page changes its size; go away with it."""
        if watched is self.parentWidget():
            if event.type() == QEvent.Type.Resize and self.isVisible():
                self._place()
            elif event.type() == QEvent.Type.Hide:
                self._timer.stop()
                self.hide()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        style = state_style(self._kind)
        box(painter, QRectF(self.rect()), color(style.ground), color(style.colour))
        square_icon(painter, style.icon, style.colour, px(_PADDING), self.height() / 2, _ICON)
        painter.setFont(font())
        painter.setPen(color(Role.TEXT))
        area = QRectF(self.rect()).adjusted(px(_PADDING + _ICON + _GAP), 0, 0, 0)
        painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter), self._text)
