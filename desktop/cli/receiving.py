"""The command ``receive``: takes delivery reports until it is asked to end."""

from __future__ import annotations

from ipaddress import ip_address

from desktop.cli.arguments import Asked
from desktop.cli.ending import LONGEST_END_S, Ending
from desktop.cli.failures import CommandError
from desktop.cli.output import opened
from desktop.cli.telling import Teller
from desktop.cli.words import Words
from desktop.errors import StorageError
from desktop.models.records.status import ReportCounts
from desktop.services.receiving.inbox import Inbox
from desktop.services.receiving.server import Receiver
from desktop.services.storage.database import Database

_LOOK_EVERY_S = 5.0


def receive(asked: Asked, words: Words) -> None:
    """Take reports of the gateways on ``asked.host`` and ``asked.port``.

    Raises:
        CommandError: nobody can listen there.
        DeskError: the database cannot be used.

    """
    tell = Teller("receive", asked, words)
    with Ending(LONGEST_END_S) as ending, opened(asked, to_write=True) as database:
        receiver = _receiver(database, asked)
        receiver.start()
        try:
            tell("listening", address=_address(receiver))
            if not ip_address(receiver.host).is_loopback:
                tell("exposed")
            while not ending.wait(_LOOK_EVERY_S):
                _tell_counts(database, tell)
        finally:
            receiver.stop()
        _tell_counts(database, tell)
        tell("ended")


def _receiver(database: Database, asked: Asked) -> Receiver:
    try:
        return Receiver(database, asked.host, asked.port)
    except (OSError, OverflowError) as error:
        raise CommandError(
            "errors.cannot_listen", host=asked.host, port=asked.port, detail=error
        ) from error


def _address(receiver: Receiver) -> str:
    host = f"[{receiver.host}]" if ":" in receiver.host else receiver.host
    return f"http://{host}:{receiver.port}"


def _tell_counts(database: Database, tell: Teller) -> None:
    try:
        counts = Inbox(database).counts()
    except StorageError as error:
        tell("trouble", error=type(error).__name__)
        return
    if counts != ReportCounts():
        tell(
            "counts",
            unread=counts.unread,
            unmatched=counts.unmatched,
            other=counts.other,
            unreadable=counts.unreadable,
            last_at=counts.last_at.isoformat(timespec="seconds") if counts.last_at else "",
        )
