"""A run that is killed again and again, and the gateway's ledger held against the database."""

from __future__ import annotations

import random
import time
from collections import Counter
from dataclasses import dataclass, field, replace

from sqlalchemy import select

from desktop.models.settings import DeskSettings, LimitSettings
from desktop.models.states import DispatchState, SmsState
from desktop.models.tables import OutboundSms
from desktop.services.sending.dispatch_lists import DispatchLists
from desktop.services.sending.presence import presence_folder
from tests.faults import Fault, FaultServer, wait_for
from tests.support.sender_process import Job, Nursery
from tests.support.sending import RunningClock, World

CONNECTIONS = 8

UNCLEAR_FAULTS = {
    Fault.RESET_AFTER_REQUEST: "connection_lost",
    Fault.DROP_AFTER_REQUEST: "connection_lost",
    Fault.DROP_UNTAKEN: "connection_lost",
    Fault.GARBAGE: "connection_lost",
    Fault.HALF_ANSWER: "connection_lost",
    Fault.BROKEN_JSON: "foreign_answer",
    Fault.FOREIGN_HTML: "foreign_answer",
    Fault.FOREIGN_ID: "foreign_answer",
    Fault.SERVER_ERROR: "server_error",
    Fault.BAD_GATEWAY: "server_error",
    Fault.REDIRECT: "redirected",
    Fault.HANG: "no_answer",
}
"""Faults after which nobody can know, with our word for it."""

_REFUSALS = (Fault.BLACKLISTED, Fault.INVALID_RECIPIENT)
_THROTTLES = (Fault.THROTTLED, Fault.TOO_MANY_REQUESTS)
_ORDINARY = 3
"""So many good answers for each kind of bad one."""


class Moods:
    """Decides by the number what the gateway does: most are fine, all kinds of faults occur.

    A throttled number is throttled once. So few hang that they do not hold up everything.
    """

    def __init__(self, seed: int, hang_every: int = 150) -> None:
        self._seed = seed
        self._hang_every = hang_every
        self._throttled: set[str] = set()
        bad: list[Fault] = [*UNCLEAR_FAULTS, *_REFUSALS, *_THROTTLES]
        bad.remove(Fault.HANG)
        self._faults = bad + [Fault.NONE] * (len(bad) * _ORDINARY)

    def __call__(self, number: str) -> Fault:
        fault = self.of(number)
        if fault in _THROTTLES:
            if number in self._throttled:
                return Fault.NONE
            self._throttled.add(number)
        return fault

    def of(self, number: str) -> Fault:
        chance = random.Random(f"{self._seed}/{number}")
        if int(number[-6:]) % self._hang_every == 50:
            return Fault.HANG
        return chance.choice(self._faults)


@dataclass
class Run:
    """What a run of kills needs, and what it has done."""

    world: World
    server: FaultServer
    nursery: Nursery
    journal: str
    moods: Moods
    seed: int = 1
    most_between: int = 16
    kills: int = 0
    dispatches: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.server.plan = self.moods

    def job(self, **changes: object) -> Job:
        now = self.world.database.clock().isoformat()
        url = self.world.database.engine.url.render_as_string(hide_password=False)
        return replace(Job(url, self.server.url, now, self.journal), **changes)  # type: ignore[arg-type]  # the tests know the fields

    def senders_seen(self) -> int:
        """Returns how many senders on this computer have shown that they are there."""
        return len(list(presence_folder(self.world.database).glob("*")))

    def release(self, count: int) -> None:
        self.world.add_incomplete(count)
        limits = LimitSettings(countdown_s=10, second_release_above=10**9)
        self.world.settings = DeskSettings(limits=limits)
        self.dispatches.append(self.world.release().id)
        assert isinstance(self.world.database.clock, RunningClock)
        self.world.database.clock.forward(10)

    def kill_at_random_moments(self, kills: int, at_once: int, sms: int) -> None:
        """Kills senders, each after a few SMS more, and starts the next; in the end lets them end.

        With several at once one of them sends and the others wait to take over.
        """
        chance = random.Random(self.seed)
        self.release(sms)
        alive = [self.nursery.start(self.job()) for _ in range(at_once)]
        for _ in range(kills):
            more = self.server.requests + chance.randrange(self.most_between)
            wait_for(
                lambda more=more: self.server.requests >= more or self._is_over(),  # type: ignore[misc]  # bound at once
                timeout_s=600,
            )
            if self._is_over():
                self.release(sms)
            # The moment is what is random here; nothing is waited for.
            time.sleep(chance.random() * 0.02)
            victim = chance.randrange(at_once)
            self.nursery.kill(alive[victim])
            self.kills += 1
            alive[victim] = self.nursery.start(self.job())
        assert [self.nursery.wait(pid) for pid in alive] == [0] * at_once

    def _is_over(self) -> bool:
        lists = DispatchLists(self.world.database)
        return lists.get(self.dispatches[-1]).state is DispatchState.DONE

    # ------------------------------------------------------------------------------ at the end

    def hold_against_each_other(self) -> Counter[str]:
        """Fails where the gateway's ledger and the database contradict each other."""
        taken = self.server.taken_by_recipient()
        rows = self._all_sms()
        assert max(taken.values(), default=0) <= 1, "a number was taken twice"
        assert set(taken) <= {sms.e164 for sms in rows}, "somebody got one who is in no list"
        ids = Counter(sms.client_message_id for sms in rows)
        assert max(ids.values()) == 1
        for sms in rows:
            self._hold(sms, took=sms.e164 in taken)
        lists = DispatchLists(self.world.database)
        for dispatch_id in self.dispatches:
            record = lists.get(dispatch_id)
            assert record.state is DispatchState.DONE
            assert record.balance.adds_up
        gone = [sms for sms in rows if sms.reason == "sender_gone"]
        assert len(gone) <= self.kills * CONNECTIONS, "more unclear than kills can explain"
        return Counter(f"{sms.state.value} {sms.reason}".strip() for sms in rows)

    def _hold(self, sms: OutboundSms, *, took: bool) -> None:
        fault = self.moods.of(sms.e164)
        if sms.state is SmsState.ACCEPTED:
            assert took
            assert fault in {Fault.NONE, *_THROTTLES}
        elif sms.state is SmsState.FAILED:
            assert not took
            assert fault in _REFUSALS
        else:
            assert sms.state is SmsState.UNCLEAR, f"unaccounted for: {sms.state}"
            assert sms.reason in {"sender_gone", UNCLEAR_FAULTS.get(fault)}, (
                f"unclear without a cause: {sms.reason} where the gateway {fault.value}"
            )

    def _all_sms(self) -> list[OutboundSms]:
        with self.world.database.read() as session:
            return list(session.scalars(select(OutboundSms).order_by(OutboundSms.id)))
