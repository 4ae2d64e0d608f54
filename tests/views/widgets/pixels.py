"""Looks at what a widget has drawn."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget


def colours(widget: QWidget, area: QRect | None = None) -> set[str]:
    """The colours of all pixels of a widget, or of a part of it."""
    image = widget.grab(area if area is not None else widget.rect()).toImage()
    return {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }


def share(widget: QWidget, colour: str) -> float:
    """The share of a widget's pixels that have exactly this colour."""
    image = widget.grab().toImage()
    found = sum(
        image.pixelColor(x, y).name() == colour
        for x in range(image.width())
        for y in range(image.height())
    )
    return found / (image.width() * image.height())


def shows(widget: QWidget, colour: str, tolerance: int = 60) -> bool:
    """Whether a widget has drawn this colour, or one smoothed at an edge that is close to it."""
    wanted = QColor(colour)
    image = widget.grab().toImage()
    return any(
        _distance(image.pixelColor(x, y), wanted) <= tolerance
        for x in range(image.width())
        for y in range(image.height())
    )


def _distance(one: QColor, other: QColor) -> int:
    return max(
        abs(one.red() - other.red()),
        abs(one.green() - other.green()),
        abs(one.blue() - other.blue()),
    )
