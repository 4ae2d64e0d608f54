"""What the pages on customers show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from desktop.models.states import (
    CaseKind,
    CaseStanding,
    ContactState,
    DispatchKind,
    DispatchState,
    RequestChannel,
    SimStatus,
    VerificationResult,
)


@dataclass(frozen=True, slots=True)
class CustomerLine:
    """One customer in a list."""

    id: int
    customer_no: str
    name: str
    city: str
    country: str
    contact_person: str
    contact_phone: str | None
    services: int
    blocked_services: int
    active: int
    incomplete: int


@dataclass(frozen=True, slots=True)
class Visit:
    """A customer that an agent had open lately."""

    customer_id: int
    name: str
    city: str
    visited_at: datetime


@dataclass(frozen=True, slots=True)
class CustomerFacts:
    """Who a customer is. ``contact_phone`` is None where the raw text is no number."""

    id: int
    customer_no: str
    name: str
    street: str
    zip: str
    city: str
    country: str
    language: str
    contact_person: str
    contact_phone: str | None
    contact_phone_raw: str
    contact_email: str
    imported_notes: str


@dataclass(frozen=True, slots=True)
class OptOutRate:
    """Opt-outs of contact-days: the share of contacts that leave in ``period_days``, in percent.

    ``days`` is how many days the counts cover. ``low`` and ``high`` bound the share with 95 %
    confidence. None of the three where data are too few.
    """

    period_days: int
    days: int
    opt_outs: int
    contact_days: int
    percent: float | None = None
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class DayCount:
    """How many contacts were at risk on a day."""

    day: date
    contacts: int


@dataclass(frozen=True, slots=True)
class ServiceBand:
    """One service on the customer's page: its number, its counts and how it has gone lately."""

    id: int
    service_no: str
    name: str
    sender_number: str | None
    sim_id: int | None
    sim_status: SimStatus | None
    sim_status_since: datetime | None
    counts: Mapping[ContactState, int]
    active_days: tuple[DayCount, ...]
    messages_per_day: float | None
    opt_out_rate: OptOutRate
    timezone: str
    signup_url: str
    start_keyword: str

    def count(self, state: ContactState) -> int:
        """Return how many contacts are in ``state``."""
        return self.counts.get(state, 0)

    @property
    def is_blocked(self) -> bool:
        """Whether the number is blocked and not replaced yet."""
        return self.sim_status is SimStatus.BLOCKED


@dataclass(frozen=True, slots=True)
class ServiceFacts:
    """What an SMS says of a service, and where its readers live."""

    id: int
    service_no: str
    customer_id: int
    name: str
    start_keyword: str
    stop_keyword: str
    signup_url: str
    timezone: str
    sender_number: str | None
    sim_status: SimStatus | None


@dataclass(frozen=True, slots=True)
class NoteRecord:
    """One note of an agent."""

    id: int
    customer_id: int
    case_id: int | None
    written_at: datetime
    changed_at: datetime
    agent: str
    text: str
    pinned: bool


@dataclass(frozen=True, slots=True)
class RequestLine:
    """One request of the customer with its case and what came of it.

    ``sent`` counts the SMS that the gateway took; None where nothing was released.
    """

    case_id: int
    case_no: str
    kind: CaseKind
    standing: CaseStanding
    service: str
    requested_at: datetime
    requester: str
    channel: RequestChannel | None
    verification: VerificationResult | None
    outcome: str
    sent: int | None
    started_after: int | None
    paused_reason: str


@dataclass(frozen=True, slots=True)
class DispatchBrief:
    """One dispatch in the list on the customer's page."""

    id: int
    dispatch_no: str
    kind: DispatchKind
    state: DispatchState
    service: str
    released_at: datetime
    recipients: int
    accepted: int
    failed: int
    unclear: int


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One act on the customer's timeline, from the audit log."""

    at: datetime
    act: str
    actor: str
    case_no: str


@dataclass(frozen=True, slots=True)
class CustomerCard:
    """Everything on the customer's page."""

    facts: CustomerFacts
    services: tuple[ServiceBand, ...]
    requests: tuple[RequestLine, ...]
    dispatches: tuple[DispatchBrief, ...]
    notes: tuple[NoteRecord, ...]
    history: tuple[HistoryLine, ...]

    @property
    def pinned_note(self) -> NoteRecord | None:
        """The note to read first, if one is pinned."""
        return next((note for note in self.notes if note.pinned), None)
