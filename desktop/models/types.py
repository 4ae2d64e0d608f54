"""Column types and small types that the whole program shares."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from enum import StrEnum
from typing import TypeVar

from sqlalchemy import BigInteger, DateTime, Dialect, Integer, String, Text
from sqlalchemy.types import TypeDecorator

E = TypeVar("E", bound=StrEnum)

Clock = Callable[[], datetime]
"""Returns the present moment, aware, in UTC. Injected, so that a test can hold it."""


def utc_now() -> datetime:
    """Return the present moment of the system clock, aware, in UTC."""
    return datetime.now(UTC)


BigId = BigInteger().with_variant(Integer, "sqlite")
"""A key that can count rows by the million; SQLite numbers only INTEGER keys by itself."""


DigitsText = Text().with_variant(Text(collation="C"), "postgresql")
"""Digits compared byte by byte, so that a range of texts finds all with one beginning."""


class UtcDateTime(TypeDecorator[datetime]):
    """An aware moment, kept in UTC.

    PostgreSQL keeps a ``timestamptz``; SQLite a text that sorts as the moments do.
    """

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Refuse a naive moment; hand SQLite a naive one in UTC, which sorts as text."""
        if value is None:
            return None
        if value.tzinfo is None:
            message = "a moment without time zone cannot be stored"
            raise ValueError(message)
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return the moment aware, in UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class EnumByValue(TypeDecorator[E]):
    """A member of a ``StrEnum``, kept as its value, so that renaming a member breaks no data."""

    impl = String(32)
    cache_ok = True

    def __init__(self, members: type[E]) -> None:
        """Take the enum whose members the column holds."""
        super().__init__()
        self.members = members

    def process_bind_param(self, value: E | None, dialect: Dialect) -> str | None:
        """Hand over the member's value; refuse what is no member."""
        return None if value is None else self.members(value).value

    def process_result_value(self, value: str | None, dialect: Dialect) -> E | None:
        """Return the member."""
        return None if value is None else self.members(value)

    def __repr__(self) -> str:
        return "EnumByValue"
