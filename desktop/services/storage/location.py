"""Which database the desk works on: as told, from the environment, from a file, or the default."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from desktop.errors import FileUnreadableError, InvalidValueError, SecretMissingError
from desktop.paths import config_dir, default_database_path
from desktop.services.storage.secrets import Secrets, system_keyring

ENVIRONMENT = "SOLUTION_DESK_DATABASE"
CONFIG_FILE = "config.toml"

_DRIVERS = {
    "sqlite": "sqlite",
    "postgresql": "postgresql+psycopg",
    "postgres": "postgresql+psycopg",
}


def database_url(told: str | None, environ: Mapping[str, str], config: Path | None = None) -> str:
    """Return the URL of the database to use; an address, or the plain path of a SQLite file.

    ``told`` (the command line) comes before the environment, that before ``database = "..."`` in
    the local file, and that before the file in the user's data folder.

    Raises:
        InvalidValueError: it is no address, or of an engine that the desk does not speak.
        FileUnreadableError: the local file cannot be read.

    """
    configured = (
        None
        if told or environ.get(ENVIRONMENT)
        else _configured(config if config is not None else config_dir() / CONFIG_FILE)
    )
    if configured:
        return _with_password(url_of(configured))
    return url_of(told or environ.get(ENVIRONMENT) or str(default_database_path()))


def database_secret_key(url: str) -> str:
    """Return under which name the keyring has the password of a team's database."""
    parts = make_url(url)
    return f"database:{parts.username or ''}@{parts.host or ''}/{parts.database or ''}"


def _with_password(url: str) -> str:
    """Take the password from the keyring, where the local file names a server without one."""
    parts = make_url(url)
    if parts.get_backend_name() != "postgresql" or parts.password:
        return url
    try:
        password = Secrets(system_keyring()).get(database_secret_key(url))
    except SecretMissingError:
        return url  # the server may need none, or the driver has a file of its own
    return parts.set(password=password).render_as_string(hide_password=False)


def url_of(place: str) -> str:
    """Return the SQLAlchemy URL for an address or for the plain path of a SQLite file.

    Raises:
        InvalidValueError: it is no address, or of an engine that the desk does not speak.

    """
    if "://" not in place:
        return _sqlite(Path(place).expanduser().absolute())
    try:
        url = make_url(place)
    except (ArgumentError, ValueError) as error:
        raise InvalidValueError("database", "not_an_address") from error
    engine = url.drivername.partition("+")[0]
    if engine not in _DRIVERS:
        raise InvalidValueError("database", "unknown_engine")
    return url.set(drivername=_DRIVERS[engine]).render_as_string(hide_password=False)


def _sqlite(path: Path) -> str:
    return URL.create("sqlite", database=str(path)).render_as_string(hide_password=False)


def _configured(path: Path) -> str | None:
    try:
        config = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise FileUnreadableError(str(path), str(error)) from error
    place = config.get("database")
    if place is not None and not isinstance(place, str):
        raise FileUnreadableError(str(path), "database")
    return place
