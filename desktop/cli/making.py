"""The command ``demo``: makes the data; the window that shows them is opened by ``__main__``."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from threading import Event

from desktop.cli.arguments import Asked
from desktop.cli.output import write, write_json
from desktop.cli.tables import ProgressBar
from desktop.cli.words import Words
from desktop.errors import ConflictError, InvalidValueError
from desktop.services.demo import DemoSummary, make_demo
from desktop.services.storage.database import Database
from desktop.services.storage.location import database_url, url_of
from desktop.services.storage.opening import open_database


def make_only(asked: Asked, words: Words) -> None:
    """Make the demo in the database that was named, without opening the window.

    Raises:
        InvalidValueError: none was named, or it holds customers already.
        DeskError: it cannot be written.

    """
    if asked.database is None:
        raise InvalidValueError("database", "needed")
    began = time.monotonic()
    database = open_database(database_url(asked.database, os.environ))
    try:
        summary = fill(database, words)
    finally:
        database.close()
    seconds = time.monotonic() - began
    if asked.json:
        write_json({**asdict(summary), "seconds": round(seconds, 1), "place": database.place})
        return
    facts = {name: words.number(count) for name, count in asdict(summary).items()}
    facts |= {"seconds": words.number(seconds, 1), "place": database.place}
    write(words.fill("demo.made", facts))


def fill(database: Database, words: Words) -> DemoSummary:
    """Fill an empty database, with a progress bar for a person at a terminal.

    Raises:
        InvalidValueError: it holds customers already.
        DeskError: it cannot be written.

    """
    bar = ProgressBar(words("demo.progress"))
    try:
        return fill_reporting(database, bar.show, Event())
    finally:
        bar.clear()


def fill_reporting(database: Database, report: Callable[[float], None], stop: Event) -> DemoSummary:
    """Fill an empty database and report how far that is, 0 to 1.

    Raises:
        InvalidValueError: it holds customers already.
        CancelledError: ``stop`` was set.
        DeskError: it cannot be written.

    """
    try:
        return make_demo(database, report, stop, now=datetime.now(UTC))
    except ConflictError as error:
        raise InvalidValueError("database", "not_empty") from error


@contextmanager
def demo_url(asked: Asked) -> Iterator[str]:
    """Give the URL that was named, or that of a database in a folder removed in the end."""
    if asked.database is not None:
        yield database_url(asked.database, os.environ)
        return
    with tempfile.TemporaryDirectory(prefix="solution-desk-", ignore_cleanup_errors=True) as folder:
        yield url_of(str(Path(folder) / "demo.sqlite"))
