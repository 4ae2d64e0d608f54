from __future__ import annotations

import itertools
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import update

from desktop.errors import (
    DatabaseUnreachableError,
    GatewayRefusedError,
    GatewayUnreachableError,
)
from desktop.models.changes import Change
from desktop.models.eligibility import ReminderRules
from desktop.models.send_window import SendWindow
from desktop.models.states import ContactState, DispatchState, SimStatus, SmsState
from desktop.models.tables import Contact, Dispatch, NewsletterService
from desktop.services.sending.answers import MAX_TRIES, Answered
from desktop.services.sending.books import DOES_NOT_ADD_UP
from desktop.services.sending.claims import ClaimedSms, Judge
from desktop.services.sending.dispatch_lists import DispatchLists
from desktop.services.sending.gateways.base import Scope, SendAnswer
from desktop.services.sending.lease import LEASE_S
from desktop.services.sending.outbox import Outbox
from desktop.services.sending.policy import Identity, Policy
from desktop.services.sending.reports import Delivery, DeliveryReport
from tests.support.sending import GATEWAY, NOON, HandClock, World

_ACCEPTED = SendAnswer(Scope.ACCEPTED, "2000", gateway_id="abc", parts=1)
_UNCLEAR = SendAnswer(Scope.UNCLEAR, "", "no_answer")
_REFUSED = SendAnswer(Scope.RECIPIENT, "4002", "invalid_recipient")
_NOT_TAKEN = SendAnswer(Scope.NOT_ACCEPTED, "", "no_connection")


def _outbox(world: World, owner: str = "one", **policy: object) -> Outbox:
    fast: dict[str, object] = {"per_second": 1000.0}
    return Outbox(
        world.database,
        Identity(GATEWAY, owner, test_mode=False),
        Policy(**(fast | policy)),  # type: ignore[arg-type]  # the tests know the fields
    )


def _started(world: World, clock: HandClock, count: int = 1) -> Outbox:
    """Releases ``count`` SMS, lets the countdown pass, and returns a holding outbox."""
    world.add_incomplete(count)
    world.release()
    clock.forward(10)
    outbox = _outbox(world)
    assert outbox.acquire() is None
    return outbox


def _all(claimed: list[ClaimedSms], answer: SendAnswer) -> list[Answered]:
    return [Answered(sms, answer) for sms in claimed]


# -------------------------------------------------------------------------------- claiming


def test_that_nothing_is_claimed_in_the_countdown(world: World, clock: HandClock) -> None:
    world.add_incomplete(2)
    world.release()
    outbox = _outbox(world)
    outbox.acquire()

    clock.forward(9)
    claim = outbox.turn([], 8)

    assert claim.sms == []
    assert claim.next_at == NOON + timedelta(seconds=10)
    assert world.states() == {SmsState.QUEUED: 2}


def test_that_a_claim_is_written_down_before_anything_is_sent(
    world: World, clock: HandClock
) -> None:
    outbox = _started(world, clock, 3)

    claim = outbox.turn([], 2)

    assert len(claim.sms) == 2
    assert world.states() == {SmsState.QUEUED: 1, SmsState.SENDING: 2}
    sms = world.rows()[claim.sms[0].e164]
    assert sms.client_message_id == claim.sms[0].client_message_id
    assert sms.claim_owner == "one"
    assert sms.claim_epoch == 1
    assert sms.sent_at is not None
    contact = world.contact(claim.sms[0].e164)
    assert (contact.reminders_sent, contact.last_reminder_state) == (1, SmsState.SENDING)


def test_that_nobody_is_claimed_twice(world: World, clock: HandClock) -> None:
    outbox = _started(world, clock, 5)

    first, second, third = (outbox.turn([], 2).sms for _ in range(3))

    ids = [sms.sms_id for sms in (*first, *second, *third)]
    assert len(ids) == len(set(ids)) == 5


@pytest.mark.parametrize(
    ("state", "reason"),
    [
        (ContactState.UNSUBSCRIBED, "unsubscribed"),
        (ContactState.SUPPRESSED, "suppressed"),
        (ContactState.ACTIVE, "not_incomplete"),
    ],
)
def test_that_who_changed_between_release_and_claim_is_left_out(
    world: World, clock: HandClock, state: ContactState, reason: str
) -> None:
    outbox = _started(world, clock, 3)
    changed = min(world.rows())
    world.set_state(changed, state)

    claim = outbox.turn([], 8)

    assert [sms.e164 for sms in claim.sms] == sorted(world.rows())[1:]
    assert claim.excluded == 1
    left_out = world.rows()[changed]
    assert (left_out.state, left_out.reason) == (SmsState.EXCLUDED, reason)


