"""The table of the desk: quiet rows, keyboard first, smooth over a million rows."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRectF, QSettings, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from desktop.views.theme import Role, color, px, pxf, scale
from desktop.views.widgets.base import Themed
from desktop.views.widgets.cell_delegate import CellDelegate
from desktop.views.widgets.checks import EVERYTHING
from desktop.views.widgets.columns import CellKind
from desktop.views.widgets.row_buttons import RowButtons
from desktop.views.widgets.table_header import TableHeader
from desktop.views.widgets.table_model import TableModel

ROW, TWO_LINE_ROW = 40, 48


class DeskTable(Themed, QTableView):
    """A table over a `TableModel`.

    `choosable`: a row can be chosen, and its ground shows it. `two_lines`: rows of 48 instead of
    40. `fits_rows`: as high as its rows, without a scroll bar, for a table within a page.
    `click_activates`: one click on a row opens it, where the list is a list of ways on.

    Keys: arrows, Home, End, Page Up, Page Down move; Space turns the check box over; Enter opens;
    Ctrl+A checks all that match.

    Signals:
        row_chosen: row number, or -1.
        row_activated: row number.
        link_pressed: row number and key of the column.
        button_pressed: row number and key of the button.
    """

    row_chosen = Signal(int)
    row_activated = Signal(int)
    link_pressed = Signal(int, str)
    button_pressed = Signal(int, str)

    def __init__(
        self,
        *,
        name: str,
        choosable: bool = False,
        two_lines: bool = False,
        fits_rows: bool = False,
        click_activates: bool = False,
    ) -> None:
        super().__init__()
        self._row_px = TWO_LINE_ROW if two_lines else ROW
        self._fits_rows = fits_rows
        self._click_activates = click_activates
        self._inset = 8 if choosable else 0
        self._overlay: QWidget | None = None
        self._settings: QSettings | None = None
        self._laying_out = False
        self._delegate = CellDelegate(self, self._row_px, self._inset)
        self._buttons = RowButtons(self)
        self._buttons.pressed.connect(self.button_pressed)
        self.setAccessibleName(name)
        self._set_up_view(choosable)
        self._set_up_headers()
        self.restyle()

    def _set_up_view(self, choosable: bool) -> None:
        modes = QAbstractItemView.SelectionMode
        self.setSelectionMode(modes.SingleSelection if choosable else modes.NoSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        if self._fits_rows:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _set_up_headers(self) -> None:
        header = TableHeader(self, self._inset)
        self.setHorizontalHeader(header)
        header.sectionClicked.connect(self._use_header)
        header.sectionResized.connect(self._remember_width)
        rows = self.verticalHeader()
        rows.setVisible(False)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def restyle(self) -> None:
        rows = self.verticalHeader()
        rows.setMinimumSectionSize(px(self._row_px))
        rows.setDefaultSectionSize(px(self._row_px))
        self._lay_out_columns()
        self._fit()

    # ---------------------------------------------------------------- model and columns

    def table_model(self) -> TableModel[Any] | None:
        """The model, when it is one of ours."""
        model = self.model()
        return model if isinstance(model, TableModel) else None

    def set_model(self, model: TableModel[Any]) -> None:
        """Show a model; it stays the caller's."""
        self.setModel(model)
        model.modelReset.connect(self._fit)
        model.layoutChanged.connect(self._fit)
        self._buttons.watch(model)
        self.selectionModel().currentRowChanged.connect(self._tell_chosen)
        self._lay_out_columns()
        self._fit()

    def remember(self, settings: QSettings) -> None:
        """Keep the widths that the person sets, by the table's object name."""
        self._settings = settings
        self._lay_out_columns()

    def _width_key(self, column_key: str) -> str:
        return f"tables/{self.objectName()}/{column_key}"

    def _lay_out_columns(self) -> None:
        model = self.table_model()
        if model is None:
            return
        self._laying_out = True
        header = self.horizontalHeader()
        modes = QHeaderView.ResizeMode
        for place, column in enumerate(model.columns):
            fixed = column.kind in {CellKind.CHECK, CellKind.BUTTONS}
            header.setSectionResizeMode(
                place,
                modes.Stretch if column.stretch else modes.Fixed if fixed else modes.Interactive,
            )
            width: object = column.width
            if self._settings is not None:
                width = self._settings.value(self._width_key(column.key), column.width)
            header.resizeSection(place, px(float(str(width))))
        self._laying_out = False

    def _remember_width(self, section: int, _old: int, new: int) -> None:
        model = self.table_model()
        if self._laying_out or self._settings is None or model is None:
            return
        column = model.columns[section]
        if not column.stretch and self.horizontalHeader().isVisible():
            self._settings.setValue(self._width_key(column.key), round(new / scale()))

    def _use_header(self, section: int) -> None:
        model = self.table_model()
        if model is None:
            return
        column = model.columns[section]
        if column.kind is CellKind.CHECK:
            model.toggle_all()
        elif column.can_sort:
            rising = model.sorted_by == (column.key, Qt.SortOrder.AscendingOrder)
            orders = Qt.SortOrder
            model.sort(section, orders.DescendingOrder if rising else orders.AscendingOrder)

    # ---------------------------------------------------------------- size and overlay

    def _fit(self) -> None:
        model = self.model()
        if not self._fits_rows or model is None:
            return
        rows = max(model.rowCount(), 0)
        height = self.horizontalHeader().height() + rows * px(self._row_px)
        if rows == 0 and self._overlay is not None:
            height += self._overlay.sizeHint().height()
        self.setFixedHeight(height)

    def show_instead(self, overlay: QWidget | None) -> None:
        """Show an empty or error state in place of the rows; None shows the rows again."""
        if self._overlay is not None and self._overlay is not overlay:
            self._overlay.hide()
        self._overlay = overlay
        if overlay is not None:
            overlay.setParent(self.viewport())
            self._place_overlay()
            overlay.show()
        self._fit()

    def _place_overlay(self) -> None:
        if self._overlay is not None:
            room = self.viewport().rect()
            wide = min(room.width() - px(self._inset), px(640))
            high = self._overlay.heightForWidth(wide)
            high = high if high > 0 else self._overlay.sizeHint().height()
            self._overlay.setGeometry(px(self._inset), 0, wide, high)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_overlay()

    # ---------------------------------------------------------------- keyboard and mouse

    def _tell_chosen(self, current: QModelIndex, _previous: QModelIndex) -> None:
        self.row_chosen.emit(current.row())
        self.viewport().update()

    def selectAll(self) -> None:
        """Check all that match. Selecting a million rows would freeze the window for seconds."""
        model = self.table_model()
        if model is not None and any(one.kind is CellKind.CHECK for one in model.columns):
            model.set_checks(EVERYTHING)

    def moveCursor(
        self,
        cursorAction: QAbstractItemView.CursorAction,  # noqa: N803 - Qt's own name
        modifiers: Qt.KeyboardModifier,
    ) -> QModelIndex:
        """Home and End go to the first and last row: nobody edits single cells here."""
        actions = QAbstractItemView.CursorAction
        if cursorAction in {actions.MoveHome, actions.MoveEnd}:
            last = self.model().rowCount() - 1
            row = 0 if cursorAction == actions.MoveHome else last
            return self.model().index(row, max(self.currentIndex().column(), 0))
        return super().moveCursor(cursorAction, modifiers)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().row()
        model = self.table_model()
        if row >= 0 and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.row_activated.emit(row)
                return
            event.ignore()
        elif row >= 0 and event.key() == Qt.Key.Key_Space and model is not None:
            model.toggle_check(row)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        model = self.table_model()
        if event.button() != Qt.MouseButton.LeftButton or not index.isValid() or model is None:
            return
        kind = model.columns[index.column()].kind
        if kind is CellKind.CHECK:
            model.toggle_check(index.row())
        elif kind is CellKind.LINK:
            self.link_pressed.emit(index.row(), model.columns[index.column()].key)
        elif self._click_activates:
            self.row_activated.emit(index.row())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        index = self.indexAt(event.position().toPoint())
        model = self.table_model()
        if not index.isValid() or model is None or self._click_activates:
            return
        if model.columns[index.column()].kind is not CellKind.CHECK:
            self.row_activated.emit(index.row())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        index = self.indexAt(event.position().toPoint())
        model = self.table_model()
        kind = model.columns[index.column()].kind if model and index.isValid() else None
        is_link = kind is CellKind.LINK
        link = QPersistentModelIndex(index) if is_link else QPersistentModelIndex()
        if link != self._delegate.hovered_link:
            self._delegate.hovered_link = link
            self.viewport().update()
        points = is_link or kind is CellKind.CHECK or (self._click_activates and index.isValid())
        shapes = Qt.CursorShape
        self.viewport().setCursor(shapes.PointingHandCursor if points else shapes.ArrowCursor)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        index = self.currentIndex()
        if not self.hasFocus() or not index.isValid():
            return
        top = self.rowViewportPosition(index.row())
        height = px(self._row_px)
        # Rows whose words stand flush have no room for the sides of a ring: it lies outside.
        side = 1 if self._inset else -px(4)
        row = QRectF(0, top, self.viewport().width(), height - 1).adjusted(side, 1, -side, -1)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(color(Role.ACCENT), pxf(2)))
        painter.drawRoundedRect(row, pxf(4), pxf(4))
