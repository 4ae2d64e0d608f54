"""Each import rule is broken once on purpose, on a copy, and must be seen to break."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

_ROOT = Path(__file__).parents[1]

# rule -> a module, and the line in it that breaks the rule
_VIOLATIONS = {
    "layers": ("desktop/models/offender.py", "import desktop.services"),
    "layers: errors stand below all": ("desktop/errors.py", "import desktop.models"),
    "layers: a module without a layer": ("desktop/stray.py", ""),
    "qt": ("desktop/services/offender.py", "import PySide6.QtCore"),
    "qt: charts": ("desktop/models/offender.py", "import pyqtgraph"),
    "views: database": ("desktop/views/offender.py", "import sqlalchemy"),
    "views: network": ("desktop/views/offender.py", "import requests"),
    "tables": ("desktop/models/offender.py", "import desktop.models.tables.base"),
    "tables: views": ("desktop/views/offender.py", "from desktop.models.tables import base"),
    "widgets": ("desktop/views/widgets/offender.py", "import desktop.services.storage"),
    "screens": ("desktop/views/customer/offender.py", "import desktop.views.signups"),
    "screens: the way up": (
        "desktop/views/customer/offender.py",
        "import desktop.views.main_window",
    ),
}


def _copy_of_the_program(target: Path) -> None:
    shutil.copy(_ROOT / "pyproject.toml", target)
    shutil.copytree(
        _ROOT / "desktop", target / "desktop", ignore=shutil.ignore_patterns("__pycache__")
    )
    for module in (
        "errors",
        "views/main_window",
        "views/customer/__init__",
        "views/signups/__init__",
        "views/widgets/__init__",
    ):
        path = target / "desktop" / f"{module}.py"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()


def _lint(folder: Path, rule: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache", "--contract", rule],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("violation", _VIOLATIONS)
def test_that_a_broken_import_rule_is_noticed(violation: str, tmp_path: Path) -> None:
    _copy_of_the_program(tmp_path)
    module, line = _VIOLATIONS[violation]
    rule = violation.partition(":")[0]
    assert _lint(tmp_path, rule).returncode == 0

    offender = tmp_path / module
    offender.write_text(offender.read_text() + f"\n{line}\n" if offender.exists() else f"{line}\n")

    broken = _lint(tmp_path, rule)
    assert broken.returncode != 0
    assert "BROKEN" in broken.stdout
