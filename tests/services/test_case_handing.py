"""A case is open at one agent; a colleague takes it over with a note, and all see it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest

from desktop.errors import ConflictError, InvalidValueError, NotFoundError, TransitionError
from desktop.models.case_lease import LEASE_S
from desktop.models.changes import Change
from desktop.models.records.cases import CaseRecord
from desktop.models.states import CaseKind, CaseState
from desktop.services.case_handing import CaseHanding
from desktop.services.cases import CaseChoice, Cases
from desktop.services.notes import Notes
from desktop.services.storage import audit
from desktop.services.storage.database import Database
from tests.services.houses import AGENT, NOON, add_customer, add_service

COLLEAGUE = "Tobias Reiter"


class _Clock:
    now = NOON

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> _Clock:
    return _Clock()


@pytest.fixture
def database(migrated_url: str, clock: _Clock) -> Iterator[Database]:
    opened = Database(migrated_url, clock=clock)
    yield opened
    with opened.read() as session:
        assert audit.first_broken_entry(session) is None
    opened.close()


@pytest.fixture
def handing(database: Database) -> CaseHanding:
    return CaseHanding(database)


@pytest.fixture
def opened(database: Database) -> CaseRecord:
    with database.write() as session:
        customer = add_customer(session)
        ids = customer.id, add_service(session, customer).id
    return Cases(database).open(CaseKind.SIGNUP_REMINDER, *ids, {"wish": ""}, AGENT)


def test_that_a_case_is_open_at_one_agent_until_the_lease_ends(
    handing: CaseHanding, opened: CaseRecord, clock: _Clock, database: Database
) -> None:
    assert handing.hold(opened.id, AGENT).agent == AGENT
    assert handing.hold(opened.id, COLLEAGUE).agent == AGENT
    line = Cases(database).lines(CaseChoice.OPEN, COLLEAGUE)[0]
    assert line.lease is not None
    assert line.lease.agent == AGENT
    clock.now = NOON + timedelta(seconds=LEASE_S)
    assert handing.hold(opened.id, COLLEAGUE).agent == COLLEAGUE


def test_that_whoever_lets_go_leaves_the_case_to_others(
    handing: CaseHanding, opened: CaseRecord
) -> None:
    handing.hold(opened.id, AGENT)
    handing.let_go(opened.id, COLLEAGUE)
    assert handing.hold(opened.id, COLLEAGUE).agent == AGENT
    handing.let_go(opened.id, AGENT)
    assert handing.hold(opened.id, COLLEAGUE).agent == COLLEAGUE


def test_that_only_the_first_hold_is_told_to_the_other_desks(
    handing: CaseHanding, opened: CaseRecord, database: Database
) -> None:
    told: list[Change] = []
    database.publish = told.append
    for _ in range(3):
        handing.hold(opened.id, AGENT)
    assert told == [Change.CASES]


def test_that_a_case_is_taken_over_with_a_note_and_the_other_can_save_no_more(
    handing: CaseHanding, opened: CaseRecord, database: Database
) -> None:
    handing.hold(opened.id, AGENT)
    taken = handing.take_over(opened.id, note=" Lena ist in der Pause ", agent=COLLEAGUE)
    assert (taken.owner, taken.revision) == (COLLEAGUE, opened.revision + 1)
    assert taken.lease is not None
    assert taken.lease.agent == COLLEAGUE
    notes = Notes(database).of_case(opened.id)
    assert [(note.agent, note.text) for note in notes] == [(COLLEAGUE, "Lena ist in der Pause")]
    with pytest.raises(ConflictError):
        Cases(database).save(
            opened.id,
            {},
            step="",
            state=CaseState.DRAFT,
            revision=opened.revision,
            agent=AGENT,
        )


def test_that_nobody_takes_a_case_over_without_a_word(
    handing: CaseHanding, opened: CaseRecord, database: Database
) -> None:
    with pytest.raises(InvalidValueError):
        handing.take_over(opened.id, note="  ", agent=COLLEAGUE)
    assert Cases(database).get(opened.id).owner == AGENT


def test_that_a_closed_case_and_one_that_is_not_there_are_not_taken_over(
    handing: CaseHanding, opened: CaseRecord, database: Database
) -> None:
    Cases(database).abandon(opened.id, reason="verwählt", agent=AGENT)
    with pytest.raises(TransitionError):
        handing.take_over(opened.id, note="doch noch", agent=COLLEAGUE)
    with pytest.raises(NotFoundError):
        handing.hold(9_999, AGENT)
