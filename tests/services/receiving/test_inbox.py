from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from desktop.models.records.status import ReportCounts
from desktop.models.records.unclear import Decision, UnclearFilter, UnclearSelection
from desktop.models.states import DispatchState, ReportState, SmsState, Verdict
from desktop.models.tables import ReceivedReport
from desktop.services.receiving import inbox as inbox_module
from desktop.services.receiving.inbox import KEPT_DAYS, Inbox
from desktop.services.sending.answers import Answered
from desktop.services.sending.dispatch_lists import DispatchLists
from desktop.services.sending.gateways.base import Scope, SendAnswer
from desktop.services.sending.outbox import Outbox
from desktop.services.sending.policy import Identity, Policy
from desktop.services.sending.unclear_lists import SETTLES_WITHIN
from desktop.services.sending.verdicts import Verdicts
from desktop.services.status import Status
from tests.support.sending import GATEWAY, HandClock, World, claimed

_UNCLEAR = SendAnswer(Scope.UNCLEAR, "", "no_answer")
_NOT_TAKEN = SendAnswer(Scope.NOT_ACCEPTED, "", "no_connection")


def _accepted(number: str = "") -> SendAnswer:
    return SendAnswer(Scope.ACCEPTED, "2000", gateway_id=number or None, parts=1)


def _websms(
    status: str, *, ours: str | None = None, theirs: str | None = None, n: int = 0
) -> bytes:
    return json.dumps(
        {
            "messageType": "deliveryReport",
            "notificationId": f"{n:020d}",
            "clientMessageId": ours,
            "transferId": theirs,
            "deliveryReportMessageStatus": status,
        }
    ).encode()


def _kannel(sms: str, kind: int, time: int = 1795372434) -> bytes:
    return f"id={sms}&type={kind}&time={time}&answer=".encode()


def _reports(world: World) -> list[ReceivedReport]:
    with world.database.read() as session:
        return list(session.scalars(select(ReceivedReport).order_by(ReceivedReport.id)))


def test_that_a_report_is_kept_as_it_came_before_it_is_read(world: World) -> None:
    inbox = Inbox(world.database)

    assert inbox.keep("websms", b"\x00\xff {")

    (report,) = _reports(world)
    assert (report.raw, report.state) == (b"\x00\xff {", ReportState.STORED)
    assert inbox.counts() == ReportCounts(unread=1, last_at=world.database.clock())


def test_that_a_repeated_report_is_dropped(world: World) -> None:
    inbox = Inbox(world.database)

    assert inbox.keep("kannel", _kannel("17", 1))
    assert not inbox.keep("kannel", _kannel("17", 1))
    assert inbox.keep("websms", _kannel("17", 1))

    assert len(_reports(world)) == 2


def test_that_reports_settle_what_was_unclear(world: World, clock: HandClock) -> None:
    outbox, sms = claimed(world, clock, 3)
    outbox.turn([Answered(one, _UNCLEAR) for one in sms], 0)
    inbox = Inbox(world.database)

    inbox.keep("kannel", _kannel(sms[0].client_message_id, 1))
    inbox.keep("kannel", _kannel(sms[1].client_message_id, 16))
    inbox.keep("websms", _websms("accepted", ours=sms[2].client_message_id))
    assert inbox.settle() == 3

    rows = world.rows()
    found = [(rows[one.e164].state, rows[one.e164].reason) for one in sms]
    assert found == [
        (SmsState.DELIVERED, ""),
        (SmsState.UNDELIVERABLE, "refused_by_network"),
        (SmsState.ACCEPTED, ""),
    ]
    assert {report.state for report in _reports(world)} == {ReportState.SETTLED}
    assert world.contact(sms[1].e164).last_reminder_state is SmsState.UNDELIVERABLE
    assert inbox.settle() == 0


def test_that_the_gateways_time_holds_unless_it_lies_in_the_future(
    world: World, clock: HandClock
) -> None:
    _, sms = claimed(world, clock, 2)
    past, future = 1795372434, 4102444800
    inbox = Inbox(world.database)

    inbox.keep("kannel", _kannel(sms[0].client_message_id, 1, past))
    inbox.keep("kannel", _kannel(sms[1].client_message_id, 1, future))
    inbox.settle()

    rows = world.rows()
    assert rows[sms[0].e164].settled_at == datetime.fromtimestamp(past, UTC)
    assert rows[sms[1].e164].settled_at == clock.now


