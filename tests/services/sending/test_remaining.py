from __future__ import annotations

from sqlalchemy import update

from desktop.models.states import DispatchState, SmsState
from desktop.models.tables import SenderLease
from desktop.services.sending.answers import Answered
from desktop.services.sending.gateways.base import Scope, SendAnswer
from desktop.services.sending.outbox import Outbox
from desktop.services.sending.policy import Identity, Policy
from desktop.services.sending.remaining import Remaining, remaining_of
from tests.support.sending import GATEWAY, HandClock, World

_ACCEPTED = SendAnswer(Scope.ACCEPTED, "2000", gateway_id="abc", parts=1)


def _remaining(world: World, *also: str, account: str = GATEWAY) -> Remaining:
    return remaining_of(world.database, account, test_mode=False, also=also)


def test_that_what_is_left_is_counted_until_a_dispatch_is_over(
    world: World, clock: HandClock
) -> None:
    assert _remaining(world) == Remaining(())
    world.add_incomplete(3)
    number = world.release().dispatch_no
    clock.forward(10)
    outbox = Outbox(
        world.database, Identity(GATEWAY, "one", test_mode=False), Policy(per_second=1000.0)
    )
    outbox.acquire()

    sms = outbox.turn([], 2).sms
    left = _remaining(world)

    assert left.is_any_going
    assert left.waiting == 3
    (one,) = left.dispatches
    assert (one.dispatch_no, one.state, one.recipients) == (number, DispatchState.SENDING, 3)
    assert (one.count(SmsState.SENDING), one.count(SmsState.QUEUED)) == (2, 1)

    last = outbox.turn([Answered(each, _ACCEPTED) for each in sms], 1).sms
    outbox.turn([Answered(each, _ACCEPTED) for each in last], 0)

    assert _remaining(world).dispatches == ()
    (done,) = _remaining(world, number).dispatches
    assert (done.state, done.is_going, done.count(SmsState.ACCEPTED)) == (
        DispatchState.DONE, False, 3,
    )  # fmt: skip


def test_that_a_paused_dispatch_waits_but_does_not_go(world: World) -> None:
    world.add_incomplete(2)
    dispatch = world.release()

    world.dispatches.pause(dispatch.id, "lena")

    left = _remaining(world)
    assert (left.is_any_going, left.waiting) == (False, 2)


def test_that_another_account_or_a_test_is_none_of_ours(world: World) -> None:
    world.add_incomplete(1)
    world.release()

    assert _remaining(world, account="kannel:desk@127.0.0.1").dispatches == ()
    assert remaining_of(world.database, GATEWAY, test_mode=True).dispatches == ()


def test_that_what_holds_the_account_back_is_told(world: World) -> None:
    world.add_incomplete(1)
    world.release()
    Outbox(world.database, Identity(GATEWAY, "one", test_mode=False), Policy()).acquire()
    with world.database.write() as session:
        session.execute(update(SenderLease).values(paused_reason="quota_reached", paused_code="4"))

    left = _remaining(world)

    assert (left.paused_reason, left.paused_code) == ("quota_reached", "4")
