"""Builds the layers of a chart out of its spec. Imports the plot library: see `chart`."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from math import sqrt
from operator import itemgetter
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QPen
from PySide6.QtWidgets import QFrame, QGraphicsRectItem

from desktop.views.theme import FontRole, Role, color, font, px, pxf
from desktop.views.widgets.chart_look import dot_look
from desktop.views.widgets.chart_spec import (
    Bars,
    ChartSpec,
    Curve,
    Dot,
    DotLook,
    Event,
    Reference,
    Zone,
)

_RADIUS, _AT_WEIGHT, _LEAST_RADIUS, _MOST_RADIUS = 4.0, 8000.0, 3.0, 16.0
_WIDEST_GAP = 0.4
_NEAR_THE_FOOT = 0.15
"""Below this share of the axis a word beside a value would be cut at the base line."""
_ZONE_Z, _GRID_Z, _BAND_Z, _CURVE_Z, _DOT_Z, _EVENT_Z, _WORD_Z = -30, -20, -10, 0, 10, 5, 20


def bare_plot() -> pg.PlotWidget:
    """Return a plot that nobody can move, without a menu, frame or margins."""
    plot = pg.PlotWidget()
    plot.setFrameShape(QFrame.Shape.NoFrame)
    plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    plot.setMenuEnabled(False)
    plot.setMouseEnabled(x=False, y=False)
    plot.hideButtons()
    plot.plotItem.setContentsMargins(0, 0, 0, 0)
    plot.plotItem.layout.setContentsMargins(0, 0, 0, 0)
    plot.viewport().setMouseTracking(True)
    plot.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return plot


class Layers:
    """Draws a spec on a plot, for a surface of so many device pixels to a point."""

    def __init__(self, plot: pg.PlotWidget, spec: ChartSpec, ratio: float) -> None:
        self._plot = plot
        self._spec = spec
        self._ratio = ratio

    def draw_ground(self, px_per_x: float) -> None:
        """Draw zones, lines across and bars."""
        for zone in self._spec.zones:
            self._add_zone(zone)
        self._add_grid()
        for bars in self._spec.bars:
            self._add_bars(bars, px_per_x)
        for reference in self._spec.references:
            self._add_reference(reference)

    def draw_series(self) -> None:
        """Draw curves and points."""
        for curve in self._spec.curves:
            if curve.xs:
                self._add_curve(curve)
        if self._spec.dots:
            self._add_dots()

    # ---------------------------------------------------------------- pens and words

    def _pen(self, role: Role, width: float, dash: tuple[float, ...] = ()) -> QPen:
        """A pen that keeps its width whatever the axes show; `dash` is in px at 100 %.

        Such a pen counts in pixels of the surface, however small they are.
        """
        made = QPen(color(role), width * self._ratio)
        made.setCosmetic(True)
        made.setCapStyle(Qt.PenCapStyle.FlatCap)
        if dash:
            made.setDashPattern([pxf(length) / width for length in dash])
        return made

    def _write(
        self,
        text: str,
        role: Role,
        place: tuple[float, float],
        anchor: tuple[float, float],
        *,
        strong: bool = False,
    ) -> None:
        """Write words so that their part `anchor` lies at a place."""
        item = pg.TextItem(text, color=color(role), anchor=anchor)
        item.setFont(font(FontRole.SMALL, strong=strong))
        item.setZValue(_WORD_Z)
        self._plot.addItem(item, ignoreBounds=True)
        item.setPos(*place)

    def _line(self, xs: list[float], ys: list[float], look: QPen, z: float) -> None:
        item = pg.PlotCurveItem(xs, ys, pen=look)
        item.setZValue(z)
        self._plot.addItem(item, ignoreBounds=True)

    # ---------------------------------------------------------------- ground

    def _add_grid(self) -> None:
        """Horizontal lines at the named values; the lowest is the base line."""
        ends = [self._spec.x.low, self._spec.x.high]
        for place, (value, _label) in enumerate(self._spec.y.ticks):
            role = Role.LINE if place == 0 else Role.CHART_GRID
            self._line(ends, [value, value], self._pen(role, 1), _GRID_Z)

    def _add_zone(self, zone: Zone) -> None:
        low = self._spec.y.low
        top = self._spec.y.ticks[-1][0] if self._spec.y.ticks else self._spec.y.high
        item = QGraphicsRectItem(QRectF(zone.left, low, zone.right - zone.left, top - low))
        item.setPen(QPen(Qt.PenStyle.NoPen))
        item.setBrush(QBrush(color(Role.CHART_ZONE)))
        item.setZValue(_ZONE_Z)
        self._plot.addItem(item, ignoreBounds=True)
        if zone.label:
            self._write(zone.label, Role.MUTED, (zone.left, low), (-0.04, 1.05))

    def _add_reference(self, reference: Reference) -> None:
        ends = [self._spec.x.low, self._spec.x.high]
        look = self._pen(Role.CHART_REFERENCE, 1, (6, 4))
        self._line(ends, [reference.y] * 2, look, _CURVE_Z)
        self._write(reference.label, Role.MUTED, (ends[0], reference.y), (-0.02, 0.95))

    def _add_bars(self, bars: Bars, px_per_x: float) -> None:
        """Bars with a gap of four pixels."""
        if not bars.lefts:
            return
        gap = px(4) / px_per_x if px_per_x > 0 else 0
        sides = list(zip(bars.lefts, bars.rights, strict=True))
        halves = [min(gap, (right - left) * _WIDEST_GAP) / 2 for left, right in sides]
        item = pg.BarGraphItem(
            x0=[left + half for (left, _), half in zip(sides, halves, strict=True)],
            x1=[right - half for (_, right), half in zip(sides, halves, strict=True)],
            height=list(bars.heights),
            brush=QBrush(color(bars.role)),
            pen=QPen(Qt.PenStyle.NoPen),
        )
        self._plot.addItem(item)
        if bars.label:
            place = (bars.rights[-1], bars.heights[-1])
            anchor = (-0.2, self._middle_or_foot(bars.heights[-1]))
            self._write(bars.label, Role.MUTED, place, anchor, strong=True)

    def _middle_or_foot(self, height: float) -> float:
        """Which part of a word lies at a height: its middle, or its foot down at the base line."""
        axis = self._spec.y
        return 0.5 if height - axis.low > (axis.high - axis.low) * _NEAR_THE_FOOT else 0.95

    def add_event(self, event: Event, label_at: float, top: float) -> None:
        """Draw a dashed line over the whole height; its word begins at `label_at`, at the top."""
        line = pg.InfiniteLine(event.x, angle=90, pen=self._pen(Role.TEXT, 1, (2, 3)))
        line.setZValue(_EVENT_Z)
        self._plot.addItem(line, ignoreBounds=True)
        if event.label:
            self._write(event.label, Role.TEXT, (label_at, top), (0.0, 0.18))

    # ---------------------------------------------------------------- series

    def _add_curve(self, curve: Curve) -> None:
        """Band, line, and the word at the end of the line."""
        xs, ys = np.asarray(curve.xs), np.asarray(curve.ys)
        if curve.low and curve.high:
            self._add_band(curve, xs)
        look = self._pen(curve.role, pxf(curve.width), (5, 4) if curve.dashed else ())
        dashes = self._pen(Role.CHART_REFERENCE, pxf(1.5), (3, 3))
        for is_muted, piece in _pieces(curve):
            item = self._plot.plot(
                xs[piece], ys[piece], pen=dashes if is_muted else look, antialias=True
            )
            # As a keyword, before the item stands in the plot, the library raises.
            item.setClipToView(True)
            item.setZValue(_CURVE_Z)
        if curve.label:
            role = curve.label_role or curve.role
            place = (curve.xs[-1], curve.ys[-1])
            anchor = (-0.15, self._middle_or_foot(curve.ys[-1]))
            self._write(curve.label, role, place, anchor, strong=True)

    def _add_band(self, curve: Curve, xs: np.ndarray[Any, Any]) -> None:
        low = pg.PlotCurveItem(xs, np.asarray(curve.low), pen=None)
        high = pg.PlotCurveItem(xs, np.asarray(curve.high), pen=None)
        band = pg.FillBetweenItem(low, high, brush=QBrush(color(curve.role, curve.band_alpha)))
        band.setZValue(_BAND_Z)
        for item in (low, high, band):
            self._plot.addItem(item, ignoreBounds=True)

    def _add_dots(self) -> None:
        """Points whose area follows their weight; the large ones lie below."""
        ordered = sorted(self._spec.dots, key=lambda dot: -dot.weight)
        looks = [dot_look(dot.look) for dot in ordered]
        item = pg.ScatterPlotItem(
            x=[dot.x for dot in ordered],
            y=[dot.y for dot in ordered],
            size=[2 * dot_radius(dot) for dot in ordered],
            symbol=["t1" if dot.look is DotLook.ABOVE else "o" for dot in ordered],
            pen=[self._pen(role, 1) for role, _ in looks],
            brush=[QBrush(ground) for _, ground in looks],
            pxMode=True,
            antialias=True,
            useCache=False,  # a cached point is a bitmap, coarse on paper
        )
        item.setZValue(_DOT_Z)
        self._plot.addItem(item)


def _pieces(curve: Curve) -> Iterator[tuple[bool, slice]]:
    """The line in pieces that meet: True where one touches a point that does not count."""
    count = len(curve.xs)
    muted = curve.muted or (False,) * count
    steps = [(muted[place] or muted[place + 1], place) for place in range(count - 1)]
    for is_muted, group in groupby(steps, key=itemgetter(0)):
        places = [place for _, place in group]
        yield is_muted, slice(places[0], places[-1] + 2)


def dot_radius(dot: Dot) -> float:
    """Radius in px: 4 at 8,000 contact-days; the area follows the weight."""
    wanted = _RADIUS * sqrt(max(dot.weight, 0) / _AT_WEIGHT)
    return pxf(min(max(_LEAST_RADIUS, wanted), _MOST_RADIUS))
