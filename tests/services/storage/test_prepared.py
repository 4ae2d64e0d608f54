"""Prepared statements: the same as unprepared ones on both engines, with the same failures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest
from sqlalchemy import select, text, update
from sqlalchemy.exc import IntegrityError

from desktop.errors import DatabaseUnreachableError
from desktop.models.tables import Customer, SenderLease
from desktop.services.storage.database import Database
from desktop.services.storage.prepared import PreparedRead, PreparedWrite, given

NOON = datetime(2026, 11, 24, 11, 0, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Seen:
    account: str
    epoch: int
    lease_until: datetime
    retry_at: datetime | None


_OF_OWNERS = PreparedRead(
    select(SenderLease.account, SenderLease.epoch, SenderLease.lease_until, SenderLease.retry_at)
    .where(
        SenderLease.owner.in_(("anna", "lena")),
        SenderLease.lease_until >= given("since"),
        SenderLease.paused_reason == "",
    )
    .order_by(SenderLease.account)
    .limit(given("most")),
    Seen,
)
_EXTEND = PreparedWrite(
    update(SenderLease)
    .where(SenderLease.account == given("account"), SenderLease.owner.in_(("anna", "lena")))
    .values(lease_until=given("until"), epoch=SenderLease.epoch + 1, retry_at=None)
)


@pytest.fixture
def database(migrated_url: str) -> Iterator[Database]:
    opened = Database(migrated_url)
    with opened.write() as session:
        session.add_all(
            SenderLease(account=f"a{number}", owner=owner, epoch=1, lease_until=NOON)
            for number, owner in enumerate(("anna", "lena", "elias"))
        )
    yield opened
    opened.close()


def test_that_rows_come_back_as_records_with_their_types(database: Database) -> None:
    with database.read() as session:
        assert _OF_OWNERS.rows(session, {"since": NOON, "most": 9}) == [
            Seen("a0", 1, NOON, None),
            Seen("a1", 1, NOON, None),
        ]
        assert [one.account for one in _OF_OWNERS.rows(session, {"since": NOON, "most": 1})] == [
            "a0"
        ]
        later = NOON.replace(hour=12)
        assert _OF_OWNERS.rows(session, {"since": later, "most": 9}) == []


def test_that_a_write_tells_how_many_rows_it_met(database: Database) -> None:
    later = NOON.replace(hour=12)
    accounts = [{"account": f"a{number}", "until": later} for number in range(3)]
    with database.write() as session:
        assert _EXTEND.run(session, []) == 0
        assert _EXTEND.run(session, accounts) in {2, -1}
    with database.read() as session:
        ends = session.execute(select(SenderLease.epoch, SenderLease.lease_until)).all()
    assert sorted(ends) == [(1, NOON), (2, later), (2, later)]


def test_that_a_forgotten_value_is_no_null(database: Database) -> None:
    with database.write() as session, pytest.raises(KeyError):
        _EXTEND.run(session, [{"account": "a0"}])


def test_that_a_broken_rule_is_raised_as_everywhere(database: Database) -> None:
    with database.write() as session:
        session.add_all(Customer(customer_no=number, name="") for number in ("K1", "K2"))
    renumber = PreparedWrite(update(Customer).values(customer_no=given("number")))
    with pytest.raises(IntegrityError), database.write() as session:
        renumber.run(session, [{"number": "K3"}])


def test_that_a_lost_server_is_told_and_found_again(migrated_postgres_url: str) -> None:
    database = Database(migrated_postgres_url)

    def ask_after_the_end() -> None:
        with database.write() as session:
            pid = session.scalar(text("SELECT pg_backend_pid()"))
            with database.write() as other:
                other.execute(text("SELECT pg_terminate_backend(:pid)"), {"pid": pid})
            _OF_OWNERS.rows(session, {"since": NOON, "most": 9})

    with pytest.raises(DatabaseUnreachableError):
        ask_after_the_end()
    with database.read() as session:
        assert _OF_OWNERS.rows(session, {"since": NOON, "most": 9}) == []
    database.close()
