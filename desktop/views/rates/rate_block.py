"""The chart of messages a day against opt-outs; its library is heavy, so it is imported late."""

from __future__ import annotations

from PySide6.QtCore import QSize

from desktop.models.records.traffic import ServiceTraffic
from desktop.views.formats import Formats
from desktop.views.rates.curves import Estimates
from desktop.views.rates.rate_chart import rate_spec
from desktop.views.theme import px
from desktop.views.widgets.chart import Chart


class RateBlock(Chart):
    """Messages a day against opt-outs, with its legend."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("frequency_scatter")

    def minimumSizeHint(self) -> QSize:
        return QSize(px(360), px(280))

    def show_traffic(
        self, traffic: ServiceTraffic, formats: Formats, estimates: Estimates, hint: str = ""
    ) -> None:
        """Draw a service; the spoken summary of the page says the same in words.

        ``hint`` says what choosing a week brings, where it brings something.
        """
        self.show_spec(rate_spec(traffic, formats, estimates, hint))
