"""The SIM cards of the demo and the numbers that services sent from."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from desktop.models.sim import SimStep
from desktop.models.states import NumberKind, SimStatus
from desktop.services.demo.calendar import DemoCalendar
from desktop.services.demo.cast import AGENT, COLLEAGUE, NumberStory, ServicePlan
from desktop.services.demo.numbers import iccid, sender_number

FIRST_NUMBER_DAYS_AGO = 900
_STOCK = (("Drei", 41), ("Drei", 41), ("A1", 55))
"""Carrier and age in days of the cards in stock: fewer than the five that are wanted."""

_RETIRED = ("A1", "Magenta")
_RETIRED_AFTER_DAYS = 14
"""How long after its replacement a blocked card is taken out of use."""


@dataclass(frozen=True, slots=True)
class CardEvent:
    """One change of a card's status."""

    status: SimStatus
    at: datetime
    actor: str
    reason: str
    of_service: bool = True
    step: SimStep | None = None


@dataclass(slots=True)
class Card:
    """One SIM card; ``service`` is the index of the service that used it, in cast order."""

    iccid: str | None
    msisdn: str
    carrier: str
    events: list[CardEvent]
    service: int | None = None
    from_at: datetime | None = None
    until_at: datetime | None = None
    note: str = ""
    kind: NumberKind = NumberKind.SIM
    reserved_for: int | None = None
    reserved_at: datetime | None = None
    export_says_active_at: datetime | None = None
    """The last export did not know of the block; somebody has to decide."""


@dataclass(frozen=True, slots=True)
class Numbers:
    """The sender numbers of a service: the one of now, since when, and the one before."""

    current: str
    since: datetime
    former: str | None = None
    blocked_at: datetime | None = None

    def at(self, moment: datetime) -> str:
        """Return the number that the service had at ``moment``."""
        if self.former is not None and moment < self.since:
            return self.former
        return self.current


@dataclass(slots=True)
class CardBox:
    """All cards of the demo."""

    calendar: DemoCalendar
    cards: list[Card] = field(default_factory=list)
    _blocked_service: int | None = None

    def equip(self, service: int, plan: ServicePlan) -> Numbers:
        """Give a service its card or cards, and tell its numbers."""
        since = self.calendar.days_ago(FIRST_NUMBER_DAYS_AGO, 10, 30)
        first = self._card(plan.carrier, since - timedelta(days=28), service, since)
        if plan.on_platform:
            self._put_on_platform(first)
        if plan.story is NumberStory.WARNED:
            self._warn(first, self.calendar.days_ago(plan.story_days_ago, 8, 12), 4.1)
        elif plan.story is NumberStory.BLOCKED:
            self._warn(first, self.calendar.days_ago(plan.story_days_ago + 15, 8, 12), 3.8)
            blocked = self.calendar.days_ago(plan.story_days_ago, 21)
            self._add(first, SimStatus.BLOCKED, blocked, "Meldungen von Nutzern")
            self._blocked_service = service
            return Numbers(first.msisdn, since, blocked_at=blocked)
        elif plan.story in {NumberStory.REPLACED, NumberStory.JUST_REPLACED}:
            return self._replace(first, plan, *self._moments(plan))
        return Numbers(first.msisdn, since)

    def fill_stock(self) -> None:
        """Add the cards that nobody uses: those in stock, and old ones out of use."""
        for carrier, age in _STOCK:
            self._card(carrier, self.calendar.days_ago(age, 16, 5))
        self._reserve(self._card("Drei", self.calendar.days_ago(41, 16, 5)))
        for carrier in _RETIRED:
            card = self._card(carrier, self.calendar.days_ago(1_300, 9, 40))
            retired = self.calendar.days_ago(FIRST_NUMBER_DAYS_AGO - 12, 11)
            self._add(card, SimStatus.RETIRED, retired, "nicht mehr gebraucht")

    def _moments(self, plan: ServicePlan) -> tuple[datetime, datetime]:
        """Return when the number was blocked and when it was replaced."""
        if plan.story is NumberStory.JUST_REPLACED:
            replaced = self.calendar.at_work - timedelta(minutes=64)
            index = self.calendar.index(self.calendar.at_work)
            return self.calendar.at(index - 1, 20.95 * 3_600), replaced
        days = plan.story_days_ago
        return self.calendar.days_ago(days + 1, 22, 15), self.calendar.days_ago(days, 15, 10)

    def _replace(
        self, old: Card, plan: ServicePlan, blocked: datetime, replaced: datetime
    ) -> Numbers:
        self._add(old, SimStatus.BLOCKED, blocked, "Meldungen von Nutzern")
        old.until_at = replaced
        old.note = "gesperrt, ersetzt"
        if plan.story is NumberStory.JUST_REPLACED:
            old.export_says_active_at = old.from_at
        elif plan.story_days_ago > _RETIRED_AFTER_DAYS:
            self._add(
                old, SimStatus.RETIRED, replaced + timedelta(days=_RETIRED_AFTER_DAYS), "ersetzt"
            )
        delivered = self.calendar.days_ago(max(plan.story_days_ago, 1) + 40, 16, 5)
        new = self._card(plan.carrier, delivered, old.service, replaced)
        return Numbers(new.msisdn, replaced, old.msisdn, blocked)

    def _put_on_platform(self, card: Card) -> None:
        """Let the number be one of the Business Platform, without a card."""
        card.kind, card.iccid, card.carrier = NumberKind.PLATFORM, None, ""
        delivered = card.events[0]
        card.events[0] = replace(delivered, reason="Business-Platform")

    def _reserve(self, card: Card) -> None:
        """Keep a card for the service whose number is blocked."""
        card.service = card.reserved_for = self._blocked_service
        card.reserved_at = self.calendar.at_work - timedelta(minutes=41)
        event = CardEvent(SimStatus.IN_STOCK, card.reserved_at, COLLEAGUE, "", step=SimStep.RESERVE)
        card.events.append(event)

    def _warn(self, card: Card, at: datetime, per_day: float) -> None:
        shown = f"{per_day:.1f}".replace(".", ",")
        self._add(card, SimStatus.WARNED, at, f"Qualität niedrig, {shown} Nachrichten am Tag")

    def _add(self, card: Card, status: SimStatus, at: datetime, reason: str) -> None:
        card.events.append(
            CardEvent(status, at, COLLEAGUE, reason, of_service=card.service is not None)
        )

    def _card(
        self, carrier: str, delivered: datetime, service: int | None = None,
        assigned: datetime | None = None,
    ) -> Card:  # fmt: skip
        serial = len(self.cards)
        reason = f"Lieferung {carrier}, 10 Karten"
        events = [CardEvent(SimStatus.IN_STOCK, delivered, AGENT, reason, of_service=False)]
        card = Card(
            iccid(carrier, serial), sender_number(carrier, serial), carrier, events, service,
            from_at=assigned,
        )  # fmt: skip
        if assigned is not None:
            events.append(CardEvent(SimStatus.ACTIVE, assigned, AGENT, "zugewiesen"))
        self.cards.append(card)
        return card
