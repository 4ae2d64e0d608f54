"""Text on the page: one size, one colour role, a line height that fits the grid."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QLabel, QSizePolicy

from desktop.views.theme import FontRole, Role, color, font, line_height, px
from desktop.views.widgets.base import Themed

_UNBOUNDED = 1e6
_FIXED = QSizePolicy.Policy.Fixed


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text within a label; what is None it takes from the label."""

    text: str
    strong: bool = False
    role: Role | None = None


def marked(text: str) -> list[Run]:
    """Runs from text in which **this** is strong, so that a sentence is translated as a whole."""
    return [
        Run(piece, strong=place % 2 == 1) for place, piece in enumerate(text.split("**")) if piece
    ]


class Label(Themed, QLabel):
    """One line, or with `wrap` a paragraph. `leading` is its line height in px at 100 %.

    With `elide` a line that does not fit ends in an ellipsis and shows whole as a tool tip.
    """

    def __init__(
        self,
        text: str = "",
        *,
        size: FontRole = FontRole.NORMAL,
        role: Role = Role.TEXT,
        strong: bool = False,
        wrap: bool = False,
        elide: bool = False,
        leading: int | None = None,
    ) -> None:
        super().__init__()
        self._size = size
        self._role = role
        self._strong = strong
        self._leading = leading
        self._elide = elide
        self._runs: tuple[Run, ...] = ()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        top = Qt.AlignmentFlag.AlignTop if wrap else Qt.AlignmentFlag.AlignVCenter
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | top)
        across = QSizePolicy.Policy.Expanding if elide else QSizePolicy.Policy.Preferred
        policy = QSizePolicy(across, QSizePolicy.Policy.Preferred if wrap else _FIXED)
        policy.setHeightForWidth(wrap)
        self.setSizePolicy(policy)
        self.setText(text)

    # ---------------------------------------------------------------- what it says

    def setText(self, text: str) -> None:
        """Show plain text."""
        self.set_runs([Run(text)])

    def set_runs(self, runs: Sequence[Run]) -> None:
        """Show text of which some stretches are strong or coloured."""
        self._runs = tuple(runs)
        super().setText("".join(run.text for run in runs))
        if self._elide:
            self._set_tip()
        self.updateGeometry()
        self.update()

    def set_role(self, role: Role) -> None:
        """Change the colour."""
        self._role = role
        self.update()

    def set_strong(self, strong: bool) -> None:
        """Change the weight."""
        self._strong = strong
        self.updateGeometry()
        self.update()

    # ---------------------------------------------------------------- sizes

    def _line(self) -> int:
        return px(self._leading) if self._leading is not None else line_height(self._size)

    def _shown_runs(self) -> tuple[tuple[Run, ...], int]:
        """The runs to draw, and the place of the letter that Alt reaches, or -1.

        A label that belongs to a field names that letter with an ampersand, as Qt's labels do.
        """
        text = self.text()
        if self.buddy() is None or "&" not in text:
            return self._runs, -1
        place = text.index("&")
        return (Run(text[:place] + text[place + 1 :]),), place

    def _natural_width(self) -> int:
        width = 0.0
        for run in self._shown_runs()[0]:
            metrics = QFontMetricsF(self._font_of(run))
            width += max(metrics.horizontalAdvance(line) for line in run.text.split("\n"))
        return ceil(width)

    def _font_of(self, run: Run) -> QFont:
        return font(self._size, strong=self._strong or run.strong)

    def sizeHint(self) -> QSize:
        margins = self.contentsMargins()
        width = self._natural_width() + margins.left() + margins.right()
        if self.wordWrap():
            width = min(width, px(480))
            return QSize(width, self.heightForWidth(width))
        return QSize(width, self._line() + margins.top() + margins.bottom())

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        if self._elide or self.wordWrap():
            return QSize(min(hint.width(), px(48)), self._line())
        return hint

    def hasHeightForWidth(self) -> bool:
        return self.wordWrap()

    def heightForWidth(self, width: int) -> int:
        margins = self.contentsMargins()
        room = width - margins.left() - margins.right()
        lines = self._laid_out(room)[1] if self.wordWrap() else 1
        return max(1, lines) * self._line() + margins.top() + margins.bottom()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._elide:
            self._set_tip()

    def _set_tip(self) -> None:
        cut = self._natural_width() > self.contentsRect().width()
        self.setToolTip(self.text() if cut else "")

    # ---------------------------------------------------------------- painting

    def _formats(self) -> list[QTextLayout.FormatRange]:
        ranges: list[QTextLayout.FormatRange] = []
        start = 0
        runs, underlined = self._shown_runs()
        for run in runs:
            form = QTextCharFormat()
            form.setFont(self._font_of(run))
            form.setForeground(color(self._role_of(run)))
            piece = QTextLayout.FormatRange()
            piece.start, piece.length, piece.format = start, len(run.text), form
            ranges.append(piece)
            start += len(run.text)
        if underlined >= 0:
            mark = QTextLayout.FormatRange()
            line = QTextCharFormat(ranges[0].format)
            line.setFontUnderline(True)
            mark.start, mark.length, mark.format = underlined, 1, line
            ranges.append(mark)
        return ranges

    def _role_of(self, run: Run) -> Role:
        if not self.isEnabled():
            return Role.DISABLED
        return run.role if run.role is not None else self._role

    def _laid_out(self, width: float) -> tuple[QTextLayout, int]:
        """The text in lines of the given width, and how many there are."""
        text = "".join(run.text for run in self._shown_runs()[0])
        if self._elide and not self.wordWrap():
            metrics = QFontMetricsF(font(self._size, strong=self._strong))
            text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
        layout = QTextLayout(text.replace("\n", "\u2028"), font(self._size, strong=self._strong))
        option = QTextOption(self.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask)
        mode = QTextOption.WrapMode
        wraps = self.wordWrap()
        option.setWrapMode(mode.WrapAtWordBoundaryOrAnywhere if wraps else mode.NoWrap)
        layout.setTextOption(option)
        layout.setFormats(self._formats())
        layout.beginLayout()
        lines = 0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width if width > 0 else _UNBOUNDED)
            baseline = lines * self._line() + (self._line() - line.height()) / 2 + line.ascent()
            line.setPosition(QPointF(0, round(baseline) - line.ascent()))
            lines += 1
        layout.endLayout()
        return layout, lines

    def paintEvent(self, event: QPaintEvent) -> None:
        area = QRectF(self.contentsRect())
        layout, lines = self._laid_out(area.width())
        top = area.top()
        if not self.alignment() & Qt.AlignmentFlag.AlignTop:
            top += round((area.height() - lines * self._line()) / 2)
        painter = QPainter(self)
        layout.draw(painter, QPointF(area.left(), top))


def title(text: str = "", *, elide: bool = False, wrap: bool = False) -> Label:
    """A page title or the question of a step: 22/32."""
    return Label(text, size=FontRole.TITLE, elide=elide, wrap=wrap)


def small(
    text: str = "", *, role: Role = Role.MUTED, wrap: bool = False, elide: bool = False
) -> Label:
    """Small muted text: 12/16."""
    return Label(text, size=FontRole.SMALL, role=role, wrap=wrap, elide=elide)


def strong(text: str = "", *, elide: bool = False) -> Label:
    """Normal text in 600."""
    return Label(text, strong=True, elide=elide)


def muted(text: str = "", *, wrap: bool = False, elide: bool = False) -> Label:
    """Normal text in the muted colour."""
    return Label(text, role=Role.MUTED, wrap=wrap, elide=elide)


def aligned_right(label: Label) -> Label:
    """The same label, its text at the right."""
    label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return label
