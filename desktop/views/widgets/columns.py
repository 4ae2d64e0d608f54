"""What a column of a table shows, and how a cell looks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Generic, TypeVar

from PySide6.QtCore import Qt

from desktop.views.theme import StateKind

T = TypeVar("T")

CELL_ROLE = Qt.ItemDataRole.UserRole + 1
"""Answers a `Cell`: all that the delegate draws, in one call for each cell."""


class CellKind(StrEnum):
    """How the cells of a column are drawn."""

    TEXT = "text"
    STRONG = "strong"
    MUTED = "muted"
    NUMBER = "number"
    STATE = "state"
    TWO_LINES = "two_lines"
    CHECK = "check"
    LINK = "link"
    BUTTONS = "buttons"


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell, ready to be drawn."""

    kind: CellKind
    text: str = ""
    second: str = ""
    state: StateKind | None = None
    check: Qt.CheckState | None = None
    strong: bool = False
    muted: bool = False


@dataclass(frozen=True, slots=True)
class RowButton:
    """A button in a row: a key for the signal, its words, and an icon where one helps."""

    key: str
    text: str
    icon_name: str = ""
    enabled: bool = True


@dataclass(frozen=True, slots=True)
class Column(Generic[T]):
    """A column over records of one type.

    `text` gives the words of a cell. `state` its state (STATE), `second` its small second line
    (TWO_LINES), `buttons` its buttons (BUTTONS). `strong` and `muted` may lift or mute single
    cells. `sort` gives the value by which rows are ordered; a column that the database sorts has
    `sortable=True` instead. `width` is in px at 100 %; the column with `stretch` takes the rest.
    `gap` is the room right of the cell.
    """

    key: str
    title: str
    text: Callable[[T], str] = lambda _record: ""
    kind: CellKind = CellKind.TEXT
    right: bool = False
    width: int = 120
    stretch: bool = False
    gap: int = 16
    state: Callable[[T], StateKind] | None = None
    second: Callable[[T], str] | None = None
    buttons: Callable[[T], Sequence[RowButton]] | None = None
    strong: Callable[[T], bool] | None = None
    muted: Callable[[T], bool] | None = None
    sort: Callable[[T], Any] | None = None
    sortable: bool = False

    @property
    def aligned_right(self) -> bool:
        """Whether header and cells stand at the right; numbers always do."""
        return self.right or self.kind is CellKind.NUMBER

    @property
    def can_sort(self) -> bool:
        """Whether a click on the header orders the rows."""
        return self.sortable or self.sort is not None

    def cell(self, record: T) -> Cell:
        """The cell of a record."""
        return Cell(
            self.kind,
            self.text(record),
            second=self.second(record) if self.second is not None else "",
            state=self.state(record) if self.state is not None else None,
            strong=self.strong(record) if self.strong is not None else False,
            muted=self.muted(record) if self.muted is not None else False,
        )
