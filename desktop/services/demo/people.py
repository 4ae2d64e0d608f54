"""The contacts of a service and everything that happened to them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random

from desktop.models.signup import ProjectionTuple, project_tuples
from desktop.models.states import ContactEventKind, ContactState, SmsState
from desktop.services.demo.calendar import DemoCalendar
from desktop.services.demo.cast import DAYS, ServicePlan
from desktop.services.demo.days import ServiceDays
from desktop.services.demo.numbers import NumberBook, Spelled
from desktop.services.demo.stories import Numbers

Event = tuple[ContactEventKind, datetime, str | None]

_A_DAY_S = 86_400
_SOURCES = ("web", "web", "web", "qr", "kasse", "social")
_FIRST_NAMES = (
    "Anna", "Lukas", "Marie", "Felix", "Laura", "Paul", "Sophie", "Jonas", "Lea", "David",
    "Emma", "Simon", "Julia", "Tobias", "Sarah", "Florian", "Katharina", "Michael", "Eva", "Peter",
)  # fmt: skip
_LAST_NAMES = (
    "Bauer", "Berger", "Brunner", "Ebner", "Fuchs", "Gruber", "Haas", "Huber", "Koller", "Lang",
    "Lehner", "Maier", "Moser", "Müller", "Pichler", "Reiter", "Schmid", "Wagner", "Weber", "Wolf",
)  # fmt: skip


@dataclass(slots=True)
class Person:
    """One contact to be: number, events, and the reminders that it got."""

    e164: str
    raw: str
    name: str
    source: str
    events: list[Event] = field(default_factory=list)
    reminders: list[tuple[datetime, SmsState]] = field(default_factory=list)
    id: int = 0

    @property
    def entered_at(self) -> datetime:
        """When the number was entered, the last time."""
        return max(at for kind, at, _ in self.events if kind is ContactEventKind.ENTERED)

    def incomplete_at(self, moment: datetime) -> bool:
        """Tell whether the sign-up was under way but not complete at ``moment``."""
        kinds = {kind for kind, at, _ in self.events if at <= moment}
        return kinds == {ContactEventKind.ENTERED}

    def project(self, numbers: Numbers) -> ProjectionTuple[datetime]:
        """Return where the contact stands, by the rule of the domain."""
        return project_tuples(self.events, numbers.current, numbers.since)


@dataclass(slots=True)
class Crowd:
    """All contacts of one service; ``frozen`` were active when the number was blocked."""

    people: list[Person] = field(default_factory=list)
    frozen: list[Person] = field(default_factory=list)
    taken: set[str] = field(default_factory=set)


class CrowdBuilder:
    """Lets the contacts of one service sign up, stay and leave, day by day."""

    def __init__(
        self, plan: ServicePlan, country: str, numbers: Numbers, calendar: DemoCalendar,
        book: NumberBook, random: Random,
    ) -> None:  # fmt: skip
        self._plan = plan
        self._country = country
        self._numbers = numbers
        self._calendar = calendar
        self._book = book
        self._random = random
        self._crowd = Crowd()
        self._gone: list[tuple[int, Person]] = []

    def build(self, days: ServiceDays) -> Crowd:
        """Return everybody, as they stand now."""
        active = [self._started(self._long_ago(), late=0.0) for _ in range(days.stock)]
        for index in range(DAYS):
            if index == days.frozen_from:
                self._crowd.frozen = list(active)
            if index == days.alive_again:
                active = []
            self._live(active, index, days)
        if days.frozen_from >= DAYS:
            self._crowd.frozen = list(active)
        self._add_incomplete()
        wanted = self._plan.unsubscribed
        self.add_former(self._plan.left_before if wanted is None else wanted - self._have_left())
        return self._crowd

    def add_former(self, count: int) -> None:
        """Add people who signed up and left before the first day."""
        for _ in range(count):
            person = self._started(self._calendar.at(-self._random.randrange(90, 470), 50_000))
            start = max(at for _, at, _ in person.events)
            stop = start + timedelta(days=self._random.uniform(2, 80))
            person.events.append((ContactEventKind.STOPPED, stop, None))

    def _have_left(self) -> int:
        return sum(
            person.project(self._numbers).state is ContactState.UNSUBSCRIBED
            for person in self._crowd.people
        )

    def _live(self, active: list[Person], index: int, days: ServiceDays) -> None:
        leaving = self._random.sample(range(len(active)), min(days.stops[index], len(active)))
        for place in sorted(leaving, reverse=True):
            active[place], active[-1] = active[-1], active[place]
            person = active.pop()
            person.events.append((ContactEventKind.STOPPED, self._daytime(index), None))
            self._gone.append((index, person))
        active.extend(
            self._comes_back(index) or self._started(self._daytime(index))
            for _ in range(days.starts[index])
        )

    def _comes_back(self, index: int) -> Person | None:
        """Return one who left a while ago and starts again of his own accord, now and then."""
        if not self._gone or self._random.random() >= _COME_BACK:
            return None
        left, person = self._gone[0]
        if index - left < _AWAY_AT_LEAST_DAYS:
            return None
        del self._gone[0]
        moment = self._daytime(index)
        person.events.append((ContactEventKind.STARTED, moment, self._numbers.at(moment)))
        return person

    def _started(self, moment: datetime, late: float | None = None) -> Person:
        """Return somebody who entered the number and then sent *Start* at ``moment``."""
        person = self._newcomer()
        share = self._plan.late_starters if late is None else late
        if self._random.random() < share:
            waited = timedelta(days=self._random.uniform(1.2, 16))
        else:
            waited = timedelta(seconds=self._random.randrange(20, 1_500))
        person.events.append((ContactEventKind.ENTERED, moment - waited, None))
        person.events.append((ContactEventKind.STARTED, moment, self._numbers.at(moment)))
        return person

    def _add_incomplete(self) -> None:
        plan = self._plan.incomplete
        for count, youngest, oldest in (
            (plan.old, 30.5, 390.0),
            (plan.middle, 12.4, 29.0),
            (plan.recent, 6.5, 11.6),
            (plan.fresh, 1.1, 4.6),
        ):
            for _ in range(count):
                self._enters(self._days_back(youngest, oldest))
        for _ in range(plan.new):
            moment = self._calendar.at(DAYS, 0.8 * self._calendar.seconds_today())
            self._enters(moment)
        for _ in range(plan.landlines):
            self._enters(self._days_back(2, 80), self._book.landline(self._crowd.taken))
        for _ in range(self._plan.suppressed):
            person = self._enters(self._days_back(40, 380))
            erased = person.entered_at + timedelta(days=self._random.uniform(0.2, 20))
            person.events.append((ContactEventKind.SUPPRESSED, erased, None))

    def _enters(self, moment: datetime, spelled: Spelled | None = None) -> Person:
        person = self._newcomer(spelled)
        if self._random.random() < _ENTER_TWICE:
            person.events.append(
                (
                    ContactEventKind.ENTERED,
                    moment - timedelta(hours=self._random.uniform(1, 9)),
                    None,
                )
            )
        person.events.append((ContactEventKind.ENTERED, moment, None))
        return person

    def _newcomer(self, spelled: Spelled | None = None) -> Person:
        e164, raw = spelled or self._book.mobile(self._country, self._crowd.taken)
        named = self._random.random() < _GIVE_A_NAME
        pick = self._random.choice
        name = f"{pick(_FIRST_NAMES)} {pick(_LAST_NAMES)}" if named else ""
        person = Person(e164, raw, name, pick(_SOURCES))
        self._crowd.people.append(person)
        return person

    def _daytime(self, index: int) -> datetime:
        return self._calendar.at(index, 3_600 * self._random.triangular(6.5, 20.9, 18))

    def _long_ago(self) -> datetime:
        return self._daytime(-self._random.randrange(1, 470))

    def _days_back(self, youngest: float, oldest: float) -> datetime:
        """Return a moment that many days before now; more of them lately than long ago."""
        days = youngest + (oldest - youngest) * self._random.random() ** 1.3
        return self._calendar.now - timedelta(seconds=int(days * _A_DAY_S))


def return_to_new_number(
    crowd: Crowd, numbers: Numbers, share: float, random: Random, until: datetime
) -> None:
    """Let a share of those on the old number start on the new one, most of them soon."""
    for person in crowd.frozen:
        if random.random() >= share:
            continue
        moment = numbers.since + timedelta(seconds=int(3_600 * random.expovariate(1 / 60)) + 900)
        if moment < until:
            person.events.append((ContactEventKind.STARTED, moment, numbers.current))


_GIVE_A_NAME = 0.35
_ENTER_TWICE = 0.03
_COME_BACK = 0.04
_AWAY_AT_LEAST_DAYS = 20
