"""What every change of a number shares: one at a time, an event, and what hangs on it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import ConflictError, InvalidValueError, NotFoundError
from desktop.models.sim import SimStep
from desktop.models.states import SimStatus
from desktop.models.tables import NewsletterService, SimAssignment, SimCard, SimEvent
from desktop.services.projections import renew_services
from desktop.services.storage import audit
from desktop.services.storage.dialect import lock_for_transaction

_LOCK = 0x53_49_4D_53
_TICK = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class NumberAct:
    """Who changes a number, why, and on which case.

    ``expected`` names the revision of each card that the person saw, by card id: another
    revision means that a colleague was faster. What is not named is not compared.
    """

    actor: str
    reason: str = ""
    case_id: int | None = None
    source: str = "agent"
    expected: Mapping[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Entry:
    """A change to write down: the new status, the step that led to it, and when it happened."""

    status: SimStatus
    step: SimStep | None
    at: datetime
    entered_at: datetime
    service_id: int | None = None


def lock_numbers(session: Session) -> None:
    """Let only one change of numbers at a time pass; they are few, and touch several rows."""
    lock_for_transaction(session, _LOCK)


def locked_cards(session: Session, sim_ids: Collection[int], act: NumberAct) -> dict[int, SimCard]:
    """Return some cards, held for this transaction, as the acting person has seen them.

    Raises:
        NotFoundError: one of them is not there.
        ConflictError: one of them has been changed since it was seen.

    """
    lock_numbers(session)
    cards = session.scalars(
        select(SimCard)
        .where(SimCard.id.in_(sim_ids))
        .order_by(SimCard.id)
        .with_for_update()
        .execution_options(populate_existing=True)
    ).all()
    found = {card.id: card for card in cards}
    for sim_id in sim_ids:
        if sim_id not in found:
            raise NotFoundError("sim", str(sim_id))
        if act.expected.get(sim_id, found[sim_id].revision) != found[sim_id].revision:
            raise ConflictError(f"sim {sim_id}")
    return found


def enter(session: Session, card: SimCard, entry: Entry, act: NumberAct) -> None:
    """Append what happened to a card, and let the card follow."""
    at = _free_moment(session, card.id, entry.status, entry.at)
    session.add(
        SimEvent(
            sim_id=card.id,
            status=entry.status,
            at=at,
            entered_at=entry.entered_at,
            step=entry.step,
            service_id=entry.service_id,
            actor=act.actor,
            reason=act.reason.strip(),
            source=act.source,
        )
    )
    if entry.status is not card.status:
        card.status = entry.status
        card.status_since = at
    card.revision += 1
    session.flush()


def open_service(session: Session, sim_id: int) -> int | None:
    """Return the service that a card carries now."""
    return session.scalar(
        select(SimAssignment.service_id).where(
            SimAssignment.sim_id == sim_id, SimAssignment.until_at.is_(None)
        )
    )


def service_name(session: Session, service_id: int | None) -> str:
    """Return what a service is called, "" for none."""
    if service_id is None:
        return ""
    return (
        session.scalar(select(NewsletterService.name).where(NewsletterService.id == service_id))
        or ""
    )


def renew(session: Session, service_ids: Collection[int | None]) -> None:
    """Let the services follow whose numbers were changed; without one nothing is done."""
    touched = {service_id for service_id in service_ids if service_id is not None}
    if touched:
        renew_services(session, touched)


def record(
    session: Session, name: str, act: NumberAct, at: datetime, facts: Mapping[str, Any],
    service_id: int | None = None,
) -> None:  # fmt: skip
    """Write a change into the audit log, with the customer of the service."""
    customer_id = None
    if service_id is not None:
        customer_id = session.scalar(
            select(NewsletterService.customer_id).where(NewsletterService.id == service_id)
        )
    told = {**facts, "reason": act.reason.strip()} if act.reason.strip() else dict(facts)
    audit.record(session, audit.Act(name, act.actor, at, told, customer_id, act.case_id))


def with_reason(act: NumberAct) -> None:
    """Refuse a change that nobody gives a reason for.

    Raises:
        InvalidValueError: there is no reason.

    """
    if not act.reason.strip():
        raise InvalidValueError("reason", "missing")


def _free_moment(session: Session, sim_id: int, status: SimStatus, at: datetime) -> datetime:
    """Return ``at``, or the next moment at which the card has no event of this status."""
    taken = set(
        session.scalars(
            select(SimEvent.at).where(
                SimEvent.sim_id == sim_id, SimEvent.status == status, SimEvent.at >= at
            )
        )
    )
    while at in taken:
        at += _TICK
    return at
