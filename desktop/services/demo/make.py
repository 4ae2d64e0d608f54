"""Makes the demo: plans it, lets it happen in memory, and writes it in one transaction."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from random import Random
from threading import Event

from sqlalchemy import select

from desktop.errors import CancelledError, ConflictError
from desktop.models.changes import Change
from desktop.models.settings import DeskSettings, GatewayKind
from desktop.models.tables import (
    Base,
    Case,
    Contact,
    ContactEvent,
    Customer,
    CustomerRequest,
    CustomerVisit,
    Dispatch,
    DispatchExclusion,
    NewsletterService,
    Note,
    OutboundSms,
    PlatformNumber,
    ServiceCount,
    SimAssignment,
    SimCard,
    SimEvent,
    StatusConflict,
    TrafficDay,
)
from desktop.services.collector import without_collecting
from desktop.services.demo import case_rows, rows
from desktop.services.demo.calendar import DemoCalendar
from desktop.services.demo.casebook import Casebook
from desktop.services.demo.cast import AGENT, CAST, CONTACTS, DAYS, FILLED_UP, NumberStory
from desktop.services.demo.days import ServiceDays, plan_days
from desktop.services.demo.dispatches import Newsletter
from desktop.services.demo.history import acts_in
from desktop.services.demo.numbers import NumberBook
from desktop.services.demo.people import CrowdBuilder, return_to_new_number
from desktop.services.demo.stories import CardBox
from desktop.services.demo.traffic import traffic_of
from desktop.services.demo.writing import BulkWriter, Progress
from desktop.services.storage import audit
from desktop.services.storage.database import Database
from desktop.services.storage.settings import SettingsStore

_SHARE_OF_PLANNING = 0.35
"""How much of the time goes by before the first row is written."""

Tables = list[tuple[type[Base], rows.Rows]]


@dataclass(frozen=True, slots=True)
class DemoSummary:
    """How much the demo holds."""

    customers: int
    services: int
    contacts: int
    days: int
    sims: int
    cases: int
    dispatches: int
    sms: int


def make_demo(
    database: Database, progress: Progress, stop: Event, *, seed: int = 1, now: datetime
) -> DemoSummary:
    """Fill an empty, migrated database; the same ``seed`` and ``now`` give the same data.

    ``progress`` is told 0 to 1 on the calling thread.

    Raises:
        ConflictError: there are customers in the database already.
        CancelledError: ``stop`` was set; nothing was written.
        StorageError: it cannot be written.

    """
    with database.read() as session:
        if session.scalar(select(Customer.id).limit(1)) is not None:
            raise ConflictError(database.place)
    # Half a million objects that all stay: looking through them takes a quarter of the time.
    with without_collecting():
        return _make(database, progress, stop, _Demo(DemoCalendar.around(now), seed))


def _make(database: Database, progress: Progress, stop: Event, demo: _Demo) -> DemoSummary:
    tables = demo.happen(lambda share: progress(share * _SHARE_OF_PLANNING), stop)
    with database.write(*Change) as session:
        writer = BulkWriter(
            session,
            lambda share: progress(_SHARE_OF_PLANNING + share * (1 - _SHARE_OF_PLANNING)),
            stop,
        )
        writer.write(tables)
        summary = _summary(tables)
        for act in demo.acts:
            audit.record(session, act)
        facts = {"seed": demo.seed, "contacts": summary.contacts}
        audit.record(session, audit.Act("demo.made", AGENT, demo.now, facts))
    store, settings = SettingsStore(database, clock=lambda: demo.now), DeskSettings()
    gateway = replace(settings.gateway, kind=GatewayKind.SIMULATOR, test_mode=True)
    store.save("gateway", gateway, AGENT)
    # Whoever tries the desk sees what a supervisor may; as another agent it is read only.
    store.save("sims", replace(settings.sims, supervisors=AGENT), AGENT)
    return summary


class _Demo:
    """The demo while it happens in memory."""

    def __init__(self, calendar: DemoCalendar, seed: int) -> None:
        self.seed = seed
        self.now = calendar.now
        self._calendar = calendar
        self._random = Random(seed)  # noqa: S311  # repeatable on purpose
        self._book = NumberBook(self._random)
        self._box = CardBox(calendar)
        self._newsletters: list[Newsletter] = []
        self._builders: list[CrowdBuilder] = []
        self._days: list[ServiceDays] = []
        self.acts: list[audit.Act] = []

    def happen(self, progress: Progress, stop: Event) -> Tables:
        """Let everything happen and return the rows of all tables, in the order of their keys."""
        total = sum(len(customer.services) for customer in CAST)
        for customer_id, customer in enumerate(CAST, start=1):
            for plan in customer.services:
                if stop.is_set():
                    raise CancelledError
                self._begin(customer_id, plan_index=customer.services.index(plan))
                progress(0.8 * len(self._newsletters) / total)
        self._fill_up()
        self._box.fill_stock()
        named = {one.plan.name: one for one in self._newsletters}
        cases = Casebook(named, self._calendar, self._random).write()
        contacts, events, counts = rows.contact_rows(self._newsletters)
        progress(0.95)
        books = case_rows.CaseRows(cases, self.now, self._random)
        notes = case_rows.note_rows(self._calendar)
        self.acts = acts_in(books, notes)
        cards, card_events, assignments = rows.sim_rows(self._box)
        return [
            (Customer, rows.customer_rows()),
            (NewsletterService, rows.service_rows(self._newsletters, self._box)),
            (ServiceCount, counts),
            (SimCard, cards),
            (SimEvent, card_events),
            (SimAssignment, assignments),
            (StatusConflict, rows.conflict_rows(self._box, self._calendar.at_work)),
            (PlatformNumber, rows.platform_rows(self._box, self.now)),
            (Contact, contacts),
            (ContactEvent, events),
            (TrafficDay, self._traffic()),
            (Case, books.cases),
            (CustomerRequest, books.requests),
            (Dispatch, books.dispatches),
            (DispatchExclusion, books.exclusions),
            (OutboundSms, books.sms),
            (Note, notes),
            (CustomerVisit, case_rows.visit_rows(self._calendar)),
        ]

    def _begin(self, customer_id: int, plan_index: int) -> None:
        customer = CAST[customer_id - 1]
        plan = customer.services[plan_index]
        number = len(self._newsletters) + 1
        numbers = self._box.equip(number, plan)
        days = plan_days(plan, self._calendar, self._random)
        builder = CrowdBuilder(
            plan, customer.country, numbers, self._calendar, self._book, self._random
        )
        crowd = builder.build(days)
        if plan.story is NumberStory.REPLACED:
            return_to_new_number(
                crowd, numbers, plan.back_again, self._random, until=self._calendar.at(DAYS, 0)
            )
        self._newsletters.append(
            Newsletter(number, f"D{1_999 + number}", customer_id, customer, plan, numbers, crowd)
        )
        self._builders.append(builder)
        self._days.append(days)

    def _fill_up(self) -> None:
        total = sum(len(one.crowd.people) for one in self._newsletters)
        place = next(i for i, one in enumerate(self._newsletters) if one.plan.name == FILLED_UP)
        self._builders[place].add_former(CONTACTS - total)

    def _traffic(self) -> rows.Rows:
        found: rows.Rows = []
        for newsletter, days in zip(self._newsletters, self._days, strict=True):
            happened = traffic_of(newsletter.crowd, days, self._calendar, self._random)
            found += rows.traffic_rows(newsletter.id, list(happened))
        return found


def _summary(tables: Tables) -> DemoSummary:
    sizes = {table: len(found) for table, found in tables}
    return DemoSummary(
        customers=sizes[Customer],
        services=sizes[NewsletterService],
        contacts=sizes[Contact],
        days=DAYS,
        sims=sizes[SimCard],
        cases=sizes[Case],
        dispatches=sizes[Dispatch],
        sms=sizes[OutboundSms],
    )
