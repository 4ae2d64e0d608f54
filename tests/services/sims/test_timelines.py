"""What happened to cards, numbers and services; on both engines."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from desktop.models.settings import SimSettings
from desktop.models.sim import SimStep
from desktop.models.states import SimStage, SimStatus
from desktop.models.tables import NewsletterService
from desktop.services.bundle import Services
from desktop.services.sims.entering import NumberAct
from desktop.services.sims.health import opt_outs_of
from desktop.services.storage.database import Database
from tests.support.house import AGENT, SUPERVISOR, Clock, House, build_house
from tests.support.numbers import NOON, add_days

ACT = NumberAct(AGENT, "Number was blocked")


@pytest.fixture
def house(database: Database) -> House:
    return build_house(database)


def replace_number(services: Services, house: House, clock: Clock) -> str:
    services.sim_changes.block(house.number, ACT)
    clock.goes_on(days=2)
    return services.sim_assigning.assign(house.stock[0], house.service, ACT).number


def test_that_the_numbers_of_a_service_are_told_newest_first(
    services: Services, house: House, clock: Clock
) -> None:
    new = replace_number(services, house, clock)

    now, before = services.sims.card(house.sim).spans
    assert (now.number, now.from_at, now.until_at) == (new, clock.now, None)
    assert (before.number, before.until_at) == (house.number, clock.now)
    assert (before.blocked_at, before.status) == (NOON, SimStatus.BLOCKED)


def test_that_a_block_that_was_taken_back_is_none_in_the_history_of_the_service(
    services: Services, house: House, clock: Clock
) -> None:
    services.settings.save("sims", SimSettings(supervisors=SUPERVISOR), AGENT)
    services.sim_changes.block(house.number, ACT)
    clock.goes_on(hours=1)
    services.sim_changes.correct_block(house.sim, NumberAct(SUPERVISOR, "Another number"))
    assert [span.blocked_at for span in services.sims.card(house.sim).spans] == [None]

    clock.goes_on(days=3)
    services.sim_changes.block(house.number, ACT)
    assert [span.blocked_at for span in services.sims.card(house.sim).spans] == [clock.now]


def test_that_a_numbers_history_holds_that_of_every_card_that_carried_it(
    services: Services, house: House, clock: Clock
) -> None:
    replace_number(services, house, clock)
    services.sim_changes.retire(house.sim, ACT)
    clock.goes_on(days=1)
    services.sim_stocking.add(f"8943010000000000019;{house.number}", ACT)

    rows = services.sims.list(SimStage.IN_STOCK).rows
    card = next(row.sim_id for row in rows if row.msisdn == house.number)

    detail = services.sims.card(card)
    old = services.sims.card(house.sim)
    assert [entry.step for entry in detail.history] == [SimStep.ADD]
    assert detail.elsewhere == old.history
    assert {entry.iccid for entry in detail.elsewhere} == {old.row.iccid}
    assert old.elsewhere == detail.history


def test_that_the_figures_tell_this_week_against_the_usual(
    services: Services, database: Database, house: House
) -> None:
    with database.write() as session:
        service = session.get_one(NewsletterService, house.service)
        add_days(session, service, 21, opt_outs=2)
        add_days(session, service, 7, opt_outs=5, first=date(2025, 1, 27))
        add_days(session, service, 2, messages=0.0, opt_outs=0, first=date(2025, 2, 3))

    health = services.sims.card(house.sim).health
    assert health is not None
    assert (health.active, health.pending) == (house.contacts, 0)
    assert health.last_message_day == date(2025, 2, 2)
    assert health.traffic_until == date(2025, 2, 4)
    assert health.opt_outs_week == 25
    assert health.opt_outs_usual == (20 + 14 + 14) / 3


def test_that_only_whole_weeks_are_usual() -> None:
    last = date(2026, 1, 20)
    by_day = {last - timedelta(days=back): 1 for back in range(16)}

    assert opt_outs_of(by_day, last - timedelta(days=15), last) == (7, 7.0)
    assert opt_outs_of(by_day, last - timedelta(days=5), last)[1] is None
