"""Block, warn, calm, retire, and take a block back; on both engines."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from desktop.errors import (
    ConflictError,
    CorrectionTooLateError,
    InvalidValueError,
    NotFoundError,
    NumberInUseError,
    SupervisorNeededError,
    TransitionError,
)
from desktop.models.records.sims import SimMeaning
from desktop.models.sim import SimStep
from desktop.models.states import SimStage, SimStatus
from desktop.models.tables import AuditEntry, NewsletterService
from desktop.services.bundle import Services
from desktop.services.sims.entering import NumberAct
from desktop.services.storage.database import Database
from tests.support.house import AGENT, COLLEAGUE, SUPERVISOR, Clock, House, build_house
from tests.support.numbers import NOON, add_sim, days_ago

ACT = NumberAct(AGENT, "Users complained")


@pytest.fixture
def house(database: Database) -> House:
    return build_house(database)


def name_supervisor(services: Services) -> None:
    settings = services.settings.load().sims
    services.settings.save("sims", replace(settings, supervisors=f"{SUPERVISOR}, X"), AGENT)


def test_that_a_block_says_when_why_by_whom_and_from_where(
    services: Services, house: House
) -> None:
    at = NOON - timedelta(hours=3)
    outcome = services.sim_changes.block(house.number, ACT, at)

    assert outcome.service_ids == (house.service,)
    card = services.sims.card(house.sim)
    assert (card.row.status, card.row.status_since) == (SimStatus.BLOCKED, at)
    assert card.row.meaning is SimMeaning.BLOCKED_OPEN
    newest = card.history[0]
    assert (newest.status, newest.step, newest.at) == (SimStatus.BLOCKED, SimStep.BLOCK, at)
    assert (newest.actor, newest.reason, newest.source) == (AGENT, ACT.reason, "agent")


def test_that_a_block_flags_every_service_on_the_number_at_once(
    services: Services, database: Database, house: House
) -> None:
    with database.write() as session:
        twin = add_sim(session, "6500000099", SimStatus.ACTIVE, days_ago(9))
        twin.msisdn = house.number
        service = session.scalars(
            select(NewsletterService).where(NewsletterService.id == house.other_service)
        ).one()
        services_card = session.get_one(type(twin), house.other_sim)
        services_card.msisdn = house.number
    outcome = services.sim_changes.block(house.number, ACT)

    assert outcome.service_ids == (house.service, house.other_service)
    with database.read() as session:
        flags = session.execute(select(NewsletterService.sim_status).order_by(NewsletterService.id))
        assert [row.sim_status for row in flags] == [SimStatus.BLOCKED, SimStatus.BLOCKED]
    assert service.id == house.other_service


@pytest.mark.parametrize("ahead", [timedelta(minutes=1), timedelta(days=-201)])
def test_that_a_block_lies_neither_in_the_future_nor_before_what_is_known(
    services: Services, house: House, ahead: timedelta
) -> None:
    with pytest.raises(InvalidValueError):
        services.sim_changes.block(house.number, ACT, NOON + ahead)
    assert services.sims.card(house.sim).row.status is SimStatus.ACTIVE


def test_that_no_change_is_made_without_a_reason(services: Services, house: House) -> None:
    empty = NumberAct(AGENT, "  ")
    for act in (
        lambda: services.sim_changes.block(house.number, empty),
        lambda: services.sim_changes.warn(house.number, empty),
        lambda: services.sim_changes.retire(house.sim, empty),
        lambda: services.sim_changes.correct_block(house.sim, empty),
    ):
        with pytest.raises(InvalidValueError):
            act()


def test_that_a_number_nobody_has_is_not_blocked(services: Services, house: House) -> None:
    with pytest.raises(NotFoundError):
        services.sim_changes.block("+436500009999", ACT)
    assert house.number


def test_that_what_is_blocked_is_not_blocked_again(services: Services, house: House) -> None:
    services.sim_changes.block(house.number, ACT)
    with pytest.raises(TransitionError):
        services.sim_changes.block(house.number, ACT)


def test_that_a_warning_comes_and_goes(services: Services, house: House, clock: Clock) -> None:
    services.sim_changes.warn(house.number, ACT)
    clock.goes_on(hours=1)
    services.sim_changes.calm(house.number, ACT)

    steps = [entry.step for entry in services.sims.card(house.sim).history if entry.step]
    assert steps == [SimStep.CALM, SimStep.WARN]
    with pytest.raises(TransitionError):
        services.sim_changes.calm(house.number, ACT)


def test_that_a_colleagues_change_is_not_overwritten(services: Services, house: House) -> None:
    seen = services.sims.card(house.sim).row.revision
    services.sim_changes.warn(house.number, NumberAct(COLLEAGUE, "Quality is low"))

    with pytest.raises(ConflictError):
        services.sim_changes.block(
            house.number, NumberAct(AGENT, "Complaints", expected={house.sim: seen})
        )
    assert services.sims.card(house.sim).row.status is SimStatus.WARNED


@pytest.mark.parametrize("warned", [True, False])
def test_that_a_supervisor_takes_a_wrong_block_back_within_a_day(
    services: Services, house: House, clock: Clock, *, warned: bool
) -> None:
    name_supervisor(services)
    if warned:
        services.sim_changes.warn(house.number, ACT)
        clock.goes_on(hours=1)
    services.sim_changes.block(house.number, ACT)
    until = services.sims.card(house.sim).correctable_until
    clock.goes_on(hours=24)

    act = NumberAct(SUPERVISOR.upper(), "Wrong number picked")
    back = services.sim_changes.correct_block(house.sim, act)

    assert until == clock.now
    assert back is (SimStatus.WARNED if warned else SimStatus.ACTIVE)
    card = services.sims.card(house.sim)
    assert card.row.status is back
    assert card.history[0].step is SimStep.CORRECT


def test_that_a_block_that_happened_earlier_is_corrected_from_when_it_was_entered(
    services: Services, house: House, clock: Clock
) -> None:
    name_supervisor(services)
    services.sim_changes.block(house.number, ACT, NOON - timedelta(days=3))
    clock.goes_on(hours=23)

    services.sim_changes.correct_block(house.sim, NumberAct(SUPERVISOR, "Wrong number"))


def test_that_after_a_day_nobody_takes_a_block_back(
    services: Services, house: House, clock: Clock
) -> None:
    name_supervisor(services)
    services.sim_changes.block(house.number, ACT)
    clock.goes_on(hours=24, seconds=1)

    assert services.sims.card(house.sim).correctable_until is None
    with pytest.raises(CorrectionTooLateError):
        services.sim_changes.correct_block(house.sim, NumberAct(SUPERVISOR, "Wrong number"))
    assert services.sims.card(house.sim).row.status is SimStatus.BLOCKED


def test_that_only_a_supervisor_takes_a_block_back(services: Services, house: House) -> None:
    name_supervisor(services)
    services.sim_changes.block(house.number, ACT)
    with pytest.raises(SupervisorNeededError):
        services.sim_changes.correct_block(house.sim, NumberAct(AGENT, "Wrong number"))


def test_that_a_replaced_number_does_not_come_back(services: Services, house: House) -> None:
    name_supervisor(services)
    services.sim_changes.block(house.number, ACT)
    services.sim_assigning.assign(house.stock[0], house.service, ACT)

    with pytest.raises(TransitionError):
        services.sim_changes.correct_block(house.sim, NumberAct(SUPERVISOR, "Wrong number"))
    assert services.sims.card(house.sim).row.meaning is SimMeaning.BLOCKED_REPLACED


def test_that_a_blocked_card_is_replaced_before_it_is_retired(
    services: Services, house: House
) -> None:
    services.sim_changes.block(house.number, ACT)
    with pytest.raises(NumberInUseError):
        services.sim_changes.retire(house.sim, ACT)

    services.sim_assigning.assign(house.stock[0], house.service, ACT)
    services.sim_changes.retire(house.sim, ACT)
    assert services.sims.card(house.sim).row.status is SimStatus.RETIRED


def test_that_retiring_an_active_card_leaves_its_service_without_a_number(
    services: Services, database: Database, house: House
) -> None:
    services.sim_changes.retire(house.sim, ACT)

    with database.read() as session:
        assert session.get_one(NewsletterService, house.service).sender_number is None
    spans = services.sims.card(house.sim).spans
    assert [(span.number, span.until_at) for span in spans] == [(house.number, NOON)]


def test_that_a_reserved_card_is_freed_before_it_is_retired(
    services: Services, house: House
) -> None:
    services.sim_assigning.reserve(house.stock[0], house.service, ACT)
    with pytest.raises(TransitionError):
        services.sim_changes.retire(house.stock[0], ACT)
    services.sim_assigning.free(house.stock[0], ACT)
    services.sim_changes.retire(house.stock[0], ACT)
    assert services.sims.list(SimStage.RETIRED).total == 4


def test_that_each_change_stands_in_the_audit_log(
    services: Services, database: Database, house: House
) -> None:
    services.sim_changes.block(house.number, ACT)
    with database.read() as session:
        entry = session.scalars(select(AuditEntry).order_by(AuditEntry.id.desc())).first()
        assert entry is not None
        assert (entry.act, entry.actor) == ("number_blocked", AGENT)
        assert entry.payload == {
            "sims": [house.sim],
            "services": [house.service],
            "reason": ACT.reason,
        }


def test_that_what_got_worse_is_told_once(services: Services, house: House) -> None:
    before = services.sims.last_event()
    services.sim_changes.warn(house.number, ACT)
    newest = services.sims.last_event()
    services.sim_changes.block(services.sims.card(house.other_sim).row.msisdn, ACT)
    (worse,) = services.sims.worsenings(before, newest)

    assert (worse.sim_id, worse.status, worse.service) == (
        house.sim, SimStatus.WARNED, "Werkstatt",
    )  # fmt: skip
    (next_one,) = services.sims.worsenings(newest, services.sims.last_event())
    assert next_one.sim_id == house.other_sim


def test_that_a_calmed_number_is_no_worsening(
    services: Services, house: House, clock: Clock
) -> None:
    services.sim_changes.warn(house.number, ACT)
    clock.goes_on(hours=1)
    before = services.sims.last_event()
    services.sim_changes.calm(house.number, ACT)
    assert services.sims.worsenings(before, services.sims.last_event()) == ()
