"""The queries of the look-up, each answered by an index or by a table of a few thousand rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from desktop.models.folding import fold
from desktop.models.phone import LineKind, PlausibleReading
from desktop.models.records.lookup import Hit, HitGroup, HitKind, HitReason
from desktop.models.tables import (
    Case,
    Contact,
    Customer,
    CustomerRequest,
    Dispatch,
    NewsletterService,
    SimAssignment,
    SimCard,
)
from desktop.services.case_rows import DISPATCH_OF_CASE
from desktop.services.lookup_hits import (
    case_hit,
    contact_hit,
    customer_hit,
    service_hit,
    sim_hit,
)

_AFTER_DIGITS = ":"
"""The character that follows the digits: the open end of a range of texts of digits."""

Text = InstrumentedAttribute[str] | InstrumentedAttribute[str | None]


def by_code(session: Session, text: str) -> Iterator[Hit]:
    """Find what bears exactly this code: customer, service, case or dispatch number, or ICCID."""
    code = text.upper().replace(" ", "")
    for customer in session.execute(_customers().where(Customer.customer_no == code)):
        yield customer_hit(customer, HitReason.CUSTOMER_NO, number=code, matched=code)
    for service in session.execute(_services().where(NewsletterService.service_no == code)):
        yield service_hit(service, HitReason.SERVICE_NO, number=code, matched=code)
    for case in session.execute(_cases().where(Case.case_no == code)):
        yield case_hit(case, HitReason.CASE_NO, number=code)
    dispatches = (
        select(Dispatch.id, Dispatch.dispatch_no, Customer.name, Dispatch.customer_id)
        .join(Customer, Customer.id == Dispatch.customer_id)
        .where(Dispatch.dispatch_no == code)
    )
    for row in session.execute(dispatches):
        yield Hit(
            HitKind.DISPATCH,
            row.id,
            row.dispatch_no,
            code,
            HitReason.DISPATCH_NO,
            HitGroup.EXACT,
            matched=code,
            detail=(row.name,),
            customer_id=row.customer_id,
        )
    for sim in session.execute(_sims().where(SimCard.iccid == code)):
        yield sim_hit(sim, HitReason.ICCID, number=sim.iccid, matched=sim.iccid)


def by_number(session: Session, readings: Sequence[PlausibleReading], limit: int) -> Iterator[Hit]:
    """Find everybody who has one of the numbers that the text may mean, the likeliest first."""
    for place, reading in enumerate(readings):
        likely = place == 0 or reading.kind is LineKind.MOBILE
        group = HitGroup.EXACT if likely else HitGroup.MAYBE
        yield from _exactly(session, reading, group, limit)


def _exactly(
    session: Session, reading: PlausibleReading, group: HitGroup, limit: int
) -> Iterator[Hit]:
    number = reading.e164
    how: dict[str, Any] = {
        "number": number,
        "matched": number,
        "group": group,
        "reading": reading,
    }
    for row in session.execute(_customers().where(Customer.contact_phone == number)):
        yield customer_hit(row, HitReason.PERSONS_PHONE, **how)
    for row in session.execute(_services().where(NewsletterService.sender_number == number)):
        yield service_hit(row, HitReason.SENDER_NUMBER, **how)
    for row in session.execute(_sims().where(SimCard.msisdn == number)):
        yield sim_hit(row, HitReason.SIM_NUMBER, **how)
    calls = _cases().where(CustomerRequest.caller_number == number)
    for row in session.execute(calls.order_by(Case.opened_at.desc()).limit(limit)):
        yield case_hit(row, HitReason.CALLERS_PHONE, **how)
    for row in session.execute(_contacts().where(Contact.e164 == number).limit(limit)):
        yield contact_hit(row, HitReason.CONTACT_NUMBER, **how)


def by_last_digits(session: Session, digits: str, limit: int) -> Iterator[Hit]:
    """Find numbers and ICCIDs that end with ``digits``, through the reversed-digits indexes."""
    how: dict[str, Any] = {"matched": digits, "group": HitGroup.MAYBE}
    reason = HitReason.LAST_DIGITS
    customers = _customers().where(
        or_(
            _ends_with(Customer.contact_phone_reversed, digits),
            Customer.customer_no.endswith(digits),
        )
    )
    for row in session.execute(customers.limit(limit)):
        by_code = row.customer_no.endswith(digits)
        number = row.customer_no if by_code else row.contact_phone
        yield customer_hit(row, reason, number=number, **how)
    sims = _sims().where(
        or_(_ends_with(SimCard.msisdn_reversed, digits), SimCard.iccid.endswith(digits))
    )
    for row in session.execute(sims.limit(limit)):
        number = row.iccid if row.iccid.endswith(digits) else row.msisdn
        yield sim_hit(row, reason, number=number, **how)
    contacts = _contacts().where(_ends_with(Contact.reversed_digits, digits))
    for row in session.execute(contacts.order_by(Contact.reversed_digits).limit(limit)):
        yield contact_hit(row, reason, number=row.e164, **how)


def by_number_start(session: Session, starts: Sequence[str], limit: int) -> Iterator[Hit]:
    """Find numbers that begin as the half-typed number may mean."""
    for start in starts:
        how: dict[str, Any] = {"matched": start, "group": HitGroup.MAYBE}
        customers = _customers().where(_begins_with(Customer.contact_phone, start))
        for row in session.execute(customers.limit(limit)):
            yield customer_hit(row, HitReason.FIRST_DIGITS, number=row.contact_phone, **how)
        services = _services().where(_begins_with(NewsletterService.sender_number, start))
        for row in session.execute(services.limit(limit)):
            yield service_hit(row, HitReason.FIRST_DIGITS, number=row.sender_number, **how)
        contacts = _contacts().where(_begins_with(Contact.e164, start))
        for row in session.execute(contacts.order_by(Contact.e164).limit(limit)):
            yield contact_hit(row, HitReason.FIRST_DIGITS, number=row.e164, **how)


def by_words(session: Session, words: Sequence[str], limit: int) -> Iterator[Hit]:
    """Find customers and services whose names hold all words; whole beginnings come first."""
    if not words:
        return
    customers = _customers().where(_holds(Customer.search_text, words)).order_by(Customer.name)
    found = session.execute(customers.limit(limit)).all()
    phrase = " ".join(words)
    for row in sorted(found, key=lambda row: not fold(row.name).startswith(phrase)):
        yield customer_hit(row, _reason_in_customer(row, words), matched=phrase)
    services = (
        _services()
        .where(_holds(NewsletterService.search_text, words))
        .order_by(NewsletterService.name)
    )
    for row in session.execute(services.limit(limit)):
        yield service_hit(row, HitReason.NAME, number=row.service_no, matched=phrase)


def _reason_in_customer(row: Any, words: Sequence[str]) -> HitReason:  # noqa: ANN401  a result row
    for text, reason in (
        (row.name, HitReason.NAME),
        (row.contact_person, HitReason.PERSON),
        (row.city, HitReason.PLACE),
    ):
        if all(word in fold(text) for word in words):
            return reason
    return HitReason.NAME


def _ends_with(column: Text, digits: str) -> ColumnElement[bool]:
    start = digits[::-1]
    return and_(column >= start, column < start + _AFTER_DIGITS)


def _begins_with(column: Text, start: str) -> ColumnElement[bool]:
    return and_(column >= start, column < start + _AFTER_DIGITS)


def _holds(column: Text, words: Sequence[str]) -> ColumnElement[bool]:
    # The table holds thousands of rows, not millions: a scan takes a few milliseconds.
    return and_(*(column.contains(word, autoescape=True) for word in words))


def _customers() -> Select[*tuple[Any, ...]]:
    return select(
        Customer.id,
        Customer.customer_no,
        Customer.name,
        Customer.city,
        Customer.country,
        Customer.contact_person,
        Customer.contact_phone,
    )


def _services() -> Select[*tuple[Any, ...]]:
    return select(
        NewsletterService.id,
        NewsletterService.service_no,
        NewsletterService.name,
        NewsletterService.customer_id,
        NewsletterService.sender_number,
        NewsletterService.sim_status,
        Customer.name.label("customer"),
    ).join(Customer, Customer.id == NewsletterService.customer_id)


def _sims() -> Select[*tuple[Any, ...]]:
    """Select cards, each with the service that sends from it now, and whose that is."""
    return (
        select(
            SimCard.id,
            func.coalesce(SimCard.iccid, "").label("iccid"),
            SimCard.msisdn,
            SimCard.status,
            SimCard.carrier,
            func.coalesce(NewsletterService.name, "").label("service"),
            NewsletterService.customer_id,
            func.coalesce(Customer.name, "").label("customer"),
        )
        .outerjoin(
            SimAssignment, (SimAssignment.sim_id == SimCard.id) & SimAssignment.until_at.is_(None)
        )
        .outerjoin(NewsletterService, NewsletterService.id == SimAssignment.service_id)
        .outerjoin(Customer, Customer.id == NewsletterService.customer_id)
    )


def _contacts() -> Select[*tuple[Any, ...]]:
    return (
        select(
            Contact.id,
            Contact.e164,
            Contact.state,
            Contact.service_id,
            NewsletterService.name.label("service"),
            NewsletterService.customer_id,
            Customer.name.label("customer"),
        )
        .join(NewsletterService, NewsletterService.id == Contact.service_id)
        .join(Customer, Customer.id == NewsletterService.customer_id)
    )


def _cases() -> Select[*tuple[Any, ...]]:
    return (
        select(
            Case.id,
            Case.case_no,
            Case.kind,
            Case.state,
            Case.due_at,
            DISPATCH_OF_CASE.label("dispatch_state"),
            Case.opened_at,
            Case.customer_id,
            Customer.name.label("customer"),
        )
        .join(Customer, Customer.id == Case.customer_id)
        .outerjoin(CustomerRequest, CustomerRequest.case_id == Case.id)
    )
