"""A real window on a real database, for tests that use the program as a person does."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.app import DeskApp
from desktop.services.bundle import build_services
from desktop.services.storage.database import Database
from desktop.services.storage.secrets import Secrets
from desktop.views.window_front import FIRST

AGENT = "Lena Moser"
PATIENCE_MS = int(os.environ.get("DESK_PATIENCE_MS", "40000"))


class Person:
    """Somebody at the window: looks, types, clicks, and waits until something has happened."""

    def __init__(self, qtbot: QtBot, app: DeskApp) -> None:
        self.qtbot, self.app = qtbot, app
        self.window = app.window

    def waits_until(self, happened: Callable[[], bool]) -> None:
        """Wait for a condition, never for time."""
        self.qtbot.waitUntil(happened, timeout=PATIENCE_MS)

    def settles(self) -> None:
        """Wait until no work is under way in the background and the page stands as it will."""
        self.waits_until(self._is_quiet)

    def _is_quiet(self) -> bool:
        if self.app.tasks.busy:
            return False
        deliver_events()
        return not self.app.tasks.busy

    def sees(self, name: str) -> QWidget:
        """Return the visible widget with an object name; wait until it is there and in its place.

        A widget that was just shown has no size before its layout has been asked; a click on it
        would hit nothing.
        """
        found: list[QWidget] = []

        def look() -> bool:
            found[:] = self._visible(name)
            if found:
                deliver_events()
                found[:] = [one for one in self._visible(name) if not one.size().isEmpty()]
            return bool(found)

        self.waits_until(look)
        return found[0]

    def _visible(self, name: str) -> list[QWidget]:
        return [one for one in self.window.findChildren(QWidget, name) if one.isVisible()]

    def clicks(self, name: str) -> None:
        """Click on the widget with an object name, as soon as the page is quiet and it can be."""
        wanted: list[QWidget] = []

        def can_be_clicked() -> bool:
            if not self._is_quiet():
                return False
            wanted[:] = [
                one for one in self._visible(name) if one.isEnabled() and not one.size().isEmpty()
            ]
            return bool(wanted)

        self.waits_until(can_be_clicked)
        QTest.mouseClick(wanted[0], Qt.MouseButton.LeftButton)


def deliver_events() -> None:
    """Let all events through that wait: layouts, what was posted or deleted later, timers of 0.

    What has to be painted is painted at once, since a table reads the rows that it paints.
    """
    QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents()
    for window in QApplication.topLevelWidgets():
        if window.isVisible():
            QCoreApplication.sendEvent(window, QEvent(QEvent.Type.UpdateRequest))
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@contextmanager
def opened_desk(
    qtbot: QtBot,
    database: Database,
    folder: Path,
    language: str = "en",
    secrets: Secrets | None = None,
) -> Iterator[Person]:
    """Open the desk as the program does, without a keyring, and close it at the end."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    settings = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
    settings.setValue("language", language)
    settings.setValue("scheme", "light")
    desk = DeskApp(
        app, build_services(database, secrets or Secrets(), rehearsal=True), settings, AGENT
    )
    desk.start()
    desk.window.resize(FIRST)  # whatever room the screen of the tests has
    try:
        yield Person(qtbot, desk)
    finally:
        desk.close()
        desk.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        app.processEvents()
