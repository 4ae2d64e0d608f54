"""Warn, block, calm, retire, and take a wrong block back.

A block concerns the number: every card that carries it and every service on it at once. A
blocked number is replaced, never unblocked; only a block that was entered by mistake is taken
back, by a supervisor, with a reason, within 24 hours.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import (
    CorrectionTooLateError,
    InvalidValueError,
    NotFoundError,
    NumberInUseError,
    TransitionError,
)
from desktop.models.changes import Change
from desktop.models.records.sims import SimRow
from desktop.models.sim import (
    CORRECTION_H,
    BlockCorrection,
    SimStep,
    check_transition,
    stage_of,
)
from desktop.models.states import SimStage, SimStatus
from desktop.models.tables import SimAssignment, SimCard, SimEvent
from desktop.services.number_status.manual import ManualSource
from desktop.services.number_status.receiving import Received, receive
from desktop.services.number_status.source import NumberReport
from desktop.services.sims.entering import (
    Entry,
    NumberAct,
    enter,
    lock_numbers,
    locked_cards,
    open_service,
    record,
    renew,
    service_name,
    with_reason,
)
from desktop.services.storage.database import Database
from desktop.services.supervising import Supervisors, check_supervisor, is_supervisor

_ACT_OF = {
    SimStatus.ACTIVE: "number_calmed",
    SimStatus.WARNED: "number_warned",
    SimStatus.BLOCKED: "number_blocked",
}
"""What a report is called in the audit log."""


@dataclass(frozen=True, slots=True)
class NumberOutcome:
    """Whom a change of a number concerned."""

    sim_ids: tuple[int, ...]
    service_ids: tuple[int, ...]


class SimChanges:
    """Changes the state of numbers; each call is one transaction."""

    def __init__(self, database: Database, supervisors: Supervisors) -> None:
        self._database = database
        self._supervisors = supervisors

    def block(self, number: str, act: NumberAct, at: datetime | None = None) -> NumberOutcome:
        """Block a number (E.164) since ``at``, else since now, with every service on it.

        Raises:
            InvalidValueError: no reason, or a moment that cannot be.
            NotFoundError: no card carries this number.
            TransitionError: no card with this number is active or warned.
            ConflictError: a colleague has changed a card since it was seen.
            StorageError: the database cannot be written.

        """
        return self._tell(number, SimStatus.BLOCKED, act, at)

    def warn(self, number: str, act: NumberAct, at: datetime | None = None) -> NumberOutcome:
        """Note that a number was warned; raises as :meth:`block` does."""
        return self._tell(number, SimStatus.WARNED, act, at)

    def calm(self, number: str, act: NumberAct, at: datetime | None = None) -> NumberOutcome:
        """Note that the warning of a number is over; raises as :meth:`block` does."""
        return self._tell(number, SimStatus.ACTIVE, act, at, only=SimStatus.WARNED)

    def retire(self, sim_id: int, act: NumberAct) -> None:
        """Take a card out of use; a service that sends from it has no number afterwards.

        Raises:
            InvalidValueError: there is no reason.
            NotFoundError: there is no such card.
            TransitionError: it is reserved or retired already.
            NumberInUseError: it is blocked and not replaced yet.
            ConflictError: a colleague has changed it since it was seen.
            StorageError: the database cannot be written.

        """
        with_reason(act)
        now = self._database.clock()
        with self._database.write(Change.SIMS, Change.CONTACTS) as session:
            card = locked_cards(session, [sim_id], act)[sim_id]
            step = check_transition(_stage(card), SimStage.RETIRED)
            service_id = open_service(session, sim_id)
            if card.status is SimStatus.BLOCKED and service_id is not None:
                raise NumberInUseError(service_name(session, service_id))
            end_span(session, sim_id, now)
            enter(session, card, Entry(SimStatus.RETIRED, step, now, now, service_id), act)
            renew(session, [service_id])
            record(session, "sim_retired", act, now, {"sim": sim_id}, service_id)

    def correct_block(self, sim_id: int, act: NumberAct) -> SimStatus:
        """Take back a block that was entered by mistake; return the status it had before.

        Raises:
            InvalidValueError: there is no reason.
            SupervisorNeededError: the settings do not name the actor as a supervisor.
            CorrectionTooLateError: the block was entered more than 24 hours ago.
            NotFoundError: there is no such card.
            TransitionError: it is not blocked, or was replaced meanwhile.
            ConflictError: a colleague has changed it since it was seen.
            StorageError: the database cannot be written.

        """
        with_reason(act)
        now = self._database.clock()
        check_supervisor(act.actor, self._supervisors)
        with self._database.write(Change.SIMS, Change.CONTACTS) as session:
            card = locked_cards(session, [sim_id], act)[sim_id]
            before = _status_before_block(session, card)
            service_id = open_service(session, sim_id)
            if service_id is None and _was_used(session, sim_id):
                raise TransitionError("sim", "replaced", before.value)
            self._check_correction(session, card, before, act, now)
            enter(session, card, Entry(before, SimStep.CORRECT, now, now, service_id), act)
            renew(session, [service_id])
            record(session, "block_corrected", act, now, {"sim": sim_id}, service_id)
        return before

    def is_supervisor(self, agent: str) -> bool:
        """Tell whether the settings name an agent as a supervisor."""
        return is_supervisor(agent, self._supervisors)

    def _check_correction(
        self, session: Session, card: SimCard, before: SimStatus, act: NumberAct, now: datetime
    ) -> None:
        entered_at = _block_entered_at(session, card)
        if card.status is SimStatus.BLOCKED and now - entered_at > timedelta(hours=CORRECTION_H):
            raise CorrectionTooLateError
        correction = BlockCorrection(
            by_supervisor=True, reason=act.reason, blocked_at=entered_at, now=now
        )
        check_transition(_stage(card), SimStage(before.value), correction)

    def _tell(
        self,
        number: str,
        status: SimStatus,
        act: NumberAct,
        at: datetime | None,
        only: SimStatus | None = None,
    ) -> NumberOutcome:
        with_reason(act)
        now = self._database.clock()
        source = ManualSource(NumberReport(number, status, at or now, act.actor, act.reason))
        with self._database.write(Change.SIMS, Change.CONTACTS) as session:
            cards = _cards_of(session, number, act)
            changed = [
                card
                for card in _those_that_can(cards, status, only)
                for report in source.reports()
                if _is_possible(card, report.at, now)
                and receive(session, card, report, source.name, now) is Received.CHANGED
            ]
            services = [open_service(session, card.id) for card in changed]
            renew(session, services)
            touched = tuple(sorted({one for one in services if one is not None}))
            facts = {"sims": [card.id for card in changed], "services": list(touched)}
            for service_id in touched or (None,):
                record(session, _ACT_OF[status], act, now, facts, service_id)
            return NumberOutcome(tuple(card.id for card in changed), touched)


def correctable_until(session: Session, row: SimRow, now: datetime) -> datetime | None:
    """Return until when the block of a card may be taken back, None where it may not."""
    if row.status is not SimStatus.BLOCKED or (row.replaced_at and not row.in_use):
        return None
    card = session.get_one(SimCard, row.sim_id)
    until = _block_entered_at(session, card) + timedelta(hours=CORRECTION_H)
    return until if now <= until else None


def end_span(session: Session, sim_id: int, at: datetime) -> None:
    """End the span in which a card is used now, if there is one."""
    span = session.scalar(
        select(SimAssignment).where(
            SimAssignment.sim_id == sim_id, SimAssignment.until_at.is_(None)
        )
    )
    if span is not None:
        span.until_at = at
        session.flush()


def _cards_of(session: Session, number: str, act: NumberAct) -> list[SimCard]:
    lock_numbers(session)
    ids = session.scalars(select(SimCard.id).where(SimCard.msisdn == number)).all()
    if not ids:
        raise NotFoundError("number", "")
    return list(locked_cards(session, ids, act).values())


def _those_that_can(
    cards: Sequence[SimCard], status: SimStatus, only: SimStatus | None
) -> list[SimCard]:
    """Return the cards that the step leads on; where there is none, the step is refused."""
    fitting = []
    refused: TransitionError | None = None
    for card in cards:
        try:
            if only is not None and card.status is not only:
                raise TransitionError("sim", card.status.value, status.value)
            check_transition(_stage(card), SimStage(status.value))
            fitting.append(card)
        except TransitionError as error:
            refused = error
    if refused is not None and not fitting:
        raise refused
    return fitting


def _is_possible(card: SimCard, at: datetime, now: datetime) -> bool:
    if not card.status_since <= at <= now:
        raise InvalidValueError("at", "out_of_range")
    return True


def _stage(card: SimCard) -> SimStage:
    return stage_of(card.status, reserved=card.reserved_for is not None)


def _block_entered_at(session: Session, card: SimCard) -> datetime:
    event = session.scalar(
        select(SimEvent)
        .where(SimEvent.sim_id == card.id, SimEvent.status == SimStatus.BLOCKED)
        .order_by(SimEvent.at.desc(), SimEvent.id.desc())
        .limit(1)
    )
    if event is None:
        return card.status_since
    return event.entered_at or event.at


def _status_before_block(session: Session, card: SimCard) -> SimStatus:
    before = session.scalar(
        select(SimEvent.status)
        .where(
            SimEvent.sim_id == card.id,
            SimEvent.at < card.status_since,
            SimEvent.status.in_((SimStatus.ACTIVE, SimStatus.WARNED)),
        )
        .order_by(SimEvent.at.desc(), SimEvent.id.desc())
        .limit(1)
    )
    return before or SimStatus.ACTIVE


def _was_used(session: Session, sim_id: int) -> bool:
    return (
        session.scalar(select(SimAssignment.id).where(SimAssignment.sim_id == sim_id).limit(1))
        is not None
    )
