"""A question on frequency by keyboard: curve, sentence, agreement, follow-up."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from desktop.models.records.frequency import Often
from desktop.models.states import CaseState
from desktop.models.tables import Customer, NewsletterService
from desktop.services.cases import CaseChoice
from desktop.services.storage.database import Database
from desktop.services.traffic import Traffic
from desktop.views.cases.editor import SAVE_AFTER_MS
from desktop.views.widgets.filter_chip import FilterChip
from tests.support.cases import CaseWorker, set_limits
from tests.support.house import House, build_house
from tests.support.numbers import NOON, add_days
from tests.support.sending import RunningClock
from tests.support.window import opened_desk

TODAY = NOON.date()
SECOND_MS = 1_000


@pytest.fixture
def clock() -> RunningClock:
    return RunningClock(NOON)


@pytest.fixture
def database(migrated_sqlite_url: str, clock: RunningClock) -> Iterator[Database]:
    opened = Database(migrated_sqlite_url, clock=clock)
    yield opened
    opened.close()


@pytest.fixture
def house(database: Database) -> House:
    built = build_house(database)
    with database.write() as session:
        service = session.get_one(NewsletterService, built.service)
        add_days(session, service, 120, opt_outs=3, first=TODAY - timedelta(days=120))
        session.get_one(Customer, service.customer_id).contact_person = "Elias Eder"
    set_limits(database)
    return built


@pytest.fixture
def worker(qtbot: QtBot, database: Database, house: House, tmp_path: Path) -> Iterator[CaseWorker]:
    assert house.service
    with opened_desk(qtbot, database, tmp_path) as person:
        yield CaseWorker(person)


def _agree(worker: CaseWorker, house: House) -> None:
    """Lead a question by keyboard from the first word to what is agreed."""
    worker.navigator.frequency_question_wanted.emit(house.service)
    worker.view("caller")
    worker.verify()
    worker.focus_is_on("radio_phone")
    worker.press(Qt.Key.Key_Space)
    worker.go_on()
    worker.focus_is_on("wish")
    worker.type("Zu viele Abmeldungen")
    worker.go_on()

    worker.view("curve")
    worker.go_on()
    worker.focus_is_on("answer_yes")
    worker.press(Qt.Key.Key_Return)
    worker.focus_is_on("primary")
    worker.go_on()

    worker.view("agreement")
    worker.focus_is_on("radio_agreed_change")
    worker.press(Qt.Key.Key_Space)
    chip = worker.person.sees("agreedOften")
    assert isinstance(chip, FilterChip)
    chip.chosen.emit(Often.DAILY)


def test_that_a_killed_program_opens_a_question_as_it_was(
    qtbot: QtBot, database: Database, house: House, tmp_path: Path, clock: RunningClock
) -> None:
    with opened_desk(qtbot, database, tmp_path) as person:
        services = person.app.services
        _agree(CaseWorker(person), house)
        # Nothing is closed or left in good order: what stands in the database counts.
        person.waits_until(lambda: services.cases.get(1).draft.get("agreed_often") == Often.DAILY)
        assert SAVE_AFTER_MS < SECOND_MS

    again = Database(str(database.engine.url), clock=clock)
    with opened_desk(qtbot, again, tmp_path) as person:
        worker = CaseWorker(person)
        worker.navigator.case_wanted.emit(1)
        worker.view("agreement")
        draft = worker.page.case.draft
        assert (draft.curve_told, draft.agreed, draft.agreed_often) == (True, True, Often.DAILY)
        assert (draft.agreed_on, draft.wish) == (TODAY, "Zu viele Abmeldungen")
        worker.press(Qt.Key.Key_Escape)
        worker.view("curve")
        worker.go_on()
        worker.view("agreement")
        worker.go_on()
        worker.view("wrap_up")


def test_that_a_question_leads_to_an_agreement_and_comes_back_to_compare(
    worker: CaseWorker, house: House, database: Database, clock: RunningClock
) -> None:
    services = worker.person.app.services
    _agree(worker, house)
    worker.go_on()
    worker.view("wrap_up")
    page = worker.page
    assert page.case.draft.due_at is not None
    worker.go_on()
    worker.person.waits_until(lambda: services.cases.get(1).state is CaseState.DONE)
    worker.person.waits_until(lambda: not page.isVisible())

    clock.forward(timedelta(days=40) / timedelta(seconds=1))
    with database.write() as session:
        service = session.get_one(NewsletterService, house.service)
        add_days(session, service, 39, opt_outs=0, first=TODAY)
    worker.navigator.cases_wanted.emit(CaseChoice.FOLLOW_UP)
    table = worker.person.sees("caseTable")
    assert isinstance(table, QTableView)
    worker.person.waits_until(lambda: table.model().rowCount() == 1)
    worker.press(Qt.Key.Key_Return)
    worker.view("wrap_up")
    worker.person.waits_until(lambda: "clearly fewer" in worker.text("beforeAfterSaid"))
    worker.go_on()
    worker.focus_is_on("reason")
    worker.type("Kunde bleibt dabei")
    worker.press(Qt.Key.Key_Return)
    worker.person.waits_until(lambda: services.cases.get(1).due_at is None)
    worker.person.waits_until(
        lambda: (
            [note.text for note in services.notes.of_case(1)][-1:]
            == ["Follow-up done: Kunde bleibt dabei"]
        )
    )
    worker.view("wrap_up")
    assert not worker.person.sees("moveFollowUp").isHidden()
    assert [one.day for one in Traffic(database).series(house.service).agreements] == [TODAY]
