"""What the Business Platform says about a number, and how it went when it was asked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class SourceFailure(StrEnum):
    """Why a source of number states gave no answer that can be used."""

    NO_TOKEN = "no_token"  # noqa: S105  # the word for its absence
    REFUSED = "refused"
    BUSY = "busy"
    UNREACHABLE = "unreachable"
    NOT_UNDERSTOOD = "not_understood"
    INSECURE = "insecure"


@dataclass(frozen=True, slots=True)
class PlatformState:
    """The platform's own words on one number, unknown ones too; empty where it said nothing.

    ``hints`` are its sentences on what limits the number and what would help.
    """

    platform_id: str
    name: str
    status: str
    quality: str
    messaging_limit: str
    name_status: str
    can_send: str
    hints: tuple[str, ...]
    read_at: datetime


@dataclass(frozen=True, slots=True)
class SourceState:
    """When the platform was asked and answered last, and what is wrong now, if anything."""

    wanted: bool
    """Whether the settings name an account to ask."""
    asked_at: datetime | None = None
    answered_at: datetime | None = None
    failure: SourceFailure | None = None
    failure_detail: str = ""
