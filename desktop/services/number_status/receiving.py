"""One report into the books: it fits, it changes nothing, or it is kept to be decided."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import TransitionError
from desktop.models.records.conflicts import ConflictMatter
from desktop.models.sim import SimStep, check_transition, may_become
from desktop.models.states import SimStage, SimStatus
from desktop.models.tables import SimCard, SimEvent, StatusConflict
from desktop.services.number_status.source import NumberReport, SourceName
from desktop.services.sims.entering import Entry, NumberAct, enter, open_service
from desktop.services.storage.dialect import upsert

_FINAL = (SimStatus.BLOCKED, SimStatus.RETIRED)
_AT_WORK = (SimStatus.ACTIVE, SimStatus.WARNED)


class Received(StrEnum):
    """What became of a report."""

    UNCHANGED = "unchanged"
    CHANGED = "changed"
    CONTRADICTS = "contradicts"


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A report that does not fit to what the books hold of a card."""

    matter: ConflictMatter
    status: SimStatus
    at: datetime
    reason: str
    source: SourceName


def receive(
    session: Session, card: SimCard, report: NumberReport, source: SourceName, now: datetime
) -> Received:
    """Take a report on a card that is held for this transaction.

    Raises:
        TransitionError: an agent tells what the life cycle does not allow.

    """
    if report.status is card.status:
        return Received.UNCHANGED
    stage = SimStage(card.status.value)
    if source is not SourceName.AGENT and not may_become(card.status, report.status):
        matter = ConflictMatter.NOT_BACK
        contradiction = Contradiction(matter, report.status, report.at, report.reason, source)
        keep_contradiction(session, card, contradiction, now)
        return Received.CONTRADICTS
    step = _step(stage, SimStage(report.status.value), source)
    entry = Entry(report.status, step, report.at, now, open_service(session, card.id))
    enter(session, card, entry, NumberAct(report.actor, report.reason, source=source.value))
    return Received.CHANGED


def contradiction_of(
    session: Session, card: SimCard, status: SimStatus, *, is_newer: bool
) -> ConflictMatter | None:
    """Tell in what the status of an export contradicts the books, None where it does not.

    An older report is history and no contradiction, as long as the books have what is newer from
    the same exports. What an agent or another source has entered since, and the export does not
    know, has to be decided where the number is out of action for us and at work for the export.
    """
    if status is card.status:
        return None
    if is_newer:
        return None if may_become(card.status, status) else ConflictMatter.NOT_BACK
    if card.status in _FINAL and status in _AT_WORK:
        known_from = _source_of_status(session, card)
        return None if known_from == SourceName.IMPORT.value else ConflictMatter.NOT_KNOWN
    return None


def keep_contradiction(
    session: Session, card: SimCard, found: Contradiction, now: datetime
) -> bool:
    """Write a contradiction down to be decided; False where it was known already.

    A source that is asked again and again tells the same each time with a new moment.
    """
    if found.source is SourceName.GRAPH and _is_known(session, card, found):
        return False
    statement = upsert(session, StatusConflict).values(
        sim_id=card.id,
        matter=found.matter,
        reported=found.status,
        reported_at=found.at,
        reported_reason=found.reason,
        kept=card.status,
        kept_since=card.status_since,
        source=found.source.value,
        found_at=now,
        decided_by="",
        decided_why="",
    )
    written = session.execute(
        statement.on_conflict_do_nothing().returning(StatusConflict.id)
    ).one_or_none()
    return written is not None


def _is_known(session: Session, card: SimCard, found: Contradiction) -> bool:
    known = session.scalar(
        select(StatusConflict.id)
        .where(
            StatusConflict.sim_id == card.id,
            StatusConflict.matter == found.matter,
            StatusConflict.reported == found.status,
            StatusConflict.kept == card.status,
            StatusConflict.kept_since == card.status_since,
        )
        .limit(1)
    )
    return known is not None


def _step(before: SimStage, after: SimStage, source: SourceName) -> SimStep | None:
    """Return the step; a source that is asked now and then may leave steps out."""
    try:
        return check_transition(before, after)
    except TransitionError:
        if source is SourceName.AGENT:
            raise
        return None


def _source_of_status(session: Session, card: SimCard) -> str | None:
    return session.scalar(
        select(SimEvent.source)
        .where(
            SimEvent.sim_id == card.id,
            SimEvent.status == card.status,
            SimEvent.at == card.status_since,
        )
        .order_by(SimEvent.id.desc())
        .limit(1)
    )
