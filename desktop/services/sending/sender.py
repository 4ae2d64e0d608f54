"""The loop that sends: claims, hands to the gateway, records. No window needed.

    sender = Sender(database, gateway, SenderOptions(...))
    sender.start()        a thread; ``run()`` is the same in the foreground
    sender.wake()         something was released, resumed or stopped
    sender.stop()         ends between two SMS; waits for the answers that are due

One thread talks to the database; as many as there are connections talk to the gateway, each with
one SMS at a time that is not recorded yet. So a crash leaves one unclear SMS for each at most.
The loop sleeps until somebody wakes it or the next thing is due.
"""

from __future__ import annotations

import logging
import queue
import threading
from datetime import datetime, timedelta

from desktop.errors import DatabaseLockedError, GatewayError, StorageError
from desktop.services.sending.answers import Answered
from desktop.services.sending.claims import ClaimedSms
from desktop.services.sending.fence import Fence
from desktop.services.sending.gateways.base import Gateway, Scope, SendAnswer, SmsRequest
from desktop.services.sending.lease import OtherSender
from desktop.services.sending.options import MAX_CONNECTIONS, SenderOptions
from desktop.services.sending.outbox import Outbox
from desktop.services.sending.policy import Identity, Recovery
from desktop.services.sending.presence import presence_of, unlike_any_other
from desktop.services.storage.database import Database

log = logging.getLogger(__name__)

_LONGEST_SLEEP_S = 30.0
_AFTER_LOCK_S = 0.2
_STOP_TIMEOUT_S = 45.0


