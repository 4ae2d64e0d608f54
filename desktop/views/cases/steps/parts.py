"""Small parts that several steps use."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QVBoxLayout, QWidget

from desktop.models.phone import plausible_readings
from desktop.models.records.customers import CustomerFacts
from desktop.views.theme import px
from desktop.views.widgets.base import Themed, as_high_as_needed, space
from desktop.views.widgets.label import Label, muted

_TOP = Qt.AlignmentFlag.AlignTop


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


class Facts(Themed, QWidget):
    """Rows of label and value that may be longer than a line."""

    def __init__(self, rows: Sequence[tuple[str, str]] = (), *, label_width: int = 116) -> None:
        super().__init__()
        self._label_width = label_width
        self._grid = QGridLayout(self)
        self._rows: tuple[tuple[str, str], ...] = ()
        self.setSizePolicy(as_high_as_needed())
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
