"""Turns what the demo made up into rows of the tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import datetime
from itertools import count
from typing import Any

from desktop.models.folding import search_text
from desktop.models.records.conflicts import ConflictMatter
from desktop.models.states import ContactState, NumberKind, SimStatus
from desktop.services.demo.cast import CAST, COLLEAGUE, CustomerPlan
from desktop.services.demo.dispatches import Newsletter
from desktop.services.demo.people import Person
from desktop.services.demo.stories import Card, CardBox, CardEvent
from desktop.services.demo.traffic import DayOfTraffic

Rows = list[dict[str, Any]]

CUSTOMER_NO_STEP = 7


def customer_rows() -> Rows:
    """Return the customers, ids from 1 in the order of the cast."""
    return [_customer(number, plan) for number, plan in enumerate(CAST, start=1)]


def _customer(number: int, plan: CustomerPlan) -> dict[str, Any]:
    phone, shown = _persons_phone(number, plan.country)
    customer_no = f"K{10_000 + (number - 1) * CUSTOMER_NO_STEP}"
    return {
        "id": number,
        "customer_no": customer_no,
        "name": plan.name,
        "street": plan.street,
        "zip": plan.zip,
        "city": plan.city,
        "country": plan.country,
        "language": "de",
        "contact_person": plan.person,
        "contact_phone_raw": shown,
        "contact_phone": phone,
        "contact_phone_reversed": phone[:0:-1],
        "contact_email": f"kontakt{number - 1}@example.com",
        "imported_notes": "",
        "search_text": search_text(customer_no, plan.name, plan.city, plan.person),
    }


def _persons_phone(number: int, country: str) -> tuple[str, str]:
    """Return the phone of a contact person: as clearly invented as everybody's."""
    if country == "DE":
        return f"+493023125{number:03d}", f"030 23125 {number:03d}"
    rest = f"008{8_100 + number * 59:04d}"
    return f"+43676{rest}", f"0676 {rest}"


def service_rows(newsletters: Sequence[Newsletter], box: CardBox) -> Rows:
    """Return the services with what their SIM cards say."""
    cards = {card.service: card for card in box.cards if card.from_at and not card.until_at}
    return [_service(one, cards[one.id]) for one in newsletters]


def _service(newsletter: Newsletter, card: Card) -> dict[str, Any]:
    plan = newsletter.plan
    return {
        "id": newsletter.id,
        "service_no": newsletter.service_no,
        "customer_id": newsletter.customer_id,
        "name": plan.name,
        "signup_url": f"https://example.com/{newsletter.service_no.casefold()}",
        "timezone": newsletter.customer.timezone,
        "sender_number": card.msisdn,
        "sim_status": card.events[-1].status,
        "sim_status_since": card.events[-1].at,
        "number_since": card.from_at,
        "search_text": search_text(newsletter.service_no, plan.name),
    }


def sim_rows(box: CardBox) -> tuple[Rows, Rows, Rows]:
    """Return the cards, their events and their assignments."""
    cards: Rows = []
    events: Rows = []
    assignments: Rows = []
    for number, card in enumerate(box.cards, start=1):
        cards.append(_card(number, card))
        events += [_card_event(number, card, event) for event in card.events]
        if card.from_at is not None:
            assignments.append(
                {
                    "sim_id": number,
                    "service_id": card.service,
                    "from_at": card.from_at,
                    "until_at": card.until_at,
                }
            )
    return cards, _numbered(events), _numbered(assignments)


def _card(number: int, card: Card) -> dict[str, Any]:
    last = card.events[-1]
    return {
        "id": number,
        "kind": card.kind,
        "iccid": card.iccid,
        "msisdn": card.msisdn,
        "msisdn_reversed": card.msisdn[:0:-1],
        "carrier": card.carrier,
        "status": last.status,
        "status_since": card.events[0].at if card.reserved_at else last.at,
        "note": card.note,
        "reserved_for": card.reserved_for,
        "reserved_by": COLLEAGUE if card.reserved_for else "",
        "reserved_at": card.reserved_at,
        "revision": len(card.events),
    }


