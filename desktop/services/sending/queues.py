"""Which dispatches of an account are sending, and when the next SMS of them waits no longer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ScalarSelect, false, func, or_, select
from sqlalchemy.orm import Session

from desktop.models.states import GOING, DispatchKind, SimStatus, SmsState
from desktop.models.tables import (
    Dispatch,
    NewsletterService,
    OutboundSms,
    SimAssignment,
    SimEvent,
)
from desktop.services.sending.freeze import FROZEN
from desktop.services.storage.prepared import PreparedRead, given


@dataclass(frozen=True, slots=True)
class OpenDispatch:
    """A dispatch that is or will be sending, as far as a claim needs it.

    ``is_outdated`` says that the service has got another number since the text was frozen, or
    that the desk has learnt of it only since: the text leads to a number that is dead by now.
    """

    id: int
    kind: DispatchKind
    starts_at: datetime
    text: str
    parts: int
    first_sent_at: datetime | None
    case_id: int
    timezone: str
    is_outdated: bool


def open_dispatches(session: Session, account: str, *, test_mode: bool) -> list[OpenDispatch]:
    """Return the open dispatches of an account, the oldest first. While sending is frozen: none."""
    return _OPEN_DISPATCHES.rows(session, {"account": account, "test_mode": test_mode})


def _number_learnt_at() -> ScalarSelect[datetime]:
    """Return when the desk first heard that the number of a service, as it is now, is in use."""
    current = select(SimAssignment.sim_id).where(
        SimAssignment.service_id == NewsletterService.id, SimAssignment.until_at.is_(None)
    )
    return (
        select(func.min(func.coalesce(SimEvent.entered_at, SimEvent.at)))
        .where(
            SimEvent.sim_id == current.correlate(NewsletterService).scalar_subquery(),
            SimEvent.status == SimStatus.ACTIVE,
        )
        .correlate(NewsletterService)
        .scalar_subquery()
    )


_IS_OUTDATED = or_(
    func.coalesce(NewsletterService.number_since > Dispatch.released_at, false()),
    func.coalesce(_number_learnt_at() > Dispatch.released_at, false()),
)

_OPEN_DISPATCHES = PreparedRead(
    select(
        Dispatch.id,
        Dispatch.kind,
        Dispatch.starts_at,
        Dispatch.text,
        Dispatch.parts,
        Dispatch.first_sent_at,
        Dispatch.case_id,
        NewsletterService.timezone,
        _IS_OUTDATED.label("is_outdated"),
    )
    .join(NewsletterService, NewsletterService.id == Dispatch.service_id)
    .where(
        Dispatch.state.in_(GOING),
        Dispatch.gateway == given("account"),
        Dispatch.test_mode == given("test_mode"),
        ~FROZEN,
    )
    .order_by(Dispatch.released_at, Dispatch.id)
    # Whoever pauses or stops one meanwhile waits for this claim.
    .with_for_update(read=True, of=Dispatch),
    OpenDispatch,
)


def next_try_of(session: Session, dispatch_ids: Iterable[int]) -> datetime | None:
    """Return when the first waiting SMS of some dispatches may be tried again."""
    return session.scalar(
        select(OutboundSms.next_try_at)
        .where(
            OutboundSms.dispatch_id.in_(list(dispatch_ids)),
            OutboundSms.state == SmsState.QUEUED,
            OutboundSms.next_try_at.is_not(None),
        )
        .order_by(OutboundSms.next_try_at)
        .limit(1)
    )
