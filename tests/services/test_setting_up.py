"""Setting up writes nothing before its end, and then what was decided."""

from __future__ import annotations

import tomllib
from datetime import time
from pathlib import Path

import pytest
from sqlalchemy import make_url, text

from desktop.errors import (
    DatabaseTooNewError,
    DatabaseUnreachableError,
    InvalidValueError,
    SecretMissingError,
)
from desktop.models.send_window import SendWindow
from desktop.models.settings import GatewayKind, GatewaySettings, ProviderSettings
from desktop.models.setup import PlaceKind, Setup, TeamDatabase
from desktop.services import setting_up
from desktop.services.sending.gateways.base import Scope
from desktop.services.setting_up import finish, is_first_start, place_of, send_test_sms, try_team
from desktop.services.storage import location
from desktop.services.storage.database import Database
from desktop.services.storage.location import database_secret_key, database_url
from desktop.services.storage.opening import open_database
from desktop.services.storage.secrets import Secrets
from desktop.services.storage.settings import SettingsStore


class _Ring:
    """A keyring in memory."""

    def __init__(self) -> None:
        self.kept: dict[str, str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get(f"{service}:{username}")

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[f"{service}:{username}"] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[f"{service}:{username}"]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home in which nothing was set up yet."""
    monkeypatch.setattr(setting_up, "config_dir", lambda: tmp_path / "config")
    monkeypatch.setattr(location, "config_dir", lambda: tmp_path / "config")
    for module in (setting_up, location):
        monkeypatch.setattr(module, "default_database_path", lambda: tmp_path / "data" / "desk.db")
    return tmp_path


@pytest.fixture
def server(postgres_url: str) -> str:
    """The address of an empty database of a team, as a person writes it."""
    url = make_url(postgres_url).set(drivername="postgresql", password=None)
    return url.render_as_string(hide_password=False)


def test_that_a_start_is_the_first_until_something_is_there(home: Path) -> None:
    assert is_first_start(None, {})
    assert not is_first_start("somewhere.sqlite", {})
    assert not is_first_start(None, {"SOLUTION_DESK_DATABASE": "somewhere.sqlite"})

    finish(Setup(), Secrets(), "lena")

    assert not is_first_start(None, {})
    assert not (home / "config").exists()


def test_that_what_was_decided_is_written_and_the_rest_left_alone(home: Path) -> None:
    window = SendWindow(opens=time(10))
    gateway = GatewaySettings(kind=GatewayKind.WEBSMS, username="desk")
    ring = _Ring()

    url = finish(Setup(gateway=gateway, secret="s3", window=window), Secrets(ring), "lena")

    database = open_database(url)
    settings = SettingsStore(database).load()
    assert (settings.gateway, settings.window) == (gateway, window)
    assert settings.provider == ProviderSettings()
    assert list(ring.kept.values()) == ["s3"]
    with database.read() as session:
        saved = session.execute(text("SELECT count(*) FROM settings")).scalar()
    assert saved == 2
    database.close()
    assert home.exists()


def test_that_later_starts_find_the_database_of_the_team(
    home: Path, server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    ring = _Ring()
    monkeypatch.setattr(location, "system_keyring", lambda: ring)

    url = finish(Setup(PlaceKind.TEAM, server, "secret"), Secrets(ring), "lena")

    assert tomllib.loads((home / "config" / "config.toml").read_text())["database"] == server
    assert database_url(None, {}) == url
    assert make_url(url).password == "secret"
    assert ring.kept == {f"solution-desk:{database_secret_key(url)}": "secret"}


def test_that_a_team_database_keeps_the_settings_it_has(home: Path, server: str) -> None:
    database = open_database(setting_up.team_url(server, ""))
    kept = ProviderSettings(name="Funkhaus")
    SettingsStore(database).save("provider", kept, "jana")

    finish(Setup(PlaceKind.TEAM, server), Secrets(), "lena")

    assert SettingsStore(database).load().provider == kept
    assert place_of(database) == Setup(PlaceKind.TEAM, server)
    database.close()
    assert home.exists()


def test_that_the_test_tells_an_empty_database_from_ours_and_changes_nothing(server: str) -> None:
    empty = try_team(server, "")
    assert empty.version
    assert not empty.is_ours
    assert try_team(server, "") == empty

    database = open_database(setting_up.team_url(server, ""))
    assert try_team(server, "") == TeamDatabase(empty.version, is_ours=True)
    with database.engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(DatabaseTooNewError):
        try_team(server, "")
    database.close()


def test_that_another_programs_database_is_said(server: str) -> None:
    database = Database(setting_up.team_url(server, ""))
    with database.engine.begin() as connection:
        connection.execute(text("CREATE TABLE recipes (name TEXT)"))

    with pytest.raises(InvalidValueError) as caught:
        try_team(server, "")

    assert caught.value.problem == "another_programs"
    database.close()


@pytest.mark.parametrize("address", ["", "desk", "mysql://desk@server/desk", "sqlite:///desk.db"])
def test_that_what_is_no_address_of_a_server_is_said(address: str) -> None:
    with pytest.raises(InvalidValueError):
        try_team(address, "")


def test_that_a_server_that_is_not_there_is_said() -> None:
    with pytest.raises(DatabaseUnreachableError):
        try_team("postgresql://desk@127.0.0.1:1/desk", "")


def test_that_a_test_sms_goes_to_the_gateway_of_the_page(home: Path) -> None:
    answer = send_test_sms(GatewaySettings(), Secrets(), "0664 555 01 99", "Test")

    assert answer.scope is Scope.ACCEPTED
    assert list(home.iterdir()) == []


def test_that_a_test_sms_needs_a_number_and_a_secret() -> None:
    websms = GatewaySettings(kind=GatewayKind.WEBSMS, username="desk")

    with pytest.raises(InvalidValueError):
        send_test_sms(websms, Secrets(), "Winkler", "Test")
    with pytest.raises(SecretMissingError):
        send_test_sms(websms, Secrets(), "0664 555 01 99", "Test")
