"""A backup is whole, is written while the desk is used, and can be put back; nothing is spoilt."""

from __future__ import annotations

import shutil
import sqlite3
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest
from sqlalchemy import func, select

from desktop.errors import (
    CancelledError,
    DatabaseDamagedError,
    DatabaseLockedError,
    DatabaseTooNewError,
    DiskFullError,
    FileUnreadableError,
    FileUnwritableError,
    InvalidValueError,
)
from desktop.models.changes import Change
from desktop.models.records.freeze import FreezeCause
from desktop.models.settings import ProviderSettings
from desktop.models.tables import AuditEntry, Contact, Customer
from desktop.services.backup import server_dumps, sqlite_files
from desktop.services.backup.backing_up import Backups, latest_backup, suggested_path
from desktop.services.backup.failures import (
    BackupExistsError,
    DatabaseInUseError,
    ProgramMissingError,
)
from desktop.services.backup.restoring import Restoring
from desktop.services.sending.freeze import FreezeGuard
from desktop.services.storage import audit
from desktop.services.storage.database import Database
from desktop.services.storage.location import url_of
from desktop.services.storage.opening import open_database
from desktop.services.storage.settings import SettingsStore
from tests.support.cases import Signups, furnish

_NAME = ProviderSettings(name="Funkhaus")


def _nothing(_fraction: float) -> None:
    """Hear how far it is."""


@pytest.fixture
def database(migrated_url: str) -> Iterator[Database]:
    database = open_database(migrated_url)
    furnish(database, Signups(possible=7))
    SettingsStore(database).save("provider", _NAME, "lena")
    yield database
    database.close()


@pytest.fixture
def file(migrated_sqlite_url: str) -> Iterator[Database]:
    database = open_database(migrated_sqlite_url)
    furnish(database)
    yield database
    database.close()


def _make(database: Database, path: Path) -> Path:
    return Backups(database).make(path, _nothing, Event()).path


def _contacts(database: Database) -> int:
    with database.read() as session:
        return session.scalar(select(func.count()).select_from(Contact)) or 0


def test_that_a_backup_put_back_is_the_database_of_its_moment(
    database: Database, migrated_url: str, tmp_path: Path
) -> None:
    made = Backups(database).make(tmp_path / "made.backup", _nothing, Event())
    before = _contacts(database)
    assert made.facts.rows["contacts"] == before
    assert made.facts.audit_breaks == 0
    with database.write(Change.CUSTOMERS) as session:
        session.add(Customer(id=99, customer_no="K99", name="Later", country="AT"))
    database.close()

    done = Restoring(migrated_url, "jana").restore(made.path, _nothing, Event())

    again = open_database(migrated_url)
    with again.read() as session:
        assert session.get(Customer, 99) is None
        assert audit.first_broken_entry(session) is None
    assert _contacts(again) == before
    assert SettingsStore(again).load().provider == _NAME
    freeze = FreezeGuard(again).state()
    assert freeze is not None
    assert freeze.cause is FreezeCause.RESTORED
    again.close()
    assert done.kept is not None
    assert done.kept.exists()


def test_that_the_replaced_database_can_be_put_back_in_turn(
    database: Database, migrated_url: str, tmp_path: Path
) -> None:
    path = _make(database, tmp_path / "made.backup")
    with database.write(Change.CUSTOMERS) as session:
        session.add(Customer(id=99, customer_no="K99", name="Later", country="AT"))
    database.close()

    kept = Restoring(migrated_url, "jana").restore(path, _nothing, Event()).kept
    assert kept is not None
    Restoring(migrated_url, "jana").restore(kept, _nothing, Event())

    again = open_database(migrated_url)
    with again.read() as session:
        assert session.get(Customer, 99) is not None
    again.close()


def test_that_two_restores_within_a_second_keep_what_each_replaced(
    database: Database, migrated_url: str, tmp_path: Path
) -> None:
    path = _make(database, tmp_path / "made.backup")
    moment = database.clock()
    database.close()

    restoring = [Restoring(migrated_url, "jana", clock=lambda: moment) for _ in range(2)]
    kept = [one.restore(path, _nothing, Event()).kept for one in restoring]

    assert None not in kept
    assert kept[0] != kept[1]
    assert all(one is not None and one.exists() for one in kept)


