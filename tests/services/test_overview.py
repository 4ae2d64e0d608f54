"""The start page lists what needs attention, the worst first."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest

from desktop.models.records.overview import AttentionKind, Overview
from desktop.models.states import CaseKind, SimStatus
from desktop.models.tables import SenderLease, SimCard
from desktop.services.cases import Cases
from desktop.services.customers import Customers
from desktop.services.overview import Overviews
from desktop.services.storage.database import Database
from tests.services.houses import AGENT, NOON, add_customer, add_service, noon


@pytest.fixture
def database(migrated_url: str) -> Iterator[Database]:
    opened = Database(migrated_url, clock=noon)
    yield opened
    opened.close()


def _overview(database: Database, *, stock_warning: int = 5) -> Overview:
    overviews = Overviews(database, Customers(database))
    return overviews.of(AGENT, stock_warning=stock_warning, day_ends_at=NOON + timedelta(hours=12))


def test_that_an_empty_database_needs_nothing(database: Database) -> None:
    overview = _overview(database)
    assert (overview.attention, overview.my_cases, overview.running) == ((), (), ())
    assert (overview.customers, overview.open_cases) == (0, 0)


def test_that_blocked_comes_before_due_before_warned_before_stock(database: Database) -> None:
    with database.write() as session:
        customer = add_customer(session)
        add_service(session, customer, number="D1", status=SimStatus.WARNED)
        add_service(session, customer, number="D2", status=SimStatus.BLOCKED, active=486)
        customer_id = customer.id
        session.add(
            SimCard(
                iccid="8943010070000000012",
                msisdn="+436998885393",
                msisdn_reversed="3935888996634",
                carrier="A1",
                status=SimStatus.IN_STOCK,
                status_since=NOON,
            )
        )
    cases = Cases(database)
    case = cases.open(CaseKind.SIGNUP_REMINDER, customer_id, None, {}, AGENT)
    cases.pause(case.id, reason="Rückruf", due_at=NOON + timedelta(hours=3), agent=AGENT)
    attention = _overview(database).attention
    assert [item.kind for item in attention] == [
        AttentionKind.NUMBER_BLOCKED,
        AttentionKind.CASES_DUE,
        AttentionKind.NUMBER_WARNED,
        AttentionKind.STOCK_LOW,
    ]
    assert (attention[0].count, attention[0].service) == (486, "News D2")
    assert attention[3].by_carrier == (("A1", 1),)


def test_that_enough_stock_needs_nothing(database: Database) -> None:
    with database.write() as session:
        session.add(
            SimCard(
                iccid="8943010070000000012",
                msisdn="+436998885393",
                msisdn_reversed="3935888996634",
                carrier="A1",
                status=SimStatus.IN_STOCK,
                status_since=NOON,
            )
        )
    assert _overview(database, stock_warning=1).attention == ()


def test_that_paused_sending_is_told_with_its_reason(database: Database) -> None:
    with database.write() as session:
        session.add(
            SenderLease(
                account="websms",
                owner="",
                epoch=1,
                lease_until=NOON,
                paused_reason="invalid_credentials",
            )
        )
    (item,) = _overview(database).attention
    assert (item.kind, item.reason) == (AttentionKind.SENDING_PAUSED, "invalid_credentials")
