"""An agent tells how a number stands: what the carrier or the platform said on the phone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from desktop.services.number_status.source import NumberReport, SourceName


@dataclass(frozen=True, slots=True)
class ManualSource:
    """One report of one person, who is there to hear when it does not fit."""

    report: NumberReport

    @property
    def name(self) -> SourceName:
        """An agent."""
        return SourceName.AGENT

    def reports(self) -> Iterable[NumberReport]:
        """Return what the agent entered."""
        return (self.report,)
