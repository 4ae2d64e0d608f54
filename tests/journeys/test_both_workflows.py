"""Both workflows by keyboard alone: once straight, once paused, killed and taken up by a colleague.

The client is the real one, the gateway a server on loopback; its ledger holds exactly what was
previewed.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from desktop.models.states import CaseState
from desktop.models.tables import Customer
from desktop.services.storage import audit
from desktop.services.storage.database import Database
from tests.faults import FaultServer
from tests.support.cases import CaseWorker, Signups, furnish
from tests.support.house import build_house
from tests.support.journey import (
    CHANGE,
    REMINDER,
    WORKDAY,
    assert_just_previewed,
    connect,
    desk_of,
    kill_when_paused,
    send_the_rest,
    work_until_recipients,
)
from tests.support.sending import RunningClock
from tests.support.window import AGENT

COLLEAGUE = "Tobias Reiter"
CONTACTS = 7


@pytest.fixture
def database(migrated_sqlite_url: str) -> Iterator[Database]:
    opened = Database(migrated_sqlite_url, clock=RunningClock(WORKDAY))
    yield opened
    with opened.read() as session:
        assert audit.first_broken_entry(session) is None
    opened.close()


@pytest.fixture
def server() -> Iterator[FaultServer]:
    with FaultServer() as running:
        yield running


def _furnish(database: Database, kind: str) -> int:
    """Make a house for a workflow; return its service."""
    if kind == REMINDER:
        furnish(database, Signups(possible=CONTACTS))
        return 1
    house = build_house(database, contacts=CONTACTS)
    with database.write() as session:
        for customer in session.scalars(select(Customer)):
            customer.contact_person = "Elias Eder"
    return house.service


@pytest.mark.parametrize("kind", [REMINDER, CHANGE])
def test_that_a_workflow_goes_straight_to_its_end_by_keyboard(
    qtbot: QtBot, database: Database, server: FaultServer, tmp_path: Path, kind: str
) -> None:
    service = _furnish(database, kind)
    connect(database, server)
    with desk_of(qtbot, database, tmp_path) as worker:
        work_until_recipients(worker, kind, service)
        assert not server.taken
        shown = send_the_rest(worker, server)
        assert len(shown.numbers) == CONTACTS
        assert_just_previewed(worker, server, shown)
        assert worker.person.app.services.cases.get(1).state is CaseState.DONE


@pytest.mark.parametrize("kind", [REMINDER, CHANGE])
def test_that_a_case_of_a_killed_program_is_brought_to_its_end_by_a_colleague(
    qtbot: QtBot, database: Database, server: FaultServer, tmp_path: Path, kind: str
) -> None:
    service = _furnish(database, kind)
    connect(database, server)
    kill_when_paused(str(database.engine.url), tmp_path / "first", kind, service)
    assert not server.taken

    with desk_of(qtbot, database, tmp_path, COLLEAGUE) as worker:
        services = worker.person.app.services
        paused = services.cases.get(1)
        assert (paused.state, paused.owner) == (CaseState.PAUSED, AGENT)
        _take_up(worker)
        worker.view("recipients")
        shown = send_the_rest(worker, server)
        assert len(shown.numbers) == CONTACTS
        assert_just_previewed(worker, server, shown)
        case, dispatch = services.cases.get(1), services.dispatch_lists.get(1)
        assert (case.state, case.owner) == (CaseState.DONE, COLLEAGUE)
        assert dispatch.released_by == COLLEAGUE
        assert case.request is not None
        assert case.request.requester == "Elias Eder"


def _take_up(worker: CaseWorker) -> None:
    """Open the paused case from the list, and go on with it."""
    person = worker.person
    worker.press(Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    person.sees("casesPage")
    worker.lead_to("segment_open")
    worker.press(Qt.Key.Key_Space)
    person.settles()
    worker.lead_to("caseTable")
    worker.press(Qt.Key.Key_Home)
    worker.press(Qt.Key.Key_Return)
    worker.view("recipients")
    worker.lead_to("bannerAction")
    worker.press(Qt.Key.Key_Return)
    person.waits_until(lambda: worker.page.case.can_change)
    worker.view("recipients")
    person.waits_until(_keys_reach_the_case)
    worker.lead_to("ledger_gets")


def _keys_reach_the_case() -> bool:
    """Tell whether the focus is in the case, where Esc and Ctrl+Enter are heard."""
    focused = QApplication.focusWidget()
    while focused is not None and focused.objectName() != "casePage":
        focused = focused.parentWidget()
    return focused is not None
