"""Rules that hold for every test, and the fixtures that many of them use.

A test fails when the program logs a warning that it did not expect, when a thread, a timer or a
window outlives it, and, in CI, when it is skipped.
"""

from __future__ import annotations

import gc
import logging
import os
import shutil
import tempfile
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from hypothesis import HealthCheck, settings

from desktop.services.storage.database import Database
from desktop.services.storage.migrations import migrate
from scripts import translations
from tests.support.leaks import Running
from tests.support.logs import LogWatch
from tests.support.postgres import PostgresCluster, name_of

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# What the program keeps in the user's folder stays out of the real one.
os.environ["XDG_DATA_HOME"] = tempfile.mkdtemp(prefix="desk-tests-")

settings.register_profile(
    # A busy machine is no defect of the program, so time is no criterion here.
    "desk",
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    print_blob=True,
)
settings.register_profile("ci", settings.get_profile("desk"), derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "desk")

_call_failed = pytest.StashKey[bool]()
_Report = TypeVar("_Report", pytest.TestReport, pytest.CollectReport)


def pytest_configure(config: pytest.Config) -> None:
    """Compiles translations that changed, once and before any worker starts."""
    if not hasattr(config, "workerinput"):
        translations.compile_stale()


def pytest_collection_finish() -> None:
    """Takes what was imported out of every later search for garbage and for leaks."""
    gc.collect()
    gc.freeze()


# ------------------------------------------------------------------ nothing is passed over


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if call.when == "call":
        item.stash[_call_failed] = report.failed
    return _skip_is_failure_in_ci(report)


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    report = yield
    return _skip_is_failure_in_ci(report)


def _skip_is_failure_in_ci(report: _Report) -> _Report:
    if os.environ.get("CI") and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped, which CI does not accept: {report.longreprtext}"
    return report


@pytest.fixture(autouse=True)
def nothing_stays_running(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fails a test that leaves a thread, an active timer or a window behind.

    With Qt, garbage is collected after the test and not during it: widgets of an earlier window
    that went away while Qt tells all widgets of another font took the process with them.
    """
    with_qt = "qapp" in request.fixturenames
    if with_qt:
        gc.disable()
    before = Running.now(with_qt=with_qt)
    yield
    if with_qt:
        gc.collect()
        gc.enable()
    if request.node.stash.get(_call_failed, False):
        return  # its traceback keeps objects alive, and it has failed anyway
    leaks = before.leaks()
    if leaks:
        pytest.fail("left running: " + ", ".join(leaks), pytrace=False)


@pytest.fixture(autouse=True)
def log_watch() -> Iterator[LogWatch]:
    """Fails a test in which an unexpected warning or error is logged."""
    watch = LogWatch()
    logging.getLogger().addHandler(watch)
    yield watch
    logging.getLogger().removeHandler(watch)
    complaints = watch.complaints()
    if complaints:
        pytest.fail("\n".join(complaints), pytrace=False)


@pytest.fixture
def expected_warnings(log_watch: LogWatch) -> list[str]:
    """Regular expressions of the log messages that this test provokes; append to it."""
    return log_watch.expected


# ------------------------------------------------------------------------------ databases


@pytest.fixture(scope="session")
def postgres_cluster() -> Iterator[PostgresCluster]:
    """A real PostgreSQL server of this run's own."""
    cluster = PostgresCluster()
    cluster.start()
    yield cluster
    cluster.stop()


@pytest.fixture
def postgres_url(postgres_cluster: PostgresCluster) -> Iterator[str]:
    """The URL of a fresh, empty PostgreSQL database."""
    url = postgres_cluster.create_database()
    yield url
    postgres_cluster.drop_database(url)


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    """The URL of a SQLite file that does not exist yet."""
    return f"sqlite:///{tmp_path / 'desk.sqlite3'}"


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> str:
    """The URL of an empty database; a test that asks for it runs on both engines."""
    fixture = {"sqlite": "sqlite_url", "postgresql": "postgres_url"}[request.param]
    return str(request.getfixturevalue(fixture))


# Making all tables takes longer than most tests: it is done once for each engine, then copied.


@pytest.fixture(scope="session")
def migrated_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file with all tables; copy it, never write to it."""
    path = tmp_path_factory.mktemp("template") / "desk.sqlite3"
    _make_tables(f"sqlite:///{path}")
    return path


@pytest.fixture(scope="session")
def migrated_postgres(postgres_cluster: PostgresCluster) -> str:
    """The name of a PostgreSQL database with all tables, for use as a template."""
    url = postgres_cluster.create_database()
    _make_tables(url)
    return name_of(url)


def _make_tables(url: str) -> None:
    database = Database(url)
    migrate(database)
    database.close()


@pytest.fixture
def migrated_sqlite_url(sqlite_url: str, migrated_sqlite: Path) -> str:
    """The URL of a fresh SQLite file with all tables and no rows."""
    shutil.copy(migrated_sqlite, sqlite_url.removeprefix("sqlite:///"))
    return sqlite_url


@pytest.fixture
def migrated_postgres_url(
    postgres_cluster: PostgresCluster, migrated_postgres: str
) -> Iterator[str]:
    """The URL of a fresh PostgreSQL database with all tables and no rows."""
    url = postgres_cluster.create_database(template=migrated_postgres)
    yield url
    postgres_cluster.drop_database(url)


@pytest.fixture(params=["sqlite", "postgresql"])
def migrated_url(request: pytest.FixtureRequest) -> str:
    """The URL of a database with all tables and no rows; the test runs on both engines."""
    fixture = {"sqlite": "migrated_sqlite_url", "postgresql": "migrated_postgres_url"}
    return str(request.getfixturevalue(fixture[request.param]))
