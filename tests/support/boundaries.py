"""Every named point of release, claim, send and record at which a process can be made to die.

Each name stands between two steps that a crash can part; the tests die at each of them.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from typing import Any

from sqlalchemy import event
from urllib3.connection import HTTPConnection

from desktop.services.sending import dispatch, fence, lease, outbox
from desktop.services.sending.gateways.websms import WebSms
from desktop.services.storage.database import Database

RELEASE = (
    "releasing",
    "case checked",
    "recipients frozen",
    "excluded frozen",
    "case led on",
    "release committing",
    "released",
)
"""A release: one transaction, from the call to the moment after its commit."""

SEND = (
    "lease taken",
    "lease committed",
    "claiming",
    "claim marked",
    "claim committing",
    "claimed",
    "connecting",
    "leaving",
    "left",
    "answered",
    "recording",
    "record written",
    "end written",
    "recorded",
    "giving back",
)
"""A sender: taking the lease, claiming, asking the gateway, recording, ending."""

RECOVERY = ("recovering", "recovery written", "recovered")
"""The next start after a crash that left SMS on their way."""

ONCE = frozenset(
    {*RELEASE, *RECOVERY, "lease taken", "lease committed", "end written", "giving back"}
)
"""Passed once in a run, or few times; the others are passed with every SMS."""


class Crash:
    """Kills this process at the n-th pass of a boundary."""

    def __init__(self, boundary: str, passes: int) -> None:
        self._boundary = boundary
        self._left = passes

    def __call__(self, boundary: str) -> None:
        if not boundary or boundary != self._boundary:
            return
        self._left -= 1
        if self._left <= 0:
            os.kill(os.getpid(), signal.SIGKILL)


def set_boundaries(database: Database, crash: Crash) -> None:
    """Puts the boundaries around the real steps of this process."""
    _around(dispatch.Dispatches, "release", crash, "releasing", "released")
    _around(dispatch, "prepared", crash, "", "case checked")
    _around(dispatch, "freeze_recipients", crash, "", "recipients frozen")
    _around(dispatch, "freeze_excluded", crash, "", "excluded frozen")
    _around(dispatch, "release_case", crash, "", "case led on")
    _around(lease, "take", crash, "", "lease taken")
    _around(outbox.Outbox, "acquire", crash, "", "lease committed")
    _around(outbox.Outbox, "turn", crash, "claiming", "recorded", also=_claimed)
    _around(outbox, "claim_from", crash, "", "claim marked")
    _around(WebSms, "send", crash, "connecting", "answered")
    _around(fence.Fence, "holds", crash, "leaving", "")
    _around(HTTPConnection, "send", crash, "", "left")
    _around(outbox, "record_answers", crash, "recording", "record written")
    _around(outbox, "end_finished", crash, "", "end written")
    _around(outbox.Outbox, "recover", crash, "recovering", "recovered")
    _around(outbox, "bury", crash, "", "recovery written")
    _around(outbox.Outbox, "give_back", crash, "giving back", "")
    for name in ("release committing", "claim committing"):
        event.listen(database.engine, "commit", lambda _connection, name=name: crash(name))


def _claimed(claim: Any, crash: Crash) -> None:  # noqa: ANN401  what the wrapped call returns
    if claim.sms:
        crash("claimed")


def _around(
    owner: Any,  # noqa: ANN401  a class or a module
    name: str,
    crash: Crash,
    before: str,
    after: str,
    also: Callable[[Any, Crash], None] | None = None,
) -> None:
    plain = getattr(owner, name)

    def wrapped(*args: Any, **kwargs: Any) -> Any:  # noqa: ANN401  whatever it wraps
        crash(before)
        result = plain(*args, **kwargs)
        crash(after)
        if also is not None:
            also(result, crash)
        return result

    setattr(owner, name, wrapped)
