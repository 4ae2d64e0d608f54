"""Imports that contradict the books are kept to be decided; on both engines."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select

from desktop.errors import ConflictError, InvalidValueError, SupervisorNeededError
from desktop.models.records.conflicts import ConflictDecision, ConflictMatter
from desktop.models.records.importing import ConflictKind, ImportReport
from desktop.models.states import SimStatus
from desktop.models.tables import AuditEntry, SimEvent
from desktop.services.bundle import Services
from desktop.services.sims.entering import NumberAct
from desktop.services.storage.database import Database
from tests.support.house import AGENT, SUPERVISOR, Clock, House, build_house

HEADER = "iccid;msisdn;status;status_since;service_no"
WHY = NumberAct(AGENT, "Asked the carrier")


@pytest.fixture
def house(database: Database) -> House:
    return build_house(database)


class Exports:
    """Writes exports of the first card and imports them."""

    def __init__(self, services: Services, house: House, folder: Path) -> None:
        self._services, self._house, self._folder = services, house, folder
        settings = services.settings.load().sims
        services.settings.save("sims", replace(settings, supervisors=SUPERVISOR), AGENT)

    def read(self, status: str, since: str) -> ImportReport:
        iccid = self._services.sims.card(self._house.sim).row.iccid
        path = self._folder / "sims.csv"
        path.write_text(
            f"{HEADER}\n{iccid};{self._house.number};{status};{since};D-Werkstatt\n",
            encoding="utf-8",
        )
        return self._services.importing.run([path], agent=AGENT)


@pytest.fixture
def exports(services: Services, house: House, tmp_path: Path) -> Exports:
    return Exports(services, house, tmp_path)


def status(services: Services, house: House) -> SimStatus:
    return services.sims.card(house.sim).row.status


def events(database: Database) -> int:
    with database.read() as session:
        return len(session.scalars(select(SimEvent.id)).all())


def test_that_a_blocked_sim_reported_active_is_kept_to_be_decided(
    services: Services, database: Database, house: House, exports: Exports
) -> None:
    services.sim_changes.block(house.number, WHY)
    before = events(database)

    report = exports.read("active", "2026-11-20T13:00:00Z")

    assert [conflict.kind for conflict in report.conflicts] == [ConflictKind.TO_DECIDE]
    (conflict,) = services.conflicts.waiting()
    assert (conflict.matter, conflict.sim_id) == (ConflictMatter.NOT_BACK, house.sim)
    assert (conflict.reported, conflict.kept) == (SimStatus.ACTIVE, SimStatus.BLOCKED)
    assert (conflict.service, conflict.source) == ("Werkstatt", "import")
    assert status(services, house) is SimStatus.BLOCKED
    assert events(database) == before
    assert services.sims.list().conflicts == 1
    assert [row.sim_id for row in services.sims.list(to_decide=True).rows] == [house.sim]


def test_that_an_export_that_does_not_know_of_our_block_is_kept_to_be_decided(
    services: Services, house: House, exports: Exports
) -> None:
    services.sim_changes.block(house.number, WHY)
    exports.read("active", "2026-05-01T10:00:00Z")

    (conflict,) = services.conflicts.waiting()
    assert conflict.matter is ConflictMatter.NOT_KNOWN


def test_that_the_same_export_asks_once_decided_or_not(
    services: Services, house: House, exports: Exports
) -> None:
    services.sim_changes.block(house.number, WHY)
    for _ in range(2):
        exports.read("active", "2026-11-20T13:00:00Z")
    (conflict,) = services.conflicts.waiting()
    services.conflicts.decide(conflict.id, ConflictDecision.KEEP, WHY)

    report = exports.read("active", "2026-11-20T13:00:00Z")

    assert services.conflicts.waiting() == ()
    assert report.conflicts == ()
    assert status(services, house) is SimStatus.BLOCKED


def test_that_taking_their_word_needs_a_supervisor_and_stands_in_the_history(
    services: Services, database: Database, house: House, exports: Exports, clock: Clock
) -> None:
    services.sim_changes.block(house.number, WHY)
    clock.goes_on(days=3)
    exports.read("active", "2026-11-20T13:00:00Z")
    (conflict,) = services.conflicts.waiting()

    with pytest.raises(SupervisorNeededError):
        services.conflicts.decide(conflict.id, ConflictDecision.TAKE, WHY)
    assert services.conflicts.waiting() == (conflict,)
    act = NumberAct(SUPERVISOR, "The carrier says it works")
    services.conflicts.decide(conflict.id, ConflictDecision.TAKE, act)

    assert status(services, house) is SimStatus.ACTIVE
    assert services.sims.card(house.sim).history[0].reason == act.reason
    with database.read() as session:
        acts = session.scalars(select(AuditEntry.act).order_by(AuditEntry.id)).all()
        assert acts[-1] == "conflict_taken"


def test_that_nothing_is_decided_without_a_reason_or_twice(
    services: Services, house: House, exports: Exports
) -> None:
    services.sim_changes.block(house.number, WHY)
    exports.read("active", "2026-11-20T13:00:00Z")
    (conflict,) = services.conflicts.waiting()

    with pytest.raises(InvalidValueError):
        services.conflicts.decide(conflict.id, ConflictDecision.KEEP, NumberAct(AGENT, " "))
    services.conflicts.decide(conflict.id, ConflictDecision.KEEP, WHY)
    with pytest.raises(ConflictError):
        services.conflicts.decide(conflict.id, ConflictDecision.KEEP, WHY)


def test_that_a_contradiction_is_over_when_the_number_moved_on(
    services: Services, house: House, exports: Exports
) -> None:
    services.sim_changes.block(house.number, WHY)
    exports.read("active", "2026-11-20T13:00:00Z")
    services.sim_assigning.assign(house.stock[0], house.service, WHY)
    services.sim_changes.retire(house.sim, WHY)

    assert services.conflicts.waiting() == ()


def test_that_a_report_that_goes_ahead_is_no_contradiction(
    services: Services, house: House, exports: Exports
) -> None:
    exports.read("blocked", "2026-11-20T11:00:00Z")

    assert services.conflicts.waiting() == ()
    assert status(services, house) is SimStatus.BLOCKED


def test_that_an_older_export_of_the_same_platform_is_no_contradiction(
    services: Services, house: House, exports: Exports
) -> None:
    exports.read("blocked", "2026-11-20T11:00:00Z")
    exports.read("active", "2026-05-01T10:00:00Z")

    assert services.conflicts.waiting() == ()
    assert status(services, house) is SimStatus.BLOCKED
