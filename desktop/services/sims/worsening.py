"""Which numbers got worse since somebody looked last."""

from __future__ import annotations

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.models.records.sims import Worsening
from desktop.models.sim import is_worse
from desktop.models.states import SimStatus
from desktop.models.tables import (
    Customer,
    NewsletterService,
    SimAssignment,
    SimCard,
    SimEvent,
)

_MOST = 50
"""After a large import nobody reads more; the list on the start page has them all."""


def last_event_id(session: Session) -> int:
    """Return the id of the newest change of a number, 0 where there is none."""
    return session.scalar(select(func.max(SimEvent.id))) or 0


def worsenings_between(session: Session, after: int, until: int) -> tuple[Worsening, ...]:
    """Return the changes since ``after`` that made a number worse and still hold.

    What comes after ``until`` belongs to the next look, which would tell it once more.
    """
    rows = session.execute(
        select(
            SimEvent,
            SimCard.msisdn,
            func.coalesce(NewsletterService.name, ""),
            func.coalesce(Customer.name, ""),
        )
        .join(SimCard, SimCard.id == SimEvent.sim_id)
        .outerjoin(
            SimAssignment,
            (SimAssignment.sim_id == SimCard.id) & SimAssignment.until_at.is_(None),
        )
        .outerjoin(NewsletterService, NewsletterService.id == SimAssignment.service_id)
        .outerjoin(Customer, Customer.id == NewsletterService.customer_id)
        .where(
            SimEvent.id > after,
            SimEvent.id <= until,
            SimEvent.status == SimCard.status,
            SimEvent.at == SimCard.status_since,
            SimEvent.status.in_((SimStatus.WARNED, SimStatus.BLOCKED)),
        )
        .order_by(SimEvent.id)
        .limit(_MOST)
    )
    return tuple(
        Worsening(
            event.id, event.sim_id, number, event.status, service, customer, event.actor,
            event.source,
        )
        for event, number, service, customer in rows
        if is_worse(_before(session, event), event.status)
    )  # fmt: skip


def _before(session: Session, event: SimEvent) -> SimStatus | None:
    """Return the status of the card before a change."""
    return session.scalar(
        select(SimEvent.status)
        .where(SimEvent.sim_id == event.sim_id, SimEvent.at < event.at)
        .order_by(SimEvent.at.desc(), SimEvent.id.desc())
        .limit(1)
    )
