"""The charts of the page; loaded when the first of them is to be shown."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.models.records.frequency import OwnEstimate
from desktop.models.records.traffic import ServiceTraffic
from desktop.views.formats import Formats
from desktop.views.frequency.read_charts import Counted, is_counted, read_spec, summary
from desktop.views.frequency.time_charts import rate_over_time_spec, sent_spec
from desktop.views.rates.curves import Estimates
from desktop.views.theme import px
from desktop.views.widgets.base import Themed, space
from desktop.views.widgets.chart import Chart
from desktop.views.widgets.headings import Divider

_SENT_HEIGHT, _RATE_HEIGHT, _READ_HEIGHT = 94, 116, 190


class ReadBlock(Themed, QWidget):
    """What was read, and what was clicked, against the frequency: side by side, below a line.

    Signals:
        hovered: number of the week that is read out, or -1.
        chosen: number of a week.
    """

    hovered = Signal(int)
    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("frequency_reads")
        self._charts = {what: Chart() for what in Counted}
        self._row = QHBoxLayout()
        for what, chart in self._charts.items():
            chart.setObjectName(f"frequency_{what.value}")
            chart.hovered.connect(self.hovered)
            chart.chosen.connect(self.chosen)
            self._row.addWidget(chart, 1)
        self._column = QVBoxLayout(self)
        self._column.addWidget(Divider())
        self._column.addSpacing(px(12))
        self._column.addLayout(self._row)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.restyle()

    def restyle(self) -> None:
        space(self._column, 0, gap=0)
        space(self._row, 0, gap=32)
        for chart in self._charts.values():
            chart.setFixedHeight(px(_READ_HEIGHT))

    def show_traffic(self, traffic: ServiceTraffic, formats: Formats, estimates: Estimates) -> None:
        """Draw what was counted; nothing is shown where nobody counted."""
        for what, chart in self._charts.items():
            counted = is_counted(traffic, what)
            chart.setVisible(counted)
            if counted:
                chart.show_spec(read_spec(traffic, what, estimates.own, formats))
        self.setVisible(any(is_counted(traffic, what) for what in Counted))

    def describe(self, own: OwnEstimate | None, formats: Formats) -> None:
        """Say in words what the charts show."""
        for what, chart in self._charts.items():
            chart.describe(chart.spec.y.title, summary(what, own, formats))

    def highlight(self, number: int) -> None:
        """Mark a week; -1 marks none."""
        for chart in self._charts.values():
            chart.highlight(number)


class TimeBlock(Themed, QWidget):
    """The two charts over time, below a line.

    Signals:
        hovered: number of the week that is read out, or -1.
        chosen: number of a week.
    """

    hovered = Signal(int)
    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("frequency_time")
        self._sent, self._rate = Chart(), Chart()
        self._column = QVBoxLayout(self)
        self._column.addWidget(Divider())
        self._column.addSpacing(px(12))
        for chart, other in ((self._sent, self._rate), (self._rate, self._sent)):
            chart.hovered.connect(self.hovered)
            chart.hovered.connect(other.highlight)
            chart.chosen.connect(self.chosen)
            chart.zoomed.connect(other.show_window)
            self._column.addWidget(chart)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.restyle()

    def restyle(self) -> None:
        space(self._column, 0, gap=0)
        self._sent.setFixedHeight(px(_SENT_HEIGHT))
        self._rate.setFixedHeight(px(_RATE_HEIGHT))

    def show_traffic(self, traffic: ServiceTraffic, formats: Formats) -> None:
        """Draw a service."""
        self._sent.show_spec(sent_spec(traffic, formats))
        self._rate.show_spec(rate_over_time_spec(traffic, formats))

    @contextmanager
    def drawn_for(self, ratio: float) -> Iterator[None]:
        """Draw both charts for a surface of so many device pixels to a point, for a while."""
        with self._sent.drawn_for(ratio), self._rate.drawn_for(ratio):
            yield

    def describe(self, name: str, description: str) -> None:
        """Say in words what both charts show."""
        for chart in (self._sent, self._rate):
            chart.describe(name, description)

    def highlight(self, number: int) -> None:
        """Mark a week; -1 marks none."""
        self._sent.highlight(number)
        self._rate.highlight(number)
