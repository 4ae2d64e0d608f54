"""Services, SIM cards and traffic for tests, a line each."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from sqlalchemy.orm import Session

from desktop.models.states import SimStatus
from desktop.models.tables import (
    Customer,
    NewsletterService,
    SimAssignment,
    SimCard,
    SimEvent,
    TrafficDay,
)

NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
FIRST_DAY = date(2025, 1, 6)


def days_ago(days: float) -> datetime:
    """The moment some days before noon."""
    return NOON - timedelta(days=days)


def add_service(
    session: Session, name: str, *, timezone: str = "Europe/Vienna"
) -> NewsletterService:
    """A service of a customer of its own."""
    customer = Customer(customer_no=f"K-{name}", name=f"Customer of {name}")
    session.add(customer)
    session.flush()
    service = NewsletterService(
        service_no=f"D-{name}", customer_id=customer.id, name=name, timezone=timezone
    )
    session.add(service)
    session.flush()
    return service


def add_sim(session: Session, number: str, status: SimStatus, since: datetime = NOON) -> SimCard:
    """A card whose number ends like its ICCID."""
    sim = SimCard(
        iccid=f"8943{number}",
        msisdn=f"+43{number}",
        msisdn_reversed=f"+43{number}"[::-1],
        carrier="A1",
        status=status,
        status_since=since,
    )
    session.add(sim)
    session.flush()
    return sim


def use_sim(
    session: Session,
    sim: SimCard,
    service: NewsletterService,
    from_at: datetime | None,
    until_at: datetime | None = None,
) -> None:
    """Let a service send from a card in a span of time."""
    session.add(
        SimAssignment(sim_id=sim.id, service_id=service.id, from_at=from_at, until_at=until_at)
    )
    session.flush()


def add_event(session: Session, sim: SimCard, status: SimStatus, at: datetime, reason: str) -> None:
    """A change of a card's status."""
    session.add(SimEvent(sim_id=sim.id, status=status, at=at, reason=reason, actor="Lena Moser"))
    session.flush()


def add_days(
    session: Session,
    service: NewsletterService,
    count: int,
    *,
    messages: float = 2.0,
    opt_outs: int = 1,
    first: date = FIRST_DAY,
) -> None:
    """Days of traffic, each like the other, with 100 contacts at risk."""
    for offset in range(count):
        session.add(
            TrafficDay(
                service_id=service.id,
                day=first + timedelta(days=offset),
                contacts_at_risk=100,
                messages_sent=messages,
                opt_outs=opt_outs,
            )
        )
    session.flush()
