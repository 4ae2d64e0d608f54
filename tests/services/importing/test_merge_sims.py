"""What the import learns of SIM cards, on both engines."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from itertools import permutations
from pathlib import Path

import pytest
from sqlalchemy import select, text
from sqlalchemy.orm import Session

from desktop.models.records.importing import ConflictKind, ImportTable, SimConflict
from desktop.models.states import SimStatus
from desktop.models.tables import NewsletterService, SimCard, SimEvent
from desktop.services.sims.entering import NumberAct, locked_cards
from desktop.services.storage.database import Database
from tests.services.importing.books import ledger, run, spans, states
from tests.services.importing.exports import (
    NEXT_SENDER,
    SENDER,
    SERVICES,
    SIM_HEADER,
    write_csv,
    write_export,
)

OLD, NEW = "8943010000000000001", "8943010000000000002"
JANUARY, MARCH, MAY = "2026-01-01T00:00:00Z", "2026-03-01T00:00:00Z", "2026-05-01T00:00:00Z"
_PATIENCE_S = 120
CONTACT = ["D1", "+436605550101", "", JANUARY, JANUARY, SENDER, ""]


def _at(text: str) -> datetime:
    return datetime.fromisoformat(text)


def _old(status: str, since: str, service: str = "D1", assigned: str = JANUARY) -> list[str]:
    return [OLD, SENDER, status, since, service, assigned]


def _new(status: str, since: str, service: str = "D1", assigned: str = MARCH) -> list[str]:
    return [NEW, NEXT_SENDER, status, since, service, assigned]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


def _import(database: Database, folder: Path, *rows: list[str]) -> tuple[SimConflict, ...]:
    report = run(database, write_csv(folder / "sims.csv", [SIM_HEADER, *rows]))
    assert ledger(report, ImportTable.SIMS)[3] == 0
    return report.conflicts


def _begin(database: Database, folder: Path) -> None:
    start = [SIM_HEADER, _old("active", JANUARY)]
    run(database, write_export(folder / "export", [CONTACT], sims=start))


def _service(database: Database) -> tuple[str | None, SimStatus | None, datetime | None]:
    with database.read() as session:
        row = session.execute(
            select(
                NewsletterService.sender_number,
                NewsletterService.sim_status,
                NewsletterService.sim_status_since,
            ).where(NewsletterService.service_no == "D1")
        ).one()
        return row.sender_number, row.sim_status, row.sim_status_since


def test_that_a_block_freezes_the_number_and_its_contacts_stay_active(
    database: Database, folder: Path
) -> None:
    _begin(database, folder)
    assert _import(database, folder, _old("gesperrt", MARCH)) == ()

    assert _service(database) == (SENDER, SimStatus.BLOCKED, _at(MARCH))
    assert list(states(database).values()) == ["active"]
    with database.read() as session:
        history = session.execute(select(SimEvent.status, SimEvent.at).order_by(SimEvent.at))
        assert [tuple(row) for row in history] == [
            (SimStatus.ACTIVE, _at(JANUARY)),
            (SimStatus.BLOCKED, _at(MARCH)),
        ]


@pytest.mark.parametrize(
    "leaving", [_old("retired", MARCH, ""), _old("blocked", "2026-02-20T00:00:00Z")]
)
def test_that_a_new_sim_takes_over_from_the_old_one(
    database: Database, folder: Path, leaving: list[str]
) -> None:
    _begin(database, folder)
    for _ in range(2):
        assert _import(database, folder, _new("active", MARCH), leaving) == ()

    assert _service(database) == (NEXT_SENDER, SimStatus.ACTIVE, _at(MARCH))
    assert list(states(database).values()) == ["re_registration_pending"]
    assert spans(database) == [
        (OLD, "D1", _at(JANUARY), _at(MARCH)),
        (NEW, "D1", _at(MARCH), None),
    ]


def test_that_a_sim_without_successor_leaves_the_service_without_number(
    database: Database, folder: Path
) -> None:
    _begin(database, folder)
    _import(database, folder, _old("retired", MARCH, ""))

    assert _service(database) == (None, None, None)
    assert list(states(database).values()) == ["active"]


def test_that_an_older_report_is_a_conflict_and_changes_nothing(
    database: Database, folder: Path
) -> None:
    _begin(database, folder)
    _import(database, folder, _old("blocked", MAY))

    conflicts = _import(database, folder, _old("active", MARCH))

    assert conflicts == (SimConflict(ConflictKind.OLDER_STATUS, OLD, "active", "blocked"),)
    assert _service(database) == (SENDER, SimStatus.BLOCKED, _at(MAY))


def test_that_an_export_from_before_the_replacement_does_not_undo_it(
    database: Database, folder: Path
) -> None:
    _begin(database, folder)
    _import(database, folder, _old("retired", MARCH, ""), _new("active", MARCH))
    before = spans(database)

    conflicts = _import(
        database, folder, _old("active", JANUARY), _new("in_stock", JANUARY, "", "")
    )

    assert {(conflict.kind, conflict.iccid) for conflict in conflicts} == {
        (ConflictKind.OLDER_STATUS, OLD),
        (ConflictKind.OLDER_ASSIGNMENT, OLD),
        (ConflictKind.OLDER_STATUS, NEW),
        (ConflictKind.OLDER_ASSIGNMENT, NEW),
    }
    assert spans(database) == before
    assert _service(database)[0] == NEXT_SENDER


def test_that_the_order_of_exports_does_not_matter(sqlite: Database, tmp_path: Path) -> None:
    exports = [
        [_old("active", JANUARY), _new("in_stock", JANUARY, "", "")],
        [_old("blocked", "2026-02-20T00:00:00Z"), _new("in_stock", JANUARY, "", "")],
        [_old("retired", MARCH, ""), _new("active", MARCH)],
        [_new("warned", MAY)],
    ]
    results = []
    for number, order in enumerate(permutations(exports)):
        database = Database(f"sqlite:///{tmp_path / f'{number}.sqlite'}")
        with sqlite.engine.connect() as connection:
            connection.exec_driver_sql("COMMIT")
            connection.exec_driver_sql(f"VACUUM INTO '{tmp_path / f'{number}.sqlite'}'")
        run(database, write_export(tmp_path / f"export{number}", [CONTACT], sims=[SIM_HEADER]))
        for rows in order:
            _import(database, tmp_path, *rows)
        results.append((_service(database), states(database), spans(database)))
        database.close()

    assert results[0][0] == (NEXT_SENDER, SimStatus.WARNED, _at(MAY))
    assert results == [results[0]] * len(results)


def test_that_a_sim_moves_from_one_service_to_another(database: Database, folder: Path) -> None:
    _begin(database, folder)
    _import(database, folder, _old("active", MARCH, "D2", MARCH))

    assert spans(database) == [
        (OLD, "D1", _at(JANUARY), _at(MARCH)),
        (OLD, "D2", _at(MARCH), None),
    ]
    assert _service(database)[0] is None


def test_that_a_column_that_the_file_lacks_says_nothing_about_the_service(
    database: Database, folder: Path
) -> None:
    _begin(database, folder)
    rows = [["iccid", "msisdn", "status", "status_since"], [OLD, SENDER, "warned", MARCH]]
    run(database, write_csv(folder / "sims.csv", rows))

    assert _service(database) == (SENDER, SimStatus.WARNED, _at(MARCH))


def test_that_a_card_is_found_by_its_number_in_any_spelling(sqlite: Database, folder: Path) -> None:
    _import(sqlite, folder, [f"{OLD[:6]} {OLD[6:]}F", "0660 555 0001", "aktiv", JANUARY, "", ""])

    with sqlite.read() as session:
        card = session.scalars(select(SimCard)).one()
    assert (card.iccid, card.msisdn, card.msisdn_reversed) == (OLD, SENDER, SENDER[:0:-1])


def test_that_an_import_and_whoever_changes_a_number_do_not_wait_for_each_other(
    database: Database, folder: Path
) -> None:
    _begin(database, folder)
    renamed = [list(row) for row in SERVICES]
    renamed[1][2] = "Midday news"
    later = folder / "later"
    later.mkdir()
    write_csv(later / "services.csv", renamed)
    write_csv(later / "sims.csv", [SIM_HEADER, _old("warned", MARCH)])

    with ThreadPoolExecutor(1) as pool:
        with database.write() as session:
            sim_id = session.scalars(select(SimCard.id)).one()
            locked_cards(session, [sim_id], NumberAct("Lena Moser"))
            importing = pool.submit(run, database, later)
            _wait_until_it_waits(session)
            session.execute(
                select(NewsletterService).where(NewsletterService.service_no == "D1")
                .with_for_update()
            )  # fmt: skip
        importing.result(_PATIENCE_S)

    assert _service(database)[1] is SimStatus.WARNED


def _wait_until_it_waits(session: Session) -> None:
    """Wait until PostgreSQL holds another transaction back; SQLite lets nobody begin anyway."""
    waiting = text("SELECT count(*) FROM pg_locks WHERE NOT granted")
    ends_at = time.monotonic() + _PATIENCE_S
    while session.get_bind().dialect.name == "postgresql" and not session.scalar(waiting):
        assert time.monotonic() < ends_at
        time.sleep(0.02)
