"""Messages a day against opt-outs: one point for each week, beside what the FAQ says."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from math import ceil

from PySide6.QtCore import QCoreApplication

from desktop.models.records.traffic import ServiceTraffic, Week
from desktop.views.formats import Formats
from desktop.views.rates import words
from desktop.views.rates.curves import Estimates, curves, highest, legend
from desktop.views.widgets.chart_spec import (
    Axis,
    ChartSpec,
    Dot,
    DotLook,
    LegendEntry,
    Reading,
    Reference,
    Zone,
    Zoom,
    even_ticks,
    ticks_between,
)

FAQ_ZONE = (1.0, 3.0)
"""One to three messages a day: where the provider's FAQ sees the fewest opt-outs."""

FAQ_RATE = 10.0
"""The FAQ's rate in per cent. It gives no period, so the line enters no calculation."""

_Known = tuple[int, Week, float, float]
"""The number of a week, the week, its messages a day, its rate in per cent."""
_LEAST_TOP, _LEAST_RIGHT = 12.0, 5.0
_HEADROOM, _NEAR_TOP = 1.05, 0.98


def rate_spec(
    traffic: ServiceTraffic,
    formats: Formats,
    estimates: Estimates | None = None,
    hint: str = "",
) -> ChartSpec:
    """Return the chart of a service, with the curves that have been estimated.

    A week that says little is grey, one after a number change hollow. A rate above the upper edge,
    which only weeks of these two kinds can have, stands at the edge as a triangle.
    """
    estimates = estimates or Estimates()
    known = _known(traffic)
    period_days = traffic.period_days
    upward = even_ticks(_top(known, highest(estimates, period_days)), formats)
    right = max([_LEAST_RIGHT, *(float(ceil(often)) for _, _, often, _ in known)])
    across = even_ticks(right, formats, most=11, whole=True)
    top = upward[-1][0]
    named = partial(ticks_between, formats=formats)
    return ChartSpec(
        x=Axis(0, across[-1][0], across, _across_title(), named),
        y=Axis(0, top, upward, _upward_title(traffic, formats), named),
        zones=(Zone(*FAQ_ZONE, QCoreApplication.translate("RateBlock", "FAQ: 1 to 3 a day")),),
        references=(Reference(FAQ_RATE, _faq_words()),),
        curves=curves(estimates, period_days, across[-1][0], top),
        dots=tuple(_dot(week, often, rate, top) for _, week, often, rate in known),
        readings=tuple(
            _reading(number, week, (often, min(rate, top * _NEAR_TOP)), formats)
            for number, week, often, rate in known
        ),
        legend=(
            *legend(estimates, formats),
            *_legend([_look(week, rate, top) for _, week, _, rate in known]),
        ),
        right_room=76 if estimates.own_curve or estimates.peer_curve else 8,
        hint=hint,
        zoom=Zoom.BOTH,
    )


def _top(known: Sequence[_Known], of_curves: float) -> float:
    """Return how far up the chart goes: all that can be relied on has its place."""
    firm = [rate for _, week, _, rate in known if not week.tally.too_few and not week.left_out]
    return max([_LEAST_TOP, *(rate * _HEADROOM for rate in (*firm, of_curves))])


def _across_title() -> str:
    return QCoreApplication.translate("RateBlock", "Messages a day (mean of the last 7 days)")


def _faq_words() -> str:
    return QCoreApplication.translate(
        "RateBlock", "10 % says the FAQ, the period is not stated there"
    )


def _upward_title(traffic: ServiceTraffic, formats: Formats) -> str:
    title = QCoreApplication.translate("RateBlock", "Opt-outs in {} days, % of the active contacts")
    return title.format(formats.number(traffic.period_days))


def _known(traffic: ServiceTraffic) -> list[_Known]:
    """Return the weeks that can be drawn: number, week, messages a day, rate in per cent."""
    return [
        (number, week, week.messages_per_day, week.tally.rate.estimate * 100)
        for number, week in enumerate(traffic.weeks)
        if week.messages_per_day is not None and week.tally.rate is not None
    ]


def _look(week: Week, rate: float, top: float) -> DotLook:
    if rate > top:
        return DotLook.ABOVE
    if week.left_out:
        return DotLook.LEFT_OUT
    return DotLook.FEW if week.tally.too_few else DotLook.FULL


def _dot(week: Week, often: float, rate: float, top: float) -> Dot:
    height = min(rate, top * _NEAR_TOP)
    return Dot(often, height, week.tally.contact_days, _look(week, rate, top))


def _reading(number: int, week: Week, place: tuple[float, float], formats: Formats) -> Reading:
    rate = week.tally.rate
    low, high = (rate.low * 100, rate.high * 100) if rate is not None else (None, None)
    return Reading(*place, "\n".join(words.week_lines(week, formats)), number, low, high)


def _legend(looks: list[DotLook]) -> tuple[LegendEntry, ...]:
    """Return the looks that occur with what they mean."""
    meanings = (
        (DotLook.FULL, QCoreApplication.translate("RateBlock", "weeks, area = contact-days")),
        (DotLook.FEW, QCoreApplication.translate("RateBlock", "few data")),
        (DotLook.LEFT_OUT, QCoreApplication.translate("RateBlock", "after a number change")),
        (DotLook.ABOVE, QCoreApplication.translate("RateBlock", "above the upper edge")),
    )
    return tuple(
        LegendEntry(text, dot=look)
        for look, text in meanings
        if look is DotLook.FULL or look in looks
    )
