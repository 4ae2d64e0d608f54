"""What reminders brought: per dispatch and per service, beside comparable sign-ups without one.

Who is comparable, and what a difference can and cannot tell, stands in ``models.effect``. All is
read from the contacts' events, so that an export that comes late is counted as it was. The database
counts; only those who started come back as rows of their own.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from threading import Event

from sqlalchemy import ColumnElement, and_, select
from sqlalchemy.orm import Session

from desktop.errors import CancelledError
from desktop.models.effect import effect_of, uncovered
from desktop.models.records.effects import ReminderEffect, ServiceEffect
from desktop.models.states import DispatchKind
from desktop.models.tables import Dispatch, NewsletterService
from desktop.services.effect_queries import (
    countries,
    moments,
    others,
    reminded,
    reminded_before,
)
from desktop.services.storage.database import Database

MOST_DISPATCHES = 100
"""A service's total looks back over so many of its latest reminders."""


class Effects:
    """Reads what reminders brought."""

    def __init__(self, database: Database, *, rehearsal: bool = False) -> None:
        """Read from ``database``; with ``rehearsal`` SMS in test mode count as if real."""
        self._database = database
        self._rehearsal = rehearsal

    def of_dispatch(self, dispatch_id: int) -> ReminderEffect | None:
        """Return the effect of one dispatch; None where it reminded nobody.

        Raises:
            StorageError: the database cannot be read.

        """
        with self._database.read() as session:
            found = session.get(Dispatch, dispatch_id)
            if found is None:
                return None
            ours = and_(self._reminds(), Dispatch.id == dispatch_id)
            return _effect(session, found.service_id, ours, self._database.clock())

    def of_customer(self, customer_id: int, stop: Event) -> tuple[ServiceEffect, ...]:
        """Return what all reminders of each service of a customer brought, if there were any.

        A contact who was reminded several times counts with the first one.

        Raises:
            CancelledError: ``stop`` was set.
            StorageError: the database cannot be read.

        """
        services = (
            select(NewsletterService.id, NewsletterService.name)
            .where(NewsletterService.customer_id == customer_id)
            .order_by(NewsletterService.name, NewsletterService.id)
        )
        found = []
        with self._database.read() as session:
            for service_id, name in session.execute(services).all():
                if stop.is_set():
                    raise CancelledError
                latest = self._latest(session, service_id)
                ours = and_(self._reminds(), Dispatch.id.in_(latest))
                first = and_(ours, ~reminded_before(Dispatch.id.in_(latest)))
                effect = _effect(session, service_id, first, self._database.clock(), ours)
                if effect is not None:
                    found.append(ServiceEffect(service_id, name, len(latest), effect))
        return tuple(found)

    def _reminds(self) -> ColumnElement[bool]:
        """Return the condition that a dispatch is one of reminders that people got."""
        reminds = Dispatch.kind == DispatchKind.SIGNUP_REMINDER
        return reminds if self._rehearsal else and_(reminds, Dispatch.test_mode.is_(False))

    def _latest(self, session: Session, service_id: int) -> Sequence[int]:
        return session.scalars(
            select(Dispatch.id)
            .where(Dispatch.service_id == service_id, self._reminds())
            .where(Dispatch.first_sent_at.is_not(None))
            .order_by(Dispatch.first_sent_at.desc(), Dispatch.id.desc())
            .limit(MOST_DISPATCHES)
        ).all()


def _effect(
    session: Session,
    service_id: int,
    counted: ColumnElement[bool],
    now: datetime,
    dispatches: ColumnElement[bool] | None = None,
) -> ReminderEffect | None:
    """Return the effect of the SMS that are ``counted``, beside the others at ``dispatches``."""
    sent, watched = reminded(session, counted, now)
    if not watched:
        return None
    began = moments(session, counted if dispatches is None else dispatches)
    slots, of = uncovered(began), countries(session, counted)
    compared = others(session, service_id, slots, of) if slots and of else []
    return effect_of(min(one.at for one in began), sent, watched, compared, now)
