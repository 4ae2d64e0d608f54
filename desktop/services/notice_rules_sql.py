"""The rules of the number-change notice as SQL: whom a replacement concerns, and who gets no SMS.

It concerns those who were active on the old number at the moment of its blocking, whatever became
of them since: only so do *informed*, *back*, *unsubscribed* and *silent* add up to one number. The
notice goes to those of them who are not back yet (rule 6 of ``domain.md``), a second one only after
the gap that reminders keep, on a new request.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from sqlalchemy import ColumnElement, and_, exists, func, or_, select
from sqlalchemy.orm import Session, aliased

from desktop.models.eligibility import MAX_NOTICES, ReminderRules
from desktop.models.outcome import MAY_HAVE_LEFT
from desktop.models.states import (
    ContactEventKind,
    ContactState,
    DispatchKind,
    ExclusionReason,
)
from desktop.models.tables import Contact, ContactEvent, Dispatch, OutboundSms
from desktop.services.reminder_rules_sql import (
    Rule,
    ServiceConditions,
    contact_columns,
    number_rules,
    rule,
)
from desktop.services.sims.timelines import service_spans

T = TypeVar("T")

_ENDS = (ContactEventKind.STOPPED, ContactEventKind.SUPPRESSED)
_R = ExclusionReason


@dataclass(frozen=True, slots=True)
class Replacement:
    """A service's last change of number. ``lost_at``: from when the old number served no more."""

    service_id: int
    old_number: str
    new_number: str
    old_from: datetime | None
    lost_at: datetime
    replaced_at: datetime


def replacement_of(session: Session, service_id: int) -> Replacement | None:
    """Return the last change of a service's number; None where it never had another one."""
    spans = service_spans(session, service_id)
    if len(spans) < 2 or spans[0].until_at is not None:  # noqa: PLR2004  a new and an old one
        return None
    new, old = spans[0], spans[1]
    replaced_at = new.from_at or old.until_at
    if replaced_at is None:
        return None
    lost_at = old.blocked_at or replaced_at
    return Replacement(service_id, old.number, new.number, old.from_at, lost_at, replaced_at)


def concerned(change: Replacement) -> ColumnElement[bool]:
    """Return the condition that a contact was active on the old number when that was lost."""
    started, ended = aliased(ContactEvent), aliased(ContactEvent)
    nobody_knows_where: ColumnElement[bool] = started.number.is_(None)
    if change.old_from is not None:
        nobody_knows_where = and_(nobody_knows_where, started.at >= change.old_from)
    ended_before = exists().where(
        ended.contact_id == started.contact_id,
        ended.kind.in_(_ENDS),
        ended.at > started.at,
        ended.at <= change.lost_at,
    )
    was_active = exists().where(
        started.contact_id == Contact.id,
        started.kind == ContactEventKind.STARTED,
        started.at <= change.lost_at,
        or_(started.number == change.old_number, nobody_knows_where),
        ~ended_before,
    )
    return and_(Contact.service_id == change.service_id, was_active)


def was_informed(change: Replacement) -> ColumnElement[bool]:
    """Return the condition that an SMS about this change may have reached a contact."""
    return _notices(change) > 0


def state_rules_of_notice() -> tuple[Rule, ...]:
    """Return what a contact's state says; asked again when its SMS is claimed."""
    state = Contact.state
    return (
        rule(_R.UNSUBSCRIBED, state == ContactState.UNSUBSCRIBED),
        rule(_R.SUPPRESSED, state == ContactState.SUPPRESSED),
        rule(_R.NOT_INCOMPLETE, state == ContactState.ACTIVE),
        rule(_R.NOT_ACTIVE, state != ContactState.RE_REGISTRATION_PENDING),
    )


def claim_rules_of_notice(
    rules: ReminderRules, services: ServiceConditions | None = None
) -> tuple[Rule, ...]:
    """Return what is asked once more in the transaction that claims an SMS."""
    return (*state_rules_of_notice(), *number_rules(rules, contact_columns(), services))


def told_meanwhile(dispatch_id: ColumnElement[int]) -> Rule:
    """Spare whom another dispatch has told of a change since the one being claimed was released.

    Two may be released before the first SMS of either has left: then both lists are whole.
    """
    released_at = select(Dispatch.released_at).where(Dispatch.id == dispatch_id).scalar_subquery()
    other = aliased(OutboundSms)
    told = exists().where(
        other.contact_id == Contact.id,
        other.dispatch_id != dispatch_id,
        other.state.in_(MAY_HAVE_LEFT),
        other.sent_at >= released_at,
        other.dispatch_id.in_(
            select(Dispatch.id).where(
                Dispatch.kind == DispatchKind.NUMBER_CHANGE, Dispatch.test_mode.is_(False)
            )
        ),
    )
    return rule(_R.REMINDED_RECENTLY, told)


def notice_rules(change: Replacement, rules: ReminderRules, at: datetime) -> tuple[Rule, ...]:
    """Return all rules of a notice, in the order of asking."""
    last = _last_notice_at(change)
    return (
        *claim_rules_of_notice(rules),
        rule(_R.REMINDED_TOO_OFTEN, _notices(change) >= MAX_NOTICES),
        Rule(
            _R.REMINDED_RECENTLY,
            fits=last > rules.reminded_until(at),
            spares=or_(last.is_(None), last <= rules.reminded_until(at)),
        ),
    )


def _notices(change: Replacement) -> ColumnElement[int]:
    return _of_notices(func.count(), change)


def _last_notice_at(change: Replacement) -> ColumnElement[datetime | None]:
    return _of_notices(func.max(OutboundSms.sent_at), change)


def _of_notices(value: ColumnElement[T], change: Replacement) -> ColumnElement[T]:
    """Read something of the SMS that told a contact of this change, test mode apart."""
    return (
        select(value)
        .select_from(OutboundSms)
        .join(Dispatch, Dispatch.id == OutboundSms.dispatch_id)
        .where(
            OutboundSms.contact_id == Contact.id,
            OutboundSms.state.in_(MAY_HAVE_LEFT),
            Dispatch.kind == DispatchKind.NUMBER_CHANGE,
            Dispatch.service_id == change.service_id,
            Dispatch.released_at >= change.replaced_at,
            Dispatch.test_mode.is_(False),
        )
        .correlate(Contact)
        .scalar_subquery()
    )
