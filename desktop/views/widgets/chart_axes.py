"""The words at the axes of a chart. Works on a plot of the plot library: see `chart`."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPen

from desktop.views.theme import FontRole, Role, color, font, px, text_width
from desktop.views.widgets.chart_spec import Axis, ChartSpec

if TYPE_CHECKING:
    import pyqtgraph as pg

LEFT = 32
"""Room for the numbers at the left, in px at 100 %."""


def draw_axes(plot: pg.PlotWidget, spec: ChartSpec, width: float, bottom: int) -> None:
    """Name the values of both axes; ``width`` is that of the data in px, ``bottom`` at 100 %."""
    left, foot = plot.getAxis("left"), plot.getAxis("bottom")
    for axis, ticks in ((left, spec.y.ticks), (foot, thinned(spec.x, width))):
        axis.setPen(QPen(Qt.PenStyle.NoPen))
        axis.setTextPen(color(Role.MUTED))
        axis.setTicks([list(ticks)])
        axis.setStyle(
            tickLength=0,
            tickAlpha=0,
            tickTextOffset=px(8),
            tickFont=font(FontRole.SMALL),
            hideOverlappingLabels=False,
            autoExpandTextSpace=False,
        )
    left.setWidth(px(LEFT))
    foot.setHeight(px(bottom))
    foot.setStyle(showValues=spec.x_labels)


def thinned(axis: Axis, width: float) -> list[tuple[float, str]]:
    """Return the named values of the x axis, every second or third where they would meet."""
    widest = max((text_width(label, FontRole.SMALL) for _, label in axis.ticks), default=0)
    room = width / max(1, len(axis.ticks))
    return list(axis.ticks[:: max(1, ceil((widest + px(12)) / max(1.0, room)))])
