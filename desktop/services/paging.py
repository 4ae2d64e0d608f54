"""Reading long lists page by page, by key: no OFFSET, so the last page costs what the first does.

A list is ordered by one column and, where its values are equal, by id. Empty values come first
when ascending and last when descending; they are read as a stretch of their own, because neither
engine can compare a row with an empty value by its index.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Event
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    UnaryExpression,
    and_,
    func,
    literal,
    select,
    true,
    tuple_,
)
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from desktop.errors import CancelledError
from desktop.services.storage.dialect import is_sqlite

Key = tuple[Any, int]

_STEPS_BETWEEN_LOOKS = 50_000
"""Instructions of SQLite between two looks at the stop sign: some milliseconds."""


@dataclass(frozen=True, slots=True)
class Order:
    """The order of a list: by ``column``, then by ``id``, both in the same direction."""

    column: ColumnElement[Any]
    id: ColumnElement[int]
    descending: bool = False
    nullable: bool = False

    def by(self) -> tuple[UnaryExpression[Any], ...]:
        """Return the terms of an ORDER BY over the whole list."""
        column, id_ = self._terms()
        if not self.nullable:
            return column, id_
        return (column.nulls_last() if self.descending else column.nulls_first()), id_

    def stretches(self, start: Key | None) -> Iterator[Stretch]:
        """Yield the stretches of the list from the row with the key ``start`` on."""
        if not self.nullable:
            yield self._stretch(is_empty=None, start=start)
            return
        empty_first = not self.descending
        for is_empty in (empty_first, not empty_first):
            if start is None or (start[0] is None) == is_empty:
                yield self._stretch(is_empty=is_empty, start=start)
                start = None

    def _stretch(self, *, is_empty: bool | None, start: Key | None) -> Stretch:
        conditions: list[ColumnElement[bool]] = []
        if is_empty is not None:
            conditions.append(self.column.is_(None) if is_empty else self.column.is_not(None))
        if start is not None:
            conditions.append(self._from(start))
        return Stretch(and_(true(), *conditions), self._terms())

    def _from(self, start: Key) -> ColumnElement[bool]:
        value, id_ = start
        here: ColumnElement[Any] = self.id
        there: ColumnElement[Any] = literal(id_, self.id.type)
        if value is not None:
            here = tuple_(self.column, self.id)
            there = tuple_(literal(value, self.column.type), literal(id_, self.id.type))
        return here <= there if self.descending else here >= there

    def _terms(self) -> tuple[UnaryExpression[Any], UnaryExpression[Any]]:
        if self.descending:
            return self.column.desc(), self.id.desc()
        return self.column.asc(), self.id.asc()


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a list that one walk along an index reads."""

    condition: ColumnElement[bool]
    order_by: tuple[UnaryExpression[Any], ...]


def read_page(
    session: Session, statement: Select[Any], order: Order, start: Key | None, rows: int
) -> list[Any]:
    """Return the first ``rows`` rows of ``statement`` in ``order``, from ``start`` on."""
    found: list[Any] = []
    for stretch in order.stretches(start):
        wanted = rows - len(found)
        if wanted <= 0:
            break
        part = statement.where(stretch.condition).order_by(*stretch.order_by).limit(wanted)
        found.extend(session.execute(part))
    return found


def read_anchors(
    session: Session, condition: ColumnElement[bool], order: Order, rows_per_page: int
) -> tuple[int, tuple[Key, ...]]:
    """Return how many rows match, and the key of the first row of each page.

    One statement numbers the rows in the database, so that total and keys are of one moment and
    only every ``rows_per_page``-th row travels.
    """
    by = order.by()
    numbered = (
        select(
            order.column.label("value"),
            order.id.label("id"),
            func.row_number().over(order_by=by).label("number"),
            func.lead(order.id).over(order_by=by).label("next_id"),
        )
        .where(condition)
        .subquery()
    )
    begins_page = (numbered.c.number - 1) % rows_per_page == 0
    is_last = numbered.c.next_id.is_(None)
    total = 0
    keys: list[Key] = []
    for value, id_, number, next_id in session.execute(
        select(*numbered.c).where(begins_page | is_last).order_by(numbered.c.number)
    ):
        if (number - 1) % rows_per_page == 0:
            keys.append((value, id_))
        if next_id is None:
            total = number
    return total, tuple(keys)


@contextmanager
def stoppable(session: Session, stop: Event) -> Iterator[None]:
    """Let ``stop`` end a long statement of SQLite; other engines are left to finish it.

    Raises:
        CancelledError: ``stop`` was set meanwhile.

    """
    if not is_sqlite(session):
        yield
        _raise_if(stop)
        return
    driver: Any = session.connection().connection.driver_connection
    driver.set_progress_handler(stop.is_set, _STEPS_BETWEEN_LOOKS)
    try:
        yield
    except DBAPIError as error:
        if stop.is_set():
            raise CancelledError from error
        raise
    finally:
        driver.set_progress_handler(None, 0)
    _raise_if(stop)


def _raise_if(stop: Event) -> None:
    if stop.is_set():
        raise CancelledError
