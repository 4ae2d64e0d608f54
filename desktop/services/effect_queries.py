"""Who got a reminder, who is comparable without one, and what became of them, as SQL.

Definitions stand in ``models.effect``. SQLite and PostgreSQL reckon with moments in different ways,
so no span is added to a column: where it must be, it is added here and handed over.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    SQLColumnExpression,
    and_,
    case,
    exists,
    func,
    literal,
    null,
    or_,
    select,
    union_all,
)
from sqlalchemy.orm import Session, aliased

from desktop.models.effect import DAY, WEEK, Moment, Slot, Watched
from desktop.models.outcome import MAY_HAVE_LEFT
from desktop.models.states import ContactEventKind
from desktop.models.tables import Contact, ContactEvent, Dispatch, OutboundSms
from desktop.models.types import UtcDateTime

_CAME = ContactEventKind.STARTED
_NOT_INCOMPLETE = (_CAME, ContactEventKind.STOPPED, ContactEventKind.SUPPRESSED)


# ---------------------------------------------------------------- with a reminder


def reminded(
    session: Session, counted: ColumnElement[bool], now: datetime
) -> tuple[int, list[Watched]]:
    """Return how many SMS left, and what became of those who were incomplete until then.

    Who has not started is grouped by which spans are over: more of their moments makes no
    difference.
    """
    rows = _left(
        _left_at().label("since"),
        _first_start_after(_left_at(), OutboundSms.contact_id).label("started"),
        exists().where(*_complete_by(_left_at(), OutboundSms.contact_id)).label("already"),
        counted=counted,
    ).subquery()
    passed = case((rows.c.since <= now - WEEK, 2), (rows.c.since <= now - DAY, 1), else_=0)
    own = case((rows.c.started.is_not(None), rows.c.since), else_=null())
    found = session.execute(
        select(rows.c.already, func.max(rows.c.since), rows.c.started, func.count()).group_by(
            rows.c.already, passed, own, rows.c.started
        )
    ).all()
    sent = sum(count for *_, count in found)
    return sent, [
        Watched(since, started, count=count)
        for already, since, started, count in found
        if not already
    ]


def moments(session: Session, dispatches: ColumnElement[bool]) -> list[Moment]:
    """Return when each dispatch began, and how old the sign-ups were that it reminded."""
    entered = _entry_by(_left_at())
    rows = _left(
        OutboundSms.dispatch_id.label("dispatch_id"),
        _left_at().label("since"),
        func.coalesce(entered, Contact.entered_at).label("entered"),
        counted=dispatches,
    ).subquery()
    found = session.execute(
        select(
            rows.c.dispatch_id,
            func.min(rows.c.since),
            func.min(rows.c.entered),
            func.max(rows.c.entered),
        ).group_by(rows.c.dispatch_id)
    )
    return [Moment(*row) for row in found]


def countries(session: Session, counted: ColumnElement[bool]) -> Sequence[str]:
    """Return the countries of the numbers that were reminded."""
    statement = _left(Contact.sms_country, counted=counted).distinct()
    return [country for country in session.scalars(statement) if country is not None]


def _left(*columns: Any, counted: ColumnElement[bool]) -> Select[Any]:  # noqa: ANN401  any columns
    """Select from the SMS that left or may have, with their dispatch and contact."""
    return (
        select(*columns)
        .select_from(OutboundSms)
        .join(Dispatch, Dispatch.id == OutboundSms.dispatch_id)
        .join(Contact, Contact.id == OutboundSms.contact_id)
        .where(counted, _left_at().is_not(None))
    )


def _left_at(sms: Any = OutboundSms) -> ColumnElement[datetime | None]:  # noqa: ANN401  or an alias
    """Return when an SMS left or may have, as contacts' marks count it; NULL if it did not."""
    return case((sms.state.in_(MAY_HAVE_LEFT), sms.sent_at), else_=sms.perhaps_left_at)


def reminded_before(dispatches: ColumnElement[bool]) -> ColumnElement[bool]:
    """Return the condition that an earlier one of ``dispatches`` reached the same contact."""
    earlier = aliased(OutboundSms)
    return exists().where(
        earlier.contact_id == OutboundSms.contact_id,
        earlier.dispatch_id.in_(select(Dispatch.id).where(dispatches)),
        or_(
            _left_at(earlier) < _left_at(),
            and_(_left_at(earlier) == _left_at(), earlier.id < OutboundSms.id),
        ),
    )


# ---------------------------------------------------------------- without one


