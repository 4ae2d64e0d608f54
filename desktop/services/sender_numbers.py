"""The sender numbers of services, now and in the past, and what they make of a contact."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Generic, TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.signup import Moment, ProjectionTuple, project_tuples
from desktop.models.states import ContactEventKind
from desktop.models.tables import SimAssignment, SimCard

CHUNK = 1_000
"""Keys that are asked for with one query."""

T = TypeVar("T")
EventTuple = tuple[ContactEventKind, Moment, str | None]


@dataclass(frozen=True, slots=True)
class Span(Generic[Moment]):
    """A service sent from ``number`` from ``from_at`` (None: always) until ``until_at``."""

    number: str
    from_at: Moment | None
    until_at: Moment | None

    def holds(self, at: Moment) -> bool:
        """Tell whether a moment lies in the span."""
        began = self.from_at is None or self.from_at <= at
        return began and (self.until_at is None or at < self.until_at)


@dataclass(frozen=True, slots=True)
class ServiceNumbers(Generic[Moment]):
    """The sender numbers of one service: the one of now, and which one it had when."""

    current: str | None = None
    since: Moment | None = None
    spans: tuple[Span[Moment], ...] = ()

    def at(self, moment: Moment) -> str | None:
        """Return the number that the service had at a moment, None where nobody knows."""
        return next((span.number for span in self.spans if span.holds(moment)), None)

    def project(self, events: Sequence[EventTuple[Moment]]) -> ProjectionTuple[Moment]:
        """Return where a contact of this service stands, by its events.

        A start without a recorded number went to the number that the service had at that time;
        ``started_on`` stays None, as history may still be learnt.
        """
        if all(number or kind != ContactEventKind.STARTED for kind, _, number in events):
            return project_tuples(events, self.current, self.since)
        filled = [(kind, at, number or self.at(at)) for kind, at, number in events]
        result = project_tuples(filled, self.current, self.since)
        recorded = {number for _, at, number in events if at == result.started_at}
        if result.started_on in recorded:
            return result
        return result._replace(started_on=None)


def numbers_of(
    session: Session, service_ids: Collection[int]
) -> dict[int, ServiceNumbers[datetime]]:
    """Return the sender numbers of some services, by service id."""
    spans: defaultdict[int, list[Span[datetime]]] = defaultdict(list)
    for chunk in in_chunks(sorted(service_ids), CHUNK):
        rows = session.execute(
            select(
                SimAssignment.service_id,
                SimCard.msisdn,
                SimAssignment.from_at,
                SimAssignment.until_at,
            )
            .join(SimCard, SimCard.id == SimAssignment.sim_id)
            .where(SimAssignment.service_id.in_(chunk))
            .order_by(SimAssignment.from_at.desc().nulls_last(), SimAssignment.id.desc())
        )
        for service_id, number, from_at, until_at in rows:
            spans[service_id].append(Span(number, from_at, until_at))
    return {service_id: _service_numbers(spans[service_id]) for service_id in service_ids}


def _service_numbers(spans: list[Span[datetime]]) -> ServiceNumbers[datetime]:
    now = next((span for span in spans if span.until_at is None), None)
    if now is None:
        return ServiceNumbers(spans=tuple(spans))
    return ServiceNumbers(now.number, now.from_at, tuple(spans))


def in_chunks(items: Iterable[T], size: int) -> Iterator[list[T]]:
    """Yield lists of at most ``size`` items."""
    iterator = iter(items)
    while chunk := list(islice(iterator, size)):
        yield chunk
