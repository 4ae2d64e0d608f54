"""The page of one dispatch: its books, what is unclear, and every SMS."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from threading import Event

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.changes import Change
from desktop.models.records.dispatches import DispatchRecord
from desktop.models.records.unclear import (
    Decided,
    UnclearFilter,
    UnclearQuery,
    UnclearRow,
    UnclearSelection,
)
from desktop.models.states import SmsState, Verdict
from desktop.services.bundle import Services
from desktop.views.desk import Desk
from desktop.views.dispatches.asking import ask_before_stopping, ask_where_to_save
from desktop.views.dispatches.decided_words import decided_words
from desktop.views.dispatches.deciding import Deciding
from desktop.views.dispatches.head import DispatchHead
from desktop.views.dispatches.progress import ProgressBlock
from desktop.views.dispatches.saving import failed_order
from desktop.views.dispatches.situation import Situation, read_situation
from desktop.views.dispatches.sms_block import SmsBlock
from desktop.views.dispatches.trouble import Remedy, is_held, trouble_of
from desktop.views.dispatches.unclear import MOST_ROWS, UnclearBlock
from desktop.views.effect_panel import EffectPanel
from desktop.views.error_text import error_text
from desktop.views.page import Page
from desktop.views.tasks import Reading
from desktop.views.theme import StateKind, px
from desktop.views.widgets.banner import Banner
from desktop.views.widgets.base import space
from desktop.views.widgets.empty_state import ErrorState
from desktop.views.widgets.scroll import ScrollArea
from desktop.views.widgets.toast import Toast

TICK_MS = 1_000


@dataclass(frozen=True, slots=True)
class _Read:
    """What one reading of the page brings."""

    record: DispatchRecord
    unclear: tuple[UnclearRow, ...]
    situation: Situation


class DispatchPage(Page):
    """One dispatch. ``open_dispatch`` says which."""

    cares_for = frozenset({Change.DISPATCHES, Change.CONTACTS})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.setObjectName("dispatch_page")
        self._dispatch_id: int | None = None
        self._shown: _Read | None = None
        self._remedy = Remedy.NONE
        self._reading = Reading(desk.tasks, self)
        self._head = DispatchHead(desk)
        self._trouble = Banner()
        self._trouble.setObjectName("dispatch_trouble")
        self._failure = Banner()
        self._failure.setObjectName("dispatch_failure")
        self._progress = ProgressBlock(desk)
        self._effect = EffectPanel(desk)
        self._unclear = UnclearBlock(desk, self._masked)
        self._sms = SmsBlock(desk, self._masked)
        self._deciding = Deciding(desk, self)
        self._error = ErrorState()
        self._toast = Toast(self)
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        content = QWidget()
        box = QVBoxLayout(content)
        for part in (self._error, self._head, self._failure, self._trouble):
            box.addWidget(part)
        box.addWidget(self._progress)
        box.addWidget(self._unclear)
        box.addWidget(self._effect)
        box.addWidget(self._sms, 1)
        self._sms.setMinimumHeight(px(240))
        space(box, 32, 24, 32, 16, gap=24)
        ScrollArea.around(content, self)
        for hidden in (self._error, self._failure, self._trouble):
            hidden.hide()
        self._show_body(visible=False)

    def _show_body(self, *, visible: bool) -> None:
        """Show nothing rather than the numbers of another dispatch."""
        for part in (self._head, self._progress, self._sms):
            part.setVisible(visible)

    def _connect(self) -> None:
        self._head.pause_wanted.connect(self._pause)
        self._head.resume_wanted.connect(self._resume)
        self._head.stop_wanted.connect(self._ask_stop)
        self._sms.export_wanted.connect(self._ask_export)
        self._unclear.decision_wanted.connect(self._ask_decision)
        self._unclear.all_wanted.connect(self._open_unclear)
        self._deciding.decided.connect(self._take_decided)
        self._deciding.failed.connect(self._refused)
        self._deciding.nothing_left.connect(self.reload)
        self._trouble.acted.connect(self._remedy_trouble)
        self._head.account_resume_wanted.connect(self._resume_account)
        self._failure.acted.connect(self._failure.hide)
        self._error.retried.connect(self.reload)
        self._reading.succeeded.connect(self._take)
        self._reading.failed.connect(self._fail)
        self._timer.timeout.connect(self._tick)
        self.desk.call.changed.connect(self._show_numbers)

    # ---------------------------------------------------------------- from outside

    def open_dispatch(self, dispatch_id: int) -> None:
        """Show a dispatch."""
        if dispatch_id != self._dispatch_id:
            self._dispatch_id, self._shown = dispatch_id, None
            for part in (self._failure, self._trouble, self._unclear):
                part.hide()
            self._effect.show_dispatch(None)
            self._show_body(visible=False)
            self._reading.drop()
        self.reload()

    def enter(self) -> None:
        self._timer.start()
        super().enter()

    def leave(self) -> None:
        self._timer.stop()

    def retranslate(self) -> None:
        for part in (self._head, self._unclear, self._effect, self._sms):
            part.retranslate()
        if self._shown is not None:
            self._show(self._shown)

    # ---------------------------------------------------------------- reading

    def reload(self) -> None:
        """Read the dispatch again."""
        if self._dispatch_id is not None:
            self._reading.ask(partial(_read, self.desk.services, self._dispatch_id))

    def _take(self, read: _Read) -> None:
        self._error.hide()
        self._show(read)

    def _show(self, read: _Read) -> None:
        self._shown = read
        self._show_body(visible=True)
        self._head.show_dispatch(read.record)
        self._tick()
        self._unclear.show_sms(read.unclear, read.record.balance.count(SmsState.UNCLEAR))
        self._effect.show_dispatch(read.record)
        self._show_trouble(read)
        self._sms.show_dispatch(read.record)

    def _show_trouble(self, read: _Read) -> None:
        trouble = trouble_of(read.record, read.situation, self.desk.formats)
        self._remedy = trouble.remedy if trouble is not None else Remedy.NONE
        self._head.show_held(held=is_held(read.record, read.situation))
        self._trouble.setVisible(trouble is not None)
        if trouble is not None:
            self._trouble.show_state(trouble.kind, trouble.sentence, trouble.action)

    def _tick(self) -> None:
        """Let countdown and remaining time go on between two readings."""
        if self._shown is not None:
            now = self.desk.services.database.clock()
            self._progress.show_dispatch(self._shown.record, now, self._shown.situation.opens_at)

    def _fail(self, error: BaseException) -> None:
        told = error_text(error)
        self._error.say(told.sentence, told.hint, told.details)
        self._error.show()

    def _masked(self) -> bool:
        customer_id = self._shown.record.customer_id if self._shown is not None else None
        return not self.desk.call.shows_numbers_of(customer_id)

    def _show_numbers(self) -> None:
        self._unclear.show_numbers()
        self._sms.show_numbers()

    # ---------------------------------------------------------------- acting

    def _act(self, act: Callable[[], object]) -> None:
        self._failure.hide()
        self.desk.tasks.run(partial(_do, act), self._acted, self._refused)

    def _acted(self, _result: object) -> None:
        self.desk.services.sending.wake()
        self.reload()

    def _refused(self, error: BaseException) -> None:
        told = error_text(error)
        self._failure.show_state(StateKind.BAD, f"{told.sentence} {told.hint}", self.tr("Close"))
        self._failure.show()
        self.reload()

    def _pause(self) -> None:
        if self._dispatch_id is not None:
            dispatches = self.desk.services.dispatches
            self._act(partial(dispatches.pause, self._dispatch_id, self.desk.agent))

    def _resume(self) -> None:
        if self._dispatch_id is not None:
            dispatches = self.desk.services.dispatches
            self._act(partial(dispatches.resume, self._dispatch_id, self.desk.agent))

    def _remedy_trouble(self) -> None:
        if self._remedy is Remedy.SETTINGS:
            self.desk.navigator.page_wanted.emit("settings")
        else:
            self._resume_account()

    def _resume_account(self) -> None:
        if self._shown is None:
            return
        account = self._shown.record.gateway
        dispatches = self.desk.services.dispatches
        self._act(partial(dispatches.resume_account, account, self.desk.agent))

    def _ask_stop(self) -> None:
        if self._shown is not None:
            waiting = self._shown.record.balance.count(SmsState.QUEUED)
            ask_before_stopping(self, self.desk.formats.number(waiting), self._stop)

    def _stop(self) -> None:
        if self._dispatch_id is not None:
            dispatches = self.desk.services.dispatches
            self._act(partial(dispatches.stop, self._dispatch_id, self.desk.agent))

    def _ask_decision(self, sms_id: int, verdict: Verdict) -> None:
        self._deciding.ask(UnclearSelection(frozenset({sms_id})), verdict)

    def _take_decided(self, decided: Decided, verdict: Verdict) -> None:
        self._failure.hide()
        self._toast.tell(decided_words(decided, verdict, self.desk.formats))
        self.reload()

    def _open_unclear(self) -> None:
        self.desk.navigator.unclear_wanted.emit(UnclearFilter(dispatch_id=self._dispatch_id))

    def _ask_export(self) -> None:
        if self._shown is not None:
            ask_where_to_save(self, self._shown.record.dispatch_no, self._export)

    def _export(self, path: str) -> None:
        if self._shown is None:
            return
        order = failed_order(self.desk, self._shown.record, path)
        self._failure.hide()
        self.desk.tasks.run(
            partial(self.desk.services.failed_export.save, order), self._saved, self._refused
        )

    def _saved(self, rows: int) -> None:
        self._failure.show_state(
            StateKind.GOOD,
            self.desk.formats.counted(
                rows, self.tr("{} number was saved."), self.tr("{} numbers were saved.")
            ),
            self.tr("Close"),
        )
        self._failure.show()


def _read(services: Services, dispatch_id: int, _stop: Event) -> _Read:
    record = services.dispatch_lists.get(dispatch_id)
    return _Read(
        record,
        services.unclear.page(UnclearQuery(UnclearFilter(dispatch_id=dispatch_id)), rows=MOST_ROWS),
        read_situation(services, record),
    )


def _do(act: Callable[[], object], _stop: Event) -> object:
    return act()
