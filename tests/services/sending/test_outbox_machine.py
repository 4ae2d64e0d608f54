"""Release, claim, answer, pause, stop, opt-out, crash, lost lease, report, new try: any order."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from uuid import uuid4

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import select

from desktop.models.states import ContactState, DispatchState, SmsState, Verdict
from desktop.models.tables import Contact
from desktop.services.sending.answers import KEPT_BACK, Answered
from desktop.services.sending.claims import ClaimedSms
from desktop.services.sending.dispatch_lists import DispatchLists
from desktop.services.sending.gateways.base import Scope, SendAnswer
from desktop.services.sending.marks import renew_marks
from desktop.services.sending.outbox import Outbox
from desktop.services.sending.policy import Identity, Policy
from desktop.services.sending.reports import Delivery, DeliveryReport
from desktop.services.sending.unclear_lists import SETTLES_WITHIN
from tests.support.postgres import PostgresCluster
from tests.support.sending import GATEWAY, HandClock, make_world

_ANSWERS = {
    Scope.ACCEPTED: SendAnswer(Scope.ACCEPTED, "2000", gateway_id="x", parts=1),
    Scope.RECIPIENT: SendAnswer(Scope.RECIPIENT, "4002", "invalid_recipient"),
    Scope.DISPATCH: SendAnswer(Scope.DISPATCH, "4003", "invalid_sender"),
    Scope.ACCOUNT: SendAnswer(Scope.ACCOUNT, "4001", "invalid_credentials"),
    Scope.NOT_ACCEPTED: SendAnswer(Scope.NOT_ACCEPTED, "", "no_connection"),
    Scope.UNCLEAR: SendAnswer(Scope.UNCLEAR, "", "no_answer"),
}
_RUNNING = (DispatchState.COUNTDOWN, DispatchState.SENDING)


class OutboxMachine(RuleBasedStateMachine):
    """Two senders of one account, a person, and a gateway that keeps its own ledger.

    A claim is answered later or never. ``taken`` is the gateway's ledger: the numbers for which a
    request left and was not surely refused, without those that a person let go out once more.
    ``left`` are the messages that left, ``told`` the last word of the network about each.
    """

    def __init__(self, url: str) -> None:
        super().__init__()
        self.clock = HandClock()
        self.world = make_world(url, self.clock)
        self.lists = DispatchLists(self.world.database)
        self.senders = [self._sender("one"), self._sender("two")]
        self.starts = 0
        self.open: dict[int, list[ClaimedSms]] = {0: [], 1: []}
        self.taken: set[tuple[int, str]] = set()
        self.left: dict[str, tuple[int, str]] = {}
        self.told: dict[str, Delivery] = {}
        self.opted_out: set[str] = set()

    def _sender(self, owner: str) -> Outbox:
        return Outbox(
            self.world.database, Identity(GATEWAY, owner, test_mode=False), Policy(per_second=1000)
        )

    def teardown(self) -> None:
        self.world.database.close()

    # ---------------------------------------------------------------------- the person

    @initialize()
    def begin(self) -> None:
        self.world.add_incomplete(4)
        self.world.release()

    @rule(count=st.integers(1, 4))
    def release(self, count: int) -> None:
        # Whoever is on two lists at once must not get two SMS either.
        self.world.add_incomplete(count)
        self.world.release()

    @precondition(lambda self: bool(self.world.rows()))
    @rule(data=st.data())
    def opt_out(self, data: st.DataObject) -> None:
        number = data.draw(st.sampled_from(sorted(self.world.rows())))
        self.world.set_state(number, ContactState.UNSUBSCRIBED)
        self.opted_out.add(number)

    @precondition(lambda self: self._dispatches(*_RUNNING))
    @rule(data=st.data())
    def pause(self, data: st.DataObject) -> None:
        self.world.dispatches.pause(data.draw(self._some(*_RUNNING)), "lena")

    @precondition(lambda self: self._dispatches(DispatchState.PAUSED))
    @rule(data=st.data())
    def resume(self, data: st.DataObject) -> None:
        self.world.dispatches.resume(data.draw(self._some(DispatchState.PAUSED)), "lena")

    @precondition(lambda self: self._dispatches(*_RUNNING, DispatchState.PAUSED))
    @rule(data=st.data())
    def stop(self, data: st.DataObject) -> None:
        chosen = data.draw(self._some(*_RUNNING, DispatchState.PAUSED))
        self.world.dispatches.stop(chosen, "lena")

    @precondition(lambda self: self.world.lease().paused_reason != "")
    @rule()
    def resume_account(self) -> None:
        self.world.dispatches.resume_account(GATEWAY, "lena")

    @precondition(lambda self: SmsState.UNCLEAR in self.world.states())
    @rule()
    def take_as_sent(self) -> None:
        unclear = [
            sms
            for line in self.lists.lines()
            for sms in self.lists.sms(line.id, states=(SmsState.UNCLEAR,))
        ]
        self.world.judge(unclear[0].id)

    @precondition(lambda self: SmsState.UNCLEAR in self.world.states())
    @rule(data=st.data())
    def send_again(self, data: st.DataObject) -> None:
        self._time_for_answers_is_over()
        self.clock.forward(SETTLES_WITHIN.total_seconds())
        unclear = [
            (line.id, sms.e164, sms.id)
            for line in self.lists.lines()
            for sms in self.lists.sms(line.id, states=(SmsState.UNCLEAR,))
        ]
        dispatch_id, number, sms_id = data.draw(st.sampled_from(unclear))
        if self.world.judge(sms_id, verdict=Verdict.SEND_AGAIN).count:
            self.taken.discard((dispatch_id, number))

    # --------------------------------------------------------------------- the senders

    @rule(who=st.integers(0, 1), wanted=st.integers(1, 3))
    def claim(self, who: int, wanted: int) -> None:
        sender = self.senders[who]
        if not sender.is_held and sender.acquire() is not None:
            return
        claimed = sender.turn([], wanted).sms
        self.open[who] += [sms for sms in claimed if self._is_allowed(sms)]

    @precondition(lambda self: self.open[0] or self.open[1])
    @rule(data=st.data(), scope=st.sampled_from(list(_ANSWERS)), also=st.integers(0, 2))
    def answer(self, data: st.DataObject, scope: Scope, also: int) -> None:
        who = data.draw(st.sampled_from([one for one in (0, 1) if self.open[one]]))
        sms = self.open[who].pop(0)
        if self._has_left(sms) and scope is not Scope.ACCEPTED:
            scope = Scope.UNCLEAR  # whoever says that it was not taken says so before
        self._leave(sms, scope)
        self.open[who] += [
            one
            for one in self.senders[who].turn([Answered(sms, _ANSWERS[scope])], also).sms
            if self._is_allowed(one)
        ]

    @precondition(lambda self: self.open[0] or self.open[1])
    @rule(data=st.data(), reached=st.booleans())
    def crash(self, data: st.DataObject, reached: bool) -> None:
        who = data.draw(st.sampled_from([one for one in (0, 1) if self.open[one]]))
        for sms in self.open[who]:
            if reached:
                self._leave(sms, Scope.UNCLEAR)
        self.open[who] = []
        self.starts += 1
        self.senders[who] = self._sender(f"sender {self.starts}")
        self.senders[who].recover()

    @precondition(lambda self: self.open[0] or self.open[1])
    @rule(data=st.data())
    def keep_back(self, data: st.DataObject) -> None:
        """The fence no longer held: the request has surely not left, and counts as no try."""
        who = data.draw(st.sampled_from([one for one in (0, 1) if self.open[one]]))
        sms = self.open[who].pop(0)
        if self._has_left(sms):
            return
        kept_back = SendAnswer(Scope.NOT_ACCEPTED, reason=KEPT_BACK)
        claimed = self.senders[who].turn([Answered(sms, kept_back)], 1).sms
        self.open[who] += [one for one in claimed if self._is_allowed(one)]

    @rule()
    def lose_the_lease(self) -> None:
        """Nobody has heard of any sender for longer than a lease lasts, whatever they still do."""
        self._time_for_answers_is_over()
        self.world.end_leases()

    @precondition(lambda self: not (self.open[0] and self.open[1]))
    @rule(who=st.integers(0, 1))
    def end_in_order(self, who: int) -> None:
        """A sender with nothing under way hands its lease back, and starts again later."""
        if not self.open[who]:
            self.senders[who].give_back()

    @rule(seconds=st.sampled_from([1, 11, 60, 130, 1000, -3600]))
    def time_goes_by(self, seconds: int) -> None:
        if seconds >= 60:
            self._time_for_answers_is_over()
        self.clock.forward(seconds)

    @precondition(lambda self: bool(self.left))
    @rule(data=st.data(), delivery=st.sampled_from(list(Delivery)))
    def report(self, data: st.DataObject, delivery: Delivery) -> None:
        message_id = data.draw(st.sampled_from(list(self.left)))
        self.senders[0].take_reports([DeliveryReport(message_id, delivery, self.clock.now)])
        if delivery is not Delivery.ON_ITS_WAY:
            self.told.setdefault(message_id, delivery)

    # ----------------------------------------------------------------------- what holds

    @invariant()
    def every_dispatch_adds_up(self) -> None:
        for line in self.lists.lines():
            assert self.lists.balance(line.id).adds_up

    @invariant()
    def what_may_have_left_is_never_waiting(self) -> None:
        for line in self.lists.lines():
            for sms in self.lists.sms(line.id, states=(SmsState.QUEUED,)):
                assert (line.id, sms.e164) not in self.taken

    @invariant()
    def nobody_is_reminded_twice_within_the_gap(self) -> None:
        assert len({number for _, number in self.taken}) == len(self.taken)

    @invariant()
    def the_marks_of_contacts_are_those_of_their_sms(self) -> None:
        with self.world.database.write() as session:
            marks = select(
                Contact.id,
                Contact.reminders_sent,
                Contact.last_reminder_at,
                Contact.last_reminder_state,
            ).order_by(Contact.id)
            kept = session.execute(marks).all()
            renew_marks(session, [one.id for one in kept])
            assert session.execute(marks).all() == kept

    def _leave(self, sms: ClaimedSms, scope: Scope) -> None:
        if scope in {Scope.ACCEPTED, Scope.UNCLEAR}:
            self.taken.add((sms.dispatch_id, sms.e164))
            self.left[sms.client_message_id] = (sms.dispatch_id, sms.e164)

    def _has_left(self, sms: ClaimedSms) -> bool:
        return sms.client_message_id in self.left

    def _time_for_answers_is_over(self) -> None:
        """Whoever had a request under way got no answer for that long."""
        for claimed in self.open.values():
            for sms in claimed:
                self._leave(sms, Scope.UNCLEAR)

    def _is_allowed(self, sms: ClaimedSms) -> bool:
        """Holds for whatever is claimed, and says so where it does not."""
        arrived = {self.left[one] for one in self.told if self.told[one] is Delivery.DELIVERED}
        assert (sms.dispatch_id, sms.e164) not in arrived, "a second SMS to who has the first"
        assert (sms.dispatch_id, sms.e164) not in self.taken, "a second SMS"
        assert sms.e164 not in self.opted_out, "an SMS to somebody who opted out"
        return True

    def _dispatches(self, *states: DispatchState) -> list[int]:
        return [line.id for line in self.lists.lines(states)]

    def _some(self, *states: DispatchState) -> st.SearchStrategy[int]:
        return st.sampled_from(self._dispatches(*states))


# It takes seconds, but nothing may depend on how busy the machine is.
@pytest.mark.timeout(900)
def test_that_no_order_of_events_breaks_a_rule(tmp_path: Path, migrated_sqlite: Path) -> None:
    def fresh() -> OutboxMachine:
        path = tmp_path / f"{uuid4()}.sqlite3"
        shutil.copy(migrated_sqlite, path)
        return OutboxMachine(f"sqlite:///{path}")

    _drive(fresh, examples=15)


@pytest.mark.timeout(900)
def test_that_no_order_of_events_breaks_a_rule_on_postgresql(
    postgres_cluster: PostgresCluster, migrated_postgres: str
) -> None:
    urls: list[str] = []

    def fresh() -> OutboxMachine:
        urls.append(postgres_cluster.create_database(template=migrated_postgres))
        return OutboxMachine(urls[-1])

    _drive(fresh, examples=4)
    for url in urls:
        postgres_cluster.drop_database(url)


def _drive(fresh: Callable[[], OutboxMachine], examples: int) -> None:
    run_state_machine_as_test(
        fresh,  # type: ignore[arg-type]  # whatever makes one, says its documentation
        settings=settings(max_examples=examples, stateful_step_count=25, deadline=None),
    )
