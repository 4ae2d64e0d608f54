"""The SMS of a dispatch, one by one: filtered by what became of them, however many they are."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from threading import Event

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.records.dispatches import (
    DispatchRecord,
    SmsKey,
    SmsQuery,
    SmsRow,
    SmsSort,
)
from desktop.models.records.paging import Anchors
from desktop.models.states import SmsState
from desktop.services.sending.dispatch_lists import DispatchLists
from desktop.services.sending.failed_export import NOT_ARRIVED
from desktop.views.desk import Desk
from desktop.views.dispatches.columns import sms_columns
from desktop.views.error_text import error_text
from desktop.views.paged_reader import PagedList, PagedReader
from desktop.views.sms_words import reason_words
from desktop.views.widgets.base import row, space
from desktop.views.widgets.button import LinkButton
from desktop.views.widgets.desk_table import DeskTable
from desktop.views.widgets.empty_state import EmptyState, ErrorState
from desktop.views.widgets.filter_chip import FilterChip, Option
from desktop.views.widgets.label import strong
from desktop.views.widgets.paged_model import PagedTableModel
from desktop.views.widgets.segments import Segment, Segments
from desktop.views.words import word

_FILTERS: dict[str, tuple[SmsState, ...]] = {
    "all": (),
    "not_arrived": NOT_ARRIVED,
    "unclear": (SmsState.UNCLEAR,),
    "waiting": (SmsState.QUEUED, SmsState.SENDING),
    "gateway": (SmsState.ACCEPTED,),
    "delivered": (SmsState.DELIVERED,),
    "left_out": (SmsState.EXCLUDED, SmsState.CANCELLED),
}


class SmsBlock(QWidget):
    """A filter and a list that holds only what is in view.

    Signals:
        export_wanted: the numbers that did not get their SMS as a file.
    """

    export_wanted = Signal()

    def __init__(self, desk: Desk, masked: Callable[[], bool]) -> None:
        super().__init__()
        self._desk, self._masked = desk, masked
        self._record: DispatchRecord | None = None
        self._chosen = "all"
        self._reason: str | None = None
        self._sort, self._descending = SmsSort.RELEASE, False
        self._shown: tuple[SmsQuery, int] | None = None
        self._title = strong("SMS")
        self._export = LinkButton(icon_name="file-down")
        self._export.setObjectName("dispatch_export")
        self._export.clicked.connect(self.export_wanted)
        self._why = FilterChip(clearable=True)
        self._why.setObjectName("sms_reason")
        self._filter = Segments()
        self._filter.setObjectName("sms_filter")
        self._model: PagedTableModel[SmsRow] = PagedTableModel(
            sms_columns(desk, masked), parent=self
        )
        self._reader = _SmsReader(
            desk.tasks, self._model, _SmsPages(desk.services.dispatch_lists), self
        )
        self._table = DeskTable(name="SMS")
        self._table.setObjectName("sms_table")
        self._table.set_model(self._model)
        self._nothing = EmptyState("inbox")
        self._error = ErrorState()
        for state in (self._nothing, self._error):
            state.hide()
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        box = QVBoxLayout(self)
        box.addLayout(row(self._title, None, self._filter, gap=16))
        box.addLayout(row(self._why, None, self._export, gap=16))
        box.addWidget(self._table, 1)
        space(box, 0, gap=8)

    def _connect(self) -> None:
        self._filter.chosen.connect(self._choose)
        self._why.chosen.connect(self._choose_reason)
        self._why.cleared.connect(self._any_reason)
        self._model.sort_wanted.connect(self._sort_by)
        self._reader.opened.connect(self._show)
        self._reader.failed.connect(self._fail)
        self._error.retried.connect(self._read)

    def retranslate(self) -> None:
        """Set the fixed texts again."""
        self._why.set_label(self.tr("Reason"))
        self._export.setText(self.tr("Save those not arrived …"))
        self.show_numbers()
        if self._record is not None:
            self._show_filter(self._record)

    def show_numbers(self) -> None:
        """Show the numbers whole or masked, as is right now."""
        self._model.set_columns(sms_columns(self._desk, self._masked))

    def show_dispatch(self, record: DispatchRecord) -> None:
        """Show the SMS of a dispatch; of the same one only what has changed."""
        if self._record is None or self._record.id != record.id:
            self._chosen, self._reason, self._shown = "all", None, None
            self._sort, self._descending = SmsSort.RELEASE, False
        self._record = record
        self._show_filter(record)
        wanted = (self._query(record), self._count(record, self._chosen))
        if wanted == self._shown:
            self._model.refresh()
        else:
            self._read()

    # ---------------------------------------------------------------- filter

    def _show_filter(self, record: DispatchRecord) -> None:
        words = {
            "all": self.tr("All"),
            "not_arrived": self.tr("not arrived"),
            "unclear": word(SmsState.UNCLEAR),
            "waiting": word(SmsState.QUEUED),
            "gateway": word(SmsState.ACCEPTED),
            "delivered": word(SmsState.DELIVERED),
            "left_out": self.tr("left out"),
        }
        self._export.setVisible(self._count(record, "not_arrived") > 0)
        number = self._desk.formats.number
        always = {"all", "not_arrived", self._chosen}
        self._filter.set_segments(
            [
                Segment(key, text, number(self._count(record, key)))
                for key, text in words.items()
                if key in always or self._count(record, key)
            ],
            self._chosen,
        )

    def _count(self, record: DispatchRecord, key: str) -> int:
        states = _FILTERS[key] or tuple(SmsState)
        return record.balance.count(*states)

    def _query(self, record: DispatchRecord) -> SmsQuery:
        states = _FILTERS[self._chosen]
        return SmsQuery(record.id, states, self._reason, self._sort, self._descending)

    def _choose(self, key: str) -> None:
        self._chosen, self._reason = key, None
        self._show_anew()

    def _choose_reason(self, key: str) -> None:
        self._reason = key or None
        self._show_anew()

    def _any_reason(self) -> None:
        self._choose_reason("")

    def _sort_by(self, column: str, ascending: bool) -> None:
        self._sort, self._descending = SmsSort(column), not ascending
        self._show_anew()

    def _show_anew(self) -> None:
        self._shown = None
        if self._record is not None:
            self.show_dispatch(self._record)

    def _show_reasons(self, reasons: Mapping[str, int]) -> None:
        number = self._desk.formats.number
        options = [Option("", self.tr("any"))]
        options += [
            Option(reason, f"{reason_words(reason)} ({number(count)})")
            for reason, count in reasons.items()
        ]
        self._why.set_options(options, self._reason or "")
        self._why.setVisible(bool(reasons) or self._reason is not None)

    # ---------------------------------------------------------------- reading

    def _read(self) -> None:
        if self._record is None:
            return
        query = self._query(self._record)
        is_new = self._shown is None or self._shown[0] != query
        self._shown = (query, self._count(self._record, self._chosen))
        if is_new:
            self._reader.begin(query)
        else:
            self._reader.renew(query)

    def _show(self, reasons: Mapping[str, int]) -> None:
        self._show_reasons(reasons)
        self._nothing.say(self.tr("No SMS here."), self.tr("Choose another filter above."))
        self._table.show_instead(None if self._model.rowCount() else self._nothing)

    def _fail(self, error: BaseException) -> None:
        told = error_text(error)
        self._error.say(told.sentence, told.hint, told.details)
        self._table.show_instead(self._error)


class _SmsReader(PagedReader[SmsQuery, Mapping[str, int], SmsKey, SmsRow]):
    """Around the list stand the reasons, each with its count, to filter by."""

    def about_to_show(self, query: SmsQuery) -> None:
        if query.sort is not SmsSort.RELEASE:
            self._model.show_sorted(query.sort, ascending=not query.descending)


class _SmsPages(PagedList[SmsQuery, Mapping[str, int], SmsKey, SmsRow]):
    def __init__(self, lists: DispatchLists) -> None:
        self._lists = lists

    def scope(self, query: SmsQuery, stop: Event) -> Mapping[str, int]:
        return self._lists.reasons(SmsQuery(query.dispatch_id, query.states), stop)

    def mark(self, _query: SmsQuery) -> None:
        """States change as the answers come; nothing but a look shows it."""

    def anchors(self, query: SmsQuery, stop: Event) -> Anchors[SmsKey]:
        return self._lists.anchors(query, stop)

    def page(self, query: SmsQuery, start: SmsKey | None) -> tuple[SmsRow, ...]:
        return self._lists.page(query, start)
