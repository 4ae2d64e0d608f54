"""SIM cards: the list, the card of one SIM with its history, the stock, and old numbers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Select, Subquery, and_, case, func, or_, select
from sqlalchemy.orm import Session

from desktop.errors import NotFoundError
from desktop.models.records.sims import (
    SimDetail,
    SimHistoryEntry,
    SimHistoryKind,
    SimList,
    SimRow,
    SimStock,
)
from desktop.models.states import ContactState, SimStatus
from desktop.models.tables import (
    Customer,
    NewsletterService,
    ServiceCount,
    SimAssignment,
    SimCard,
    SimEvent,
)
from desktop.services.storage.database import Database

DEFAULT_MINIMUM_STOCK = 5


class Sims:
    """Answers "is this number blocked, since when, what now" from the books."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def list(self, status: SimStatus | None = None) -> SimList:
        """Return the cards of ``status`` or all, those that need attention first.

        Raises:
            StorageError: the database cannot be read.

        """
        statement = _rows()
        if status is not None:
            statement = statement.where(SimCard.status == status)
        with self._database.read() as session:
            rows = tuple(SimRow(*row) for row in session.execute(statement))
            return SimList(rows, _counts(session))

    def stock(self, minimum: int = DEFAULT_MINIMUM_STOCK) -> SimStock:
        """Return how many cards are free beside the ``minimum`` that the house has set."""
        with self._database.read() as session:
            return SimStock(_counts(session)[SimStatus.IN_STOCK], minimum)

    def card(self, sim_id: int) -> SimDetail:
        """Return one card with its history.

        Raises:
            NotFoundError: there is no such card.
            StorageError: the database cannot be read.

        """
        with self._database.read() as session:
            found = session.execute(_rows().where(SimCard.id == sim_id)).one_or_none()
            if found is None:
                raise NotFoundError("sim", str(sim_id))
            row = SimRow(*found)
            return SimDetail(
                row=row,
                note=_note(session, sim_id),
                active_contacts=_active_contacts(session, row),
                replacement_number=_replacement(session, row),
                history=_history(session, sim_id),
            )

    def service_number_at(self, service_id: int, moment: datetime) -> str | None:
        """Return the number (E.164) from which a service sent at ``moment``, or None."""
        with self._database.read() as session:
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


def _rows() -> Select[*tuple[Any, ...]]:
    """Return the statement of the list: each card with the last span in which it was used."""
    span = _last_spans()
    in_use = and_(span.c.id.is_not(None), span.c.until_at.is_(None))
    return (
        select(
            SimCard.id,
            SimCard.iccid,
            SimCard.msisdn,
            SimCard.carrier,
            SimCard.status,
            SimCard.status_since,
            NewsletterService.id,
            func.coalesce(NewsletterService.name, ""),
            Customer.id,
            func.coalesce(Customer.name, ""),
            in_use,
            span.c.until_at,
        )
        .outerjoin(span, span.c.sim_id == SimCard.id)
        .outerjoin(NewsletterService, NewsletterService.id == span.c.service_id)
        .outerjoin(Customer, Customer.id == NewsletterService.customer_id)
        .order_by(
            case(
                (and_(SimCard.status == SimStatus.BLOCKED, in_use), 0),
                (SimCard.status == SimStatus.WARNED, 1),
                (SimCard.status == SimStatus.ACTIVE, 2),
                (SimCard.status == SimStatus.IN_STOCK, 3),
                (SimCard.status == SimStatus.BLOCKED, 4),
                else_=5,
            ),
            SimCard.status_since.desc(),
            SimCard.iccid,
        )
    )


def _last_spans() -> Subquery:
    """Return for each card the span in which it is used now or, failing that, was used last."""
    newest_first = (
        SimAssignment.until_at.is_(None).desc(),
        SimAssignment.until_at.desc(),
        SimAssignment.id.desc(),
    )
    place = func.row_number().over(partition_by=SimAssignment.sim_id, order_by=newest_first)
    ranked = select(SimAssignment, place.label("place")).subquery()
    return select(ranked).where(ranked.c.place == 1).subquery()


def _counts(session: Session) -> Mapping[SimStatus, int]:
    counted = session.execute(select(SimCard.status, func.count()).group_by(SimCard.status))
    return dict.fromkeys(SimStatus, 0) | dict(counted.all())


def _active_contacts(session: Session, row: SimRow) -> int:
    if not row.in_use:
        return 0
    found = session.scalar(
        select(ServiceCount.contacts).where(
            ServiceCount.service_id == row.service_id,
            ServiceCount.state == ContactState.ACTIVE,
        )
    )
    return found or 0


def _replacement(session: Session, row: SimRow) -> str:
    if row.in_use or row.service_id is None:
        return ""
    found = session.scalar(
        select(SimCard.msisdn)
        .join(SimAssignment, SimAssignment.sim_id == SimCard.id)
        .where(SimAssignment.service_id == row.service_id, SimAssignment.until_at.is_(None))
    )
    return found or ""


def _note(session: Session, sim_id: int) -> str:
    return session.scalar(select(SimCard.note).where(SimCard.id == sim_id)) or ""


def _history(session: Session, sim_id: int) -> tuple[SimHistoryEntry, ...]:
    entries = [*_status_changes(session, sim_id), *_assignments(session, sim_id)]
    return tuple(sorted(entries, key=_moment_and_kind, reverse=True))


def _moment_and_kind(entry: SimHistoryEntry) -> tuple[datetime, int]:
    """Order by time; a change of status stands above the assignment of the same moment."""
    return entry.at, int(entry.kind is SimHistoryKind.STATUS)


def _status_changes(session: Session, sim_id: int) -> Iterator[SimHistoryEntry]:
    statement = (
        select(SimEvent, func.coalesce(NewsletterService.name, ""))
        .outerjoin(NewsletterService, NewsletterService.id == SimEvent.service_id)
        .where(SimEvent.sim_id == sim_id)
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
        )


def _assignments(session: Session, sim_id: int) -> Iterator[SimHistoryEntry]:
    statement = (
        select(SimAssignment.from_at, SimAssignment.until_at, NewsletterService.name)
        .join(NewsletterService, NewsletterService.id == SimAssignment.service_id)
        .where(SimAssignment.sim_id == sim_id)
    )
    for from_at, until_at, name in session.execute(statement):
        if from_at is not None:
            yield SimHistoryEntry(SimHistoryKind.ASSIGNED, from_at, service_name=name)
        if until_at is not None:
            yield SimHistoryEntry(SimHistoryKind.RELEASED, until_at, service_name=name)
