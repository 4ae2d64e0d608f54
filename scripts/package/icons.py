"""The program's icon in the sizes and containers that each system asks for."""

from __future__ import annotations

import os
import struct
from collections.abc import Mapping
from pathlib import Path

from scripts.package.project import ICON

HICOLOR = (16, 24, 32, 48, 64, 128, 256, 512)
_ICO = (16, 24, 32, 48, 64, 128, 256)
_ICNS = {16: b"icp4", 32: b"icp5", 64: b"icp6", 128: b"ic07", 256: b"ic08", 512: b"ic09"}
_WHOLE_BYTE = 256


def png(side: int) -> bytes:
    """Return the icon as a PNG of ``side`` pixels."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, Qt
    from PySide6.QtGui import QImage, QImageWriter, QPainter
    from PySide6.QtSvg import QSvgRenderer

    image = QImage(side, side, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(ICON.read_bytes())).render(painter, QRectF(0, 0, side, side))
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, b"png").write(image)
    buffer.close()
    return bytes(data.data())


def ico(pictures: Mapping[int, bytes]) -> bytes:
    """Return the icon file of Windows that holds PNGs by their size, at most 256 pixels."""
    head = struct.pack("<HHH", 0, 1, len(pictures))
    place = len(head) + 16 * len(pictures)
    entries, body = b"", b""
    for side, picture in sorted(pictures.items()):
        told = side % _WHOLE_BYTE  # 256 is told as 0
        size, at = len(picture), place + len(body)
        entries += struct.pack("<BBBBHHII", told, told, 0, 0, 1, 32, size, at)
        body += picture
    return head + entries + body


def icns(pictures: Mapping[int, bytes]) -> bytes:
    """Return the icon file of macOS that holds PNGs by their size."""
    body = b"".join(
        _ICNS[side] + struct.pack(">I", 8 + len(picture)) + picture
        for side, picture in sorted(pictures.items())
    )
    return b"icns" + struct.pack(">I", 8 + len(body)) + body


def write_ico(path: Path) -> Path:
    """Write the icon for Windows and return where."""
    return _write(path, ico({side: png(side) for side in _ICO}))


def write_icns(path: Path) -> Path:
    """Write the icon for macOS and return where."""
    return _write(path, icns({side: png(side) for side in _ICNS}))


def _write(path: Path, data: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path
