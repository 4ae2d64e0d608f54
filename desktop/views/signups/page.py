"""The page of incomplete sign-ups: who has not started yet, and who of them gets a reminder."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.changes import Change
from desktop.models.eligibility import ReasonCounts
from desktop.models.records.signups import (
    SignupFilter,
    SignupRow,
    SignupScope,
    SignupSelection,
)
from desktop.views.desk import Desk
from desktop.views.page import Page
from desktop.views.signups.columns import SignupColumns, hidden_columns
from desktop.views.signups.export import ExportStrip
from desktop.views.signups.filters import FilterBar
from desktop.views.signups.notices import ListStates, PageBanner
from desktop.views.signups.range_label import RangeLabel
from desktop.views.signups.reader import SignupReader
from desktop.views.signups.reasons import ReasonPanel
from desktop.views.signups.selection import SelectionTeller
from desktop.views.theme import px, scale
from desktop.views.widgets.base import column, row, space
from desktop.views.widgets.busy import BusyLine
from desktop.views.widgets.button import Button
from desktop.views.widgets.checks import NOTHING, Checks
from desktop.views.widgets.desk_table import DeskTable
from desktop.views.widgets.label import muted, title
from desktop.views.widgets.paged_model import PagedTableModel
from desktop.views.widgets.selection_bar import SelectionBar

COMPACT, NARROW = 1120, 1000
"""Below these widths of the page, in px at 100 %, the reasons stand closer, or become a filter."""


class SignupsPage(Page):
    """Assembles filters, list, reasons and selection bar, and hands on between them."""

    cares_for = frozenset({Change.CONTACTS, Change.DISPATCHES, Change.SIMS, Change.SETTINGS})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.setObjectName("signups_page")
        self._scope: SignupScope | None = None
        self._counts: ReasonCounts | None = None
        self._counted_for: SignupFilter | None = None
        self._make_list()
        self._make_parts()
        self._build()
        self._connect()
        self._bind_keys()
        self.retranslate()

    # ---------------------------------------------------------------- parts

    def _make_list(self) -> None:
        self._columns = SignupColumns(self.desk)
        self._model: PagedTableModel[SignupRow] = PagedTableModel(
            self._columns.make(), _contact_id, self
        )
        self._reader = SignupReader(self.desk, self._model, self)
        self._table = DeskTable(name="", choosable=True)
        self._table.setObjectName("signups_table")
        self._table.remember(self.desk.local)
        self._table.set_model(self._model)
        self._states = ListStates(self._table)
        self.setFocusProxy(self._table)

    def _make_parts(self) -> None:
        self._title, self._sentence = title(), muted(elide=True)
        self._save = Button("", icon_name="file")
        self._save.setObjectName("signups_save")
        self._filters = FilterBar(self.desk)
        self._banner = PageBanner()
        self._busy = BusyLine()
        self._reasons = ReasonPanel()
        self._range = RangeLabel(self.desk, self._table)
        self._export = ExportStrip(self.desk)
        self._bar = SelectionBar()
        self._bar.setObjectName("signups_selection")
        self._teller = SelectionTeller(self.desk, self._bar, self)

    def _build(self) -> None:
        head = row(column(self._title, self._sentence), None, gap=16)
        head.addWidget(self._save, 0, Qt.AlignmentFlag.AlignTop)
        self._foot = QHBoxLayout()
        self._foot.addWidget(self._range)
        self._list = column(self._busy, self._table, 8, self._foot, 8, self._export)
        self._middle = QHBoxLayout()
        self._middle.addLayout(self._list, 1)
        self._middle.addWidget(self._reasons)
        self._inner = QVBoxLayout()
        self._inner.addLayout(head)
        self._inner.addSpacing(px(6))
        for part in (self._filters, self._banner):
            self._inner.addWidget(part)
        self._inner.addLayout(self._middle, 1)
        page = QVBoxLayout(self)
        page.addLayout(self._inner, 1)
        page.addWidget(self._bar)
        space(page, 0, gap=0)
        space(self._foot, 8, 0, gap=0)
        space(self._middle, 0, gap=32)
        space(self._inner, 32, 24, 32, 16, gap=14)

    def _connect(self) -> None:
        self._save.clicked.connect(self.export)
        self._filters.changed.connect(self.open_filter)
        self._reasons.filter_chosen.connect(self._filters.choose_sms)
        self._reader.opened.connect(self._show_scope)
        self._reader.measured.connect(self._show_length)
        self._reader.counted.connect(self._show_counts)
        self._reader.failed.connect(self._tell_failure)
        self._reader.busy_changed.connect(self._show_busy)
        self._states.retried.connect(self.reload)
        self._states.import_wanted.connect(self._go_to_import)
        self._states.filter_cleared.connect(self._clear_filter)
        self._banner.retried.connect(self.reload)
        self._banner.customer_wanted.connect(self.desk.navigator.customer_wanted)
        self._model.checks_changed.connect(self._choose)
        self._teller.failed.connect(self._tell_failure)
        self._bar.cleared.connect(self.clear_selection)
        self._bar.acted.connect(self._remind)
        self._table.row_activated.connect(self._open_customer)
        self.desk.call.changed.connect(self._show_numbers)

    def _bind_keys(self) -> None:
        # The search field of the window has an Esc and a Ctrl+A of its own.
        within, everywhere = (
            Qt.ShortcutContext.WidgetWithChildrenShortcut,
            Qt.ShortcutContext.WindowShortcut,
        )
        for keys, context, act in (
            (QKeySequence(Qt.Key.Key_Escape), within, self.clear_selection),
            (QKeySequence(QKeySequence.StandardKey.SelectAll), within, self._table.selectAll),
            (QKeySequence("Ctrl+E"), everywhere, self.export),
        ):
            shortcut = QShortcut(keys, self)
            shortcut.setContext(context)
            shortcut.activated.connect(act)

    # ---------------------------------------------------------------- the page's own ways

    def enter(self) -> None:
        """Show the list; the keys go to it."""
        super().enter()
        self._table.setFocus()

    def open_filter(self, wanted: SignupFilter) -> None:
        """Show the sign-ups that ``wanted`` means; what was chosen before is chosen no more."""
        self._stale = False
        if wanted != self._reader.filter:
            self._model.set_checks(NOTHING)
        self._reasons.choose(wanted.sms)
        self._reader.open(wanted)

    def reload(self) -> None:
        """Read the list again; the place in it and what is chosen stay."""
        self._reader.reload()

    def clear_selection(self) -> None:
        """Choose nobody any more."""
        self._model.set_checks(NOTHING)

    def export(self) -> None:
        """Save what is chosen, or else everything that is listed, as a table."""
        if self._scope is None or self._export.running or not self._save.isEnabled():
            return
        query = self._reader.query
        chosen = self._teller.selection
        whole = SignupSelection(query.filter)
        self._export.ask(query, whole if chosen.is_empty else chosen, self._scope.rules)

    def retranslate(self) -> None:
        self._title.setText(self.tr("Incomplete sign-ups"))
        self._sentence.setText(
            self.tr("Number entered, but no start message yet. These contacts get no messages.")
        )
        self._save.setText(self.tr("Save as table …"))
        self._table.setAccessibleName(self.tr("Incomplete sign-ups"))
        self._model.set_columns(self._columns.make())
        self._filters.retranslate()
        self._teller.tell()
        if self._scope is not None:
            self._tell_scope(self._scope)
            self._range.tell()

    # ---------------------------------------------------------------- showing

    def _show_busy(self, busy: bool) -> None:
        if busy:
            self._busy.start()
        else:
            self._busy.stop()

    def _show_scope(self, scope: SignupScope) -> None:
        self._scope = scope
        self._columns.rules = scope.rules
        if self._counted_for != self._reader.filter.without_sms():
            self._counts = None
        self._filters.show_filter(self._reader.filter, scope)
        self._tell_scope(scope)
        self._fit_columns()
        self._choose(self._model.checks)
        self._range.set_measured(self._reader.is_measured)

    def _tell_scope(self, scope: SignupScope) -> None:
        self._banner.tell(scope, self.desk.formats)
        self._reasons.show_notes(scope, self.desk.formats, masked=self._is_masked(scope))
        self._tell_counts()

    def _show_counts(self, counts: ReasonCounts) -> None:
        self._counts = counts
        self._counted_for = self._reader.filter.without_sms()
        self._tell_counts()

    def _tell_counts(self) -> None:
        self._filters.show_counts(self._counts)
        if self._counts is not None and self._scope is not None:
            self._reasons.show_counts(self._counts, self._scope, self.desk.formats)
            self._reasons.choose(self._reader.filter.sms)

    def _show_length(self) -> None:
        total = self._model.rowCount()
        if self._scope is not None:
            self._states.show(total, self._scope, self._reader.filter)
        if total:
            self._save.unblock()
        else:
            self._save.block(self.tr("There is nothing to save."))
        self._choose(self._model.checks)
        self._range.set_measured(self._reader.is_measured)

    def _is_masked(self, scope: SignupScope) -> bool:
        customer = scope.customer
        return customer is None or not self.desk.call.shows_numbers_of(customer.id)

    def _show_numbers(self) -> None:
        self._table.viewport().update()
        if self._scope is not None:
            masked = self._is_masked(self._scope)
            self._reasons.show_notes(self._scope, self.desk.formats, masked=masked)

    def _tell_failure(self, error: BaseException) -> None:
        if self._model.rowCount():
            self._banner.tell_failure(error)
        else:
            self._states.tell_failure(error)

    # ---------------------------------------------------------------- acting

    def _choose(self, checks: Checks) -> None:
        self._teller.choose(checks, self._reader.query, self._model.rowCount())

    def _remind(self) -> None:
        if not self._teller.selection.is_empty:
            self.desk.navigator.reminder_wanted.emit(self._teller.selection)

    def _open_customer(self, row_number: int) -> None:
        record = self._model.record(row_number)
        if record is not None:
            self.desk.navigator.customer_wanted.emit(record.customer_id)

    def _go_to_import(self) -> None:
        self.desk.navigator.page_wanted.emit("importing")

    def _clear_filter(self) -> None:
        self.open_filter(self._reader.filter.scope())

    # ---------------------------------------------------------------- room

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < px(NARROW)
        self._reasons.setVisible(not narrow)
        self._reasons.set_compact(self.width() < px(COMPACT))
        self._filters.show_narrow(narrow=narrow)
        self._fit_columns()
        self._range.tell()

    def _fit_columns(self) -> None:
        one_service = self._scope is not None and self._scope.service is not None
        side = 0 if self._reasons.isHidden() else self._reasons.minimumWidth() + px(32)
        side += self._table.verticalScrollBar().sizeHint().width()
        room = (self.width() - px(64) - side) / scale()
        hidden = hidden_columns(self._model.columns, room, one_service=one_service)
        for place, one in enumerate(self._model.columns):
            self._table.setColumnHidden(place, one.key in hidden)


def _contact_id(record: SignupRow) -> int:
    return record.contact_id