def others(
    session: Session, service_id: int, slots: Sequence[Slot], of: Sequence[str]
) -> list[Watched]:
    """Return what became of comparable sign-ups (in countries ``of``) that were not reminded."""
    slot, entry = _as_table(slots), aliased(ContactEvent)
    rows = (
        select(
            slot.c.at.label("since"),
            _first_start_after(slot.c.at, Contact.id, slot.c.week_ends_at).label("started"),
            _reminded_later(slot).label("reminded"),
        )
        .select_from(Contact)
        .join(entry, and_(entry.contact_id == Contact.id, entry.kind == ContactEventKind.ENTERED))
        # A plain join would let SQLite go through all contacts once for each slot.
        .outerjoin(slot, entry.at.between(slot.c.entered_from, slot.c.entered_to))
        .where(
            func.coalesce(slot.c.dispatch_id, 0) != 0,
            Contact.service_id == service_id,
            Contact.sms_country.in_(of),
            Contact.entered_at >= _span(slots)[0],
            entry.at.between(*_span(slots)),
            ~_entered_again(entry, slot),
            ~exists().where(*_complete_by(slot.c.at, Contact.id)),
            ~_reminded_by(entry, slot),
        )
        .subquery()
    )
    fate = (rows.c.since, rows.c.started, rows.c.reminded)
    found = session.execute(select(*fate, func.count()).group_by(*fate))
    return [Watched(*row) for row in found]


def _entered_again(entry: Any, slot: Any) -> ColumnElement[bool]:  # noqa: ANN401  aliases
    return exists().where(
        ContactEvent.contact_id == Contact.id,
        ContactEvent.kind == ContactEventKind.ENTERED,
        ContactEvent.at > entry.at,
        ContactEvent.at <= slot.c.at,
    )


def _reminded_by(entry: Any, slot: Any) -> ColumnElement[bool]:  # noqa: ANN401  aliases
    """Return the condition that a sign-up was reminded up to the slot's moment, or by it."""
    reminder = aliased(OutboundSms)
    left_at = _left_at(reminder)
    return exists().where(
        reminder.contact_id == Contact.id,
        left_at >= entry.at,
        (left_at <= slot.c.at) | (reminder.dispatch_id == slot.c.dispatch_id),
    )


def _reminded_later(slot: Any) -> ColumnElement[datetime | None]:  # noqa: ANN401  an alias
    """Return when a contact was reminded within the slot's week after all."""
    reminder = aliased(OutboundSms)
    left_at = _left_at(reminder)
    return (
        select(func.min(left_at))
        .where(
            reminder.contact_id == Contact.id,
            left_at > slot.c.at,
            left_at <= slot.c.week_ends_at,
        )
        .correlate(Contact, slot)
        .scalar_subquery()
    )


def _span(slots: Sequence[Slot]) -> tuple[datetime, datetime]:
    return min(one.entered_from for one in slots), max(one.entered_to for one in slots)


def _as_table(slots: Sequence[Slot]) -> Any:  # noqa: ANN401  a subquery; its columns are ours
    """Return the slots as a table, which both engines take in this form."""

    def moment(value: datetime, name: str) -> ColumnElement[datetime]:
        return literal(value, UtcDateTime()).label(name)

    rows = [
        select(
            literal(one.dispatch_id).label("dispatch_id"),
            moment(one.at, "at"),
            moment(one.at + WEEK, "week_ends_at"),
            moment(one.entered_from, "entered_from"),
            moment(one.entered_to, "entered_to"),
        )
        for one in slots
    ]
    return union_all(*rows).subquery("slots")


# ---------------------------------------------------------------- what events say


def _first_start_after(
    moment: ColumnElement[Any],
    contact_id: SQLColumnExpression[int],
    until: ColumnElement[Any] | None = None,
) -> ColumnElement[Any]:
    started = aliased(ContactEvent)
    conditions = [started.contact_id == contact_id, started.kind == _CAME, started.at > moment]
    if until is not None:
        conditions.append(started.at <= until)
    return select(func.min(started.at)).where(*conditions).scalar_subquery()


def _complete_by(
    moment: ColumnElement[Any], contact_id: SQLColumnExpression[int]
) -> tuple[ColumnElement[bool], ...]:
    """Return the conditions on an event that ended the time of being incomplete."""
    ended = aliased(ContactEvent)
    return (
        ended.contact_id == contact_id,
        ended.kind.in_(_NOT_INCOMPLETE),
        ended.at <= moment,
    )


def _entry_by(moment: ColumnElement[Any]) -> ColumnElement[Any]:
    """Return when the sign-up of an SMS's contact was entered that was under way at ``moment``."""
    entry = aliased(ContactEvent)
    return (
        select(func.max(entry.at))
        .where(entry.contact_id == OutboundSms.contact_id)
        .where(entry.kind == ContactEventKind.ENTERED, entry.at <= moment)
        .scalar_subquery()
    )
