"""Messages and opt-outs over time, one above the other, with number changes marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from desktop.models.records.traffic import ServiceTraffic, Week
from desktop.views.formats import Formats
from desktop.views.frequency import plotting, words
from desktop.views.theme import Role, px, scale
from desktop.views.widgets.base import Themed

HEIGHT = 212
_GAP_OF_WIDTH = 0.18
_RIGHT_ROOM = 0.05
_RATE_STEPS = (1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0, 15.0, 20.0, 30.0, 50.0)
_SENT_STEPS = (1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0, 20.0)
_TICKS = 3
_HEADROOM = 1.05


class TimeCharts(Themed, pg.GraphicsLayoutWidget):  # type: ignore[misc]  # has no types
    """Two charts over one time axis.

    Signals:
        hovered: number of the week under the pointer, or -1.
    """

    hovered = Signal(int)

    def __init__(self) -> None:
        self._weeks: Sequence[Week] = ()
        self._formats: Formats | None = None
        super().__init__()
        self.setObjectName("frequency_time")
        self.setBackground(None)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._sent_title = self.ci.addLabel("", row=0, col=0)
        self._sent = plotting.plot(self.ci, 1)
        self._rate_title = self.ci.addLabel("", row=2, col=0)
        self._rate = plotting.plot(self.ci, 3)
        self._sent.setXLink(self._rate)
        self._mark: pg.ScatterPlotItem | None = None
        self.scene().sigMouseMoved.connect(self._look)
        self.restyle()

    def sizeHint(self) -> QSize:
        return QSize(px(1176), px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(360), px(HEIGHT))

    def restyle(self) -> None:
        self.setFixedHeight(px(HEIGHT))

    # ---------------------------------------------------------------- drawing

    def show_traffic(
        self, traffic: ServiceTraffic, formats: Formats, titles: tuple[str, str]
    ) -> None:
        """Draw the weeks; ``titles`` stand above the two charts."""
        self._weeks = traffic.weeks
        self._mark = None
        plotting.set_room(self.ci)
        for one in (self._sent, self._rate):
            one.clear()
            plotting.style_axes(one)
        plotting.set_title(self._sent_title, titles[0])
        plotting.set_title(self._rate_title, titles[1])
        self._sent.getAxis("bottom").setStyle(showValues=False)
        self._sent.getAxis("bottom").setHeight(1)
        if self._weeks:
            self._scale(formats)
            self._draw_changes(traffic, formats)
            self._draw_sent(formats)
            self._draw_rates(formats)

    def _scale(self, formats: Formats) -> None:
        first = self._weeks[0].tally.first_day
        last = self._weeks[-1].tally.last_day
        begin, end = first.toordinal(), last.toordinal() + 1
        room = (end - begin) * _RIGHT_ROOM
        rates = [rate for week in self._weeks if (rate := _rate_of(week)) is not None]
        sent = [week.tally.sent_per_day for week in self._weeks]
        for one, values, least, steps in (
            (self._sent, sent, 3.0, _SENT_STEPS),
            (self._rate, rates, 6.0, _RATE_STEPS),
        ):
            ticks = plotting.nice_ticks(max([least, *values]) * _HEADROOM, steps, _TICKS)
            one.setRange(xRange=(begin, end + room), yRange=(0, ticks[-1]), padding=0)
            plotting.upward_ticks(one, ticks, formats)
        self._formats = formats
        self._name_months()

    def _name_months(self) -> None:
        """Name as many months as the width has room for."""
        if self._weeks and self._formats is not None:
            first, last = self._weeks[0].tally.first_day, self._weeks[-1].tally.last_day
            months = plotting.month_ticks(first, last, self._formats, self.width() / scale())
            self._rate.getAxis("bottom").setTicks([months])

    def _draw_changes(self, traffic: ServiceTraffic, formats: Formats) -> None:
        for change in traffic.changes:
            begin, end = change.day.toordinal(), change.left_out_until.toordinal() + 1
            for one in (self._sent, self._rate):
                one.addItem(plotting.zone(begin, end, "vertical"), ignoreBounds=True)
                line = pg.InfiniteLine(begin, pen=plotting.pen(Role.TEXT, 1, dash=(2, 3)))
                one.addItem(line, ignoreBounds=True)
            late = begin > self._middle_day()
            text = plotting.words(words.change(change, formats), Role.TEXT, (float(late), 0))
            text.setPos(begin, self._sent.getViewBox().viewRange()[1][1])
            self._sent.addItem(text, ignoreBounds=True)

    def _middle_day(self) -> float:
        (left, right), _ = self._rate.getViewBox().viewRange()
        return float(left + right) / 2

    def _draw_sent(self, formats: Formats) -> None:
        starts = [week.tally.first_day.toordinal() for week in self._weeks]
        ends = [week.tally.last_day.toordinal() + 1 for week in self._weeks]
        gaps = [_GAP_OF_WIDTH * (end - start) for start, end in zip(starts, ends, strict=True)]
        bars = pg.BarGraphItem(
            x0=[start + gap / 2 for start, gap in zip(starts, gaps, strict=True)],
            x1=[end - gap / 2 for end, gap in zip(ends, gaps, strict=True)],
            height=[week.tally.sent_per_day for week in self._weeks],
            brush=plotting.brush(Role.CHART_BARS),
            pen=None,
        )
        self._sent.addItem(bars)
        last = self._weeks[-1].tally.sent_per_day
        label = plotting.words(formats.number(last, 1), Role.MUTED, (0, 0.5), strong=True)
        label.setPos(ends[-1], last / 2)
        self._sent.addItem(label, ignoreBounds=True)

    def _draw_rates(self, formats: Formats) -> None:
        for left_out, stretch in _stretches(self._weeks):
            solid = plotting.pen(Role.CHART_OWN, 1.75)
            dashed = plotting.pen(Role.CHART_REFERENCE, 1.5, dash=(3, 3))
            line = pg.PlotDataItem(
                [plotting.middle(week) for week in stretch],
                [_rate_of(week) for week in stretch],
                pen=dashed if left_out else solid,
                antialias=True,
            )
            self._rate.addItem(line)
        known = [week for week in self._weeks if _rate_of(week) is not None]
        if known:
            last = known[-1]
            text = words.rate(last.tally.rate, formats)
            label = plotting.words(text, Role.CHART_OWN, (0, 0.5), strong=True)
            label.setPos(last.tally.last_day.toordinal() + 1, _rate_of(last))
            self._rate.addItem(label, ignoreBounds=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._name_months()

    # ---------------------------------------------------------------- hover

    def highlight(self, number: int) -> None:
        """Mark a week on the line; -1 marks none."""
        if self._mark is not None:
            self._rate.removeItem(self._mark)
            self._mark = None
        week = self._weeks[number] if 0 <= number < len(self._weeks) else None
        rate = _rate_of(week) if week is not None else None
        if week is None or rate is None:
            return
        self._mark = pg.ScatterPlotItem(
            [plotting.middle(week)],
            [rate],
            size=px(8),
            pen=plotting.pen(Role.BASE, 1.5),
            brush=plotting.brush(Role.CHART_OWN),
        )
        self._mark.setZValue(15)
        self._rate.addItem(self._mark)

    def _look(self, place: QPointF) -> None:
        found = plotting.pointer_at(self._sent, place) or plotting.pointer_at(self._rate, place)
        self.hovered.emit(-1 if found is None else self._week_at(found.x()))

    def _week_at(self, day: float) -> int:
        for number, week in enumerate(self._weeks):
            if week.tally.first_day.toordinal() <= day < week.tally.last_day.toordinal() + 1:
                return number
        return -1

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.hovered.emit(-1)


def _rate_of(week: Week) -> float | None:
    """Return the rate of a week in per cent."""
    return week.tally.rate.estimate * 100 if week.tally.rate is not None else None


def _stretches(weeks: Sequence[Week]) -> Iterator[tuple[bool, list[Week]]]:
    """Yield the line from week to week in stretches; True where it touches a week left out."""
    known = [week for week in weeks if week.tally.rate is not None]
    for left_out, steps in groupby(pairwise(known), _touches_left_out):
        pairs = list(steps)
        yield left_out, [pairs[0][0], *(after for _, after in pairs)]


def _touches_left_out(step: tuple[Week, Week]) -> bool:
    return step[0].left_out or step[1].left_out
