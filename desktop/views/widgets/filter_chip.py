"""A filter: what it is about in muted text, its value, and a chevron or a cross."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy

from desktop.views.theme import FontRole, Role, color, font, px, text_width
from desktop.views.theme.paint import box, square_icon
from desktop.views.widgets.base import Themed

_PADDING, _GAP, _ICON = 13, 6, 16


@dataclass(frozen=True, slots=True)
class Option:
    """A value that can be chosen."""

    key: str
    text: str


class FilterChip(Themed, QAbstractButton):
    """A chip such as "Age any v". With `clearable` a chosen value shows a cross instead.

    A value without a key, such as "any", counts as none chosen.

    It also serves as a labelled combo box: give it room, and the chevron stands at the right.

    Signals:
        chosen: the key of the option that a person chose.
        cleared: the cross was pressed.
    """

    chosen = Signal(str)
    cleared = Signal()

    def __init__(
        self, label: str = "", options: Sequence[Option] = (), *, clearable: bool = False
    ) -> None:
        super().__init__()
        self._label = label
        self._options: tuple[Option, ...] = tuple(options)
        self._clearable = clearable
        self._key = ""
        self._value = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self.open_menu)
        self._name()

    @property
    def key(self) -> str:
        """The key of the value shown, or ""."""
        return self._key

    def set_label(self, label: str) -> None:
        """Change what it is about."""
        self._label = label
        self._name()

    def set_options(self, options: Sequence[Option], key: str | None = None) -> None:
        """Offer other values; show the one with `key`, by default the one shown now."""
        self._options = tuple(options)
        self.choose(self._key if key is None else key)

    def choose(self, key: str) -> None:
        """Show a value without telling so."""
        self._key = key
        self._value = next((one.text for one in self._options if one.key == key), "")
        self._name()

    def show_value(self, key: str, text: str) -> None:
        """Show a value that is not among the options, such as a customer chosen elsewhere."""
        self._key, self._value = key, text
        self._name()

    def _name(self) -> None:
        self.setAccessibleName(f"{self._label} {self._value}".strip())
        self.updateGeometry()
        self.update()

    def _shows_cross(self) -> bool:
        return self._clearable and bool(self._key)

    # ---------------------------------------------------------------- acting

    def open_menu(self) -> None:
        """Offer the values below the chip."""
        if not self._options:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for option in self._options:
            action = QAction(option.text, menu)
            action.setCheckable(True)
            action.setChecked(option.key == self._key)
            action.setData(option.key)
            menu.addAction(action)
        menu.triggered.connect(self._take)
        menu.setMinimumWidth(self.width())
        menu.popup(self.mapToGlobal(QPoint(0, self.height() + px(4))))

    def _take(self, action: QAction) -> None:
        self.choose(str(action.data()))
        self.chosen.emit(self._key)

    def clear(self) -> None:
        """Choose nothing any more, as the cross does."""
        self.choose("")
        self.cleared.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        on_cross = event.position().x() >= self.width() - px(_ICON + 2 * _GAP)
        if self._shows_cross() and on_cross and self.isDown():
            self.setDown(False)
            self.clear()
            return
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.open_menu()
        elif event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace} and self._shows_cross():
            self.clear()
        else:
            super().keyPressEvent(event)

    # ---------------------------------------------------------------- painting

    def sizeHint(self) -> QSize:
        gap = px(_GAP) if self._value and self._label else 0
        width = text_width(self._label) + gap + text_width(self._value)
        width += 2 * px(_PADDING) + px(_GAP + _ICON)
        return QSize(ceil(width), px(32))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), px(96)), px(32))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        area = QRectF(self.rect())
        over = self.underMouse() and self.isEnabled()
        ground = Role.NEUTRAL_GROUND if over and self.isDown() else Role.BASE
        edge = Role.FIELD_EDGE if self.isEnabled() else Role.LINE
        box(painter, area, color(ground), color(edge))
        symbol = "x" if self._shows_cross() else "chevron-down"
        right = self.width() - px(_PADDING - 3 + _ICON)
        square_icon(painter, symbol, Role.MUTED, right, self.height() / 2, _ICON)
        self._draw_words(painter, right - px(_GAP))

    def _draw_words(self, painter: QPainter, right: float) -> None:
        painter.setFont(font(FontRole.NORMAL))
        middle = int(Qt.AlignmentFlag.AlignVCenter)
        left = float(px(_PADDING))
        painter.setPen(color(Role.MUTED if self.isEnabled() else Role.DISABLED))
        painter.drawText(QRectF(left, 0, right - left, self.height()), middle, self._label)
        if not self._value:
            return
        left += text_width(self._label) + (px(_GAP) if self._label else 0)
        painter.setPen(color(Role.TEXT if self.isEnabled() else Role.DISABLED))
        metrics = QFontMetricsF(font())
        value = metrics.elidedText(self._value, Qt.TextElideMode.ElideRight, right - left + 1)
        painter.drawText(QRectF(left, 0, right - left + 1, self.height()), middle, value)
