"""The page of a customer tells what the database holds."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest

from desktop.errors import NotFoundError
from desktop.models.frequency.rates import share_lost
from desktop.models.states import ContactState, SimStatus
from desktop.services.customers import Customers
from desktop.services.notes import Notes
from desktop.services.storage.database import Database
from tests.services.houses import AGENT, NOON, TODAY, add_customer, add_service, add_traffic, noon


@pytest.fixture
def database(migrated_url: str) -> Iterator[Database]:
    opened = Database(migrated_url, clock=noon)
    yield opened
    opened.close()


def test_that_the_card_shows_each_service_with_its_counts(database: Database) -> None:
    with database.write() as session:
        customer = add_customer(session)
        add_service(session, customer, number="D1", active=12, incomplete=3)
        add_service(session, customer, number="D2", status=SimStatus.BLOCKED)
        customer_id = customer.id
    card = Customers(database).card(customer_id, today=TODAY)
    first, second = card.services
    assert (first.count(ContactState.ACTIVE), first.count(ContactState.INCOMPLETE)) == (12, 3)
    assert (first.is_blocked, second.is_blocked) == (False, True)


def test_that_the_opt_out_rate_is_of_contact_days(database: Database) -> None:
    with database.write() as session:
        customer = add_customer(session)
        add_traffic(session, add_service(session, customer), days=40, opt_outs=1)
        customer_id = customer.id
    rate = Customers(database).card(customer_id, today=TODAY).services[0].opt_out_rate
    expected = share_lost(30, 3_000, 30)
    assert (rate.opt_outs, rate.contact_days) == (30, 3_000)
    assert (rate.low, rate.percent, rate.high) == pytest.approx(
        (100 * expected.low, 100 * expected.estimate, 100 * expected.high)
    )


def test_that_too_few_days_give_no_rate(database: Database) -> None:
    with database.write() as session:
        customer = add_customer(session)
        add_traffic(session, add_service(session, customer), days=29, opt_outs=1)
        customer_id = customer.id
    rate = Customers(database).card(customer_id, today=TODAY).services[0].opt_out_rate
    assert (rate.percent, rate.opt_outs) == (None, 29)


def test_that_messages_per_day_are_those_of_the_last_week(database: Database) -> None:
    with database.write() as session:
        customer = add_customer(session)
        add_traffic(session, add_service(session, customer), days=10, opt_outs=0)
        customer_id = customer.id
    band = Customers(database).card(customer_id, today=TODAY).services[0]
    assert band.messages_per_day == pytest.approx(2.0)
    assert len(band.active_days) == 10


def test_that_an_unknown_customer_is_not_found(database: Database) -> None:
    with pytest.raises(NotFoundError):
        Customers(database).card(99, today=TODAY)


def test_that_the_list_counts_over_all_services(database: Database) -> None:
    with database.write() as session:
        customer = add_customer(session)
        add_service(session, customer, number="D1", active=12, incomplete=3)
        add_service(session, customer, number="D2", active=1, status=SimStatus.BLOCKED)
        add_customer(session, "Bäckerei Hollerbach", "K2")
    lines = Customers(database).lines()
    assert [
        (line.customer_no, line.services, line.blocked_services, line.active) for line in lines
    ] == [
        ("K1", 2, 1, 13),
        ("K2", 0, 0, 0),
    ]
    assert [line.customer_no for line in Customers(database).lines("backerei")] == ["K2"]


def test_that_the_last_opened_customer_comes_first(database: Database) -> None:
    with database.write() as session:
        first, second = add_customer(session).id, add_customer(session, "Radio", "K2").id
    customers = Customers(database)
    moments = iter([NOON, NOON + timedelta(minutes=1), NOON + timedelta(minutes=2)])
    database.clock = lambda: next(moments)
    for customer_id in (first, second, first):
        customers.note_visit(customer_id, AGENT)
    assert [visit.customer_id for visit in customers.last_visits(AGENT)] == [first, second]
    assert customers.last_visits("somebody else") == ()


def test_that_one_note_is_pinned_at_a_time(database: Database) -> None:
    with database.write() as session:
        customer_id = add_customer(session).id
    notes = Notes(database)
    first = notes.add(customer_id, "Im SMS-Text immer Sie.", AGENT)
    second = notes.add(customer_id, "Rechnung an die Zentrale.", AGENT)
    notes.pin(first.id, AGENT, pinned=True)
    notes.pin(second.id, AGENT, pinned=True)
    assert [note.text for note in notes.of_customer(customer_id) if note.pinned] == [second.text]


def test_that_a_note_emptied_while_typing_goes_away(database: Database) -> None:
    with database.write() as session:
        customer_id = add_customer(session).id
    notes = Notes(database)
    note = notes.add(customer_id, "Ruft wie", AGENT)
    assert notes.change(note.id, "Ruft wieder an", AGENT).text == "Ruft wieder an"
    notes.change(note.id, "  ", AGENT)
    assert notes.of_customer(customer_id) == ()
    with pytest.raises(NotFoundError):
        notes.change(note.id, "zu spät", AGENT)


def test_that_a_service_tells_what_its_sms_say(database: Database) -> None:
    with database.write() as session:
        service = add_service(session, add_customer(session))
        service_id, customer_id = service.id, service.customer_id
    facts = Customers(database).service(service_id)
    assert (facts.customer_id, facts.name) == (customer_id, "News D1")
    assert (facts.start_keyword, facts.stop_keyword) == ("Start", "Stop")
    assert facts.sender_number == "+436998885393"
    with pytest.raises(NotFoundError):
        Customers(database).service(service_id + 1)
