"""The house of the number tests, on both engines."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from desktop.services.bundle import Services, build_services
from desktop.services.storage.database import Database
from tests.support.house import Clock


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def database(migrated_url: str, clock: Clock) -> Iterator[Database]:
    opened = Database(migrated_url, clock=clock)
    yield opened
    opened.close()


@pytest.fixture
def services(database: Database) -> Services:
    return build_services(database)
