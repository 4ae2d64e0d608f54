"""One active sender for each gateway account, and what holds an account back.

Everything here happens within a write transaction of the caller. Times are the database server's
where there is one: the clocks of several desks need not agree.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from datetime import datetime, timedelta

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from desktop.models.tables import SenderLease
from desktop.models.types import Clock, utc_now
from desktop.services.storage.dialect import is_sqlite, upsert
from desktop.services.storage.prepared import PreparedRead, PreparedWrite, given

LEASE_S = 120.0
"""Longer than connecting, the last question before the first byte, and waiting for an answer."""

PAUSES_S = (5.0, 15.0, 45.0, 120.0, 300.0, 600.0, 900.0)
"""How long nothing is tried after the first, second, ... failure in a row."""


_NEGLIGIBLE_SKEW = timedelta(seconds=2)


@dataclass(frozen=True, slots=True)
class Hold:
    """The proof of being the active sender: valid while ``epoch`` is the account's."""

    account: str
    owner: str
    epoch: int
    lease_s: float = LEASE_S


@dataclass(frozen=True, slots=True)
class OtherSender:
    """Who sends for the account instead: a desk on ``host``, of which nothing more is heard.

    If that stays so, this sender takes over at ``until``; each sign of life moves it on.
    """

    host: str
    until: datetime


@dataclass(slots=True)
class AccountRow:
    """The row of an account (``SenderLease``) while a transaction works on it; see ``save``."""

    account: str
    owner: str
    epoch: int
    lease_until: datetime
    spent_until: datetime | None
    retry_at: datetime | None
    retry_reason: str
    failures: int
    paused_reason: str
    paused_code: str
    paused_at: datetime | None


_COLUMNS = tuple(one.name for one in fields(AccountRow))

IsGone = Callable[[str], bool]
"""Whether an owner is surely no more, so that the end of its lease need not be waited for."""


def nobody_is_gone(_owner: str) -> bool:
    """Wait for the end of every lease."""
    return False


@dataclass(frozen=True, slots=True)
class AccountState:
    """What a person may know about an account: is somebody sending, and what holds it back."""

    account: str
    owner: str
    lease_until: datetime
    retry_at: datetime | None
    retry_reason: str
    paused_reason: str
    paused_code: str
    paused_at: datetime | None

    @property
    def is_paused(self) -> bool:
        """Whether a person has to resume it."""
        return bool(self.paused_reason)


def moment(session: Session, clock: Clock) -> datetime:
    """Return now, by the clock that all desks on this database share.

    Where there is a server, its clock corrects that of this computer, unless both agree well.
    """
    if is_sqlite(session):
        return clock()
    server: datetime = session.execute(select(func.clock_timestamp())).scalar_one()
    skew = server - utc_now()
    return clock() + (skew if abs(skew) > _NEGLIGIBLE_SKEW else timedelta())


_ROW = select(*(getattr(SenderLease, name) for name in _COLUMNS)).where(
    SenderLease.account == given("account")
)
_SEEN = PreparedRead(_ROW, AccountRow)
_LOCKED = PreparedRead(_ROW.with_for_update(), AccountRow)
_SAVED = PreparedWrite(
    update(SenderLease)
    .where(SenderLease.account == given("account"))
    .values({name: given(f"new_{name}") for name in _COLUMNS if name != "account"})
)


def seen(session: Session, account: str) -> AccountRow | None:
    """Return the row of an account as it is, None before anybody has sent for it."""
    return next(iter(_SEEN.rows(session, {"account": account})), None)


def locked(session: Session, account: str) -> AccountRow | None:
    """Return it locked for the transaction."""
    return next(iter(_LOCKED.rows(session, {"account": account})), None)


def save(session: Session, row: AccountRow) -> None:
    """Write a row that was read locked."""
    values = {f"new_{name}": getattr(row, name) for name in _COLUMNS}
    _SAVED.run(session, [{"account": row.account, **values}])


def other_sender(
    row: AccountRow | None, owner: str, now: datetime, lease_s: float, is_gone: IsGone
) -> OtherSender | None:
    """Return who holds the lease, or None if ``owner`` may take it."""
    if row is None or row.owner == owner:
        return None
    # An end further away than any lease lasts means that the clock was set back.
    until = min(row.lease_until, now + timedelta(seconds=lease_s))
    if until <= now or is_gone(row.owner):
        return None
    return OtherSender(row.owner.partition("/")[0], until)


