"""Reserve and assign: a number gets to a service once; on both engines."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from sqlalchemy import func, select

from desktop.errors import (
    ConflictError,
    DeskError,
    NotFoundError,
    NumberInUseError,
    SimTakenError,
    TransitionError,
)
from desktop.models.records.sims import SimMeaning
from desktop.models.states import ContactState, SimStage
from desktop.models.tables import Contact, NewsletterService, ServiceCount, SimAssignment
from desktop.services.bundle import Services
from desktop.services.sims.assigning import SimAssigning
from desktop.services.sims.entering import NumberAct
from desktop.services.storage.database import Database
from tests.support.house import AGENT, COLLEAGUE, Clock, House, build_house
from tests.support.numbers import NOON

ACT = NumberAct(AGENT, "Number was blocked")


@pytest.fixture
def house(database: Database) -> House:
    return build_house(database)


def block_both(services: Services, house: House) -> None:
    for sim in (house.sim, house.other_sim):
        services.sim_changes.block(services.sims.card(sim).row.msisdn, ACT)


def test_that_a_replacement_makes_active_contacts_register_again(
    services: Services, database: Database, house: House
) -> None:
    services.sim_changes.block(house.number, ACT)
    assigned = services.sim_assigning.assign(house.stock[0], house.service, ACT)

    assert (assigned.pending, assigned.former_number) == (house.contacts, house.number)
    with database.read() as session:
        states = set(session.scalars(select(Contact.state)))
        assert states == {ContactState.RE_REGISTRATION_PENDING}
        service = session.get_one(NewsletterService, house.service)
        assert (service.sender_number, service.number_since) == (assigned.number, NOON)
        rows = session.execute(
            select(ServiceCount.state, ServiceCount.contacts).where(
                ServiceCount.service_id == house.service
            )
        )
        counts = {state: contacts for state, contacts in rows}  # noqa: C416 - typed rows
    assert counts[ContactState.ACTIVE] == 0
    assert counts[ContactState.RE_REGISTRATION_PENDING] == house.contacts
    after = services.sims.card(house.sim).replacement
    assert after is not None
    assert (after.number, after.from_at) == (assigned.number, NOON)


def test_that_a_service_on_a_working_number_gets_no_other(services: Services, house: House) -> None:
    with pytest.raises(NumberInUseError):
        services.sim_assigning.assign(house.stock[0], house.service, ACT)
    assert services.sims.card(house.stock[0]).row.stage is SimStage.IN_STOCK


def test_that_a_reserved_card_goes_to_its_service_only(services: Services, house: House) -> None:
    block_both(services, house)
    services.sim_assigning.reserve(house.stock[0], house.service, NumberAct(COLLEAGUE))

    row = services.sims.card(house.stock[0]).row
    assert (row.stage, row.meaning) == (SimStage.RESERVED, SimMeaning.RESERVED)
    assert (row.service_name, row.reserved_by) == ("Werkstatt", COLLEAGUE)
    with pytest.raises(SimTakenError) as caught:
        services.sim_assigning.assign(house.stock[0], house.other_service, ACT)
    assert (caught.value.by, caught.value.service) == (COLLEAGUE, "Werkstatt")
    services.sim_assigning.assign(house.stock[0], house.service, ACT)
    assert services.sims.card(house.stock[0]).row.meaning is SimMeaning.SENDS


def test_that_reserved_cards_are_no_free_stock(services: Services, house: House) -> None:
    services.sim_assigning.reserve(house.stock[0], house.service, ACT)

    stock = services.sims.stock(2)
    assert (stock.free, stock.reserved, stock.low) == (1, 1, True)
    assert [row.sim_id for row in services.sims.free(house.service)] == list(house.stock)
    assert [row.sim_id for row in services.sims.free(house.other_service)] == [house.stock[1]]


def test_that_a_reservation_can_be_given_up(services: Services, house: House) -> None:
    services.sim_assigning.reserve(house.stock[0], house.service, ACT)
    services.sim_assigning.free(house.stock[0], ACT)

    assert services.sims.card(house.stock[0]).row.stage is SimStage.IN_STOCK
    with pytest.raises(TransitionError):
        services.sim_assigning.free(house.stock[0], ACT)


def test_that_two_reservations_in_one_moment_stay_two_events(
    services: Services, house: House
) -> None:
    for _ in range(2):
        services.sim_assigning.reserve(house.stock[0], house.service, ACT)
        services.sim_assigning.free(house.stock[0], ACT)

    assert len(services.sims.card(house.stock[0]).history) == 4


def test_that_a_card_that_was_seen_otherwise_is_not_assigned(
    services: Services, house: House
) -> None:
    block_both(services, house)
    row = services.sims.card(house.stock[0]).row
    services.sim_assigning.reserve(row.sim_id, house.service, ACT)
    services.sim_assigning.free(row.sim_id, ACT)

    act = NumberAct(AGENT, expected={row.sim_id: row.revision})
    with pytest.raises(ConflictError):
        services.sim_assigning.assign(row.sim_id, house.service, act)


@pytest.mark.parametrize("missing", ["sim", "service"])
def test_that_what_is_not_there_is_not_assigned(
    services: Services, house: House, missing: str
) -> None:
    sim = 999 if missing == "sim" else house.stock[0]
    service = 999 if missing == "service" else house.service
    with pytest.raises(NotFoundError):
        services.sim_assigning.assign(sim, service, ACT)


def test_that_a_retired_card_is_not_assigned(services: Services, house: House) -> None:
    block_both(services, house)
    services.sim_changes.retire(house.stock[0], ACT)
    with pytest.raises(TransitionError):
        services.sim_assigning.assign(house.stock[0], house.service, ACT)


# ------------------------------------------------------------- two agents at the same moment

_PATIENCE_S = 240
"""A busy machine starts programs slowly; that is no defect."""

_AGENT_PROGRAM = """
import json, sys
from desktop.errors import DeskError
from desktop.services.sims.assigning import SimAssigning
from desktop.services.sims.entering import NumberAct
from desktop.services.storage.database import Database

