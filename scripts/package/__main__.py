"""`python -m scripts.package WHAT`: see `scripts/package/__init__.py`."""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from scripts.package import project

FOLDER = project.DIST / project.name()


def freeze() -> None:
    """Build the folder that runs without Python."""
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR"]
    subprocess.run(
        [*command, "build.spec"], cwd=project.ROOT, env=project.reproducible(), check=True
    )


def everything() -> None:
    """Make all packages of this system, the list of contents and the sums."""
    if project.DIST.exists():
        shutil.rmtree(project.DIST)
    freeze()
    write_contents()
    makers: dict[str, Callable[[], list[Path]]] = {"win32": windows, "darwin": mac}
    made = makers.get(sys.platform, linux)()
    from scripts.package.portable import write_sums

    for path in [*made, write_sums(project.DIST)]:
        print(f"{path.relative_to(project.ROOT)}  {path.stat().st_size / 1e6:.1f} MB")


def stem() -> str:
    """Return how the names of the files of this version and system begin."""
    from scripts.package.contents import system

    return f"{project.name()}-{project.version()}-{system()}"


def linux() -> list[Path]:
    """Make the Debian package, checked by lintian, and the archive for everybody else."""
    from scripts.package.deb import build_deb
    from scripts.package.lint import lint
    from scripts.package.portable import build_archive

    package = build_deb(FOLDER)
    lint(package)
    return [package, build_archive(FOLDER, project.DIST / f"{stem()}.tar.gz")]


def windows() -> list[Path]:
    """Make the installer."""
    from scripts.package.installer import build_installer

    return [build_installer(FOLDER, project.DIST / f"{stem()}-setup.exe")]


def mac() -> list[Path]:
    """Make the disk image."""
    target = project.DIST / f"{stem()}.dmg"
    recipe = project.TEMPLATES / "macos" / "dmg.sh"
    app = project.DIST / f"{project.TITLE}.app"
    subprocess.run(["sh", recipe, app, project.TITLE, target], check=True)
    return [target]


def write_contents() -> None:
    """Write the list of what is inside the folder."""
    from scripts.package.contents import as_json, contents
    from scripts.package.entries import read_entries

    target = project.DIST / f"{stem()}.cdx.json"
    target.write_text(as_json(contents(read_entries())), encoding="utf-8")


def weigh() -> None:
    """Tell what each part of the folder and of the package weighs."""
    from scripts.package.entries import read_entries
    from scripts.package.weights import report

    print(report(read_entries()))


def smoke(program: Path | None) -> None:
    """Do with a built program, or with that in the archive, what a person does first."""
    from scripts.package.portable import unpacked
    from scripts.package.smoke import smoke_here

    if program is not None:
        smoke_here(program)
        return
    archive = project.DIST / f"{stem()}.tar.gz"
    if not archive.exists():
        raise SystemExit(f"There is no {archive.name} in dist/: `make package` first.")
    with unpacked(archive) as inside:
        smoke_here(inside)


def test() -> None:
    """Install the Debian package in a bare system and use it there."""
    from scripts.package.package_test import run_package_test

    package = next(project.DIST.glob("*.deb"), None)
    if package is None:
        raise SystemExit("There is no package in dist/: `make package` first.")
    run_package_test(package)


def start_times() -> None:
    """Measure the time from start to usable window."""
    from scripts.package.start_time import report

    print(report())


def try_installer() -> None:
    """Install, update and remove under Wine."""
    from scripts.package.installer import try_installer

    try_installer()


COMMANDS: dict[str, Callable[[], None]] = {
    "all": everything,
    "freeze": freeze,
    "weights": weigh,
    "test": test,
    "start": start_times,
    "installer": try_installer,
}


def main() -> None:
    """Do what the command line asks for."""
    parser = argparse.ArgumentParser(prog="python -m scripts.package", description=__doc__)
    parser.add_argument("what", choices=[*COMMANDS, "smoke"])
    parser.add_argument("program", nargs="?", type=Path, help="for smoke; else the archive's")
    asked = parser.parse_args()
    if asked.what == "smoke":
        smoke(asked.program)
    else:
        COMMANDS[asked.what]()


if __name__ == "__main__":
    main()
