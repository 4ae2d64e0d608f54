"""What the start page shows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from desktop.models.case_lease import CaseLease
from desktop.models.records.customers import Visit
from desktop.models.states import CaseKind, CaseStanding, CaseState, DispatchKind, DispatchState


class AttentionKind(StrEnum):
    """Why something needs attention; in the order in which the start page lists them."""

    NUMBER_BLOCKED = "number_blocked"
    SENDING_PAUSED = "sending_paused"
    SMS_UNCLEAR = "sms_unclear"
    NUMBERS_TO_DECIDE = "numbers_to_decide"
    CASES_DUE = "cases_due"
    NUMBER_WARNED = "number_warned"
    REGISTRATION_STALLED = "registration_stalled"
    STOCK_LOW = "stock_low"


@dataclass(frozen=True, slots=True)
class DueCase:
    """A case that is due today, or was before: a call-back, or the follow-up of a closed one."""

    customer: str
    due_at: datetime
    follow_up: bool = False


@dataclass(frozen=True, slots=True)
class Attention:
    """One thing to look at. Which fields are set depends on ``kind``."""

    kind: AttentionKind
    count: int = 0
    customer_id: int | None = None
    customer: str = ""
    service: str = ""
    sim_id: int | None = None
    dispatch_id: int | None = None
    dispatch_no: str = ""
    dispatch_kind: DispatchKind | None = None
    since: datetime | None = None
    limit: int = 0
    by_carrier: tuple[tuple[str, int], ...] = ()
    due: tuple[DueCase, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class CaseLine:
    """One open case in a list."""

    id: int
    case_no: str
    kind: CaseKind
    state: CaseState
    standing: CaseStanding
    step: str
    customer_id: int
    customer: str
    service: str
    owner: str
    opened_at: datetime
    changed_at: datetime
    due_at: datetime | None
    closed_at: datetime | None
    outcome: str
    lease: CaseLease | None = None


@dataclass(frozen=True, slots=True)
class RunningDispatch:
    """A dispatch that is being sent or waits for it."""

    id: int
    dispatch_no: str
    kind: DispatchKind
    state: DispatchState
    customer: str
    recipients: int
    processed: int
    test_mode: bool
    first_sent_at: datetime | None


@dataclass(frozen=True, slots=True)
class Overview:
    """Everything on the start page."""

    attention: tuple[Attention, ...]
    my_cases: tuple[CaseLine, ...]
    visits: tuple[Visit, ...]
    running: tuple[RunningDispatch, ...]
    customers: int
    open_cases: int


@dataclass(frozen=True, slots=True)
class Bars:
    """What the bars of the window show all the time."""

    running: tuple[RunningDispatch, ...]
    open_cases: int
    sending_paused: bool
    unclear: int = 0


@dataclass(frozen=True, slots=True)
class LeftBehind:
    """What became of the SMS of senders that are gone.

    ``unclear`` were under way; ``waiting`` are the SMS of going dispatches that are not settled.
    """

    unclear: int = 0
    waiting: int = 0
    frozen: bool = False
