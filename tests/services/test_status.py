from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from threading import Event

import pytest

from desktop.models.outcome import BalanceRule
from desktop.models.records.status import StatusReport
from desktop.models.states import DispatchState, SimStatus, SmsState
from desktop.models.tables import Dispatch, OutboundSms
from desktop.services.demo import make_demo
from desktop.services.status import Status
from desktop.services.storage.database import Database
from desktop.services.storage.location import url_of
from desktop.services.storage.opening import open_database

_NOW = datetime(2026, 11, 24, 12, 59, tzinfo=UTC)


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    path = tmp_path_factory.mktemp("status") / "demo.sqlite"
    database = open_database(url_of(str(path)), clock=lambda: _NOW)
    make_demo(database, lambda _share: None, Event(), now=_NOW)
    yield database
    database.close()


def _later(demo: Database, days: int) -> StatusReport:
    demo.clock = lambda: _NOW + timedelta(days=days)
    try:
        return Status(demo).read()
    finally:
        demo.clock = lambda: _NOW


def test_that_a_fresh_house_has_nothing_to_report(database_url: str) -> None:
    database = open_database(database_url)

    assert Status(database).read() == StatusReport((), 0, ())
    database.close()


def test_that_each_service_is_told_with_its_counts(demo: Database) -> None:
    report = Status(demo).read()

    dealer, workshop = report.services[:2]
    assert [one.service_no for one in report.services] == [f"D{2000 + i}" for i in range(18)]
    assert (dealer.incomplete, dealer.active, dealer.unsubscribed, dealer.suppressed) == (
        310, 1_204, 877, 6,
    )  # fmt: skip
    assert workshop.sim_status is SimStatus.BLOCKED
    assert sum(
        one.incomplete + one.active + one.re_registration_pending + one.unsubscribed
        + one.suppressed
        for one in report.services
    ) == 50_000  # fmt: skip


def test_that_the_open_cases_are_counted(demo: Database) -> None:
    assert Status(demo).read().open_cases == 7


def test_that_the_sums_of_every_dispatch_come_out(demo: Database) -> None:
    report = Status(demo).read()

    assert report.dispatches
    for dispatch in report.dispatches:
        assert dispatch.imbalances == ()
        assert dispatch.listed == dispatch.recipients + dispatch.excluded


def test_that_the_dispatch_under_way_says_how_many_wait(demo: Database) -> None:
    (running,) = (
        one for one in Status(demo).read().dispatches if one.state is DispatchState.SENDING
    )

    assert running.waiting == running.sms[SmsState.QUEUED] + running.sms[SmsState.SENDING]
    assert running.waiting > 0
    assert running.sms[SmsState.UNCLEAR] == 4


def test_that_an_old_dispatch_is_told_only_while_somebody_has_to_act(demo: Database) -> None:
    now, much_later = _later(demo, 0), _later(demo, 90)

    settled = {one.dispatch_no for one in now.dispatches if one.state is DispatchState.DONE}
    assert settled
    assert settled.isdisjoint(one.dispatch_no for one in much_later.dispatches)
    assert {one.state for one in much_later.dispatches} == {
        DispatchState.SENDING,
        DispatchState.PAUSED,
    }


def test_that_a_stopped_dispatch_with_an_unclear_sms_stays_in_sight(demo: Database) -> None:
    with demo.write() as session:
        stopped = session.query(Dispatch).filter_by(state=DispatchState.STOPPED).one()
        number, sms = stopped.dispatch_no, session.query(OutboundSms).filter_by(
            dispatch_id=stopped.id, state=SmsState.DELIVERED
        ).first()  # fmt: skip
        assert sms is not None
        sms.state = SmsState.UNCLEAR

    assert number in {one.dispatch_no for one in _later(demo, 90).dispatches}


def test_that_an_sms_too_few_is_noticed(demo: Database) -> None:
    dispatch = Status(demo).read().dispatches[0]

    short = replace(dispatch, recipients=dispatch.recipients + 1)

    assert {one.rule for one in short.imbalances} == {BalanceRule.LIST, BalanceRule.RECIPIENTS}
