"""Migrations lead to exactly the schema of the mapped classes, and never spoil a database."""

from __future__ import annotations

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import text

from desktop.errors import DatabaseTooNewError
from desktop.models.tables import Base
from desktop.services.storage.database import Database
from desktop.services.storage.migrations import migrate


def test_that_migrations_and_mapped_classes_give_the_same_schema(database_url: str) -> None:
    database = Database(database_url)
    migrate(database)
    with database.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Base.metadata) == []
    database.close()


def test_that_migrating_twice_changes_nothing(database_url: str) -> None:
    database = Database(database_url)
    migrate(database)
    migrate(database)
    database.close()


def test_that_a_database_of_a_newer_program_is_refused(database_url: str) -> None:
    database = Database(database_url)
    migrate(database)
    with database.engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(DatabaseTooNewError):
        migrate(database)
    database.close()


def test_that_the_folder_of_the_embedded_database_is_made(tmp_path: Path) -> None:
    path = tmp_path / "new" / "folder" / "desk.sqlite"
    database = Database(f"sqlite:///{path}")
    migrate(database)
    database.close()
    assert path.exists()
