"""The page of all unclear SMS: which, since when, why, and what a person decides about them."""

from __future__ import annotations

from functools import partial
from threading import Event

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.changes import Change
from desktop.models.records.unclear import (
    Decided,
    UnclearChoice,
    UnclearFilter,
    UnclearRow,
    UnclearScope,
    UnclearSelection,
)
from desktop.models.states import Verdict
from desktop.services.bundle import Services
from desktop.views.desk import Desk
from desktop.views.dispatches.decided_words import decided_words, gateways_words
from desktop.views.dispatches.deciding import Deciding
from desktop.views.dispatches.unclear_columns import ROOM_FOR, page_columns
from desktop.views.dispatches.unclear_filters import UnclearFilters
from desktop.views.dispatches.unclear_reader import UnclearReader
from desktop.views.error_text import error_text
from desktop.views.page import Page
from desktop.views.tasks import Running
from desktop.views.theme import StateKind
from desktop.views.widgets.banner import Banner
from desktop.views.widgets.base import row, space
from desktop.views.widgets.button import LinkButton
from desktop.views.widgets.checks import NOTHING, Checks
from desktop.views.widgets.desk_table import DeskTable
from desktop.views.widgets.empty_state import EmptyState, ErrorState
from desktop.views.widgets.label import muted, small, title
from desktop.views.widgets.paged_model import PagedTableModel
from desktop.views.widgets.selection_bar import SelectionBar
from desktop.views.widgets.table_room import let_columns_go
from desktop.views.widgets.toast import Toast


