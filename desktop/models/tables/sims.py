"""SIM cards, what happened to them, and which service used which number when."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.states import SimStatus
from desktop.models.tables.base import Base
from desktop.models.types import DigitsText, EnumByValue, UtcDateTime


class SimCard(Base):
    """A SIM card with its ICCID and its number (``msisdn``, E.164)."""

    __tablename__ = "sim_cards"

    id: Mapped[int] = mapped_column(primary_key=True)
    iccid: Mapped[str] = mapped_column(DigitsText, unique=True)
    msisdn: Mapped[str] = mapped_column(DigitsText, index=True)
    msisdn_reversed: Mapped[str] = mapped_column(DigitsText, index=True)
    carrier: Mapped[str] = mapped_column(Text, default="")
    status: Mapped[SimStatus] = mapped_column(EnumByValue(SimStatus))
    status_since: Mapped[datetime] = mapped_column(UtcDateTime)
    note: Mapped[str] = mapped_column(Text, default="")


class SimEvent(Base):
    """One change of a SIM's status: when, by whom, why, and where the desk has it from."""

    __tablename__ = "sim_events"
    __table_args__ = (UniqueConstraint("sim_id", "status", "at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    sim_id: Mapped[int] = mapped_column(ForeignKey("sim_cards.id"))
    status: Mapped[SimStatus] = mapped_column(EnumByValue(SimStatus))
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    service_id: Mapped[int | None] = mapped_column(ForeignKey("services.id"))
    actor: Mapped[str] = mapped_column(Text, default="")
    reason: Mapped[str] = mapped_column(Text, default="")
    source: Mapped[str] = mapped_column(Text, default="import")


class SimAssignment(Base):
    """A service sent from a SIM's number in a span of time; open while ``until_at`` is NULL.

    At most one open span for each SIM and each service: nothing is assigned twice.
    """

    __tablename__ = "sim_assignments"
    __table_args__ = (
        Index(
            "uq_open_assignment_sim",
            "sim_id",
            unique=True,
            sqlite_where=text("until_at IS NULL"),
            postgresql_where=text("until_at IS NULL"),
        ),
        Index(
            "uq_open_assignment_service",
            "service_id",
            unique=True,
            sqlite_where=text("until_at IS NULL"),
            postgresql_where=text("until_at IS NULL"),
        ),
        Index("ix_sim_assignments_service_id_from_at", "service_id", "from_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    sim_id: Mapped[int] = mapped_column(ForeignKey("sim_cards.id"))
    service_id: Mapped[int] = mapped_column(ForeignKey("services.id"))
    from_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    until_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
