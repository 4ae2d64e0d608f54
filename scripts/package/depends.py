"""Which packages of Debian the program needs: asked of its libraries, not written by hand."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from scripts.package import project

FONTS = "fontconfig-config"
"""Loaded at run time, so no library tells of it; without it Qt finds no font beside Inter."""
KEYBOARD = "xkb-data"
_ELF = b"\x7fELF"


@cache
def architecture() -> str:
    """Return this computer's architecture in Debian's words."""
    asked = ["dpkg", "--print-architecture"]
    return subprocess.run(asked, capture_output=True, text=True, check=True).stdout.strip()


def depends(tree: Path, program: Path) -> list[str]:
    """Return what the program's folder in a package's tree needs, with the versions.

    Raises:
        subprocess.CalledProcessError: a library is needed that no installed package brings.

    """
    place = project.BUILD / "shlibs"
    (place / "debian").mkdir(parents=True, exist_ok=True)
    (tree / "DEBIAN").mkdir(exist_ok=True)  # by this it knows which libraries are the package's own
    (place / "debian" / "control").write_text(
        f"Source: {project.name()}\n\nPackage: {project.name()}\nArchitecture: any\n"
    )
    files = sorted(elf_files(program))
    private = sorted({str(file.parent) for file in files})
    asked = subprocess.run(
        [
            "dpkg-shlibdeps",
            *("-O", f"-S{tree}"),
            *(f"-l{folder}" for folder in private),
            *(f"-e{file}" for file in files),
        ],
        cwd=place,
        env={**os.environ, "LC_ALL": "C.UTF-8"},
        capture_output=True,
        text=True,
        check=False,
    )
    if asked.returncode:
        raise SystemExit("dpkg-shlibdeps: " + asked.stderr)
    return with_run_time(parse(asked.stdout))


def parse(told: str) -> list[str]:
    """Return the dependencies in what dpkg-shlibdeps has written."""
    found = re.search(r"^shlibs:Depends=(.*)$", told, re.MULTILINE)
    return sorted(found[1].split(", ")) if found else []


def with_run_time(found: list[str]) -> list[str]:
    """Return the dependencies with those that only show while the program runs."""
    names = {one.split()[0] for one in found}
    return sorted([*found, *({FONTS, KEYBOARD} - names)])


def elf_files(program: Path) -> Iterator[Path]:
    """Yield the programs and libraries in a folder."""
    for path in program.rglob("*"):
        if path.is_file() and not path.is_symlink():
            with path.open("rb") as file:
                if file.read(4) == _ELF:
                    yield path
