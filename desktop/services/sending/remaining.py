"""What is left to send for a gateway account: for whoever watches a sender without a window."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sqlalchemy import or_, select

from desktop.models.outcome import OPEN
from desktop.models.states import GOING, DispatchState, SmsState
from desktop.models.tables import Dispatch, SenderLease
from desktop.services.sending.sms_queries import sms_by_state
from desktop.services.storage.database import Database

_NOT_OVER = (*GOING, DispatchState.PAUSED)


@dataclass(frozen=True, slots=True)
class DispatchProgress:
    """How far one dispatch is."""

    dispatch_no: str
    state: DispatchState
    recipients: int
    sms: Mapping[SmsState, int]

    @property
    def is_going(self) -> bool:
        """Whether its SMS go out as soon as they may."""
        return self.state in GOING

    def count(self, *states: SmsState) -> int:
        """Return how many SMS are in one of ``states``."""
        return sum(self.sms.get(state, 0) for state in states)


@dataclass(frozen=True, slots=True)
class Remaining:
    """The dispatches of an account that are not over, and what holds the account back."""

    dispatches: tuple[DispatchProgress, ...]
    paused_reason: str = ""
    paused_code: str = ""

    @property
    def waiting(self) -> int:
        """How many SMS still have to be sent."""
        return sum(one.count(*OPEN) for one in self.dispatches)

    @property
    def is_any_going(self) -> bool:
        """Whether some dispatch is neither over nor paused."""
        return any(one.is_going for one in self.dispatches)


def remaining_of(
    database: Database, account: str, *, test_mode: bool, also: Collection[str] = ()
) -> Remaining:
    """Return what is left for an account, and the dispatches numbered in ``also`` in any case.

    Raises:
        StorageError: the database cannot be read.

    """
    with database.read() as session:
        dispatches = session.execute(
            select(Dispatch.id, Dispatch.dispatch_no, Dispatch.state, Dispatch.recipients)
            .where(
                Dispatch.gateway == account,
                Dispatch.test_mode.is_(test_mode),
                or_(Dispatch.state.in_(_NOT_OVER), Dispatch.dispatch_no.in_(sorted(also))),
            )
            .order_by(Dispatch.id)
        ).all()
        sms = sms_by_state(session, [row.id for row in dispatches])
        lease = session.get(SenderLease, account)
        return Remaining(
            tuple(
                DispatchProgress(row.dispatch_no, row.state, row.recipients, sms[row.id])
                for row in dispatches
            ),
            lease.paused_reason if lease else "",
            lease.paused_code if lease else "",
        )
