"""What the charts of this page share: quiet axes, pens of the theme, words on the plot."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from math import ceil

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPen

from desktop.models.records.traffic import Week
from desktop.views.formats import Formats
from desktop.views.theme import FontRole, Role, color, font, px, pxf

AXIS_WIDTH = 28
AXIS_HEIGHT = 22
FEW_ALPHA = 0.35
_MONTH = timedelta(days=31)
_MONTH_ROOM = 56


class _Device:
    """The surface that the next chart is drawn for."""

    ratio: float = 1.0


def draw_for(ratio: float) -> None:
    """Give the pens of the next drawing the width they need at this many pixels for a point.

    A pen that keeps its width at every zoom counts in pixels of the surface, whatever their size.
    """
    _Device.ratio = ratio


def pen(role: Role, width: float = 1.0, dash: Sequence[float] = ()) -> QPen:
    """Return a pen that keeps its width at every zoom; ``dash`` is in multiples of a pixel."""
    made = QPen(color(role), pxf(width) * _Device.ratio)
    made.setCosmetic(True)
    made.setCapStyle(Qt.PenCapStyle.FlatCap)
    if dash:
        made.setDashPattern([length / width for length in dash])
    return made


def brush(role: Role, alpha: float = 1.0) -> QColor:
    """Return a ground in the colour of a role."""
    return color(role, alpha)


def plot(parent: pg.GraphicsLayout, row: int) -> pg.PlotItem:
    """Return a plot that a person can look at and not push around: it shows all there is."""
    made = parent.addPlot(row=row, col=0)
    made.hideButtons()
    made.setMenuEnabled(False)
    made.setMouseEnabled(x=False, y=False)
    made.setDefaultPadding(0)
    made.getViewBox().setBorder(None)
    return made


def set_room(layout: pg.GraphicsLayout) -> None:
    """Leave room for the halves of the outermost numbers; the scale may have changed."""
    layout.layout.setContentsMargins(0, px(8), px(8), 0)
    layout.layout.setVerticalSpacing(px(8))


def style_axes(made: pg.PlotItem) -> None:
    """Give a plot horizontal lines, small muted numbers, and a line at its foot."""
    for side in ("left", "bottom"):
        axis = made.getAxis(side)
        axis.setStyle(
            tickLength=0,
            tickFont=font(FontRole.SMALL),
            tickTextOffset=px(6),
            hideOverlappingLabels=False,
        )
        axis.setZValue(-1000)
        axis.setTextPen(color(Role.MUTED))
    left, bottom = made.getAxis("left"), made.getAxis("bottom")
    left.setWidth(px(AXIS_WIDTH))
    left.setPen(QPen(Qt.PenStyle.NoPen))
    # The library draws a dot for each tick, however short: let it vanish in the line below it.
    left.setTickPen(pen(Role.CHART_GRID))
    bottom.setTickPen(pen(Role.EDGE))
    bottom.setHeight(px(AXIS_HEIGHT))
    bottom.setPen(pen(Role.EDGE))


def upward_ticks(made: pg.PlotItem, values: Sequence[float], formats: Formats) -> None:
    """Number the left axis, with a line across for each value.

    The grid of the library's axis would swallow the words at both ends.
    """
    made.getAxis("left").setTicks([[(at, formats.number(at)) for at in values]])
    for at in values[1:]:
        line = pg.InfiniteLine(at, angle=0, pen=pen(Role.CHART_GRID))
        line.setZValue(-10)
        made.addItem(line, ignoreBounds=True)


def set_title(label: pg.LabelItem, text: str) -> None:
    """Set the small muted words above a plot, flush left."""
    label.setText(text, color=color(Role.MUTED).name(), size=f"{px(12)}px", justify="left")
    label.item.document().setDocumentMargin(0)
    label.setFixedHeight(px(20))


def words(
    text: str, role: Role, anchor: tuple[float, float], *, strong: bool = False
) -> pg.TextItem:
    """Return words for a place on a plot; ``anchor`` is the part of them that lies there."""
    item = pg.TextItem(text, color=color(role), anchor=anchor)
    item.setFont(font(FontRole.SMALL, strong=strong))
    item.setZValue(20)
    return item


def zone(low: float, high: float, orientation: str) -> pg.LinearRegionItem:
    """Return a ground between two values, without an edge, behind everything."""
    item = pg.LinearRegionItem(
        (low, high),
        orientation=orientation,
        movable=False,
        brush=brush(Role.CHART_ZONE),
        pen=QPen(Qt.PenStyle.NoPen),
    )
    item.setZValue(-20)
    return item


def nice_ticks(top: float, steps: Sequence[float], most: int) -> list[float]:
    """Return round values from 0 up to ``top`` or the next above, at most ``most`` of them."""
    fitting = (step for step in steps if top / step <= most - 1)
    step = next(fitting, steps[-1])
    count = int(-(-top // step))
    return [step * place for place in range(count + 1)]


def middle(week: Week) -> float:
    """Return the place of a week on the time axis."""
    first, last = week.tally.first_day.toordinal(), week.tally.last_day.toordinal()
    return (first + last + 1) / 2


def month_ticks(first: date, last: date, formats: Formats, room: float) -> list[tuple[float, str]]:
    """Return the months of a span with their names; ``room`` is the width in px at 100 %.

    The year stands at the first month that is named and at each January.
    """
    month = (first.replace(day=1) + _MONTH).replace(day=1) if first.day > 1 else first
    months = []
    while month <= last:
        months.append(month)
        month = (month + _MONTH).replace(day=1)
    every = max(1, ceil(len(months) * _MONTH_ROOM / max(room, 1.0)))
    named = months[::every]
    years = [one.year for one in named]
    return [
        (
            float(one.toordinal()),
            formats.month_axis(one, with_year=place == 0 or years[place - 1] != one.year),
        )
        for place, one in enumerate(named)
    ]


def pointer_at(plot_item: pg.PlotItem, place: QPointF) -> QPointF | None:
    """Return where the pointer is in the values of a plot; None when it is not on it."""
    box = plot_item.getViewBox()
    inside: QRectF = box.sceneBoundingRect()
    if not inside.contains(place):
        return None
    found: QPointF = box.mapSceneToView(place)
    return found
