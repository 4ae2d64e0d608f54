"""A closed case comes back on the day of its follow-up, whoever closed it, until it is settled."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest

from desktop.errors import ConflictError, InvalidValueError, TransitionError
from desktop.models.case_flow import CaseDraft
from desktop.models.case_json import to_json
from desktop.models.records.cases import CaseRecord
from desktop.models.records.overview import AttentionKind
from desktop.models.states import CaseKind, CaseStanding, CaseState
from desktop.models.tables import AuditEntry
from desktop.services.case_handing import CaseHanding
from desktop.services.cases import CaseChoice, Cases
from desktop.services.customers import Customers
from desktop.services.follow_ups import FollowUps
from desktop.services.overview import Overviews
from desktop.services.storage import audit
from desktop.services.storage.database import Database
from tests.services.houses import AGENT, NOON, add_customer, noon

COLLEAGUE = "Tobias Reiter"
IN_A_WEEK = NOON + timedelta(days=7)
TONIGHT = NOON + timedelta(hours=11)


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
def follow_ups(database: Database) -> FollowUps:
    return FollowUps(database)


@pytest.fixture
def opened(database: Database, cases: Cases) -> CaseRecord:
    """A case whose wrap-up names a day to look at it again."""
    with database.write() as session:
        customer_id = add_customer(session).id
    draft = to_json(CaseDraft(kind=CaseKind.OTHER, due_at=IN_A_WEEK))
    case = cases.open(CaseKind.OTHER, customer_id, None, {}, AGENT)
    return cases.save(
        case.id, draft, step="wrap_up", state=CaseState.VERIFIED, revision=1, agent=AGENT
    )


def _due(cases: Cases, choice: CaseChoice, before: datetime) -> list[int]:
    return [line.id for line in cases.lines(choice, AGENT, due_before=before)]


def _acts(database: Database, case_id: int) -> list[str]:
    with database.read() as session:
        return [
            entry.act
            for entry in session.query(AuditEntry).order_by(AuditEntry.id)
            if entry.case_id == case_id
        ]


def test_that_a_closed_case_is_due_on_the_day_of_its_follow_up(
    cases: Cases, opened: CaseRecord
) -> None:
    closed = cases.close(opened.id, outcome="Auskunft gegeben", agent=AGENT)
    assert (closed.is_closed, closed.follow_up_at) == (True, IN_A_WEEK)
    for choice in (CaseChoice.DUE, CaseChoice.FOLLOW_UP):
        assert _due(cases, choice, IN_A_WEEK) == []
        assert _due(cases, choice, IN_A_WEEK + timedelta(seconds=1)) == [opened.id]
    counts = cases.counts(AGENT, due_before=IN_A_WEEK + timedelta(seconds=1))
    assert (counts.due, counts.follow_up, counts.open, counts.closed) == (1, 1, 0, 1)
    line = cases.lines(CaseChoice.CLOSED, AGENT)[0]
    assert (line.standing, line.due_at) == (CaseStanding.FOLLOW_UP, IN_A_WEEK)


def test_that_a_follow_up_outlives_a_colleague_who_closes_the_case(
    database: Database, cases: Cases, opened: CaseRecord
) -> None:
    CaseHanding(database).take_over(opened.id, note="Lena ist krank", agent=COLLEAGUE)
    assert cases.close(opened.id, outcome="erledigt", agent=COLLEAGUE).follow_up_at == IN_A_WEEK


def test_that_a_case_given_up_keeps_its_follow_up(cases: Cases, opened: CaseRecord) -> None:
    assert cases.abandon(opened.id, reason="überlegt", agent=AGENT).follow_up_at == IN_A_WEEK


def test_that_a_call_back_comes_first_and_the_follow_up_is_kept(
    cases: Cases, opened: CaseRecord
) -> None:
    assert cases.get(opened.id).due_at == IN_A_WEEK
    paused = cases.pause(opened.id, reason="Rückruf", due_at=TONIGHT, agent=AGENT)
    assert paused.due_at == TONIGHT
    assert cases.resume(opened.id, AGENT).due_at == IN_A_WEEK
    assert cases.pause(opened.id, reason="", due_at=None, agent=AGENT).due_at == IN_A_WEEK


def test_that_a_settled_follow_up_is_due_no_more_and_stands_in_the_log(
    database: Database, cases: Cases, follow_ups: FollowUps, opened: CaseRecord
) -> None:
    cases.close(opened.id, outcome="Auskunft gegeben", agent=AGENT)
    done = follow_ups.settle(opened.id, seen=IN_A_WEEK, result=" 40 gestartet ", agent=COLLEAGUE)
    assert (done.due_at, done.is_closed) == (None, True)
    assert _due(cases, CaseChoice.FOLLOW_UP, IN_A_WEEK + timedelta(days=1)) == []
    assert cases.lines(CaseChoice.CLOSED, AGENT)[0].standing is CaseStanding.DONE
    assert _acts(database, opened.id)[-2:] == ["case_closed", "follow_up_done"]
    again = follow_ups.move(
        opened.id, seen=None, due_at=IN_A_WEEK, reason="war der falsche Vorgang", agent=COLLEAGUE
    )
    assert again.follow_up_at == IN_A_WEEK
    assert _acts(database, opened.id)[-1] == "follow_up_moved"


def test_that_a_colleagues_move_is_not_settled_unseen(
    cases: Cases, follow_ups: FollowUps, opened: CaseRecord
) -> None:
    later = IN_A_WEEK + timedelta(days=7)
    cases.close(opened.id, outcome="Auskunft gegeben", agent=AGENT)
    follow_ups.move(opened.id, seen=IN_A_WEEK, due_at=later, reason="noch zu früh", agent=COLLEAGUE)
    with pytest.raises(ConflictError):
        follow_ups.settle(opened.id, seen=IN_A_WEEK, result="erledigt", agent=AGENT)
    assert cases.get(opened.id).follow_up_at == later


def test_that_only_a_closed_case_has_a_follow_up_to_settle(
    follow_ups: FollowUps, opened: CaseRecord
) -> None:
    with pytest.raises(TransitionError):
        follow_ups.settle(opened.id, seen=IN_A_WEEK, result="erledigt", agent=AGENT)
    with pytest.raises(InvalidValueError):
        follow_ups.settle(opened.id, seen=IN_A_WEEK, result="  ", agent=AGENT)


def test_that_a_follow_up_is_not_moved_into_the_past(
    cases: Cases, follow_ups: FollowUps, opened: CaseRecord
) -> None:
    cases.close(opened.id, outcome="Auskunft gegeben", agent=AGENT)
    with pytest.raises(InvalidValueError):
        follow_ups.move(
            opened.id,
            seen=IN_A_WEEK,
            due_at=NOON - timedelta(days=2),
            reason="Tippfehler",
            agent=AGENT,
        )


def test_that_the_start_page_names_due_follow_ups(
    database: Database, cases: Cases, opened: CaseRecord
) -> None:
    cases.close(opened.id, outcome="Auskunft gegeben", agent=AGENT)
    overviews = Overviews(database, Customers(database))
    overview = overviews.of(COLLEAGUE, stock_warning=0, day_ends_at=IN_A_WEEK + timedelta(hours=1))
    assert [item.kind for item in overview.attention] == [AttentionKind.CASES_DUE]
    assert [(due.customer, due.follow_up) for due in overview.attention[0].due] == [
        ("Autohaus Winkler", True)
    ]
    assert overview.open_cases == 0
