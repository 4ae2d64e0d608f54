"""A sender as a process of its own, run as a module, which a test can kill.

With a boundary it kills itself there, as a crash would, the given number of passes later. It ends
by itself when nothing is left to send.
"""

from __future__ import annotations

import argparse
import os
import signal
from collections.abc import Callable
from datetime import datetime
from typing import Any

from sqlalchemy import event

from desktop.models.states import DispatchState
from desktop.services.http import Timeouts
from desktop.services.sending import fence, outbox
from desktop.services.sending.claims import Claim, Judge
from desktop.services.sending.dispatch_lists import DispatchLists
from desktop.services.sending.gateways.websms import WebSms, WebSmsAccount
from desktop.services.sending.policy import Policy
from desktop.services.sending.sender import Sender, SenderOptions
from desktop.services.storage.database import Database
from tests.faults import wait_for
from tests.support.sending import RunningClock

BOUNDARIES = ("claiming", "committing", "claimed", "leaving", "answered", "recorded")

_OPEN = (DispatchState.COUNTDOWN, DispatchState.SENDING)


class _Crash:
    """Kills this process at the n-th pass of a boundary."""

    def __init__(self, boundary: str, passes: int) -> None:
        self._boundary = boundary
        self._left = passes

    def __call__(self, boundary: str) -> None:
        if boundary != self._boundary:
            return
        self._left -= 1
        if self._left <= 0:
            os.kill(os.getpid(), signal.SIGKILL)


def _around(
    owner: type[Any], name: str, before: Callable[[], None], after: Callable[[Any], None]
) -> None:
    plain = getattr(owner, name)

    def wrapped(*args: Any, **kwargs: Any) -> Any:  # noqa: ANN401  whatever it wraps
        before()
        result = plain(*args, **kwargs)
        after(result)
        return result

    setattr(owner, name, wrapped)


def _set_boundaries(database: Database, crash: _Crash) -> None:
    def after_turn(claim: Claim) -> None:
        crash("recorded")
        if claim.sms:
            crash("claimed")

    _around(outbox.Outbox, "turn", lambda: crash("claiming"), after_turn)
    _around(fence.Fence, "holds", lambda: crash("leaving"), lambda _result: None)
    _around(WebSms, "send", lambda: None, lambda _result: crash("answered"))
    event.listen(database.engine, "commit", lambda _connection: crash("committing"))


def main() -> None:
    """Sends what the database has for the gateway, then ends."""
    parser = argparse.ArgumentParser()
    parser.add_argument("database")
    parser.add_argument("gateway")
    parser.add_argument("now", type=datetime.fromisoformat)
    parser.add_argument("--boundary", default="")
    parser.add_argument("--passes", type=int, default=1)
    asked = parser.parse_args()
    database = Database(asked.database, clock=RunningClock(asked.now))
    _set_boundaries(database, _Crash(asked.boundary, asked.passes))
    account = WebSmsAccount("secret word", "desk", asked.gateway, test_mode=False)
    policy = Policy(judge=Judge(window=None), per_second=1000.0)
    options = SenderOptions(policy=policy, unclear_in_a_row=10_000)
    sender = Sender(database, WebSms(account, Timeouts(0.5, 0.5)), options)
    sender.recover()
    sender.start()
    lists = DispatchLists(database)
    wait_for(lambda: not lists.lines(_OPEN), timeout_s=60)
    sender.stop()
    database.close()


if __name__ == "__main__":
    main()
