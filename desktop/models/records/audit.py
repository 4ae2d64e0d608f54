"""The audit log: what is asked for, what is shown of an entry, what a look at the chain gave."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any


@dataclass(frozen=True, slots=True)
class AuditFilter:
    """Which entries are meant; nothing set means all. ``until`` is the first moment left out."""

    customer_id: int | None = None
    case_id: int | None = None
    actor: str | None = None
    since: datetime | None = None
    until: datetime | None = None

    @property
    def is_empty(self) -> bool:
        """Whether the whole log is meant."""
        return self == AuditFilter()


AuditKey = tuple[object, int]
"""The place of an entry: when it was written, and its id."""


@dataclass(frozen=True, slots=True)
class AuditRow:
    """One entry. ``facts`` is None where they were erased; their hash still stands in the chain."""

    id: int
    at: datetime
    actor: str
    act: str
    customer_id: int | None
    customer: str
    case_id: int | None
    case_no: str
    facts: Mapping[str, Any] | None
    entry_hash: str


@dataclass(frozen=True, slots=True)
class AuditCase:
    """A case that entries can be filtered by."""

    id: int
    case_no: str


@dataclass(frozen=True, slots=True)
class AuditScope:
    """What the filters offer: everybody who has acted, the newest cases, and the customer's name.

    The case that is filtered by is always among the cases.
    """

    actors: tuple[str, ...]
    cases: tuple[AuditCase, ...]
    customer: str


class BreakKind(StrEnum):
    """What was done to the log at an entry."""

    FACTS_ALTERED = "facts_altered"
    ALTERED = "altered"
    INSERTED = "inserted"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class AuditBreak:
    """A place where the chain does not hold: at the entry ``id``, or right before it (removed)."""

    kind: BreakKind
    id: int
    at: datetime


@dataclass(frozen=True, slots=True)
class AuditReport:
    """What a look at the whole chain gave.

    ``last_hash`` says which entry is the last one: whoever writes it down can later tell with
    ``knows`` whether entries were taken away at the end, which the chain alone cannot show.
    ``erased`` counts entries whose facts were erased; their hash still stands.
    """

    entries: int
    erased: int
    last_id: int
    last_hash: str
    breaks: tuple[AuditBreak, ...]
    knows: bool = True

    @property
    def holds(self) -> bool:
        """Whether nothing is wrong."""
        return self.knows and not self.breaks


@dataclass(frozen=True, slots=True)
class AuditProgress:
    """How many entries of how many were looked at or written."""

    done: int
    total: int
