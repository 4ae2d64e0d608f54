"""The state of the house in numbers, read in one moment: for monitoring and the command line."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, exists, func, or_, select
from sqlalchemy.orm import Session

from desktop.models.records.status import DispatchStatus, ServiceStatus, StatusReport
from desktop.models.states import CaseState, ContactState, DispatchState, SmsState
from desktop.models.tables import (
    Case,
    Dispatch,
    DispatchExclusion,
    NewsletterService,
    OutboundSms,
    ServiceCount,
)
from desktop.services.receiving.inbox import report_counts
from desktop.services.sending.sms_queries import sms_by_state
from desktop.services.storage.database import Database

LISTED_DAYS = 30
"""A dispatch is listed while it runs, while an SMS of it is unclear, and so long after."""

_CLOSED_CASES = (CaseState.DONE, CaseState.ABANDONED)
_OVER = (DispatchState.DONE, DispatchState.STOPPED)


class Status:
    """Tells the state of the house."""

    def __init__(self, database: Database) -> None:
        """Read from ``database``."""
        self._database = database

    def read(self) -> StatusReport:
        """Return all services, how many cases are open, and the dispatches that matter now.

        Raises:
            StorageError: the database cannot be read.

        """
        since = self._database.clock() - timedelta(days=LISTED_DAYS)
        with self._database.read() as session:
            return StatusReport(
                services=tuple(_services(session)),
                open_cases=session.scalar(
                    select(func.count()).select_from(Case).where(Case.state.not_in(_CLOSED_CASES))
                )
                or 0,
                dispatches=tuple(_dispatches(session, since)),
                reports=report_counts(session),
            )


def _services(session: Session) -> Iterator[ServiceStatus]:
    counts: defaultdict[tuple[int, ContactState], int] = defaultdict(int)
    for row in session.scalars(select(ServiceCount)):
        counts[row.service_id, row.state] = row.contacts
    services = session.scalars(select(NewsletterService).order_by(NewsletterService.service_no))
    for service in services:
        yield ServiceStatus(
            service_no=service.service_no,
            incomplete=counts[service.id, ContactState.INCOMPLETE],
            active=counts[service.id, ContactState.ACTIVE],
            re_registration_pending=counts[service.id, ContactState.RE_REGISTRATION_PENDING],
            unsubscribed=counts[service.id, ContactState.UNSUBSCRIBED],
            suppressed=counts[service.id, ContactState.SUPPRESSED],
            sender_number=service.sender_number,
            sim_status=service.sim_status,
        )


def _dispatches(session: Session, since: datetime) -> Iterator[DispatchStatus]:
    rows = session.execute(
        select(Dispatch, NewsletterService.service_no)
        .join(NewsletterService, NewsletterService.id == Dispatch.service_id)
        .where(_matters(since))
        .order_by(Dispatch.released_at, Dispatch.id)
    ).all()
    ids = [dispatch.id for dispatch, _ in rows]
    sms = sms_by_state(session, ids)
    excluded = _excluded(session, ids)
    for dispatch, service_no in rows:
        yield DispatchStatus(
            dispatch_no=dispatch.dispatch_no,
            service_no=service_no,
            kind=dispatch.kind,
            state=dispatch.state,
            test_mode=dispatch.test_mode,
            listed=dispatch.listed,
            excluded=excluded.get(dispatch.id, 0),
            recipients=dispatch.recipients,
            sms=dict.fromkeys(SmsState, 0) | sms[dispatch.id],
        )


def _matters(since: datetime) -> ColumnElement[bool]:
    return or_(
        Dispatch.state.not_in(_OVER),
        Dispatch.released_at >= since,
        exists().where(
            OutboundSms.dispatch_id == Dispatch.id, OutboundSms.state == SmsState.UNCLEAR
        ),
    )


def _excluded(session: Session, ids: list[int]) -> Mapping[int, int]:
    counting = (
        select(DispatchExclusion.dispatch_id, func.count())
        .where(DispatchExclusion.dispatch_id.in_(ids))
        .group_by(DispatchExclusion.dispatch_id)
    )
    return {number: count for number, count in session.execute(counting)}  # noqa: C416 - typed rows
