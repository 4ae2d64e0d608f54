"""The part of a chart that is shown: which one, and what of the chart lies in it.

    zoomed(spec, window) -> ChartSpec
    Window.around(factor, x, y)     closer or farther, with a place that stays where it is

Nothing here draws, and nothing imports the plot library.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from desktop.views.widgets.chart_spec import Axis, Bars, ChartSpec, Curve, Zone, Zoom

CLOSEST = 40.0
"""How many times closer than the whole chart one may look."""


@dataclass(frozen=True, slots=True)
class Window:
    """A part of a chart, in the units of its axes."""

    left: float
    right: float
    low: float
    high: float

    @classmethod
    def whole(cls, spec: ChartSpec) -> Window:
        """Return all of a chart."""
        return cls(spec.x.low, spec.x.high, spec.y.low, spec.y.high)

    def holds(self, x: float, y: float) -> bool:
        """Tell whether a place lies in the window."""
        return self.left <= x <= self.right and self.low <= y <= self.high

    def around(self, factor: float, x: float, y: float) -> Window:
        """Return a window that shows ``factor`` times as much, with (x, y) where it was."""
        return Window(
            x - (x - self.left) * factor,
            x + (self.right - x) * factor,
            y - (y - self.low) * factor,
            y + (self.high - y) * factor,
        )

    def moved_to(self, x: float, y: float) -> Window:
        """Return the window moved just so far that a place lies in its middle, if outside."""
        if self.holds(x, y):
            return self
        across, upward = (self.right - self.left) / 2, (self.high - self.low) / 2
        return Window(x - across, x + across, y - upward, y + upward)

    def within(self, spec: ChartSpec) -> Window | None:
        """Return the window pushed into the chart; None where it shows all of it."""
        whole = Window.whole(spec)
        left, right = _pushed(self.left, self.right, whole.left, whole.right)
        low, high = _pushed(self.low, self.high, whole.low, whole.high)
        if spec.zoom is Zoom.ACROSS:
            low, high = whole.low, whole.high
        found = Window(left, right, low, high)
        return None if found == whole else found


def _pushed(low: float, high: float, least: float, most: float) -> tuple[float, float]:
    """Return a span of some size that lies between two ends."""
    size = min(max(high - low, (most - least) / CLOSEST), most - least)
    start = min(max((low + high - size) / 2, least), most - size)
    return (least, most) if size >= (most - least) * 0.999 else (start, start + size)


def zoomed(spec: ChartSpec, window: Window) -> ChartSpec:
    """Return what of a chart lies in a window; its readings are all kept."""
    return replace(
        spec,
        x=_axis(spec.x, window.left, window.right),
        y=_axis(spec.y, window.low, window.high),
        zones=tuple(
            Zone(max(one.left, window.left), min(one.right, window.right), one.label)
            for one in spec.zones
            if one.right > window.left and one.left < window.right
        ),
        references=tuple(one for one in spec.references if window.low <= one.y <= window.high),
        curves=tuple(
            piece for one in spec.curves if one.xs for piece in _cut(one, window, spec.zoom)
        ),
        dots=tuple(one for one in spec.dots if window.holds(one.x, one.y)),
        bars=tuple(_cut_bars(one, window) for one in spec.bars),
        events=tuple(one for one in spec.events if window.left <= one.x <= window.right),
    )


def _axis(axis: Axis, low: float, high: float) -> Axis:
    """Return a piece of an axis, with more values named where the axis can name them."""
    if axis.finer is not None and (low, high) != (axis.low, axis.high):
        ticks = axis.finer(low, high)
    else:
        ticks = tuple(tick for tick in axis.ticks if low <= tick[0] <= high)
    return replace(axis, low=low, high=high, ticks=ticks)


def _cut_bars(bars: Bars, window: Window) -> Bars:
    sides = zip(bars.lefts, bars.rights, bars.heights, strict=True)
    inside = [one for one in sides if one[1] > window.left and one[0] < window.right]
    ends = bool(inside) and inside[-1][1] == bars.rights[-1]
    return replace(
        bars,
        lefts=tuple(max(left, window.left) for left, _, _ in inside),
        rights=tuple(min(right, window.right) for _, right, _ in inside),
        heights=tuple(height for _, _, height in inside),
        label=bars.label if ends else "",
    )


def _cut(curve: Curve, window: Window, zoom: Zoom) -> Iterator[Curve]:
    """Yield the pieces of a curve in a window; the last one keeps the word at the end.

    Over time that word is the last value: it stands only where that is seen.
    """
    ends = zoom is not Zoom.ACROSS or curve.xs[-1] <= window.right
    first = max(0, bisect_right(curve.xs, window.left) - 1)
    end = min(len(curve.xs), bisect_left(curve.xs, window.right) + 1)
    edges = [x for x in (window.left, window.right) if curve.xs[0] < x < curve.xs[-1]]
    inside = [x for x in curve.xs[first:end] if window.left <= x <= window.right]
    places = sorted({*edges, *inside})
    ys = [_between(curve.xs, curve.ys, x) for x in places]
    runs = [
        [number for number, _ in group]
        for seen, group in groupby(
            enumerate(ys), key=lambda one: window.low <= one[1] <= window.high
        )
        if seen
    ]
    for run in runs:
        xs = tuple(places[number] for number in run)
        yield replace(
            curve,
            xs=xs,
            ys=tuple(ys[number] for number in run),
            low=_clipped(curve, curve.low, xs, window),
            high=_clipped(curve, curve.high, xs, window),
            label=curve.label if ends and run is runs[-1] else "",
            muted=tuple(_muted(curve, x) for x in xs) if curve.muted else (),
        )


def _clipped(
    curve: Curve, values: tuple[float, ...], xs: tuple[float, ...], window: Window
) -> tuple[float, ...]:
    if not values:
        return ()
    found = (_between(curve.xs, values, x) for x in xs)
    return tuple(min(max(one, window.low), window.high) for one in found)


def _between(xs: tuple[float, ...], ys: tuple[float, ...], x: float) -> float:
    """Return the value of a line at a place between its points."""
    after = min(max(bisect_left(xs, x), 1), len(xs) - 1) if len(xs) > 1 else 0
    if not after or xs[after] == xs[after - 1]:
        return ys[after]
    part = (x - xs[after - 1]) / (xs[after] - xs[after - 1])
    return ys[after - 1] + part * (ys[after] - ys[after - 1])


def _muted(curve: Curve, x: float) -> bool:
    """Tell whether the point at a place, or the next one before it, does not count."""
    return curve.muted[max(0, bisect_right(curve.xs, x) - 1)]