def test_that_a_backup_is_whole_while_others_write(file: Database, tmp_path: Path) -> None:
    stop = Event()
    writes: list[int] = []
    with file.read() as session:
        begun_with = session.scalar(select(func.count()).select_from(AuditEntry)) or 0

    def write_on() -> None:
        while not stop.is_set():
            with file.write(Change.CUSTOMERS) as session:
                number = len(writes) + 100
                session.add(Customer(customer_no=f"K{number}", name="New", country="AT"))
                act = audit.Act("customer_added", "lena", file.clock(), {})
                audit.record(session, act)
            writes.append(number)

    writer = threading.Thread(target=write_on)
    writer.start()
    try:
        while not writes:
            """Wait until somebody is writing."""
        made = Backups(file).make(tmp_path / "made.sqlite", _nothing, Event())
    finally:
        stop.set()
        writer.join()

    assert made.facts.audit_breaks == 0
    # One transaction adds both: a copy of two moments would have more of the one.
    assert made.facts.rows["customers"] - 1 == made.facts.rows["audit_log"] - begun_with


def test_that_nothing_is_written_over_unless_it_is_asked_for(
    file: Database, tmp_path: Path
) -> None:
    path = tmp_path / "made.sqlite"
    path.write_text("a letter")

    with pytest.raises(BackupExistsError):
        _make(file, path)
    assert path.read_text() == "a letter"

    assert Backups(file).make(path, _nothing, Event(), force=True).facts.rows["customers"] == 1


def test_that_no_backup_takes_the_place_of_its_database(file: Database) -> None:
    with pytest.raises(BackupExistsError):
        Backups(file).make(Path(file.place), _nothing, Event(), force=True)


def test_that_a_cancelled_backup_leaves_nothing_behind(file: Database, tmp_path: Path) -> None:
    stop = Event()
    stop.set()

    with pytest.raises(CancelledError):
        Backups(file).make(tmp_path / "new" / "made.sqlite", _nothing, stop)

    assert list((tmp_path / "new").iterdir()) == []


def test_that_a_full_disk_leaves_nothing_behind(
    monkeypatch: pytest.MonkeyPatch, file: Database, tmp_path: Path
) -> None:
    folder = tmp_path / "backups"

    def fill_up(_source: Path, part: Path, *_told: object) -> None:
        part.with_name(f"{part.name}-journal").write_bytes(b"journal")
        error = sqlite3.OperationalError("database or disk is full")
        error.sqlite_errorcode = sqlite3.SQLITE_FULL
        raise error

    monkeypatch.setattr(sqlite_files, "copy_whole", fill_up)

    with pytest.raises(DiskFullError):
        _make(file, folder / "made.sqlite")
    assert list(folder.iterdir()) == []


def test_that_a_backup_is_for_its_owner_only(file: Database, tmp_path: Path) -> None:
    assert _make(file, tmp_path / "made.sqlite").stat().st_mode & 0o077 == 0


def test_that_a_place_that_cannot_be_written_is_said(file: Database, tmp_path: Path) -> None:
    (tmp_path / "letter").write_text("no folder")

    with pytest.raises(FileUnwritableError):
        _make(file, tmp_path / "letter" / "made.sqlite")


def test_that_a_backup_without_a_name_lies_in_a_folder_beside_the_database(file: Database) -> None:
    path = suggested_path(file)

    assert path.parent == Path(file.place).parent / "backups"
    assert path.suffix == Path(file.place).suffix


def test_that_progress_is_told_to_the_end(file: Database, tmp_path: Path) -> None:
    told: list[float] = []

    Backups(file).make(tmp_path / "made.sqlite", told.append, Event())

    assert told == sorted(told)
    assert told[-1] == 1.0


# ------------------------------------------------------------------------------- putting back


def _refused(url: str, path: Path) -> None:
    Restoring(url, "jana").restore(path, _nothing, Event())


