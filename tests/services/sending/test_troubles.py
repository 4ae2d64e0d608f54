"""What goes wrong around a dispatch that is being sent: it pauses, says why, and goes on."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field

import pytest

from desktop.errors import DatabaseLockedError, StorageError
from desktop.models.states import DispatchState, SmsState
from desktop.services.http import Timeouts
from desktop.services.sending.claims import Judge
from desktop.services.sending.dispatch_lists import DispatchLists
from desktop.services.sending.fence import Clocks
from desktop.services.sending.gateways.websms import WebSms, WebSmsAccount
from desktop.services.sending.options import SenderOptions
from desktop.services.sending.policy import Policy
from desktop.services.sending.sender import Sender
from desktop.services.storage import engine_sqlite
from desktop.services.storage.database import Database
from tests.faults import FaultServer, wait_for
from tests.support.sending import RunningClock, World, make_world

_COUNT = 30


@dataclass
class _Sending:
    """A dispatch of which eight SMS are with a gateway that has not answered yet."""

    world: World
    server: FaultServer
    clock: RunningClock
    sender: Sender
    dispatch_id: int
    troubles: list[StorageError | None] = field(default_factory=list)

    def is_done(self) -> bool:
        record = DispatchLists(self.world.database).get(self.dispatch_id)
        return record.state is DispatchState.DONE

    def everybody_got_one(self, *servers: FaultServer) -> None:
        taken = [sms.recipient for server in servers or (self.server,) for sms in server.taken]
        assert sorted(taken) == sorted(self.world.rows())
        assert self.world.states() == {SmsState.ACCEPTED: _COUNT}
        assert DispatchLists(self.world.database).balance(self.dispatch_id).adds_up


@pytest.fixture
def busy_timeout_ms() -> int:
    """How long the sender's database waits for another program."""
    return engine_sqlite.BUSY_TIMEOUT_MS


@pytest.fixture
def sending(
    migrated_sqlite_url: str, monkeypatch: pytest.MonkeyPatch, busy_timeout_ms: int
) -> Iterator[_Sending]:
    clock = RunningClock()
    with FaultServer() as server:
        world = make_world(migrated_sqlite_url, clock, f"websms:desk@127.0.0.1:{server.port}")
        server.answers.clear()
        world.add_incomplete(_COUNT)
        dispatch_id = world.release().id
        clock.forward(10)
        troubles: list[StorageError | None] = []
        options = SenderOptions(
            policy=Policy(judge=Judge(window=None), per_second=1000.0),
            clocks=Clocks(wall=lambda: clock().timestamp()),
            storage_pause_s=0.05,
            on_trouble=troubles.append,
        )
        account = WebSmsAccount("secret word", "desk", server.url, test_mode=False)
        monkeypatch.setattr(engine_sqlite, "BUSY_TIMEOUT_MS", busy_timeout_ms)
        its_own = Database(migrated_sqlite_url, clock=clock)
        sender = Sender(its_own, WebSms(account, Timeouts(30, 60)), options)
        sender.start()
        wait_for(lambda: server.requests == 8)
        yield _Sending(world, server, clock, sender, dispatch_id, troubles)
        server.answers.set()
        assert sender.stop()
        its_own.close()
        world.database.close()


@pytest.mark.parametrize("busy_timeout_ms", [200])
def test_that_a_database_locked_by_another_program_is_waited_for(
    sending: _Sending, expected_warnings: list[str]
) -> None:
    expected_warnings.append("sending waits for the database: DatabaseLockedError")
    path = sending.world.database.place
    with closing(sqlite3.connect(path, isolation_level=None, timeout=60)) as other_program:
        other_program.execute("BEGIN EXCLUSIVE")
        sending.server.answers.set()
        wait_for(lambda: any(isinstance(one, DatabaseLockedError) for one in sending.troubles))
        assert sending.server.requests == 8
        other_program.execute("ROLLBACK")

    wait_for(sending.is_done)

    wait_for(lambda: sending.troubles[-1] is None)
    sending.everybody_got_one()


def test_that_a_clock_set_back_by_an_hour_in_mid_dispatch_loses_nothing(sending: _Sending) -> None:
    sending.clock.forward(-3600)
    sending.server.answers.set()

    wait_for(sending.is_done)

    sending.everybody_got_one()


def test_that_a_clock_put_forward_by_an_hour_in_mid_dispatch_sends_nobody_two(
    sending: _Sending,
) -> None:
    sending.clock.forward(3600)
    sending.server.answers.set()

    wait_for(sending.is_done)

    sending.everybody_got_one()


def test_that_a_network_gone_for_ten_minutes_is_waited_for_and_sending_goes_on_by_itself(
    sending: _Sending,
) -> None:
    world, server, clock, sender = sending.world, sending.server, sending.clock, sending.sender
    world.dispatches.pause(sending.dispatch_id, "lena")
    server.answers.set()
    wait_for(lambda: world.states() == {SmsState.ACCEPTED: 8, SmsState.QUEUED: _COUNT - 8})
    server.close()
    world.dispatches.resume(sending.dispatch_id, "lena")
    sender.wake()
    wait_for(lambda: world.lease().retry_reason == "no_connection")

    gone_s, failures = 0.0, 1
    while gone_s < 600:
        (account,) = DispatchLists(world.database).accounts()
        assert not account.is_paused
        assert account.retry_at is not None
        pause_s = max(0.0, (account.retry_at - clock()).total_seconds())
        gone_s += pause_s
        failures += 1
        clock.forward(pause_s)
        sender.wake()
        wait_for(lambda failures=failures: world.lease().failures >= failures)  # type: ignore[misc]  # bound at once
    assert world.states() == {SmsState.ACCEPTED: 8, SmsState.QUEUED: _COUNT - 8}
    assert max(sms.tries for sms in world.rows().values()) <= 1

    with FaultServer(port=server.port) as back:
        clock.forward(1000)
        sender.wake()
        wait_for(sending.is_done)

        sending.everybody_got_one(server, back)
        assert world.lease().retry_reason == ""
