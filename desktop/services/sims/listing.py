"""The list of sender numbers, the card of one of them, the stock, and what got worse."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import ColumnElement, case, func, or_, select
from sqlalchemy.orm import Session

from desktop.errors import NotFoundError
from desktop.models.records.sims import (
    SimDetail,
    SimList,
    SimRow,
    SimStock,
    WaitingService,
    Worsening,
)
from desktop.models.states import NumberKind, SimStage, SimStatus
from desktop.models.tables import (
    Customer,
    NewsletterService,
    SimCard,
)
from desktop.services.sims import timelines
from desktop.services.sims.changes import correctable_until
from desktop.services.sims.conflicts import open_conflicts
from desktop.services.sims.health import health_of
from desktop.services.sims.platform_words import platform_state
from desktop.services.sims.rows import conflict_count, number_rows, of_stage
from desktop.services.sims.worsening import last_event_id, worsenings_between
from desktop.services.storage.database import Database

DEFAULT_MINIMUM_STOCK = 5
_MOST_CHOICES = 200
"""More lines nobody looks through; who is looked for stands among the blocked ones."""


class Sims:
    """Answers "is this number blocked, since when, what now" from the books."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def list(self, stage: SimStage | None = None, *, to_decide: bool = False) -> SimList:
        """Return the cards of ``stage`` or all, those that need attention first.

        With ``to_decide`` only those of which a report contradicts the books.

        Raises:
            StorageError: the database cannot be read.

        """
        statement = number_rows()
        if stage is not None:
            statement = statement.where(of_stage(stage))
        if to_decide:
            statement = statement.where(conflict_count() > 0)
        with self._database.read() as session:
            rows = tuple(SimRow(*row) for row in session.execute(statement))
            counts = _counts(session)
            return SimList(rows, counts, len(open_conflicts(session)))

    def stock(self, minimum: int = DEFAULT_MINIMUM_STOCK) -> SimStock:
        """Return how many SIM cards are free beside the ``minimum`` that the house has set."""
        with self._database.read() as session:
            counts = _counts(session, SimCard.kind == NumberKind.SIM)
            return SimStock(counts[SimStage.IN_STOCK], minimum, counts[SimStage.RESERVED])

    def free(self, service_id: int | None = None) -> tuple[SimRow, ...]:
        """Return what can be assigned to a service: free numbers, its own reservations first."""
        reserved = SimCard.reserved_for == service_id
        mine = case((reserved, 0), else_=1)
        statement = (
            number_rows()
            .where(
                SimCard.status == SimStatus.IN_STOCK, or_(SimCard.reserved_for.is_(None), reserved)
            )
            .order_by(None)
            .order_by(mine, SimCard.status_since, SimCard.id)
        )
        with self._database.read() as session:
            return tuple(SimRow(*row) for row in session.execute(statement))

    def waiting_services(self) -> tuple[WaitingService, ...]:
        """Return the services that can be given a number, blocked ones first.

        Raises:
            StorageError: the database cannot be read.

        """
        status = NewsletterService.sim_status
        statement = (
            select(NewsletterService.id, NewsletterService.name, Customer.name, status)
            .join(Customer, Customer.id == NewsletterService.customer_id)
            .where(or_(status.is_(None), status.in_((SimStatus.WARNED, SimStatus.BLOCKED))))
            .order_by(
                case((status == SimStatus.BLOCKED, 0), (status.is_(None), 1), else_=2),
                Customer.name,
                NewsletterService.name,
            )
            .limit(_MOST_CHOICES)
        )
        with self._database.read() as session:
            rows: Iterable[Any] = session.execute(statement)
            return tuple(WaitingService(*row) for row in rows)

    def card(self, sim_id: int) -> SimDetail:
        """Return one card with its history.

        Raises:
            NotFoundError: there is no such card.
            StorageError: the database cannot be read.

        """
        with self._database.read() as session:
            found = session.execute(number_rows().where(SimCard.id == sim_id)).one_or_none()
            if found is None:
                raise NotFoundError("sim", str(sim_id))
            row = SimRow(*found)
            service_id = row.service_id
            return SimDetail(
                row=row,
                note=_note(session, sim_id),
                history=timelines.card_history(session, [sim_id]),
                elsewhere=timelines.history_elsewhere(session, row.msisdn, sim_id),
                health=health_of(session, service_id) if row.in_use and service_id else None,
                spans=timelines.service_spans(session, service_id) if service_id else (),
                conflicts=open_conflicts(session, sim_id),
                platform=platform_state(session, sim_id),
                correctable_until=correctable_until(session, row, self._database.clock()),
            )

    def last_event(self) -> int:
        """Return the id of the newest change; with it :meth:`worsenings` begins."""
        with self._database.read() as session:
            return last_event_id(session)

    def worsenings(self, after: int, until: int) -> tuple[Worsening, ...]:
        """Return the numbers warned or blocked since the change ``after``, up to ``until``."""
        with self._database.read() as session:
            return worsenings_between(session, after, until)


def _counts(session: Session, *conditions: ColumnElement[bool]) -> Mapping[SimStage, int]:
    reserved = case((SimCard.reserved_at.is_not(None), 1), else_=0)
    counted = session.execute(
        select(SimCard.status, reserved, func.count())
        .where(*conditions)
        .group_by(SimCard.status, reserved)
    )
    counts = dict.fromkeys(SimStage, 0)
    for status, is_reserved, cards in counted:
        held = is_reserved and status is SimStatus.IN_STOCK
        counts[SimStage.RESERVED if held else SimStage(status.value)] += cards
    return counts


def _note(session: Session, sim_id: int) -> str:
    return session.scalar(select(SimCard.note).where(SimCard.id == sim_id)) or ""
