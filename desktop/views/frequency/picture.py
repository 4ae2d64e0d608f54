"""The charts as a picture to send to a customer: title, charts and legend, at double size."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from threading import Event

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QImage, QPainter
from PySide6.QtWidgets import QWidget

from desktop.views.theme import FontRole, Role, color, font, px

RATIO = 2
_MARGIN, _TITLE, _GAP, _BETWEEN = 32, 32, 16, 40
_LEAST_COLUMN = 240
_UNBOUNDED = 10_000
_WRAPPED = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)


def draw(title: str, words: Sequence[str], parts: Sequence[QWidget]) -> QImage:
    """Return the picture: a title, then the parts as they are shown.

    The words stand beside the first part where it leaves room for them, else above it.
    """
    wide = max(part.width() for part in parts)
    beside = wide - parts[0].width() - px(_BETWEEN)
    column = beside if beside >= px(_LEAST_COLUMN) else wide
    text = _Text(words, column)
    above = 0 if column == beside else text.height + px(_GAP)
    high = px(_TITLE) + px(_GAP) + above + sum(part.height() + px(_GAP) for part in parts)
    image = _empty(wide, high)
    painter = QPainter(image)
    painter.translate(px(_MARGIN), px(_MARGIN))
    _draw_title(painter, title, wide)
    top = px(_TITLE) + px(_GAP)
    text.draw(painter, wide - column, top)
    top += above
    for part in parts:
        part.render(painter, QPoint(0, top), renderFlags=QWidget.RenderFlag.DrawChildren)
        top += part.height() + px(_GAP)
    painter.end()
    return image


def _empty(wide: int, high: int) -> QImage:
    size = QSize(wide + 2 * px(_MARGIN), high + 2 * px(_MARGIN) - px(_GAP))
    image = QImage(size * RATIO, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(RATIO)
    image.fill(color(Role.BASE))
    return image


def _draw_title(painter: QPainter, title: str, wide: int) -> None:
    painter.setFont(font(FontRole.TITLE))
    painter.setPen(color(Role.TEXT))
    area = QRect(0, 0, wide, px(_TITLE))
    metrics = QFontMetrics(painter.font())
    shown = metrics.elidedText(title, Qt.TextElideMode.ElideRight, wide)
    painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter), shown)


class _Text:
    """Paragraphs that wrap within a width."""

    def __init__(self, paragraphs: Sequence[str], width: int) -> None:
        self._text = "\n\n".join(paragraphs)
        self._width = width
        bounds = QRect(0, 0, width, _UNBOUNDED)
        metrics = QFontMetrics(font())
        self.height = metrics.boundingRect(bounds, _WRAPPED, self._text).height()

    def draw(self, painter: QPainter, left: int, top: int) -> None:
        """Draw them at a place."""
        painter.setFont(font())
        painter.setPen(color(Role.TEXT))
        painter.drawText(QRect(left, top, self._width, self.height), _WRAPPED, self._text)


def png(image: QImage) -> bytes:
    """Return the picture as a PNG file."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs lack QIODevice with bytes
    buffer.close()
    return bytes(content.data())


def write(content: bytes, path: Path, _stop: Event) -> Path:
    """Write the file whole or not at all; runs on a worker.

    Raises:
        OSError: it cannot be written.
    """
    beside = path.with_name(f"{path.name}.part")
    try:
        beside.write_bytes(content)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
    return path


def file_name(*parts: str) -> str:
    """Return a name that every file system takes, made of some words."""
    joined = " ".join(part.strip() for part in parts if part.strip())
    return re.sub(r'[\\/:*?"<>|\x00-\x1f]+', "-", joined).strip(" .") + ".png"
