from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.support.sending import HandClock, RunningClock, World, make_world


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def world(database_url: str, clock: HandClock) -> Iterator[World]:
    """A customer and a service, on both engines; the clock stands still."""
    made = make_world(database_url, clock)
    yield made
    made.database.close()


@pytest.fixture
def running_world(sqlite_url: str) -> Iterator[World]:
    """The same on SQLite with a clock that goes."""
    made = make_world(sqlite_url, RunningClock())
    yield made
    made.database.close()
