"""Bars of parts: who is on a list, how far a dispatch is, how full a text is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.views.theme import Role, color, px, pxf
from desktop.views.theme.paint import rounded_bar, saved
from desktop.views.widgets.base import Themed

LIST_PARTS = (Role.PART_1, Role.PART_2, Role.PART_3)
"""Colours of the reasons on a list, the biggest part in the lightest."""


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a bar."""

    value: float
    role: Role


class PartsBar(Themed, QWidget):
    """Parts side by side. Without `total` they fill the bar; with it the rest is the track.

    A part that is not zero is never thinner than two pixels. The numbers stand beside the bar in
    words; `describe` tells them to a screen reader.
    """

    def __init__(
        self, parts: Sequence[Part] = (), total: float = 0, *, gap: int = 0, height: int = 8
    ) -> None:
        super().__init__()
        self._parts: tuple[Part, ...] = ()
        self._total = total
        self._gap = gap
        self._height = height
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_parts(parts, total)

    def set_parts(self, parts: Sequence[Part], total: float = 0) -> None:
        """Show other parts."""
        self._parts = tuple(part for part in parts if part.value > 0)
        self._total = max(total, sum(part.value for part in self._parts))
        self.update()

    def describe(self, words: str) -> None:
        """Say in words what the bar shows."""
        self.setAccessibleName(words)

    def sizeHint(self) -> QSize:
        return QSize(px(120), px(self._height))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(16), px(self._height))

    def spans(self) -> list[tuple[float, float, Role]]:
        """Left edge, width and colour of each part, in px."""
        if not self._total:
            return []
        gaps = px(self._gap) * max(0, len(self._parts) - 1)
        room = self.width() - gaps
        widths = [max(2.0, room * part.value / self._total) for part in self._parts]
        over = sum(widths) - room
        if over > 0:
            widest = max(range(len(widths)), key=widths.__getitem__)
            widths[widest] -= over
        found: list[tuple[float, float, Role]] = []
        left = 0.0
        for part, width in zip(self._parts, widths, strict=True):
            found.append((left, width, part.role))
            left += width + px(self._gap)
        return found

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        area = QRectF(0, 0, self.width(), self.height())
        with saved(painter):
            painter.setClipPath(rounded_bar(area, pxf(min(2, self._height / 2))))
            if not self._gap or not self._parts:
                painter.fillRect(area, color(Role.NEUTRAL_GROUND))
            for left, width, role in self.spans():
                painter.fillRect(QRectF(left, 0, width, area.height()), color(role))


@dataclass(frozen=True, slots=True)
class DispatchCounts:
    """How many SMS of a dispatch are where."""

    total: int
    delivered: int = 0
    gateway: int = 0
    bad: int = 0
    unclear: int = 0
    excluded: int = 0


class DispatchBar(PartsBar):
    """How far a dispatch is, in state colours and always in the same order."""

    def __init__(self, counts: DispatchCounts | None = None, *, height: int = 8) -> None:
        super().__init__(height=height)
        if counts is not None:
            self.show_counts(counts)

    def show_counts(self, counts: DispatchCounts) -> None:
        """Show other counts."""
        self.set_parts(
            [
                Part(counts.delivered, Role.GOOD),
                Part(counts.gateway, Role.ACCENT),
                Part(counts.bad, Role.BAD),
                Part(counts.unclear, Role.UNCLEAR),
                Part(counts.excluded, Role.MUTED),
            ],
            counts.total,
        )
