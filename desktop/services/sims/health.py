"""How the service on a number is doing: contacts, opt-outs against the usual, last message."""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.models.records.sims import NumberHealth
from desktop.models.states import ContactState
from desktop.models.tables import ServiceCount, TrafficDay

USUAL_WEEKS = 8
"""How many weeks before the last one make what is usual."""

_WEEK = timedelta(days=7)


def health_of(session: Session, service_id: int) -> NumberHealth:
    """Return the figures of the service that sends from a number."""
    rows = session.execute(
        select(ServiceCount.state, ServiceCount.contacts).where(
            ServiceCount.service_id == service_id
        )
    )
    counts = {state: contacts for state, contacts in rows}  # noqa: C416 - typed rows
    first, last = _days(session, service_id)
    active = counts.get(ContactState.ACTIVE, 0)
    pending = counts.get(ContactState.RE_REGISTRATION_PENDING, 0)
    if first is None or last is None:
        return NumberHealth(active, pending)
    opt_outs = _opt_outs_by_day(session, service_id, last)
    week, usual = opt_outs_of(opt_outs, first, last)
    return NumberHealth(
        active,
        pending,
        opt_outs_week=week,
        opt_outs_usual=usual,
        last_message_day=_last_message_day(session, service_id),
        traffic_until=last,
    )


def opt_outs_of(by_day: dict[date, int], first: date, last: date) -> tuple[int, float | None]:
    """Return the opt-outs of the seven days up to ``last``, and the mean of the weeks before.

    Only weeks that lie wholly after ``first``, the first day with traffic, count as usual.
    """
    weeks = [
        sum(
            n for day, n in by_day.items() if last - (back + 1) * _WEEK < day <= last - back * _WEEK
        )
        for back in range(USUAL_WEEKS + 1)
        if last - (back + 1) * _WEEK + timedelta(days=1) >= first or back == 0
    ]
    before = weeks[1:]
    return weeks[0], sum(before) / len(before) if before else None


def _days(session: Session, service_id: int) -> tuple[date | None, date | None]:
    """Return the first and the last day with traffic."""
    of_service = TrafficDay.service_id == service_id
    return (
        session.scalar(select(func.min(TrafficDay.day)).where(of_service)),
        session.scalar(select(func.max(TrafficDay.day)).where(of_service)),
    )


def _opt_outs_by_day(session: Session, service_id: int, last: date) -> dict[date, int]:
    rows = session.execute(
        select(TrafficDay.day, TrafficDay.opt_outs).where(
            TrafficDay.service_id == service_id,
            TrafficDay.day > last - (USUAL_WEEKS + 1) * _WEEK,
        )
    )
    return {day: opt_outs for day, opt_outs in rows}  # noqa: C416 - typed rows


def _last_message_day(session: Session, service_id: int) -> date | None:
    return session.scalar(
        select(func.max(TrafficDay.day)).where(
            TrafficDay.service_id == service_id, TrafficDay.messages_sent > 0
        )
    )