def test_that_two_dispatches_do_not_remind_the_same_person_twice(
    world: World, clock: HandClock
) -> None:
    world.add_incomplete(1)
    first, second = world.release(), world.release()
    clock.forward(10)
    outbox = _outbox(world)
    outbox.acquire()

    claim = outbox.turn([], 8)

    lists = DispatchLists(world.database)
    assert len(claim.sms) == 1
    assert lists.balance(first.id).states == {SmsState.SENDING: 1}
    assert lists.balance(second.id).states == {SmsState.EXCLUDED: 1}
    assert lists.get(second.id).state is DispatchState.DONE


def test_that_a_number_blocked_meanwhile_pauses_the_dispatch(
    world: World, clock: HandClock
) -> None:
    outbox = _started(world, clock, 2)
    with world.database.write() as session:
        session.execute(update(NewsletterService).values(sim_status=SimStatus.BLOCKED))

    claim = outbox.turn([], 8)

    line = DispatchLists(world.database).lines()[0]
    assert claim.sms == []
    assert (line.state, line.state_reason) == (DispatchState.PAUSED, "number_blocked")
    assert world.states() == {SmsState.QUEUED: 2}
    assert claim.tell_at is not None, "nobody would hear of it"


def test_that_sending_keeps_the_hours_of_the_recipients_country(
    world: World, clock: HandClock
) -> None:
    world.add_incomplete(1)
    world.add_incomplete(1, e164="+4915123456789")
    clock.now = datetime(2026, 12, 7, 17, 59, tzinfo=UTC)
    with world.database.write() as session:
        session.execute(update(Contact).values(entered_at=clock.now - timedelta(days=3)))
    world.release()
    # On 8 December Austria has a holiday and Germany has none.
    clock.now = datetime(2026, 12, 8, 9, 0, tzinfo=UTC)
    outbox = _outbox(world)
    outbox.acquire()

    claim = outbox.turn([], 8)

    assert [sms.e164 for sms in claim.sms] == ["+4915123456789"]
    assert claim.next_at == datetime(2026, 12, 9, 8, 0, tzinfo=UTC)


def test_that_without_a_window_an_sms_goes_out_at_night(world: World, clock: HandClock) -> None:
    world.add_incomplete(1)
    world.release()
    clock.now = NOON + timedelta(hours=12)

    kept = _outbox(world, "a", judge=Judge(ReminderRules(), SendWindow()))
    kept.acquire()
    assert kept.turn([], 8).sms == []
    kept.give_back()
    free = _outbox(world, "b", judge=Judge(ReminderRules(), None))
    free.acquire()
    assert len(free.turn([], 8).sms) == 1


def test_that_another_accounts_dispatch_is_not_touched(world: World, clock: HandClock) -> None:
    world.add_incomplete(1)
    world.release(gateway="websms:other@host")
    world.add_incomplete(1)
    world.release(test_mode=True)
    clock.forward(10)
    outbox = _outbox(world)
    outbox.acquire()

    assert outbox.turn([], 8).sms == []


def test_that_the_rate_of_the_account_is_kept(world: World, clock: HandClock) -> None:
    world.add_incomplete(10)
    world.release()
    clock.forward(10)
    outbox = _outbox(world, per_second=2.0)
    outbox.acquire()
    sent = []
    for _ in range(41):
        sent += outbox.turn([], 8).sms
        clock.forward(0.05)

    # Two seconds, and the first at once.
    assert len(sent) == 5


def test_that_nobody_waits_for_the_rate_where_nothing_is_left_to_send(
    world: World, clock: HandClock
) -> None:
    outbox = _outbox(world, per_second=10.0)
    outbox.acquire()
    assert outbox.turn([], 4).next_at is None
    world.add_incomplete(1)
    world.release()
    clock.forward(10)

    answered = _all(outbox.turn([], 4).sms, _ACCEPTED)
    clock.forward(1)

    assert len(answered) == 1
    assert outbox.turn(answered, 4).next_at is None


def test_that_a_clock_set_back_by_an_hour_stops_nothing(world: World, clock: HandClock) -> None:
    outbox = _started(world, clock, 3)
    clock.forward(3600)
    outbox.acquire()
    outbox.turn(_all(outbox.turn([], 1).sms, _NOT_TAKEN), 0)
    assert len(outbox.turn([], 8).sms) == 0

    clock.forward(-3500)
    outbox.acquire()

    assert len(outbox.turn([], 1).sms) == 1


