"""What build.spec asks PyInstaller for: what stays out, and what each system wants to know."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Callable, Iterable, Iterator
from importlib.metadata import PackageNotFoundError
from pathlib import Path
from typing import Any

from scripts.package import project

Entry = tuple[str, str, str]
"""Where a file lies in the folder, where it came from, and its kind in PyInstaller's words."""

SYMLINK = "SYMLINK"

UNUSED_MODULES = [
    # Places, carriers and time zones of numbers: 40 MB that the desk never asks for.
    *(f"phonenumbers.{part}" for part in ("geodata", "carrierdata", "tzdata")),
    *(f"phonenumbers.{part}" for part in ("geocoder", "carrier", "timezone")),
    *(f"PySide6.{part}" for part in ("QtQml", "QtQuick", "QtDesigner", "QtSql", "QtXml")),
    # Of scipy the estimates use `special` and `optimize`, which load the parts that are not here.
    *(f"scipy.{part}" for part in ("cluster", "datasets", "differentiate", "integrate")),
    *(f"scipy.{part}" for part in ("interpolate", "io", "misc", "ndimage", "odr", "signal")),
    "scipy.stats",
    # Helps to write, test and show programs.
    *("_pytest", "curses", "hypothesis", "pluggy", "pydoc_data", "pygments", "pytest"),
    *("lib2to3", "setuptools", "threadpoolctl", "tkinter"),
    *("pyqtgraph.examples", "pyqtgraph.jupyter", "pyqtgraph.opengl"),
]
# Platforms without a desktop, a theme that needs GTK, image formats that no file of ours has, TLS
# for Qt's network, and Qt's own words in languages that the desk does not speak.
UNUSED_FILES = re.compile(
    r"platforms/(lib)?q(eglfs|linuxfb|vnc|minimal|minimalegl|vkkhrdisplay|direct2d)\b"
    r"|platformthemes/libqgtk3"
    r"|platforminputcontexts/(lib)?qtvirtualkeyboard"
    r"|egldeviceintegrations/"
    r"|generic/(lib)?q(evdev|libinput|tuiotouch)"
    r"|imageformats/(lib)?q(gif|icns|jpeg|pdf|tga|tiff|wbmp|webp)\b"
    r"|plugins/(tls|networkinformation|sqldrivers|qmltooling)/"
    r"|(lib)?Qt6?(Qml|Quick|Pdf|Sql|VirtualKeyboard|EglFS)\w*\.(so|dll|dylib)"
    r"|opengl32sw\.dll"
    r"|PySide6/(Qt/)?translations/(?!qtbase_(de|en)\.qm)"
    r"|resources/translations/.*\.ts$"
)

VERSION_RESOURCE = """\
VSVersionInfo(
  ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3F, flags=0, OS=0x40004,
                    fileType=1, subtype=0, date=(0, 0)),
  kids=[
    StringFileInfo([StringTable('040904B0', [
{strings}
    ])]),
    VarFileInfo([VarStruct('Translation', [1033, 1200])]),
  ],
)
"""


def needed(entries: Iterable[Entry]) -> list[Entry]:
    """Return the entries without the files that nothing of ours loads."""
    return [entry for entry in entries if not UNUSED_FILES.search(entry[0].replace("\\", "/"))]


def reachable(entries: Iterable[Entry], needs: Callable[[str], set[str]]) -> list[Entry]:
    """Return the entries without the libraries that only dropped files would have loaded.

    ``needs`` tells the names of the libraries that a file loads at its start. What lies in a
    folder of a package of Python stays: such a package may load it by itself.
    """
    files = [entry for entry in entries if entry[2] != SYMLINK]
    links = [entry for entry in entries if entry[2] == SYMLINK]
    libraries = {Path(entry[0]).name: entry for entry in files if _LIBRARY.match(entry[0])}
    todo = [entry for entry in files if not _LIBRARY.match(entry[0])]
    wanted: set[str] = set()
    while todo:
        names = needs(todo.pop()[1]) - wanted
        wanted |= names
        todo += [libraries[name] for name in names if name in libraries]
    kept = [one for one in files if not _LIBRARY.match(one[0]) or Path(one[0]).name in wanted]
    return kept + with_targets(links, kept)


