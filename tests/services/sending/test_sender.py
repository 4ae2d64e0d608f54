from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta

import pytest
from sqlalchemy import Connection, event, text

from desktop.errors import DiskFullError, StorageError
from desktop.models.send_window import SendWindow
from desktop.models.states import ContactState, DispatchState, SmsState
from desktop.services.http import Timeouts
from desktop.services.sending.claims import Judge
from desktop.services.sending.dispatch_lists import DispatchLists
from desktop.services.sending.fence import Clocks
from desktop.services.sending.gateways.base import Gateway
from desktop.services.sending.gateways.simulator import Behaviour, Simulator
from desktop.services.sending.gateways.websms import WebSms, WebSmsAccount
from desktop.services.sending.options import SenderOptions
from desktop.services.sending.policy import Policy
from desktop.services.sending.reports import DeliveryReport
from desktop.services.sending.sender import Sender
from tests.faults import Fault, FaultServer, Plan, wait_for
from tests.support.sending import RunningClock, World

_PATIENT = Timeouts(connect_s=30, read_s=60)
"""An answer that is late on a busy machine is no lost answer."""

_BRIEF = Timeouts(connect_s=30, read_s=5)
"""Where the gateway hangs and the end of the wait is what is tested."""

_FAST = Policy(judge=Judge(window=None), per_second=1000.0)

_OUTCOMES = {
    Fault.NONE: SmsState.ACCEPTED,
    Fault.QUEUED: SmsState.ACCEPTED,
    Fault.RESET_AFTER_REQUEST: SmsState.UNCLEAR,
    Fault.DROP_AFTER_REQUEST: SmsState.UNCLEAR,
    Fault.DROP_UNTAKEN: SmsState.UNCLEAR,
    Fault.HANG: SmsState.UNCLEAR,
    Fault.GARBAGE: SmsState.UNCLEAR,
    Fault.HALF_ANSWER: SmsState.UNCLEAR,
    Fault.FOREIGN_HTML: SmsState.UNCLEAR,
    Fault.SERVER_ERROR: SmsState.UNCLEAR,
    Fault.REDIRECT: SmsState.UNCLEAR,
    Fault.DRIP: SmsState.UNCLEAR,
    Fault.BLACKLISTED: SmsState.FAILED,
    Fault.INVALID_RECIPIENT: SmsState.FAILED,
}
"""What becomes of an SMS whose number meets a fault, without a person's help."""


@pytest.fixture
def server() -> Iterator[FaultServer]:
    with FaultServer() as made:
        yield made


def _websms(server: FaultServer, timeouts: Timeouts = _PATIENT) -> WebSms:
    account = WebSmsAccount("secret word", "desk", server.url, test_mode=False)
    return WebSms(account, timeouts)


@contextmanager
def _sending(
    world: World, gateway: Gateway, options: SenderOptions | None = None
) -> Iterator[Sender]:
    sender = Sender(world.database, gateway, options or SenderOptions(policy=_FAST))
    sender.start()
    try:
        yield sender
    finally:
        assert sender.stop()


def _hold_from(server: FaultServer, first: int) -> Plan:
    """Answers until the given request of all, then lets everybody wait."""

    def plan(_number: str) -> Fault:
        # It is asked before its own request is counted.
        if server.requests + 1 >= first:
            server.answers.clear()
        return Fault.NONE

    return plan


def _release(world: World, gateway: Gateway, count: int, countdown_s: float = 0.0) -> int:
    world.add_incomplete(count)
    record = world.release(gateway=gateway.account, test_mode=gateway.test_mode)
    assert isinstance(world.database.clock, RunningClock)
    world.database.clock.forward(10 - countdown_s)
    return record.id


def _state(world: World, dispatch_id: int) -> DispatchState:
    return DispatchLists(world.database).get(dispatch_id).state


def _is(world: World, dispatch_id: int, state: DispatchState) -> Callable[[], bool]:
    return lambda: _state(world, dispatch_id) is state


