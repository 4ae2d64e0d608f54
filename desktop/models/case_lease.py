"""Who has a case open: a lease that ends by itself when nobody renews it.

A colleague's lease and a colleague's ownership both make a case read-only; taking it over, with a
note, ends both. The same agent at another window is no colleague: a program that was killed opens
its case again at once.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

LEASE_S = 60
RENEW_S = 20
"""Renewed three times as often as it would end, so that one lost beat shuts nobody out."""


@dataclass(frozen=True, slots=True)
class CaseLease:
    """An agent who has a case open, since when, and until when that is known."""

    agent: str
    since: datetime
    until: datetime

    def is_live(self, now: datetime) -> bool:
        """Tell whether the case is still open there."""
        return now < self.until


def lease_after(held: CaseLease | None, agent: str, now: datetime) -> CaseLease:
    """Return who has a case open after ``agent`` opens or goes on with it.

    A colleague's live lease stays; one's own goes on from when it began.
    """
    if held is not None and held.is_live(now):
        if held.agent != agent:
            return held
        return CaseLease(agent, held.since, now + timedelta(seconds=LEASE_S))
    return CaseLease(agent, now, now + timedelta(seconds=LEASE_S))


def colleague_with(held: CaseLease | None, agent: str, now: datetime) -> str:
    """Return the colleague who has a case open; "" if none has."""
    if held is None or held.agent == agent or not held.is_live(now):
        return ""
    return held.agent
