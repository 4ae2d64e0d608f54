"""One window for each person and database, whatever a crash has left behind."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from desktop.services.one_desk import OneDesk


def _url(path: Path) -> str:
    return f"sqlite:///{path}"


def test_that_the_right_is_given_once_until_it_is_given_back(tmp_path: Path) -> None:
    url = _url(tmp_path / "desk.sqlite")
    first, second = OneDesk(url, tmp_path), OneDesk(url, tmp_path)

    assert first.take()
    assert not second.take()
    first.leave()
    assert second.take()
    second.leave()
    assert list(tmp_path.iterdir()) == []


def test_that_two_databases_have_a_window_each(tmp_path: Path) -> None:
    one, other = (OneDesk(_url(tmp_path / name), tmp_path) for name in ("a.sqlite", "b.sqlite"))

    assert one.take()
    assert other.take()
    assert one.address != other.address
    one.leave()
    other.leave()


def test_that_a_database_is_the_same_on_every_way_that_leads_to_it(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "data")
    place = tmp_path / "data" / ".." / "data" / "desk.sqlite"

    addresses = {
        OneDesk(_url(path), tmp_path).address
        for path in (tmp_path / "data" / "desk.sqlite", tmp_path / "link" / "desk.sqlite", place)
    }

    assert len(addresses) == 1


def test_that_neither_place_nor_password_stands_in_the_name(tmp_path: Path) -> None:
    one = OneDesk("postgresql+psycopg://desk:secret@db.example/desk", tmp_path)
    again = OneDesk("postgresql+psycopg://desk:changed@db.example/desk", tmp_path)

    assert one.address == again.address
    assert not {"secret", "example"} & set(one.address.replace(".", "-").split("-"))


@pytest.mark.skipif(sys.platform == "win32", reason="a pipe there has a name and no path")
def test_that_a_long_path_does_not_get_into_the_way(tmp_path: Path) -> None:
    folder = tmp_path / ("long" * 40)

    assert len(OneDesk(_url(tmp_path / "desk.sqlite"), folder).address) < 100


def test_that_a_folder_that_cannot_be_made_stops_nobody(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")

    assert OneDesk(_url(tmp_path / "desk.sqlite"), tmp_path / "file").take()
