"""Requests, dispatches, notes and timeline of a customer, one table at a time."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.records.audit import AuditFilter
from desktop.models.records.customers import CustomerCard
from desktop.views.customer.columns import (
    ROOM_FOR,
    dispatch_columns,
    history_columns,
    request_columns,
)
from desktop.views.customer.effect_totals import EffectTotals
from desktop.views.customer.notes import NotesTab
from desktop.views.desk import Desk
from desktop.views.widgets.base import row, space
from desktop.views.widgets.button import LinkButton
from desktop.views.widgets.desk_table import DeskTable
from desktop.views.widgets.empty_state import EmptyState
from desktop.views.widgets.front_stack import FrontStack
from desktop.views.widgets.segments import Segment
from desktop.views.widgets.table_model import RecordTableModel
from desktop.views.widgets.table_room import let_columns_go
from desktop.views.widgets.tabs import Tabs

REQUESTS, DISPATCHES, NOTES, HISTORY = "requests", "dispatches", "notes", "history"


class CustomerTabs(QWidget):
    """The lower half of the customer's page.

    Signals:
        notes_changed: a note was pinned or unpinned.
    """

    notes_changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._card: CustomerCard | None = None
        self._bar = Tabs([Segment(key, "") for key in (REQUESTS, DISPATCHES, NOTES, HISTORY)])
        self._bar.setObjectName("customer_tabs")
        self._requests = RecordTableModel(request_columns(desk), parent=self)
        self._dispatches = RecordTableModel(dispatch_columns(desk), parent=self)
        self._history = RecordTableModel(history_columns(desk), parent=self)
        self._notes = NotesTab(desk)
        self._log = LinkButton(icon_name="history", trailing="chevron-right")
        self._log.setObjectName("customer_to_audit")
        self._totals = EffectTotals(desk)
        self._tables = {
            REQUESTS: _Listing(self._requests, "list-checks"),
            DISPATCHES: _Listing(self._dispatches, "send", below=self._totals),
            HISTORY: _Listing(self._history, "clock", way_on=self._log),
        }
        self._places: dict[str, QWidget] = {**self._tables, NOTES: self._notes}
        self._stack = FrontStack(*self._places.values())
        column = QVBoxLayout(self)
        column.addWidget(self._bar)
        column.addWidget(self._stack, 1)
        space(column, 0, gap=0)
        self._bar.chosen.connect(self._show_tab)
        self._tables[REQUESTS].table.row_activated.connect(self._open_case)
        self._tables[DISPATCHES].table.row_activated.connect(self._open_dispatch)
        self._notes.changed.connect(self.notes_changed)
        self._log.clicked.connect(self._open_log)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the fixed texts again."""
        self._requests.set_columns(request_columns(self._desk))
        self._dispatches.set_columns(dispatch_columns(self._desk))
        self._history.set_columns(history_columns(self._desk))
        self._lay_out_columns()
        self._tables[REQUESTS].say(
            self.tr("No request yet."),
            self.tr("What this customer asks for is kept here, with its case and outcome."),
        )
        self._tables[DISPATCHES].say(
            self.tr("No SMS has been sent for this customer."),
            self.tr("SMS go out only at the customer's request."),
        )
        self._tables[HISTORY].say(
            self.tr("Nothing has happened yet."), self.tr("Every act on this customer is kept.")
        )
        self._log.setText(self.tr("All of it in the audit log"))
        self._notes.retranslate()
        self._totals.retranslate()
        self._name_tabs()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out_columns()

    def _lay_out_columns(self) -> None:
        """Leave the outcome its room; who asked on which channel stands in the case."""
        let_columns_go(self._tables[REQUESTS].table, self.width(), ROOM_FOR)

    def show_card(self, card: CustomerCard) -> None:
        """Show another customer, or the same one anew."""
        self._card = card
        self._tables[REQUESTS].set_records(card.requests)
        self._tables[DISPATCHES].set_records(card.dispatches)
        self._totals.show_customer(card)
        self._tables[HISTORY].set_records(card.history)
        self._notes.show_notes(card.facts.id, card.notes)
        self._name_tabs()

    def begin_note(self) -> None:
        """Open the notes with the focus in the field."""
        self._bar.choose(NOTES)
        self._show_tab(NOTES)
        self._notes.begin()

    def keep_note(self) -> None:
        """Save what is being typed at once."""
        self._notes.keep()

    @property
    def keeps_note(self) -> bool:
        """Whether a note is still on its way into the database."""
        return self._notes.is_keeping

    def _name_tabs(self) -> None:
        card = self._card
        self._bar.set_tabs(
            [
                Segment(
                    REQUESTS, self.tr("Requests and cases"), _count(card.requests if card else ())
                ),
                Segment(DISPATCHES, self.tr("Dispatches"), _count(card.dispatches if card else ())),
                Segment(NOTES, self.tr("Notes"), _count(card.notes if card else ())),
                Segment(HISTORY, self.tr("Timeline")),
            ]
        )

    def _show_tab(self, key: str) -> None:
        self._stack.bring(self._places[key])
        if key == DISPATCHES:
            self._totals.read()

    def _open_case(self, place: int) -> None:
        line = self._requests.record(place)
        if line is not None:
            self._desk.navigator.case_wanted.emit(line.case_id)

    def _open_log(self) -> None:
        if self._card is not None:
            wanted = AuditFilter(customer_id=self._card.facts.id)
            self._desk.navigator.audit_wanted.emit(wanted)

    def _open_dispatch(self, place: int) -> None:
        line = self._dispatches.record(place)
        if line is not None:
            self._desk.navigator.dispatch_wanted.emit(line.id)


def _count(records: tuple[object, ...]) -> str:
    return str(len(records)) if records else ""


class _Listing(QWidget):
    """A table, or a sentence in its place while there is nothing to list."""

    def __init__(
        self,
        model: RecordTableModel[Any],
        icon_name: str,
        *,
        way_on: QWidget | None = None,
        below: QWidget | None = None,
    ) -> None:
        super().__init__()
        self._model = model
        self.table = DeskTable(name="", fits_rows=True, click_activates=True)
        self.table.set_model(model)
        self._nothing = EmptyState(icon_name)
        column = QVBoxLayout(self)
        if way_on is not None:
            column.addLayout(row(None, way_on))
        column.addWidget(self.table)
        column.addWidget(self._nothing)
        if below is not None:
            column.addWidget(below)
        column.addStretch(1)
        space(column, 0, gap=0)

    def say(self, sentence: str, hint: str) -> None:
        """Say what stands here while there is nothing."""
        self._nothing.say(sentence, hint)

    def set_records(self, records: tuple[object, ...]) -> None:
        """Show the records."""
        self._model.set_records(records)
        self.table.setVisible(bool(records))
        self._nothing.setVisible(not records)
