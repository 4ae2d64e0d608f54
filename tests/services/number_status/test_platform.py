"""The numbers of the Business Platform in the books; on both engines."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import select

from desktop.errors import SecretMissingError
from desktop.models.records.conflicts import ConflictDecision, ConflictMatter
from desktop.models.records.platform import SourceFailure
from desktop.models.settings import PlatformSettings
from desktop.models.states import NumberKind, SimStage, SimStatus
from desktop.models.tables.base import Base
from desktop.services.bundle import Services, build_services
from desktop.services.number_status.failures import (
    SourceRefusedError,
)
from desktop.services.sims.entering import NumberAct
from desktop.services.storage.database import Database
from desktop.services.storage.secrets import SERVICE, Secrets
from tests.support.drawer import Drawer
from tests.support.graph import GraphServer, error, number, page
from tests.support.house import AGENT, Clock, House, build_house

ACT = NumberAct(AGENT, "Replaces a blocked card")


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def database(migrated_url: str, clock: Clock) -> Iterator[Database]:
    opened = Database(migrated_url, clock=clock)
    yield opened
    opened.close()


@pytest.fixture
def house(database: Database) -> House:
    return build_house(database, stock=0)


@pytest.fixture
def services(database: Database) -> Services:
    return build_services(database)


def watch(services: Services, server: GraphServer) -> None:
    settings = PlatformSettings(account_id="104996122399160", address=server.url)
    services.settings.save("platform", settings, AGENT)
    services.platform.give_token("secret")


def platform_sim(services: Services) -> int:
    rows = services.sims.list().rows
    return next(row.sim_id for row in rows if row.kind is NumberKind.PLATFORM)


def test_that_a_number_of_the_platform_comes_into_the_books_with_its_words(
    services: Services, house: House
) -> None:
    with GraphServer((200, page(number(status="A_NEW_WORD")))) as server:
        watch(services, server)
        assert services.platform.ask_when_due()

    card = services.sims.card(platform_sim(services))
    assert (card.row.iccid, card.row.stage) == ("", SimStage.IN_STOCK)
    assert card.platform is not None
    assert (card.platform.status, card.platform.messaging_limit) == ("A_NEW_WORD", "TIER_2K")
    assert services.platform.state().failure is None
    assert services.sims.stock(1).free == 0
    assert house.stock == ()


def test_that_a_number_in_use_follows_the_platform(
    services: Services, house: House, clock: Clock
) -> None:
    answers = [number(), number(quality_rating="RED"), number(), number(status="BANNED")]
    with GraphServer(*((200, page(answer)) for answer in answers)) as server:
        watch(services, server)
        services.platform.ask()
        sim = platform_sim(services)
        services.sim_changes.block(house.number, ACT)
        services.sim_assigning.assign(sim, house.service, ACT)
        seen = []
        for _ in range(3):
            clock.goes_on(minutes=10)
            services.platform.ask()
            seen.append(services.sims.card(sim).row.status)

    assert seen == [SimStatus.WARNED, SimStatus.ACTIVE, SimStatus.BLOCKED]
    newest = services.sims.card(sim).history[0]
    assert (newest.source, newest.reason) == ("graph", "BANNED, quality GREEN")


def test_that_a_ban_that_is_lifted_is_decided_by_a_person(
    services: Services, house: House, clock: Clock
) -> None:
    with GraphServer((200, page(number()))) as server:
        watch(services, server)
        services.platform.ask()
        sim = platform_sim(services)
        services.sim_changes.block(house.number, ACT)
        services.sim_assigning.assign(sim, house.service, ACT)
        server.answers = [(200, page(number(status="BANNED"))), (200, page(number()))]
        for _ in range(3):
            clock.goes_on(minutes=10)
            services.platform.ask()

    (conflict,) = services.conflicts.waiting()
    assert (conflict.matter, conflict.source) == (ConflictMatter.NOT_BACK, "graph")
    assert services.sims.card(sim).row.status is SimStatus.BLOCKED
    services.conflicts.decide(conflict.id, ConflictDecision.KEEP, ACT)
    assert services.conflicts.waiting() == ()


def test_that_a_sim_with_the_same_number_is_left_alone(services: Services, house: House) -> None:
    with GraphServer((200, page(number(house.number, status="BANNED")))) as server:
        watch(services, server)
        services.platform.ask()

    assert services.sims.card(house.sim).row.status is SimStatus.ACTIVE


@pytest.mark.parametrize(
    ("status", "told", "failure", "pause_minutes"),
    [
        (401, error(190), SourceFailure.REFUSED, 10),
        (400, error(80007), SourceFailure.BUSY, 60),
        (200, b"?", SourceFailure.NOT_UNDERSTOOD, 10),
    ],
)
def test_that_a_failure_is_kept_and_the_platform_left_alone_for_a_while(
    services: Services,
    clock: Clock,
    status: int,
    told: object,
    failure: SourceFailure,
    pause_minutes: int,
) -> None:
    with GraphServer((status, told)) as server:
        watch(services, server)
        assert services.platform.ask_when_due()
        assert services.platform.state().failure is failure
        clock.goes_on(minutes=pause_minutes - 1)
        assert not services.platform.ask_when_due()
        clock.goes_on(minutes=1)
        server.answers = [(200, page(number()))]
        assert services.platform.ask_when_due()

    state = services.platform.state()
    assert (state.failure, state.answered_at) == (None, clock.now)


def test_that_of_two_desks_only_one_asks(services: Services, database: Database) -> None:
    with GraphServer((200, page())) as server:
        watch(services, server)
        other = build_services(database)
        assert services.platform.ask_when_due()
        assert not other.platform.ask_when_due()
    assert len(server.asked) == 1


def test_that_the_token_lies_in_the_keyring_alone(database: Database) -> None:
    drawer = Drawer()
    services = build_services(database, Secrets(drawer))
    with GraphServer((200, page(number()))) as server:
        watch(services, server)
        services.platform.ask()

    assert drawer.kept == {(SERVICE, "graph:104996122399160"): "secret"}
    with database.read() as session:
        for table in Base.metadata.sorted_tables:
            assert "secret" not in str(session.execute(select(table)).all())


def test_that_without_an_account_nobody_is_asked(services: Services) -> None:
    assert not services.platform.ask_when_due()
    assert not services.platform.state().wanted


def test_that_a_missing_token_is_told(services: Services) -> None:
    services.settings.save("platform", PlatformSettings(account_id="7"), AGENT)
    assert services.platform.ask_when_due()
    assert services.platform.state().failure is SourceFailure.NO_TOKEN
    with pytest.raises(SecretMissingError):
        services.platform.ask()


def test_that_a_failure_reaches_whoever_asks_by_hand(services: Services) -> None:
    with GraphServer((401, error(190))) as server:
        watch(services, server)
        with pytest.raises(SourceRefusedError):
            services.platform.ask()
