"""Estimates from what stands in the database."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from threading import Event
from zoneinfo import ZoneInfo

import numpy as np
import pytest
from sqlalchemy.orm import Session

from desktop.errors import CancelledError, NotFoundError
from desktop.models.changes import Change
from desktop.models.records.frequency import (
    Disagreement,
    Lack,
    NotEnough,
    Often,
)
from desktop.models.states import ContactEventKind, ContactState, SimStatus
from desktop.models.tables import Contact, ContactEvent, NewsletterService, TrafficDay
from desktop.services.frequency import Frequency
from desktop.services.frequency_days import event_days, traffic_of
from desktop.services.storage.database import Database
from tests.support.numbers import FIRST_DAY, add_days, add_service, add_sim, use_sim

VIENNA = ZoneInfo("Europe/Vienna")


@pytest.fixture
def database(migrated_url: str) -> Iterator[Database]:
    opened = Database(migrated_url)
    yield opened
    opened.close()


def add_traffic(session: Session, service: NewsletterService, days: int, seed: int) -> None:
    """Days of a service that sends now rarely, now often, and loses more then."""
    random = np.random.default_rng(seed)
    often = np.repeat(np.resize([0, 1, 3], days // 30 + 1), 30)[:days]
    for day in range(days):
        session.add(
            TrafficDay(
                service_id=service.id,
                day=FIRST_DAY + timedelta(days=day),
                contacts_at_risk=1_000,
                messages_sent=float(often[day]),
                opt_outs=int(random.poisson(1 + 2 * often[day])),
                read=int(500 * often[day]),
                clicked=None,
            )
        )
    session.flush()


def add_contact(session: Session, service: NewsletterService, number: int) -> Contact:
    contact = Contact(
        service_id=service.id,
        e164=f"+43650{number:07}",
        reversed_digits=f"+43650{number:07}"[::-1],
        raw_phone="",
        state=ContactState.ACTIVE,
        entered_at=datetime(2025, 1, 1, tzinfo=UTC),
    )
    session.add(contact)
    session.flush()
    return contact


def happened(session: Session, contact: Contact, kind: ContactEventKind, at: datetime) -> None:
    session.add(ContactEvent(contact_id=contact.id, kind=kind, at=at))
    session.flush()


def test_that_the_traffic_comes_whole_and_in_order(database: Database) -> None:
    with database.write() as session:
        one, other = add_service(session, "A"), add_service(session, "B")
        add_traffic(session, other, 40, seed=1)
        add_days(session, one, 10)
        ids = [one.id, other.id]

    with database.read() as session:
        both, alone = traffic_of(session, ids), traffic_of(session, ids[:1])

    assert both.service.tolist() == [ids[0]] * 10 + [ids[1]] * 40
    assert both.day.tolist() == [FIRST_DAY.toordinal() + day for day in (*range(10), *range(40))]
    assert np.isnan(both.read[:10]).all()
    assert both.read[10:].tolist() == [*[0] * 30, *[500] * 10]
    assert np.isnan(both.clicked).all()
    assert len(alone) == 10


def test_that_a_service_has_its_estimate(database: Database) -> None:
    with database.write() as session:
        service = add_service(session, "A")
        add_traffic(session, service, 300, seed=1)

    found = Frequency(database).own(service.id, limit=0.2)

    assert [one.often for one in found.bins] == list(Often)[:1] + list(Often)[3:7]
    assert sum(one.contact_days for one in found.bins) == 293_000
    assert found.trend is not None
    assert found.trend.effect.low > 0
    assert found.shape is not None
    assert not isinstance(found.advice, NotEnough)


@pytest.mark.parametrize("days", [0, 1, 5])
def test_that_hardly_any_days_say_that_it_is_not_enough(database: Database, days: int) -> None:
    with database.write() as session:
        service = add_service(session, "A")
        add_days(session, service, days)

    found = Frequency(database).own(service.id)

    assert (found.bins, found.trend, found.shape) == ((), None, None)
    assert found.advice == NotEnough(Lack.NO_DATA)


@pytest.mark.parametrize("opt_outs", [0, 100])
def test_that_nobody_or_everybody_leaving_is_told_as_it_is(
    database: Database, opt_outs: int
) -> None:
    with database.write() as session:
        service = add_service(session, "A")
        add_days(session, service, 60, messages=1.0, opt_outs=opt_outs)

    found = Frequency(database).own(service.id)

    assert [one.often for one in found.bins] == [Often.DAILY]
    assert found.bins[0].rate.estimate == opt_outs / 100
    assert found.trend is None
    if opt_outs:
        assert found.advice == NotEnough(Lack.OVER_LIMIT)


def test_that_the_days_after_a_number_change_do_not_count(database: Database) -> None:
    with database.write() as session:
        service = add_service(session, "A")
        add_days(session, service, 100)
        change = datetime.combine(FIRST_DAY + timedelta(days=50), datetime.min.time(), VIENNA)
        sim = add_sim(session, "6500000001", SimStatus.ACTIVE)
        use_sim(session, sim, service, change.astimezone(UTC))

    found = Frequency(database).own(service.id)

    assert sum(one.contact_days for one in found.bins) == (100 - 7 - 30) * 100


def test_that_a_service_that_is_gone_is_not_found(database: Database) -> None:
    with pytest.raises(NotFoundError):
        Frequency(database).own(4711)


def test_that_events_are_counted_in_local_days(database: Database) -> None:
    with database.write() as session:
        service = add_service(session, "A")
        contact = add_contact(session, service, 1)
        happened(
            session, contact, ContactEventKind.STARTED, datetime(2025, 7, 1, 22, 30, tzinfo=UTC)
        )
        happened(
            session, contact, ContactEventKind.STOPPED, datetime(2025, 12, 1, 22, 30, tzinfo=UTC)
        )
        with_nothing = add_service(session, "B")

    with database.read() as session:
        found = event_days(session, service.id, VIENNA, [], date(2025, 12, 31))
        assert event_days(session, with_nothing.id, VIENNA, [], date(2025, 12, 31)) is None

    assert found is not None
    started, stopped = date(2025, 7, 2).toordinal(), date(2025, 12, 1).toordinal()
    assert found.day[found.new_starts > 0].tolist() == [started]
    assert found.day[found.opt_outs > 0].tolist() == [stopped]
    assert found.at_risk.sum() == stopped - started


def test_that_a_day_on_which_traffic_and_events_differ_is_named(database: Database) -> None:
    with database.write() as session:
        service = add_service(session, "A")
        add_days(session, service, 3, opt_outs=0)
        contact = add_contact(session, service, 1)
        noon = datetime.combine(FIRST_DAY, datetime.min.time(), UTC) + timedelta(hours=12)
        happened(session, contact, ContactEventKind.STARTED, noon)
        happened(session, contact, ContactEventKind.STOPPED, noon + timedelta(days=1))

    found = Frequency(database).own(service.id)

    assert found.disagreements == (Disagreement(FIRST_DAY + timedelta(days=1), 0, 1),)
    assert found.by_events is not None
    assert found.by_events.high > 0.9


def test_that_the_curve_knows_for_how_long_contacts_have_been_there(database: Database) -> None:
    first = datetime.combine(FIRST_DAY, datetime.min.time(), UTC) + timedelta(hours=12)
    with database.write() as session:
        service = add_service(session, "A")
        for number in range(90):
            contact = add_contact(session, service, number)
            starts = first + timedelta(days=number - 40)
            happened(session, contact, ContactEventKind.STARTED, starts)
            if number % 3 == 0:
                stopped = starts + timedelta(days=60)
                happened(session, contact, ContactEventKind.STOPPED, stopped)
    with database.write() as session:
        seen = event_days(session, service.id, VIENNA, [], FIRST_DAY + timedelta(days=119))
        assert seen is not None
        for day, at_risk, left in zip(seen.day, seen.at_risk, seen.opt_outs, strict=True):
            sent = float(1 + 2 * (int(day) // 20 % 2))
            on = date.fromordinal(int(day))
            row = TrafficDay(service_id=service.id, day=on, messages_sent=sent)
            row.contacts_at_risk, row.opt_outs = int(at_risk), int(left)
            session.add(row)

    found = Frequency(database).own(service.id)

    assert found.disagreements == ()
    assert found.trend is not None
    assert found.trend.with_tenure


def test_that_all_services_are_estimated_together(database: Database) -> None:
    with database.write() as session:
        for number in range(10):
            add_traffic(session, add_service(session, f"S{number}"), 120, seed=number)
        add_service(session, "empty")

    found = Frequency(database).peers(Event())

    assert found.services == 10
    assert found.contact_days == 10 * 113_000
    assert len(found.curve) > 2
    assert found.split is None  # all of them send as much: there is nothing between them
    assert len(found.losses) == len(found.before) == 10
    assert {one.contact_days for one in found.losses} == {30_000}

    ranking = Frequency(database).ranking(Event())
    assert [one.now for one in ranking.services] == list(found.losses)
    first = ranking.services[0]
    assert first.customer_name == f"Customer of {first.service_name}"
    assert first.before in found.before


def test_that_all_services_are_estimated_anew_only_when_their_days_change(
    database: Database,
) -> None:
    with database.write(Change.TRAFFIC) as session:
        service = add_service(session, "A")
        add_days(session, service, 30)
    frequency = Frequency(database)
    first = frequency.peers(Event())
    with database.write(Change.SIMS, Change.SETTINGS, Change.CONTACTS):
        pass
    assert frequency.peers(Event()) is first
    assert frequency.peers(Event(), period_days=7).period_days == 7

    with database.write(Change.TRAFFIC) as session:
        add_days(session, service, 10, first=FIRST_DAY + timedelta(days=30))
    assert frequency.peers(Event()).contact_days == first.contact_days + 1_000


def test_that_a_number_change_leaves_its_days_out_of_what_all_say(database: Database) -> None:
    with database.write(Change.TRAFFIC) as session:
        changed, other = add_service(session, "A"), add_service(session, "B")
        add_days(session, changed, 100)
        add_days(session, other, 100)
    frequency = Frequency(database)
    assert frequency.peers(Event()).contact_days == 2 * (100 - 7) * 100

    with database.write(Change.SIMS) as session:
        change = datetime.combine(FIRST_DAY + timedelta(days=50), datetime.min.time(), VIENNA)
        sims = [add_sim(session, f"650000000{n}", SimStatus.ACTIVE) for n in (1, 2)]
        use_sim(session, sims[0], changed, change.astimezone(UTC))
        use_sim(session, sims[1], other, change.astimezone(UTC) - timedelta(days=300))

    assert frequency.peers(Event()).contact_days == (2 * (100 - 7) - 30) * 100


def test_that_no_services_together_say_nothing(database: Database) -> None:
    found = Frequency(database).peers(Event())
    assert (found.services, found.curve, found.split, found.losses) == (0, (), None, ())


def test_that_reading_all_services_can_be_stopped(database: Database) -> None:
    with database.write() as session:
        add_days(session, add_service(session, "A"), 3)
    stop = Event()
    stop.set()
    with pytest.raises(CancelledError):
        Frequency(database).peers(stop)
