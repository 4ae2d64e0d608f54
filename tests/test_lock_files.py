"""The lock files name exactly what pyproject.toml allows, and each archive by its hash."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

_ROOT = Path(__file__).parents[1]
_PROJECT = tomllib.loads((_ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
_EXTRAS = _PROJECT["optional-dependencies"]
_LOCKS = {
    "run.txt": [*_PROJECT["dependencies"], *_EXTRAS["install"]],
    "dev.txt": [*_PROJECT["dependencies"], *_EXTRAS["install"], *_EXTRAS["dev"]],
}
_PYTHONS = ("3.11", "3.12", "3.13")


def _entries(lock: str) -> list[tuple[Requirement, str]]:
    """Each locked requirement with the text of its hashes."""
    text = (_ROOT / "requirements" / lock).read_text(encoding="utf-8").replace("\\\n", " ")
    lines = [line for line in text.splitlines() if line.strip()]
    return [(Requirement(line.partition(" --hash")[0].strip()), line) for line in lines]


def _pins(lock: str, python: str) -> dict[str, str]:
    """Name -> version of what is installed on one Python version under Linux."""
    environment = {"python_version": python, "python_full_version": f"{python}.0"}
    linux = {"sys_platform": "linux", "platform_python_implementation": "CPython"}
    return {
        canonicalize_name(entry.name): next(iter(entry.specifier)).version
        for entry, _ in _entries(lock)
        if entry.marker is None or entry.marker.evaluate({**environment, **linux})
    }


@pytest.mark.parametrize("python", _PYTHONS)
@pytest.mark.parametrize("lock", _LOCKS)
def test_that_the_lock_satisfies_pyproject(lock: str, python: str) -> None:
    pins = _pins(lock, python)

    unsatisfied = [
        wanted
        for wanted in map(Requirement, _LOCKS[lock])
        if pins.get(canonicalize_name(wanted.name), "") not in wanted.specifier
    ]

    assert unsatisfied == []


@pytest.mark.parametrize("python", _PYTHONS)
def test_that_tests_run_with_the_versions_that_the_program_runs_with(python: str) -> None:
    run, dev = _pins("run.txt", python), _pins("dev.txt", python)

    assert {name: dev.get(name) for name in run} == run


@pytest.mark.parametrize("lock", _LOCKS)
def test_that_each_locked_package_has_one_version_and_its_hashes(lock: str) -> None:
    poor = [
        entry.name
        for entry, line in _entries(lock)
        if not re.fullmatch(r"==[\w.!+]+", str(entry.specifier)) or "--hash=sha256:" not in line
    ]

    assert poor == []
