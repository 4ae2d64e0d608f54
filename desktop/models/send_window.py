"""When an SMS may reach people: daytime, on working days, by the recipient's own clock.

    is_open(at, zone, country, window=SendWindow()) -> bool
    next_open(at, zone, country, window=SendWindow()) -> datetime      # UTC; ``at`` if it is open
    zone_of(country, otherwise) -> str                                 # of the recipient's country
    public_holidays(country, year) -> frozenset[date]

Rule 6 of ``domain.md``: 09:00 to 19:00 local time, Monday to Saturday, no public holidays of the
recipient's country (those of the whole country).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from desktop.models.field_problems import FieldProblem, Problem

_SATURDAY = 5
_LONGEST_WAIT_DAYS = 31
_ZONES = {
    "AT": "Europe/Vienna",
    "CH": "Europe/Zurich",
    "DE": "Europe/Berlin",
    "IT": "Europe/Rome",
    "LI": "Europe/Vaduz",
}


@dataclass(frozen=True, slots=True)
class SendWindow:
    """Settings of the provider, or a customer's stricter ones.

    Open from ``opens`` until just before ``closes``, on the days up to ``last_weekday`` (Monday is
    0), and on public holidays only without ``spare_holidays``.
    """

    opens: time = time(9)
    closes: time = time(19)
    last_weekday: int = _SATURDAY
    spare_holidays: bool = True

    def stricter_with(self, other: SendWindow) -> SendWindow:
        """Return a window that keeps both."""
        return SendWindow(
            opens=max(self.opens, other.opens),
            closes=min(self.closes, other.closes),
            last_weekday=min(self.last_weekday, other.last_weekday),
            spare_holidays=self.spare_holidays or other.spare_holidays,
        )

    def problems(self) -> Iterator[FieldProblem]:
        """Yield what cannot be so. Nobody may set more than the house rules allow.

        Within their hours no clock is ever put forward or back, so every moment of a window exists
        once.
        """
        most = SendWindow()
        if not most.opens <= self.opens < self.closes:
            yield FieldProblem("opens", Problem.OUT_OF_RANGE)
        if not self.opens < self.closes <= most.closes:
            yield FieldProblem("closes", Problem.OUT_OF_RANGE)
        if not 0 <= self.last_weekday <= most.last_weekday:
            yield FieldProblem("last_weekday", Problem.OUT_OF_RANGE, (0, most.last_weekday))
        if not self.spare_holidays:
            yield FieldProblem("spare_holidays", Problem.OUT_OF_RANGE)


_DEFAULT = SendWindow()


def is_open(at: datetime, zone: str, country: str, window: SendWindow = _DEFAULT) -> bool:
    """Return whether an SMS may go out at an (aware) moment to somebody who lives there."""
    local = at.astimezone(ZoneInfo(zone))
    in_hours = window.opens <= local.time() < window.closes
    return in_hours and _is_day(local.date(), country, window)


def next_open(at: datetime, zone: str, country: str, window: SendWindow = _DEFAULT) -> datetime:
    """Return the first moment from ``at`` on (UTC) at which an SMS may go out.

    Raises:
        LookupError: There is none within a month, so the window is closed for good.
    """
    if is_open(at, zone, country, window):
        return at.astimezone(UTC)
    clock = ZoneInfo(zone)
    today = at.astimezone(clock).date()
    for later in range(_LONGEST_WAIT_DAYS):
        day = today + timedelta(days=later)
        opening = datetime.combine(day, window.opens, clock)
        if opening > at and window.opens < window.closes and _is_day(day, country, window):
            return opening.astimezone(UTC)
    message = "the sending window never opens"
    raise LookupError(message)


def zone_of(country: str, otherwise: str) -> str:
    """Return the time zone of a country that has one; ``otherwise`` for the rest."""
    return _ZONES.get(country, otherwise)


@lru_cache(maxsize=128)
def public_holidays(country: str, year: int) -> frozenset[date]:
    """Return the public holidays of a whole country; none for a country that nobody knows."""
    import holidays

    try:
        found = holidays.country_holidays(country, years=year)
    except NotImplementedError:
        return frozenset()
    return frozenset(found)


def _is_day(day: date, country: str, window: SendWindow) -> bool:
    """Return whether SMS go out on a day at all."""
    holiday = window.spare_holidays and day in public_holidays(country, day.year)
    return day.weekday() <= window.last_weekday and not holiday
