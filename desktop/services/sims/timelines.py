"""What happened to a card and to a number, and which number a service sent from when."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from desktop.models.records.sims import NumberSpan, SimHistoryEntry, SimHistoryKind
from desktop.models.states import SimStatus
from desktop.models.tables import NewsletterService, SimAssignment, SimCard, SimEvent

_EVER = datetime.min.replace(tzinfo=UTC)


def card_history(session: Session, sim_ids: Collection[int]) -> tuple[SimHistoryEntry, ...]:
    """Return what happened to some cards, newest first."""
    entries = [*_status_changes(session, sim_ids), *_assignments(session, sim_ids)]
    return tuple(sorted(entries, key=_moment_and_kind, reverse=True))


def number_history(session: Session, number: str) -> tuple[SimHistoryEntry, ...]:
    """Return what happened to a number (E.164), whatever carried it, newest first."""
    sim_ids = session.scalars(select(SimCard.id).where(SimCard.msisdn == number)).all()
    return card_history(session, sim_ids)


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


def numbers_on(
    session: Session, service_id: int, day: date, zone: ZoneInfo
) -> tuple[NumberSpan, ...]:
    """Return the numbers that a service had on a day of a time zone, the first one first."""
    begin = datetime.combine(day, time(), zone).astimezone(UTC)
    end = datetime.combine(day + timedelta(days=1), time(), zone).astimezone(UTC)
    touching = [span for span in service_spans(session, service_id) if _touches(span, begin, end)]
    return tuple(reversed(touching))


def number_at(session: Session, service_id: int, moment: datetime) -> str | None:
    """Return the number (E.164) from which a service sent at ``moment``, or None."""
    return session.scalar(
        select(SimCard.msisdn)
        .join(SimAssignment, SimAssignment.sim_id == SimCard.id)
        .where(
            SimAssignment.service_id == service_id,
            or_(SimAssignment.from_at.is_(None), SimAssignment.from_at <= moment),
            or_(SimAssignment.until_at.is_(None), SimAssignment.until_at > moment),
        )
        .order_by(SimAssignment.from_at.desc().nulls_last(), SimAssignment.id.desc())
        .limit(1)
    )


def _touches(span: NumberSpan, begin: datetime, end: datetime) -> bool:
    began = span.from_at is None or span.from_at < end
    return began and (span.until_at is None or span.until_at > begin)


def _blocks(session: Session, sim_ids: Collection[int]) -> dict[int, list[datetime]]:
    found: dict[int, list[datetime]] = {}
    rows = session.execute(
        select(SimEvent.sim_id, SimEvent.at)
        .where(SimEvent.sim_id.in_(sim_ids), SimEvent.status == SimStatus.BLOCKED)
        .order_by(SimEvent.at)
    )
    for sim_id, at in rows:
        found.setdefault(sim_id, []).append(at)
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
        select(SimEvent, func.coalesce(NewsletterService.name, ""))
        .outerjoin(NewsletterService, NewsletterService.id == SimEvent.service_id)
        .where(SimEvent.sim_id.in_(sim_ids))
        .order_by(SimEvent.id)
    )
    for event, service_name in session.execute(statement):
        yield SimHistoryEntry(
            kind=SimHistoryKind.STATUS,
            at=event.at,
            status=event.status,
            service_name=service_name,
            reason=event.reason,
            actor=event.actor,
            source=event.source,
            step=event.step,
        )


def _assignments(session: Session, sim_ids: Collection[int]) -> Iterator[SimHistoryEntry]:
    statement = (
        select(SimAssignment.from_at, SimAssignment.until_at, NewsletterService.name)
        .join(NewsletterService, NewsletterService.id == SimAssignment.service_id)
        .where(SimAssignment.sim_id.in_(sim_ids))
    )
    for from_at, until_at, name in session.execute(statement):
        if from_at is not None:
            yield SimHistoryEntry(SimHistoryKind.ASSIGNED, from_at, service_name=name)
        if until_at is not None:
            yield SimHistoryEntry(SimHistoryKind.RELEASED, until_at, service_name=name)
