"""Pictures of the dialog that sets the desk up, as it looks at the first start."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QAbstractButton, QWidget

from desktop.app import DeskApp
from desktop.models.settings import GatewayKind
from desktop.models.setup import Setup, TeamDatabase
from desktop.services.sending.gateways.base import Scope, SendAnswer
from desktop.views.driver import Driver
from desktop.views.first_start.begin import SetupActs, SetupBegin
from desktop.views.first_start.dialog import SetupDialog
from desktop.views.settings.controls import ChoiceControl
from desktop.views.theme import px

Station = Callable[[Driver, DeskApp], None]


class _ForPictures(SetupDialog):
    """Goes without a question."""

    def reject(self) -> None:
        self.done(0)

    def restyle(self) -> None:
        super().restyle()
        self.setFixedSize(px(1120), px(680))  # whatever room the screen has


def _opened(desk: DeskApp, *, keeps_passwords: bool = True) -> SetupDialog:
    desk.window.show_page("start")  # the fields of the settings have the same names
    acts = SetupActs(
        lambda _address, _password: TeamDatabase("16.2", is_ours=True),
        lambda *_what: SendAnswer(Scope.ACCEPTED),
        lambda _setup: "",
    )
    begin = SetupBegin(Setup(), keeps_passwords=keeps_passwords)
    dialog = _ForPictures(desk.language, desk.tasks, acts, begin, parent=desk.window)
    dialog.finished.connect(dialog.deleteLater)
    dialog.show()
    return dialog


def _press(dialog: SetupDialog, name: str) -> None:
    button = dialog.findChild(QAbstractButton, name)
    if button is not None:
        button.click()


def _at(steps: int) -> Station:
    def go(_driver: Driver, desk: DeskApp) -> None:
        dialog = _opened(desk)
        for _ in range(steps):
            _press(dialog, "setup_next")

    return go


def _team(driver: Driver, desk: DeskApp) -> None:
    dialog = _opened(desk)
    _press(dialog, "setup_next")
    _press(dialog, "radio_team")
    driver.types("setup_address", "postgresql://desk@db.example.com/desk")
    driver.types("setup_password", "geheim")
    _press(dialog, "setup_test_database")


def _no_keyring(_driver: Driver, desk: DeskApp) -> None:
    dialog = _opened(desk, keeps_passwords=False)
    _press(dialog, "setup_next")
    _press(dialog, "radio_team")


def _websms(driver: Driver, desk: DeskApp) -> None:
    dialog = _opened(desk)
    for _ in range(2):
        _press(dialog, "setup_next")
    control = dialog.findChild(QWidget, "setting_kind")
    if isinstance(control, ChoiceControl):
        control.show_value(GatewayKind.WEBSMS)
        control.edited.emit()
    driver.types("setting_username", "desk")


def _wrong(driver: Driver, desk: DeskApp) -> None:
    dialog = _opened(desk)
    for _ in range(3):
        _press(dialog, "setup_next")
    driver.types("setting_opens", "25 Uhr")
    _press(dialog, "setup_next")


SETUP: tuple[tuple[str, Station], ...] = (
    ("setup-language", _at(0)),
    ("setup-place", _at(1)),
    ("setup-team", _team),
    ("setup-no-keyring", _no_keyring),
    ("setup-gateway", _at(2)),
    ("setup-websms", _websms),
    ("setup-hours", _at(3)),
    ("setup-wrong", _wrong),
    ("setup-provider", _at(4)),
    ("setup-ready", _at(5)),
)
