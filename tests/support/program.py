"""Runs the program itself, as a person at a terminal would, with directories of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
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

    def _environment(self, more: dict[str, str]) -> dict[str, str]:
        kept = {
            name: value
            for name, value in os.environ.items()
            if name not in {"SOLUTION_DESK_DATABASE", "DISPLAY", "WAYLAND_DISPLAY", "LC_ALL"}
        }
        return {
            **kept,
            "LANG": "C.UTF-8",
            "XDG_DATA_HOME": str(self.home / "data"),
            "XDG_CONFIG_HOME": str(self.home / "config"),
            "XDG_STATE_HOME": str(self.home / "state"),
            "XDG_CACHE_HOME": str(self.home / "cache"),
            **more,
        }
