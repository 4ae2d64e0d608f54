"""Reads and clicks against the frequency: a point for each week, and each frequency's mean."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from functools import partial
from math import ceil

from PySide6.QtCore import QCoreApplication

from desktop.models.records.frequency import OwnEstimate, ShareAt
from desktop.models.records.traffic import ServiceTraffic, Tally, Week
from desktop.views.formats import Formats
from desktop.views.rates import estimate_words, words
from desktop.views.widgets.chart_spec import (
    Axis,
    ChartSpec,
    Curve,
    Dot,
    DotLook,
    Reading,
    Zoom,
    even_ticks,
    ticks_between,
)

_LEAST_RIGHT, _LEAST_TOP, _WHOLE = 5.0, 5.0, 100.0
_TICKS = 5


class Counted(StrEnum):
    """What was counted of the messages."""

    READ = "read"
    CLICKED = "clicked"


def is_counted(traffic: ServiceTraffic, what: Counted) -> bool:
    """Tell whether there is anything to draw."""
    return any(_share(what)(week.tally) is not None for week in traffic.weeks)


def read_spec(
    traffic: ServiceTraffic, what: Counted, own: OwnEstimate | None, formats: Formats
) -> ChartSpec:
    """Return the chart of what was read or clicked.

    Weeks do not say how sure they are; the line through the means of the frequencies does.
    """
    known = [
        (number, week, week.messages_per_day, 100 * share)
        for number, week in enumerate(traffic.weeks)
        if week.messages_per_day is not None and (share := _share(what)(week.tally)) is not None
    ]
    right = max([_LEAST_RIGHT, *(float(ceil(often)) for _, _, often, _ in known)])
    across = even_ticks(right, formats, most=11, whole=True)
    highest = min(max([_LEAST_TOP, *(share for *_, share in known)]), _WHOLE)
    upward = even_ticks(highest, formats, most=_TICKS)
    top = upward[-1][0]
    named = partial(ticks_between, formats=formats)
    return ChartSpec(
        x=Axis(0, across[-1][0], across, _across(), named),
        y=Axis(0, top, upward, _title(what), named),
        curves=_means(what, own, top),
        dots=tuple(
            Dot(often, min(share, top), week.tally.contact_days, _look(week))
            for _, week, often, share in known
        ),
        readings=tuple(
            Reading(often, min(share, top), _words(what, week, share, formats), number)
            for number, week, often, share in known
        ),
        right_room=8,
        hint=words.days_hint(),
        zoom=Zoom.BOTH,
    )


def summary(what: Counted, own: OwnEstimate | None, formats: Formats) -> str:
    """Return the means of the frequencies in words."""
    return "; ".join(
        f"{estimate_words.often_word(one.often)}: {words.rate_with_range(one.share, formats)}"
        for one in _points(what, own)
    )


def _points(what: Counted, own: OwnEstimate | None) -> tuple[ShareAt, ...]:
    if own is None:
        return ()
    return own.read if what is Counted.READ else own.clicked


def _share(what: Counted) -> Callable[[Tally], float | None]:
    return (lambda tally: tally.read) if what is Counted.READ else (lambda tally: tally.clicked)


def _look(week: Week) -> DotLook:
    return DotLook.LEFT_OUT if week.left_out else DotLook.FULL


def _means(what: Counted, own: OwnEstimate | None, top: float) -> tuple[Curve, ...]:
    """Return the means of the frequencies as a line with its band."""
    points = _points(what, own)
    if len(points) < 2:  # noqa: PLR2004 - a line wants two
        return ()
    return (
        Curve(
            tuple(one.frequency for one in points),
            tuple(min(100 * one.share.estimate, top) for one in points),
            low=tuple(min(100 * one.share.low, top) for one in points),
            high=tuple(min(100 * one.share.high, top) for one in points),
        ),
    )


def _across() -> str:
    return QCoreApplication.translate("RateBlock", "Messages a day (mean of the last 7 days)")


def _title(what: Counted) -> str:
    return {
        Counted.READ: QCoreApplication.translate("ReadBlock", "Read, % of the messages"),
        Counted.CLICKED: QCoreApplication.translate("ReadBlock", "Clicked, % of the messages"),
    }[what]


def _words(what: Counted, week: Week, share: float, formats: Formats) -> str:
    """Return what is read out of a week."""
    text = {
        Counted.READ: QCoreApplication.translate("ReadBlock", "{} of the messages read"),
        Counted.CLICKED: QCoreApplication.translate("ReadBlock", "{} of the messages clicked"),
    }[what]
    return "\n".join([text.format(formats.percent(share / 100)), *words.week_lines(week, formats)])