# ------------------------------------------------------------------------------- recording


def test_that_each_answer_leads_to_its_state(world: World, clock: HandClock) -> None:
    outbox = _started(world, clock, 3)
    sms = outbox.turn([], 3).sms
    answers = [_ACCEPTED, _REFUSED, _UNCLEAR]

    claim = outbox.turn([Answered(*pair) for pair in zip(sms, answers, strict=True)], 8)

    rows = [world.rows()[one.e164] for one in sms]
    assert [row.state for row in rows] == [SmsState.ACCEPTED, SmsState.FAILED, SmsState.UNCLEAR]
    assert (rows[0].gateway_id, rows[0].gateway_parts) == ("abc", 1)
    assert (rows[1].reason, rows[1].gateway_code) == ("invalid_recipient", "4002")
    marks = [world.contact(one.e164) for one in sms]
    assert [mark.reminders_sent for mark in marks] == [1, 0, 1]
    assert [mark.last_reminder_state for mark in marks] == [
        SmsState.ACCEPTED,
        None,
        SmsState.UNCLEAR,
    ]
    assert len(claim.ended) == 1
    assert DispatchLists(world.database).get(claim.ended[0]).balance.adds_up


def test_that_what_surely_was_not_taken_is_tried_again_after_growing_pauses(
    world: World, clock: HandClock
) -> None:
    outbox = _started(world, clock, 1)
    moments = []
    for _ in range(MAX_TRIES):
        claim = outbox.turn([], 8)
        assert len(claim.sms) == 1
        outbox.turn(_all(claim.sms, _NOT_TAKEN), 0)
        moments.append(clock.now)
        waiting = outbox.turn([], 8)
        if waiting.next_at is None:
            break
        assert waiting.sms == []
        clock.now = waiting.next_at
        outbox.acquire()

    waits = [(after - before).total_seconds() for before, after in itertools.pairwise(moments)]
    assert waits == sorted(waits)
    assert waits[0] == 5
    assert len(moments) == MAX_TRIES
    sms = next(iter(world.rows().values()))
    assert (sms.state, sms.reason, sms.tries) == (SmsState.FAILED, "no_connection", MAX_TRIES)
    assert world.contact(sms.e164).reminders_sent == 0


def test_that_an_sms_kept_back_waits_without_a_try(world: World, clock: HandClock) -> None:
    outbox = _started(world, clock, 1)
    kept_back = SendAnswer(Scope.NOT_ACCEPTED, reason="kept_back")

    outbox.turn(_all(outbox.turn([], 8).sms, kept_back), 0)

    assert next(iter(world.rows().values())).tries == 0
    assert len(outbox.turn([], 8).sms) == 1


def test_that_an_sms_kept_back_can_be_claimed_in_the_turn_that_records_it(
    world: World, clock: HandClock
) -> None:
    outbox = _started(world, clock, 2)
    kept_back = SendAnswer(Scope.NOT_ACCEPTED, reason="kept_back")
    first = outbox.turn([], 2).sms

    again = outbox.turn([Answered(first[0], kept_back), Answered(first[1], _ACCEPTED)], 8).sms

    assert [sms.e164 for sms in again] == [first[0].e164]
    assert world.states() == {SmsState.SENDING: 1, SmsState.ACCEPTED: 1}
    assert world.contact(first[0].e164).reminders_sent == 1


def test_that_after_a_failure_one_sms_goes_ahead(world: World, clock: HandClock) -> None:
    outbox = _started(world, clock, 5)
    outbox.turn(_all(outbox.turn([], 2).sms, _NOT_TAKEN), 0)
    assert not outbox.is_due_for_probe()
    clock.forward(6)
    assert outbox.is_due_for_probe()

    ahead = outbox.turn([], 8).sms
    assert len(ahead) == 1
    assert len(outbox.turn(_all(ahead, _ACCEPTED), 8).sms) == 4
    assert not outbox.is_due_for_probe()


def test_that_a_refused_account_pauses_everything_until_a_person_resumes(
    world: World, clock: HandClock
) -> None:
    outbox = _started(world, clock, 3)
    refused = SendAnswer(Scope.ACCOUNT, "4001", "invalid_credentials")

    claim = outbox.turn(_all(outbox.turn([], 1).sms, refused), 8)

    assert claim.sms == []
    assert world.states() == {SmsState.QUEUED: 3}
    account = DispatchLists(world.database).accounts()[0]
    assert (account.paused_reason, account.paused_code) == ("invalid_credentials", "4001")
    assert account.is_paused
    world.dispatches.resume_account(GATEWAY, "lena")
    assert len(outbox.turn([], 8).sms) == 3


