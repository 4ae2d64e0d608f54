"""What bears on whether a dispatch goes on, read along with it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from desktop.errors import StorageError
from desktop.models.records.dispatches import DispatchRecord
from desktop.models.states import GOING
from desktop.services.bundle import Services
from desktop.services.sending.lease import AccountState, OtherSender


@dataclass(frozen=True, slots=True)
class Situation:
    """What bears on whether a dispatch goes on.

    ``account`` is the one that this desk sends for, ``other`` who sends for it instead.
    ``opens_at`` is when the sending hours begin; None while they last. In test mode nobody gets
    the SMS, so there they hold nothing back. ``trouble`` is why nothing can be written down.
    """

    accounts: tuple[AccountState, ...] = ()
    account: str = ""
    other: OtherSender | None = None
    opens_at: datetime | None = None
    frozen: bool = False
    trouble: StorageError | None = None


def read_situation(services: Services, record: DispatchRecord) -> Situation:
    """Read it, on a worker."""
    sending = services.sending
    running = record.state in GOING
    window = services.settings.load().window
    return Situation(
        services.dispatch_lists.accounts(),
        sending.account().account,
        sending.waits_for,
        services.dispatch_lists.opens_at(record, window) if running else None,
        sending.guard.state() is not None,
        sending.trouble,
    )
