"""What the pages on cases show and what they hand back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from desktop.models.case_lease import CaseLease
from desktop.models.states import (
    CaseKind,
    CaseOutcome,
    CaseState,
    RequestChannel,
    VerificationMethod,
    VerificationResult,
)


@dataclass(frozen=True, slots=True)
class RequestRecord:
    """A customer's request: who asked, how, when, how checked, and for what exactly."""

    id: int
    requester: str
    channel: RequestChannel
    requested_at: datetime
    verification_method: VerificationMethod
    verification_result: VerificationResult
    verified_at: datetime | None
    wish: str
    reference: str
    recorded_by: str


@dataclass(frozen=True, slots=True)
class NewRequest:
    """A request as the steps of a case collected it."""

    requester: str
    channel: RequestChannel
    requested_at: datetime
    verification_method: VerificationMethod
    verification_result: VerificationResult
    verified_at: datetime | None
    wish: str
    reference: str = ""
    caller_number: str | None = None


@dataclass(frozen=True, slots=True)
class CaseRecord:
    """One case, whole.

    ``draft`` is what ``models.case_flow`` reads and writes. ``revision`` is handed back with each
    save, so that a colleague's change is noticed. ``dispatch_id`` is set from the release on.
    """

    id: int
    case_no: str
    kind: CaseKind
    state: CaseState
    step: str
    customer_id: int
    customer: str
    service_id: int | None
    service: str
    owner: str
    opened_at: datetime
    changed_at: datetime
    closed_at: datetime | None
    due_at: datetime | None
    paused_reason: str
    outcome: str
    outcome_code: CaseOutcome | None
    draft: Mapping[str, Any]
    revision: int
    request: RequestRecord | None
    dispatch_id: int | None
    lease: CaseLease | None

    @property
    def is_closed(self) -> bool:
        """Whether nothing more can be done on it."""
        return self.state in (CaseState.DONE, CaseState.ABANDONED)

    @property
    def follow_up_at(self) -> datetime | None:
        """When a closed case is to be looked at again; None where nothing is left to do."""
        return self.due_at if self.is_closed else None

    @property
    def is_released(self) -> bool:
        """Whether its dispatch has been released: what was decided before stands."""
        return self.dispatch_id is not None


@dataclass(frozen=True, slots=True)
class CaseCounts:
    """How many cases there are for each choice of the list."""

    mine: int
    open: int
    due: int
    follow_up: int
    paused: int
    closed: int
