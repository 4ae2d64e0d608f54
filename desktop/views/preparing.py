"""A small window with a progress bar, for what has to be done before the desk can open."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from threading import Event

from PySide6.QtCore import QEventLoop, QObject
from PySide6.QtWidgets import QProgressDialog

from desktop.errors import CancelledError
from desktop.views.tasks import TaskRunner
from desktop.views.theme import px

Work = Callable[[Callable[[float], None], Event], object]
"""Blocking work that is given a report of its progress, 0 to 1, and the wish to stop."""

_FULL = 1_000


class Preparing(QObject):
    """Does work in the background while its window shows how far it is.

    It brings no language of its own: that belongs to the desk that opens afterwards.
    """

    def __init__(self, label: str, cancel: str) -> None:
        super().__init__()
        self._tasks = TaskRunner(self)
        self._loop = QEventLoop(self)
        self._error: BaseException | None = None
        self._window = QProgressDialog(label, cancel, 0, _FULL)
        self._window.setObjectName("preparing")
        self._window.setWindowTitle("Solution Desk")
        self._window.setMinimumDuration(0)
        self._window.setMinimumWidth(px(400))
        self._window.setAutoClose(False)
        self._window.setAutoReset(False)

    def run(self, work: Work) -> None:
        """Do the work and return when it is done.

        Raises:
            CancelledError: a person has cancelled it.
            BaseException: whatever the work raised.

        """
        running = self._tasks.run_reporting(
            partial(_turned, work), self._finish, self._fail, self._show
        )
        self._window.canceled.connect(running.cancel)
        self._window.canceled.connect(self._give_up)
        self._window.show()
        self._loop.exec()
        self._window.canceled.disconnect()  # to close it counts as cancelling, too
        self._tasks.close()
        self._window.close()
        self._window.deleteLater()
        if self._error is not None:
            raise self._error

    def _show(self, fraction: object) -> None:
        if isinstance(fraction, float):
            self._window.setValue(round(fraction * _FULL))

    def _finish(self, _result: object) -> None:
        self._loop.quit()

    def _fail(self, error: BaseException) -> None:
        self._error = error
        self._loop.quit()

    def _give_up(self) -> None:
        self._error = CancelledError()
        self._loop.quit()


def _turned(work: Work, stop: Event, report: Callable[[object], None]) -> object:
    return work(report, stop)
