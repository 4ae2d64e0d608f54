"""Begins and ends the sending of this desk, and asks where a person has to decide."""

from __future__ import annotations

from functools import partial
from threading import Event

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QInputDialog, QLineEdit

from desktop.errors import DeskError, SecretMissingError
from desktop.models.changes import Change
from desktop.views.desk import Desk
from desktop.views.error_text import error_text
from desktop.views.main_window import MainWindow
from desktop.views.tasks import Running

WAKE_AFTER_MS = 400
"""Each SMS that this desk sends is a change too; woken for every one, it would only look around."""


class SenderWatch(QObject):
    """Stands between the window and the sender.

    Signals:
        began: sending has begun; carries how many SMS a crash left unclear.
    """

    began = Signal(int)

    def __init__(self, desk: Desk, window: MainWindow) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window
        self._running: Running[int] | None = None
        self._waking = QTimer(self)
        self._waking.setSingleShot(True)
        self._waking.setInterval(WAKE_AFTER_MS)
        self._waking.timeout.connect(desk.services.sending.wake)
        desk.feed.changed.connect(self._note_change)

    def start(self) -> None:
        """Begin to send, in the background."""
        self._running = self._desk.tasks.run(self._open, self._tell_recovery, self._fail)

    def close(self) -> None:
        """End between two SMS."""
        self._waking.stop()
        self._desk.services.sending.stop()

    def _open(self, _stop: Event) -> int:
        return self._desk.services.sending.start().unclear

    @Slot(object)
    def _note_change(self, change: Change) -> None:
        if change is Change.DISPATCHES:
            if not self._waking.isActive():
                self._waking.start()
        elif change is Change.SETTINGS:
            self._desk.tasks.run(self._reopen, self._tell_recovery, self._fail)

    def _reopen(self, _stop: Event) -> int:
        return self._desk.services.sending.restart().unclear

    def _tell_recovery(self, unclear: int) -> None:
        self.began.emit(unclear)

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
