"""The audit log as the page reads it."""

from __future__ import annotations

from threading import Event

from PySide6.QtCore import QObject

from desktop.models.records.audit import AuditFilter, AuditKey, AuditRow, AuditScope
from desktop.models.records.paging import Anchors
from desktop.services.audit_log import AuditLog
from desktop.views.desk import Desk
from desktop.views.paged_reader import PagedList, PagedReader
from desktop.views.widgets.paged_model import PagedTableModel


class AuditReader(PagedReader[AuditFilter, AuditScope, AuditKey, AuditRow]):
    """Fills the model with what a filter means."""

    def __init__(self, desk: Desk, model: PagedTableModel[AuditRow], parent: QObject) -> None:
        super().__init__(desk.tasks, model, _Entries(desk.services.audit_log), parent)
        self._wanted = AuditFilter()

    @property
    def filter(self) -> AuditFilter:
        """What is asked for."""
        return self._wanted

    def open(self, wanted: AuditFilter) -> None:
        """Show another part of the log, from its top."""
        self._wanted = wanted
        self.begin(wanted)

    def reload(self) -> None:
        """Look whether something was written meanwhile; the place in the log stays."""
        self.renew(self._wanted)


class _Entries(PagedList[AuditFilter, AuditScope, AuditKey, AuditRow]):
    """Nothing in the log is ever altered: with the same newest entry it is the same log."""

    def __init__(self, log: AuditLog) -> None:
        self._log = log

    def scope(self, wanted: AuditFilter, _stop: Event) -> AuditScope:
        return self._log.scope(wanted)

    def mark(self, wanted: AuditFilter) -> AuditKey | None:
        return self._log.newest(wanted)

    def anchors(self, wanted: AuditFilter, stop: Event) -> Anchors[AuditKey]:
        return self._log.anchors(wanted, stop)

    def page(self, wanted: AuditFilter, start: AuditKey | None) -> tuple[AuditRow, ...]:
        return self._log.page(wanted, start)
