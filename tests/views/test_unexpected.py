"""What a bug says may be copied and sent: it names nobody."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from desktop.views.unexpected import UnexpectedDialog


def test_that_what_is_copied_names_nobody(qtbot: QtBot, expected_warnings: list[str]) -> None:
    expected_warnings.append("unexpected failure")
    dialog = UnexpectedDialog()
    qtbot.addWidget(dialog)

    dialog.tell(KeyError("Autohaus Winkler, +43 676 601 81 59"))
    qtbot.waitUntil(dialog.isVisible)
    dialog.findChildren(QAbstractButton)[0].click()

    copied = QGuiApplication.clipboard().text()
    assert "KeyError: '***'" in copied
    assert "Winkler" not in copied
    assert "601 81 59" not in copied
    dialog.accept()
