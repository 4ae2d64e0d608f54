"""What the check of a caller hands back. No secret stands in any of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from desktop.models.states import SmsState


@dataclass(frozen=True, slots=True)
class PinFacts:
    """That a customer has a PIN: since when, by whom, and until when it is locked."""

    set_at: datetime
    set_by: str
    locked_until: datetime | None


@dataclass(frozen=True, slots=True)
class ProofResult:
    """Whether a secret was right; if not, how many tries are left, or until when there is none."""

    passed: bool
    tries_left: int
    locked_until: datetime | None = None


@dataclass(frozen=True, slots=True)
class CodeSent:
    """A code on its way: to which number, what the gateway said, and until when it holds.

    ``spoken`` is the code itself in a rehearsal, where no SMS leaves and somebody has to know it;
    empty otherwise.
    """

    code_id: int
    e164: str
    state: SmsState
    reason: str
    valid_until: datetime
    spoken: str = ""
