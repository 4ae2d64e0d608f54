"""The keys of an action, drawn as a small key."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.views.theme import FontRole, Role, color, font, px, text_width
from desktop.views.theme.paint import box
from desktop.views.widgets.base import Themed

_HEIGHT, _PADDING = 20, 7


def spoken_keys(keys: str) -> str:
    """Keys as the person's keyboard names them: "Ctrl+Return" is "Strg Enter" in German."""
    shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
    return shown.replace("+", " ").replace("Return", "Enter")


class KeyHint(Themed, QWidget):
    """Keys such as "Ctrl Enter" in a frame; give the text as it should stand there."""

    def __init__(self, keys: str) -> None:
        super().__init__()
        self._keys = keys
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_keys(self, keys: str) -> None:
        """Show other keys."""
        self._keys = keys
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(key_width(self._keys), px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        draw_keys(QPainter(self), QRectF(self.rect()), self._keys)


def key_width(keys: str) -> int:
    """Width of a drawn key."""
    return ceil(text_width(keys, FontRole.SMALL)) + 2 * px(_PADDING)


def draw_keys(painter: QPainter, area: QRectF, keys: str) -> None:
    """Draw a key into an area, for lists that paint their rows."""
    box(painter, area, color(Role.BASE), color(Role.EDGE), 3)
    painter.setFont(font(FontRole.SMALL))
    painter.setPen(color(Role.MUTED))
    painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), keys)
