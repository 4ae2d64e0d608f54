"""Fills a database with customers, services and incomplete sign-ups, as many as wanted."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import insert

from desktop.models.states import ContactState, SimStatus, SmsState
from desktop.models.tables import Contact, Customer, NewsletterService, ServiceCount
from desktop.services.storage.database import Database

_CHUNK = 20_000
_LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)
_SHARES = (0.0, 0.03, 0.1, 0.35, 1.0)
"""Bounds of the shares of ages: today, up to 7 days, up to 30 days, up to 400 days."""
_BOUNDS_DAYS = (0.0, 1.0, 7.0, 30.0, 400.0)


def fill_signups(
    database: Database, at: datetime, signups: int, *, services: int = 12, seed: int = 7
) -> None:
    """Adds customers with two services each and spreads ``signups`` over them, a third to one.

    Every tenth service is blocked and one in ten has no number. Ages, reminders and what came of
    them are spread as they are in practice: most are old, few have been reminded.
    """
    chance = random.Random(seed)
    with database.write() as session:
        session.execute(insert(Customer), [_customer(n) for n in range(1, services // 2 + 1)])
        session.execute(
            insert(NewsletterService), [_service(n, at) for n in range(1, services + 1)]
        )
        counts = dict.fromkeys(range(1, services + 1), 0)
        for chunk in _chunks(signups):
            rows = [_signup(chance, number, services, at) for number in chunk]
            for row in rows:
                counts[row["service_id"]] += 1
            session.execute(insert(Contact), rows)
        session.execute(insert(ServiceCount), list(_counts(counts)))


def add_services(database: Database, rows: Sequence[dict[str, Any]]) -> None:
    """Adds services 1, 2, ... of one customer; what is left out gets the value of a working one."""
    with database.write() as session:
        session.execute(insert(Customer), [_customer(1)])
        services = [{**_service(n, _LONG_AGO), **row} for n, row in enumerate(rows, start=1)]
        session.execute(insert(NewsletterService), [{**one, "customer_id": 1} for one in services])


def add_contacts(database: Database, rows: Sequence[dict[str, Any]]) -> None:
    """Adds contacts as given; what is left out gets the value of a fresh incomplete sign-up."""
    with database.write() as session:
        session.execute(insert(Contact), [{**_BLANK, **_number(row), **row} for row in rows])


_BLANK: dict[str, Any] = {
    "service_id": 1,
    "name": "",
    "source": "",
    "state": ContactState.INCOMPLETE,
    "reminders_sent": 0,
    "last_reminder_at": None,
    "last_reminder_state": None,
}


def _number(row: dict[str, Any]) -> dict[str, Any]:
    digits = row["e164"][1:]
    return {"raw_phone": row["e164"], "reversed_digits": digits[::-1]}


def _customer(number: int) -> dict[str, Any]:
    return {"id": number, "customer_no": f"K{number:05}", "name": f"Gasthof Muster {number:03}"}


def _service(number: int, at: datetime) -> dict[str, Any]:
    blocked, missing = number % 10 == 9, number % 10 == 0
    return {
        "id": number,
        "service_no": f"D{number:05}",
        "customer_id": (number + 1) // 2,
        "name": f"Neuigkeiten {number}",
        "sender_number": None if missing else f"+43660555{number:04}",
        "sim_status": None if missing else SimStatus.BLOCKED if blocked else SimStatus.ACTIVE,
        "sim_status_since": None if missing else at - timedelta(days=10),
    }


def _signup(chance: random.Random, number: int, services: int, at: datetime) -> dict[str, Any]:
    entered_at = at - timedelta(days=_age_days(chance))
    reminders = chance.choices((0, 1, 2), (80, 15, 5))[0]
    last = entered_at + (at - entered_at) * chance.random() if reminders else None
    e164 = f"+4366{chance.randrange(10)}{number:08}"
    return {
        **_BLANK,
        "service_id": 1 if chance.random() < 1 / 3 else chance.randrange(services) + 1,
        "e164": e164,
        **_number({"e164": e164}),
        "name": f"Muster {number}",
        "entered_at": entered_at,
        "reminders_sent": reminders,
        "last_reminder_at": last,
        "last_reminder_state": SmsState.DELIVERED if last else None,
    }


def _age_days(chance: random.Random) -> float:
    share = chance.random()
    band = next(n for n, bound in enumerate(_SHARES[1:]) if share <= bound)
    return chance.uniform(_BOUNDS_DAYS[band], _BOUNDS_DAYS[band + 1])


def _counts(incomplete: dict[int, int]) -> Iterator[dict[str, Any]]:
    for service_id, contacts in incomplete.items():
        for state, count in (
            (ContactState.INCOMPLETE, contacts),
            (ContactState.UNSUBSCRIBED, 70 + service_id),
            (ContactState.SUPPRESSED, 5),
        ):
            yield {"service_id": service_id, "state": state, "contacts": count}


def _chunks(total: int) -> Iterator[range]:
    for start in range(0, total, _CHUNK):
        yield range(start, min(start + _CHUNK, total))
