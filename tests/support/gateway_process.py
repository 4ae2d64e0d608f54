"""A loopback gateway in a process of its own, so that it takes no time from what is measured.

It ends with its standard input.
"""

from __future__ import annotations

import subprocess
import sys
import threading
from types import TracebackType
from typing import Self

from tests.faults import FaultServer


class GatewayProcess:
    """The well-behaved gateway, answering after ``latency_s``; use it as a context manager."""

    def __init__(self, latency_s: float) -> None:
        self._latency_s = latency_s
        self.port = 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/rest"

    def __enter__(self) -> Self:
        command = [sys.executable, "-m", "tests.support.gateway_process", str(self._latency_s)]
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        self.port = int(self._ask())
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _traceback: TracebackType | None,
    ) -> None:
        self._process.communicate()

    def taken(self) -> tuple[int, int]:
        """Returns how many SMS it took, and how many numbers got more than one."""
        whole, twice = self._ask("?").split()
        return int(whole), int(twice)

    def _ask(self, line: str = "") -> str:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        if line:
            self._process.stdin.write(line + "\n")
            self._process.stdin.flush()
        return self._process.stdout.readline()


def main() -> None:
    """Answers until nobody asks any more."""
    # One connection's answer must not wait for another one's five milliseconds.
    sys.setswitchinterval(0.0005)
    threading.stack_size(256 * 1024)
    with FaultServer(latency_s=float(sys.argv[1])) as server:
        print(server.port, flush=True)
        for _ in sys.stdin:
            counts = server.taken_by_recipient()
            twice = sum(count > 1 for count in counts.values())
            print(sum(counts.values()), twice, flush=True)


if __name__ == "__main__":
    main()
