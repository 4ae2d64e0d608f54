from __future__ import annotations

from collections.abc import Callable
from threading import Event

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QProgressDialog, QPushButton

from desktop.errors import CancelledError, DiskFullError
from desktop.views.preparing import Preparing

pytestmark = pytest.mark.usefixtures("qtbot")


def _window() -> QProgressDialog:
    (window,) = (one for one in QApplication.topLevelWidgets() if isinstance(one, QProgressDialog))
    return window


def test_that_progress_is_shown_until_the_work_is_done() -> None:
    shown: list[int] = []
    go_on = Event()

    def work(report: Callable[[float], None], _stop: Event) -> None:
        report(0.25)
        go_on.wait(60)

    def look() -> None:
        if _window().value() == 250:
            shown.append(_window().value())
            timer.stop()
            go_on.set()

    timer = QTimer()
    timer.timeout.connect(look)
    timer.start(5)
    Preparing("Making the demo", "Cancel").run(work)

    assert shown == [250]


def test_that_a_failure_of_the_work_is_passed_on() -> None:
    def work(_report: Callable[[float], None], _stop: Event) -> None:
        raise DiskFullError("demo.sqlite")

    with pytest.raises(DiskFullError):
        Preparing("Making the demo", "Cancel").run(work)


def test_that_cancelling_stops_the_work() -> None:
    stopped = Event()

    def work(report: Callable[[float], None], stop: Event) -> None:
        report(0.5)
        if stop.wait(60):
            stopped.set()

    def cancel() -> None:
        if _window().value() == 500:
            timer.stop()
            button = _window().findChild(QPushButton)
            assert button is not None
            button.click()

    timer = QTimer()
    timer.timeout.connect(cancel)
    timer.start(5)
    with pytest.raises(CancelledError):
        Preparing("Making the demo", "Cancel").run(work)

    assert stopped.is_set()
