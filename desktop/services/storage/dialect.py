"""The few places where SQLite and PostgreSQL must be spoken to differently."""

from __future__ import annotations

import json
from collections.abc import Collection
from typing import Any

from sqlalchemy import BigInteger, ColumnElement, Select, Text, cast, func, literal, select, text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.orm import Session
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

from desktop.models.tables import Base


def is_sqlite(session: Session) -> bool:
    """Tell whether the session speaks to the embedded database."""
    return session.get_bind().dialect.name == "sqlite"


def upsert(session: Session, table: type[Base]) -> sqlite.Insert | postgresql.Insert:
    """Return an INSERT into ``table`` that takes ``on_conflict_do_update`` and ``_do_nothing``."""
    construct: Any = sqlite.insert if is_sqlite(session) else postgresql.insert
    statement: sqlite.Insert | postgresql.Insert = construct(table)
    return statement


def random_uuid(session: Session) -> ColumnElement[str]:
    """Return an expression that makes a fresh random UUID (version 4) for each row."""
    if not is_sqlite(session):
        return cast(func.gen_random_uuid(), Text)
    digits = func.lower(func.hex(func.randomblob(2)))
    variant = func.substr("89ab", 1 + func.abs(func.random()) % 4, 1)
    return (
        func.lower(func.hex(func.randomblob(4)))
        .concat("-")
        .concat(digits)
        .concat("-4")
        .concat(func.substr(digits, 2))
        .concat("-")
        .concat(variant)
        .concat(func.substr(digits, 2))
        .concat("-")
        .concat(func.lower(func.hex(func.randomblob(6))))
    )


def these_ids(session: Session, ids: Collection[int]) -> Select[tuple[int]]:
    """Return a subquery of ``ids`` that takes one bound value, however many they are."""
    listed = literal(json.dumps(sorted(ids)), Text)
    if is_sqlite(session):
        each = func.json_each(listed).table_valued("value")
        return select(cast(each.c.value, BigInteger))
    each = func.json_array_elements_text(cast(listed, postgresql.JSON)).table_valued("value")
    return select(cast(each.c.value, BigInteger))


def lock_for_transaction(session: Session, key: int) -> None:
    """Let only one transaction at a time pass here; SQLite's writers are alone anyway."""
    if not is_sqlite(session):
        session.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": key})


class Unindexed(FunctionElement[Any]):
    """A column by which SQLite shall look for no index; PostgreSQL decides by itself."""

    inherit_cache = True

    def __init__(self, column: ColumnElement[Any]) -> None:
        """Take the column."""
        super().__init__(column)
        self.type = column.type


@compiles(Unindexed)
def _plain(element: Unindexed, compiler: SQLCompiler, **options: object) -> str:
    return compiler.process(element.clauses, **options)


@compiles(Unindexed, "sqlite")
def _with_plus(element: Unindexed, compiler: SQLCompiler, **options: object) -> str:
    return "+" + compiler.process(element.clauses, **options)
