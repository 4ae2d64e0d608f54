"""Setting up asks step by step, with the keyboard alone, and nothing entered is lost."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.errors import DatabaseUnreachableError
from desktop.models.settings import GatewayKind, GatewaySettings
from desktop.models.setup import PlaceKind, Setup, TeamDatabase
from desktop.services.sending.gateways.base import Scope, SendAnswer
from desktop.views.first_start.begin import SetupActs, SetupBegin
from desktop.views.first_start.dialog import SetupDialog
from desktop.views.language import LanguageManager
from desktop.views.settings.controls import ChoiceControl
from desktop.views.tasks import TaskRunner
from desktop.views.widgets.state_label import StateLabel


class _Setup:
    """A dialog with acts that note what they were asked for."""

    def __init__(self, qtbot: QtBot, begin: SetupBegin | None = None) -> None:
        self.qtbot = qtbot
        self.asked: list[tuple[str, str]] = []
        self.sent: list[tuple[GatewaySettings, str, str]] = []
        self.written: list[Setup] = []
        self.decided: list[tuple[Setup, str]] = []
        self.refuses = False
        self.tasks = TaskRunner()
        language = LanguageManager()
        language.apply("en")
        acts = SetupActs(self._try_team, self._send, self._finish)
        self.dialog = SetupDialog(language, self.tasks, acts, begin or SetupBegin())
        self.dialog.decided.connect(self._note)
        self.dialog.show()

    def _try_team(self, address: str, password: str) -> TeamDatabase:
        self.asked.append((address, password))
        if self.refuses:
            raise DatabaseUnreachableError(address)
        return TeamDatabase("16.2", is_ours=True)

    def _send(self, gateway: GatewaySettings, secret: str, number: str, _words: str) -> SendAnswer:
        self.sent.append((gateway, secret, number))
        return SendAnswer(Scope.ACCEPTED)

    def _finish(self, setup: Setup) -> str:
        self.written.append(setup)
        if self.refuses:
            raise DatabaseUnreachableError("desk")
        return "sqlite:///desk.sqlite"

    def _note(self, setup: Setup, url: str) -> None:
        self.decided.append((setup, url))

    @property
    def step(self) -> str:
        (shown,) = (one.key for one in self.dialog.steps if one.isVisible())
        return shown

    def part(self, name: str) -> QWidget:
        found = self.dialog.findChild(QWidget, name)
        assert found is not None, name
        return found

    def press(self, name: str) -> None:
        button = self.part(name)
        assert isinstance(button, QAbstractButton)
        button.click()

    def go_on(self, times: int = 1) -> None:
        """With the keyboard."""
        for _ in range(times):
            QTest.keyClick(self.dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    def type(self, name: str, words: str) -> None:
        field = self.part(name)
        assert isinstance(field, QLineEdit)
        field.clear()
        QTest.keyClicks(field, words)

    def says(self, name: str, words: str) -> bool:
        label = self.part(name)
        assert isinstance(label, StateLabel)
        return label.isVisible() and words in label.word

    def choose_gateway(self, kind: GatewayKind) -> None:
        control = self.part("setting_kind")
        assert isinstance(control, ChoiceControl)
        control.show_value(kind)
        control.edited.emit()

    def close(self) -> None:
        self.dialog.done(0)
        self.tasks.close()
        self.dialog.deleteLater()
        self.tasks.deleteLater()


@pytest.fixture
def setup(qtbot: QtBot) -> Iterator[_Setup]:
    made = _Setup(qtbot)
    yield made
    made.close()


def test_that_every_step_can_be_skipped_and_nothing_is_decided_then(setup: _Setup) -> None:
    seen = [setup.step]
    setup.go_on()
    while setup.step != "summary":
        seen.append(setup.step)
        setup.press("setup_skip")

    assert seen == ["language", "place", "gateway", "window", "provider"]
    assert setup.written == []
    setup.press("setup_next")

    setup.qtbot.waitUntil(lambda: bool(setup.decided))
    assert setup.decided == [(Setup(), "sqlite:///desk.sqlite")]
    assert not setup.dialog.isVisible()


def test_that_the_keyboard_alone_leads_to_the_end(setup: _Setup) -> None:
    setup.go_on(3)
    assert setup.step == "window"
    setup.type("setting_opens", "10:30")
    setup.go_on()
    assert setup.step == "provider"
    QTest.keyClick(setup.dialog, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert setup.step == "window"
    field = setup.part("setting_opens")
    assert isinstance(field, QLineEdit)
    assert field.text() == "10:30"
    setup.go_on(3)

    setup.qtbot.waitUntil(lambda: bool(setup.decided))
    (written,) = setup.written
    assert written.window is not None
    assert written.window.opens == time(10, 30)
    assert (written.gateway, written.provider) == (None, None)


def test_that_a_wrong_value_is_said_where_it_stands(setup: _Setup) -> None:
    setup.go_on(3)
    setup.type("setting_opens", "late")

    setup.go_on()

    assert setup.step == "window"
    assert setup.part("problem_opens").isVisible()
    assert setup.part("setup_wrong").isVisible()
    setup.type("setting_opens", "1")
    assert not setup.part("problem_opens").isVisible()
    setup.press("setup_skip")
    assert setup.step == "provider"


def test_that_escape_asks_and_loses_nothing(setup: _Setup) -> None:
    setup.go_on(4)
    setup.type("setting_name", "Funkhaus")

    QTest.keyClick(setup.dialog, Qt.Key.Key_Escape)
    setup.press("setup_stay")

    assert setup.dialog.isVisible()
    field = setup.part("setting_name")
    assert isinstance(field, QLineEdit)
    assert field.text() == "Funkhaus"
    QTest.keyClick(setup.dialog, Qt.Key.Key_Escape)
    setup.press("setup_close")
    assert not setup.dialog.isVisible()
    assert (setup.written, setup.decided) == ([], [])


def test_that_setting_up_later_starts_with_the_usual_settings(setup: _Setup) -> None:
    setup.go_on(3)
    setup.type("setting_opens", "10:30")

    setup.press("setup_leave")
    setup.press("setup_usual")

    setup.qtbot.waitUntil(lambda: bool(setup.decided))
    assert setup.written == [Setup()]


def test_that_a_demonstration_asks_no_more_and_writes_nothing(setup: _Setup) -> None:
    setup.go_on()
    setup.press("radio_demo")
    setup.go_on()
    assert setup.step == "summary"

    setup.go_on()

    assert setup.decided == [(Setup(PlaceKind.DEMO), "")]
    assert setup.written == []


def test_that_the_database_of_the_team_is_tested_before_it_is_taken(setup: _Setup) -> None:
    setup.go_on()
    setup.press("radio_team")
    setup.go_on()
    assert setup.step == "place"
    setup.type("setup_address", "postgresql://desk@server/desk")
    setup.type("setup_password", "secret")
    setup.refuses = True
    setup.part("setup_test_database").setFocus()
    setup.press("setup_test_database")
    setup.qtbot.waitUntil(lambda: setup.says("setup_database_result", "cannot be reached"))
    assert setup.part("setup_test_database").hasFocus()
    setup.refuses = False
    setup.press("setup_test_database")
    setup.qtbot.waitUntil(lambda: setup.says("setup_database_result", "PostgreSQL 16.2"))

    setup.go_on()

    assert setup.step == "gateway"
    assert setup.asked == [("postgresql://desk@server/desk", "secret")] * 2
    assert setup.dialog.setup == Setup(PlaceKind.TEAM, "postgresql://desk@server/desk", "secret")


def test_that_tab_leads_from_the_kind_of_database_to_its_address(setup: _Setup) -> None:
    setup.go_on()
    setup.press("radio_team")
    setup.part("radio_team").setFocus()

    stops = []
    for _ in range(3):
        QTest.keyClick(setup.dialog.focusWidget(), Qt.Key.Key_Tab)
        stops.append(setup.dialog.focusWidget().objectName())

    assert stops == ["setup_address", "setup_password", "setup_test_database"]


@pytest.mark.parametrize("keeps", [True, False])
def test_that_a_password_that_lasts_for_this_start_only_is_called_so(
    qtbot: QtBot, *, keeps: bool
) -> None:
    setup = _Setup(qtbot, SetupBegin(keeps_passwords=keeps))
    setup.go_on()
    setup.press("radio_team")

    assert setup.part("setup_no_keyring").isVisible() is not keeps
    assert setup.part("setup_password").accessibleName() == (
        "Password; it goes to the system's keyring" if keeps else "Password, for this start only"
    )
    setup.close()


def test_that_a_test_sms_goes_out_with_what_stands_on_the_page(setup: _Setup) -> None:
    setup.go_on(2)
    assert not setup.part("setting_secret").isVisible()
    setup.choose_gateway(GatewayKind.WEBSMS)
    assert setup.part("setting_secret").isVisible()
    setup.type("setting_username", "desk")
    setup.type("setting_secret", "s3")
    setup.type("setting_own_number", "0664 555 01 99")

    setup.press("setup_send_test")

    setup.qtbot.waitUntil(lambda: setup.says("setup_sms_result", "in test mode"))
    (sent,) = setup.sent
    assert sent[0].kind is GatewayKind.WEBSMS
    assert sent[1:] == ("s3", "0664 555 01 99")
    assert setup.dialog.setup.secret == "s3"
    assert setup.written == []


def test_that_what_cannot_be_written_is_said_and_kept(setup: _Setup) -> None:
    setup.refuses = True
    setup.go_on(6)

    setup.qtbot.waitUntil(lambda: setup.says("setup_problem", "cannot be reached"))

    assert setup.dialog.isVisible()
    assert setup.part("setup_next").hasFocus()
    setup.press("setup_back")
    setup.go_on()
    assert not setup.part("setup_problem").isVisible()  # it may have been put right
    setup.refuses = False
    setup.go_on()
    setup.qtbot.waitUntil(lambda: bool(setup.decided))
