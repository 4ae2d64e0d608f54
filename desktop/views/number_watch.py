"""Watches the sender numbers: asks the Business Platform now and then, and tells what got worse."""

from __future__ import annotations

from collections.abc import Sequence
from threading import Event

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QStyle, QSystemTrayIcon

from desktop.models.changes import Change
from desktop.models.records.sims import Worsening
from desktop.models.states import SimStatus
from desktop.views.desk import Desk
from desktop.views.error_text import error_text
from desktop.views.local_settings import wants_alerts
from desktop.views.main_window import MainWindow
from desktop.views.tasks import Running
from desktop.views.theme import StateKind

BEAT_MS = 60_000
"""How often the desk looks whether it is time to ask; how often it asks is a setting."""


_BY_HAND = "agent"


class NumberWatch(QObject):
    """Stands between the window and the states of numbers.

    What the person at this desk enters is not told to them. On the desktop stands nothing that
    tells whose number it is.
    """

    def __init__(self, desk: Desk, window: MainWindow) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window
        self._seen: int | None = None
        self._asking: Running[bool] | None = None
        self._looking: Running[tuple[int, tuple[Worsening, ...]]] | None = None
        self._tray: QSystemTrayIcon | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(BEAT_MS)
        self._timer.timeout.connect(self._ask)

    def start(self) -> None:
        """Begin to watch: what was known before is not told."""
        self._desk.feed.changed.connect(self._note_change)
        self._look()
        self._timer.start()

    def stop(self) -> None:
        """End; nothing is asked any more."""
        self._timer.stop()
        if self._tray is not None:
            self._tray.hide()

    # ---------------------------------------------------------------- asking the platform

    def _ask(self) -> None:
        """Ask if it is time; a beat is skipped while the last question is still open."""
        if self._asking is None or not self._asking.active:
            self._asking = self._desk.tasks.run(self._ask_when_due, self._ignore, self._fail)

    def _ask_when_due(self, _stop: Event) -> bool:
        return self._desk.services.platform.ask_when_due()

    def _ignore(self, _asked: bool) -> None:
        """Nothing follows: what was read is told by the change of the numbers."""

    def _fail(self, error: BaseException) -> None:
        told = error_text(error)
        self._window.say(f"{told.sentence} {told.hint}")

    # ---------------------------------------------------------------- telling what got worse

    @Slot(object)
    def _note_change(self, change: Change) -> None:
        if change is Change.SIMS:
            self._look()

    def _look(self) -> None:
        if self._looking is not None:
            self._looking.cancel()
        self._looking = self._desk.tasks.run(self._read, self._tell, self._pass_over)

    def _read(self, _stop: Event) -> tuple[int, tuple[Worsening, ...]]:
        sims = self._desk.services.sims
        newest = sims.last_event()
        if self._seen is None:
            return newest, ()
        return newest, sims.worsenings(self._seen, newest)

    def _pass_over(self, _error: BaseException) -> None:
        """The page that reads the same tells why it cannot be read."""

    def _tell(self, found: tuple[int, tuple[Worsening, ...]]) -> None:
        began = self._seen is None
        self._seen, worse = found
        if began:
            # Not before: what the first answer changes is news already.
            self._ask()
        others = [one for one in worse if not self._is_own(one)]
        if not others:
            return
        self._window.say(self._sentence(others), _kind(others))
        self._tell_on_desktop(others)

    def _is_own(self, worse: Worsening) -> bool:
        """Tell whether this person has just entered it; what they imported is news to them."""
        return worse.source == _BY_HAND and worse.actor == self._desk.agent

    def _sentence(self, worse: Sequence[Worsening]) -> str:
        if len(worse) > 1:
            return self.tr("%n sender numbers got worse. See Start.", "", len(worse))
        (one,) = worse
        told = (
            self.tr("{customer}, {service}: sender number {number} has been blocked.")
            if one.status is SimStatus.BLOCKED
            else self.tr("{customer}, {service}: sender number {number} has been warned.")
        )
        return told.format(
            customer=one.customer or "–",
            service=one.service or "–",
            number=self._desk.formats.phone(one.number),
        )

    def _tell_on_desktop(self, worse: Sequence[Worsening]) -> None:
        if not wants_alerts(self._desk.local) or not QSystemTrayIcon.isSystemTrayAvailable():
            return
        if self._tray is None:
            sign = QStyle.StandardPixmap.SP_MessageBoxWarning
            self._tray = QSystemTrayIcon(self._window.style().standardIcon(sign), self)
            self._tray.messageClicked.connect(self._window.activateWindow)
        self._tray.show()
        blocked = any(one.status is SimStatus.BLOCKED for one in worse)
        self._tray.showMessage(
            "Solution Desk",
            self.tr("A sender number has been blocked.")
            if blocked
            else self.tr("A sender number has been warned."),
            QSystemTrayIcon.MessageIcon.Warning,
        )


def _kind(worse: Sequence[Worsening]) -> StateKind:
    blocked = any(one.status is SimStatus.BLOCKED for one in worse)
    return StateKind.BAD if blocked else StateKind.WARNING
