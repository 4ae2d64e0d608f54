from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import select

from desktop.errors import (
    DatabaseDamagedError,
    DatabaseTooNewError,
    DatabaseUnreachableError,
    InvalidValueError,
    StorageError,
)
from desktop.models.tables import Customer
from desktop.services.storage.location import url_of
from desktop.services.storage.opening import open_database, quick_check


def _make(path: Path) -> None:
    open_database(url_of(str(path))).close()


def test_that_a_fresh_place_gets_the_whole_schema(database_url: str) -> None:
    database = open_database(database_url)

    with database.read() as session:
        assert session.scalars(select(Customer)).all() == []
    database.close()


def test_that_opening_to_look_makes_no_file(tmp_path: Path) -> None:
    path = tmp_path / "missing.sqlite"

    with pytest.raises(DatabaseUnreachableError):
        open_database(url_of(str(path)), to_write=False)

    assert not path.exists()


def test_that_a_file_of_something_else_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "letter.sqlite"
    path.write_bytes(b"Dear customer, " * 400)

    with pytest.raises(DatabaseDamagedError):
        open_database(url_of(str(path)))

    assert path.read_bytes() == b"Dear customer, " * 400


def test_that_a_file_cut_in_half_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "desk.sqlite"
    _make(path)
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])

    with pytest.raises(DatabaseDamagedError):
        open_database(url_of(str(path)))


def test_that_another_programs_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "recipes.sqlite"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE recipes (name TEXT)")
    connection.commit()
    connection.close()
    before = path.read_bytes()

    with pytest.raises(InvalidValueError) as caught:
        open_database(url_of(str(path)))

    assert caught.value.problem == "another_programs"
    assert path.read_bytes() == before


def test_that_a_newer_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "desk.sqlite"
    _make(path)
    connection = sqlite3.connect(path)
    connection.execute("UPDATE alembic_version SET version_num = 'from_the_future'")
    connection.commit()
    connection.close()

    with pytest.raises(DatabaseTooNewError):
        open_database(url_of(str(path)))


def test_that_a_folder_that_cannot_be_made_is_out_of_reach(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")

    with pytest.raises(DatabaseUnreachableError):
        open_database(url_of(str(tmp_path / "file" / "desk.sqlite")))


def test_that_a_folder_is_no_database(tmp_path: Path) -> None:
    with pytest.raises(StorageError):
        open_database(url_of(str(tmp_path)))


def test_that_a_server_that_does_not_answer_is_out_of_reach() -> None:
    with pytest.raises(DatabaseUnreachableError) as caught:
        open_database("postgresql+psycopg://desk:secret@127.0.0.1:1/desk")

    assert "secret" not in caught.value.place


def test_that_the_quick_check_finds_a_broken_page(tmp_path: Path) -> None:
    path = tmp_path / "desk.sqlite"
    _make(path)
    assert quick_check(path) == "ok"

    pages = bytearray(path.read_bytes())
    pages[4096:8192] = b"\xff" * 4096
    path.write_bytes(pages)

    assert quick_check(path) != "ok"
