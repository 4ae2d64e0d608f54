"""The list of all customers."""

from __future__ import annotations

from functools import partial
from threading import Event

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.changes import Change
from desktop.models.records.customers import CustomerLine
from desktop.views.customer.columns import customer_columns
from desktop.views.desk import Desk
from desktop.views.error_text import error_text
from desktop.views.page import Page
from desktop.views.tasks import Running
from desktop.views.theme import px
from desktop.views.widgets.base import space
from desktop.views.widgets.desk_table import DeskTable
from desktop.views.widgets.empty_state import EmptyState, ErrorState
from desktop.views.widgets.fields import LineEdit
from desktop.views.widgets.label import small, title
from desktop.views.widgets.table_model import RecordTableModel

FILTER_AFTER_MS = 120


class CustomersPage(Page):
    """All customers with their services and counts; Enter opens one."""

    cares_for = frozenset({Change.CUSTOMERS, Change.CONTACTS, Change.SIMS})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.setObjectName("customers_page")
        self._running: Running[tuple[CustomerLine, ...]] | None = None
        self._title = title()
        self._count = small()
        self._filter = LineEdit()
        self._filter.setObjectName("customer_filter")
        self._model = RecordTableModel(customer_columns(desk), parent=self)
        self._table = DeskTable(name="", choosable=True, click_activates=True)
        self._table.setObjectName("customers")
        self._table.set_model(self._model)
        self._nothing = EmptyState("users")
        self._error = ErrorState()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(FILTER_AFTER_MS)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addWidget(self._count)
        head.addStretch(1)
        head.addWidget(self._filter)
        self._filter.setFixedWidth(px(280))
        column = QVBoxLayout(self)
        column.addLayout(head)
        for part in (self._error, self._nothing):
            column.addWidget(part)
            part.hide()
        column.addWidget(self._table, 1)
        space(head, 0, gap=16)
        space(column, 32, 24, 32, 16, gap=16)

    def _connect(self) -> None:
        self._filter.textChanged.connect(self._timer.start)
        self._timer.timeout.connect(self.reload)
        self._table.row_activated.connect(self._open)
        self._error.retried.connect(self.reload)
        self._nothing.acted.connect(self._act)

    def retranslate(self) -> None:
        self._title.setText(self.tr("Customers"))
        self._filter.setPlaceholderText(self.tr("Name, number, place or person"))
        self._filter.setAccessibleName(self.tr("Filter customers"))
        self._table.setAccessibleName(self.tr("Customers"))
        self._model.set_columns(customer_columns(self.desk))

    def enter(self) -> None:
        """Show the list; the keys go to it."""
        super().enter()
        self._table.setFocus()

    def reload(self) -> None:
        """Read the list again."""
        if self._running is not None:
            self._running.cancel()
        work = partial(self._read, self._filter.text())
        self._running = self.desk.tasks.run(work, self._show, self._fail)

    def _read(self, text: str, _stop: Event) -> tuple[CustomerLine, ...]:
        return self.desk.services.customers.lines(text)

    def _show(self, lines: tuple[CustomerLine, ...]) -> None:
        self._error.hide()
        self._model.set_records(lines)
        self._count.setText(self.desk.formats.number(len(lines)))
        self._table.setVisible(bool(lines))
        self._nothing.setVisible(not lines)
        if self._filter.text().strip():
            self._nothing.say(self.tr("No customer matches."), "", self.tr("Show all customers"))
        else:
            self._nothing.say(
                self.tr("No customers yet."),
                self.tr("Read the platform's exports; customers, services and contacts follow."),
                self.tr("Import exports …"),
            )

    def _fail(self, error: BaseException) -> None:
        told = error_text(error)
        self._error.say(told.sentence, told.hint, told.details)
        self._error.show()
        self._table.hide()
        self._nothing.hide()

    def _open(self, row: int) -> None:
        line = self._model.record(row)
        if line is not None:
            self.desk.navigator.customer_wanted.emit(line.id)

    def _act(self) -> None:
        if self._filter.text().strip():
            self._filter.clear()
        else:
            self.desk.navigator.page_wanted.emit("importing")
