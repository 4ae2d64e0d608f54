"""Follows a change of number: who was told, who is back, who is gone, who is silent."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.models.records.number_changes import ChangeDay, NumberTracker
from desktop.models.states import ContactState
from desktop.models.tables import Contact, NewsletterService
from desktop.services.notice_rules_sql import (
    Replacement,
    concerned,
    replacement_of,
    was_informed,
)
from desktop.services.storage.database import Database

_DAYS = 60
"""So long a curve is drawn: later hardly anybody comes back."""


class NumberChanges:
    """Reads what became of the last change of a service's number."""

    def __init__(self, database: Database) -> None:
        """Read from ``database``; its clock says which day is the last."""
        self._database = database

    def tracker(self, service_id: int) -> NumberTracker | None:
        """Return the numbers of the last change; None where the number never changed.

        Raises:
            StorageError: the database cannot be read.

        """
        now = self._database.clock()
        with self._database.read() as session:
            change = replacement_of(session, service_id)
            return _tracker(session, change, now) if change is not None else None


def _tracker(session: Session, change: Replacement, now: datetime) -> NumberTracker:
    told = was_informed(change).label("told")
    rows = session.execute(
        select(Contact.state, told, func.count())
        .where(concerned(change))
        .group_by(Contact.state, told)
    ).all()
    states: Counter[ContactState] = Counter()
    informed = back_informed = 0
    for state, was_told, count in rows:
        states[state] += count
        informed += count if was_told else 0
        back_informed += count if was_told and state is ContactState.ACTIVE else 0
    everybody = states.total()
    back = states[ContactState.ACTIVE]
    unsubscribed = states[ContactState.UNSUBSCRIBED]
    suppressed = states[ContactState.SUPPRESSED]
    return NumberTracker(
        service_id=change.service_id,
        old_number=change.old_number,
        new_number=change.new_number,
        lost_at=change.lost_at,
        replaced_at=change.replaced_at,
        concerned=everybody,
        informed=informed,
        back=back,
        back_informed=back_informed,
        unsubscribed=unsubscribed,
        suppressed=suppressed,
        silent=everybody - back - unsubscribed - suppressed,
        days=_days(session, change, now),
    )


def _days(session: Session, change: Replacement, now: datetime) -> tuple[ChangeDay, ...]:
    zone = ZoneInfo(session.get_one(NewsletterService, change.service_id).timezone)
    back = _by_day(session, change, ContactState.ACTIVE, zone)
    gone = _by_day(session, change, ContactState.UNSUBSCRIBED, zone)
    day = change.replaced_at.astimezone(zone).date()
    last = min(now.astimezone(zone).date(), day + timedelta(days=_DAYS))
    # What happened between the loss and the replacement belongs to the first day.
    came = sum(count for moment, count in back.items() if moment < day)
    left = sum(count for moment, count in gone.items() if moment < day)
    found = []
    while day <= last:
        came += back[day]
        left += gone[day]
        found.append(ChangeDay(day, came, left))
        day += timedelta(days=1)
    return tuple(found)


def _by_day(
    session: Session, change: Replacement, state: ContactState, zone: ZoneInfo
) -> Counter[date]:
    moment = Contact.started_at if state is ContactState.ACTIVE else Contact.stopped_at
    moments = session.scalars(
        select(moment).where(concerned(change), Contact.state == state, moment.is_not(None))
    )
    return Counter(at.astimezone(zone).date() for at in moments if at is not None)
