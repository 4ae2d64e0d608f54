"""Brings a database to the schema of this program, from the first table on.

Alembic runs from code, so that it works frozen as well. Before an existing SQLite file is
changed, a copy of it is made beside it.
"""

from __future__ import annotations

import logging
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError

from desktop.errors import DatabaseDamagedError, DatabaseTooNewError
from desktop.services.storage.database import Database
from desktop.services.storage.failures import storage_error

log = logging.getLogger(__name__)

SCRIPTS = Path(__file__).resolve().parent


def migrate(database: Database) -> None:
    """Bring ``database`` to the newest schema; do nothing where it is there already.

    Raises:
        DatabaseTooNewError: a newer program made it.
        StorageError: it cannot be opened, read or written.

    """
    try:
        _migrate(database)
    except DBAPIError as error:
        known = storage_error(error, database.place)
        if known is None:
            raise
        raise known from error


def _migrate(database: Database) -> None:
    _make_folder(database)
    scripts = ScriptDirectory.from_config(_config())
    with database.engine.connect() as connection:
        current = MigrationContext.configure(connection).get_current_revision()
    if current == scripts.get_current_head():
        return
    if current is not None:
        _refuse_newer(database, scripts, current)
        _copy_beside(database, current)
    log.info("migrating the database from %s", current or "nothing")
    with database.engine.connect() as connection:
        _upgrade(connection, database)


def current_revision(database: Database) -> str | None:
    """Return the revision of the schema that ``database`` has, None where it has none.

    Raises:
        StorageError: it cannot be read.

    """
    try:
        with database.engine.connect() as connection:
            return MigrationContext.configure(connection).get_current_revision()
    except DBAPIError as error:
        known = storage_error(error, database.place)
        if known is None:
            raise
        raise known from error


def _make_folder(database: Database) -> None:
    if database.is_sqlite:
        Path(database.place).parent.mkdir(parents=True, exist_ok=True)


def _refuse_newer(database: Database, scripts: ScriptDirectory, current: str) -> None:
    try:
        scripts.get_revision(current)
    except CommandError as error:
        raise DatabaseTooNewError(database.place, current) from error


def _copy_beside(database: Database, current: str) -> None:
    if not database.is_sqlite:
        return
    source = Path(database.place)
    copy = source.with_name(f"{source.stem}.before-{current}{source.suffix}")
    if copy.exists():
        return
    # Under another name until it is whole: a disk that fills up must not leave half a copy.
    part = copy.with_name(f"{copy.name}.part")
    part.unlink(missing_ok=True)
    with database.engine.connect() as connection:
        connection.exec_driver_sql("COMMIT")  # a copy cannot be made within a transaction
        connection.execute(text("VACUUM INTO :copy"), {"copy": str(part)})
        connection.exec_driver_sql("BEGIN")
    part.replace(copy)


def _upgrade(connection: Connection, database: Database) -> None:
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
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config
