"""Which SMS go out next: read, judged once more and marked within the claiming transaction."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, func, or_, select, update
from sqlalchemy.orm import Session

from desktop.models.eligibility import ReminderRules
from desktop.models.send_window import SendWindow, is_open, next_open, zone_of
from desktop.models.states import (
    GOING,
    DispatchKind,
    DispatchState,
    ExclusionReason,
    SmsState,
)
from desktop.models.tables import Contact, Dispatch, NewsletterService, OutboundSms
from desktop.services.notice_rules_sql import claim_rules_of_notice, told_meanwhile
from desktop.services.reminder_rules_sql import first_reason, joined_service, reminder_reason
from desktop.services.sending.lease import Hold
from desktop.services.sending.queues import OpenDispatch
from desktop.services.storage.prepared import PreparedRead, PreparedWrite, given

_KNOWN_COUNTRIES = ("AT", "CH", "DE", "IT", "LI")
"""Countries whose clocks and holidays are looked at where the rules name none."""

SERVICE_REASONS = frozenset({ExclusionReason.NUMBER_BLOCKED, ExclusionReason.NO_SENDER_NUMBER})
"""Reasons that lie in the service, not in a contact: they pause the dispatch."""

NUMBER_REPLACED = "number_replaced"
"""Our own reason: the text was written for a number that the service has no more."""


@dataclass(frozen=True, slots=True)
class ClaimedSms:
    """One SMS that is this sender's to send, marked as *sending* before its request goes out."""

    sms_id: int
    dispatch_id: int
    contact_id: int
    e164: str
    text: str
    parts: int
    client_message_id: str
    epoch: int
    owner: str
    tries: int


@dataclass(slots=True)
class Claim:
    """What a claim gave, what it found on the way, and when another one is worth it.

    ``tell_at`` is when what was recorded should be told to those who listen; ``marked`` are the
    contacts whose marks are not yet renewed; ``paused`` says that a dispatch was held.
    """

    sms: list[ClaimedSms] = field(default_factory=list)
    next_at: datetime | None = None
    tell_at: datetime | None = None
    lost: bool = False
    excluded: int = 0
    touched: set[int] = field(default_factory=set)
    marked: set[int] = field(default_factory=set)
    ended: list[int] = field(default_factory=list)
    paused: bool = False

    def wake_at(self, at: datetime | None) -> None:
        """Remember the earliest moment at which there may be something to do."""
        if at is not None and (self.next_at is None or at < self.next_at):
            self.next_at = at


@dataclass(slots=True)
class OfDispatch:
    """What the claim from one dispatch gave: SMS, how many were left out, or that it was held."""

    sms: list[ClaimedSms] = field(default_factory=list)
    left_out: int = 0
    paused: bool = False


@dataclass(frozen=True, slots=True)
class _Candidate:
    """An SMS that waits, and why it may not go out, if so."""

    id: int
    contact_id: int
    e164: str
    client_message_id: str
    claim_epoch: int
    tries: int
    why: ExclusionReason | None


@dataclass(frozen=True, slots=True)
class Judge:
    """The rules by which a claim looks at a recipient once more, and the hours it keeps.

    Without a ``window`` an SMS may go out at any hour: in test mode nobody gets it.
    """

    rules: ReminderRules = field(default_factory=ReminderRules)
    window: SendWindow | None = field(default_factory=SendWindow)


def claim_from(
    session: Session,
    dispatch: OpenDispatch,
    hold: Hold,
    wanted: int,
    judge: Judge,
    now: datetime,
) -> OfDispatch:
    """Claim up to ``wanted`` SMS of one dispatch, leave out who may get none any more."""
    of = OfDispatch()
    if dispatch.is_outdated:
        pause_dispatch(session, dispatch.id, NUMBER_REPLACED)
        of.paused = True
        return of
    while len(of.sms) < wanted:
        rows = _candidates(session, dispatch, judge, wanted - len(of.sms), now)
        by_service = next((row.why for row in rows if row.why in SERVICE_REASONS), None)
        if by_service is not None:
            pause_dispatch(session, dispatch.id, by_service.value)
            of.paused = True
            break
        excluded = [row for row in rows if row.why is not None]
        of.left_out += _exclude(session, excluded, now)
        of.sms += _mark(session, dispatch, hold, [row for row in rows if row.why is None], now)
        if not rows:
            break
    return of


def pause_dispatch(session: Session, dispatch_id: int, reason: str) -> None:
    """Hold one dispatch until a person resumes or stops it."""
    session.execute(
        update(Dispatch)
        .where(
            Dispatch.id == dispatch_id,
            Dispatch.state.in_(GOING),
        )
        .values(state=DispatchState.PAUSED, state_reason=reason)
    )


