"""Sessions: durable, immediate, published after commit, failures told apart from bugs."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError

from desktop.errors import DatabaseDamagedError, DatabaseLockedError, DiskFullError
from desktop.models.changes import Change
from desktop.models.tables import Customer
from desktop.services.storage.database import Database, also_changes
from desktop.services.storage.engine_sqlite import wal_is_safe
from desktop.services.storage.migrations import migrate


@pytest.fixture
def database(migrated_url: str) -> Iterator[Database]:
    opened = Database(migrated_url)
    yield opened
    opened.close()


@pytest.fixture
def embedded(migrated_sqlite_url: str) -> Iterator[Database]:
    opened = Database(migrated_sqlite_url)
    yield opened
    opened.close()


def _add_customer(database: Database, number: str = "K1") -> None:
    with database.write(Change.CUSTOMERS) as session:
        session.add(Customer(customer_no=number, name="0"))


def test_that_six_threads_lose_no_increment(embedded: Database) -> None:
    _add_customer(embedded)

    def count_up() -> None:
        for _ in range(20):
            with embedded.write() as session:
                before = int(session.scalar(select(Customer.name)) or 0)
                session.execute(update(Customer).values(name=str(before + 1)))

    threads = [threading.Thread(target=count_up) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with embedded.read() as session:
        assert session.scalar(select(Customer.name)) == "120"


def test_that_a_change_is_published_after_its_commit(database: Database) -> None:
    seen: list[tuple[Change, int]] = []

    def look(change: Change) -> None:
        with database.read() as session:
            seen.append((change, len(session.scalars(select(Customer)).all())))

    database.publish = look
    _add_customer(database)
    assert seen == [(Change.CUSTOMERS, 1)]


def test_that_a_failed_use_case_changes_and_publishes_nothing(database: Database) -> None:
    published: list[Change] = []
    database.publish = published.append
    _add_customer(database)
    with pytest.raises(IntegrityError):
        _add_customer(database)
    assert published == [Change.CUSTOMERS]
    assert database.versions() == {Change.CUSTOMERS: 1}


def test_that_each_commit_raises_the_version_of_what_it_changed(database: Database) -> None:
    with database.write(Change.SIMS, Change.CONTACTS):
        pass
    with database.write(Change.SIMS):
        pass
    assert database.versions() == {Change.SIMS: 2, Change.CONTACTS: 1}


def test_that_a_use_case_may_find_out_on_its_way_what_it_changes(database: Database) -> None:
    published: list[Change] = []
    database.publish = published.append
    with database.write(Change.SIMS) as session:
        also_changes(session, Change.CONTACTS)
        also_changes(session, Change.SIMS)
    with database.write(Change.SIMS):
        pass
    assert published == [Change.SIMS, Change.CONTACTS, Change.SIMS]
    assert database.versions() == {Change.SIMS: 2, Change.CONTACTS: 1}


@pytest.mark.parametrize(
    "url",
    [
        "postgresql+psycopg://anna:geheim@db.example.com/desk",
        "postgresql+psycopg://anna@db.example.com/desk?password=geheim&sslpassword=geheim",
    ],
)
def test_that_a_server_is_named_without_driver_and_password(url: str) -> None:
    database = Database(url)
    place = database.place
    database.close()
    assert "geheim" not in place
    assert place.startswith("postgresql://anna")
    assert place.endswith("@db.example.com/desk")


def test_that_a_damaged_file_is_told_as_damaged(tmp_path: Path) -> None:
    path = tmp_path / "desk.sqlite"
    path.write_bytes(b"this was a database once" * 100)
    database = Database(f"sqlite:///{path}")
    with pytest.raises(DatabaseDamagedError) as told:
        migrate(database)
    assert told.value.place == str(path)
    database.close()
    assert path.read_bytes().startswith(b"this was")


def test_that_a_full_disk_is_told_and_loses_nothing(embedded: Database) -> None:
    _add_customer(embedded)
    with embedded.write() as session:
        pages = session.connection().exec_driver_sql("PRAGMA page_count").scalar_one()

    def write_too_much() -> None:
        with embedded.write() as session:
            session.connection().exec_driver_sql(f"PRAGMA max_page_count = {pages}")
            session.add(Customer(customer_no="K2", name="x" * 1_000_000))

    with pytest.raises(DiskFullError):
        write_too_much()
    with embedded.read() as session:
        assert session.scalars(select(Customer.customer_no)).all() == ["K1"]


def test_that_a_lock_held_by_another_program_is_told(
    embedded: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.services.storage.engine_sqlite.BUSY_TIMEOUT_MS", 50)
    patient = Database(f"sqlite:///{embedded.place}")
    other = sqlite3.connect(embedded.place, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(DatabaseLockedError):
        _add_customer(patient)
    other.execute("ROLLBACK")
    other.close()
    patient.close()


@pytest.mark.parametrize(
    ("version", "safe"),
    [
        ((3, 40, 1), False),
        ((3, 44, 5), False),
        ((3, 44, 6), True),
        ((3, 45, 0), False),
        ((3, 50, 6), False),
        ((3, 50, 7), True),
        ((3, 51, 0), False),
        ((3, 51, 2), False),
        ((3, 51, 3), True),
        ((3, 53, 0), True),
    ],
)
def test_that_only_a_repaired_engine_keeps_a_write_ahead_log(
    version: tuple[int, int, int], *, safe: bool
) -> None:
    assert wal_is_safe(version) is safe


def test_that_a_commit_waits_for_the_disk(embedded: Database) -> None:
    normal = 1
    with embedded.read() as session:
        level = session.connection().exec_driver_sql("PRAGMA synchronous").scalar_one()
    assert level > normal
