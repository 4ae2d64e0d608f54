"""The history of a customer counts what was done, not what was meant."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from desktop.models.records.customers import RequestLine
from desktop.services.customer_history import requests_of
from tests.support.sending import HandClock, World, make_world


@pytest.fixture
def world(database_url: str) -> Iterator[World]:
    made = make_world(database_url, HandClock())
    yield made
    made.database.close()


def _only_request(world: World) -> RequestLine:
    with world.database.read() as session:
        (line,) = requests_of(session, 1)
    return line


def test_that_a_dispatch_stopped_in_the_countdown_sent_nothing(world: World) -> None:
    world.add_incomplete(3)
    world.dispatches.stop(world.release().id, "lena")
    assert _only_request(world).sent == 0


def test_that_a_request_without_a_release_has_tells_no_number(world: World) -> None:
    world.open_case()
    assert _only_request(world).sent is None
