"""The list of cases: mine, all open ones, those that are due, paused, closed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from threading import Event

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.changes import Change
from desktop.models.records.cases import CaseCounts
from desktop.models.records.overview import CaseLine
from desktop.services.cases import CaseChoice, Cases
from desktop.views.cases.list_columns import ROOM_FOR, case_columns
from desktop.views.desk import Desk
from desktop.views.error_text import error_text
from desktop.views.page import Page
from desktop.views.tasks import Running
from desktop.views.theme import px
from desktop.views.widgets.base import row, space
from desktop.views.widgets.desk_table import DeskTable
from desktop.views.widgets.empty_state import EmptyState, ErrorState
from desktop.views.widgets.label import small, title
from desktop.views.widgets.segments import Segment, Segments
from desktop.views.widgets.table_model import RecordTableModel
from desktop.views.widgets.table_room import let_columns_go

_NOTHING_YET = CaseCounts(0, 0, 0, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class _Read:
    """What one reading of the page brings."""

    choice: CaseChoice
    lines: tuple[CaseLine, ...]
    counts: CaseCounts


class CasesPage(Page):
    """Cases with owner, step, age and due date; Enter opens one."""

    cares_for = frozenset({Change.CASES, Change.DISPATCHES})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.setObjectName("casesPage")
        self._choice = CaseChoice.MINE
        self._shown: _Read | None = None
        self._reading: Running[_Read] | None = None
        self._title = title()
        self._filter = Segments()
        self._filter.setObjectName("caseFilter")
        self._filter.chosen.connect(self._choose)
        self._model: RecordTableModel[CaseLine] = RecordTableModel(
            case_columns(desk), record_id=_id_of, parent=self
        )
        self._table = DeskTable(name="", choosable=True)
        self._table.setObjectName("caseTable")
        self._table.set_model(self._model)
        self._table.row_activated.connect(self._open)
        self._foot = small()
        self._empty = EmptyState("list-checks")
        self._empty.acted.connect(self._act)
        self._error = ErrorState()
        self._error.retried.connect(self.reload)
        for state in (self._empty, self._error):
            state.setParent(self)
            state.hide()
        self._column = QVBoxLayout(self)
        self._column.addLayout(row(self._title, None, self._filter))
        self._column.addSpacing(px(16))
        self._column.addWidget(self._table, 1)
        self._column.addWidget(self._foot)
        space(self._column, 32, 24, 32, 16, gap=8)
        desk.person.changed.connect(self._note_agent)
        self.retranslate()

    # ---------------------------------------------------------------- reading

    def reload(self) -> None:
        """Read the list and the counts again."""
        if self._reading is not None:
            self._reading.cancel()
        work = partial(
            _read, self.desk.services.cases, self._choice, self.desk.agent, self._day_ends_at()
        )
        self._reading = self.desk.tasks.run(work, self._show, self._fail)

    def _day_ends_at(self) -> datetime:
        now = self.desk.services.database.clock()
        midnight = self.desk.formats.local(now).replace(hour=0, minute=0, second=0, microsecond=0)
        return midnight + timedelta(days=1)

    def retranslate(self) -> None:
        """Set all texts again."""
        self._title.setText(self.tr("Cases"))
        self._table.setAccessibleName(self.tr("Cases"))
        self._model.set_columns(case_columns(self.desk))
        self._lay_out_columns()
        self._show_counts(self._shown.counts if self._shown else _NOTHING_YET)
        if self._shown is not None:
            self._show(self._shown)

    def enter(self) -> None:
        """Show the list; the keys go to it."""
        super().enter()
        self._table.setFocus()

    def _note_agent(self) -> None:
        self._stale = True
        if self.isVisible():
            self.enter()

    # ---------------------------------------------------------------- showing

    def _show(self, read: _Read) -> None:
        self._shown = read
        chosen = self._model.record(self._table.currentIndex().row())
        self._model.set_records(read.lines)
        self._show_counts(read.counts)
        places = [line.id for line in self._model.records]
        place = places.index(chosen.id) if chosen is not None and chosen.id in places else 0
        self._table.setCurrentIndex(self._model.index(place, 0))
        self._foot.setText(
            self.desk.formats.counted(
                len(read.lines), self.tr("1 case"), self.tr("{} cases, due ones first")
            )
        )
        self._foot.setVisible(bool(read.lines))
        self._show_empty(read)

    def _show_counts(self, counts: CaseCounts) -> None:
        number = self.desk.formats.number
        self._filter.set_segments(
            [
                Segment(CaseChoice.MINE, self.tr("Mine"), number(counts.mine)),
                Segment(CaseChoice.OPEN, self.tr("All open"), number(counts.open)),
                Segment(CaseChoice.DUE, self.tr("Due"), number(counts.due)),
                Segment(CaseChoice.FOLLOW_UP, self.tr("Follow-up due"), number(counts.follow_up)),
                Segment(CaseChoice.PAUSED, self.tr("Paused"), number(counts.paused)),
                Segment(CaseChoice.CLOSED, self.tr("Closed"), number(counts.closed)),
            ],
            self._choice,
        )

    def _show_empty(self, read: _Read) -> None:
        if read.lines:
            self._table.show_instead(None)
            return
        begin = self.tr("A case begins at a customer, or with chosen sign-ups.")
        if read.choice is CaseChoice.MINE and read.counts.open:
            self._empty.say(
                self.tr("You have no open case."),
                self.tr("Colleagues have some: “All open” shows them."),
                self.tr("Show all open"),
            )
        elif read.choice in (CaseChoice.MINE, CaseChoice.OPEN):
            self._empty.say(self.tr("There is no open case."), begin, self.tr("Sign-ups"))
        elif read.choice is CaseChoice.DUE:
            self._empty.say(
                self.tr("Nothing is due today."),
                self.tr("Call-backs and follow-ups of all agents stand here on their day."),
            )
        elif read.choice is CaseChoice.FOLLOW_UP:
            self._empty.say(
                self.tr("No follow-up is due."),
                self.tr("A case that was closed with a follow-up date comes back on that day."),
            )
        elif read.choice is CaseChoice.PAUSED:
            self._empty.say(
                self.tr("No case is paused."),
                self.tr("A case that is paused waits here for its call-back."),
            )
        else:
            self._empty.say(self.tr("No case has been closed yet."), begin, self.tr("Sign-ups"))
        self._table.show_instead(self._empty)

    def _fail(self, error: BaseException) -> None:
        told = error_text(error)
        self._model.set_records(())
        self._foot.hide()
        self._error.say(told.sentence, told.hint, told.details)
        self._table.show_instead(self._error)

    # ---------------------------------------------------------------- acting

    def open_choice(self, choice: CaseChoice) -> None:
        """Show one of the lists."""
        if choice is not self._choice:
            self._choose(choice)

    def _choose(self, key: str) -> None:
        self._choice = CaseChoice(key)
        self.reload()

    def _act(self) -> None:
        if self._shown is not None and self._shown.counts.open:
            self._choose(CaseChoice.OPEN)
        else:
            self.desk.navigator.page_wanted.emit("signups")

    def _open(self, place: int) -> None:
        line = self._model.record(place)
        if line is not None:
            self.desk.navigator.case_wanted.emit(line.id)

    # ---------------------------------------------------------------- size

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out_columns()

    def _lay_out_columns(self) -> None:
        """Let columns go where the page is narrow; the case itself says what they say."""
        let_columns_go(self._table, self.width(), ROOM_FOR)


def _id_of(line: CaseLine) -> int:
    return line.id


def _read(
    cases: Cases, choice: CaseChoice, agent: str, day_ends_at: datetime, _stop: Event
) -> _Read:
    return _Read(
        choice,
        cases.lines(choice, agent, due_before=day_ends_at),
        cases.counts(agent, due_before=day_ends_at),
    )
