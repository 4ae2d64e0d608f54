"""The header of a table: 32 high, small and muted, the sort arrow after the word."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from desktop.views.theme import FontRole, Role, color, font, px
from desktop.views.theme.paint import check_box, square_icon
from desktop.views.widgets.base import Themed
from desktop.views.widgets.columns import CellKind, Column
from desktop.views.widgets.table_model import TableModel

_ARROW, _ARROW_GAP, _BOX = 12, 4, 16


class TableHeader(Themed, QHeaderView):
    """Draws titles, sort arrow and the check box that stands for all rows."""

    def __init__(self, parent: QWidget, inset: int) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._inset = inset
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.restyle()

    def restyle(self) -> None:
        self.setMinimumSectionSize(px(32))
        self.setFixedHeight(px(32))

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), px(32))

    def _column(self, section: int) -> Column[Any] | None:
        model = self.model()
        if isinstance(model, TableModel) and 0 <= section < len(model.columns):
            return model.columns[section]
        return None

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803
        area = QRectF(rect)
        painter.fillRect(area, color(Role.BASE))
        edge = QRectF(area.left(), area.bottom() - 1, area.width(), 1)
        painter.fillRect(edge, color(Role.EDGE))
        column = self._column(logicalIndex)
        if column is None:
            return
        last = logicalIndex == self.count() - 1
        first = all(self.isSectionHidden(one) for one in range(logicalIndex))
        left = px(self._inset) if first else 0
        right = px(self._inset) if last else px(column.gap)
        room = area.adjusted(left, 0, -right, -1)
        if column.kind is CellKind.CHECK:
            self._draw_check(painter, room, logicalIndex)
        else:
            self._draw_title(painter, room, column)

    def _draw_check(self, painter: QPainter, room: QRectF, section: int) -> None:
        state = self.model().headerData(
            section, Qt.Orientation.Horizontal, Qt.ItemDataRole.CheckStateRole
        )
        side = px(_BOX)
        place = QRectF(room.left(), round(room.center().y() - side / 2), side, side)
        check_box(painter, place, state or Qt.CheckState.Unchecked)

    def _draw_title(self, painter: QPainter, room: QRectF, column: Column[Any]) -> None:
        model = self.model()
        order = model.sorted_by if isinstance(model, TableModel) else None
        is_sorted = order is not None and order[0] == column.key
        drawn = font(FontRole.SMALL, strong=is_sorted)
        metrics = QFontMetricsF(drawn)
        arrow = px(_ARROW + _ARROW_GAP) if is_sorted else 0
        space = Qt.TextElideMode.ElideRight
        text = metrics.elidedText(column.title, space, room.width() - arrow)
        width = metrics.horizontalAdvance(text)
        left = room.right() - width - arrow if column.aligned_right else room.left()
        painter.setFont(drawn)
        painter.setPen(color(Role.TEXT if is_sorted else Role.MUTED))
        baseline = room.center().y() + (metrics.ascent() - metrics.descent()) / 2
        painter.drawText(QPointF(left, round(baseline)), text)
        if order is not None and is_sorted:
            rising = order[1] == Qt.SortOrder.AscendingOrder
            place = left + width + px(_ARROW_GAP)
            name = "arrow-up" if rising else "arrow-down"
            square_icon(painter, name, Role.TEXT, place, room.center().y(), _ARROW)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if self.cursor().shape() == Qt.CursorShape.SplitHCursor:
            return
        column = self._column(self.logicalIndexAt(event.position().toPoint()))
        acts = column is not None and (column.can_sort or column.kind is CellKind.CHECK)
        self.setCursor(Qt.CursorShape.PointingHandCursor if acts else Qt.CursorShape.ArrowCursor)
