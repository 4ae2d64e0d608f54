"""What the step of the new number reads and does, on a worker."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from threading import Event

from desktop.models.records.cases import CaseRecord
from desktop.models.records.customers import ServiceFacts
from desktop.models.records.number_changes import NumberTracker
from desktop.models.records.sims import SimRow, SimStock
from desktop.services.bundle import Services
from desktop.services.sims.entering import NumberAct
from desktop.views.cases.case_file import CaseFile, read_case

MOST_CHOICES = 6


@dataclass(frozen=True, slots=True)
class NumberState:
    """A service's number now, its last change, and the numbers that it may get."""

    service: ServiceFacts
    last_change: NumberTracker | None
    free: tuple[SimRow, ...]
    stock: SimStock


def read_state(services: Services, service_id: int, _stop: Event) -> NumberState:
    """Read where a service's number stands.

    Raises:
        StorageError: the database cannot be read.

    """
    minimum = services.settings.load().limits.stock_warning
    return NumberState(
        services.customers.service(service_id),
        services.number_changes.tracker(service_id),
        services.sims.free(service_id)[:MOST_CHOICES],
        services.sims.stock(minimum),
    )


def block(
    services: Services,
    number: str,
    since: datetime | None,
    reason: str,
    agent: str,
    record: CaseRecord,
) -> CaseFile:
    """Mark a number as blocked since a moment, without one since now, on the case.

    Raises:
        InvalidValueError: it cannot have been blocked at that moment.
        RefusedError: it is blocked already, or a colleague was faster.

    """
    services.sim_changes.block(number, NumberAct(agent, reason, case_id=record.id), since)
    return read_case(services, record.id, Event())


def assign(services: Services, card: SimRow, agent: str, record: CaseRecord) -> CaseFile:
    """Give the service of the case a number from stock: its contacts must register again.

    Raises:
        RefusedError: the number is taken, or the service's own still works.

    """
    if record.service_id is not None:
        act = NumberAct(agent, case_id=record.id, expected={card.sim_id: card.revision})
        services.sim_assigning.assign(card.sim_id, record.service_id, act)
    return read_case(services, record.id, Event())
