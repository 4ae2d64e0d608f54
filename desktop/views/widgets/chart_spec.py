"""What a chart shows, as plain values. Nothing here draws, and nothing imports the plot library."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from math import ceil, floor

from desktop.views.formats import Formats
from desktop.views.theme import Role


@dataclass(frozen=True, slots=True)
class Axis:
    """From where to where, which values are named, and what the axis is about.

    ``finer`` returns the values that are named where only a piece of the axis is shown.
    """

    low: float
    high: float
    ticks: tuple[tuple[float, str], ...] = ()
    title: str = ""
    finer: Callable[[float, float], tuple[tuple[float, str], ...]] | None = field(
        default=None, compare=False
    )


@dataclass(frozen=True, slots=True)
class Zone:
    """A ground from `left` to `right`, with a word at its foot."""

    left: float
    right: float
    label: str = ""


@dataclass(frozen=True, slots=True)
class Reference:
    """A dashed line across, with a sentence above it."""

    y: float
    label: str = ""


@dataclass(frozen=True, slots=True)
class Curve:
    """A line, with a band where `low` and `high` are given. It ends where its data end.

    Points that are `muted` do not count: the line to and from them is dashed and muted. `dashed`
    is the look of a series that is not the own one.
    """

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    role: Role = Role.CHART_OWN
    label: str = ""
    label_role: Role | None = None
    low: tuple[float, ...] = ()
    high: tuple[float, ...] = ()
    width: float = 2.0
    dashed: bool = False
    band_alpha: float = 0.18
    muted: tuple[bool, ...] = ()


class DotLook(StrEnum):
    """What a point says besides its place."""

    FULL = "full"
    FEW = "few"
    LEFT_OUT = "left_out"
    ABOVE = "above"


@dataclass(frozen=True, slots=True)
class Dot:
    """A point whose area follows `weight` (contact-days; radius 4 at 8,000).

    FEW says little and is grey, LEFT_OUT is hollow. ABOVE lies beyond the upper edge: a triangle
    stands at the edge instead.
    """

    x: float
    y: float
    weight: float = 8000
    look: DotLook = DotLook.FULL


@dataclass(frozen=True, slots=True)
class Bars:
    """Bars from `lefts` to `rights`; `label` is the last value, at the right edge."""

    lefts: tuple[float, ...]
    rights: tuple[float, ...]
    heights: tuple[float, ...]
    role: Role = Role.CHART_BARS
    label: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """A moment at which something happened: a dashed line upwards with its word at the top."""

    x: float
    label: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """What is said about a place when the pointer is near it, or the arrow keys come by.

    `key` names it to other charts of the page. `low` and `high` are its range, drawn with it.
    """

    x: float
    y: float
    text: str
    key: int = 0
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """A word for a look: that of a point, or a curve with its band, `dashed` or not."""

    text: str
    role: Role = Role.CHART_OWN
    dashed: bool = False
    dot: DotLook | None = None


class Zoom(StrEnum):
    """Along which axes one may look closer."""

    NONE = "none"
    ACROSS = "across"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class ChartSpec:
    """A whole chart. `headroom` and `right_room` are px at 100 % kept free for words.

    With `read_across` the nearest reading along the x axis is read out, wherever the pointer is.
    `hint` stands below what is read out: what it brings to choose it.
    """

    x: Axis
    y: Axis
    zones: tuple[Zone, ...] = ()
    references: tuple[Reference, ...] = ()
    curves: tuple[Curve, ...] = ()
    dots: tuple[Dot, ...] = ()
    bars: tuple[Bars, ...] = ()
    events: tuple[Event, ...] = ()
    readings: tuple[Reading, ...] = ()
    legend: tuple[LegendEntry, ...] = ()
    headroom: int = 36
    right_room: int = 56
    x_labels: bool = True
    read_across: bool = False
    hint: str = ""
    zoom: Zoom = Zoom.NONE


def day_number(day: date) -> float:
    """A day as a place on a time axis."""
    return float(day.toordinal())


def month_axis(first: date, last: date, formats: Formats) -> Axis:
    """A time axis with each month's name in the middle of its days.

    The first month and each January carry the year; over more than two years all do, because the
    chart leaves names out where they would meet. A span too short for a month's name has the name
    of the day in its middle. The axis ends with the end of the last day.
    """
    long = (last - first).days > _TWO_YEARS
    ticks: list[tuple[float, str]] = []
    month = first.replace(day=1)
    while month <= last:
        following = (month + timedelta(days=32)).replace(day=1)
        begin, end = max(month, first), min(following - timedelta(days=1), last)
        with_year = long or not ticks or month.month == 1
        if (end - begin).days >= _LEAST_DAYS:
            middle = (day_number(begin) + day_number(end)) / 2
            ticks.append((middle, formats.month_axis(month, with_year=with_year)))
        month = following
    if not ticks:
        day = first + (last - first) // 2
        ticks.append((day_number(day) + _NOON, formats.day_month(day)))

    def finer(low: float, high: float) -> tuple[tuple[float, str], ...]:
        begin, end = date.fromordinal(int(low)), date.fromordinal(max(int(low), int(high) - 1))
        if (end - begin).days > _FEW_DAYS:
            return month_axis(begin, end, formats).ticks
        days = (begin + timedelta(days=day) for day in range((end - begin).days + 1))
        return tuple((day_number(day) + _NOON, formats.day_month(day)) for day in days)

    return Axis(day_number(first), day_number(last) + 1, tuple(ticks), finer=finer)


_TWO_YEARS = 731
_NOON = 0.5
_FEW_DAYS = 45
_LEAST_DAYS = 9  # a shorter piece of a month has no room for its name


def even_ticks(
    high: float, formats: Formats, *, most: int = 7, whole: bool = False
) -> tuple[tuple[float, str], ...]:
    """Round steps from 0 to at least `high`: 0, 2, 4 ... Not more than `most` of them."""
    step = _round_step(high / max(1, most - 1), whole=whole)
    decimals = max(0, -_exponent(step)) if step < 1 else 0
    if not step.is_integer() and step > 1:
        decimals = 1
    count = int(-(-high // step)) if high > 0 else 1
    return tuple(
        (place * step, formats.number(place * step, decimals)) for place in range(count + 1)
    )


def ticks_between(
    low: float, high: float, formats: Formats, *, most: int = 7
) -> tuple[tuple[float, str], ...]:
    """Round steps inside a piece of an axis. Not more than `most` of them."""
    step = _round_step((high - low) / max(1, most - 1), whole=False)
    decimals = max(0, -_exponent(step)) if step < 1 else 0
    first, last = ceil(low / step - _HAIR), floor(high / step + _HAIR)
    return tuple(
        (place * step, formats.number(place * step, decimals)) for place in range(first, last + 1)
    )


_HAIR = 1e-9


def _round_step(least: float, *, whole: bool) -> float:
    """The next of 1, 2, 5 times a power of ten."""
    if least <= 0:
        return 1.0
    power = 10.0 ** _exponent(least)
    step = next(power * factor for factor in (1, 2, 5, 10) if power * factor >= least * 0.999)
    return max(1.0, step) if whole else step


def _exponent(value: float) -> int:
    exponent = 0
    while value >= 10 ** (exponent + 1):
        exponent += 1
    while value < 10.0**exponent:
        exponent -= 1
    return exponent
