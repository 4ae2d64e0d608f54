from __future__ import annotations

import platform
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop import __version__
from desktop.services.last_run import RunBook, crash_report, forget_report
from desktop.services.logs import CRASH_FILE, LOG_FILE

_ROOT = Path(__file__).resolve().parents[2]
_DIES = """
import os, sys
from pathlib import Path
from desktop.services.last_run import RunBook
book = RunBook(Path(sys.argv[1]))
book.begin()
book.beat()
os._exit(9)
"""


@pytest.fixture
def book(tmp_path: Path) -> Iterator[RunBook]:
    made = RunBook(tmp_path)
    yield made
    made.end()


def _let_a_run_die(folder: Path) -> None:
    done = subprocess.run([sys.executable, "-c", _DIES, str(folder)], cwd=_ROOT, check=False)
    assert done.returncode == 9


def test_that_a_run_that_closed_is_not_told(tmp_path: Path, book: RunBook) -> None:
    before = RunBook(tmp_path)
    assert before.begin() is None
    before.end()

    assert book.begin() is None


def test_that_a_run_that_still_lives_is_not_told(tmp_path: Path, book: RunBook) -> None:
    other = RunBook(tmp_path)
    other.begin()

    assert book.begin() is None
    other.end()


def test_that_a_run_that_died_is_told_once(tmp_path: Path, book: RunBook) -> None:
    _let_a_run_die(tmp_path)

    crashed = book.begin()

    assert crashed is not None
    assert crashed.ended_at <= datetime.now(UTC)
    assert crashed.path is not None
    assert crashed.path.read_text(encoding="utf-8") == crashed.report
    again = RunBook(tmp_path)
    assert again.begin() is None
    again.end()


def test_that_what_one_run_wrote_while_dying_is_not_told_of_the_next(
    tmp_path: Path, book: RunBook
) -> None:
    (tmp_path / CRASH_FILE).write_text("Fatal Python error: Segmentation fault\n")
    _let_a_run_die(tmp_path)
    first = book.begin()
    book.end()
    _let_a_run_die(tmp_path)

    second = RunBook(tmp_path)
    crashed = second.begin()
    second.end()

    assert first is not None
    assert "Segmentation fault" in first.report
    assert crashed is not None
    assert "Segmentation fault" not in crashed.report


def test_that_a_report_hides_numbers_and_the_users_folder(tmp_path: Path) -> None:
    (tmp_path / LOG_FILE).write_text(f"sent to +43 664 123 45 67 from {Path.home()}/x\n")
    (tmp_path / CRASH_FILE).write_text("Fatal Python error: 06641234567\n")

    report = crash_report(tmp_path, datetime(2026, 11, 24, 13, 2, tzinfo=UTC))

    assert "Fatal Python error" in report
    assert "2026-11-24 13:02" in report
    assert str(Path.home()) not in report
    for digits in ("1234567", "123 45 67", "664 123"):
        assert digits not in report


def test_that_a_report_says_what_ran_and_names_nobody(tmp_path: Path) -> None:
    (tmp_path / LOG_FILE).write_text(
        "ERROR MainThread desktop: unexpected failure\n"
        'File "desktop/services/lookup.py", line 7, in search\n'
        "KeyError: 'Autohaus Winkler'\n"
        'ValueError: no place for "Elias Eder" here\n'
    )

    report = crash_report(tmp_path, datetime(2026, 11, 24, 13, 2, tzinfo=UTC))

    assert f"version {__version__}" in report
    assert platform.system() in report
    assert "KeyError: '***'" in report
    assert "ValueError: no place for '***' here" in report
    assert 'File "desktop/services/lookup.py", line 7, in search' in report
    assert "Winkler" not in report
    assert "Eder" not in report


def test_that_a_report_can_be_deleted(tmp_path: Path, book: RunBook) -> None:
    _let_a_run_die(tmp_path)
    crashed = book.begin()
    assert crashed is not None
    assert crashed.path is not None

    forget_report(crashed.path)

    assert not crashed.path.exists()


def test_that_a_folder_that_cannot_be_written_says_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")

    book = RunBook(tmp_path / "file" / "logs")

    assert book.begin() is None
    book.beat()
    book.end()
