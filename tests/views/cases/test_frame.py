"""The foot of a case: one way on, which no single key takes where it sends."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.views.cases.frame import CaseFoot
from desktop.views.cases.steps.base import Foot


@pytest.mark.parametrize(
    "modifier", [Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier]
)
@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_that_one_key_alone_never_sends_and_the_foot_says_which_do(
    qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier
) -> None:
    foot = CaseFoot()
    qtbot.addWidget(foot)
    foot.show_foot(Foot("Send 37 SMS", guarded=True))
    with qtbot.assertNotEmitted(foot.primary_pressed):
        QTest.keyPress(foot.primary, key, modifier)
        QTest.keyRelease(foot.primary, key, modifier)
    reason = foot.findChild(QLabel, "footReason")
    assert reason is not None
    assert "Ctrl Enter" in reason.text()