url, sim, service, name = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), sys.argv[4]
database = Database(url)
database.versions()
print("ready", flush=True)
sys.stdin.readline()
try:
    SimAssigning(database).assign(sim, service, NumberAct(name, "Number was blocked"))
    told = {"got": True}
except DeskError as error:
    told = {"got": False, "kind": type(error).__name__, "by": getattr(error, "by", "")}
print(json.dumps(told), flush=True)
database.close()
"""


def _agents(url: str, wishes: list[tuple[int, int, str]]) -> list[dict[str, object]]:
    """Let agents in processes of their own assign at the same moment; return what each heard."""
    running = [
        subprocess.Popen(
            [sys.executable, "-c", _AGENT_PROGRAM, url, str(sim), str(service), name],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for sim, service, name in wishes
    ]
    try:
        for one in running:
            assert one.stdout is not None
            assert one.stdout.readline().strip() == "ready"
        for one in running:
            assert one.stdin is not None
            one.stdin.write("go\n")
            one.stdin.flush()
        answers = [json.loads(one.communicate(timeout=_PATIENCE_S)[0]) for one in running]
    finally:
        for one in running:
            one.kill()
            one.communicate()
    return answers


def test_that_of_two_agents_who_assign_the_last_card_one_gets_it_and_one_is_told(
    services: Services, database: Database, migrated_url: str, house: House
) -> None:
    block_both(services, house)
    services.sim_changes.retire(house.stock[1], ACT)
    card = house.stock[0]

    heard = _agents(
        migrated_url, [(card, house.service, AGENT), (card, house.other_service, COLLEAGUE)]
    )

    winners = [answer for answer in heard if answer["got"]]
    losers = [answer for answer in heard if not answer["got"]]
    assert len(winners) == 1
    winner = (AGENT, COLLEAGUE)[heard.index(winners[0])]
    assert losers == [{"got": False, "kind": "SimTakenError", "by": winner}]
    assert _open_spans(database, SimAssignment.sim_id == card) == 1


def test_that_of_two_agents_who_replace_one_number_one_does_and_one_is_told(
    services: Services, database: Database, migrated_url: str, house: House
) -> None:
    block_both(services, house)

    heard = _agents(
        migrated_url,
        [(house.stock[0], house.service, AGENT), (house.stock[1], house.service, COLLEAGUE)],
    )

    assert sorted(str(answer.get("kind")) for answer in heard) == ["None", "NumberInUseError"]
    assert _open_spans(database, SimAssignment.service_id == house.service) == 1
    assert services.sims.stock().free == 1


_ROUNDS = 8


@pytest.mark.parametrize("act", ["assign", "reserve"])
def test_that_however_often_two_agents_want_one_card_at_once_exactly_one_gets_it(
    services: Services, database: Database, migrated_url: str, clock: Clock, act: str
) -> None:
    house = build_house(database, stock=_ROUNDS)
    wishes = ((house.service, AGENT), (house.other_service, COLLEAGUE))
    for card in house.stock:
        _block_what_works(services)
        clock.goes_on(minutes=1)
        at_once = Barrier(len(wishes))
        with ThreadPoolExecutor(len(wishes)) as pool:
            running = [
                pool.submit(_wants, Database(migrated_url, clock=clock), act, card, wish, at_once)
                for wish in wishes
            ]
            heard = [one.result() for one in running]

        assert sorted(heard) == [SimTakenError.__name__, "got it"]
        winner = wishes[heard.index("got it")][0]
        assert services.sims.card(card).row.service_id == winner
        assert _open_spans(database, SimAssignment.sim_id == card) == (act == "assign")


def _block_what_works(services: Services) -> None:
    for row in services.sims.list(SimStage.ACTIVE).rows:
        services.sim_changes.block(row.msisdn, ACT)


def _wants(desk: Database, act: str, card: int, wish: tuple[int, str], at_once: Barrier) -> str:
    """Take a card at the moment at which all do; return what is heard."""
    service, agent = wish
    try:
        desk.versions()
        assigning = SimAssigning(desk)
        take = assigning.assign if act == "assign" else assigning.reserve
        at_once.wait(_PATIENCE_S)
        take(card, service, NumberAct(agent, "Number was blocked"))
    except DeskError as error:
        return type(error).__name__
    finally:
        desk.close()
    return "got it"


def _open_spans(database: Database, condition: object) -> int:
    with database.read() as session:
        counted: Callable[..., int | None] = session.scalar
        return (
            counted(
                select(func.count())
                .select_from(SimAssignment)
                .where(SimAssignment.until_at.is_(None), condition)  # type: ignore[arg-type] # SQL
            )
            or 0
        )
