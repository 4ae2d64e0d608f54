"""The small box that reads a value out beside its place on a chart."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop.views.theme import FontRole, Role, color, font, px, pxf, text_width
from desktop.views.theme.paint import box, saved
from desktop.views.widgets.base import Themed

_GAP = 12


class ReadOut(Themed, QWidget):
    """Lies over its chart: a ring at the place, and the words beside it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._place = QPointF()
        self._span: tuple[float, float] | None = None
        self._lines: list[str] = []
        self.hide()

    @property
    def text(self) -> str:
        """What is read out."""
        return "\n".join(self._lines)

    def show_at(self, place: QPointF, text: str, span: tuple[float, float] | None = None) -> None:
        """Mark a place of the parent, and the range above and below it; words stand beside it."""
        self._place, self._span = place, span
        self._lines = text.split("\n") if text else []
        parent = self.parentWidget()
        if parent is not None:
            self.setGeometry(parent.rect())
        self.show()
        self.raise_()
        self.update()

    def _box(self) -> QRectF:
        width = ceil(max(text_width(line, FontRole.SMALL) for line in self._lines)) + px(16)
        height = len(self._lines) * px(16) + px(12)
        left = self._place.x() + px(_GAP)
        if left + width > self.width():
            left = self._place.x() - px(_GAP) - width
        top = max(0.0, min(self._place.y() - height / 2, float(self.height() - height)))
        return QRectF(round(left), round(top), width, height)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        with saved(painter):
            painter.setPen(QPen(color(Role.TEXT), pxf(1.5)))
            if self._span is not None:
                x, (low, high) = self._place.x(), self._span
                painter.drawLine(QPointF(x, low), QPointF(x, high))
            painter.drawEllipse(self._place, pxf(5), pxf(5))
        if self._lines:
            self._draw_words(painter)

    def _draw_words(self, painter: QPainter) -> None:
        area = self._box()
        box(painter, area, color(Role.BASE), color(Role.EDGE))
        painter.setFont(font(FontRole.SMALL))
        painter.setPen(color(Role.TEXT))
        for number, line in enumerate(self._lines):
            row = QRectF(
                area.left() + px(8), area.top() + px(6 + 16 * number), area.width(), px(16)
            )
            painter.drawText(row, int(Qt.AlignmentFlag.AlignVCenter), line)
