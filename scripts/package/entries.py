"""What came into the frozen folder, from where, and whose work it is."""

from __future__ import annotations

import json
import os
import platform
import re
import subprocess
import sysconfig
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.metadata import distributions
from pathlib import Path

from scripts.package import project
from scripts.package.freezing import SYMLINK

ENTRIES = project.BUILD / "entries.json"
OURS = "solution-desk"
PYTHON = "Python"
UNKNOWN = "other"


@dataclass(frozen=True, slots=True)
class Entry:
    """One file of the frozen folder, or one module in its archive.

    ``place`` is relative to ``_internal``; ``source`` may be empty for what has no file.
    """

    kind: str
    place: str
    source: str

    @property
    def is_module(self) -> bool:
        """Whether it lies in the archive of modules."""
        return self.kind == "modules"


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose work a file is: a package of Python, of Debian, or this program."""

    kind: str
    name: str
    version: str = ""


def read_entries(path: Path = ENTRIES) -> list[Entry]:
    """Return what the last build has put into the folder."""
    told = json.loads(path.read_text(encoding="utf-8"))
    return [
        Entry(kind, place, source)
        for kind in told
        for place, source, how in told[kind]
        if how != SYMLINK
    ]


def owner(entry: Entry) -> Owner:
    """Return whose work an entry is."""
    source = os.path.realpath(entry.source) if entry.source else ""
    if not source or _is_below(source, project.BUILD):
        return _of_place(entry.place)
    found = _python_files().get(source)
    if found:
        return found
    if _is_below(source, project.ROOT) and not _is_below(source, project.ROOT / ".venv"):
        return Owner("ours", OURS, project.version())
    return _of_interpreter(source) or debian_owner(source) or _of_place(entry.place)


def _is_below(source: str, folder: Path) -> bool:
    return Path(source).is_relative_to(folder.resolve())


@cache
def _python_files() -> dict[str, Owner]:
    """Return each installed file with its package."""
    files: dict[str, Owner] = {}
    for package in distributions():
        name = package.metadata["Name"]
        told = Owner("ours" if name == OURS else "python", name, package.version)
        top = os.path.realpath(str(package.locate_file("")))
        files |= {os.path.normpath(f"{top}/{file}"): told for file in package.files or ()}
    return files


def _of_interpreter(source: str) -> Owner | None:
    paths = sysconfig.get_paths()
    for folder in {paths["stdlib"], paths["platstdlib"]}:
        if _is_below(source, Path(folder)) and "site-packages" not in source:
            return interpreter()
    return interpreter() if re.search(r"libpython3|python3\d*\.dll", source) else None


def _of_place(place: str) -> Owner:
    """Return the owner of what was made while building."""
    if re.match(r"libpython3|base_library|python3|lib-dynload", place):
        return interpreter()
    return Owner("ours", OURS, project.version())


def interpreter() -> Owner:
    """Return the Python that is inside."""
    return Owner("interpreter", PYTHON, platform.python_version())


@cache
def debian_owner(source: str) -> Owner | None:
    """Return the Debian package that a system library came from, where there is one."""
    try:
        asked = _told("dpkg-query", "--search", source) or _told(
            "dpkg-query", "--search", source.removeprefix("/usr")
        )
    except FileNotFoundError:
        return None
    if not asked:
        return None
    name = asked.partition(": ")[0].split(",")[0]
    return Owner("debian", name.partition(":")[0], _told("dpkg-query", "-Wf${Version}", name))


def _told(*command: str) -> str:
    asked = subprocess.run(command, capture_output=True, text=True, check=False)
    return asked.stdout if asked.returncode == 0 else ""


def system_libraries(entries: list[Entry]) -> Iterator[Entry]:
    """Yield the libraries that were taken from this computer's own system.

    A Debian package leaves them to the packages that bring them, with their security updates.
    Python itself stays inside: the program needs its own.
    """
    for entry in entries:
        if entry.kind == "binaries" and owner(entry).kind == "debian":
            yield entry
