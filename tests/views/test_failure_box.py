"""A start that ends before there is a desk tells why."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from desktop.errors import DeskSilentError
from desktop.views.failure_box import failure_box


def test_that_it_says_what_is_wrong_and_what_to_do(qtbot: QtBot) -> None:
    box = failure_box(DeskSilentError("silent"))
    qtbot.addWidget(box)

    assert "does not answer" in box.text()
    assert "start again" in box.informativeText()
