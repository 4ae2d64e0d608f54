"""The SMS of which nobody knows whether they arrived: what is known, and what a person decides."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.records.unclear import UnclearRow
from desktop.models.states import Verdict
from desktop.views.desk import Desk
from desktop.views.dispatches.unclear_columns import block_columns
from desktop.views.theme import StateKind
from desktop.views.widgets.base import row, space
from desktop.views.widgets.button import LinkButton
from desktop.views.widgets.desk_table import DeskTable
from desktop.views.widgets.label import muted
from desktop.views.widgets.state_label import StateLabel
from desktop.views.widgets.table_model import RecordTableModel

MOST_ROWS = 5
"""So many stand here; all of them on the page of unclear SMS."""


class UnclearBlock(QWidget):
    """The first unclear SMS with two choices each; hidden where there is none.

    Signals:
        decision_wanted: id of the SMS, and the ``Verdict`` to begin with.
        all_wanted: the page of unclear SMS, with those of this dispatch.
    """

    decision_wanted = Signal(int, object)
    all_wanted = Signal()

    def __init__(self, desk: Desk, masked: Callable[[], bool]) -> None:
        super().__init__()
        self._desk, self._masked = desk, masked
        self._heading = StateLabel(StateKind.UNCLEAR, strong=True)
        self._promise = muted(elide=True)
        self._all = LinkButton(trailing="chevron-right")
        self._all.setObjectName("all_unclear")
        self._all.clicked.connect(self.all_wanted)
        self._model = RecordTableModel(block_columns(desk, self._is_masked), parent=self)
        self._table = DeskTable(name="", fits_rows=True)
        self._table.setObjectName("unclear_sms")
        self._table.set_model(self._model)
        self._table.button_pressed.connect(self._decide)
        box = QVBoxLayout(self)
        head = row(self._heading, self._promise, self._all, gap=16)
        head.setStretch(1, 1)
        box.addLayout(head)
        box.addWidget(self._table)
        space(box, 0, gap=8)
        self.hide()
        self.retranslate()

    def _is_masked(self, _sms: UnclearRow) -> bool:
        return self._masked()

    def retranslate(self) -> None:
        """Set the fixed texts again."""
        self._promise.setText(
            self.tr("Perhaps arrived, perhaps not. Nothing is repeated by itself, you decide.")
        )
        self._table.setAccessibleName(self.tr("Unclear SMS"))
        self.show_numbers()

    def show_numbers(self) -> None:
        """Show the numbers whole or masked, as is right now."""
        self._model.set_columns(block_columns(self._desk, self._is_masked))

    def show_sms(self, sms: Sequence[UnclearRow], total: int) -> None:
        """Show the first unclear SMS of ``total``."""
        counted = self._desk.formats.counted
        self._heading.set_state(
            StateKind.UNCLEAR,
            counted(total, self.tr("{} unclear SMS", "one"), self.tr("{} unclear SMS", "many")),
        )
        self._all.setText(counted(total, self.tr("Decide on it"), self.tr("Decide on all {}")))
        self._model.set_records(sms[:MOST_ROWS])
        self.setVisible(total > 0)

    def _decide(self, place: int, key: str) -> None:
        sms = self._model.record(place)
        if sms is not None:
            self.decision_wanted.emit(sms.id, Verdict(key))
