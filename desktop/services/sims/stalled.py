"""Services whose contacts do not come back after their number was replaced."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, func, select
from sqlalchemy.orm import Session, aliased

from desktop.models.settings import SimSettings
from desktop.models.states import ContactState
from desktop.models.tables import (
    Contact,
    Customer,
    NewsletterService,
    ServiceCount,
    SimAssignment,
)


@dataclass(frozen=True, slots=True)
class StalledService:
    """A service that waits: how many have not come back, of how many that were active before."""

    customer_id: int
    customer: str
    service: str
    sim_id: int
    replaced_at: datetime
    pending: int
    before: int


def stalled_services(
    session: Session, rules: SimSettings, now: datetime
) -> Iterator[StalledService]:
    """Yield the services whose re-registration is stalled, the oldest replacement first."""
    for found in _replaced(session, rules, now):
        back = _back(session, found.id, found.sender_number, found.number_since)
        before = found.pending + back
        if found.pending * 100 > before * rules.stalled_above_percent:
            yield StalledService(
                found.customer_id,
                found.customer,
                found.name,
                found.sim_id,
                found.number_since,
                found.pending,
                before,
            )


def _replaced(session: Session, rules: SimSettings, now: datetime) -> Sequence[Row[Any]]:
    """Return the services with a number that is not their first and not too old."""
    earlier = aliased(SimAssignment)
    former = (
        select(earlier.id)
        .where(earlier.service_id == NewsletterService.id, earlier.until_at.is_not(None))
        .exists()
    )
    rows: Any = session.execute(
        select(
            NewsletterService.id,
            NewsletterService.name,
            NewsletterService.sender_number,
            NewsletterService.number_since,
            Customer.id.label("customer_id"),
            Customer.name.label("customer"),
            SimAssignment.sim_id,
            ServiceCount.contacts.label("pending"),
        )
        .join(Customer, Customer.id == NewsletterService.customer_id)
        .join(
            SimAssignment,
            (SimAssignment.service_id == NewsletterService.id) & SimAssignment.until_at.is_(None),
        )
        .join(
            ServiceCount,
            (ServiceCount.service_id == NewsletterService.id)
            & (ServiceCount.state == ContactState.RE_REGISTRATION_PENDING),
        )
        .where(
            ServiceCount.contacts > 0,
            NewsletterService.number_since <= now - timedelta(days=rules.stalled_after_days),
            NewsletterService.number_since >= now - timedelta(days=rules.stalled_until_days),
            former,
        )
        .order_by(NewsletterService.number_since)
    )
    found: Sequence[Row[Any]] = rows.all()
    return found


def _back(session: Session, service_id: int, number: str, since: datetime) -> int:
    """Count those who were there before and have registered on the new number."""
    counted = session.scalar(
        select(func.count())
        .select_from(Contact)
        .where(
            Contact.service_id == service_id,
            Contact.state == ContactState.ACTIVE,
            Contact.started_on == number,
            Contact.entered_at < since,
        )
    )
    return counted or 0
