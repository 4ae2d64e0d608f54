"""How long the desk takes from start to usable window, beside an empty window frozen alike.

Measured from outside, on a screen of its own, both alike: the first change on the screen is the
window, and the last one before it rests is the moment from which a person can use it.
"""

from __future__ import annotations

import os
import signal
import statistics
import subprocess
import tempfile
import time
from pathlib import Path

from scripts.package import project
from scripts.package.freezing import UNUSED_MODULES
from scripts.package.screen import Screen, screen

ROUNDS = 7
REST_S = 1.0
EMPTY = project.TEMPLATES / "empty_window.py"
PLACE = project.ROOT / "build" / "empty-window"

Times = tuple[float, float, float]
"""Seconds until the window shows and until it rests, and of the processor until then."""


def report() -> str:
    """Measure both, by turns, and return the figures as a table in Markdown."""
    desk = project.DIST / project.name() / project.name()
    empty = freeze_empty_window()
    with tempfile.TemporaryDirectory(prefix="desk-start-") as home:
        _once(desk, home)  # makes the database, and both are in the computer's memory from now on
        _once(empty, home)
        rounds = [(_once(empty, home), _once(desk, home)) for _ in range(ROUNDS)]
    lines = ["| start | window shows, s | usable, s | processor, s |", "|---|--:|--:|--:|"]
    lines.append(_line("empty PySide6 window", [empty for empty, _ in rounds]))
    lines.append(_line(project.TITLE, [desk for _, desk in rounds]))
    return "\n".join(lines) + "\n"


def _line(name: str, times: list[Times]) -> str:
    return f"| {name} | {' | '.join(_spread(one) for one in zip(*times, strict=True))} |"


def _spread(values: tuple[float, ...]) -> str:
    return f"{statistics.median(values):.2f} ({min(values):.2f} to {max(values):.2f})"


def _once(program: Path, home: str) -> Times:
    homes = dict.fromkeys(("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"), home)
    with screen() as shown:
        began = time.monotonic()
        started = subprocess.Popen(
            [program],
            env={**os.environ, **homes, "DISPLAY": shown.display, "QT_QPA_PLATFORM": "xcb"},
            stderr=subprocess.DEVNULL,
        )
        try:
            return _seen(shown, started, began)
        finally:
            started.send_signal(signal.SIGTERM)
            started.wait()


def _seen(shown: Screen, started: subprocess.Popen[bytes], began: float) -> Times:
    first, last = shown.rests(REST_S, started)
    return first - began, last - began, _processor_seconds(started.pid)


def _processor_seconds(process: int) -> float:
    """Return what a process has used of the processor, which a busy computer changes little."""
    told = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")


def freeze_empty_window() -> Path:
    """Build the empty window in the same way as the desk, unless it is there already."""
    program = PLACE / "dist" / "empty" / "empty"
    if not program.exists():
        excluded = [f"--exclude-module={name}" for name in UNUSED_MODULES]
        subprocess.run(
            [
                *(str(project.ROOT / ".venv/bin/python"), "-m", "PyInstaller", "--noconfirm"),
                *("--log-level", "ERROR", "--name", "empty", "--onedir", *excluded),
                *("--specpath", PLACE, "--workpath", PLACE / "work"),
                *("--distpath", PLACE / "dist", EMPTY),
            ],
            check=True,
        )
    return program
