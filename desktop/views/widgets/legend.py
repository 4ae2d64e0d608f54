"""What the looks of a chart mean, in a row below it."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.views.theme import FontRole, Role, color, current, font, px, pxf, text_width
from desktop.views.theme.paint import saved
from desktop.views.widgets.base import Themed
from desktop.views.widgets.chart_look import dot_look
from desktop.views.widgets.chart_spec import DotLook, LegendEntry

_SWATCH, _DOT_SWATCH, _GAP, _BETWEEN, _HEIGHT = 24, 16, 8, 20, 16


class Legend(Themed, QWidget):
    """Swatch and word for each entry; entries that do not fit go to a further line."""

    def __init__(self, entries: Sequence[LegendEntry] = ()) -> None:
        super().__init__()
        self._entries: tuple[LegendEntry, ...] = tuple(entries)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_entries(self, entries: Sequence[LegendEntry]) -> None:
        """Show other entries."""
        self._entries = tuple(entries)
        self.setAccessibleName(", ".join(entry.text for entry in entries))
        self.set_shown(bool(entries))
        self.updateGeometry()
        self.update()

    def _places(self, width: int) -> list[tuple[int, int]]:
        """Left edge and line of each entry."""
        places: list[tuple[int, int]] = []
        left = line = 0
        for entry in self._entries:
            wide = self._width_of(entry)
            if left and left + wide > width:
                left, line = 0, line + 1
            places.append((left, line))
            left += wide + px(_BETWEEN)
        return places

    def _width_of(self, entry: LegendEntry) -> int:
        swatch = _DOT_SWATCH if entry.dot is not None else _SWATCH
        return px(swatch + _GAP) + ceil(text_width(entry.text, FontRole.SMALL))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        places = self._places(width)
        lines = places[-1][1] + 1 if places else 0
        return lines * px(_HEIGHT + 8)

    def sizeHint(self) -> QSize:
        width = sum(self._width_of(entry) + px(_BETWEEN) for entry in self._entries)
        return QSize(width, px(_HEIGHT + 8))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(120), px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for entry, (left, line) in zip(self._entries, self._places(self.width()), strict=True):
            top = line * px(_HEIGHT + 8)
            swatch = px(_DOT_SWATCH if entry.dot is not None else _SWATCH)
            area = QRectF(left, top, swatch, px(_HEIGHT))
            with saved(painter):
                if entry.dot is not None:
                    _draw_dot(painter, area, entry.dot)
                else:
                    _draw_line(painter, area, entry)
            painter.setFont(font(FontRole.SMALL))
            painter.setPen(color(Role.MUTED))
            words = QRectF(left + swatch + px(_GAP), top, self.width(), px(_HEIGHT))
            painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), entry.text)


def _draw_dot(painter: QPainter, area: QRectF, look: DotLook) -> None:
    edge, ground = dot_look(look)
    painter.setPen(QPen(color(edge), 1))
    painter.setBrush(ground)
    middle, side = area.center(), pxf(4.5)
    if look is DotLook.ABOVE:
        corners = (QPointF(-side, side), QPointF(side, side), QPointF(0, -side))
        painter.drawPolygon(QPolygonF([middle + corner for corner in corners]))
    else:
        painter.drawEllipse(middle, side, side)


def _draw_line(painter: QPainter, area: QRectF, entry: LegendEntry) -> None:
    tokens = current()
    alpha = tokens.peers_band_alpha if entry.dashed else tokens.own_band_alpha
    band = area.adjusted(0, pxf(2), 0, -pxf(2))
    painter.fillRect(band, color(entry.role, alpha))
    pen = QPen(color(entry.role), pxf(1.5 if entry.dashed else 2))
    if entry.dashed:
        pen.setDashPattern([3, 2.5])
    painter.setPen(pen)
    middle = band.center().y()
    painter.drawLine(QPointF(area.left(), middle), QPointF(area.right(), middle))
