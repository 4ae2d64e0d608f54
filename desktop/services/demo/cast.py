"""Who plays in the demo: invented customers and services, and what happens to each.

Names of businesses and people are made up; the numbers come from :mod:`.numbers`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

DAYS = 400
"""How many days of traffic the demo has; the last one is yesterday."""

CONTACTS = 50_000
"""How many contacts the demo has in all services together."""

AGENT = "Lena Moser"
COLLEAGUE = "Tobias Reiter"
SUPERVISOR = "Jana Kofler"


class NumberStory(StrEnum):
    """What happened to the sender number of a service."""

    STEADY = "steady"
    WARNED = "warned"
    BLOCKED = "blocked"
    REPLACED = "replaced"
    JUST_REPLACED = "just_replaced"


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How many messages each contact gets: by weekday (Monday first), or on days of the month."""

    week: tuple[int, int, int, int, int, int, int] = (0, 0, 0, 0, 0, 0, 0)
    month_days: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Incomplete:
    """How many sign-ups are incomplete today, by what becomes of them.

    ``old`` are over 30 days, ``middle`` 12 to 29, ``recent`` 6 to 12, ``fresh`` 1 to 5 days, and
    ``new`` of today; ``landlines`` are no mobile numbers, whatever their age.
    """

    old: int
    middle: int = 0
    recent: int = 0
    fresh: int = 0
    new: int = 0
    landlines: int = 0


@dataclass(frozen=True, slots=True)
class ServicePlan:
    """A service: how many are active in the end, how fast it grows, how often it writes.

    ``earlier`` was the rhythm until ``changed_days_ago``. ``loss`` is the share of contacts lost
    in 30 days at one message a day, ``loss_by_frequency`` how much each further one adds to it.
    With a replaced number, ``active`` counts those at the moment of the replacement.
    ``left_before`` signed up and left before the first day; where ``unsubscribed`` is given, as
    many as make that number in the end.
    """

    name: str
    active: int
    starts_per_day: float
    rhythm: Rhythm
    incomplete: Incomplete
    earlier: Rhythm | None = None
    changed_days_ago: int = 0
    loss: float = 0.022
    loss_by_frequency: float = 0.35
    left_before: int = 0
    unsubscribed: int | None = None
    suppressed: int = 3
    late_starters: float = 0.08
    story: NumberStory = NumberStory.STEADY
    story_days_ago: int = 0
    back_again: float = 0.73
    carrier: str = "A1"
    on_platform: bool = False
    """Its number is one of the Business Platform; ``carrier`` only tells its block of numbers."""


@dataclass(frozen=True, slots=True)
class CustomerPlan:
    """A customer with its people and services."""

    name: str
    street: str
    zip: str
    city: str
    person: str
    services: tuple[ServicePlan, ...]
    country: str = "AT"

    @property
    def timezone(self) -> str:
        """The time zone of all services of this customer."""
        return "Europe/Vienna" if self.country == "AT" else "Europe/Berlin"


def weekly(*days: int) -> Rhythm:
    """One message on each of these weekdays (0 is Monday)."""
    a, b, c, d, e, f, g = (1 if day in days else 0 for day in range(7))
    return Rhythm((a, b, c, d, e, f, g))


