"""Builds the layers of a chart out of its spec. Imports the plot library: see `chart`."""

from __future__ import annotations

from math import sqrt
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPen
from PySide6.QtWidgets import QGraphicsRectItem

from desktop.views.theme import FontRole, Role, color, current, font, px, pxf
from desktop.views.widgets.chart_spec import Bars, ChartSpec, Curve, Dot, Event, Reference, Zone

_RADIUS, _AT_WEIGHT, _LEAST_RADIUS = 4.0, 8000.0, 3.0
_ZONE_Z, _GRID_Z, _BAND_Z, _CURVE_Z, _DOT_Z, _EVENT_Z, _WORD_Z = -30, -20, -10, 0, 10, 5, 20


def pen(role: Role, width: float, dash: list[float] | None = None) -> QPen:
    """A pen whose width does not follow the scale of the axes. `dash` is in px at 100 %."""
    made = QPen(color(role), width)
    made.setCosmetic(True)
    made.setCapStyle(Qt.PenCapStyle.FlatCap)
    if dash:
        made.setDashPattern([pxf(length) / width for length in dash])
    return made


def _words(text: str, role: Role, anchor: tuple[float, float], *, strong: bool = False) -> Any:  # noqa: ANN401 - the plot library is untyped
    drawn: QFont = font(FontRole.SMALL, strong=strong)
    item = pg.TextItem(text, color=color(role), anchor=anchor)
    item.setFont(drawn)
    item.setZValue(_WORD_Z)
    return item


def add_grid(plot: Any, spec: ChartSpec) -> None:  # noqa: ANN401 - the plot library is untyped
    """Horizontal lines at the named values; the lowest is the base line."""
    for place, (value, _label) in enumerate(spec.y.ticks):
        role = Role.LINE if place == 0 else Role.CHART_GRID
        line = pg.PlotCurveItem([spec.x.low, spec.x.high], [value, value], pen=pen(role, 1))
        line.setZValue(_GRID_Z)
        plot.addItem(line, ignoreBounds=True)


def add_zone(plot: Any, zone: Zone, spec: ChartSpec) -> None:  # noqa: ANN401
    """A ground between two values."""
    top = spec.y.ticks[-1][0] if spec.y.ticks else spec.y.high
    item = QGraphicsRectItem(QRectF(zone.left, spec.y.low, zone.right - zone.left, top))
    item.setPen(QPen(Qt.PenStyle.NoPen))
    item.setBrush(QBrush(color(Role.CHART_ZONE)))
    item.setZValue(_ZONE_Z)
    plot.addItem(item, ignoreBounds=True)
    if zone.label:
        words = _words(zone.label, Role.MUTED, (-0.04, 1.05))
        plot.addItem(words, ignoreBounds=True)
        words.setPos(zone.left, spec.y.low)


def add_reference(plot: Any, reference: Reference, spec: ChartSpec) -> None:  # noqa: ANN401
    """A dashed line across with its sentence above."""
    look = pen(Role.CHART_REFERENCE, 1, [6, 4])
    ends = [spec.x.low, spec.x.high]
    line = pg.PlotCurveItem(ends, [reference.y] * 2, pen=look)
    plot.addItem(line, ignoreBounds=True)
    words = _words(reference.label, Role.MUTED, (-0.02, 0.95))
    plot.addItem(words, ignoreBounds=True)
    words.setPos(spec.x.low, reference.y)


def add_curve(plot: Any, curve: Curve) -> None:  # noqa: ANN401
    """Band, line, and the word at the end of the line."""
    if not curve.xs:
        return
    if curve.low and curve.high:
        _add_band(plot, curve)
    dash = [5.0, 4.0] if curve.dashed else None
    look = pen(curve.role, pxf(curve.width), dash)
    xs, ys = np.asarray(curve.xs), np.asarray(curve.ys)
    muted = _muted_part(curve, xs)
    solid = ys.copy()
    solid[muted] = np.nan
    _add_line(plot, xs, solid, look)
    if muted.any():
        # One more point on each side, so that the pieces meet.
        wider = muted | np.roll(muted, 1) | np.roll(muted, -1)
        rest = np.where(wider, ys, np.nan)
        _add_line(plot, xs, rest, pen(Role.CHART_REFERENCE, pxf(1.5), [3, 3]))
    if curve.label:
        words = _words(curve.label, curve.label_role or curve.role, (-0.15, 0.5), strong=True)
        plot.addItem(words, ignoreBounds=True)
        words.setPos(curve.xs[-1], curve.ys[-1])


