"""What became of a change of number, as numbers that add up and as a line over the days."""

from __future__ import annotations

from functools import partial
from threading import Event

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.records.number_changes import NumberTracker
from desktop.services.number_changes import NumberChanges
from desktop.views.desk import Desk
from desktop.views.tasks import Running
from desktop.views.theme import StateKind
from desktop.views.widgets.base import row, space
from desktop.views.widgets.headings import SectionHeading
from desktop.views.widgets.label import muted
from desktop.views.widgets.ledger import Ledger, LedgerRow
from desktop.views.widgets.sparkline import Sparkline


class TrackerPanel(QWidget):
    """Old number, new number; back, unsubscribed, suppressed and silent are those concerned."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._running: Running[NumberTracker | None] | None = None
        self.setObjectName("tracker")
        self._numbers = muted()
        self._ledger = Ledger(shapes=True, dense=True)
        self._ledger.setObjectName("trackerLedger")
        self._line = Sparkline()
        self._days = muted()
        column = QVBoxLayout(self)
        space(column, 0, gap=8)
        column.addWidget(SectionHeading(self.tr("Who is back on the new number")))
        column.addWidget(self._numbers)
        column.addWidget(self._ledger)
        column.addLayout(row(self._line, self._days, None, gap=16))
        self.hide()

    def read(self, service_id: int) -> None:
        """Read the numbers as they are now."""
        if self._running is not None:
            self._running.cancel()
        work = partial(_read, self._desk.services.number_changes, service_id)
        self._running = self._desk.tasks.run(work, self._show, self._ignore)

    def end(self) -> None:
        """Let what is being read go."""
        if self._running is not None:
            self._running.cancel()

    def _ignore(self, _error: BaseException) -> None:
        """Do without: the case can be closed all the same."""

    def _show(self, tracker: NumberTracker | None) -> None:
        self.setVisible(tracker is not None)
        if tracker is None:
            return
        phone, number = self._desk.formats.phone, self._desk.formats.number
        numbers = f"{phone(tracker.old_number)} → {phone(tracker.new_number)}"
        told = self.tr("{}, {} told by SMS").format(numbers, number(tracker.informed))
        self._numbers.setText(told)
        self._ledger.set_rows(self._rows(tracker))
        back = [day.back for day in tracker.days]
        self._line.show_values(back)
        words = self.tr("{} back after %n day(s)", None, max(len(back) - 1, 0))
        words = words.format(number(tracker.back))
        self._days.setText(words)
        self._line.describe(words)

    def _rows(self, tracker: NumberTracker) -> list[LedgerRow]:
        parts = (
            ("back", tracker.back, self.tr("registered again"), StateKind.GOOD),
            ("gone", tracker.unsubscribed, self.tr("unsubscribed"), StateKind.EXCLUDED),
            ("suppressed", tracker.suppressed, self.tr("suppressed"), StateKind.EXCLUDED),
            ("silent", tracker.silent, self.tr("silent"), StateKind.WAITING),
        )
        number = self._desk.formats.number
        rows = [
            LedgerRow(key, number(count), words, kind=kind, zero=count == 0)
            for key, count, words, kind in parts
        ]
        total = self.tr("were active on the old number")
        return [*rows, LedgerRow("concerned", number(tracker.concerned), total, strong=True)]


def _read(changes: NumberChanges, service_id: int, _stop: Event) -> NumberTracker | None:
    return changes.tracker(service_id)
