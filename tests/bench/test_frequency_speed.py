"""How fast two thousand services of a thousand days each are read and estimated."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from threading import Event
from typing import TypeVar

import numpy as np
import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import insert

from desktop.models.frequency.arrays import Days, frequencies
from desktop.models.frequency.bins import place
from desktop.models.tables import Customer, NewsletterService, TrafficDay
from desktop.services.frequency import Frequency
from desktop.services.frequency_days import traffic_of
from desktop.services.storage.database import Database
from desktop.services.storage.migrations import migrate
from desktop.views.theme import Role
from desktop.views.widgets.chart import Chart
from tests.support.numbers import FIRST_DAY
from tests.support.window import opened_desk

SERVICES, DAYS = 2_000, 1_000
MOST_OWN_S, MOST_PEERS_S = 1.0, 30.0
MOST_PAINT_S, MOST_ALL_S = 5.0, 60.0

pytestmark = pytest.mark.bench
T = TypeVar("T")


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    path = tmp_path_factory.mktemp("speed") / "traffic.sqlite"
    opened = Database(f"sqlite:///{path}")
    migrate(opened)
    fill(opened)
    print(f"\n{SERVICES:,} services of {DAYS:,} days, {Path(path).stat().st_size / 1e6:.0f} MB")
    yield opened
    opened.close()


def fill(database: Database) -> None:
    random = np.random.default_rng(1)
    days = [FIRST_DAY + timedelta(days=day) for day in range(DAYS)]
    with database.write() as session:
        session.execute(insert(Customer), [{"customer_no": "K-1", "name": "Customer"}])
        session.execute(
            insert(NewsletterService),
            [
                {"service_no": f"D-{n}", "customer_id": 1, "name": f"S{n}", "timezone": "UTC"}
                for n in range(SERVICES)
            ],
        )
    for service in range(1, SERVICES + 1):
        usual = np.repeat(random.choice([0, 1 / 7, 1.0, 3.0], DAYS // 40), 40)
        sent = random.poisson(usual)
        left = random.poisson(2_000 * 0.001 * (1 + usual))
        values = zip(days, sent.tolist(), left.tolist(), strict=True)
        rows = [
            {
                "service_id": service,
                "day": day,
                "contacts_at_risk": 2_000,
                "messages_sent": float(many),
                "opt_outs": gone,
                "read": 900 * many,
            }
            for day, many, gone in values
        ]
        with database.write() as session:
            session.execute(insert(TrafficDay), rows)


def measured(name: str, work: Callable[[], T]) -> tuple[T, float]:
    began, began_cpu = time.perf_counter(), time.process_time()
    found = work()
    took, cpu = time.perf_counter() - began, time.process_time() - began_cpu
    print(f"{name:<44}{took * 1_000:10.0f} ms, {cpu * 1_000:8.0f} ms of processor")
    return found, cpu


def plain(days: Days) -> float:
    """What the sums take without anything around them: opt-outs and contact-days by bin."""
    often = frequencies(days)
    known = ~np.isnan(often)
    group = days.service[known] * 8 + place(often[known])
    left = np.bincount(group, weights=days.opt_outs[known])
    return float((left / np.maximum(np.bincount(group, weights=days.at_risk[known]), 1)).sum())


def test_that_two_thousand_services_are_estimated_in_a_worker_s_time(database: Database) -> None:
    frequency = Frequency(database)
    measured("one service, first time (loads numpy, scipy)", lambda: frequency.own(1))
    own, own_s = measured("one service", lambda: frequency.own(2))
    peers, peers_s = measured("all services", lambda: frequency.peers(Event()))
    assert own.trend is not None
    assert peers.services == SERVICES
    assert peers.contact_days == SERVICES * (DAYS - 7) * 2_000

    def read() -> Days:
        with database.read() as session:
            return traffic_of(session, range(1, SERVICES + 1))

    days, _ = measured("reading all days into arrays at once", read)
    measured("plain numpy on these arrays", lambda: plain(days))
    assert own_s < MOST_OWN_S
    assert peers_s < MOST_PEERS_S


def test_that_the_page_paints_long_before_all_services_are_estimated(
    qtbot: QtBot, database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    with opened_desk(qtbot, database, tmp_path) as person:
        person.settles()
        began = time.perf_counter()
        person.app.desk.navigator.frequency_wanted.emit(1)
        chart = person.sees("frequency_scatter")
        assert isinstance(chart, Chart)
        person.waits_until(lambda: bool(chart.spec.dots))
        chart.grab()
        painted = time.perf_counter() - began
        person.waits_until(lambda: Role.CHART_OWN in [one.role for one in chart.spec.curves])
        chart.grab()
        own = time.perf_counter() - began
        person.waits_until(lambda: Role.CHART_PEERS in [one.role for one in chart.spec.curves])
        chart.grab()
        everything = time.perf_counter() - began
    for name, took in (
        ("page: points drawn", painted),
        ("page: own curve drawn", own),
        ("page: curve of all services drawn", everything),
    ):
        print(f"{name:<44}{took * 1_000:10.0f} ms")
    assert painted < MOST_PAINT_S
    assert everything < MOST_ALL_S
