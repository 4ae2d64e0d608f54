"""What each service sent on each day, and how many left."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.tables.base import Base


class TrafficDay(Base):
    """One service on one day, in the service's own time zone.

    ``messages_sent`` is how many newsletter messages each contact at risk got that day.
    """

    __tablename__ = "traffic_days"

    service_id: Mapped[int] = mapped_column(ForeignKey("services.id"), primary_key=True)
    day: Mapped[date] = mapped_column(primary_key=True)
    contacts_at_risk: Mapped[int] = mapped_column()
    messages_sent: Mapped[float] = mapped_column()
    opt_outs: Mapped[int] = mapped_column()
    delivered: Mapped[int | None] = mapped_column()
    read: Mapped[int | None] = mapped_column()
    clicked: Mapped[int | None] = mapped_column()
    new_starts: Mapped[int | None] = mapped_column()
