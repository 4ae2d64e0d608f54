"""The charts of the page with their words; loaded when the first of them is to be shown."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.records.traffic import ServiceTraffic
from desktop.views.formats import Formats
from desktop.views.frequency.legend import Legend, LegendEntry, Mark
from desktop.views.frequency.plotting import draw_for
from desktop.views.frequency.scatter import RateChart
from desktop.views.frequency.time_charts import TimeCharts
from desktop.views.theme import px
from desktop.views.widgets.base import Themed, space
from desktop.views.widgets.headings import Divider
from desktop.views.widgets.label import aligned_right, small

__all__ = ["RateBlock", "TimeBlock", "draw_for"]


class RateBlock(Themed, QWidget):
    """The scatter chart between the names of its axes, the legend below.

    Signals:
        hovered: number of the week under the pointer, or -1.
    """

    hovered = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._upward = small()
        self._chart = RateChart()
        self._chart.hovered.connect(self.hovered)
        self._across = aligned_right(small())
        self._legend = Legend()
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._upward)
        self._column.addWidget(self._chart, 1)
        self._column.addWidget(self._across)
        self._column.addWidget(self._legend)
        self.restyle()

    def restyle(self) -> None:
        space(self._column, 0, gap=4)
        self._across.setContentsMargins(0, 0, px(8), 0)

    def show_traffic(self, traffic: ServiceTraffic, formats: Formats) -> None:
        """Draw a service; the spoken summary of the page says the same in words."""
        period = formats.number(traffic.period_days)
        self._upward.setText(
            self.tr("Opt-outs in {} days, % of the active contacts").format(period)
        )
        self._across.setText(self.tr("Messages a day (mean of the last 7 days)"))
        rate_words = self.tr("10 % says the FAQ, the period is not stated there")
        zone_words = self.tr("FAQ: 1 to 3 a day")
        self._chart.show_traffic(traffic, formats, (rate_words, zone_words))
        self._legend.set_entries(tuple(self._entries(traffic)))

    def _entries(self, traffic: ServiceTraffic) -> list[LegendEntry]:
        entries = [LegendEntry(Mark.WEEK, self.tr("weeks, area = contact-days"))]
        if any(week.tally.too_few and not week.left_out for week in traffic.weeks):
            entries.append(LegendEntry(Mark.FEW, self.tr("few data")))
        if any(week.left_out for week in traffic.weeks):
            entries.append(LegendEntry(Mark.LEFT_OUT, self.tr("after a number change")))
        if self._chart.has_points_above:
            entries.append(LegendEntry(Mark.ABOVE, self.tr("above the upper edge")))
        return entries

    def highlight(self, number: int) -> None:
        """Show the range of a week; -1 shows none."""
        self._chart.highlight(number)


class TimeBlock(Themed, QWidget):
    """The two charts over time, below a line.

    Signals:
        hovered: number of the week under the pointer, or -1.
    """

    hovered = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._charts = TimeCharts()
        self._charts.hovered.connect(self.hovered)
        self._column = QVBoxLayout(self)
        self._column.addWidget(Divider())
        self._column.addWidget(self._charts)
        self.restyle()

    def restyle(self) -> None:
        space(self._column, 0, gap=16)

    def show_traffic(self, traffic: ServiceTraffic, formats: Formats) -> None:
        """Draw a service."""
        period = formats.number(traffic.period_days)
        sent = self.tr("Messages a day")
        rates = self.tr("Opt-outs in {} days, %").format(period)
        self._charts.show_traffic(traffic, formats, (sent, rates))

    def highlight(self, number: int) -> None:
        """Mark a week; -1 marks none."""
        self._charts.highlight(number)
