"""A line of 90 days beside a number."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.views.theme import Role, color, px, pxf
from desktop.views.theme.paint import saved
from desktop.views.widgets.base import Themed

_WIDTH, _HEIGHT, _DOT = 204, 36, 3


class Sparkline(Themed, QWidget):
    """Values of days, oldest first, with a dot at the end.

    From `frozen_from` on (a place in the values) nothing moves any more, because the number is
    blocked: a red mark stands there and the rest is dashed.
    """

    def __init__(self, values: Sequence[float] = (), frozen_from: int | None = None) -> None:
        super().__init__()
        self._values: tuple[float, ...] = tuple(values)
        self._frozen_from = frozen_from
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_values(self, values: Sequence[float], frozen_from: int | None = None) -> None:
        """Show other days."""
        self._values = tuple(values)
        self._frozen_from = frozen_from
        self.update()

    def describe(self, words: str) -> None:
        """Say in words what the line shows."""
        self.setAccessibleName(words)

    def sizeHint(self) -> QSize:
        return QSize(px(_WIDTH), px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def points(self) -> list[QPointF]:
        """Where the days lie."""
        margin = pxf(_DOT + 1)
        area = QRectF(self.rect()).adjusted(margin, margin, -margin, -margin)
        if not self._values:
            return []
        low, high = min(self._values), max(self._values)
        span = high - low
        last = max(1, len(self._values) - 1)
        return [
            QPointF(
                area.left() + area.width() * place / last,
                area.bottom() - area.height() * ((value - low) / span if span else 0.5),
            )
            for place, value in enumerate(self._values)
        ]

    def paintEvent(self, event: QPaintEvent) -> None:
        points = self.points()
        if not points:
            return
        painter = QPainter(self)
        with saved(painter):
            frozen = self._frozen_from
            moving = points if frozen is None else points[: frozen + 1]
            pen = QPen(color(Role.CHART_OWN), pxf(1.5))
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            painter.drawPolyline(QPolygonF(moving))
            if frozen is None:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(color(Role.CHART_OWN))
                painter.drawEllipse(points[-1], pxf(_DOT), pxf(_DOT))
            elif frozen < len(points):
                self._draw_frozen(painter, points, frozen)

    def _draw_frozen(self, painter: QPainter, points: list[QPointF], frozen: int) -> None:
        rest = QPen(color(Role.CHART_REFERENCE), pxf(1.5))
        rest.setDashPattern([2, 2])
        painter.setPen(rest)
        painter.drawPolyline(QPolygonF(points[frozen:]))
        mark = QRectF(round(points[frozen].x()), 0, px(1), self.height())
        painter.fillRect(mark, color(Role.BAD))
