"""The charts on a sheet to send to a customer: a picture (PNG, SVG) or one page (PDF)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import ceil
from pathlib import Path
from threading import Event

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QIODevice,
    QMarginsF,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QFontMetrics,
    QImage,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
    QTextDocument,
    QTextOption,
)
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QWidget

from desktop.views.theme import FontRole, Role, color, font, px

_MARGIN, _TITLE, _GAP, _BETWEEN = 32, 32, 16, 40
_LEAST_COLUMN = 240
_DPI = 96
_PAGE_MARGIN_MM = 12.0


class Kind(StrEnum):
    """What kind of file; the value is how its name ends."""

    PNG = "png"
    SVG = "svg"
    PDF = "pdf"

    @property
    def ratio(self) -> float:
        """How many pixels of the file there are to a point; vectors need no more than one."""
        return 2.0 if self is Kind.PNG else 1.0


@dataclass(frozen=True, slots=True)
class Sheet:
    """A title, words, and widgets from top to bottom, drawn as they are shown.

    The words stand beside the first widget where it leaves room for them, else above it.
    """

    title: str
    words: Sequence[str]
    parts: Sequence[QWidget]

    def drawn(self, kind: Kind) -> bytes:
        """Return the content of a file."""
        content = QByteArray()
        buffer = QBuffer(content)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        {Kind.PNG: self._png, Kind.SVG: self._svg, Kind.PDF: self._pdf}[kind](buffer)
        buffer.close()
        return bytes(content.data())

    def _png(self, buffer: QBuffer) -> None:
        ratio = Kind.PNG.ratio
        image = QImage(self._size() * ratio, QImage.Format.Format_ARGB32_Premultiplied)
        image.setDevicePixelRatio(ratio)
        image.fill(color(Role.BASE))
        painter = QPainter(image)
        self._paint(painter)
        painter.end()
        image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs lack QIODevice with bytes

    def _svg(self, buffer: QBuffer) -> None:
        made = QSvgGenerator()
        made.setOutputDevice(buffer)
        made.setResolution(_DPI)
        made.setSize(self._size())
        made.setViewBox(QRect(QPoint(0, 0), self._size()))
        made.setTitle(self.title)
        made.setDescription("\n".join(self.words))
        painter = QPainter(made)
        painter.fillRect(QRect(QPoint(0, 0), self._size()), color(Role.BASE))
        self._paint(painter)
        painter.end()

    def _pdf(self, buffer: QBuffer) -> None:
        """One page, upright or lying as the sheet is, and as large as the page allows."""
        page = QPdfWriter(buffer)
        page.setResolution(_DPI)
        page.setTitle(self.title)
        page.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        size = self._size()
        lies = size.width() > size.height()
        ways = QPageLayout.Orientation
        page.setPageOrientation(ways.Landscape if lies else ways.Portrait)
        margin = _PAGE_MARGIN_MM
        page.setPageMargins(QMarginsF(margin, margin, margin, margin), QPageLayout.Unit.Millimeter)
        painter = QPainter(page)
        room = QRectF(0, 0, page.width(), page.height())
        fits = min(room.width() / size.width(), room.height() / size.height())
        painter.scale(fits, fits)
        painter.translate(-px(_MARGIN), -px(_MARGIN))
        self._paint(painter)
        painter.end()

    # ---------------------------------------------------------------- layout

    def _wide(self) -> int:
        return max(part.width() for part in self.parts)

    def _column(self) -> int:
        """Width of the words: what the first widget leaves, or all."""
        beside = self._wide() - self.parts[0].width() - px(_BETWEEN)
        return beside if beside >= px(_LEAST_COLUMN) else self._wide()

    def _document(self) -> QTextDocument:
        """Return the words, broken into lines: a word too long for a line within itself."""
        made = QTextDocument()
        made.setDefaultFont(font())
        made.setDocumentMargin(0)
        wrapped = QTextOption()
        wrapped.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        made.setDefaultTextOption(wrapped)
        made.setPlainText("\n\n".join(self.words))
        made.setTextWidth(self._column())
        return made

    def _text_height(self) -> int:
        return ceil(self._document().size().height())

    def _above(self) -> int:
        """Height of what stands above the first widget, below the title."""
        return 0 if self._column() < self._wide() else self._text_height() + px(_GAP)

    def _size(self) -> QSize:
        first = self.parts[0].height()
        if not self._above():
            first = max(first, self._text_height())
        high = first + sum(part.height() + px(_GAP) for part in self.parts[1:])
        top = px(_TITLE) + px(_GAP) + self._above()
        return QSize(self._wide() + 2 * px(_MARGIN), top + high + 2 * px(_MARGIN))

    # ---------------------------------------------------------------- painting

    def _paint(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(px(_MARGIN), px(_MARGIN))
        self._paint_title(painter)
        top = px(_TITLE) + px(_GAP)
        self._paint_text(painter, top)
        top += self._above()
        for number, part in enumerate(self.parts):
            part.render(painter, QPoint(0, top), renderFlags=QWidget.RenderFlag.DrawChildren)
            high = part.height()
            if number == 0 and not self._above():
                high = max(high, self._text_height())
            top += high + px(_GAP)

    def _paint_title(self, painter: QPainter) -> None:
        painter.setFont(font(FontRole.TITLE))
        painter.setPen(color(Role.TEXT))
        metrics = QFontMetrics(painter.font())
        shown = metrics.elidedText(self.title, Qt.TextElideMode.ElideRight, self._wide())
        area = QRect(0, 0, self._wide(), px(_TITLE))
        painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter), shown)

    def _paint_text(self, painter: QPainter, top: int) -> None:
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Text, color(Role.TEXT))
        context = QAbstractTextDocumentLayout.PaintContext()
        context.palette = palette
        document = self._document()
        painter.save()
        painter.translate(self._wide() - self._column(), top)
        document.documentLayout().draw(painter, context)
        painter.restore()


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
    """Return a name, without its end, that every file system takes, made of some words."""
    joined = " ".join(part.strip() for part in parts if part.strip())
    return re.sub(r'[\\/:*?"<>|\x00-\x1f]+', "-", joined).strip(" .")
