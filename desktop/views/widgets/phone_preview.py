"""A drawn phone that shows the SMS as the recipient will see it."""

from __future__ import annotations

import re

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.views.theme import FontRole, Role, color, font, px
from desktop.views.theme.paint import box, line
from desktop.views.widgets.base import Themed, space
from desktop.views.widgets.button import LinkButton
from desktop.views.widgets.label import small

_WIDTH, _HEIGHT, _INSET = 232, 456, 12
_LINE_HEIGHT, _BUBBLE_TOP = 20, 102
_LINK = re.compile(r"https?://\S+")
_DRAWN_LINK = re.compile("https?:/\u2060?/\u2060?[^\\s\u2028]+")


def _kept_whole(found: re.Match[str]) -> str:
    """A link that fits into a line goes there as a whole; a longer one breaks after a slash."""
    link = found.group()
    if QFontMetricsF(font()).horizontalAdvance(link) <= px(_WIDTH - 4 * _INSET):
        return link.replace("/", "/\u2060")
    head, rest = link.split("//", 1)
    return f"{head}/\u2060/\u2060{rest}"


class _Phone(Themed, QWidget):
    """Outline, sender, bubble."""

    def __init__(self) -> None:
        super().__init__()
        self._sender = self._when = self._text = self._parts = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_message(self, sender: str, when: str, text: str, parts: str) -> None:
        """Show another message."""
        self._sender, self._when, self._text, self._parts = sender, when, text, parts
        self.setAccessibleName(f"{sender}: {text}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        needed = px(_BUBBLE_TOP + 3 * _INSET + 24) + self._text_height(self._laid_out())
        return QSize(px(_WIDTH), max(px(_HEIGHT), round(needed) + px(24)))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _laid_out(self) -> QTextLayout:
        text = _LINK.sub(_kept_whole, self._text).replace("\n", "\u2028")
        layout = QTextLayout(text, font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats([self._format_of(found) for found in _DRAWN_LINK.finditer(text)])
        layout.beginLayout()
        count = 0
        while (piece := layout.createLine()).isValid():
            piece.setLineWidth(px(_WIDTH - 4 * _INSET))
            top = count * px(_LINE_HEIGHT) + (px(_LINE_HEIGHT) - piece.height()) / 2
            piece.setPosition(QPointF(0, round(top + piece.ascent()) - piece.ascent()))
            count += 1
        layout.endLayout()
        return layout

    def _format_of(self, found: re.Match[str]) -> QTextLayout.FormatRange:
        form = QTextCharFormat()
        form.setForeground(color(Role.ACCENT))
        form.setFontUnderline(True)
        piece = QTextLayout.FormatRange()
        piece.start, piece.length, piece.format = found.start(), len(found.group()), form
        return piece

    def _text_height(self, layout: QTextLayout) -> int:
        return layout.lineCount() * px(_LINE_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        area = QRectF(self.rect())
        box(painter, area, color(Role.ALTERNATE), color(Role.EDGE), 24)
        speaker = QRectF((self.width() - px(56)) / 2, px(12), px(56), px(4))
        box(painter, speaker, color(Role.EDGE), None, 2)
        self._draw_centred(painter, self._sender, px(34), FontRole.NORMAL, Role.TEXT)
        self._draw_centred(painter, self._when, px(55), FontRole.SMALL, Role.MUTED)
        line(painter, px(_INSET), self.width() - px(_INSET), px(84))
        self._draw_bubble(painter)

    def _draw_centred(
        self, painter: QPainter, text: str, top: int, size: FontRole, role: Role
    ) -> None:
        drawn = font(size, strong=size is FontRole.NORMAL)
        painter.setFont(drawn)
        painter.setPen(color(role))
        room = self.width() - px(2 * _INSET)
        cut = QFontMetricsF(drawn).elidedText(text, Qt.TextElideMode.ElideRight, room)
        area = QRectF(px(_INSET), top, room, px(20))
        painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), cut)

    def _draw_bubble(self, painter: QPainter) -> None:
        layout = self._laid_out()
        height = self._text_height(layout) + px(2 * _INSET)
        bubble = QRectF(px(_INSET), px(_BUBBLE_TOP), self.width() - px(2 * _INSET), height)
        if self._text:
            box(painter, bubble, color(Role.NEUTRAL_GROUND), None, 6)
        painter.setPen(color(Role.TEXT))
        layout.draw(painter, bubble.topLeft() + QPointF(px(_INSET), px(_INSET)))
        painter.setFont(font(FontRole.SMALL))
        painter.setPen(color(Role.MUTED))
        below = QRectF(px(_INSET), bubble.bottom() + px(8), self.width(), px(16))
        painter.drawText(below, int(Qt.AlignmentFlag.AlignVCenter), self._parts)


class PhonePreview(Themed, QWidget):
    """The phone, and below it whose message it shows.

    Signals:
        next_wanted: show the message of the next recipient.
    """

    next_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._phone = _Phone()
        self._position = small("")
        self._next = LinkButton("", size=FontRole.SMALL)
        self._next.setObjectName("previewNext")
        self._next.clicked.connect(self._ask_next)
        self._foot = QHBoxLayout()
        self._foot.addWidget(self._position, 1)
        self._foot.addWidget(self._next)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._phone)
        self._column.addLayout(self._foot)
        self._column.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.retranslate()
        self.restyle()

    def restyle(self) -> None:
        space(self._column, 0, gap=12)

    def retranslate(self) -> None:
        self._next.setText(self.tr("Next"))

    def show_message(self, sender: str, when: str, text: str, parts: str) -> None:
        """Show a message: who sends it, when, what it says, and in how many parts."""
        self._phone.show_message(sender, when, text, parts)

    def show_position(self, words: str, *, more: bool) -> None:
        """Say whose message this is, such as "recipient 1 of 37"."""
        self._position.setText(words)
        self._next.setVisible(more)

    def _ask_next(self) -> None:
        self.next_wanted.emit()
