"""What the SIM page shows: rows, counts, stock, and the card of one SIM with its history."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from desktop.models.states import SimStatus


class SimMeaning(StrEnum):
    """What the state of a SIM means for the caller. Views have the sentence for each code."""

    FREE = "free"
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

    ``service_id`` is the service that sends from the card now, or, where none does, the one that
    did last; ``replaced_at`` tells when it was given another number.
    """

    sim_id: int
    iccid: str
    msisdn: str
    carrier: str
    status: SimStatus
    status_since: datetime
    service_id: int | None
    service_name: str
    customer_id: int | None
    customer_name: str
    in_use: bool
    replaced_at: datetime | None

    @property
    def meaning(self) -> SimMeaning:
        """What the state means, given whether a service still uses the card."""
        if self.status is SimStatus.BLOCKED:
            return self._meaning_of_block()
        if self.status is SimStatus.ACTIVE:
            return SimMeaning.SENDS if self.in_use else SimMeaning.UNASSIGNED
        return _PLAIN_MEANING[self.status]

    def _meaning_of_block(self) -> SimMeaning:
        if self.in_use:
            return SimMeaning.BLOCKED_OPEN
        return SimMeaning.BLOCKED_REPLACED if self.replaced_at else SimMeaning.BLOCKED_UNUSED

    @property
    def needs_attention(self) -> bool:
        """Whether somebody has to act: blocked without replacement, or warned."""
        return self.meaning in {SimMeaning.BLOCKED_OPEN, SimMeaning.WARNED}


_PLAIN_MEANING = {
    SimStatus.IN_STOCK: SimMeaning.FREE,
    SimStatus.WARNED: SimMeaning.WARNED,
    SimStatus.RETIRED: SimMeaning.OUT_OF_USE,
}


@dataclass(frozen=True, slots=True)
class SimList:
    """The lines of one filter, and the counts of all cards by status, zeros included."""

    rows: tuple[SimRow, ...]
    counts: Mapping[SimStatus, int]

    @property
    def total(self) -> int:
        """All cards, whatever the filter."""
        return sum(self.counts.values())


@dataclass(frozen=True, slots=True)
class SimStock:
    """How many cards are free, and the number below which new ones should be ordered."""

    free: int
    minimum: int

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
    """One thing that happened to a card. ``status`` is set for a change of status only."""

    kind: SimHistoryKind
    at: datetime
    status: SimStatus | None = None
    service_name: str = ""
    reason: str = ""
    actor: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class SimDetail:
    """The card of one SIM: its row, whom its state concerns, and its history, newest first.

    ``active_contacts`` are those of the service that uses the card now, else 0.
    """

    row: SimRow
    note: str
    active_contacts: int
    replacement_number: str
    history: tuple[SimHistoryEntry, ...]
