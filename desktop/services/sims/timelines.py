"""What happened to a card and to its number, and which number a service sent from when."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import UTC, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.models.records.sims import NumberSpan, SimHistoryEntry, SimHistoryKind
from desktop.models.states import SimStatus
from desktop.models.tables import NewsletterService, SimAssignment, SimCard, SimEvent

_EVER = datetime.min.replace(tzinfo=UTC)
_AT_WORK = (SimStatus.ACTIVE, SimStatus.WARNED)


def card_history(session: Session, sim_ids: Collection[int]) -> tuple[SimHistoryEntry, ...]:
    """Return what happened to some cards, newest first."""
    entries = [*_status_changes(session, sim_ids), *_assignments(session, sim_ids)]
    return tuple(sorted(entries, key=_moment_and_kind, reverse=True))


def history_elsewhere(session: Session, number: str, sim_id: int) -> tuple[SimHistoryEntry, ...]:
    """Return what happened to a number (E.164) on other cards than this one, newest first."""
    others = session.scalars(
        select(SimCard.id).where(SimCard.msisdn == number, SimCard.id != sim_id)
    ).all()
    return card_history(session, others) if others else ()


def service_spans(session: Session, service_id: int) -> tuple[NumberSpan, ...]:
    """Return which number a service sent from when, the newest first."""
    rows = session.execute(
        select(
            SimCard.id,
            SimCard.msisdn,
            SimAssignment.from_at,
            SimAssignment.until_at,
            SimCard.status,
        )
        .join(SimAssignment, SimAssignment.sim_id == SimCard.id)
        .where(SimAssignment.service_id == service_id)
        .order_by(SimAssignment.from_at.desc().nulls_last(), SimAssignment.id.desc())
    ).all()
    blocks = _blocks(session, {row[0] for row in rows})
    return tuple(_span(*row, blocks.get(row[0], [])) for row in rows)


def _blocks(session: Session, sim_ids: Collection[int]) -> dict[int, list[datetime]]:
    """Return when cards were blocked, without the blocks that were taken back."""
    found: dict[int, list[datetime]] = {}
    rows = session.execute(
        select(SimEvent.sim_id, SimEvent.status, SimEvent.at)
        .where(SimEvent.sim_id.in_(sim_ids), SimEvent.status.in_((*_AT_WORK, SimStatus.BLOCKED)))
        .order_by(SimEvent.at, SimEvent.id)
    )
    stands: dict[int, bool] = {}
    for sim_id, status, at in rows:
        if status is SimStatus.BLOCKED:
            found.setdefault(sim_id, []).append(at)
        elif stands.get(sim_id):
            found[sim_id].pop()
        stands[sim_id] = status is SimStatus.BLOCKED
    return found


def _span(
    sim_id: int,
    number: str,
    from_at: datetime | None,
    until_at: datetime | None,
    status: SimStatus,
    blocks: list[datetime],
) -> NumberSpan:
    blocked_at = next(
        (
            at
            for at in reversed(blocks)
            if at >= (from_at or _EVER) and (until_at is None or at <= until_at)
        ),
        None,
    )
    return NumberSpan(sim_id, number, from_at, until_at, status, blocked_at)


def _moment_and_kind(entry: SimHistoryEntry) -> tuple[datetime, int]:
    """Order by time; a change of status stands above the assignment of the same moment."""
    return entry.at, int(entry.kind is SimHistoryKind.STATUS)


def _status_changes(session: Session, sim_ids: Collection[int]) -> Iterator[SimHistoryEntry]:
    statement = (
        select(
            SimEvent, func.coalesce(NewsletterService.name, ""), func.coalesce(SimCard.iccid, "")
        )
        .join(SimCard, SimCard.id == SimEvent.sim_id)
        .outerjoin(NewsletterService, NewsletterService.id == SimEvent.service_id)
        .where(SimEvent.sim_id.in_(sim_ids))
        .order_by(SimEvent.id)
    )
    for event, service_name, iccid in session.execute(statement):
        yield SimHistoryEntry(
            kind=SimHistoryKind.STATUS,
            at=event.at,
            status=event.status,
            service_name=service_name,
            reason=event.reason,
            actor=event.actor,
            source=event.source,
            step=event.step,
            iccid=iccid,
        )


def _assignments(session: Session, sim_ids: Collection[int]) -> Iterator[SimHistoryEntry]:
    statement = (
        select(
            SimAssignment.from_at,
            SimAssignment.until_at,
            NewsletterService.name,
            func.coalesce(SimCard.iccid, ""),
        )
        .join(SimCard, SimCard.id == SimAssignment.sim_id)
        .join(NewsletterService, NewsletterService.id == SimAssignment.service_id)
        .where(SimAssignment.sim_id.in_(sim_ids))
    )
    for from_at, until_at, name, iccid in session.execute(statement):
        for kind, at in ((SimHistoryKind.ASSIGNED, from_at), (SimHistoryKind.RELEASED, until_at)):
            if at is not None:
                yield SimHistoryEntry(kind, at, service_name=name, iccid=iccid)
