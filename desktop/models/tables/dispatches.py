"""Released dispatches, each SMS of them, and who may send for a gateway account."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, LargeBinary, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.states import (
    DispatchKind,
    DispatchState,
    ExclusionReason,
    ReportState,
    SmsState,
    Verdict,
)
from desktop.models.tables.base import Base
from desktop.models.types import BigId, DigitsText, EnumByValue, UtcDateTime

_UNCLEAR = text("state = 'unclear'")
_WHERE_UNCLEAR: dict[str, Any] = {"sqlite_where": _UNCLEAR, "postgresql_where": _UNCLEAR}
"""Few among millions, and asked for all the time."""


class Dispatch(Base):
    """The frozen set of recipients and text released from a case.

    ``listed`` is the length of the list that was looked at: recipients + excluded = listed.
    Money is kept in tenths of a cent for each part, because parts cost fractions of a cent.
    ``template_key`` and ``template_version`` name the template that the text was made from; the
    agent may have changed it since: what went out is ``template`` and ``text``.
    """

    __tablename__ = "dispatches"
    __table_args__ = (Index("ix_dispatches_state", "state"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    dispatch_no: Mapped[str] = mapped_column(Text, unique=True)
    kind: Mapped[DispatchKind] = mapped_column(EnumByValue(DispatchKind))
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    request_id: Mapped[int] = mapped_column(ForeignKey("customer_requests.id"))
    customer_id: Mapped[int] = mapped_column(ForeignKey("customers.id"), index=True)
    service_id: Mapped[int] = mapped_column(ForeignKey("services.id"), index=True)
    state: Mapped[DispatchState] = mapped_column(EnumByValue(DispatchState))
    state_reason: Mapped[str] = mapped_column(Text, default="")
    template: Mapped[str] = mapped_column(Text)
    template_key: Mapped[str] = mapped_column(Text, default="", server_default="")
    template_version: Mapped[int] = mapped_column(default=0, server_default="0")
    text: Mapped[str] = mapped_column(Text)
    parts: Mapped[int] = mapped_column()
    price_per_part_tenth_cents: Mapped[int] = mapped_column(default=0)
    listed: Mapped[int] = mapped_column()
    recipients: Mapped[int] = mapped_column()
    gateway: Mapped[str] = mapped_column(Text)
    test_mode: Mapped[bool] = mapped_column()
    released_by: Mapped[str] = mapped_column(Text)
    second_released_by: Mapped[str] = mapped_column(Text, default="")
    released_at: Mapped[datetime] = mapped_column(UtcDateTime)
    starts_at: Mapped[datetime] = mapped_column(UtcDateTime)
    first_sent_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class DispatchExclusion(Base):
    """Somebody who was on the list and gets no SMS, with the reason."""

    __tablename__ = "dispatch_exclusions"

    dispatch_id: Mapped[int] = mapped_column(ForeignKey("dispatches.id"), primary_key=True)
    contact_id: Mapped[int] = mapped_column(ForeignKey("contacts.id"), primary_key=True)
    reason: Mapped[ExclusionReason] = mapped_column(EnumByValue(ExclusionReason))


class OutboundSms(Base):
    """One SMS to one recipient of one dispatch: its state is written before its request goes out.

    ``claim_epoch`` rises with every claim; an outcome is recorded only by the claim that sent.
    When a person lets an unclear SMS go out again, the row begins its next ``attempt`` with a new
    message id, and the one before stands in ``SmsVerdict``. ``perhaps_left_at`` is when an attempt
    left of which nobody will ever know: it counts as a reminder unless a later one does.
    """

    __tablename__ = "outbound_sms"
    __table_args__ = (
        UniqueConstraint("dispatch_id", "e164"),
        Index("ix_outbound_sms_unclear", "dispatch_id", "id", **_WHERE_UNCLEAR),
        Index("ix_outbound_sms_dispatch_id_state", "dispatch_id", "state", "id"),
        Index("ix_outbound_sms_contact_id", "contact_id"),
        Index("ix_outbound_sms_gateway_id", "gateway_id"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    dispatch_id: Mapped[int] = mapped_column(ForeignKey("dispatches.id"))
    contact_id: Mapped[int] = mapped_column(ForeignKey("contacts.id"))
    e164: Mapped[str] = mapped_column(DigitsText)
    state: Mapped[SmsState] = mapped_column(EnumByValue(SmsState))
    reason: Mapped[str] = mapped_column(Text, default="")
    client_message_id: Mapped[str] = mapped_column(Text, unique=True)
    gateway_id: Mapped[str | None] = mapped_column(Text)
    gateway_code: Mapped[str] = mapped_column(Text, default="")
    gateway_parts: Mapped[int | None] = mapped_column()
    attempt: Mapped[int] = mapped_column(default=1)
    tries: Mapped[int] = mapped_column(default=0)
    next_try_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    claim_owner: Mapped[str | None] = mapped_column(Text)
    claim_epoch: Mapped[int] = mapped_column(default=0)
    lease_until: Mapped[datetime | None] = mapped_column(UtcDateTime)
    queued_at: Mapped[datetime] = mapped_column(UtcDateTime)
    sent_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    settled_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    perhaps_left_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class SmsVerdict(Base):
    """What a person decided about an unclear attempt, and all that was known of the attempt.

    ``told`` is what a delivery report said later about an attempt that was followed by another.
    """

    __tablename__ = "sms_verdicts"
    __table_args__ = (UniqueConstraint("sms_id", "attempt"),)

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    sms_id: Mapped[int] = mapped_column(ForeignKey("outbound_sms.id"))
    attempt: Mapped[int] = mapped_column()
    verdict: Mapped[Verdict] = mapped_column(EnumByValue(Verdict))
    agent: Mapped[str] = mapped_column(Text)
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    reason: Mapped[str] = mapped_column(Text)
    cause: Mapped[str] = mapped_column(Text)
    client_message_id: Mapped[str] = mapped_column(Text, unique=True)
    gateway_id: Mapped[str | None] = mapped_column(Text)
    gateway_code: Mapped[str] = mapped_column(Text, default="")
    sent_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    settled_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    told: Mapped[SmsState | None] = mapped_column(EnumByValue(SmsState))
    told_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class ReceivedReport(Base):
    """A delivery report as a gateway brought it, and what was read in it.

    ``raw`` is the body or the query as it came, ``digest`` recognises a repeated one. A report
    without an SMS stays and waits for it.
    """

    __tablename__ = "received_reports"
    __table_args__ = (
        UniqueConstraint("gateway", "digest"),
        Index("ix_received_reports_state", "state", "id"),
        Index("ix_received_reports_gateway_id", "gateway_id"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    received_at: Mapped[datetime] = mapped_column(UtcDateTime)
    gateway: Mapped[str] = mapped_column(Text)
    raw: Mapped[bytes] = mapped_column(LargeBinary)
    digest: Mapped[str] = mapped_column(Text)
    state: Mapped[ReportState] = mapped_column(EnumByValue(ReportState))
    client_message_id: Mapped[str | None] = mapped_column(Text)
    gateway_id: Mapped[str | None] = mapped_column(Text)
    delivery: Mapped[str] = mapped_column(Text, default="")
    reason: Mapped[str] = mapped_column(Text, default="")
    said_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    settled_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class SenderLease(Base):
    """Which sender is the one active sender of a gateway account, and what holds it back.

    ``epoch`` rises with every change of owner. ``spent_until`` is the moment up to which the
    account's rate is used up. After a failure nothing is claimed before ``retry_at``;
    ``failures`` counts those in a row. A ``paused_reason`` stays until a person resumes.
    """

    __tablename__ = "sender_leases"

    account: Mapped[str] = mapped_column(Text, primary_key=True)
    owner: Mapped[str] = mapped_column(Text)
    epoch: Mapped[int] = mapped_column()
    lease_until: Mapped[datetime] = mapped_column(UtcDateTime)
    spent_until: Mapped[datetime | None] = mapped_column(UtcDateTime)
    retry_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    retry_reason: Mapped[str] = mapped_column(Text, default="")
    failures: Mapped[int] = mapped_column(default=0)
    paused_reason: Mapped[str] = mapped_column(Text, default="")
    paused_code: Mapped[str] = mapped_column(Text, default="")
    paused_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
