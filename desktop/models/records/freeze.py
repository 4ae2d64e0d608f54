"""Sending that is frozen, because the database was put back from a backup or brought elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class FreezeCause(StrEnum):
    """How it is known that this database is not the one that sent last."""

    RESTORED = "restored"
    """This computer remembers a later state of it."""
    MOVED = "moved"
    """It sent last at another place, and this computer does not know it."""


class Waiting(StrEnum):
    """What shall become of the SMS that wait in a database that was put back."""

    UNCLEAR = "unclear"
    """They may have been sent meanwhile: a person decides about each."""
    GO_ON = "go_on"
    """Nothing was sent meanwhile: they go out."""


@dataclass(frozen=True, slots=True)
class LostProgress:
    """A dispatch of which more was processed than this database knows.

    ``known`` is None where the database does not know the dispatch at all.
    """

    dispatch_no: str
    recipients: int
    known: int | None
    seen: int


@dataclass(frozen=True, slots=True)
class Freeze:
    """Why nothing is sent until a person releases it.

    ``state_of`` is the last act that this database knows; ``seen_at`` when it was last seen further
    on, None where nobody knows. ``waiting`` SMS would go out.
    """

    cause: FreezeCause
    frozen_at: datetime
    state_of: datetime | None
    seen_at: datetime | None
    lost: tuple[LostProgress, ...]
    waiting: int


@dataclass(frozen=True, slots=True)
class FreezeRelease:
    """Who lets sending go on, why, and what becomes of the SMS that wait."""

    agent: str
    supervisor: str
    reason: str
    waiting: Waiting
