"""Takes customers and services over into the books."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields
from typing import Any, TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.folding import search_text
from desktop.models.tables import Customer, NewsletterService
from desktop.services.importing.rows import (
    DEFAULT_LANGUAGE,
    Books,
    CustomerRow,
    ServiceRow,
    any_number,
)
from desktop.services.importing.tally import Tally
from desktop.services.sender_numbers import CHUNK, in_chunks

Row = TypeVar("Row", CustomerRow, ServiceRow)

_KEEP_WHEN_EMPTY = frozenset({"country", "language", "timezone", "start_keyword", "stop_keyword"})
"""Columns that must hold something: an empty cell there says nothing."""


def merge_customers(
    session: Session, rows: Sequence[CustomerRow], books: Books, tally: Tally
) -> None:
    """Insert new customers and update known ones; of several rows of one, the last one counts."""
    last = _last_of_each(rows, "customer_no", tally)
    for chunk in in_chunks(last.values(), CHUNK):
        numbers = [row.customer_no for row in chunk]
        known = {
            customer.customer_no: customer
            for customer in session.scalars(
                select(Customer).where(Customer.customer_no.in_(numbers))
            )
        }
        for row in chunk:
            customer = known.get(row.customer_no)
            if customer is None:
                country = row.country or books.default_country
                customer = Customer(country=country, language=DEFAULT_LANGUAGE)
                session.add(customer)
            values = _said(row)
            raw = values.get("contact_phone_raw", customer.contact_phone_raw) or ""
            number = any_number(raw, values.get("country") or customer.country)
            values["contact_phone"] = number
            values["contact_phone_reversed"] = number[:0:-1] if number else None
            changed = _set(customer, values)
            customer.search_text = search_text(
                customer.customer_no,
                customer.name,
                customer.city or "",
                customer.contact_person or "",
            )
            tally.add(inserted=row.customer_no not in known, updated=changed)
        session.flush()


def merge_services(
    session: Session, rows: Sequence[ServiceRow], books: Books, tally: Tally
) -> None:
    """Insert new services and update known ones; of several rows of one, the last one counts."""
    last = _last_of_each(rows, "service_no", tally)
    for chunk in in_chunks(last.values(), CHUNK):
        customers = _customer_ids(session, {row.customer_no for row in chunk})
        numbers = [row.service_no for row in chunk]
        known = {
            service.service_no: service
            for service in session.scalars(
                select(NewsletterService).where(NewsletterService.service_no.in_(numbers))
            )
        }
        for row in chunk:
            service = known.get(row.service_no)
            if service is None:
                service = NewsletterService(timezone=books.zone_for(row.customer_no))
                session.add(service)
            values = _said(row)
            values["customer_id"] = customers[values.pop("customer_no")]
            changed = _set(service, values)
            service.search_text = search_text(service.service_no, service.name)
            tally.add(inserted=row.service_no not in known, updated=changed)
        session.flush()


def _last_of_each(rows: Sequence[Row], key: str, tally: Tally) -> Mapping[str, Row]:
    """Return the last row of each key; those before it are counted as unchanged."""
    last = {getattr(row, key): row for row in rows}
    tally.unchanged += len(rows) - len(last)
    return last


def _said(row: CustomerRow | ServiceRow) -> dict[str, Any]:
    """Return what a row says: a column that the file lacks says nothing."""
    values = {field.name: getattr(row, field.name) for field in fields(row)}
    if values.get("country"):
        values["country"] = values["country"].upper()
    return {
        name: value
        for name, value in values.items()
        if value or (value is not None and name not in _KEEP_WHEN_EMPTY)
    }


def _set(mapped: Customer | NewsletterService, values: Mapping[str, Any]) -> bool:
    """Set what differs and return whether anything did."""
    different = {name: value for name, value in values.items() if getattr(mapped, name) != value}
    for name, value in different.items():
        setattr(mapped, name, value)
    return bool(different)


def _customer_ids(session: Session, numbers: set[str]) -> dict[str, int]:
    rows = session.execute(
        select(Customer.customer_no, Customer.id).where(Customer.customer_no.in_(numbers))
    )
    return {number: customer_id for number, customer_id in rows}  # noqa: C416 - typed rows
