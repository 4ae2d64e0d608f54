"""Drives the real window without a person: for the walk off-screen and for the pictures."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEventLoop, Qt, QTimer
from PySide6.QtGui import QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from desktop.views.main_window import MainWindow
from desktop.views.tasks import TaskRunner
from desktop.views.theme import Role, color

PATIENCE_S = 60.0
_BEAT_MS = 20
_QUIET_BEATS = 5


class NotSeenError(Exception):
    """What was waited for did not happen in time."""


class Driver:
    """Looks, clicks and types in a window, and waits until something has happened."""

    def __init__(self, window: MainWindow, tasks: TaskRunner) -> None:
        """Drive ``window``."""
        self.window = window
        self._tasks = tasks

    def waits_for(self, what: str, happened: Callable[[], bool]) -> None:
        """Let the window live until a condition holds.

        Raises:
            NotSeenError: it did not within a minute.

        """
        ends_at = time.monotonic() + PATIENCE_S
        while not happened():
            if time.monotonic() > ends_at:
                raise NotSeenError(what)
            self.lives(_BEAT_MS)

    def settles(self) -> None:
        """Wait until nothing is read in the background and the page has been drawn."""
        quiet = 0

        def is_quiet() -> bool:
            nonlocal quiet
            quiet = 0 if self._tasks.busy else quiet + 1
            return quiet >= _QUIET_BEATS

        self.waits_for("quiet", is_quiet)

    def lives(self, duration_ms: int) -> None:
        """Let the window live for a moment."""
        loop = QEventLoop()
        QTimer.singleShot(duration_ms, loop.quit)
        loop.exec()

    def finds(self, name: str) -> QWidget:
        """Return the visible widget with an object name, and wait for it.

        Raises:
            NotSeenError: there is none within a minute.

        """
        self.waits_for(name, lambda: self.shows(name))
        return self._visible(name)[0]

    def shows(self, *names: str) -> bool:
        """Tell whether a widget with one of these object names is visible."""
        return any(self._visible(name) for name in names)

    def _visible(self, name: str) -> list[QWidget]:
        return [widget for widget in self.window.findChildren(QWidget, name) if widget.isVisible()]

    def clicks(self, name: str) -> None:
        """Press the button with an object name as soon as it can be pressed."""
        button = self.finds(name)
        self.waits_for(f"{name} to be enabled", button.isEnabled)
        if isinstance(button, QAbstractButton):
            button.click()
        QCoreApplication.processEvents()

    def types(self, name: str, text: str) -> None:
        """Type into the field with an object name, after clearing it."""
        field = self.finds(name)
        field.setFocus()
        self.clears(name)
        QTest.keyClicks(field, text)

    def clears(self, name: str) -> None:
        """Empty the field with an object name."""
        field = self.finds(name)
        if isinstance(field, QLineEdit | QTextEdit | QPlainTextEdit):
            field.clear()

    def presses(self, key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
        """Press keys wherever the focus is."""
        focused: QWidget | None = self.window.focusWidget()
        QTest.keyClick(self.window if focused is None else focused, key, modifier)

    def takes_picture(self, path: Path) -> None:
        """Write what the window shows to a PNG file, a dialog over it included."""
        path.parent.mkdir(parents=True, exist_ok=True)
        picture = self.window.grab()
        painter = QPainter(picture)
        for dialog in self._dialogs():
            over = dialog.rect()
            over.moveCenter(self.window.rect().center())
            painter.drawPixmap(over.topLeft(), dialog.grab())
            painter.setPen(color(Role.EDGE))  # where a window manager would draw its frame
            painter.drawRect(over.adjusted(-1, -1, 0, 0))
        painter.end()
        picture.save(str(path))

    def closes_dialogs(self) -> None:
        """Turn down whatever asks something."""
        for dialog in self._dialogs():
            dialog.reject()
        self.window.activateWindow()  # off-screen nobody gives it back the keys

    def _dialogs(self) -> list[QDialog]:
        return [one for one in self.window.findChildren(QDialog) if one.isVisible()]
