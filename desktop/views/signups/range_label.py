"""Says which rows of how many are in view."""

from __future__ import annotations

from desktop.views.desk import Desk
from desktop.views.theme import FontRole, Role
from desktop.views.widgets.desk_table import DeskTable
from desktop.views.widgets.label import Label


class RangeLabel(Label):
    """Shows "1 to 13 of 310", following a table as it is scrolled and resized."""

    def __init__(self, desk: Desk, table: DeskTable) -> None:
        super().__init__(size=FontRole.SMALL, role=Role.MUTED)
        self.setObjectName("signups_range")
        self._desk = desk
        self._table = table
        self._is_measured = False
        bar = table.verticalScrollBar()
        bar.valueChanged.connect(self.tell)
        bar.rangeChanged.connect(self.tell)

    def set_measured(self, is_measured: bool) -> None:
        """Say whether the length of the list is known for sure."""
        self._is_measured = is_measured
        self.tell()

    def tell(self) -> None:
        """Say it again."""
        total = self._table.model().rowCount()
        first = self._table.rowAt(0)
        if not total or first < 0:
            self.setText("")
            return
        number = self._desk.formats.number
        shown = number(total) if self._is_measured else "…"
        last = max(first, self._last_whole_row(total))
        text = self.tr("{} to {} of {}")
        self.setText(text.format(number(first + 1), number(last + 1), shown))

    def _last_whole_row(self, total: int) -> int:
        height = self._table.viewport().height()
        at_foot = self._table.rowAt(height - 1)
        if at_foot < 0:
            return total - 1
        foot = self._table.rowViewportPosition(at_foot) + self._table.rowHeight(at_foot)
        return at_foot if foot <= height else at_foot - 1
