"""What needs attention now, for the start page and the counts of the side bar."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from sqlalchemy import and_, case, func, select
from sqlalchemy.orm import Session

from desktop.models.records.overview import (
    Attention,
    AttentionKind,
    Bars,
    DueCase,
    LeftBehind,
    Overview,
    RunningDispatch,
)
from desktop.models.settings import SimSettings
from desktop.models.states import (
    GOING,
    ContactState,
    DispatchState,
    NumberKind,
    SimStatus,
    SmsState,
)
from desktop.models.tables import (
    Case,
    Customer,
    Dispatch,
    NewsletterService,
    OutboundSms,
    SenderLease,
    ServiceCount,
    SimAssignment,
    SimCard,
)
from desktop.services.case_rows import CLOSED, case_line, case_lines
from desktop.services.customers import Customers
from desktop.services.sending.freeze import is_frozen
from desktop.services.sending.unclear_lists import IS_UNCLEAR, count_left_behind, count_unclear
from desktop.services.sims import attention
from desktop.services.storage.database import Database

OPEN_DISPATCHES = (*GOING, DispatchState.PAUSED)
_NOT_PROCESSED = (SmsState.QUEUED, SmsState.SENDING)
MY_CASES = 8


class Overviews:
    """Reads the start page."""

    def __init__(self, database: Database, customers: Customers) -> None:
        """Read from ``database``."""
        self._database = database
        self._customers = customers

    def of(
        self,
        agent: str,
        *,
        stock_warning: int,
        day_ends_at: datetime,
        numbers: SimSettings | None = None,
    ) -> Overview:
        """Return the start page of ``agent``; cases are due up to ``day_ends_at``.

        ``numbers`` say from when on a re-registration is stalled.

        Raises:
            StorageError: the database cannot be read.

        """
        visits = self._customers.last_visits(agent)
        now = self._database.clock()
        with self._database.read() as session:
            return Overview(
                attention=tuple(
                    _attention(session, stock_warning, day_ends_at, numbers or SimSettings(), now)
                ),
                my_cases=tuple(
                    case_line(row)
                    for row in session.execute(
                        case_lines()
                        .where(Case.owner == agent, Case.state.not_in(CLOSED))
                        .order_by(Case.due_at.is_(None), Case.due_at, Case.changed_at.desc())
                        .limit(MY_CASES)
                    )
                ),
                visits=visits,
                running=tuple(_running(session)),
                customers=session.scalar(select(func.count()).select_from(Customer)) or 0,
                open_cases=_count_open_cases(session),
            )

    def bars(self) -> Bars:
        """Return the few facts that the bars of the window show all the time.

        Raises:
            StorageError: the database cannot be read.

        """
        with self._database.read() as session:
            holds = is_frozen(session) or next(_paused_accounts(session), None) is not None
            return Bars(
                tuple(_running(session)),
                _count_open_cases(session),
                holds,
                count_unclear(session),
            )

    def left_behind(self, since: datetime) -> LeftBehind:
        """Return what became since then of the SMS of senders that are gone.

        All figures are of one moment: an SMS is either still waiting or unclear, never both.

        Raises:
            StorageError: the database cannot be read.

        """
        with self._database.read() as session:
            return LeftBehind(
                count_left_behind(session, since),
                sum(
                    one.recipients - one.processed
                    for one in _running(session)
                    if one.state in GOING
                ),
                frozen=is_frozen(session),
            )


def _count_open_cases(session: Session) -> int:
    statement = select(func.count()).select_from(Case).where(Case.state.not_in(CLOSED))
    return session.scalar(statement) or 0


def _attention(
    session: Session,
    stock_warning: int,
    day_ends_at: datetime,
    numbers: SimSettings,
    now: datetime,
) -> Iterator[Attention]:
    yield from _numbers(session, SimStatus.BLOCKED, AttentionKind.NUMBER_BLOCKED)
    yield from _paused_accounts(session)
    yield from _unclear(session)
    yield from attention.to_decide(session)
    yield from _due(session, day_ends_at)
    yield from _numbers(session, SimStatus.WARNED, AttentionKind.NUMBER_WARNED)
    yield from attention.stalled(session, numbers, now)
    yield from _stock(session, stock_warning)


def _numbers(session: Session, status: SimStatus, kind: AttentionKind) -> Iterator[Attention]:
    active = (
        select(ServiceCount.contacts)
        .where(
            ServiceCount.service_id == NewsletterService.id,
            ServiceCount.state == ContactState.ACTIVE,
        )
        .scalar_subquery()
    )
    statement = (
        select(
            NewsletterService.name,
            NewsletterService.sim_status_since,
            Customer.id,
            Customer.name.label("customer"),
            SimAssignment.sim_id,
            func.coalesce(active, 0).label("active"),
        )
        .join(Customer, Customer.id == NewsletterService.customer_id)
        .outerjoin(
            SimAssignment,
            (SimAssignment.service_id == NewsletterService.id) & SimAssignment.until_at.is_(None),
        )
        .where(NewsletterService.sim_status == status)
        .order_by(NewsletterService.sim_status_since)
    )
    for row in session.execute(statement):
        yield Attention(
            kind,
            count=row.active,
            customer_id=row.id,
            customer=row.customer,
            service=row.name,
            sim_id=row.sim_id,
            since=row.sim_status_since,
        )


def _paused_accounts(session: Session) -> Iterator[Attention]:
    statement = select(SenderLease).where(SenderLease.paused_reason != "")
    for lease in session.scalars(statement):
        yield Attention(AttentionKind.SENDING_PAUSED, reason=lease.paused_reason)


def _unclear(session: Session) -> Iterator[Attention]:
    statement = (
        select(
            Dispatch.id,
            Dispatch.dispatch_no,
            Dispatch.kind,
            Customer.name,
            func.count().label("sms"),
        )
        .join(OutboundSms, OutboundSms.dispatch_id == Dispatch.id)
        .join(Customer, Customer.id == Dispatch.customer_id)
        .where(IS_UNCLEAR)
        .group_by(Dispatch.id, Dispatch.dispatch_no, Dispatch.kind, Customer.name)
        .order_by(Dispatch.id.desc())
    )
    for row in session.execute(statement):
        yield Attention(
            AttentionKind.SMS_UNCLEAR,
            count=row.sms,
            customer=row.name,
            dispatch_id=row.id,
            dispatch_no=row.dispatch_no,
            dispatch_kind=row.kind,
        )


def _due(session: Session, day_ends_at: datetime) -> Iterator[Attention]:
    statement = (
        select(Customer.name, Case.due_at, Case.state)
        .join(Customer, Customer.id == Case.customer_id)
        .where(Case.due_at < day_ends_at)
        .order_by(Case.due_at)
    )
    due = tuple(
        DueCase(name, due_at, follow_up=state in CLOSED)
        for name, due_at, state in session.execute(statement)
        if due_at
    )
    if due:
        yield Attention(AttentionKind.CASES_DUE, count=len(due), due=due)


def _stock(session: Session, stock_warning: int) -> Iterator[Attention]:
    is_free = and_(SimCard.status == SimStatus.IN_STOCK, SimCard.reserved_at.is_(None))
    carriers = session.execute(
        select(SimCard.carrier, _sum_if(is_free))
        .where(SimCard.kind == NumberKind.SIM)
        .group_by(SimCard.carrier)
        .order_by(SimCard.carrier)
    ).all()
    by_carrier = tuple((carrier, int(free or 0)) for carrier, free in carriers)
    free = sum(count for _, count in by_carrier)
    if by_carrier and free < stock_warning:
        yield Attention(
            AttentionKind.STOCK_LOW, count=free, limit=stock_warning, by_carrier=by_carrier
        )


def _running(session: Session) -> Iterator[RunningDispatch]:
    statement = (
        select(
            Dispatch.id,
            Dispatch.dispatch_no,
            Dispatch.kind,
            Dispatch.state,
            Customer.name.label("customer"),
            Dispatch.recipients,
            _sum_if(OutboundSms.state.not_in(_NOT_PROCESSED)).label("processed"),
            Dispatch.test_mode,
            Dispatch.first_sent_at,
        )
        .join(Customer, Customer.id == Dispatch.customer_id)
        .outerjoin(OutboundSms, OutboundSms.dispatch_id == Dispatch.id)
        .where(Dispatch.state.in_(OPEN_DISPATCHES))
        .group_by(Dispatch.id, Customer.name)
        .order_by(Dispatch.released_at)
    )
    for row in session.execute(statement).mappings():
        yield RunningDispatch(**{**row, "processed": int(row["processed"] or 0)})


def _sum_if(condition: Any) -> Any:  # noqa: ANN401  SQL expressions
    return func.sum(case((condition, 1), else_=0))
