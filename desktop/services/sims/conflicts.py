"""Reports that contradict the books, and the decision of a person on each."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, func, select
from sqlalchemy.orm import Session

from desktop.errors import ConflictError, NotFoundError
from desktop.models.changes import Change
from desktop.models.records.conflicts import ConflictDecision, OpenConflict
from desktop.models.sim import SimStep
from desktop.models.states import SimStatus
from desktop.models.tables import (
    Customer,
    NewsletterService,
    SimAssignment,
    SimCard,
    StatusConflict,
)
from desktop.services.sims.changes import end_span
from desktop.services.sims.entering import (
    Entry,
    NumberAct,
    enter,
    locked_cards,
    open_service,
    record,
    renew,
    with_reason,
)
from desktop.services.storage.database import Database
from desktop.services.supervising import Supervisors, check_supervisor

_ACT_OF = {
    ConflictDecision.KEEP: "conflict_kept",
    ConflictDecision.TAKE: "conflict_taken",
}
"""What a decision is called in the audit log."""


class Conflicts:
    """Lists and decides what a report and the books do not agree on."""

    def __init__(self, database: Database, supervisors: Supervisors) -> None:
        self._database = database
        self._supervisors = supervisors

    def waiting(self) -> tuple[OpenConflict, ...]:
        """Return what waits for a decision, the newest first.

        Raises:
            StorageError: the database cannot be read.

        """
        with self._database.read() as session:
            return open_conflicts(session)

    def decide(self, conflict_id: int, decision: ConflictDecision, act: NumberAct) -> None:
        """Keep what the books hold, or take what was reported; both for a reason.

        Raises:
            InvalidValueError: there is no reason.
            SupervisorNeededError: taking the report would undo a block or a retirement.
            NotFoundError: there is no such contradiction.
            ConflictError: it was decided meanwhile, or the number has changed since.
            StorageError: the database cannot be written.

        """
        with_reason(act)
        now = self._database.clock()
        with self._database.write(Change.SIMS, Change.CONTACTS) as session:
            row = session.get(StatusConflict, conflict_id)
            if row is None:
                raise NotFoundError("conflict", str(conflict_id))
            card = locked_cards(session, [row.sim_id], act)[row.sim_id]
            session.refresh(row)
            told = next(
                (one for one in open_conflicts(session, card.id) if one.id == conflict_id), None
            )
            if told is None:
                raise ConflictError(f"conflict {conflict_id}")
            service_id = open_service(session, card.id)
            if decision is ConflictDecision.TAKE:
                self._take(session, card, told, act, now)
            row.decision = decision
            row.decided_at = now
            row.decided_by = act.actor
            row.decided_why = act.reason.strip()
            session.flush()
            facts = {"sim": card.id, "reported": told.reported.value, "kept": told.kept.value}
            record(session, _ACT_OF[decision], act, now, facts, service_id)

    def _take(
        self, session: Session, card: SimCard, told: OpenConflict, act: NumberAct, now: datetime
    ) -> None:
        if told.takes_back:
            check_supervisor(act.actor, self._supervisors)
        service_id = open_service(session, card.id)
        leaves = told.reported in (SimStatus.IN_STOCK, SimStatus.RETIRED)
        if leaves:
            end_span(session, card.id, now)
        at = told.reported_at if told.reported_at > card.status_since else now
        enter(session, card, Entry(told.reported, SimStep.SETTLE, at, now, service_id), act)
        renew(session, [service_id])


def is_open() -> ColumnElement[bool]:
    """Return whether a contradiction is undecided and the card still as it was then."""
    return and_(
        StatusConflict.decided_at.is_(None),
        StatusConflict.kept == SimCard.status,
        StatusConflict.kept_since == SimCard.status_since,
    )


def open_conflicts(session: Session, sim_id: int | None = None) -> tuple[OpenConflict, ...]:
    """Return what waits for a decision, of one card or of all, the newest first."""
    statement = (
        select(
            StatusConflict.id,
            SimCard.id,
            func.coalesce(SimCard.iccid, ""),
            SimCard.msisdn,
            func.coalesce(Customer.name, ""),
            func.coalesce(NewsletterService.name, ""),
            StatusConflict.matter,
            StatusConflict.reported,
            StatusConflict.reported_at,
            StatusConflict.reported_reason,
            StatusConflict.kept,
            StatusConflict.kept_since,
            StatusConflict.source,
            StatusConflict.found_at,
        )
        .join(SimCard, SimCard.id == StatusConflict.sim_id)
        .outerjoin(
            SimAssignment,
            and_(SimAssignment.sim_id == SimCard.id, SimAssignment.until_at.is_(None)),
        )
        .outerjoin(NewsletterService, NewsletterService.id == SimAssignment.service_id)
        .outerjoin(Customer, Customer.id == NewsletterService.customer_id)
        .where(is_open())
        .order_by(StatusConflict.found_at.desc(), StatusConflict.id.desc())
    )
    if sim_id is not None:
        statement = statement.where(SimCard.id == sim_id)
    rows: Iterable[Any] = session.execute(statement)
    return tuple(OpenConflict(*row) for row in rows)
