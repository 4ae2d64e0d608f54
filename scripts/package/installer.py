"""The installer for Windows, compiled with NSIS; its compiler runs on Linux as well."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from scripts.package import freezing, icons, project

COMPILERS = ("makensis", r"C:\Program Files (x86)\NSIS\makensis.exe")
STAND_IN = Path("/usr/lib/x86_64-linux-gnu/wine/x86_64-windows/notepad.exe")
"""A program that stays open, in place of ours in the trial under Wine."""
SCRIPT = project.TEMPLATES / "windows" / "installer.nsi"


def build_installer(folder: Path, target: Path) -> Path:
    """Compile the installer of a frozen folder and return it; a warning is a failure.

    Raises:
        SystemExit: there is no NSIS here, or the script has a fault.

    """
    compiler = next(filter(None, map(shutil.which, COMPILERS)), None)
    if compiler is None:
        raise SystemExit("The installer for Windows needs NSIS (Debian's package nsis).")
    icon = icons.write_ico(project.BUILD / "made" / f"{project.name()}.ico")
    facts = {
        "NAME": project.name(),
        "TITLE": project.TITLE,
        "VERSION": project.version(),
        "VERSION_NUMBERS": ".".join(map(str, freezing.four_numbers())),
        "AUTHORS": project.authors(),
        "FOLDER": folder.resolve(),
        "ICON": icon,
        "LICENSE": project.ROOT / "LICENSE",
        "TARGET": target.resolve(),
    }
    told = subprocess.run(
        [compiler, "-INPUTCHARSET", "UTF8", "-WX", "-V2", *_defined(facts), SCRIPT],
        env=project.reproducible(),
        capture_output=True,
        text=True,
        check=False,
    )
    if told.returncode:
        raise SystemExit(f"makensis: {told.stdout}{told.stderr}")
    return target


def try_installer() -> None:
    """Install, update and remove under Wine, with programs of Wine in place of ours.

    Raises:
        SystemExit: something was not as it should be; it is told.

    """
    from scripts import setup

    if shutil.which("wine") is None:
        setup.install(["wine", "wine64"])
    with tempfile.TemporaryDirectory(prefix="desk-installer-") as place:
        folder = Path(place) / "frozen"
        (folder / "_internal").mkdir(parents=True)
        (folder / "_internal" / "library.dll").write_bytes(b"library")
        for command in (project.name(), f"{project.name()}-cli"):
            shutil.copy(STAND_IN, folder / f"{command}.exe")
        made = build_installer(folder, Path(place) / f"{project.name()}-setup.exe")
        script = project.TEMPLATES / "windows" / "try_under_wine.sh"
        tried = subprocess.call(
            ["xvfb-run", "-a", "sh", script, made, project.name(), project.TITLE],
            env={**os.environ, "STARTS": "1"},
        )
    if tried:
        raise SystemExit("The installer does not do what it should.")


def _defined(facts: dict[str, object]) -> list[str]:
    return [f"-D{key}={value}" for key, value in facts.items()]
