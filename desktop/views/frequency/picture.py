"""The charts as a picture to send to a customer: title, charts and legend, at double size."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from threading import Event

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget

from desktop.views.theme import FontRole, Role, color, font, px

RATIO = 2
_MARGIN, _TITLE, _LINE, _GAP = 32, 32, 20, 16


def draw(title: str, lines: Sequence[str], parts: Sequence[QWidget]) -> QImage:
    """Return the picture: a title, small lines below it, then the parts as they are shown."""
    wide = max(part.width() for part in parts)
    head = px(_TITLE) + len(lines) * px(_LINE) + px(_GAP)
    high = head + sum(part.height() + px(_GAP) for part in parts) - px(_GAP)
    image = QImage(
        RATIO * (wide + 2 * px(_MARGIN)),
        RATIO * (high + 2 * px(_MARGIN)),
        QImage.Format.Format_ARGB32_Premultiplied,
    )
    image.setDevicePixelRatio(RATIO)
    image.fill(color(Role.BASE))
    painter = QPainter(image)
    top = _draw_head(painter, title, lines, wide)
    for part in parts:
        flags = QWidget.RenderFlag.DrawChildren
        part.render(painter, QPoint(px(_MARGIN), top), renderFlags=flags)
        top += part.height() + px(_GAP)
    painter.end()
    return image


def _draw_head(painter: QPainter, title: str, lines: Sequence[str], wide: int) -> int:
    middle = int(Qt.AlignmentFlag.AlignVCenter)
    top = px(_MARGIN)
    painter.setFont(font(FontRole.TITLE))
    painter.setPen(color(Role.TEXT))
    painter.drawText(QRectF(px(_MARGIN), top, wide, px(_TITLE)), middle, title)
    top += px(_TITLE)
    painter.setFont(font(FontRole.SMALL))
    painter.setPen(color(Role.MUTED))
    for line in lines:
        painter.drawText(QRectF(px(_MARGIN), top, wide, px(_LINE)), middle, line)
        top += px(_LINE)
    return top + px(_GAP)


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