def test_that_a_refused_dispatch_is_paused_and_others_go_on(world: World, clock: HandClock) -> None:
    world.add_incomplete(2)
    first = world.release()
    world.add_incomplete(1, e164="+436991111111")
    clock.forward(10)
    outbox = _outbox(world)
    outbox.acquire()
    refused = SendAnswer(Scope.DISPATCH, "4003", "invalid_sender")

    outbox.turn(_all(outbox.turn([], 1).sms, refused), 0)
    second = world.release()
    clock.forward(10)
    claim = outbox.turn([], 8)

    line = DispatchLists(world.database).get(first.id)
    assert (line.state, line.state_reason) == (DispatchState.PAUSED, "invalid_sender")
    assert line.balance.states == {SmsState.QUEUED: 2}
    assert {sms.dispatch_id for sms in claim.sms} == {second.id}


def test_that_a_probe_that_fails_waits_longer_and_a_refused_one_pauses(
    world: World, clock: HandClock
) -> None:
    outbox = _started(world, clock, 1)
    outbox.turn(_all(outbox.turn([], 1).sms, _NOT_TAKEN), 0)
    clock.forward(6)

    again = outbox.probed(GatewayUnreachableError("websms", "no_connection"))

    assert again == clock.now + timedelta(seconds=15)
    clock.forward(16)
    assert outbox.is_due_for_probe()
    outbox.probed(GatewayRefusedError("websms", "401", "invalid_credentials"))
    assert not outbox.is_due_for_probe()
    assert world.lease().paused_reason == "invalid_credentials"


# ------------------------------------------------------------------ stops, crashes, take-overs


def test_that_a_stop_between_two_sms_cancels_what_waits_and_records_what_left(
    world: World, clock: HandClock
) -> None:
    outbox = _started(world, clock, 5)
    claim = outbox.turn([], 2)

    dispatch_id = claim.sms[0].dispatch_id
    assert world.dispatches.stop(dispatch_id, "lena") == 3
    after = outbox.turn(_all(claim.sms, _ACCEPTED), 8)

    assert after.sms == []
    record = DispatchLists(world.database).get(dispatch_id)
    assert record.state is DispatchState.STOPPED
    assert record.balance.states == {SmsState.ACCEPTED: 2, SmsState.CANCELLED: 3}
    assert record.balance.adds_up


def test_that_an_sms_not_taken_after_a_stop_is_cancelled(world: World, clock: HandClock) -> None:
    outbox = _started(world, clock, 2)
    claim = outbox.turn([], 1)
    world.dispatches.stop(claim.sms[0].dispatch_id, "lena")

    outbox.turn(_all(claim.sms, _NOT_TAKEN), 0)

    assert world.states() == {SmsState.CANCELLED: 2}
    assert DispatchLists(world.database).balance(claim.sms[0].dispatch_id).adds_up


def test_that_what_a_dead_sender_left_is_unclear_and_never_sent_again(
    world: World, clock: HandClock
) -> None:
    dead = _started(world, clock, 3)
    left = dead.turn([], 2).sms
    other = _outbox(world, "two")

    assert other.acquire() is not None
    assert world.states()[SmsState.SENDING] == 2
    world.end_leases()
    assert other.acquire() is None

    assert world.states() == {SmsState.UNCLEAR: 2, SmsState.QUEUED: 1}
    assert world.rows()[left[0].e164].reason == "sender_gone"
    assert world.contact(left[0].e164).last_reminder_state is SmsState.UNCLEAR
    assert [sms.e164 for sms in other.turn([], 8).sms] == [sorted(world.rows())[2]]


def test_that_a_sender_that_lost_its_lease_claims_nothing_but_its_answers_count(
    world: World, clock: HandClock
) -> None:
    slow = _started(world, clock, 3)
    claimed = slow.turn([], 2).sms
    world.end_leases()
    other = _outbox(world, "two")
    other.acquire()

    late = slow.turn([Answered(claimed[0], _ACCEPTED), Answered(claimed[1], _NOT_TAKEN)], 8)

    assert late.lost
    assert late.sms == []
    assert not slow.is_held
    rows = world.rows()
    assert rows[claimed[0].e164].state is SmsState.ACCEPTED
    assert rows[claimed[1].e164].state is SmsState.UNCLEAR


