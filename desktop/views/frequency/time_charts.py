"""Messages and opt-outs over time, one above the other, with number changes marked."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.models.records.traffic import ServiceTraffic, Week
from desktop.views.formats import Formats
from desktop.views.rates import estimate_words, words
from desktop.views.widgets.chart_spec import (
    Axis,
    Bars,
    ChartSpec,
    Curve,
    Dot,
    DotLook,
    Event,
    Reading,
    Zone,
    Zoom,
    day_number,
    even_ticks,
    month_axis,
)

_LEAST_SENT, _LEAST_RATE = 3.0, 6.0
_MOST_TICKS = 3
_HEADROOM = 28
_LAST_OF_WEEK = 6


def sent_spec(traffic: ServiceTraffic, formats: Formats) -> ChartSpec:
    """Return the bars of what was sent a day, week by week."""
    weeks = traffic.weeks
    sent = tuple(week.tally.sent_per_day for week in weeks)
    upward = even_ticks(max([_LEAST_SENT, *sent]), formats, most=_MOST_TICKS)
    title = QCoreApplication.translate("TimeBlock", "Messages a day")
    bars = Bars(
        tuple(day_number(week.tally.first_day) for week in weeks),
        tuple(day_number(week.tally.last_day) + 1 for week in weeks),
        sent,
        label=formats.number(sent[-1], 1) if sent else "",
    )
    return ChartSpec(
        x=_days(traffic, formats),
        y=Axis(0, upward[-1][0], upward, title),
        zones=_zones(traffic),
        bars=(bars,),
        events=_events(traffic, formats),
        readings=_readings(weeks, sent, formats),
        headroom=_HEADROOM,
        x_labels=False,
        read_across=True,
        hint=words.days_hint(),
        zoom=Zoom.ACROSS,
    )


def rate_over_time_spec(traffic: ServiceTraffic, formats: Formats) -> ChartSpec:
    """Return the line of the opt-out rate; it is dashed after a number change.

    So it is where a week has only begun: its rate stands for a day or two.
    """
    weeks = tuple(week for week in traffic.weeks if week.tally.rate is not None)
    rates = tuple(_rate_of(week) for week in weeks)
    upward = even_ticks(max([_LEAST_RATE, *rates]), formats, most=_MOST_TICKS)
    title = QCoreApplication.translate("TimeBlock", "Opt-outs in {} days, %")
    whole = [week for week in weeks if _is_whole(week)] or list(weeks)
    line = Curve(
        tuple(_middle(week) for week in weeks),
        rates,
        label=words.rate(whole[-1].tally.rate, formats) if weeks else "",
        width=1.5,
        muted=tuple(week.left_out or not _is_whole(week) for week in weeks),
    )
    numbers = {id(week): number for number, week in enumerate(traffic.weeks)}
    return ChartSpec(
        x=_days(traffic, formats),
        y=Axis(0, upward[-1][0], upward, title.format(formats.number(traffic.period_days))),
        zones=_zones(traffic),
        curves=(line,),
        dots=_alone(weeks),
        events=_effects(traffic, formats),
        readings=_readings(weeks, rates, formats, [numbers[id(week)] for week in weeks]),
        headroom=_HEADROOM,
        read_across=True,
        hint=words.days_hint(),
        zoom=Zoom.ACROSS,
    )


def _days(traffic: ServiceTraffic, formats: Formats) -> Axis:
    """Return the axis that both charts share."""
    if not traffic.weeks:
        return Axis(0, 1)
    first, last = traffic.weeks[0].tally.first_day, traffic.weeks[-1].tally.last_day
    return month_axis(first, last, formats)


def _alone(weeks: tuple[Week, ...]) -> tuple[Dot, ...]:
    """Return the point of the one week there is: a line wants two."""
    if len(weeks) != 1:
        return ()
    look = DotLook.FEW if weeks[0].tally.too_few else DotLook.FULL
    return (Dot(_middle(weeks[0]), _rate_of(weeks[0]), look=look),)


def _events(traffic: ServiceTraffic, formats: Formats) -> tuple[Event, ...]:
    """Return the number changes and what was agreed, with their words."""
    return (
        *(Event(day_number(one.day), words.change(one, formats)) for one in traffic.changes),
        *(
            Event(day_number(one.day), estimate_words.agreed(one, formats))
            for one in traffic.agreements
        ),
    )


def _effects(traffic: ServiceTraffic, formats: Formats) -> tuple[Event, ...]:
    """Return the same marks, with what was lost before and after each change that was agreed."""
    return (
        *(Event(day_number(one.day)) for one in traffic.changes),
        *(
            Event(day_number(one.day), estimate_words.before_and_after(one, formats))
            for one in traffic.agreements
        ),
    )


def _zones(traffic: ServiceTraffic) -> tuple[Zone, ...]:
    """Return the days after each number change, which do not count."""
    return tuple(
        Zone(day_number(change.day), day_number(change.left_out_until) + 1)
        for change in traffic.changes
    )


def _readings(
    weeks: tuple[Week, ...],
    values: tuple[float, ...],
    formats: Formats,
    numbers: list[int] | None = None,
) -> tuple[Reading, ...]:
    keys = numbers if numbers is not None else list(range(len(weeks)))
    return tuple(
        Reading(_middle(week), value, "\n".join(words.week_lines(week, formats)), key)
        for week, value, key in zip(weeks, values, keys, strict=True)
    )


def _is_whole(week: Week) -> bool:
    return (week.tally.last_day - week.tally.first_day).days == _LAST_OF_WEEK


def _rate_of(week: Week) -> float:
    """Return the rate of a week in per cent."""
    return week.tally.rate.estimate * 100 if week.tally.rate is not None else 0.0


def _middle(week: Week) -> float:
    """Return the place of a week on the time axis."""
    return (day_number(week.tally.first_day) + day_number(week.tally.last_day) + 1) / 2