def _hold_ledgers_against_each_other(world: World, server: FaultServer) -> None:
    taken = server.taken_by_recipient()
    assert max(taken.values(), default=0) <= 1
    rows = world.rows()
    assert set(taken) <= set(rows)
    for number, sms in rows.items():
        if sms.state in {SmsState.ACCEPTED, SmsState.DELIVERED}:
            assert number in taken
        if sms.state in {SmsState.QUEUED, SmsState.FAILED, SmsState.CANCELLED, SmsState.EXCLUDED}:
            assert number not in taken
    ids = {one.client_message_id for one in server.taken}
    assert ids <= {sms.client_message_id for sms in rows.values()}


def test_that_everybody_gets_one_sms_over_kept_connections(
    running_world: World, server: FaultServer
) -> None:
    gateway = _websms(server)
    dispatch_id = _release(running_world, gateway, 60)

    with _sending(running_world, gateway):
        wait_for(_is(running_world, dispatch_id, DispatchState.DONE))

    assert server.taken_by_recipient() == dict.fromkeys(running_world.rows(), 1)
    assert server.connections <= 8
    record = DispatchLists(running_world.database).get(dispatch_id)
    assert record.balance.states == {SmsState.ACCEPTED: 60}
    assert record.balance.adds_up
    assert running_world.lease().lease_until <= running_world.database.clock()


def test_that_it_waits_for_the_end_of_the_countdown_by_itself(
    running_world: World, server: FaultServer
) -> None:
    gateway = _websms(server)
    dispatch_id = _release(running_world, gateway, 2, countdown_s=0.7)

    with _sending(running_world, gateway):
        wait_for(_is(running_world, dispatch_id, DispatchState.DONE))

    record = DispatchLists(running_world.database).get(dispatch_id)
    assert record.first_sent_at is not None
    assert record.first_sent_at >= record.starts_at


def test_that_a_release_wakes_a_sleeping_sender(running_world: World, server: FaultServer) -> None:
    gateway = _websms(server)
    with _sending(running_world, gateway) as sender:
        wait_for(lambda: bool(DispatchLists(running_world.database).accounts()))
        dispatch_id = _release(running_world, gateway, 2)
        sender.wake()
        wait_for(_is(running_world, dispatch_id, DispatchState.DONE))


def test_that_every_fault_ends_in_its_state_and_nobody_gets_two(
    running_world: World, server: FaultServer
) -> None:
    faults = list(_OUTCOMES) * 3
    gateway = _websms(server, _BRIEF)
    dispatch_id = _release(running_world, gateway, len(faults))
    by_number = dict(zip(sorted(running_world.rows()), faults, strict=True))
    server.plan = lambda number: by_number[number]
    options = SenderOptions(policy=_FAST, unclear_in_a_row=1000)

    with _sending(running_world, gateway, options):
        wait_for(_is(running_world, dispatch_id, DispatchState.DONE))

    rows = running_world.rows()
    assert {n: rows[n].state for n in rows} == {n: _OUTCOMES[by_number[n]] for n in rows}
    _hold_ledgers_against_each_other(running_world, server)
    assert DispatchLists(running_world.database).balance(dispatch_id).adds_up


def test_that_a_throttled_sender_waits_and_then_sends_everything_once(
    running_world: World, server: FaultServer
) -> None:
    gateway = _websms(server)
    dispatch_id = _release(running_world, gateway, 12)
    server.plan = lambda _number: Fault.THROTTLED
    clock = running_world.database.clock
    assert isinstance(clock, RunningClock)

    with _sending(running_world, gateway) as sender:
        wait_for(lambda: running_world.lease().retry_reason == "throttled")
        server.plan = lambda _number: Fault.NONE
        while _state(running_world, dispatch_id) is not DispatchState.DONE:
            if sender.next_at is not None and sender.next_at > clock():
                clock.forward((sender.next_at - clock()).total_seconds())
            sender.wake()

    assert server.taken_by_recipient() == dict.fromkeys(running_world.rows(), 1)


