"""What of a chart lies in the part that is shown."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.views.formats import Formats
from desktop.views.widgets.chart_spec import (
    Axis,
    Bars,
    ChartSpec,
    Curve,
    Dot,
    Event,
    Reference,
    Zone,
    Zoom,
    month_axis,
    ticks_between,
)
from desktop.views.widgets.chart_window import CLOSEST, Window, zoomed

FORMATS = Formats("en")
SPEC = ChartSpec(
    x=Axis(
        0, 5, ((0, "0"), (5, "5")), "across", lambda low, high: ticks_between(low, high, FORMATS)
    ),
    y=Axis(0, 12, ((0, "0"), (6, "6"), (12, "12")), "upward"),
    zones=(Zone(1, 3, "usual"),),
    references=(Reference(10, "ten"),),
    curves=(
        Curve((0.0, 4.0), (1.0, 9.0), label="own", low=(0.0, 8.0), high=(2.0, 11.0)),
        Curve((0.0, 1.0, 2.0), (1.0, 1.0, 1.0), muted=(False, True, False)),
    ),
    dots=(Dot(1.0, 2.0), Dot(4.5, 11.0)),
    bars=(Bars((0.0, 2.0), (2.0, 4.0), (3.0, 4.0), label="4"),),
    events=(Event(3.5, "change"),),
    zoom=Zoom.BOTH,
)


def test_that_only_what_lies_in_the_window_is_kept() -> None:
    found = zoomed(SPEC, Window(0.5, 2.5, 0, 6))
    assert (found.x.low, found.x.high, found.y.high) == (0.5, 2.5, 6)
    assert [label for _, label in found.x.ticks] == ["0.5", "1.0", "1.5", "2.0", "2.5"]
    assert [value for value, _ in found.y.ticks] == [0, 6]
    assert found.zones == (Zone(1, 2.5, "usual"),)
    assert (found.references, found.events) == ((), ())
    assert found.dots == (Dot(1.0, 2.0),)
    assert (found.bars[0].lefts, found.bars[0].rights) == ((0.5, 2.0), (2.0, 2.5))
    assert found.bars[0].label == "4"


def test_that_a_curve_is_cut_at_the_edges_between_its_points() -> None:
    line, other = zoomed(SPEC, Window(1.0, 2.0, 0, 12)).curves
    assert (line.xs, line.ys) == ((1.0, 2.0), (3.0, 5.0))
    assert (line.low, line.high) == ((2.0, 4.0), (4.25, 6.5))
    assert other.muted == (True, False)
    assert zoomed(SPEC, Window(4.2, 5, 0, 12)).curves == ()
    low = zoomed(SPEC, Window(0, 5, 6, 12)).curves
    assert [one.xs for one in low] == [(4.0,)]


@given(
    left=st.floats(-3, 8),
    right=st.floats(-3, 8),
    low=st.floats(-3, 15),
    high=st.floats(-3, 15),
)
def test_that_a_window_never_leaves_the_chart(
    left: float, right: float, low: float, high: float
) -> None:
    wanted = Window(min(left, right), max(left, right), min(low, high), max(low, high))
    found = wanted.within(SPEC)
    if found is None:
        return
    assert 0 <= found.left < found.right <= 5 + 1e-9
    assert 0 <= found.low < found.high <= 12 + 1e-9
    assert found.right - found.left >= 5 / CLOSEST - 1e-9
    shown = zoomed(SPEC, found)
    for curve in shown.curves:
        assert len(curve.xs) == len(curve.ys)
        assert all(found.low <= y <= found.high for y in (*curve.ys, *curve.low, *curve.high))


def test_that_a_place_stays_where_it_is_while_one_looks_closer() -> None:
    closer = Window.whole(SPEC).around(0.5, 1.0, 3.0)
    assert closer == Window(0.5, 3.0, 1.5, 7.5)
    assert closer.moved_to(1.0, 3.0) is closer
    assert closer.moved_to(4.0, 3.0).holds(4.0, 3.0)


def test_that_only_time_is_zoomed_where_time_is_what_one_zooms() -> None:
    across = replace(SPEC, zoom=Zoom.ACROSS)
    found = Window(1, 2, 3, 4).within(across)
    assert found == Window(1, 2, 0, 12)
    assert Window(-1, 9, 3, 4).within(across) is None


def test_that_the_last_value_is_told_only_where_it_is_seen() -> None:
    across = replace(SPEC, zoom=Zoom.ACROSS)
    assert zoomed(across, Window(1, 2, 0, 12)).curves[0].label == ""
    assert zoomed(across, Window(1, 5, 0, 12)).curves[0].label == "own"
    assert zoomed(SPEC, Window(1, 2, 0, 12)).curves[0].label == "own"


@pytest.mark.parametrize(("days", "label"), [(20, "03.01."), (200, "Feb")])
def test_that_days_are_named_where_few_are_shown(days: int, label: str) -> None:
    axis = month_axis(date(2025, 1, 1), date(2026, 12, 31), Formats("de"))
    assert axis.finer is not None
    first = date(2025, 1, 1).toordinal()
    names = [name for _, name in axis.finer(first, first + days)]
    assert label in names
    assert len(names) <= days
