"""The one bridge between worker threads and Qt.

Work is a plain blocking function ``work(stop) -> T`` without any Qt in it. Its result comes back
on the UI thread through one queued slot. There are no endless workers here: what happens
regularly is a timer that submits a finite job.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Event, Lock
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from desktop.errors import CancelledError

log = logging.getLogger(__name__)

T = TypeVar("T")

WORKERS = 4
PROGRESS_INTERVAL_S = 0.1


class Task(QObject):
    """One submitted piece of work; lives in the UI thread and goes away when it is done.

    Signals:
        succeeded: the result, unless the task was cancelled meanwhile.
        failed: the exception, unless it was cancelled.
        progressed: whatever the work reported last.
        finished: always, as the last one.
    """

    succeeded = Signal(object)
    failed = Signal(object)
    progressed = Signal(object)
    finished = Signal()
    _done = Signal(object)
    _reported = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.stop = Event()
        self._done.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._reported.connect(self._forward, Qt.ConnectionType.QueuedConnection)

    @property
    def cancelled(self) -> bool:
        """Whether nobody wants the result any more."""
        return self.stop.is_set()

    def cancel(self) -> None:
        """Ask the work to stop and drop whatever it still returns."""
        self.stop.set()

    def report(self, value: object) -> None:
        """Tell the UI how far the work is; called on the worker thread."""
        if not self.cancelled:
            self._reported.emit(value)

    def complete(self, future: Future[object]) -> None:
        """Take the finished future; called on the worker thread."""
        self._done.emit(future)

    @Slot(object)
    def _forward(self, value: object) -> None:
        if not self.cancelled:
            self.progressed.emit(value)

    @Slot(object)
    def _deliver(self, future: Future[object]) -> None:
        error = None if future.cancelled() else future.exception()
        if not self.cancelled and not future.cancelled():
            if error is None:
                self.succeeded.emit(future.result())
            elif not isinstance(error, CancelledError):
                self.failed.emit(error)
        self.finished.emit()
        self.deleteLater()


class Running(Generic[T]):
    """A handle on submitted work that is safe to keep after the task is gone."""

    def __init__(self, task: Task) -> None:
        self._task: Task | None = task
        task.finished.connect(self._forget)

    @property
    def active(self) -> bool:
        """Whether the work still runs and its result is still wanted."""
        return self._task is not None and not self._task.cancelled

    def cancel(self) -> None:
        """Ask the work to stop; its result is dropped. Harmless when it is over."""
        if self._task is not None:
            self._task.cancel()

    def _forget(self) -> None:
        self._task = None


class Reading(QObject):
    """Reads something each time it is asked; asked while it reads, once more after it.

    Skipping the second question instead would keep what was read before the last change on the
    screen until something else changes.

    Signals:
        succeeded: what was read.
        failed: why it could not be read.
    """

    succeeded = Signal(object)
    failed = Signal(object)

    def __init__(self, tasks: TaskRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._running: Running[object] | None = None
        self._next: Callable[[Event], object] | None = None

    @property
    def active(self) -> bool:
        """Whether a reading is under way."""
        return self._running is not None

    def ask(self, work: Callable[[Event], object]) -> None:
        """Read with ``work(stop)``, now or when the reading under way has ended."""
        if self._running is not None:
            self._next = work
            return
        self._running = self._tasks.run(work, self._take, self._fail)

    def drop(self) -> None:
        """Forget what is being read and what was asked meanwhile."""
        self._next = None
        if self._running is not None:
            self._running.cancel()
            self._running = None

    def _take(self, result: object) -> None:
        self._running = None
        self.succeeded.emit(result)
        self._go_on()

    def _fail(self, error: BaseException) -> None:
        self._running = None
        self.failed.emit(error)
        self._go_on()

    def _go_on(self) -> None:
        work, self._next = self._next, None
        if work is not None:
            self.ask(work)


class TaskRunner(QObject):
    """Runs blocking functions on a small pool and hands their results to the UI thread."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(WORKERS, thread_name_prefix="desk-worker")
        self._lock = Lock()
        self._open: set[Task] = set()
        self.on_bug: Callable[[BaseException], None] = _log_bug

    def run(
        self,
        work: Callable[[Event], T],
        then: Callable[[T], None],
        otherwise: Callable[[BaseException], None] | None = None,
        progress: Callable[[object], None] | None = None,
    ) -> Running[T]:
        """Run ``work(stop)`` on a worker; call ``then`` or ``otherwise`` on the UI thread.

        ``then`` and ``otherwise`` must be bound methods of a QObject, so that they are forgotten
        with it. Without ``otherwise`` a failure goes to ``on_bug``.
        """
        return self.run_reporting(_without_report(work), then, otherwise, progress)

    def run_reporting(
        self,
        work: Callable[[Event, Callable[[object], None]], T],
        then: Callable[[T], None],
        otherwise: Callable[[BaseException], None] | None = None,
        progress: Callable[[object], None] | None = None,
    ) -> Running[T]:
        """Like ``run``, for work that also gets a ``report(value)`` to call while it goes on."""
        task = Task(self)
        task.succeeded.connect(then)
        task.failed.connect(otherwise or self._tell_bug)
        if progress is not None:
            task.progressed.connect(progress)
        handle: Running[T] = Running(task)
        with self._lock:
            self._open.add(task)
        task.finished.connect(self._forget_finished)
        future: Future[object] = self._pool.submit(work, task.stop, task.report)
        future.add_done_callback(task.complete)
        return handle

    @property
    def busy(self) -> bool:
        """Whether any work is still under way."""
        return bool(self._open)

    def close(self) -> None:
        """Cancel everything and wait for what runs; bounded, as every call has a timeout."""
        for task in list(self._open):
            task.cancel()
        self._pool.shutdown(wait=True, cancel_futures=True)

    @Slot()
    def _forget_finished(self) -> None:
        task = self.sender()
        if isinstance(task, Task):
            self._open.discard(task)

    def _tell_bug(self, error: BaseException) -> None:
        self.on_bug(error)


def _without_report(
    work: Callable[[Event], T],
) -> Callable[[Event, Callable[[object], None]], T]:
    def run(stop: Event, _report: Callable[[object], None]) -> T:
        return work(stop)

    return run


def _log_bug(error: BaseException) -> None:
    log.error("unexpected failure of background work", exc_info=error)
