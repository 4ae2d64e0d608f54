"""The days of the demo, counted back from its moment, and when its agents were at work."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from desktop.models.send_window import is_open
from desktop.services.demo.cast import DAYS

ZONE = ZoneInfo("Europe/Vienna")
"""Austria and Germany keep the same time."""

_DAY_BEGINS = time(10, 30)
_DAY_ENDS = time(17, 40)
_A_DAY_S = 86_400


@dataclass(frozen=True, slots=True)
class DemoCalendar:
    """``now`` is the moment of the demo; ``at_work`` the last moment at which somebody sent.

    ``today`` is the local day of ``now``.
    """

    now: datetime
    at_work: datetime
    today: date

    @staticmethod
    def around(now: datetime) -> DemoCalendar:
        """Return the calendar that ends at ``now`` (aware)."""
        local = now.astimezone(ZONE)
        return DemoCalendar(now.astimezone(UTC), _last_working_moment(local), local.date())

    def day(self, index: int) -> date:
        """Return the day of an index: 0 is the first day of traffic, ``DAYS`` - 1 yesterday."""
        return self.today - timedelta(days=DAYS - index)

    def index(self, moment: datetime) -> int:
        """Return the index of the local day of ``moment``."""
        return DAYS - (self.today - moment.astimezone(ZONE).date()).days

    def at(self, index: int, seconds: float) -> datetime:
        """Return the moment some seconds after the local midnight of a day, in UTC."""
        midnight = datetime.combine(self.day(index), time(), ZONE).astimezone(UTC)
        return midnight + timedelta(seconds=int(seconds))

    def days_ago(self, days: int, hour: int, minute: int = 0) -> datetime:
        """Return a local time of day some days before today, in UTC."""
        local = datetime.combine(self.today - timedelta(days=days), time(hour, minute), ZONE)
        return local.astimezone(UTC)

    def working_day(self, days: int, hour: int, minute: int = 0) -> datetime:
        """Like ``days_ago``, but on the last day before it on which SMS may be sent."""
        while not is_open(self.days_ago(days, hour, minute), ZONE.key, "AT"):
            days += 1
        return self.days_ago(days, hour, minute)

    def seconds_today(self) -> float:
        """Return how much of today has passed."""
        return min((self.now - self.at(DAYS, 0)).total_seconds(), _A_DAY_S - 1)


def _last_working_moment(local: datetime) -> datetime:
    day = local.date()
    while not _is_working_day(day) or local < datetime.combine(day, _DAY_BEGINS, ZONE):
        day -= timedelta(days=1)
    return min(local, datetime.combine(day, _DAY_ENDS, ZONE)).astimezone(UTC)


def _is_working_day(day: date) -> bool:
    return is_open(datetime.combine(day, _DAY_BEGINS, ZONE), ZONE.key, "AT")
