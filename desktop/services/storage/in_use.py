"""Shows that a SQLite database is in use, so that nobody replaces it under those who use it.

    use = UseLock(path)
    use.share()      whoever opens it to write; many may
    use.alone()      whoever replaces it; only while nobody shares
    use.leave()

The system gives the lock up with the process, however it ends.
"""

from __future__ import annotations

import logging
import sys
from pathlib import Path
from typing import BinaryIO

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

log = logging.getLogger(__name__)

_SEATS = 256
"""On Windows each user holds one byte of the file; who wants it alone holds all of them."""


class UseLock:
    """The lock of one database file; it lies in a small file beside it."""

    def __init__(self, database: Path) -> None:
        """Look at ``database``; nothing is locked yet."""
        self._path = database.with_name(f"{database.name}-in-use")
        self._file: BinaryIO | None = None

    def share(self) -> bool:
        """Use the database together with others; False while somebody replaces it.

        Where no file can be kept beside it, nothing is locked: such a folder is read-only.
        """
        return self._lock(alone=False)

    def alone(self) -> bool:
        """Have the database alone; False while anybody uses it."""
        return self._lock(alone=True)

    def leave(self) -> None:
        """Use it no more."""
        if self._file is not None:
            self._file.close()
            self._file = None

    def _lock(self, *, alone: bool) -> bool:
        try:
            file = self._path.open("a+b")
        except OSError as error:
            log.info("the use of the database cannot be shown: %s", type(error).__name__)
            return True
        if not _locks(file, alone=alone):
            file.close()
            return False
        self._file = file
        return True


if sys.platform == "win32":

    def _locks(file: BinaryIO, *, alone: bool) -> bool:
        seats = [(0, _SEATS)] if alone else [(seat, 1) for seat in range(_SEATS)]
        return any(_locks_bytes(file, first, count) for first, count in seats)

    def _locks_bytes(file: BinaryIO, first: int, count: int) -> bool:
        try:
            file.seek(first)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, count)
        except OSError:
            return False
        return True

else:

    def _locks(file: BinaryIO, *, alone: bool) -> bool:
        way = fcntl.LOCK_EX if alone else fcntl.LOCK_SH
        try:
            fcntl.flock(file, way | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
