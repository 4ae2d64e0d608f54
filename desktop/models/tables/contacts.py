"""Contacts of the services and the events that made them what they are."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.states import ContactEventKind, ContactState, SmsState
from desktop.models.tables.base import Base
from desktop.models.types import BigId, DigitsText, EnumByValue, UtcDateTime

INCOMPLETE_ONLY = text("state = 'incomplete'")


class Contact(Base):
    """One person's mobile number in one service.

    Everything from ``state`` on is a projection: ``state`` to ``stopped_at`` of the contact's
    events, the reminder columns of the SMS sent since ``entered_at``. ``reversed_digits`` lets an
    index find a number by its last digits. The partial indexes serve the list of incomplete
    sign-ups, each for one order of its rows.
    """

    __tablename__ = "contacts"
    __table_args__ = (
        UniqueConstraint("service_id", "e164"),
        Index("ix_contacts_e164", "e164"),
        Index("ix_contacts_reversed_digits", "reversed_digits"),
        Index("ix_contacts_service_id_state", "service_id", "state"),
        Index(
            "ix_incomplete_service_entered",
            "service_id",
            "entered_at",
            "id",
            sqlite_where=INCOMPLETE_ONLY,
            postgresql_where=INCOMPLETE_ONLY,
        ),
        *(
            Index(
                f"ix_incomplete_{column}",
                column,
                "id",
                sqlite_where=INCOMPLETE_ONLY,
                postgresql_where=INCOMPLETE_ONLY,
            )
            for column in ("entered_at", "reminders_sent", "last_reminder_at")
        ),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    service_id: Mapped[int] = mapped_column(ForeignKey("services.id"))
    e164: Mapped[str] = mapped_column(DigitsText)
    reversed_digits: Mapped[str] = mapped_column(DigitsText)
    raw_phone: Mapped[str] = mapped_column(Text)
    name: Mapped[str] = mapped_column(Text, default="")
    source: Mapped[str] = mapped_column(Text, default="")
    state: Mapped[ContactState] = mapped_column(EnumByValue(ContactState))
    entered_at: Mapped[datetime] = mapped_column(UtcDateTime)
    started_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    started_on: Mapped[str | None] = mapped_column(Text)
    stopped_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    reminders_sent: Mapped[int] = mapped_column(default=0)
    last_reminder_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    last_reminder_state: Mapped[SmsState | None] = mapped_column(EnumByValue(SmsState))


class ContactEvent(Base):
    """One thing that happened to a contact: appended, never edited, never taken away.

    ``number`` is the sender number that received a *started*; NULL where nobody recorded it.
    ``source`` says where the desk has it from (import, dispatch reply, agent).
    """

    __tablename__ = "contact_events"
    __table_args__ = (UniqueConstraint("contact_id", "kind", "at"),)

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    contact_id: Mapped[int] = mapped_column(ForeignKey("contacts.id"))
    kind: Mapped[ContactEventKind] = mapped_column(EnumByValue(ContactEventKind))
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    number: Mapped[str | None] = mapped_column(Text)
    source: Mapped[str] = mapped_column(Text, default="import")
