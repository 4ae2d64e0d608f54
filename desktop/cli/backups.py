"""The commands ``backup`` and ``restore``."""

from __future__ import annotations

import getpass
import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event
from types import FrameType

from desktop.cli.arguments import Asked
from desktop.cli.output import opened, write, write_json
from desktop.cli.tables import ProgressBar
from desktop.cli.words import Words
from desktop.models.records.backup import DatabaseFacts
from desktop.services.backup.backing_up import Backups
from desktop.services.backup.restoring import Restoring
from desktop.services.storage.location import database_url


def back_up(asked: Asked, words: Words) -> None:
    """Write a backup and say what it holds.

    Raises:
        DeskError: it cannot be made; nothing is left behind.

    """
    bar = ProgressBar(words("backup.progress"))
    with opened(asked, to_write=False) as database, _stopping() as stop:
        backups = Backups(database)
        path = asked.file or backups.suggested()
        try:
            made = backups.make(path.expanduser().absolute(), bar.show, stop, force=asked.force)
        finally:
            bar.clear()
    if asked.json:
        write_json({"path": str(made.path), "bytes": made.size_bytes, **_as_json(made.facts)})
        return
    rows = words.number(sum(made.facts.rows.values()))
    write(words("backup.made", path=made.path, size=words.size(made.size_bytes), rows=rows))
    _warn(made.facts, words)


def restore(asked: Asked, words: Words) -> None:
    """Put a backup back and say where the replaced database lies.

    Raises:
        DeskError: it cannot be done; the database is as it was.

    """
    bar = ProgressBar(words("backup.restoring"))
    url = database_url(asked.database, os.environ)
    with _stopping() as stop:
        try:
            done = Restoring(url, _agent()).restore(_file(asked), bar.show, stop)
        finally:
            bar.clear()
    if asked.json:
        kept = str(done.kept) if done.kept is not None else None
        write_json({"place": done.place, "kept": kept, **_as_json(done.facts)})
        return
    rows = words.number(sum(done.facts.rows.values()))
    write(words("backup.restored", place=done.place, rows=rows))
    if done.kept is not None:
        write(words("backup.kept", kept=done.kept))
    write(words("backup.frozen"))
    _warn(done.facts, words)


def _file(asked: Asked) -> Path:
    return (asked.file or Path()).expanduser().absolute()


def _as_json(facts: DatabaseFacts) -> dict[str, object]:
    return {
        "revision": facts.revision,
        "rows": dict(facts.rows),
        "audit_breaks": facts.audit_breaks,
    }


def _warn(facts: DatabaseFacts, words: Words) -> None:
    if facts.audit_breaks:
        write(words("backup.audit_breaks", count=words.number(facts.audit_breaks)))


def _agent() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "desk"


@contextmanager
def _stopping() -> Iterator[Event]:
    """Let Ctrl+C and SIGTERM end the work in order, so that nothing is left behind."""
    stop = Event()

    def note(_number: int, _frame: FrameType | None) -> None:
        stop.set()

    numbers = (signal.SIGINT, signal.SIGTERM)
    before = [signal.signal(number, note) for number in numbers]
    try:
        yield stop
    finally:
        for number, handler in zip(numbers, before, strict=True):
            signal.signal(number, handler)
