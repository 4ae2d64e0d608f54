"""What the points of the scatter chart mean, in one line below it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.views.frequency import plotting
from desktop.views.theme import FontRole, Role, color, current, font, px, pxf, text_width
from desktop.views.theme.paint import saved
from desktop.views.widgets.base import Themed

_MARK, _GAP, _BETWEEN, _LINE = 12, 8, 24, 20


class Mark(StrEnum):
    """The looks of a point."""

    WEEK = "week"
    FEW = "few"
    LEFT_OUT = "left_out"
    ABOVE = "above"


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """A look and what it means."""

    mark: Mark
    text: str


class Legend(Themed, QWidget):
    """Marks with their words, in as many lines as the width asks for."""

    def __init__(self) -> None:
        super().__init__()
        self._entries: tuple[LegendEntry, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_entries(self, entries: tuple[LegendEntry, ...]) -> None:
        """Show other entries."""
        self._entries = entries
        self.setAccessibleName(", ".join(entry.text for entry in entries))
        self.updateGeometry()
        self.update()

    def _places(self, width: int) -> list[tuple[float, int]]:
        """Return left edge and line of each entry."""
        places: list[tuple[float, int]] = []
        left, line = 0.0, 0
        for entry in self._entries:
            wide = px(_MARK + _GAP) + text_width(entry.text, FontRole.SMALL)
            if left and left + wide > width:
                left, line = 0.0, line + 1
            places.append((left, line))
            left += wide + px(_BETWEEN)
        return places

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        places = self._places(width)
        return px(_LINE) * (places[-1][1] + 1 if places else 1)

    def sizeHint(self) -> QSize:
        return QSize(px(480), self.heightForWidth(px(480)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(font(FontRole.SMALL))
        for entry, (left, line) in zip(self._entries, self._places(self.width()), strict=True):
            top = line * px(_LINE)
            middle = QPointF(left + px(_MARK) / 2, top + px(_LINE) / 2)
            _draw_mark(painter, entry.mark, middle)
            painter.setPen(color(Role.MUTED))
            area = QRectF(left + px(_MARK + _GAP), top, self.width(), px(_LINE))
            painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter), entry.text)


def _draw_mark(painter: QPainter, mark: Mark, middle: QPointF) -> None:
    with saved(painter):
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(plotting.pen(Role.CHART_REFERENCE))
        if mark is Mark.WEEK:
            painter.setPen(plotting.pen(Role.CHART_OWN))
            painter.setBrush(plotting.brush(Role.CHART_OWN, current().point_alpha))
        elif mark is Mark.FEW:
            painter.setPen(plotting.pen(Role.CHART_BARS))
            painter.setBrush(plotting.brush(Role.CHART_BARS, plotting.FEW_ALPHA))
        side = pxf(5)
        if mark is Mark.ABOVE:
            offsets = (QPointF(-side, side), QPointF(side, side), QPointF(0, -side))
            painter.drawPolygon(QPolygonF([middle + offset for offset in offsets]))
        else:
            painter.drawEllipse(middle, side, side)
