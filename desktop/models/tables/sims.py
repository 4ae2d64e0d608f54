"""Sender numbers, what happened to them, and which service used which number when."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.records.conflicts import ConflictDecision, ConflictMatter
from desktop.models.sim import SimStep
from desktop.models.states import NumberKind, SimStatus
from desktop.models.tables.base import Base
from desktop.models.types import DigitsText, EnumByValue, UtcDateTime


class SimCard(Base):
    """What carries a sender number (``msisdn``, E.164): a SIM card, or the Business Platform.

    Only a SIM card has an ICCID. A card that is reserved stays in stock until it is assigned.
    ``revision`` counts the changes, so that nobody overwrites what they have not seen.
    """

    __tablename__ = "sim_cards"

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[NumberKind] = mapped_column(EnumByValue(NumberKind), default=NumberKind.SIM)
    iccid: Mapped[str | None] = mapped_column(DigitsText, unique=True)
    msisdn: Mapped[str] = mapped_column(DigitsText, index=True)
    msisdn_reversed: Mapped[str] = mapped_column(DigitsText, index=True)
    carrier: Mapped[str] = mapped_column(Text, default="")
    status: Mapped[SimStatus] = mapped_column(EnumByValue(SimStatus))
    status_since: Mapped[datetime] = mapped_column(UtcDateTime)
    note: Mapped[str] = mapped_column(Text, default="")
    reserved_for: Mapped[int | None] = mapped_column(ForeignKey("services.id"))
    reserved_by: Mapped[str] = mapped_column(Text, default="")
    reserved_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    revision: Mapped[int] = mapped_column(default=0)


class SimEvent(Base):
    """One change of a number: when, by whom, why, and where the desk has it from.

    ``at`` is when it happened, ``entered_at`` when the desk learnt of it; NULL for what was there
    before the desk kept it. ``step`` is NULL for what an import tells.
    """

    __tablename__ = "sim_events"
    __table_args__ = (UniqueConstraint("sim_id", "status", "at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    sim_id: Mapped[int] = mapped_column(ForeignKey("sim_cards.id"))
    status: Mapped[SimStatus] = mapped_column(EnumByValue(SimStatus))
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    entered_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    step: Mapped[SimStep | None] = mapped_column(EnumByValue(SimStep))
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


class StatusConflict(Base):
    """A report that the books contradict; a person decides who is right.

    The same contradiction is kept once, decided or not: reading a file again asks nothing twice.
    """

    __tablename__ = "status_conflicts"
    __table_args__ = (
        UniqueConstraint(
            "sim_id",
            "matter",
            "reported",
            "reported_at",
            "kept",
            "kept_since",
            name="uq_status_conflicts_once",
        ),
        Index("ix_status_conflicts_decided_at", "decided_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    sim_id: Mapped[int] = mapped_column(ForeignKey("sim_cards.id"))
    matter: Mapped[ConflictMatter] = mapped_column(EnumByValue(ConflictMatter))
    reported: Mapped[SimStatus] = mapped_column(EnumByValue(SimStatus))
    reported_at: Mapped[datetime] = mapped_column(UtcDateTime)
    reported_reason: Mapped[str] = mapped_column(Text, default="")
    kept: Mapped[SimStatus] = mapped_column(EnumByValue(SimStatus))
    kept_since: Mapped[datetime] = mapped_column(UtcDateTime)
    source: Mapped[str] = mapped_column(Text)
    found_at: Mapped[datetime] = mapped_column(UtcDateTime)
    decision: Mapped[ConflictDecision | None] = mapped_column(EnumByValue(ConflictDecision))
    decided_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    decided_by: Mapped[str] = mapped_column(Text, default="")
    decided_why: Mapped[str] = mapped_column(Text, default="")


class PlatformNumber(Base):
    """What the Business Platform said last about one of its numbers, in its own words."""

    __tablename__ = "platform_numbers"

    sim_id: Mapped[int] = mapped_column(ForeignKey("sim_cards.id"), primary_key=True)
    platform_id: Mapped[str] = mapped_column(Text, unique=True)
    name: Mapped[str] = mapped_column(Text, default="")
    status: Mapped[str] = mapped_column(Text, default="")
    quality: Mapped[str] = mapped_column(Text, default="")
    messaging_limit: Mapped[str] = mapped_column(Text, default="")
    name_status: Mapped[str] = mapped_column(Text, default="")
    can_send: Mapped[str] = mapped_column(Text, default="")
    hints: Mapped[list[Any]] = mapped_column(JSON, default=list)
    read_at: Mapped[datetime] = mapped_column(UtcDateTime)


class StatusSourceState(Base):
    """When a source of number states was asked last, and what became of it."""

    __tablename__ = "status_sources"

    name: Mapped[str] = mapped_column(Text, primary_key=True)
    asked_at: Mapped[datetime] = mapped_column(UtcDateTime)
    answered_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    not_before: Mapped[datetime | None] = mapped_column(UtcDateTime)
    failure: Mapped[str] = mapped_column(Text, default="")
    failure_detail: Mapped[str] = mapped_column(Text, default="")
