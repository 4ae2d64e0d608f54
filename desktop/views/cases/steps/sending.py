"""Sixth step: the SMS go out; the books change while one looks on."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from threading import Event

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent

from desktop.models.case_flow import CaseStep
from desktop.models.changes import Change
from desktop.models.records.dispatches import Balance, DispatchRecord
from desktop.models.states import DispatchState, SmsState
from desktop.services.sending.dispatch_lists import DispatchLists
from desktop.views.cases.editor import CaseEditor
from desktop.views.cases.steps.base import Foot, Saying, StepView
from desktop.views.cases.steps.parts import Below
from desktop.views.cases.steps.release_acts import stop
from desktop.views.cases.steps.sms_ledger import bar_counts, ledger_rows
from desktop.views.error_text import error_text
from desktop.views.tasks import Reading
from desktop.views.theme import StateKind, px
from desktop.views.widgets.banner import Banner
from desktop.views.widgets.bars import DispatchBar
from desktop.views.widgets.base import column, row
from desktop.views.widgets.button import Button, ButtonKind, LinkButton
from desktop.views.widgets.headings import SectionHeading
from desktop.views.widgets.label import muted, small
from desktop.views.widgets.ledger import Ledger

LOOK_AGAIN_MS = 1_000
_ENDED = frozenset({DispatchState.DONE, DispatchState.STOPPED})


class SendingStep(StepView):
    """Progress, ledger, Stop, and what is unclear."""

    step = CaseStep.SENDING

    def __init__(self, case: CaseEditor) -> None:
        super().__init__(case)
        self._is_front = False
        self._stopping = False
        self._reading = Reading(self.desk.tasks, self)
        self._reading.succeeded.connect(self._take)
        self._reading.failed.connect(self._fail)
        self._remark = muted()
        self._stop = Button(self.tr("Stop"), ButtonKind.STOP, icon_name="square")
        self._stop.setObjectName("stopSending")
        self._stop.clicked.connect(self._ask_to_stop)
        self._bar = DispatchBar()
        self._hint = small(wrap=True)
        self._heading = SectionHeading(self.tr("State of the SMS"))
        self._list = LinkButton(self.tr("List"), icon_name="list")
        self._list.setObjectName("dispatchList")
        self._list.clicked.connect(self._open_dispatch)
        self._heading.add(self._list)
        self._ledger = Ledger(shapes=True)
        self._ledger.setObjectName("smsLedger")
        self._banner = Banner(StateKind.UNCLEAR)
        self._banner.setObjectName("sendingBanner")
        self._banner.acted.connect(self._open_dispatch)
        self._banner.hide()
        head = row(column(self.question, self._remark), None, self._stop, gap=16)
        self.column.addLayout(head)
        self.column.addSpacing(px(20))
        self.column.addWidget(self._bar)
        self.column.addSpacing(px(8))
        self.column.addWidget(self._hint)
        self.column.addSpacing(px(24))
        self.column.addWidget(self._heading)
        self.column.addWidget(self._ledger)
        self.column.addWidget(Below(self._banner, 24))
        self.column.addStretch(1)
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_AGAIN_MS)
        self._timer.timeout.connect(self._look_again)

    # ---------------------------------------------------------------- reading

    def begin(self) -> None:
        """Look at once, then every second while one looks on."""
        self._is_front = True
        super().begin()
        self.read()
        self._look_on()

    def end(self) -> None:
        """Look no more."""
        self._is_front = False
        self._timer.stop()

    def hear(self, change: Change) -> None:
        """Read at once what the sender has written."""
        if change is Change.DISPATCHES:
            self.read()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._look_on()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def _look_on(self) -> None:
        if self._is_front and self.isVisible() and self._is_going_on():
            self._timer.start()
        else:
            self._timer.stop()

    def _is_going_on(self) -> bool:
        """Whether something may still change by itself: reports come after the end, too."""
        dispatch = self.case.file.dispatch
        if dispatch is None:
            return False
        return dispatch.state not in _ENDED or bool(dispatch.balance.count(SmsState.ACCEPTED))

    def _look_again(self) -> None:
        """Read the books, unless the last beat still reads."""
        if not self._reading.active:
            self.read()

    def read(self) -> None:
        """Read the books."""
        dispatch = self.case.file.dispatch
        if dispatch is not None:
            self._reading.ask(partial(_read, self.desk.services.dispatch_lists, dispatch.id))

    def _take(self, dispatch: DispatchRecord) -> None:
        current = self.case.file.dispatch
        if current is not None and current.id == dispatch.id:
            self.case.show_dispatch(dispatch)
            self._look_on()

    def _fail(self, error: BaseException) -> None:
        told = error_text(error)
        self._banner.show_state(StateKind.BAD, f"{told.sentence} {told.hint}")

    # ---------------------------------------------------------------- showing

    def show_case(self) -> None:
        """Show the books."""
        dispatch = self.case.file.dispatch
        if dispatch is None:
            return
        balance, formats = dispatch.balance, self.desk.formats
        self.question.setText(self._title(dispatch))
        self._remark.setText(self._time_left(dispatch))
        self._bar.show_counts(bar_counts(balance))
        self._bar.describe(self.question.text())
        self._ledger.set_rows(ledger_rows(balance, formats))
        ended = dispatch.state in _ENDED
        self._stop.setVisible(not ended)
        self._stop.setEnabled(not self._stopping)
        self._hint.setText(self._hint_of(dispatch))
        self._show_banner(dispatch)

    def _title(self, dispatch: DispatchRecord) -> str:
        balance, number = dispatch.balance, self.desk.formats.number
        total = number(balance.recipients)
        if dispatch.state is DispatchState.STOPPED:
            left = balance.recipients - balance.count(SmsState.CANCELLED, SmsState.EXCLUDED)
            if left == 0:
                return self.tr("Stopped, nothing was sent")
            return self.tr("Stopped after {} of {} SMS").format(number(left), total)
        if dispatch.state is DispatchState.PAUSED:
            return self.tr("Paused after {} of {} SMS").format(number(balance.processed), total)
        return self.tr("{} of {} SMS processed").format(number(balance.processed), total)

    def _time_left(self, dispatch: DispatchRecord) -> str:
        if dispatch.state is not DispatchState.SENDING:
            return ""
        balance = dispatch.balance
        if dispatch.first_sent_at is None or balance.processed == 0:
            return self.tr("begins in a moment")
        now = self.desk.services.database.clock()
        took_s = max((now - dispatch.first_sent_at) / timedelta(seconds=1), 0.1)
        left_s = (balance.recipients - balance.processed) * took_s / balance.processed
        return self.tr("about {} left").format(self.desk.formats.remaining(left_s))

    def _hint_of(self, dispatch: DispatchRecord) -> str:
        if dispatch.state in _ENDED:
            if dispatch.balance.count(SmsState.ACCEPTED):
                return self.tr("Reports of delivery still come in by themselves.")
            return ""
        return self.tr(
            "Stop ends it after the SMS under way. What is at the gateway cannot be called back."
        )

    def _show_banner(self, dispatch: DispatchRecord) -> None:
        unclear = dispatch.balance.count(SmsState.UNCLEAR)
        if dispatch.state is DispatchState.PAUSED:
            self._banner.show_state(
                StateKind.WARNING,
                self.tr("Sending is paused. The dispatch says why, and how it goes on."),
                self.tr("Open dispatch"),
            )
        elif unclear:
            sentence = self.desk.formats.counted(
                unclear,
                self.tr("1 SMS is unclear, the gateway has not answered. You decide afterwards."),
                self.tr("{} SMS are unclear, the gateway has not answered. You decide afterwards."),
            )
            self._banner.show_state(StateKind.UNCLEAR, sentence)
        else:
            self._banner.hide()

    # ---------------------------------------------------------------- what is said

    def saying(self) -> Saying:
        """Say how far it is, and what comes next."""
        dispatch, service = self.case.file.dispatch, self.case.file.service
        if dispatch is None or self.case.file.record.is_closed:
            return Saying()
        if dispatch.state is DispatchState.STOPPED:
            return Saying((self._stopped_aloud(dispatch.balance),))
        keyword = service.start_keyword if service is not None else ""
        after = self.tr(
            "Whoever answers **{}** is registered. Tomorrow I can tell you how many it were.”"
        ).format(keyword)
        return Saying((self._progress_aloud(dispatch), after))

    def _progress_aloud(self, dispatch: DispatchRecord) -> str:
        number = self.desk.formats.number
        delivered = dispatch.balance.count(SmsState.DELIVERED)
        if dispatch.state is DispatchState.DONE:
            left = dispatch.balance.count(
                SmsState.ACCEPTED, SmsState.DELIVERED, SmsState.UNDELIVERABLE
            )
            return self.tr("“**{} SMS** have left.").format(number(left))
        if delivered:
            return self.tr(
                "“The first **{} SMS** are delivered already. The others follow now."
            ).format(number(delivered))
        return self.tr("“The SMS are going out now.")

    def _stopped_aloud(self, balance: Balance) -> str:
        cancelled = self.desk.formats.number(balance.count(SmsState.CANCELLED))
        return self.tr("“I have stopped it: **{} SMS** do not go out.”").format(cancelled)

    def foot(self) -> Foot:
        """The window may be left."""
        dispatch = self.case.file.dispatch
        ended = dispatch is None or dispatch.state in _ENDED
        hint = "" if ended else self.tr("You can leave this window, sending goes on.")
        return Foot(self.next_words(), hint, esc=False)

    def try_to_finish(self) -> None:
        """Go on to the wrap-up; sending goes on by itself."""
        self.finished.emit()

    # ---------------------------------------------------------------- acting

    def _ask_to_stop(self) -> None:
        dispatch = self.case.file.dispatch
        if dispatch is None:
            return
        self._stopping = True
        self.show_case()
        work = partial(stop, self.desk.services, dispatch.id, self.desk.agent)
        self.desk.tasks.run(work, self._note_stop, self._fail_stop)

    def _note_stop(self, dispatch: DispatchRecord) -> None:
        self._stopping = False
        self._take(dispatch)
        self.show_case()

    def _fail_stop(self, error: BaseException) -> None:
        self._stopping = False
        self.show_case()
        told = error_text(error)
        self._banner.show_state(
            StateKind.BAD, self.tr("It is not stopped: {} Press Stop again.").format(told.sentence)
        )

    def _open_dispatch(self) -> None:
        dispatch = self.case.file.dispatch
        if dispatch is not None:
            self.desk.navigator.dispatch_wanted.emit(dispatch.id)


def _read(lists: DispatchLists, dispatch_id: int, _stop: Event) -> DispatchRecord:
    return lists.get(dispatch_id)
