"""Contacts of the services and the events that made them what they are."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index, Text, UniqueConstraint, text
from sqlalchemy.engine.default import DefaultExecutionContext
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.phone import read_number
from desktop.models.states import ContactEventKind, ContactState, SmsState
from desktop.models.tables.base import Base
from desktop.models.types import BigId, DigitsText, EnumByValue, UtcDateTime

INCOMPLETE_ONLY = text("state = 'incomplete'")

_JUDGED_BY = (
    "service_id", "sms_country", "entered_at", "reminders_sent", "last_reminder_at",
)  # fmt: skip
"""What the reminder rules look at."""


def _incomplete_index(name: str, *order: str) -> Index:
    """Index the incomplete sign-ups in one order of their list.

    What the rules look at stands in the index as well: the list is filtered without a look at
    the table, which is what makes the last page as fast as the first (tests/bench).
    """
    return Index(
        f"ix_incomplete_{name}",
        *order,
        "id",
        *(column for column in _JUDGED_BY if column not in order),
        sqlite_where=INCOMPLETE_ONLY,
        postgresql_where=INCOMPLETE_ONLY,
    )


def _sms_country(context: DefaultExecutionContext) -> str | None:
    row: dict[str, str] = context.get_current_parameters()  # type: ignore[no-untyped-call]  # theirs
    e164 = row["e164"]
    return read_number(e164, "").region or None


class Contact(Base):
    """One person's mobile number in one service.

    Everything from ``state`` on is a projection: ``state`` to ``stopped_at`` of the contact's
    events, the reminder columns of the SMS sent since ``entered_at``. ``reversed_digits`` lets an
    index find a number by its last digits. The partial indexes serve the list of incomplete
    sign-ups, each for one order of its rows.

    ``sms_country`` is the country of a mobile number, NULL where the number is none; whoever
    inserts rows past SQLAlchemy fills it with ``NumberReading.region``.
    """

    __tablename__ = "contacts"
    __table_args__ = (
        UniqueConstraint("service_id", "e164"),
        Index("ix_contacts_e164", "e164"),
        Index("ix_contacts_reversed_digits", "reversed_digits"),
        Index("ix_contacts_service_id_state", "service_id", "state"),
        _incomplete_index("service_entered", "service_id", "entered_at"),
        _incomplete_index("number", "e164"),
        _incomplete_index("entered", "entered_at"),
        _incomplete_index("reminders", "reminders_sent"),
        _incomplete_index("last_reminder", "last_reminder_at"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    service_id: Mapped[int] = mapped_column(ForeignKey("services.id"))
    e164: Mapped[str] = mapped_column(DigitsText)
    reversed_digits: Mapped[str] = mapped_column(DigitsText)
    sms_country: Mapped[str | None] = mapped_column(Text, default=_sms_country)
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
