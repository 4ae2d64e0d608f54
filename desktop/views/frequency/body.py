"""The body of the frequency page: charts at the left and below, facts or the table at the right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.models.records.traffic import ServiceTraffic, Week
from desktop.views.desk import Desk
from desktop.views.formats import Formats
from desktop.views.frequency import table
from desktop.views.frequency.facts import FrequencyFacts
from desktop.views.rates import words
from desktop.views.rates.curves import Estimates
from desktop.views.theme import on_paper, px, scale
from desktop.views.widgets.base import Themed, space
from desktop.views.widgets.desk_table import DeskTable
from desktop.views.widgets.table_model import RecordTableModel

if TYPE_CHECKING:
    from desktop.views.frequency.charts import ReadBlock, TimeBlock
    from desktop.views.rates.rate_block import RateBlock

    Blocks: TypeAlias = tuple[RateBlock, TimeBlock, ReadBlock]

FACTS_WIDTH = 392
_BESIDE_FROM = 900
"""Below this width of the page, in px at 100 %, facts and table go below the chart."""


class FrequencyBody(Themed, QWidget):
    """Charts, facts and table of one service.

    Signals:
        why_wanted: how the estimate was worked out shall be told.
        case_wanted: a case about the frequency shall begin.
        all_wanted: all services shall be shown.
        trial_wanted: a frequency test shall be planned.
        limit_wanted: the customer's own limit shall be changed.
        week_chosen: the ``Week`` whose days shall be shown.
    """

    why_wanted = Signal()
    case_wanted = Signal()
    all_wanted = Signal()
    trial_wanted = Signal()
    limit_wanted = Signal()
    week_chosen = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.traffic: ServiceTraffic | None = None
        self._blocks: Blocks | None = None
        self._facts = FrequencyFacts()
        self._facts.setObjectName("frequency_facts")
        self._facts.why_wanted.connect(self.why_wanted)
        self._facts.case_wanted.connect(self.case_wanted)
        self._facts.all_wanted.connect(self.all_wanted)
        self._facts.trial_wanted.connect(self.trial_wanted)
        self._facts.limit_wanted.connect(self.limit_wanted)
        self._model: RecordTableModel[Week] = RecordTableModel(
            table.columns(self._formats), parent=self
        )
        self._table = DeskTable(name="", two_lines=True)
        self._table.setObjectName("frequency_table")
        self._table.set_model(self._model)
        self._table.row_activated.connect(self._choose_row)
        self._table.hide()
        self._top: QBoxLayout = QHBoxLayout()
        self._top.addWidget(self._facts)
        self._top.addWidget(self._table)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._top, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.restyle()

    def restyle(self) -> None:
        space(self._top, 0, gap=40)
        space(self._column, 0, gap=16)
        self._fix_widths()

    def retranslate(self) -> None:
        self._table.setAccessibleName(self.tr("Values by week"))
        self._model.set_columns(table.columns(self._formats))

    def _formats(self) -> Formats:
        return self._desk.formats

    # ---------------------------------------------------------------- showing

    def show_traffic(self, traffic: ServiceTraffic, estimates: Estimates) -> None:
        """Show a service everywhere, with what has been estimated so far."""
        self.traffic = traffic
        formats = self._desk.formats
        _, time, _ = self._charts()
        time.show_traffic(traffic, formats)
        self._model.set_records(tuple(reversed(traffic.weeks)))
        self.show_estimates(estimates)

    def show_estimates(self, estimates: Estimates) -> None:
        """Draw the curves, and say what they say."""
        if self.traffic is None:
            return
        formats = self._desk.formats
        rate, time, reads = self._charts()
        rate.show_traffic(self.traffic, formats, estimates, words.days_hint())
        reads.show_traffic(self.traffic, formats, estimates)
        self._facts.show_traffic(self.traffic, formats, estimates)
        lately = words.sentence(self.traffic, formats)
        summary = f"{lately} {self._facts.said}" if self._facts.said != lately else lately
        for chart in (rate, time):
            name = self.tr("Chart: messages a day and opt-outs")
            chart.describe(name, summary.replace("**", ""))
        reads.describe(estimates.own, formats)

    def _charts(self) -> Blocks:
        """Return the charts; their library is heavy and loaded with the first of them."""
        if self._blocks is None:
            from desktop.views.frequency.charts import ReadBlock, TimeBlock
            from desktop.views.rates.rate_block import RateBlock

            rate, time, reads = self._blocks = RateBlock(), TimeBlock(), ReadBlock()
            self._top.insertWidget(0, rate, 1)
            self._column.addWidget(time)
            self._column.addWidget(reads)
            for block in self._blocks:
                block.chosen.connect(self._choose_week)
                for other in self._blocks:
                    if other is not block:
                        block.hovered.connect(other.highlight)
        return self._blocks

    def _choose_week(self, number: int) -> None:
        if self.traffic is not None:
            self.week_chosen.emit(self.traffic.weeks[number])

    def _choose_row(self, row: int) -> None:
        week = self._model.record(row)
        if week is not None:
            self.week_chosen.emit(week)

    def show_table(self, *, wanted: bool) -> None:
        """Let the table take the place of the facts, or give it back."""
        self._table.setVisible(wanted)
        self._facts.setVisible(not wanted)

    @contextmanager
    def drawn_for(self, ratio: float) -> Iterator[Sequence[QWidget]]:
        """Yield what a picture shows, from top to bottom, drawn in light for its pixel ratio."""
        rate, time, _ = self._charts()
        try:
            with on_paper():
                _restyle(rate, time)
                with rate.drawn_for(ratio), time.drawn_for(ratio):
                    yield rate, time
        finally:
            _restyle(rate, time)

    # ---------------------------------------------------------------- size

    def fit(self, width: int) -> None:
        """Put facts and table beside the chart where the page is wide enough for both."""
        beside = width / scale() >= _BESIDE_FROM
        direction = QBoxLayout.Direction
        self._top.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
        self._fix_widths()

    def _fix_widths(self) -> None:
        beside = self._top.direction() == QBoxLayout.Direction.LeftToRight
        for part, wanted in ((self._facts, FACTS_WIDTH), (self._table, table.WIDTH)):
            part.setMinimumWidth(px(wanted) if beside else 0)
            part.setMaximumWidth(px(wanted) if beside else _UNBOUNDED)
            part.setMinimumHeight(0 if beside or part is self._facts else px(400))


def _restyle(*parts: Themed) -> None:
    """Let parts and all in them take their fonts and colours anew."""
    for part in parts:
        for one in part.findChildren(QWidget):
            if isinstance(one, Themed):
                one.restyle()
        part.restyle()


_UNBOUNDED = 16_777_215
