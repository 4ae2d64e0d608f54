"""Frequency tests: what was planned, and which contact was drawn for which frequency."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, Text
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.tables.base import Base
from desktop.models.types import UtcDateTime


class FrequencyTrial(Base):
    """A test of several frequencies at one service.

    ``often`` are the messages per day of the arms, highest first; the test runs from the begin of
    ``starts_on`` to the end of ``ends_on``, in the service's own time zone.
    """

    __tablename__ = "frequency_trials"
    __table_args__ = (Index("ix_frequency_trials_service_id", "service_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    service_id: Mapped[int] = mapped_column(ForeignKey("services.id"))
    seed: Mapped[str] = mapped_column(Text)
    often: Mapped[list[Any]] = mapped_column(JSON)
    starts_on: Mapped[date] = mapped_column()
    ends_on: Mapped[date] = mapped_column()
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    created_by: Mapped[str] = mapped_column(Text)


class FrequencyTrialContact(Base):
    """The arm (0, 1, ...) that a contact was drawn for; it stays, whatever becomes of it."""

    __tablename__ = "frequency_trial_contacts"

    trial_id: Mapped[int] = mapped_column(ForeignKey("frequency_trials.id"), primary_key=True)
    contact_id: Mapped[int] = mapped_column(ForeignKey("contacts.id"), primary_key=True)
    arm: Mapped[int] = mapped_column()
