"""The look-up finds a caller however the number is typed, and says why."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.models.folding import search_text
from desktop.models.records.lookup import Hit, HitGroup, HitKind, HitReason
from desktop.models.states import ContactState, SimStatus
from desktop.models.tables import Contact, Customer, NewsletterService, SimAssignment, SimCard
from desktop.services.lookup import LookUp
from desktop.services.storage.database import Database
from desktop.services.storage.migrations import migrate

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
ICCID = "8943010070000000012"


def _customer(number: str, name: str, person: str, phone: str, city: str) -> Customer:
    return Customer(
        customer_no=number,
        name=name,
        city=city,
        contact_person=person,
        contact_phone=phone,
        contact_phone_reversed=phone[:0:-1],
        search_text=search_text(number, name, person, city),
    )


def _contact(service: NewsletterService, e164: str) -> Contact:
    return Contact(
        service_id=service.id,
        e164=e164,
        reversed_digits=e164[:0:-1],
        raw_phone=e164,
        state=ContactState.INCOMPLETE,
        entered_at=NOON,
    )


@pytest.fixture
def database(migrated_url: str) -> Iterator[Database]:
    opened = Database(migrated_url)
    with opened.write() as session:
        winkler = _customer("K10000", "Autohaus Winkler", "Elias Eder", "+436766018159", "Wien")
        bakery = _customer("K10028", "Bäckerei Kovačević", "Özlem Maier", "+43662123456", "Linz")
        session.add_all([winkler, bakery])
        session.flush()
        news = NewsletterService(
            service_no="D2001",
            customer_id=winkler.id,
            name="Neuwagen-News",
            sender_number="+436998885393",
            sim_status=SimStatus.BLOCKED,
            search_text=search_text("D2001", "Neuwagen-News"),
        )
        session.add(news)
        session.flush()
        session.add_all(
            _contact(news, number)
            for number in ("+436641234567", "+4915123456789", "+4315123456", "+436506018159")
        )
        card = SimCard(
            iccid=ICCID,
            msisdn="+436998885393",
            msisdn_reversed="3935888996",
            status=SimStatus.BLOCKED,
            status_since=NOON,
        )
        session.add(card)
        session.flush()
        session.add(SimAssignment(sim_id=card.id, service_id=news.id, from_at=NOON))
    yield opened
    opened.close()


@pytest.fixture
def look_up(database: Database) -> LookUp:
    return LookUp(database)


def _first(look_up: LookUp, text: str) -> Hit:
    hits = look_up.search(text).hits
    assert hits, text
    return hits[0]


@pytest.mark.parametrize(
    "spelling",
    [
        "+43 664 1234567",
        "0664/1234567",
        "00436641234567",
        "436641234567",
        "tel:+43-664-1234567",
        "(0664) 123 45 67",
        "+43 (0)664 1234567",
        " 0664\u00a0123\u00a04567 ",
        "\uff0b436641234567",
    ],
)
def test_that_every_spelling_finds_the_contact_exactly(look_up: LookUp, spelling: str) -> None:
    hit = _first(look_up, spelling)
    assert (hit.kind, hit.number) == (HitKind.CONTACT, "+436641234567")
    assert (hit.why, hit.group) == (HitReason.CONTACT_NUMBER, HitGroup.EXACT)


@pytest.mark.parametrize("spelling", ["4915123456789", "015123456789"])
def test_that_a_german_mobile_number_is_found_without_its_plus(
    look_up: LookUp, spelling: str
) -> None:
    hit = _first(look_up, spelling)
    assert (hit.number, hit.group) == ("+4915123456789", HitGroup.EXACT)


@pytest.mark.parametrize("digits", ["4567", "34567", "234567", "1234567"])
def test_that_the_last_digits_find_a_contact_and_say_so(look_up: LookUp, digits: str) -> None:
    hits = look_up.search(digits).hits
    found = [hit for hit in hits if hit.number == "+436641234567"]
    assert [(hit.why, hit.group, hit.matched) for hit in found] == [
        (HitReason.LAST_DIGITS, HitGroup.MAYBE, digits)
    ]


def test_that_three_digits_are_too_few_for_an_end(look_up: LookUp) -> None:
    assert look_up.search("567").hits == ()


def test_that_customers_and_contacts_come_in_one_list(look_up: LookUp) -> None:
    kinds = {hit.kind for hit in look_up.search("8159").hits}
    assert kinds == {HitKind.CUSTOMER, HitKind.CONTACT}


@pytest.mark.parametrize(
    ("text", "kind", "why"),
    [
        ("K10000", HitKind.CUSTOMER, HitReason.CUSTOMER_NO),
        ("k10000", HitKind.CUSTOMER, HitReason.CUSTOMER_NO),
        ("10000", HitKind.CUSTOMER, HitReason.LAST_DIGITS),
        ("winkler", HitKind.CUSTOMER, HitReason.NAME),
        ("backerei kovacevic", HitKind.CUSTOMER, HitReason.NAME),
        ("ozlem", HitKind.CUSTOMER, HitReason.PERSON),
        ("eder elias", HitKind.CUSTOMER, HitReason.PERSON),
        ("linz", HitKind.CUSTOMER, HitReason.PLACE),
        ("D2001", HitKind.SERVICE, HitReason.SERVICE_NO),
        ("neuwagen", HitKind.SERVICE, HitReason.NAME),
        ("0699 8885393", HitKind.SERVICE, HitReason.SENDER_NUMBER),
        (ICCID, HitKind.SIM, HitReason.ICCID),
        ("8943 0100 7000 0000 012", HitKind.SIM, HitReason.ICCID),
        ("0676 601 81 59", HitKind.CUSTOMER, HitReason.PERSONS_PHONE),
    ],
)
def test_that_a_text_finds_what_it_names(
    look_up: LookUp, text: str, kind: HitKind, why: HitReason
) -> None:
    hit = _first(look_up, text)
    assert (hit.kind, hit.why) == (kind, why)


def test_that_a_card_tells_whose_it_is(look_up: LookUp) -> None:
    hit = _first(look_up, ICCID)
    assert hit.customer_id is not None
    assert hit.detail[2:] == ("Autohaus Winkler", "Neuwagen-News")


def test_that_a_number_half_typed_finds_its_beginning(look_up: LookUp) -> None:
    hit = _first(look_up, "0664 123")
    assert (hit.number, hit.why) == ("+436641234567", HitReason.FIRST_DIGITS)


def test_that_exact_hits_stand_before_those_that_may_be_meant(look_up: LookUp) -> None:
    groups = [hit.group for hit in look_up.search("436766018159").hits]
    assert groups == sorted(groups)
    assert groups[0] is HitGroup.EXACT


def test_that_more_hits_than_wanted_are_told(look_up: LookUp) -> None:
    result = look_up.search("8159", limit=1)
    assert len(result.hits) == 1
    assert result.more


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LookUp]:
    database = Database(f"sqlite:///{tmp_path_factory.mktemp('empty') / 'desk.sqlite'}")
    migrate(database)
    yield LookUp(database)
    database.close()


@given(text=st.text(max_size=40))
def test_that_any_text_is_answered(empty: LookUp, text: str) -> None:
    assert empty.search(text).hits == ()
