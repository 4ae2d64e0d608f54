"""What was done for a customer: requests and their cases, dispatches, and the audit log."""

from __future__ import annotations

from sqlalchemy import ColumnElement, case, func, select
from sqlalchemy.orm import Session

from desktop.models.case_standing import case_standing
from desktop.models.records.customers import DispatchBrief, HistoryLine, RequestLine
from desktop.models.states import ContactState, DispatchState, SmsState
from desktop.models.tables import (
    AuditEntry,
    Case,
    Contact,
    CustomerRequest,
    Dispatch,
    NewsletterService,
    OutboundSms,
)
from desktop.services.case_rows import DISPATCH_OF_CASE

LONGEST_LIST = 200
_TAKEN = (SmsState.ACCEPTED, SmsState.DELIVERED, SmsState.UNDELIVERABLE)


def requests_of(session: Session, customer_id: int) -> tuple[RequestLine, ...]:
    """Return the customer's requests, the newest first, each with its case and its outcome."""
    sent = (
        select(Dispatch.case_id, _count(*_TAKEN).label("sent"))
        .outerjoin(OutboundSms, OutboundSms.dispatch_id == Dispatch.id)
        .group_by(Dispatch.case_id)
        .subquery()
    )
    statement = (
        select(Case, DISPATCH_OF_CASE, CustomerRequest, NewsletterService.name, sent.c.sent)
        .outerjoin(CustomerRequest, CustomerRequest.case_id == Case.id)
        .outerjoin(NewsletterService, NewsletterService.id == Case.service_id)
        .outerjoin(sent, sent.c.case_id == Case.id)
        .where(Case.customer_id == customer_id)
        .order_by(Case.opened_at.desc(), Case.id.desc())
        .limit(LONGEST_LIST)
    )
    rows = session.execute(statement).all()
    started = _started_after(session, [case_row.id for case_row, *_ in rows])
    return tuple(
        _request_line(case_row, dispatch, request, service, taken, started.get(case_row.id))
        for case_row, dispatch, request, service, taken in rows
    )


def _request_line(
    case_row: Case,
    dispatch: DispatchState | None,
    request: CustomerRequest | None,
    service: str | None,
    sent: int | None,
    started: int | None,
) -> RequestLine:
    return RequestLine(
        case_id=case_row.id,
        case_no=case_row.case_no,
        kind=case_row.kind,
        standing=case_standing(case_row.state, dispatch, is_due_once=case_row.due_at is not None),
        service=service or "",
        requested_at=request.requested_at if request else case_row.opened_at,
        requester=request.requester if request else "",
        channel=request.channel if request else None,
        verification=request.verification_result if request else None,
        outcome=case_row.outcome,
        sent=None if sent is None else int(sent),
        started_after=started if sent is not None else None,
        paused_reason=case_row.paused_reason,
    )


def _started_after(session: Session, case_ids: list[int]) -> dict[int, int]:
    """Count for each case who of its recipients has started since the SMS went out."""
    if not case_ids:
        return {}
    statement = (
        select(Dispatch.case_id, func.count())
        .join(OutboundSms, OutboundSms.dispatch_id == Dispatch.id)
        .join(Contact, Contact.id == OutboundSms.contact_id)
        .where(
            Dispatch.case_id.in_(case_ids),
            OutboundSms.state.in_(_TAKEN),
            Contact.state.in_((ContactState.ACTIVE, ContactState.UNSUBSCRIBED)),
            Contact.started_at > OutboundSms.sent_at,
        )
        .group_by(Dispatch.case_id)
    )
    return dict(session.execute(statement).all())


def dispatches_of(session: Session, customer_id: int) -> tuple[DispatchBrief, ...]:
    """Return the customer's dispatches, the newest first, with what became of their SMS."""
    statement = (
        select(
            Dispatch.id,
            Dispatch.dispatch_no,
            Dispatch.kind,
            Dispatch.state,
            NewsletterService.name.label("service"),
            Dispatch.released_at,
            Dispatch.recipients,
            _count(*_TAKEN).label("accepted"),
            _count(SmsState.FAILED).label("failed"),
            _count(SmsState.UNCLEAR).label("unclear"),
        )
        .join(NewsletterService, NewsletterService.id == Dispatch.service_id)
        .outerjoin(OutboundSms, OutboundSms.dispatch_id == Dispatch.id)
        .where(Dispatch.customer_id == customer_id)
        .group_by(Dispatch.id, NewsletterService.name)
        .order_by(Dispatch.released_at.desc())
        .limit(LONGEST_LIST)
    )
    return tuple(DispatchBrief(**row) for row in session.execute(statement).mappings())


def _count(*states: SmsState) -> ColumnElement[int]:
    return func.sum(case((OutboundSms.state.in_(states), 1), else_=0))


def acts_of(session: Session, customer_id: int) -> tuple[HistoryLine, ...]:
    """Return what the audit log says about a customer, the newest first."""
    statement = (
        select(AuditEntry.at, AuditEntry.act, AuditEntry.actor, Case.case_no)
        .outerjoin(Case, Case.id == AuditEntry.case_id)
        .where(AuditEntry.customer_id == customer_id)
        .order_by(AuditEntry.at.desc(), AuditEntry.id.desc())
        .limit(LONGEST_LIST)
    )
    return tuple(
        HistoryLine(at, act, actor, case_no or "")
        for at, act, actor, case_no in session.execute(statement)
    )
