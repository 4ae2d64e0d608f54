"""The one sentence that says what keeps a dispatch from going on."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from desktop.errors import DatabaseLockedError, DiskFullError, StorageError
from desktop.services.sending.dispatch_lists import DispatchLists
from desktop.views.dispatches.situation import Situation
from desktop.views.dispatches.trouble import trouble_of
from desktop.views.formats import Formats
from desktop.views.theme import StateKind
from tests.support.sending import GATEWAY, World, make_world


@pytest.fixture
def world(migrated_sqlite_url: str) -> Iterator[World]:
    made = make_world(migrated_sqlite_url)
    yield made
    made.database.close()


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (DiskFullError("desk.sqlite3"), "There is no room left on the disk: desk.sqlite3"),
        (DatabaseLockedError("desk.sqlite3"), "Another program is using the database."),
    ],
)
def test_that_a_database_that_takes_nothing_is_told_where_its_dispatch_is_watched(
    world: World, error: StorageError, words: str
) -> None:
    world.add_incomplete(1)
    record = world.release()
    situation = Situation(account=GATEWAY, trouble=error)

    trouble = trouble_of(record, situation, Formats("en"))

    assert trouble is not None
    assert trouble.kind is StateKind.BAD
    assert words in trouble.sentence
    assert "goes on by itself" in trouble.sentence
    world.dispatches.stop(record.id, "lena")
    stopped = DispatchLists(world.database).get(record.id)
    assert trouble_of(stopped, situation, Formats("en")) is None
