"""What the frequency page shows: one service's messages and opt-outs, week by week."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop.models.frequency.rates import FEWEST_OPT_OUTS, FEWEST_SEND_DAYS, Estimate
from desktop.models.records.frequency import Often


class TrafficSpan(StrEnum):
    """How far back a page looks, counted from the last day with data."""

    DAYS_90 = "days_90"
    YEAR = "year"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class ServiceChoice:
    """One service to choose from, and whether there is any traffic of it."""

    service_id: int
    service_name: str
    customer_id: int
    customer_name: str
    has_traffic: bool


@dataclass(frozen=True, slots=True)
class Tally:
    """What happened on some days, added up.

    ``sent_per_day`` is the mean of the messages each contact was sent on these days. ``rate`` is
    the share of contacts that leaves in one period (0..1); None where no contact was at risk.
    ``read`` and ``clicked`` are shares of the messages sent; None where nobody counted them.
    """

    first_day: date
    last_day: date
    sent_per_day: float
    opt_outs: int
    contact_days: int
    send_days: int
    rate: Estimate | None
    read: float | None = None
    clicked: float | None = None

    @property
    def too_few(self) -> bool:
        """Whether the rate rests on too few opt-outs or send days to be relied on."""
        return self.opt_outs < FEWEST_OPT_OUTS or self.send_days < FEWEST_SEND_DAYS


@dataclass(frozen=True, slots=True)
class Week:
    """The days of one calendar week that count together.

    A week in which the time after a number change begins or ends stands twice: once with its days
    that count, once, ``left_out``, with the others. ``messages_per_day`` is the mean, weighted with
    contacts, of what was sent a day in the seven days before each day; None where it is unknown.
    """

    tally: Tally
    messages_per_day: float | None
    left_out: bool


@dataclass(frozen=True, slots=True)
class NumberChange:
    """A service began to send from another number; days up to ``left_out_until`` do not count."""

    day: date
    number: str
    left_out_until: date


@dataclass(frozen=True, slots=True)
class AgreedChange:
    """From ``day`` on a service is to send ``often``, as the customer agreed in a case.

    ``effect`` is what was lost before and after; None where nobody asked.
    """

    day: date
    often: Often
    effect: BeforeAfter | None = None


class Verdict(StrEnum):
    """What the days before and after an agreed change say together."""

    WAITING = "waiting"
    """No day after the change counts yet."""
    TOO_FEW = "too_few"
    """One of the sides rests on too few opt-outs or send days."""
    LOWER = "lower"
    HIGHER = "higher"
    UNDECIDED = "undecided"
    """The difference is within what chance leaves room for."""


@dataclass(frozen=True, slots=True)
class BeforeAfter:
    """What a service lost before an agreed change and after it.

    ``ratio`` is the opt-out rate after, divided by the one before; None where there is none.
    ``first_day`` is the first day that counts as after.
    """

    agreed_on: date
    first_day: date
    before: Tally | None
    after: Tally | None
    ratio: Estimate | None
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class DayFigures:
    """One day of a service; ``messages_per_day`` is the mean of the seven days before it."""

    day: date
    contacts_at_risk: int
    messages_sent: float
    messages_per_day: float | None
    opt_outs: int
    read: int | None
    clicked: int | None


@dataclass(frozen=True, slots=True)
class ServiceTraffic:
    """Messages and opt-outs of one service.

    ``counted`` adds up the weeks that are not left out, ``latest`` the last 30 days whatever
    happened in them; both are None without traffic. ``messages_per_day_now`` is the mean of the
    last seven days with data. Rates are for ``period_days``. ``days`` are those of the weeks.
    """

    service_id: int
    service_name: str
    customer_id: int
    customer_name: str
    period_days: int
    weeks: tuple[Week, ...]
    counted: Tally | None
    latest: Tally | None
    messages_per_day_now: float
    changes: tuple[NumberChange, ...]
    agreements: tuple[AgreedChange, ...] = ()
    days: tuple[DayFigures, ...] = ()

    def days_of(self, week: Week) -> tuple[DayFigures, ...]:
        """Return the days that a week adds up."""
        first, last = week.tally.first_day, week.tally.last_day
        return tuple(one for one in self.days if first <= one.day <= last)

    @property
    def empty(self) -> bool:
        """Whether there is no traffic at all."""
        return not self.weeks

    @property
    def changed_lately(self) -> bool:
        """Whether the time after a number change reaches into the latest days."""
        latest = self.latest
        return latest is not None and any(
            change.day <= latest.last_day and change.left_out_until >= latest.first_day
            for change in self.changes
        )
