"""Makes sure, right before a request goes out, that the right to send has not run out.

A computer that slept must not send when it wakes up: another one may have taken over. The wall
clock alone can be set back, and the ordinary monotonic clock stands still during sleep, so both
the wall clock and one that counts sleep must agree.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

Seconds = Callable[[], float]


def boot_clock_s() -> float:
    """Return seconds on a clock that nobody can set and that goes on while the computer sleeps.

    That is ``CLOCK_BOOTTIME`` on Linux, ``CLOCK_MONOTONIC`` on macOS, the tick count on Windows.
    """
    clock = getattr(time, "CLOCK_BOOTTIME", getattr(time, "CLOCK_MONOTONIC", None))
    return time.monotonic() if clock is None else time.clock_gettime(clock)


@dataclass(frozen=True, slots=True)
class Clocks:
    """The two clocks, in seconds; a test hands in its own."""

    wall: Seconds = time.time
    boot: Seconds = boot_clock_s


class Fence:
    """Holds from the moment *before* the claim was committed for ``seconds``."""

    def __init__(self, seconds: float, clocks: Clocks) -> None:
        self._seconds = seconds
        self._clocks = clocks
        self._wall = clocks.wall()
        self._boot = clocks.boot()

    def holds(self) -> bool:
        """Tell whether a request may still go out.

        A wall clock that was set back by more than a moment is no proof of anything: then no.
        """
        wall_s = self._clocks.wall() - self._wall
        boot_s = self._clocks.boot() - self._boot
        return -1.0 < wall_s < self._seconds and 0 <= boot_s < self._seconds
