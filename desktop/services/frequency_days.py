"""Reads days of services as arrays: from the platform's traffic, or from what contacts did."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, tzinfo
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Select, exists, func, select
from sqlalchemy.orm import Session

from desktop.models.frequency.arrays import Days, Flags, Numbers
from desktop.models.frequency.from_events import EventDays, Events, days_from
from desktop.models.frequency.weeks import LEFT_OUT_DAYS
from desktop.models.states import ContactEventKind
from desktop.models.tables import (
    Contact,
    ContactEvent,
    NewsletterService,
    SimAssignment,
    TrafficDay,
)
from desktop.services.traffic import zone_of

_ROWS = 2_000
"""Rows that are taken from the database at a time: few, because the columns of many at once are a
list of arguments so long that turning it costs more than reading it."""

_COUNTS = 5
_EPOCH = date(1970, 1, 1).toordinal()
_HOUR_S = 3_600


def traffic_of(session: Session, service_ids: Sequence[int], *, reads: bool = True) -> Days:
    """Return the traffic of some services, given as a run of ids in order.

    Without ``reads``, what was read and clicked stays unknown, and all is there sooner.
    """
    columns = TrafficDay.__table__.c
    counts = (columns.contacts_at_risk, columns.messages_sent, columns.opt_outs)
    wanted = (*counts, columns.read, columns.clicked) if reads else counts
    statement = (
        select(columns.service_id, columns.day, *wanted)
        .where(columns.service_id.between(service_ids[0], service_ids[-1]))
        .order_by(columns.service_id, columns.day)
    )
    parts = list(_columns(session, statement))
    service, day, *numbers = (
        [np.concatenate(each) for each in zip(*parts, strict=True)]
        if parts
        else _nothing(2 + len(wanted))
    )
    known = np.isin(service.astype(np.int64), np.asarray(service_ids))
    values = [each[known].astype(np.float64) for each in numbers]
    values += [np.full(len(values[0]), np.nan)] * (_COUNTS - len(values))
    days = day[known].astype("datetime64[D]").astype(np.int64) + _EPOCH
    return Days(
        service=service[known].astype(np.int64),
        day=days,
        at_risk=values[0],
        sent=values[1],
        opt_outs=values[2],
        read=values[3],
        clicked=values[4],
    )


def events_of(session: Session, service_id: int, zone: tzinfo) -> Events:
    """Return what the contacts of a service did, in their local days."""
    statement = (
        select(ContactEvent.contact_id, ContactEvent.at, ContactEvent.kind)
        .join(Contact, Contact.id == ContactEvent.contact_id)
        .where(Contact.service_id == service_id, ContactEvent.kind != ContactEventKind.ENTERED)
        # At one moment the stop counts as the later one; so do the names in the alphabet.
        .order_by(ContactEvent.contact_id, ContactEvent.at, ContactEvent.kind)
    )
    rows = session.execute(statement).all()
    kinds = [row.kind for row in rows]
    return Events(
        contact=np.array([row.contact_id for row in rows], dtype=np.int64),
        day=_local_days([row.at for row in rows], zone),
        starts=np.array([kind is ContactEventKind.STARTED for kind in kinds], dtype=bool),
        stops=np.array([kind is ContactEventKind.STOPPED for kind in kinds], dtype=bool),
    )


def event_days(
    session: Session, service_id: int, zone: tzinfo, replaced: Sequence[date], until: date
) -> EventDays | None:
    """Return contacts at risk and opt-outs of each day up to ``until``; None without a start.

    The days in ``replaced`` belong to the new number wholly: who was on the old one is out of
    sight from the evening before.
    """
    events = events_of(session, service_id, zone)
    if not events.starts.any():
        return None
    first = int(events.day[events.starts].min())
    changes = np.array(sorted(one.toordinal() - 1 for one in replaced), dtype=np.int64)
    return days_from(events, changes, first, max(until.toordinal(), first))


def days_of_change(session: Session) -> dict[int, list[int]]:
    """Return the local days (ordinals) on which each service began to send from a card."""
    statement = select(
        SimAssignment.service_id, SimAssignment.from_at, NewsletterService.timezone
    ).join(NewsletterService, NewsletterService.id == SimAssignment.service_id)
    found: dict[int, list[int]] = {}
    for service_id, from_at, timezone in session.execute(statement):
        if from_at is not None:
            day = from_at.astimezone(zone_of(timezone)).date()
            found.setdefault(service_id, []).append(day.toordinal())
    return found


def after_change(days: Days, changes: Mapping[int, Sequence[int]]) -> Flags:
    """Flag the days of services after a change of their number that do not count.

    What began before the traffic of a service is no change.
    """
    found = np.zeros(len(days), dtype=bool)
    for service in np.unique(days.service):
        first, end = np.searchsorted(days.service, [service, service + 1])
        own = days.day[first:end]
        for change in changes.get(int(service), ()):
            if own[0] < change:
                found[first:end] |= (own >= change) & (own < change + LEFT_OUT_DAYS)
    return found


def services_with_traffic(session: Session) -> list[int]:
    """Return the ids of all services with traffic, in order."""
    has_traffic = exists().where(TrafficDay.service_id == NewsletterService.id)
    statement = select(NewsletterService.id).where(has_traffic).order_by(NewsletterService.id)
    return list(session.scalars(statement))


def last_day(session: Session) -> int:
    """Return the last day with traffic of any service, as an ordinal; 0 without traffic."""
    last = session.scalar(select(func.max(TrafficDay.day)))
    return last.toordinal() if last is not None else 0


def _columns(session: Session, statement: Select[Any]) -> Iterator[list[Any]]:
    """Yield the columns of a statement as arrays, some rows at a time.

    The rows come straight from the driver: as records of SQLAlchemy two million of them take
    several times as long.
    """
    cursor = session.connection().execute(statement).cursor
    while rows := cursor.fetchmany(_ROWS):
        yield [_array(each) for each in zip(*rows, strict=True)]


def _array(values: tuple[object, ...]) -> NDArray[np.generic]:
    """Return a column as an array: days (texts or dates) as days, None as not-a-number."""
    if isinstance(values[0], str | date):
        return np.array(values, dtype="datetime64[D]")
    return np.array(values, dtype=np.float64)


def _nothing(columns: int) -> list[Any]:
    """Return columns without rows; the second one holds days."""
    return [
        np.array([], dtype="datetime64[D]" if number == 1 else np.float64)
        for number in range(columns)
    ]


def _local_days(moments: Sequence[datetime], zone: tzinfo) -> Numbers:
    """Return local days (ordinals) of moments; the offset is looked up once for each hour."""
    seconds = np.array([int(one.timestamp()) for one in moments], dtype=np.int64)
    hours, which = np.unique(seconds // _HOUR_S, return_inverse=True)
    offsets = np.array([_offset_s(int(hour), zone) for hour in hours], dtype=np.int64)
    local = seconds + offsets[which] if len(seconds) else seconds
    return local // (24 * _HOUR_S) + _EPOCH


def _offset_s(hour: int, zone: tzinfo) -> int:
    """Return how far local time is ahead of UTC in one hour since 1970."""
    offset = datetime.fromtimestamp(hour * _HOUR_S, UTC).astimezone(zone).utcoffset()
    return int(offset.total_seconds()) if offset is not None else 0
