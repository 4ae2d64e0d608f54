"""Lets each person have one window on a database: whoever holds the lock opens it.

    one = OneDesk(url)
    one.take()       whether this start is the first; until it ends, however it ends
    one.address      where the window listens for later starts (views/reception)

The lock decides, not the socket: the system gives it up with the process, so that what a crash
leaves behind stands in nobody's way, and of two starts at the same moment one gets it.
"""

from __future__ import annotations

import contextlib
import getpass
import hashlib
import logging
import os
import sys
from pathlib import Path
from typing import BinaryIO

from sqlalchemy import make_url

from desktop.paths import data_dir, runtime_dir
from desktop.services.sending.presence import locks_alone

log = logging.getLogger(__name__)

_LONGEST_PATH = 100
"""The address of a socket has room for 107 bytes on Linux, 103 on macOS."""


class OneDesk:
    """The right to the one window of this person on one database."""

    def __init__(self, url: str, folder: Path | None = None) -> None:
        """Work out names for ``url``; nothing is taken yet."""
        self._name = f"desk-{_key(url)}"
        self._folder = folder or _own_folder()
        self._file: BinaryIO | None = None

    @property
    def address(self) -> str:
        """The name of the local socket: a path, on Windows the name of a pipe."""
        path = str(self._folder / self._name)
        fits = sys.platform != "win32" and len(os.fsencode(path)) <= _LONGEST_PATH
        return path if fits else self._name

    def take(self) -> bool:
        """Take the right; tell whether nobody else has it at this moment.

        Where no lock can be kept everybody gets it: a second window does no harm to the data.
        """
        path = self._folder / f"{self._name}.lock"
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            file = path.open("a+b")
        except OSError as error:
            log.info("the one window cannot be ensured: %s", type(error).__name__)
            return True
        # A file that its owner has removed meanwhile locks nobody out: the next look finds another.
        if not locks_alone(file) or not _is_there(file, path):
            file.close()
            return False
        self._file = file
        return True

    def leave(self) -> None:
        """Give the right back, and leave no file behind."""
        if self._file is not None:
            # While it is still locked, so that it is nobody else's by now.
            with contextlib.suppress(OSError):
                Path(self._file.name).unlink()
            self._file.close()
            self._file = None


def _is_there(file: BinaryIO, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(file.fileno()), path.stat())
    except OSError:
        return False


def _key(url: str) -> str:
    parts = make_url(url)
    if parts.get_backend_name() == "sqlite":
        place = os.path.normcase(os.path.realpath(parts.database or ""))
    else:
        place = parts.set(query={}).render_as_string(hide_password=True)
    return hashlib.sha256(f"{_person()}\n{place}".encode()).hexdigest()[:16]


def _person() -> str:
    return str(os.getuid()) if hasattr(os, "getuid") else getpass.getuser()


def _own_folder() -> Path:
    """Return a folder that only this person can write to."""
    folder = runtime_dir()
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if sys.platform != "win32":
            state = folder.lstat()
            if state.st_uid != os.getuid() or folder.is_symlink():
                return data_dir() / "run"
            folder.chmod(0o700)
    except OSError:
        return data_dir() / "run"
    return folder
