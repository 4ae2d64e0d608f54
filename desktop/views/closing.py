"""What happens when somebody closes the window while SMS are sent: asked, and then done."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from threading import Event

from PySide6.QtCore import (
    QCoreApplication,
    QDeadlineTimer,
    QEventLoop,
    QObject,
    QThread,
    Signal,
    Slot,
)
from PySide6.QtWidgets import QSystemTrayIcon

from desktop.errors import TransitionError
from desktop.models.records.overview import Bars
from desktop.models.states import GOING
from desktop.views.desk import Desk
from desktop.views.main_window import MainWindow
from desktop.views.tray import Tray
from desktop.views.widgets.button import ButtonKind
from desktop.views.widgets.question import Question
from desktop.views.window_front import come_to_front

PAUSED_AT_CLOSING = "window_closed"
KEEP_WITHIN_MS = 5_000
"""So long the window's end waits for what was typed last."""


class Closing(QObject):
    """Asks whether sending goes on without the window, or is paused.

    With a notification area the window hides behind an icon there; without one it is minimised.

    Signals:
        closed: the window has closed and nothing is being sent.
    """

    closed = Signal()

    def __init__(
        self,
        desk: Desk,
        window: MainWindow,
        has_tray: Callable[[], bool] = QSystemTrayIcon.isSystemTrayAvailable,
    ) -> None:
        super().__init__(window)
        self._desk, self._window, self._has_tray = desk, window, has_tray
        self._tray: Tray | None = None
        window.close_wanted.connect(self._look)
        window.revealed.connect(self._put_icon_away)

    @property
    def tray(self) -> Tray | None:
        """The icon behind which the window hides, while it does."""
        return self._tray

    def put_away(self) -> None:
        """Take the icon out of the notification area, at the end of the program."""
        if self._tray is not None:
            self._tray.put_away()
            self._tray = None

    # ---------------------------------------------------------------- asking

    def _look(self) -> None:
        self._desk.tasks.run(self._read, self._decide, self._close_anyway)

    def _read(self, _stop: Event) -> Bars:
        return self._desk.services.overviews.bars()

    def _decide(self, bars: Bars) -> None:
        going = [dispatch.id for dispatch in bars.running if dispatch.state in GOING]
        if not going or not self._desk.services.sending.is_running:
            self._close_now(None)
            return
        self._show_window()
        self._ask(going)

    def _ask(self, going: list[int]) -> None:
        question = Question(
            self._window,
            "closing_while_sending",
            self.tr("SMS are being sent."),
            self._consequences(),
        )
        question.answer(self.tr("Cancel"), "close_cancel")
        pause = question.answer(self.tr("Pause and close"), "close_pause")
        go_on = question.answer(
            self._go_on_words(), "close_go_on", ButtonKind.PRIMARY, has_focus=True
        )
        go_on.clicked.connect(self._go_on)
        pause.clicked.connect(partial(self._pause_and_close, going))
        question.open()

    def _go_on_words(self) -> str:
        if self._has_tray():
            return self.tr("Go on in the background")
        return self.tr("Minimise and go on")

    def _consequences(self) -> str:
        if self._has_tray():
            way = self.tr(
                "In the background sending goes on; an icon in the notification area shows how far "
                "it is and brings the window back."
            )
        else:
            way = self.tr(
                "This computer has no notification area: the window is minimised instead, and "
                "sending goes on."
            )
        pause = self.tr("A paused dispatch goes on at a click, after the next start.")
        return f"{way} {pause}"

    # ---------------------------------------------------------------- going on without the window

    def _go_on(self, _checked: bool = False) -> None:
        if not self._has_tray():
            self._window.showMinimized()
            return
        if self._tray is None:
            self._tray = Tray(self._desk, self)
            self._tray.window_wanted.connect(self._show_window)
            self._tray.quit_wanted.connect(self._quit)
        self._tray.appear()
        self._window.hide()

    @Slot()
    def _show_window(self) -> None:
        come_to_front(self._window)

    @Slot()
    def _put_icon_away(self) -> None:
        if self._tray is not None:
            self._tray.vanish()

    @Slot()
    def _quit(self) -> None:
        """End from the icon: pause what is going, then close. The icon's menu says so."""
        self._desk.tasks.run(self._read, self._quit_with, self._close_anyway)

    def _quit_with(self, bars: Bars) -> None:
        self._pause_and_close([one.id for one in bars.running if one.state in GOING])

    # ---------------------------------------------------------------- pausing and closing

    def _pause_and_close(self, dispatch_ids: list[int], _checked: bool = False) -> None:
        self._desk.tasks.run(
            partial(pause_all, self._desk, dispatch_ids, PAUSED_AT_CLOSING),
            self._close_now,
            self._close_anyway,
        )

    def _close_anyway(self, _error: BaseException) -> None:
        self._close_now(None)

    def _close_now(self, _nothing: None) -> None:
        self.put_away()
        self._window.allow_close()
        self.closed.emit()


def pause_all(desk: Desk, dispatch_ids: list[int], reason: str, _stop: Event) -> None:
    """Pause some dispatches; one that has ended meanwhile needs it no more."""
    for dispatch_id in dispatch_ids:
        with suppress(TransitionError):
            desk.services.dispatches.pause(dispatch_id, desk.agent, reason)


def keep_what_was_typed(window: MainWindow) -> None:
    """Let pages save what they hold: each saves one thing after the other."""
    patience = QDeadlineTimer(KEEP_WITHIN_MS)
    while window.is_keeping and not patience.hasExpired():
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        QThread.msleep(1)
