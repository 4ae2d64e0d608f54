"""Ends the desk in order on Ctrl+C in its terminal, or when the system asks it to end."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from PySide6.QtCore import QCoreApplication, QTimer

_LOOK_EVERY_MS = 250
_SIGNALS = (signal.SIGINT, signal.SIGTERM)


@contextmanager
def quits_on_signals(app: QCoreApplication) -> Iterator[None]:
    """Quit ``app`` on a signal, so that what must be closed is closed.

    Python hears of a signal only while it runs itself, hence the timer that does nothing.
    """

    def quit_app(_number: int, _frame: FrameType | None) -> None:
        # Not ``quit``: the window would ask first whether sending may end, and nobody is there.
        # By a timer, because before the event loop has begun an exit is not heard.
        QTimer.singleShot(0, app, app.exit)

    before = [signal.signal(number, quit_app) for number in _SIGNALS]
    timer = QTimer()
    timer.timeout.connect(_let_python_run)
    timer.start(_LOOK_EVERY_MS)
    try:
        yield
    finally:
        timer.stop()
        for number, handler in zip(_SIGNALS, before, strict=True):
            signal.signal(number, handler)


def _let_python_run() -> None:
    """Give Python its turn."""
