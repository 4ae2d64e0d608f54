"""An import that does not come to its end leaves everything as it was."""

from __future__ import annotations

import io
import signal
import sqlite3
import subprocess
import sys
import textwrap
import zipfile
from itertools import islice
from pathlib import Path
from threading import Event

import pytest
from sqlalchemy import event, func, select

from desktop.errors import CancelledError, DatabaseLockedError, DiskFullError, FileUnreadableError
from desktop.models.changes import Change
from desktop.models.records.importing import ImportPhase, ImportProgress, ImportTable
from desktop.models.tables import AuditEntry, Contact, ContactEvent, Customer, ImportRun
from desktop.paths import resources_dir
from desktop.services.importing import reading
from desktop.services.importing.load import Importing
from desktop.services.storage.database import Database
from tests.services.importing.books import run
from tests.services.importing.exports import write_export

SAMPLE = resources_dir() / "sample" / "export-en"
CONTACTS_IN_SAMPLE = 20_120
BEFORE = ["D1", "+436605550101", "", "2026-02-01", "", "", ""]


@pytest.fixture(autouse=True)
def every_beat(monkeypatch: pytest.MonkeyPatch) -> None:
    """Reports progress at every beat, so that a test can act at each of them."""
    monkeypatch.setattr(reading, "_REPORT_EVERY_S", 0.0)


@pytest.fixture
def errors(tmp_path: Path) -> Path:
    folder = tmp_path / "errors"
    folder.mkdir()
    return folder


def _books(database: Database) -> dict[str, int | None]:
    tables = (AuditEntry, Contact, ContactEvent, Customer, ImportRun)
    with database.read() as session:
        return {
            table.__tablename__: session.scalar(select(func.count()).select_from(table))
            for table in tables
        }


def _indexes(database: Database) -> set[str]:
    with sqlite3.connect(database.place) as connection:
        rows = connection.execute("SELECT name FROM sqlite_master WHERE type = 'index'").fetchall()
    connection.close()
    return {name for (name,) in rows}


@pytest.mark.parametrize("phase", ImportPhase)
def test_that_a_cancelled_import_changes_nothing(
    database: Database, tmp_path: Path, errors: Path, phase: ImportPhase
) -> None:
    run(database, write_export(tmp_path / "before", [BEFORE]))
    before, stop = _books(database), Event()
    heard: list[Change] = []
    database.publish = heard.append

    def cancel(progress: ImportProgress) -> None:
        if progress.phase is phase and progress.rows > 2_000:
            stop.set()

    with pytest.raises(CancelledError):
        Importing(database).run(
            [SAMPLE], agent="test", progress=cancel, stop=stop, error_dir=errors
        )

    assert _books(database) == before
    assert heard == []
    assert list(errors.iterdir()) == []


def test_that_progress_never_goes_back_and_ends_at_the_whole(
    sqlite: Database, errors: Path
) -> None:
    beats: list[ImportProgress] = []

    Importing(sqlite).run([SAMPLE], agent="test", progress=beats.append, error_dir=errors)

    fractions = [beat.fraction for beat in beats]
    assert fractions == sorted(fractions)
    assert fractions[-1] == pytest.approx(1.0, abs=0.01)
    assert {beat.phase for beat in beats} == set(ImportPhase)


def test_that_the_books_can_be_read_while_they_are_written(
    database: Database, tmp_path: Path, errors: Path
) -> None:
    run(database, write_export(tmp_path / "before", [BEFORE]))
    seen: list[int | None] = []

    def look_up(progress: ImportProgress) -> None:
        if progress.phase is ImportPhase.WRITING:
            with database.read() as session:
                seen.append(session.scalar(select(func.count()).select_from(Contact)))

    Importing(database).run([SAMPLE], agent="test", progress=look_up, error_dir=errors)

    assert len(seen) > 5
    assert set(seen) == {1}
    assert _books(database)["contacts"] == CONTACTS_IN_SAMPLE + 1


_CHILD = """
    import resource, sys
    from pathlib import Path
    from desktop.services.importing import reading
    from desktop.services.importing.load import Importing
    from desktop.services.storage.database import Database

    url, export, errors, largest_file = sys.argv[1:]
    reading._REPORT_EVERY_S = 0.0
    if int(largest_file):
        resource.setrlimit(resource.RLIMIT_FSIZE, (int(largest_file),) * 2)

    def report(progress):
        print(progress.phase.value, progress.rows, flush=True)

    database = Database(url)
    try:
        Importing(database).run(
            [Path(export)], agent="child", progress=report, error_dir=Path(errors)
        )
    except Exception as error:
        print(type(error).__name__, flush=True)
    database.close()
"""


