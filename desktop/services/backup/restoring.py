"""Puts a backup back: looked through first, the replaced database kept, sending frozen.

The backup is brought to this program's schema and frozen beside the database that it replaces;
that one is changed only in the last step, at once. A backup does not know what was sent after it
was made, so nothing is sent until a person has released it (services/sending/freeze).
"""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from threading import Event

from desktop.errors import DatabaseUnreachableError, FileUnreadableError, InvalidValueError
from desktop.models.records.backup import Restored
from desktop.models.types import Clock, utc_now
from desktop.services.backup import server_dumps, sqlite_files
from desktop.services.backup.backing_up import Backups, free_path, suggested_path
from desktop.services.backup.failures import DatabaseInUseError
from desktop.services.sending.freeze import FreezeGuard
from desktop.services.sending.sent_marks import SentMarks
from desktop.services.storage import audit
from desktop.services.storage.database import Database
from desktop.services.storage.in_use import UseLock
from desktop.services.storage.location import url_of
from desktop.services.storage.migrations import migrate

Report = Callable[[float], None]


class Restoring:
    """Puts backups back in one database, which nobody may use meanwhile."""

    def __init__(self, url: str, agent: str, *, clock: Clock = utc_now) -> None:
        """Restore into the database at ``url``, in the name of ``agent``."""
        self._database = Database(url, clock=clock)
        self._agent = agent

    def restore(self, path: Path, report: Report, stop: Event) -> Restored:
        """Put the backup at ``path`` in the place of the database.

        Raises:
            FileUnreadableError: there is no such file.
            DatabaseDamagedError: the backup is damaged; nothing was changed.
            DatabaseTooNewError: a newer program made it; nothing was changed.
            InvalidValueError: it is no backup of the desk, or of another kind of database.
            DatabaseInUseError: a window, worker or receiver uses the database.
            ProgramMissingError: PostgreSQL's own programs are missing or too old.
            StorageError: it cannot be written; nothing was changed.
            CancelledError: ``stop`` was set; nothing was changed.

        """
        if not path.is_file():
            raise FileUnreadableError(str(path), "no such file")
        try:
            if self._database.is_sqlite:
                return self._restore_file(path, report, stop)
            return self._restore_server(path, report, stop)
        except OSError as error:
            raise DatabaseUnreachableError(self._database.place, str(error)) from error
        finally:
            self._database.close()

    # ------------------------------------------------------------------------------- a file

    def _restore_file(self, path: Path, report: Report, stop: Event) -> Restored:
        with path.open("rb") as file:
            is_dump = file.read(len(server_dumps.MAGIC)) == server_dumps.MAGIC
        if is_dump:
            raise InvalidValueError("database", "other_engine")
        facts = sqlite_files.facts_of(path, _half(report), stop)
        place = Path(self._database.place)
        place.parent.mkdir(parents=True, exist_ok=True)
        lock = UseLock(place)
        if path.resolve() == place.resolve() or not lock.alone():
            raise DatabaseInUseError(self._database.place)
        part = place.with_name(f"{place.name}.restored")
        try:
            sqlite_files.remove(part)
            sqlite_files.copy_whole(path, part, _Nothing(), stop)
            self._prepare(url_of(str(part)), path)
            kept = self._keep(place)
            part.replace(place)
        finally:
            sqlite_files.remove(part)
            lock.leave()
        report(1.0)
        return Restored(self._database.place, kept, facts)

    def _prepare(self, url: str, path: Path) -> None:
        """Bring what is put back to this program's schema, and freeze it."""
        database = Database(url, clock=self._database.clock)
        try:
            migrate(database, keep_copy=False)
            self._freeze(database, path)
        finally:
            database.close()

    def _freeze(self, database: Database, path: Path) -> None:
        FreezeGuard(database, SentMarks(self._database)).freeze()
        with database.write() as session:
            facts = {"backup": path.name}
            act = audit.Act("database_restored", self._agent, self._database.clock(), facts)
            audit.record(session, act)

    def _keep(self, place: Path) -> Path | None:
        """Leave the database that is replaced beside its place, with what was not merged yet."""
        if not place.exists():
            return None
        with contextlib.suppress(sqlite3.Error), closing(sqlite3.connect(place)) as old:
            for mode in ("PERSIST", "DELETE"):  # what was kept beside it goes with the change
                old.execute(f"PRAGMA journal_mode = {mode}")
        stamp = self._database.clock().strftime("%Y%m%d-%H%M%S")
        kept = free_path(place.with_name(f"{place.stem}.before-restore-{stamp}{place.suffix}"))
        # Those of a damaged one; a fresh one must not find them.
        for end in sqlite_files.COMPANIONS:
            beside = place.with_name(f"{place.name}{end}")
            if beside.exists():
                beside.replace(kept.with_name(f"{kept.name}{end}"))
        try:
            os.link(place, kept)
        except OSError:
            shutil.copy2(place, kept)
        return kept

    # ----------------------------------------------------------------------------- a server

    def _restore_server(self, path: Path, report: Report, stop: Event) -> Restored:
        facts = server_dumps.facts_of_dump(path)
        report(0.3)
        kept = self._back_up_server(stop)
        report(0.6)
        server_dumps.put_back(self._database, path, stop)
        migrate(self._database)
        self._freeze(self._database, path)
        report(1.0)
        return Restored(self._database.place, kept, facts)

    def _back_up_server(self, stop: Event) -> Path | None:
        with self._database.read() as session:
            if server_dumps.others_connected(session):
                raise DatabaseInUseError(self._database.place)
            is_empty = not server_dumps.has_tables(session)
        if is_empty:
            return None
        kept = suggested_path(self._database)
        kept = free_path(kept.with_name(f"before-restore-{kept.name}"))
        return Backups(self._database).make(kept, _Nothing(), stop).path


class _Nothing:
    """Hears how far the work is and says nothing."""

    def __call__(self, _fraction: float) -> None:
        """Say nothing."""


def _half(report: Report) -> Report:
    return lambda fraction: report(fraction / 2)
