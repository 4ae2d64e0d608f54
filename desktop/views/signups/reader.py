"""Reads the list in the background and fills its model: the newest question wins."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from threading import Event
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal, Slot

from desktop.models.eligibility import ReasonCounts
from desktop.models.records.signups import (
    Anchors,
    SignupColumn,
    SignupFilter,
    SignupKey,
    SignupQuery,
    SignupRow,
    SignupScope,
    SignupSort,
)
from desktop.services.bundle import Services
from desktop.views.desk import Desk
from desktop.views.tasks import Running
from desktop.views.widgets.paged_model import PAGE_ROWS, PagedTableModel

T = TypeVar("T")

MOMENT_KEPT = timedelta(minutes=5)
"""So long the list is judged as of one moment, so that its counts need not be made anew."""


@dataclass(frozen=True, slots=True)
class _First:
    """What is shown at once."""

    query: SignupQuery
    scope: SignupScope
    rows: tuple[SignupRow, ...]


@dataclass(frozen=True, slots=True)
class _Whole:
    """What a reload needs: what is in the list now, and where its pages begin."""

    query: SignupQuery
    scope: SignupScope
    anchors: Anchors


@dataclass(frozen=True, slots=True)
class _Page:
    generation: int
    page: int
    rows: tuple[SignupRow, ...]


class SignupReader(QObject):
    """Asks the service and fills the model.

    What is asked for a filter is given up when another one is wanted. The rows shown stay until
    the first rows of the new filter are there.

    Signals:
        opened: the rows of a filter begin to be shown; carries its ``SignupScope``.
        measured: the length of the list is known.
        counted: carries the ``ReasonCounts`` of the filter.
        failed: carries the failure.
        busy_changed: whether a new filter or order is being read.
    """

    opened = Signal(object)
    measured = Signal()
    counted = Signal(object)
    failed = Signal(object)
    busy_changed = Signal(bool)

    def __init__(self, desk: Desk, model: PagedTableModel[SignupRow], parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._model = model
        self._wanted = SignupFilter()
        self._sort = SignupSort()
        self._shown: SignupQuery | None = None
        self._anchors: Anchors | None = None
        self._unserved: list[int] = []
        self._running: list[Running[Any]] = []
        model.page_wanted.connect(self._read_page)
        model.sort_wanted.connect(self.sort_by)

    @property
    def filter(self) -> SignupFilter:
        """What is asked for."""
        return self._wanted

    @property
    def query(self) -> SignupQuery:
        """The question whose answer is shown; before the first one, the one to ask."""
        return self._shown or self._query()

    @property
    def is_measured(self) -> bool:
        """Whether the length of the list shown is known for sure."""
        return self._anchors is not None

    def open(self, wanted: SignupFilter) -> None:
        """Show another part of the sign-ups, from its top."""
        self._wanted = wanted
        self._ask(self._query())

    @Slot(str, bool)
    def sort_by(self, column: str, ascending: bool) -> None:
        """Show the same sign-ups in another order."""
        self._sort = SignupSort(SignupColumn(column), descending=not ascending)
        self._ask(self._query())

    def reload(self) -> None:
        """Read the same again, as of now; the place in the list stays."""
        if self._shown is None or self._shown.filter != self._wanted:
            self._ask(self._query())
            return
        self._give_up()
        query = self._desk.services.signups.query(self._wanted, self._sort)
        self._run(partial(_read_whole, self._desk.services, query), self._take_whole)
        self._run(partial(_read_counts, self._desk.services, query), self._take_counts)

    def _query(self) -> SignupQuery:
        """Return the question for what is wanted, as of the last moment if that is near."""
        query = self._desk.services.signups.query(self._wanted, self._sort)
        if self._shown is None or query.at - self._shown.at > MOMENT_KEPT:
            return query
        return SignupQuery(query.filter, query.sort, self._shown.at)

    # ---------------------------------------------------------------- asking

    def _ask(self, query: SignupQuery) -> None:
        self._give_up()
        self.busy_changed.emit(True)
        work = partial(_read_first, self._desk.services, query)
        self._run(work, self._take_first, self._lose)
        self._run(partial(_read_counts, self._desk.services, query), self._take_counts)

    def _run(
        self,
        work: Callable[[Event], T],
        then: Callable[[T], None],
        otherwise: Callable[[BaseException], None] | None = None,
    ) -> None:
        self._running = [one for one in self._running if one.active]
        failed = otherwise or self._tell_failure
        self._running.append(self._desk.tasks.run(work, then, failed))

    def _give_up(self) -> None:
        for one in self._running:
            one.cancel()
        self._running.clear()

    @Slot(int, int)
    def _read_page(self, generation: int, page: int) -> None:
        if self._anchors is None:
            self._unserved.append(page)
            return
        keys = self._anchors.keys
        if self._shown is None or (page and page >= len(keys)):
            return
        start = keys[page] if page else None
        work = partial(_read_page, self._desk.services, self._shown, start, (generation, page))
        self._run(work, self._take_page)

    # ---------------------------------------------------------------- taking

    def _take_first(self, first: _First) -> None:
        self._shown = first.query
        self._unserved.clear()
        self._model.show_sorted(self._sort.column, ascending=not self._sort.descending)
        whole = len(first.rows) < PAGE_ROWS
        narrowed = first.query.filter.narrows_scope
        # The counts that are kept give the scroll bar its size before the list is measured.
        total = len(first.rows) if whole or narrowed else max(PAGE_ROWS, first.scope.incomplete)
        self._anchors = Anchors(total, ()) if whole else None
        generation = self._model.restart(total)
        self._model.set_page(generation, 0, first.rows)
        self.busy_changed.emit(False)
        self.opened.emit(first.scope)
        if whole:
            self.measured.emit()
            return
        self._run(partial(_read_anchors, self._desk.services, first.query), self._take_anchors)

    def _take_anchors(self, anchors: Anchors) -> None:
        self._anchors = anchors
        self._model.resize(anchors.total)
        for page in self._unserved:
            self._read_page(self._model.generation, page)
        self._unserved.clear()
        self.measured.emit()

    def _take_whole(self, whole: _Whole) -> None:
        self._shown = whole.query
        self._unserved.clear()
        self._anchors = whole.anchors
        self._model.resize(whole.anchors.total)
        self._model.refresh()
        self.busy_changed.emit(False)
        self.opened.emit(whole.scope)
        self.measured.emit()

    def _take_counts(self, counts: ReasonCounts) -> None:
        self.counted.emit(counts)

    def _take_page(self, read: _Page) -> None:
        self._model.set_page(read.generation, read.page, read.rows)

    def _lose(self, error: BaseException) -> None:
        """Show no rows of another filter under the one that could not be read."""
        self._give_up()
        self._shown = self._anchors = None
        self._model.restart(0)
        self._tell_failure(error)

    def _tell_failure(self, error: BaseException) -> None:
        self.busy_changed.emit(False)
        self.failed.emit(error)


def _read_first(services: Services, query: SignupQuery, _stop: Event) -> _First:
    rows = services.signups.page(query, rows=PAGE_ROWS)
    return _First(query, services.signups.scope(query.filter), rows)


def _read_whole(services: Services, query: SignupQuery, stop: Event) -> _Whole:
    scope = services.signups.scope(query.filter)
    return _Whole(query, scope, services.signups.anchors(query, stop, PAGE_ROWS))


def _read_anchors(services: Services, query: SignupQuery, stop: Event) -> Anchors:
    return services.signups.anchors(query, stop, PAGE_ROWS)


def _read_counts(services: Services, query: SignupQuery, stop: Event) -> ReasonCounts:
    return services.signups.reason_counts(query.filter, query.at, stop)


def _read_page(
    services: Services,
    query: SignupQuery,
    start: SignupKey | None,
    place: tuple[int, int],
    _stop: Event,
) -> _Page:
    return _Page(*place, services.signups.page(query, start, PAGE_ROWS))
