"""What must not stand in a file that everybody gets."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

_ROOT = Path(__file__).parents[1]
_BINARY = {".ttf", ".png", ".ico", ".xlsx"}

# Written in pieces, so that this file does not find itself.
_OF_ONE_MACHINE = re.compile(
    "|".join(
        [
            r"(?<![\w./-])/wo" + r"rk/",
            r"(?<![\w./-])/ro" + r"ot/",
            r"(?<![\w./-])/ho" + r"me/\w+/",
            r"C:\\\\Us" + "ers",
        ]
    )
)
_INDEX_OF_PACKAGES = re.compile(
    r"(?i)py" + r"pi\.|file" + r"s\.pythonhosted|--(extra-)?index-" + "url"
)
_NEVER_FINISHED = re.compile(r"\b(TO" + "DO|FIX" + r"ME|XX" + r"X)\b")


def _texts() -> Iterator[tuple[str, str]]:
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=_ROOT,
        capture_output=True,
        check=True,
    )
    for name in listed.stdout.decode().split("\0"):
        path = _ROOT / name
        if path.is_file() and path.suffix not in _BINARY and "sample" not in path.parts:
            yield name, path.read_text(encoding="utf-8", errors="replace")


@pytest.mark.parametrize(
    "forbidden",
    [_OF_ONE_MACHINE, _INDEX_OF_PACKAGES, _NEVER_FINISHED],
    ids=["path of one machine", "address of a package index", "unfinished"],
)
def test_that_no_file_names_what_belongs_elsewhere(forbidden: re.Pattern[str]) -> None:
    if not (_ROOT / ".git").exists():
        return  # an unpacked archive: git cannot tell which files are ours
    found = [
        f"{name}: {match.group()}"
        for name, text in _texts()
        if (match := forbidden.search(text)) is not None
    ]

    assert found == []