def test_that_a_database_in_use_is_not_replaced(
    database: Database, migrated_url: str, tmp_path: Path
) -> None:
    path = _make(database, tmp_path / "made.backup")
    _contacts(database)

    with pytest.raises(DatabaseInUseError):
        _refused(migrated_url, path)

    assert _contacts(database) > 0


class _Noticing(Event):
    """Is asked again and again whether the work shall stop, and does something each time."""

    def __init__(self, act: Callable[[], None]) -> None:
        super().__init__()
        self._act = act

    def is_set(self) -> bool:
        self._act()
        return False


def test_that_nobody_opens_a_database_while_it_is_replaced(
    file: Database, migrated_sqlite_url: str, tmp_path: Path
) -> None:
    path = _make(file, tmp_path / "made.sqlite")
    file.close()
    seen: list[type[BaseException]] = []

    def open_meanwhile() -> None:
        try:
            open_database(migrated_sqlite_url).close()
        except DatabaseLockedError as error:
            seen.append(type(error))

    Restoring(migrated_sqlite_url, "jana").restore(path, _nothing, _Noticing(open_meanwhile))

    assert DatabaseLockedError in seen


def test_that_a_damaged_database_is_replaced_and_kept_as_it_was(
    file: Database, migrated_sqlite_url: str, tmp_path: Path
) -> None:
    path = _make(file, tmp_path / "made.sqlite")
    file.close()
    Path(file.place).write_bytes(b"damaged" * 1_000)

    kept = Restoring(migrated_sqlite_url, "jana").restore(path, _nothing, Event()).kept

    assert kept is not None
    assert kept.read_bytes() == b"damaged" * 1_000
    open_database(migrated_sqlite_url).close()


def _from_the_future(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.commit()
    connection.close()


def test_that_what_cannot_be_a_backup_changes_nothing(
    file: Database, migrated_sqlite_url: str, tmp_path: Path
) -> None:
    good = _make(file, tmp_path / "good.sqlite")
    file.close()
    before = Path(file.place).read_bytes()
    newer, half, letter, recipes, dump = (
        tmp_path / name for name in ("newer", "half", "letter", "recipes", "dump")
    )
    shutil.copy(good, newer)
    _from_the_future(newer)
    half.write_bytes(good.read_bytes()[: good.stat().st_size // 2])
    letter.write_bytes(b"Dear customer, " * 400)
    dump.write_bytes(server_dumps.MAGIC + b"...")
    connection = sqlite3.connect(recipes)
    connection.execute("CREATE TABLE recipes (name TEXT)")
    connection.close()

    for path, error in (
        (newer, DatabaseTooNewError),
        (half, DatabaseDamagedError),
        (letter, DatabaseDamagedError),
        (recipes, InvalidValueError),
        (dump, InvalidValueError),
        (tmp_path / "missing", FileUnreadableError),
        (Path(file.place), DatabaseInUseError),
    ):
        with pytest.raises(error):
            _refused(migrated_sqlite_url, path)

    assert Path(file.place).read_bytes() == before
    beside = {path.name for path in tmp_path.iterdir()}
    assert not any("restored" in name or "before-restore" in name for name in beside)


def test_that_a_backup_goes_to_an_empty_place(file: Database, tmp_path: Path) -> None:
    path = _make(file, tmp_path / "made.sqlite")
    place = tmp_path / "elsewhere" / "desk.sqlite"

    done = Restoring(url_of(str(place)), "jana").restore(path, _nothing, Event())

    assert done.kept is None
    open_database(url_of(str(place))).close()


def test_that_a_server_without_its_programs_is_told_what_to_install(
    migrated_postgres_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = open_database(migrated_postgres_url)
    monkeypatch.setattr(server_dumps, "_found", lambda _name: None)

    with pytest.raises(ProgramMissingError) as caught:
        _make(database, tmp_path / "made.dump")

    assert caught.value.program == "pg_dump"
    assert int(caught.value.version) >= 10
    assert list(tmp_path.iterdir()) == []
    database.close()


def test_that_the_latest_backup_of_this_database_is_known(file: Database) -> None:
    assert latest_backup(file) is None
    made = _make(file, suggested_path(file))
    made.with_name("other-20260101-080000.sqlite3").write_bytes(b"")

    assert latest_backup(file) == made