class UnclearPage(Page):
    """All SMS of which nobody knows whether they arrived. ``open_filter`` shows some of them."""

    cares_for = frozenset({Change.DISPATCHES})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.setObjectName("unclear_page")
        self._scope: UnclearScope | None = None
        self._choice: UnclearChoice | None = None
        self._looking: Running[UnclearChoice] | None = None
        self._make_parts()
        self._lay_out()
        self._connect()
        self.retranslate()

    def _make_parts(self) -> None:
        self._title, self._sentence = title(), muted(elide=True)
        self._gateways = small(wrap=True)
        self._gateways.setObjectName("unclear_gateways")
        self._all = LinkButton(icon_name="send")
        self._all.setObjectName("unclear_to_dispatches")
        self._filters = UnclearFilters(self.desk)
        self._failure = Banner()
        self._failure.setObjectName("unclear_failure")
        self._model: PagedTableModel[UnclearRow] = PagedTableModel(
            page_columns(self.desk, self._masked), lambda sms: sms.id, self
        )
        self._table = DeskTable(name="", choosable=True, two_lines=True)
        self._table.setObjectName("unclear_table")
        self._table.remember(self.desk.local)
        self._table.set_model(self._model)
        self._reader = UnclearReader(self.desk, self._model, self)
        self._nothing = EmptyState("circle-check")
        self._none_here = EmptyState("funnel")
        self._error = ErrorState()
        self._bar = SelectionBar()
        self._bar.setObjectName("unclear_selection")
        self._deciding = Deciding(self.desk, self)
        self._toast = Toast(self)
        for hidden in (self._nothing, self._none_here, self._error, self._failure):
            hidden.hide()
        self.setFocusProxy(self._table)

    def _lay_out(self) -> None:
        inner = QVBoxLayout()
        inner.addLayout(row(self._title, None, self._all))
        for part in (self._sentence, self._gateways, self._filters, self._failure):
            inner.addWidget(part)
        inner.addWidget(self._table, 1)
        space(inner, 32, 24, 32, 16, gap=12)
        page = QVBoxLayout(self)
        page.addLayout(inner, 1)
        page.addWidget(self._bar)
        space(page, 0, gap=0)

    def _connect(self) -> None:
        self._all.clicked.connect(self._go_to_dispatches)
        self._filters.changed.connect(self.open_filter)
        self._reader.opened.connect(self._show)
        self._reader.measured.connect(self._show_length)
        self._reader.failed.connect(self._fail)
        self._model.checks_changed.connect(self._choose)
        self._table.button_pressed.connect(self._decide_row)
        self._table.row_activated.connect(self._decide_on)
        self._bar.cleared.connect(self._clear)
        self._bar.acted.connect(self._decide_chosen)
        self._none_here.acted.connect(self._any)
        self._error.retried.connect(self.reload)
        self._failure.acted.connect(self._failure.hide)
        self._deciding.decided.connect(self._take_decided)
        self._deciding.failed.connect(self._tell_failure)
        self._deciding.nothing_left.connect(self.reload)
        self.desk.call.changed.connect(self._show_numbers)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self._clear)

    # ---------------------------------------------------------------- from outside

    def open_filter(self, wanted: UnclearFilter) -> None:
        """Show the unclear SMS that ``wanted`` means; what was chosen before is chosen no more."""
        self._stale = False
        self._model.set_checks(NOTHING)
        self._reader.open(wanted)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out_columns()

    def _lay_out_columns(self) -> None:
        """Leave what is known its room; since when stands on the dispatch's page as well."""
        let_columns_go(self._table, self.width(), ROOM_FOR)

    def reload(self) -> None:
        """Read the list again; the place in it and what is chosen stay."""
        self._reader.reload()

    def retranslate(self) -> None:
        self._title.setText(self.tr("Unclear SMS"))
        self._sentence.setText(
            self.tr("Perhaps arrived, perhaps not. Nothing is repeated by itself, you decide.")
        )
        self._all.setText(self.tr("All dispatches"))
        self._table.setAccessibleName(self.tr("Unclear SMS"))
        self._nothing.say(
            self.tr("No SMS is unclear."),
            self.tr(
                "An SMS whose answer was lost appears here. A delivery report settles it by itself."
            ),
        )
        self._none_here.say(
            self.tr("None of these is unclear any more."), "", self.tr("Show all unclear SMS")
        )
        self._model.set_columns(page_columns(self.desk, self._masked))
        self._lay_out_columns()
        if self._scope is not None:
            self._show(self._scope)

    # ---------------------------------------------------------------- showing

    def _show(self, scope: UnclearScope) -> None:
        self._scope = scope
        self._error.hide()
        self._filters.show_scope(self._reader.filter, scope)
        self._filters.setVisible(scope.total > 0 or not self._reader.filter.is_empty)
        self._gateways.setText(gateways_words(one.gateway for one in scope.dispatches))
        self._gateways.setVisible(bool(scope.dispatches))
        empty = self._nothing if self._reader.filter.is_empty else self._none_here
        self._table.show_instead(None if self._model.rowCount() else empty)
        self._choose(self._model.checks)

    def _show_length(self, _total: int) -> None:
        self._choose(self._model.checks)

    def _fail(self, error: BaseException) -> None:
        told = error_text(error)
        self._model.restart(0)
        self._error.say(told.sentence, told.hint, told.details)
        self._table.show_instead(self._error)

    def _masked(self, sms: UnclearRow) -> bool:
        return not self.desk.call.shows_numbers_of(sms.customer_id)

    def _show_numbers(self) -> None:
        self._table.viewport().update()

    # ---------------------------------------------------------------- choosing

    def _selection(self) -> UnclearSelection:
        checks = self._model.checks
        if checks.all_matching:
            return UnclearSelection(matching=self._reader.filter, deselected=checks.ids)
        return UnclearSelection(checks.ids)

    def _choose(self, checks: Checks) -> None:
        if self._looking is not None:
            self._looking.cancel()
        if not checks.count(self._model.rowCount()):
            self._bar.show_selection("", [], "")
            return
        work = partial(_look, self.desk.services, self._selection())
        self._looking = self.desk.tasks.run(work, self._show_choice, self._tell_failure)

    def _show_choice(self, choice: UnclearChoice) -> None:
        counted = self.desk.formats.counted
        if not choice.total:
            self._bar.show_selection("", [], "")
            return
        facts = [
            (
                StateKind.UNCLEAR if choice.again else StateKind.NEUTRAL,
                counted(
                    choice.again,
                    self.tr("{} can be sent again", "one"),
                    self.tr("{} can be sent again", "many"),
                ),
            )
        ]
        self._bar.show_selection(
            counted(choice.total, self.tr("{} selected", "one"), self.tr("{} selected", "many")),
            facts,
            counted(
                choice.total,
                self.tr("Decide on {} SMS …", "one"),
                self.tr("Decide on {} SMS …", "many"),
            ),
        )

    def _clear(self) -> None:
        self._model.set_checks(NOTHING)

    def _any(self) -> None:
        self.open_filter(UnclearFilter())

    # ---------------------------------------------------------------- deciding

    def _decide_row(self, place: int, key: str) -> None:
        sms = self._model.record(place)
        if sms is not None:
            self._deciding.ask(UnclearSelection(frozenset({sms.id})), Verdict(key))

    def _decide_on(self, place: int) -> None:
        self._decide_row(place, Verdict.SENT.value)

    def _decide_chosen(self) -> None:
        self._deciding.ask(self._selection(), Verdict.SENT)

    def _take_decided(self, decided: Decided, verdict: Verdict) -> None:
        self._failure.hide()
        self._model.set_checks(NOTHING)
        self._toast.tell(decided_words(decided, verdict, self.desk.formats))
        self.reload()

    def _tell_failure(self, error: BaseException) -> None:
        told = error_text(error)
        self._failure.show_state(StateKind.BAD, f"{told.sentence} {told.hint}", self.tr("Close"))
        self.reload()

    def _go_to_dispatches(self) -> None:
        self.desk.navigator.page_wanted.emit("dispatches")


def _look(services: Services, selection: UnclearSelection, _stop: Event) -> UnclearChoice:
    return services.verdicts.look(selection, services.settings.load().limits)
