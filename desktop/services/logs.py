"""The log: a rotating file in which no phone number can be read, and a file for hard crashes."""

from __future__ import annotations

import faulthandler
import io
import logging
import os
import re
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import TextIO

LOG_FILE = "desk.log"
CRASH_FILE = "crash.log"
MAX_BYTES = 2_000_000
KEPT_FILES = 4

SHORTEST_NUMBER = 7
"""A run of digits from this length on may be somebody's number."""

_HIDDEN_AT_LEAST = 4
_SHOWN_FIRST = 5
_SHOWN_LAST = 2

_GAP = r"[\s./()\[\]\-\u2010-\u2015]{0,3}"
_MOMENT = r"(?<![\d+])\d{4}-[01]\d-[0-3]\d(?:[T ][0-2]\d:\d\d(?::\d\d(?:[.,]\d{1,6})?)?)?(?!\d)"
_UUID = r"\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b"
_NUMBER = rf"\d(?:{_GAP}\d){{{SHORTEST_NUMBER - 1},}}"
_INTERESTING = re.compile(rf"(?P<kept>{_MOMENT}|{_UUID})|{_NUMBER}")


_ROW = re.compile(r"(DETAIL:\s+).*?(?=\n\n|\n\[SQL|\nCONTEXT:|\Z)", re.DOTALL)
"""Where PostgreSQL quotes a whole row, with the names in it."""

# Kept open on purpose: the handler writes to it while the process dies.
_crash_files: list[TextIO] = []


def redact(text: str) -> str:
    """Return ``text`` with the middle of everything that may be a phone number hidden.

    Moments and message ids stay; any other seven or more digits, however grouped, do not.
    """
    return _INTERESTING.sub(_masked, text)


def _masked(match: re.Match[str]) -> str:
    if match["kept"]:
        return match[0]
    digits = "".join(re.findall(r"\d", match[0]))
    first = max(0, min(_SHOWN_FIRST, len(digits) - _SHOWN_LAST - _HIDDEN_AT_LEAST))
    return f"{digits[:first]}***{digits[-_SHOWN_LAST:]}"


class RedactingFormatter(logging.Formatter):
    """Formats a record as usual and then hides numbers in all of it, tracebacks included."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line as it goes into the file."""
        return redact(_ROW.sub(r"\1***", super().format(record)))


class _PrivateRotatingFile(RotatingFileHandler):
    """A rotating file that only its owner can read."""

    def _open(self) -> TextIOWrapper:
        descriptor = os.open(self.baseFilename, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        return TextIOWrapper(io.FileIO(descriptor, "a"), self.encoding, line_buffering=True)


def set_up_logs(folder: Path, *, verbose: bool = False) -> logging.Handler | None:
    """Write the log into ``folder`` from now on; return its handler, or None without a place.

    A desk that cannot write its log works on all the same.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler: logging.Handler = _PrivateRotatingFile(
            folder / LOG_FILE, maxBytes=MAX_BYTES, backupCount=KEPT_FILES, encoding="utf-8"
        )
        _watch_hard_crashes(folder / CRASH_FILE)
    except OSError:
        return None
    handler.setFormatter(
        RedactingFormatter("%(asctime)s %(levelname)s %(threadName)s %(name)s: %(message)s")
    )
    root = logging.getLogger()
    root.setLevel(logging.DEBUG if verbose else logging.INFO)
    root.addHandler(handler)
    for talker in ("sqlalchemy", "urllib3", "alembic"):
        logging.getLogger(talker).setLevel(logging.WARNING)
    return handler


def take_down_logs(handler: logging.Handler) -> None:
    """Stop writing to the log that ``set_up_logs`` opened."""
    logging.getLogger().removeHandler(handler)
    handler.close()
    _watch_no_more()


def _watch_hard_crashes(path: Path) -> None:
    opened = path.open("a", encoding="utf-8")
    _watch_no_more()
    _crash_files.append(opened)
    faulthandler.enable(opened)


def _watch_no_more() -> None:
    faulthandler.disable()
    while _crash_files:
        _crash_files.pop().close()
