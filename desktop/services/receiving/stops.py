"""Suppresses the numbers whose owners replied STOP to an SMS."""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from desktop.models.changes import Change
from desktop.models.states import ContactEventKind, ContactState
from desktop.models.stop_words import asks_to_stop
from desktop.models.tables import Contact, Dispatch, NewsletterService, OutboundSms
from desktop.services.projections import NewEvent, append_event
from desktop.services.receiving.reading import Reply
from desktop.services.sending.marks import left_at
from desktop.services.storage import audit
from desktop.services.storage.database import also_changes

log = logging.getLogger(__name__)

ANSWERED_WITHIN = timedelta(days=90)
"""An SMS that left longer ago is not what somebody replies to."""

_SOURCE = "dispatch reply"
_ACTOR = "receiver"


@dataclass(frozen=True, slots=True)
class ReceivedReply:
    """A reply that was kept as report ``report_id`` at ``at``."""

    report_id: int
    at: datetime
    reply: Reply


def settle_replies(session: Session, replies: Sequence[ReceivedReply]) -> set[int]:
    """Suppress whoever asks to stop; return the reports of those who do and whom we know.

    The reply went to the sender of our SMS, and several customers share that: suppressed is the
    number in all services of all customers whose SMS may have reached it within the last
    ``ANSWERED_WITHIN``. If there is none, it is suppressed in every service that knows it: better
    one SMS too few than one too many. Who is suppressed already stays so without another event,
    whatever comes twice.
    """
    settled: set[int] = set()
    acts: list[audit.Act] = []
    for one in replies:
        contacts = _meant(session, one)
        keywords = {contact.stop_keyword for contact in contacts}
        if not contacts or not asks_to_stop(one.reply.text, keywords):
            continue
        settled.add(one.report_id)
        acts += _suppress(session, one, contacts)
    # The chain of the log is locked last, after all contacts.
    for act in acts:
        audit.record(session, act)
    return settled


def _meant(session: Session, one: ReceivedReply) -> Sequence[Row[*tuple[Any, ...]]]:
    """Return the contacts whom a reply is about, locked where the engine can."""
    contacts = session.execute(
        select(Contact.id, Contact.state, NewsletterService.customer_id)
        .add_columns(NewsletterService.stop_keyword)
        .join(NewsletterService, NewsletterService.id == Contact.service_id)
        .where(Contact.e164 == one.reply.sender)
        .order_by(Contact.id)
        .with_for_update(of=Contact)
    ).all()
    wrote = _who_wrote(session, [contact.id for contact in contacts], one.at)
    return [contact for contact in contacts if contact.customer_id in wrote] or contacts


def _who_wrote(session: Session, contact_ids: Collection[int], at: datetime) -> set[int]:
    """Return the customers in whose name an SMS may have reached one of the contacts."""
    return set(
        session.scalars(
            select(Dispatch.customer_id)
            .join(OutboundSms, OutboundSms.dispatch_id == Dispatch.id)
            .where(
                OutboundSms.contact_id.in_(contact_ids),
                left_at().between(at - ANSWERED_WITHIN, at),
                Dispatch.test_mode.is_(False),
            )
        )
    )


def _suppress(
    session: Session, one: ReceivedReply, contacts: Sequence[Row[*tuple[Any, ...]]]
) -> list[audit.Act]:
    """Append the events; return what the log has to say to each customer."""
    suppressed: defaultdict[int, list[int]] = defaultdict(list)
    for contact in contacts:
        if contact.state is not ContactState.SUPPRESSED:
            event = NewEvent(contact.id, ContactEventKind.SUPPRESSED, one.at, _SOURCE)
            append_event(session, event)
            suppressed[contact.customer_id].append(contact.id)
    if suppressed:
        also_changes(session, Change.CONTACTS)
        log.info("a reply suppressed %d contacts", sum(map(len, suppressed.values())))
    return [
        audit.Act(
            "suppressed_by_reply",
            _ACTOR,
            one.at,
            {"report": one.report_id, "contacts": ids},
            customer_id,
        )
        for customer_id, ids in sorted(suppressed.items())
    ]
