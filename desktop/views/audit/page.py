"""The page of the audit log: what was done, by whom, for whom, why; and whether the log holds."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from threading import Event

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.changes import Change
from desktop.models.records.audit import AuditFilter, AuditRow, AuditScope
from desktop.services.bundle import Services
from desktop.views.audit.card import EntryCard
from desktop.views.audit.columns import log_columns
from desktop.views.audit.filters import AuditFilters
from desktop.views.audit.reader import AuditReader
from desktop.views.audit.strip import AuditStrip
from desktop.views.desk import Desk
from desktop.views.error_text import error_text
from desktop.views.page import Page
from desktop.views.widgets.base import row, space
from desktop.views.widgets.button import Button
from desktop.views.widgets.desk_table import DeskTable
from desktop.views.widgets.empty_state import EmptyState, ErrorState
from desktop.views.widgets.label import muted, small, title
from desktop.views.widgets.paged_model import PagedTableModel


class AuditPage(Page):
    """The log, the newest act first. ``open_filter`` shows what belongs to a customer or case."""

    cares_for = frozenset(Change)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.setObjectName("audit_page")
        self._scope: AuditScope | None = None
        self._make_parts()
        self._lay_out()
        self._connect()
        self.retranslate()

    def _make_parts(self) -> None:
        self._title, self._sentence = title(), muted(elide=True)
        self._count = small()
        self._count.setObjectName("audit_count")
        self._verify = Button(icon_name="shield-check")
        self._verify.setObjectName("audit_verify")
        self._save = Button(icon_name="file-spreadsheet")
        self._save.setObjectName("audit_save")
        self._filters = AuditFilters(self.desk)
        self._strip = AuditStrip(self.desk)
        self._strip.setObjectName("audit_strip")
        self._model: PagedTableModel[AuditRow] = PagedTableModel(
            log_columns(self.desk), lambda entry: entry.id, self
        )
        self._table = DeskTable(name="", choosable=True, two_lines=True)
        self._table.setObjectName("audit_table")
        self._table.remember(self.desk.local)
        self._table.set_model(self._model)
        self._reader = AuditReader(self.desk, self._model, self)
        self._card = EntryCard()
        self._nothing = EmptyState("history")
        self._none_here = EmptyState("funnel")
        self._error = ErrorState()
        for hidden in (self._nothing, self._none_here, self._error, self._card):
            hidden.hide()
        self.setFocusProxy(self._table)

    def _lay_out(self) -> None:
        body = QHBoxLayout()
        body.addWidget(self._table, 1)
        body.addWidget(self._card)
        page = QVBoxLayout(self)
        page.addLayout(row(self._title, None, self._verify, self._save, gap=8))
        page.addLayout(row(self._sentence, self._count, gap=16))
        for part in (self._filters, self._strip):
            page.addWidget(part)
        page.addLayout(body, 1)
        space(page, 32, 24, 32, 16, gap=12)

    def _connect(self) -> None:
        self._filters.changed.connect(self.open_filter)
        self._reader.opened.connect(self._show)
        self._reader.measured.connect(self._show_count)
        self._reader.failed.connect(self._fail)
        self._verify.clicked.connect(self._begin_to_verify)
        self._save.clicked.connect(self._ask_for_file)
        self._strip.busy_changed.connect(self._show_busy)
        self._strip.entry_wanted.connect(self._read_entry)
        self._strip.told.connect(self.reload)
        self._table.row_chosen.connect(self._choose)
        self._table.row_activated.connect(self._choose)
        self._card.link_pressed.connect(self._follow)
        self._card.narrowed.connect(self._narrow)
        self._none_here.acted.connect(self._any)
        self._error.retried.connect(self.reload)
        self.desk.call.changed.connect(self._show_card_again)

    # ---------------------------------------------------------------- from outside

    def open_filter(self, wanted: AuditFilter) -> None:
        """Show the entries that ``wanted`` means."""
        self._stale = False
        self._card.hide()
        self._reader.open(wanted)

    def enter(self) -> None:
        """Show the log; what was written meanwhile comes in."""
        self._stale = True
        super().enter()

    def reload(self) -> None:
        """Look for what was written meanwhile; the place in the log stays."""
        self._reader.reload()

    def retranslate(self) -> None:
        self._title.setText(self.tr("Audit log"))
        self._sentence.setText(
            self.tr("Every act that changes something. Nothing here can be edited.")
        )
        self._verify.setText(self.tr("Verify now"))
        self._save.setText(self.tr("Save as CSV …"))
        self._table.setAccessibleName(self.tr("Audit log"))
        self._nothing.say(
            self.tr("Nothing has been done yet."),
            self.tr("The first act that changes something appears here."),
        )
        self._none_here.say(
            self.tr("No entry fits these filters."), "", self.tr("Show the whole log")
        )
        self._model.set_columns(log_columns(self.desk))
        self._show_card_again()
        if self._scope is not None:
            self._show(self._scope)

    # ---------------------------------------------------------------- showing

    def _show(self, scope: AuditScope) -> None:
        self._scope = scope
        self._filters.show_filter(self._reader.filter, scope)
        empty = self._nothing if self._reader.filter.is_empty else self._none_here
        self._table.show_instead(None if self._model.rowCount() else empty)
        self._show_busy(self._strip.busy)

    def _show_count(self, total: int) -> None:
        self._count.setText(
            self.desk.formats.counted(total, self.tr("{} entry"), self.tr("{} entries"))
        )
        if total:
            self._table.show_instead(None)
        self._show_busy(self._strip.busy)

    def _show_busy(self, busy: bool) -> None:
        if busy:
            self._verify.block(self.tr("Something is under way"))
            self._save.block(self.tr("Something is under way"))
            return
        self._verify.unblock()
        if self._model.rowCount():
            self._save.unblock()
        else:
            self._save.block(self.tr("There is nothing to save"))

    def _fail(self, error: BaseException) -> None:
        told = error_text(error)
        self._model.restart(0)
        self._count.setText("")
        self._card.hide()
        self._error.say(told.sentence, told.hint, told.details)
        self._table.show_instead(self._error)

    # ---------------------------------------------------------------- one entry

    def _choose(self, place: int) -> None:
        entry = self._model.record(place) if place >= 0 else None
        if entry is not None:
            self._show_entry(entry)

    def _show_entry(self, entry: AuditRow) -> None:
        masked = not self.desk.call.shows_numbers_of(entry.customer_id)
        self._card.show_entry(entry, self.desk.formats, masked=masked)
        self._card.show()

    def _show_card_again(self) -> None:
        if self._card.entry is not None and not self._card.isHidden():
            self._show_entry(self._card.entry)

    @Slot(int)
    def _read_entry(self, entry_id: int) -> None:
        work = partial(_entry, self.desk.services, entry_id)
        self.desk.tasks.run(work, self._show_entry, self._fail)

    def _follow(self, link: str) -> None:
        entry = self._card.entry
        if entry is None:
            return
        if link == "case" and entry.case_id is not None:
            self.desk.navigator.case_wanted.emit(entry.case_id)
        elif link == "customer" and entry.customer_id is not None:
            self.desk.navigator.customer_wanted.emit(entry.customer_id)

    def _narrow(self, key: str) -> None:
        entry = self._card.entry
        if entry is None:
            return
        wanted = {
            "case": AuditFilter(customer_id=entry.customer_id, case_id=entry.case_id),
            "customer": AuditFilter(customer_id=entry.customer_id),
            "actor": replace(self._reader.filter, actor=entry.actor),
        }[key]
        self.open_filter(wanted)

    def _any(self) -> None:
        self.open_filter(AuditFilter())

    # ---------------------------------------------------------------- verifying and saving

    def _begin_to_verify(self) -> None:
        self._strip.verify()

    def _ask_for_file(self) -> None:
        self._strip.ask_for_file(self._reader.filter)


def _entry(services: Services, entry_id: int, _stop: Event) -> AuditRow:
    return services.audit_log.entry(entry_id)
