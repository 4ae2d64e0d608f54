"""Shares of a list with a short bar each; each is a filter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from desktop.views.theme import Role, color, font, px, text_width
from desktop.views.theme.paint import box, line
from desktop.views.widgets.base import Themed, space

_HEIGHT, _BAR_TOP, _BAR_HEIGHT = 45, 31, 4


@dataclass(frozen=True, slots=True)
class Share:
    """A share: its words, its number as the language writes it, and its size from 0 to 1."""

    key: str
    text: str
    number: str
    share: float
    role: Role = Role.PART_1


class _ShareLine(Themed, QAbstractButton):
    """One share."""

    def __init__(self, share: Share) -> None:
        super().__init__()
        self.setCheckable(True)
        self.setToolTip("")
        self.show_share(share)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_share(self, share: Share) -> None:
        """Show another share."""
        self.share = share
        self.setObjectName(f"share_{share.key}")
        self.setAccessibleName(f"{share.text}: {share.number}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(160), px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        chosen = self.isChecked()
        if chosen:
            painter.fillRect(self.rect(), color(Role.ACCENT_GROUND))
        number = text_width(self.share.number, strong=True)
        middle = Qt.AlignmentFlag.AlignVCenter
        area = QRectF(0, px(7), self.width(), px(20))
        painter.setFont(font(strong=True))
        painter.setPen(color(Role.ACCENT if chosen else Role.TEXT))
        right = middle | Qt.AlignmentFlag.AlignRight
        painter.drawText(area, int(right), self.share.number)
        words = area.adjusted(0, 0, -number - px(8), 0)
        painter.setFont(font(strong=chosen))
        metrics = QFontMetricsF(painter.font())
        cut = metrics.elidedText(self.share.text, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, int(middle), cut)
        wide = max(px(2), round(self.width() * self.share.share)) if self.share.share > 0 else 0
        bar = QRectF(0, px(_BAR_TOP), wide, px(_BAR_HEIGHT))
        box(painter, bar, color(self.share.role), None, 0)
        line(painter, 0, self.width(), self.height() - 1)


class ShareList(Themed, QWidget):
    """Shares below each other. A click filters, a click on the chosen one filters no more.

    Signals:
        chosen: the key of the share to filter by, "" for none.
    """

    chosen = Signal(str)

    def __init__(self, shares: Sequence[Share] = ()) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        space(self._column, 0, gap=0)
        self._lines: list[_ShareLine] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_shares(shares)

    @property
    def current(self) -> str:
        """The key of the chosen share, or ""."""
        return next((one.share.key for one in self._lines if one.isChecked()), "")

    def set_shares(self, shares: Sequence[Share]) -> None:
        """Show other shares; the choice stays where its share stays."""
        current = self.current
        if [one.key for one in shares] != [one.share.key for one in self._lines]:
            self._make_lines(shares)
        for shown, share in zip(self._lines, shares, strict=True):
            # In place: a click that is under way when the numbers change is not lost.
            shown.show_share(share)
        self.choose(current)

    def _make_lines(self, shares: Sequence[Share]) -> None:
        for old in self._lines:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._lines = [_ShareLine(share) for share in shares]
        for made in self._lines:
            made.clicked.connect(self._tell)
            self._column.addWidget(made)

    def choose(self, key: str) -> None:
        """Choose a share without telling so."""
        for one in self._lines:
            one.setChecked(one.share.key == key)

    def _tell(self) -> None:
        sender = self.sender()
        if isinstance(sender, _ShareLine):
            key = sender.share.key if sender.isChecked() else ""
            self.choose(key)
            self.chosen.emit(key)
