"""The start page: the first thing an agent sees, and the place between two calls."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from threading import Event

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.changes import Change
from desktop.models.records.customers import Visit
from desktop.models.records.overview import (
    Attention,
    AttentionKind,
    CaseLine,
    Overview,
    RunningDispatch,
)
from desktop.models.records.unclear import UnclearFilter
from desktop.services.cases import CaseChoice
from desktop.views.desk import Desk
from desktop.views.error_text import error_text
from desktop.views.page import Page
from desktop.views.start.attention import attention_item, key_of
from desktop.views.start.running import RunningBlock
from desktop.views.start.tables import case_columns, visit_columns
from desktop.views.tasks import Running
from desktop.views.theme import px
from desktop.views.widgets.attention_list import AttentionList
from desktop.views.widgets.base import column, row, space
from desktop.views.widgets.button import LinkButton
from desktop.views.widgets.desk_table import DeskTable
from desktop.views.widgets.empty_state import EmptyState, ErrorState
from desktop.views.widgets.headings import SectionHeading
from desktop.views.widgets.label import small, title
from desktop.views.widgets.scroll import ScrollArea
from desktop.views.widgets.table_model import RecordTableModel

REFRESH_MS = 60_000
NARROW = 1_100
"""Below this width of the page, in px at 100 %, the tables leave out what can be missed."""


class StartPage(Page):
    """What needs attention, my open cases, the last customers, and what is running."""

    cares_for = frozenset(
        {Change.CASES, Change.DISPATCHES, Change.SIMS, Change.CONTACTS, Change.CUSTOMERS}
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.setObjectName("start_page")
        self._running: Running[Overview] | None = None
        self._attention: dict[str, Attention] = {}
        self._build_parts()
        self._lay_out()
        self._connect()
        self.retranslate()

    def _build_parts(self) -> None:
        self._title = title()
        self._as_of = small()
        self._attention_heading = SectionHeading()
        self._attention_list = AttentionList()
        self._nothing = EmptyState("circle-check")
        self._no_data = EmptyState("upload")
        self._error = ErrorState()
        self._cases_heading = SectionHeading(edge=False)
        self._all_cases = LinkButton(trailing="chevron-right")
        self._cases_heading.add(self._all_cases)
        self._cases = RecordTableModel(case_columns(self.desk), parent=self)
        self._case_table = DeskTable(name="", fits_rows=True, click_activates=True)
        self._case_table.setObjectName("start_cases")
        self._case_table.set_model(self._cases)
        self._no_cases = EmptyState("list-checks")
        self._visits_heading = SectionHeading()
        self._visits = RecordTableModel(visit_columns(self.desk), parent=self)
        self._visit_table = DeskTable(name="", fits_rows=True, click_activates=True)
        self._visit_table.setObjectName("start_visits")
        self._visit_table.horizontalHeader().hide()
        self._visit_table.set_model(self._visits)
        self._no_visits = EmptyState("users")
        self._dispatches = RunningBlock(self.desk)
        self._timer = QTimer(self)
        self._timer.setInterval(REFRESH_MS)

    def _lay_out(self) -> None:
        content = QWidget()
        head = row(self._title, None)
        head.addWidget(self._as_of, 0, Qt.AlignmentFlag.AlignBottom)
        columns = row(gap=48)
        columns.addLayout(self._left(), 784)
        columns.addLayout(self._right(), 344)
        outer = column(head, 16, self._error)
        outer.addLayout(columns, 1)
        space(outer, 32, 24, 32, 24)
        content.setLayout(outer)
        ScrollArea.around(content, self)

    def _left(self) -> QVBoxLayout:
        return column(
            self._attention_heading,
            self._nothing,
            self._no_data,
            self._attention_list,
            24,
            self._cases_heading,
            self._case_table,
            self._no_cases,
            None,
        )

    def _right(self) -> QVBoxLayout:
        return column(
            self._visits_heading, self._visit_table, self._no_visits, 24, self._dispatches, None
        )

    def _connect(self) -> None:
        self._error.retried.connect(self.reload)
        self._attention_list.acted.connect(self._act_on)
        self._no_data.acted.connect(self._open_import)
        self._nothing.hide()
        self._no_data.hide()
        self._error.hide()
        self._all_cases.clicked.connect(self._open_cases)
        self._case_table.row_activated.connect(self._open_case)
        self._visit_table.row_activated.connect(self._open_visit)
        self._timer.timeout.connect(self.reload)

    def enter(self) -> None:
        self._timer.start()
        super().enter()
        self.desk.navigator.search_wanted.emit()

    def leave(self) -> None:
        self._timer.stop()
        self._stale = True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < px(NARROW)
        for table in (self._case_table, self._visit_table):
            model = table.table_model()
            for place, one in enumerate(model.columns if model is not None else ()):
                table.setColumnHidden(place, narrow and one.key in _MISSABLE)

    def retranslate(self) -> None:
        self._attention_heading.set_text(self.tr("Needs attention"))
        self._nothing.say(
            self.tr("Nothing needs attention."),
            self.tr("Blocked numbers, unclear SMS, due cases and a low SIM stock appear here."),
        )
        self._no_data.say(
            self.tr("No customers yet."),
            self.tr("Read the platform's exports; customers, services and contacts follow."),
            self.tr("Import exports …"),
        )
        self._cases_heading.set_text(self.tr("My open cases"))
        self._all_cases.setText(self.tr("All cases"))
        self._case_table.setAccessibleName(self.tr("My open cases"))
        self._no_cases.say(
            self.tr("You have no open case."),
            self.tr("A case begins at a customer or in the list of incomplete sign-ups."),
        )
        self._visits_heading.set_text(self.tr("Last customers"))
        self._visit_table.setAccessibleName(self.tr("Last customers"))
        self._no_visits.say(
            self.tr("No customer opened yet."), self.tr("Search at the top with Ctrl+K.")
        )
        self._dispatches.retranslate()
        self._cases.set_columns(case_columns(self.desk))
        self._visits.set_columns(visit_columns(self.desk))
        self._show_date()
        if self.isVisible():
            self.reload()

    def reload(self) -> None:
        """Read what needs attention now."""
        if self._running is not None:
            self._running.cancel()
        self._running = self.desk.tasks.run(self._read, self._show, self._fail)

    def _read(self, _stop: Event) -> Overview:
        services = self.desk.services
        settings = services.settings.load()
        now = services.database.clock()
        midnight = self.desk.formats.local(now).replace(hour=0, minute=0, second=0, microsecond=0)
        return services.overviews.of(
            self.desk.agent,
            stock_warning=settings.limits.stock_warning,
            numbers=settings.sims,
            day_ends_at=midnight + timedelta(days=1),
        )

    def _show(self, overview: Overview) -> None:
        self._error.hide()
        self._show_date()
        self._show_attention(overview.attention)
        self._nothing.setVisible(not overview.attention and overview.customers > 0)
        self._no_data.setVisible(overview.customers == 0)
        self._show_cases(overview.my_cases)
        self._show_visits(overview.visits)
        self._show_running(overview.running)

    def _fail(self, error: BaseException) -> None:
        told = error_text(error)
        self._error.say(told.sentence, told.hint, told.details)
        self._error.show()

    def _show_date(self) -> None:
        now = self.desk.services.database.clock()
        self._title.setText(self.desk.formats.day_heading(now))
        self._as_of.setText(self.tr("As of {time}").format(time=self.desk.formats.time(now)))

    def _show_attention(self, items: Sequence[Attention]) -> None:
        self._attention = {key_of(item): item for item in items}
        self._attention_list.set_items(
            [attention_item(key, one, self.desk.formats) for key, one in self._attention.items()]
        )
        self._attention_heading.set_remark(str(len(self._attention)) if items else "")

    def _show_cases(self, cases: Sequence[CaseLine]) -> None:
        self._cases.set_records(cases)
        self._case_table.setVisible(bool(cases))
        self._no_cases.setVisible(not cases)

    def _show_visits(self, visits: Sequence[Visit]) -> None:
        self._visits.set_records(visits)
        self._visit_table.setVisible(bool(visits))
        self._no_visits.setVisible(not visits)

    def _show_running(self, running: Sequence[RunningDispatch]) -> None:
        self._dispatches.show_dispatches(running)

    def _act_on(self, key: str) -> None:
        item = self._attention[key]
        navigator = self.desk.navigator
        if item.kind is AttentionKind.SMS_UNCLEAR and item.dispatch_id is not None:
            navigator.unclear_wanted.emit(UnclearFilter(dispatch_id=item.dispatch_id))
        elif item.kind in _ABOUT_A_NUMBER:
            if item.sim_id is not None:
                navigator.sim_wanted.emit(item.sim_id)
            elif item.customer_id is not None:
                navigator.customer_wanted.emit(item.customer_id)
        elif item.kind is AttentionKind.CASES_DUE:
            navigator.cases_wanted.emit(CaseChoice.DUE)
        else:
            navigator.page_wanted.emit(_PAGE_OF[item.kind])

    def _open_case(self, place: int) -> None:
        line = self._cases.record(place)
        if line is not None:
            self.desk.navigator.case_wanted.emit(line.id)

    def _open_visit(self, place: int) -> None:
        visit = self._visits.record(place)
        if visit is not None:
            self.desk.navigator.customer_wanted.emit(visit.customer_id)

    def _open_cases(self) -> None:
        self.desk.navigator.page_wanted.emit("cases")

    def _open_import(self) -> None:
        self.desk.navigator.page_wanted.emit("importing")


_MISSABLE = frozenset({"case_no", "step", "city"})
_ABOUT_A_NUMBER = frozenset(
    {
        AttentionKind.NUMBER_BLOCKED,
        AttentionKind.NUMBER_WARNED,
        AttentionKind.NUMBERS_TO_DECIDE,
        AttentionKind.REGISTRATION_STALLED,
    }
)
_PAGE_OF = {
    AttentionKind.SENDING_PAUSED: "dispatches",
    AttentionKind.SMS_UNCLEAR: "unclear",
    AttentionKind.STOCK_LOW: "sims",
}
