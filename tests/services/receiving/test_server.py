from __future__ import annotations

import http.client
import itertools
import json
import logging
import socket
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path

import pytest

from desktop.models.states import SmsState
from desktop.services.receiving import server
from desktop.services.receiving.address import report_path
from desktop.services.receiving.entry import MAX_BODY_BYTES, Pace
from desktop.services.receiving.inbox import Inbox
from desktop.services.receiving.server import Receiver
from desktop.services.sending.answers import Answered
from desktop.services.sending.claims import ClaimedSms
from desktop.services.sending.gateways.base import Scope, SendAnswer
from desktop.services.sending.outbox import Outbox
from desktop.services.sending.policy import Identity, Policy
from tests.faults import wait_for
from tests.support.sending import GATEWAY, HandClock, World

_UNCLEAR = SendAnswer(Scope.UNCLEAR, "", "no_answer")
_OK = {"statusCode": 2000, "statusMessage": "OK"}


@pytest.fixture
def receiver(world: World) -> Iterator[Receiver]:
    made = Receiver(world.database, "127.0.0.1", 0)
    made.start()
    yield made
    made.stop()


class _Caller:
    """A gateway that brings reports."""

    def __init__(self, world: World, receiver: Receiver) -> None:
        self._address = (receiver.host, receiver.port)
        self.path = report_path(world.database)

    def ask(
        self, method: str, path: str, body: bytes | None = None
    ) -> tuple[int, bytes, dict[str, str]]:
        connection = http.client.HTTPConnection(*self._address, timeout=60)
        try:
            connection.request(method, path, body)
            answer = connection.getresponse()
            headers = {name: value for name, value in answer.getheaders() if name != "Date"}
            return answer.status, answer.read(), headers
        finally:
            connection.close()

    def websms(self, sms: str, status: str) -> tuple[int, object]:
        body = {
            "messageType": "deliveryReport",
            "clientMessageId": sms,
            "deliveryReportMessageStatus": status,
        }
        found, answer, _ = self.ask("POST", f"/{self.path}/websms", json.dumps(body).encode())
        return found, json.loads(answer)

    def kannel(self, sms: str, kind: int) -> int:
        return self.ask("GET", f"/{self.path}/kannel?id={sms}&type={kind}&time=1&answer=")[0]


@pytest.fixture
def caller(world: World, receiver: Receiver) -> _Caller:
    return _Caller(world, receiver)


def _unclear(world: World, clock: HandClock, count: int) -> list[ClaimedSms]:
    world.add_incomplete(count)
    world.release()
    clock.forward(10)
    outbox = Outbox(
        world.database, Identity(GATEWAY, "one", test_mode=False), Policy(per_second=1000.0)
    )
    outbox.acquire()
    sms = outbox.turn([], count).sms
    outbox.turn([Answered(one, _UNCLEAR) for one in sms], 0)
    return sms


def test_that_reports_of_both_gateways_settle_unclear_sms(
    world: World, clock: HandClock, caller: _Caller
) -> None:
    sms = _unclear(world, clock, 4)

    assert caller.websms(sms[0].client_message_id, "delivered") == (200, _OK)
    assert caller.websms(sms[1].client_message_id, "expired") == (200, _OK)
    assert caller.kannel(sms[2].client_message_id, 1) == 200
    assert caller.kannel(sms[3].client_message_id, 8) == 200

    expected = {SmsState.DELIVERED: 2, SmsState.UNDELIVERABLE: 1, SmsState.ACCEPTED: 1}
    wait_for(lambda: world.states() == expected)


def test_that_many_at_once_are_all_kept_each_once(
    world: World, clock: HandClock, caller: _Caller
) -> None:
    sms = _unclear(world, clock, 20)
    calls = [one.client_message_id for one in sms for _ in range(3)]

    with ThreadPoolExecutor(6) as pool:
        answers = list(pool.map(lambda number: caller.kannel(number, 1), calls))

    assert answers == [200] * 60
    wait_for(lambda: world.states() == {SmsState.DELIVERED: 20})
    counts = Inbox(world.database).counts()
    assert (counts.unread, counts.unmatched) == (0, 0)


def test_that_a_wrong_secret_sees_what_any_unknown_path_sees(world: World, caller: _Caller) -> None:
    body = b'{"messageType": "deliveryReport", "transferId": "17"}'
    nowhere = caller.ask("POST", "/no/such/path", body)

    assert nowhere[0] == 404
    for path in ("/wrong/websms", f"/{caller.path[:-1]}/websms", f"/{caller.path}/other", "/"):
        assert caller.ask("POST", path, body) == nowhere
    assert Inbox(world.database).counts().last_at is None


def test_that_a_body_over_the_limit_is_refused(world: World, caller: _Caller) -> None:
    status, _, _ = caller.ask("POST", f"/{caller.path}/websms", b"x" * (MAX_BODY_BYTES + 1))

    assert status == 413
    assert Inbox(world.database).counts().last_at is None


