"""Frequency tests: what one would show, its allocation, and what came out.

    Trials.offer(service_id, often, weeks) -> TrialOffer
    Trials.begin(service_id, often, weeks, agent) -> TrialRecord
    Trials.latest(service_id) -> TrialRecord | None
    Trials.save_allocation(order, stop) -> int
    Trials.save_messages(order, stop) -> int
    Trials.outcome(trial_id) -> TrialResult | Waiting

The allocation is drawn once and kept: drawn anew, it would change with every contact that comes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from threading import Event
from typing import TYPE_CHECKING
from uuid import uuid4

from sqlalchemy import func, insert, select
from sqlalchemy.orm import Session

from desktop.errors import ConflictError, NotFoundError
from desktop.models.changes import Change
from desktop.models.frequency.rates import Estimate, share_lost
from desktop.models.frequency.trial import allocated, plan, schedule
from desktop.models.records.trials import AllocationOrder, TrialOffer, TrialRecord
from desktop.models.states import ContactEventKind, ContactState
from desktop.models.tables import (
    Contact,
    ContactEvent,
    FrequencyTrial,
    FrequencyTrialContact,
    NewsletterService,
    ServiceCount,
    TrafficDay,
)
from desktop.services.storage import audit
from desktop.services.storage.database import Database
from desktop.services.table_files import FieldKind, TableField, Value
from desktop.services.traffic import service_of, zone_of
from desktop.services.trial_files import save_table

if TYPE_CHECKING:
    from desktop.models.frequency.trial_result import TrialResult, Waiting

USUAL_LOSS = 0.03
"""What a plan rests on where a service has no traffic yet (share of 30 days)."""

_LOSS_DAYS = 30


class Trials:
    """Plans, begins and evaluates frequency tests."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def offer(self, service_id: int, often: Sequence[float], weeks: int) -> TrialOffer:
        """Return what a test of these frequencies would show.

        Raises:
            NotFoundError: there is no such service.
            StorageError: the database cannot be read.
            ValueError: less than two frequencies, or less than four weeks.

        """
        with self._database.read() as session:
            service_of(session, service_id)
            contacts = session.scalar(
                select(ServiceCount.contacts).where(
                    ServiceCount.service_id == service_id,
                    ServiceCount.state == ContactState.ACTIVE,
                )
            )
            loss = _monthly_loss(session, service_id)
        expected = loss.estimate if loss is not None and loss.estimate > 0 else USUAL_LOSS
        return TrialOffer(contacts or 0, loss, plan(contacts or 0, often, weeks, expected))

    def begin(self, service_id: int, often: Sequence[float], weeks: int, agent: str) -> TrialRecord:
        """Draw an arm for each active contact; the test begins tomorrow.

        Raises:
            ConflictError: a test of this service is under way.
            NotFoundError: there is no such service.
            StorageError: the database cannot be written; nothing was changed.

        """
        now = self._database.clock()
        with self._database.write(Change.CUSTOMERS) as session:
            service, _ = service_of(session, service_id)
            today = now.astimezone(zone_of(service.timezone)).date()
            before = _latest(session, service_id)
            if before is not None and before.ends_on >= today:
                raise ConflictError
            trial = FrequencyTrial(
                service_id=service_id,
                seed=uuid4().hex,
                often=sorted(often, reverse=True),
                starts_on=today + timedelta(days=1),
                ends_on=today + timedelta(days=7 * weeks),
                created_at=now,
                created_by=agent,
            )
            session.add(trial)
            session.flush()
            contacts = _draw(session, trial, service, today)
            facts = {"trial": trial.id, "often": trial.often, "contacts": sum(contacts)}
            act = audit.Act("trial_begun", agent, now, facts, service.customer_id)
            audit.record(session, act)
            return _record(trial, contacts)

    def latest(self, service_id: int) -> TrialRecord | None:
        """Return the test of a service that was begun last.

        Raises:
            StorageError: the database cannot be read.

        """
        with self._database.read() as session:
            trial = _latest(session, service_id)
            return None if trial is None else _record(trial, _sizes(session, trial))

    def save_allocation(self, order: AllocationOrder, stop: Event) -> int:
        """Write each number with its frequency to a file; return the rows.

        Raises:
            CancelledError: ``stop`` was set; no file was left.
            DiskFullError: there is no room for the file.
            FileUnwritableError: the file may not be written there.
            NotFoundError: there is no such test.
            StorageError: the database cannot be read.

        """
        with self._database.read() as session:
            trial, service = _trial(session, order.trial_id)
            customer_id, zone = service.customer_id, zone_of(service.timezone)
            rows = session.execute(
                select(Contact.e164, FrequencyTrialContact.arm)
                .join(Contact, Contact.id == FrequencyTrialContact.contact_id)
                .where(FrequencyTrialContact.trial_id == trial.id)
                .order_by(FrequencyTrialContact.arm, Contact.e164)
            ).all()
        number, often = order.headers
        fields = [TableField(number, FieldKind.PHONE, 18), TableField(often, width=24)]
        table = ((e164, order.arms[arm]) for e164, arm in rows)
        save_table(order, fields, table, zone, stop)
        self._note_export("trial_exported", order, customer_id, len(rows))
        return len(rows)

    def save_messages(self, order: AllocationOrder, stop: Event) -> int:
        """Write each message of the test with the arms that get it to a file; return the rows.

        The platform's operator counts the messages as they are sent: the first one is number 1.

        Raises:
            CancelledError: ``stop`` was set; no file was left.
            DiskFullError: there is no room for the file.
            FileUnwritableError: the file may not be written there.
            NotFoundError: there is no such test.
            StorageError: the database cannot be read.

        """
        with self._database.read() as session:
            trial, service = _trial(session, order.trial_id)
            customer_id, zone = service.customer_id, zone_of(service.timezone)
            days = (trial.ends_on - trial.starts_on).days + 1
            planned, first = schedule(trial.often, days, trial.seed), trial.starts_on
        number, day = order.headers
        arms = [TableField(order.arms[arm], width=16) for arm in range(len(order.arms))]
        fields = [TableField(number, FieldKind.COUNT, 12), TableField(day), *arms]
        words = {True: order.yes, False: order.no}
        rows: Iterable[Sequence[Value]] = (
            (
                one.number,
                (first + timedelta(days=one.day)).isoformat(),
                *(words[gets] for gets in one.arms),
            )
            for one in planned
        )
        save_table(order, fields, rows, zone, stop)
        self._note_export("trial_messages_exported", order, customer_id, len(planned))
        return len(planned)

    def _note_export(self, act: str, order: AllocationOrder, customer_id: int, rows: int) -> None:
        facts = {"trial": order.trial_id, "rows": rows}
        now = self._database.clock()
        done = audit.Act(act, order.agent, now, facts, customer_id)
        with self._database.write() as session:
            audit.record(session, done)

    def outcome(self, trial_id: int) -> TrialResult | Waiting:
        """Return what came out, once the last day of the test is over.

        Raises:
            NotFoundError: there is no such test.
            StorageError: the database cannot be read.

        """
        from desktop.models.frequency.trial_result import evaluated
        from desktop.services.trial_days import arms_of

        with self._database.read() as session:
            trial, service = _trial(session, trial_id)
            zone = zone_of(service.timezone)
            today = self._database.clock().astimezone(zone).date()
            over = today > trial.ends_on
            arms = arms_of(session, trial, zone) if over else []
            return evaluated(arms, trial.ends_on, today)


