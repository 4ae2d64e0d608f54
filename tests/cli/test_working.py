"""The sender without a window, as a process of its own."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop.models.settings import GatewayKind, GatewaySettings
from desktop.models.states import ContactState, SmsState
from desktop.services.sending.gateways.opening import account_of
from desktop.services.storage.settings import SettingsStore
from tests.faults import Fault, FaultServer, wait_for
from tests.support.program import Program, RunningProgram
from tests.support.sending import RunningClock, World, make_world

_ROOT = Path(__file__).parents[2]


@pytest.fixture
def server() -> Iterator[FaultServer]:
    with FaultServer() as made:
        yield made


@pytest.fixture
def program(tmp_path: Path) -> Program:
    return Program(tmp_path / "home")


@pytest.fixture
def world(migrated_sqlite_url: str, server: FaultServer) -> Iterator[World]:
    """A house whose settings lead to the fault server, in test mode: at every hour of the day."""
    made = make_world(migrated_sqlite_url, RunningClock(datetime.now(UTC)))
    settings = GatewaySettings(
        kind=GatewayKind.WEBSMS,
        base_url=server.url,
        username="desk",
        test_mode=True,
        per_second=100,
    )
    SettingsStore(made.database).save("gateway", settings, "lena")
    made.gateway, made.test_mode = account_of(settings).account, True
    made.settings = replace(made.settings, limits=replace(made.settings.limits, countdown_s=1))
    yield made
    made.database.close()


def _release(world: World, count: int) -> list[str]:
    numbers = world.add_incomplete(count)
    world.release(gateway=world.gateway, test_mode=True)
    return numbers


def _place(world: World) -> str:
    return world.database.place


def _runs(running: RunningProgram) -> None:
    wait_for(lambda: "in test mode" in running.out or running.is_over)
    assert not running.is_over, running.ended()


def test_that_a_worker_sends_what_is_there_and_what_comes_and_ends_in_order(
    program: Program, world: World, server: FaultServer
) -> None:
    numbers = _release(world, 5)
    arguments = ("worker", "--database", _place(world), "--password-from-input")
    with program.running(*arguments, given="secret word\n") as running:
        _runs(running)
        wait_for(lambda: world.states() == {SmsState.ACCEPTED: 5})
        for number in numbers:
            world.set_state(number, ContactState.ACTIVE)
        numbers += _release(world, 3)
        wait_for(lambda: world.states() == {SmsState.ACCEPTED: 8})
        ended = running.end()

    assert (ended.status, ended.err) == (0, "")
    assert ended.out.endswith("Ended in order\n")
    assert server.taken_by_recipient() == dict.fromkeys(numbers, 1)
    assert server.authorizations == {"Basic ZGVzazpzZWNyZXQgd29yZA=="}
    # The next sender need not wait for the end of this one's lease.
    assert world.lease().lease_until <= world.database.clock()
    assert "done: 3 recipients, 0 waiting, 3 taken" in ended.out
    for secret in (*numbers, "secret word"):
        assert secret.removeprefix("+") not in ended.out


def test_that_once_ends_when_nothing_is_left(program: Program, world: World) -> None:
    _release(world, 4)
    arguments = ("worker", "--once", "--json", "--database", _place(world))
    with program.running(*arguments, "--password-from-input", given="x\n") as running:
        ended = running.ended()

    assert (ended.status, ended.err) == (0, "")
    assert world.states() == {SmsState.ACCEPTED: 4}
    told = [json.loads(line) for line in ended.out.splitlines()]
    assert [one["event"] for one in told if one["event"] != "dispatch"] == [
        "started_test",
        "nothing_left",
        "ended",
    ]
    last = [one for one in told if one["event"] == "dispatch"][-1]
    assert (last["recipients"], last["waiting"], last["accepted"]) == (4, 0, 4)


def test_that_once_says_by_its_status_that_something_waits(
    program: Program, world: World, server: FaultServer
) -> None:
    server.plan = lambda _recipient: Fault.BAD_LOGIN_CODE
    _release(world, 2)
    arguments = ("worker", "--once", "--database", _place(world), "--password-from-input")
    with program.running(*arguments, given="wrong\n") as running:
        ended = running.ended()

    assert (ended.status, ended.err) == (3, "")
    assert "Sending is paused (invalid_credentials 4001)" in ended.out
    assert "2 SMS wait" in ended.out
    assert world.states() == {SmsState.QUEUED: 2}


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_that_a_worker_that_waits_for_its_password_ends_when_it_is_asked_to(
    program: Program, world: World, server: FaultServer, number: signal.Signals
) -> None:
    _release(world, 2)
    arguments = ("worker", "--database", _place(world), "--password-from-input")
    with program.running(*arguments, given=None) as running:
        # What there is to send is told before the password is read.
        wait_for(lambda: "2 recipients" in running.out or running.is_over)
        ended = running.end(number)

    assert (ended.status, ended.err) == (0, "")
    assert ended.out.endswith("Ended in order\n")
    assert server.requests == 0
    assert world.states() == {SmsState.QUEUED: 2}


def test_that_nothing_is_sent_without_the_password(
    program: Program, world: World, server: FaultServer
) -> None:
    _release(world, 2)

    ended = program.run("worker", "--once", "--database", _place(world))

    assert ended.status == 1
    assert "password of the SMS gateway is not known" in ended.sentence
    assert server.requests == 0


def test_that_a_worker_loads_no_window(world: World) -> None:
    code = (
        "import sys\n"
        "from desktop.__main__ import main\n"
        "status = main()\n"
        "assert not any(name.startswith('PySide6') for name in sys.modules)\n"
        "sys.exit(status)"
    )

    ended = subprocess.run(
        [sys.executable, "-c", code, "worker", "--once", "--database", _place(world),
         "--password-from-input"],
        cwd=_ROOT, input="x\n", capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert ended.returncode == 0, ended.stderr
    assert "Nothing is left to send" in ended.stdout
