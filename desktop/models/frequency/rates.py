"""Opt-out rates with their exact uncertainty: what was seen, without any model.

    rate_of(events, exposure) -> Estimate                          # per unit of exposure, exact
    share_lost(opt_outs, contact_days, period_days) -> Estimate    # 0..1, e.g. of a month
    share_of(events, trials) -> Estimate                           # Wilson, for charts
    exact_share_of(events, trials) -> Estimate                     # Clopper-Pearson, for claims
    trailing_frequencies(days) -> tuple[float | None, ...]         # messages per day, before each
    rates_by_frequency(days) -> tuple[FrequencyBin, ...]
    rates_by_week(days) -> tuple[WeekRate, ...]

An opt-out rate is opt-outs per contact-day, never per message: with a background of people who
leave anyway, sending more makes the rate per message fall while the list empties faster. The
frequency that belongs to a day is that of the seven days *before* it; otherwise an opt-out in the
morning would be put down to messages that were not yet sent. Days without messages stay in: they
are the background. All bounds are of 95 %.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from math import exp, inf, sqrt
from statistics import NormalDist

TAIL = 0.025
"""What is left out at each end of an interval of 95 %."""

WINDOW_DAYS = 7
FEWEST_OPT_OUTS = 5
FEWEST_SEND_DAYS = 3

FREQUENCY_BOUNDS = (0.0, 1 / 7, 3 / 7, 1.0, 2.0, 3.0, 5.0, inf)
"""Upper bounds of the bins, in messages per day: none, weekly, thrice a week, daily, two, three,
five a day, more. A bound belongs to the bin that it ends."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """A value and the bounds of its interval of 95 %."""

    estimate: float
    low: float
    high: float

    def through(self, rising: Callable[[float], float]) -> Estimate:
        """Return the same on another scale, given a function that only rises."""
        return Estimate(rising(self.estimate), rising(self.low), rising(self.high))


@dataclass(frozen=True, slots=True)
class DayTraffic:
    """One service on one day; ``messages_sent`` is what each contact at risk got that day."""

    day: date
    contacts_at_risk: int
    messages_sent: float
    opt_outs: int


@dataclass(frozen=True, slots=True)
class FrequencyBin:
    """All days whose frequency lies in (``above``, ``up_to``], in messages per day.

    ``frequency`` is their mean, weighted with contact-days; ``rate`` is per contact-day. ``thin``:
    fewer than five opt-outs or three days of sending, too little to show like the others.
    """

    above: float
    up_to: float
    frequency: float
    opt_outs: int
    contact_days: int
    send_days: int
    rate: Estimate

    @property
    def thin(self) -> bool:
        """Whether there is too little in it to trust its look."""
        return self.opt_outs < FEWEST_OPT_OUTS or (
            self.up_to > 0 and self.send_days < FEWEST_SEND_DAYS
        )


@dataclass(frozen=True, slots=True)
class WeekRate:
    """One week (``monday``) of a service; ``rate`` is per contact-day, ``frequency`` per day."""

    monday: date
    frequency: float
    opt_outs: int
    contact_days: int
    days: int
    rate: Estimate


def rate_of(events: int, exposure: float) -> Estimate:
    """Return events per unit of exposure with the exact Poisson interval (Garwood 1936).

    Raises:
        ValueError: There is no exposure, or a negative number of events.
    """
    if exposure <= 0 or events < 0:
        message = f"no rate of {events} in {exposure}"
        raise ValueError(message)
    from scipy.special import gammaincinv

    low = float(gammaincinv(events, TAIL)) if events else 0.0
    high = float(gammaincinv(events + 1, 1 - TAIL))
    return Estimate(events / exposure, low / exposure, high / exposure)


def share_lost(opt_outs: int, contact_days: int, period_days: float) -> Estimate:
    """Return the share (0..1) of a list that leaves within a period, at a constant rate.

    Raises:
        ValueError: There are no contact-days.
    """
    rate = rate_of(opt_outs, contact_days)
    return rate.through(lambda per_day: 1 - exp(-per_day * period_days))


def share_of(events: int, trials: int) -> Estimate:
    """Return a share (0..1) with Wilson's interval, which is close on average: for charts.

    Raises:
        ValueError: There are no trials, or more events than trials.
    """
    _check_share(events, trials)
    z = -NormalDist().inv_cdf(TAIL)
    share, scale = events / trials, 1 + z**2 / trials
    centre = (share + z**2 / (2 * trials)) / scale
    half = z / scale * sqrt(share * (1 - share) / trials + z**2 / (4 * trials**2))
    low = 0.0 if events == 0 else centre - half
    high = 1.0 if events == trials else centre + half
    return Estimate(share, low, high)


def exact_share_of(events: int, trials: int) -> Estimate:
    """Return a share (0..1) with the interval of Clopper and Pearson: never too narrow.

    Raises:
        ValueError: There are no trials, or more events than trials.
    """
    _check_share(events, trials)
    from scipy.special import betaincinv

    low = float(betaincinv(events, trials - events + 1, TAIL)) if events else 0.0
    high = float(betaincinv(events + 1, trials - events, 1 - TAIL)) if events < trials else 1.0
    return Estimate(events / trials, low, high)


def trailing_frequencies(days: Sequence[DayTraffic]) -> tuple[float | None, ...]:
    """Return for each day the messages per day in the seven days before it.

    None where one of those seven days is not in the data: nobody knows what was sent.
    """
    sent = {day.day: day.messages_sent for day in days}
    return tuple(_mean_before(day.day, sent) for day in days)


def rates_by_frequency(days: Sequence[DayTraffic]) -> tuple[FrequencyBin, ...]:
    """Return the opt-out rate of each bin of frequency that has contact-days, lowest first."""
    known = _known(days)
    bins = []
    for above, up_to in zip((-inf, *FREQUENCY_BOUNDS), FREQUENCY_BOUNDS, strict=False):
        inside = [(day, often) for day, often in known if above < often <= up_to]
        if inside:
            opt_outs, contact_days, frequency = _sums(inside)
            bins.append(
                FrequencyBin(
                    above=max(above, 0.0),
                    up_to=up_to,
                    frequency=frequency,
                    opt_outs=opt_outs,
                    contact_days=contact_days,
                    send_days=sum(day.messages_sent > 0 for day, _ in inside),
                    rate=rate_of(opt_outs, contact_days),
                )
            )
    return tuple(bins)


def rates_by_week(days: Sequence[DayTraffic]) -> tuple[WeekRate, ...]:
    """Return the opt-out rate of each week that has contact-days, in order; weeks may be cut."""
    weeks = groupby(sorted(_known(days), key=lambda pair: pair[0].day), _monday)
    found = []
    for monday, pairs in weeks:
        inside = list(pairs)
        opt_outs, contact_days, frequency = _sums(inside)
        rate = rate_of(opt_outs, contact_days)
        found.append(WeekRate(monday, frequency, opt_outs, contact_days, len(inside), rate))
    return tuple(found)


def _check_share(events: int, trials: int) -> None:
    """Refuse what is no share."""
    if trials <= 0 or not 0 <= events <= trials:
        message = f"no share of {events} in {trials}"
        raise ValueError(message)


def _mean_before(day: date, sent: dict[date, float]) -> float | None:
    """Return the mean of the seven days before, or None."""
    window = [sent.get(day - timedelta(days=back)) for back in range(1, WINDOW_DAYS + 1)]
    known = [messages for messages in window if messages is not None]
    return sum(known) / WINDOW_DAYS if len(known) == WINDOW_DAYS else None


def _known(days: Sequence[DayTraffic]) -> list[tuple[DayTraffic, float]]:
    """Return the days that somebody could leave on and whose frequency is known, with it."""
    pairs = zip(days, trailing_frequencies(days), strict=True)
    return [(day, often) for day, often in pairs if often is not None and day.contacts_at_risk > 0]


def _sums(pairs: Iterable[tuple[DayTraffic, float]]) -> tuple[int, int, float]:
    """Return opt-outs, contact-days, and the mean frequency weighted with contact-days."""
    opt_outs, contact_days, weighted = 0, 0, 0.0
    for day, often in pairs:
        opt_outs += day.opt_outs
        contact_days += day.contacts_at_risk
        weighted += often * day.contacts_at_risk
    return opt_outs, contact_days, weighted / contact_days


def _monday(pair: tuple[DayTraffic, float]) -> date:
    """Return the Monday of a day's week."""
    day = pair[0].day
    return day - timedelta(days=day.weekday())
