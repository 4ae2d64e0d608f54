"""Opt-out rates with their exact uncertainty: what was seen, without any model.

    rate_of(events, exposure) -> Estimate                          # per unit of exposure, exact
    share_lost(opt_outs, contact_days, period_days) -> Estimate    # 0..1, e.g. of a month
    share_of(events, trials) -> Estimate                           # Wilson, for charts
    exact_share_of(events, trials) -> Estimate                     # Clopper-Pearson, for claims
    trailing_frequencies(days) -> tuple[float | None, ...]         # messages per day, before each

An opt-out rate is opt-outs per contact-day, never per message: with a background of people who
leave anyway, sending more makes the rate per message fall while the list empties faster. The
frequency that belongs to a day is that of the seven days *before* it; otherwise an opt-out in the
morning would be put down to messages that were not yet sent. Days without messages stay in: they
are the background. All bounds are of 95 %.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import exp, sqrt
from statistics import NormalDist

TAIL = 0.025
"""What is left out at each end of an interval of 95 %."""

WINDOW_DAYS = 7
FEWEST_OPT_OUTS = 5
FEWEST_SEND_DAYS = 3

TENURE_BOUNDS = (7, 30, 90)
"""Last day of each band of the time that a contact has been there; one more band is open."""


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
    """One service on one day; ``messages_sent`` is what each contact at risk got that day.

    ``read`` and ``clicked`` count messages; None where nobody counted them.
    """

    day: date
    contacts_at_risk: int
    messages_sent: float
    opt_outs: int
    read: int | None = None
    clicked: int | None = None


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


def share_of(events: int, trials: int, error: float = 2 * TAIL) -> Estimate:
    """Return a share (0..1) with Wilson's interval, which is close on average: for charts.

    ``error`` is what the interval may miss.

    Raises:
        ValueError: There are no trials, or more events than trials.
    """
    _check_share(events, trials)
    z = -NormalDist().inv_cdf(error / 2)
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
