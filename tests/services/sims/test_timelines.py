"""What happened to cards, numbers and services; on both engines."""

from __future__ import annotations

from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest

from desktop.models.sim import SimStep
from desktop.models.states import SimStatus
from desktop.models.tables import NewsletterService
from desktop.services.bundle import Services
from desktop.services.sims.entering import NumberAct
from desktop.services.sims.health import opt_outs_of
from desktop.services.storage.database import Database
from tests.support.house import AGENT, Clock, House, build_house
from tests.support.numbers import NOON, add_days

VIENNA = ZoneInfo("Europe/Vienna")
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

    now, before = services.sims.service_spans(house.service)
    assert (now.number, now.from_at, now.until_at) == (new, clock.now, None)
    assert (before.number, before.until_at) == (house.number, clock.now)
    assert (before.blocked_at, before.status) == (NOON, SimStatus.BLOCKED)


def test_that_a_day_names_every_number_that_was_used_on_it(
    services: Services, house: House, clock: Clock
) -> None:
    new = replace_number(services, house, clock)
    changed = clock.now.astimezone(VIENNA).date()

    def numbers_on(day: date) -> list[str]:
        spans = services.sims.service_numbers_on(house.service, day, VIENNA)
        return [span.number for span in spans]

    assert numbers_on(changed - timedelta(days=1)) == [house.number]
    assert numbers_on(changed) == [house.number, new]
    assert numbers_on(changed + timedelta(days=1)) == [new]
    assert numbers_on(changed - timedelta(days=500)) == []
    assert services.sims.service_number_at(house.service, NOON) == house.number


def test_that_a_numbers_history_holds_that_of_every_card_that_carried_it(
    services: Services, house: House, clock: Clock
) -> None:
    replace_number(services, house, clock)
    services.sim_changes.retire(house.sim, ACT)
    clock.goes_on(days=1)
    services.sim_stocking.add(f"8943010000000000019;{house.number}", ACT)

    steps = [entry.step for entry in services.sims.number_history(house.number) if entry.step]
    assert steps == [SimStep.ADD, SimStep.RETIRE, SimStep.BLOCK]


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
