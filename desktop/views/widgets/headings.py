"""Headings of sections, key figures, and rows of label and value."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.views.theme import FontRole, Role, StateKind, px
from desktop.views.theme.paint import line
from desktop.views.widgets.base import Themed, space
from desktop.views.widgets.button import LinkButton
from desktop.views.widgets.label import Label, aligned_right, muted, small, strong
from desktop.views.widgets.state_label import StateLabel


class Divider(Themed, QWidget):
    """A line one pixel high."""

    def __init__(self, role: Role = Role.LINE) -> None:
        super().__init__()
        self._role = role
        self.setFixedHeight(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        line(QPainter(self), 0, self.width(), 0, self._role)


class SectionHeading(Themed, QWidget):
    """The heading of a section: 600, at the right a count or a remark, below it an edge.

    `add` puts a link, segments or buttons at the right end.
    """

    def __init__(self, text: str = "", remark: str = "", *, edge: bool = True) -> None:
        super().__init__()
        self._edge = edge
        self._text = strong(text, elide=True)
        self._remark = small(remark)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._text, 1)
        self._row.addWidget(self._remark)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.restyle()

    def restyle(self) -> None:
        space(self._row, 0, gap=12)
        self._row.setContentsMargins(0, 0, 0, px(2))
        self.setMinimumHeight(px(32))

    def set_text(self, text: str) -> None:
        """Change the heading."""
        self._text.setText(text)

    def set_remark(self, remark: str) -> None:
        """Change the count or remark at the right."""
        self._remark.setText(remark)

    def add(self, widget: QWidget) -> None:
        """Put a widget at the right end."""
        self._row.addWidget(widget)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._edge:
            line(QPainter(self), 0, self.width(), self.height() - 1, Role.EDGE)


class KeyFigure(Themed, QWidget):
    """A number in title size with its label below; nothing and zero are muted.

    With a `kind` the label is a state: shape and word. A `remark` is a second small line.
    """

    def __init__(
        self,
        value: str = "",
        label: str = "",
        *,
        kind: StateKind | None = None,
        remark: str = "",
    ) -> None:
        super().__init__()
        self._value = Label(value, size=FontRole.TITLE)
        self._label = small(label)
        self._state = StateLabel(kind or StateKind.NEUTRAL, label, size=FontRole.SMALL)
        self._column = QVBoxLayout(self)
        self._remark = small(remark)
        for part in (self._value, self._label, self._state, self._remark):
            self._column.addWidget(part)
        self._remark.setVisible(bool(remark))
        self._column.addStretch(1)
        self._label.setVisible(kind is None)
        self._state.setVisible(kind is not None)
        space(self._column, 0, gap=0)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.show_value(value, label)

    def show_value(self, value: str, label: str | None = None) -> None:
        """Show another value, and another label when one is given."""
        if label is not None:
            self._label.setText(label)
            self._state.set_state(self._state.kind, label)
        self._value.setText(value)
        self._value.set_role(Role.MUTED if value in {"0", "–", ""} else Role.TEXT)
        self.setAccessibleName(f"{self._state.word}: {value}")


@dataclass(frozen=True, slots=True)
class LabelValue:
    """A row: what, and its value; `link` makes the value a link and names it, `strong` 600."""

    label: str
    value: str
    strong: bool = False
    link: str = ""


class LabelValueRows(Themed, QWidget):
    """Rows of 32: label muted, value beside it or, with `right`, at the right edge.

    Signals:
        link_pressed: the `link` of the row whose value was pressed.
    """

    link_pressed = Signal(str)

    def __init__(
        self,
        rows: Sequence[LabelValue] = (),
        *,
        right: bool = False,
        label_width: int = 96,
        lines: bool = True,
    ) -> None:
        super().__init__()
        self._right = right
        self._lines = lines
        self._label_width = label_width
        self._grid = QGridLayout(self)
        self._rows: tuple[LabelValue, ...] = ()
        self._parts: list[tuple[Label, Label | LinkButton]] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_rows(rows)

    def set_rows(self, rows: Sequence[LabelValue]) -> None:
        """Show other rows; a link stays the same one while its words change."""
        before, self._rows = self._rows, tuple(rows)
        if self._rows == before:
            return
        if [_shape(entry) for entry in self._rows] == [_shape(entry) for entry in before]:
            for (label, value), entry in zip(self._parts, self._rows, strict=True):
                label.setText(entry.label)
                value.setText(entry.value)
            return
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._parts = [(muted(entry.label), self._value_of(entry)) for entry in self._rows]
        for place, (label, value) in enumerate(self._parts):
            self._grid.addWidget(label, place, 0)
            holder = _held(value, right=self._right) if isinstance(value, LinkButton) else value
            self._grid.addWidget(holder, place, 1)
        self.restyle()

    def restyle(self) -> None:
        space(self._grid, 0, gap=0)
        self._grid.setHorizontalSpacing(px(16) if self._right else 0)
        self._grid.setColumnStretch(1, 1)
        if not self._right:
            self._grid.setColumnMinimumWidth(0, px(self._label_width))
        for place in range(self._grid.rowCount()):
            used = place < len(self._rows)
            self._grid.setRowMinimumHeight(place, px(32) if used else 0)

    def _value_of(self, entry: LabelValue) -> Label | LinkButton:
        if not entry.link:
            shown = Label(entry.value, strong=entry.strong, elide=True)
            return aligned_right(shown) if self._right else shown
        link = LinkButton(entry.value)
        link.setObjectName(f"link_{entry.link}")
        link.setProperty("link", entry.link)
        link.clicked.connect(self._press)
        return link

    def _press(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.link_pressed.emit(str(sender.property("link")))

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._lines:
            return
        painter = QPainter(self)
        for place in range(len(self._rows)):
            bottom = self._grid.cellRect(place, 0).bottom()
            line(painter, 0, self.width(), bottom)


def _shape(entry: LabelValue) -> tuple[bool, str]:
    """Return what of a row decides which widgets it needs."""
    return entry.strong, entry.link


def _held(link: LinkButton, *, right: bool) -> QWidget:
    """Keep a link as wide as its words within its cell."""
    holder = QWidget()
    inner = QHBoxLayout(holder)
    inner.setContentsMargins(0, 0, 0, 0)
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    inner.addWidget(link, 0, side)
    return holder
