"""Tells pages what kinds of data changed, by this desk or by a colleague's."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from threading import Event

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from desktop.models.changes import Change
from desktop.views.tasks import Running, TaskRunner

POLL_INTERVAL_MS = 5_000

Versions = Mapping[Change, int]


class ChangeFeed(QObject):
    """Passes on what use cases publish, and looks regularly for the changes of other desks.

    Signals:
        changed: a ``Change``; on the UI thread, after its commit.
    """

    changed = Signal(object)
    _published = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._published.connect(self._pass_on, Qt.ConnectionType.QueuedConnection)
        self._timer = QTimer(self)
        self._timer.setInterval(POLL_INTERVAL_MS)
        self._timer.timeout.connect(self._poll)
        self._known: Versions | None = None
        self._tasks: TaskRunner | None = None
        self._read_versions: Callable[[], Versions] | None = None
        self._running: Running[Versions] | None = None

    def publish(self, change: Change) -> None:
        """Take a change from any thread."""
        self._published.emit(change)

    def watch(self, tasks: TaskRunner, read_versions: Callable[[], Versions]) -> None:
        """Begin to look for the changes of other desks."""
        self._tasks = tasks
        self._read_versions = read_versions
        self._timer.start()
        self._poll()

    def stop(self) -> None:
        """Stop looking; called before the workers are closed."""
        self._timer.stop()

    @Slot(object)
    def _pass_on(self, change: Change) -> None:
        self.changed.emit(change)

    @Slot()
    def _poll(self) -> None:
        if self._tasks is None or (self._running is not None and self._running.active):
            return
        self._running = self._tasks.run(self._read, self._compare, self._skip)

    def _read(self, _stop: Event) -> Versions:
        return self._read_versions() if self._read_versions else {}

    def _compare(self, versions: Versions) -> None:
        known, self._known = self._known, versions
        if known is None:
            return
        for change, version in versions.items():
            if known.get(change, 0) != version:
                self.changed.emit(change)

    def _skip(self, _error: BaseException) -> None:
        """Let a failed look pass: the pages tell a broken database, and the next look comes."""
