"""Finds what a test left running: threads, Qt timers and windows."""

from __future__ import annotations

import gc
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

GRACE_S = 15.0
"""Longer than anything that is ending takes on a busy computer; a clean test waits for nothing."""


@dataclass(frozen=True, slots=True)
class Running:
    """What was running before a test; `leaks` names what has come since and stayed."""

    threads: frozenset[int]
    windows: frozenset[int]
    with_qt: bool

    @staticmethod
    def now(*, with_qt: bool) -> Running:
        """Looks around; ``with_qt`` also for windows and timers, which asks every object."""
        return Running(
            frozenset(id(thread) for thread in _threads()),
            frozenset(id(window) for window in _windows()) if with_qt else frozenset(),
            with_qt,
        )

    def leaks(self) -> list[str]:
        """Gives what is ending a moment to end, then tells what is still there."""
        found = self._found()
        deadline = time.monotonic() + GRACE_S
        while found and time.monotonic() < deadline:
            gc.collect()
            _let_qt_finish()
            found = self._found()
        return found

    def _found(self) -> list[str]:
        threads = [f"thread {one.name}" for one in _threads() if id(one) not in self.threads]
        if not self.with_qt:
            return threads
        return [
            *threads,
            *(f"window {_told(one)}" for one in _windows() if id(one) not in self.windows),
            *_active_timers(),
            *_busy_pool(),
        ]


def _threads() -> list[threading.Thread]:
    # A thread that Qt started shows up as a dummy and stays listed after its end.
    return [
        thread
        for thread in threading.enumerate()
        if not isinstance(thread, threading._DummyThread) and thread.is_alive()
    ]


def _qt_runs() -> bool:
    """Whether a test has made an application; Qt is not imported to find out."""
    core = sys.modules.get("PySide6.QtCore")
    return core is not None and core.QCoreApplication.instance() is not None


def _windows() -> list[object]:
    if not _qt_runs():
        return []
    from PySide6.QtWidgets import QApplication, QDialog, QMainWindow

    return [
        widget
        for widget in QApplication.topLevelWidgets()
        if widget.isVisible() or isinstance(widget, QDialog | QMainWindow)
    ]


def _active_timers() -> list[str]:
    if not _qt_runs():
        return []
    from PySide6.QtCore import QTimer
    from shiboken6 import isValid

    return [
        f"timer {_told(one)} of {_told(one.parent())}"
        for one in gc.get_objects()
        if isinstance(one, QTimer) and isValid(one) and one.isActive()
    ]


def _busy_pool() -> list[str]:
    if not _qt_runs():
        return []
    from PySide6.QtCore import QThreadPool

    busy = QThreadPool.globalInstance().activeThreadCount()
    return [f"{busy} jobs in the global thread pool"] if busy else []


def _let_qt_finish() -> None:
    if not _qt_runs():
        time.sleep(0.005)
        return
    from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop

    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)


def _told(thing: object) -> str:
    name: Callable[[], str] | None = getattr(thing, "objectName", None)
    return f"{type(thing).__name__} {name() if name else ''}".strip()