CAST: tuple[CustomerPlan, ...] = (
    CustomerPlan("Autohaus Winkler", "Lindengasse 4", "1070", "Wien", "Elias Eder", (
        ServicePlan(
            "Neuwagen-News", 1_204, 2.7, Rhythm((2, 3, 2, 2, 3, 2, 1)),
            Incomplete(old=201, middle=25, recent=41, fresh=12, landlines=31),
            earlier=Rhythm((4, 4, 5, 4, 5, 3, 3)), changed_days_ago=82, loss=0.024,
            unsubscribed=877, suppressed=6, late_starters=0.25, carrier="Drei",
        ),
        ServicePlan(
            "Werkstatt-Service", 486, 0.9, Rhythm((1, 0, 1, 0, 1, 0, 0)),
            Incomplete(old=28, middle=5, recent=4, fresh=4, new=1), loss=0.018, unsubscribed=133,
            story=NumberStory.BLOCKED, story_days_ago=5, carrier="Drei",
        ),
    )),
    CustomerPlan("Zeitung Steiner", "Am Hafen 7", "4020", "Linz", "Ulrike Steiner", (
        ServicePlan(
            "Eilmeldungen", 640, 2.2, Rhythm((4, 4, 5, 4, 4, 4, 4)),
            Incomplete(old=96, middle=20, recent=12, fresh=9, new=2), left_before=180,
            story=NumberStory.JUST_REPLACED, carrier="A1",
        ),
        ServicePlan(
            "Morgenausgabe", 8_100, 9.5, weekly(0, 1, 2, 3, 4, 5),
            Incomplete(old=310, middle=60, recent=31, fresh=28, new=4, landlines=6),
            loss=0.019, suppressed=22, carrier="A1",
        ),
        ServicePlan(
            "Sport kompakt", 2_900, 4.4, Rhythm((2, 1, 1, 1, 1, 3, 4)),
            Incomplete(old=120, middle=22, recent=15, fresh=11, new=1), left_before=240,
            suppressed=8, carrier="Magenta",
        ),
    )),
    CustomerPlan("Radio Kovačević", "Rathausplatz 12", "3100", "St. Pölten", "Ivana Kovačević", (
        ServicePlan(
            "Verkehr", 4_300, 5.6, Rhythm((3, 3, 3, 3, 4, 1, 1)),
            Incomplete(old=150, middle=25, recent=14, fresh=12, new=2), left_before=260,
            suppressed=9, story=NumberStory.REPLACED, story_days_ago=173, carrier="Magenta",
        ),
        ServicePlan(
            "Gewinnspiele", 2_100, 5.0, Rhythm((3, 3, 3, 3, 3, 2, 2)),
            Incomplete(old=140, middle=25, recent=16, fresh=14, new=3), loss=0.028,
            left_before=220, suppressed=11, carrier="A1",
        ),
    )),
    CustomerPlan("Apotheke Wagner", "Linzer Gasse 58", "5020", "Salzburg", "Marie Weber", (
        ServicePlan(
            "Nachtdienst", 1_900, 2.4, weekly(0, 1, 2, 3, 4, 5, 6),
            Incomplete(old=64, middle=14, recent=7, fresh=6), loss=0.014, left_before=110,
            carrier="Magenta",
        ),
    )),
    CustomerPlan("Bäckerei Hollerbach", "Marktgasse 3", "94032", "Passau", "Georg Hollerbach", (
        ServicePlan(
            "Tagesbrot", 104, 0.12, weekly(1, 3, 5), Incomplete(old=9, middle=2, fresh=2),
            suppressed=0, carrier="Telekom",
        ),
    ), country="DE"),
    CustomerPlan("Sporthaus Lechner", "Innrain 21", "6020", "Innsbruck", "Petra Lechner", (
        ServicePlan(
            "Angebote", 1_700, 5.2, Rhythm((4, 4, 4, 4, 5, 5, 2)),
            Incomplete(old=130, middle=24, recent=15, fresh=12, new=2), loss=0.026,
            earlier=Rhythm((2, 2, 2, 2, 3, 3, 0)), changed_days_ago=61, left_before=190,
            suppressed=7, story=NumberStory.WARNED, story_days_ago=2, carrier="A1",
        ),
        ServicePlan(
            "Laufgruppe", 420, 0.6, weekly(1, 4), Incomplete(old=18, middle=4, fresh=3),
            loss=0.015, left_before=25, carrier="Drei",
        ),
    )),
    CustomerPlan("Hotel Ostseeblick", "Strandweg 9", "18119", "Rostock", "Jens Petersen", (
        ServicePlan(
            "Gästepost", 92, 0.1, Rhythm(month_days=(1, 15)), Incomplete(old=8, middle=1, fresh=1),
            suppressed=1, carrier="Telekom",
        ),
    ), country="DE"),
    CustomerPlan("Buchhandlung Seidl", "Sporgasse 15", "8010", "Graz", "Clara Seidl", (
        ServicePlan(
            "Neuerscheinungen", 820, 1.0, weekly(3), Incomplete(old=31, middle=6, fresh=4),
            loss=0.017, left_before=60, carrier="A1",
        ),
    )),
    CustomerPlan("Kino am Ufer", "Uferweg 2", "9020", "Klagenfurt", "Martin Ogris", (
        ServicePlan(
            "Programm", 3_100, 4.0, weekly(3, 5),
            Incomplete(old=118, middle=21, recent=13, fresh=12, new=2), left_before=230,
            suppressed=9, carrier="Drei",
        ),
        ServicePlan(
            "Sneak-Preview", 760, 1.1, weekly(0), Incomplete(old=26, middle=5, fresh=5),
            left_before=40, carrier="Drei", story=NumberStory.REPLACED, story_days_ago=12,
            back_again=0.28,
        ),
    )),
    CustomerPlan("Weingut Pichler", "Kellergasse 30", "3500", "Krems", "Johanna Pichler", (
        ServicePlan(
            "Weinbrief", 1_350, 1.5, Rhythm(month_days=(5,)), Incomplete(old=44, middle=7, fresh=4),
            loss=0.014, left_before=90, carrier="Magenta", on_platform=True,
        ),
    )),
    CustomerPlan("Therme Waldquell", "Kurpark 1", "8280", "Fürstenfeld", "Andreas Gruber", (
        ServicePlan(
            "Tagesangebote", 2_300, 8.0, Rhythm((5, 5, 5, 5, 6, 6, 5)),
            Incomplete(old=160, middle=28, recent=19, fresh=16, new=3), loss=0.024,
            left_before=300, suppressed=12, carrier="A1",
        ),
    )),
    CustomerPlan("Stadtwerke Auental", "Werkstraße 8", "2340", "Mödling", "Sabine Leitner", (
        ServicePlan(
            "Störungsmeldungen", 2_600, 2.2, Rhythm(month_days=(9, 23)),
            Incomplete(old=72, middle=11, fresh=7, landlines=4), loss=0.012, left_before=150,
            suppressed=10, carrier="Magenta",
        ),
    )),
)  # fmt: skip

FILLED_UP = "Morgenausgabe"
"""The service whose former contacts make the whole exactly ``CONTACTS``."""
