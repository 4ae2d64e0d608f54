"""Rows of cases as records, for all services that show cases."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from desktop.models.case_lease import CaseLease
from desktop.models.case_standing import case_standing
from desktop.models.records.cases import CaseRecord, NewRequest, RequestRecord
from desktop.models.records.overview import CaseLine
from desktop.models.states import CaseState
from desktop.models.tables import (
    Case,
    CaseHold,
    Customer,
    CustomerRequest,
    Dispatch,
    NewsletterService,
)

CLOSED = (CaseState.DONE, CaseState.ABANDONED)
DISPATCH_OF_CASE = (
    select(Dispatch.state)
    .where(Dispatch.case_id == Case.id)
    .order_by(Dispatch.id.desc())
    .limit(1)
    .correlate(Case)
    .scalar_subquery()
)
"""The state of the newest dispatch of a case, for a statement that selects from ``Case``."""


def case_lines() -> Select[*tuple[Any, ...]]:
    """Select the columns of a ``CaseLine``."""
    return (
        select(
            Case,
            CaseHold,
            Customer.name.label("customer"),
            NewsletterService.name.label("service"),
            DISPATCH_OF_CASE.label("dispatch_state"),
        )
        .join(Customer, Customer.id == Case.customer_id)
        .outerjoin(NewsletterService, NewsletterService.id == Case.service_id)
        .outerjoin(CaseHold, CaseHold.case_id == Case.id)
    )


def case_line(row: Any) -> CaseLine:  # noqa: ANN401  a result row
    """Return the record of a row of ``case_lines``."""
    found: Case = row.Case
    return CaseLine(
        id=found.id,
        case_no=found.case_no,
        kind=found.kind,
        state=found.state,
        standing=case_standing(
            found.state, row.dispatch_state, is_due_once=found.due_at is not None
        ),
        step=found.step,
        customer_id=found.customer_id,
        customer=row.customer,
        service=row.service or "",
        owner=found.owner,
        opened_at=found.opened_at,
        changed_at=found.changed_at,
        due_at=found.due_at,
        closed_at=found.closed_at,
        outcome=found.outcome,
        lease=lease_of(row.CaseHold),
    )


def lease_of(hold: CaseHold | None) -> CaseLease | None:
    """Return who has a case open, or had it open last."""
    return CaseLease(hold.agent, hold.since, hold.until) if hold is not None else None


def record_of(session: Session, found: Case) -> CaseRecord:
    """Return a case whole, with its request and its dispatch."""
    request = session.scalar(select(CustomerRequest).where(CustomerRequest.case_id == found.id))
    service = session.get(NewsletterService, found.service_id) if found.service_id else None
    customer = session.get_one(Customer, found.customer_id)
    dispatch_id = session.scalar(
        select(Dispatch.id).where(Dispatch.case_id == found.id).order_by(Dispatch.id.desc())
    )
    return CaseRecord(
        id=found.id,
        case_no=found.case_no,
        kind=found.kind,
        state=found.state,
        step=found.step,
        customer_id=found.customer_id,
        customer=customer.name,
        service_id=found.service_id,
        service=service.name if service else "",
        owner=found.owner,
        opened_at=found.opened_at,
        changed_at=found.changed_at,
        closed_at=found.closed_at,
        due_at=found.due_at,
        paused_reason=found.paused_reason,
        outcome=found.outcome,
        outcome_code=found.outcome_code,
        draft=dict(found.draft),
        revision=found.revision,
        request=_request(request) if request else None,
        dispatch_id=dispatch_id,
        lease=lease_of(session.get(CaseHold, found.id)),
    )


def _request(row: CustomerRequest) -> RequestRecord:
    return RequestRecord(
        id=row.id,
        requester=row.requester,
        channel=row.channel,
        requested_at=row.requested_at,
        verification_method=row.verification_method,
        verification_result=row.verification_result,
        verified_at=row.verified_at,
        wish=row.wish,
        reference=row.reference,
        recorded_by=row.recorded_by,
    )


def fill_request(row: CustomerRequest, request: NewRequest, agent: str) -> None:
    """Write a request, as ``agent`` recorded it, into its row."""
    row.requester = request.requester
    row.caller_number = request.caller_number
    row.channel = request.channel
    row.requested_at = request.requested_at
    row.verification_method = request.verification_method
    row.verification_result = request.verification_result
    row.verified_at = request.verified_at
    row.wish = request.wish
    row.reference = request.reference
    row.recorded_by = agent
