"""Looks at what a widget has drawn."""

from __future__ import annotations

from PySide6.QtCore import QRect
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