@pytest.mark.parametrize(
    ("fault", "reason", "code"),
    [
        (Fault.BAD_LOGIN_STATUS, "invalid_credentials", "401"),
        (Fault.BAD_LOGIN_CODE, "invalid_credentials", "4001"),
        (Fault.QUOTA, "quota_reached", "4013"),
    ],
)
def test_that_a_refused_account_pauses_all_and_goes_on_when_a_person_says_so(
    running_world: World, server: FaultServer, fault: Fault, reason: str, code: str
) -> None:
    gateway = _websms(server)
    dispatch_id = _release(running_world, gateway, 20)
    server.plan = lambda _number: fault

    with _sending(running_world, gateway) as sender:
        wait_for(lambda: running_world.lease().paused_reason != "")
        lease = running_world.lease()
        assert (lease.paused_reason, lease.paused_code) == (reason, code)
        wait_for(lambda: running_world.states() == {SmsState.QUEUED: 20})
        assert server.requests <= 8
        server.plan = lambda _number: Fault.NONE
        running_world.dispatches.resume_account(gateway.account, "lena")
        sender.wake()
        wait_for(_is(running_world, dispatch_id, DispatchState.DONE))

    assert server.taken_by_recipient() == dict.fromkeys(running_world.rows(), 1)


def test_that_an_unreachable_gateway_is_waited_for_without_using_up_tries(
    running_world: World,
) -> None:
    with FaultServer() as gone:
        gateway = _websms(gone)
        port = gone.port
    dispatch_id = _release(running_world, gateway, 20)
    clock = running_world.database.clock
    assert isinstance(clock, RunningClock)

    with _sending(running_world, gateway) as sender:
        with _nobody_listens(port):
            wait_for(lambda: running_world.lease().retry_reason == "no_connection")
            for failures in range(2, 6):
                clock.forward(1000)
                sender.wake()
                wait_for(lambda failures=failures: running_world.lease().failures >= failures)  # type: ignore[misc]  # bound at once
            assert max(sms.tries for sms in running_world.rows().values()) <= 1
        with FaultServer(port=port) as back:
            clock.forward(1000)
            sender.wake()
            wait_for(_is(running_world, dispatch_id, DispatchState.DONE))
            assert back.taken_by_recipient() == dict.fromkeys(running_world.rows(), 1)


@contextmanager
def _nobody_listens(port: int) -> Iterator[None]:
    """Hold a port, so that no server of another test is given it meanwhile."""
    with socket.socket() as held:
        held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        held.bind(("127.0.0.1", port))
        yield


def test_that_a_gateway_that_only_answers_nonsense_is_stopped(
    running_world: World, server: FaultServer
) -> None:
    gateway = _websms(server)
    _release(running_world, gateway, 200)
    server.plan = lambda _number: Fault.SERVER_ERROR

    with _sending(running_world, gateway):
        wait_for(lambda: running_world.lease().paused_reason == "unclear_in_a_row")

    states = running_world.states()
    assert states[SmsState.UNCLEAR] <= 10 + 8 + 8
    assert states[SmsState.QUEUED] >= 170
    _hold_ledgers_against_each_other(running_world, server)


def test_that_a_stop_ends_a_dispatch_between_two_sms(
    running_world: World, server: FaultServer
) -> None:
    gateway = _websms(server)
    dispatch_id = _release(running_world, gateway, 200)
    server.plan = _hold_from(server, 17)

    with _sending(running_world, gateway):
        wait_for(lambda: not server.answers.is_set())
        running_world.dispatches.stop(dispatch_id, "lena")
        server.answers.set()
        wait_for(lambda: SmsState.SENDING not in running_world.states())

    record = DispatchLists(running_world.database).get(dispatch_id)
    assert record.state is DispatchState.STOPPED
    assert record.balance.adds_up
    assert set(record.balance.states) == {SmsState.ACCEPTED, SmsState.CANCELLED}
    assert record.balance.states[SmsState.ACCEPTED] == len(server.taken) < 200
    _hold_ledgers_against_each_other(running_world, server)


def test_that_nobody_who_opts_out_during_sending_gets_one_afterwards(
    running_world: World, server: FaultServer
) -> None:
    gateway = _websms(server)
    dispatch_id = _release(running_world, gateway, 100)
    last = sorted(running_world.rows())[-20:]
    server.answers.clear()

    with _sending(running_world, gateway):
        wait_for(lambda: server.requests == 8)
        for number in last:
            running_world.set_state(number, ContactState.UNSUBSCRIBED)
        server.answers.set()
        wait_for(_is(running_world, dispatch_id, DispatchState.DONE))

    left_out = {n for n, sms in running_world.rows().items() if sms.state is SmsState.EXCLUDED}
    assert left_out == set(last)
    _hold_ledgers_against_each_other(running_world, server)


