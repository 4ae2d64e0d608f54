"""The list of all dispatches."""

from __future__ import annotations

from collections.abc import Collection
from functools import partial
from threading import Event

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.changes import Change
from desktop.models.records.dispatches import DispatchLine
from desktop.models.records.unclear import UnclearFilter
from desktop.models.states import GOING, DispatchState, SmsState
from desktop.views.desk import Desk
from desktop.views.dispatches.columns import ROOM_FOR, line_columns
from desktop.views.error_text import error_text
from desktop.views.page import Page
from desktop.views.tasks import Reading
from desktop.views.widgets.base import row, space
from desktop.views.widgets.button import LinkButton
from desktop.views.widgets.desk_table import DeskTable
from desktop.views.widgets.empty_state import EmptyState, ErrorState
from desktop.views.widgets.label import title
from desktop.views.widgets.segments import Segment, Segments
from desktop.views.widgets.table_model import RecordTableModel
from desktop.views.widgets.table_room import let_columns_go

_FILTERS: dict[str, tuple[DispatchState, ...]] = {
    "all": tuple(DispatchState),
    "running": GOING,
    "paused": (DispatchState.PAUSED,),
    "ended": (DispatchState.DONE, DispatchState.STOPPED),
}


class DispatchesPage(Page):
    """All dispatches, the newest first; Enter opens one."""

    cares_for = frozenset({Change.DISPATCHES})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.setObjectName("dispatches_page")
        self._reading = Reading(desk.tasks, self)
        self._lines: tuple[DispatchLine, ...] = ()
        self._chosen = "all"
        self._title = title()
        self._unclear = LinkButton(icon_name="diamond-question", trailing="chevron-right")
        self._unclear.setObjectName("to_unclear")
        self._unclear.hide()
        self._filter = Segments()
        self._filter.setObjectName("dispatch_filter")
        self._model = RecordTableModel(line_columns(desk), parent=self)
        self._table = DeskTable(name="", choosable=True, two_lines=True, click_activates=True)
        self._table.setObjectName("dispatches")
        self._table.set_model(self._model)
        self._table.remember(desk.local)
        self._nothing = EmptyState("send")
        self._error = ErrorState()
        self._lay_out()
        self._filter.chosen.connect(self._choose)
        self._unclear.clicked.connect(self._open_unclear)
        self._table.row_activated.connect(self._open)
        self._error.retried.connect(self.reload)
        self._reading.succeeded.connect(self._show)
        self._reading.failed.connect(self._fail)
        self.retranslate()

    def _lay_out(self) -> None:
        box = QVBoxLayout(self)
        box.addLayout(row(self._title, None, self._unclear, self._filter, gap=16))
        box.addWidget(self._table, 1)
        space(box, 32, 24, 32, 16, gap=16)
        for state in (self._nothing, self._error):
            state.hide()

    def retranslate(self) -> None:
        self._title.setText(self.tr("Dispatches"))
        self._table.setAccessibleName(self.tr("Dispatches"))
        self._model.set_columns(line_columns(self.desk))
        self._lay_out_columns()
        self._show(self._lines)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out_columns()

    def _lay_out_columns(self) -> None:
        """Leave the customer its room; the page of a dispatch says its number."""
        let_columns_go(self._table, self.width(), ROOM_FOR)

    def enter(self) -> None:
        """Show the list; the keys go to it."""
        super().enter()
        self._table.setFocus()

    def reload(self) -> None:
        """Read the list again."""
        self._reading.ask(self._read)

    def _read(self, _stop: Event) -> tuple[DispatchLine, ...]:
        return self.desk.services.dispatch_lists.lines()

    def _show(self, lines: tuple[DispatchLine, ...]) -> None:
        self._lines = lines
        wanted = _FILTERS[self._chosen]
        self._model.set_records([line for line in lines if line.state in wanted])
        self._show_filter()
        self._show_unclear(sum(line.states.get(SmsState.UNCLEAR, 0) for line in lines))
        if self._model.records:
            self._table.show_instead(None)
            return
        if lines:
            self._nothing.say(
                self.tr("No dispatch is in this state."),
                self.tr("Choose another state above."),
            )
        else:
            self._nothing.say(
                self.tr("Nothing has been sent yet."),
                self.tr("A dispatch begins with a customer's request, in a guided case."),
            )
        self._table.show_instead(self._nothing)

    def _show_unclear(self, count: int) -> None:
        self._unclear.setVisible(count > 0)
        self._unclear.setText(
            self.desk.formats.counted(
                count, self.tr("{} unclear SMS", "one"), self.tr("{} unclear SMS", "many")
            )
        )

    def _open_unclear(self) -> None:
        self.desk.navigator.unclear_wanted.emit(UnclearFilter())

    def _show_filter(self) -> None:
        count = partial(self._count, self._lines)
        self._filter.set_segments(
            [
                Segment("all", self.tr("All"), count(_FILTERS["all"])),
                Segment("running", self.tr("running"), count(_FILTERS["running"])),
                Segment("paused", self.tr("paused"), count(_FILTERS["paused"])),
                Segment("ended", self.tr("ended"), count(_FILTERS["ended"])),
            ],
            self._chosen,
        )

    def _count(self, lines: tuple[DispatchLine, ...], states: Collection[DispatchState]) -> str:
        return self.desk.formats.number(sum(line.state in states for line in lines))

    def _fail(self, error: BaseException) -> None:
        told = error_text(error)
        self._model.set_records(())
        self._error.say(told.sentence, told.hint, told.details)
        self._table.show_instead(self._error)

    def _choose(self, key: str) -> None:
        self._chosen = key
        self._show(self._lines)

    def _open(self, place: int) -> None:
        line = self._model.record(place)
        if line is not None:
            self.desk.navigator.dispatch_wanted.emit(line.id)
