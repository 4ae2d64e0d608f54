"""Writes results to standard output, and opens what the commands work on."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.cli.arguments import Asked
    from desktop.services.storage.database import Database


def write(text: str) -> None:
    """Write a line of the result."""
    sys.stdout.write(f"{text}\n")


def write_json(value: object) -> None:
    """Write the whole result as JSON."""
    write(json.dumps(value, ensure_ascii=False, indent=2))


@contextmanager
def opened(asked: Asked, *, to_write: bool = False) -> Iterator[Database]:
    """Open the database that was asked for and close it in the end.

    Raises:
        DeskError: it cannot be opened.

    """
    from desktop.services.storage.location import database_url
    from desktop.services.storage.opening import open_database

    database = open_database(database_url(asked.database, os.environ), to_write=to_write)
    try:
        yield database
    finally:
        database.close()
