"""Backups of a PostgreSQL database with the server's own programs, ``pg_dump`` and ``psql``.

The dump is of the same moment as the counts that it is held against: both read one snapshot.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

from sqlalchemy import make_url, text
from sqlalchemy.orm import Session

from desktop.errors import (
    CancelledError,
    DatabaseDamagedError,
    DatabaseTooNewError,
    DatabaseUnreachableError,
    InvalidValueError,
)
from desktop.models.records.backup import DatabaseFacts
from desktop.services.backup.failures import BackupNotWholeError, ProgramMissingError
from desktop.services.storage import audit
from desktop.services.storage.database import Database
from desktop.services.storage.migrations import knows_revision

Report = Callable[[float], None]

MAGIC = b"PGDMP"
_COUNT = 'SELECT count(*) FROM "{}"'
_DEBIANS = Path("/usr/lib/postgresql")
_COPY = re.compile(r'COPY (?:public\.)?"?(\w+)"? \(')
_RENEW = "DROP SCHEMA public CASCADE; CREATE SCHEMA public;"
_LOOK_EVERY_S = 0.2


def dump(
    database: Database, part: Path, report: Callable[[float], None], stop: Event
) -> DatabaseFacts:
    """Write a dump to ``part``, and hold its rows against the database of the same moment.

    Raises:
        ProgramMissingError: there is no ``pg_dump`` of the server's version or later.
        BackupNotWholeError: it holds other rows than the database.
        DatabaseUnreachableError: the server did not let it read everything.
        CancelledError: ``stop`` was set.

    """
    with database.read() as session:
        program = _program("pg_dump", session)
        session.execute(text("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY"))
        snapshot = session.scalar(text("SELECT pg_export_snapshot()"))
        facts = _facts(session)
        _run(
            [program, "--format=custom", "--no-owner", "--no-privileges", "--schema=public",
             f"--snapshot={snapshot}", f"--file={part}"],
            database, stop,
        )  # fmt: skip
    report(0.7)
    if _rows_in(part) != dict(facts.rows):
        raise BackupNotWholeError(str(part), "rows")
    report(1.0)
    return facts


def facts_of_dump(path: Path) -> DatabaseFacts:
    """Look through a dump: is it whole, is it ours, what does it hold.

    Raises:
        DatabaseDamagedError: it cannot be read to its end.
        InvalidValueError: it is no dump, or that of another program.
        DatabaseTooNewError: a newer program made it.

    """
    with path.open("rb") as file:
        if file.read(len(MAGIC)) != MAGIC:
            raise InvalidValueError("database", "another_programs")
    rows = _rows_in(path)
    if not {"alembic_version", "change_counters"} <= rows.keys():
        raise InvalidValueError("database", "another_programs")
    revision = _revision_in(path)
    if not knows_revision(revision):
        raise DatabaseTooNewError(str(path), revision)
    return DatabaseFacts(revision, rows)


def others_connected(session: Session) -> int:
    """Return how many other connections the database has."""
    return int(
        session.scalar(
            text(
                "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                " AND pid <> pg_backend_pid() AND backend_type = 'client backend'"
            )
        )
        or 0
    )


def has_tables(session: Session) -> bool:
    """Tell whether there is anything in the database."""
    count = text("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'")
    return bool(session.scalar(count))


def put_back(database: Database, path: Path, stop: Event) -> None:
    """Replace everything in the database by the dump, in one transaction.

    Raises:
        ProgramMissingError: ``psql`` or ``pg_restore`` is missing or too old.
        DatabaseUnreachableError: the server refused it; nothing was changed.
        CancelledError: ``stop`` was set; nothing was changed.

    """
    with database.read() as session:
        psql, restore = _program("psql", session), _program("pg_restore", session)
    with tempfile.TemporaryDirectory(prefix="desk-restore-") as folder:
        script = Path(folder) / "restore.sql"
        _quietly([restore, "--no-owner", "--no-privileges", f"--file={script}", str(path)], path)
        # The schema is made anew before; PostgreSQL 15 and later write it into the dump as well.
        lines = script.read_text(encoding="utf-8").replace("CREATE SCHEMA public;", "")
        script.write_text(f"{_RENEW}\n{lines}", encoding="utf-8")
        _run(
            [psql, "--no-psqlrc", "--quiet", "--single-transaction", "--set=ON_ERROR_STOP=1",
             f"--file={script}", f"--output={os.devnull}"],
            database, stop,
        )  # fmt: skip


# ------------------------------------------------------------------------------- reading


def _facts(session: Session) -> DatabaseFacts:
    names = session.scalars(
        text("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename")
    ).all()
    rows = {name: int(session.scalar(text(_COUNT.format(name))) or 0) for name in names}
    revision = session.scalar(text("SELECT version_num FROM alembic_version"))
    return DatabaseFacts(str(revision), rows, len(audit.verify(session).breaks))


def _rows_in(path: Path) -> dict[str, int]:
    rows: dict[str, int] = {}
    table = ""
    for line in _lines_of(path):
        if table and line == "\\.":
            table = ""
        elif table:
            rows[table] += 1
        elif (found := _COPY.match(line)) is not None:
            table = found[1]
            rows[table] = 0
    return rows


def _revision_in(path: Path) -> str:
    lines = iter(_lines_of(path, "--table=alembic_version"))
    for line in lines:
        if _COPY.match(line):
            return next(lines, "")
    return ""


def _lines_of(path: Path, *only: str) -> Iterator[str]:
    restore = _found("pg_restore")
    if restore is None:
        raise ProgramMissingError("pg_restore", "")
    with tempfile.TemporaryFile("w+", encoding="utf-8") as lines:
        ended = subprocess.run(  # noqa: S603  PostgreSQL's own program
            [restore, "--data-only", *only, "--file=-", str(path)],
            stdout=lines, stderr=subprocess.DEVNULL, check=False,
        )  # fmt: skip
        if ended.returncode:
            raise DatabaseDamagedError(str(path), f"pg_restore {ended.returncode}")
        lines.seek(0)
        for line in lines:
            yield line.rstrip("\n")


# ------------------------------------------------------------------------------- running


def _program(name: str, session: Session) -> str:
    """Return the path of a program that is not older than the server."""
    server = int(session.scalar(text("SHOW server_version_num")) or 0) // 10_000
    path = _found(name)
    if path is None or _major(path) < server:
        raise ProgramMissingError(name, str(server))
    return path


def _found(name: str) -> str | None:
    installed = _DEBIANS.glob(f"*/bin/{name}")
    newest = max(installed, key=lambda path: int(path.parts[-3]), default=None)
    return str(newest) if newest is not None else shutil.which(name)


def _major(path: str) -> int:
    ended = subprocess.run(  # noqa: S603  PostgreSQL's own program
        [path, "--version"], capture_output=True, text=True, check=False
    )
    found = re.search(r"\d+", ended.stdout)
    return int(found[0]) if found else 0


def _run(arguments: list[str], database: Database, stop: Event) -> None:
    url = make_url(database.url)
    plain = url.set(drivername="postgresql", password=None).render_as_string(hide_password=False)
    secret = {"PGPASSWORD": str(url.password)} if url.password else {}
    with tempfile.TemporaryFile("w+", encoding="utf-8") as told:
        process = subprocess.Popen(  # noqa: S603  PostgreSQL's own program
            [*arguments, f"--dbname={plain}"], env={**os.environ, **secret},
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=told,
        )  # fmt: skip
        while process.poll() is None:
            if stop.wait(_LOOK_EVERY_S):
                process.terminate()
                process.wait()
                raise CancelledError
        if process.returncode:
            told.seek(0)
            raise DatabaseUnreachableError(database.place, told.read().strip()[:500])


def _quietly(arguments: list[str], path: Path) -> None:
    ended = subprocess.run(  # noqa: S603  PostgreSQL's own program
        arguments, capture_output=True, text=True, check=False
    )
    if ended.returncode:
        raise DatabaseDamagedError(str(path), ended.stderr.strip()[:500])
