"""The one way to the database: short read sessions, short write sessions, known failures.

A use case opens exactly one session, does one thing, and leaves; the session commits at the end
of a ``write()`` that raised nothing. Helpers that get a session never commit. No session is open
during a network call.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Engine, create_engine, event, make_url, select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session, sessionmaker

from desktop.models.changes import Change
from desktop.models.tables import ChangeCounter
from desktop.models.types import Clock, utc_now
from desktop.services.storage import engine_sqlite
from desktop.services.storage.dialect import upsert
from desktop.services.storage.failures import storage_error

Publish = Callable[[Change], None]

_ALSO = "also_changes"


class Database:
    """An opened database, shared by all threads; sessions are not.

    ``publish`` is told each kind of change after its commit, on the committing thread.
    """

    def __init__(self, url: str, *, clock: Clock = utc_now) -> None:
        """Prepare the engine for ``url``; nothing is opened before the first session."""
        self._url = make_url(url)
        self._engine = _engine(url)
        self._read = sessionmaker(self._engine, expire_on_commit=False)
        self._write = sessionmaker(
            self._engine.execution_options(write=True), expire_on_commit=False
        )
        self.clock = clock
        self.publish: Publish = _nobody_listens
        self.on_close: Callable[[], None] = _nothing_more

    @property
    def engine(self) -> Engine:
        """The engine, for migrations and bulk work inside ``services``."""
        return self._engine

    @property
    def is_sqlite(self) -> bool:
        """Whether this is the embedded database."""
        return self._url.get_backend_name() == "sqlite"

    @property
    def url(self) -> str:
        """The address with its password, for the programs that come with a server."""
        return self._url.render_as_string(hide_password=False)

    @property
    def name(self) -> str:
        """The name of the database on its server, or the file."""
        return self._url.database or ""

    @property
    def place(self) -> str:
        """The file, or the address as a person would write it, without its password."""
        if self.is_sqlite:
            return self._url.database or ""
        secret = [name for name in self._url.query if "pass" in name.lower()]
        told = self._url.set(drivername=self._url.get_backend_name())
        return told.difference_update_query(secret).render_as_string(hide_password=True)

    @contextmanager
    def read(self) -> Iterator[Session]:
        """Open a session for reading; what it sees is one moment of the database.

        Raises:
            StorageError: the database cannot be read.

        """
        with self._told_as_storage_error(), self._read() as session:
            yield session

    @contextmanager
    def write(self, *changes: Change) -> Iterator[Session]:
        """Open a session that commits at its end and then publishes ``changes``.

        On SQLite it begins with ``BEGIN IMMEDIATE``: a transaction that read first and asks for
        the write lock later would lose updates of others unseen.

        Raises:
            StorageError: the database cannot be written; nothing was changed.

        """
        with self._told_as_storage_error(), self._write.begin() as session:
            yield session
            told = list(dict.fromkeys((*changes, *session.info.get(_ALSO, ()))))
            _count_up(session, told)
        for change in told:
            self.publish(change)

    def versions(self) -> Mapping[Change, int]:
        """Return how often each kind of data has changed, by any desk on this database."""
        with self.read() as session:
            rows = session.execute(select(ChangeCounter.kind, ChangeCounter.version))
            return {Change(kind): version for kind, version in rows}

    def close(self) -> None:
        """Give all connections back to the system."""
        self._engine.dispose()
        self.on_close()

    @contextmanager
    def _told_as_storage_error(self) -> Iterator[None]:
        try:
            yield
        except DBAPIError as error:
            known = storage_error(error, self.place)
            if known is None:
                raise
            raise known from error


def also_changes(session: Session, change: Change) -> None:
    """Let a write session publish ``change`` too, which was found out only within it."""
    session.info.setdefault(_ALSO, set()).add(change)


def _nobody_listens(_change: Change) -> None:
    """Stand in until somebody listens."""


def _nothing_more() -> None:
    """Stand in where nothing else has to be given back."""


def _engine(url: str) -> Engine:
    options: dict[str, Any] = {"hide_parameters": True}
    if make_url(url).get_backend_name() == "sqlite":
        engine = create_engine(url, **options)
        event.listen(engine, "connect", engine_sqlite.prepare_connection)
        event.listen(engine, "begin", engine_sqlite.begin)
        return engine
    return create_engine(url, pool_pre_ping=True, connect_args=_POSTGRESQL_LIMITS, **options)


_POSTGRESQL_LIMITS = {
    "connect_timeout": 10,
    # A server that has vanished without a word is noticed in half a minute, not in hours.
    "keepalives_idle": 10,
    "keepalives_interval": 5,
    "keepalives_count": 4,
    "tcp_user_timeout": 30_000,
    "options": "-c lock_timeout=10000 -c idle_in_transaction_session_timeout=600000",
}


def _count_up(session: Session, changes: Iterable[Change]) -> None:
    for change in sorted(changes):
        statement = upsert(session, ChangeCounter).values(kind=change.value, version=1)
        session.execute(
            statement.on_conflict_do_update(
                index_elements=[ChangeCounter.kind], set_={"version": ChangeCounter.version + 1}
            )
        )
