"""A case is saved with every change, and two agents cannot overwrite each other unseen."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest

from desktop.errors import ConflictError, TransitionError
from desktop.models.records.cases import CaseRecord, NewRequest
from desktop.models.states import (
    CaseKind,
    CaseOutcome,
    CaseState,
    RequestChannel,
    VerificationMethod,
    VerificationResult,
)
from desktop.services.cases import CaseChoice, Cases
from desktop.services.storage import audit
from desktop.services.storage.database import Database
from tests.services.houses import AGENT, NOON, add_customer, add_service, noon

COLLEAGUE = "Tobias Reiter"
REQUEST = NewRequest(
    requester="Elias Eder",
    channel=RequestChannel.PHONE,
    requested_at=NOON,
    verification_method=VerificationMethod.CUSTOMER_PIN,
    verification_result=VerificationResult.VERIFIED,
    verified_at=NOON,
    wish="Erinnerung an alle offenen Anmeldungen",
)


@pytest.fixture
def database(migrated_url: str) -> Iterator[Database]:
    opened = Database(migrated_url, clock=noon)
    yield opened
    with opened.read() as session:
        assert audit.first_broken_entry(session) is None
    opened.close()


@pytest.fixture
def cases(database: Database) -> Cases:
    return Cases(database)


@pytest.fixture
def opened(database: Database, cases: Cases) -> CaseRecord:
    with database.write() as session:
        customer = add_customer(session)
        service = add_service(session, customer)
        ids = customer.id, service.id
    return cases.open(CaseKind.SIGNUP_REMINDER, *ids, {"wish": ""}, AGENT)


def _save(cases: Cases, case: CaseRecord, text: str, agent: str = AGENT) -> CaseRecord:
    return cases.save(
        case.id,
        {"wish": text},
        step="request",
        state=CaseState.DRAFT,
        revision=case.revision,
        agent=agent,
    )


def test_that_cases_are_numbered_within_their_year(cases: Cases, opened: CaseRecord) -> None:
    second = cases.open(CaseKind.OTHER, opened.customer_id, None, {}, AGENT)
    assert (opened.case_no, second.case_no) == ("V-2026-0001", "V-2026-0002")


def test_that_what_was_typed_comes_back(cases: Cases, opened: CaseRecord) -> None:
    _save(cases, opened, "Erinnerung")
    again = cases.get(opened.id)
    assert (again.draft, again.step) == ({"wish": "Erinnerung"}, "request")


def test_that_a_save_over_a_colleagues_save_is_refused(cases: Cases, opened: CaseRecord) -> None:
    _save(cases, opened, "first", COLLEAGUE)
    with pytest.raises(ConflictError):
        _save(cases, opened, "second")
    assert cases.get(opened.id).draft == {"wish": "first"}


def test_that_a_paused_case_goes_on_where_it_was_with_a_colleague(
    cases: Cases, opened: CaseRecord
) -> None:
    cases.save(
        opened.id, {}, step="text", state=CaseState.PREPARED, revision=opened.revision, agent=AGENT
    )
    due = NOON + timedelta(hours=2)
    paused = cases.pause(opened.id, reason="Rückruf", due_at=due, agent=AGENT)
    assert (paused.state, paused.due_at) == (CaseState.PAUSED, due)
    with pytest.raises(TransitionError):
        cases.pause(opened.id, reason="again", due_at=None, agent=AGENT)
    resumed = cases.resume(opened.id, COLLEAGUE)
    assert (resumed.state, resumed.step, resumed.owner, resumed.due_at) == (
        CaseState.PREPARED,
        "text",
        COLLEAGUE,
        None,
    )


def test_that_a_request_can_be_corrected_before_the_release(
    cases: Cases, opened: CaseRecord
) -> None:
    first = cases.record_request(opened.id, REQUEST, AGENT).request
    second = cases.record_request(opened.id, REQUEST, COLLEAGUE).request
    assert first is not None
    assert second is not None
    assert (first.id, second.recorded_by) == (second.id, COLLEAGUE)


def test_that_an_abandoned_case_stays_closed(cases: Cases, opened: CaseRecord) -> None:
    closed = cases.abandon(opened.id, reason="Kunde überlegt noch", agent=AGENT)
    assert (closed.state, closed.closed_at, closed.is_closed) == (CaseState.ABANDONED, NOON, True)
    with pytest.raises(TransitionError):
        cases.resume(opened.id, AGENT)
    with pytest.raises(TransitionError):
        cases.record_request(opened.id, REQUEST, AGENT)


def test_that_a_case_without_release_cannot_end_as_done(cases: Cases, opened: CaseRecord) -> None:
    with pytest.raises(TransitionError):
        cases.close(opened.id, outcome="done", agent=AGENT)


def test_that_the_lists_and_their_counts_agree(cases: Cases, opened: CaseRecord) -> None:
    other = cases.open(CaseKind.OTHER, opened.customer_id, None, {}, COLLEAGUE)
    third = cases.open(CaseKind.OTHER, opened.customer_id, None, {}, AGENT)
    cases.pause(opened.id, reason="", due_at=None, agent=AGENT)
    cases.abandon(third.id, reason="", agent=AGENT)
    counts = cases.counts(AGENT)
    lists = {choice: cases.lines(choice, AGENT) for choice in CaseChoice}
    assert (counts.mine, counts.open, counts.paused, counts.closed) == (1, 2, 1, 1)
    assert [len(lists[choice]) for choice in CaseChoice] == [1, 2, 0, 0, 1, 1]
    assert [line.id for line in lists[CaseChoice.MINE]] == [opened.id]
    assert {line.id for line in lists[CaseChoice.OPEN]} == {opened.id, other.id}


def test_that_a_case_that_sends_nothing_closes_with_its_outcome(
    cases: Cases, opened: CaseRecord
) -> None:
    question = cases.open(CaseKind.FREQUENCY_QUESTION, opened.customer_id, None, {}, AGENT)
    closed = cases.close(question.id, outcome="Auskunft gegeben", agent=AGENT)
    assert (closed.state, closed.outcome) == (CaseState.DONE, "Auskunft gegeben")


def test_that_a_reminder_does_not_close_as_done_before_its_release(
    cases: Cases, opened: CaseRecord
) -> None:
    with pytest.raises(TransitionError):
        cases.close(opened.id, outcome="erledigt", agent=AGENT)


def test_that_the_list_of_what_is_due_holds_all_agents_call_backs(
    cases: Cases, opened: CaseRecord
) -> None:
    cases.pause(opened.id, reason="Rückruf", due_at=NOON + timedelta(hours=2), agent=COLLEAGUE)
    due = cases.lines(CaseChoice.DUE, AGENT, due_before=NOON + timedelta(hours=3))
    assert [line.id for line in due] == [opened.id]
    assert cases.counts(AGENT, due_before=NOON + timedelta(hours=3)).due == 1
    assert cases.lines(CaseChoice.DUE, AGENT, due_before=NOON + timedelta(hours=2)) == ()


def test_that_a_case_is_closed_with_the_code_of_its_outcome(
    cases: Cases, opened: CaseRecord
) -> None:
    closed = cases.abandon(
        opened.id, reason="Name stimmt nicht", agent=AGENT, code=CaseOutcome.NOT_VERIFIED
    )
    assert closed.outcome_code is CaseOutcome.NOT_VERIFIED
    assert cases.get(opened.id).outcome_code is CaseOutcome.NOT_VERIFIED