def with_targets(entries: Iterable[Entry], files: Iterable[Entry]) -> list[Entry]:
    """Return the entries without links to what is not among the files any more."""
    places = {place for place, _, _ in files}
    return [entry for entry in entries if entry[2] != SYMLINK or entry[1] in places]


_LIBRARY = re.compile(r"(PySide6/Qt/lib/)?lib(?!python)[^/]*\.so")


def needs_of_elf(file: str) -> set[str]:
    """Return the names of the libraries that a program or library of Linux loads at its start."""
    told = subprocess.run(["objdump", "-p", file], capture_output=True, text=True, check=False)
    return set(re.findall(r"^\s+NEEDED\s+(\S+)", told.stdout, re.MULTILINE))


def with_small_interpreter(entries: Iterable[Entry], work: Path) -> list[Entry]:
    """Return the entries with Python freed of its symbols for debuggers: some 25 MB less.

    No library of others is touched: numpy's do not survive it.
    """
    return [_without_symbols(entry, work) for entry in entries]


_PYTHON = re.compile(r"(libpython3[\d.]+\.so|python3[\d.]+/lib-dynload/)")


def _without_symbols(entry: Entry, work: Path) -> Entry:
    place, source, kind = entry
    if not _PYTHON.match(place) or shutil.which("strip") is None:
        return entry
    small = work / place
    small.parent.mkdir(parents=True, exist_ok=True)
    subprocess.run(["strip", "--strip-unneeded", "-o", small, source], check=True)
    return place, str(small), kind


def facts_of_packages() -> Iterator[tuple[str, str]]:
    """Yield version and licence text of every package: the doctor tells the one, we owe the other.

    Only packages that are locked for another system have none here.
    """
    from PyInstaller.utils.hooks import copy_metadata

    locked = (project.ROOT / "requirements" / "run.txt").read_text(encoding="utf-8")
    names = {project.name(), *re.findall(r"^([\w.-]+)==", locked, re.MULTILINE)}
    for name in sorted(names - set(UNUSED_MODULES)):
        try:
            yield from copy_metadata(name)
        except PackageNotFoundError:
            continue


def version_resource(path: Path) -> Path:
    """Write what Windows shows as the details of the program's file, and return where."""
    facts = {
        "CompanyName": project.authors(),
        "FileDescription": project.TITLE,
        "FileVersion": project.version(),
        "InternalName": project.name(),
        "LegalCopyright": f"{project.authors()}, MIT licence",
        "OriginalFilename": f"{project.name()}.exe",
        "ProductName": project.TITLE,
        "ProductVersion": project.version(),
    }
    strings = "\n".join(f"      StringStruct({key!r}, {value!r})," for key, value in facts.items())
    path.parent.mkdir(parents=True, exist_ok=True)
    text = VERSION_RESOURCE.format(numbers=four_numbers(), strings=strings)
    path.write_text(text, encoding="utf-8")
    return path


def four_numbers() -> tuple[int, int, int, int]:
    """Return the version as Windows counts it."""
    major, minor, patch = (int(part) for part in re.findall(r"\d+", project.version())[:3])
    return major, minor, patch, 0


def info_plist() -> dict[str, Any]:
    """Return what macOS wants to know of the program."""
    return {
        "CFBundleShortVersionString": project.version(),
        "CFBundleVersion": project.version(),
        "CFBundleDevelopmentRegion": "en",
        "CFBundleLocalizations": sorted(project.SUMMARY),
        "CFBundleURLTypes": [
            {"CFBundleURLName": project.IDENTIFIER, "CFBundleURLSchemes": [project.LINKS]}
        ],
        "LSApplicationCategoryType": "public.app-category.business",
        "LSMinimumSystemVersion": "13.0",
        "NSHighResolutionCapable": True,
        "NSHumanReadableCopyright": f"{project.authors()}, MIT licence",
    }


def write_entries(path: Path, **parts: Iterable[Entry]) -> None:
    """Write down what came into the folder and from where, for the list of contents."""
    path.parent.mkdir(parents=True, exist_ok=True)
    told = {part: [list(entry[:3]) for entry in entries] for part, entries in parts.items()}
    path.write_text(json.dumps(told, indent=0), encoding="utf-8")
