"""Reads a long list page by page in the background: the first rows at once, then its length."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from threading import Event
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, Signal, Slot

from desktop.models.records.paging import PAGE_ROWS, Anchors
from desktop.views.tasks import Running, TaskRunner
from desktop.views.widgets.paged_model import PagedTableModel

Query = TypeVar("Query")
Scope = TypeVar("Scope")
Key = TypeVar("Key")
Row = TypeVar("Row")
Result = TypeVar("Result")


class PagedList(ABC, Generic[Query, Scope, Key, Row]):
    """A long list of the database, asked off the UI thread."""

    @abstractmethod
    def scope(self, query: Query, stop: Event) -> Scope:
        """Return what stands around the list, such as what its filters offer."""

    @abstractmethod
    def mark(self, query: Query) -> object:
        """Return what has changed once the list has; None where only measuring shows that."""

    @abstractmethod
    def anchors(self, query: Query, stop: Event) -> Anchors[Key]:
        """Return how long the list is and where its pages of ``PAGE_ROWS`` rows begin."""

    @abstractmethod
    def page(self, query: Query, start: Key | None) -> tuple[Row, ...]:
        """Return the ``PAGE_ROWS`` rows from the one with the key ``start`` on, or the first."""


@dataclass(frozen=True, slots=True)
class _Begun(Generic[Query, Scope, Row]):
    query: Query
    mark: object
    scope: Scope
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class _Renewed(Generic[Query, Scope, Key]):
    """What a second look brings; no anchors where the list is the same as before."""

    query: Query
    mark: object
    scope: Scope
    anchors: Anchors[Key] | None


class PagedReader(QObject, Generic[Query, Scope, Key, Row]):
    """Asks a list and fills its model; what is shown stays until the newer is there.

    The newest question wins: what is asked for one list is given up when another is wanted.

    Signals:
        opened: the scope of what is shown now.
        measured: how long the list is, known for sure.
        failed: carries the failure.
        busy_changed: whether another list is being read.
    """

    opened = Signal(object)
    measured = Signal(int)
    failed = Signal(object)
    busy_changed = Signal(bool)

    def __init__(
        self,
        tasks: TaskRunner,
        model: PagedTableModel[Row],
        pages: PagedList[Query, Scope, Key, Row],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._tasks, self._model, self._pages = tasks, model, pages
        self._shown: Query | None = None
        self._mark: object = None
        self._anchors: Anchors[Key] | None = None
        self._unserved: list[int] = []
        self._looking: Running[Any] | None = None
        self._reading: list[Running[Any]] = []
        self._next: Query | None = None
        model.page_wanted.connect(self._read_page)

    @property
    def shown(self) -> Query | None:
        """The question whose answer is shown; None before the first one."""
        return self._shown

    @property
    def is_measured(self) -> bool:
        """Whether the length of the list shown is known for sure."""
        return self._anchors is not None

    def begin(self, query: Query) -> None:
        """Show another list, from its top."""
        self._give_up()
        self.busy_changed.emit(True)
        self._looking = self._tasks.run(
            partial(_begin, self._pages, query), self._take_begun, self._lose
        )

    def renew(self, query: Query) -> None:
        """Look at the same list again, as of ``query``; the place in it stays.

        While a look is under way, once more after it.
        """
        if self._looking is not None:
            self._next = query
        elif self._shown is None:
            self.begin(query)
        else:
            known = self._mark if self.is_measured else None
            work = partial(_look_again, self._pages, query, known)
            self._looking = self._tasks.run(work, self._take_renewed, self._fail_to_look)

    # ---------------------------------------------------------------- for those that know more

    def about_to_show(self, query: Query) -> None:
        """Prepare the model for the rows of another list; nothing by itself."""

    def expected_length(self, _query: Query, _scope: Scope, rows: int) -> int:
        """Return how long to call a list of which ``rows`` rows are there until it is measured."""
        return rows

    # ---------------------------------------------------------------- taking

    def _take_begun(self, begun: _Begun[Query, Scope, Row]) -> None:
        self._shown, self._mark = begun.query, begun.mark
        self._unserved.clear()
        rows = len(begun.rows)
        whole = rows < PAGE_ROWS
        self._anchors = Anchors(rows, ()) if whole else None
        self.about_to_show(begun.query)
        total = rows if whole else self.expected_length(begun.query, begun.scope, rows)
        generation = self._model.restart(total)
        self._model.set_page(generation, 0, begun.rows)
        self.busy_changed.emit(False)
        self.opened.emit(begun.scope)
        if whole:
            self.measured.emit(rows)
            self._look_once_more()
            return
        work = partial(_measure, self._pages, begun.query)
        self._looking = self._tasks.run(work, self._take_anchors, self._fail_to_look)

    def _take_renewed(self, renewed: _Renewed[Query, Scope, Key]) -> None:
        self._shown, self._mark = renewed.query, renewed.mark
        if renewed.anchors is None:
            self.opened.emit(renewed.scope)
        else:
            self._anchors = renewed.anchors
            self._model.resize(renewed.anchors.total)
            self._model.refresh()
            self.opened.emit(renewed.scope)
            self.measured.emit(renewed.anchors.total)
        self._look_once_more()

    def _take_anchors(self, anchors: Anchors[Key]) -> None:
        self._anchors = anchors
        self._model.resize(anchors.total)
        unserved, self._unserved = self._unserved, []
        for page in unserved:
            self._read_page(self._model.generation, page)
        self.measured.emit(anchors.total)
        self._look_once_more()

    def _look_once_more(self) -> None:
        self._looking = None
        query, self._next = self._next, None
        if query is not None:
            self.renew(query)

    # ---------------------------------------------------------------- failing

    def _lose(self, error: BaseException) -> None:
        """Show no rows of another list under the one that could not be read."""
        self._give_up()
        self._shown = self._anchors = None
        self._model.restart(0)
        self.busy_changed.emit(False)
        self.failed.emit(error)

    def _fail_to_look(self, error: BaseException) -> None:
        self.failed.emit(error)
        self._look_once_more()

    def _give_up(self) -> None:
        for one in (self._looking, *self._reading):
            if one is not None:
                one.cancel()
        self._looking = self._next = None
        self._reading.clear()

    # ---------------------------------------------------------------- pages

    @Slot(int, int)
    def _read_page(self, generation: int, page: int) -> None:
        if self._anchors is None:
            self._unserved.append(page)
            return
        keys = self._anchors.keys
        if self._shown is None or (page and page >= len(keys)):
            return
        start = keys[page] if page and keys else None
        self.alongside(
            partial(_read_page, self._pages, self._shown, start),
            partial(self._model.set_page, generation, page),
            partial(self._fail_page, generation, page),
        )

    def _fail_page(self, generation: int, page: int, error: BaseException) -> None:
        self._model.fail_page(generation, page)
        self.failed.emit(error)

    def alongside(
        self,
        work: Callable[[Event], Result],
        then: Callable[[Result], None],
        otherwise: Callable[[BaseException], None],
    ) -> None:
        """Read something that is given up with the list that is shown now."""
        self._reading = [one for one in self._reading if one.active]
        self._reading.append(self._tasks.run(work, then, otherwise))


def _begin(
    pages: PagedList[Query, Scope, Key, Row], query: Query, stop: Event
) -> _Begun[Query, Scope, Row]:
    mark = pages.mark(query)  # before the rows: what comes between is found by the next look
    return _Begun(query, mark, pages.scope(query, stop), pages.page(query, None))


def _look_again(
    pages: PagedList[Query, Scope, Key, Row], query: Query, known: object, stop: Event
) -> _Renewed[Query, Scope, Key]:
    mark = pages.mark(query)
    same = mark is not None and mark == known
    anchors = None if same else pages.anchors(query, stop)
    return _Renewed(query, mark, pages.scope(query, stop), anchors)


def _measure(pages: PagedList[Query, Scope, Key, Row], query: Query, stop: Event) -> Anchors[Key]:
    return pages.anchors(query, stop)


def _read_page(
    pages: PagedList[Query, Scope, Key, Row], query: Query, start: Key | None, _stop: Event
) -> tuple[Row, ...]:
    return pages.page(query, start)
