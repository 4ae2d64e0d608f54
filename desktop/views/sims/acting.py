"""Carries out what a person does about a number: asks, does it in the background, tells."""

from __future__ import annotations

from functools import partial
from threading import Event

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.models.records.conflicts import ConflictDecision
from desktop.models.records.sims import SimDetail, SimRow, WaitingService
from desktop.models.sim_acts import SimAct
from desktop.services.bundle import Services
from desktop.services.sims.entering import NumberAct
from desktop.views.desk import Desk
from desktop.views.error_text import error_text
from desktop.views.sims.act_dialog import ActAnswer, ActDialog
from desktop.views.sims.act_words import act_words
from desktop.views.widgets.filter_chip import Option
from desktop.views.words import word

_WITHOUT_REASON = frozenset({SimAct.ASSIGN, SimAct.RESERVE, SimAct.FREE})
_SINCE_WHEN = frozenset({SimAct.BLOCK, SimAct.WARN, SimAct.CALM})
_NEEDS_SERVICE = frozenset({SimAct.ASSIGN, SimAct.RESERVE})


class SimActing(QObject):
    """Opens the dialog of an act and does it.

    Signals:
        done: something was changed.
        failed: the exception of what could not even be asked.
    """

    done = Signal()
    failed = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._parent = desk, parent
        self._dialog: ActDialog | None = None
        self._card: SimDetail | None = None
        self._waiting_act = SimAct.ASSIGN

    def begin(self, act: SimAct, card: SimDetail) -> None:
        """Ask what the act needs to know."""
        self._card = card
        if act is SimAct.REPLACE:
            work = partial(_free_numbers, self._desk.services, card.row.service_id)
            self._desk.tasks.run(work, self._ask_for_number, self._tell)
        elif act in _NEEDS_SERVICE and card.row.reserved_at is None:
            self._waiting_act = act
            self._desk.tasks.run(
                partial(_waiting_services, self._desk.services), self._ask_for_service, self._tell
            )
        else:
            self._open(act)

    def decide(self, conflict_id: int, decision: ConflictDecision, card: SimDetail) -> None:
        """Ask why one side of a contradiction is right."""
        self._card = card
        dialog = self._make(decision, needs_reason=True)
        dialog.answered.connect(partial(self._decide, conflict_id, decision))
        dialog.open()

    # ---------------------------------------------------------------- asking

    def _ask_for_number(self, free: tuple[SimRow, ...]) -> None:
        dialog = self._make(SimAct.REPLACE, needs_reason=False)
        phone = self._desk.formats.phone
        options = [
            Option(str(one.sim_id), " · ".join((phone(one.msisdn), *_remarks(one)))) for one in free
        ]
        dialog.add_choice(
            self.tr("Free number"),
            options,
            self.tr("There is no free number. Add SIM cards to the stock first."),
        )
        dialog.answered.connect(partial(self._run, SimAct.REPLACE))
        dialog.open()

    def _ask_for_service(self, waiting: tuple[WaitingService, ...]) -> None:
        dialog = self._make(self._waiting_act, needs_reason=False)
        options = [Option(str(one.service_id), _service_words(one)) for one in waiting]
        dialog.add_choice(
            self.tr("Service"),
            options,
            self.tr("Every service sends from a number that works."),
        )
        dialog.answered.connect(partial(self._run, self._waiting_act))
        dialog.open()

    def _open(self, act: SimAct) -> None:
        dialog = self._make(act, needs_reason=act not in _WITHOUT_REASON)
        if act in _SINCE_WHEN:
            now = self._desk.services.database.clock()
            dialog.add_moment(self.tr("Since"), now, self._desk.formats)
        dialog.answered.connect(partial(self._run, act))
        dialog.open()

    def _make(self, act: SimAct | ConflictDecision, *, needs_reason: bool) -> ActDialog:
        subject = self._subject(self._card.row) if self._card is not None else ""
        words = act_words(act)
        dialog = ActDialog(self._parent.window(), words, subject, needs_reason=needs_reason)
        self._dialog = dialog
        dialog.finished.connect(self._forget)
        return dialog

    def _subject(self, sim: SimRow) -> str:
        """Return which number is meant; the dialog may lie over it."""
        owner = ", ".join(filter(None, (sim.customer_name, sim.service_name)))
        return " · ".join(filter(None, (self._desk.formats.phone(sim.msisdn), owner)))

    # ---------------------------------------------------------------- doing

    def _run(self, act: SimAct, answer: ActAnswer) -> None:
        if self._card is not None:
            work = partial(_do, self._desk.services, act, self._card.row, answer, self._desk.agent)
            self._desk.tasks.run(work, self._finish, self._tell)

    def _decide(self, conflict_id: int, decision: ConflictDecision, answer: ActAnswer) -> None:
        work = partial(
            _settle, self._desk.services, conflict_id, decision, answer, self._desk.agent
        )
        self._desk.tasks.run(work, self._finish, self._tell)

    def _finish(self, _nothing: None) -> None:
        if self._dialog is not None:
            self._dialog.accept()
        self.done.emit()

    def _tell(self, error: BaseException) -> None:
        if self._dialog is not None:
            self._dialog.fail(error_text(error))
        else:
            self.failed.emit(error)

    def _forget(self, _result: int) -> None:
        """Let go of a dialog that a person has closed."""
        self._dialog = None


