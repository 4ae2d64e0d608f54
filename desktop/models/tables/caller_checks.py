"""Secrets by which callers prove whom they speak for, kept as salted digests only."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index, Text
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.states import SmsState
from desktop.models.tables.base import Base
from desktop.models.types import DigitsText, EnumByValue, UtcDateTime


class CustomerPin(Base):
    """The PIN of a customer: salt and digest in hex, and how often it was wrong in a row."""

    __tablename__ = "customer_pins"

    customer_id: Mapped[int] = mapped_column(ForeignKey("customers.id"), primary_key=True)
    salt: Mapped[str] = mapped_column(Text)
    digest: Mapped[str] = mapped_column(Text)
    set_at: Mapped[datetime] = mapped_column(UtcDateTime)
    set_by: Mapped[str] = mapped_column(Text)
    wrong: Mapped[int] = mapped_column(default=0)
    locked_until: Mapped[datetime | None] = mapped_column(UtcDateTime)


class CallerCode(Base):
    """A code by SMS to a customer's stored number. It goes to the requester, never to a contact.

    Its row is written before its request goes out, and never sent again: whoever has not got it
    asks for another one.
    """

    __tablename__ = "caller_codes"
    __table_args__ = (Index("ix_caller_codes_customer_id_asked_at", "customer_id", "asked_at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    customer_id: Mapped[int] = mapped_column(ForeignKey("customers.id"))
    e164: Mapped[str] = mapped_column(DigitsText)
    salt: Mapped[str] = mapped_column(Text)
    digest: Mapped[str] = mapped_column(Text)
    client_message_id: Mapped[str] = mapped_column(Text, unique=True)
    state: Mapped[SmsState] = mapped_column(EnumByValue(SmsState))
    reason: Mapped[str] = mapped_column(Text, default="")
    asked_by: Mapped[str] = mapped_column(Text)
    asked_at: Mapped[datetime] = mapped_column(UtcDateTime)
    valid_until: Mapped[datetime] = mapped_column(UtcDateTime)
    wrong: Mapped[int] = mapped_column(default=0)
    used_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
