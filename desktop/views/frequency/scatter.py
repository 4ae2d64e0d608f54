"""Messages a day against opt-outs: one point for each week, beside what the FAQ says."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, sqrt

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QBrush
from PySide6.QtWidgets import QSizePolicy

from desktop.models.records.traffic import ServiceTraffic, Week
from desktop.views.formats import Formats
from desktop.views.frequency import plotting
from desktop.views.theme import Role, current, px, pxf
from desktop.views.widgets.base import Themed

FAQ_ZONE = (1.0, 3.0)
"""One to three messages a day: where the provider's FAQ sees the fewest opt-outs."""

FAQ_RATE = 10.0
"""The FAQ's rate in per cent. It gives no period, so the line enters no calculation."""

_LEAST_TOP, _LEAST_RIGHT = 12.0, 5.0
_SMALLEST, _LARGEST = 2.5, 14.0
_REACH = 10.0
_NEAR_TOP = 0.98
_AREA_RADIUS, _AREA_CONTACT_DAYS = 4.0, 8000.0


def radius(contact_days: int) -> float:
    """Return the radius of a point in px at 100 %: its area follows the contact-days."""
    wanted = _AREA_RADIUS * sqrt(contact_days / _AREA_CONTACT_DAYS)
    return min(max(wanted, _SMALLEST), _LARGEST)


class RateChart(Themed, pg.GraphicsLayoutWidget):  # type: ignore[misc]  # has no types
    """The scatter chart.

    A week that says little is grey, one after a number change hollow. A rate above the upper edge
    stands at the edge as a triangle.

    Signals:
        hovered: number of the week under the pointer, or -1.
    """

    hovered = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("frequency_scatter")
        self.setBackground(None)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._plot = plotting.plot(self.ci, 0)
        self._weeks: Sequence[Week] = ()
        self._top = _LEAST_TOP
        self._mark: pg.PlotDataItem | None = None
        self.scene().sigMouseMoved.connect(self._look)

    def sizeHint(self) -> QSize:
        return QSize(px(720), px(336))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(360), px(240))

    # ---------------------------------------------------------------- drawing

    @property
    def has_points_above(self) -> bool:
        """Whether a rate lies above the upper edge."""
        return any(rate > self._top for *_, rate in self._known())

    def show_traffic(
        self, traffic: ServiceTraffic, formats: Formats, texts: tuple[str, str]
    ) -> None:
        """Draw the weeks; ``texts`` stand at the 10 % line and at the zone."""
        self._weeks = traffic.weeks
        plotting.set_room(self.ci)
        self._plot.clear()
        self._mark = None
        plotting.style_axes(self._plot)
        self._scale(formats)
        self._draw_reference(texts)
        self._plot.addItem(self._points())

    def _known(self) -> list[tuple[int, Week, float, float]]:
        """Return the weeks that can be drawn: number, week, messages a day, rate in per cent."""
        return [
            (number, week, week.messages_per_day, week.tally.rate.estimate * 100)
            for number, week in enumerate(self._weeks)
            if week.messages_per_day is not None and week.tally.rate is not None
        ]

    def _scale(self, formats: Formats) -> None:
        known = self._known()
        firm = [rate for _, week, _, rate in known if not week.tally.too_few and not week.left_out]
        self._top = max([_LEAST_TOP, *(rate * 1.05 for rate in firm)])
        right = max([_LEAST_RIGHT, *(float(ceil(often)) for _, _, often, _ in known)])
        upward = plotting.nice_ticks(self._top, (2.0, 5.0, 10.0, 20.0), 8)
        across = plotting.nice_ticks(right, (1.0, 2.0, 5.0, 10.0), 11)
        self._top = upward[-1]
        self._plot.setRange(xRange=(0, across[-1]), yRange=(0, self._top), padding=0)
        plotting.upward_ticks(self._plot, upward, formats)
        self._plot.getAxis("bottom").setTicks([[(at, formats.number(at)) for at in across]])

    def _draw_reference(self, texts: tuple[str, str]) -> None:
        self._plot.addItem(plotting.zone(*FAQ_ZONE, "vertical"))
        line = pg.InfiniteLine(
            FAQ_RATE, angle=0, pen=plotting.pen(Role.CHART_REFERENCE, 1, dash=(6, 4))
        )
        self._plot.addItem(line)
        rate_words, zone_words = texts
        above = plotting.words(rate_words, Role.MUTED, (0, 1))
        above.setPos(0.02, FAQ_RATE)
        below = plotting.words(zone_words, Role.MUTED, (0, 1))
        below.setPos(FAQ_ZONE[0], 0)
        for item in (above, below):
            self._plot.addItem(item, ignoreBounds=True)

    def _place(self, rate: float) -> float:
        """Return where a rate is drawn: one above the upper edge just below it."""
        return rate if rate <= self._top else self._top * _NEAR_TOP

    def _points(self) -> pg.ScatterPlotItem:
        spots = [
            {
                "pos": (often, self._place(rate)),
                "size": 2 * pxf(radius(week.tally.contact_days)),
                "symbol": "o" if rate <= self._top else "t1",
                "data": number,
                **_look_of(week),
            }
            for number, week, often, rate in self._known()
        ]
        item = pg.ScatterPlotItem(spots, antialias=True, pxMode=True)
        item.setZValue(10)
        return item

    # ---------------------------------------------------------------- hover

    def highlight(self, number: int) -> None:
        """Show the interval of a week; -1 shows none."""
        if self._mark is not None:
            self._plot.removeItem(self._mark)
            self._mark = None
        found = next((one for one in self._known() if one[0] == number), None)
        if found is None:
            return
        _, week, often, _ = found
        rate = week.tally.rate
        if rate is not None:
            bounds = [min(bound * 100, self._top) for bound in (rate.low, rate.high)]
            self._mark = pg.PlotDataItem([often, often], bounds, pen=plotting.pen(Role.TEXT, 1.5))
            self._mark.setZValue(15)
            self._plot.addItem(self._mark)

    def _look(self, place: QPointF) -> None:
        if plotting.pointer_at(self._plot, place) is None:
            self.hovered.emit(-1)
            return
        box = self._plot.getViewBox()
        nearest, least = -1, pxf(_REACH)
        for number, week, often, rate in self._known():
            at = box.mapViewToScene(QPointF(often, self._place(rate)))
            distance = sqrt((at.x() - place.x()) ** 2 + (at.y() - place.y()) ** 2)
            distance -= pxf(radius(week.tally.contact_days))
            if distance < least:
                nearest, least = number, distance
        self.hovered.emit(nearest)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.hovered.emit(-1)


def _look_of(week: Week) -> dict[str, object]:
    """Return pen and brush of a point: filled, grey, or hollow."""
    if week.left_out:
        return {"pen": plotting.pen(Role.CHART_REFERENCE), "brush": QBrush(Qt.BrushStyle.NoBrush)}
    if week.tally.too_few:
        edge = plotting.pen(Role.CHART_BARS)
        return {"pen": edge, "brush": plotting.brush(Role.CHART_BARS, plotting.FEW_ALPHA)}
    alpha = current().point_alpha
    return {
        "pen": plotting.pen(Role.CHART_OWN),
        "brush": plotting.brush(Role.CHART_OWN, alpha),
    }
