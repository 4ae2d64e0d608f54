from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import make_url

from desktop.errors import FileUnreadableError, InvalidValueError
from desktop.services.storage.location import ENVIRONMENT, database_url, url_of


def test_that_the_command_line_comes_before_everything(tmp_path: Path) -> None:
    config = tmp_path / "config.toml"
    config.write_text('database = "/c/desk.sqlite"')

    url = database_url("/a/desk.sqlite", {ENVIRONMENT: "/b/desk.sqlite"}, config)

    assert url == "sqlite:////a/desk.sqlite"


def test_that_the_environment_comes_before_the_local_file(tmp_path: Path) -> None:
    config = tmp_path / "config.toml"
    config.write_text('database = "/c/desk.sqlite"')

    assert database_url(None, {ENVIRONMENT: "/b/desk.sqlite"}, config) == "sqlite:////b/desk.sqlite"
    assert database_url(None, {}, config) == "sqlite:////c/desk.sqlite"


def test_that_the_default_is_a_file_in_the_users_data_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))

    url = database_url(None, {}, tmp_path / "none.toml")

    assert url == f"sqlite:///{tmp_path}/solution-desk/desk.sqlite"


@pytest.mark.parametrize(
    ("place", "url"),
    [
        ("sqlite:////a/b.sqlite", "sqlite:////a/b.sqlite"),
        ("postgresql://me:p%40ss@host/desk", "postgresql+psycopg://me:p%40ss@host/desk"),
        ("postgres://me@host:5433/desk", "postgresql+psycopg://me@host:5433/desk"),
        (
            "postgresql+psycopg://desk@/test?host=%2Ftmp%2Fx",
            "postgresql+psycopg://desk@/test?host=%2Ftmp%2Fx",
        ),
    ],
)
def test_that_paths_and_addresses_become_urls(place: str, url: str) -> None:
    assert url_of(place) == url


@pytest.mark.parametrize("name", ["ä b.sqlite", "50%20off.sqlite", "what?.sqlite", "a@b:c.sqlite"])
def test_that_odd_letters_in_a_path_lead_to_the_same_file(tmp_path: Path, name: str) -> None:
    assert make_url(url_of(str(tmp_path / name))).database == str(tmp_path / name)


def test_that_a_relative_path_counts_from_the_working_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    assert url_of("desk.sqlite") == f"sqlite:///{tmp_path}/desk.sqlite"


@pytest.mark.parametrize(
    ("place", "problem"),
    [("mysql://host/desk", "unknown_engine"), ("postgresql://host:port/desk", "not_an_address")],
)
def test_that_another_engine_is_refused(place: str, problem: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        url_of(place)

    assert (caught.value.field, caught.value.problem) == ("database", problem)


@pytest.mark.parametrize("text", ["database = ", "database = 5", "\udcff"])
def test_that_a_broken_local_file_is_named(tmp_path: Path, text: str) -> None:
    config = tmp_path / "config.toml"
    config.write_text(text, errors="surrogateescape")

    with pytest.raises(FileUnreadableError) as caught:
        database_url(None, {}, config)

    assert caught.value.path == str(config)