def take(session: Session, hold: Hold, now: datetime, is_gone: IsGone) -> Hold | OtherSender:
    """Become or stay the active sender, or return who else is.

    The epoch rises whenever the lease was not held without a gap, so that whatever an earlier
    holder still has in its hands is known to be old.
    """
    fresh = upsert(session, SenderLease).values(
        account=hold.account, owner=hold.owner, epoch=0, lease_until=now - timedelta(seconds=1)
    )
    session.execute(fresh.on_conflict_do_nothing())
    (row,) = _LOCKED.rows(session, {"account": hold.account})
    other = other_sender(row, hold.owner, now, hold.lease_s, is_gone)
    if other is not None:
        return other
    until = now + timedelta(seconds=hold.lease_s)
    if min(row.lease_until, until) <= now or row.owner != hold.owner:
        row.epoch += 1
    row.owner = hold.owner
    row.lease_until = until
    save(session, row)
    return replace(hold, epoch=row.epoch)


def extend(session: Session, hold: Hold, now: datetime) -> AccountRow | None:
    """Extend the lease, in a row that is locked and still to be saved; None where it is lost."""
    (row,) = _LOCKED.rows(session, {"account": hold.account})
    if row.owner != hold.owner or row.epoch != hold.epoch or row.lease_until <= now:
        return None
    row.lease_until = now + timedelta(seconds=hold.lease_s)
    return row


def give_back(session: Session, hold: Hold, now: datetime) -> None:
    """End the lease, so that another sender can take over at once."""
    session.execute(
        update(SenderLease)
        .where(
            SenderLease.account == hold.account,
            SenderLease.owner == hold.owner,
            SenderLease.epoch == hold.epoch,
        )
        .values(lease_until=now)
    )


def note_failure(row: AccountRow, reason: str, now: datetime) -> None:
    """Try nothing for a while; longer each time. Failures within a pause count as one."""
    if must_wait(row, now):
        return
    pause_s = PAUSES_S[min(row.failures, len(PAUSES_S) - 1)]
    row.failures += 1
    row.retry_at = now + timedelta(seconds=pause_s)
    row.retry_reason = reason


def note_success(row: AccountRow, now: datetime) -> None:
    """Forget earlier failures: the gateway has answered in its own words.

    During a pause nothing new is sent, so an answer then is to an older request and proves nothing.
    """
    if must_wait(row, now):
        return
    row.failures = 0
    row.retry_at = None
    row.retry_reason = ""


def pause(row: AccountRow, reason: str, code: str, now: datetime) -> None:
    """Hold the account until a person resumes it; the first reason stays."""
    if not row.paused_reason:
        row.paused_reason = reason
        row.paused_code = code
        row.paused_at = now


def must_wait(row: AccountRow, now: datetime) -> bool:
    """Tell whether the pause after a failure still lasts; not if the clock was set back."""
    longest = timedelta(seconds=PAUSES_S[-1])
    return row.retry_at is not None and now < row.retry_at <= now + longest


def probe_at(row: AccountRow | None, now: datetime) -> datetime | None:
    """Return when to ask the gateway without an SMS; None unless it failed and may be tried."""
    if row is None or not row.failures or row.paused_reason:
        return None
    return row.retry_at if must_wait(row, now) else now


def allowed_now(row: AccountRow, wanted: int, per_second: float, now: datetime) -> int:
    """Return how many of ``wanted`` SMS the account's rate allows now, and count them as spent.

    A tenth of a second's worth, at least one, goes out together; nothing is saved up beyond that.
    """
    one = timedelta(seconds=1 / per_second)
    burst = _burst(per_second)
    spent_until = row.spent_until or now
    if not now - burst <= spent_until <= now + burst:
        # Nothing was sent for a while, or the clock was set back.
        spent_until = now
    room = now + burst - max(spent_until, now)
    count = max(0, min(wanted, int(room / one + 1e-6)))
    if count:
        row.spent_until = max(spent_until, now) + one * count
    return count


def give_rate_back(row: AccountRow, count: int, per_second: float) -> None:
    """Return what was counted as spent and was not needed."""
    if row.spent_until is not None and count > 0:
        row.spent_until -= timedelta(seconds=count / per_second)


def rate_allows_at(row: AccountRow, per_second: float) -> datetime | None:
    """Return when the rate allows the next SMS, or None if it was never used."""
    if row.spent_until is None:
        return None
    return row.spent_until - _burst(per_second) + timedelta(seconds=1 / per_second)


def _burst(per_second: float) -> timedelta:
    return timedelta(seconds=max(0.1, 1 / per_second))


def states(session: Session) -> tuple[AccountState, ...]:
    """Return what is known of all accounts."""
    rows = session.scalars(select(SenderLease).order_by(SenderLease.account))
    return tuple(
        AccountState(
            row.account,
            row.owner,
            row.lease_until,
            row.retry_at,
            row.retry_reason,
            row.paused_reason,
            row.paused_code,
            row.paused_at,
        )
        for row in rows
    )