class Sender:
    """Sends for one gateway account until it is stopped."""

    def __init__(
        self, database: Database, gateway: Gateway, options: SenderOptions | None = None
    ) -> None:
        """Prepare; nothing is sent before ``start`` or ``run``."""
        self._options = options or SenderOptions()
        self._database = database
        self._gateway = gateway
        self._presence = presence_of(database)
        self._owner = unlike_any_other()
        identity = Identity(gateway.account, self._owner, gateway.test_mode)
        self._outbox = Outbox(database, identity, self._options.policy, self._presence.is_gone)
        self._free = max(1, min(self._options.connections, MAX_CONNECTIONS))
        self._workers: list[threading.Thread] = []
        self._to_send: queue.SimpleQueue[tuple[ClaimedSms, Fence] | None] = queue.SimpleQueue()
        self._answered: list[Answered] = []
        self._changed = threading.Condition()
        self._woken = False
        self._stopping = False
        self._in_flight = 0
        self._unclear_in_a_row = 0
        self._next_at: datetime | None = None
        self._tell_at: datetime | None = None
        self._waits_for: OtherSender | None = None
        self._thread: threading.Thread | None = None

    # ---------------------------------------------------------------------- from other threads

    @property
    def next_at(self) -> datetime | None:
        """When something is due next, as far as the last look told; for status lines."""
        return self._next_at

    @property
    def waits_for(self) -> OtherSender | None:
        """Who sends instead, as far as the last look told; None while it is this sender's turn."""
        return self._waits_for

    def start(self) -> None:
        """Run the loop in a thread of its own."""
        self._thread = threading.Thread(target=self.run, name="sender")
        self._thread.start()

    def wake(self) -> None:
        """Look at once whether there is something to do."""
        with self._changed:
            self._woken = True
            self._changed.notify_all()

    def stop(self, timeout_s: float = _STOP_TIMEOUT_S) -> bool:
        """End between two SMS and record what comes back; return whether that took place in time.

        It is bounded by the timeouts of the gateway's connections.
        """
        with self._changed:
            self._stopping = True
            self._changed.notify_all()
        if self._thread is None:
            return True
        self._thread.join(timeout_s)
        return not self._thread.is_alive()

    def recover(self) -> Recovery:
        """Settle what a crash left behind; to be called at the start of the program.

        Raises:
            StorageError: the database cannot be written.

        """
        return self._outbox.recover()

    # -------------------------------------------------------------------------------- the loop

    def run(self) -> None:
        """Send until ``stop`` is called."""
        self._presence.enter(self._owner)
        self._hire()
        try:
            while not self._is_over():
                self._one_round()
                self._sleep()
        finally:
            self._dismiss()

    def _is_over(self) -> bool:
        with self._changed:
            return self._stopping and self._in_flight == 0 and not self._answered

    def _one_round(self) -> None:
        """Do what is due, once. A database that cannot be written stops everything for a while."""
        try:
            self._collect_reports()
            if not self._outbox.is_held and not self._acquired():
                self._record_late_answers()
                return
            if self._probe_failed():
                return
            self._turn()
        except StorageError as error:
            self._wait_for_database(error)
        except Exception:
            # A bug of ours. Sending must not end unseen: what is due is tried again after a pause,
            # and what was claimed and not handed to a connection is put back.
            log.exception("a round of the sender failed")
            self._hold_on(self._options.storage_pause_s)

    def _acquired(self) -> bool:
        with self._changed:
            if self._stopping:
                return False
        self._waits_for = self._outbox.acquire()
        if self._waits_for is not None:
            self._next_at = self._waits_for.until
        return self._waits_for is None

    def _probe_failed(self) -> bool:
        """After failures, ask the gateway without an SMS first; so none uses up its tries."""
        if not self._outbox.is_due_for_probe() or self._has_answers():
            return False
        try:
            self._gateway.check()
        except GatewayError as error:
            log.info("the gateway is not ready: %s", type(error).__name__)
            self._next_at = self._outbox.probed(error)
            return True
        return False

    def _turn(self) -> None:
        with self._changed:
            answered = list(self._answered)
            # Whoever is waited for no longer is free as soon as this turn has recorded the answer.
            wanted = 0 if self._stopping else self._free + len(answered)
        fence = Fence(self._options.policy.lease_s / 2, self._options.clocks)
        claim = self._outbox.turn(answered, wanted)
        self._count_unclear(answered)
        self._recorded(answered)
        self._next_at = claim.next_at
        self._tell_at = claim.tell_at
        if claim.lost and not self._stopping:
            self._next_at = self._database.clock()
        with self._changed:
            self._in_flight += len(claim.sms)
            self._free -= len(claim.sms)
        for sms in claim.sms:
            self._to_send.put((sms, fence))
        if self._unclear_in_a_row >= self._options.unclear_in_a_row:
            self._outbox.pause_account("unclear_in_a_row")
            self._unclear_in_a_row = 0
        self._options.on_trouble(None)

    def _record_late_answers(self) -> None:
        """Another sender has taken over; what still comes back is written down all the same."""
        with self._changed:
            answered = list(self._answered)
        if answered:
            self._outbox.turn(answered, 0)
            self._recorded(answered)

    def _recorded(self, answered: list[Answered]) -> None:
        with self._changed:
            del self._answered[: len(answered)]
            self._free += len(answered)

    def _count_unclear(self, answered: list[Answered]) -> None:
        for one in answered:
            if one.answer.scope is Scope.UNCLEAR:
                self._unclear_in_a_row += 1
            elif one.answer.scope is not Scope.NOT_ACCEPTED:
                self._unclear_in_a_row = 0

    def _collect_reports(self) -> None:
        reports = self._gateway.collect_reports()
        if reports:
            self._outbox.take_reports(reports)

    def _wait_for_database(self, error: StorageError) -> None:
        """Keep what came back in memory and send nothing until the database takes it."""
        log.warning("sending waits for the database: %s", type(error).__name__)
        self._options.on_trouble(error)
        locked = isinstance(error, DatabaseLockedError)
        self._hold_on(_AFTER_LOCK_S if locked else self._options.storage_pause_s)

    def _hold_on(self, pause_s: float) -> None:
        """Do nothing for a while, then look again; at the stop, wait for answers that are due."""
        with self._changed:
            if not self._stopping:
                self._changed.wait(pause_s)
                self._woken = True
                return
            if self._in_flight:
                self._changed.wait(self._options.storage_pause_s)
                return
            # Nothing can be recorded any more; the next start calls these SMS unclear.
            self._answered.clear()

    def _has_answers(self) -> bool:
        with self._changed:
            return bool(self._answered)

    def _sleep(self) -> None:
        """Wait for an answer, for somebody, or for the next thing that is due."""
        report_at = self._gateway.next_report_at()
        moments = (self._next_at, self._tell_at, report_at)
        due = min((at for at in moments if at is not None), default=None)
        wait_s = _LONGEST_SLEEP_S if self._waits_for is None else self._options.look_again_s
        if due is not None:
            wait_s = min(wait_s, (due - self._database.clock()) / timedelta(seconds=1))
        with self._changed:
            if self._woken or self._answered or wait_s <= 0 or self._stopping:
                self._woken = False
                if self._stopping and self._in_flight and not self._answered:
                    self._changed.wait(_LONGEST_SLEEP_S)
                return
            self._changed.wait(wait_s)
            self._woken = False

    # -------------------------------------------------------------------------------- workers

    def _hire(self) -> None:
        for number in range(self._free):
            worker = threading.Thread(target=self._work, name=f"gateway connection {number + 1}")
            self._workers.append(worker)
            worker.start()

    def _dismiss(self) -> None:
        for _ in self._workers:
            self._to_send.put(None)
        for worker in self._workers:
            worker.join()
        self._workers.clear()
        self._gateway.close()
        try:
            self._outbox.give_back()
        except StorageError as error:
            log.warning("the right to send could not be given back: %s", type(error).__name__)
        self._presence.leave()

    def _work(self) -> None:
        while (task := self._to_send.get()) is not None:
            sms, fence = task
            answer = self._ask_gateway(sms, fence)
            with self._changed:
                self._answered.append(Answered(sms, answer))
                self._in_flight -= 1
                self._changed.notify_all()

    def _ask_gateway(self, sms: ClaimedSms, fence: Fence) -> SendAnswer:
        request = SmsRequest(sms.e164, sms.text, sms.client_message_id, sms.parts)
        try:
            return self._gateway.send(request, fence.holds)
        except Exception:
            # A bug of ours. Whether the SMS left is not known, and the loop goes on.
            log.exception("the gateway raised instead of answering")
            return SendAnswer(Scope.UNCLEAR, reason="internal_error")
