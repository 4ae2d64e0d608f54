"""Proves that a sender on this computer is gone, so that nobody has to wait for its lease to end.

    presence = Presence(folder)
    presence.enter(owner)          before the first claim; the file of this owner is locked from now
    presence.is_gone(owner)        another start asks: is that sender surely no more?
    presence.leave()               after the last answer

The operating system gives up the lock when the process ends, however it ends, and at no other
moment; no number of a process is compared that could belong to another one by now. A file that is
missing, that cannot be read or that another computer wrote proves nothing: then the lease decides.

Nothing is sent twice even if the proof were wrong. What a sender has claimed never goes back to
the queue because somebody else took over; it becomes *unclear*, and the old sender can neither
claim on nor record anything but a definite outcome.
"""

from __future__ import annotations

import logging
import os
import socket
import sys
import time
import uuid
from pathlib import Path
from typing import BinaryIO

from desktop.paths import data_dir
from desktop.services.storage.database import Database

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

log = logging.getLogger(__name__)

_STALE_S = 2 * 24 * 3600
_SUFFIX = ".sender"


class Presence:
    """The locked file of one sender, and what the files of others prove. Without a folder: none."""

    def __init__(self, folder: Path | None = None) -> None:
        """Keep the files in ``folder``, which all desks of this computer on one database share."""
        self._folder = folder
        self._file: BinaryIO | None = None
        self._host = socket.gethostname()

    def enter(self, owner: str) -> None:
        """Lock the file of ``owner``. Where that fails, others wait for the lease as well."""
        if self._folder is None or self._file is not None:
            return
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._sweep(self._folder)
            file = _path(self._folder, owner).open("w+b")
        except OSError as error:
            log.info("a sender cannot show that it is there: %s", type(error).__name__)
            return
        file.write(owner.encode())
        file.flush()
        if locks_alone(file):
            self._file = file
        else:
            file.close()

    def leave(self) -> None:
        """Unlock it; the file stays as a proof where the lease could not be given back."""
        if self._file is not None:
            self._file.close()
            self._file = None

    def is_gone(self, owner: str) -> bool:
        """Tell whether ``owner`` was a sender of this computer and its process has ended."""
        if self._folder is None or owner.partition("/")[0] != self._host:
            return False
        try:
            with _path(self._folder, owner).open("r+b") as file:
                return file.read() == owner.encode() and locks_alone(file)
        except OSError:
            return False

    def _sweep(self, folder: Path) -> None:
        """Remove what was left long ago: no lease lasts that long."""
        before_s = time.time() - _STALE_S
        for path in folder.glob(f"*{_SUFFIX}"):
            if path.stat().st_mtime < before_s and self._is_unlocked(path):
                path.unlink(missing_ok=True)

    def _is_unlocked(self, path: Path) -> bool:
        with path.open("r+b") as file:
            return locks_alone(file)


def presence_of(database: Database) -> Presence:
    """Return the presence of a sender on ``database``."""
    return Presence(presence_folder(database))


def presence_folder(database: Database) -> Path:
    """Return where senders on ``database`` show that they are there."""
    if not database.is_sqlite:
        return data_dir() / "senders"
    beside = Path(database.place)
    return beside.with_name(beside.name + "-senders")


def unlike_any_other() -> str:
    """Return a name for one run of a sender, for the database and for people."""
    return f"{socket.gethostname()}/{os.getpid()}/{uuid.uuid4().hex[:12]}"


def _path(folder: Path, owner: str) -> Path:
    # The part after the host is hexadecimal; of anything else only the harmless letters count.
    name = "".join(letter for letter in owner.rpartition("/")[2] if letter.isalnum())
    return folder / f"{name}{_SUFFIX}"


def locks_alone(file: BinaryIO) -> bool:
    """Lock a file for as long as it is open; tell whether nobody else has."""
    try:
        if sys.platform == "win32":
            # Far behind the text, so that others can still read it.
            file.seek(1 << 20)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
