"""Reads the audit log page by page: the first rows at once, then how many there are."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from threading import Event

from PySide6.QtCore import QObject, Signal, Slot

from desktop.models.records.audit import (
    AuditAnchors,
    AuditFilter,
    AuditKey,
    AuditRow,
    AuditScope,
)
from desktop.services.bundle import Services
from desktop.views.desk import Desk
from desktop.views.tasks import Running
from desktop.views.widgets.paged_model import PAGE_ROWS, PagedTableModel


@dataclass(frozen=True, slots=True)
class _First:
    wanted: AuditFilter
    scope: AuditScope
    rows: tuple[AuditRow, ...]


@dataclass(frozen=True, slots=True)
class _Renewed:
    """What a second look brings: nothing but the scope where nothing new was written."""

    scope: AuditScope
    newest: AuditKey | None
    anchors: AuditAnchors | None


@dataclass(frozen=True, slots=True)
class _Page:
    generation: int
    page: int
    rows: tuple[AuditRow, ...]


class AuditReader(QObject):
    """Fills the model; what is shown stays until the newer is there.

    Signals:
        opened: the ``AuditScope`` of what is shown now.
        measured: how many entries match.
        failed: carries the failure.
    """

    opened = Signal(object)
    measured = Signal(int)
    failed = Signal(object)

    def __init__(self, desk: Desk, model: PagedTableModel[AuditRow], parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._model = desk, model
        self._wanted = AuditFilter()
        self._shown: AuditFilter | None = None
        self._newest: AuditKey | None = None
        self._anchors: AuditAnchors | None = None
        self._unserved: list[int] = []
        self._running: Running[_First] | Running[_Renewed] | None = None
        self._measuring: Running[AuditAnchors] | None = None
        self._again = False
        model.page_wanted.connect(self._read_page)

    @property
    def filter(self) -> AuditFilter:
        """What is asked for."""
        return self._wanted

    def open(self, wanted: AuditFilter) -> None:
        """Show another part of the log, from its top."""
        self._give_up()
        self._wanted, self._again = wanted, False
        work = partial(_read_first, self._desk.services, wanted)
        self._running = self._desk.tasks.run(work, self._take_first, self._lose)

    def reload(self) -> None:
        """Look whether something was written meanwhile; the place in the log stays."""
        if self._shown != self._wanted:
            self.open(self._wanted)
        elif self._is_reading:
            self._again = True
        else:
            self._again = False
            work = partial(_look_again, self._desk.services, self._wanted, self._newest)
            self._running = self._desk.tasks.run(work, self._take_renewed, self._tell_failure)

    @property
    def _is_reading(self) -> bool:
        return any(one is not None and one.active for one in (self._running, self._measuring))

    def _give_up(self) -> None:
        for one in (self._running, self._measuring):
            if one is not None:
                one.cancel()
        self._running = self._measuring = None

    # ---------------------------------------------------------------- taking

    def _take_first(self, first: _First) -> None:
        self._running = None
        self._shown = first.wanted
        self._newest = _key_of(first.rows)
        self._unserved.clear()
        whole = len(first.rows) < PAGE_ROWS
        self._anchors = AuditAnchors(len(first.rows), ()) if whole else None
        generation = self._model.restart(len(first.rows))
        self._model.set_page(generation, 0, first.rows)
        self.opened.emit(first.scope)
        if whole:
            self._tell_measured(len(first.rows))
            return
        work = partial(_measure, self._desk.services, first.wanted)
        self._measuring = self._desk.tasks.run(work, self._take_anchors, self._tell_failure)

    def _take_anchors(self, anchors: AuditAnchors) -> None:
        self._measuring = None
        self._show_anchors(anchors)

    def _show_anchors(self, anchors: AuditAnchors) -> None:
        self._anchors = anchors
        self._model.resize(anchors.total)
        unserved, self._unserved = self._unserved, []
        for page in unserved:
            self._read_page(self._model.generation, page)
        self._tell_measured(anchors.total)

    def _take_renewed(self, renewed: _Renewed) -> None:
        self._running = None
        self.opened.emit(renewed.scope)
        if renewed.anchors is not None:
            self._newest = renewed.newest
            self._show_anchors(renewed.anchors)
            self._model.refresh()
        elif self._again:
            self.reload()

    def _tell_measured(self, total: int) -> None:
        self.measured.emit(total)
        if self._again:
            self.reload()

    def _lose(self, error: BaseException) -> None:
        """Show no rows of another filter under the one that could not be read."""
        self._shown = self._anchors = None
        self._model.restart(0)
        self._tell_failure(error)

    def _tell_failure(self, error: BaseException) -> None:
        self._running = self._measuring = None
        self.failed.emit(error)

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
        work = partial(_read_page, self._desk.services, self._shown, start, (generation, page))
        self._desk.tasks.run(work, self._take_page, self._tell_failure)

    def _take_page(self, read: _Page) -> None:
        self._model.set_page(read.generation, read.page, read.rows)


def _key_of(rows: tuple[AuditRow, ...]) -> AuditKey | None:
    return (rows[0].at, rows[0].id) if rows else None


def _read_first(services: Services, wanted: AuditFilter, _stop: Event) -> _First:
    log = services.audit_log
    return _First(wanted, log.scope(wanted), log.page(wanted, rows=PAGE_ROWS))


def _look_again(
    services: Services, wanted: AuditFilter, known: AuditKey | None, stop: Event
) -> _Renewed:
    log = services.audit_log
    newest = log.newest(wanted)
    anchors = log.anchors(wanted, stop) if newest != known else None
    return _Renewed(log.scope(wanted), newest, anchors)


def _measure(services: Services, wanted: AuditFilter, stop: Event) -> AuditAnchors:
    return services.audit_log.anchors(wanted, stop)


def _read_page(
    services: Services,
    wanted: AuditFilter,
    start: AuditKey | None,
    place: tuple[int, int],
    _stop: Event,
) -> _Page:
    return _Page(*place, services.audit_log.page(wanted, start, PAGE_ROWS))
