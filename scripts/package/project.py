"""Facts about the program that every kind of package tells alike."""

from __future__ import annotations

import os
import subprocess
import tomllib
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = Path(__file__).resolve().parent
BUILD = ROOT / "build" / "package"
DIST = ROOT / "dist"
ICON = ROOT / "resources" / "icons" / "solution-desk.svg"

TITLE = "Solution Desk"
IDENTIFIER = "org.solution_desk.SolutionDesk"
"""What AppStream and macOS know the program by."""
SUMMARY = {
    "en": "Solve the requests of newsletter customers while they are on the phone",
    "de": "Anliegen von Newsletter-Kunden während des Anrufs lösen",
}
LINKS = "tel"
"""The kind of links that the program takes: a click on a number calls up its customer."""


@cache
def _pyproject() -> dict[str, Any]:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    project: dict[str, Any] = tomllib.loads(text)["project"]
    return project


def name() -> str:
    """Return the name of the program's command, folder and packages."""
    return str(_pyproject()["name"])


def version() -> str:
    """Return the version, as pyproject.toml tells it."""
    return str(_pyproject()["version"])


def description() -> str:
    """Return what the program is, in a few words."""
    return str(_pyproject()["description"])


def authors() -> str:
    """Return who made it."""
    return ", ".join(author["name"] for author in _pyproject()["authors"])


def maintainer() -> str:
    """Return who answers for a Debian package; whoever builds it says so as for all of Debian."""
    person = os.environ.get("DEBFULLNAME", authors())
    return f"{person} <{os.environ.get('DEBEMAIL', 'solution-desk@example.org')}>"


@cache
def moment() -> datetime:
    """Return when this version was made: SOURCE_DATE_EPOCH, or else the last commit.

    Files are dated with it, so that the same sources give the same packages.
    """
    given = os.environ.get("SOURCE_DATE_EPOCH") or _last_commit()
    return datetime.fromtimestamp(int(given), UTC)


def reproducible() -> dict[str, str]:
    """Return the environment in which a tool writes the same bytes for the same input."""
    fixed = {"SOURCE_DATE_EPOCH": str(int(moment().timestamp())), "PYTHONHASHSEED": "1"}
    return {**os.environ, **fixed, "LC_ALL": "C.UTF-8", "TZ": "UTC"}


def _last_commit() -> str:
    asked = subprocess.run(
        ["git", "log", "-1", "--format=%ct"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    # A source archive without its history is dated like its project file.
    return asked.stdout.strip() or str(int((ROOT / "pyproject.toml").stat().st_mtime))
