"""Customer requests and the cases that handle them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, Text
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.states import (
    CaseKind,
    CaseOutcome,
    CaseState,
    RequestChannel,
    VerificationMethod,
    VerificationResult,
)
from desktop.models.tables.base import Base
from desktop.models.types import DigitsText, EnumByValue, UtcDateTime


class Case(Base):
    """A guided workflow for one request of a customer.

    ``draft`` holds what the steps collected so far (``models.case_flow`` reads and writes it);
    ``revision`` rises with each save, so that two agents cannot overwrite each other unseen.
    ``due_at`` is the call-back of a paused case, else the follow-up of the wrap-up; a closed case
    keeps it until the follow-up is settled.
    """

    __tablename__ = "cases"
    __table_args__ = (Index("ix_cases_customer_id_opened_at", "customer_id", "opened_at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    case_no: Mapped[str] = mapped_column(Text, unique=True)
    kind: Mapped[CaseKind] = mapped_column(EnumByValue(CaseKind))
    customer_id: Mapped[int] = mapped_column(ForeignKey("customers.id"))
    service_id: Mapped[int | None] = mapped_column(ForeignKey("services.id"))
    state: Mapped[CaseState] = mapped_column(EnumByValue(CaseState), index=True)
    step: Mapped[str] = mapped_column(Text, default="")
    owner: Mapped[str] = mapped_column(Text)
    opened_at: Mapped[datetime] = mapped_column(UtcDateTime)
    changed_at: Mapped[datetime] = mapped_column(UtcDateTime)
    closed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    due_at: Mapped[datetime | None] = mapped_column(UtcDateTime, index=True)
    paused_reason: Mapped[str] = mapped_column(Text, default="")
    outcome: Mapped[str] = mapped_column(Text, default="")
    outcome_code: Mapped[CaseOutcome | None] = mapped_column(EnumByValue(CaseOutcome))
    draft: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    revision: Mapped[int] = mapped_column(default=1)


class CaseHold(Base):
    """Who has a case open, until when unless it is renewed."""

    __tablename__ = "case_holds"

    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), primary_key=True)
    agent: Mapped[str] = mapped_column(Text)
    since: Mapped[datetime] = mapped_column(UtcDateTime)
    until: Mapped[datetime] = mapped_column(UtcDateTime)


class CustomerRequest(Base):
    """Who asked for what, when, on which channel, and how that person was checked.

    No dispatch exists without one: its foreign key is not nullable.
    """

    __tablename__ = "customer_requests"

    id: Mapped[int] = mapped_column(primary_key=True)
    customer_id: Mapped[int] = mapped_column(ForeignKey("customers.id"), index=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), unique=True)
    requester: Mapped[str] = mapped_column(Text)
    caller_number: Mapped[str | None] = mapped_column(DigitsText, index=True)
    channel: Mapped[RequestChannel] = mapped_column(EnumByValue(RequestChannel))
    requested_at: Mapped[datetime] = mapped_column(UtcDateTime)
    verification_method: Mapped[VerificationMethod] = mapped_column(EnumByValue(VerificationMethod))
    verification_result: Mapped[VerificationResult] = mapped_column(EnumByValue(VerificationResult))
    verified_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    wish: Mapped[str] = mapped_column(Text)
    reference: Mapped[str] = mapped_column(Text, default="")
    recorded_by: Mapped[str] = mapped_column(Text)
