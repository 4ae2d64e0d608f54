"""What a source of number states tells: reports, each of one number at one moment."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from desktop.models.states import SimStatus


class SourceName(StrEnum):
    """Who tells how a number stands. The value stands beside every event in the books."""

    AGENT = "agent"
    IMPORT = "import"
    GRAPH = "graph"


@dataclass(frozen=True, slots=True)
class NumberReport:
    """A number (E.164) has ``status`` since ``at``; ``actor`` told it, ``reason`` is why."""

    number: str
    status: SimStatus
    at: datetime
    actor: str
    reason: str = ""


class StatusSource(Protocol):
    """Whoever tells how numbers stand."""

    @property
    def name(self) -> SourceName:
        """Who it is."""
        ...

    def reports(self) -> Iterable[NumberReport]:
        """Return how the numbers stand that it knows of.

        Raises:
            StatusSourceError: it cannot be asked now.

        """
        ...
