"""The audit log shows whether somebody altered it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from sqlalchemy import delete, update

from desktop.models.records.audit import BreakKind
from desktop.models.tables import AuditEntry
from desktop.services.storage import audit
from desktop.services.storage.database import Database

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


@pytest.fixture
def database(migrated_url: str) -> Iterator[Database]:
    opened = Database(migrated_url)
    for number in range(5):
        with opened.write() as session:
            audit.record(
                session,
                audit.Act(name="tried", actor="Lena Moser", at=NOON, facts={"number": number}),
            )
    yield opened
    opened.close()


def _first_broken(database: Database) -> int | None:
    with database.read() as session:
        return audit.first_broken_entry(session)


def test_that_an_untouched_log_holds(database: Database) -> None:
    assert _first_broken(database) is None


@pytest.mark.parametrize(
    "alteration",
    [
        update(AuditEntry).where(AuditEntry.id == 3).values(actor="somebody else"),
        update(AuditEntry).where(AuditEntry.id == 3).values(payload={"number": 30}),
        update(AuditEntry).where(AuditEntry.id == 3).values(act="did"),
    ],
    ids=["actor", "payload", "act"],
)
def test_that_an_altered_entry_is_named(database: Database, alteration: object) -> None:
    with database.write() as session:
        session.execute(alteration)  # type: ignore[call-overload]  # three kinds of one statement
    assert _first_broken(database) == 3


def test_that_a_removed_entry_is_noticed_at_the_next_one(database: Database) -> None:
    with database.write() as session:
        session.execute(delete(AuditEntry).where(AuditEntry.id == 3))
    assert _first_broken(database) == 4


def test_that_erasing_the_facts_leaves_the_chain_whole(database: Database) -> None:
    with database.write() as session:
        session.execute(update(AuditEntry).where(AuditEntry.id == 3).values(payload=None))
    assert _first_broken(database) is None


def _kinds(database: Database, known: str = "") -> list[tuple[BreakKind, int]]:
    with database.read() as session:
        return [(one.kind, one.id) for one in audit.verify(session, known).breaks]


def test_that_what_was_done_and_where_is_said(database: Database) -> None:
    with database.write() as session:
        session.execute(update(AuditEntry).where(AuditEntry.id == 2).values(payload={"number": 9}))
        session.execute(delete(AuditEntry).where(AuditEntry.id == 4))
    assert _kinds(database) == [
        (BreakKind.FACTS_ALTERED, 2),
        (BreakKind.REMOVED, 5),
    ]


def test_that_an_inserted_entry_is_named(database: Database) -> None:
    with database.write() as session:
        session.execute(update(AuditEntry).where(AuditEntry.id == 5).values(id=6))
        forged = AuditEntry(
            id=5,
            at=NOON,
            actor="somebody else",
            act="tried",
            payload={"number": 7},
            payload_hash="",
            entry_hash="forged",
        )
        session.add(forged)
    assert _kinds(database) == [(BreakKind.INSERTED, 5)]


def test_that_erased_facts_leave_the_chain_whole(database: Database) -> None:
    with database.write() as session:
        session.execute(update(AuditEntry).where(AuditEntry.id == 3).values(payload=None))
    with database.read() as session:
        report = audit.verify(session)
    assert (report.entries, report.erased, report.breaks) == (5, 1, ())


def test_that_a_known_hash_shows_a_missing_end(database: Database) -> None:
    with database.read() as session:
        known = audit.verify(session).last_hash
    with database.write() as session:
        session.execute(delete(AuditEntry).where(AuditEntry.id == 5))
    with database.read() as session:
        report = audit.verify(session, known)
    assert report.breaks == ()
    assert not report.knows