def conflict_rows(box: CardBox, found_at: datetime) -> Rows:
    """Return what the last export and the books do not agree on."""
    return _numbered(
        [
            {
                "sim_id": number,
                "matter": ConflictMatter.NOT_KNOWN,
                "reported": SimStatus.ACTIVE,
                "reported_at": card.export_says_active_at,
                "reported_reason": "",
                "kept": card.events[-1].status,
                "kept_since": card.events[-1].at,
                "source": "import",
                "found_at": found_at,
                "decided_by": "",
                "decided_why": "",
            }
            for number, card in enumerate(box.cards, start=1)
            if card.export_says_active_at is not None
        ]
    )


def platform_rows(box: CardBox, read_at: datetime) -> Rows:
    """Return what the Business Platform said last about its numbers."""
    return [
        {
            "sim_id": number,
            "platform_id": f"1065403522{number:05d}",
            "name": "Weingut Pichler",
            "status": "CONNECTED",
            "quality": "YELLOW",
            "messaging_limit": "TIER_2K",
            "name_status": "APPROVED",
            "can_send": "AVAILABLE",
            "hints": [],
            "read_at": read_at,
        }
        for number, card in enumerate(box.cards, start=1)
        if card.kind is NumberKind.PLATFORM
    ]


def _card_event(number: int, card: Card, event: CardEvent) -> dict[str, Any]:
    return {
        "sim_id": number,
        "status": event.status,
        "at": event.at,
        "entered_at": event.at,
        "step": event.step,
        "service_id": card.service if event.of_service else None,
        "actor": event.actor,
        "reason": event.reason,
        "source": _source(card, event),
    }


def _source(card: Card, event: CardEvent) -> str:
    if event.step is not None or event.status is not SimStatus.IN_STOCK:
        return "agent"
    return "graph" if card.kind is NumberKind.PLATFORM else "import"


def contact_rows(newsletters: Sequence[Newsletter]) -> tuple[Rows, Rows, Rows]:
    """Return contacts, their events, and the counts; gives every person an id."""
    contacts: Rows = []
    events: Rows = []
    ids = count(1)
    counts: Counter[tuple[int, ContactState]] = Counter()
    for newsletter in newsletters:
        for person in newsletter.crowd.people:
            person.id = next(ids)
            row = _contact(person, newsletter)
            contacts.append(row)
            counts[newsletter.id, row["state"]] += 1
            events += _events(person)
    numbers = [
        {"service_id": one.id, "state": state, "contacts": counts[one.id, state]}
        for one in newsletters
        for state in ContactState
    ]
    return contacts, _numbered(events), numbers


def _contact(person: Person, newsletter: Newsletter) -> dict[str, Any]:
    now = person.project(newsletter.numbers)
    reminders = sorted(one for one in person.reminders if one[0] >= now.entered_at)
    landline = person.e164.startswith("+431")
    return {
        "id": person.id,
        "service_id": newsletter.id,
        "e164": person.e164,
        "reversed_digits": person.e164[:0:-1],
        "sms_country": None if landline else newsletter.customer.country,
        "raw_phone": person.raw,
        "name": person.name,
        "source": person.source,
        **now._asdict(),
        "reminders_sent": len(reminders),
        "last_reminder_at": reminders[-1][0] if reminders else None,
        "last_reminder_state": reminders[-1][1] if reminders else None,
    }


def _events(person: Person) -> Iterator[dict[str, Any]]:
    for kind, at, number in sorted(person.events, key=_moment):
        yield {
            "contact_id": person.id,
            "kind": kind,
            "at": at,
            "number": number,
            "source": "import",
        }


def _moment(event: tuple[Any, datetime, Any]) -> datetime:
    return event[1]


def traffic_rows(service_id: int, days: Sequence[DayOfTraffic]) -> Rows:
    """Return the days of one service."""
    return [{"service_id": service_id, **asdict(day)} for day in days]


def _numbered(rows: Rows) -> Rows:
    return [{"id": number, **row} for number, row in enumerate(rows, start=1)]