def test_that_a_report_before_the_answer_finds_its_sms_when_that_is_recorded(
    world: World, clock: HandClock
) -> None:
    outbox, sms = claimed(world, clock, 2)
    inbox = Inbox(world.database)
    inbox.keep("websms", _websms("delivered", theirs="transfer-17"))
    assert inbox.settle() == 0
    assert inbox.counts().unmatched == 1

    outbox.turn([Answered(sms[0], _accepted("transfer-17")), Answered(sms[1], _accepted("x"))], 0)

    rows = world.rows()
    assert rows[sms[0].e164].state is SmsState.DELIVERED
    assert rows[sms[1].e164].state is SmsState.ACCEPTED
    assert inbox.counts().unmatched == 0


def test_that_a_report_before_the_answer_takes_no_reminder_of_a_rehearsal_back(
    sqlite_world: World, clock: HandClock
) -> None:
    world = sqlite_world
    world.add_incomplete(1)
    world.release(test_mode=True)
    clock.forward(10)
    identity = Identity(GATEWAY, "one", test_mode=True)
    outbox = Outbox(world.database, identity, Policy(rehearsal=True))
    outbox.acquire()
    (sms,) = outbox.turn([], 1).sms
    Inbox(world.database).keep("websms", _websms("delivered", theirs="transfer-17"))
    assert Inbox(world.database).settle() == 0

    outbox.turn([Answered(sms, _accepted("transfer-17"))], 0)

    assert world.rows()[sms.e164].state is SmsState.DELIVERED
    assert world.contact(sms.e164).reminders_sent == 1


def test_that_a_waiting_report_is_looked_at_again(world: World, clock: HandClock) -> None:
    inbox = Inbox(world.database)
    outbox, sms = claimed(world, clock, 1)
    outbox.turn([Answered(sms[0], _accepted("17"))], 0)
    # As a desk of an older version would have left it.
    with world.database.write() as session:
        session.add(
            ReceivedReport(
                received_at=clock.now,
                gateway="websms",
                raw=b"{}",
                digest="d",
                state=ReportState.WAITING,
                gateway_id="17",
                delivery="delivered",
                reason="",
            )
        )

    assert inbox.settle() == 1
    assert world.states() == {SmsState.DELIVERED: 1}


def test_that_one_number_for_two_sms_settles_neither(world: World, clock: HandClock) -> None:
    outbox, sms = claimed(world, clock, 2)
    outbox.turn([Answered(one, _accepted("same")) for one in sms], 0)
    inbox = Inbox(world.database)

    inbox.keep("websms", _websms("delivered", theirs="same"))

    assert inbox.settle() == 0
    assert inbox.settle() == 0
    assert world.states() == {SmsState.ACCEPTED: 2}
    assert inbox.counts().unmatched == 1


def test_that_a_report_for_nobody_is_kept(world: World, clock: HandClock) -> None:
    inbox = Inbox(world.database)
    inbox.keep("kannel", _kannel("nobody", 1))

    assert inbox.settle() == 0

    assert inbox.counts() == ReportCounts(
        unmatched=1, oldest_unmatched_at=clock.now, last_at=clock.now
    )
    assert Status(world.database).read().reports == inbox.counts()


def test_that_what_cannot_be_read_or_is_no_report_is_kept_apart(world: World) -> None:
    inbox = Inbox(world.database)
    inbox.keep("websms", b"{")
    inbox.keep("websms", b'{"messageType": "text", "textMessageContent": "Stop"}')
    inbox.keep("somebody", b"?")

    assert inbox.settle() == 0

    counts = inbox.counts()
    assert (counts.unread, counts.unreadable, counts.other, counts.unmatched) == (0, 1, 2, 0)


def test_that_an_sms_that_was_delivered_after_all_is_not_sent_again(
    world: World, clock: HandClock
) -> None:
    outbox, sms = claimed(world, clock, 1)
    outbox.turn([Answered(sms[0], _NOT_TAKEN)], 0)
    assert world.states() == {SmsState.QUEUED: 1}
    inbox = Inbox(world.database)

    inbox.keep("websms", _websms("delivered", ours=sms[0].client_message_id))
    inbox.settle()
    clock.forward(60)

    assert outbox.turn([], 8).sms == []
    assert world.states() == {SmsState.DELIVERED: 1}
    (line,) = DispatchLists(world.database).lines()
    assert line.state is DispatchState.DONE
    assert world.contact(sms[0].e164).reminders_sent == 1


