"""Draws the cells of a table: words, numbers, states, two lines, check boxes, links."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QHelpEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
)

from desktop.views.theme import FontRole, Role, StateKind, color, font, px, state_style, text_width
from desktop.views.theme.paint import check_box, square_icon
from desktop.views.widgets.columns import CELL_ROLE, Cell, CellKind
from desktop.views.widgets.table_model import TableModel

_SHAPE, _SHAPE_GAP, _BOX = 14, 6, 16
_FIRST_LINE_MIDDLE, _SECOND_LINE_MIDDLE = 15, 32


class CellDelegate(QStyledItemDelegate):
    """Draws a `Cell`. `inset` is the room left of the first and right of the last cell."""

    def __init__(self, view: QTableView, row_height: int, inset: int) -> None:
        super().__init__(view)
        self._view = view
        self._row_height = row_height
        self._inset = inset
        self.hovered_link = QPersistentModelIndex()

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(option.rect.width(), px(self._row_height))

    # ---------------------------------------------------------------- drawing

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        model = index.model()
        cell = index.data(CELL_ROLE)
        rect = QRectF(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        # Where rows cannot be chosen, a check box says enough by itself.
        if isinstance(model, TableModel) and self._inset and not chosen:
            chosen = model.checks.all_matching or bool(model.checks.ids)
            chosen = chosen and model.is_checked(index.row())
        painter.fillRect(rect, color(Role.ACCENT_GROUND if chosen else Role.BASE))
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), color(Role.LINE))
        if isinstance(cell, Cell):
            self._draw_cell(painter, cell, self._room(rect, index), index)

    def _room(self, rect: QRectF, index: QModelIndex | QPersistentModelIndex) -> QRectF:
        """Where the words of a cell may stand."""
        model = index.model()
        if not isinstance(model, TableModel):
            return rect
        first = all(self._view.isColumnHidden(one) for one in range(index.column()))
        last = index.column() == len(model.columns) - 1
        gap = model.columns[index.column()].gap
        left = px(self._inset) if first else 0
        right = px(self._inset) if last else px(gap)
        return rect.adjusted(left, 0, -right, -1)

    def _draw_cell(
        self,
        painter: QPainter,
        cell: Cell,
        room: QRectF,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        if cell.kind is CellKind.CHECK:
            self._draw_check(painter, cell, room)
        elif cell.kind is CellKind.STATE and cell.state is not None:
            self._draw_state(painter, cell, cell.state, room)
        elif cell.kind is CellKind.TWO_LINES and cell.second:
            self._draw_two_lines(painter, cell, room)
        elif cell.kind is not CellKind.BUTTONS:
            drawn = _font_of(cell)
            if cell.kind is CellKind.LINK and self.hovered_link == index:
                drawn.setUnderline(True)
            _draw_line(painter, cell.text, room, drawn, _role_of(cell), _is_right(index))

    def _draw_check(self, painter: QPainter, cell: Cell, room: QRectF) -> None:
        side = px(_BOX)
        place = QRectF(room.left(), round(room.center().y() - side / 2), side, side)
        check_box(painter, place, cell.check or Qt.CheckState.Unchecked)

    def _draw_state(self, painter: QPainter, cell: Cell, state: StateKind, room: QRectF) -> None:
        style = state_style(state)
        middle = room.center().y()
        square_icon(painter, style.icon, style.colour, room.left(), middle, _SHAPE)
        words = room.adjusted(px(_SHAPE + _SHAPE_GAP), 0, 0, 0)
        _draw_line(painter, cell.text, words, _font_of(cell), style.colour, right=False)

    def _draw_two_lines(self, painter: QPainter, cell: Cell, room: QRectF) -> None:
        for text, middle, drawn, role in (
            (cell.text, _FIRST_LINE_MIDDLE, _font_of(cell), Role.TEXT),
            (cell.second, _SECOND_LINE_MIDDLE, font(FontRole.SMALL), Role.MUTED),
        ):
            part = QRectF(room)
            part.setHeight(px(20))
            part.moveCenter(QPointF(room.center().x(), room.top() + px(middle)))
            _draw_line(painter, text, part, drawn, role, right=False)

    # ---------------------------------------------------------------- tips

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        cell = index.data(CELL_ROLE)
        if event.type() != QEvent.Type.ToolTip or not isinstance(cell, Cell):
            return super().helpEvent(event, view, option, index)
        QToolTip.showText(event.globalPos(), self.cut_text(cell, QRectF(option.rect), index), view)
        return True

    def cut_text(self, cell: Cell, rect: QRectF, index: QModelIndex | QPersistentModelIndex) -> str:
        """The whole words of a cell that cannot show them all, else ""."""
        room = self._room(rect, index).width()
        if cell.kind is CellKind.STATE:
            room -= px(_SHAPE + _SHAPE_GAP)
        cut = text_width(cell.text, strong=_is_strong(cell)) > room
        if cell.second and text_width(cell.second, FontRole.SMALL) > room:
            cut = True
        return "\n".join(filter(None, (cell.text, cell.second))) if cut else ""


def _is_strong(cell: Cell) -> bool:
    return cell.kind is CellKind.STRONG or cell.strong


def _font_of(cell: Cell) -> QFont:
    return font(FontRole.NORMAL, strong=_is_strong(cell))


def _role_of(cell: Cell) -> Role:
    if cell.kind is CellKind.LINK:
        return Role.ACCENT
    return Role.MUTED if cell.muted or cell.kind is CellKind.MUTED else Role.TEXT


def _is_right(index: QModelIndex | QPersistentModelIndex) -> bool:
    model = index.model()
    return isinstance(model, TableModel) and model.columns[index.column()].aligned_right


def _draw_line(
    painter: QPainter, text: str, room: QRectF, drawn: QFont, role: Role, right: bool
) -> None:
    """One line of text, cut with an ellipsis where it does not fit."""
    if not text:
        return
    metrics = QFontMetricsF(drawn)
    width = metrics.horizontalAdvance(text)
    if width > room.width():
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        width = metrics.horizontalAdvance(text)
    left = room.right() - width if right else room.left()
    baseline = room.center().y() + (metrics.ascent() - metrics.descent()) / 2
    painter.setFont(drawn)
    painter.setPen(color(role))
    painter.drawText(QPointF(left, round(baseline)), text)
