"""Customers, their services, and the notes that agents keep on them."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index, Text
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.states import ContactState, SimStatus
from desktop.models.tables.base import Base
from desktop.models.types import DigitsText, EnumByValue, UtcDateTime


class Customer(Base):
    """A business that rents a newsletter service and calls the desk.

    ``search_text`` is what look-up compares with: number, name, city and person, case-folded and
    without accents. ``opt_out_limit_permille`` is which part of its contacts the customer is
    willing to lose in a period, in thousandths; None where the limit of the house holds.
    """

    __tablename__ = "customers"

    id: Mapped[int] = mapped_column(primary_key=True)
    customer_no: Mapped[str] = mapped_column(Text, unique=True)
    name: Mapped[str] = mapped_column(Text)
    street: Mapped[str] = mapped_column(Text, default="")
    zip: Mapped[str] = mapped_column(Text, default="")
    city: Mapped[str] = mapped_column(Text, default="")
    country: Mapped[str] = mapped_column(Text, default="AT")
    language: Mapped[str] = mapped_column(Text, default="de")
    contact_person: Mapped[str] = mapped_column(Text, default="")
    contact_phone_raw: Mapped[str] = mapped_column(Text, default="")
    contact_phone: Mapped[str | None] = mapped_column(DigitsText, index=True)
    contact_phone_reversed: Mapped[str | None] = mapped_column(DigitsText, index=True)
    contact_email: Mapped[str] = mapped_column(Text, default="")
    imported_notes: Mapped[str] = mapped_column(Text, default="")
    search_text: Mapped[str] = mapped_column(Text, default="")
    opt_out_limit_permille: Mapped[int | None] = mapped_column()


class NewsletterService(Base):
    """One newsletter of a customer.

    ``sender_number``, ``sim_status`` and ``number_since`` repeat what the SIM assigned now says
    (a projection, renewed with every SIM change), so that no list has to join for them.
    """

    __tablename__ = "services"

    id: Mapped[int] = mapped_column(primary_key=True)
    service_no: Mapped[str] = mapped_column(Text, unique=True)
    customer_id: Mapped[int] = mapped_column(ForeignKey("customers.id"), index=True)
    name: Mapped[str] = mapped_column(Text)
    start_keyword: Mapped[str] = mapped_column(Text, default="Start")
    stop_keyword: Mapped[str] = mapped_column(Text, default="Stop")
    signup_url: Mapped[str] = mapped_column(Text, default="")
    timezone: Mapped[str] = mapped_column(Text, default="Europe/Vienna")
    sender_number: Mapped[str | None] = mapped_column(DigitsText, index=True)
    sim_status: Mapped[SimStatus | None] = mapped_column(EnumByValue(SimStatus))
    sim_status_since: Mapped[datetime | None] = mapped_column(UtcDateTime)
    number_since: Mapped[datetime | None] = mapped_column(UtcDateTime)
    search_text: Mapped[str] = mapped_column(Text, default="")


class ServiceCount(Base):
    """How many contacts of a service are in a state: kept, not counted, because lists are long."""

    __tablename__ = "service_counts"

    service_id: Mapped[int] = mapped_column(ForeignKey("services.id"), primary_key=True)
    state: Mapped[ContactState] = mapped_column(EnumByValue(ContactState), primary_key=True)
    contacts: Mapped[int] = mapped_column()


class Note(Base):
    """What an agent wrote down about a customer, on its own or within a case."""

    __tablename__ = "notes"
    __table_args__ = (Index("ix_notes_customer_id_written_at", "customer_id", "written_at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    customer_id: Mapped[int] = mapped_column(ForeignKey("customers.id"))
    case_id: Mapped[int | None] = mapped_column(ForeignKey("cases.id"), index=True)
    written_at: Mapped[datetime] = mapped_column(UtcDateTime)
    changed_at: Mapped[datetime] = mapped_column(UtcDateTime)
    agent: Mapped[str] = mapped_column(Text)
    text: Mapped[str] = mapped_column(Text)
    pinned: Mapped[bool] = mapped_column(default=False)


class CustomerVisit(Base):
    """When an agent last had a customer open, for the list of last customers."""

    __tablename__ = "customer_visits"

    agent: Mapped[str] = mapped_column(Text, primary_key=True)
    customer_id: Mapped[int] = mapped_column(ForeignKey("customers.id"), primary_key=True)
    visited_at: Mapped[datetime] = mapped_column(UtcDateTime)
