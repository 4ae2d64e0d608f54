"""The receiver of delivery reports, as a process of its own."""

from __future__ import annotations

import json
import signal
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests

from desktop.services.receiving.address import report_path
from desktop.services.receiving.inbox import Inbox
from desktop.services.storage.database import Database
from tests.faults import wait_for
from tests.support.program import Program, RunningProgram


@pytest.fixture
def program(tmp_path: Path) -> Program:
    return Program(tmp_path / "home")


@pytest.fixture
def database(migrated_sqlite_url: str) -> Iterator[Database]:
    opened = Database(migrated_sqlite_url)
    yield opened
    opened.close()


def _address(running: RunningProgram) -> str:
    wait_for(lambda: "\n" in running.out or running.is_over)
    assert not running.is_over, running.ended()
    return str(json.loads(running.out.splitlines()[0])["address"])


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_that_a_receiver_takes_reports_until_it_is_asked_to_end(
    program: Program, database: Database, number: signal.Signals
) -> None:
    arguments = ("receive", "--port", "0", "--json", "--database", database.place)
    with program.running(*arguments) as running:
        address = f"{_address(running)}/{report_path(database)}/kannel?id=17&type=1&time=1"
        assert requests.get(address, timeout=60).status_code == 200
        ended = running.end(number)

    assert (ended.status, ended.err) == (0, "")
    told = [json.loads(line) for line in ended.out.splitlines()]
    assert [one["event"] for one in told] == ["listening", "counts", "ended"]
    assert (told[1]["unread"], told[1]["unmatched"]) == (0, 1)
    assert report_path(database) not in ended.out


def test_that_whatever_was_acknowledged_outlives_the_receiver(
    program: Program, database: Database
) -> None:
    arguments = ("receive", "--port", "0", "--json", "--database", database.place)
    with program.running(*arguments) as running:
        address = f"{_address(running)}/{report_path(database)}/kannel?type=1&id="
        for number in range(20):
            assert requests.get(f"{address}{number}", timeout=60).status_code == 200
        running.process.kill()
        assert running.process.wait(timeout=60) == -signal.SIGKILL

    counts = Inbox(database).counts()
    assert counts.unread + counts.unmatched == 20


def test_that_an_address_that_others_reach_is_warned_about(
    program: Program, database: Database
) -> None:
    arguments = ("receive", "--host", "0.0.0.0", "--port", "0", "--database", database.place)  # noqa: S104  what the test is about
    with program.running(*arguments) as running:
        wait_for(lambda: "put a reverse proxy with TLS in front" in running.out or running.is_over)
        ended = running.end()

    assert ended.status == 0


def test_that_the_status_counts_what_no_sms_fits(program: Program, database: Database) -> None:
    inbox = Inbox(database)
    inbox.keep("kannel", b"id=17&type=1")
    inbox.settle()
    inbox.keep("kannel", b"id=18&type=1")

    reports = program.run("status", "--json", "--database", database.place).json["reports"]

    assert (reports["unread"], reports["unmatched"], reports["unreadable"]) == (1, 1, 0)
    assert reports["last_at"] is not None


def test_that_a_taken_port_is_told_in_one_sentence(program: Program, database: Database) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        ended = program.run("receive", "--port", str(port), "--database", database.place)

    assert ended.status == 1
    assert ended.sentence.startswith(f"Nobody can listen at 127.0.0.1, port {port}")
