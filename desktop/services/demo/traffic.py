"""What each service sent on each day, counted from what really happened to its contacts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from random import Random

from desktop.models.states import ContactEventKind
from desktop.services.demo.calendar import DemoCalendar
from desktop.services.demo.cast import DAYS
from desktop.services.demo.days import ServiceDays
from desktop.services.demo.people import Crowd


@dataclass(frozen=True, slots=True)
class DayOfTraffic:
    """One service on one day."""

    day: date
    contacts_at_risk: int
    messages_sent: int
    opt_outs: int
    delivered: int
    read: int
    clicked: int
    new_starts: int


def traffic_of(
    crowd: Crowd, days: ServiceDays, calendar: DemoCalendar, random: Random
) -> Iterator[DayOfTraffic]:
    """Yield the days of a service, first to last."""
    starts = _by_day(crowd, ContactEventKind.STARTED, calendar)
    stops = _by_day(crowd, ContactEventKind.STOPPED, calendar)
    replaced = _replaced_on(days)
    active = days.stock
    for index in range(DAYS):
        messages = days.messages[index]
        delivered = round(active * messages * random.uniform(0.978, 0.992))
        read = round(delivered * (0.88 - 0.05 * messages) * random.uniform(0.96, 1.03))
        clicked = round(read * 0.14 / (1 + 0.25 * messages) * random.uniform(0.85, 1.15))
        yield DayOfTraffic(
            calendar.day(index), active, messages, stops[index], delivered, min(read, delivered),
            clicked, starts[index],
        )  # fmt: skip
        # With a replacement all contacts have to come back; those who did have started anew.
        active = starts[index] if index == replaced else active + starts[index] - stops[index]


def _replaced_on(days: ServiceDays) -> int | None:
    if days.alive_again <= DAYS:
        return days.alive_again - 1
    return None


def _by_day(crowd: Crowd, kind: ContactEventKind, calendar: DemoCalendar) -> list[int]:
    counts = [0] * (DAYS + 1)
    for person in crowd.people:
        for one, at, _ in person.events:
            if one is kind:
                index = calendar.index(at)
                if index >= 0:
                    counts[min(index, DAYS)] += 1
    return counts
