"""How a service lives through the days: what it sends, who comes, who leaves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from math import exp
from random import Random

from desktop.services.demo.calendar import DemoCalendar
from desktop.services.demo.cast import DAYS, NumberStory, Rhythm, ServicePlan

_BUSY_WEEKDAYS = (0.95, 0.9, 0.95, 1.0, 1.1, 1.15, 0.95)
"""How many sign up on each weekday, against the mean."""

_LEAVE_WITHOUT_A_MESSAGE = 0.3
"""Share of opt-outs that a day sees even if nothing is sent."""


@dataclass(frozen=True, slots=True)
class ServiceDays:
    """One entry for each day: messages to each contact, newcomers, leavers.

    ``stock`` is how many are active when the first day begins. From ``frozen_from`` on nothing
    is sent and nobody comes or leaves, because the number is blocked; ``alive_again`` is the day
    after the replacement. Both are over ``DAYS`` where that never happens.
    """

    stock: int
    messages: tuple[int, ...]
    starts: tuple[int, ...]
    stops: tuple[int, ...]
    frozen_from: int
    alive_again: int


def plan_days(plan: ServicePlan, calendar: DemoCalendar, random: Random) -> ServiceDays:
    """Plan the days of a service so that ``plan.active`` are active in the end.

    Planned backwards from that number, as far as it counts: to the end of the days, or to the
    day on which the number was blocked. What comes after is planned forwards.
    """
    frozen, alive = _frozen_days(plan, calendar)
    messages = tuple(
        0 if frozen <= index < alive else _messages(plan, calendar, index) for index in range(DAYS)
    )
    leaving = _hazards(plan, messages)
    starts, stops = [0] * DAYS, [0] * DAYS
    active = plan.active
    for index in reversed(range(min(frozen, DAYS))):
        stops[index] = min(_poisson(active * leaving[index], random), active)
        starts[index] = min(_newcomers(plan, calendar.day(index), random), active)
        active += stops[index] - starts[index]
    stock = active
    active = 0
    for index in range(alive, DAYS):
        stops[index] = _poisson(active * leaving[index], random)
        starts[index] = _newcomers(plan, calendar.day(index), random)
        active += starts[index] - stops[index]
    return ServiceDays(stock, messages, tuple(starts), tuple(stops), frozen, alive)


def _frozen_days(plan: ServicePlan, calendar: DemoCalendar) -> tuple[int, int]:
    """Return the first day without traffic, and the first day on a new number."""
    if plan.story is NumberStory.BLOCKED:
        return DAYS - plan.story_days_ago + 1, DAYS + 1
    if plan.story is NumberStory.REPLACED:
        return DAYS - plan.story_days_ago, DAYS - plan.story_days_ago + 1
    if plan.story is NumberStory.JUST_REPLACED:
        replaced = calendar.index(calendar.at_work)
        return replaced, replaced + 1
    return DAYS + 1, DAYS + 1


def _messages(plan: ServicePlan, calendar: DemoCalendar, index: int) -> int:
    early = plan.earlier is not None and index < DAYS - plan.changed_days_ago
    rhythm = plan.earlier if early and plan.earlier is not None else plan.rhythm
    return _on_day(rhythm, calendar.day(index))


def _on_day(rhythm: Rhythm, day: date) -> int:
    if rhythm.month_days:
        return int(day.day in rhythm.month_days)
    return rhythm.week[day.weekday()]


def _hazards(plan: ServicePlan, messages: tuple[int, ...]) -> list[float]:
    """Return for each day the share of the active ones who leave."""
    hazards = []
    for index, today in enumerate(messages):
        span = messages[max(0, index - 27) : index + 1]
        mean = sum(span) / len(span)
        loss = plan.loss * (0.75 + 0.25 * min(mean, 1.0))
        loss *= 1 + plan.loss_by_frequency * max(0.0, mean - 1.0) ** 1.2
        felt = today / mean if mean else 0.0
        share = _LEAVE_WITHOUT_A_MESSAGE + (1 - _LEAVE_WITHOUT_A_MESSAGE) * felt
        hazards.append(loss / 30 * share)
    return hazards


def _newcomers(plan: ServicePlan, day: date, random: Random) -> int:
    return _poisson(plan.starts_per_day * _BUSY_WEEKDAYS[day.weekday()], random)


def _poisson(mean: float, random: Random) -> int:
    """Draw from a Poisson distribution; for large means from the normal one that is near it."""
    if mean <= 0:
        return 0
    if mean > 30:  # noqa: PLR2004  # from here on the two differ by less than the eye sees
        return max(0, round(random.gauss(mean, mean**0.5)))
    limit, product, count = exp(-mean), random.random(), 0
    while product > limit:
        product *= random.random()
        count += 1
    return count
