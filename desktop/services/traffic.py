"""Messages and opt-outs of the services, as the frequency page shows them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from desktop.errors import NotFoundError
from desktop.models.frequency.before_after import before_after
from desktop.models.frequency.rates import DayTraffic
from desktop.models.frequency.weeks import (
    figures,
    messages_per_day,
    number_change,
    tally,
    weeks,
)
from desktop.models.records.traffic import (
    BeforeAfter,
    NumberChange,
    ServiceChoice,
    ServiceTraffic,
    Tally,
    TrafficSpan,
    Week,
)
from desktop.models.tables import (
    Customer,
    NewsletterService,
    SimAssignment,
    SimCard,
    TrafficDay,
)
from desktop.services.agreed_changes import agreed_changes
from desktop.services.storage.database import Database

PERIOD_DAYS = 30
LATEST_DAYS = 30
_SPAN_DAYS = {TrafficSpan.DAYS_90: 90, TrafficSpan.YEAR: 365}
_HOME_ZONE = ZoneInfo("Europe/Vienna")


class Traffic:
    """Reads what services sent and how many left, and adds it up."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def choices(self) -> tuple[ServiceChoice, ...]:
        """Return all services by customer and name, for a chooser.

        Raises:
            StorageError: the database cannot be read.

        """
        has_traffic = exists().where(TrafficDay.service_id == NewsletterService.id)
        statement = (
            select(
                NewsletterService.id,
                NewsletterService.name,
                Customer.id,
                Customer.name,
                has_traffic,
            )
            .join(Customer, Customer.id == NewsletterService.customer_id)
            .order_by(Customer.name, Customer.id, NewsletterService.name, NewsletterService.id)
        )
        with self._database.read() as session:
            return tuple(ServiceChoice(*row) for row in session.execute(statement))

    def series(
        self,
        service_id: int,
        span: TrafficSpan = TrafficSpan.YEAR,
        period_days: int = PERIOD_DAYS,
    ) -> ServiceTraffic:
        """Return one service's traffic in ``span``, rates told for ``period_days``.

        Raises:
            NotFoundError: there is no such service.
            StorageError: the database cannot be read.

        """
        with self._database.read() as session:
            service, customer_name = service_of(session, service_id)
            days = _days(session, service_id)
            changes = changes_of(session, service, [one.day for one in days])
            agreed = agreed_changes(session, service.customer_id, service_id)
        shown = _weeks_within(weeks(days, changes, period_days), days, span)
        first = shown[0].tally.first_day if shown else None
        return ServiceTraffic(
            service_id=service_id,
            service_name=service.name,
            customer_id=service.customer_id,
            customer_name=customer_name,
            period_days=period_days,
            weeks=tuple(shown),
            counted=_counted(days, shown, period_days),
            latest=_latest(days, period_days),
            messages_per_day_now=messages_per_day(days),
            changes=tuple(one for one in changes if first and one.left_out_until >= first),
            agreements=tuple(
                replace(one, effect=before_after(days, one.day, changes, period_days))
                for one in agreed
                if first and first <= one.day <= days[-1].day
            ),
            days=tuple(one for one in figures(days) if first and one.day >= first),
        )

    def before_after(
        self, service_id: int, agreed_on: date, period_days: int = PERIOD_DAYS
    ) -> BeforeAfter:
        """Compare a service's days before an agreed change with those after it.

        Raises:
            NotFoundError: there is no such service.
            StorageError: the database cannot be read.

        """
        with self._database.read() as session:
            service, _ = service_of(session, service_id)
            days = _days(session, service_id)
            changes = changes_of(session, service, [one.day for one in days])
        return before_after(days, agreed_on, changes, period_days)


def service_of(session: Session, service_id: int) -> tuple[NewsletterService, str]:
    """Return a service and the name of its customer.

    Raises:
        NotFoundError: there is no such service.
    """
    found = session.execute(
        select(NewsletterService, Customer.name)
        .join(Customer, Customer.id == NewsletterService.customer_id)
        .where(NewsletterService.id == service_id)
    ).one_or_none()
    if found is None:
        raise NotFoundError("service", str(service_id))
    service, customer_name = found
    return service, customer_name


def _days(session: Session, service_id: int) -> list[DayTraffic]:
    statement = (
        select(
            TrafficDay.day,
            TrafficDay.contacts_at_risk,
            TrafficDay.messages_sent,
            TrafficDay.opt_outs,
            TrafficDay.read,
            TrafficDay.clicked,
        )
        .where(TrafficDay.service_id == service_id)
        .order_by(TrafficDay.day)
    )
    return [DayTraffic(*row) for row in session.execute(statement)]


def changes_of(
    session: Session, service: NewsletterService, days: Sequence[date]
) -> tuple[NumberChange, ...]:
    """Return the number changes: the assignments that began while the service was sending.

    The first number of a service is no change. An export names only the assignment of today, so
    the first one we know of is a change as well where there is traffic from before it.
    """
    if not days:
        return ()
    statement = (
        select(SimAssignment.from_at, SimCard.msisdn)
        .join(SimCard, SimCard.id == SimAssignment.sim_id)
        .where(SimAssignment.service_id == service.id, SimAssignment.from_at.is_not(None))
        .order_by(SimAssignment.from_at)
    )
    zone = zone_of(service.timezone)
    began = [
        (from_at.astimezone(zone).date(), number)
        for from_at, number in session.execute(statement)
        if from_at is not None
    ]
    return tuple(number_change(day, number) for day, number in began if days[0] < day <= days[-1])


def zone_of(name: str) -> ZoneInfo:
    """Return the time zone of a service; that of the house where nobody knows the name."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return _HOME_ZONE


def first_day(span: TrafficSpan, last: date) -> date:
    """Return the first day of a span that ends with ``last``."""
    return last - timedelta(days=_SPAN_DAYS[span] - 1) if span in _SPAN_DAYS else date.min


def _weeks_within(found: list[Week], days: list[DayTraffic], span: TrafficSpan) -> list[Week]:
    """Return the weeks that reach into the span; the first one stays whole."""
    if span not in _SPAN_DAYS or not days:
        return found
    first = first_day(span, days[-1].day)
    return [week for week in found if week.tally.last_day >= first]


def _counted(days: list[DayTraffic], shown: list[Week], period_days: int) -> Tally | None:
    spans = [(w.tally.first_day, w.tally.last_day) for w in shown if not w.left_out]
    counting = [one for one in days if any(first <= one.day <= last for first, last in spans)]
    return tally(counting, period_days) if counting else None


def _latest(days: list[DayTraffic], period_days: int) -> Tally | None:
    if not days:
        return None
    first = days[-1].day - timedelta(days=LATEST_DAYS - 1)
    return tally([one for one in days if one.day >= first], period_days)
