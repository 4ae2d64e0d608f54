"""Runs the program itself, as a person at a terminal would, with directories of its own."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Ended:
    """How a run ended."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:  # noqa: ANN401  # whatever was written
        return json.loads(self.out)

    @property
    def sentence(self) -> str:
        """The one sentence on standard error; nothing else may stand there."""
        assert self.err.endswith("\n"), self.err
        assert self.err.count("\n") == 1, self.err
        return self.err.strip()


@dataclass(frozen=True, slots=True)
class RunningProgram:
    """A run that has not ended yet."""

    process: subprocess.Popen[bytes]
    out_file: Path
    err_file: Path

    @property
    def out(self) -> str:
        """What it has written by now."""
        return self.out_file.read_text(encoding="utf-8")

    @property
    def is_over(self) -> bool:
        """Whether it has ended."""
        return self.process.poll() is not None

    def end(self, number: int = signal.SIGTERM) -> Ended:
        """Ask it to end and wait until it has."""
        self.process.send_signal(number)
        return self.ended()

    def ended(self) -> Ended:
        """Wait until it ends by itself; one that does not is made to tell where each thread is."""
        try:
            status = self.process.wait(timeout=90)
        except subprocess.TimeoutExpired:
            self.process.send_signal(signal.SIGABRT)
            self.process.wait()
            raise AssertionError(f"it did not end:\n{self._told}") from None
        return Ended(status, self.out, self.err_file.read_text(encoding="utf-8"))

    @property
    def _told(self) -> str:
        return self.out + self.err_file.read_text(encoding="utf-8")


class Program:
    """The program with a home of its own, so that no run sees another's files."""

    def __init__(self, home: Path) -> None:
        self.home = home

    def run(self, *arguments: str | Path, prefix: Sequence[str] = (), **environment: str) -> Ended:
        ended = subprocess.run(
            [*prefix, sys.executable, "-m", "desktop", *map(str, arguments)],
            cwd=_ROOT,
            env=self._environment(environment),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            timeout=90,
            check=False,
        )
        return Ended(ended.returncode, ended.stdout, ended.stderr)

    @contextmanager
    def running(
        self, *arguments: str | Path, given: str | None = "", **environment: str
    ) -> Iterator[RunningProgram]:
        """Start a command that runs until it is asked to end.

        ``given`` stands on its input; with None its input stays open, and silent.
        """
        self.home.mkdir(parents=True, exist_ok=True)
        out, err = self.home / "out", self.home / "err"
        with out.open("wb") as out_file, err.open("wb") as err_file:
            process = subprocess.Popen(
                [sys.executable, "-m", "desktop", *map(str, arguments)],
                cwd=_ROOT,
                env=self._environment(environment),
                stdin=subprocess.PIPE,
                stdout=out_file,
                stderr=err_file,
            )
        assert process.stdin is not None
        try:
            if given is not None:
                process.stdin.write(given.encode())
                process.stdin.close()
            yield RunningProgram(process, out, err)
        finally:
            process.kill()
            process.wait()
            process.stdin.close()

    def _environment(self, more: dict[str, str]) -> dict[str, str]:
        kept = {
            name: value
            for name, value in os.environ.items()
            if name not in {"SOLUTION_DESK_DATABASE", "DISPLAY", "WAYLAND_DISPLAY", "LC_ALL"}
        }
        return {
            **kept,
            "LANG": "C.UTF-8",
            "PYTHONFAULTHANDLER": "1",
            "XDG_DATA_HOME": str(self.home / "data"),
            "XDG_CONFIG_HOME": str(self.home / "config"),
            "XDG_STATE_HOME": str(self.home / "state"),
            "XDG_CACHE_HOME": str(self.home / "cache"),
            **more,
        }