def _muted_part(curve: Curve, xs: Any) -> Any:  # noqa: ANN401 - numpy arrays
    if curve.dashed_from is None or curve.dashed_to is None:
        return np.zeros(len(xs), dtype=bool)
    return (xs >= curve.dashed_from) & (xs <= curve.dashed_to)


def _add_line(plot: Any, xs: Any, ys: Any, look: QPen) -> None:  # noqa: ANN401
    item = plot.plot(xs, ys, pen=look, antialias=True, connect="finite")
    # As a keyword, before the item stands in the plot, the library raises.
    item.setClipToView(True)
    item.setZValue(_CURVE_Z)


def _add_band(plot: Any, curve: Curve) -> None:  # noqa: ANN401
    low = pg.PlotCurveItem(np.asarray(curve.xs), np.asarray(curve.low), pen=None)
    high = pg.PlotCurveItem(np.asarray(curve.xs), np.asarray(curve.high), pen=None)
    band = pg.FillBetweenItem(low, high, brush=QBrush(color(curve.role, curve.band_alpha)))
    band.setZValue(_BAND_Z)
    for item in (low, high, band):
        plot.addItem(item, ignoreBounds=True)


def add_dots(plot: Any, dots: tuple[Dot, ...]) -> None:  # noqa: ANN401
    """Points whose area follows their weight; the large ones lie below."""
    if not dots:
        return
    ordered = sorted(dots, key=lambda dot: -dot.weight)
    fill = QBrush(color(Role.CHART_OWN, current().point_alpha))
    item = pg.ScatterPlotItem(
        x=[dot.x for dot in ordered],
        y=[dot.y for dot in ordered],
        size=[2 * dot_radius(dot) for dot in ordered],
        pen=[pen(Role.CHART_REFERENCE if dot.hollow else Role.CHART_OWN, 1) for dot in ordered],
        brush=[QBrush(QColor(0, 0, 0, 0)) if dot.hollow else fill for dot in ordered],
        pxMode=True,
        antialias=True,
    )
    item.setZValue(_DOT_Z)
    plot.addItem(item)


def dot_radius(dot: Dot) -> float:
    """Radius in px: 4 at 8,000 contact-days; the area follows the weight."""
    return pxf(max(_LEAST_RADIUS, _RADIUS * sqrt(max(dot.weight, 0) / _AT_WEIGHT)))


def add_bars(plot: Any, bars: Bars, px_per_x: float) -> None:  # noqa: ANN401
    """Bars with a gap of four pixels."""
    if not bars.xs:
        return
    gap = px(4) / px_per_x if px_per_x > 0 else 0
    width = max(bars.step - gap, bars.step * 0.4)
    item = pg.BarGraphItem(
        x=list(bars.xs),
        height=list(bars.heights),
        width=width,
        brush=QBrush(color(bars.role)),
        pen=QPen(Qt.PenStyle.NoPen),
    )
    plot.addItem(item)
    if bars.label:
        words = _words(bars.label, Role.MUTED, (-0.2, 0.5), strong=True)
        plot.addItem(words, ignoreBounds=True)
        words.setPos(bars.xs[-1] + bars.step / 2, bars.heights[-1])


def add_event(plot: Any, event: Event, top: float) -> None:  # noqa: ANN401
    """A dashed line over the whole height; its word stands right of it, at the top."""
    line = pg.InfiniteLine(event.x, angle=90, pen=pen(Role.TEXT, 1, [2, 3]))
    line.setZValue(_EVENT_Z)
    plot.addItem(line, ignoreBounds=True)
    if event.label:
        words = _words(event.label, Role.TEXT, (-0.01, 0.18))
        plot.addItem(words, ignoreBounds=True)
        words.setPos(event.x, top)
