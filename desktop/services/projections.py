"""Columns that repeat what events and SIM cards say, so that lists need not work it out.

Whoever appends a contact event or changes an assignment calls one of these in the same write
session; they flush nothing twice and never commit.

    append_event(session, event)            a start, stop or suppression, and what follows from it
    renew_contacts(session, contact_ids)    states of some contacts, and the counts
    renew_services(session, service_ids)    current numbers, then the states that hang on them
    renew_counts(session, service_ids)      counts anew, after bulk work
    wrong_contacts(session)                 contacts whose columns are not what their events say
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import case, func, literal, select, update
from sqlalchemy.orm import Session

from desktop.models.signup import ProjectionTuple
from desktop.models.states import ContactEventKind, ContactState, SimStatus
from desktop.models.tables import (
    Contact,
    ContactEvent,
    NewsletterService,
    ServiceCount,
    SimAssignment,
    SimCard,
)
from desktop.services.sender_numbers import EventTuple, in_chunks, numbers_of
from desktop.services.storage.dialect import upsert

CHUNK = 1_000
"""Contacts that are renewed with one round of queries."""

_ON_A_NUMBER = (ContactState.ACTIVE, ContactState.RE_REGISTRATION_PENDING)


@dataclass(frozen=True, slots=True)
class NewEvent:
    """One event to append. ``source`` says where the desk has it from."""

    contact_id: int
    kind: ContactEventKind
    at: datetime
    source: str
    number: str | None = None


def append_event(session: Session, event: NewEvent) -> bool:
    """Append an event, renew its contact and the counts; False where it was known already."""
    statement = upsert(session, ContactEvent).values(
        contact_id=event.contact_id,
        kind=event.kind,
        at=event.at,
        number=event.number,
        source=event.source,
    )
    written = session.execute(
        statement.on_conflict_do_nothing().returning(ContactEvent.id)
    ).one_or_none()
    renew_contacts(session, [event.contact_id])
    return written is not None


def renew_contacts(session: Session, contact_ids: Collection[int]) -> None:
    """Work out the states of some contacts anew, and correct the counts by what changed."""
    moved: Counter[tuple[int, ContactState]] = Counter()
    for chunk in in_chunks(sorted(contact_ids), CHUNK):
        for row in _rows_of(session, chunk):
            if row.is_right:
                continue
            session.execute(
                update(Contact).where(Contact.id == row.id).values(**row.projected._asdict())
            )
            moved[row.service_id, row.kept.state] -= 1
            moved[row.service_id, row.projected.state] += 1
    _correct_counts(session, moved)


def renew_services(session: Session, service_ids: Collection[int]) -> None:
    """Take over the numbers of the SIMs assigned now, then renew what hangs on them."""
    session.flush()
    for service_id in sorted(service_ids):
        number = _renew_number(session, service_id)
        _renew_states_on_numbers(session, service_id, number)
        renew_contacts(session, _started_on_unrecorded(session, service_id))
    renew_counts(session, service_ids)


def renew_counts(session: Session, service_ids: Collection[int]) -> None:
    """Count the contacts of some services anew."""
    for service_id in sorted(service_ids):
        session.execute(
            select(NewsletterService.id).where(NewsletterService.id == service_id).with_for_update()
        )
        counted = session.execute(
            select(Contact.state, func.count())
            .where(Contact.service_id == service_id)
            .group_by(Contact.state)
        )
        counts = {state: contacts for state, contacts in counted}  # noqa: C416 - typed rows
        for state in ContactState:
            _set_count(session, service_id, state, counts.get(state, 0))


def wrong_contacts(session: Session) -> Iterator[int]:
    """Yield the ids of contacts whose columns do not follow from their events."""
    last = 0
    while ids := session.scalars(
        select(Contact.id).where(Contact.id > last).order_by(Contact.id).limit(CHUNK)
    ).all():
        yield from (row.id for row in _rows_of(session, ids) if not row.is_right)
        last = ids[-1]


@dataclass(frozen=True, slots=True)
class _ContactRow:
    """What stands in a contact's row, and what should."""

    id: int
    service_id: int
    kept: ProjectionTuple[datetime]
    projected: ProjectionTuple[datetime]

    @property
    def is_right(self) -> bool:
        return self.kept == self.projected


