"""Programs of the system that some tests need."""

from __future__ import annotations

import shutil

import pytest

from scripts.setup import TEST_PROGRAMS


def found_tool(name: str) -> str:
    """Return where a program of ``scripts/setup.py`` is; without it the test is skipped by name.

    `make test` installs it, and CI takes a skipped test for a failure.
    """
    path = shutil.which(name)
    if path is None:
        pytest.skip(f"{name} is missing: apt install {TEST_PROGRAMS[name]}")
    return path
