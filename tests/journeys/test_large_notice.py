"""The sample and 2,000 active contacts: their number is blocked, replaced, and they are told of it.

The numbers of import, case, dispatch, customer, sign-ups and SIM cards add up on every page.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import func, select

from desktop.models.states import CaseState, ContactState, SimStage, SmsState
from desktop.models.tables import Contact, NewsletterService
from desktop.paths import resources_dir
from desktop.services.projections import wrong_contacts
from desktop.services.storage import audit
from desktop.services.storage.database import Database
from desktop.views.driver import Driver
from desktop.views.main_job import MainJob
from tests.faults import FaultServer
from tests.support.cases import CaseWorker
from tests.support.journey import WORKDAY, assert_just_previewed, connect, desk_of, send_the_rest
from tests.support.sending import HandClock

SERVICE_NO = "D2002"
IN_SAMPLE, WANTED = 997, 2_000
FASTER = 4


class FastClock(HandClock):
    """A clock that goes faster than the real one, as the gateway takes so many in a second."""

    def __init__(self, now: datetime) -> None:
        super().__init__(now)
        self._begun = datetime.now(UTC)

    def __call__(self) -> datetime:
        return self.now + FASTER * (datetime.now(UTC) - self._begun)


@pytest.fixture
def database(migrated_sqlite_url: str) -> Iterator[Database]:
    opened = Database(migrated_sqlite_url, clock=FastClock(WORKDAY))
    yield opened
    opened.close()


@pytest.fixture
def more_contacts(tmp_path: Path) -> Path:
    """An export with as many active contacts as the sample lacks."""
    path = tmp_path / "contacts.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, delimiter=";")
        rows.writerow(["service_no", "phone", "entered_at", "started_at"])
        for place in range(WANTED - IN_SAMPLE):
            entered = WORKDAY - timedelta(days=60, minutes=place)
            started = entered + timedelta(hours=1)
            number = f"+4366077{place:05}"
            rows.writerow([SERVICE_NO, number, entered.isoformat(), started.isoformat()])
    return path


@pytest.mark.timeout(240)
def test_that_the_counts_of_a_large_notice_add_up_on_every_page(
    qtbot: QtBot, database: Database, more_contacts: Path, tmp_path: Path
) -> None:
    with FaultServer() as server:
        connect(database, server, per_second=100)
        with desk_of(qtbot, database, tmp_path / "window") as worker:
            service, customer = _import(worker, database, more_contacts)
            assert _counts(database, service)[ContactState.ACTIVE] == WANTED

            worker.begin_change(service)
            worker.replace_number()
            assert _counts(database, service)[ContactState.RE_REGISTRATION_PENDING] == WANTED
            worker.want_notice()
            shown = send_the_rest(worker, server)

            assert shown.listed == WANTED
            assert_just_previewed(worker, server, shown)
            _look_at_every_page(worker, database, service, customer)
            assert worker.person.app.services.cases.get(1).state is CaseState.DONE
    with database.read() as session:
        assert audit.first_broken_entry(session) is None
        assert list(wrong_contacts(session)) == []


def _import(worker: CaseWorker, database: Database, more: Path) -> tuple[int, int]:
    app = worker.person.app
    job = MainJob(Driver(worker.person.window, app.tasks), app.desk, lambda _place: None)
    job.imports([resources_dir() / "sample" / "export-de", more])
    with database.read() as session:
        service = session.scalars(
            select(NewsletterService).where(NewsletterService.service_no == SERVICE_NO)
        ).one()
        return service.id, service.customer_id


def _counts(database: Database, service: int) -> dict[ContactState, int]:
    statement = (
        select(Contact.state, func.count())
        .where(Contact.service_id == service)
        .group_by(Contact.state)
    )
    with database.read() as session:
        return dict(session.execute(statement).all())


def _look_at_every_page(
    worker: CaseWorker, database: Database, service: int, customer: int
) -> None:
    person, counts = worker.person, _counts(database, service)
    services, number = person.app.services, person.app.desk.formats.number
    balance = services.dispatch_lists.balance(1)
    gets = balance.recipients

    worker.navigator.customer_wanted.emit(customer)
    band = person.sees(f"service_{SERVICE_NO}")
    for state, words in (
        (ContactState.ACTIVE, "active"),
        (ContactState.RE_REGISTRATION_PENDING, "re-registration pending"),
        (ContactState.INCOMPLETE, "incomplete"),
        (ContactState.UNSUBSCRIBED, "unsubscribed"),
    ):
        wanted = f"{words}: {number(counts.get(state, 0))}"
        person.waits_until(lambda wanted=wanted: wanted in _names(band))  # type: ignore[misc]  # bound

    worker.navigator.dispatch_wanted.emit(1)
    person.waits_until(lambda: f"= {number(gets)} recipients" in worker.text("dispatch_sum"))
    parts = worker.text("dispatch_sum").split(" = ")[0].split(" + ")
    assert sum(int(part.replace(",", "")) for part in parts) == gets

    tracker = services.number_changes.tracker(service)
    assert tracker is not None
    assert (tracker.concerned, tracker.informed) == (WANTED, gets)
    assert tracker.silent == WANTED

    (old,) = services.sims.list(SimStage.BLOCKED).rows
    assert (old.msisdn, old.in_use) == (tracker.old_number, False)
    using = [row for row in services.sims.list().rows if row.customer_id == customer and row.in_use]
    assert [row.msisdn for row in using] == [tracker.new_number]
    assert services.overviews.bars().unclear == balance.count(SmsState.UNCLEAR) == 0


def _names(part: QWidget) -> str:
    labels = [one.text() for one in part.findChildren(QLabel)]
    return " | ".join([*labels, *(one.accessibleName() for one in part.findChildren(QWidget))])
