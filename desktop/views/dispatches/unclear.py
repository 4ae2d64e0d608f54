"""The SMS of which nobody knows whether they arrived: what is known, and what a person decides."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.records.dispatches import SmsRow
from desktop.views.desk import Desk
from desktop.views.dispatches.columns import unclear_columns
from desktop.views.theme import StateKind
from desktop.views.widgets.base import row, space
from desktop.views.widgets.desk_table import DeskTable
from desktop.views.widgets.label import muted, small
from desktop.views.widgets.state_label import StateLabel
from desktop.views.widgets.table_model import RecordTableModel

MOST_ROWS = 5
"""So many stand here; the rest is in the list below."""


class UnclearBlock(QWidget):
    """The first unclear SMS with a decision each; hidden where there is none.

    Signals:
        mark_wanted: id of the SMS that counts as sent.
    """

    mark_wanted = Signal(int)

    def __init__(self, desk: Desk, masked: Callable[[], bool]) -> None:
        super().__init__()
        self._desk, self._masked = desk, masked
        self._heading = StateLabel(StateKind.UNCLEAR, strong=True)
        self._promise = muted(elide=True)
        self._model = RecordTableModel(unclear_columns(desk, masked), parent=self)
        self._table = DeskTable(name="", fits_rows=True)
        self._table.setObjectName("unclear_sms")
        self._table.set_model(self._model)
        self._table.button_pressed.connect(self._decide)
        self._more = small()
        box = QVBoxLayout(self)
        box.addLayout(row(self._heading, self._promise, None, gap=16))
        box.addWidget(self._table)
        box.addWidget(self._more)
        space(box, 0, gap=8)
        self.hide()
        self.retranslate()

    def retranslate(self) -> None:
        """Set the fixed texts again."""
        self._promise.setText(
            self.tr("Perhaps arrived, perhaps not. Nothing is repeated by itself, you decide.")
        )
        self._table.setAccessibleName(self.tr("Unclear SMS"))
        self.show_numbers()

    def show_numbers(self) -> None:
        """Show the numbers whole or masked, as is right now."""
        self._model.set_columns(unclear_columns(self._desk, self._masked))

    def show_sms(self, sms: Sequence[SmsRow], total: int) -> None:
        """Show the first unclear SMS of ``total``."""
        self._heading.set_state(
            StateKind.UNCLEAR,
            self._desk.formats.counted(
                total, self.tr("{} unclear SMS", "one"), self.tr("{} unclear SMS", "many")
            ),
        )
        self._model.set_records(sms[:MOST_ROWS])
        self._more.setVisible(total > MOST_ROWS)
        rest = self._desk.formats.number(total - MOST_ROWS)
        self._more.setText(self.tr("and {count} more in the list below").format(count=rest))
        self.setVisible(total > 0)

    def _decide(self, place: int, _key: str) -> None:
        sms = self._model.record(place)
        if sms is not None:
            self.mark_wanted.emit(sms.id)
