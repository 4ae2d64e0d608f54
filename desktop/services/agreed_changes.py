"""The changes of frequency that customers agreed to in their cases."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.case_json import from_json
from desktop.models.records.traffic import AgreedChange
from desktop.models.states import CaseKind, CaseState
from desktop.models.tables import Case


def agreed_changes(session: Session, customer_id: int, service_id: int) -> tuple[AgreedChange, ...]:
    """Return what was agreed for a service, by day; what was abandoned does not count."""
    drafts = session.scalars(
        select(Case.draft).where(
            Case.customer_id == customer_id,
            Case.service_id == service_id,
            Case.kind == CaseKind.FREQUENCY_QUESTION,
            Case.state != CaseState.ABANDONED,
        )
    )
    found = [
        AgreedChange(draft.agreed_on, draft.agreed_often)
        for draft in map(from_json, drafts)
        if draft.agreed and draft.agreed_on is not None and draft.agreed_often is not None
    ]
    return tuple(sorted(found, key=lambda one: (one.day, one.often)))
