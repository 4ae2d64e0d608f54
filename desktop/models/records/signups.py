"""The list of incomplete sign-ups: what is asked of it, and what it answers."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from desktop.models.eligibility import ReasonCounts, ReminderRules
from desktop.models.states import ExclusionReason, SimStatus, SmsState


class SignupColumn(StrEnum):
    """A column of the list that its rows can be sorted by."""

    NUMBER = "number"
    AGE = "age"
    ENTERED = "entered"
    REMINDERS = "reminders"
    LAST_REMINDER = "last_reminder"


@dataclass(frozen=True, slots=True)
class SignupSort:
    """The order of the list; the newest sign-up comes first unless somebody asks otherwise."""

    column: SignupColumn = SignupColumn.AGE
    descending: bool = False


class RemindedFilter(StrEnum):
    """How often a sign-up has been reminded."""

    ALL = "all"
    NEVER = "never"
    ONCE = "once"
    MORE_THAN_ONCE = "more_than_once"


class SmsFilter(StrEnum):
    """Whether a sign-up may be reminded now."""

    ALL = "all"
    POSSIBLE = "possible"
    NOT_POSSIBLE = "not_possible"


@dataclass(frozen=True, slots=True)
class SignupFilter:
    """Which incomplete sign-ups are meant. Without anything said: all of all customers.

    ``sms`` may also be one reason: then those are meant who get no SMS for exactly this reason.
    """

    customer_id: int | None = None
    service_id: int | None = None
    min_age_days: int = 0
    reminded: RemindedFilter = RemindedFilter.ALL
    sms: SmsFilter | ExclusionReason = SmsFilter.ALL

    def without_sms(self) -> SignupFilter:
        """Return the filter over which the counts of possible and not possible add up."""
        return replace(self, sms=SmsFilter.ALL)

    def scope(self) -> SignupFilter:
        """Return the filter with nothing but its customer and service."""
        return SignupFilter(self.customer_id, self.service_id)

    @property
    def narrows_scope(self) -> bool:
        """Whether anything beside customer and service is chosen."""
        return self != self.scope()


@dataclass(frozen=True, slots=True)
class SignupQuery:
    """A filter and an order at one moment, so that rows, pages and counts agree with each other."""

    filter: SignupFilter
    sort: SignupSort
    at: datetime


SortValue = str | int | datetime | None
SignupKey = tuple[SortValue, int]
"""The place of a row in its order: the value that it is sorted by, and its contact's id."""


@dataclass(frozen=True, slots=True)
class SignupRow:
    """One incomplete sign-up.

    ``reason`` says why it may not be reminded now, None if it may; ``possible_from`` from when it
    may, where waiting helps.
    """

    contact_id: int
    customer_id: int
    customer_no: str
    customer_name: str
    service_id: int
    service_no: str
    service_name: str
    e164: str
    name: str
    entered_at: datetime
    age_days: int
    reminders_sent: int
    max_reminders: int
    last_reminder_at: datetime | None
    last_reminder_state: SmsState | None
    reason: ExclusionReason | None
    possible_from: datetime | None


@dataclass(frozen=True, slots=True)
class SignupSelection:
    """Chosen sign-ups: all that match a filter but a few, or exactly those with these ids.

    *Select all* is a filter, never a list of a million ids.
    """

    matching: SignupFilter | None = None
    deselected: frozenset[int] = field(default_factory=frozenset)
    chosen: frozenset[int] = field(default_factory=frozenset)

    @property
    def is_empty(self) -> bool:
        """Whether surely nobody is chosen."""
        return self.matching is None and not self.chosen

    def holds(self, contact_id: int) -> bool:
        """Tell whether a contact that is in the list is chosen."""
        if self.matching is not None:
            return contact_id not in self.deselected
        return contact_id in self.chosen


@dataclass(frozen=True, slots=True)
class SelectionCounts:
    """What would happen to a selection; ``service_ids`` names at most two of its services.

    A reminder goes out for one service, so two are enough to know that it cannot.
    """

    reasons: ReasonCounts
    service_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class SignupCustomer:
    """A customer that the list can be narrowed to."""

    id: int
    customer_no: str
    name: str


@dataclass(frozen=True, slots=True)
class SignupService:
    """A service that the list can be narrowed to, with what decides on its reminders."""

    id: int
    name: str
    customer: SignupCustomer
    sender_number: str | None
    sim_status: SimStatus | None
    sim_status_since: datetime | None


@dataclass(frozen=True, slots=True)
class SignupScope:
    """The customer and the service of a filter, and the contacts that are never in the list.

    ``services`` are those of the customer, to choose from; ``service`` is set where only one is
    meant. ``anything_imported`` is false in a database that holds no contact at all. ``rules`` are
    those by which the list is judged.
    """

    rules: ReminderRules
    customer: SignupCustomer | None
    service: SignupService | None
    services: tuple[SignupService, ...]
    incomplete: int
    unsubscribed: int
    suppressed: int
    anything_imported: bool
