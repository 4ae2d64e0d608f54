"""The reminder columns of contacts: how often, when last, and what came of it.

They repeat what the SMS say and are renewed in the transaction that changes an SMS. An SMS counts
from the moment in which it may have left; one that surely did not reach the gateway, or that the
gateway refused, does not; nor does one that waits to go out once more, until that has come to
nothing. SMS in test mode do not count either: nobody got them.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, ScalarSelect, Update, case, func, select, update
from sqlalchemy.orm import Session

from desktop.models.states import DispatchKind, SmsState
from desktop.models.tables import Contact, Dispatch, OutboundSms
from desktop.services.storage.prepared import PreparedWrite, given

COUNTED = (
    SmsState.SENDING,
    SmsState.ACCEPTED,
    SmsState.DELIVERED,
    SmsState.UNDELIVERABLE,
    SmsState.UNCLEAR,
)
"""SMS in these states count as a reminder: they left, or may have."""

_PERHAPS = (SmsState.FAILED, SmsState.CANCELLED, SmsState.EXCLUDED)
"""SMS in these states count only if an attempt of theirs left that may have arrived."""


def renew_marks(session: Session, contact_ids: Collection[int], *, rehearsal: bool = False) -> None:
    """Work out the reminder columns of some contacts anew.

    To be called wherever one of their SMS or their ``entered_at`` has changed. With ``rehearsal``
    (demonstration, training) SMS in test mode count as if they were real.
    """
    _renew(session, contact_ids, _renewal(rehearsal=rehearsal))


def renew_last_states(
    session: Session, contact_ids: Collection[int], *, rehearsal: bool = False
) -> None:
    """Work out anew only what came of the last reminder of some contacts.

    Enough where an SMS counted before and counts still: how many left, and when, is as it was.
    That spares the indexes of the list of sign-ups, whose rows stay where they are.
    """
    _renew(session, contact_ids, _renewal_of_last_states(rehearsal=rehearsal))


def _renew(session: Session, contact_ids: Collection[int], renewal: PreparedWrite) -> None:
    if contact_ids:
        session.flush()
        # In one order everywhere: two who write the same contacts never wait for each other.
        renewal.run(session, [{"contact": one} for one in sorted(contact_ids)])


@cache
def _renewal(*, rehearsal: bool) -> PreparedWrite:
    ours = _reminders_of_contact(rehearsal=rehearsal)
    count = select(func.count()).select_from(OutboundSms).join(Dispatch).where(*ours)
    last_at = select(func.max(left_at())).join(Dispatch).where(*ours)
    return PreparedWrite(
        _of_one_contact().values(
            reminders_sent=count.correlate(Contact).scalar_subquery(),
            last_reminder_at=last_at.correlate(Contact).scalar_subquery(),
            last_reminder_state=_last_state(ours),
        )
    )


@cache
def _renewal_of_last_states(*, rehearsal: bool) -> PreparedWrite:
    last_state = _last_state(_reminders_of_contact(rehearsal=rehearsal))
    return PreparedWrite(_of_one_contact().values(last_reminder_state=last_state))


def _of_one_contact() -> Update:
    return update(Contact).where(Contact.id == given("contact"))


def _last_state(ours: Sequence[ColumnElement[bool]]) -> ScalarSelect[SmsState]:
    last = select(OutboundSms.state).join(Dispatch).where(*ours)
    last = last.order_by(left_at().desc(), OutboundSms.id.desc()).limit(1)
    return last.correlate(Contact).scalar_subquery()


def perhaps_left(session: Session, dispatch_id: int) -> set[int]:
    """Return the contacts of a dispatch of whom only an earlier attempt may have left."""
    return set(
        session.scalars(
            select(OutboundSms.contact_id).where(
                OutboundSms.dispatch_id == dispatch_id,
                OutboundSms.state.in_(_PERHAPS),
                OutboundSms.perhaps_left_at.is_not(None),
            )
        )
    )


def _reminders_of_contact(*, rehearsal: bool) -> list[ColumnElement[bool]]:
    ours: list[ColumnElement[bool]] = [
        OutboundSms.contact_id == Contact.id,
        OutboundSms.state.in_((*COUNTED, *_PERHAPS)),
        left_at() >= Contact.entered_at,
        Dispatch.kind == DispatchKind.SIGNUP_REMINDER,
    ]
    if not rehearsal:
        ours.append(Dispatch.test_mode.is_(False))
    return ours


def left_at() -> ColumnElement[Any]:
    """Return when an SMS left, or may have; NULL where it surely did not."""
    return case(
        (OutboundSms.state.in_(COUNTED), OutboundSms.sent_at), else_=OutboundSms.perhaps_left_at
    )
