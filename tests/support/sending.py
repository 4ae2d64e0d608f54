"""A customer with a service, incomplete sign-ups, a case with its request, ready for a release."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import func, select, update

from desktop.errors import DatabaseLockedError
from desktop.models.records.cases import NewRequest
from desktop.models.records.dispatches import DispatchRecord, RecipientList, ReleaseOrder
from desktop.models.records.signups import SignupFilter, SignupSelection
from desktop.models.records.unclear import Decided, Decision, UnclearSelection
from desktop.models.settings import DeskSettings, LimitSettings
from desktop.models.states import (
    CaseKind,
    ContactState,
    RequestChannel,
    SimStatus,
    SmsState,
    Verdict,
    VerificationMethod,
    VerificationResult,
)
from desktop.models.tables import Contact, OutboundSms, SenderLease
from desktop.services.cases import Cases
from desktop.services.sending.claims import ClaimedSms
from desktop.services.sending.dispatch import Dispatches
from desktop.services.sending.outbox import Outbox
from desktop.services.sending.policy import Identity, Policy
from desktop.services.sending.verdicts import Verdicts
from desktop.services.storage.database import Database
from desktop.services.storage.migrations import migrate
from tests.faults import wait_for
from tests.support.signups import add_contacts, add_services

NOON = datetime(2026, 11, 24, 11, 0, tzinfo=UTC)
"""A Tuesday, noon in Vienna."""

GATEWAY = "websms:desk@127.0.0.1"


class HandClock:
    """A clock that goes when it is told to."""

    def __init__(self, now: datetime = NOON) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def forward(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


class RunningClock(HandClock):
    """A clock that goes like the real one, but began at another moment."""

    def __init__(self, now: datetime = NOON) -> None:
        super().__init__(now)
        self._ahead = now - datetime.now(UTC)

    def __call__(self) -> datetime:
        return datetime.now(UTC) + self._ahead

    def forward(self, seconds: float) -> None:
        self._ahead += timedelta(seconds=seconds)


@dataclass
class World:
    """An opened database with one customer (K00001) and its service, and what tests ask of it."""

    database: Database
    gateway: str = GATEWAY
    test_mode: bool = False
    settings: DeskSettings = field(
        default_factory=lambda: DeskSettings(limits=LimitSettings(countdown_s=10))
    )
    numbers: Any = field(default_factory=lambda: itertools.count(1))

    @property
    def dispatches(self) -> Dispatches:
        return Dispatches(self.database)

    def add_incomplete(self, count: int, **columns: object) -> list[str]:
        """Adds sign-ups that may be reminded, unless ``columns`` say otherwise."""
        rows: list[dict[str, Any]] = [
            {
                "e164": f"+43664{next(self.numbers):07d}",
                "entered_at": self.database.clock() - timedelta(days=3),
                **columns,
            }
            for _ in range(count)
        ]
        add_contacts(self.database, rows)
        return [row["e164"] for row in rows]

    def open_case(self, *, request: bool = True) -> int:
        cases = Cases(self.database)
        case = cases.open(CaseKind.SIGNUP_REMINDER, 1, 1, {}, "lena")
        if request:
            now = self.database.clock()
            cases.record_request(
                case.id,
                NewRequest(
                    requester="Elias Eder",
                    channel=RequestChannel.PHONE,
                    requested_at=now,
                    verification_method=VerificationMethod.CUSTOMER_PIN,
                    verification_result=VerificationResult.VERIFIED,
                    verified_at=now,
                    wish="Erinnerung",
                ),
                "lena",
            )
        return case.id

    def order(self, **changes: object) -> ReleaseOrder:
        whole: dict[str, Any] = {
            "recipients": RecipientList(1, SignupSelection(SignupFilter(service_id=1))),
            "template": "Bitte Start senden.",
            "text": "Bitte Start senden.",
            "gateway": self.gateway,
            "test_mode": self.test_mode,
            "released_by": "lena",
        }
        if "case_id" not in changes:
            whole["case_id"] = self.open_case()
        return ReleaseOrder(**{**whole, **changes})

    def release(self, **changes: object) -> DispatchRecord:
        return self.dispatches.release(self.order(**changes), self.settings)

    def judge(self, *sms_ids: int, verdict: Verdict = Verdict.SENT) -> Decided:
        """Lets a person decide about unclear SMS."""
        decision = Decision(verdict, "lena", "asked on the phone")
        chosen = UnclearSelection(frozenset(sms_ids))
        return Verdicts(self.database).decide(chosen, decision, self.settings.limits)

    def states(self) -> dict[SmsState, int]:
        with self.database.read() as session:
            rows = session.execute(
                select(OutboundSms.state, func.count()).group_by(OutboundSms.state)
            )
            return {state: count for state, count in rows}  # noqa: C416 - typed rows

    def rows(self) -> dict[str, OutboundSms]:
        """Returns the SMS by number, detached."""
        with self.database.read() as session:
            return {sms.e164: sms for sms in session.scalars(select(OutboundSms))}

    def contact(self, e164: str) -> Contact:
        with self.database.read() as session:
            return session.execute(select(Contact).where(Contact.e164 == e164)).scalar_one()

    def set_state(self, e164: str, state: ContactState) -> None:
        with self.database.write() as session:
            session.execute(update(Contact).where(Contact.e164 == e164).values(state=state))

    def lease(self) -> SenderLease:
        """Returns the only account's row, or a blank one before there is any."""
        with self.database.read() as session:
            blank = SenderLease(account="", paused_reason="", retry_reason="", failures=0)
            return session.scalar(select(SenderLease)) or blank

    def end_leases(self) -> None:
        """As if nobody had heard of any sender for longer than a lease lasts.

        A server may still be at the last statement of a process that was just killed.
        """
        wait_for(self._leases_are_ended)

    def _leases_are_ended(self) -> bool:
        past = self.database.clock() - timedelta(days=1)
        try:
            with self.database.write() as session:
                session.execute(update(SenderLease).values(lease_until=past))
                session.execute(update(OutboundSms).values(lease_until=past))
        except DatabaseLockedError:
            return False
        return True


def claimed(world: World, clock: HandClock, count: int) -> tuple[Outbox, list[ClaimedSms]]:
    """Releases ``count`` SMS to new sign-ups and claims them all."""
    world.add_incomplete(count)
    world.release()
    clock.forward(10)
    outbox = sending_outbox(world)
    return outbox, outbox.turn([], count).sms


def sending_outbox(world: World) -> Outbox:
    """Returns the outbox of a sender that has just taken the account."""
    outbox = Outbox(
        world.database,
        Identity(world.gateway, "one", test_mode=world.test_mode),
        Policy(per_second=1000.0),
    )
    outbox.acquire()
    return outbox


def make_world(url: str, clock: HandClock | None = None, gateway: str = GATEWAY) -> World:
    """Migrates an empty database and puts a customer and a working service into it."""
    database = Database(url, clock=clock or HandClock())
    migrate(database)
    add_services(database, [{"sim_status": SimStatus.ACTIVE}])
    return World(database, gateway)
