"""Who sends, by which rules, and what a start finds: small records around the outbox."""

from __future__ import annotations

from dataclasses import dataclass, field

from desktop.services.sending import lease
from desktop.services.sending.claims import Judge


@dataclass(frozen=True, slots=True)
class Identity:
    """Who sends for which account. ``owner`` is unlike any other sender's, on any computer."""

    account: str
    owner: str
    test_mode: bool


@dataclass(frozen=True, slots=True)
class Policy:
    """How fast, by which rules, for how long; with ``rehearsal`` test SMS count as reminders."""

    judge: Judge = field(default_factory=Judge)
    per_second: float = 5.0
    rehearsal: bool = False
    lease_s: float = lease.LEASE_S


@dataclass(frozen=True, slots=True)
class Recovery:
    """What was found after a crash: SMS that are unclear now, by dispatch."""

    unclear_by_dispatch: dict[int, int]

    @property
    def unclear(self) -> int:
        """How many SMS became unclear."""
        return sum(self.unclear_by_dispatch.values())
