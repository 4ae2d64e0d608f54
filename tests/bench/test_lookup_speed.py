"""How long a look-up takes among a million contacts."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import insert

from desktop.models.folding import search_text
from desktop.models.tables import Customer, NewsletterService
from desktop.services.lookup import LookUp
from desktop.services.storage.database import Database
from desktop.services.storage.migrations import migrate

CONTACTS = 1_000_000
CUSTOMERS = 2_000
DRAWS = 300
NAMES = ("Autohaus", "Zeitung", "Bäckerei", "Apotheke", "Sporthaus", "Weingut")

pytestmark = pytest.mark.bench


def _number(index: int) -> str:
    return f"+43664{(index * 7_919) % 9_000_000 + 1_000_000}"


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    path: Path = tmp_path_factory.mktemp("bench") / "desk.sqlite"
    opened = Database(f"sqlite:///{path}")
    migrate(opened)
    with opened.write() as session:
        session.execute(
            insert(Customer),
            [
                {
                    "customer_no": f"K{10_000 + index}",
                    "name": f"{NAMES[index % len(NAMES)]} {index}",
                    "search_text": search_text(f"K{10_000 + index}", NAMES[index % len(NAMES)]),
                }
                for index in range(CUSTOMERS)
            ],
        )
        session.execute(
            insert(NewsletterService),
            [
                {"service_no": f"D{index}", "customer_id": index + 1, "name": "News"}
                for index in range(CUSTOMERS)
            ],
        )
        connection = session.connection()
        for start in range(0, CONTACTS, 100_000):
            connection.exec_driver_sql(
                "INSERT INTO contacts (service_id, e164, reversed_digits, raw_phone, name, source,"
                " state, entered_at, reminders_sent)"
                " VALUES (?, ?, ?, ?, '', '', 'incomplete', '2026-11-01 10:00:00.000000', 0)",
                [
                    (index % CUSTOMERS + 1, number, number[:0:-1], number)
                    for index in range(start, start + 100_000)
                    for number in (_number(index),)
                ],
            )
    yield opened
    opened.close()


def _texts(draw: random.Random) -> dict[str, str]:
    number = _number(draw.randrange(CONTACTS))
    return {
        "whole number": "0" + number[3:],
        "digits without plus": number[1:],
        "last 4 digits": number[-4:],
        "last 7 digits": number[-7:],
        "half typed": "0" + number[3:10],
        "word": draw.choice(NAMES)[:5],
        "customer number": f"K{10_000 + draw.randrange(CUSTOMERS)}",
    }


def test_look_up_among_a_million_contacts(database: Database) -> None:
    look_up = LookUp(database)
    draw = random.Random(7)
    times_ms: dict[str, list[float]] = {}
    for _ in range(DRAWS):
        for kind, text in _texts(draw).items():
            begun = time.perf_counter()
            found = look_up.search(text)
            times_ms.setdefault(kind, []).append(1000 * (time.perf_counter() - begun))
            assert found.hits, text
    print(f"\nlook-up, {CONTACTS:,} contacts, {DRAWS} draws each: p50 / p99 in ms")
    for kind, times in times_ms.items():
        times.sort()
        print(f"  {kind:20} {times[len(times) // 2]:7.2f} {times[int(len(times) * 0.99)]:7.2f}")
