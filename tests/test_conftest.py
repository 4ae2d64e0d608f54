"""The rules of conftest.py are tried out on tests that break them."""

from __future__ import annotations

from pathlib import Path

import pytest
import sqlalchemy

pytest_plugins = ["pytester"]

_OFFENDERS = """
import logging
import threading

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog

kept = []

def test_thread(request):
    stop = threading.Event()
    thread = threading.Thread(target=stop.wait, name="forgotten", daemon=True)
    thread.start()

def test_timer(qapp):
    timer = QTimer()
    timer.start(1000)
    kept.append(timer)

@pytest.fixture
def timer_stopped_later():
    yield
    kept[0].stop()

def test_window(timer_stopped_later, qapp):
    dialog = QDialog()
    kept.append(dialog)

def test_warning():
    logging.getLogger("part").warning("disk nearly full")

def test_expected_warning(expected_warnings):
    expected_warnings.append("disk nearly full")
    logging.getLogger("part").warning("disk nearly full")

def test_expected_in_vain(expected_warnings):
    expected_warnings.append("disk nearly full")

@pytest.mark.skip(reason="no time")
def test_skipped():
    pass

def test_plain(qapp):
    QApplication.processEvents()
"""


def test_that_leaks_warnings_and_skips_fail_a_test(
    pytester: pytest.Pytester, pytestconfig: pytest.Config, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CI", "true")
    (pytester.path / "pytest.ini").write_text(
        f"[pytest]\npythonpath = '{pytestconfig.rootpath}'\nqt_api = pyside6\n"
    )
    rules = Path(__file__).with_name("conftest.py").read_text()
    impatience = "import tests.support.leaks\ntests.support.leaks.GRACE_S = 0.1\n"
    pytester.makeconftest(rules + impatience)
    pytester.makepyfile(_OFFENDERS)

    result = pytester.runpytest_subprocess("-p", "no:cacheprovider")

    result.assert_outcomes(passed=7, errors=6)
    result.stdout.fnmatch_lines_random(
        [
            "*left running: thread forgotten*",
            "*left running: timer QTimer*",
            "*left running: window QDialog*",
            "*unexpected log message: part WARNING disk nearly full*",
            "*expected log message never came: disk nearly full*",
            "*skipped, which CI does not accept*",
        ]
    )


def test_that_every_test_gets_an_empty_database_of_its_own(database_url: str) -> None:
    engine = sqlalchemy.create_engine(database_url)
    with engine.begin() as connection:
        assert sqlalchemy.inspect(connection).get_table_names() == []
        connection.execute(sqlalchemy.text("CREATE TABLE mark (id integer)"))
    engine.dispose()


def test_that_no_database_is_left_from_the_test_before(database_url: str) -> None:
    engine = sqlalchemy.create_engine(database_url)
    with engine.connect() as connection:
        assert sqlalchemy.inspect(connection).get_table_names() == []
    engine.dispose()
