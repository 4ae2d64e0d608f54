"""What the search list shows, as plain values, and how its rows are drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.views.theme import FontRole, Role, StateKind, color, font, px, state_style, text_width
from desktop.views.theme.paint import line, square_icon
from desktop.views.widgets.key_hint import draw_keys, key_width, spoken_keys
from desktop.views.widgets.label import Run
from desktop.views.widgets.table_model import Index

_NO_INDEX = QModelIndex()
_GROUP_HEIGHT, _HIT_HEIGHT, _SHORT_HIT_HEIGHT = 32, 56, 40
_PADDING, _TEXT_LEFT, _ICON = 16, 52, 20


@dataclass(frozen=True, slots=True)
class SearchHit:
    """One hit. `key` is handed back when it is chosen; `second` says why it matched.

    Runs of `second` that are strong are the matching digits or letters; they show in the accent
    colour. `label` stands at the right: what kind of thing it is; `state` gives it a shape.
    """

    key: object
    icon_name: str
    title: str
    note: str = ""
    second: tuple[Run, ...] = ()
    label: str = ""
    state: StateKind | None = None


@dataclass(frozen=True, slots=True)
class SearchGroup:
    """Hits under one heading. What only may be meant is never opened by Enter alone."""

    title: str
    hits: tuple[SearchHit, ...]
    sure: bool = True


@dataclass(frozen=True, slots=True)
class SearchResults:
    """An answer: how the input was read, how many hits, and the hits in groups."""

    reading: tuple[Run, ...] = ()
    count: str = ""
    groups: tuple[SearchGroup, ...] = ()


Row = SearchGroup | SearchHit


class SearchListModel(QAbstractListModel):
    """Headings and hits in one list; headings cannot be chosen."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[Row] = []
        self._first_sure = -1

    def show_groups(self, groups: Sequence[SearchGroup]) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self._rows = []
        self._first_sure = -1
        for group in groups:
            if not group.hits:
                continue
            self._rows.append(group)
            if group.sure and self._first_sure < 0:
                self._first_sure = len(self._rows)
            self._rows.extend(group.hits)
        self.endResetModel()

    @property
    def first_sure(self) -> int:
        """The row that Enter opens without a choice; -1 when nothing is sure."""
        return self._first_sure

    def row(self, place: int) -> Row | None:
        """The heading or hit of a row."""
        return self._rows[place] if 0 <= place < len(self._rows) else None

    def next_hit(self, place: int, step: int) -> int:
        """The next row in a direction that is a hit; the same row when there is none."""
        there = place + step
        while 0 <= there < len(self._rows):
            if isinstance(self._rows[there], SearchHit):
                return there
            there += step
        return place

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        row = self.row(index.row())
        if isinstance(row, SearchGroup):
            return row.title
        if row is None:
            return None
        why = "".join(run.text for run in row.second)
        return ", ".join(filter(None, (row.title, row.note, why, row.label)))

    def flags(self, index: Index) -> Qt.ItemFlag:
        if isinstance(self.row(index.row()), SearchHit):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.ItemIsEnabled


class SearchDelegate(QStyledItemDelegate):
    """Draws headings and hits."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row = _row_of(index)
        if isinstance(row, SearchGroup):
            return QSize(0, px(_GROUP_HEIGHT))
        short = row is None or not row.second
        return QSize(0, px(_SHORT_HIT_HEIGHT if short else _HIT_HEIGHT))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row = _row_of(index)
        area = QRectF(option.rect)
        if isinstance(row, SearchGroup):
            _draw_group(painter, area, row, first=index.row() == 0)
        elif row is not None:
            chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            _draw_hit(painter, area, row, chosen=chosen)


def _row_of(index: Index) -> Row | None:
    model = index.model()
    return model.row(index.row()) if isinstance(model, SearchListModel) else None


def _draw_group(painter: QPainter, area: QRectF, group: SearchGroup, *, first: bool) -> None:
    if not first:
        line(painter, area.left(), area.right(), area.top())
    painter.setFont(font(FontRole.SMALL))
    painter.setPen(color(Role.MUTED))
    room = area.adjusted(px(_PADDING), 0, -px(_PADDING), 0)
    painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), group.title)


def _draw_hit(painter: QPainter, area: QRectF, hit: SearchHit, *, chosen: bool) -> None:
    if chosen:
        painter.fillRect(area, color(Role.ACCENT_GROUND))
    role = Role.ACCENT if chosen else Role.MUTED
    name = hit.icon_name
    if hit.state is not None:
        style = state_style(hit.state)
        role, name = style.colour, style.icon
    middle = area.center().y()
    square_icon(painter, name, role, area.left() + px(_PADDING), middle, _ICON)
    right = _draw_label(painter, area, hit, chosen=chosen)
    room = QRectF(area)
    room.setLeft(area.left() + px(_TEXT_LEFT))
    room.setRight(right - px(_PADDING))
    if not hit.second:
        _draw_title(painter, room, hit)
        return
    top = QRectF(room.left(), area.top() + px(7), room.width(), px(20))
    _draw_title(painter, top, hit)
    below = QRectF(room.left(), area.top() + px(32), room.width(), px(16))
    _draw_runs(painter, below, hit.second)


def _draw_title(painter: QPainter, room: QRectF, hit: SearchHit) -> None:
    strong = bool(hit.second)
    width = text_width(hit.title, strong=strong)
    _draw_words(painter, room, hit.title, font(strong=strong), Role.TEXT)
    room.setLeft(min(room.left() + width + px(8), room.right()))
    _draw_words(painter, room, hit.note, font(), Role.MUTED)


def _draw_runs(painter: QPainter, room: QRectF, runs: Sequence[Run]) -> None:
    """Small words; the strong ones are what matched."""
    for run in runs:
        drawn = font(FontRole.SMALL, strong=run.strong)
        _draw_words(painter, room, run.text, drawn, Role.ACCENT if run.strong else Role.MUTED)
        width = QFontMetricsF(drawn).horizontalAdvance(run.text)
        room.setLeft(min(room.left() + width, room.right()))


def _draw_words(painter: QPainter, room: QRectF, text: str, drawn: QFont, role: Role) -> None:
    painter.setFont(drawn)
    painter.setPen(color(role))
    cut = QFontMetricsF(drawn).elidedText(text, Qt.TextElideMode.ElideRight, room.width() + 1)
    painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | _KEEP), cut)


_KEEP = Qt.TextFlag.TextSingleLine


def _draw_label(painter: QPainter, area: QRectF, hit: SearchHit, *, chosen: bool) -> float:
    """Draw what stands at the right; returns its left edge."""
    right, middle = area.right() - px(_PADDING), area.center().y()
    if chosen:
        keys = spoken_keys("Return")
        width = key_width(keys)
        draw_keys(painter, QRectF(right - width, round(middle - px(10)), width, px(20)), keys)
        return right - width
    if not hit.label:
        return right
    size = FontRole.SMALL if hit.state is None else FontRole.NORMAL
    role = Role.MUTED if hit.state is None else state_style(hit.state).colour
    room_needed = text_width(hit.label, size)
    room = QRectF(right - room_needed, area.top(), room_needed + 1, area.height())
    _draw_words(painter, room, hit.label, font(size), role)
    if hit.state is None:
        return right - room_needed
    left = right - room_needed - px(20)
    square_icon(painter, state_style(hit.state).icon, role, left, middle, 14)
    return left
