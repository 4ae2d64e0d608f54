from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from desktop.models.states import ContactEventKind, ContactState, SimStatus
from desktop.models.tables import (
    Contact,
    ContactEvent,
    Customer,
    NewsletterService,
    ServiceCount,
    SimAssignment,
    SimCard,
)
from desktop.services.projections import (
    NewEvent,
    append_event,
    renew_contacts,
    renew_counts,
    renew_services,
    wrong_contacts,
)
from desktop.services.storage.database import Database

OLD, NEW = "+436605550001", "+436605550002"
BEGIN = datetime(2026, 3, 1, 8, tzinfo=UTC)
REPLACED = BEGIN + timedelta(days=100)
LATER = REPLACED + timedelta(days=1)


@pytest.fixture
def database(migrated_url: str) -> Iterator[Database]:
    database = Database(migrated_url)
    with database.write() as session:
        session.add(Customer(id=1, customer_no="K1", name="Bakery"))
        session.flush()
        session.add(NewsletterService(id=1, service_no="D1", customer_id=1, name="News"))
        session.flush()
        _sim(session, 1, OLD, BEGIN)
        _assign(session, 1, BEGIN, None)
        _contact(session, 1, [("entered", BEGIN, None)])
        _contact(session, 2, [("entered", BEGIN, None), ("started", BEGIN, OLD)])
        _contact(session, 3, [("entered", BEGIN, None), ("started", BEGIN, None)])
        renew_services(session, [1])
        renew_contacts(session, [1, 2, 3])
    yield database
    database.close()


def _sim(session: Session, sim_id: int, number: str, at: datetime) -> None:
    session.add(
        SimCard(
            id=sim_id,
            iccid=f"89430000000000000{sim_id}",
            msisdn=number,
            msisdn_reversed=number[:0:-1],
            status=SimStatus.ACTIVE,
            status_since=at,
        )
    )
    session.flush()


def _assign(session: Session, sim_id: int, from_at: datetime, until_at: datetime | None) -> None:
    session.add(SimAssignment(sim_id=sim_id, service_id=1, from_at=from_at, until_at=until_at))
    session.flush()


def _contact(
    session: Session, contact_id: int, events: list[tuple[str, datetime, str | None]]
) -> None:
    number = f"+43660555010{contact_id}"
    session.add(
        Contact(
            id=contact_id,
            service_id=1,
            e164=number,
            reversed_digits=number[:0:-1],
            raw_phone=number,
            state=ContactState.INCOMPLETE,
            entered_at=BEGIN,
        )
    )
    session.flush()
    for kind, at, on in events:
        session.add(
            ContactEvent(contact_id=contact_id, kind=ContactEventKind(kind), at=at, number=on)
        )


def _replace_sim(session: Session) -> None:
    session.execute(
        update(SimAssignment).where(SimAssignment.sim_id == 1).values(until_at=REPLACED)
    )
    _sim(session, 2, NEW, REPLACED)
    _assign(session, 2, REPLACED, None)
    renew_services(session, [1])


def _states(database: Database) -> list[str]:
    with database.read() as session:
        return [
            state.value for state in session.scalars(select(Contact.state).order_by(Contact.id))
        ]


def _counts(database: Database) -> dict[str, int]:
    with database.read() as session:
        rows = session.execute(select(ServiceCount.state, ServiceCount.contacts))
        return {state.value: contacts for state, contacts in rows if contacts}


def test_that_a_start_on_the_current_number_makes_active(database: Database) -> None:
    assert _states(database) == ["incomplete", "active", "active"]
    assert _counts(database) == {"incomplete": 1, "active": 2}


def test_that_a_new_sim_makes_all_active_contacts_pending(database: Database) -> None:
    with database.write() as session:
        _replace_sim(session)

    assert _states(database) == [
        "incomplete",
        "re_registration_pending",
        "re_registration_pending",
    ]
    assert _counts(database) == {"incomplete": 1, "re_registration_pending": 2}
    with database.read() as session:
        service = session.get_one(NewsletterService, 1)
        assert (service.sender_number, service.number_since) == (NEW, REPLACED)


def test_that_a_service_without_a_sim_keeps_its_contacts_active(database: Database) -> None:
    with database.write() as session:
        session.execute(update(SimAssignment).values(until_at=REPLACED))
        renew_services(session, [1])

    assert _states(database) == ["incomplete", "active", "active"]
    with database.read() as session:
        assert session.get_one(NewsletterService, 1).sender_number is None


@pytest.mark.parametrize("number", [NEW, None])
def test_that_a_start_on_the_new_number_brings_a_contact_back(
    database: Database, number: str | None
) -> None:
    with database.write() as session:
        _replace_sim(session)
        event = NewEvent(3, ContactEventKind.STARTED, LATER, "reply", number)
        assert append_event(session, event)

    assert _states(database)[2] == "active"
    assert _counts(database) == {"incomplete": 1, "re_registration_pending": 1, "active": 1}


def test_that_the_same_event_is_not_appended_twice(database: Database) -> None:
    stop = NewEvent(2, ContactEventKind.STOPPED, LATER, "reply")
    with database.write() as session:
        assert append_event(session, stop)
        assert not append_event(session, stop)

    assert _counts(database) == {"incomplete": 1, "active": 1, "unsubscribed": 1}


def test_that_counting_anew_gives_the_counts_that_were_kept(database: Database) -> None:
    with database.write() as session:
        append_event(session, NewEvent(1, ContactEventKind.SUPPRESSED, LATER, "agent"))
    kept = _counts(database)
    with database.write() as session:
        renew_counts(session, [1])

    assert _counts(database) == kept == {"active": 2, "suppressed": 1}


def test_that_a_state_that_does_not_follow_from_the_events_is_found(database: Database) -> None:
    with database.write() as session:
        assert list(wrong_contacts(session)) == []
        session.execute(
            update(Contact).where(Contact.id == 2).values(state=ContactState.UNSUBSCRIBED)
        )
    with database.read() as session:
        assert list(wrong_contacts(session)) == [2]


def test_that_an_old_start_of_unrecorded_number_goes_to_the_number_of_that_time(
    database: Database,
) -> None:
    with database.write() as session:
        _replace_sim(session)
        append_event(session, NewEvent(1, ContactEventKind.STARTED, REPLACED, "import"))
        append_event(
            session,
            NewEvent(2, ContactEventKind.STARTED, REPLACED - timedelta(seconds=1), "import"),
        )

    assert _states(database)[:2] == ["active", "re_registration_pending"]
    with database.read() as session:
        assert session.get_one(Contact, 2).started_on is None
        assert list(wrong_contacts(session)) == []
