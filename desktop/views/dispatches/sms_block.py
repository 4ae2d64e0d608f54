"""The SMS of a dispatch, one by one: filtered by what became of them, however many they are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from threading import Event

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.records.dispatches import DispatchRecord, SmsAnchors, SmsRow
from desktop.models.states import SmsState
from desktop.services.sending.failed_export import NOT_ARRIVED
from desktop.views.desk import Desk
from desktop.views.dispatches.columns import sms_columns
from desktop.views.error_text import error_text
from desktop.views.tasks import Running
from desktop.views.widgets.base import row, space
from desktop.views.widgets.button import LinkButton
from desktop.views.widgets.desk_table import DeskTable
from desktop.views.widgets.empty_state import EmptyState, ErrorState
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
        self._shown: tuple[int, str, int] | None = None
        self._listed: tuple[int, str] | None = None
        self._anchors = SmsAnchors(0, ())
        self._reading: Running[SmsAnchors] | None = None
        self._title = strong("SMS")
        self._export = LinkButton(icon_name="file-down")
        self._export.setObjectName("dispatch_export")
        self._export.clicked.connect(self.export_wanted)
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
        box = QVBoxLayout(self)
        box.addLayout(row(self._title, None, self._export, self._filter, gap=16))
        box.addWidget(self._table, 1)
        space(box, 0, gap=8)
        self._filter.chosen.connect(self._choose)
        self._model.page_wanted.connect(self._read_page)
        self._error.retried.connect(self._read_anchors)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the fixed texts again."""
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
            self._chosen, self._shown = "all", None
        self._record = record
        self._show_filter(record)
        wanted = (record.id, self._chosen, self._count(record, self._chosen))
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

    def _choose(self, key: str) -> None:
        self._chosen = key
        self._shown = None
        if self._record is not None:
            self.show_dispatch(self._record)

    # ---------------------------------------------------------------- reading

    def _read_anchors(self) -> None:
        if self._record is None:
            return
        if self._reading is not None:
            self._reading.cancel()
        wanted = (self._record.id, self._chosen, self._count(self._record, self._chosen))
        self._shown = wanted
        lists = self._desk.services.dispatch_lists
        self._reading = self._desk.tasks.run(
            partial(lists.anchors, self._record.id, _FILTERS[self._chosen]),
            self._show_anchors,
            self._fail,
        )

    def _show_anchors(self, anchors: SmsAnchors) -> None:
        wanted = self._shown[:2] if self._shown is not None else None
        self._anchors = anchors
        if self._listed == wanted and self._model.rowCount():
            self._model.resize(anchors.total)
            self._model.refresh()
        else:
            self._model.restart(anchors.total)
        self._listed = wanted
        self._nothing.say(self.tr("No SMS here."), self.tr("Choose another filter above."))
        self._table.show_instead(None if anchors.total else self._nothing)

    def _read_page(self, generation: int, page: int) -> None:
        if self._record is None or page >= len(self._anchors.after):
            return
        self._desk.tasks.run(
            partial(
                self._page,
                self._record.id,
                _FILTERS[self._chosen],
                generation,
                page,
                self._anchors.after[page],
            ),
            self._take_page,
            self._fail,
        )

    def _page(
        self,
        dispatch_id: int,
        states: tuple[SmsState, ...],
        generation: int,
        page: int,
        after: int,
        _stop: Event,
    ) -> _Page:
        rows = self._desk.services.dispatch_lists.sms(dispatch_id, states=states, after=after)
        return _Page(generation, page, rows)

    def _take_page(self, found: _Page) -> None:
        self._model.set_page(found.generation, found.page, found.rows)

    def _fail(self, error: BaseException) -> None:
        told = error_text(error)
        self._error.say(told.sentence, told.hint, told.details)
        self._table.show_instead(self._error)
