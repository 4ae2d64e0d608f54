"""What the desk tells about SIM cards."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy.orm import Session

from desktop.errors import NotFoundError
from desktop.models.records.sims import SimHistoryKind, SimMeaning
from desktop.models.states import ContactState, SimStage, SimStatus
from desktop.models.tables import ServiceCount, SimEvent
from desktop.services.sims.listing import Sims
from desktop.services.storage.database import Database
from tests.support.numbers import NOON, add_service, add_sim, days_ago, use_sim


@pytest.fixture
def database(migrated_url: str) -> Iterator[Database]:
    opened = Database(migrated_url)
    yield opened
    opened.close()


def one_card_of_each_kind(session: Session) -> None:
    """Add them in an order that is not the one of the list."""
    add_sim(session, "6500000006", SimStatus.RETIRED)
    add_sim(session, "6500000004", SimStatus.IN_STOCK)
    replaced = add_sim(session, "6500000005", SimStatus.BLOCKED)
    active = add_sim(session, "6500000003", SimStatus.ACTIVE)
    angebote = add_service(session, "Angebote")
    use_sim(session, replaced, angebote, days_ago(90), days_ago(5))
    use_sim(session, active, angebote, days_ago(5))
    use_sim(
        session, add_sim(session, "6500000002", SimStatus.WARNED), add_service(session, "B"), None
    )
    use_sim(
        session, add_sim(session, "6500000001", SimStatus.BLOCKED), add_service(session, "A"), None
    )


def test_that_cards_which_need_attention_come_first(database: Database) -> None:
    with database.write() as session:
        one_card_of_each_kind(session)

    rows = Sims(database).list().rows

    assert [row.msisdn[-1] for row in rows] == ["1", "2", "3", "4", "5", "6"]
    assert [row.needs_attention for row in rows] == [True, True, False, False, False, False]
    assert [row.meaning for row in rows] == [
        SimMeaning.BLOCKED_OPEN,
        SimMeaning.WARNED,
        SimMeaning.SENDS,
        SimMeaning.FREE,
        SimMeaning.BLOCKED_REPLACED,
        SimMeaning.OUT_OF_USE,
    ]


def test_that_within_a_kind_the_newest_change_comes_first(database: Database) -> None:
    with database.write() as session:
        add_sim(session, "6500000001", SimStatus.WARNED, days_ago(3))
        add_sim(session, "6500000002", SimStatus.WARNED, days_ago(1))

    rows = Sims(database).list().rows

    assert [row.status_since for row in rows] == [days_ago(1), days_ago(3)]


def test_that_a_filter_narrows_the_rows_and_not_the_counts(database: Database) -> None:
    with database.write() as session:
        one_card_of_each_kind(session)

    found = Sims(database).list(SimStage.BLOCKED)

    assert [row.msisdn[-1] for row in found.rows] == ["1", "5"]
    assert found.total == 6
    assert found.counts == {
        SimStage.IN_STOCK: 1,
        SimStage.RESERVED: 0,
        SimStage.ACTIVE: 1,
        SimStage.WARNED: 1,
        SimStage.BLOCKED: 2,
        SimStage.RETIRED: 1,
    }


def test_that_an_empty_database_counts_zeros(database: Database) -> None:
    found = Sims(database).list()

    assert found.rows == ()
    assert set(found.counts) == set(SimStage)
    assert found.total == 0


@pytest.mark.parametrize(("minimum", "low"), [(2, False), (3, True)])
def test_that_stock_below_its_minimum_is_low(database: Database, minimum: int, low: bool) -> None:
    with database.write() as session:
        add_sim(session, "6500000001", SimStatus.IN_STOCK)
        add_sim(session, "6500000002", SimStatus.IN_STOCK)
        add_sim(session, "6500000003", SimStatus.ACTIVE)

    stock = Sims(database).stock(minimum)

    assert (stock.free, stock.low) == (2, low)


def test_that_a_card_without_a_service_says_so(database: Database) -> None:
    with database.write() as session:
        add_sim(session, "6500000001", SimStatus.ACTIVE)
        add_sim(session, "6500000002", SimStatus.BLOCKED)

    rows = Sims(database).list().rows

    assert [row.meaning for row in rows] == [SimMeaning.UNASSIGNED, SimMeaning.BLOCKED_UNUSED]
    assert {(row.service_id, row.customer_id, row.in_use) for row in rows} == {(None, None, False)}


def test_that_a_card_in_use_names_its_service_and_its_active_contacts(database: Database) -> None:
    with database.write() as session:
        service = add_service(session, "Werkstatt")
        sim = add_sim(session, "6500000001", SimStatus.BLOCKED, days_ago(3))
        use_sim(session, sim, service, days_ago(280))
        session.add(ServiceCount(service_id=service.id, state=ContactState.ACTIVE, contacts=486))
        session.add(ServiceCount(service_id=service.id, state=ContactState.INCOMPLETE, contacts=7))
        service_id, customer_id, sim_id = service.id, service.customer_id, sim.id

    card = Sims(database).card(sim_id)

    assert card.active_contacts == 486
    assert (card.row.service_id, card.row.customer_id) == (service_id, customer_id)
    assert (card.row.service_name, card.row.customer_name) == ("Werkstatt", "Customer of Werkstatt")
    assert card.row.replaced_at is None
    assert card.replacement is None


def test_that_a_replaced_card_names_the_number_that_came_after_it(database: Database) -> None:
    with database.write() as session:
        service = add_service(session, "Werkstatt")
        old = add_sim(session, "6500000001", SimStatus.BLOCKED, days_ago(6))
        new = add_sim(session, "6500000002", SimStatus.ACTIVE, days_ago(5))
        use_sim(session, old, service, days_ago(280), days_ago(5))
        use_sim(session, new, service, days_ago(5))
        session.add(ServiceCount(service_id=service.id, state=ContactState.ACTIVE, contacts=12))
        sim_id = old.id

    card = Sims(database).card(sim_id)

    assert card.row.replaced_at == days_ago(5)
    assert card.replacement is not None
    assert card.replacement.number == "+436500000002"
    assert card.active_contacts == 0


def test_that_a_card_replaced_long_ago_names_the_number_of_today_and_since_when(
    database: Database,
) -> None:
    with database.write() as session:
        service = add_service(session, "Werkstatt")
        first = add_sim(session, "6500000001", SimStatus.BLOCKED, days_ago(60))
        second = add_sim(session, "6500000002", SimStatus.BLOCKED, days_ago(31))
        third = add_sim(session, "6500000003", SimStatus.ACTIVE, days_ago(30))
        use_sim(session, first, service, days_ago(280), days_ago(59))
        use_sim(session, second, service, days_ago(59), days_ago(30))
        use_sim(session, third, service, days_ago(30))
        sim_id = first.id

    now = Sims(database).card(sim_id).replacement

    assert now is not None
    assert (now.number, now.from_at) == ("+436500000003", days_ago(30))


def test_that_the_open_span_counts_when_a_card_served_another_service_before(
    database: Database,
) -> None:
    with database.write() as session:
        sim = add_sim(session, "6500000001", SimStatus.ACTIVE)
        use_sim(session, sim, add_service(session, "Second"), days_ago(10))
        use_sim(session, sim, add_service(session, "First"), days_ago(90), days_ago(20))

    (row,) = Sims(database).list().rows

    assert (row.service_name, row.in_use) == ("Second", True)


def test_that_the_history_is_told_newest_first_with_assignments(database: Database) -> None:
    with database.write() as session:
        service = add_service(session, "Werkstatt")
        sim = add_sim(session, "6500000001", SimStatus.BLOCKED, days_ago(1))
        use_sim(session, sim, service, days_ago(280))
        for status, days, reason in (
            (SimStatus.BLOCKED, 1, "users complained"),
            (SimStatus.IN_STOCK, 300, ""),
            (SimStatus.ACTIVE, 280, ""),
        ):
            session.add(
                SimEvent(
                    sim_id=sim.id,
                    status=status,
                    at=days_ago(days),
                    service_id=service.id if status is SimStatus.BLOCKED else None,
                    reason=reason,
                )
            )
        other = add_sim(session, "6500000002", SimStatus.WARNED)
        session.add(SimEvent(sim_id=other.id, status=SimStatus.WARNED, at=NOON))
        sim_id = sim.id

    history = Sims(database).card(sim_id).history

    assert [(entry.kind, entry.status) for entry in history] == [
        (SimHistoryKind.STATUS, SimStatus.BLOCKED),
        (SimHistoryKind.STATUS, SimStatus.ACTIVE),
        (SimHistoryKind.ASSIGNED, None),
        (SimHistoryKind.STATUS, SimStatus.IN_STOCK),
    ]
    assert (history[0].reason, history[0].service_name) == ("users complained", "Werkstatt")
    assert history[2].service_name == "Werkstatt"


def test_that_a_card_that_is_gone_is_not_found(database: Database) -> None:
    with pytest.raises(NotFoundError):
        Sims(database).card(4711)
