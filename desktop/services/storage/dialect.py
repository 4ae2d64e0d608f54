"""The few places where SQLite and PostgreSQL must be spoken to differently."""

from __future__ import annotations

from typing import Any

from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from desktop.models.tables import Base


def is_sqlite(session: Session) -> bool:
    """Tell whether the session speaks to the embedded database."""
    return session.get_bind().dialect.name == "sqlite"


def upsert(session: Session, table: type[Base]) -> sqlite.Insert | postgresql.Insert:
    """Return an INSERT into ``table`` that takes ``on_conflict_do_update`` and ``_do_nothing``."""
    construct: Any = sqlite.insert if is_sqlite(session) else postgresql.insert
    statement: sqlite.Insert | postgresql.Insert = construct(table)
    return statement
