"""The window tells when a number gets worse, and the desktop where it is wanted."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QSystemTrayIcon, QWidget
from pytestqt.qtbot import QtBot

from desktop.models.settings import PlatformSettings
from desktop.models.states import SimStatus
from desktop.services.bundle import build_services
from desktop.services.sims.entering import NumberAct
from desktop.services.storage.database import Database
from desktop.services.storage.secrets import Secrets
from desktop.views.local_settings import ALERTS
from tests.support.graph import GraphServer, number, page
from tests.support.house import COLLEAGUE, Clock, House, build_house
from tests.support.window import AGENT, Person, opened_desk


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def database(migrated_sqlite_url: str, clock: Clock) -> Iterator[Database]:
    opened = Database(migrated_sqlite_url, clock=clock)
    yield opened
    opened.close()


@pytest.fixture
def house(database: Database) -> House:
    return build_house(database)


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is told on the desktop; there is none where tests run."""
    sentences: list[str] = []

    def show(_tray: QSystemTrayIcon, _title: str, sentence: str, *_more: object) -> None:
        sentences.append(sentence)

    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: True)
    monkeypatch.setattr(QSystemTrayIcon, "show", lambda _tray: None)
    monkeypatch.setattr(QSystemTrayIcon, "showMessage", show)
    return sentences


@pytest.fixture
def person(qtbot: QtBot, database: Database, house: House, tmp_path: Path) -> Iterator[Person]:
    assert house.stock
    with opened_desk(qtbot, database, tmp_path) as somebody:
        somebody.settles()
        yield somebody


def notice(person: Person) -> str:
    found = person.window.findChild(QWidget, "window_notice")
    assert found is not None
    return found.accessibleName() if found.isVisible() else ""


def test_that_a_colleagues_block_is_told_in_the_window_and_on_the_desktop(
    person: Person, house: House, told: list[str]
) -> None:
    act = NumberAct(COLLEAGUE, "Complaints")
    person.app.services.sim_changes.block(house.number, act)

    person.waits_until(lambda: "has been blocked" in notice(person))
    assert notice(person).startswith("Customer of Werkstatt, Werkstatt: sender number +43")
    assert told == ["A sender number has been blocked."]


def test_that_the_desktop_stays_quiet_where_it_is_not_wanted(
    person: Person, house: House, told: list[str]
) -> None:
    person.app.desk.local.setValue(ALERTS, False)
    person.app.services.sim_changes.warn(house.number, NumberAct(COLLEAGUE, "Quality"))

    person.waits_until(lambda: "has been warned" in notice(person))
    assert told == []


def test_that_what_a_person_enters_is_not_told_to_them(
    person: Person, house: House, told: list[str]
) -> None:
    services = person.app.services
    services.sim_changes.warn(house.number, NumberAct(AGENT, "Quality"))
    other = services.sims.card(house.other_sim).row.msisdn
    services.sim_changes.warn(other, NumberAct(COLLEAGUE, "Quality"))

    person.waits_until(lambda: "Angebote" in notice(person))
    assert "Werkstatt" not in notice(person)
    assert told == ["A sender number has been warned."]


def test_that_the_platform_is_asked_and_a_ban_is_told(
    qtbot: QtBot, database: Database, clock: Clock, house: House, tmp_path: Path, told: list[str]
) -> None:
    secrets = Secrets()
    services = build_services(database, secrets)
    with GraphServer((200, page(number()))) as server:
        account = PlatformSettings(account_id="7", address=server.url)
        services.settings.save("platform", account, AGENT)
        services.platform.give_token("secret")
        services.platform.ask()
        sim = next(row.sim_id for row in services.sims.list().rows if not row.iccid)
        services.sim_changes.block(house.number, NumberAct(AGENT, "Complaints"))
        services.sim_assigning.assign(sim, house.service, NumberAct(AGENT))
        server.answers = [(200, page(number(status="BANNED")))]
        clock.goes_on(minutes=account.every_minutes)
        with opened_desk(qtbot, database, tmp_path, secrets=secrets) as somebody:
            somebody.waits_until(lambda: services.sims.card(sim).row.status is SimStatus.BLOCKED)
            somebody.waits_until(lambda: "has been blocked" in notice(somebody))
    assert told == ["A sender number has been blocked."]
