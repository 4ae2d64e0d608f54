"""Reserve, free and assign: a number gets to a service once, whoever else tries.

Assigning takes a number from stock to a service, ends the span of the number that the service had
before, and makes its active contacts *re-registration pending*, in one transaction.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from desktop.errors import NotFoundError, NumberInUseError, SimTakenError
from desktop.models.changes import Change
from desktop.models.sim import SimStep, check_transition, stage_of
from desktop.models.states import ContactState, SimStage, SimStatus
from desktop.models.tables import (
    NewsletterService,
    ServiceCount,
    SimAssignment,
    SimCard,
    SimEvent,
)
from desktop.services.sims.changes import end_span
from desktop.services.sims.entering import (
    Entry,
    NumberAct,
    enter,
    lock_numbers,
    locked_cards,
    record,
    renew,
    service_name,
)
from desktop.services.storage.database import Database


@dataclass(frozen=True, slots=True)
class Assigned:
    """What an assignment did: the service's number now and before, and who must come back."""

    service_id: int
    sim_id: int
    number: str
    former_sim_id: int | None
    former_number: str | None
    pending: int
    assigned_at: datetime


class SimAssigning:
    """Gives numbers from stock to services; each call is one transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def reserve(self, sim_id: int, service_id: int, act: NumberAct) -> None:
        """Keep a free number for a service.

        Raises:
            SimTakenError: another agent has assigned or reserved it.
            TransitionError: it is not in stock.
            NotFoundError: there is no such card or service.
            ConflictError: a colleague has changed it since it was seen.
            StorageError: the database cannot be written.

        """
        now = self._database.clock()
        with self._database.write(Change.SIMS) as session:
            card = _free_card(session, sim_id, act, None)
            _service(session, service_id)
            check_transition(_stage(card), SimStage.RESERVED)
            card.reserved_for = service_id
            card.reserved_by = act.actor
            card.reserved_at = now
            entry = Entry(SimStatus.IN_STOCK, SimStep.RESERVE, now, now, service_id)
            enter(session, card, entry, act)
            record(session, "sim_reserved", act, now, {"sim": sim_id}, service_id)

    def free(self, sim_id: int, act: NumberAct) -> None:
        """Give up a reservation.

        Raises:
            TransitionError: it is not reserved.
            NotFoundError: there is no such card.
            ConflictError: a colleague has changed it since it was seen.
            StorageError: the database cannot be written.

        """
        now = self._database.clock()
        with self._database.write(Change.SIMS) as session:
            card = locked_cards(session, [sim_id], act)[sim_id]
            check_transition(_stage(card), SimStage.IN_STOCK)
            service_id = card.reserved_for
            _forget_reservation(card)
            entry = Entry(SimStatus.IN_STOCK, SimStep.FREE, now, now, service_id)
            enter(session, card, entry, act)
            record(session, "sim_freed", act, now, {"sim": sim_id}, service_id)

    def assign(self, sim_id: int, service_id: int, act: NumberAct) -> Assigned:
        """Let a service send from a number in stock from now on.

        The number that it had before must be warned or blocked; its active contacts have to
        register again.

        Raises:
            SimTakenError: another agent has assigned it, or keeps it for another service.
            NumberInUseError: the service sends from a number that works.
            TransitionError: the number is not in stock.
            NotFoundError: there is no such card or service.
            ConflictError: a colleague has changed it since it was seen.
            StorageError: the database cannot be written.

        """
        now = self._database.clock()
        try:
            with self._database.write(Change.SIMS, Change.CONTACTS) as session:
                return self._assign(session, sim_id, service_id, act, now)
        except IntegrityError as error:
            # The engine's own guard; the locks above let nobody come so far.
            raise SimTakenError(sim_id, "", "") from error

    def _assign(
        self, session: Session, sim_id: int, service_id: int, act: NumberAct, now: datetime
    ) -> Assigned:
        card = _free_card(session, sim_id, act, service_id)
        service = _service(session, service_id)
        former = _former_card(session, service, act)
        step = check_transition(_stage(card), SimStage.ACTIVE)
        if former is not None:
            end_span(session, former.id, now)
        _forget_reservation(card)
        session.add(SimAssignment(sim_id=sim_id, service_id=service_id, from_at=now))
        enter(session, card, Entry(SimStatus.ACTIVE, step, now, now, service_id), act)
        renew(session, [service_id])
        former_id = None if former is None else former.id
        facts = {"sim": sim_id, "former_sim": former_id}
        record(session, "sim_assigned", act, now, facts, service_id)
        return Assigned(
            service_id,
            sim_id,
            card.msisdn,
            former_id,
            None if former is None else former.msisdn,
            _pending(session, service_id),
            now,
        )


def _free_card(session: Session, sim_id: int, act: NumberAct, for_service: int | None) -> SimCard:
    """Return a card in stock that is kept for nobody else, held for this transaction."""
    lock_numbers(session)
    card = session.get(SimCard, sim_id)
    if card is None:
        raise NotFoundError("sim", str(sim_id))
    session.refresh(card)
    used = session.scalar(
        select(SimAssignment.service_id).where(
            SimAssignment.sim_id == sim_id, SimAssignment.until_at.is_(None)
        )
    )
    if used is not None and card.status is not SimStatus.IN_STOCK:
        raise SimTakenError(sim_id, _assigned_by(session, sim_id), service_name(session, used))
    kept = card.reserved_for
    if kept is not None and kept != for_service:
        raise SimTakenError(sim_id, card.reserved_by, service_name(session, kept))
    return locked_cards(session, [sim_id], act)[sim_id]


def _former_card(session: Session, service: NewsletterService, act: NumberAct) -> SimCard | None:
    sim_id = session.scalar(
        select(SimAssignment.sim_id).where(
            SimAssignment.service_id == service.id, SimAssignment.until_at.is_(None)
        )
    )
    if sim_id is None:
        return None
    former = locked_cards(session, [sim_id], act)[sim_id]
    if former.status is SimStatus.ACTIVE:
        raise NumberInUseError(service.name)
    return former


def _service(session: Session, service_id: int) -> NewsletterService:
    service = session.scalar(
        select(NewsletterService).where(NewsletterService.id == service_id).with_for_update()
    )
    if service is None:
        raise NotFoundError("service", str(service_id))
    return service


def _assigned_by(session: Session, sim_id: int) -> str:
    return (
        session.scalar(
            select(SimEvent.actor)
            .where(SimEvent.sim_id == sim_id, SimEvent.step == SimStep.ASSIGN)
            .order_by(SimEvent.id.desc())
            .limit(1)
        )
        or ""
    )


def _pending(session: Session, service_id: int) -> int:
    return (
        session.scalar(
            select(ServiceCount.contacts).where(
                ServiceCount.service_id == service_id,
                ServiceCount.state == ContactState.RE_REGISTRATION_PENDING,
            )
        )
        or 0
    )


def _forget_reservation(card: SimCard) -> None:
    card.reserved_for = None
    card.reserved_by = ""
    card.reserved_at = None


def _stage(card: SimCard) -> SimStage:
    return stage_of(card.status, reserved=card.reserved_for is not None)
