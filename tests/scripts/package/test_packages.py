"""The archive, the sums, the list of contents, the installer, and the test in a bare system."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import tarfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from scripts.package import bare_root, installer, project, smoke
from scripts.package.contents import as_json, contents
from scripts.package.entries import Entry, owner
from scripts.package.portable import build_archive, unpacked, write_sums
from scripts.package.screen import ScreenError, check_not_blank
from scripts.package.weights import table, weights
from tests.support.tools import found_tool

_ROOT = Path(__file__).parents[3]
_WALK = (
    "Sent a reminder through the simulator: 30 on the list = 25 SMS + 5 without; "
    "24 handed over, 0 refused, 1 unclear.\nClosed the case with its outcome.\n"
)
_FACTS = '{"rows": {"customers": 8}}'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A stand-in for the frozen program."""
    place = tmp_path / "frozen"
    (place / "_internal").mkdir(parents=True)
    for name in ("solution-desk.exe", "solution-desk-cli.exe", "_internal/base_library.zip"):
        (place / name).write_text(name)
    (place / "solution-desk.exe").chmod(0o755)
    return place


def test_that_the_same_folder_gives_the_same_archive(folder: Path, tmp_path: Path) -> None:
    first = build_archive(folder, tmp_path / "first.tar.gz")
    os.utime(folder / "solution-desk.exe", (0, 0))
    second = build_archive(folder, tmp_path / "second.tar.gz")

    assert first.read_bytes() == second.read_bytes()
    with tarfile.open(first) as archive:
        names = archive.getnames()
        program = archive.getmember(f"{names[0]}/solution-desk.exe")
    assert names[0] == f"solution-desk-{project.version()}"
    assert program.mode & 0o111


def test_that_the_archive_holds_a_program_that_runs_where_it_is_unpacked(
    folder: Path, tmp_path: Path
) -> None:
    program = folder / project.name()
    program.write_text("#!/bin/sh\necho runs\n")
    program.chmod(0o755)

    with unpacked(build_archive(folder, tmp_path / "made.tar.gz")) as inside:
        told = subprocess.run([inside], capture_output=True, text=True, check=True).stdout

    assert told == "runs\n"
    assert not inside.exists()


def test_that_the_sums_hold_every_package(tmp_path: Path) -> None:
    (tmp_path / "one.deb").write_bytes(b"one")

    sums = write_sums(tmp_path).read_text(encoding="utf-8")

    assert sums == f"{hashlib.sha256(b'one').hexdigest()}  one.deb\n"


def test_that_the_list_of_contents_names_packages_libraries_and_python() -> None:
    import PySide6
    import requests

    qt = Path(str(PySide6.__file__)).parent
    core = next(qt.rglob("libQt6Core.so.6"))
    entries = [
        Entry("modules", "requests", str(requests.__file__)),
        Entry("modules", "json", str(Path(json.__file__))),
        Entry("binaries", "PySide6/Qt/lib/libQt6Core.so.6", str(core)),
        Entry("modules", "desktop.cli", str(_ROOT / "desktop/cli/__init__.py")),
    ]

    told = json.loads(as_json(contents(entries)))

    named = {one["name"]: one for one in told["components"]}
    assert {"requests", "PySide6_Essentials", "Qt", "Python"} <= set(named)
    assert named["requests"]["purl"].startswith("pkg:pypi/requests@")
    assert named["Qt"]["hashes"][0]["alg"] == "SHA-256"
    assert re.match(r"6\.\d+", named["Qt"]["version"])
    assert told["metadata"]["component"]["version"] == project.version()
    assert "solution-desk" not in named


def test_that_a_library_of_the_system_is_known_by_its_debian_package() -> None:
    found = next((path for path in Path("/lib").glob("*-linux-gnu/libexpat.so.1")), None)
    if found is None or shutil.which("dpkg-query") is None:
        pytest.skip("only a Debian knows which package a library is from")

    assert owner(Entry("binaries", "libexpat.so.1", str(found))).name == "libexpat1"


def test_that_each_part_is_weighed_once(folder: Path) -> None:
    (folder / "_internal" / "LICENSE").write_bytes(b"x" * 2_000_000)
    entries = [Entry("datas", "LICENSE", str(_ROOT / "LICENSE"))]

    told = table(weights(entries, folder), "part")

    assert "| Solution Desk: program and resources | 2.0 |" in told
    assert "| **together** | 2.0 |" in told


