"""The icon in the notification area, while the window is hidden and SMS are sent."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from threading import Event

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from desktop.errors import TransitionError
from desktop.models.changes import Change
from desktop.models.records.overview import Bars
from desktop.models.states import GOING, DispatchState
from desktop.views.desk import Desk
from desktop.views.tasks import Reading
from desktop.views.theme import Role, icon


@dataclass(frozen=True, slots=True)
class _Progress:
    """How far sending is. No name and no number of anybody: everybody sees the icon."""

    going: tuple[int, ...] = ()
    paused: tuple[int, ...] = ()
    processed: int = 0
    recipients: int = 0


class Tray(QObject):
    """Shows how far sending is, and leads back to the window.

    Signals:
        window_wanted: bring the window back.
        quit_wanted: end the program; what is going is paused first.
    """

    window_wanted = Signal()
    quit_wanted = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._progress = _Progress()
        self._held: tuple[int, ...] = ()
        self._reading = Reading(desk.tasks, self)
        self._reading.succeeded.connect(self._take)
        self._reading.failed.connect(self._ignore)
        self._icon = QSystemTrayIcon(icon("send", Role.ACCENT), self)
        self._icon.setObjectName("tray")
        self._menu = QMenu()
        self._menu.setObjectName("tray_menu")
        self.show_window = self._menu.addAction("")
        self.pause = self._menu.addAction("")
        self._menu.addSeparator()
        self.quit = self._menu.addAction("")
        self._icon.setContextMenu(self._menu)
        self.show_window.triggered.connect(self._want_window)
        self.pause.triggered.connect(self._pause_or_go_on)
        self.quit.triggered.connect(self._want_quit)
        self._icon.activated.connect(self._use_icon)
        desk.feed.changed.connect(self._note_change)
        self._say()

    @property
    def tooltip(self) -> str:
        """What the icon says."""
        return self._icon.toolTip()

    def appear(self) -> None:
        """Show the icon."""
        self._icon.show()
        self._look()

    def vanish(self) -> None:
        """Hide the icon, while the window is there."""
        self._icon.hide()

    def put_away(self) -> None:
        """Give the icon and its menu back for good."""
        self._icon.hide()
        self._menu.deleteLater()
        self.deleteLater()

    # ---------------------------------------------------------------- reading

    @Slot(object)
    def _note_change(self, change: Change) -> None:
        if change is Change.DISPATCHES and self._icon.isVisible():
            self._look()

    def _look(self) -> None:
        self._reading.ask(self._read)

    def _read(self, _stop: Event) -> _Progress:
        return _progress_of(self._desk.services.overviews.bars())

    def _ignore(self, _error: BaseException) -> None:
        self._icon.setToolTip(self.tr("Solution Desk: database not reachable"))

    def _take(self, progress: _Progress) -> None:
        before, self._progress = self._progress, progress
        self._say()
        if before.going and not progress.going and not progress.paused:
            self._icon.showMessage(
                "Solution Desk", self.tr("Sending has ended."), self._icon.icon()
            )

    def _say(self) -> None:
        progress, number = self._progress, self._desk.formats.number
        done = self.tr("{done} of {all} SMS").format(
            done=number(progress.processed), all=number(progress.recipients)
        )
        if progress.going:
            said = self.tr("Solution Desk is sending: {progress}").format(progress=done)
        elif progress.paused:
            said = self.tr("Solution Desk, paused: {progress}").format(progress=done)
        else:
            said = self.tr("Solution Desk: nothing to send")
        self._icon.setToolTip(said)
        self.show_window.setText(self.tr("Show the window"))
        held = not progress.going and bool(self._held_here())
        self.pause.setText(self.tr("Go on sending") if held else self.tr("Pause sending"))
        self.pause.setEnabled(bool(progress.going) or held)
        self.quit.setText(self.tr("Pause and quit") if progress.going else self.tr("Quit"))

    # ---------------------------------------------------------------- acting

    def _want_window(self, _checked: bool = False) -> None:
        self.window_wanted.emit()

    def _want_quit(self, _checked: bool = False) -> None:
        self.quit_wanted.emit()

    def _use_icon(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason in {
            QSystemTrayIcon.ActivationReason.Trigger,
            QSystemTrayIcon.ActivationReason.DoubleClick,
        }:
            self.window_wanted.emit()

    def _held_here(self) -> list[int]:
        """Return what was paused from here; what was paused elsewhere has its own reason."""
        return [one for one in self._progress.paused if one in self._held]

    def _pause_or_go_on(self, _checked: bool = False) -> None:
        going = self._progress.going
        act = (
            self._desk.services.dispatches.pause if going else self._desk.services.dispatches.resume
        )
        ids = going or tuple(self._held_here())
        self._held = going
        self._desk.tasks.run(partial(_act, self._desk, act, ids), self._take, self._ignore)


def _act(
    desk: Desk, act: Callable[[int, str], None], ids: tuple[int, ...], _stop: Event
) -> _Progress:
    for dispatch_id in ids:
        with suppress(TransitionError):
            act(dispatch_id, desk.agent)
    desk.services.sending.wake()
    return _progress_of(desk.services.overviews.bars())


def _progress_of(bars: Bars) -> _Progress:
    return _Progress(
        tuple(one.id for one in bars.running if one.state in GOING),
        tuple(one.id for one in bars.running if one.state is DispatchState.PAUSED),
        sum(one.processed for one in bars.running),
        sum(one.recipients for one in bars.running),
    )
