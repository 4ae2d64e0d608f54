"""Begins and ends the sending of this desk, and asks where a person has to decide."""

from __future__ import annotations

from functools import partial
from threading import Event

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QInputDialog, QLineEdit, QMessageBox

from desktop.errors import DeskError, SecretMissingError
from desktop.models.changes import Change
from desktop.models.records.overview import Bars
from desktop.models.states import DispatchState
from desktop.views.desk import Desk
from desktop.views.error_text import error_text
from desktop.views.main_window import MainWindow
from desktop.views.tasks import Running

PAUSED_AT_CLOSING = "window_closed"


class SenderWatch(QObject):
    """Stands between the window and the sender.

    Signals:
        closed: the window has closed and nothing is being sent.
    """

    closed = Signal()

    def __init__(self, desk: Desk, window: MainWindow) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window
        self._running: Running[int] | None = None
        window.close_wanted.connect(self._ask_before_closing)
        desk.feed.changed.connect(self._note_change)

    def start(self) -> None:
        """Begin to send, in the background."""
        self._running = self._desk.tasks.run(self._open, self._tell_recovery, self._fail)

    def close(self) -> None:
        """End between two SMS."""
        self._desk.services.sending.stop()

    def _open(self, _stop: Event) -> int:
        return self._desk.services.sending.start().unclear

    @Slot(object)
    def _note_change(self, change: Change) -> None:
        if change is Change.DISPATCHES:
            self._desk.services.sending.wake()
        elif change is Change.SETTINGS:
            self._desk.tasks.run(self._reopen, self._tell_recovery, self._fail)

    def _reopen(self, _stop: Event) -> int:
        return self._desk.services.sending.restart().unclear

    def _tell_recovery(self, unclear: int) -> None:
        if unclear:
            self._window.say(
                self.tr(
                    "The program ended in the middle of sending: %n SMS unclear. "
                    "Nothing is sent twice.",
                    None,
                    unclear,
                )
            )

    def _fail(self, error: BaseException) -> None:
        if isinstance(error, SecretMissingError):
            self._ask_secret(error.key)
        elif isinstance(error, DeskError):
            told = error_text(error)
            self._window.say(f"{told.sentence} {told.hint}")
        else:
            self._desk.tasks.on_bug(error)

    def _ask_secret(self, key: str) -> None:
        dialog = QInputDialog(self._window)
        dialog.setObjectName("gateway_secret")
        dialog.setWindowTitle(self.tr("Password of the gateway"))
        dialog.setLabelText(
            self.tr("Password or token for {account}. It is asked once for each start.").format(
                account=key.partition(":")[2]
            )
        )
        dialog.setTextEchoMode(QLineEdit.EchoMode.Password)
        dialog.textValueSelected.connect(self._take_secret)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _take_secret(self, secret: str) -> None:
        if secret:
            self._desk.tasks.run(
                partial(self._give_secret, secret), self._tell_recovery, self._fail
            )

    def _give_secret(self, secret: str, _stop: Event) -> int:
        sending = self._desk.services.sending
        sending.give_secret(secret, keep=True)
        return sending.start().unclear

    # ------------------------------------------------------------------ closing

    def _ask_before_closing(self) -> None:
        self._desk.tasks.run(self._read_bars, self._decide, self._close_anyway)

    def _read_bars(self, _stop: Event) -> Bars:
        return self._desk.services.overviews.bars()

    def _decide(self, bars: Bars) -> None:
        going = [
            dispatch.id
            for dispatch in bars.running
            if dispatch.state in (DispatchState.COUNTDOWN, DispatchState.SENDING)
        ]
        if not going or not self._desk.services.sending.is_running:
            self._close_now(None)
            return
        box = QMessageBox(self._window)
        box.setObjectName("closing_while_sending")
        box.setIcon(QMessageBox.Icon.Question)
        box.setText(self.tr("SMS are being sent."))
        box.setInformativeText(
            self.tr("Without this window nothing is sent. A paused dispatch goes on at a click.")
        )
        stay = box.addButton(self.tr("Keep the window open"), QMessageBox.ButtonRole.RejectRole)
        pause = box.addButton(self.tr("Pause and close"), QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(stay)
        pause.clicked.connect(partial(self._pause_and_close, going))
        box.finished.connect(box.deleteLater)
        box.open()

    def _pause_and_close(self, dispatch_ids: list[int], _checked: bool = False) -> None:
        self._desk.tasks.run(
            partial(self._pause_all, dispatch_ids), self._close_now, self._close_anyway
        )

    def _pause_all(self, dispatch_ids: list[int], _stop: Event) -> None:
        for dispatch_id in dispatch_ids:
            self._desk.services.dispatches.pause(dispatch_id, self._desk.agent, PAUSED_AT_CLOSING)

    def _close_anyway(self, _error: BaseException) -> None:
        self._close_now(None)

    def _close_now(self, _nothing: None) -> None:
        self._window.allow_close()
        self.closed.emit()
