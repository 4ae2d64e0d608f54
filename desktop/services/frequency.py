"""What the frequency of a service goes with: its own estimate, and that of all services.

    Frequency.own(service_id) -> OwnEstimate       # one service, some hundredths of a second
    Frequency.peers(stop) -> PeerEstimate          # all services, seconds: in a worker
    Frequency.ranking(stop) -> Ranking             # the same by name, the largest loss first

numpy and scipy are loaded by the first estimate, not with this module.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from threading import Event, Lock
from typing import TYPE_CHECKING

from sqlalchemy import select

from desktop.errors import CancelledError
from desktop.models.changes import Change
from desktop.models.frequency.weeks import is_left_out
from desktop.models.records.frequency import OwnEstimate
from desktop.models.records.peers import PeerEstimate, RankedService, Ranking
from desktop.models.records.traffic import NumberChange, TrafficSpan
from desktop.models.tables import Customer, NewsletterService
from desktop.services.sender_numbers import in_chunks
from desktop.services.storage.database import Database
from desktop.services.traffic import changes_of, first_day, service_of, zone_of

if TYPE_CHECKING:
    from desktop.models.frequency.arrays import Flags

LIMIT_SHARE = 0.05
"""What a customer may lose in a period where nothing else is set."""

_BATCH = 100
"""Services whose days lie in memory together."""


_LOOK_AGAIN_S = 0.1
"""How often somebody who waits for another's estimate looks whether it is still wanted."""


@dataclass(frozen=True, slots=True)
class _Ground:
    """What the estimate of all services rests on; ``changes`` are days of new numbers."""

    traffic_version: int
    services: tuple[int, ...]
    last_day: int
    changes: Mapping[int, Sequence[int]]


class Frequency:
    """Estimates how opt-outs go with the frequency."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._estimating = Lock()
        self._kept: tuple[tuple[_Ground, int], PeerEstimate] | None = None

    def own(
        self,
        service_id: int,
        span: TrafficSpan = TrafficSpan.ALL,
        period_days: int = 30,
        limit: float = LIMIT_SHARE,
    ) -> OwnEstimate:
        """Return what one service's days say; the 30 days after a number change do not count.

        ``limit`` is the share (0..1) that a customer may lose in a period who has no limit of its
        own; ``span`` is counted back from the last day with traffic.

        Raises:
            NotFoundError: there is no such service.
            StorageError: the database cannot be read.

        """
        from desktop.models.frequency.estimate import own_estimate
        from desktop.services.frequency_days import event_days, traffic_of

        with self._database.read() as session:
            service, _ = service_of(session, service_id)
            permille = session.scalar(
                select(Customer.opt_out_limit_permille).where(Customer.id == service.customer_id)
            )
            days = traffic_of(session, [service_id])
            dates = [date.fromordinal(int(day)) for day in days.day]
            changes = changes_of(session, service, dates)
            zone = zone_of(service.timezone)
            until = dates[-1] if dates else self._database.clock().astimezone(zone).date()
            replaced = [one.day for one in changes]
            seen = event_days(session, service_id, zone, replaced, until)
        limit = limit if permille is None else permille / 1_000
        left_out = _left_out(dates, changes, span)
        found = own_estimate(days, left_out, seen, limit, period_days)
        return replace(found, limit_is_own=permille is not None)

    def peers(self, stop: Event, period_days: int = 30) -> PeerEstimate:
        """Return what all services together say; it is worked out anew when the data change.

        Raises:
            CancelledError: ``stop`` was set.
            StorageError: the database cannot be read.

        """
        while not self._estimating.acquire(timeout=_LOOK_AGAIN_S):
            if stop.is_set():
                raise CancelledError
        try:
            ground = self._ground()
            if self._kept is None or self._kept[0] != (ground, period_days):
                self._kept = (ground, period_days), self._estimated(ground, stop, period_days)
            return self._kept[1]
        finally:
            self._estimating.release()

    def ranking(self, stop: Event, period_days: int = 30) -> Ranking:
        """Return all services by what they lose, each drawn to the others.

        Raises:
            CancelledError: ``stop`` was set.
            StorageError: the database cannot be read.

        """
        peers = self.peers(stop, period_days)
        before = {one.service_id: one for one in peers.before}
        statement = select(NewsletterService.id, NewsletterService.name, Customer.name).join(
            Customer, Customer.id == NewsletterService.customer_id
        )
        with self._database.read() as session:
            names = {row[0]: (row[1], row[2]) for row in session.execute(statement)}
        return Ranking(
            period_days,
            tuple(
                RankedService(
                    one.service_id,
                    *names[one.service_id],
                    now=one,
                    before=before.get(one.service_id),
                    changed=one.service_id in peers.changed,
                )
                for one in peers.losses
                if one.service_id in names
            ),
        )

    def _ground(self) -> _Ground:
        """Return what the estimate of all services rests on, and how often the traffic changed."""
        from desktop.services.frequency_days import days_of_change, last_day, services_with_traffic

        # The version comes first: what changes after it is estimated again next time.
        version = self._database.versions().get(Change.TRAFFIC, 0)
        with self._database.read() as session:
            return _Ground(
                version,
                tuple(services_with_traffic(session)),
                last_day(session),
                days_of_change(session),
            )

    def _estimated(self, ground: _Ground, stop: Event, period_days: int) -> PeerEstimate:
        """Read and estimate all services, some at a time."""
        from desktop.models.frequency.estimate import batch_of, peer_estimate
        from desktop.services.frequency_days import after_change, traffic_of

        batches = []
        for ids in in_chunks(ground.services, _BATCH):
            if stop.is_set():
                raise CancelledError
            with self._database.read() as session:
                days = traffic_of(session, ids, reads=False)
            left_out = after_change(days, ground.changes)
            batches.append(batch_of(days, left_out, ground.last_day))
        return peer_estimate(batches, period_days)


def _left_out(dates: Sequence[date], changes: Sequence[NumberChange], span: TrafficSpan) -> Flags:
    """Flag the days that do not count."""
    import numpy as np

    first = first_day(span, dates[-1]) if dates else date.min
    return np.array([day < first or is_left_out(day, changes) for day in dates], dtype=bool)
