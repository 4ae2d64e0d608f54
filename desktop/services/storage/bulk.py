"""Writing very many rows: the other place where the engines must be spoken to differently."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from sqlalchemy import ColumnElement, String, func, select, text, type_coerce
from sqlalchemy.orm import InstrumentedAttribute, Session

from desktop.models.tables import Base
from desktop.services.storage.dialect import is_sqlite, lock_for_transaction

BULK_CACHE_KIB = 327_680
"""How much SQLite may keep in memory during bulk work. A cache that overflows is written to the
file early, and that locks out every reader until the commit."""

BULK_BUSY_TIMEOUT_MS = 60_000
_USUAL_PRAGMAS = ("cache_size", "busy_timeout")
_BULK_LOCK = 0x62_75_6C_6B


def moment_text(session: Session, column: InstrumentedAttribute[Any]) -> ColumnElement[str]:
    """Return a moment as ``2026-11-17 20:00:00.000000`` in UTC: the text that bulk work writes."""
    if is_sqlite(session):
        return type_coerce(column, String)
    return func.to_char(func.timezone("UTC", column), "YYYY-MM-DD HH24:MI:SS.US")


@contextmanager
def bulk_work(session: Session) -> Iterator[None]:
    """Prepare a write session for very many rows; one at a time works like this.

    Moments may then be written as the texts of :func:`moment_text`.
    """
    if not is_sqlite(session):
        lock_for_transaction(session, _BULK_LOCK)
        session.execute(text("SET LOCAL TIME ZONE 'UTC'"))
        yield
        return
    connection = session.connection()
    usual = {
        name: connection.exec_driver_sql(f"PRAGMA {name}").scalar_one() for name in _USUAL_PRAGMAS
    }
    connection.exec_driver_sql(f"PRAGMA cache_size = -{BULK_CACHE_KIB}")
    connection.exec_driver_sql(f"PRAGMA busy_timeout = {BULK_BUSY_TIMEOUT_MS}")
    try:
        yield
    finally:
        for name, value in usual.items():
            connection.exec_driver_sql(f"PRAGMA {name} = {value}")


@contextmanager
def index_built_afterwards(session: Session, name: str, *, worthwhile: bool) -> Iterator[None]:
    """Build an index of SQLite in one go after the block, if many random keys make that quicker.

    Readers see the old schema until the commit. PostgreSQL would lock them out: it goes on as is.
    """
    if not worthwhile or not is_sqlite(session):
        yield
        return
    connection = session.connection()
    building = connection.exec_driver_sql(
        "SELECT sql FROM sqlite_master WHERE type = 'index' AND name = ?", (name,)
    ).scalar_one()
    connection.exec_driver_sql(f"DROP INDEX {name}")
    yield
    connection.exec_driver_sql(building)


def bulk_insert(
    session: Session, table: type[Base], columns: Sequence[str], rows: Sequence[tuple[Any, ...]]
) -> None:
    """Insert plain values, in the order of ``columns``, in the quickest way that the engine has."""
    if not rows:
        return
    connection, names = session.connection(), ", ".join(columns)
    if is_sqlite(session):
        marks = ", ".join("?" * len(columns))
        connection.exec_driver_sql(
            f"INSERT INTO {table.__tablename__} ({names}) VALUES ({marks})",  # noqa: S608 - our names
            list(rows),
        )
        return
    driver: Any = connection.connection.driver_connection
    copying = f"COPY {table.__tablename__} ({names}) FROM STDIN"
    with driver.cursor() as cursor, cursor.copy(copying) as copy:
        for row in rows:
            copy.write_row(row)


def bulk_update(
    session: Session,
    table: type[Base],
    columns: Sequence[str],
    keys: Sequence[str],
    rows: Sequence[tuple[Any, ...]],
) -> None:
    """Update rows by their ``keys``; each of ``rows`` has the columns' values, then the keys'."""
    if not rows:
        return
    mark = "?" if is_sqlite(session) else "%s"
    values = ", ".join(f"{column} = {mark}" for column in columns)
    where = " AND ".join(f"{key} = {mark}" for key in keys)
    session.connection().exec_driver_sql(
        f"UPDATE {table.__tablename__} SET {values} WHERE {where}",  # noqa: S608 - our names
        list(rows),
    )


def new_ids(session: Session, table: Any, count: int) -> Sequence[int]:  # noqa: ANN401 - any mapped class with an id
    """Return ids for ``count`` rows that are about to be inserted in bulk."""
    if is_sqlite(session):
        last = session.scalar(select(func.max(table.id))) or 0
        return range(last + 1, last + 1 + count)
    sequence = func.pg_get_serial_sequence(table.__tablename__, "id")
    numbers = func.generate_series(1, count).table_valued("n")
    return session.scalars(select(func.nextval(sequence)).select_from(numbers)).all()