def _monthly_loss(session: Session, service_id: int) -> Estimate | None:
    """Return what a service lost in its last thirty days with traffic."""
    of_service = TrafficDay.service_id == service_id
    last = session.scalar(select(func.max(TrafficDay.day)).where(of_service))
    if last is None:
        return None
    opt_outs, contact_days = session.execute(
        select(func.sum(TrafficDay.opt_outs), func.sum(TrafficDay.contacts_at_risk)).where(
            of_service, TrafficDay.day > last - timedelta(days=_LOSS_DAYS)
        )
    ).one()
    return share_lost(opt_outs, contact_days, _LOSS_DAYS) if contact_days else None


def _draw(
    session: Session, trial: FrequencyTrial, service: NewsletterService, today: date
) -> tuple[int, ...]:
    """Draw the arms of all active contacts and keep them; return how many each arm has."""
    zone = zone_of(service.timezone)
    started = func.max(ContactEvent.at)
    rows = session.execute(
        select(Contact.id, Contact.e164, started)
        .join(ContactEvent, ContactEvent.contact_id == Contact.id)
        .where(
            Contact.service_id == service.id,
            Contact.state == ContactState.ACTIVE,
            ContactEvent.kind == ContactEventKind.STARTED,
        )
        .group_by(Contact.id, Contact.e164)
    ).all()
    days = {e164: (today - at.astimezone(zone).date()).days for _, e164, at in rows}
    arms = allocated(days.items(), len(trial.often), trial.seed)
    drawn = [
        {"trial_id": trial.id, "contact_id": contact_id, "arm": arms[e164]}
        for contact_id, e164, _ in rows
    ]
    if drawn:
        session.execute(insert(FrequencyTrialContact), drawn)
    counts = Counter(arms.values())
    return tuple(counts[arm] for arm in range(len(trial.often)))


def _latest(session: Session, service_id: int) -> FrequencyTrial | None:
    return session.scalar(
        select(FrequencyTrial)
        .where(FrequencyTrial.service_id == service_id)
        .order_by(FrequencyTrial.id.desc())
        .limit(1)
    )


def _trial(session: Session, trial_id: int) -> tuple[FrequencyTrial, NewsletterService]:
    trial = session.get(FrequencyTrial, trial_id)
    if trial is None:
        raise NotFoundError("frequency trial", str(trial_id))
    return trial, service_of(session, trial.service_id)[0]


def _sizes(session: Session, trial: FrequencyTrial) -> tuple[int, ...]:
    statement = (
        select(FrequencyTrialContact.arm, func.count())
        .where(FrequencyTrialContact.trial_id == trial.id)
        .group_by(FrequencyTrialContact.arm)
    )
    counts = {row[0]: row[1] for row in session.execute(statement)}
    return tuple(counts.get(arm, 0) for arm in range(len(trial.often)))


def _record(trial: FrequencyTrial, contacts: tuple[int, ...]) -> TrialRecord:
    return TrialRecord(
        trial.id,
        trial.service_id,
        tuple(trial.often),
        trial.starts_on,
        trial.ends_on,
        trial.created_by,
        contacts,
    )
