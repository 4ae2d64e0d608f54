"""The sender is killed, again and again; the gateway's ledger is held against the database."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator

import pytest

from desktop.models.states import DispatchState, SmsState
from desktop.services.sending.dispatch_lists import DispatchLists
from tests.faults import Fault, FaultServer, wait_for
from tests.support.sender_process import BOUNDARIES
from tests.support.sending import NOON, RunningClock, World, make_world

_CONNECTIONS = 8
_Start = Callable[..., subprocess.Popen[bytes]]


@pytest.fixture
def server() -> Iterator[FaultServer]:
    with FaultServer(latency_s=0.01) as made:
        yield made


@pytest.fixture
def world(database_url: str, server: FaultServer) -> Iterator[World]:
    made = make_world(
        database_url, RunningClock(NOON), gateway=f"websms:desk@127.0.0.1:{server.port}"
    )
    yield made
    made.database.close()


@pytest.fixture
def start(database_url: str, server: FaultServer, world: World) -> Iterator[_Start]:
    """Starts a sender in a process of its own; none survives the test."""
    started: list[subprocess.Popen[bytes]] = []

    def run(*options: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "tests.support.sender_process", database_url, server.url]
        now = world.database.clock().isoformat()
        process = subprocess.Popen([*command, now, *options])
        started.append(process)
        return process

    yield run
    for process in started:
        process.kill()
        process.wait()


def _release(world: World, count: int) -> int:
    world.add_incomplete(count)
    dispatch_id = world.release().id
    assert isinstance(world.database.clock, RunningClock)
    world.database.clock.forward(10)
    return dispatch_id


def _hold_against_each_other(
    world: World, server: FaultServer, dispatch_id: int, kills: int
) -> None:
    taken = server.taken_by_recipient()
    rows = world.rows()
    record = DispatchLists(world.database).get(dispatch_id)
    assert max(taken.values()) == 1, "a number was taken twice"
    assert record.state is DispatchState.DONE
    assert record.balance.adds_up
    for number, sms in rows.items():
        if number in taken:
            assert sms.state in {SmsState.ACCEPTED, SmsState.UNCLEAR}, "unaccounted for"
        else:
            assert sms.state in {SmsState.UNCLEAR, SmsState.FAILED}
        assert sms.state is not SmsState.UNCLEAR or sms.reason
    gone = [sms for sms in rows.values() if sms.reason == "sender_gone"]
    assert len(gone) <= kills * _CONNECTIONS


@pytest.mark.parametrize("boundary", BOUNDARIES)
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_that_a_crash_at_a_boundary_sends_nothing_twice_and_loses_nothing(
    world: World, server: FaultServer, start: _Start, boundary: str
) -> None:
    dispatch_id = _release(world, 40)

    assert start("--boundary", boundary, "--passes", "4").wait(60) == -signal.SIGKILL
    world.end_leases()
    assert start().wait(60) == 0

    _hold_against_each_other(world, server, dispatch_id, kills=1)


def test_that_kills_at_any_moment_send_nothing_twice_and_lose_nothing(
    world: World, server: FaultServer, start: _Start
) -> None:
    chance = random.Random(7)
    dispatch_id = _release(world, 300)
    faults = [Fault.NONE] * 20 + [
        Fault.DROP_AFTER_REQUEST,
        Fault.RESET_AFTER_REQUEST,
        Fault.SERVER_ERROR,
        Fault.BLACKLISTED,
    ]
    by_number = {number: chance.choice(faults) for number in world.rows()}
    server.plan = lambda number: by_number[number]

    kills = 0
    for part in range(1, 5):
        process = start()
        enough = part * 50 + chance.randrange(20)
        wait_for(lambda enough=enough: len(server.taken) >= enough)  # type: ignore[misc]  # bound at once
        process.kill()
        process.wait()
        kills += 1
        world.end_leases()
    assert start().wait(60) == 0

    _hold_against_each_other(world, server, dispatch_id, kills)
