"""Reads the unclear SMS page by page, and what their filters offer."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from threading import Event

from PySide6.QtCore import QObject, Signal, Slot

from desktop.models.records.unclear import (
    UnclearAnchors,
    UnclearFilter,
    UnclearKey,
    UnclearQuery,
    UnclearRow,
    UnclearScope,
    UnclearSort,
)
from desktop.services.bundle import Services
from desktop.views.desk import Desk
from desktop.views.tasks import Running
from desktop.views.widgets.paged_model import PagedTableModel


@dataclass(frozen=True, slots=True)
class _Measured:
    query: UnclearQuery
    scope: UnclearScope
    anchors: UnclearAnchors


@dataclass(frozen=True, slots=True)
class _Page:
    generation: int
    page: int
    rows: tuple[UnclearRow, ...]


class UnclearReader(QObject):
    """Fills the model; what is shown stays until the newer is there.

    Signals:
        measured: the ``UnclearScope`` of what is shown now.
        failed: carries the failure.
    """

    measured = Signal(object)
    failed = Signal(object)

    def __init__(self, desk: Desk, model: PagedTableModel[UnclearRow], parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._model = desk, model
        self._query = UnclearQuery()
        self._shown: UnclearQuery | None = None
        self._anchors = UnclearAnchors(0, ())
        self._running: Running[_Measured] | None = None
        self._again = False
        model.page_wanted.connect(self._read_page)
        model.sort_wanted.connect(self._sort)

    @property
    def filter(self) -> UnclearFilter:
        """What is asked for."""
        return self._query.filter

    def open(self, wanted: UnclearFilter) -> None:
        """Show another part of the unclear SMS."""
        self._ask(UnclearQuery(wanted, self._query.sort, self._query.descending))

    def reload(self) -> None:
        """Read the same again; while a reading is under way, once more after it."""
        if self._running is not None and self._running.active:
            self._again = True
            return
        self._ask(self._query)

    @Slot(str, bool)
    def _sort(self, column: str, ascending: bool) -> None:
        self._ask(UnclearQuery(self.filter, UnclearSort(column), descending=not ascending))

    def _ask(self, query: UnclearQuery) -> None:
        if self._running is not None:
            self._running.cancel()
        self._query, self._again = query, False
        work = partial(_measure, self._desk.services, query)
        self._running = self._desk.tasks.run(work, self._take, self._fail)

    def _take(self, measured: _Measured) -> None:
        self._running = None
        self._anchors = measured.anchors
        query = measured.query
        if self._shown == query and self._model.rowCount():
            self._model.resize(measured.anchors.total)
            self._model.refresh()
        else:
            self._model.show_sorted(query.sort, ascending=not query.descending)
            self._model.restart(measured.anchors.total)
        self._shown = query
        self.measured.emit(measured.scope)
        if self._again:
            self.reload()

    def _fail(self, error: BaseException) -> None:
        self._running = None
        self.failed.emit(error)

    @Slot(int, int)
    def _read_page(self, generation: int, page: int) -> None:
        if self._shown is None or page >= len(self._anchors.keys):
            return
        work = partial(
            _page, self._desk.services, self._shown, self._anchors.keys[page], (generation, page)
        )
        self._desk.tasks.run(work, self._take_page, self.failed.emit)

    def _take_page(self, read: _Page) -> None:
        self._model.set_page(read.generation, read.page, read.rows)


def _measure(services: Services, query: UnclearQuery, stop: Event) -> _Measured:
    lists = services.unclear
    return _Measured(query, lists.scope(query.filter), lists.anchors(query, stop))


def _page(
    services: Services,
    query: UnclearQuery,
    start: UnclearKey,
    place: tuple[int, int],
    _stop: Event,
) -> _Page:
    return _Page(*place, services.unclear.page(query, start))