def _child(url: str, errors: Path, largest_file: int = 0) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", textwrap.dedent(_CHILD), url, SAMPLE, errors, largest_file]
    root = Path(__file__).parents[3]
    return subprocess.Popen(list(map(str, command)), stdout=subprocess.PIPE, text=True, cwd=root)


@pytest.mark.parametrize(("phase", "beats"), [("reading", 5), ("writing", 2), ("writing", 20)])
def test_that_a_killed_import_leaves_the_books_as_they_were(
    migrated_url: str, tmp_path: Path, errors: Path, phase: str, beats: int
) -> None:
    database = Database(migrated_url)
    run(database, write_export(tmp_path / "before", [BEFORE]))
    before = _books(database)
    database.close()

    child = _child(migrated_url, errors)
    assert child.stdout is not None
    with child.stdout as said:
        heard = list(islice((line for line in said if line.startswith(phase)), beats))
        child.kill()
    assert len(heard) == beats
    assert child.wait() == -signal.SIGKILL

    assert _books(database) == before
    if database.is_sqlite:
        with sqlite3.connect(database.place) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        connection.close()
    run(database, SAMPLE.parent / "export-de")
    database.close()


@pytest.mark.parametrize("largest_mib", [1, 4, 8])
def test_that_a_full_disk_is_told_and_loses_nothing(
    migrated_sqlite_url: str, tmp_path: Path, errors: Path, largest_mib: int
) -> None:
    database = Database(migrated_sqlite_url)
    run(database, write_export(tmp_path / "before", [BEFORE]))
    before, indexes = _books(database), _indexes(database)
    database.close()

    child = _child(migrated_sqlite_url, errors, largest_mib << 20)
    said = child.communicate()[0].splitlines()

    assert said[-1] == "DiskFullError"
    assert _books(database) == before
    assert _indexes(database) == indexes
    assert [path.name for path in errors.iterdir() if not path.name.startswith(".")] == []
    database.close()


def test_that_a_database_without_room_is_told_and_loses_nothing(
    sqlite: Database, tmp_path: Path, errors: Path
) -> None:
    run(sqlite, write_export(tmp_path / "before", [BEFORE]))
    before, indexes = _books(sqlite), _indexes(sqlite)

    def allow_little(connection: sqlite3.Connection, _record: object) -> None:
        connection.execute("PRAGMA max_page_count = 500")

    sqlite.close()
    event.listen(sqlite.engine, "connect", allow_little)
    with pytest.raises(DiskFullError):
        Importing(sqlite).run([SAMPLE], agent="test", error_dir=errors)

    assert _books(sqlite) == before
    assert _indexes(sqlite) == indexes
    assert list(errors.iterdir()) == []


def test_that_a_file_that_ends_in_the_middle_of_its_bytes_changes_nothing(
    sqlite: Database, tmp_path: Path
) -> None:
    before = _books(sqlite)
    path = tmp_path / "export.zip"
    folder = write_export(tmp_path / "export", [BEFORE])
    path.write_bytes(_zipped_and_damaged(folder))

    with pytest.raises(FileUnreadableError):
        run(sqlite, path)

    assert _books(sqlite) == before


def _zipped_and_damaged(folder: Path) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        for path in sorted(folder.iterdir()):
            archive.write(path, path.name)
    content = packed.getvalue()
    at = content.index(b"2026-02-01")
    return content[:at] + b"2026-02-02" + content[at + 10 :]


def test_that_an_import_speaks_of_a_locked_database_in_its_own_words(
    sqlite: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sqlite.close()
    monkeypatch.setattr("desktop.services.storage.engine_sqlite.BUSY_TIMEOUT_MS", 50)
    folder = write_export(tmp_path / "export", [BEFORE])
    with sqlite.write() as session:
        session.execute(select(Contact.id))
        with pytest.raises(DatabaseLockedError):
            run(sqlite, folder)


def test_that_the_index_built_afterwards_is_there_again(sqlite: Database, errors: Path) -> None:
    indexes = _indexes(sqlite)

    report = Importing(sqlite).run([SAMPLE], agent="test", error_dir=errors)

    assert report.tables[ImportTable.CONTACTS].inserted == CONTACTS_IN_SAMPLE
    assert _indexes(sqlite) == indexes
