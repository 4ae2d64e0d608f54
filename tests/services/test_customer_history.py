"""The history of a customer counts what was done, not what was meant."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import update

from desktop.models.records.customers import RequestLine
from desktop.models.states import CaseStanding, CaseState, DispatchState
from desktop.models.tables import Case, Dispatch
from desktop.services.cases import CaseChoice, Cases
from desktop.services.customer_history import requests_of
from desktop.services.lookup import LookUp
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


@pytest.mark.parametrize(
    ("state", "standing"),
    [
        (DispatchState.SENDING, CaseStanding.SENDING),
        (DispatchState.PAUSED, CaseStanding.SENDING_PAUSED),
        (DispatchState.DONE, CaseStanding.SENT),
        (DispatchState.STOPPED, CaseStanding.STOPPED),
    ],
)
def test_that_an_open_case_stands_where_its_dispatch_is_in_every_list(
    world: World, state: DispatchState, standing: CaseStanding
) -> None:
    world.add_incomplete(1)
    dispatch = world.release()
    with world.database.write() as session:
        session.execute(update(Dispatch).values(state=state))
        session.execute(update(Case).values(state=CaseState.SENDING))
    cases = Cases(world.database).lines(CaseChoice.OPEN, "lena")
    (hit,) = LookUp(world.database).search(dispatch.case_no).hits
    assert [line.standing for line in cases] == [standing]
    assert _only_request(world).standing is standing
    assert hit.state is standing
