"""What a person decides about unclear SMS, and what follows from it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from desktop.errors import InvalidValueError, SecondReleaseNeededError
from desktop.models.records.unclear import Decision, UnclearFilter, UnclearSelection
from desktop.models.states import ContactState, DispatchState, SmsState, Verdict
from desktop.models.tables import AuditEntry, OutboundSms, SmsVerdict
from desktop.services.sending.answers import Answered
from desktop.services.sending.claims import ClaimedSms
from desktop.services.sending.dispatch_lists import DispatchLists
from desktop.services.sending.earlier_attempts import ARRIVED_EARLIER
from desktop.services.sending.gateways.base import Scope, SendAnswer
from desktop.services.sending.outbox import Outbox
from desktop.services.sending.policy import Identity, Policy
from desktop.services.sending.reports import Delivery, DeliveryReport
from desktop.services.sending.unclear_lists import SETTLES_WITHIN
from desktop.services.sending.verdicts import Verdicts
from desktop.services.storage.audit import first_broken_entry
from tests.support.sending import GATEWAY, HandClock, World

_ACCEPTED = SendAnswer(Scope.ACCEPTED, "2000", gateway_id="abc", parts=1)
_UNCLEAR = SendAnswer(Scope.UNCLEAR, "", "no_answer")
_AGAIN = Decision(Verdict.SEND_AGAIN, "lena", "the customer asked for it")
_ALL = UnclearSelection(matching=UnclearFilter())


def _outbox(world: World) -> Outbox:
    outbox = Outbox(
        world.database, Identity(GATEWAY, "one", test_mode=False), Policy(per_second=1000.0)
    )
    assert outbox.acquire() is None
    return outbox


def _unclear(world: World, clock: HandClock, count: int = 1) -> list[ClaimedSms]:
    """Sends ``count`` SMS of which none is answered, and lets the time for late news pass."""
    world.add_incomplete(count)
    world.release()
    clock.forward(10)
    outbox = _outbox(world)
    sms = outbox.turn([], count).sms
    assert len(sms) == count
    outbox.turn([Answered(one, _UNCLEAR) for one in sms], 0)
    outbox.give_back()
    clock.forward(SETTLES_WITHIN.total_seconds())
    return sms


def _sent_again(world: World, clock: HandClock) -> list[ClaimedSms]:
    """Lets the countdown pass, and returns what the next sender claims."""
    clock.forward(10)
    outbox = _outbox(world)
    claimed = outbox.turn([], 8).sms
    outbox.turn([Answered(one, _ACCEPTED) for one in claimed], 0)
    outbox.give_back()
    return claimed


def _verdicts(world: World) -> list[SmsVerdict]:
    with world.database.read() as session:
        return list(session.scalars(select(SmsVerdict).order_by(SmsVerdict.id)))


def _report(world: World, message_id: str, delivery: Delivery) -> int:
    outbox = Outbox(world.database, Identity(GATEWAY, "reports", test_mode=False), Policy())
    return outbox.take_reports([DeliveryReport(message_id, delivery, world.database.clock())])


def _only(world: World) -> OutboundSms:
    (sms,) = world.rows().values()
    return sms


def test_that_an_sms_goes_out_again_as_a_new_attempt_in_the_same_row(
    world: World, clock: HandClock
) -> None:
    (before,) = _unclear(world, clock)

    decided = world.judge(before.sms_id, verdict=Verdict.SEND_AGAIN)

    assert (decided.count, decided.left_out) == (1, 0)
    assert decided.starts_at == clock.now + timedelta(seconds=10)
    sms = _only(world)
    assert (sms.id, sms.state, sms.attempt) == (before.sms_id, SmsState.QUEUED, 2)
    assert sms.client_message_id != before.client_message_id
    (kept,) = _verdicts(world)
    assert (kept.sms_id, kept.attempt, kept.cause) == (sms.id, 1, "no_answer")
    assert kept.client_message_id == before.client_message_id
    assert (kept.verdict, kept.agent) == (Verdict.SEND_AGAIN, "lena")
    (claimed,) = _sent_again(world, clock)
    assert claimed.client_message_id == sms.client_message_id
    assert _only(world).state is SmsState.ACCEPTED


def test_that_nothing_goes_out_again_before_the_countdown_has_ended(
    world: World, clock: HandClock
) -> None:
    (before,) = _unclear(world, clock)
    world.judge(before.sms_id, verdict=Verdict.SEND_AGAIN)
    clock.forward(9)

    assert _outbox(world).turn([], 8).sms == []


def test_that_a_dispatch_that_had_ended_goes_on_and_ends_again(
    world: World, clock: HandClock
) -> None:
    (before,) = _unclear(world, clock)
    lists = DispatchLists(world.database)
    assert lists.get(before.dispatch_id).state is DispatchState.DONE

    world.judge(before.sms_id, verdict=Verdict.SEND_AGAIN)

    going = lists.get(before.dispatch_id)
    assert (going.state, going.ended_at) == (DispatchState.SENDING, None)
    assert going.balance.adds_up
    _sent_again(world, clock)
    ended = lists.get(before.dispatch_id)
    assert ended.state is DispatchState.DONE
    assert ended.balance.adds_up
    assert ended.balance.states == {SmsState.ACCEPTED: 1}


def test_that_who_has_unsubscribed_gets_no_second_attempt(world: World, clock: HandClock) -> None:
    (before,) = _unclear(world, clock)
    world.judge(before.sms_id, verdict=Verdict.SEND_AGAIN)
    world.set_state(before.e164, ContactState.UNSUBSCRIBED)

    assert _sent_again(world, clock) == []

    sms = _only(world)
    assert (sms.state, sms.reason) == (SmsState.EXCLUDED, "unsubscribed")
    assert world.contact(before.e164).reminders_sent == 1
    assert DispatchLists(world.database).get(before.dispatch_id).balance.adds_up


def test_that_the_first_attempt_counts_as_a_reminder_when_the_second_came_to_nothing(
    world: World, clock: HandClock
) -> None:
    (before,) = _unclear(world, clock)
    left_at = world.contact(before.e164).last_reminder_at
    world.judge(before.sms_id, verdict=Verdict.SEND_AGAIN)
    assert world.contact(before.e164).reminders_sent == 0

    world.dispatches.stop(before.dispatch_id, "lena")

    assert _only(world).state is SmsState.CANCELLED
    contact = world.contact(before.e164)
    assert (contact.reminders_sent, contact.last_reminder_at) == (1, left_at)


def test_that_two_attempts_count_as_one_reminder(world: World, clock: HandClock) -> None:
    (before,) = _unclear(world, clock)
    world.judge(before.sms_id, verdict=Verdict.SEND_AGAIN)
    _sent_again(world, clock)

    contact = world.contact(before.e164)

    assert (contact.reminders_sent, contact.last_reminder_state) == (1, SmsState.ACCEPTED)


def test_that_a_written_off_sms_is_failed_and_still_counts_as_a_reminder(
    world: World, clock: HandClock
) -> None:
    (before,) = _unclear(world, clock)

    world.judge(before.sms_id, verdict=Verdict.WRITTEN_OFF)

    sms = _only(world)
    assert (sms.state, sms.reason) == (SmsState.FAILED, "written_off")
    contact = world.contact(before.e164)
    assert (contact.reminders_sent, contact.last_reminder_state) == (1, SmsState.FAILED)
    assert DispatchLists(world.database).get(before.dispatch_id).balance.adds_up


def test_that_a_late_report_on_the_first_attempt_keeps_the_second_here(
    world: World, clock: HandClock
) -> None:
    (before,) = _unclear(world, clock)
    world.judge(before.sms_id, verdict=Verdict.SEND_AGAIN)

    assert _report(world, before.client_message_id, Delivery.DELIVERED) == 1
    assert _report(world, before.client_message_id, Delivery.DELIVERED) == 0

    assert _sent_again(world, clock) == []
    sms = _only(world)
    assert (sms.state, sms.reason) == (SmsState.DELIVERED, ARRIVED_EARLIER)
    assert _verdicts(world)[0].told is SmsState.DELIVERED
    record = DispatchLists(world.database).get(before.dispatch_id)
    assert record.state is DispatchState.DONE
    assert record.balance.adds_up
    assert world.contact(before.e164).reminders_sent == 1


@pytest.mark.parametrize(
    "answer",
    [
        SendAnswer(Scope.NOT_ACCEPTED, "4023", "throttled"),
        SendAnswer(Scope.ACCOUNT, "4001", "invalid_credentials"),
        SendAnswer(Scope.RECIPIENT, "4002", "invalid_recipient"),
        _UNCLEAR,
    ],
    ids=lambda answer: answer.scope.value,
)
def test_that_a_report_on_the_first_attempt_counts_when_the_second_was_under_way_in_vain(
    world: World, clock: HandClock, answer: SendAnswer
) -> None:
    (before,) = _unclear(world, clock)
    world.judge(before.sms_id, verdict=Verdict.SEND_AGAIN)
    clock.forward(10)
    outbox = _outbox(world)
    (second,) = outbox.turn([], 8).sms

    assert _report(world, before.client_message_id, Delivery.DELIVERED) == 1
    assert _only(world).state is SmsState.SENDING
    outbox.turn([Answered(second, answer)], 8)

    sms = _only(world)
    assert (sms.state, sms.reason) == (SmsState.DELIVERED, ARRIVED_EARLIER)
    assert DispatchLists(world.database).get(before.dispatch_id).state is DispatchState.DONE
    assert world.contact(before.e164).reminders_sent == 1


def test_that_a_report_on_the_first_attempt_counts_when_the_sender_of_the_second_vanished(
    world: World, clock: HandClock
) -> None:
    (before,) = _unclear(world, clock)
    world.judge(before.sms_id, verdict=Verdict.SEND_AGAIN)
    clock.forward(10)
    assert len(_outbox(world).turn([], 8).sms) == 1
    assert _report(world, before.client_message_id, Delivery.DELIVERED) == 1

    world.end_leases()
    _outbox(world).recover()

    assert (_only(world).state, _only(world).reason) == (SmsState.DELIVERED, ARRIVED_EARLIER)


def test_that_a_second_attempt_that_was_taken_stays_taken_whatever_became_of_the_first(
    world: World, clock: HandClock
) -> None:
    (before,) = _unclear(world, clock)
    world.judge(before.sms_id, verdict=Verdict.SEND_AGAIN)
    clock.forward(10)
    outbox = _outbox(world)
    (second,) = outbox.turn([], 8).sms
    assert _report(world, before.client_message_id, Delivery.DELIVERED) == 1

    outbox.turn([Answered(second, _ACCEPTED)], 8)

    assert (_only(world).state, _only(world).gateway_id) == (SmsState.ACCEPTED, "abc")


def test_that_a_late_report_of_a_failure_lets_the_second_attempt_go(
    world: World, clock: HandClock
) -> None:
    (before,) = _unclear(world, clock)
    world.judge(before.sms_id, verdict=Verdict.SEND_AGAIN)

    assert _report(world, before.client_message_id, Delivery.UNDELIVERABLE) == 1

    assert len(_sent_again(world, clock)) == 1
    assert _verdicts(world)[0].told is SmsState.UNDELIVERABLE


def test_that_a_late_answer_to_the_first_attempt_does_not_touch_the_second(
    world: World, clock: HandClock
) -> None:
    (before,) = _unclear(world, clock)
    world.judge(before.sms_id, verdict=Verdict.SEND_AGAIN)

    _outbox(world).turn([Answered(before, _ACCEPTED)], 0)

    assert _only(world).state is SmsState.QUEUED
    assert _only(world).gateway_id is None


def test_that_nobody_takes_a_risk_while_news_may_still_come(world: World, clock: HandClock) -> None:
    (before,) = _unclear(world, clock)
    clock.forward(-60)

    look = Verdicts(world.database).look(_ALL, world.settings.limits)
    decided = world.judge(before.sms_id, verdict=Verdict.SEND_AGAIN)

    assert (look.total, look.again, look.too_soon) == (1, 0, 1)
    assert look.ready_at == clock.now + timedelta(seconds=60)
    assert (decided.count, decided.left_out, decided.starts_at) == (0, 1, None)
    assert _only(world).state is SmsState.UNCLEAR
    assert world.judge(before.sms_id).count == 1


def test_that_a_stopped_dispatch_sends_nothing_again(world: World, clock: HandClock) -> None:
    world.add_incomplete(2)
    record = world.release()
    clock.forward(10)
    outbox = _outbox(world)
    (sms,) = outbox.turn([], 1).sms
    outbox.turn([Answered(sms, _UNCLEAR)], 0)
    world.dispatches.stop(record.id, "lena")
    clock.forward(SETTLES_WITHIN.total_seconds())

    look = Verdicts(world.database).look(_ALL, world.settings.limits)

    assert (look.total, look.again, look.stopped) == (1, 0, 1)
    assert world.judge(sms.sms_id, verdict=Verdict.SEND_AGAIN).count == 0
    assert world.judge(sms.sms_id, verdict=Verdict.WRITTEN_OFF).count == 1


def test_that_a_decision_needs_a_reason_and_stands_in_the_audit_log(
    world: World, clock: HandClock
) -> None:
    sms = _unclear(world, clock, 3)
    verdicts, limits = Verdicts(world.database), world.settings.limits
    with pytest.raises(InvalidValueError):
        verdicts.decide(_ALL, replace(_AGAIN, reason="  "), limits)

    assert verdicts.decide(_ALL, _AGAIN, limits).count == 3

    with world.database.read() as session:
        (entry,) = session.scalars(select(AuditEntry).where(AuditEntry.act == "sms_sent_again"))
        assert first_broken_entry(session) is None
    assert entry.payload is not None
    assert entry.payload["reason"] == "the customer asked for it"
    assert entry.payload["sms"] == sorted(one.sms_id for one in sms)
    assert entry.actor == "lena"


def test_that_many_at_once_take_a_colleague(world: World, clock: HandClock) -> None:
    _unclear(world, clock, 3)
    verdicts = Verdicts(world.database)
    limits = replace(world.settings.limits, second_release_above=2)

    assert verdicts.look(_ALL, limits).needs_second
    for second in ("", "lena"):
        with pytest.raises(SecondReleaseNeededError):
            verdicts.decide(_ALL, replace(_AGAIN, second=second), limits)
    assert verdicts.decide(_ALL, replace(_AGAIN, second="jana"), limits).count == 3
    assert world.states() == {SmsState.QUEUED: 3}


def test_that_all_but_some_can_be_decided_at_once(world: World, clock: HandClock) -> None:
    sms = _unclear(world, clock, 5)
    kept = frozenset({sms[1].sms_id, sms[3].sms_id})
    selection = UnclearSelection(matching=UnclearFilter(customer_id=1), deselected=kept)

    Verdicts(world.database).decide(
        selection, Decision(Verdict.SENT, "lena", "phoned"), world.settings.limits
    )

    assert world.states() == {SmsState.UNCLEAR: 2, SmsState.ACCEPTED: 3}


def test_that_a_decision_in_many_portions_reaches_everybody_once(
    world: World, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    _unclear(world, clock, 7)
    monkeypatch.setattr("desktop.services.sending.verdicts.AT_ONCE", 3)

    decided = Verdicts(world.database).decide(_ALL, _AGAIN, world.settings.limits)

    assert decided.count == 7
    assert world.states() == {SmsState.QUEUED: 7}
    assert {one.attempt for one in world.rows().values()} == {2}


def test_that_the_database_itself_holds_a_number_once_for_each_dispatch(
    world: World, clock: HandClock
) -> None:
    (before,) = _unclear(world, clock)
    second = OutboundSms(
        dispatch_id=before.dispatch_id,
        contact_id=before.contact_id,
        e164=before.e164,
        state=SmsState.QUEUED,
        client_message_id="another",
        attempt=2,
        queued_at=clock.now,
    )
    with pytest.raises(IntegrityError):
        _add(world, second)


def _add(world: World, sms: OutboundSms) -> None:
    with world.database.write() as session:
        session.add(sms)
