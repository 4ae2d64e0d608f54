"""A change of number by keyboard: block, take a number from stock, tell the contacts, follow."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from desktop.models.case_flow import CaseStep
from desktop.models.states import (
    CaseOutcome,
    CaseState,
    DispatchKind,
    DispatchState,
    SimStage,
    SimStatus,
)
from desktop.models.tables import Customer, OutboundSms
from desktop.services.storage import audit
from desktop.services.storage.database import Database
from tests.support.cases import CaseWorker, set_limits
from tests.support.house import House, build_house
from tests.support.numbers import NOON
from tests.support.sending import RunningClock
from tests.support.window import opened_desk

CONTACTS = 4


@pytest.fixture
def database(migrated_sqlite_url: str) -> Iterator[Database]:
    opened = Database(migrated_sqlite_url, clock=RunningClock(NOON))
    yield opened
    with opened.read() as session:
        assert audit.first_broken_entry(session) is None
    opened.close()


@pytest.fixture
def house(database: Database) -> House:
    built = build_house(database, contacts=CONTACTS)
    with database.write() as session:
        for customer in session.scalars(select(Customer)):
            customer.contact_person = "Elias Eder"
    set_limits(database, countdown_s=5, stock_warning=1)
    return built


@pytest.fixture
def worker(qtbot: QtBot, database: Database, house: House, tmp_path: Path) -> Iterator[CaseWorker]:
    assert house.contacts == CONTACTS
    with opened_desk(qtbot, database, tmp_path) as person:
        yield CaseWorker(person)


def ledger(worker: CaseWorker) -> list[str]:
    """The lines of the tracker."""
    lines = worker.person.sees("trackerLedger").children()
    return [line.accessibleName() for line in lines if isinstance(line, QWidget)]


def test_that_a_number_is_replaced_and_the_contacts_are_told_by_keyboard_alone(
    worker: CaseWorker, house: House, database: Database
) -> None:
    services = worker.person.app.services
    worker.begin_change(house.service)
    worker.replace_number()
    assert services.customers.service(house.service).sim_status is SimStatus.ACTIVE
    worker.lead_to("testPhone")
    worker.type("0676 601 81 59")
    worker.press(Qt.Key.Key_Return)
    worker.person.waits_until(lambda: "Test mode" in worker.text("numberTestState"))
    worker.want_notice()
    worker.agree("recipients", "text")
    worker.agree("text", "release")
    worker.focus_is_on("primary")
    worker.go_on()
    worker.person.waits_until(lambda: services.cases.get(1).dispatch_id is not None)
    worker.view("sending")
    worker.person.waits_until(lambda: services.dispatch_lists.get(1).state is DispatchState.DONE)
    worker.go_on()
    worker.view("wrap_up")
    worker.person.waits_until(lambda: f"{CONTACTS} silent" in ledger(worker))
    assert f"Of {CONTACTS} contacts of the old number" in worker.text("summary")
    assert f"{CONTACTS} were active on the old number" in ledger(worker)
    worker.go_on()
    worker.person.sees("start_page")

    case, dispatch = services.cases.get(1), services.dispatch_lists.get(1)
    assert (case.state, case.outcome_code) == (CaseState.DONE, CaseOutcome.SENT)
    assert dispatch.kind is DispatchKind.NUMBER_CHANGE
    assert (dispatch.balance.listed, dispatch.balance.recipients) == (CONTACTS, CONTACTS)
    assert dispatch.balance.adds_up
    new = services.customers.service(house.service).sender_number
    assert new is not None
    assert f"https://wa.me/{new[1:]}?text=Start" in dispatch.text
    with database.read() as session:
        assert len(session.scalars(select(OutboundSms)).all()) == CONTACTS


def test_that_an_outcome_is_suggested_only_when_the_dispatch_has_ended(
    worker: CaseWorker, house: House
) -> None:
    services = worker.person.app.services
    worker.begin_change(house.service)
    worker.replace_number()
    worker.want_notice()
    worker.agree("recipients", "text")
    worker.agree("text", "release")
    worker.focus_is_on("primary")
    worker.go_on()
    worker.person.waits_until(lambda: services.cases.get(1).dispatch_id is not None)
    worker.page.case.go(CaseStep.WRAP_UP)
    worker.view("wrap_up")
    assert worker.text("outcome") == ""

    worker.person.waits_until(lambda: services.dispatch_lists.get(1).state is DispatchState.DONE)

    worker.person.waits_until(
        lambda: worker.text("outcome") == f"Notice of the new number sent to {CONTACTS}"
    )


def test_that_a_customer_who_wants_no_notice_sends_nothing(
    worker: CaseWorker, house: House
) -> None:
    services = worker.person.app.services
    worker.begin_change(house.service)
    worker.replace_number(days_ago=1)
    (old,) = services.sims.list(SimStage.BLOCKED).rows
    assert old.status_since.date() == NOON.date() - timedelta(days=1)
    worker.go_on()
    worker.view("notice")
    worker.lead_to("radio_notice_not_wanted")
    worker.press(Qt.Key.Key_Space)
    worker.go_on()

    worker.view("wrap_up")
    steps = [step for step in CaseStep if worker.body.findChild(QWidget, f"step_{step.value}")]
    assert CaseStep.RELEASE not in steps
    assert worker.text("outcome") == "Number replaced, contacts not told"
    worker.go_on()
    worker.person.sees("start_page")
    assert services.cases.get(1).state is CaseState.DONE
    assert services.cases.get(1).dispatch_id is None


def test_that_nothing_goes_on_before_the_service_has_a_new_number(
    worker: CaseWorker, house: House
) -> None:
    worker.begin_change(house.service)
    worker.focus_is_on("blockReason")
    worker.go_on()
    worker.person.settles()
    assert worker.page.case.step is CaseStep.NUMBER
