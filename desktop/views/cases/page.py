"""The guided case: opened, begun, paused, closed; what happens when a colleague was faster."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from desktop.models.changes import Change
from desktop.models.records.audit import AuditFilter
from desktop.models.records.signups import SignupSelection
from desktop.models.states import CaseOutcome
from desktop.views.cases.body import CaseBody
from desktop.views.cases.case_acts import abandon, as_it_is, pause
from desktop.views.cases.case_file import (
    Caller,
    CaseFile,
    SeveralServicesError,
    begin_frequency_question,
    begin_number_change,
    begin_reminder,
    read_case,
)
from desktop.views.cases.case_notices import CaseNotices
from desktop.views.cases.dialogs import AbandonDialog, PauseDialog, ReasonDialog
from desktop.views.cases.editor import CaseEditor
from desktop.views.cases.hold_keeper import HoldKeeper
from desktop.views.desk import Desk
from desktop.views.error_text import error_text
from desktop.views.page import Page
from desktop.views.tasks import Running
from desktop.views.widgets.base import space
from desktop.views.widgets.empty_state import ErrorState


@dataclass(frozen=True, slots=True)
class NumberChangeWish:
    """The service that is to get another number."""

    service_id: int


@dataclass(frozen=True, slots=True)
class FrequencyWish:
    """The service whose frequency is asked about."""

    service_id: int


Wanted = int | SignupSelection | NumberChangeWish | FrequencyWish
"""A case that is there, or what one is to begin with."""


class CasePage(Page):
    """One case; ``open_case`` and ``begin_reminder`` say which."""

    holds_work = True
    cares_for = frozenset(
        {
            Change.CASES,
            Change.DISPATCHES,
            Change.NOTES,
            Change.CONTACTS,
            Change.SIMS,
            Change.SETTINGS,
        }
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.setObjectName("casePage")
        self._wanted: Wanted | None = None
        self._reading: Running[CaseFile] | None = None
        self._looking: Running[CaseFile] | None = None
        self.case = CaseEditor(desk, self)
        self.hold = HoldKeeper(self.case)
        self.body = CaseBody(self.case)
        self.notices = CaseNotices(self.case, self.body, self)
        self._error = ErrorState()
        self._error.setObjectName("caseError")
        self._error.retried.connect(self._read_wanted)
        self._build()
        self._listen()

    def _build(self) -> None:
        failed = QWidget()
        column = QVBoxLayout(failed)
        space(column, 32, 24)
        column.addWidget(self._error)
        column.addStretch(1)
        self._stack = QStackedLayout(self)
        for part in (QWidget(), self.body, failed):
            self._stack.addWidget(part)
        self._failed = failed

    def _listen(self) -> None:
        self.case.changed.connect(self._note_hands)
        self.notices.reload_wanted.connect(self._read_wanted)
        self.notices.renewed.connect(self._begin_again)
        self.desk.call.changed.connect(self.body.refresh)
        self.body.left.connect(self._leave_case)
        self.body.closed.connect(self._note_closed)
        self.body.side.log_wanted.connect(self._open_log)
        self.body.head.pause_wanted.connect(self._ask_to_pause)
        self.body.head.close_wanted.connect(self._ask_to_close)
        for keys, act in (
            ("Ctrl+Return", self.body.go_on),
            ("Ctrl+Enter", self.body.go_on),
            ("Esc", self.body.go_back),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(act)

    def _open_log(self) -> None:
        if self.case.is_loaded:
            record = self.case.file.record
            wanted = AuditFilter(customer_id=record.customer_id, case_id=record.id)
            self.desk.navigator.audit_wanted.emit(wanted)

    # ---------------------------------------------------------------- opening

    def open_case(self, case_id: int) -> None:
        """Open a case as it was left."""
        self._want(case_id)

    def begin_reminder(self, selection: SignupSelection) -> None:
        """Begin a case that reminds the chosen sign-ups."""
        self._want(selection)

    def begin_number_change(self, service_id: int) -> None:
        """Begin a case that gives a service another number."""
        self._want(NumberChangeWish(service_id))

    def begin_frequency_question(self, service_id: int) -> None:
        """Begin a case about how often a service sends."""
        self._want(FrequencyWish(service_id))

    def _want(self, wanted: Wanted) -> None:
        self._wanted = wanted
        self.body.notes.flush()
        if self.case.is_loaded and self.case.is_busy:
            # What was typed in the case before is saved first.
            self.case.run(as_it_is, self._read_wanted, self._read_anyway)
        else:
            self._read_wanted()

    def _read_anyway(self, _error: BaseException) -> None:
        self._read_wanted()

    def _read_wanted(self) -> None:
        wanted = self._wanted
        if wanted is None:
            return
        if self._reading is not None:
            self._reading.cancel()
        services, caller, agent = self.desk.services, self._caller(), self.desk.agent
        if isinstance(wanted, int):
            work = partial(read_case, services, wanted)
        elif isinstance(wanted, NumberChangeWish):
            work = partial(begin_number_change, services, wanted.service_id, caller, agent)
        elif isinstance(wanted, FrequencyWish):
            work = partial(begin_frequency_question, services, wanted.service_id, caller, agent)
        else:
            work = partial(begin_reminder, services, wanted, caller, agent)
        self._reading = self.desk.tasks.run(work, self._show, self._fail)

    def _caller(self) -> Caller:
        call = self.desk.call
        return Caller(call.begun_at is not None, call.verified_customer_id, call.method)

    def _show(self, file: CaseFile) -> None:
        self._wanted = file.record.id
        self._stale = False
        self.body.put_away()
        self._stack.setCurrentWidget(self.body)  # first, as only what is visible takes the focus
        self.case.show(file)
        self.body.rebuild()
        self.notices.show()

    def _fail(self, error: BaseException) -> None:
        told = error_text(error)
        sentence, hint = told.sentence, told.hint
        if isinstance(error, SeveralServicesError):
            sentence = self.tr("A reminder goes out for one service.")
            hint = self.tr("Choose the sign-ups of a single service, then begin again.")
        self._error.say(sentence, hint, told.details)
        self._stack.setCurrentWidget(self._failed)

    # ---------------------------------------------------------------- coming and going

    def enter(self) -> None:
        """Go on where it was left."""
        super().enter()
        if self.case.is_loaded and self.body.front is None:
            self.body.refresh()
            self.hold.begin()

    def leave(self) -> None:
        """Save at once, and stop what goes on only while it is seen."""
        self.case.flush()
        self.body.notes.flush()
        self.body.put_away()
        self.hold.end()

    @property
    def is_keeping(self) -> bool:
        return self.case.is_keeping or self.body.notes.is_keeping

    def retranslate(self) -> None:
        """Make the steps anew in the language of the moment."""
        if self.case.is_loaded:
            self.body.rebuild()
            self.notices.show()

    def reload(self) -> None:
        """Look whether a colleague has changed the case; what is being typed comes first."""
        if not self.case.is_loaded or self.case.is_busy:
            return
        if self._looking is not None:
            self._looking.cancel()
        work = partial(read_case, self.desk.services, self.case.file.record.id)
        self._looking = self.desk.tasks.run(work, self._compare, self._ignore)

    def _compare(self, file: CaseFile) -> None:
        known = self.case.file.record
        if self.case.is_busy or file.record.id != known.id:
            return
        asking = self.findChild(ReasonDialog)
        if known.is_closed and asking is not None and asking.isVisible():
            # Its step would take it along, with what is being typed. The answer is judged by
            # what was seen here.
            asking.finished.connect(self.reload)
            return
        if file.record.revision != known.revision:
            self._show(file)
            return
        self.case.show_lease(file.record.lease)
        if file.dispatch is not None:
            self.case.show_dispatch(file.dispatch)

    def _ignore(self, _error: BaseException) -> None:
        """Let a failed look pass: the next save tells what is wrong."""

    def _note_change(self, change: Change) -> None:
        if not self.isVisible():
            super()._note_change(change)
        elif self.case.is_loaded and change in self.cares_for:
            self.body.hear(change)
            if change is Change.CASES:
                self.reload()

    def _note_hands(self) -> None:
        """Hold the case while it is ours, and say whose it is when it is not."""
        if self._stack.currentWidget() is self.body and self.isVisible():
            self.hold.begin()
            self.notices.note_hands()

    def _begin_again(self) -> None:
        self.body.rebuild()
        self.notices.show()

    # ---------------------------------------------------------------- pausing and closing

    def _ask_to_pause(self) -> None:
        now = self.desk.services.database.clock()
        dialog = PauseDialog(self, now, self.desk.formats)
        dialog.answered.connect(self._pause)
        dialog.open()

    def _pause(self, reason: str, due_at: object) -> None:
        act = partial(pause, self.desk.services, reason, due_at, self.desk.agent)
        self.case.run(act, self._leave_case, self.notices.tell_failed)

    def _ask_to_close(self) -> None:
        if self.case.file.record.is_released:
            self.body.open_last()
            return
        dialog = AbandonDialog(self)
        dialog.answered.connect(self._abandon)
        dialog.open()

    def _abandon(self, reason: str, code: object) -> None:
        chosen = code if isinstance(code, CaseOutcome) else CaseOutcome.OTHER
        act = partial(abandon, self.desk.services, reason, chosen, self.desk.agent)
        self.case.run(act, self._note_closed, self.notices.tell_failed)

    def _note_closed(self) -> None:
        self.desk.navigator.page_wanted.emit("start")
        self.desk.navigator.search_wanted.emit()

    def _leave_case(self) -> None:
        self.desk.navigator.page_wanted.emit("cases")
