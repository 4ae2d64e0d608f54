"""Frequency tests from the plan to the outcome."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event

import pytest
from openpyxl import load_workbook
from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import CancelledError, ConflictError, NotFoundError
from desktop.models.frequency.trial_result import TrialResult, Waiting
from desktop.models.records.trials import AllocationOrder
from desktop.models.states import ContactEventKind, ContactState, SimStatus
from desktop.models.tables import (
    AuditEntry,
    Contact,
    ContactEvent,
    FrequencyTrialContact,
    NewsletterService,
    ServiceCount,
)
from desktop.services.storage.database import Database
from desktop.services.trials import USUAL_LOSS, Trials
from tests.services.importing.books import run
from tests.services.importing.exports import SENDER, write_export
from tests.support.numbers import add_days, add_service, add_sim, use_sim

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
OFTEN = (1.0, 1 / 7)


class Clock:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def database(migrated_url: str, clock: Clock) -> Iterator[Database]:
    opened = Database(migrated_url, clock=clock)
    yield opened
    opened.close()


def add_contacts(session: Session, service: NewsletterService, count: int) -> list[int]:
    found = []
    for number in range(count):
        e164 = f"+43650{number:07}"
        contact = Contact(
            service_id=service.id,
            e164=e164,
            reversed_digits=e164[::-1],
            raw_phone="",
            state=ContactState.ACTIVE,
            entered_at=NOON - timedelta(days=200),
        )
        session.add(contact)
        session.flush()
        started = NOON - timedelta(days=1 + number % 120)
        happens(session, contact.id, ContactEventKind.STARTED, started)
        found.append(contact.id)
    session.add(ServiceCount(service_id=service.id, state=ContactState.ACTIVE, contacts=count))
    session.flush()
    return found


def happens(session: Session, contact_id: int, kind: ContactEventKind, at: datetime) -> None:
    session.add(ContactEvent(contact_id=contact_id, kind=kind, at=at))


def filled(database: Database, count: int = 40) -> tuple[int, list[int]]:
    with database.write() as session:
        service = add_service(session, "A")
        return service.id, add_contacts(session, service, count)


def test_that_an_offer_rests_on_what_the_service_has_and_loses(database: Database) -> None:
    service_id, _ = filled(database, 10)
    trials = Trials(database)
    offer = trials.offer(service_id, OFTEN, weeks=4)
    assert (offer.contacts, offer.monthly_loss, offer.plan.contacts_per_arm) == (10, None, 5)
    assert offer.plan.control == pytest.approx(1 - (1 - USUAL_LOSS) ** (28 / 30))

    with database.write() as session:
        service = session.get_one(NewsletterService, service_id)
        add_days(session, service, 60, opt_outs=2)
    offer = trials.offer(service_id, OFTEN, weeks=4)
    assert offer.monthly_loss is not None
    assert offer.plan.control > 0.3
    with pytest.raises(NotFoundError):
        trials.offer(4711, OFTEN, weeks=4)


def test_that_each_active_contact_is_drawn_once_and_the_act_is_written_down(
    database: Database,
) -> None:
    service_id, contacts = filled(database)
    trials = Trials(database)
    assert trials.latest(service_id) is None

    begun = trials.begin(service_id, (1 / 7, 1.0), weeks=4, agent="Lena Moser")

    assert trials.latest(service_id) == begun
    assert begun.often == OFTEN
    assert begun.contacts == (20, 20)
    assert (begun.ends_on - begun.starts_on).days == 27
    with database.read() as session:
        drawn = list(session.scalars(select(FrequencyTrialContact.contact_id)))
        acts = list(session.scalars(select(AuditEntry.act)))
    assert sorted(drawn) == contacts
    assert acts == ["trial_begun"]
    with pytest.raises(ConflictError):
        trials.begin(service_id, OFTEN, weeks=4, agent="Lena Moser")


def order(path: Path, trial_id: int) -> AllocationOrder:
    words = {0: "daily", 1: "weekly"}
    return AllocationOrder(trial_id, path, ("number", "frequency"), "test", words, "Lena Moser")


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_that_the_allocation_is_saved_whole(
    database: Database, tmp_path: Path, suffix: str
) -> None:
    service_id, _ = filled(database)
    trials = Trials(database)
    begun = trials.begin(service_id, OFTEN, weeks=4, agent="Lena Moser")
    path = tmp_path / f"allocation{suffix}"

    assert trials.save_allocation(order(path, begun.id), Event()) == 40

    if suffix == ".csv":
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.reader(file, delimiter=";"))
        assert rows[0] == ["number", "frequency"]
        assert [row[1] for row in rows[1:]] == ["daily"] * 20 + ["weekly"] * 20
    with database.read() as session:
        assert list(session.scalars(select(AuditEntry.act)))[-1] == "trial_exported"
    stop = Event()
    stop.set()
    other = tmp_path / f"other{suffix}"
    with pytest.raises(CancelledError):
        trials.save_allocation(order(other, begun.id), stop)
    assert not other.exists()


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_that_the_messages_are_saved_with_who_gets_them(
    database: Database, tmp_path: Path, suffix: str
) -> None:
    service_id, _ = filled(database)
    trials = Trials(database)
    begun = trials.begin(service_id, OFTEN, weeks=4, agent="Lena Moser")
    path = tmp_path / f"messages{suffix}"
    wanted = replace(order(path, begun.id), headers=("message", "day"), yes="yes", no="no")

    assert trials.save_messages(wanted, Event()) == 28

    if suffix == ".csv":
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.reader(file, delimiter=";"))
    else:
        sheet = load_workbook(path).active
        assert sheet is not None
        rows = [[str(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]
    assert rows[0] == ["message", "day", "daily", "weekly"]
    assert [row[0] for row in rows[1:]] == [str(number) for number in range(1, 29)]
    assert (rows[1][1], rows[-1][1]) == (begun.starts_on.isoformat(), begun.ends_on.isoformat())
    assert {row[2] for row in rows[1:]} == {"yes"}
    assert {row[3] for row in rows[1:]} == {"yes", "no"}
    with database.read() as session:
        assert list(session.scalars(select(AuditEntry.act)))[-1] == "trial_messages_exported"


def test_that_the_outcome_is_looked_at_once_and_counts_own_stops_alone(
    database: Database, clock: Clock
) -> None:
    service_id, _ = filled(database)
    trials = Trials(database)
    begun = trials.begin(service_id, OFTEN, weeks=4, agent="Lena Moser")
    with database.write() as session:
        drawn = session.execute(
            select(FrequencyTrialContact.arm, FrequencyTrialContact.contact_id).order_by(
                FrequencyTrialContact.contact_id
            )
        ).all()
        daily, weekly = ([one for arm, one in drawn if arm == number] for number in (0, 1))
        later = NOON + timedelta(days=5)
        for contact_id in daily[:12]:
            happens(session, contact_id, ContactEventKind.STOPPED, later)
        happens(session, weekly[0], ContactEventKind.STOPPED, later)
        happens(session, weekly[1], ContactEventKind.SUPPRESSED, later)
        happens(session, weekly[2], ContactEventKind.STOPPED, NOON + timedelta(days=60))
    clock.now = NOON + timedelta(days=10)
    assert trials.outcome(begun.id) == Waiting(19)

    clock.now = NOON + timedelta(days=29)
    found = trials.outcome(begun.id)

    assert isinstance(found, TrialResult)
    assert found.share.estimate == 12 / 20
    (compared,) = found.comparisons
    assert compared.share.estimate == 1 / 20
    assert compared.difference.high < 0
    assert compared.p_value < 0.001
    again = trials.begin(service_id, OFTEN, weeks=4, agent="Lena Moser")
    assert again.id != begun.id


def test_that_a_change_of_the_number_ends_the_watch(database: Database, clock: Clock) -> None:
    service_id, contacts = filled(database)
    trials = Trials(database)
    begun = trials.begin(service_id, OFTEN, weeks=4, agent="Lena Moser")
    with database.write() as session:
        service = session.get_one(NewsletterService, service_id)
        sim = add_sim(session, "6500000001", SimStatus.ACTIVE)
        use_sim(session, sim, service, NOON + timedelta(days=10))
        for contact_id in contacts:
            happens(session, contact_id, ContactEventKind.STOPPED, NOON + timedelta(days=12))
    clock.now = NOON + timedelta(days=40)

    found = trials.outcome(begun.id)

    assert isinstance(found, TrialResult)
    assert found.share.estimate == 0


def test_that_an_import_leaves_a_test_and_its_contacts_as_they_were_drawn(
    database: Database, clock: Clock, tmp_path: Path
) -> None:
    started, stopped = "2026-02-01T10:00:00Z", "2026-03-10T10:00:00Z"
    people = [f"0660 55501{number:02}" for number in range(8)]

    def row(phone: str, until: str) -> list[str]:
        return ["D1", phone, "", "2026-01-20T10:00:00Z", started, SENDER, until]

    run(database, write_export(tmp_path / "a", [row(one, "") for one in people]))
    trials = Trials(database)
    with database.read() as session:
        service_id = session.scalars(
            select(NewsletterService.id).where(NewsletterService.service_no == "D1")
        ).one()
    begun = trials.begin(service_id, OFTEN, weeks=4, agent="Lena Moser")
    assert sum(begun.contacts) == 8

    run(database, write_export(tmp_path / "b", [row(people[0], stopped), *[row(people[1], "")]]))

    assert trials.latest(service_id) == begun
    clock.now = NOON + timedelta(days=29)
    found = trials.outcome(begun.id)
    assert isinstance(found, TrialResult)
    (other,) = found.comparisons
    assert found.share.estimate + other.share.estimate == 1 / 4
