"""What a verdict does to its SMS: the attempt is kept, and the row led on."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import func, insert, literal, select, update
from sqlalchemy.orm import Session

from desktop.models.outcome import SmsNews, next_state
from desktop.models.records.unclear import Decision
from desktop.models.states import DispatchState, SmsState, Verdict
from desktop.models.tables import Dispatch, OutboundSms, SmsVerdict
from desktop.services.storage.dialect import random_uuid, these_ids

_NEWS = {
    Verdict.SENT: SmsNews.JUDGED_SENT,
    Verdict.WRITTEN_OFF: SmsNews.JUDGED_NOT_SENT,
    Verdict.SEND_AGAIN: SmsNews.JUDGED_SEND_AGAIN,
}
_REASONS = {Verdict.SENT: "judged_sent", Verdict.WRITTEN_OFF: "written_off"}


def keep_attempt(session: Session, sms_ids: set[int], decision: Decision, now: datetime) -> None:
    """Write the attempt down as it is known, before anything of it is changed."""
    known = (
        OutboundSms.client_message_id,
        OutboundSms.gateway_id,
        OutboundSms.gateway_code,
        OutboundSms.sent_at,
        OutboundSms.settled_at,
    )
    source = select(
        OutboundSms.id,
        OutboundSms.attempt,
        literal(decision.verdict.value),
        literal(decision.agent),
        literal(now, SmsVerdict.at.type),
        literal(decision.reason.strip()),
        OutboundSms.reason,
        *known,
    ).where(OutboundSms.id.in_(these_ids(session, sms_ids)))
    columns = ["sms_id", "attempt", "verdict", "agent", "at", "reason", "cause"]
    columns += [column.key for column in known]
    session.execute(insert(SmsVerdict).from_select(columns, source, include_defaults=False))


def lead_on(
    session: Session, sms_ids: set[int], verdict: Verdict, now: datetime, starts_at: datetime
) -> set[int]:
    """Lead the SMS on; return their contacts."""
    after = next_state(SmsState.UNCLEAR, _NEWS[verdict])
    values: dict[str, Any] = {"state": after, "settled_at": now}
    if verdict is Verdict.SEND_AGAIN:
        values = _next_attempt(session, now, starts_at) | {"state": after}
    else:
        values["reason"] = _REASONS[verdict]
    if verdict is Verdict.WRITTEN_OFF:
        values["perhaps_left_at"] = OutboundSms.sent_at
    rows = session.scalars(
        update(OutboundSms)
        .where(OutboundSms.id.in_(these_ids(session, sms_ids)))
        .values(values)
        .returning(OutboundSms.contact_id)
        .execution_options(synchronize_session=False)
    )
    return set(rows)


def _next_attempt(session: Session, now: datetime, starts_at: datetime) -> dict[str, Any]:
    return {
        "attempt": OutboundSms.attempt + 1,
        "client_message_id": random_uuid(session),
        # Whatever an old sender still learns of the old attempt does not fit this one.
        "claim_epoch": OutboundSms.claim_epoch + 1,
        "claim_owner": None,
        "lease_until": None,
        "perhaps_left_at": func.coalesce(OutboundSms.sent_at, OutboundSms.perhaps_left_at),
        "reason": "",
        "gateway_id": None,
        "gateway_code": "",
        "gateway_parts": None,
        "tries": 0,
        "next_try_at": starts_at,
        "queued_at": now,
        "sent_at": None,
        "settled_at": None,
    }


def reopen(session: Session, dispatch_ids: set[int]) -> None:
    """Let a dispatch that had ended go on."""
    session.execute(
        update(Dispatch)
        .where(Dispatch.id.in_(sorted(dispatch_ids)), Dispatch.state == DispatchState.DONE)
        .values(state=DispatchState.SENDING, state_reason="", ended_at=None)
    )
