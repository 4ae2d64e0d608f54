"""The decision about unclear SMS: looked at first, asked with its reason, then carried out."""

from __future__ import annotations

from functools import partial
from threading import Event

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.models.records.unclear import Decided, Decision, UnclearChoice, UnclearSelection
from desktop.models.settings import LimitSettings
from desktop.models.states import Verdict
from desktop.services.bundle import Services
from desktop.views.desk import Desk
from desktop.views.dispatches.decision_dialog import DecisionDialog
from desktop.views.tasks import Running


class Deciding(QObject):
    """Leads from a wish to its decision, for one SMS or for many.

    Signals:
        decided: the ``Decided`` and the ``Verdict``.
        failed: carries the failure.
        nothing_left: what was chosen is not unclear any more.
    """

    decided = Signal(object, object)
    failed = Signal(object)
    nothing_left = Signal()

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._page = desk, page
        self._looking: Running[_Looked] | None = None
        self._wanted: tuple[UnclearSelection, Verdict] | None = None

    def ask(self, selection: UnclearSelection, verdict: Verdict) -> None:
        """Begin with what would become of the SMS; the dialog opens with it."""
        if self._looking is not None:
            self._looking.cancel()
        self._wanted = (selection, verdict)
        work = partial(_look, self._desk.services, selection)
        self._looking = self._desk.tasks.run(work, self._open, self.failed.emit)

    def _open(self, looked: _Looked) -> None:
        self._looking = None
        if self._wanted is None:
            return
        if not looked.choice.total:
            self.nothing_left.emit()
            return
        selection, verdict = self._wanted
        dialog = DecisionDialog(self._page, self._desk.formats, looked.choice, looked.limits)
        dialog.choose(verdict)
        dialog.answered.connect(partial(self._decide, selection))
        dialog.open()

    def _decide(self, selection: UnclearSelection, verdict: Verdict, why: str, second: str) -> None:
        decision = Decision(verdict, self._desk.agent, why, second)
        work = partial(_decide, self._desk.services, selection, decision)
        self._desk.tasks.run(work, partial(self._tell, verdict), self.failed.emit)

    def _tell(self, verdict: Verdict, decided: Decided) -> None:
        self._desk.services.sending.wake()
        self.decided.emit(decided, verdict)


class _Looked:
    """What the dialog needs to know."""

    def __init__(self, choice: UnclearChoice, limits: LimitSettings) -> None:
        self.choice, self.limits = choice, limits


def _look(services: Services, selection: UnclearSelection, _stop: Event) -> _Looked:
    limits = services.settings.load().limits
    return _Looked(services.verdicts.look(selection, limits), limits)


def _decide(
    services: Services, selection: UnclearSelection, decision: Decision, stop: Event
) -> Decided:
    limits = services.settings.load().limits
    return services.verdicts.decide(selection, decision, limits, stop)
