"""When contacts do not come back, and what else on numbers needs attention; on both engines."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from desktop.models.records.overview import Attention, AttentionKind
from desktop.models.settings import SimSettings
from desktop.models.states import ContactEventKind
from desktop.models.tables import Contact
from desktop.services.bundle import Services
from desktop.services.projections import NewEvent, append_event
from desktop.services.sims.entering import NumberAct
from desktop.services.storage.database import Database
from tests.support.house import AGENT, Clock, House, build_house

ACT = NumberAct(AGENT, "Number was blocked")
RULES = SimSettings(stalled_after_days=7, stalled_above_percent=50, stalled_until_days=60)


@pytest.fixture
def house(services: Services, database: Database) -> House:
    built = build_house(database, contacts=4)
    services.sim_changes.block(built.number, ACT)
    services.sim_assigning.assign(built.stock[0], built.service, ACT)
    return built


def come_back(database: Database, clock: Clock, number: str, count: int) -> None:
    with database.write() as session:
        for contact_id in session.scalars(select(Contact.id).limit(count)).all():
            event = NewEvent(
                contact_id, ContactEventKind.STARTED, clock.now, "import", number=number
            )
            append_event(session, event)


def attention(services: Services, kind: AttentionKind) -> list[Attention]:
    overview = services.overviews.of(
        AGENT,
        stock_warning=2,
        day_ends_at=services.database.clock() + timedelta(hours=5),
        numbers=RULES,
    )
    return [item for item in overview.attention if item.kind is kind]


@pytest.mark.parametrize(
    ("days", "back", "stalled"),
    [(6, 0, False), (7, 0, True), (7, 1, True), (7, 2, False), (60, 0, True), (61, 0, False)],
)
def test_that_a_registration_is_stalled_by_the_rules_of_the_settings(
    services: Services,
    database: Database,
    house: House,
    clock: Clock,
    days: int,
    back: int,
    stalled: bool,
) -> None:
    number = services.sims.card(house.stock[0]).row.msisdn
    clock.goes_on(days=1)
    come_back(database, clock, number, back)
    clock.goes_on(days=days - 1)

    found = attention(services, AttentionKind.REGISTRATION_STALLED)

    assert bool(found) is stalled
    if stalled:
        assert (found[0].service, found[0].count, found[0].limit) == ("Werkstatt", 4 - back, 4)
        assert found[0].sim_id == house.stock[0]


def test_that_reserved_cards_and_platform_numbers_are_no_stock(
    services: Services, house: House
) -> None:
    assert attention(services, AttentionKind.STOCK_LOW)[0].count == 1
    services.sim_assigning.reserve(house.stock[1], house.other_service, ACT)
    assert attention(services, AttentionKind.STOCK_LOW)[0].count == 0


def test_that_exactly_the_set_stock_is_no_warning(services: Services, house: House) -> None:
    services.sim_stocking.add("8943010000000000043;0664 0090001", ACT)
    assert house.stock
    assert attention(services, AttentionKind.STOCK_LOW) == []
    assert not services.sims.stock(2).low
