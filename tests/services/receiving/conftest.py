from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.support.sending import HandClock, World, make_world


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def world(migrated_url: str, clock: HandClock) -> Iterator[World]:
    """A customer and a service, on both engines; the clock stands still."""
    made = make_world(migrated_url, clock)
    yield made
    made.database.close()


@pytest.fixture
def sqlite_world(migrated_sqlite_url: str, clock: HandClock) -> Iterator[World]:
    """The same on SQLite alone."""
    made = make_world(migrated_sqlite_url, clock)
    yield made
    made.database.close()
