"""The program is started more than once: there is one window, and a call reaches it."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.services.storage.database import Database
from tests.support.cases import furnish
from tests.support.program import Program, RunningProgram
from tests.support.window import PATIENCE_MS

_OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen"}


@pytest.fixture
def program(tmp_path: Path) -> Program:
    return Program(tmp_path / "home")


@pytest.fixture
def desk(migrated_sqlite_url: str) -> str:
    """The file of a database in which Autohaus Winkler can be called."""
    database = Database(migrated_sqlite_url)
    furnish(database)
    database.close()
    return migrated_sqlite_url.removeprefix("sqlite:///")


def _log(program: Program) -> str:
    return "".join(path.read_text("utf-8") for path in program.home.rglob("desk.log"))


def _waits_until(happened: Callable[[], bool], told: Callable[[], str]) -> None:
    ends_at = time.monotonic() + 3 * PATIENCE_MS / 1_000
    while not happened():
        assert time.monotonic() < ends_at, told()
        time.sleep(0.05)


def test_that_two_starts_at_the_same_moment_give_one_window(program: Program, desk: str) -> None:
    with (
        program.running("--database", desk, **_OFFSCREEN) as one,
        program.running("--database", desk, **_OFFSCREEN) as other,
    ):
        both = (one, other)
        _waits_until(lambda: one.is_over or other.is_over, lambda: _log(program))
        (ended,) = [run for run in both if run.is_over]
        (window,) = [run for run in both if not run.is_over]
        assert ended.ended().status == 0
        assert _log(program).count("the desk is open") == 1

        assert program.run("--database", desk, **_OFFSCREEN).status == 0

        assert not window.is_over
        assert window.end().status == 0


def test_that_a_call_pops_the_right_customer(program: Program, desk: str) -> None:
    call = ("--database", desk, "call")
    with program.running(*call, "tel:+43-676-6018159", **_OFFSCREEN) as window:
        _waits_until(lambda: "known 1" in _log(program), lambda: _told(program, window))

        # A second one, as somebody dials it; without a display, for the window has one.
        ended = program.run(*call, "0664", "555", "01", "99")

        assert (ended.status, ended.err) == (0, "")
        _waits_until(lambda: "handed over: unknown" in _log(program), lambda: _log(program))
        assert window.end().status == 0
    assert not re.search(r"6018159|5550199", _log(program))


def _told(program: Program, run: RunningProgram) -> str:
    return _log(program) + run.out


def test_that_the_first_start_asks_once_and_writes_nothing_meanwhile(program: Program) -> None:
    with program.running(**_OFFSCREEN) as asking:
        _waits_until(lambda: "the first start asks" in _log(program), lambda: _log(program))

        assert program.run(**_OFFSCREEN).status == 0

        assert not asking.is_over
    assert not list(program.home.rglob("*.sqlite"))
    assert not list(program.home.rglob("config.toml"))


def test_that_what_is_no_number_is_said_before_anything_opens(program: Program, desk: str) -> None:
    ended = program.run("--database", desk, "call", "Winkler")

    assert ended.status == 1
    assert "no phone number" in ended.sentence
