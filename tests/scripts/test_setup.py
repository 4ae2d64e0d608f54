from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from scripts import setup

_ROOT = Path(__file__).parents[2]


def _put_program(folder: Path, name: str) -> Path:
    program = folder / name
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    return program


def test_that_an_unsupported_python_gives_way_to_the_newest_supported_one(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 14, 0))
    monkeypatch.setenv("PATH", str(tmp_path))
    _put_program(tmp_path, "python3.11")
    newest = _put_program(tmp_path, "python3.12")

    assert setup.interpreter() == str(newest)


def test_that_one_sentence_asks_for_a_supported_python(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 9, 2))
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(SystemExit, match=r"3\.11, 3\.12 or 3\.13 .* \(python3 is 3\.9\)"):
        setup.interpreter()


def test_that_a_user_without_rights_is_told_the_exact_command(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    monkeypatch.setenv("PATH", str(tmp_path))
    _put_program(tmp_path, "apt-get")

    with pytest.raises(SystemExit) as stopped:
        setup.install(["libgl1", "libegl1"])

    assert str(stopped.value) == (
        "Some system packages are missing; please run: sudo apt-get update && "
        "sudo apt-get install --yes --no-install-recommends libgl1 libegl1"
    )


def test_that_only_libraries_unknown_to_the_linker_are_missing() -> None:
    wanted = {"libc.so.6": "libc6", "libnever-heard-of.so.9": "libnever9"}

    assert setup.missing_libraries(wanted) == ["libnever9"]


def test_that_a_changed_lock_asks_for_a_new_set_up(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(setup, "ROOT", tmp_path)
    for name in (setup.LOCKS["run"], "pyproject.toml", "scripts/setup.py"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("before")
    before = setup.state("run", "python3")

    (tmp_path / setup.LOCKS["run"]).write_text("after")

    assert setup.state("run", "python3") != before


def test_that_help_lists_every_target_that_a_person_calls() -> None:
    told = subprocess.run(
        ["make", "--no-print-directory", "help"],
        cwd=_ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    makefile = (_ROOT / "Makefile").read_text().replace("\\\n", " ")
    phony = next(line for line in makefile.splitlines() if line.startswith(".PHONY:"))
    targets = {name for name in phony.split()[1:] if not name.startswith("setup-")}

    assert {line.split()[1] for line in told.splitlines()} == targets
