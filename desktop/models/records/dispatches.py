"""Dispatches: what is handed over at the release, and what the pages on sending show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from desktop.models.outcome import OPEN, Imbalance
from desktop.models.records.signups import SignupSelection
from desktop.models.states import (
    DispatchKind,
    DispatchState,
    ExclusionReason,
    RequestChannel,
    SmsState,
)


@dataclass(frozen=True, slots=True)
class RecipientList:
    """The list that a dispatch starts from: chosen sign-ups of one service.

    For a number change the list is all whom the last replacement concerns; ``selection`` says
    nothing then.

    Who is in ``left_out`` stays on the list and is excluded as *deselected*, so that the numbers
    that the caller heard still add up.
    """

    service_id: int
    selection: SignupSelection
    left_out: frozenset[int] = field(default_factory=frozenset)
    kind: DispatchKind = DispatchKind.SIGNUP_REMINDER


@dataclass(frozen=True, slots=True)
class RecipientPreview:
    """How a list falls apart: ``gets`` + all of ``by_reason`` = ``listed``."""

    listed: int
    gets: int
    by_reason: Mapping[ExclusionReason, int]

    @property
    def excluded(self) -> int:
        """How many on the list get no SMS."""
        return self.listed - self.gets


RecipientKey = tuple[datetime, int]
"""The place of a row: when its number was entered, and its contact's id."""


@dataclass(frozen=True, slots=True)
class RecipientRow:
    """Somebody on the list; ``reason`` says why there is no SMS, None if there is one."""

    contact_id: int
    e164: str
    name: str
    entered_at: datetime
    reminders_sent: int
    last_reminder_at: datetime | None
    last_reminder_state: SmsState | None
    reason: ExclusionReason | None

    @property
    def key(self) -> RecipientKey:
        """Where the next page continues."""
        return self.entered_at, self.contact_id


@dataclass(frozen=True, slots=True)
class ReleaseOrder:
    """What an agent releases from a case.

    ``expected`` is the number of SMS that the button named; another number refuses the release.
    ``gateway`` and ``test_mode`` are the account's that will send. Above the limit
    ``second_released_by`` names a colleague. ``template_key`` and ``template_version`` tell from
    which template the text was made.
    """

    case_id: int
    recipients: RecipientList
    template: str
    text: str
    gateway: str
    test_mode: bool
    released_by: str
    second_released_by: str = ""
    expected: int | None = None
    kind: DispatchKind = DispatchKind.SIGNUP_REMINDER
    template_key: str = ""
    template_version: int = 0


@dataclass(frozen=True, slots=True)
class Balance:
    """The books of one dispatch: how many SMS are in each state, and whether all sums come out.

    ``wrong_rows`` are SMS that contradict themselves, by id, at most a hundred.
    """

    listed: int
    excluded: int
    recipients: int
    states: Mapping[SmsState, int]
    imbalances: tuple[Imbalance, ...] = ()
    wrong_rows: tuple[int, ...] = ()

    @property
    def adds_up(self) -> bool:
        """Whether nobody is lost and nobody is counted twice."""
        return not self.imbalances and not self.wrong_rows

    def count(self, *states: SmsState) -> int:
        """Return how many SMS are in one of ``states``."""
        return sum(self.states.get(state, 0) for state in states)

    @property
    def processed(self) -> int:
        """How many SMS need nothing more from this computer."""
        return self.recipients - self.count(*OPEN)


@dataclass(frozen=True, slots=True)
class DispatchRecord:
    """One dispatch with its request and its books. Money in tenths of a cent.

    ``template_key`` and ``template_version`` tell from which template the text was made.
    """

    id: int
    dispatch_no: str
    kind: DispatchKind
    state: DispatchState
    state_reason: str
    case_id: int
    case_no: str
    customer_id: int
    customer: str
    service_id: int
    service: str
    requester: str
    channel: RequestChannel
    requested_at: datetime
    text: str
    parts: int
    price_per_part_tenth_cents: int
    gateway: str
    test_mode: bool
    released_by: str
    second_released_by: str
    released_at: datetime
    starts_at: datetime
    first_sent_at: datetime | None
    ended_at: datetime | None
    balance: Balance
    template_key: str = ""
    template_version: int = 0

    @property
    def cost_tenth_cents(self) -> int:
        """What all SMS cost if each takes as many parts as were measured."""
        return self.balance.recipients * self.parts * self.price_per_part_tenth_cents


@dataclass(frozen=True, slots=True)
class DispatchLine:
    """One dispatch in the list of dispatches."""

    id: int
    dispatch_no: str
    kind: DispatchKind
    state: DispatchState
    state_reason: str
    customer: str
    service: str
    released_by: str
    released_at: datetime
    test_mode: bool
    recipients: int
    states: Mapping[SmsState, int]


@dataclass(frozen=True, slots=True)
class SmsRow:
    """One SMS of a dispatch. ``at`` is when its state was reached, as far as it is known."""

    id: int
    contact_id: int
    e164: str
    state: SmsState
    reason: str
    gateway_code: str
    at: datetime
    tries: int
    next_try_at: datetime | None
    attempt: int = 1
    perhaps_left_at: datetime | None = None


class SmsSort(StrEnum):
    """By what the SMS of a dispatch can be ordered."""

    RELEASE = "release"
    TIME = "time"
    REASON = "reason"


@dataclass(frozen=True, slots=True)
class SmsQuery:
    """Which SMS of a dispatch are meant, and in which order; no states mean all."""

    dispatch_id: int
    states: tuple[SmsState, ...] = ()
    reason: str | None = None
    sort: SmsSort = SmsSort.RELEASE
    descending: bool = False


SmsKey = tuple[object, int]
"""The place of a row: the value it is ordered by, and its id."""
