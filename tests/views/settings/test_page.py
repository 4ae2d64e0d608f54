from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.models.changes import Change
from desktop.models.settings import (
    KANNEL_URL,
    GatewayKind,
    GatewaySettings,
    LimitSettings,
    SenderType,
)
from desktop.models.tables import Setting
from desktop.services.storage.database import Database
from desktop.services.storage.location import url_of
from desktop.services.storage.opening import open_database
from desktop.services.storage.settings import SettingsStore
from desktop.views.settings.page import SettingsPage
from tests.faults import Fault, FaultServer
from tests.support.window import Person, opened_desk

W = TypeVar("W", bound=QWidget)


@pytest.fixture
def database(tmp_path: Path) -> Database:
    return open_database(url_of(str(tmp_path / "desk.sqlite")))


class _Agent:
    """Somebody at the settings page."""

    def __init__(self, person: Person) -> None:
        self.person = person
        person.app.desk.navigator.page_wanted.emit("settings")
        self.page = self._page()
        person.settles()

    def _page(self) -> SettingsPage:
        page = self.person.sees("settings_page")
        assert isinstance(page, SettingsPage)
        return page

    def find(self, kind: type[W], name: str) -> W:
        found = self.page.findChild(kind, name)
        assert found is not None, name
        return found

    def type(self, name: str, text: str) -> None:
        field = self.find(QLineEdit, f"setting_{name}")
        field.setFocus()
        field.selectAll()
        QTest.keyClicks(field, text)
        QTest.keyClick(field, Qt.Key.Key_Return)
        self.person.settles()

    def choose(self, name: str, key: str) -> None:
        box = self.find(QComboBox, f"setting_{name}")
        box.setCurrentIndex(box.findData(key))
        box.activated.emit(box.currentIndex())
        self.person.settles()

    def press(self, name: str) -> None:
        QTest.mouseClick(self.find(QPushButton, name), Qt.MouseButton.LeftButton)
        self.person.settles()

    def problem(self, name: str) -> str:
        label = self.find(QWidget, f"problem_{name}")
        return str(label.property("text")) if label.isVisibleTo(self.page) else ""


@pytest.fixture
def agent(qtbot: QtBot, database: Database, tmp_path: Path) -> Iterator[_Agent]:
    with opened_desk(qtbot, database, tmp_path) as person:
        yield _Agent(person)


def _limits(agent: _Agent) -> LimitSettings:
    return agent.person.app.services.settings.load().limits


def test_that_a_change_is_saved_when_the_field_is_left(agent: _Agent) -> None:
    agent.type("stock_warning", "9")

    assert _limits(agent).stock_warning == 9


def test_that_a_change_can_be_taken_back(agent: _Agent) -> None:
    agent.type("stock_warning", "9")

    agent.press("undo")

    assert _limits(agent).stock_warning == 5
    assert agent.find(QLineEdit, "setting_stock_warning").text() == "5"


@pytest.mark.parametrize(
    ("text", "sentence"), [("2", "Possible is 5 to 120."), ("many", "This cannot be read.")]
)
def test_that_a_wrong_value_is_told_at_its_field_and_not_saved(
    agent: _Agent, text: str, sentence: str
) -> None:
    agent.type("countdown_s", text)

    assert agent.problem("countdown_s") == sentence
    assert _limits(agent).countdown_s == 10


def test_that_a_wrong_value_keeps_no_other_from_being_saved(agent: _Agent) -> None:
    agent.type("countdown_s", "2")

    agent.type("stock_warning", "7")

    assert _limits(agent) == LimitSettings(stock_warning=7)
    assert agent.find(QLineEdit, "setting_countdown_s").text() == "2"


def test_that_times_countries_and_prices_are_read(agent: _Agent) -> None:
    agent.type("opens", "10.30")
    agent.type("countries", "at; de")
    agent.type("price_per_part_tenth_cents", "7,5")

    settings = agent.person.app.services.settings.load()
    assert settings.window.opens.strftime("%H:%M") == "10:30"
    assert settings.reminders.countries == ("AT", "DE")
    assert settings.gateway.price_per_part_tenth_cents == 75


def test_that_the_simulator_asks_for_no_account(agent: _Agent) -> None:
    hidden = ("base_url", "username", "test_mode", "sender_address")
    fields = [agent.find(QWidget, f"setting_{name}") for name in hidden]
    assert not any(field.isVisible() for field in fields)

    agent.choose("kind", "websms")

    assert all(field.isVisible() for field in fields)


def test_that_a_gateway_without_a_user_name_is_not_saved_yet(agent: _Agent) -> None:
    agent.choose("kind", "websms")
    assert agent.problem("username")
    assert agent.person.app.services.settings.load().gateway.kind is GatewayKind.SIMULATOR

    agent.type("username", "desk")

    gateway = agent.person.app.services.settings.load().gateway
    assert (gateway.kind, gateway.username, gateway.test_mode) == (
        GatewayKind.WEBSMS, "desk", True,
    )  # fmt: skip


