"""Item models over frozen records. This one holds them all: for lists of up to some thousands."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from desktop.views.widgets.checks import EVERYTHING, NOTHING, Checks
from desktop.views.widgets.columns import CELL_ROLE, Cell, CellKind, Column

T = TypeVar("T")
Index = QModelIndex | QPersistentModelIndex

_Role = Qt.ItemDataRole
_NO_INDEX = QModelIndex()


class TableModel(QAbstractTableModel, Generic[T]):
    """What the two models share: columns, headers, check boxes.

    A subclass answers `rowCount`, `record` and `sort`.

    Signals:
        checks_changed: other rows are checked now; carries the `Checks`.
    """

    checks_changed = Signal(object)

    def __init__(
        self,
        columns: Sequence[Column[T]],
        record_id: Callable[[T], int] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns: tuple[Column[T], ...] = tuple(columns)
        self.sorted_by: tuple[str, Qt.SortOrder] | None = None
        self._record_id = record_id
        self._checks = NOTHING

    # ---------------------------------------------------------------- for a subclass

    def record(self, row: int) -> T | None:
        """The record of a row, or None while it is being read."""
        raise NotImplementedError

    def total(self) -> int:
        """How many records match."""
        return self.rowCount()

    def set_columns(self, columns: Sequence[Column[T]]) -> None:
        """Name the columns anew, in another language; their number and order stay."""
        self.columns = tuple(columns)
        if not self.columns:
            return
        last = len(self.columns) - 1
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, last)
        if self.rowCount():
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, last))

    # ---------------------------------------------------------------- Qt

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:  # noqa: ANN401 - Qt's type
        # Painting asks for a dozen roles that we do not have: answer those first.
        if role not in _ANSWERED or not index.isValid():
            return None
        column = self.columns[index.column()]
        record = self.record(index.row())
        if record is None:
            return Cell(CellKind.MUTED, "…") if role == CELL_ROLE else None
        if role == CELL_ROLE:
            return self._cell(column, record)
        if role == _Role.CheckStateRole:
            return self._check_of(record) if column.kind is CellKind.CHECK else None
        return _words(column, record)

    def _cell(self, column: Column[T], record: T) -> Cell:
        if column.kind is CellKind.CHECK:
            return Cell(CellKind.CHECK, check=self._check_of(record))
        return column.cell(record)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole
    ) -> Any:  # noqa: ANN401 - Qt's type
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role == _Role.DisplayRole:
            return column.title
        if role == _Role.CheckStateRole and column.kind is CellKind.CHECK:
            return self._checks.state(self.total())
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        return _FLAGS if index.isValid() else Qt.ItemFlag.NoItemFlags

    # ---------------------------------------------------------------- check boxes

    @property
    def checks(self) -> Checks:
        """Which records are checked."""
        return self._checks

    def set_checks(self, checks: Checks) -> None:
        """Check other records."""
        if checks == self._checks:
            return
        self._checks = checks
        last = self.rowCount() - 1
        if last >= 0:
            corner = self.index(last, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), corner, [_Role.CheckStateRole, CELL_ROLE])
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)
        self.checks_changed.emit(checks)

    def toggle_check(self, row: int) -> None:
        """Turn the check box of a row over."""
        record = self.record(row)
        if record is not None and self._record_id is not None:
            self.set_checks(self._checks.toggled(self._record_id(record)))

    def toggle_all(self) -> None:
        """Check all that match; when all are checked, none."""
        everything = self._checks.count(self.total()) == self.total()
        self.set_checks(NOTHING if everything else EVERYTHING)

    def is_checked(self, row: int) -> bool:
        """Whether the record of a row is checked."""
        record = self.record(row)
        return record is not None and self._check_of(record) == Qt.CheckState.Checked

    def _check_of(self, record: T) -> Qt.CheckState:
        checked = self._record_id is not None and self._checks.holds(self._record_id(record))
        return Qt.CheckState.Checked if checked else Qt.CheckState.Unchecked


_ANSWERED = {
    CELL_ROLE,
    _Role.DisplayRole,
    _Role.CheckStateRole,
    _Role.AccessibleTextRole,
}
_FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren


def _words(column: Column[T], record: T) -> str:
    """What a screen reader says of a cell."""
    if column.second is None:
        return column.text(record)
    return f"{column.text(record)}, {column.second(record)}".rstrip(", ")


class RecordTableModel(TableModel[T]):
    """All records of a short list; sorts them itself."""

    def __init__(
        self,
        columns: Sequence[Column[T]],
        records: Sequence[T] = (),
        record_id: Callable[[T], int] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(columns, record_id, parent)
        self._given: list[T] = list(records)
        self._records: list[T] = list(records)

    @property
    def records(self) -> tuple[T, ...]:
        """The records in the order shown."""
        return tuple(self._records)

    def set_records(self, records: Sequence[T]) -> None:
        """Show other records, ordered as before."""
        self.beginResetModel()
        self._given = list(records)
        self._records = self._ordered()
        self.endResetModel()

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._records)

    def record(self, row: int) -> T | None:
        return self._records[row] if 0 <= row < len(self._records) else None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order by a column; column -1 gives back the order in which the records came."""
        self.layoutAboutToBeChanged.emit()
        before = list(self._records)
        inside = 0 <= column < len(self.columns)
        self.sorted_by = (self.columns[column].key, order) if inside else None
        self._records = self._ordered()
        self._move_indexes(before)
        self.layoutChanged.emit()

    def _ordered(self) -> list[T]:
        if self.sorted_by is None:
            return list(self._given)
        key, order = self.sorted_by
        sort = next((one.sort for one in self.columns if one.key == key), None)
        if sort is None:
            return list(self._given)
        return sorted(self._given, key=sort, reverse=order == Qt.SortOrder.DescendingOrder)

    def _move_indexes(self, before: list[T]) -> None:
        """Let the chosen row follow its record."""
        places = {id(record): place for place, record in enumerate(self._records)}
        for old in self.persistentIndexList():
            row = places.get(id(before[old.row()]), -1) if old.row() < len(before) else -1
            new = self.index(row, old.column()) if row >= 0 else QModelIndex()
            self.changePersistentIndex(old, new)
