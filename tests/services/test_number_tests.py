"""A test SMS with the new number: to a phone at hand, written down first, never to who left."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import select, update

from desktop.errors import InvalidValueError, TransitionError
from desktop.models.states import CaseKind, CaseOutcome, ContactState
from desktop.models.tables import AuditEntry, Contact, NewsletterService, OutboundSms
from desktop.services.cases import Cases
from desktop.services.number_tests import NumberTests
from desktop.services.sending.gateways.base import Gateway, Scope
from desktop.services.sending.gateways.websms import WebSms, WebSmsAccount
from desktop.services.storage import audit
from desktop.services.storage.database import Database
from tests.faults import FaultServer
from tests.support.house import House, build_house
from tests.support.numbers import NOON
from tests.support.sending import HandClock

AGENT = "Lena Moser"
OWN = "0676 601 81 59"


@pytest.fixture
def database(migrated_url: str) -> Iterator[Database]:
    opened = Database(migrated_url, clock=HandClock(NOON))
    yield opened
    with opened.read() as session:
        assert audit.first_broken_entry(session) is None
    opened.close()


@pytest.fixture
def house(database: Database) -> House:
    return build_house(database, contacts=1)


@pytest.fixture
def server() -> Iterator[FaultServer]:
    with FaultServer() as running:
        yield running


@pytest.fixture
def tests(database: Database, server: FaultServer) -> NumberTests:
    def opened() -> Gateway:
        account = WebSmsAccount("only for this test", "desk", base_url=server.url, test_mode=False)
        return WebSms(account)

    return NumberTests(database, opened)


def _case(database: Database, house: House, kind: CaseKind = CaseKind.NUMBER_CHANGE) -> int:
    with database.read() as session:
        customer_id = session.get_one(NewsletterService, house.service).customer_id
    return Cases(database).open(kind, customer_id, house.service, {}, AGENT).id


def test_that_a_test_brings_the_number_and_its_link_and_is_written_down(
    tests: NumberTests, database: Database, house: House, server: FaultServer
) -> None:
    case_id = _case(database, house)

    assert tests.send(case_id, OWN, AGENT).scope is Scope.ACCEPTED

    (taken,) = server.taken
    assert taken.recipient.lstrip("+") == "436766018159"
    assert "https://wa.me/" in str(taken.body["messageContent"])
    with database.read() as session:
        acts = session.scalars(select(AuditEntry).where(AuditEntry.case_id == case_id)).all()
        assert [act.act for act in acts] == ["case_opened", "number_tested"]
        assert "6018159" not in str(acts[-1].payload)
        assert not session.scalars(select(OutboundSms)).all()


@pytest.mark.parametrize("state", [ContactState.UNSUBSCRIBED, ContactState.SUPPRESSED])
def test_that_whoever_signed_off_gets_not_even_a_test(
    tests: NumberTests, database: Database, house: House, server: FaultServer, state: ContactState
) -> None:
    with database.write() as session:
        session.execute(update(Contact).values(e164="+436766018159", state=state))

    with pytest.raises(InvalidValueError, match="signed_off"):
        tests.send(_case(database, house), OWN, AGENT)

    assert not server.taken


@pytest.mark.parametrize("number", ["01 5123456", "nobody", ""])
def test_that_only_a_mobile_phone_gets_a_test(
    tests: NumberTests, database: Database, house: House, server: FaultServer, number: str
) -> None:
    with pytest.raises(InvalidValueError, match="not_a_mobile"):
        tests.send(_case(database, house), number, AGENT)

    assert not server.taken


def test_that_only_an_open_change_of_number_sends_a_test(
    tests: NumberTests, database: Database, house: House, server: FaultServer
) -> None:
    closed = _case(database, house)
    Cases(database).abandon(closed, reason="weg", code=CaseOutcome.DECLINED, agent=AGENT)
    question = _case(database, house, CaseKind.FREQUENCY_QUESTION)

    for case_id in (closed, question):
        with pytest.raises(TransitionError):
            tests.send(case_id, OWN, AGENT)

    assert not server.taken
