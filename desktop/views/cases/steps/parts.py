"""Small parts that several steps use."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.models.phone import plausible_readings
from desktop.models.records.customers import CustomerFacts
from desktop.views.theme import StateKind, px, state_style
from desktop.views.theme.paint import line, square_icon
from desktop.views.widgets.base import Themed, space
from desktop.views.widgets.button import LinkButton
from desktop.views.widgets.kept import KeptWidgets
from desktop.views.widgets.label import Label, muted

_TOP = Qt.AlignmentFlag.AlignTop


def _as_high_as_needed() -> QSizePolicy:
    """Let words that wrap take the lines that they need at a width, and no more."""
    policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    return policy


class FieldColumn(Themed, QWidget):
    """Fields one below the other, no wider than one reads at ease."""

    def __init__(self, fields: Sequence[QWidget]) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        for field in fields:
            self._column.addWidget(field)
        self.restyle()

    def restyle(self) -> None:
        space(self._column, 0, gap=20)
        self.setMaximumWidth(px(480))


class Below(Themed, QWidget):
    """Puts a widget below something, with a gap; while the widget is hidden there is none."""

    def __init__(self, widget: QWidget, gap: int = 16) -> None:
        super().__init__()
        self._gap = gap
        self._column = QVBoxLayout(self)
        self._column.addWidget(widget)
        self.setVisible(not widget.isHidden())
        widget.installEventFilter(self)
        self.restyle()

    def restyle(self) -> None:
        space(self._column, 0, self._gap, 0, 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShowToParent:
            self.show()
        elif event.type() == QEvent.Type.HideToParent:
            self.hide()
        return super().eventFilter(watched, event)


def caller_number(text: str, customer: CustomerFacts) -> str | None:
    """Return the number that somebody calls from; the stored one where it may be that.

    None where it is no number, or may be several: then only the text is kept.
    """
    readings = [each.e164 for each in plausible_readings(text, customer.country)]
    if customer.contact_phone in readings:
        return customer.contact_phone
    return readings[0] if len(readings) == 1 or (readings and text.startswith("+")) else None


def first_button(choice: QWidget) -> QWidget:
    """Return the button of a row of choices that takes the focus."""
    return choice.findChildren(QAbstractButton)[0]


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at: its state, a sentence, and a link that puts it right."""

    kind: StateKind
    sentence: str
    key: str = ""
    action: str = ""


class _CheckLine(Themed, QWidget):
    """Shape and sentence, at the end a link."""

    acted = Signal(str)

    def __init__(self, check: Check) -> None:
        super().__init__()
        self._check = check
        self._grid = QGridLayout(self)
        self._grid.addWidget(Label(check.sentence, wrap=True), 0, 0)
        self._grid.setColumnStretch(0, 1)
        self._link = LinkButton(check.action)
        self._link.setObjectName(f"check_{check.key}")
        self._link.clicked.connect(self._act)
        self._grid.addWidget(self._link, 0, 1)
        self._link.setVisible(bool(check.action))
        self.setAccessibleName(check.sentence)
        self.setSizePolicy(_as_high_as_needed())
        self.restyle()

    def restyle(self) -> None:
        space(self._grid, 24, 6, 0, 6, gap=12)

    def _act(self) -> None:
        self.acted.emit(self._check.key)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        style = state_style(self._check.kind)
        square_icon(painter, style.icon, style.colour, 0, px(16), 16)
        line(painter, 0, self.width(), self.height() - 1)


class CheckList(Themed, QWidget):
    """Sentences about something, each with its state.

    Signals:
        action_pressed: the key of the sentence whose link was pressed.
    """

    action_pressed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        space(self._column, 0, gap=0)
        self._lines: KeptWidgets[Check, _CheckLine] = KeptWidgets(self._column, self._line_of)
        self.setSizePolicy(_as_high_as_needed())

    def show_checks(self, checks: Sequence[Check]) -> None:
        """Show other sentences; those that are said already stay."""
        self._lines.show(checks)

    def _line_of(self, check: Check) -> _CheckLine:
        made = _CheckLine(check)
        made.acted.connect(self.action_pressed)
        return made

    @property
    def sentences(self) -> tuple[str, ...]:
        """What is said now."""
        return tuple(check.sentence for check in self._lines.records)


class Facts(Themed, QWidget):
    """Rows of label and value that may be longer than a line."""

    def __init__(self, rows: Sequence[tuple[str, str]] = (), *, label_width: int = 116) -> None:
        super().__init__()
        self._label_width = label_width
        self._grid = QGridLayout(self)
        self._rows: tuple[tuple[str, str], ...] = ()
        self.setSizePolicy(_as_high_as_needed())
        self.set_rows(rows)

    def set_rows(self, rows: Sequence[tuple[str, str]]) -> None:
        """Show other rows."""
        if tuple(rows) == self._rows:
            return
        while (item := self._grid.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        self._rows = tuple(rows)
        for place, (label, value) in enumerate(self._rows):
            shown = Label(value, wrap=True)
            shown.setAccessibleName(f"{label}: {value}")
            self._grid.addWidget(muted(label), place, 0, _TOP)
            self._grid.addWidget(shown, place, 1)
        self.restyle()

    def restyle(self) -> None:
        space(self._grid, 0, gap=12)
        self._grid.setColumnMinimumWidth(0, px(self._label_width))
        self._grid.setColumnStretch(1, 1)
