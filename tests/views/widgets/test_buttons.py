from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.views.theme import LIGHT, StateKind
from desktop.views.widgets.banner import Banner
from desktop.views.widgets.button import Button, ButtonKind, LinkButton
from desktop.views.widgets.empty_state import EmptyState, ErrorState
from desktop.views.widgets.icon_button import IconButton
from tests.views.widgets.pixels import colours, share


def test_that_buttons_have_the_sizes_of_the_grid(qtbot: QtBot) -> None:
    for button, height in (
        (Button("Send"), 32),
        (Button("Send", compact=True), 28),
        (Button("Stop", ButtonKind.STOP), 56),
        (LinkButton("List"), 24),
    ):
        qtbot.addWidget(button)
        assert button.sizeHint().height() == height


def test_that_a_button_is_wide_enough_for_its_words_and_icons(qtbot: QtBot) -> None:
    plain, full = Button("Send 37 SMS"), Button("Send 37 SMS", icon_name="send", menu=True)
    qtbot.addWidget(plain)
    qtbot.addWidget(full)
    assert full.sizeHint().width() == plain.sizeHint().width() + 48


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_that_the_keyboard_presses_a_button(qtbot: QtBot, key: Qt.Key) -> None:
    button = Button("Send")
    qtbot.addWidget(button)
    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(button, key)


def test_that_a_blocked_button_says_why(qtbot: QtBot) -> None:
    button = Button("Send")
    qtbot.addWidget(button)
    with qtbot.waitSignal(button.reason_changed) as told:
        button.block("The number is blocked.")
    assert told.args == ["The number is blocked."]
    assert not button.isEnabled()
    assert button.accessibleDescription() == "The number is blocked."
    button.unblock()
    assert button.isEnabled()
    assert button.reason == ""


def test_that_primary_and_stop_are_filled_and_danger_is_not(qtbot: QtBot) -> None:
    for kind, fill, filled in (
        (ButtonKind.PRIMARY, LIGHT.accent, True),
        (ButtonKind.STOP, LIGHT.bad, True),
        (ButtonKind.DANGER, LIGHT.bad, False),
    ):
        button = Button("Send now", kind)
        qtbot.addWidget(button)
        button.resize(button.sizeHint())
        assert (share(button, fill.lower()) > 0.4) is filled
        assert fill.lower() in colours(button)


def test_that_an_icon_button_has_a_name_for_a_screen_reader(qtbot: QtBot) -> None:
    button = IconButton("eye-off", "Blank the window")
    qtbot.addWidget(button)
    assert button.accessibleName() == "Blank the window"
    assert button.sizeHint().width() == 32


def test_that_a_banner_offers_its_button(qtbot: QtBot) -> None:
    banner = Banner(StateKind.BAD, "The database cannot be reached.", "Try again")
    qtbot.addWidget(banner)
    banner.show()
    button = banner.findChild(Button, "bannerAction")
    assert button is not None
    with qtbot.waitSignal(banner.acted):
        button.click()
    assert banner.sizeHint().height() == 48
    banner.show_state(StateKind.GOOD, "All is well.")
    assert not button.isVisible()
    assert banner.accessibleName() == "All is well."


def test_that_an_empty_state_says_what_to_do(qtbot: QtBot) -> None:
    state = EmptyState("inbox", "No case.", "It stands here when you start one.", "Start a case")
    qtbot.addWidget(state)
    button = state.findChild(Button, "emptyAction")
    assert button is not None
    with qtbot.waitSignal(state.acted):
        button.click()
    assert state.accessibleName() == "No case."


def test_that_an_error_state_shows_details_only_when_asked(qtbot: QtBot) -> None:
    state = ErrorState("The list could not be read.", "Wait a moment.", "database is locked")
    qtbot.addWidget(state)
    state.show()
    before = state.sizeHint().height()
    more = state.findChild(Button, "errorDetails")
    again = state.findChild(Button, "errorRetry")
    assert more is not None
    assert again is not None
    more.click()
    assert state.sizeHint().height() > before
    with qtbot.waitSignal(state.retried):
        again.click()