def test_that_the_installer_of_windows_compiles(folder: Path, tmp_path: Path) -> None:
    found_tool("makensis")

    made = installer.build_installer(folder, tmp_path / "solution-desk-setup-test.exe")

    data = made.read_bytes()
    assert data[:2] == b"MZ"
    assert project.version().encode("utf-16-le") in data  # the version resource


def test_that_the_installer_speaks_both_languages_and_leaves_data_alone() -> None:
    script = installer.SCRIPT.read_text(encoding="utf-8")

    words = re.findall(r"^LangString (\w+) \$\{LANG_(\w+)\}", script, re.MULTILINE)
    names = {name for name, _ in words}
    assert {(name, of) for name in names for of in ("ENGLISH", "GERMAN")} == set(words)
    assert "RequestExecutionLevel user" in script
    assert "HKLM" not in script
    removals = re.findall(r'RMDir /r "(.*)"', script)
    assert removals == ["$INSTDIR\\_internal", "${DATA}"]
    question = script.index('"$(DELETE_DATA)" /SD IDNO IDNO done')
    assert question < script.index('RMDir /r "${DATA}"')


def test_that_the_recipe_of_the_disk_image_is_valid_shell() -> None:
    subprocess.run(["sh", "-n", project.TEMPLATES / "macos" / "dmg.sh"], check=True)


class _Program:
    """Answers like the program."""

    def __init__(self, walk: str = _WALK, restored: str = _FACTS) -> None:
        self.asked: list[str] = []
        self._walk, self._restored = walk, restored

    def __call__(self, arguments: Sequence[str]) -> subprocess.CompletedProcess[str]:
        self.asked.append(" ".join(arguments))
        told = {
            "--version": f"solution-desk {project.version()}\n",
            "import": "Customers  8  8\n",
            "lookup": "[]",
            "backup": _FACTS,
            "restore": self._restored,
            "--walk": self._walk,
        }
        found = next((text for key, text in told.items() if key in arguments), "")
        return subprocess.CompletedProcess(list(arguments), 0, found, "")


def test_that_the_first_use_goes_through_all_that_a_person_does_first() -> None:
    program, said = _Program(), list[str]()

    smoke.smoke(program, "/home", "/home/book.xlsx", said.append)

    asked = " | ".join(program.asked)
    for command in ("--version", "import", "lookup", "doctor", "verify-audit", "demo --walk"):
        assert command in asked
    assert "backup /home/smoke.backup" in asked
    assert "--database=/home/new.sqlite --language=en --json restore" in asked
    assert "24 handed over" in said[-1]


@pytest.mark.parametrize(
    "told", ["", _WALK.replace("25 SMS", "26 SMS"), _WALK.replace("24 handed", "0 handed")]
)
def test_that_a_reminder_whose_balance_does_not_come_out_is_a_failure(told: str) -> None:
    with pytest.raises(smoke.SmokeError):
        smoke.reminder(_Program(told))


def test_that_a_backup_of_which_something_is_missing_is_a_failure() -> None:
    program = _Program(restored=_FACTS.replace("8", "7"))

    with pytest.raises(smoke.SmokeError):
        smoke.backup(program, "/home")


def test_that_a_blank_window_is_a_failure() -> None:
    with pytest.raises(ScreenError):
        check_not_blank(np.zeros((800, 1280), dtype=np.uint32))


def test_that_who_may_not_make_a_bare_system_is_told_what_to_do(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("os.geteuid", lambda: 1000)

    with pytest.raises(SystemExit, match="sudo make package-test"):
        bare_root.may_make_roots()


def test_that_a_command_in_the_bare_system_mounts_in_a_namespace_of_its_own(
    tmp_path: Path,
) -> None:
    command = bare_root.BareRoot(tmp_path).command(["true"], person="agent")

    assert command[:4] == ["unshare", "--mount", "--propagation", "private"]
    assert "--userspec=agent:agent" in command


def test_that_the_workflow_builds_and_tries_all_three_systems() -> None:
    text = (_ROOT / ".github/workflows/package.yml").read_text(encoding="utf-8")

    for system in ("ubuntu", "windows", "macos"):
        assert f"{system}-" in text
    assert "scripts.package all" in text
    assert "scripts.package smoke" in text
    assert "--require-hashes" in text
    assert "index-url" not in text
