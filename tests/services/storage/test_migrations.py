"""Migrations lead to exactly the schema of the mapped classes, and never spoil a database."""

from __future__ import annotations

from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import text

from desktop.errors import DatabaseTooNewError
from desktop.models.tables import Base
from desktop.services.storage import migrations
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


def _at_first_revision(path: Path) -> Database:
    database = Database(f"sqlite:///{path}")
    config = migrations._config()
    with database.engine.connect() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        connection.execute(
            text("INSERT INTO change_counters (kind, version) VALUES ('contacts', 7)")
        )
        connection.commit()
    return database


def test_that_a_copy_is_made_before_an_older_database_is_changed(tmp_path: Path) -> None:
    database = _at_first_revision(tmp_path / "desk.sqlite")

    migrate(database)

    assert migrations.current_revision(database) != "0001"
    copy = Database(f"sqlite:///{tmp_path / 'desk.before-0001.sqlite'}")
    assert migrations.current_revision(copy) == "0001"
    with copy.engine.connect() as connection:
        assert connection.execute(text("SELECT version FROM change_counters")).scalar() == 7
    copy.close()
    database.close()


def test_that_half_a_copy_is_no_copy(tmp_path: Path) -> None:
    (tmp_path / "desk.before-0001.sqlite.part").write_bytes(b"the disk was full")
    database = _at_first_revision(tmp_path / "desk.sqlite")

    migrate(database)

    assert not (tmp_path / "desk.before-0001.sqlite.part").exists()
    assert (tmp_path / "desk.before-0001.sqlite").read_bytes().startswith(b"SQLite format 3")
    database.close()


def test_that_cards_keep_what_hangs_on_them_when_their_table_is_widened(database_url: str) -> None:
    database = Database(database_url)
    config = migrations._config()
    with database.engine.connect() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0004")
        for statement in (
            (
                "INSERT INTO sim_cards (id, iccid, msisdn, msisdn_reversed, carrier, status,"
                " status_since, note) VALUES (1, '89430100000000000019', '+436500000001',"
                " '10000000563', 'A1', 'active', '2026-01-01 00:00:00', '')"
            ),
            (
                "INSERT INTO sim_events (id, sim_id, status, at, actor, reason, source)"
                " VALUES (1, 1, 'active', '2026-01-01 00:00:00', 'x', 'y', 'import')"
            ),
        ):
            connection.execute(text(statement))
        connection.commit()

    migrate(database)

    with database.engine.connect() as connection:
        cards = connection.execute(text("SELECT kind, revision, reserved_for FROM sim_cards"))
        assert [tuple(row) for row in cards] == [("sim", 0, None)]
        events = connection.execute(text("SELECT sim_id, step FROM sim_events"))
        assert [tuple(row) for row in events] == [(1, None)]
    database.close()
