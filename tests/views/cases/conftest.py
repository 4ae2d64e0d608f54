"""An opened desk with one customer and its sign-ups, on a real database with the real sender."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.services.storage.database import Database
from tests.support.cases import CaseWorker, furnish
from tests.support.window import opened_desk


@pytest.fixture
def database(migrated_sqlite_url: str) -> Iterator[Database]:
    opened = Database(migrated_sqlite_url)
    furnish(opened)
    yield opened
    opened.close()


@pytest.fixture
def worker(qtbot: QtBot, database: Database, tmp_path: Path) -> Iterator[CaseWorker]:
    with opened_desk(qtbot, database, tmp_path) as person:
        yield CaseWorker(person)
