"""The incomplete sign-ups as their page reads them, with the counts beside the filters."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from threading import Event

from PySide6.QtCore import QObject, Signal, Slot

from desktop.models.eligibility import ReasonCounts
from desktop.models.records.paging import PAGE_ROWS, Anchors
from desktop.models.records.signups import (
    SignupColumn,
    SignupFilter,
    SignupKey,
    SignupQuery,
    SignupRow,
    SignupScope,
    SignupSort,
)
from desktop.services.signups import Signups
from desktop.views.desk import Desk
from desktop.views.paged_reader import PagedList, PagedReader
from desktop.views.widgets.paged_model import PagedTableModel

MOMENT_KEPT = timedelta(minutes=5)
"""So long the list is judged as of one moment, so that its counts need not be made anew."""


class SignupReader(PagedReader[SignupQuery, SignupScope, SignupKey, SignupRow]):
    """Fills the model with what a filter means, in the order of a column.

    Signals:
        counted: carries the ``ReasonCounts`` of the filter.
    """

    counted = Signal(object)

    def __init__(self, desk: Desk, model: PagedTableModel[SignupRow], parent: QObject) -> None:
        self._signups = desk.services.signups
        super().__init__(desk.tasks, model, _Incomplete(self._signups), parent)
        self._wanted = SignupFilter()
        self._sort = SignupSort()
        model.sort_wanted.connect(self.sort_by)

    @property
    def filter(self) -> SignupFilter:
        """What is asked for."""
        return self._wanted

    @property
    def query(self) -> SignupQuery:
        """The question whose answer is shown; before the first one, the one to ask."""
        return self.shown or self._query()

    def open(self, wanted: SignupFilter) -> None:
        """Show another part of the sign-ups, from its top."""
        self._wanted = wanted
        self._begin_and_count(self._query())

    @Slot(str, bool)
    def sort_by(self, column: str, ascending: bool) -> None:
        """Show the same sign-ups in another order."""
        self._sort = SignupSort(SignupColumn(column), descending=not ascending)
        self._begin_and_count(self._query())

    def reload(self) -> None:
        """Read the same again, as of now; the place in the list stays."""
        query = self._signups.query(self._wanted, self._sort)
        self.renew(query)
        self._count(query)

    def _query(self) -> SignupQuery:
        """Return the question for what is wanted, as of the last moment if that is near."""
        query = self._signups.query(self._wanted, self._sort)
        if self.shown is None or query.at - self.shown.at > MOMENT_KEPT:
            return query
        return SignupQuery(query.filter, query.sort, self.shown.at)

    def _begin_and_count(self, query: SignupQuery) -> None:
        self.begin(query)
        self._count(query)

    def _count(self, query: SignupQuery) -> None:
        work = partial(_counts, self._signups, query)
        self.alongside(work, self.counted.emit, self.failed.emit)

    def about_to_show(self, query: SignupQuery) -> None:
        self._model.show_sorted(query.sort.column, ascending=not query.sort.descending)

    def expected_length(self, query: SignupQuery, scope: SignupScope, rows: int) -> int:
        """Give the scroll bar its size by the counts that are kept."""
        return rows if query.filter.narrows_scope else max(PAGE_ROWS, scope.incomplete)


class _Incomplete(PagedList[SignupQuery, SignupScope, SignupKey, SignupRow]):
    def __init__(self, signups: Signups) -> None:
        self._signups = signups

    def scope(self, query: SignupQuery, _stop: Event) -> SignupScope:
        return self._signups.scope(query.filter)

    def mark(self, _query: SignupQuery) -> None:
        """Time alone moves sign-ups in and out of the list; nothing but a look shows it."""

    def anchors(self, query: SignupQuery, stop: Event) -> Anchors[SignupKey]:
        return self._signups.anchors(query, stop)

    def page(self, query: SignupQuery, start: SignupKey | None) -> tuple[SignupRow, ...]:
        return self._signups.page(query, start)


def _counts(signups: Signups, query: SignupQuery, stop: Event) -> ReasonCounts:
    return signups.reason_counts(query.filter, query.at, stop)
