"""Ends a command that runs for long: in order, on Ctrl+C or when the system asks it to."""

from __future__ import annotations

import signal
from queue import Empty, SimpleQueue
from types import FrameType, TracebackType
from typing import Any, Self

_SIGNALS = (signal.SIGINT, signal.SIGTERM)


class Ending:
    """While it is entered, the signals do nothing but let ``wait`` return.

    A queue of this kind, unlike an event, may be filled by a signal that interrupts the very
    thread that waits.
    """

    def __init__(self) -> None:
        self._asked: SimpleQueue[int] = SimpleQueue()
        self._before: list[Any] = []
        self._is_asked = False

    def __enter__(self) -> Self:
        self._before = [signal.signal(number, self._note) for number in _SIGNALS]
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        for number, handler in zip(_SIGNALS, self._before, strict=True):
            signal.signal(number, handler)

    def wait(self, seconds: float) -> bool:
        """Wait so long at most; return whether the end was asked for, now or before."""
        if not self._is_asked:
            try:
                self._asked.get(timeout=seconds)
            except Empty:
                return False
            self._is_asked = True
        return True

    def _note(self, number: int, _frame: FrameType | None) -> None:
        self._asked.put(number)
