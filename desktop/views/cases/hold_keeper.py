"""Tells the other desks which case is open here, for as long as it is."""

from __future__ import annotations

from functools import partial
from threading import Event

from PySide6.QtCore import QObject, QTimer

from desktop.models.case_lease import RENEW_S, CaseLease
from desktop.services.case_handing import CaseHanding
from desktop.views.cases.editor import CaseEditor
from desktop.views.tasks import Running


class HoldKeeper(QObject):
    """Holds the case that is looked at, if it is the agent's own, and lets it go afterwards."""

    def __init__(self, case: CaseEditor) -> None:
        super().__init__(case)
        self._case = case
        self._held: int | None = None
        self._running: Running[CaseLease] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(RENEW_S * 1_000)
        self._timer.timeout.connect(self._renew)

    def begin(self) -> None:
        """Hold the case that is open now; one that was held before is let go."""
        wanted = self._case.file.record.id if self._case.may_hold else None
        if self._held is not None and self._held != wanted:
            self.end()
        if wanted is not None and self._held != wanted:
            self._held = wanted
            self._timer.start()
            self._renew()

    def end(self) -> None:
        """Let the case go."""
        self._timer.stop()
        held, self._held = self._held, None
        if held is not None:
            handing, agent = self._case.desk.services.case_handing, self._case.desk.agent
            self._case.desk.tasks.run(
                partial(_let_go, handing, held, agent), self._note_end, self._ignore
            )

    def _renew(self) -> None:
        if self._held is None or (self._running is not None and self._running.active):
            return
        desk = self._case.desk
        work = partial(_hold, desk.services.case_handing, self._held, desk.agent)
        self._running = desk.tasks.run(work, self._take, self._ignore)

    def _take(self, lease: CaseLease) -> None:
        if self._case.is_loaded and self._case.file.record.id == self._held:
            self._case.show_lease(lease)

    def _note_end(self, _nothing: None) -> None:
        """Nothing is left to do: the others hear of it from the database."""

    def _ignore(self, _error: BaseException) -> None:
        """Do without: the next beat tries again, and a lease that is not renewed ends by itself."""


def _hold(handing: CaseHanding, case_id: int, agent: str, _stop: Event) -> CaseLease:
    return handing.hold(case_id, agent)


def _let_go(handing: CaseHanding, case_id: int, agent: str, _stop: Event) -> None:
    handing.let_go(case_id, agent)
