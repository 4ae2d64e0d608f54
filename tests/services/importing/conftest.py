from __future__ import annotations

from collections.abc import Iterator

import pytest

from desktop.services.storage.database import Database


@pytest.fixture
def database(migrated_url: str) -> Iterator[Database]:
    """An empty database; the test runs on both engines."""
    database = Database(migrated_url)
    yield database
    database.close()


@pytest.fixture
def sqlite(migrated_sqlite_url: str) -> Iterator[Database]:
    """An empty SQLite database."""
    database = Database(migrated_sqlite_url)
    yield database
    database.close()
