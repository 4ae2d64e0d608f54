"""Writes a backup of the whole database while it is in use, and looks through it afterwards."""

from __future__ import annotations

import contextlib
import glob
import itertools
import os
import sqlite3
from collections.abc import Callable
from pathlib import Path
from threading import Event

from desktop.errors import DatabaseDamagedError, DiskFullError, FileUnwritableError
from desktop.models.records.backup import Backup, DatabaseFacts
from desktop.paths import data_dir
from desktop.services.backup import server_dumps, sqlite_files
from desktop.services.backup.failures import BackupExistsError
from desktop.services.storage.database import Database

Report = Callable[[float], None]


class Backups:
    """Backups of one database."""

    def __init__(self, database: Database) -> None:
        """Back up ``database``, whoever else works on it."""
        self._database = database

    def suggested(self) -> Path:
        """Return where the next backup lies if nobody names another place."""
        return suggested_path(self._database)

    def make(self, path: Path, report: Report, stop: Event, *, force: bool = False) -> Backup:
        """Write a backup to ``path`` and return what it holds.

        Nothing lies at ``path`` before the backup is whole.

        Raises:
            BackupExistsError: something lies there, and ``force`` is not set or it is what is
                backed up.
            FileUnwritableError: nothing can be written there.
            DiskFullError: there is no room.
            BackupNotWholeError: what was written is not what was read.
            ProgramMissingError: PostgreSQL's own programs are missing or too old.
            CancelledError: ``stop`` was set; nothing is left behind.
            StorageError: the database cannot be read.

        """
        if path.exists() and (not force or self._is_the_database(path)):
            raise BackupExistsError(str(path))
        part = path.with_name(f"{path.name}.part")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            sqlite_files.remove(part)
            os.close(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600))
            facts = self._write(part, report, stop)
            _put(part, path, force=force)
        except OSError as error:
            raise FileUnwritableError(str(path), str(error)) from error
        finally:
            with contextlib.suppress(OSError):
                sqlite_files.remove(part)
        return Backup(path, path.stat().st_size, facts)

    def _is_the_database(self, path: Path) -> bool:
        """Whoever has it open would go on writing to a file that nobody sees any more."""
        return self._database.is_sqlite and path.samefile(self._database.place)

    def _write(self, part: Path, report: Report, stop: Event) -> DatabaseFacts:
        if not self._database.is_sqlite:
            return server_dumps.dump(self._database, part, report, stop)
        source = Path(self._database.place)
        try:
            sqlite_files.copy_whole(source, part, report, stop)
            facts = sqlite_files.facts_of(part, report, stop)
            sqlite_files.compare(source, facts, sqlite_files.changes_in(part))
        except sqlite3.Error as error:
            raise _told(error, source, part) from error
        return facts


def backup_folder(database: Database) -> Path:
    """Return the usual folder: beside a SQLite file, else the user's own."""
    if database.is_sqlite:
        return Path(database.place).parent / "backups"
    return data_dir() / "backups"


def suggested_path(database: Database) -> Path:
    """Return a name for a backup made now, in the usual folder."""
    stamp = database.clock().strftime("%Y%m%d-%H%M%S")
    source = Path(database.name)
    end = (source.suffix or ".sqlite") if database.is_sqlite else ".dump"
    return free_path(backup_folder(database) / f"{source.stem}-{stamp}{end}")


def free_path(path: Path) -> Path:
    """Return ``path``, or the next name beside it where something lies there already.

    What happens twice within a second has the same moment in its name.
    """
    names = (path.with_name(f"{path.stem}-{place}{path.suffix}") for place in itertools.count(2))
    return path if not path.exists() else next(name for name in names if not name.exists())


def latest_backup(database: Database) -> Path | None:
    """Return the latest backup of this database in the usual folder."""
    name = glob.escape(Path(database.name).stem)
    found = backup_folder(database).glob(f"{name}-[0-9]*-[0-9]*")
    whole = (path for path in found if path.suffix != ".part")
    return max(whole, key=lambda path: path.stat().st_mtime_ns, default=None)


def _told(error: sqlite3.Error, source: Path, part: Path) -> Exception:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR}:
        return DiskFullError(str(part.parent), str(error))
    if code in {sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY}:
        return FileUnwritableError(str(part), str(error))
    return DatabaseDamagedError(str(source), str(error))


def _put(part: Path, path: Path, *, force: bool) -> None:
    """Give the whole file its name at once, over nothing that has come meanwhile."""
    if force:
        part.replace(path)
        return
    try:
        os.link(part, path)
    except FileExistsError as error:
        raise BackupExistsError(str(path)) from error
    except OSError:  # a file system without links
        if path.exists():
            raise BackupExistsError(str(path)) from None
        part.rename(path)
