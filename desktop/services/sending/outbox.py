"""The outbox: which SMS goes out next, written down before it goes, and what became of it.

    outbox = Outbox(database, Identity(...), Policy(...))
    turn = outbox.turn(answers, wanted=8)      one short write transaction: record, then claim
    outbox.recover()                           what a crash left behind becomes *unclear*
    outbox.take_reports(reports)               delivery reports, in any order

The protocol (domain rules 2 to 4): an SMS is marked *sending* and committed before its request
goes out; no transaction is open while it does; its outcome is recorded only by the claim that
sent. What was *sending* when its sender vanished is *unclear*, never *queued* again. Only an SMS
that the gateway surely did not take is tried a second time.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import GatewayError, GatewayRefusedError
from desktop.models.changes import Change
from desktop.models.tables import OutboundSms
from desktop.services.sending import lease
from desktop.services.sending.answers import (
    Answered,
    counts_still,
    note_on_account,
    record_answers,
    waits_again,
)
from desktop.services.sending.claims import Claim, claim_from, opens_at
from desktop.services.sending.lease import AccountRow, Hold, IsGone, OtherSender, nobody_is_gone
from desktop.services.sending.marks import perhaps_left, renew_last_states, renew_marks
from desktop.services.sending.matching import settle_for
from desktop.services.sending.news import News
from desktop.services.sending.policy import Identity, Policy, Recovery
from desktop.services.sending.progress import (
    begin,
    bury,
    cancel_stopped,
    end_finished,
    left_by_others,
    on_its_way,
    put_back,
)
from desktop.services.sending.queues import next_try_of, open_dispatches
from desktop.services.sending.reports import DeliveryReport, apply_reports
from desktop.services.storage.database import Database


class Outbox:
    """The database's side of sending for one gateway account."""

    def __init__(
        self,
        database: Database,
        identity: Identity,
        policy: Policy,
        is_gone: IsGone = nobody_is_gone,
    ) -> None:
        self._database, self._identity, self._policy = database, identity, policy
        self._is_gone = is_gone
        self._hold: Hold | None = None
        self._probe_at: datetime | None = None
        self._handed_out: set[int] = set()
        self._is_in_doubt = False
        self._news = News(database)

    @property
    def is_held(self) -> bool:
        """Whether this is the active sender of its account, as far as it knows."""
        return self._hold is not None

    def acquire(self) -> OtherSender | None:
        """Become the active sender; return None, or who else is.

        What an earlier holder left in *sending* becomes *unclear*.

        Raises:
            StorageError: the database cannot be written.

        """
        other = self._other_sender()
        if other is not None:
            return other
        wanted = Hold(self._identity.account, self._identity.owner, 0, self._policy.lease_s)
        buried: dict[int, int] = {}
        with self._database.write() as session:
            now = lease.moment(session, self._database.clock)
            taken = lease.take(session, wanted, now, self._is_gone)
            if isinstance(taken, OtherSender):
                return taken
            self._probe_at = lease.probe_at(lease.seen(session, taken.account), now)
            if self._hold != taken:
                buried = bury(
                    session, left_by_others(taken.account), now, rehearsal=self._policy.rehearsal
                )
        self._hold = taken
        if buried:
            self._news.tell(Change.DISPATCHES)
        return None

    def _other_sender(self) -> OtherSender | None:
        """Look without writing: a desk that waits for its turn must not wake itself, or others."""
        with self._database.read() as session:
            now = lease.moment(session, self._database.clock)
            row, owner = lease.seen(session, self._identity.account), self._identity.owner
            return lease.other_sender(row, owner, now, self._policy.lease_s, self._is_gone)

    def recover(self) -> Recovery:
        """Turn every SMS whose sender is gone from *sending* to *unclear*, whoever sent it.

        Gone is who surely is no more, and who was not heard of for as long as a lease lasts.

        Raises:
            StorageError: the database cannot be written.

        """
        with self._database.write(Change.DISPATCHES) as session:
            now = lease.moment(session, self._database.clock)
            owners = session.scalars(select(OutboundSms.claim_owner).where(on_its_way()).distinct())
            gone = [owner for owner in owners if owner is not None and self._is_gone(owner)]
            overdue = (OutboundSms.lease_until < now) | OutboundSms.claim_owner.in_(gone)
            left = on_its_way() & overdue
            return Recovery(bury(session, left, now, rehearsal=self._policy.rehearsal))

    def turn(self, answered: Sequence[Answered], wanted: int) -> Claim:
        """Record what came back, then claim up to ``wanted`` SMS, in one transaction.

        The answers are recorded even when the lease is lost; nothing is claimed then.

        Raises:
            StorageError: the database cannot be written; nothing was recorded or claimed.

        """
        claim = Claim()
        in_doubt, self._is_in_doubt = self._is_in_doubt, True
        news = self._news.due(answered=bool(answered))
        with self._database.write(*news) as session:
            now = lease.moment(session, self._database.clock)
            # The lease's row first: who takes over locks it before the SMS, too.
            row = lease.extend(session, self._hold, now) if self._hold else None
            if in_doubt:
                # It may be committed, with claims that nobody ever got.
                self._renew(session, put_back(session, self._identity.owner, self._handed_out, now))
            claim.marked = self._record(session, answered, now)
            claim.lost = row is None
            if row is not None:
                for one in answered:
                    note_on_account(row, one.answer, now)
                self._claim(session, row, wanted, claim, now)
                lease.save(session, row)
                self._probe_at = lease.probe_at(row, now)
            self._renew(session, claim.marked)
            claim.touched |= {one.sms.dispatch_id for one in answered}
            claim.touched -= {sms.dispatch_id for sms in claim.sms}
            claim.ended = end_finished(session, claim.touched, now)
        self._is_in_doubt = False
        self._handed_out -= {one.sms.sms_id for one in answered}
        self._handed_out |= {sms.sms_id for sms in claim.sms}
        if claim.lost:
            self._hold = None
        self._news.tell_the_rest(claim, now)
        return claim

    def take_reports(self, reports: Iterable[DeliveryReport]) -> int:
        """Write down delivery reports; return how many matched an SMS that waited for one.

        Raises:
            StorageError: the database cannot be written.

        """
        with self._database.write(Change.DISPATCHES) as session:
            now = lease.moment(session, self._database.clock)
            return apply_reports(session, reports, now, rehearsal=self._policy.rehearsal)

    def is_due_for_probe(self) -> bool:
        """Tell whether sending failed before and may be tried again: ask the gateway first."""
        return self._probe_at is not None and self._probe_at <= self._database.clock()

    def probed(self, error: GatewayError) -> datetime | None:
        """Note that the gateway is still not ready; return when to ask again.

        A refusal of the account holds it until a person resumes it.

        Raises:
            StorageError: the database cannot be written.

        """
        if isinstance(error, GatewayRefusedError):
            self.pause_account(error.detail or "refused", error.code)
            self._probe_at = None
            return None
        with self._database.write(Change.DISPATCHES) as session:
            now = lease.moment(session, self._database.clock)
            row = lease.extend(session, self._hold, now) if self._hold else None
            if row is None:
                self._hold = None
                return now
            lease.note_failure(row, error.code or "unreachable", now)
            lease.save(session, row)
            self._probe_at = lease.probe_at(row, now)
        return self._probe_at

    def pause_account(self, reason: str, code: str = "") -> None:
        """Hold the account until a person resumes it, whoever is its active sender.

        Raises:
            StorageError: the database cannot be written.

        """
        with self._database.write(Change.DISPATCHES) as session:
            now = lease.moment(session, self._database.clock)
            row = lease.locked(session, self._identity.account)
            if row is not None:
                lease.pause(row, reason, code, now)
                lease.save(session, row)

    def give_back(self) -> None:
        """End the lease at a clean stop, so that another sender need not wait for its end.

        Raises:
            StorageError: the database cannot be written.

        """
        hold, self._hold = self._hold, None
        if hold is not None:
            with self._database.write() as session:
                lease.give_back(session, hold, lease.moment(session, self._database.clock))

    # ------------------------------------------------------------------------------- inside

    def _record(self, session: Session, answered: Sequence[Answered], now: datetime) -> set[int]:
        """Write down outcomes; return the contacts whose marks are still to be renewed."""
        if not answered:
            return set()
        record_answers(session, answered, now)
        gateway_ids = [id_ for one in answered if (id_ := one.answer.gateway_id)]
        contacts = {one.sms.contact_id for one in answered}
        if not settle_for(session, gateway_ids, now, rehearsal=self._policy.rehearsal):
            counting = {one.sms.contact_id for one in answered if counts_still(one.answer)}
            renew_last_states(session, counting, rehearsal=self._policy.rehearsal)
            contacts -= counting
        if back := {one.sms.dispatch_id for one in answered if waits_again(one.answer)}:
            cancel_stopped(session, back, now)
            # They may be claimed again in this very turn.
            self._renew(session, contacts)
        return contacts

    def _renew(self, session: Session, contacts: set[int]) -> None:
        renew_marks(session, contacts, rehearsal=self._policy.rehearsal)
        contacts.clear()

    def _claim(
        self, session: Session, row: AccountRow, wanted: int, claim: Claim, now: datetime
    ) -> None:
        if row.paused_reason:
            return
        if lease.must_wait(row, now):
            claim.wake_at(row.retry_at)
            return
        if row.failures:
            wanted = min(wanted, 1)
        allowed = lease.allowed_now(row, wanted, self._policy.per_second, now)
        self._claim_allowed(session, allowed, claim, now)
        lease.give_rate_back(row, allowed - len(claim.sms), self._policy.per_second)
        if len(claim.sms) == allowed < wanted:
            # It was the rate that ended the claim. Where nothing is left to send, nobody waits.
            claim.wake_at(lease.rate_allows_at(row, self._policy.per_second))

    def _claim_allowed(self, session: Session, allowed: int, claim: Claim, now: datetime) -> None:
        assert self._hold is not None  # noqa: S101  only called while the lease is held
        account, judge = self._identity.account, self._policy.judge
        waiting: list[int] = []
        for dispatch in open_dispatches(session, account, test_mode=self._identity.test_mode):
            # Once it has begun it goes on, even if the clock was set back.
            if dispatch.first_sent_at is None and dispatch.starts_at > now:
                claim.wake_at(dispatch.starts_at)
                continue
            if (wanted := allowed - len(claim.sms)) <= 0:
                break
            if waiting:
                # The next dispatch has to see who is being reminded.
                self._renew(session, claim.marked)
            of = claim_from(session, dispatch, self._hold, wanted, judge, now)
            claim.sms += of.sms
            claim.marked |= {sms.contact_id for sms in of.sms}
            claim.excluded += of.left_out
            claim.paused |= of.paused
            waiting.append(dispatch.id)
            if dispatch.first_sent_at is None:
                begin(session, dispatch.id, dispatch.case_id, now, anything_left=bool(of.sms))
            claim.wake_at(opens_at(dispatch, judge, now))
            if of.left_out:
                claim.touched.add(dispatch.id)
                claim.marked |= perhaps_left(session, dispatch.id)
        if waiting and len(claim.sms) < allowed:  # only then is what still waits a short list
            claim.wake_at(next_try_of(session, waiting))
