"""A person at the window, on a database that each test fills."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.services.storage.database import Database
from tests.support.window import Person, opened_desk


@pytest.fixture
def database(migrated_sqlite_url: str) -> Iterator[Database]:
    opened = Database(migrated_sqlite_url)
    yield opened
    opened.close()


@pytest.fixture
def person(
    qtbot: QtBot, database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Person]:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    with opened_desk(qtbot, database, tmp_path) as somebody:
        yield somebody