def test_that_recovery_tells_what_it_found(world: World, clock: HandClock) -> None:
    dead = _started(world, clock, 3)
    claimed = dead.turn([], 2).sms
    fresh = _outbox(world, "two")
    assert fresh.recover().unclear == 0

    world.end_leases()
    recovery = fresh.recover()

    assert recovery.unclear_by_dispatch == {claimed[0].dispatch_id: 2}
    assert fresh.recover().unclear == 0


def test_that_a_sender_that_is_surely_gone_is_not_waited_for(
    world: World, clock: HandClock
) -> None:
    dead = _started(world, clock, 3)
    left = dead.turn([], 2).sms
    asked: list[str] = []

    def is_gone(owner: str) -> bool:
        asked.append(owner)
        return owner == "one"

    fresh = Outbox(
        world.database, Identity(GATEWAY, "two", test_mode=False), Policy(per_second=1000), is_gone
    )

    assert fresh.recover().unclear_by_dispatch == {left[0].dispatch_id: 2}
    assert fresh.acquire() is None
    assert set(asked) == {"one"}
    assert world.states() == {SmsState.UNCLEAR: 2, SmsState.QUEUED: 1}
    assert dead.turn(_all(left[:1], _ACCEPTED), 8).lost
    assert [sms.epoch for sms in fresh.turn([], 8).sms] == [1]


def test_that_a_claim_whose_commit_is_in_doubt_is_neither_lost_nor_sent_twice(
    world: World, clock: HandClock
) -> None:
    outbox = _started(world, clock, 5)
    under_way = outbox.turn([], 2).sms
    answers = _all(under_way[:1], _ACCEPTED)

    def break_after_the_commit(_change: Change) -> None:
        raise DatabaseUnreachableError(world.database.place)

    world.database.publish = break_after_the_commit
    with pytest.raises(DatabaseUnreachableError):
        outbox.turn(answers, 2)
    world.database.publish = lambda _change: None
    assert world.states() == {SmsState.ACCEPTED: 1, SmsState.SENDING: 3, SmsState.QUEUED: 1}

    again = outbox.turn(answers, 8).sms

    assert {sms.e164 for sms in again} == set(world.rows()) - {sms.e164 for sms in under_way}
    assert world.states() == {SmsState.ACCEPTED: 1, SmsState.SENDING: 4}
    outbox.turn(_all([under_way[1], *again], _ACCEPTED), 8)
    assert world.states() == {SmsState.ACCEPTED: 5}


def test_that_a_claim_in_doubt_is_cancelled_where_its_dispatch_was_stopped_meanwhile(
    world: World, clock: HandClock
) -> None:
    outbox = _started(world, clock, 3)

    def break_after_the_commit(_change: Change) -> None:
        raise DatabaseUnreachableError(world.database.place)

    under_way = outbox.turn([], 1).sms
    world.database.publish = break_after_the_commit
    with pytest.raises(DatabaseUnreachableError):
        outbox.turn(_all(under_way, _ACCEPTED), 1)
    world.database.publish = lambda _change: None
    world.dispatches.stop(under_way[0].dispatch_id, "lena")

    assert outbox.turn([], 8).sms == []

    assert world.states() == {SmsState.ACCEPTED: 1, SmsState.CANCELLED: 2}
    assert DispatchLists(world.database).balance(under_way[0].dispatch_id).adds_up


def test_that_a_claim_is_handed_on_even_if_its_news_cannot_be_told(
    world: World, clock: HandClock
) -> None:
    outbox = _started(world, clock, 1)
    first = outbox.turn([], 1).sms
    world.add_incomplete(2)
    world.release()
    clock.forward(10)
    told: list[Change] = []

    def break_once(change: Change) -> None:
        told.append(change)
        if Change.CONTACTS in told and len(told) < 4:
            raise DatabaseUnreachableError(world.database.place)

    world.database.publish = break_once
    claim = outbox.turn(_all(first, _ACCEPTED), 2)
    assert len(claim.sms) == 2
    assert claim.tell_at is not None

    told_before = len(told)
    outbox.turn(_all(claim.sms[:1], _ACCEPTED), 0)
    assert Change.CASES in told[told_before:]


