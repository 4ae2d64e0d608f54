"""The customer of the pictures: Autohaus Winkler with 310 incomplete sign-ups, 37 to remind."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import insert

from desktop.models.states import ContactState, SimStatus, SmsState
from desktop.models.tables import Customer, NewsletterService, ServiceCount
from desktop.services.storage.database import Database
from tests.support.signups import add_contacts

NOW = datetime(2026, 11, 24, 18, 50, tzinfo=UTC)
CUSTOMER, SERVICE, OTHER_SERVICE = 1, 1, 2
POSSIBLE, TOO_OLD, RECENTLY, LANDLINE = 37, 201, 41, 31
INCOMPLETE = POSSIBLE + TOO_OLD + RECENTLY + LANDLINE

_DAY = timedelta(days=1)
_PREFIXES = ("650", "699", "664", "676", "681", "660")


def fill_winkler(database: Database, *, sim_status: SimStatus = SimStatus.ACTIVE) -> None:
    """Adds the customer, two services, and the sign-ups of the first one."""
    with database.write() as session:
        session.execute(
            insert(Customer),
            {"id": CUSTOMER, "customer_no": "K10000", "name": "Autohaus Winkler",
             "search_text": "k10000 autohaus winkler"},
        )  # fmt: skip
        session.execute(insert(NewsletterService), list(_services(sim_status)))
        session.execute(insert(ServiceCount), list(_counts()))
    add_contacts(database, list(_contacts()))


def _services(sim_status: SimStatus) -> Iterator[dict[str, Any]]:
    names = {SERVICE: "Neuwagen-News", OTHER_SERVICE: "Werkstatt-Tipps"}
    for number, name in names.items():
        yield {
            "id": number,
            "service_no": f"D1000{number}",
            "customer_id": CUSTOMER,
            "name": name,
            "sender_number": f"+4369988853{number}3",
            "sim_status": sim_status if number == SERVICE else SimStatus.ACTIVE,
            "sim_status_since": NOW - 7 * _DAY,
        }


def _counts() -> Iterator[dict[str, Any]]:
    for state, contacts in (
        (ContactState.INCOMPLETE, INCOMPLETE),
        (ContactState.ACTIVE, 1204),
        (ContactState.UNSUBSCRIBED, 877),
        (ContactState.SUPPRESSED, 6),
    ):
        yield {"service_id": SERVICE, "state": state, "contacts": contacts}


def _contacts() -> Iterator[dict[str, Any]]:
    for number in range(INCOMPLETE):
        mobile = number >= LANDLINE
        prefix = _PREFIXES[number % len(_PREFIXES)]
        local = f"{4_000_000 + number * 7919:07}"
        yield {
            "service_id": SERVICE,
            "e164": f"+43{prefix}{local}" if mobile else f"+431{local}",
            "name": f"Muster {number}",
            **_history(number),
        }


def _history(number: int) -> dict[str, Any]:
    """When it was entered and reminded: first the landlines, then possible, recent, old."""
    if number < LANDLINE + POSSIBLE:
        return {"entered_at": NOW - (1.1 + number % 28) * _DAY}
    if number < LANDLINE + POSSIBLE + RECENTLY:
        delivered = number % 5
        return {
            "entered_at": NOW - (8.4 + number % 15) * _DAY,
            "reminders_sent": 1,
            "last_reminder_at": NOW - 5 * _DAY,
            "last_reminder_state": SmsState.DELIVERED if delivered else SmsState.UNDELIVERABLE,
        }
    return {"entered_at": NOW - (31 + number % 300) * _DAY}
