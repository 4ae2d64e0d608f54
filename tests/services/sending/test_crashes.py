"""Sender and release are killed again and again; the gateway's ledger is held against the books."""

from __future__ import annotations

import signal
from collections.abc import Iterator

import pytest

from desktop.models.states import CaseState, SmsState
from desktop.models.tables import Case
from desktop.services.sending.dispatch_lists import DispatchLists
from tests.faults import FaultServer, wait_for
from tests.support.boundaries import ONCE, RECOVERY, RELEASE, SEND
from tests.support.journals import use_journal
from tests.support.kills import CONNECTIONS, Moods, Run
from tests.support.sender_process import Nursery
from tests.support.sending import NOON, RunningClock, make_world

ENGINES = ("rollback", "wal", "postgresql")
STANDING_BY = (("claim committing", 6), ("claimed", 2), ("left", 18), ("record written", 2))
"""Passed so often only once the first answers are there, and the other one stands by."""

KILLS = 34
"""For each engine, and with one or two senders: 204 in all."""


@pytest.fixture(scope="module")
def nursery() -> Iterator[Nursery]:
    with Nursery() as made:
        yield made


@pytest.fixture
def server() -> Iterator[FaultServer]:
    with FaultServer(latency_s=0.01) as made:
        yield made


@pytest.fixture(params=ENGINES)
def run(request: pytest.FixtureRequest, nursery: Nursery, server: FaultServer) -> Iterator[Run]:
    """A customer and a service on one engine, and everything around them."""
    of_sqlite = request.param != "postgresql"
    journal = request.param if of_sqlite else ""
    fixture = "migrated_sqlite_url" if of_sqlite else "migrated_postgres_url"
    use_journal(journal)
    account = f"websms:desk@127.0.0.1:{server.port}"
    world = make_world(request.getfixturevalue(fixture), RunningClock(NOON), account)
    yield Run(world, server, nursery, journal, Moods(seed=7))
    world.database.close()
    use_journal("")


def test_that_the_tests_use_the_journal_that_they_name(run: Run) -> None:
    if not run.journal:
        assert not run.world.database.is_sqlite
        return
    with run.world.database.read() as session:
        mode = session.connection().exec_driver_sql("PRAGMA journal_mode").scalar_one()
    assert mode == {"wal": "wal", "rollback": "persist"}[run.journal]


@pytest.mark.parametrize("boundary", SEND)
def test_that_a_crash_while_sending_sends_nothing_twice_and_loses_nothing(
    run: Run, boundary: str
) -> None:
    run.release(24)

    first = run.nursery.start(run.job(boundary=boundary, passes=1 if boundary in ONCE else 4))
    # Without anything left to hand back, a sender has not ended either.
    assert run.nursery.wait(first) == -signal.SIGKILL
    run.kills += 1
    assert run.nursery.wait(run.nursery.start(run.job())) == 0

    run.hold_against_each_other()


@pytest.mark.parametrize(("boundary", "passes"), STANDING_BY)
def test_that_who_stands_by_takes_over_from_a_sender_that_crashes(
    run: Run, boundary: str, passes: int
) -> None:
    run.release(24)
    run.server.answers.clear()
    first = run.nursery.start(run.job(boundary=boundary, passes=passes))
    wait_for(lambda: run.server.requests == CONNECTIONS)
    there = run.senders_seen()
    second = run.nursery.start(run.job())
    wait_for(lambda: run.senders_seen() > there)
    run.server.answers.set()

    assert run.nursery.wait(first) == -signal.SIGKILL
    run.kills += 1
    assert run.nursery.wait(second) == 0

    found = run.hold_against_each_other()
    assert found["unclear sender_gone"] >= 1


@pytest.mark.parametrize("boundary", RECOVERY)
def test_that_a_crash_while_recovering_from_a_crash_changes_nothing(
    run: Run, boundary: str
) -> None:
    run.release(24)
    crashes = (("answered", 4), (boundary, 1))

    for name, passes in crashes:
        job = run.job(boundary=name, passes=passes)
        assert run.nursery.wait(run.nursery.start(job)) == -signal.SIGKILL
        run.kills += 1
    assert run.nursery.wait(run.nursery.start(run.job())) == 0

    found = run.hold_against_each_other()
    assert found["unclear sender_gone"] >= 1


@pytest.mark.parametrize("boundary", RELEASE)
def test_that_a_crash_while_releasing_releases_all_or_nothing(run: Run, boundary: str) -> None:
    run.world.add_incomplete(20)
    excluded = run.world.add_incomplete(4, entered_at=NOON)
    case_id = run.world.open_case()
    job = run.job(boundary=boundary, case_id=case_id, account=run.world.gateway)

    assert run.nursery.wait(run.nursery.start(job)) == -signal.SIGKILL

    lines = DispatchLists(run.world.database).lines()
    with run.world.database.read() as session:
        case = session.get_one(Case, case_id)
    if boundary == "released":
        assert case.state is CaseState.RELEASED
        assert [line.recipients for line in lines] == [20]
    else:
        assert (case.state, lines, run.world.states()) == (CaseState.DRAFT, (), {})
        run.world.release(case_id=case_id)
    (line,) = DispatchLists(run.world.database).lines()
    balance = DispatchLists(run.world.database).balance(line.id)
    assert balance.adds_up
    assert (balance.states, balance.excluded) == ({SmsState.QUEUED: 20}, len(excluded))


@pytest.mark.timeout(900)  # It takes seconds, but nothing may depend on how busy the machine is.
@pytest.mark.parametrize("at_once", [1, 2])
def test_that_kills_at_random_moments_send_nothing_twice_and_lose_nothing(
    run: Run, at_once: int
) -> None:
    run.kill_at_random_moments(KILLS, at_once, sms=300)

    found = run.hold_against_each_other()
    print(run.kills, "kills:", dict(found))
    assert found["accepted"] > 100
