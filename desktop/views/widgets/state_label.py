"""A state as shape and word: bare in tables and lines, on a ground at heading level."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.views.theme import (
    FontRole,
    Role,
    StateKind,
    color,
    font,
    line_height,
    px,
    state_style,
    text_width,
)
from desktop.views.theme.paint import box, square_icon
from desktop.views.widgets.base import Themed

_SHAPE, _GAP = 14, 6


class _Shown(Themed, QWidget):
    """A state and its word; a screen reader says the word."""

    def __init__(self, kind: StateKind, word: str) -> None:
        super().__init__()
        self._kind = kind
        self._word = word
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(word)

    @property
    def kind(self) -> StateKind:
        """The state shown."""
        return self._kind

    @property
    def word(self) -> str:
        """The word shown."""
        return self._word

    def set_state(self, kind: StateKind, word: str) -> None:
        """Show another state."""
        self._kind, self._word = kind, word
        self.setAccessibleName(word)
        self.updateGeometry()
        self.update()

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class StateLabel(_Shown):
    """14-px shape and word in the state's colour, without a ground."""

    def __init__(
        self,
        kind: StateKind = StateKind.NEUTRAL,
        word: str = "",
        *,
        size: FontRole = FontRole.NORMAL,
        strong: bool = False,
    ) -> None:
        self._size = size
        self._strong = strong
        super().__init__(kind, word)

    def sizeHint(self) -> QSize:
        wide = ceil(text_width(self._word, self._size, strong=self._strong))
        return QSize(px(_SHAPE + _GAP) + wide, line_height(self._size))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        style = state_style(self._kind)
        square_icon(painter, style.icon, style.colour, 0, self.height() / 2, _SHAPE)
        painter.setFont(font(self._size, strong=self._strong))
        painter.setPen(color(style.colour))
        area = QRectF(self.rect()).adjusted(px(_SHAPE + _GAP), 0, 0, 0)
        painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter), self._word)


class Pill(_Shown):
    """A state at heading level: on its ground, 24 high. One for each heading, never in a table."""

    def __init__(self, kind: StateKind = StateKind.NEUTRAL, word: str = "") -> None:
        super().__init__(kind, word)

    def sizeHint(self) -> QSize:
        wide = ceil(text_width(self._word, FontRole.SMALL, strong=True))
        return QSize(px(_GAP + _SHAPE + _GAP + 8) + wide, px(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        style = state_style(self._kind)
        box(painter, QRectF(self.rect()), color(style.ground))
        square_icon(painter, style.icon, style.colour, px(_GAP), self.height() / 2, _SHAPE)
        painter.setFont(font(FontRole.SMALL, strong=True))
        painter.setPen(color(style.colour))
        area = QRectF(self.rect()).adjusted(px(2 * _GAP + _SHAPE), 0, 0, 0)
        painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter), self._word)


class Icon(Themed, QWidget):
    """A line icon that stands alone, for decoration: a screen reader passes over it."""

    def __init__(self, name: str, role: Role = Role.MUTED, size: int = 16) -> None:
        super().__init__()
        self._name, self._role, self._size = name, role, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def name(self) -> str:
        """The icon's name."""
        return self._name

    def set_icon(self, name: str, role: Role | None = None) -> None:
        """Show another icon."""
        self._name = name
        self._role = role or self._role
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(self._size), px(self._size))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        left = (self.width() - px(self._size)) / 2
        square_icon(painter, self._name, self._role, left, self.height() / 2, self._size)
