"""Statements that are run hundreds of times a second: made into SQL once, not at each run.

    _DUE = PreparedRead(select(Sms.id, Sms.e164).where(Sms.dispatch_id == given("dispatch")), Due)
    _DUE.rows(session, {"dispatch": 7})              a list of Due

    _MARK = PreparedWrite(update(Sms).where(Sms.id == given("sms")).values(state=...))
    _MARK.run(session, [{"sms": 1}, {"sms": 2}])     how many rows were written

At every run of an ordinary statement SQLAlchemy compares it with those that it knows, renders its
lists of values and looks for the type of each: that takes five times as long as a statement that
touches one row. What is written here is plain SQLAlchemy all the same, for both databases.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum
from typing import Any, Generic, TypeVar, cast

from sqlalchemy import BindParameter, Connection, Dialect, Select, Update, bindparam
from sqlalchemy.engine.interfaces import DBAPICursor
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session
from sqlalchemy.sql.compiler import SQLCompiler

R = TypeVar("R")

Values = Mapping[str, Any]
_Convert = Callable[[Any], Any] | None

_OPEN = object()


def given(name: str) -> BindParameter[Any]:
    """Return the place of a value that each run has to bring along."""
    return bindparam(name, _OPEN)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a value of the caller goes, and what makes of it what the driver takes."""

    key: Any
    name: str
    convert: _Convert


class _Sql:
    """One statement as a driver takes it."""

    def __init__(self, statement: Select[*tuple[Any, ...]] | Update, dialect: Dialect) -> None:
        compiled = statement.compile(dialect=dialect, compile_kwargs={"render_postcompile": True})
        assert isinstance(compiled, SQLCompiler)  # noqa: S101  what a statement is compiled by
        self.text = str(compiled)
        names: Sequence[str] = compiled.positiontup or list(compiled.params)
        self._is_positional = compiled.positiontup is not None
        # Both are filled by position or by name, and copied for each run.
        self._fixed: Any = [None] * len(names) if self._is_positional else {}
        self._places: list[_Place] = []
        for position, name in enumerate(names):
            key: Any = position if self._is_positional else name
            bind = compiled.binds.get(name)
            convert = _element if bind is None else _to_driver(bind, dialect)
            value = compiled.params[name]
            if value is _OPEN:
                self._places.append(_Place(key, name, convert))
            else:
                self._fixed[key] = value if convert is None else convert(value)
        returned = statement.selected_columns if isinstance(statement, Select) else ()
        self.converts = [_from_driver(column.type, dialect) for column in returned]

    def filled(self, values: Values) -> Any:  # noqa: ANN401  a tuple or a dict, as the driver wants
        """Return what goes with the SQL.

        Raises:
            KeyError: a value is missing.

        """
        whole = self._fixed.copy()
        for place in self._places:
            value = values[place.name]
            whole[place.key] = value if place.convert is None else place.convert(value)
        return tuple(whole) if self._is_positional else whole


class _Prepared:
    """A statement and its SQL for each kind of database that it met."""

    def __init__(self, statement: Select[*tuple[Any, ...]] | Update) -> None:
        self._statement = statement
        self._sql: dict[str, _Sql] = {}

    def _for(self, dialect: Dialect) -> _Sql:
        sql = self._sql.get(dialect.name)
        if sql is None:
            sql = self._sql[dialect.name] = _Sql(self._statement, dialect)
        return sql


class PreparedRead(_Prepared, Generic[R]):
    """A question whose rows come back as records: each column is an argument, in its order."""

    def __init__(self, statement: Select[*tuple[Any, ...]], record: Callable[..., R]) -> None:
        super().__init__(statement)
        self._record = record

    def rows(self, session: Session, values: Values) -> list[R]:
        """Return what is found."""
        connection = session.connection()
        sql = self._for(connection.dialect)
        with _cursor(connection, sql.text) as cursor:
            cursor.execute(sql.text, sql.filled(values))
            found = cursor.fetchall()
        return [
            self._record(
                *(
                    value if convert is None else convert(value)
                    for value, convert in zip(row, sql.converts, strict=True)
                )
            )
            for row in found
        ]


class PreparedWrite(_Prepared):
    """An UPDATE, run for as many sets of values as there are."""

    def __init__(self, statement: Update) -> None:
        super().__init__(statement)

    def run(self, session: Session, many: Sequence[Values]) -> int:
        """Write; return how many rows, -1 where the driver does not tell."""
        if not many:
            return 0
        connection = session.connection()
        sql = self._for(connection.dialect)
        with _cursor(connection, sql.text) as cursor:
            cursor.executemany(sql.text, [sql.filled(values) for values in many])
            return cursor.rowcount if connection.dialect.supports_sane_multi_rowcount else -1


@contextmanager
def _cursor(connection: Connection, sql: str) -> Iterator[DBAPICursor]:
    """Hand out the driver's cursor; what it raises is raised as SQLAlchemy would raise it."""
    dialect = connection.dialect
    cursor = connection.connection.cursor()
    try:
        yield cursor
    except dialect.loaded_dbapi.Error as error:
        if dialect.is_disconnect(error, connection.connection.dbapi_connection, cursor):
            connection.invalidate(error)
        raise DBAPIError.instance(
            sql, None, error, dialect.loaded_dbapi.Error, hide_parameters=True, dialect=dialect
        ) from error
    finally:
        cursor.close()


def _element(value: object) -> str | int:
    """Return an element of a list as the driver takes it; it has no type of its own.

    Raises:
        TypeError: it would need one.

    """
    plain = value.value if isinstance(value, Enum) else value
    if not isinstance(plain, str | int):
        raise TypeError(type(plain))
    return plain


def _to_driver(bind: BindParameter[Any], dialect: Dialect) -> _Convert:
    return cast("_Convert", bind.type.dialect_impl(dialect).bind_processor(dialect))


def _from_driver(kind: Any, dialect: Dialect) -> _Convert:  # noqa: ANN401  any column's type
    return cast("_Convert", kind.dialect_impl(dialect).result_processor(dialect, None))
