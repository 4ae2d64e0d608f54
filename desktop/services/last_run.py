"""Finds out at the start how the run before ended, and makes a crash report that names nobody.

    runs = RunBook(log_dir())
    crashed = runs.begin()     what ended without closing since the last start, or None
    runs.beat()                now and then: so far this run is known to have lived
    runs.end()                 at a clean close

Each run holds a lock on a file of its own, which the system gives up however the run ends. The
report is made of the log, in which no number stands, and of what was written while dying.
"""

from __future__ import annotations

import contextlib
import getpass
import logging
import os
import platform
import re
import time
import uuid
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from desktop import __version__
from desktop.services.logs import CRASH_FILE, LOG_FILE, redact
from desktop.services.sending.presence import locks_alone

log = logging.getLogger(__name__)

_SUFFIX = ".run"
_LOG_LINES = 300
_CRASH_BYTES = 60_000
_KEPT_REPORTS = 5
_SHORTEST_NAME = 4
_MESSAGE = re.compile(r"^[\w.]*(?:Error|Exception|Warning|Interrupt|Exit)\b.*$", re.MULTILINE)
"""The line of a traceback that says which exception it was."""
_QUOTED = re.compile(r"'[^'\n]*'|\"[^\"\n]*\"")


@dataclass(frozen=True, slots=True)
class CrashedRun:
    """A run that ended without closing; ``ended_at`` is its last sign of life.

    ``report`` is text without numbers, ``path`` where it lies, None where it could not be kept.
    """

    ended_at: datetime
    report: str
    path: Path | None


class RunBook:
    """Knows which runs of the desk on this computer are alive, and which have ended how."""

    def __init__(self, folder: Path) -> None:
        """Keep the books in ``folder``, beside the log."""
        self._folder = folder
        self._path = folder / f"{uuid.uuid4().hex}{_SUFFIX}"
        self._file: BinaryIO | None = None

    def begin(self) -> CrashedRun | None:
        """Enter this run; return the latest one that has ended without closing.

        Without a place to write to, nothing is known and nothing is said.
        """
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            ended = [seen for path in self._others() if (seen := _ended(path)) is not None]
            self._enter()
            return self._report(max(ended)) if ended else None
        except OSError as error:
            log.info("the book of runs cannot be kept: %s", type(error).__name__)
            return None

    def beat(self) -> None:
        """Say that this run lives."""
        if self._file is not None:
            try:
                os.utime(self._path)
            except OSError:
                log.info("the book of runs is gone")

    def end(self) -> None:
        """Strike this run out: it closes as it should."""
        if self._file is not None:
            self._file.close()
            self._file = None
            self._path.unlink(missing_ok=True)

    def _others(self) -> list[Path]:
        return [path for path in self._folder.glob(f"*{_SUFFIX}") if path != self._path]

    def _enter(self) -> None:
        file = self._path.open("w+b")
        if locks_alone(file):
            self._file = file
        else:
            file.close()

    def _report(self, ended_s: float) -> CrashedRun:
        ended_at = datetime.fromtimestamp(ended_s, UTC)
        text = crash_report(self._folder, ended_at)
        path = self._folder / f"crash-{ended_at:%Y%m%d-%H%M%S}.txt"
        _empty(self._folder / CRASH_FILE)
        try:
            descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(descriptor, "w", encoding="utf-8") as file:
                file.write(text)
            self._sweep()
        except OSError:
            return CrashedRun(ended_at, text, None)
        return CrashedRun(ended_at, text, path)

    def _sweep(self) -> None:
        for path in sorted(self._folder.glob("crash-*.txt"))[:-_KEPT_REPORTS]:
            path.unlink(missing_ok=True)


def _ended(path: Path) -> float | None:
    """Return when a run was last heard of, if it is no more; its page is torn out."""
    try:
        with path.open("r+b") as file:
            if not locks_alone(file):
                return None
            seen_s = path.stat().st_mtime
        path.unlink(missing_ok=True)
    except OSError:
        return None
    return min(seen_s, time.time())


def _empty(path: Path) -> None:
    """Let nobody take what one run wrote while it died for the end of a later one."""
    with contextlib.suppress(OSError):
        os.truncate(path, 0)


def forget_report(path: Path) -> None:
    """Delete a report; one that is gone already needs it no more."""
    path.unlink(missing_ok=True)


def crash_report(folder: Path, ended_at: datetime) -> str:
    """Return what is known of the end of a run: no number, no name, no text that somebody typed."""
    crash = _tail(folder / CRASH_FILE)
    lines = _tail(folder / LOG_FILE).splitlines()[-_LOG_LINES:]
    parts = [
        f"Solution Desk, ended without closing about {ended_at:%Y-%m-%d %H:%M} UTC",
        f"version {__version__}, {platform.platform()}, Python {platform.python_version()}",
        "--- written while it died",
        crash.strip() or "nothing",
        "--- the end of its log",
        *lines,
    ]
    return without_names(redact("\n".join(parts)))


def without_names(text: str) -> str:
    """Return a report without what names a person: folders, account, computer, quoted values.

    The message of an exception may quote what somebody typed; its kind and its place stay.
    """
    text = text.replace(str(Path.home()), "~")
    for name in _names_here():
        text = re.sub(rf"\b{re.escape(name)}\b", "***", text)
    return _MESSAGE.sub(lambda line: _QUOTED.sub("'***'", line[0]), text)


def _names_here() -> list[str]:
    names = [platform.node()]
    try:
        names.append(getpass.getuser())
    except (OSError, KeyError):
        log.info("this account has no name")
    # "root" and the like stand in every path of a system and name nobody.
    return [name for name in names if len(name) > _SHORTEST_NAME]


def _tail(path: Path) -> str:
    try:
        with path.open("rb") as file:
            size = file.seek(0, os.SEEK_END)
            file.seek(max(0, size - _CRASH_BYTES))
            return file.read().decode("utf-8", "replace")
    except OSError:
        return ""
