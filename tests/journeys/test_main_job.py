"""The main job in the real window, with the real client against a real server on loopback.

Import, search by last digits, open the customer, filter the incomplete sign-ups, remind them
through the websms client; at the end the server's own ledger is held against the database.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from desktop.models.records.lookup import HitKind
from desktop.models.settings import GatewayKind, GatewaySettings, LimitSettings
from desktop.models.states import CaseState, SmsState
from desktop.models.tables import Case, Contact, OutboundSms
from desktop.services.sending.gateways.opening import secret_key
from desktop.services.storage import audit
from desktop.services.storage.database import Database
from desktop.services.storage.migrations import migrate
from desktop.services.storage.secrets import Secrets
from desktop.services.storage.settings import SettingsStore
from desktop.views.driver import Driver
from desktop.views.main_job import MainJob
from tests.faults import Fault, FaultServer
from tests.support.sending import RunningClock
from tests.support.window import AGENT, Person, opened_desk

WORKDAY = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)
REMINDED = [f"+4366407{place:05}" for place in range(25)]
TOO_OLD = [f"+4366408{place:05}" for place in range(8)]
STARTED = [f"+4366409{place:05}" for place in range(6)]
SENDER = "+436600091100"
PASSWORD = "only for this test"


@pytest.fixture
def export(tmp_path: Path) -> Path:
    """An export of the platform as a folder: one customer, one service, 39 contacts."""
    folder = tmp_path / "export"
    folder.mkdir()
    _write(
        folder / "a.csv",
        ["customer_no", "name", "city", "country", "contact_person", "contact_phone"],
        [["K10000", "Autohaus Winkler", "Wien", "AT", "Elias Eder", "0676 0088159"]],
    )
    _write(
        folder / "b.csv",
        ["service_no", "customer_no", "name", "signup_url", "timezone"],
        [["D2001", "K10000", "Neuwagen-News", "https://example.com/n", "Europe/Vienna"]],
    )
    _write(
        folder / "c.csv",
        ["iccid", "msisdn", "status", "status_since", "service_no", "assigned_at"],
        [["8943010070000000012", SENDER, "active", "2025-10-16", "D2001", "2025-10-16"]],
    )
    recent = [[number, WORKDAY - timedelta(days=3), ""] for number in REMINDED]
    old = [[number, WORKDAY - timedelta(days=45), ""] for number in TOO_OLD]
    started = [
        [number, WORKDAY - timedelta(days=9), WORKDAY - timedelta(days=8)] for number in STARTED
    ]
    _write(
        folder / "d.csv",
        ["service_no", "phone", "entered_at", "started_at"],
        [["D2001", *row] for row in (*recent, *old, *started)],
    )
    return folder


def _write(path: Path, header: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(header)
        writer.writerows(rows)


@pytest.fixture
def database(sqlite_url: str) -> Iterator[Database]:
    opened = Database(sqlite_url, clock=RunningClock(WORKDAY))
    migrate(opened)
    yield opened
    opened.close()


@pytest.fixture
def server() -> Iterator[FaultServer]:
    with FaultServer() as running:
        yield running


@pytest.fixture
def person(
    qtbot: QtBot, database: Database, server: FaultServer, tmp_path: Path
) -> Iterator[Person]:
    settings = SettingsStore(database)
    gateway = GatewaySettings(
        kind=GatewayKind.WEBSMS,
        base_url=server.url,
        username="desk",
        test_mode=False,
        per_second=50,
    )
    settings.save("gateway", gateway, AGENT)
    settings.save("limits", LimitSettings(countdown_s=5), AGENT)
    secrets = Secrets()
    key = secret_key(gateway)
    assert key is not None
    secrets.give(key, PASSWORD)
    with opened_desk(qtbot, database, tmp_path, secrets=secrets) as somebody:
        somebody.settles()
        yield somebody


def _job(person: Person) -> MainJob:
    return MainJob(Driver(person.window, person.app.tasks), person.app.desk, _look)


def _look(_place: str) -> None:
    """Nothing is kept of what is seen on the way."""


def _dispatch_id(person: Person) -> int:
    dispatches = person.app.services.customers.card(1, today=WORKDAY.date()).dispatches
    return dispatches[0].id


def _until_the_release(person: Person, export: Path) -> MainJob:
    job = _job(person)
    job.imports([export])
    person.window.focus_search()
    box = person.sees("searchField")
    QTest.keyClicks(box, "88159")
    person.waits_until(lambda: bool(box.list_open))  # type: ignore[attr-defined]
    QTest.keyClick(box, Qt.Key.Key_Down)
    QTest.keyClick(box, Qt.Key.Key_Return)
    person.sees("start_case")
    assert person.window.current_page == "customer"
    job.lists(1, 1)
    job.begins_reminder()
    job.records_request("Remind everybody who has not started")
    job.agrees()
    return job


def test_that_the_gateways_ledger_and_the_database_agree(
    person: Person, database: Database, server: FaultServer, export: Path
) -> None:
    job = _until_the_release(person, export)
    assert not server.taken
    job.releases()
    job.sends(lambda: _dispatch_id(person))
    job.wraps_up()
    balance = person.app.services.dispatch_lists.balance(_dispatch_id(person))
    assert balance.adds_up
    assert (balance.recipients, balance.count(SmsState.ACCEPTED)) == (25, 25)
    with database.read() as session:
        sent = {sms.e164: sms for sms in session.scalars(select(OutboundSms))}
        reminded = session.scalars(select(Contact.e164).where(Contact.reminders_sent == 1)).all()
        case = session.scalars(select(Case)).one()
        assert audit.first_broken_entry(session) is None
    assert sorted(sent) == sorted(reminded) == REMINDED
    ledger = {f"+{taken.recipient.lstrip('+')}": taken for taken in server.taken}
    assert len(server.taken) == len(ledger) == 25
    assert {number: taken.client_message_id for number, taken in ledger.items()} == {
        number: sms.client_message_id for number, sms in sent.items()
    }
    texts = {taken.body["messageContent"] for taken in server.taken}
    assert len(texts) == 1
    assert "Autohaus Winkler" in texts.pop()
    assert case.state is CaseState.DONE


def test_that_a_stop_in_the_countdown_lets_nothing_leave(
    person: Person, database: Database, server: FaultServer, export: Path
) -> None:
    SettingsStore(database).save("limits", LimitSettings(countdown_s=120), AGENT)
    job = _until_the_release(person, export)
    job.releases()
    QTest.keyClick(person.window, Qt.Key.Key_Escape)
    services = person.app.services
    person.waits_until(
        lambda: (
            services.dispatch_lists.balance(_dispatch_id(person)).count(SmsState.CANCELLED) == 25
        )
    )
    assert server.taken == []
    assert services.dispatch_lists.balance(_dispatch_id(person)).adds_up


def test_that_a_lost_answer_becomes_unclear_and_is_not_sent_again(
    person: Person, server: FaultServer, export: Path
) -> None:
    lost = REMINDED[7]
    server.plan = lambda number: (
        Fault.DROP_AFTER_REQUEST if number.endswith(lost[1:]) else Fault.NONE
    )
    job = _until_the_release(person, export)
    job.releases()
    job.sends(lambda: _dispatch_id(person))
    balance = person.app.services.dispatch_lists.balance(_dispatch_id(person))
    assert balance.adds_up
    assert (balance.count(SmsState.ACCEPTED), balance.count(SmsState.UNCLEAR)) == (24, 1)
    assert set(server.taken_by_recipient().values()) == {1}
    hits = person.app.services.look_up.search(lost).hits
    assert hits[0].kind is HitKind.CONTACT
