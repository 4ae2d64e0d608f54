"""Migrations lead to exactly the schema of the mapped classes, and never spoil a database."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text

from desktop.errors import DatabaseTooNewError
from desktop.models.tables import Base
from desktop.services.storage import migrations
from desktop.services.storage.database import Database
from desktop.services.storage.failures import MigrationFailedError
from desktop.services.storage.migrations import migrate
from desktop.services.storage.opening import open_database


def test_that_migrations_and_mapped_classes_give_the_same_schema(database_url: str) -> None:
    database = Database(database_url)
    migrate(database)
    with database.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Base.metadata) == []
    database.close()


def test_that_the_names_of_the_migrations_tell_the_newest_one() -> None:
    scripts = ScriptDirectory.from_config(migrations._config())

    assert migrations.newest_revision() == scripts.get_current_head()
    assert all(migrations.knows_revision(script.revision) for script in scripts.walk_revisions())


def test_that_a_start_on_the_newest_schema_does_not_load_alembic(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/desk.sqlite"
    open_database(url).close()
    code = (
        "import sys; import desktop.app; from desktop.services.storage.opening import *; "
        f"open_database({url!r}).close(); "
        "print({'alembic', 'xlsxwriter', 'desktop.views.first_start.dialog'} & set(sys.modules))"
    )

    told = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout

    assert told == "set()\n"


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
    (made,) = migrations.copies_of(tmp_path / "desk.sqlite")
    assert made.name.startswith("desk.before-0001-")
    copy = Database(f"sqlite:///{made}")
    assert migrations.current_revision(copy) == "0001"
    with copy.engine.connect() as connection:
        assert connection.execute(text("SELECT version FROM change_counters")).scalar() == 7
    copy.close()
    database.close()


def test_that_half_a_copy_is_no_copy(tmp_path: Path) -> None:
    database = _at_first_revision(tmp_path / "desk.sqlite")
    database.clock = lambda: datetime(2026, 11, 2, 9, 30, tzinfo=UTC)
    copy = tmp_path / "desk.before-0001-20261102-093000.sqlite"
    part = copy.with_name(f"{copy.name}.part")
    part.write_bytes(b"the disk was full")

    migrate(database)

    assert not part.exists()
    assert copy.read_bytes().startswith(b"SQLite format 3")
    database.close()


def test_that_only_the_latest_copies_are_kept(tmp_path: Path) -> None:
    for place in range(migrations.KEPT_COPIES + 3):
        copy = tmp_path / f"desk.before-0001-2025010{place}-080000.sqlite"
        copy.write_bytes(b"")
        os.utime(copy, (place, place))
    database = _at_first_revision(tmp_path / "desk.sqlite")

    migrate(database)

    kept = migrations.copies_of(tmp_path / "desk.sqlite")
    assert len(kept) == migrations.KEPT_COPIES
    assert kept[-1].stat().st_size > 0
    database.close()


def test_that_a_migration_that_fails_half_way_changes_nothing_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, expected_warnings: list[str]
) -> None:
    expected_warnings.append("the migration failed")
    database = _at_first_revision(tmp_path / "desk.sqlite")
    whole = command.upgrade

    def fail_at_the_end(config: Config, revision: str) -> None:
        whole(config, revision)
        config.attributes["connection"].execute(text("DELETE FROM change_counters"))
        message = "half way"
        raise RuntimeError(message)

    monkeypatch.setattr(command, "upgrade", fail_at_the_end)

    with pytest.raises(MigrationFailedError) as caught:
        migrate(database)

    assert migrations.current_revision(database) == "0001"
    with database.engine.connect() as connection:
        assert connection.execute(text("SELECT version FROM change_counters")).scalar() == 7
    assert Path(caught.value.copy).exists()
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
