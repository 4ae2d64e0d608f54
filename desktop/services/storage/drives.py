"""Tells whether a folder lies on a network drive, where SQLite's locks cannot be trusted."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

NETWORK_FILE_SYSTEMS = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "ncpfs", "fuse.sshfs", "fuse.rclone", "davfs"}
)
_MOUNTS = Path("/proc/self/mountinfo")
_DRIVE_REMOTE = 4


def is_network_drive(path: Path, mounts: Path = _MOUNTS) -> bool:
    """Tell whether ``path`` surely lies on a network drive; where nobody can tell, it does not."""
    if sys.platform == "win32":
        return _is_remote_on_windows(path)
    try:
        text = mounts.read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return False
    return _file_system(path, text) in NETWORK_FILE_SYSTEMS


def _file_system(path: Path, mounts: str) -> str:
    """Return the type of the file system whose mount point is the longest above ``path``."""
    place = Path(os.path.realpath(path))
    inside = [one for one in _mount_points(mounts) if place.is_relative_to(one[0])]
    # Of two mounts on one point, the later one covers the earlier.
    return max(inside, key=lambda one: len(one[0].parts), default=(Path(), ""))[1]


def _mount_points(mounts: str) -> Iterator[tuple[Path, str]]:
    for line in reversed(mounts.splitlines()):
        head, _, tail = line.partition(" - ")
        fields = head.split()
        if len(fields) > 4 and tail:  # noqa: PLR2004  # the mount point is the fifth (man 5 proc)
            yield Path(_unescaped(fields[4])), tail.split()[0]


def _unescaped(text: str) -> str:
    for code, character in (("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")):
        text = text.replace(code, character)
    return text


def _is_remote_on_windows(path: Path) -> bool:
    if path.absolute().drive.startswith("\\\\"):
        return True
    import ctypes

    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009  # exists on Windows only
    return bool(kernel.GetDriveTypeW(path.absolute().anchor) == _DRIVE_REMOTE)
