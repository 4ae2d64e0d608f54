"""Joined buttons of which one is chosen: a filter, or a choice of two or three."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from desktop.views.theme import FontRole, Role, color, font, px, pxf, text_width
from desktop.views.theme.paint import saved
from desktop.views.widgets.base import Themed

_PADDING, _GAP = 12, 8


@dataclass(frozen=True, slots=True)
class Segment:
    """One choice. `count` stands behind the word, already written as the language does."""

    key: str
    text: str
    count: str = ""


class _SegmentButton(Themed, QAbstractButton):
    """One of the joined buttons."""

    def __init__(self, segment: Segment, *, first: bool, last: bool) -> None:
        super().__init__()
        self._first, self._last = first, last
        self.setCheckable(True)
        self.setObjectName(f"segment_{segment.key}")
        self.show_segment(segment)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def key(self) -> str:
        """The key of the choice."""
        return self._segment.key

    def show_segment(self, segment: Segment) -> None:
        """Change word and count; the key stays."""
        self._segment = segment
        self.setText(segment.text)
        self.setAccessibleName(f"{segment.text} {segment.count}".strip())
        self.updateGeometry()
        # The count is no part of the text that Qt knows.
        self.update()

    def _word_width(self, *, strong: bool) -> float:
        return text_width(self._segment.text, strong=strong)

    def sizeHint(self) -> QSize:
        # As wide as the chosen form, so that choosing moves nothing.
        width = self._word_width(strong=True)
        if self._segment.count:
            width += px(_GAP) + text_width(self._segment.count)
        return QSize(ceil(width) + 2 * px(_PADDING) + (1 if self._last else 0), px(32))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _outline(self) -> QPainterPath:
        """The rounded outline of the whole group, of which this button shows its part."""
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if not self._first:
            area.setLeft(-px(20))
        if not self._last:
            area.setRight(self.width() + px(20))
        path = QPainterPath()
        path.addRoundedRect(area, pxf(4), pxf(4))
        return path

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        chosen = self.isChecked()
        with saved(painter):
            ground = Role.ACCENT_GROUND if chosen else Role.BASE
            painter.fillPath(self._outline(), color(ground))
            painter.setPen(QPen(color(Role.EDGE), 1))
            painter.drawPath(self._outline())
        if not self._first:
            painter.fillRect(0, 0, 1, self.height(), color(Role.EDGE))
        self._draw_words(painter, chosen=chosen)

    def _draw_words(self, painter: QPainter, *, chosen: bool) -> None:
        count = self._segment.count
        word = self._word_width(strong=chosen)
        total = word + (px(_GAP) + text_width(count) if count else 0)
        left = (self.width() - total) / 2
        role = Role.ACCENT if chosen else Role.TEXT
        middle = int(Qt.AlignmentFlag.AlignVCenter)
        painter.setFont(font(FontRole.NORMAL, strong=chosen))
        painter.setPen(color(role if self.isEnabled() else Role.DISABLED))
        painter.drawText(QRectF(left, 0, word + 2, self.height()), middle, self._segment.text)
        if count:
            painter.setFont(font())
            painter.setPen(color(Role.ACCENT if chosen else Role.MUTED))
            place = QRectF(left + word + px(_GAP), 0, self.width(), self.height())
            painter.drawText(place, middle, count)


class Segments(Themed, QWidget):
    """Joined buttons; the arrow keys move the choice.

    Signals:
        chosen: the key of the segment that a person chose.
    """

    chosen = Signal(str)

    def __init__(self, segments: Sequence[Segment] = (), current: str = "") -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._group.buttonClicked.connect(self._tell)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._buttons: list[_SegmentButton] = []
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_segments(segments, current)

    @property
    def current(self) -> str:
        """The key of the chosen segment, or ""."""
        return next((button.key for button in self._buttons if button.isChecked()), "")

    def set_segments(self, segments: Sequence[Segment], current: str = "") -> None:
        """Show other segments or counts; without `current` the choice stays."""
        wanted = current or self.current
        if [one.key for one in segments] != [button.key for button in self._buttons]:
            self._make_buttons(segments)
        for button, segment in zip(self._buttons, segments, strict=True):
            # In place: a click that is under way when the counts change is not lost.
            button.show_segment(segment)
        self.choose(wanted)

    def _make_buttons(self, segments: Sequence[Segment]) -> None:
        focused = any(button.hasFocus() for button in self._buttons)
        for button in self._buttons:
            self._group.removeButton(button)
            button.hide()
            button.deleteLater()
        self._buttons = [
            _SegmentButton(one, first=place == 0, last=place == len(segments) - 1)
            for place, one in enumerate(segments)
        ]
        for button in self._buttons:
            self._group.addButton(button)
            self._row.addWidget(button)
        if focused and self._buttons:
            self._buttons[0].setFocus()

    def choose(self, key: str) -> None:
        """Choose a segment without telling so; none with ""."""
        self._group.setExclusive(bool(key))
        for button in self._buttons:
            if not key or button.key == key:
                button.setChecked(bool(key))
        self._group.setExclusive(True)

    def _tell(self, button: QAbstractButton) -> None:
        if isinstance(button, _SegmentButton):
            self.chosen.emit(button.key)
