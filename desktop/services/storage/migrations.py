"""Brings a database to the schema of this program, from the first table on.

Alembic runs from code, so that it works frozen as well, and is loaded only where something is to
be done: most starts find the schema as it should be. Before an existing SQLite file is changed, a
copy of it is made beside it; the latest few are kept.
"""

from __future__ import annotations

import glob
import logging
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect, text
from sqlalchemy.exc import DBAPIError

from desktop.errors import DatabaseDamagedError, DatabaseTooNewError, StorageError
from desktop.services.storage.database import Database
from desktop.services.storage.failures import MigrationFailedError, storage_error

if TYPE_CHECKING:
    from alembic.config import Config

log = logging.getLogger(__name__)

SCRIPTS = Path(__file__).resolve().parent

KEPT_COPIES = 5
"""So many copies of SQLite files before a change of their schema stay beside them."""


def migrate(database: Database, *, keep_copy: bool = True) -> None:
    """Bring ``database`` to the newest schema; do nothing where it is there already.

    All of it happens in one transaction, or nothing. ``keep_copy=False`` is for what is a copy
    itself.

    Raises:
        DatabaseTooNewError: a newer program made it.
        MigrationFailedError: it cannot be done; the database is as it was.
        StorageError: it cannot be opened, read or written.

    """
    try:
        _migrate(database, keep_copy=keep_copy)
    except DBAPIError as error:
        known = storage_error(error, database.place)
        if known is None:
            raise
        raise known from error


def _migrate(database: Database, *, keep_copy: bool) -> None:
    _make_folder(database)
    current = _revision_in(database)
    if current == newest_revision():
        return
    copy = None
    if current is not None:
        _refuse_newer(database, current)
        copy = _copy_beside(database, current) if keep_copy else None
    log.info("migrating the database from %s, copy %s", current or "nothing", copy or "none")
    try:
        with database.engine.connect() as connection:
            _upgrade(connection, database)
    except (StorageError, DBAPIError):
        raise
    except Exception as error:
        log.exception("the migration failed")
        raise MigrationFailedError(database.place, str(error), str(copy or "")) from error


def check_not_newer(database: Database) -> None:
    """Look whether this program knows the schema of ``database``; change nothing.

    Raises:
        DatabaseTooNewError: a newer program made it.
        StorageError: it cannot be read.

    """
    current = current_revision(database)
    if current is not None:
        _refuse_newer(database, current)


def newest_revision() -> str:
    """Return the revision that this program brings a database to: the last of its migrations.

    The names of their files begin with their revisions, so none has to be read for it.
    """
    return max(_revisions())


def knows_revision(revision: str) -> bool:
    """Tell whether this program knows a revision: a newer one it does not."""
    return revision in _revisions()


def _revisions() -> set[str]:
    return {path.name.partition("_")[0] for path in (SCRIPTS / "versions").glob("[0-9]*_*.py")}


def current_revision(database: Database) -> str | None:
    """Return the revision of the schema that ``database`` has, None where it has none.

    Raises:
        StorageError: it cannot be read.

    """
    try:
        return _revision_in(database)
    except DBAPIError as error:
        known = storage_error(error, database.place)
        if known is None:
            raise
        raise known from error


def _revision_in(database: Database) -> str | None:
    with database.engine.connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return None
        found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
        return None if found is None else str(found)


def _make_folder(database: Database) -> None:
    if database.is_sqlite:
        Path(database.place).parent.mkdir(parents=True, exist_ok=True)


def _refuse_newer(database: Database, current: str) -> None:
    if not knows_revision(current):
        raise DatabaseTooNewError(database.place, current)


def _copy_beside(database: Database, current: str) -> Path | None:
    if not database.is_sqlite:
        return None
    source = Path(database.place)
    stamp = database.clock().strftime("%Y%m%d-%H%M%S")
    copy = source.with_name(f"{source.stem}.before-{current}-{stamp}{source.suffix}")
    # Under another name until it is whole: a disk that fills up must not leave half a copy.
    part = copy.with_name(f"{copy.name}.part")
    part.unlink(missing_ok=True)
    with database.engine.connect() as connection:
        connection.exec_driver_sql("COMMIT")  # a copy cannot be made within a transaction
        connection.execute(text("VACUUM INTO :copy"), {"copy": str(part)})
        connection.exec_driver_sql("BEGIN")
    part.replace(copy)
    _sweep(source)
    return copy


def copies_of(source: Path) -> list[Path]:
    """Return the copies that were made before changes of the schema, the oldest first."""
    copies = source.parent.glob(f"{glob.escape(source.stem)}.before-[0-9]*{source.suffix}")
    return sorted(copies, key=lambda copy: copy.stat().st_mtime_ns)


def _sweep(source: Path) -> None:
    for old in copies_of(source)[:-KEPT_COPIES]:
        old.unlink(missing_ok=True)


def _upgrade(connection: Connection, database: Database) -> None:
    from alembic import command

    # Batch mode recreates tables; with foreign keys on it would drop the rows that refer to them.
    if database.is_sqlite:
        connection.exec_driver_sql("COMMIT")
        connection.exec_driver_sql("PRAGMA foreign_keys = OFF")
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    config = _config()
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    if database.is_sqlite:
        _check_foreign_keys(connection, database)
    connection.commit()
    if database.is_sqlite:
        connection.invalidate()


def _check_foreign_keys(connection: Connection, database: Database) -> None:
    if connection.exec_driver_sql("PRAGMA foreign_key_check").first():
        connection.rollback()
        raise DatabaseDamagedError(database.place, "foreign keys")


def _config() -> Config:
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config