def _free_numbers(services: Services, service_id: int | None, _stop: Event) -> tuple[SimRow, ...]:
    return services.sims.free(service_id)


def _waiting_services(services: Services, _stop: Event) -> tuple[WaitingService, ...]:
    return services.sims.waiting_services()


def _settle(
    services: Services,
    conflict_id: int,
    decision: ConflictDecision,
    answer: ActAnswer,
    agent: str,
    _stop: Event,
) -> None:
    services.conflicts.decide(conflict_id, decision, NumberAct(agent, answer.reason))


def _do(
    services: Services, act: SimAct, sim: SimRow, answer: ActAnswer, agent: str, _stop: Event
) -> None:
    """Do what was answered, as the person has seen the number."""
    seen = NumberAct(agent, answer.reason, expected={sim.sim_id: sim.revision})
    changes, assigning = services.sim_changes, services.sim_assigning
    service_id = answer.choice or sim.service_id or 0
    if act is SimAct.REPLACE:
        assigning.assign(answer.choice or 0, sim.service_id or 0, seen)
    elif act is SimAct.ASSIGN:
        assigning.assign(sim.sim_id, service_id, seen)
    elif act is SimAct.RESERVE:
        assigning.reserve(sim.sim_id, service_id, seen)
    elif act is SimAct.FREE:
        assigning.free(sim.sim_id, seen)
    elif act is SimAct.RETIRE:
        changes.retire(sim.sim_id, seen)
    elif act is SimAct.CORRECT:
        changes.correct_block(sim.sim_id, seen)
    else:
        _TELLS[act](services, sim.msisdn, seen, answer)


def _block(services: Services, number: str, act: NumberAct, answer: ActAnswer) -> None:
    services.sim_changes.block(number, act, answer.at)


def _warn(services: Services, number: str, act: NumberAct, answer: ActAnswer) -> None:
    services.sim_changes.warn(number, act, answer.at)


def _calm(services: Services, number: str, act: NumberAct, answer: ActAnswer) -> None:
    services.sim_changes.calm(number, act, answer.at)


_TELLS = {SimAct.BLOCK: _block, SimAct.WARN: _warn, SimAct.CALM: _calm}


def _remarks(sim: SimRow) -> tuple[str, ...]:
    """Return what helps to choose a number: who carries it, and that it was kept."""
    carrier = sim.carrier or word(sim.kind)
    return (carrier, word(sim.stage)) if sim.reserved_at is not None else (carrier,)


def _service_words(service: WaitingService) -> str:
    state = word(service.status) if service.status is not None else ""
    return ", ".join(filter(None, (service.customer, service.name, state)))
