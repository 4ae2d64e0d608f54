"""SMS of which nobody knows whether they arrived: what is asked for, shown and decided."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from desktop.models.states import DispatchKind, DispatchState, SmsState, Verdict


class UnclearSort(StrEnum):
    """By what the list of unclear SMS can be ordered."""

    SINCE = "since"
    REASON = "reason"
    DISPATCH = "dispatch"


@dataclass(frozen=True, slots=True)
class UnclearFilter:
    """Which unclear SMS are meant; nothing set means all of the house."""

    customer_id: int | None = None
    dispatch_id: int | None = None
    reason: str | None = None

    @property
    def is_empty(self) -> bool:
        """Whether all of the house are meant."""
        return self == UnclearFilter()


@dataclass(frozen=True, slots=True)
class UnclearQuery:
    """A filter and an order."""

    filter: UnclearFilter = field(default_factory=UnclearFilter)
    sort: UnclearSort = UnclearSort.SINCE
    descending: bool = True


UnclearKey = tuple[object, int]
"""The place of a row: the value it is ordered by, and its id."""


@dataclass(frozen=True, slots=True)
class UnclearRow:
    """One unclear SMS. ``since`` is when it became unclear; ``ready_at`` when it may go out again.

    ``attempt`` counts from 1; a higher one is a second try that ended unclear as well.
    """

    id: int
    e164: str
    customer_id: int
    customer: str
    dispatch_id: int
    dispatch_no: str
    dispatch_state: DispatchState
    kind: DispatchKind
    test_mode: bool
    reason: str
    gateway_code: str
    sent_at: datetime | None
    since: datetime
    attempt: int
    ready_at: datetime


@dataclass(frozen=True, slots=True)
class UnclearDispatch:
    """A dispatch with unclear SMS, for the filters and the heading."""

    id: int
    dispatch_no: str
    kind: DispatchKind
    state: DispatchState
    customer_id: int
    customer: str
    gateway: str
    count: int


@dataclass(frozen=True, slots=True)
class UnclearScope:
    """All unclear SMS of the house by dispatch, and those of the filter by reason."""

    dispatches: tuple[UnclearDispatch, ...]
    reasons: Mapping[str, int]

    @property
    def total(self) -> int:
        """How many there are in the house."""
        return sum(one.count for one in self.dispatches)


@dataclass(frozen=True, slots=True)
class UnclearSelection:
    """SMS chosen one by one, or all of a filter but some."""

    chosen: frozenset[int] = frozenset()
    matching: UnclearFilter | None = None
    deselected: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class UnclearChoice:
    """What would become of a selection.

    ``again`` of ``total`` may go out again now; the others are ``stopped`` (their dispatch was
    ended by a person) or ``too_soon`` (a report may still come; the first is ready at
    ``ready_at``). ``needs_second`` says that sending ``again`` takes a colleague.
    """

    total: int
    again: int
    stopped: int
    too_soon: int
    ready_at: datetime | None
    needs_second: bool


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decides, and why. Many SMS at once take a colleague's name as ``second``."""

    verdict: Verdict
    agent: str
    reason: str
    second: str = ""


@dataclass(frozen=True, slots=True)
class Decided:
    """What came of a decision: how many SMS it was taken for, and when they go out again."""

    count: int
    left_out: int
    starts_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class PastVerdict:
    """A decision that was taken. ``told`` is what a report said later about that attempt."""

    sms_id: int
    attempt: int
    verdict: Verdict
    agent: str
    at: datetime
    reason: str
    cause: str
    sent_at: datetime | None
    told: SmsState | None
