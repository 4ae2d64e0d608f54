"""Where a report and the books contradict each other, and what a person made of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from desktop.models.states import SimStatus


class ConflictMatter(StrEnum):
    """In what a report contradicts the books."""

    NOT_BACK = "not_back"
    """A later report says what the life cycle does not allow: a blocked card is active."""
    NOT_KNOWN = "not_known"
    """The source still has the old state; the desk has entered another one since."""


class ConflictDecision(StrEnum):
    """Who is right."""

    KEEP = "keep"
    TAKE = "take"


@dataclass(frozen=True, slots=True)
class OpenConflict:
    """One contradiction that waits for a person.

    The books hold ``kept`` since ``kept_since``; ``source`` says ``reported`` since
    ``reported_at``. ``takes_back`` tells that taking the report would undo a block or a
    retirement, which only a supervisor may do.
    """

    id: int
    sim_id: int
    iccid: str
    msisdn: str
    customer: str
    service: str
    matter: ConflictMatter
    reported: SimStatus
    reported_at: datetime
    reported_reason: str
    kept: SimStatus
    kept_since: datetime
    source: str
    found_at: datetime

    @property
    def takes_back(self) -> bool:
        """Whether taking the report undoes a block or a retirement."""
        final = (SimStatus.BLOCKED, SimStatus.RETIRED)
        return self.kept in final and self.reported is not SimStatus.RETIRED
