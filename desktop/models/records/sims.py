"""What the SIM page shows: rows, counts, stock, and the card of one number with its history."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from desktop.models.records.conflicts import OpenConflict
from desktop.models.records.platform import PlatformState
from desktop.models.sim import SimStep, stage_of
from desktop.models.states import NumberKind, SimStage, SimStatus


class SimMeaning(StrEnum):
    """What the state of a number means for the caller. Views have the sentence for each code."""

    FREE = "free"
    RESERVED = "reserved"
    SENDS = "sends"
    UNASSIGNED = "unassigned"
    WARNED = "warned"
    BLOCKED_OPEN = "blocked_open"
    BLOCKED_REPLACED = "blocked_replaced"
    BLOCKED_UNUSED = "blocked_unused"
    OUT_OF_USE = "out_of_use"


@dataclass(frozen=True, slots=True)
class SimRow:
    """One line of the list.

    ``service_id`` is the service that sends from the card now, or, where none does, the one for
    which it is reserved, or the one that sent from it last; ``replaced_at`` tells when that one
    was given another number. ``revision`` is what a change has to name as seen.
    ``conflicts`` are the reports on this card that wait for a decision.
    """

    sim_id: int
    kind: NumberKind
    iccid: str
    msisdn: str
    carrier: str
    status: SimStatus
    status_since: datetime
    revision: int
    service_id: int | None
    service_name: str
    customer_id: int | None
    customer_name: str
    in_use: bool
    replaced_at: datetime | None
    reserved_by: str
    reserved_at: datetime | None
    conflicts: int

    @property
    def stage(self) -> SimStage:
        """Where the number stands for a person."""
        return stage_of(self.status, reserved=self.reserved_at is not None)

    @property
    def meaning(self) -> SimMeaning:
        """What the state means, given whether a service still uses the card."""
        if self.status is SimStatus.BLOCKED:
            return self._meaning_of_block()
        if self.status is SimStatus.ACTIVE:
            return SimMeaning.SENDS if self.in_use else SimMeaning.UNASSIGNED
        return _PLAIN_MEANING[self.stage]

    def _meaning_of_block(self) -> SimMeaning:
        if self.in_use:
            return SimMeaning.BLOCKED_OPEN
        return SimMeaning.BLOCKED_REPLACED if self.replaced_at else SimMeaning.BLOCKED_UNUSED

    @property
    def needs_attention(self) -> bool:
        """Whether somebody has to act: blocked without replacement, warned, or to be decided."""
        return self.conflicts > 0 or self.meaning in {SimMeaning.BLOCKED_OPEN, SimMeaning.WARNED}


_PLAIN_MEANING = {
    SimStage.IN_STOCK: SimMeaning.FREE,
    SimStage.RESERVED: SimMeaning.RESERVED,
    SimStage.WARNED: SimMeaning.WARNED,
    SimStage.RETIRED: SimMeaning.OUT_OF_USE,
}


@dataclass(frozen=True, slots=True)
class SimList:
    """The lines of one filter, and the counts of all cards by stage, zeros included."""

    rows: tuple[SimRow, ...]
    counts: Mapping[SimStage, int]
    conflicts: int = 0
    """How many reports wait for a decision, whatever the filter."""

    @property
    def total(self) -> int:
        """All cards, whatever the filter."""
        return sum(self.counts.values())


@dataclass(frozen=True, slots=True)
class SimStock:
    """How many SIM cards are free, and the number below which new ones should be ordered."""

    free: int
    minimum: int
    reserved: int = 0

    @property
    def low(self) -> bool:
        """Whether the stock is below its minimum."""
        return self.free < self.minimum


class SimHistoryKind(StrEnum):
    """What an entry of a card's history tells."""

    STATUS = "status"
    ASSIGNED = "assigned"
    RELEASED = "released"


@dataclass(frozen=True, slots=True)
class SimHistoryEntry:
    """One thing that happened to a card. ``status`` and ``step`` belong to changes of status.

    ``iccid`` names the card, "" for a number of the Business Platform.
    """

    kind: SimHistoryKind
    at: datetime
    status: SimStatus | None = None
    service_name: str = ""
    reason: str = ""
    actor: str = ""
    source: str = ""
    step: SimStep | None = None
    iccid: str = ""


@dataclass(frozen=True, slots=True)
class NumberSpan:
    """A service sent from ``number`` from ``from_at`` (None: always) until ``until_at``.

    ``blocked_at`` is when the number was blocked while the service had it; a block that was taken
    back is none.
    """

    sim_id: int
    number: str
    from_at: datetime | None
    until_at: datetime | None
    status: SimStatus
    blocked_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class NumberHealth:
    """How the service on a number is doing.

    ``opt_outs_week`` are those of the last seven days with traffic, ``opt_outs_usual`` the mean
    of up to eight weeks before them, None where there is no whole week before.
    """

    active: int
    pending: int
    opt_outs_week: int | None = None
    opt_outs_usual: float | None = None
    last_message_day: date | None = None
    traffic_until: date | None = None


@dataclass(frozen=True, slots=True)
class SimDetail:
    """The card of one number: its row, whom its state concerns, and its history, newest first.

    ``elsewhere`` is what happened to the number on other cards. ``health`` is that of the service
    which uses the number now. ``correctable_until`` is set while a block may still be taken back.
    """

    row: SimRow
    note: str
    history: tuple[SimHistoryEntry, ...]
    elsewhere: tuple[SimHistoryEntry, ...] = ()
    health: NumberHealth | None = None
    spans: tuple[NumberSpan, ...] = ()
    """Of the row's service: which number it sent from when, the newest first."""
    conflicts: tuple[OpenConflict, ...] = ()
    platform: PlatformState | None = None
    correctable_until: datetime | None = None

    @property
    def replacement(self) -> NumberSpan | None:
        """What the service sends from now that has left this number; None where there is none."""
        if self.row.in_use or self.row.reserved_at is not None:
            return None
        return next((span for span in self.spans if span.until_at is None), None)

    @property
    def used_since(self) -> datetime | None:
        """Since when the service has this number that it uses now; None where nobody knows."""
        return self.spans[0].from_at if self.row.in_use and self.spans else None

    @property
    def active_contacts(self) -> int:
        """The active contacts of the service that uses the number now, else 0."""
        return self.health.active if self.health is not None else 0


@dataclass(frozen=True, slots=True)
class WaitingService:
    """A service that can be given a number: it has none, or one that is warned or blocked."""

    service_id: int
    name: str
    customer: str
    status: SimStatus | None


@dataclass(frozen=True, slots=True)
class Worsening:
    """A number got worse: which, what it is now, and who entered or found it."""

    event_id: int
    sim_id: int
    number: str
    status: SimStatus
    service: str
    customer: str
    actor: str
    source: str
