"""The people behind one number of the ledger, read by pages as they come into view."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from threading import Event

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.eligibility import ReminderRules
from desktop.models.records.dispatches import RecipientKey, RecipientList, RecipientRow
from desktop.models.records.paging import PAGE_ROWS
from desktop.models.states import CaseKind, ExclusionReason
from desktop.services.sending.recipients import Recipients
from desktop.views.cases.editor import CaseEditor
from desktop.views.error_text import error_text
from desktop.views.tasks import Running
from desktop.views.theme import px
from desktop.views.widgets.base import Themed, space
from desktop.views.widgets.checks import EVERYTHING, Checks
from desktop.views.widgets.columns import CellKind, Column
from desktop.views.widgets.desk_table import DeskTable
from desktop.views.widgets.empty_state import EmptyState, ErrorState
from desktop.views.widgets.headings import SectionHeading
from desktop.views.widgets.paged_model import PagedTableModel

_SECONDS_A_DAY = 86_400
_VISIBLE_ROWS = 5


@dataclass(frozen=True, slots=True)
class ShownList:
    """Which people are shown: of which list, why they get no SMS (None: they get one)."""

    recipients: RecipientList
    rules: ReminderRules
    reason: ExclusionReason | None
    total: int


@dataclass(frozen=True, slots=True)
class _Page:
    """A page that was read, and where the pages up to the next one begin."""

    generation: int
    page: int
    rows: tuple[RecipientRow, ...]
    starts: tuple[RecipientKey | None, ...]


class RecipientTable(Themed, QWidget):
    """Heading and rows; those who get an SMS can be taken out one by one.

    Signals:
        deselected: ids of the contacts that were taken out.
    """

    deselected = Signal(object)

    def __init__(self, case: CaseEditor) -> None:
        super().__init__()
        self._case = case
        self._desk = case.desk
        self._shown: ShownList | None = None
        self._starts: tuple[RecipientKey | None, ...] = (None,)
        self._running: list[Running[_Page]] = []
        self._model: PagedTableModel[RecipientRow] | None = None
        self._filling = False
        self.heading = SectionHeading(edge=False)
        self.table = DeskTable(name=self.tr("Recipients"))
        self.table.setObjectName("recipientTable")
        self._empty = EmptyState("users", self.tr("Nobody is on this list."))
        self._error = ErrorState()
        self._error.retried.connect(self._read_again)
        for state in (self._empty, self._error):
            state.setParent(self)
            state.hide()
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.heading)
        self._column.addWidget(self.table, 1)
        self.restyle()

    def restyle(self) -> None:
        space(self._column, 0, gap=0)
        self.table.setMinimumHeight(px(32 + 40 * _VISIBLE_ROWS))

    # ---------------------------------------------------------------- showing

    def show_list(
        self, shown: ShownList, title: str, remark: str, *, left_out: frozenset[int] | None
    ) -> None:
        """Show other people; with ``left_out`` they can be taken out, and these are."""
        self.heading.set_text(title)
        self.heading.set_remark(remark)
        choosable = left_out is not None
        if shown != self._shown:
            self._shown = shown
            self._stop_reading()
            self._starts = (None,)
            self._model = self._make_model(choosable=choosable)
            self.table.set_model(self._model)
            self._model.restart(shown.total)
            self.table.show_instead(None if shown.total else self._empty)
        if self._model is not None and left_out is not None:
            self._filling = True
            self._model.set_checks(Checks(all_matching=True, ids=left_out))
            self._filling = False
        self.table.viewport().update()

    def _make_model(self, *, choosable: bool) -> PagedTableModel[RecipientRow]:
        if self._model is not None:
            self._model.deleteLater()
        columns = self._columns()
        model = PagedTableModel(
            columns if choosable else columns[1:], _contact_of, parent=self.table
        )
        model.page_wanted.connect(self._read)
        model.checks_changed.connect(self._take_checks)
        return model

    def _columns(self) -> list[Column[RecipientRow]]:
        formats = self._desk.formats
        now = self._desk.services.database.clock()
        most = self._case.file.settings.reminders.max_per_signup
        reminded = self.tr("{} of {}")
        columns: list[Column[RecipientRow]] = [
            Column("check", "", kind=CellKind.CHECK, width=40, gap=0),
            Column(
                "number",
                self.tr("Number"),
                lambda row: formats.phone(row.e164, masked=not self._case.shows_numbers),
                stretch=True,
            ),
            Column(
                "age",
                self.tr("Age, days"),
                lambda row: formats.number((now - row.entered_at).days),
                kind=CellKind.NUMBER,
                width=96,
                gap=32,
            ),
            Column("entered", self.tr("Entered"), lambda row: formats.short(row.entered_at, now)),
        ]
        if self._case.draft.kind is not CaseKind.SIGNUP_REMINDER:
            return columns
        return [
            *columns,
            Column(
                "reminders",
                self.tr("Reminded"),
                lambda row: reminded.format(row.reminders_sent, most),
                right=True,
                width=88,
                gap=0,
            ),
        ]

    # ---------------------------------------------------------------- reading

    def _read(self, generation: int, page: int) -> None:
        if self._shown is None:
            return
        work = partial(
            _read_page,
            self._desk.services.recipients,
            self._shown,
            self._starts,
            generation,
            page,
        )
        self._running = [each for each in self._running if each.active]
        self._running.append(self._desk.tasks.run(work, self._take, self._fail))

    def _take(self, read: _Page) -> None:
        if self._model is None or read.generation != self._model.generation:
            return
        if len(read.starts) > len(self._starts):
            self._starts = read.starts
        self._model.set_page(read.generation, read.page, read.rows)

    def _fail(self, error: BaseException) -> None:
        told = error_text(error)
        self._error.say(told.sentence, told.hint, told.details)
        self.table.show_instead(self._error)

    def _read_again(self) -> None:
        if self._model is not None and self._shown is not None:
            self.table.show_instead(None)
            self._starts = (None,)
            self._model.restart(self._shown.total)

    def _stop_reading(self) -> None:
        for running in self._running:
            running.cancel()
        self._running = []

    # ---------------------------------------------------------------- choosing

    def _take_checks(self, checks: Checks) -> None:
        if self._filling or self._model is None:
            return
        if not checks.all_matching:
            # Nobody at all is no list for an SMS: the box in the header takes everybody back in.
            self._model.set_checks(EVERYTHING)
            return
        self.deselected.emit(checks.ids)


def _contact_of(row: RecipientRow) -> int:
    return row.contact_id


def _read_page(
    recipients: Recipients,
    shown: ShownList,
    starts: tuple[RecipientKey | None, ...],
    generation: int,
    page: int,
    stop: Event,
) -> _Page:
    """Read a page; where it begins is known only from the pages before it."""
    known = list(starts)
    place = min(page, len(known) - 1)
    rows: tuple[RecipientRow, ...] = ()
    while not stop.is_set():
        rows = recipients.page(
            shown.recipients,
            shown.rules,
            reason=shown.reason,
            after=known[place],
            rows=PAGE_ROWS,
        )
        if len(rows) == PAGE_ROWS and place + 1 == len(known):
            known.append(rows[-1].key)
        if place == page or len(rows) < PAGE_ROWS:
            break
        place += 1
    return _Page(generation, page, rows if place == page else (), tuple(known))
