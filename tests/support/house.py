"""A small house with one service on one number, cards in stock, and contacts, for number tests."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.states import ContactEventKind, ContactState, SimStatus
from desktop.models.tables import Contact, ContactEvent, NewsletterService, SimCard, SimEvent
from desktop.services.projections import renew_contacts, renew_services
from desktop.services.storage.database import Database
from tests.support.numbers import NOON, add_service, add_sim, days_ago, use_sim

SUPERVISOR = "Jana Kofler"
AGENT = "Lena Moser"
COLLEAGUE = "Tobias Reiter"


class Clock:
    """A clock that a test sets."""

    def __init__(self, now: datetime = NOON) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def goes_on(self, **time: float) -> None:
        self.now += timedelta(**time)


@dataclass(frozen=True)
class House:
    """Ids of what stands in the books."""

    service: int
    other_service: int
    sim: int
    other_sim: int
    stock: tuple[int, ...]
    number: str
    contacts: int


def build_house(database: Database, *, stock: int = 2, contacts: int = 3) -> House:
    """Two services on active numbers since long ago, ``stock`` free cards."""
    with database.write() as session:
        one, two = add_service(session, "Werkstatt"), add_service(session, "Angebote")
        cards = []
        for place, service in enumerate((one, two)):
            card = add_sim(session, f"650000000{place}", SimStatus.ACTIVE, days_ago(200))
            card.iccid = f"894301000000000000{place}"
            use_sim(session, card, service, days_ago(200))
            _event(card, session, SimStatus.ACTIVE, days_ago(200), service)
            cards.append(card)
        free = [
            add_sim(session, f"650000001{place}", SimStatus.IN_STOCK, days_ago(30))
            for place in range(stock)
        ]
        for place in range(contacts):
            _contact(session, one, f"+4366000000{place}", cards[0].msisdn)
        renew_services(session, {one.id, two.id})
        renew_contacts(session, list(session.scalars(select(Contact.id))))
        return House(
            one.id,
            two.id,
            cards[0].id,
            cards[1].id,
            tuple(card.id for card in free),
            cards[0].msisdn,
            contacts,
        )


def _event(
    card: SimCard, session: Session, status: SimStatus, at: datetime, service: NewsletterService
) -> None:
    session.add(
        SimEvent(sim_id=card.id, status=status, at=at, service_id=service.id, actor="import")
    )


def _contact(session: Session, service: NewsletterService, e164: str, number: str) -> None:
    contact = Contact(
        service_id=service.id,
        e164=e164,
        reversed_digits=e164[:0:-1],
        raw_phone=e164,
        state=ContactState.INCOMPLETE,
        entered_at=days_ago(100),
    )
    session.add(contact)
    session.flush()
    for kind, at in ((ContactEventKind.ENTERED, 100), (ContactEventKind.STARTED, 99)):
        session.add(
            ContactEvent(
                contact_id=contact.id,
                kind=kind,
                at=days_ago(at),
                number=number if kind is ContactEventKind.STARTED else None,
            )
        )
