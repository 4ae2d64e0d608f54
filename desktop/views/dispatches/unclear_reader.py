"""The unclear SMS as their page reads them."""

from __future__ import annotations

from dataclasses import replace
from threading import Event

from PySide6.QtCore import QObject, Slot

from desktop.models.records.paging import Anchors
from desktop.models.records.unclear import (
    UnclearFilter,
    UnclearKey,
    UnclearQuery,
    UnclearRow,
    UnclearScope,
    UnclearSort,
)
from desktop.services.sending.unclear_lists import UnclearLists
from desktop.views.desk import Desk
from desktop.views.paged_reader import PagedList, PagedReader
from desktop.views.widgets.paged_model import PagedTableModel


class UnclearReader(PagedReader[UnclearQuery, UnclearScope, UnclearKey, UnclearRow]):
    """Fills the model with what a filter means, in the order of a column."""

    def __init__(self, desk: Desk, model: PagedTableModel[UnclearRow], parent: QObject) -> None:
        super().__init__(desk.tasks, model, _Unclear(desk.services.unclear), parent)
        self._wanted = UnclearQuery()
        model.sort_wanted.connect(self.sort_by)

    @property
    def filter(self) -> UnclearFilter:
        """What is asked for."""
        return self._wanted.filter

    def open(self, wanted: UnclearFilter) -> None:
        """Show another part of the unclear SMS."""
        self._wanted = replace(self._wanted, filter=wanted)
        self.begin(self._wanted)

    def reload(self) -> None:
        """Read the same again; the place in the list stays."""
        self.renew(self._wanted)

    @Slot(str, bool)
    def sort_by(self, column: str, ascending: bool) -> None:
        """Show the same SMS in another order."""
        self._wanted = UnclearQuery(self.filter, UnclearSort(column), descending=not ascending)
        self.begin(self._wanted)

    def about_to_show(self, query: UnclearQuery) -> None:
        self._model.show_sorted(query.sort, ascending=not query.descending)


class _Unclear(PagedList[UnclearQuery, UnclearScope, UnclearKey, UnclearRow]):
    def __init__(self, lists: UnclearLists) -> None:
        self._lists = lists

    def scope(self, query: UnclearQuery, _stop: Event) -> UnclearScope:
        return self._lists.scope(query.filter)

    def mark(self, _query: UnclearQuery) -> None:
        """An SMS may be settled by a report at any time; nothing but a look shows it."""

    def anchors(self, query: UnclearQuery, stop: Event) -> Anchors[UnclearKey]:
        return self._lists.anchors(query, stop)

    def page(self, query: UnclearQuery, start: UnclearKey | None) -> tuple[UnclearRow, ...]:
        return self._lists.page(query, start)