def test_that_a_report_of_an_earlier_attempt_spares_the_next_one(
    world: World, clock: HandClock
) -> None:
    outbox, sms = claimed(world, clock, 1)
    outbox.turn([Answered(sms[0], _UNCLEAR)], 0)
    clock.forward(SETTLES_WITHIN.total_seconds())
    Verdicts(world.database).decide(
        UnclearSelection(matching=UnclearFilter()),
        Decision(Verdict.SEND_AGAIN, "lena", "the customer asked for it"),
        world.settings.limits,
    )
    assert world.states() == {SmsState.QUEUED: 1}
    inbox = Inbox(world.database)

    # That the network had it says nothing yet; that it was delivered says all.
    inbox.keep("kannel", _kannel(sms[0].client_message_id, 8))
    assert inbox.settle() == 1
    assert world.states() == {SmsState.QUEUED: 1}
    inbox.keep("kannel", _kannel(sms[0].client_message_id, 1))
    assert inbox.settle() == 1

    assert world.states() == {SmsState.DELIVERED: 1}
    assert inbox.counts().unmatched == 0


def test_that_a_report_for_an_sms_that_never_left_changes_nothing(world: World) -> None:
    world.add_incomplete(1)
    world.release()
    (queued,) = world.rows().values()
    inbox = Inbox(world.database)

    inbox.keep("kannel", _kannel(queued.client_message_id, 1))
    inbox.settle()

    assert world.states() == {SmsState.QUEUED: 1}


def test_that_more_than_one_batch_is_settled_at_once(
    world: World, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inbox_module, "AT_ONCE", 4)
    _, sms = claimed(world, clock, 11)
    inbox = Inbox(world.database)
    for one in sms:
        inbox.keep("kannel", _kannel(one.client_message_id, 1))

    assert inbox.settle() == 11
    assert world.states() == {SmsState.DELIVERED: 11}


def test_that_old_reports_are_forgotten_once_they_have_done_their_work(
    world: World, clock: HandClock
) -> None:
    _, sms = claimed(world, clock, 1)
    inbox = Inbox(world.database)
    inbox.keep("kannel", _kannel(sms[0].client_message_id, 1))
    inbox.keep("kannel", _kannel("nobody", 1))
    inbox.settle()
    assert inbox.forget_old() == 0

    clock.forward(timedelta(days=KEPT_DAYS, seconds=1).total_seconds())

    assert inbox.forget_old() == 1
    assert [report.state for report in _reports(world)] == [ReportState.WAITING]


# --------------------------------------------------------------------------- in any order

_KINDS = {"on_its_way": 8, "buffered": 4, "delivered": 1, "refused": 16}


@pytest.mark.parametrize("last", ["delivered", "refused", None])
@settings(
    max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(data=st.data())
def test_that_the_order_of_answer_and_reports_makes_no_difference(
    sqlite_world: World, clock: HandClock, last: str | None, data: st.DataObject
) -> None:
    """One SMS, its answer, and its reports, each perhaps twice, in every order."""
    outbox, (sms,) = claimed(sqlite_world, clock, 1)
    answer = data.draw(st.sampled_from(["accepted", "unclear"]))
    passing = data.draw(st.lists(st.sampled_from(["on_its_way", "buffered"]), max_size=3))
    news = [answer, *passing, *([last] * data.draw(st.integers(1, 2)) if last else [])]
    inbox = Inbox(sqlite_world.database)

    for one in data.draw(st.permutations(news)):
        if one == "accepted":
            outbox.turn([Answered(sms, _accepted("n" + sms.client_message_id))], 0)
        elif one == "unclear":
            outbox.turn([Answered(sms, _UNCLEAR)], 0)
        else:
            inbox.keep("kannel", _kannel(sms.client_message_id, _KINDS[one]))
            if data.draw(st.booleans()):
                inbox.settle()
    inbox.settle()

    expected = {
        "delivered": SmsState.DELIVERED,
        "refused": SmsState.UNDELIVERABLE,
        None: SmsState.ACCEPTED if passing or answer == "accepted" else SmsState.UNCLEAR,
    }[last]
    row = sqlite_world.rows()[sms.e164]
    assert row.state is expected
    assert row.gateway_id == ("n" + sms.client_message_id if answer == "accepted" else None)
    for line in DispatchLists(sqlite_world.database).lines():
        assert DispatchLists(sqlite_world.database).balance(line.id).adds_up
