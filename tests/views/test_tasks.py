"""The bridge between worker threads and the window."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from threading import Event

import pytest
from PySide6.QtCore import QCoreApplication, QObject
from pytestqt.qtbot import QtBot

from desktop.views.tasks import Reading, TaskRunner


class _Listener(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.read: list[object] = []
        self.failures: list[BaseException] = []

    def take(self, result: object) -> None:
        self.read.append(result)

    def fail(self, error: BaseException) -> None:
        self.failures.append(error)


class _Book:
    """Something to read that changes, and can be held open while it is read."""

    def __init__(self) -> None:
        self.value = 0
        self.began, self.may_end = Event(), Event()

    def read_slowly(self, _stop: Event) -> int:
        value = self.value
        self.began.set()
        assert self.may_end.wait(30)
        return value

    def read(self, _stop: Event) -> int:
        return self.value


@pytest.fixture
def tasks(qapp: QCoreApplication) -> Iterator[TaskRunner]:
    runner = TaskRunner(qapp)
    yield runner
    runner.close()
    runner.deleteLater()


@pytest.fixture
def listener() -> Iterator[_Listener]:
    made = _Listener()
    yield made
    made.deleteLater()


@pytest.fixture
def reading(tasks: TaskRunner, listener: _Listener) -> Reading:
    made = Reading(tasks, listener)
    made.succeeded.connect(listener.take)
    made.failed.connect(listener.fail)
    return made


def _breaks(_stop: Event) -> int:
    raise OSError("torn")


def test_that_what_is_asked_while_reading_is_read_once_more_after_it(
    qtbot: QtBot, reading: Reading, listener: _Listener
) -> None:
    book = _Book()
    reading.ask(book.read_slowly)
    assert book.began.wait(30)
    book.value = 1
    for _ in range(3):
        reading.ask(book.read)
    book.may_end.set()
    qtbot.waitUntil(lambda: listener.read == [0, 1])
    assert not reading.active


def test_that_a_failed_reading_does_not_swallow_what_was_asked_meanwhile(
    qtbot: QtBot, reading: Reading, listener: _Listener
) -> None:
    reading.ask(_breaks)
    reading.ask(_Book().read)
    qtbot.waitUntil(lambda: listener.read == [0])
    assert [type(error) for error in listener.failures] == [OSError]


def test_that_a_dropped_reading_is_not_heard_and_the_next_one_is(
    qtbot: QtBot, reading: Reading, listener: _Listener
) -> None:
    book, other = _Book(), _Book()
    other.value = 7
    reading.ask(book.read_slowly)
    assert book.began.wait(30)
    reading.ask(book.read)
    reading.drop()
    reading.ask(other.read)
    qtbot.waitUntil(lambda: listener.read == [7])
    book.may_end.set()


def test_that_questions_without_a_reading_under_way_are_read_at_once(
    qtbot: QtBot, reading: Reading, listener: _Listener
) -> None:
    book = _Book()
    for value in range(3):
        book.value = value
        reading.ask(book.read)
        qtbot.waitUntil(partial(_has_read, listener, value))


def _has_read(listener: _Listener, value: int) -> bool:
    return value in listener.read