def opens_at(dispatch: OpenDispatch, judge: Judge, now: datetime) -> datetime | None:
    """Return when some country that is closed now opens next; None if all are open."""
    if judge.window is None:
        return None
    closed = _closed_countries(dispatch.timezone, judge, now)
    moments = [
        next_open(now, zone_of(country, dispatch.timezone), country, judge.window)
        for country in closed
    ]
    return min(moments, default=None)


def _candidates(
    session: Session, dispatch: OpenDispatch, judge: Judge, wanted: int, now: datetime
) -> list[_Candidate]:
    question = _judged(dispatch.kind, dispatch.timezone, judge, now.replace(microsecond=0))
    asked = {"dispatch": dispatch.id, "now": now, "wanted": wanted}
    return question.rows(session, asked)


@lru_cache(maxsize=32)
def _judged(
    kind: DispatchKind, timezone: str, judge: Judge, at: datetime
) -> PreparedRead[_Candidate]:
    """Return the statement that judges who waits. Made once a second: that takes longer than it."""
    why = _why_not(kind, judge.rules, at)
    statement = (
        select(
            OutboundSms.id,
            OutboundSms.contact_id,
            OutboundSms.e164,
            OutboundSms.client_message_id,
            OutboundSms.claim_epoch,
            OutboundSms.tries,
            why.label("why"),
        )
        .join(Contact, Contact.id == OutboundSms.contact_id)
        .join(NewsletterService, NewsletterService.id == Contact.service_id)
        .where(
            OutboundSms.dispatch_id == given("dispatch"),
            OutboundSms.state == SmsState.QUEUED,
            or_(OutboundSms.next_try_at.is_(None), OutboundSms.next_try_at <= given("now")),
        )
        .order_by(OutboundSms.id)
        .limit(given("wanted"))
        # Whoever unsubscribes a contact meanwhile waits for this claim, or this claim skips it.
        .with_for_update(of=[OutboundSms, Contact], skip_locked=True)
    )
    if judge.window is not None:
        closed = _closed_countries(timezone, judge, at)
        statement = statement.where(func.coalesce(Contact.sms_country, "").not_in(closed))
        if "" in closed and not judge.rules.countries:
            statement = statement.where(Contact.sms_country.in_(_KNOWN_COUNTRIES))
    return PreparedRead(statement, _Candidate)


def _closed_countries(timezone: str, judge: Judge, now: datetime) -> list[str]:
    """Return the countries, the empty one for all that we do not know, that are closed now."""
    window = judge.window or SendWindow()
    return [
        country
        for country in (*(judge.rules.countries or _KNOWN_COUNTRIES), "")
        if not is_open(now, zone_of(country, timezone), country, window)
    ]


def _why_not(kind: DispatchKind, rules: ReminderRules, now: datetime) -> ColumnElement[Any]:
    if kind is DispatchKind.SIGNUP_REMINDER:
        return reminder_reason(rules, now, joined_service())
    of_notice = claim_rules_of_notice(rules, joined_service())
    return first_reason((*of_notice, told_meanwhile(given("dispatch"))))


def _exclude(session: Session, rows: list[_Candidate], now: datetime) -> int:
    for row in rows:
        excluded = {"state": SmsState.EXCLUDED, "reason": row.why, "settled_at": now}
        session.execute(update(OutboundSms).where(OutboundSms.id == row.id).values(excluded))
    return len(rows)


_MARK = PreparedWrite(
    update(OutboundSms)
    .where(OutboundSms.id == given("sms_id"))
    .values(
        state=SmsState.SENDING,
        reason="",
        claim_epoch=OutboundSms.claim_epoch + 1,
        claim_owner=given("by"),
        lease_until=given("until"),
        sent_at=given("now"),
        next_try_at=None,
    )
)


def _mark(
    session: Session,
    dispatch: OpenDispatch,
    hold: Hold,
    rows: list[_Candidate],
    now: datetime,
) -> list[ClaimedSms]:
    if not rows:
        return []
    until = now + timedelta(seconds=hold.lease_s)
    marks = [{"sms_id": row.id, "by": hold.owner, "until": until, "now": now} for row in rows]
    _MARK.run(session, marks)
    return [
        ClaimedSms(
            row.id,
            dispatch.id,
            row.contact_id,
            row.e164,
            dispatch.text,
            dispatch.parts,
            row.client_message_id,
            row.claim_epoch + 1,
            hold.owner,
            row.tries,
        )
        for row in rows
    ]