def test_that_malformed_json_is_kept_and_refused(world: World, caller: _Caller) -> None:
    status, answer, _ = caller.ask("POST", f"/{caller.path}/websms", b'{"messageType": ')

    assert (status, json.loads(answer)["statusCode"]) == (400, 4000)
    inbox = Inbox(world.database)
    wait_for(lambda: inbox.counts().unreadable == 1)


def test_that_no_request_names_a_number_in_the_log(
    world: World, caller: _Caller, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        body = b'{"messageType": "text", "senderAddress": "436640000017"}'
        caller.ask("POST", f"/{caller.path}/websms", body)
        caller.ask("GET", "/?to=436640000017")
        inbox = Inbox(world.database)
        wait_for(lambda: inbox.counts().other == 1)

    assert "436640000017" not in caplog.text
    assert caller.path not in caplog.text


def test_that_a_fast_caller_is_slowed_down(world: World) -> None:
    receiver = Receiver(world.database, "127.0.0.1", 0, Pace(0.001, 2))
    receiver.start()
    caller = _Caller(world, receiver)

    answers = [caller.kannel(f"sms-{number}", 1) for number in range(4)]
    receiver.stop()

    assert answers == [200, 200, 429, 429]


def test_that_what_came_before_a_crash_is_read_at_the_next_start(
    world: World, clock: HandClock
) -> None:
    (sms,) = _unclear(world, clock, 1)
    Inbox(world.database).keep("kannel", f"id={sms.client_message_id}&type=1".encode())

    receiver = Receiver(world.database, "127.0.0.1", 0)
    receiver.start()
    wait_for(lambda: world.states() == {SmsState.DELIVERED: 1})
    receiver.stop()


def test_that_a_stop_answers_what_has_come_in(world: World, clock: HandClock) -> None:
    sms = _unclear(world, clock, 12)
    receiver = Receiver(world.database, "127.0.0.1", 0)
    receiver.start()
    caller = _Caller(world, receiver)
    answers: list[int] = []
    started = threading.Event()

    def bring() -> None:
        for one in sms:
            try:
                answers.append(caller.kannel(one.client_message_id, 1))
            except (OSError, http.client.HTTPException):
                return  # it listens no more
            started.set()

    thread = threading.Thread(target=bring)
    thread.start()
    assert started.wait(60)
    receiver.stop()
    thread.join()

    # Whatever was acknowledged is in the books.
    assert set(answers) == {200}
    assert world.states().get(SmsState.DELIVERED, 0) >= len(answers)


def test_that_callers_who_never_stop_asking_do_not_hold_up_the_end(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(server, "_ANSWERS_DUE_S", 600.0)
    receiver = Receiver(world.database, "127.0.0.1", 0)
    receiver.start()
    path = report_path(world.database)
    asked = itertools.count()
    answered: list[int] = []

    def ask_on_one_connection() -> None:
        connection = http.client.HTTPConnection(receiver.host, receiver.port, timeout=60)
        try:
            while True:
                connection.request("GET", f"/{path}/kannel?id={next(asked)}&type=1")
                answer = connection.getresponse()
                answer.read()
                answered.append(answer.status)
        except (OSError, http.client.HTTPException):
            connection.close()

    with ThreadPoolExecutor(6) as pool:
        for _ in range(6):
            pool.submit(ask_on_one_connection)
        wait_for(lambda: len(answered) > 20)
        receiver.stop()

    assert set(answered) == {200}
    counts = Inbox(world.database).counts()
    assert counts.unread == 0
    assert counts.unmatched >= len(answered)


def test_that_a_thread_that_is_late_writes_into_no_file_of_somebody_else(
    world: World, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    kept, go_on = threading.Event(), threading.Event()

    def keep(_inbox: Inbox, _gateway: str, _raw: bytes) -> bool:
        kept.set()
        return go_on.wait()

    monkeypatch.setattr(server, "_ANSWERS_DUE_S", 0.05)
    monkeypatch.setattr(Inbox, "keep", keep)
    receiver = Receiver(world.database, "127.0.0.1", 0)
    receiver.start()
    caller = _Caller(world, receiver)
    with ThreadPoolExecutor(1) as pool:
        asked = pool.submit(caller.kannel, "17", 1)
        assert kept.wait(60)
        receiver.stop()
        with ExitStack() as opened:
            others = [opened.enter_context((tmp_path / f"{n}").open("w+b")) for n in range(40)]
            receiver._server.pull_trigger()
            go_on.set()
            wait_for(lambda: not receiver._server.task_dispatcher.threads)
            assert [file.tell() for file in others] == [0] * 40
        with pytest.raises((OSError, http.client.HTTPException)):
            asked.result()
    receiver._server.trigger.close()


def test_that_a_taken_address_is_told(world: World) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(OSError, match="in use"):
        Receiver(world.database, "127.0.0.1", taken.getsockname()[1])
