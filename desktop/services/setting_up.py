"""Sets the desk up: asks whether a database and a gateway answer, then writes the decisions down.

is_first_start(told, environ)    nobody has named a database, and there is none
try_team(address, password)      does the team's database answer, and is it ours
send_test_sms(...)               one SMS to the person's own phone
finish(setup, secrets, agent)    writes everything; before that nothing is written
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from uuid import uuid4

from sqlalchemy import inspect, make_url, text
from sqlalchemy.exc import DBAPIError

from desktop.errors import DatabaseUnreachableError, InvalidValueError
from desktop.models.phone import read_number
from desktop.models.settings import GatewaySettings
from desktop.models.setup import PlaceKind, Setup, TeamDatabase
from desktop.paths import config_dir, default_database_path
from desktop.services.sending.gateways.base import SendAnswer, SmsRequest
from desktop.services.sending.gateways.opening import open_gateway, secret_key
from desktop.services.storage.database import Database
from desktop.services.storage.failures import storage_error
from desktop.services.storage.location import (
    CONFIG_FILE,
    ENVIRONMENT,
    database_secret_key,
    url_of,
)
from desktop.services.storage.migrations import check_not_newer
from desktop.services.storage.opening import open_database
from desktop.services.storage.secrets import Secrets
from desktop.services.storage.settings import SettingsStore

_MOST_PARTS = 1


def is_first_start(told: str | None, environ: Mapping[str, str]) -> bool:
    """Tell whether nobody has named a database, and there is none where it would lie."""
    named = told or environ.get(ENVIRONMENT) or (config_dir() / CONFIG_FILE).exists()
    return not named and not default_database_path().exists()


def team_url(address: str, password: str) -> str:
    """Return the URL of a team's database.

    Raises:
        InvalidValueError: the address is none of a PostgreSQL database.

    """
    if "://" not in address:
        raise InvalidValueError("database", "not_an_address")
    url = make_url(url_of(address))
    if url.get_backend_name() != "postgresql":
        raise InvalidValueError("database", "not_an_address")
    whole = url.set(password=password) if password else url
    return whole.render_as_string(hide_password=False)


def try_team(address: str, password: str) -> TeamDatabase:
    """Ask the team's database who it is; nothing is written.

    Raises:
        InvalidValueError: the address is none, or another program's tables lie there.
        DatabaseTooNewError: a newer program made it.
        StorageError: it does not answer, or does not let us in.

    """
    database = Database(team_url(address, password))
    try:
        with database.engine.connect() as connection:
            version = str(connection.scalar(text("SHOW server_version")))
            tables = set(inspect(connection).get_table_names())
        if tables and "alembic_version" not in tables:
            raise InvalidValueError("database", "another_programs")
        check_not_newer(database)
        return TeamDatabase(version.split(maxsplit=1)[0], bool(tables))
    except DBAPIError as error:
        known = storage_error(error, database.place)
        raise (known or DatabaseUnreachableError(database.place, str(error.orig))) from error
    finally:
        database.close()


def send_test_sms(
    gateway: GatewaySettings, secrets: Secrets, number: str, words: str
) -> SendAnswer:
    """Send one SMS to the person's own phone; the desk keeps nothing of it.

    Raises:
        InvalidValueError: ``number`` is no mobile number.
        SecretMissingError: the gateway needs its password first.
        InsecureGatewayError: its address has no TLS.

    """
    reading = read_number(number, "AT")
    if reading.problem is not None:
        raise InvalidValueError("number", "not_a_number")
    opened = open_gateway(gateway, secrets)
    try:
        return opened.send(SmsRequest(reading.e164, words, str(uuid4()), _MOST_PARTS))
    finally:
        opened.close()


def finish(setup: Setup, secrets: Secrets, agent: str, config: Path | None = None) -> str:
    """Write the decisions down and return the URL of the database.

    A demonstration is thrown away with its window, so nothing is written for it.

    Raises:
        InvalidValueError: a value cannot be used.
        StorageError: the database cannot be opened or written.
        OSError: the local settings cannot be written.

    """
    config = config or config_dir() / CONFIG_FILE
    if setup.kind is PlaceKind.TEAM:
        url = team_url(setup.address, setup.password)
        if setup.password:
            secrets.give(database_secret_key(url), setup.password, keep=True)
    else:
        url = url_of(str(default_database_path()))
    database = open_database(url)
    try:
        store = SettingsStore(database)
        for name in ("gateway", "window", "provider"):
            section = getattr(setup, name)
            if section is not None and section != getattr(store.load(), name):
                store.save(name, section, agent)
        if setup.gateway is not None and setup.secret:
            key = secret_key(setup.gateway)
            if key is not None:
                secrets.give(key, setup.secret, keep=True)
    finally:
        database.close()
    _name_database(setup, config)
    return url


def _name_database(setup: Setup, config: Path) -> None:
    """Let every later start find the database; the usual place needs no word."""
    if setup.kind is PlaceKind.LOCAL and not config.exists():
        return
    usual = str(default_database_path())
    place = setup.address if setup.kind is PlaceKind.TEAM else usual
    config.parent.mkdir(parents=True, exist_ok=True)
    draft = config.with_name(f"{config.name}.part")
    draft.write_text(f"database = {json.dumps(place)}\n", encoding="utf-8")
    draft.replace(config)


def place_of(database: Database) -> Setup:
    """Return where the data lie now, for whoever sets the desk up again."""
    if database.is_sqlite:
        return Setup()
    url = make_url(database.url).set(drivername="postgresql", password=None)
    return Setup(PlaceKind.TEAM, url.render_as_string(hide_password=False))


class SettingUp:
    """What the person who sets the desk up may ask and do, with the secrets of this start."""

    def __init__(self, secrets: Secrets, agent: str) -> None:
        """Act in the name of ``agent``; secrets go to the keyring at the end."""
        self._secrets = secrets
        self._agent = agent

    def send_test(
        self, gateway: GatewaySettings, secret: str, number: str, words: str
    ) -> SendAnswer:
        """Send one SMS to the person's own phone; see ``send_test_sms``."""
        key = secret_key(gateway)
        if key is not None and secret:
            self._secrets.give(key, secret, keep=False)
        return send_test_sms(gateway, self._secrets, number, words)

    def finish(self, setup: Setup) -> str:
        """Write the decisions down and return the URL of the database; see ``finish``."""
        return finish(setup, self._secrets, self._agent)
