"""The house's own books: settings, audit log, change counters, import runs."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Index, Text
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.records.freeze import FreezeCause
from desktop.models.tables.base import Base
from desktop.models.types import BigId, EnumByValue, UtcDateTime


class Setting(Base):
    """One shared setting; its value is JSON."""

    __tablename__ = "settings"

    key: Mapped[str] = mapped_column(Text, primary_key=True)
    value: Mapped[Any] = mapped_column(JSON)
    changed_at: Mapped[datetime] = mapped_column(UtcDateTime)
    changed_by: Mapped[str] = mapped_column(Text)


class AuditEntry(Base):
    """One act that changed something. Appended only; each entry is chained to the one before.

    ``entry_hash`` covers the hash before, the plain columns and ``payload_hash``; the payload
    itself lies beside it, so that erasing a person's data does not break the chain.
    """

    __tablename__ = "audit_log"
    __table_args__ = (
        Index("ix_audit_log_at", "at"),
        Index("ix_audit_log_customer_id_at", "customer_id", "at"),
        Index("ix_audit_log_case_id_at", "case_id", "at"),
        Index("ix_audit_log_actor_at", "actor", "at"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    actor: Mapped[str] = mapped_column(Text)
    act: Mapped[str] = mapped_column(Text)
    customer_id: Mapped[int | None] = mapped_column()
    case_id: Mapped[int | None] = mapped_column()
    payload: Mapped[dict[str, Any] | None] = mapped_column(JSON)
    payload_hash: Mapped[str] = mapped_column(Text)
    entry_hash: Mapped[str] = mapped_column(Text, unique=True)


class ChangeCounter(Base):
    """How often a kind of data has changed; other desks poll it to see a colleague's work."""

    __tablename__ = "change_counters"

    kind: Mapped[str] = mapped_column(Text, primary_key=True)
    version: Mapped[int] = mapped_column()


class SendingGuard(Base):
    """The one row by which a restored or copied database is told from the one that sent last.

    ``house`` names the database for ever, ``lineage`` its history, ``past`` the lineages that were
    given up; ``seat`` is where it sent last. While ``cause`` is set nothing is claimed.
    """

    __tablename__ = "sending_guard"

    id: Mapped[int] = mapped_column(primary_key=True)
    house: Mapped[str] = mapped_column(Text)
    lineage: Mapped[str] = mapped_column(Text)
    past: Mapped[list[str]] = mapped_column(JSON)
    seat: Mapped[str] = mapped_column(Text)
    cause: Mapped[FreezeCause | None] = mapped_column(EnumByValue(FreezeCause))
    frozen_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    state_of: Mapped[datetime | None] = mapped_column(UtcDateTime)
    seen_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    facts: Mapped[dict[str, Any]] = mapped_column(JSON)


class ImportRun(Base):
    """One import that was committed, with its report."""

    __tablename__ = "import_runs"

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    agent: Mapped[str] = mapped_column(Text)
    report: Mapped[dict[str, Any]] = mapped_column(JSON)
