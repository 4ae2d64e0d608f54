"""The SMS of a dispatch, one by one: filtered by what became of them, however many they are."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from threading import Event

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.records.dispatches import (
    DispatchRecord,
    SmsAnchors,
    SmsKey,
    SmsQuery,
    SmsRow,
    SmsSort,
)
from desktop.models.states import SmsState
from desktop.services.bundle import Services
from desktop.services.sending.failed_export import NOT_ARRIVED
from desktop.views.desk import Desk
from desktop.views.dispatches.columns import sms_columns
from desktop.views.error_text import error_text
from desktop.views.sms_words import reason_words
from desktop.views.tasks import Running
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


@dataclass(frozen=True, slots=True)
class _Page:
    generation: int
    page: int
    rows: tuple[SmsRow, ...]


@dataclass(frozen=True, slots=True)
class _Measured:
    query: SmsQuery
    anchors: SmsAnchors
    reasons: Mapping[str, int]


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
        self._listed: SmsQuery | None = None
        self._anchors = SmsAnchors(0, ())
        self._reading: Running[_Measured] | None = None
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
        self._model.page_wanted.connect(self._read_page)
        self._error.retried.connect(self._read_anchors)

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
            self._read_anchors()

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

    def _read_anchors(self) -> None:
        if self._record is None:
            return
        if self._reading is not None:
            self._reading.cancel()
        query = self._query(self._record)
        self._shown = (query, self._count(self._record, self._chosen))
        self._reading = self._desk.tasks.run(
            partial(_measure, self._desk.services, query), self._show_measured, self._fail
        )

    def _show_measured(self, measured: _Measured) -> None:
        anchors, query = measured.anchors, measured.query
        self._anchors = anchors
        if self._listed == query and self._model.rowCount():
            self._model.resize(anchors.total)
            self._model.refresh()
        else:
            if query.sort is not SmsSort.RELEASE:
                self._model.show_sorted(query.sort, ascending=not query.descending)
            self._model.restart(anchors.total)
        self._listed = query
        self._show_reasons(measured.reasons)
        self._nothing.say(self.tr("No SMS here."), self.tr("Choose another filter above."))
        self._table.show_instead(None if anchors.total else self._nothing)

    def _read_page(self, generation: int, page: int) -> None:
        if self._listed is None or page >= len(self._anchors.keys):
            return
        place, key = (generation, page), self._anchors.keys[page]
        work = partial(_read, self._desk.services, self._listed, key, place)
        self._desk.tasks.run(work, self._take_page, self._fail)

    def _take_page(self, found: _Page) -> None:
        self._model.set_page(found.generation, found.page, found.rows)

    def _fail(self, error: BaseException) -> None:
        told = error_text(error)
        self._error.say(told.sentence, told.hint, told.details)
        self._table.show_instead(self._error)


def _measure(services: Services, query: SmsQuery, stop: Event) -> _Measured:
    lists = services.dispatch_lists
    any_reason = SmsQuery(query.dispatch_id, query.states)
    return _Measured(query, lists.anchors(query, stop), lists.reasons(any_reason, stop))


def _read(
    services: Services, query: SmsQuery, start: SmsKey, place: tuple[int, int], _stop: Event
) -> _Page:
    return _Page(*place, services.dispatch_lists.page(query, start))
