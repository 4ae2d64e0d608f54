"""What a release checks and freezes, within the one transaction of ``Dispatches.release``."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import func, insert, literal, select, update
from sqlalchemy.orm import Session

from desktop.errors import (
    ConflictError,
    InvalidValueError,
    NotFoundError,
    NothingToSendError,
    NumberBlockedError,
    OutsideSendWindowError,
    RequestMissingError,
    SecondReleaseNeededError,
    TransitionError,
)
from desktop.models.eligibility import ReminderRules
from desktop.models.people import is_another_person
from desktop.models.records.dispatches import ReleaseOrder
from desktop.models.send_window import SendWindow, is_open, next_open, zone_of
from desktop.models.settings import DeskSettings, LimitSettings
from desktop.models.sms_text import measure
from desktop.models.states import CaseState, DispatchState, SimStatus, SmsState
from desktop.models.tables import (
    Case,
    Contact,
    Customer,
    CustomerRequest,
    Dispatch,
    DispatchExclusion,
    NewsletterService,
    OutboundSms,
)
from desktop.services.sending.recipients import is_listed, why_not
from desktop.services.storage.dialect import random_uuid
from desktop.services.storage.numbering import next_number

_BEFORE_RELEASE = (CaseState.DRAFT, CaseState.VERIFIED, CaseState.PREPARED)


def parts_of(text: str, at_most: int) -> int:
    """Measure the text; refuse an empty or a too long one."""
    if not text.strip():
        raise InvalidValueError("text", "missing")
    parts = measure(text).parts
    if parts > at_most:
        raise InvalidValueError("text", "too_many_parts")
    return parts


def prepared(session: Session, order: ReleaseOrder, terms: DeskSettings, now: datetime) -> Dispatch:
    """Check what can be checked before the list is read, and return the row to be."""
    case = session.get(Case, order.case_id, with_for_update=True)
    if case is None:
        raise NotFoundError("case", str(order.case_id))
    if case.state not in _BEFORE_RELEASE:
        raise TransitionError("case", case.state, CaseState.RELEASED)
    service = session.get(NewsletterService, order.recipients.service_id)
    if service is None:
        raise NotFoundError("service", str(order.recipients.service_id))
    request = session.scalar(select(CustomerRequest).where(CustomerRequest.case_id == case.id))
    if request is None or {service.customer_id, case.customer_id} != {request.customer_id}:
        raise RequestMissingError(case.case_no)
    if order.kind is not order.recipients.kind:
        raise InvalidValueError("recipients", "other_kind")
    if service.sim_status is SimStatus.BLOCKED:
        raise NumberBlockedError(service.service_no)
    starts_at = now + timedelta(seconds=terms.limits.countdown_s)
    if not order.test_mode:
        _check_window(session, service, starts_at, terms.window)
    return Dispatch(
        dispatch_no=next_number(session, Dispatch.dispatch_no, "A", now),
        kind=order.kind,
        case_id=case.id,
        request_id=request.id,
        customer_id=service.customer_id,
        service_id=service.id,
        state=DispatchState.COUNTDOWN,
        **_texts(order),
        price_per_part_tenth_cents=terms.gateway.price_per_part_tenth_cents,
        listed=0,
        recipients=0,
        gateway=order.gateway,
        test_mode=order.test_mode,
        released_by=order.released_by,
        second_released_by=order.second_released_by.strip(),
        released_at=now,
        starts_at=starts_at,
    )


def _texts(order: ReleaseOrder) -> dict[str, Any]:
    """Return what goes out, and from which template it was made."""
    return {
        "template": order.template,
        "template_key": order.template_key,
        "template_version": order.template_version,
        "text": order.text,
    }


def _check_window(
    session: Session, service: NewsletterService, at: datetime, window: SendWindow
) -> None:
    country = session.scalar(select(Customer.country).where(Customer.id == service.customer_id))
    zone = zone_of(country or "", service.timezone)
    if not is_open(at, zone, country or "", window):
        raise OutsideSendWindowError(next_open(at, zone, country or "", window))


def freeze_recipients(
    session: Session, dispatch: Dispatch, order: ReleaseOrder, rules: ReminderRules
) -> int:
    """Write an SMS for everybody on the list who may get one; return how many."""
    why = why_not(session, order.recipients, rules, dispatch.released_at)
    chosen = (
        select(
            literal(dispatch.id),
            Contact.id,
            Contact.e164,
            literal(SmsState.QUEUED.value),
            literal(""),
            random_uuid(session),
            literal(""),
            literal(1),
            literal(0),
            literal(0),
            literal(dispatch.released_at, OutboundSms.queued_at.type),
        )
        .where(is_listed(session, order.recipients, rules, dispatch.released_at), why.is_(None))
        .order_by(Contact.id)
    )
    columns = [
        "dispatch_id",
        "contact_id",
        "e164",
        "state",
        "reason",
        "client_message_id",
        "gateway_code",
        "attempt",
        "tries",
        "claim_epoch",
        "queued_at",
    ]
    session.execute(insert(OutboundSms).from_select(columns, chosen, include_defaults=False))
    return _count(session, OutboundSms, dispatch.id)


def freeze_excluded(
    session: Session, dispatch: Dispatch, order: ReleaseOrder, rules: ReminderRules
) -> int:
    """Write down everybody else on the list with the reason; return how many."""
    why = why_not(session, order.recipients, rules, dispatch.released_at)
    listed = is_listed(session, order.recipients, rules, dispatch.released_at)
    chosen = select(literal(dispatch.id), Contact.id, why).where(listed, why.is_not(None))
    session.execute(
        insert(DispatchExclusion).from_select(
            ["dispatch_id", "contact_id", "reason"], chosen, include_defaults=False
        )
    )
    return _count(session, DispatchExclusion, dispatch.id)


def _count(session: Session, table: type[OutboundSms | DispatchExclusion], dispatch_id: int) -> int:
    statement = select(func.count()).select_from(table).where(table.dispatch_id == dispatch_id)
    return session.execute(statement).scalar_one()


def check_number(recipients: int, order: ReleaseOrder, limits: LimitSettings) -> None:
    """Refuse a number that is none, not the one shown, or too high for one person alone."""
    if recipients == 0:
        raise NothingToSendError
    if order.expected is not None and order.expected != recipients:
        raise ConflictError(f"{order.expected} shown, {recipients} now")
    alone = not is_another_person(order.second_released_by, order.released_by)
    if recipients > limits.second_release_above and alone:
        raise SecondReleaseNeededError(recipients, limits.second_release_above)


def release_case(session: Session, dispatch: Dispatch) -> None:
    """Lead the case on. Its revision stays: the page that released it goes on saving notes."""
    session.execute(
        update(Case)
        .where(Case.id == dispatch.case_id)
        .values(
            state=CaseState.RELEASED,
            service_id=dispatch.service_id,
            changed_at=dispatch.released_at,
        )
    )
