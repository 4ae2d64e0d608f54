"""Ends a command that runs for long: in order, on Ctrl+C or when the system asks it to.

The system may hand a signal to any thread, at any moment, and Python takes it up in the main
thread alone, once that is at Python code again. So nothing here waits for the main thread: the
byte that the signal writes at once wakes a thread of ours, whatever the others are doing.
"""

from __future__ import annotations

import faulthandler
import signal
import socket
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType, TracebackType
from typing import Any, Self

LONGEST_END_S = 75.0
"""Longer than every wait of an end in order, shorter than the 90 s after which systemd kills."""

_SIGNALS = (signal.SIGINT, signal.SIGTERM)
_ENOUGH = b"\0"
"""No signal has this number."""


class AskedToEndError(Exception):
    """The end was asked for while somebody was being waited for."""


class Ending:
    """While it is entered, the signals do nothing but let ``wait`` return. For the main thread."""

    def __init__(self, at_most_s: float | None = None) -> None:
        """Let the whole process last ``at_most_s`` seconds more once its end was asked for.

        If it has not ended by then, in order, it tells where each of its threads is, and ends.
        """
        self._at_most_s = at_most_s
        self._asked = threading.Event()
        self._is_noted = False
        self._interrupts = False
        self._before: list[Any] = []
        self._fd_before = -1

    def __enter__(self) -> Self:
        self._heard, self._told = socket.socketpair()
        self._told.settimeout(0)
        self._watcher = threading.Thread(target=self._watch, name="ending", daemon=True)
        self._watcher.start()
        self._fd_before = signal.set_wakeup_fd(self._told.fileno(), warn_on_full_buffer=False)
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
        signal.set_wakeup_fd(self._fd_before)
        self._told.send(_ENOUGH)
        self._watcher.join()
        self._told.close()
        self._heard.close()

    def wait(self, seconds: float) -> bool:
        """Wait so long at most; return whether the end was asked for, now or before."""
        return self._asked.wait(seconds)

    @contextmanager
    def interrupting(self) -> Iterator[None]:
        """Let a signal break off what is waited for in here: a prompt goes on waiting otherwise.

        Raises:
            AskedToEndError: the end is asked for, or was before.

        """
        self._interrupts = True
        try:
            if self._is_noted:
                raise AskedToEndError
            yield
        finally:
            self._interrupts = False

    def _watch(self) -> None:
        numbers = b""
        while _ENOUGH not in numbers:
            numbers = self._heard.recv(64)
            if not self._asked.is_set() and any(number in _SIGNALS for number in numbers):
                self._bound_the_end()
                self._asked.set()

    def _bound_the_end(self) -> None:
        if self._at_most_s is not None:
            # Not even a thread that keeps Python's own lock holds this up.
            told_to = 2 if sys.stderr is None else sys.stderr
            faulthandler.dump_traceback_later(self._at_most_s, exit=True, file=told_to)

    def _note(self, _number: int, _frame: FrameType | None) -> None:
        self._is_noted = True
        if self._interrupts:
            raise AskedToEndError