def test_that_a_computer_that_slept_does_not_send(
    running_world: World, server: FaultServer
) -> None:
    gateway = _websms(server)
    _release(running_world, gateway, 3)
    slept = iter(range(0, 10_000_000, 1000))
    options = SenderOptions(policy=_FAST, clocks=Clocks(boot=lambda: float(next(slept))))

    with _sending(running_world, gateway, options):
        wait_for(lambda: all(sms.claim_epoch > 1 for sms in running_world.rows().values()))

    assert server.requests == 0
    assert running_world.states() == {SmsState.QUEUED: 3}
    assert all(sms.tries == 0 for sms in running_world.rows().values())


def test_that_stopping_the_program_records_what_is_under_way(
    running_world: World, server: FaultServer
) -> None:
    gateway = _websms(server)
    server.latency_s = 0.3
    _release(running_world, gateway, 50)

    with _sending(running_world, gateway):
        wait_for(lambda: server.requests >= 8)

    states = running_world.states()
    assert SmsState.SENDING not in states
    assert states[SmsState.ACCEPTED] == len(server.taken)
    _hold_ledgers_against_each_other(running_world, server)


def test_that_only_one_of_two_senders_of_an_account_sends_at_a_time(
    running_world: World, server: FaultServer
) -> None:
    server.latency_s = 0.01
    first, second = _websms(server), _websms(server)
    dispatch_id = _release(running_world, first, 100)

    with _sending(running_world, first), _sending(running_world, second):
        wait_for(_is(running_world, dispatch_id, DispatchState.DONE))

    assert server.taken_by_recipient() == dict.fromkeys(running_world.rows(), 1)
    assert len({sms.claim_owner for sms in running_world.rows().values()}) == 1


def test_that_a_sender_tells_for_whom_it_waits_and_takes_over_when_that_one_ends(
    running_world: World, server: FaultServer
) -> None:
    first, second = _websms(server), _websms(server)
    server.answers.clear()
    dispatch_id = _release(running_world, first, 20)

    with _sending(running_world, second) as waiting:
        with _sending(running_world, first) as active:
            # Whoever comes first sends; the other one waits.
            wait_for(lambda: server.requests == 8)
            wait_for(lambda: (waiting.waits_for is None) is not (active.waits_for is None))
            behind = waiting if active.waits_for is None else active
            other = behind.waits_for
            assert other is not None
            assert other.host == socket.gethostname()
            assert timedelta() < other.until - running_world.database.clock()
            server.answers.set()
        wait_for(_is(running_world, dispatch_id, DispatchState.DONE))

    assert server.taken_by_recipient() == dict.fromkeys(running_world.rows(), 1)


def test_that_the_simulator_reports_deliveries_later(running_world: World) -> None:
    behaviour = Behaviour(latency_s=0.01, delivery_s=0.3, never_reported=0)
    gateway = Simulator(behaviour, running_world.database.clock)
    dispatch_id = _release(running_world, gateway, 40)

    with _sending(running_world, gateway):
        wait_for(_is(running_world, dispatch_id, DispatchState.DONE))
        wait_for(lambda: SmsState.ACCEPTED not in running_world.states())

    assert running_world.states()[SmsState.DELIVERED] > 30
    assert DispatchLists(running_world.database).balance(dispatch_id).adds_up


