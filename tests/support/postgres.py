"""A throw-away PostgreSQL cluster on a Unix socket, for one run of the tests."""

from __future__ import annotations

import itertools
import os
import pwd
import shutil
import subprocess
import tempfile
from pathlib import Path

import psycopg

_ROLE = "desk"
_FAST_AND_PRIVATE = (
    "listen_addresses=''",
    "fsync=off",
    "full_page_writes=off",
    "synchronous_commit=off",
    "max_connections=60",
    "shared_buffers=64MB",
)


class PostgresMissingError(Exception):
    """No PostgreSQL server program was found on this machine."""


def server_programs() -> Path:
    """The directory of initdb and pg_ctl: the newest of Debian's, else the one on the path.

    Raises:
        PostgresMissingError: there is none.
    """
    installed = Path("/usr/lib/postgresql").glob("*/bin/initdb")
    newest = max(installed, key=lambda path: int(path.parts[-3]), default=None)
    on_path = shutil.which("initdb")
    if newest is None and on_path is None:
        raise PostgresMissingError("PostgreSQL is missing: apt-get install postgresql")
    return (newest or Path(str(on_path)).resolve()).parent


class PostgresCluster:
    """One running server; `create_database` gives a fresh, empty database each time."""

    def __init__(self) -> None:
        self._programs = server_programs()
        # Short, because a socket's path may have 107 characters at most.
        self._home = Path(tempfile.mkdtemp(prefix="desk-pg-", dir="/tmp"))
        self._account = _unprivileged_account()
        if self._account is not None:
            shutil.chown(self._home, self._account, self._account)
        self._names = (f"test_{number}" for number in itertools.count(1))

    def start(self) -> None:
        """Creates the cluster and waits until it answers."""
        data = self._home / "data"
        self._run("initdb", "--no-sync", "-A", "trust", "-U", _ROLE, "-E", "UTF8",
                  "--locale=C.UTF-8", "-D", str(data))  # fmt: skip
        settings = " ".join(f"-c {one}" for one in _FAST_AND_PRIVATE)
        self._run("pg_ctl", "-D", str(data), "-w", "-t", "60", "-l", str(self._home / "log"),
                  "-o", f"{settings} -k {self._home}", "start")  # fmt: skip

    def stop(self) -> None:
        """Ends the server without a checkpoint and removes its files."""
        self._run("pg_ctl", "-D", str(self._home / "data"), "-m", "immediate", "stop")
        shutil.rmtree(self._home, ignore_errors=True)

    def create_database(self, template: str = "template0") -> str:
        """Creates a database and returns its SQLAlchemy URL."""
        name = next(self._names)
        self._execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        return f"postgresql+psycopg://{_ROLE}@/{name}?host={self._home}"

    def drop_database(self, url: str) -> None:
        """Drops a database that `create_database` made, whoever is still connected."""
        self._execute(f'DROP DATABASE IF EXISTS "{name_of(url)}" WITH (FORCE)')

    def _execute(self, statement: str) -> None:
        with psycopg.connect(
            host=str(self._home), user=_ROLE, dbname="postgres", autocommit=True
        ) as connection:
            connection.execute(statement.encode())

    def _run(self, program: str, *arguments: str) -> None:
        done = subprocess.run(
            [self._programs / program, *arguments],
            user=self._account,
            group=self._account,
            extra_groups=None if self._account is None else [],
            cwd=self._home,
            env=_environment(),
            stdin=subprocess.DEVNULL,
            capture_output=program == "initdb",
            check=False,
        )
        if done.returncode:
            log = self._home / "log"
            detail = log.read_text() if log.exists() else (done.stderr or b"").decode()
            raise RuntimeError(f"{program} ended with {done.returncode}: {detail}")


def name_of(url: str) -> str:
    """The name of the database that a URL of `create_database` leads to."""
    return url.partition("?")[0].rpartition("/")[2]


def _environment() -> dict[str, str]:
    return {**os.environ, "LC_ALL": "C.UTF-8", "HOME": "/"}


def _unprivileged_account() -> str | None:
    """PostgreSQL refuses to run as root; then it runs as an account without rights."""
    if os.geteuid() != 0:
        return None
    for account in ("postgres", "nobody"):
        try:
            pwd.getpwnam(account)
        except KeyError:
            continue
        return account
    raise PostgresMissingError("there is no unprivileged account to run PostgreSQL as")
