"""What a monitor asks for: services with their counts, open cases, dispatches with their sums."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from desktop.models.outcome import Imbalance, imbalances
from desktop.models.states import DispatchKind, DispatchState, SimStatus, SmsState


@dataclass(frozen=True, slots=True)
class ServiceStatus:
    """One service: how many contacts are in each state, and what it sends from."""

    service_no: str
    incomplete: int
    active: int
    re_registration_pending: int
    unsubscribed: int
    suppressed: int
    sender_number: str | None
    sim_status: SimStatus | None


@dataclass(frozen=True, slots=True)
class DispatchStatus:
    """One dispatch: recipients + excluded = listed, and the SMS of all states = recipients."""

    dispatch_no: str
    service_no: str
    kind: DispatchKind
    state: DispatchState
    test_mode: bool
    listed: int
    excluded: int
    recipients: int
    sms: Mapping[SmsState, int]

    @property
    def imbalances(self) -> tuple[Imbalance, ...]:
        """The sums that do not come out; none if the books are right."""
        return imbalances(self.listed, self.excluded, self.recipients, self.sms)

    @property
    def waiting(self) -> int:
        """How many SMS still have to be sent."""
        return self.sms[SmsState.QUEUED] + self.sms[SmsState.SENDING]


@dataclass(frozen=True, slots=True)
class ReportCounts:
    """Delivery reports that came in and are not settled, and when the last one of all came.

    ``unread`` were stored and not looked at yet, ``unmatched`` fit no SMS so far, ``other`` are
    replies and statuses that nobody knows.
    """

    unread: int = 0
    unmatched: int = 0
    other: int = 0
    unreadable: int = 0
    oldest_unmatched_at: datetime | None = None
    last_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class StatusReport:
    """The state of the whole house at one moment."""

    services: tuple[ServiceStatus, ...]
    open_cases: int
    dispatches: tuple[DispatchStatus, ...]
    reports: ReportCounts = field(default_factory=ReportCounts)
