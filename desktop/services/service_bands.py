"""The services of a customer, each with its counts and how it has gone lately."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.frequency.rates import share_lost
from desktop.models.records.customers import DayCount, OptOutRate, ServiceBand
from desktop.models.states import ContactState
from desktop.models.tables import NewsletterService, ServiceCount, SimAssignment, TrafficDay

LINE_DAYS = 90
WEEK_DAYS = 7


def bands_of(
    session: Session, customer_id: int, today: date, period_days: int
) -> tuple[ServiceBand, ...]:
    """Return the services of a customer, with the counts of their last ``period_days`` days."""
    services = session.scalars(
        select(NewsletterService)
        .where(NewsletterService.customer_id == customer_id)
        .order_by(NewsletterService.name, NewsletterService.id)
    ).all()
    return tuple(_band(session, service, today, period_days) for service in services)


def _band(
    session: Session, service: NewsletterService, today: date, period_days: int
) -> ServiceBand:
    days = _days(session, service.id, today)
    return ServiceBand(
        id=service.id,
        service_no=service.service_no,
        name=service.name,
        sender_number=service.sender_number,
        sim_id=_sim_id(session, service.id),
        sim_status=service.sim_status,
        sim_status_since=service.sim_status_since,
        counts=counts_of(session, service.id),
        active_days=tuple(DayCount(day.day, day.contacts_at_risk) for day in days),
        messages_per_day=_messages_per_day(days),
        opt_out_rate=_opt_outs(days, period_days),
        timezone=service.timezone,
        signup_url=service.signup_url,
        start_keyword=service.start_keyword,
    )


def counts_of(session: Session, service_id: int) -> Mapping[ContactState, int]:
    """Return the kept counts of a service by state."""
    statement = select(ServiceCount.state, ServiceCount.contacts).where(
        ServiceCount.service_id == service_id
    )
    return dict(session.execute(statement).all())


def _sim_id(session: Session, service_id: int) -> int | None:
    return session.scalar(
        select(SimAssignment.sim_id).where(
            SimAssignment.service_id == service_id, SimAssignment.until_at.is_(None)
        )
    )


def _days(session: Session, service_id: int, today: date) -> Sequence[TrafficDay]:
    """Return the last 90 days with data; an export is a few days old, so they end with it."""
    last = session.scalar(
        select(TrafficDay.day)
        .where(TrafficDay.service_id == service_id, TrafficDay.day <= today)
        .order_by(TrafficDay.day.desc())
        .limit(1)
    )
    if last is None:
        return ()
    statement = (
        select(TrafficDay)
        .where(
            TrafficDay.service_id == service_id,
            TrafficDay.day > last - timedelta(days=LINE_DAYS),
            TrafficDay.day <= today,
        )
        .order_by(TrafficDay.day)
    )
    return session.scalars(statement).all()


def _messages_per_day(days: Sequence[TrafficDay]) -> float | None:
    week = days[-WEEK_DAYS:]
    return sum(day.messages_sent for day in week) / len(week) if week else None


def _opt_outs(days: Sequence[TrafficDay], period_days: int) -> OptOutRate:
    """Return the counts of the last period; the share is worked out after the session."""
    period = days[-period_days:]
    return OptOutRate(
        period_days,
        days=len(period),
        opt_outs=sum(day.opt_outs for day in period),
        contact_days=sum(day.contacts_at_risk for day in period),
    )


def with_share(band: ServiceBand) -> ServiceBand:
    """Return the band with the share of contacts that leave, where the data allow it.

    It is worked out without a session: the first time a library loads for a second, and a reader
    that keeps the database open for so long holds up those who write.
    """
    counts = band.opt_out_rate
    if counts.days < counts.period_days or not counts.contact_days:
        return band
    share = share_lost(counts.opt_outs, counts.contact_days, counts.period_days)
    rate = replace(counts, percent=100 * share.estimate, low=100 * share.low, high=100 * share.high)
    return replace(band, opt_out_rate=rate)