def test_that_a_dispatch_that_does_not_add_up_at_its_end_is_marked_and_told(
    world: World, clock: HandClock, expected_warnings: list[str]
) -> None:
    expected_warnings.append("dispatch .* does not add up")
    outbox = _started(world, clock, 3)
    sms = outbox.turn([], 3).sms
    with world.database.write() as session:
        session.execute(update(Dispatch).values(recipients=4))

    outbox.turn(_all(sms, _ACCEPTED), 0)

    record = DispatchLists(world.database).get(sms[0].dispatch_id)
    assert (record.state, record.state_reason) == (DispatchState.DONE, DOES_NOT_ADD_UP)
    assert not record.balance.adds_up


def test_that_a_lease_given_back_is_free_at_once(world: World, clock: HandClock) -> None:
    first = _started(world, clock, 1)
    second = _outbox(world, "two")
    other = second.acquire()
    assert other is not None
    assert other.host == "one"
    assert other.until - clock.now <= timedelta(seconds=LEASE_S) or not world.database.is_sqlite

    first.give_back()

    assert second.acquire() is None
    assert world.lease().epoch == 2


def test_that_a_sender_waiting_for_its_turn_wakes_nobody(world: World, clock: HandClock) -> None:
    _started(world, clock, 1)
    told: list[Change] = []
    world.database.publish = told.append
    waiting = _outbox(world, "two")

    assert waiting.acquire() is not None

    assert told == []


def test_that_the_end_of_a_dispatch_is_told_at_once(world: World, clock: HandClock) -> None:
    outbox = _started(world, clock, 2)
    told: list[Change] = []
    world.database.publish = told.append
    claimed = outbox.turn([], 2).sms

    first = outbox.turn([Answered(claimed[0], _ACCEPTED)], 0)
    told.clear()
    last = outbox.turn([Answered(claimed[1], _ACCEPTED)], 0)

    assert first.ended == []
    assert last.ended == [claimed[0].dispatch_id]
    assert Change.DISPATCHES in told


# --------------------------------------------------------------------------------- reports


def test_that_reports_settle_sms_in_any_order_and_once(world: World, clock: HandClock) -> None:
    outbox = _started(world, clock, 3)
    sms = outbox.turn([], 3).sms
    early = DeliveryReport(sms[0].client_message_id, Delivery.DELIVERED, clock.now)

    assert outbox.take_reports([early]) == 1
    outbox.turn([Answered(sms[0], _ACCEPTED), Answered(sms[1], _UNCLEAR)], 0)
    assert outbox.take_reports([early]) == 0
    settles = DeliveryReport(
        sms[1].client_message_id, Delivery.UNDELIVERABLE, clock.now, "number_not_assigned"
    )
    assert outbox.take_reports([settles]) == 1
    assert outbox.take_reports([DeliveryReport("nobody", Delivery.DELIVERED, clock.now)]) == 0

    rows = world.rows()
    assert rows[sms[0].e164].state is SmsState.DELIVERED
    assert rows[sms[0].e164].gateway_id == "abc"
    assert rows[sms[1].e164].state is SmsState.UNDELIVERABLE
    assert rows[sms[1].e164].reason == "number_not_assigned"
    assert world.contact(sms[0].e164).last_reminder_state is SmsState.DELIVERED


def test_that_a_person_can_let_an_unclear_sms_count_as_sent(world: World, clock: HandClock) -> None:
    outbox = _started(world, clock, 2)
    sms = outbox.turn([], 2).sms
    outbox.turn([Answered(sms[0], _UNCLEAR), Answered(sms[1], _ACCEPTED)], 0)

    assert world.judge(sms[0].sms_id).count == 1

    assert world.states() == {SmsState.ACCEPTED: 2}
    assert world.contact(sms[0].e164).last_reminder_state is SmsState.ACCEPTED
    assert world.judge(sms[1].sms_id).count == 0


# ------------------------------------------------------------------------------- test mode


@pytest.mark.parametrize(("rehearsal", "reminders"), [(False, 0), (True, 1)])
def test_that_a_test_counts_as_a_reminder_only_in_a_rehearsal(
    world: World, clock: HandClock, rehearsal: bool, reminders: int
) -> None:
    world.add_incomplete(1)
    world.release(test_mode=True, gateway="simulator")
    clock.forward(10)
    outbox = Outbox(
        world.database,
        Identity("simulator", "one", test_mode=True),
        Policy(rehearsal=rehearsal),
    )
    outbox.acquire()

    outbox.turn(_all(outbox.turn([], 1).sms, _ACCEPTED), 0)

    contact = world.contact(next(iter(world.rows())))
    assert contact.reminders_sent == reminders
