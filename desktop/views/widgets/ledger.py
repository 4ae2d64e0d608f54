"""A ledger: numbers that add up, each with its shape or mark, its word and its explanation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.views.theme import FontRole, Role, StateKind, color, font, px, state_style, text_width
from desktop.views.theme.paint import box, line, square_icon
from desktop.views.widgets.base import Themed, space
from desktop.views.widgets.button import LinkButton

_INDENT, _MARK, _SHAPE = 24, 8, 14
_EXPLANATION_LEFT, _EXPLANATION_GAP = 240, 16


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """A line of a ledger.

    `number` is already written as the language does. `kind` gives it a state's shape and colour,
    `mark` a small square in the colour of its part on the bar. `level` indents it, `strong` sets
    it in 600, `action` puts a link at its end. A row with `zero` stays and is muted.
    """

    key: str
    number: str
    word: str
    kind: StateKind | None = None
    mark: Role | None = None
    role: Role | None = None
    explanation: str = ""
    level: int = 0
    strong: bool = False
    zero: bool = False
    action: str = ""


class _Line(Themed, QWidget):
    """One line."""

    acted = Signal(str)

    def __init__(self, shapes: bool, height: int) -> None:
        super().__init__()
        self._shapes = shapes
        self._height = height
        self.row = LedgerRow("", "", "")
        self.last = False
        self.explanation_left = 0
        self._link = LinkButton("", icon_name="list")
        self._link.clicked.connect(self._act)
        self._box = QHBoxLayout(self)
        self._box.setContentsMargins(0, 1, 0, 0)
        self._box.addStretch(1)
        self._box.addWidget(self._link)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.restyle()

    def restyle(self) -> None:
        self.setFixedHeight(px(self._height))

    def show_row(self, row: LedgerRow) -> None:
        """Show another row."""
        self.row = row
        self._link.setText(row.action)
        self._link.setVisible(bool(row.action))
        self._link.setObjectName(f"ledger_{row.key}")
        self._link.setAccessibleName(f"{row.action}: {row.number} {row.word}")
        self.setAccessibleName(" ".join(filter(None, (row.number, row.word, row.explanation))))
        self.update()

    def _act(self) -> None:
        self.acted.emit(self.row.key)

    def word_left(self) -> int:
        """Where the words begin."""
        indent = px(_INDENT) * self.row.level
        if not self._shapes:
            return indent + px(80)
        return indent + px(92 if self.row.kind is not None else 72)

    def _colour(self) -> Role:
        if self.row.zero:
            return Role.MUTED
        if self.row.role is not None:
            return self.row.role
        return state_style(self.row.kind).colour if self.row.kind is not None else Role.TEXT

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        indent = px(_INDENT) * self.row.level
        right = indent + px(56 if self._shapes else 48)
        middle = Qt.AlignmentFlag.AlignVCenter
        height = self.height() - 1
        self._draw_number(painter, QRectF(0, 0, right, height))
        self._draw_mark(painter, indent, height / 2)
        painter.setFont(font(strong=self.row.strong))
        painter.setPen(color(self._colour()))
        left = self.word_left()
        painter.drawText(QRectF(left, 0, self.width() - left, height), int(middle), self.row.word)
        if self.row.explanation:
            painter.setFont(font(FontRole.SMALL))
            painter.setPen(color(Role.MUTED))
            left = self.explanation_left
            room = QRectF(left, 0, self.width() - left, height)
            cut = Qt.TextElideMode.ElideRight
            text = painter.fontMetrics().elidedText(self.row.explanation, cut, int(room.width()))
            painter.drawText(room, int(middle), text)
        if not self.last:
            line(painter, 0, self.width(), height)

    def _draw_number(self, painter: QPainter, area: QRectF) -> None:
        heavy = self.row.strong or (self._shapes and not self.row.zero)
        role = self.row.role if self.row.role is not None and not self.row.zero else None
        painter.setFont(font(strong=heavy))
        painter.setPen(color(role or (Role.MUTED if self.row.zero else Role.TEXT)))
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(area, int(right), self.row.number)

    def _draw_mark(self, painter: QPainter, indent: int, middle: float) -> None:
        if self.row.kind is not None:
            style = state_style(self.row.kind)
            role = Role.MUTED if self.row.zero else style.colour
            square_icon(painter, style.icon, role, indent + px(72), middle, _SHAPE)
        elif self.row.mark is not None:
            side = px(_MARK)
            place = QRectF(indent + px(60), round(middle - side / 2), side, side)
            box(painter, place, color(self.row.mark), None, 2)


class Ledger(Themed, QWidget):
    """Lines of 40, or of 32 with `dense`, when nine must fit.

    `shapes`: states with their shapes, numbers in 600; else marks in the colours of a bar.

    Signals:
        action_pressed: the key of the row whose link was pressed.
    """

    action_pressed = Signal(str)

    def __init__(
        self, rows: Sequence[LedgerRow] = (), *, shapes: bool = False, dense: bool = False
    ) -> None:
        super().__init__()
        self._shapes = shapes
        self._height = 32 if dense else 40
        self._lines: list[_Line] = []
        self._column = QVBoxLayout(self)
        space(self._column, 0, gap=0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_rows(rows)

    def set_rows(self, rows: Sequence[LedgerRow]) -> None:
        """Show other rows; lines are reused, so that the focus stays while numbers change."""
        while len(self._lines) > len(rows):
            gone = self._lines.pop()
            gone.hide()
            gone.deleteLater()
        while len(self._lines) < len(rows):
            added = _Line(self._shapes, self._height)
            added.acted.connect(self.action_pressed)
            self._lines.append(added)
            self._column.addWidget(added)
        for shown, row in zip(self._lines, rows, strict=True):
            shown.show_row(row)
        self._align_explanations()

    def restyle(self) -> None:
        self._align_explanations()

    def _align_explanations(self) -> None:
        left = px(_EXPLANATION_LEFT)
        for shown in self._lines:
            width = text_width(shown.row.word, strong=shown.row.strong)
            if shown.row.explanation:
                left = max(left, round(shown.word_left() + width) + px(_EXPLANATION_GAP))
        for place, shown in enumerate(self._lines):
            shown.explanation_left = left
            # The line below the last row belongs to the sum above it, when shapes show states.
            shown.last = self._shapes and place == len(self._lines) - 1
            shown.update()
