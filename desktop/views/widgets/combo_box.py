"""A choice of one of several, with rows of 32 in its list."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QWheelEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.views.theme import Role, color, font, px, text_width
from desktop.views.widgets.base import Themed
from desktop.views.widgets.filter_chip import Option

_OPENING = frozenset(
    (
        *(Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown),
        *(Qt.Key.Key_Home, Qt.Key.Key_End),
    )
)


def _is_letter(event: QKeyEvent) -> bool:
    return bool(event.text().strip()) and event.text().isprintable()


class _OptionDelegate(QStyledItemDelegate):
    """Rows of 32 in the list of a combo box, like those of a menu."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        width = ceil(text_width(str(index.data() or ""))) + px(48)
        return QSize(width, px(32))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        area = QRectF(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(area, color(Role.ACCENT_GROUND if chosen else Role.BASE))
        painter.setFont(font())
        painter.setPen(color(Role.TEXT))
        words = area.adjusted(px(12), 0, -px(12), 0)
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), str(index.data() or ""))


class ComboBox(Themed, QComboBox):
    """A choice of one of several. Wheel, arrows and letters do not change it by themselves.

    The arrows open its list, where Enter chooses and Esc leaves everything as it was.

    Signals:
        chosen: the key of the option that a person chose.
    """

    chosen = Signal(str)

    def __init__(self, options: Sequence[Option] = (), *, name: str = "") -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.activated.connect(self._tell)
        self.setItemDelegate(_OptionDelegate(self))
        self.set_options(options)

    def set_options(self, options: Sequence[Option], key: str | None = None) -> None:
        """Offer other values and show the one with `key`."""
        shown = self.key if key is None else key
        self.clear()
        for option in options:
            self.addItem(option.text, option.key)
        self.choose(shown)

    @property
    def key(self) -> str:
        """The key of the value shown, or ""."""
        data = self.currentData()
        return data if isinstance(data, str) else ""

    def choose(self, key: str) -> None:
        """Show a value without telling so."""
        place = self.findData(key)
        if place >= 0:
            self.setCurrentIndex(place)

    def _tell(self, _place: int) -> None:
        self.chosen.emit(self.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _OPENING and not event.modifiers():
            self.showPopup()
        elif not _is_letter(event):  # Esc and the like belong to the window around it
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
