"""Customers as the desk shows them: the list, the page of one, who was open, who was verified."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import Select, case, func, select

from desktop.errors import NotFoundError
from desktop.models.folding import fold
from desktop.models.records.customers import (
    CustomerCard,
    CustomerFacts,
    CustomerLine,
    ServiceFacts,
    Visit,
)
from desktop.models.states import ContactState, SimStatus, VerificationMethod
from desktop.models.tables import Customer, CustomerVisit, NewsletterService, ServiceCount
from desktop.services import customer_history, service_bands
from desktop.services.notes import notes_of
from desktop.services.storage import audit
from desktop.services.storage.database import Database
from desktop.services.storage.dialect import upsert

LAST_VISITS = 6


class Customers:
    """Reads customers; writes only who was open last and whose caller was verified."""

    def __init__(self, database: Database) -> None:
        """Read from ``database``."""
        self._database = database

    def lines(self, text: str = "") -> tuple[CustomerLine, ...]:
        """Return all customers whose name, number, place or person holds ``text``, by name.

        Raises:
            StorageError: the database cannot be read.

        """
        statement = _lines()
        for word in fold(text).split():
            statement = statement.where(Customer.search_text.contains(word, autoescape=True))
        with self._database.read() as session:
            lines = [_line(row) for row in session.execute(statement)]
        return tuple(sorted(lines, key=lambda line: (fold(line.name), line.id)))

    def card(self, customer_id: int, *, today: date, period_days: int = 30) -> CustomerCard:
        """Return everything on the page of one customer.

        Raises:
            NotFoundError: there is no such customer.
            StorageError: the database cannot be read.

        """
        with self._database.read() as session:
            customer = session.get(Customer, customer_id)
            if customer is None:
                raise NotFoundError("customer", str(customer_id))
            card = CustomerCard(
                facts=customer_facts(customer),
                services=service_bands.bands_of(session, customer_id, today, period_days),
                requests=customer_history.requests_of(session, customer_id),
                dispatches=customer_history.dispatches_of(session, customer_id),
                notes=notes_of(session, customer_id),
                history=customer_history.acts_of(session, customer_id),
            )
        services = tuple(service_bands.with_share(band) for band in card.services)
        return replace(card, services=services)

    def facts(self, customer_id: int) -> CustomerFacts:
        """Return who a customer is.

        Raises:
            NotFoundError: there is no such customer.

        """
        with self._database.read() as session:
            customer = session.get(Customer, customer_id)
            if customer is None:
                raise NotFoundError("customer", str(customer_id))
            return customer_facts(customer)

    def service(self, service_id: int) -> ServiceFacts:
        """Return what is fixed about a service.

        Raises:
            NotFoundError: there is no such service.

        """
        with self._database.read() as session:
            service = session.get(NewsletterService, service_id)
            if service is None:
                raise NotFoundError("service", str(service_id))
            return service_facts(service)

    def note_visit(self, customer_id: int, agent: str) -> None:
        """Remember that ``agent`` has this customer open now."""
        now = self._database.clock()
        with self._database.write() as session:
            statement = upsert(session, CustomerVisit).values(
                agent=agent, customer_id=customer_id, visited_at=now
            )
            session.execute(
                statement.on_conflict_do_update(
                    index_elements=[CustomerVisit.agent, CustomerVisit.customer_id],
                    set_={"visited_at": now},
                )
            )

    def note_verification(self, customer_id: int, method: VerificationMethod, agent: str) -> None:
        """Write down that the caller was verified for this customer, and how; never the secret."""
        now = self._database.clock()
        act = audit.Act(
            "caller_verified", agent, now, {"method": method.value}, customer_id=customer_id
        )
        with self._database.write() as session:
            audit.record(session, act)

    def last_visits(self, agent: str, limit: int = LAST_VISITS) -> tuple[Visit, ...]:
        """Return the customers that ``agent`` had open last, the latest first."""
        statement = (
            select(Customer.id, Customer.name, Customer.city, CustomerVisit.visited_at)
            .join(CustomerVisit, CustomerVisit.customer_id == Customer.id)
            .where(CustomerVisit.agent == agent)
            .order_by(CustomerVisit.visited_at.desc())
            .limit(limit)
        )
        with self._database.read() as session:
            return tuple(Visit(*row) for row in session.execute(statement))


def customer_facts(customer: Customer) -> CustomerFacts:
    """Return who a customer is, from its row."""
    return CustomerFacts(
        id=customer.id,
        customer_no=customer.customer_no,
        name=customer.name,
        street=customer.street,
        zip=customer.zip,
        city=customer.city,
        country=customer.country,
        language=customer.language,
        contact_person=customer.contact_person,
        contact_phone=customer.contact_phone,
        contact_phone_raw=customer.contact_phone_raw,
        contact_email=customer.contact_email,
        imported_notes=customer.imported_notes,
    )


def service_facts(service: NewsletterService) -> ServiceFacts:
    """Return what is fixed about a service, from its row."""
    return ServiceFacts(
        id=service.id,
        service_no=service.service_no,
        customer_id=service.customer_id,
        name=service.name,
        start_keyword=service.start_keyword,
        stop_keyword=service.stop_keyword,
        signup_url=service.signup_url,
        timezone=service.timezone,
        sender_number=service.sender_number,
        sim_status=service.sim_status,
    )


def _lines() -> Select[*tuple[Any, ...]]:
    services = (
        select(
            NewsletterService.customer_id,
            func.count().label("services"),
            func.sum(case((NewsletterService.sim_status == SimStatus.BLOCKED, 1), else_=0)).label(
                "blocked"
            ),
        )
        .group_by(NewsletterService.customer_id)
        .subquery()
    )
    counts = (
        select(
            NewsletterService.customer_id,
            _sum_of(ContactState.ACTIVE).label("active"),
            _sum_of(ContactState.INCOMPLETE).label("incomplete"),
        )
        .join(ServiceCount, ServiceCount.service_id == NewsletterService.id)
        .group_by(NewsletterService.customer_id)
        .subquery()
    )
    return (
        select(
            Customer.id,
            Customer.customer_no,
            Customer.name,
            Customer.city,
            Customer.country,
            Customer.contact_person,
            Customer.contact_phone,
            func.coalesce(services.c.services, 0).label("services"),
            func.coalesce(services.c.blocked, 0).label("blocked_services"),
            func.coalesce(counts.c.active, 0).label("active"),
            func.coalesce(counts.c.incomplete, 0).label("incomplete"),
        )
        .outerjoin(services, services.c.customer_id == Customer.id)
        .outerjoin(counts, counts.c.customer_id == Customer.id)
    )


def _sum_of(state: ContactState) -> Any:  # noqa: ANN401  a SQL expression of any number type
    return func.sum(case((ServiceCount.state == state, ServiceCount.contacts), else_=0))


def _line(row: Any) -> CustomerLine:  # noqa: ANN401  a result row
    values = dict(row._mapping)  # noqa: SLF001  the documented way to a row's names
    for name in ("services", "blocked_services", "active", "incomplete"):
        values[name] = int(values[name])
    return CustomerLine(**values)
