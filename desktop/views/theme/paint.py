"""Small painting steps that the style and the widgets share."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from math import floor

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from desktop.views.theme.fonts import pxf
from desktop.views.theme.icons import draw_icon
from desktop.views.theme.tokens import Role, color

RADIUS = 4
_HALF = 0.5


@contextmanager
def saved(painter: QPainter) -> Iterator[QPainter]:
    """Paint smoothly and give the painter back as it was."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    try:
        yield painter
    finally:
        painter.restore()


def box(
    painter: QPainter,
    rect: QRectF,
    ground: QColor | None,
    edge: QColor | None = None,
    radius: float = RADIUS,
) -> None:
    """A rounded box; its edge is one pixel wide and lies inside `rect`. `radius` is at 100 %."""
    with saved(painter):
        painter.setBrush(ground if ground is not None else Qt.BrushStyle.NoBrush)
        if edge is None:
            painter.setPen(Qt.PenStyle.NoPen)
            inner = rect
        else:
            painter.setPen(QPen(edge, 1))
            inner = rect.adjusted(_HALF, _HALF, -_HALF, -_HALF)
        painter.drawRoundedRect(inner, pxf(radius), pxf(radius))


def line(painter: QPainter, left: float, right: float, y: float, role: Role = Role.LINE) -> None:
    """A horizontal line, one pixel high, whose top is at `y`."""
    painter.fillRect(QRectF(left, y, right - left, 1), color(role))


def check_mark(painter: QPainter, rect: QRectF, colour: QColor, width: float = 1.75) -> None:
    """A check mark inside a square."""
    with saved(painter):
        pen = QPen(colour, pxf(width))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        unit = rect.width() / 16
        points = [QPointF(4.2, 8.4), QPointF(6.8, 11.0), QPointF(11.8, 5.4)]
        painter.drawPolyline(QPolygonF([rect.topLeft() + point * unit for point in points]))


def check_box(
    painter: QPainter, rect: QRectF, state: Qt.CheckState, *, enabled: bool = True
) -> None:
    """A check box, 16 px: empty, checked, or with a dash where it stands for some of many."""
    if state == Qt.CheckState.Unchecked:
        edge = Role.FIELD_EDGE if enabled else Role.LINE
        box(painter, rect, color(Role.BASE), color(edge), 3)
        return
    ground = color(Role.ACCENT if enabled else Role.DISABLED)
    mark = color(Role.ON_ACCENT if enabled else Role.BASE)
    box(painter, rect, ground, None, 3)
    if state == Qt.CheckState.Checked:
        check_mark(painter, rect, mark)
        return
    unit = rect.width() / 16
    dash = QRectF(rect.x() + 4 * unit, rect.y() + 7 * unit, 8 * unit, 2 * unit)
    painter.fillRect(dash, mark)


def radio_button(painter: QPainter, rect: QRectF, *, checked: bool, enabled: bool = True) -> None:
    """A radio button, 16 px."""
    with saved(painter):
        inner = rect.adjusted(_HALF, _HALF, -_HALF, -_HALF)
        painter.setPen(QPen(color(Role.FIELD_EDGE if enabled else Role.LINE), 1))
        painter.setBrush(color(Role.BASE))
        if checked:
            fill = color(Role.ACCENT if enabled else Role.DISABLED)
            painter.setPen(QPen(fill, 1))
            painter.setBrush(fill)
        painter.drawEllipse(inner)
        if checked:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color(Role.ON_ACCENT if enabled else Role.BASE))
            third = rect.width() * 0.32
            painter.drawEllipse(rect.adjusted(third, third, -third, -third))


def square_icon(
    painter: QPainter, name: str, role: Role, left: float, middle: float, size: int
) -> QRectF:
    """An icon of `size` px at 100 % with its left edge and its vertical middle given."""
    side = pxf(size)
    # Halves go down: the words beside it do the same.
    rect = QRectF(round(left), floor(middle - side / 2 + _HALF), side, side)
    draw_icon(painter, name, role, rect, size=size)
    return rect


def rounded_bar(rect: QRectF, radius: float) -> QPainterPath:
    """The outline of a progress bar."""
    path = QPainterPath()
    path.addRoundedRect(rect, radius, radius)
    return path
