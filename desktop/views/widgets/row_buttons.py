"""Real buttons in the rows of a short table, so that keyboard and screen reader reach them."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, QPersistentModelIndex, Signal
from PySide6.QtWidgets import QHBoxLayout, QTableView, QWidget

from desktop.views.widgets.base import space
from desktop.views.widgets.button import Button
from desktop.views.widgets.columns import CellKind, Column, RowButton
from desktop.views.widgets.table_model import TableModel

MOST_ROWS = 200


class _RowButton(Button):
    """A button that knows its row."""

    def __init__(self, wanted: RowButton, index: QPersistentModelIndex) -> None:
        super().__init__(wanted.text, icon_name=wanted.icon_name, compact=True)
        self.key = wanted.key
        self.index = index
        self.setObjectName(f"row_{wanted.key}")
        self.setEnabled(wanted.enabled)


class RowButtons(QObject):
    """Puts the buttons of BUTTONS columns into the rows of a table of at most 200 rows.

    Signals:
        pressed: row number and key of the button.
    """

    pressed = Signal(int, str)

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table
        self._model: TableModel[Any] | None = None

    def watch(self, model: TableModel[Any]) -> None:
        """Follow a model."""
        if self._model is not None:
            self._model.disconnect(self)
        self._model = model
        model.modelReset.connect(self.fill)
        model.layoutChanged.connect(self.fill)
        model.dataChanged.connect(self.fill)
        self.fill()

    def fill(self) -> None:
        """Make the buttons of all rows anew."""
        model = self._model
        if model is None or model.rowCount() > MOST_ROWS:
            return
        for place, column in enumerate(model.columns):
            if column.kind is CellKind.BUTTONS:
                for row in range(model.rowCount()):
                    self._fill_cell(model, row, place, column)

    def _fill_cell(self, model: TableModel[Any], row: int, place: int, column: Column[Any]) -> None:
        record = model.record(row)
        if record is None or column.buttons is None:
            return
        index = model.index(row, place)
        holder = QWidget()
        line = QHBoxLayout(holder)
        space(line, 0, gap=8)
        line.addStretch(1)
        for wanted in column.buttons(record):
            line.addWidget(self._button(wanted, QPersistentModelIndex(index)))
        # Follows the model's row: the table owns and deletes it.
        self._table.setIndexWidget(index, holder)

    def _button(self, wanted: RowButton, index: QPersistentModelIndex) -> Button:
        button = _RowButton(wanted, index)
        button.clicked.connect(self._press)
        return button

    def _press(self) -> None:
        sender = self.sender()
        if isinstance(sender, _RowButton) and sender.index.isValid():
            self.pressed.emit(sender.index.row(), sender.key)