def test_that_a_full_disk_while_recording_loses_nothing_and_goes_on_by_itself(
    running_world: World, server: FaultServer, expected_warnings: list[str]
) -> None:
    expected_warnings.append("sending waits for the database: DiskFullError")
    gateway = _websms(server)
    server.answers.clear()
    dispatch_id = _release(running_world, gateway, 30)
    disk = _SmallDisk(running_world)
    trouble: list[StorageError | None] = []
    options = SenderOptions(policy=_FAST, storage_pause_s=0.05, on_trouble=trouble.append)

    with _sending(running_world, gateway, options):
        wait_for(lambda: server.requests == 8)
        disk.full = True
        server.answers.set()
        wait_for(lambda: any(isinstance(error, DiskFullError) for error in trouble))
        wait_for(lambda: len(trouble) > 10)
        assert server.requests == 8
        assert running_world.states() == {SmsState.SENDING: 8, SmsState.QUEUED: 22}
        disk.full = False
        wait_for(_is(running_world, dispatch_id, DispatchState.DONE))

    assert trouble[-1] is None
    assert running_world.states() == {SmsState.ACCEPTED: 30}
    assert server.taken_by_recipient() == dict.fromkeys(running_world.rows(), 1)


class _SmallDisk:
    """Makes each change of an SMS need room, and says how much there is."""

    def __init__(self, world: World) -> None:
        self.full = False
        with world.database.write() as session:
            session.execute(text("CREATE TABLE ballast (weight BLOB)"))
            session.execute(
                text(
                    "CREATE TRIGGER heavy AFTER UPDATE OF state ON outbound_sms BEGIN"
                    " INSERT INTO ballast VALUES (randomblob(100000)); END"
                )
            )
        event.listen(world.database.engine, "begin", self._measure)

    def _measure(self, connection: Connection) -> None:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        most = pages if self.full else 1_000_000_000
        connection.exec_driver_sql(f"PRAGMA max_page_count = {most}")


def test_that_a_database_that_stays_full_makes_the_rest_unclear_at_the_next_start(
    running_world: World, server: FaultServer, expected_warnings: list[str]
) -> None:
    expected_warnings.append("sending waits for the database")
    gateway = _websms(server)
    server.answers.clear()
    _release(running_world, gateway, 30)
    disk = _SmallDisk(running_world)

    with _sending(running_world, gateway, SenderOptions(policy=_FAST, storage_pause_s=0.05)):
        wait_for(lambda: server.requests == 8)
        disk.full = True
        server.answers.set()

    disk.full = False
    running_world.end_leases()
    fresh = Sender(running_world.database, _websms(server), SenderOptions(policy=_FAST))
    assert fresh.recover().unclear == 8
    assert running_world.states() == {SmsState.UNCLEAR: 8, SmsState.QUEUED: 22}
    _hold_ledgers_against_each_other(running_world, server)


def test_that_closed_hours_are_waited_for(running_world: World, server: FaultServer) -> None:
    gateway = _websms(server)
    clock = running_world.database.clock
    assert isinstance(clock, RunningClock)
    dispatch_id = _release(running_world, gateway, 3)
    clock.forward(9 * 3600)
    policy = Policy(judge=Judge(window=SendWindow()), per_second=1000.0)

    with _sending(running_world, gateway, SenderOptions(policy=policy)) as sender:
        wait_for(lambda: running_world.database.clock() is not None and bool(running_world.lease()))
        wait_for(lambda: sender.next_at is not None)
        assert server.requests == 0
        night = sender.next_at
        assert night is not None
        assert night - clock() > timedelta(hours=10)
        clock.forward(13 * 3600)
        sender.wake()
        wait_for(_is(running_world, dispatch_id, DispatchState.DONE))


class _StumblingSimulator(Simulator):
    """Meets a bug of ours in its first rounds."""

    stumbles = 2

    def collect_reports(self) -> tuple[DeliveryReport, ...]:
        if self.stumbles:
            self.stumbles -= 1
            raise ValueError("a bug")
        return super().collect_reports()


def test_that_a_bug_in_a_round_does_not_end_sending_unseen(
    running_world: World, expected_warnings: list[str]
) -> None:
    expected_warnings.append("a round of the sender failed")
    gateway = _StumblingSimulator(Behaviour(latency_s=0.01), running_world.database.clock)
    dispatch_id = _release(running_world, gateway, 2)
    options = SenderOptions(policy=_FAST, storage_pause_s=0.01)
    with _sending(running_world, gateway, options):
        wait_for(_is(running_world, dispatch_id, DispatchState.DONE))
    assert gateway.stumbles == 0
