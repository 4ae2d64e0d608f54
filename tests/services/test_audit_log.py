"""The audit log as a page reads it: the newest first, filtered, verified while others write."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import event, insert, text, update

from desktop.errors import CancelledError
from desktop.models.records.audit import AuditFilter, AuditProgress, AuditReport, BreakKind
from desktop.models.records.paging import PAGE_ROWS
from desktop.models.tables import AuditEntry
from desktop.services.audit_export import AuditExport, AuditExportOrder, AuditWords
from desktop.services.audit_log import AuditLog
from desktop.services.storage import audit
from desktop.services.storage.database import Database

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
LENA, JONAS = "Lena Moser", "Jonas Berger"
NOBODY = Event()


@pytest.fixture
def database(migrated_url: str) -> Iterator[Database]:
    opened = Database(migrated_url, clock=lambda: NOON)
    yield opened
    opened.close()


def _record(
    database: Database,
    name: str = "note_added",
    *,
    minute: int = 0,
    actor: str = LENA,
    customer_id: int | None = None,
    case_id: int | None = None,
    **facts: object,
) -> None:
    act = audit.Act(name, actor, NOON + timedelta(minutes=minute), facts, customer_id, case_id)
    with database.write() as session:
        audit.record(session, act)


def _acts(database: Database, wanted: AuditFilter) -> list[str]:
    return [row.act for row in AuditLog(database).page(wanted)]


def test_that_the_newest_act_comes_first_also_where_it_was_written_down_late(
    database: Database,
) -> None:
    _record(database, "second", minute=2)
    _record(database, "third", minute=3)
    _record(database, "first", minute=1)
    assert _acts(database, AuditFilter()) == ["third", "second", "first"]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (AuditFilter(customer_id=1), ["c", "a"]),
        (AuditFilter(case_id=7), ["b"]),
        (AuditFilter(actor=JONAS), ["d", "b"]),
        (AuditFilter(actor=JONAS, case_id=7), ["b"]),
        (AuditFilter(since=NOON + timedelta(minutes=2)), ["d", "c"]),
        (AuditFilter(until=NOON + timedelta(minutes=2)), ["b", "a"]),
        (AuditFilter(since=NOON + timedelta(minutes=1), until=NOON + timedelta(minutes=2)), ["b"]),
        (AuditFilter(customer_id=99), []),
    ],
)
def test_that_each_filter_finds_its_entries_alone(
    database: Database, wanted: AuditFilter, found: list[str]
) -> None:
    _record(database, "a", minute=0, customer_id=1)
    _record(database, "b", minute=1, actor=JONAS, case_id=7, customer_id=2)
    _record(database, "c", minute=2, customer_id=1)
    _record(database, "d", minute=3, actor=JONAS)

    log = AuditLog(database)

    assert _acts(database, wanted) == found
    assert log.anchors(wanted, NOBODY).total == len(found)
    assert log.count(wanted, NOBODY) == len(found)
    newest = log.newest(wanted)
    assert (newest is not None) == bool(found)


def test_that_the_filters_offer_everybody_who_has_acted(database: Database) -> None:
    for actor in (LENA, JONAS, LENA, "sender"):
        _record(database, actor=actor)
    assert set(AuditLog(database).scope(AuditFilter()).actors) == {LENA, JONAS, "sender"}


def test_that_pages_meet_without_gap_or_overlap(database: Database) -> None:
    for number in range(7):
        _record(database, str(number), minute=number // 3)  # some at the same moment
    pages = list(AuditLog(database).pages(AuditFilter(), 3))
    assert [len(page) for page in pages] == [3, 3, 1]
    assert [row.act for page in pages for row in page] == list("6543210")


def _many(database: Database, count: int) -> None:
    """Writes rows that only look like entries: enough for reading, of no use for the chain."""
    with database.write() as session:
        session.execute(
            insert(AuditEntry),
            [
                {
                    "at": NOON + timedelta(seconds=number),
                    "actor": LENA if number % 3 else JONAS,
                    "act": "note_added",
                    "customer_id": number % 50,
                    "case_id": None,
                    "payload": {},
                    "payload_hash": "",
                    "entry_hash": str(number),
                }
                for number in range(count)
            ],
        )


def test_that_a_page_in_the_middle_begins_where_its_anchor_says(database: Database) -> None:
    _many(database, 3 * PAGE_ROWS)
    log = AuditLog(database)
    anchors = log.anchors(AuditFilter(), NOBODY)
    assert len(anchors.keys) == 3
    page = log.page(AuditFilter(), anchors.keys[1])
    assert page[0].entry_hash == str(2 * PAGE_ROWS - 1)
    assert len(page) == PAGE_ROWS


@pytest.mark.parametrize(
    "wanted",
    [
        AuditFilter(),
        AuditFilter(since=NOON),
        AuditFilter(customer_id=3),
        AuditFilter(case_id=3),
        AuditFilter(actor=LENA),
    ],
    ids=["all", "time", "customer", "case", "person"],
)
def test_that_no_page_of_the_log_needs_sorting(
    migrated_sqlite_url: str, wanted: AuditFilter
) -> None:
    database = Database(migrated_sqlite_url)
    asked: list[tuple[str, Any]] = []

    def note(_c: object, _cursor: object, statement: str, values: object, *_rest: object) -> None:
        asked.append((statement, values))

    event.listen(database.engine, "before_cursor_execute", note)
    AuditLog(database).page(wanted, (NOON, 5))
    event.remove(database.engine, "before_cursor_execute", note)
    with database.engine.connect() as connection:
        plans = [
            str(step.detail)
            for statement, values in asked
            if "ORDER BY" in statement
            for step in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)
        ]
    database.close()
    assert plans
    assert not [plan for plan in plans if "TEMP B-TREE" in plan or plan.startswith("SCAN")]


def test_that_the_log_holds_and_says_how_far_the_look_is(database: Database) -> None:
    for number in range(3):
        _record(database, number=number)
    told: list[object] = []
    report = AuditLog(database).verify("", NOBODY, told.append)
    assert report.holds
    assert report.entries == 3
    assert told[-1] == AuditProgress(3, 3)


def test_that_what_is_written_during_the_look_neither_breaks_nor_lengthens_it(
    database: Database,
) -> None:
    _record(database)
    _record(database)

    def write_meanwhile(_progress: object) -> None:
        _record(database)

    report = AuditLog(database).verify("", NOBODY, write_meanwhile)

    assert report.holds
    assert report.entries == 2


def test_that_a_look_can_be_cancelled(database: Database) -> None:
    _record(database)
    stop = Event()
    stop.set()
    with pytest.raises(CancelledError):
        AuditLog(database).verify("", stop, lambda _progress: None)


def test_that_erasing_the_facts_of_a_person_leaves_the_chain_whole_and_is_counted(
    database: Database,
) -> None:
    _record(database, "request_recorded", customer_id=1, requester="Petra Gruber", wish="SMS")
    _record(database, "note_added", customer_id=2, text="ruft zurück")
    _record(database, "case_closed", customer_id=1, outcome="done")
    before = _look(database)

    with database.write() as session:
        erased = audit.erase_facts(session, AuditEntry.customer_id == 1)

    assert erased == 2
    after = _look(database)
    assert after.holds
    assert (after.last_hash, after.entries, after.erased) == (before.last_hash, 3, 2)
    facts = {row.act: row.facts for row in AuditLog(database).page(AuditFilter())}
    assert facts == {
        "request_recorded": None,
        "note_added": {"text": "ruft zurück"},
        "case_closed": None,
    }
    assert "Petra Gruber" not in _stored(database)
    _record(database, "note_added", customer_id=1)
    assert _look(database).holds


def test_that_writing_other_facts_in_place_of_erased_ones_is_seen(database: Database) -> None:
    _record(database, customer_id=1, text="a")
    with database.write() as session:
        audit.erase_facts(session, AuditEntry.customer_id == 1)
        session.execute(update(AuditEntry).values(payload={"text": "b"}))
    assert [one.kind for one in _look(database).breaks] == [BreakKind.FACTS_ALTERED]


def test_that_facts_hold_as_the_database_gives_them_back(database: Database) -> None:
    _record(database, counts={10: 1, 9: (1, 2)}, share=0.1, name="Žižek – „ä“")
    assert _look(database).holds


def _look(database: Database) -> AuditReport:
    return AuditLog(database).verify("", NOBODY, lambda _progress: None)


def _stored(database: Database) -> str:
    with database.read() as session:
        return str(session.execute(text("SELECT payload FROM audit_log")).all())


def test_that_the_file_holds_what_the_filter_means_and_no_formula(
    database: Database, tmp_path: Path
) -> None:
    _record(database, "note_added", minute=0, customer_id=1, text='=HYPERLINK("http://x")')
    _record(database, "note_added", minute=1, actor="@SUM(A1)", customer_id=1)
    _record(database, "case_closed", minute=2, customer_id=2)
    path = tmp_path / "log.csv"
    words = AuditWords(
        ("no.", "time", "person", "act", "customer", "case", "facts", "hash"),
        act=lambda row: row.act,
        facts=lambda row: str((row.facts or {}).get("text", "")),
    )
    order = AuditExportOrder(
        AuditFilter(customer_id=1), path, words, ZoneInfo("Europe/Vienna"), LENA
    )

    rows = AuditExport(database, AuditLog(database)).save(order, NOBODY, lambda _told: None)

    assert rows == 2
    with path.open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.reader(file, delimiter=";"))
    assert [line[1] for line in lines[1:]] == [
        "2026-11-24T13:01:00+01:00",
        "2026-11-24T13:00:00+01:00",
    ]
    assert lines[1][2] == "'@SUM(A1)"
    assert lines[2][6] == '\'=HYPERLINK("http://x")'
    assert _acts(database, AuditFilter()).count("audit_exported") == 1


def test_that_a_cancelled_file_is_not_left_behind(database: Database, tmp_path: Path) -> None:
    _record(database)
    stop = Event()
    words = AuditWords(("",) * 8, act=lambda row: row.act, facts=lambda _row: "")
    path = tmp_path / "log.csv"
    order = AuditExportOrder(AuditFilter(), path, words, ZoneInfo("UTC"), LENA)
    stop.set()
    with pytest.raises(CancelledError):
        AuditExport(database, AuditLog(database)).save(order, stop, lambda _told: None)
    assert not path.exists()
