"""SMS templates that supervisors wrote: which there are, their versions, and unfinished drafts."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.states import DispatchKind
from desktop.models.tables.base import Base
from desktop.models.types import EnumByValue, UtcDateTime

_FOR_ALL = text("customer_id IS NULL")
_WHERE_FOR_ALL: dict[str, Any] = {"sqlite_where": _FOR_ALL, "postgresql_where": _FOR_ALL}
"""Two rows without a customer are different ones to a plain unique index."""


class StoredTemplate(Base):
    """A template that was saved at least once; without a customer it is for all.

    ``version`` is the one that holds; it rises with each save, so that two supervisors cannot
    overwrite each other unseen.
    """

    __tablename__ = "sms_templates"
    __table_args__ = (
        Index("uq_sms_templates_for_all", "language", "key", unique=True, **_WHERE_FOR_ALL),
        Index("uq_sms_templates_for_one", "customer_id", "language", "key", unique=True),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    language: Mapped[str] = mapped_column(Text)
    key: Mapped[str] = mapped_column(Text)
    customer_id: Mapped[int | None] = mapped_column(ForeignKey("customers.id"))
    kind: Mapped[DispatchKind] = mapped_column(EnumByValue(DispatchKind))
    version: Mapped[int] = mapped_column()


class StoredTemplateVersion(Base):
    """One version of a template. Appended only; the columns are those of ``TemplateContent``."""

    __tablename__ = "sms_template_versions"

    template_id: Mapped[int] = mapped_column(ForeignKey("sms_templates.id"), primary_key=True)
    version: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    title: Mapped[str] = mapped_column(Text)
    text: Mapped[str] = mapped_column(Text)
    du: Mapped[str] = mapped_column(Text)
    offered: Mapped[bool] = mapped_column()
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    by: Mapped[str] = mapped_column(Text)
    reason: Mapped[str] = mapped_column(Text)


class StoredTemplateDraft(Base):
    """What an agent typed into a template and has not saved as a version; ``ref`` names it."""

    __tablename__ = "sms_template_drafts"

    agent: Mapped[str] = mapped_column(Text, primary_key=True)
    ref: Mapped[str] = mapped_column(Text, primary_key=True)
    kind: Mapped[DispatchKind] = mapped_column(EnumByValue(DispatchKind))
    title: Mapped[str] = mapped_column(Text)
    text: Mapped[str] = mapped_column(Text)
    du: Mapped[str] = mapped_column(Text)
    reason: Mapped[str] = mapped_column(Text)
    based_on: Mapped[int] = mapped_column()
    saved_at: Mapped[datetime] = mapped_column(UtcDateTime)