def test_that_kannel_comes_with_its_usual_address_and_says_what_it_lacks(agent: _Agent) -> None:
    agent.choose("kind", "kannel")

    assert agent.find(QLineEdit, "setting_base_url").text() == KANNEL_URL
    assert not agent.find(QWidget, "setting_test_mode").isVisible()
    assert not agent.find(QWidget, "setting_login").isVisible()
    assert agent.find(QWidget, "setting_username").isVisible()
    told = {str(one.property("text")) for one in agent.page.findChildren(QWidget)}
    assert "Kannel has no test mode: each SMS reaches a phone." in told

    agent.type("username", "desk")

    gateway = agent.person.app.services.settings.load().gateway
    assert (gateway.kind, gateway.base_url, gateway.is_test) == (
        GatewayKind.KANNEL, KANNEL_URL, False,
    )  # fmt: skip


def test_that_an_address_somebody_gave_stays_when_the_gateway_changes(agent: _Agent) -> None:
    agent.choose("kind", "websms")
    agent.type("username", "desk")
    agent.type("base_url", "https://gateway.example/sms")

    agent.choose("kind", "kannel")

    assert agent.find(QLineEdit, "setting_base_url").text() == "https://gateway.example/sms"


def test_that_a_name_that_is_not_registered_is_warned_about(agent: _Agent) -> None:
    agent.choose("kind", "websms")
    agent.type("username", "desk")
    agent.choose("sender_type", SenderType.ALPHANUMERIC.value)

    assert "not registered" in agent.problem("sender_registered")

    QTest.mouseClick(agent.find(QCheckBox, "setting_sender_registered"), Qt.MouseButton.LeftButton)
    agent.person.settles()

    assert agent.problem("sender_registered") == ""
    assert agent.person.app.services.settings.load().gateway.sender_registered


def test_that_a_colleagues_change_is_shown(agent: _Agent, database: Database) -> None:
    SettingsStore(database).save("limits", LimitSettings(stock_warning=12), "Anna")

    field = agent.find(QLineEdit, "setting_stock_warning")
    agent.person.waits_until(lambda: field.text() == "12")


def test_that_stored_nonsense_is_told(agent: _Agent, database: Database) -> None:
    with database.write(Change.SETTINGS) as session:
        session.merge(
            Setting(
                key="limits",
                value={"countdown_s": "soon"},
                changed_at=database.clock(),
                changed_by="x",
            )
        )

    agent.person.waits_until(lambda: "cannot be used" in _banner(agent))


def _banner(agent: _Agent) -> str:
    return "; ".join(
        widget.accessibleName()
        for widget in agent.page.findChildren(QWidget)
        if type(widget).__name__ == "Banner" and widget.isVisible()
    )


def test_that_the_language_changes_at_once(agent: _Agent) -> None:
    agent.choose("language", "de")

    assert agent.person.app.language.code == "de"
    assert agent.person.app.desk.local.value("language") == "de"
    agent.choose("language", "en")


def test_that_the_look_and_the_size_of_text_change_at_once(agent: _Agent) -> None:
    button = agent.find(QPushButton, "test_connection")
    before = button.height()

    agent.choose("scheme", "dark")
    agent.choose("text_size", "150")
    agent.person.waits_until(lambda: button.height() > before)

    assert agent.person.app.theme.scheme.value == "dark"
    agent.choose("text_size", "0")
    agent.choose("scheme", "light")


def test_that_the_examination_lists_its_findings(agent: _Agent) -> None:
    agent.press("examine_desk")

    findings = agent.find(QWidget, "findings")
    texts = [str(child.property("text")) for child in findings.findChildren(QWidget)]
    assert "no damage found" in texts
    assert agent.find(QPushButton, "examine_desk").isEnabled()


# ------------------------------------------------------------------------------- gateway


@pytest.fixture
def server() -> Iterator[FaultServer]:
    with FaultServer() as server:
        yield server


@pytest.fixture
def at_websms(
    qtbot: QtBot, database: Database, tmp_path: Path, server: FaultServer
) -> Iterator[_Agent]:
    settings = GatewaySettings(kind=GatewayKind.WEBSMS, base_url=server.url, username="desk")
    with opened_desk(qtbot, database, tmp_path) as person:
        agent = _Agent(person)
        store = person.app.services.settings
        person.app.services.sending.stop()
        store.save("gateway", settings, "Anna")
        secret = agent.find(QLineEdit, "gateway_secret")
        person.waits_until(secret.isVisible)
        secret.setText("invented")
        yield agent


def _result(agent: _Agent) -> str:
    return agent.find(QWidget, "connection_result").accessibleName()


def test_that_the_password_is_taken_over_and_never_shown(at_websms: _Agent) -> None:
    at_websms.press("keep_secret")

    assert "until the program ends" in _result(at_websms)
    assert at_websms.find(QLineEdit, "gateway_secret").text() == ""


def test_that_the_connection_can_be_tested(at_websms: _Agent, server: FaultServer) -> None:
    at_websms.press("keep_secret")
    at_websms.press("test_connection")

    assert "answers and lets us in" in _result(at_websms)
    assert server.taken == []


def test_that_a_wrong_password_is_told(at_websms: _Agent, server: FaultServer) -> None:
    server.empty_list_fault = Fault.BAD_LOGIN_STATUS
    at_websms.press("keep_secret")
    at_websms.press("test_connection")

    assert _result(at_websms)
    assert "lets us in" not in _result(at_websms)