def _rows_of(session: Session, contact_ids: Sequence[int]) -> list[_ContactRow]:
    """Return the rows of some contacts, locked where the engine can."""
    rows = session.execute(
        select(
            Contact.id,
            Contact.service_id,
            Contact.state,
            Contact.entered_at,
            Contact.started_at,
            Contact.started_on,
            Contact.stopped_at,
        )
        .where(Contact.id.in_(contact_ids))
        .order_by(Contact.id)
        .with_for_update()
    ).all()
    events = _events_of(session, contact_ids)
    numbers = numbers_of(session, {row.service_id for row in rows})
    return [
        _ContactRow(
            row.id,
            row.service_id,
            ProjectionTuple(
                row.state, row.entered_at, row.started_at, row.started_on, row.stopped_at
            ),
            numbers[row.service_id].project(events[row.id]),
        )
        for row in rows
    ]


def _events_of(
    session: Session, contact_ids: Sequence[int]
) -> Mapping[int, list[EventTuple[datetime]]]:
    events: defaultdict[int, list[EventTuple[datetime]]] = defaultdict(list)
    rows = session.execute(
        select(
            ContactEvent.contact_id, ContactEvent.kind, ContactEvent.at, ContactEvent.number
        ).where(ContactEvent.contact_id.in_(contact_ids))
    )
    for contact_id, kind, at, number in rows:
        events[contact_id].append((kind, at, number))
    return events


@dataclass(frozen=True, slots=True)
class _CurrentSim:
    number: str | None = None
    status: SimStatus | None = None
    status_since: datetime | None = None
    number_since: datetime | None = None


def _renew_number(session: Session, service_id: int) -> str | None:
    """Write the current number of a service into its row and return it."""
    found = session.execute(
        select(SimCard.msisdn, SimCard.status, SimCard.status_since, SimAssignment.from_at)
        .join(SimAssignment, SimAssignment.sim_id == SimCard.id)
        .where(SimAssignment.service_id == service_id, SimAssignment.until_at.is_(None))
    ).one_or_none()
    sim = _CurrentSim(*found) if found is not None else _CurrentSim()
    session.execute(
        update(NewsletterService)
        .where(NewsletterService.id == service_id)
        .values(
            sender_number=sim.number,
            sim_status=sim.status,
            sim_status_since=sim.status_since,
            number_since=sim.number_since,
        )
    )
    return sim.number


def _renew_states_on_numbers(session: Session, service_id: int, number: str | None) -> None:
    """Set *active* or *pending* for all whose start has a number, with one statement."""
    state = (
        literal(ContactState.ACTIVE.value)
        if number is None
        else case(
            (Contact.started_on == number, ContactState.ACTIVE.value),
            else_=ContactState.RE_REGISTRATION_PENDING.value,
        )
    )
    session.execute(
        update(Contact)
        .where(
            Contact.service_id == service_id,
            Contact.state.in_(_ON_A_NUMBER),
            Contact.started_on.is_not(None),
            Contact.state != state,
        )
        .values(state=state)
        .execution_options(synchronize_session=False)
    )


def _started_on_unrecorded(session: Session, service_id: int) -> Sequence[int]:
    """Return the contacts whose last start went to a number that nobody recorded."""
    return session.scalars(
        select(Contact.id).where(
            Contact.service_id == service_id,
            Contact.state.in_(_ON_A_NUMBER),
            Contact.started_on.is_(None),
        )
    ).all()


def _correct_counts(session: Session, moved: Counter[tuple[int, ContactState]]) -> None:
    for (service_id, state), difference in sorted(moved.items()):
        if not difference:
            continue
        statement = upsert(session, ServiceCount).values(
            service_id=service_id, state=state, contacts=difference
        )
        session.execute(
            statement.on_conflict_do_update(
                index_elements=[ServiceCount.service_id, ServiceCount.state],
                set_={"contacts": ServiceCount.contacts + difference},
            )
        )


def _set_count(session: Session, service_id: int, state: ContactState, contacts: int) -> None:
    statement = upsert(session, ServiceCount).values(
        service_id=service_id, state=state, contacts=contacts
    )
    session.execute(
        statement.on_conflict_do_update(
            index_elements=[ServiceCount.service_id, ServiceCount.state],
            set_={"contacts": statement.excluded.contacts},
        )
    )
