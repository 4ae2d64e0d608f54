"""A database that an earlier build has written keeps everything when today's program opens it."""

from __future__ import annotations

import gzip
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from desktop.services.storage import audit
from desktop.services.storage.location import url_of
from desktop.services.storage.migrations import copies_of, current_revision
from desktop.services.storage.opening import open_database, quick_check
from desktop.services.storage.settings import SettingsStore

_EARLIER = Path(__file__).parents[2] / "data" / "desk-0014.sqlite.gz"

Rows = dict[str, tuple[list[str], list[Any]]]


@pytest.fixture
def earlier(tmp_path: Path) -> Path:
    path = tmp_path / "desk.sqlite"
    path.write_bytes(gzip.decompress(_EARLIER.read_bytes()))
    return path


def _rows(path: Path, columns: dict[str, list[str]] | None = None) -> Rows:
    """Return every row of every table, of ``columns`` where they are given."""
    found: Rows = {}
    with closing(sqlite3.connect(path)) as connection:
        names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        for (name,) in names:
            if name == "alembic_version" or (columns is not None and name not in columns):
                continue
            there = [row[1] for row in connection.execute(f'PRAGMA table_info("{name}")')]
            wanted = there if columns is None else columns[name]
            listed = ", ".join(f'"{one}"' for one in wanted)
            rows = connection.execute(f'SELECT {listed} FROM "{name}" ORDER BY rowid')
            found[name] = (wanted, rows.fetchall())
    return found


def test_that_an_upgrade_keeps_every_row_and_setting(earlier: Path) -> None:
    before = _rows(earlier)
    assert len(before["outbound_sms"][1]) == 4

    database = open_database(url_of(str(earlier)))

    settings = SettingsStore(database).load()
    assert settings.provider.name == "Funkhaus Salzach"
    assert settings.limits.second_release_above == 77
    assert settings.rejected == ()
    with database.read() as session:
        assert audit.first_broken_entry(session) is None
    assert current_revision(database) != "0014"
    database.close()
    columns = {name: wanted for name, (wanted, _) in before.items()}
    after = _rows(earlier, columns)
    # Opening takes the write lock once to see that it can write, and changes nothing.
    assert after == before
    assert quick_check(earlier) == "ok"


def test_that_the_database_of_before_lies_beside_an_upgraded_one(earlier: Path) -> None:
    before = _rows(earlier)

    open_database(url_of(str(earlier))).close()

    (copy,) = copies_of(earlier)
    assert "before-0014" in copy.name
    assert _rows(copy) == before
