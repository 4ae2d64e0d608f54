"""The item model of long lists: a window over pages that the database reads, sorts and filters."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import QModelIndex, QObject, Qt, QTimer, Signal

from desktop.models.records.paging import PAGE_ROWS
from desktop.views.widgets.columns import CELL_ROLE, Column
from desktop.views.widgets.table_model import Index, TableModel

T = TypeVar("T")

KEPT_PAGES = 50
_GATHER_MS = 15
_MOST_ASKED = 4
_NO_INDEX = QModelIndex()


class PagedTableModel(TableModel[T]):
    """Up to millions of rows, of which at most 50 pages of 200 are held.

    `restart(total)` begins a new generation. For each page that comes into view
    `page_wanted(generation, page)` is emitted once; answer with `set_page`. What comes for an
    older generation is dropped. While the bar is dragged through a long list only the pages seen
    last are asked for. `resize(total)` keeps what is shown while the list grows or shrinks.

    Signals:
        page_wanted: generation and page to read; the page's first row is `page * PAGE_ROWS`.
        sort_wanted: key of a column, and whether ascending; read anew and `restart`.
    """

    page_wanted = Signal(int, int)
    sort_wanted = Signal(str, bool)

    def __init__(
        self,
        columns: Sequence[Column[T]],
        record_id: Callable[[T], int] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(columns, record_id, parent)
        self._total = 0
        self._generation = 0
        self._pages: OrderedDict[int, tuple[T, ...]] = OrderedDict()
        self._asked: set[int] = set()
        self._missed: OrderedDict[int, None] = OrderedDict()
        self._gather = QTimer(self)
        self._gather.setSingleShot(True)
        self._gather.setInterval(_GATHER_MS)
        self._gather.timeout.connect(self._ask)

    @property
    def generation(self) -> int:
        """The number of the query whose rows are shown."""
        return self._generation

    def restart(self, total: int) -> int:
        """Forget all rows and show `total` rows of a new query; returns its generation."""
        self.beginResetModel()
        self._generation += 1
        self._total = total
        self._pages.clear()
        self._asked.clear()
        self._missed.clear()
        self.endResetModel()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)
        return self._generation

    def resize(self, total: int) -> None:
        """Show more or fewer rows of the same query; the rows that are there stay."""
        last = QModelIndex()
        if total > self._total:
            self.beginInsertRows(last, self._total, total - 1)
            self._total = total
            self.endInsertRows()
        elif total < self._total:
            self.beginRemoveRows(last, total, self._total - 1)
            self._total = total
            self.endRemoveRows()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)

    def refresh(self) -> None:
        """Read the rows in view again; what is shown stays until the new rows are there."""
        self._asked.clear()
        while len(self._pages) > _MOST_ASKED:
            self._pages.popitem(last=False)
        for page in self._pages:
            self._missed[page] = None
        self._gather.start()

    def set_page(self, generation: int, page: int, rows: Sequence[T]) -> None:
        """Take in the rows of a page."""
        if generation != self._generation:
            return
        self._asked.discard(page)
        self._pages[page] = tuple(rows)
        self._pages.move_to_end(page)
        while len(self._pages) > KEPT_PAGES:
            self._pages.popitem(last=False)
        first = page * PAGE_ROWS
        last = min(first + PAGE_ROWS, self._total) - 1
        if first <= last:
            corner = self.index(last, len(self.columns) - 1)
            roles = [CELL_ROLE, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.CheckStateRole]
            self.dataChanged.emit(self.index(first, 0), corner, roles)

    def fail_page(self, generation: int, page: int) -> None:
        """Let a page be asked for again, after its reading failed."""
        if generation == self._generation:
            self._asked.discard(page)

    # ---------------------------------------------------------------- Qt

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else self._total

    def record(self, row: int) -> T | None:
        page, place = divmod(row, PAGE_ROWS)
        rows = self._pages.get(page)
        if rows is None:
            self._miss(page)
            return None
        if self._pages and next(reversed(self._pages)) != page:
            self._pages.move_to_end(page)
        return rows[place] if place < len(rows) else None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if not 0 <= column < len(self.columns):
            return
        wanted = self.columns[column]
        self.sorted_by = (wanted.key, order)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)
        self.sort_wanted.emit(wanted.key, order == Qt.SortOrder.AscendingOrder)

    def show_sorted(self, key: str, *, ascending: bool) -> None:
        """Mark the column by which the database has sorted, without asking for it."""
        order = Qt.SortOrder.AscendingOrder if ascending else Qt.SortOrder.DescendingOrder
        self.sorted_by = (key, order)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)

    # ---------------------------------------------------------------- asking

    def _miss(self, page: int) -> None:
        if page in self._asked:
            return
        self._missed[page] = None
        self._missed.move_to_end(page)
        if not self._gather.isActive():
            self._gather.start()

    def _ask(self) -> None:
        """Ask for the pages missed last; those scrolled past are asked for when seen again."""
        pages = list(self._missed)[-_MOST_ASKED:]
        self._missed.clear()
        for page in pages:
            self._asked.add(page)
            self.page_wanted.emit(self._generation, page)
