"""The days behind a point: what was sent and how many left on each day of a week."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from desktop.models.records.traffic import DayFigures, Week
from desktop.views.formats import MISSING, Formats
from desktop.views.rates import words
from desktop.views.theme import px
from desktop.views.widgets.base import row, space
from desktop.views.widgets.button import Button, ButtonKind
from desktop.views.widgets.columns import CellKind, Column
from desktop.views.widgets.desk_table import DeskTable
from desktop.views.widgets.label import small, title
from desktop.views.widgets.table_model import RecordTableModel

_WIDTH = 880


class DaysDialog(QDialog):
    """Opened by a click on a point, or by Enter on it or on a row of the table."""

    def __init__(
        self, parent: QWidget, formats: Formats, week: Week, days: Sequence[DayFigures]
    ) -> None:
        super().__init__(parent)
        self.setObjectName("frequency_days")
        self.setModal(True)
        self._formats = formats
        self._close = Button(self.tr("Close"), ButtonKind.PRIMARY)
        self._close.setObjectName("days_close")
        self._close.clicked.connect(self.accept)
        self.finished.connect(self.deleteLater)
        self._model = RecordTableModel(self._columns(days), days, parent=self)
        self._table = DeskTable(name=self.tr("Days of the week"), fits_rows=True)
        self._table.setObjectName("days_table")
        self._table.set_model(self._model)
        self._lay_out(week)

    def _lay_out(self, week: Week) -> None:
        heading = words.days(week.tally, self._formats)
        self.setWindowTitle(heading)
        column = QVBoxLayout(self)
        column.addWidget(title(heading))
        column.addWidget(small(self._summary(week), wrap=True))
        column.addWidget(self._table)
        column.addLayout(row(None, self._close, gap=8))
        space(column, 24, gap=12)
        self.setMinimumWidth(px(_WIDTH))

    def _summary(self, week: Week) -> str:
        """Return what the days add up to."""
        told = self.tr("{opt_outs} in {contact_days}: {rate} in a period.").format(
            opt_outs=words.opt_outs(week.tally.opt_outs, self._formats),
            contact_days=words.contact_days(week.tally.contact_days, self._formats),
            rate=words.rate_with_range(week.tally.rate, self._formats),
        )
        if week.left_out:
            left_out = self.tr("These days lie after a number change and do not count.")
            return f"{told} {left_out}"
        return told

    def _columns(self, days: Sequence[DayFigures]) -> tuple[Column[DayFigures], ...]:
        number = CellKind.NUMBER
        formats = self._formats
        found = [
            Column("day", self.tr("Day"), self._day, width=160),
            Column("sent", self.tr("Messages"), self._sent, number, width=104),
            Column("before", self.tr("Mean of 7 days before"), self._before, number, width=160),
            Column("at_risk", self.tr("Contacts"), self._at_risk, number, width=96),
            Column("opt_outs", self.tr("Opt-outs"), self._opt_outs, number, width=104),
        ]
        if any(one.read is not None for one in days):
            read: Column[DayFigures] = Column(
                "read", self.tr("Read"), lambda one: formats.number(one.read), number, width=80
            )
            found.append(read)
        if any(one.clicked is not None for one in days):
            clicked: Column[DayFigures] = Column(
                "clicked",
                self.tr("Clicked"),
                lambda one: formats.number(one.clicked),
                number,
                width=88,
            )
            found.append(clicked)
        return tuple(found)

    def _day(self, one: DayFigures) -> str:
        return f"{self._formats.weekday(one.day)} {self._formats.date(one.day)}"

    def _sent(self, one: DayFigures) -> str:
        whole = one.messages_sent.is_integer()
        return self._formats.number(one.messages_sent, 0 if whole else 1)

    def _before(self, one: DayFigures) -> str:
        often = one.messages_per_day
        return self._formats.number(often, 1) if often is not None else MISSING

    def _at_risk(self, one: DayFigures) -> str:
        return self._formats.number(one.contacts_at_risk)

    def _opt_outs(self, one: DayFigures) -> str:
        return self._formats.number(one.opt_outs)
