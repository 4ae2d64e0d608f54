"""What the buttons of a case do with it, on a worker."""

from __future__ import annotations

from datetime import datetime
from threading import Event

from desktop.models.records.cases import CaseRecord
from desktop.models.states import CaseOutcome
from desktop.services.bundle import Services
from desktop.views.cases.case_file import CaseFile, read_case


def as_it_is(record: CaseRecord) -> CaseRecord:
    """Do nothing: what was typed has been saved before."""
    return record


def resume(services: Services, agent: str, record: CaseRecord) -> CaseFile:
    """Take a paused case up again, and read it anew.

    Raises:
        TransitionError: it is not paused.

    """
    services.cases.resume(record.id, agent)
    return read_case(services, record.id, Event())


def take_over(services: Services, note: str, agent: str, record: CaseRecord) -> CaseFile:
    """Make a colleague's case one's own, and read it anew.

    Raises:
        InvalidValueError: no note says why.
        TransitionError: it is closed.

    """
    services.case_handing.take_over(record.id, note=note, agent=agent)
    return read_case(services, record.id, Event())


def pause(
    services: Services, reason: str, due_at: object, agent: str, record: CaseRecord
) -> CaseRecord:
    """Lay a case aside, until a call-back where one was promised.

    Raises:
        TransitionError: it is released, closed or paused already.

    """
    due = due_at if isinstance(due_at, datetime) else None
    return services.cases.pause(record.id, reason=reason, due_at=due, agent=agent)


def settle_follow_up(
    services: Services, seen: datetime, result: str, agent: str, record: CaseRecord
) -> CaseRecord:
    """Mark the follow-up of a closed case as done.

    Raises:
        ConflictError: a colleague settled or moved it meanwhile.

    """
    return services.follow_ups.settle(record.id, seen=seen, result=result, agent=agent)


def move_follow_up(
    services: Services, due_at: datetime, reason: str, agent: str, record: CaseRecord
) -> CaseRecord:
    """Look at a closed case on another day.

    Raises:
        InvalidValueError: the day lies in the past.
        ConflictError: a colleague settled or moved it meanwhile.

    """
    return services.follow_ups.move(
        record.id, seen=record.follow_up_at, due_at=due_at, reason=reason, agent=agent
    )


def abandon(
    services: Services, reason: str, code: CaseOutcome, agent: str, record: CaseRecord
) -> CaseRecord:
    """Close a case from which nothing was sent.

    Raises:
        TransitionError: it is released or closed.

    """
    return services.cases.abandon(record.id, reason=reason, code=code, agent=agent)
