"""Reading long lists page by page, by key: no OFFSET, so the last page costs what the first does.

A list is ordered by one column and, where its values are equal, by id. Empty values come first
when ascending and last when descending.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Event
from typing import Any

from sqlalchemy import (
    ColumnElement,
    UnaryExpression,
    and_,
    func,
    select,
    true,
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
        column, id_ = self.terms()
        if not self.nullable:
            return column, id_
        return (column.nulls_last() if self.descending else column.nulls_first()), id_

    def stretches(self, start: Key | None) -> Iterator[ColumnElement[bool]]:
        """Yield conditions that part the list, from the row with the key ``start`` on, in order.

        Each is one walk along an index. Together they are what a comparison of rows would say,
        which no engine walks well where many rows share a value or have none.
        """
        if start is not None:
            yield from self._rest_of_value(*start)
            yield from self._later_values(start[0])
        elif self.nullable:
            yield from self._parted_by_emptiness()
        else:
            yield true()

    def _rest_of_value(self, value: Any, id_: int) -> Iterator[ColumnElement[bool]]:  # noqa: ANN401
        same = self.column.is_(None) if value is None else self.column == value
        yield and_(same, self.id <= id_ if self.descending else self.id >= id_)

    def _later_values(self, value: Any) -> Iterator[ColumnElement[bool]]:  # noqa: ANN401
        if value is None:
            if not self.descending:
                yield self.column.is_not(None)
            return
        yield self.column < value if self.descending else self.column > value
        if self.nullable and self.descending:
            yield self.column.is_(None)

    def _parted_by_emptiness(self) -> Iterator[ColumnElement[bool]]:
        empty, filled = self.column.is_(None), self.column.is_not(None)
        yield from (filled, empty) if self.descending else (empty, filled)

    def terms(self) -> tuple[UnaryExpression[Any], UnaryExpression[Any]]:
        """Return the terms of an ORDER BY within one stretch."""
        if self.descending:
            return self.column.desc(), self.id.desc()
        return self.column.asc(), self.id.asc()


def read_page(
    session: Session, condition: ColumnElement[bool], order: Order, start: Key | None, rows: int
) -> list[Key]:
    """Return the keys of the first ``rows`` rows that match, in ``order``, from ``start`` on."""
    found: list[Key] = []
    for stretch in order.stretches(start):
        wanted = rows - len(found)
        if wanted <= 0:
            break
        # The stretch stands first: of two bounds on one column SQLite takes the first.
        part = select(order.column, order.id).where(stretch, condition)
        in_order = part.order_by(*order.terms()).limit(wanted)
        found.extend((value, id_) for value, id_ in session.execute(in_order))
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
