"""A code by SMS: to the stored number alone, once, for a short time, with few tries."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select, text

from desktop.errors import CodeNotPossibleError, NotFoundError, TooManyCodesError
from desktop.models.caller_check import CODE_VALID_MIN, CODES_PER_HOUR, MAX_TRIES
from desktop.models.states import SmsState
from desktop.models.tables import CallerCode, Customer
from desktop.services.caller_codes import CallerCodes
from desktop.services.sending.gateways.base import Gateway
from desktop.services.sending.gateways.simulator import Behaviour, Simulator
from desktop.services.sending.gateways.websms import WebSms, WebSmsAccount
from desktop.services.storage import audit
from desktop.services.storage.database import Database
from tests.faults import Fault, FaultServer
from tests.services.houses import AGENT, NOON, add_customer

STORED = "+436766018159"


class _Clock:
    now = NOON

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> _Clock:
    return _Clock()


@pytest.fixture
def database(migrated_url: str, clock: _Clock) -> Iterator[Database]:
    opened = Database(migrated_url, clock=clock)
    yield opened
    with opened.read() as session:
        assert audit.first_broken_entry(session) is None
    opened.close()


@pytest.fixture
def server() -> Iterator[FaultServer]:
    with FaultServer() as running:
        yield running


@pytest.fixture
def codes(database: Database, server: FaultServer) -> CallerCodes:
    def opened() -> Gateway:
        return WebSms(
            WebSmsAccount("only for this test", "desk", base_url=server.url, test_mode=False)
        )

    return CallerCodes(database, opened)


@pytest.fixture
def customer_id(database: Database) -> int:
    with database.write() as session:
        customer = add_customer(session)
        customer.contact_phone = STORED
        return customer.id


def code_in(server: FaultServer) -> str:
    """What the customer reads on the phone."""
    found = re.search(r"\d{6}", str(server.taken[-1].body["messageContent"]))
    assert found is not None
    return found.group()


def test_that_the_code_goes_to_the_stored_number_and_is_right_once(
    codes: CallerCodes, customer_id: int, server: FaultServer
) -> None:
    sent = codes.send(customer_id, AGENT)
    assert (sent.e164, sent.state, sent.spoken) == (STORED, SmsState.ACCEPTED, "")
    assert [f"+{taken.recipient.lstrip('+')}" for taken in server.taken] == [STORED]
    code = code_in(server)
    assert codes.check(customer_id, f"{code[:3]} {code[3:]}", AGENT).passed
    with pytest.raises(NotFoundError):
        codes.check(customer_id, code, AGENT)


def test_that_the_code_stands_nowhere_in_the_database(
    codes: CallerCodes, customer_id: int, server: FaultServer, database: Database
) -> None:
    codes.send(customer_id, AGENT)
    code = code_in(server)
    codes.check(customer_id, code, AGENT)
    with database.read() as session:
        kept = session.execute(text("SELECT salt, reason FROM caller_codes")).all()
        acts = session.execute(text("SELECT act, payload FROM audit_log")).all()
    assert code not in repr([kept, acts])
    assert [act.act for act in acts] == ["code_sent", "code_checked"]


def test_that_a_code_runs_out_and_a_newer_one_takes_its_place(
    codes: CallerCodes, customer_id: int, server: FaultServer, clock: _Clock
) -> None:
    codes.send(customer_id, AGENT)
    first = code_in(server)
    codes.send(customer_id, AGENT)
    second = code_in(server)
    if first != second:
        assert not codes.check(customer_id, first, AGENT).passed
    clock.now = NOON + timedelta(minutes=CODE_VALID_MIN)
    with pytest.raises(NotFoundError):
        codes.check(customer_id, second, AGENT)


def test_that_three_wrong_codes_make_the_right_one_worthless(
    codes: CallerCodes, customer_id: int, server: FaultServer
) -> None:
    codes.send(customer_id, AGENT)
    code = code_in(server)
    wrong = f"{(int(code) + 1) % 10**6:06}"
    left = [codes.check(customer_id, wrong, AGENT).tries_left for _ in range(MAX_TRIES)]
    assert left == [2, 1, 0]
    assert not codes.check(customer_id, code, AGENT).passed


def test_that_enough_codes_are_enough_for_an_hour(
    codes: CallerCodes, customer_id: int, server: FaultServer, clock: _Clock
) -> None:
    for _ in range(CODES_PER_HOUR):
        codes.send(customer_id, AGENT)
    with pytest.raises(TooManyCodesError):
        codes.send(customer_id, AGENT)
    assert len(server.taken) == CODES_PER_HOUR
    clock.now = NOON + timedelta(hours=1)
    assert codes.send(customer_id, AGENT).state is SmsState.ACCEPTED


@pytest.mark.parametrize(
    ("fault", "state"),
    [(Fault.DROP_AFTER_REQUEST, SmsState.UNCLEAR), (Fault.BLACKLISTED, SmsState.FAILED)],
)
def test_that_a_lost_answer_is_unclear_and_never_sent_again(
    codes: CallerCodes,
    customer_id: int,
    server: FaultServer,
    database: Database,
    fault: Fault,
    state: SmsState,
) -> None:
    server.plan = lambda _number: fault
    assert codes.send(customer_id, AGENT).state is state
    with database.read() as session:
        assert session.scalars(select(CallerCode.state)).all() == [state]
    assert len(server.taken) == int(fault.takes)


@pytest.mark.parametrize("stored", [None, "+4315520000"])
def test_that_no_code_goes_to_a_customer_without_a_mobile_number(
    codes: CallerCodes,
    customer_id: int,
    server: FaultServer,
    database: Database,
    stored: str | None,
) -> None:
    with database.write() as session:
        session.get_one(Customer, customer_id).contact_phone = stored
    with pytest.raises(CodeNotPossibleError):
        codes.send(customer_id, AGENT)
    assert server.taken == []


def test_that_test_mode_sends_no_code_and_only_a_rehearsal_tells_it(
    database: Database, customer_id: int
) -> None:
    def opened() -> Gateway:
        return Simulator(Behaviour(latency_s=0, refused=0, unclear=0))

    with pytest.raises(CodeNotPossibleError):
        CallerCodes(database, opened).send(customer_id, AGENT)
    rehearsed = CallerCodes(database, opened, rehearsal=True)
    assert rehearsed.check(customer_id, rehearsed.send(customer_id, AGENT).spoken, AGENT).passed
