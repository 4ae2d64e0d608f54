"""Asks for the estimates of the frequency page, one after the other, beside the window."""

from __future__ import annotations

from functools import partial
from threading import Event

from PySide6.QtCore import QObject, Signal

from desktop.models.records.frequency import OwnEstimate
from desktop.models.records.peers import PeerEstimate
from desktop.models.records.traffic import TrafficSpan
from desktop.services.bundle import Services
from desktop.views.desk import Desk
from desktop.views.tasks import Running


class Estimator(QObject):
    """First the service that is shown, then, once, all services together.

    Signals:
        owned: the ``OwnEstimate`` of the service asked for last.
        compared: the ``PeerEstimate``.
        failed: what went wrong.
    """

    owned = Signal(object)
    compared = Signal(object)
    failed = Signal(object)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._own: Running[OwnEstimate] | None = None
        self._peers: Running[PeerEstimate] | None = None
        self._period_days = 0

    def estimate(self, service_id: int, span: TrafficSpan, period_days: int) -> None:
        """Estimate a service; an estimate that is still under way is given up."""
        if self._own is not None:
            self._own.cancel()
        if period_days != self._period_days:
            self.forget()
        self._period_days = period_days
        work = partial(_own, self._desk.services, service_id, span, period_days)
        self._own = self._desk.tasks.run(work, self._tell_own, self._tell_failure)

    def forget(self) -> None:
        """Let all services be estimated anew next time."""
        if self._peers is not None:
            self._peers.cancel()
        self._peers = None

    def _tell_own(self, own: OwnEstimate) -> None:
        self.owned.emit(own)
        if self._peers is None:
            work = partial(_all, self._desk.services, self._period_days)
            self._peers = self._desk.tasks.run(work, self._tell_peers, self._drop_peers)

    def _tell_peers(self, peers: PeerEstimate) -> None:
        self.compared.emit(peers)

    def _tell_failure(self, error: BaseException) -> None:
        self.failed.emit(error)

    def _drop_peers(self, error: BaseException) -> None:
        self._peers = None
        self.failed.emit(error)


def _own(
    services: Services, service_id: int, span: TrafficSpan, period_days: int, _stop: Event
) -> OwnEstimate:
    limit = services.settings.load().limits.opt_out_limit_percent / 100
    return services.frequency.own(service_id, span, period_days, limit)


def _all(services: Services, period_days: int, stop: Event) -> PeerEstimate:
    return services.frequency.peers(stop, period_days)
