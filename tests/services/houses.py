"""Small databases that several tests of the services furnish alike."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from sqlalchemy.orm import Session

from desktop.models.folding import search_text
from desktop.models.states import ContactState, SimStatus
from desktop.models.tables import Customer, NewsletterService, ServiceCount, TrafficDay

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
TODAY = date(2026, 11, 24)
AGENT = "Lena Moser"


def noon() -> datetime:
    """The clock of these tests."""
    return NOON


def add_customer(session: Session, name: str = "Autohaus Winkler", number: str = "K1") -> Customer:
    """Add a customer who has nothing yet."""
    customer = Customer(
        customer_no=number, name=name, city="Wien", search_text=search_text(number, name, "Wien")
    )
    session.add(customer)
    session.flush()
    return customer


def add_service(
    session: Session,
    customer: Customer,
    *,
    number: str = "D1",
    status: SimStatus | None = SimStatus.ACTIVE,
    active: int = 0,
    incomplete: int = 0,
) -> NewsletterService:
    """Add a service with its kept counts."""
    service = NewsletterService(
        service_no=number,
        customer_id=customer.id,
        name=f"News {number}",
        sender_number="+436998885393",
        sim_status=status,
        sim_status_since=NOON - timedelta(days=7),
    )
    session.add(service)
    session.flush()
    session.add_all(
        ServiceCount(service_id=service.id, state=state, contacts=contacts)
        for state, contacts in (
            (ContactState.ACTIVE, active),
            (ContactState.INCOMPLETE, incomplete),
        )
    )
    return service


def add_traffic(session: Session, service: NewsletterService, days: int, opt_outs: int) -> None:
    """Add ``days`` days that end yesterday, each with 100 contacts and two messages."""
    session.add_all(
        TrafficDay(
            service_id=service.id,
            day=TODAY - timedelta(days=back),
            contacts_at_risk=100,
            messages_sent=2.0,
            opt_outs=opt_outs,
        )
        for back in range(1, days + 1)
    )
