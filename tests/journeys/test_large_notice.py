"""The sample and 2,000 active contacts: their number is blocked, replaced, and they are told of it.

The numbers of import, case, dispatch, customer, sign-ups and SIM cards add up on every page.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import func, select

from desktop.models.records.signups import SignupFilter
from desktop.models.states import CaseState, ContactState, SimStage, SmsState
from desktop.models.tables import Contact, NewsletterService, TrafficDay
from desktop.paths import resources_dir
from desktop.services.projections import wrong_contacts
from desktop.services.status import Status
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


@dataclass(frozen=True)
class _Book:
    """What every page is held against: the contacts themselves, and the books of the dispatch."""

    worker: CaseWorker
    database: Database
    service: int
    customer: int
    counts: dict[ContactState, int]
    recipients: int

    def number(self, count: int) -> str:
        return self.worker.person.app.desk.formats.number(count)

    def shows(self, name: str, *wanted: str) -> None:
        """Wait until a part of the window says all of this."""
        part = self.worker.person.sees(name)
        self.worker.person.waits_until(lambda: all(one in _names(part) for one in wanted))


def _look_at_every_page(
    worker: CaseWorker, database: Database, service: int, customer: int
) -> None:
    counts = _counts(database, service)
    gets = worker.person.app.services.dispatch_lists.balance(1).recipients
    book = _Book(worker, database, service, customer, counts, gets)
    for look in (
        _look_at_start,
        _look_at_customer,
        _look_at_signups,
        _look_at_dispatch,
        _look_at_wrap_up,
        _look_at_sims,
        _look_at_frequency,
        _look_at_status,
    ):
        look(book)


def _look_at_start(book: _Book) -> None:
    """Nothing of the change is left to do, and nothing is being sent."""
    book.worker.navigator.page_wanted.emit("start")
    book.shows("start_page", "Nothing is being sent.")
    said = _names(book.worker.person.sees("start_page"))
    assert "SMS unclear" not in said
    assert "do not come back" not in said
    assert book.worker.person.app.services.overviews.bars().unclear == 0


def _look_at_customer(book: _Book) -> None:
    book.worker.navigator.customer_wanted.emit(book.customer)
    words = {
        ContactState.ACTIVE: "active",
        ContactState.RE_REGISTRATION_PENDING: "re-registration pending",
        ContactState.INCOMPLETE: "incomplete",
        ContactState.UNSUBSCRIBED: "unsubscribed",
    }
    figures = [f"{word}: {book.number(book.counts.get(state, 0))}" for state, word in words.items()]
    book.shows(f"service_{SERVICE_NO}", *figures)


def _look_at_signups(book: _Book) -> None:
    """All = possible + not possible = the incomplete ones of the service."""
    wanted = SignupFilter(customer_id=book.customer, service_id=book.service)
    book.worker.navigator.signups_wanted.emit(wanted)
    everyone = book.counts.get(ContactState.INCOMPLETE, 0)
    segments = book.worker.person.sees("signups_segments")

    def counted() -> list[int]:
        buttons = segments.findChildren(QAbstractButton)
        names = [one.accessibleName().rsplit(" ", 1)[-1].replace(",", "") for one in buttons]
        return [int(name) for name in names if name.isdigit()]

    book.worker.person.waits_until(lambda: counted()[:1] == [everyone])
    listed, *parts = counted()
    assert listed == sum(parts)


def _look_at_dispatch(book: _Book) -> None:
    worker = book.worker
    worker.navigator.dispatch_wanted.emit(1)
    total = f"= {book.number(book.recipients)} recipients"
    worker.person.waits_until(lambda: total in worker.text("dispatch_sum"))
    parts = worker.text("dispatch_sum").split(" = ")[0].split(" + ")
    assert sum(int(part.replace(",", "")) for part in parts) == book.recipients


def _look_at_wrap_up(book: _Book) -> None:
    """The case that is closed: its tracker adds up, and its summary names the same numbers."""
    book.worker.navigator.case_wanted.emit(1)
    book.worker.view("wrap_up")
    gets, wanted = book.number(book.recipients), book.number(WANTED)
    book.shows("tracker", f"{gets} told by SMS", f"{wanted} silent", f"{wanted} were active")
    ledger = book.worker.person.sees("trackerLedger")
    names = [one.accessibleName() for one in ledger.findChildren(QWidget)]
    rows = [name for name in names if name[:1].isdigit()]
    *parts, total = [int(row.split()[0].replace(",", "")) for row in rows]
    assert sum(parts) == total == WANTED
    assert f"{gets} " in book.worker.text("summary")


def _look_at_sims(book: _Book) -> None:
    services = book.worker.person.app.services
    tracker = services.number_changes.tracker(book.service)
    assert tracker is not None
    (old,) = services.sims.list(SimStage.BLOCKED).rows
    assert (old.msisdn, old.in_use) == (tracker.old_number, False)
    rows = services.sims.list().rows
    (new,) = [row for row in rows if row.customer_id == book.customer and row.in_use]
    assert new.msisdn == tracker.new_number
    book.worker.navigator.sim_wanted.emit(new.sim_id)
    book.shows("sim_figures", f"To register again | {book.number(WANTED)}", "Active contacts | 0")


def _look_at_frequency(book: _Book) -> None:
    """A change of number is no opt-out: the service lost whom the platform counted, nobody more."""
    worker, services = book.worker, book.worker.person.app.services
    ranking = services.frequency.ranking(Event(), 30)
    worker.navigator.page_wanted.emit("ranking")
    book.shows("ranking_shown", f"All {len(ranking.services)}")
    with book.database.read() as session:
        counted = session.scalar(
            select(func.sum(TrafficDay.opt_outs)).where(TrafficDay.service_id == book.service)
        )
    assert sum(day.opt_outs for day in services.traffic.series(book.service).days) == counted


def _look_at_status(book: _Book) -> None:
    """What monitoring reads, too."""
    report = Status(book.database).read()
    (line,) = [one for one in report.services if one.service_no == SERVICE_NO]
    told = (line.active, line.re_registration_pending, line.incomplete, line.unsubscribed)
    states = (
        ContactState.ACTIVE,
        ContactState.RE_REGISTRATION_PENDING,
        ContactState.INCOMPLETE,
        ContactState.UNSUBSCRIBED,
    )
    assert told == tuple(book.counts.get(state, 0) for state in states)
    assert report.open_cases == 0
    (dispatch,) = report.dispatches
    assert dispatch.listed == dispatch.recipients + dispatch.excluded == WANTED
    assert sum(dispatch.sms.values()) == dispatch.recipients == book.recipients
    assert dispatch.sms[SmsState.UNCLEAR] == 0


def _names(part: QWidget) -> str:
    labels = [one.text() for one in part.findChildren(QLabel)]
    return " | ".join([*labels, *(one.accessibleName() for one in part.findChildren(QWidget))])
