"""What build.spec asks for on each system, and that nothing of what is left out is needed."""

from __future__ import annotations

import ast
import plistlib
import runpy
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from scripts.package import freezing, project

_ROOT = Path(__file__).parents[3]


@dataclass
class _Asked:
    """Stands in for PyInstaller: keeps what the spec asks for."""

    calls: dict[str, list[tuple[tuple[object, ...], dict[str, Any]]]] = field(default_factory=dict)

    def asks(self, name: str) -> Callable[..., _Asked]:
        def called(*arguments: object, **options: Any) -> _Asked:  # noqa: ANN401  as the spec has it
            self.calls.setdefault(name, []).append((arguments, options))
            return self

        return called

    def options(self, name: str) -> list[dict[str, Any]]:
        return [options for _, options in self.calls.get(name, [])]

    # what an analysis has found
    pure: tuple[str, ...] = ()
    scripts: tuple[str, ...] = ()
    binaries: list[freezing.Entry] = field(default_factory=list)
    datas: list[freezing.Entry] = field(default_factory=list)


@pytest.fixture
def evaluated(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> _Asked:
    """The spec evaluated for the system that the test names."""
    monkeypatch.setattr("PyInstaller.utils.hooks.collect_submodules", lambda name: [name])
    monkeypatch.setattr("PyInstaller.utils.hooks.copy_metadata", lambda name: [(name, name)])
    monkeypatch.setattr(project, "BUILD", tmp_path)
    monkeypatch.setattr(sys, "platform", request.param)
    monkeypatch.setattr(sys, "path", list(sys.path))
    monkeypatch.chdir(_ROOT)
    asked = _Asked()
    asked.datas = [("PySide6/Qt/translations/qtbase_fr.qm", "x", "DATA"), ("LICENSE", "x", "DATA")]
    names = ("Analysis", "PYZ", "EXE", "COLLECT", "BUNDLE")
    runpy.run_path(
        str(_ROOT / "build.spec"),
        {"SPECPATH": str(_ROOT), **{name: asked.asks(name) for name in names}},
    )
    return asked


_EVERYWHERE = pytest.mark.parametrize("evaluated", ["linux", "win32", "darwin"], indirect=True)


@_EVERYWHERE
def test_that_every_system_gets_one_folder_with_all_that_is_read_from_files(
    evaluated: _Asked,
) -> None:
    (analysis,) = evaluated.options("Analysis")
    places = {place for _, place in analysis["datas"]}

    assert {"resources", "desktop/services/storage/versions"} <= places
    assert "PySide6-Essentials" in places or "pyside6-essentials" in places
    assert evaluated.options("COLLECT") == [{"name": "solution-desk", "strip": False, "upx": False}]


@_EVERYWHERE
def test_that_unused_files_are_left_out_everywhere(evaluated: _Asked) -> None:
    assert evaluated.datas == [("LICENSE", "x", "DATA")]


@pytest.mark.parametrize("evaluated", ["linux"], indirect=True)
def test_that_linux_has_one_command_for_window_and_terminal(evaluated: _Asked) -> None:
    (program,) = evaluated.options("EXE")

    assert (program["name"], program["console"]) == ("solution-desk", True)
    assert "BUNDLE" not in evaluated.calls


@pytest.mark.parametrize("evaluated", ["win32"], indirect=True)
def test_that_windows_opens_no_console_with_the_window_and_has_a_command_for_terminals(
    evaluated: _Asked,
) -> None:
    programs = evaluated.options("EXE")

    assert [(one["name"], one["console"]) for one in programs] == [
        ("solution-desk", False),
        ("solution-desk-cli", True),
    ]
    assert all(Path(one["icon"]).read_bytes()[:4] == b"\0\0\1\0" for one in programs)
    assert project.version() in Path(programs[0]["version"]).read_text(encoding="utf-8")


@pytest.mark.parametrize("evaluated", ["darwin"], indirect=True)
def test_that_macos_gets_an_application_that_takes_links_of_numbers(evaluated: _Asked) -> None:
    (bundle,) = evaluated.options("BUNDLE")

    told = plistlib.loads(plistlib.dumps(bundle["info_plist"]))
    assert told["CFBundleURLTypes"][0]["CFBundleURLSchemes"] == ["tel"]
    assert told["CFBundleShortVersionString"] == bundle["version"] == project.version()
    assert bundle["name"] == "Solution Desk.app"
    assert Path(bundle["icon"]).read_bytes()[:4] == b"icns"


def test_that_the_details_of_the_windows_program_are_what_pyinstaller_reads(
    tmp_path: Path,
) -> None:
    text = freezing.version_resource(tmp_path / "version.txt").read_text(encoding="utf-8")

    told: dict[str, str] = {}
    made = {name: lambda *_a, **_k: None for name in ("VSVersionInfo", "FixedFileInfo")}
    made |= {name: lambda *_a: None for name in ("StringFileInfo", "StringTable")}
    made |= {name: lambda *_a: None for name in ("VarFileInfo", "VarStruct")}
    eval(text, {**made, "StringStruct": told.__setitem__})  # noqa: S307  as PyInstaller does it
    assert told["ProductVersion"] == project.version()
    assert told["OriginalFilename"] == "solution-desk.exe"


def test_that_a_library_which_only_a_dropped_file_needs_is_dropped() -> None:
    needs = {"plugin": {"libused.so.1"}, "used": {"libdeep.so.2"}}
    entries = [
        ("PySide6/Qt/plugins/platforms/libqxcb.so", "plugin", "BINARY"),
        ("libused.so.1", "used", "BINARY"),
        ("libdeep.so.2", "deep", "BINARY"),
        ("PySide6/Qt/lib/libQt6Unused.so.6", "unused", "BINARY"),
        ("libQt6Unused.so.6", "PySide6/Qt/lib/libQt6Unused.so.6", "SYMLINK"),
        ("numpy.libs/libblas.so", "blas", "BINARY"),
        ("libpython3.11.so.1.0", "python", "BINARY"),
    ]

    kept = freezing.reachable(entries, lambda source: needs.get(source, set()))

    assert [place for place, _, _ in kept] == [
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "libused.so.1",
        "libdeep.so.2",
        "numpy.libs/libblas.so",
        "libpython3.11.so.1.0",
    ]


_USES_ALL = """
import importlib, sys
from scripts.package.freezing import UNUSED_MODULES


class Frozen:
    def find_spec(self, name, path=None, target=None):
        if any(name == one or name.startswith(one + ".") for one in UNUSED_MODULES):
            raise ModuleNotFoundError("left out: " + name, name=name)


sys.meta_path.insert(0, Frozen())
for name in sys.argv[1:]:
    importlib.import_module(name)
from scipy.optimize import isotonic_regression, minimize
from scipy.special import betaincinv

assert minimize(lambda x: (x**2).sum(), [1.0, 2.0], method="BFGS").success
assert list(isotonic_regression([1, 3, 2]).x) == [1, 2.5, 2.5]
assert betaincinv(1, 1, 0.5) == 0.5
"""


def _imported_by_the_program() -> set[str]:
    """The modules of others that the program imports, early or late."""
    names: set[str] = set()
    for path in (_ROOT / "desktop").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                names |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                names.add(node.module)
    known = {"desktop", "_typeshed", *sys.stdlib_module_names}
    return {name for name in names if name.partition(".")[0] not in known}


def test_that_the_program_needs_no_module_that_is_left_out() -> None:
    names = sorted(_imported_by_the_program())

    assert "PySide6.QtWidgets" in names
    subprocess.run([sys.executable, "-c", _USES_ALL, *names], cwd=_ROOT, check=True)
