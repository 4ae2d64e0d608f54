from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import func, select

from desktop.errors import CancelledError, ConflictError
from desktop.models.case_flow import case_state, furthest_step
from desktop.models.case_json import from_json
from desktop.models.outcome import MAY_HAVE_LEFT
from desktop.models.phone import read_number
from desktop.models.send_window import is_open
from desktop.models.settings import GatewayKind
from desktop.models.sms_template import problems_of_text
from desktop.models.states import (
    CaseState,
    ContactEventKind,
    ContactState,
    DispatchState,
    SimStatus,
    SmsState,
)
from desktop.models.tables import (
    AuditEntry,
    Case,
    Contact,
    ContactEvent,
    Customer,
    CustomerRequest,
    Dispatch,
    DispatchExclusion,
    NewsletterService,
    Note,
    OutboundSms,
    ServiceCount,
    SimAssignment,
    SimCard,
    SimEvent,
    TrafficDay,
)
from desktop.services.bundle import build_services
from desktop.services.demo import DEMO_AGENT, DemoSummary, make_demo
from desktop.services.projections import wrong_contacts
from desktop.services.storage import audit
from desktop.services.storage.database import Database
from desktop.services.storage.location import url_of
from desktop.services.storage.opening import open_database
from desktop.services.storage.settings import SettingsStore

_TUESDAY = datetime(2026, 11, 24, 12, 59, tzinfo=UTC)
_VIENNA = ZoneInfo("Europe/Vienna")


@dataclass(frozen=True, slots=True)
class _Made:
    database: Database
    summary: DemoSummary
    reported: list[float]


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[_Made]:
    path = tmp_path_factory.mktemp("demo") / "demo.sqlite"
    database = open_database(url_of(str(path)))
    reported: list[float] = []
    yield _Made(database, make_demo(database, reported.append, Event(), now=_TUESDAY), reported)
    database.close()


# ------------------------------------------------------------------------- what is there


def test_that_the_demo_is_as_large_as_promised(demo: _Made) -> None:
    with demo.database.read() as session:
        counted = [
            session.scalar(select(func.count()).select_from(table))
            for table in (Customer, NewsletterService, Contact)
        ]
        days = session.scalar(select(func.count(TrafficDay.day.distinct())))

    assert counted == [12, 18, 50_000]
    assert (demo.summary.customers, demo.summary.services, demo.summary.contacts) == tuple(counted)
    assert days == demo.summary.days == 400


def test_that_whoever_tries_the_demo_may_what_a_supervisor_may(demo: _Made) -> None:
    services = build_services(demo.database)
    assert services.template_editing.may_edit(DEMO_AGENT)
    assert not services.template_editing.may_edit("Tobias Reiter")


def test_that_progress_rises_to_the_end(demo: _Made) -> None:
    assert demo.reported == sorted(demo.reported)
    assert demo.reported[-1] == pytest.approx(1.0)
    assert len(demo.reported) > 20


def test_that_every_state_occurs_but_none_that_a_crash_would_leave(demo: _Made) -> None:
    with demo.database.read() as session:
        assert set(session.scalars(select(Contact.state))) == set(ContactState)
        assert set(session.scalars(select(SimCard.status))) == set(SimStatus)
        states = set(session.scalars(select(OutboundSms.state)))
        assert states == set(SmsState) - {SmsState.SENDING}
        dispatches = set(session.scalars(select(Dispatch.state)))
        cases = set(session.scalars(select(Case.state)))

    # These two last ten seconds, so nobody finds them in a database that was just opened.
    assert dispatches == set(DispatchState) - {DispatchState.COUNTDOWN}
    assert cases == set(CaseState) - {CaseState.RELEASED}


def test_that_the_stock_of_cards_is_low(demo: _Made) -> None:
    with demo.database.read() as session:
        free = session.scalar(
            select(func.count()).where(
                SimCard.status == SimStatus.IN_STOCK, SimCard.reserved_at.is_(None)
            )
        )

    assert free == 3


def test_that_the_car_dealer_is_as_the_manual_shows_it(demo: _Made) -> None:
    with demo.database.read() as session:
        rows = session.execute(
            select(NewsletterService.name, ServiceCount.state, ServiceCount.contacts)
            .join(ServiceCount, ServiceCount.service_id == NewsletterService.id)
            .where(NewsletterService.customer_id == 1)
        )
        counts = {(name, state): contacts for name, state, contacts in rows}
        blocked = session.scalars(
            select(NewsletterService).where(NewsletterService.sim_status == SimStatus.BLOCKED)
        ).one()

    assert counts["Neuwagen-News", ContactState.ACTIVE] == 1_204
    assert counts["Neuwagen-News", ContactState.INCOMPLETE] == 310
    assert counts["Neuwagen-News", ContactState.UNSUBSCRIBED] == 877
    assert counts["Werkstatt-Service", ContactState.ACTIVE] == 486
    assert blocked.name == "Werkstatt-Service"
    assert blocked.sim_status_since == datetime(2026, 11, 19, 20, tzinfo=UTC)


def test_that_one_note_is_pinned_to_the_car_dealer(demo: _Made) -> None:
    with demo.database.read() as session:
        pinned = session.scalars(select(Note.text).where(Note.pinned, Note.customer_id == 1)).all()

    assert len(pinned) == 1


def test_that_nothing_can_leave_the_computer(demo: _Made) -> None:
    gateway = SettingsStore(demo.database).load().gateway

    assert gateway.kind is GatewayKind.SIMULATOR
    assert gateway.test_mode
    with demo.database.read() as session:
        assert session.scalars(select(Dispatch).where(~Dispatch.test_mode)).first() is None


# --------------------------------------------------------------- the rules that never bend


def test_that_every_contact_is_what_its_events_say(demo: _Made) -> None:
    with demo.database.read() as session:
        assert list(wrong_contacts(session)) == []


def test_that_the_counts_are_those_of_the_contacts(demo: _Made) -> None:
    counting = select(Contact.service_id, Contact.state, func.count())
    with demo.database.read() as session:
        rows = session.scalars(select(ServiceCount)).all()
        counted = session.execute(counting.group_by(Contact.service_id, Contact.state)).all()
    kept = {(row.service_id, row.state): row.contacts for row in rows}

    assert len(kept) == 18 * len(ContactState)
    assert {key: contacts for key, contacts in kept.items() if contacts} == {
        (service_id, state): contacts for service_id, state, contacts in counted
    }


def test_that_the_numbers_of_each_dispatch_add_up(demo: _Made) -> None:
    with demo.database.read() as session:
        for dispatch in session.scalars(select(Dispatch)):
            of_it = OutboundSms.dispatch_id == dispatch.id
            excluded = DispatchExclusion.dispatch_id == dispatch.id
            sms = session.scalar(select(func.count()).where(of_it))
            numbers = session.scalar(select(func.count(OutboundSms.e164.distinct())).where(of_it))
            left_out = session.scalar(select(func.count()).where(excluded)) or 0
            assert dispatch.recipients == sms == numbers
            assert dispatch.listed == dispatch.recipients + left_out


def test_that_each_dispatch_stands_on_a_request_of_its_customer(demo: _Made) -> None:
    with demo.database.read() as session:
        for dispatch in session.scalars(select(Dispatch)):
            request = session.get_one(CustomerRequest, dispatch.request_id)
            case = session.get_one(Case, dispatch.case_id)
            assert request.customer_id == case.customer_id == dispatch.customer_id
            assert request.requested_at < dispatch.released_at
            if dispatch.recipients > 500:
                assert dispatch.second_released_by not in {"", dispatch.released_by}


def test_that_each_case_stands_where_its_draft_leads(demo: _Made) -> None:
    with demo.database.read() as session:
        for case in session.scalars(select(Case)):
            draft = from_json(case.draft)
            dispatch = session.scalar(select(Dispatch.state).where(Dispatch.case_id == case.id))
            reached = CaseState(case.draft.get("paused_in", case.state))
            assert draft.kind is case.kind
            assert case.step == furthest_step(draft, dispatch)
            if reached is not CaseState.ABANDONED:
                assert reached is case_state(draft, dispatch)


def test_that_each_sms_left_within_the_sending_window(demo: _Made) -> None:
    with demo.database.read() as session:
        moments = session.scalars(select(OutboundSms.sent_at)).all()

    assert all(is_open(one, "Europe/Vienna", "AT") for one in moments if one is not None)


def test_that_the_reminders_of_contacts_are_those_that_were_sent(demo: _Made) -> None:
    sending = (
        select(OutboundSms.contact_id, func.count(), func.max(OutboundSms.sent_at))
        .join(Dispatch, Dispatch.id == OutboundSms.dispatch_id)
        .join(Contact, Contact.id == OutboundSms.contact_id)
        .where(
            Dispatch.kind == "signup_reminder",
            OutboundSms.state.in_(MAY_HAVE_LEFT),
            OutboundSms.sent_at >= Contact.entered_at,
        )
        .group_by(OutboundSms.contact_id)
    )
    with demo.database.read() as session:
        sent = {contact_id: (count, last) for contact_id, count, last in session.execute(sending)}
        kept = {
            contact.id: (contact.reminders_sent, contact.last_reminder_at)
            for contact in session.scalars(select(Contact).where(Contact.reminders_sent > 0))
        }

    assert kept == sent
    assert max(count for count, _ in kept.values()) <= 2


def test_that_nobody_who_left_was_sent_anything_afterwards(demo: _Made) -> None:
    with demo.database.read() as session:
        wronged = session.scalars(
            select(OutboundSms.id)
            .join(Contact, Contact.id == OutboundSms.contact_id)
            .where(OutboundSms.sent_at > Contact.stopped_at)
        ).all()

    assert wronged == []


def test_that_traffic_counts_what_really_happened(demo: _Made) -> None:
    stopping = (
        select(Contact.service_id, ContactEvent.at)
        .join(Contact, Contact.id == ContactEvent.contact_id)
        .where(ContactEvent.kind == ContactEventKind.STOPPED)
    )
    with demo.database.read() as session:
        stops = Counter(
            (service_id, at.astimezone(_VIENNA).date())
            for service_id, at in session.execute(stopping)
        )
        days = session.scalars(select(TrafficDay)).all()

    assert all(day.opt_outs == stops[day.service_id, day.day] for day in days)


@pytest.mark.parametrize("name", ["Neuwagen-News", "Programm", "Verkehr", "Werkstatt-Service"])
def test_that_traffic_leads_to_the_active_contacts_of_today(demo: _Made, name: str) -> None:
    with demo.database.read() as session:
        service_id = session.scalar(
            select(NewsletterService.id).where(NewsletterService.name == name)
        )
        active = session.get_one(ServiceCount, (service_id, ContactState.ACTIVE)).contacts
        last = session.scalars(
            select(TrafficDay)
            .where(TrafficDay.service_id == service_id)
            .order_by(TrafficDay.day.desc())
            .limit(1)
        ).one()

    assert last.contacts_at_risk + (last.new_starts or 0) - last.opt_outs == active


def test_that_more_messages_cost_more_contacts(demo: _Made) -> None:
    lost = func.sum(TrafficDay.opt_outs) * 1.0 / func.sum(TrafficDay.contacts_at_risk)
    with demo.database.read() as session:
        rates = session.execute(
            select(func.avg(TrafficDay.messages_sent), lost).group_by(TrafficDay.service_id)
        ).all()
    seldom = [float(rate) for messages, rate in rates if messages < 1]
    often = [float(rate) for messages, rate in rates if messages > 3]

    assert max(seldom) < min(often)


def test_that_only_landlines_are_no_mobile_numbers(demo: _Made) -> None:
    with demo.database.read() as session:
        contacts = session.execute(
            select(Contact.e164, Contact.raw_phone, Contact.sms_country).where(Contact.id % 23 == 0)
        ).all()
        landlines = session.scalars(select(Contact.e164).where(Contact.sms_country.is_(None))).all()

    assert len(landlines) == 41
    assert all(number.startswith("+431555") for number in landlines)
    for e164, raw, country in contacts:
        if country is not None:
            assert (read_number(raw, country).e164, read_number(e164, "").region) == (e164, country)


def test_that_every_sender_number_is_a_mobile_number_of_its_own(demo: _Made) -> None:
    with demo.database.read() as session:
        cards = session.scalars(select(SimCard)).all()
        contacts = set(session.scalars(select(Contact.e164)))

    assert len({card.msisdn for card in cards}) == len({card.iccid for card in cards}) == len(cards)
    for card in cards:
        assert read_number(card.msisdn, "").problem is None
        assert card.msisdn not in contacts


def test_that_the_last_event_of_a_card_is_its_status(demo: _Made) -> None:
    with demo.database.read() as session:
        for card in session.scalars(select(SimCard)):
            last = session.scalars(
                select(SimEvent)
                .where(SimEvent.sim_id == card.id, SimEvent.step.is_(None))
                .order_by(SimEvent.at.desc())
            ).first()
            assert last is not None
            assert (last.status, last.at) == (card.status, card.status_since)


def test_that_a_service_shows_the_card_assigned_to_it(demo: _Made) -> None:
    with demo.database.read() as session:
        for service in session.scalars(select(NewsletterService)):
            card = session.scalars(
                select(SimCard)
                .join(SimAssignment, SimAssignment.sim_id == SimCard.id)
                .where(SimAssignment.service_id == service.id, SimAssignment.until_at.is_(None))
            ).one()
            assert service.sender_number == card.msisdn
            assert service.sim_status is card.status


def test_that_the_texts_may_be_sent(demo: _Made) -> None:
    with demo.database.read() as session:
        rows = session.execute(
            select(Dispatch.text, Customer.name).join(Customer, Customer.id == Dispatch.customer_id)
        ).all()

    for text, customer in rows:
        assert [one for one in problems_of_text(text, customer, "Stop") if one.blocks] == []


def test_that_the_audit_chain_is_whole(demo: _Made) -> None:
    with demo.database.read() as session:
        assert audit.first_broken_entry(session) is None


def test_that_the_audit_log_tells_how_each_row_came_to_be(demo: _Made) -> None:
    with demo.database.read() as session:
        acts = session.scalars(select(AuditEntry).order_by(AuditEntry.id)).all()
        cases = session.scalars(select(Case)).all()
        dispatches = session.scalars(select(Dispatch)).all()
        notes = session.scalar(select(func.count()).select_from(Note))
        requested = set(session.scalars(select(CustomerRequest.case_id)))

    told = Counter(act.act for act in acts)
    on_case = {(act.act, act.case_id, act.at) for act in acts}
    assert {("case_opened", case.id, case.opened_at) for case in cases} <= on_case
    assert {("case_closed", one.id, one.closed_at) for one in cases if one.closed_at} <= on_case
    assert {case for act, case, _ in on_case if act == "request_recorded"} == requested
    assert told["case_paused"] == sum(case.state is CaseState.PAUSED for case in cases)
    assert {("dispatch_released", one.case_id, one.released_at) for one in dispatches} <= on_case
    for state, act in (("paused", "dispatch_paused"), ("stopped", "dispatch_stopped")):
        assert told[act] == sum(one.state == state for one in dispatches) > 0
    assert told["note_added"] == notes
    made = next(place for place, act in enumerate(acts) if act.act == "demo.made")
    history = [act.at for act in acts[:made]]
    assert history == sorted(history)


@pytest.mark.parametrize(
    "column",
    [
        ContactEvent.at,
        OutboundSms.sent_at,
        Case.opened_at,
        Note.written_at,
        SimEvent.at,
        Dispatch.released_at,
        AuditEntry.at,
    ],
    ids=str,
)
def test_that_nothing_happens_after_now(demo: _Made, column: object) -> None:
    with demo.database.read() as session:
        latest = session.scalar(select(func.max(column)))

    assert latest is not None
    assert latest <= _TUESDAY


# -------------------------------------------------------------------- how it can be made


def _make(path: Path, now: datetime, seed: int = 1) -> Database:
    database = open_database(url_of(str(path)))
    make_demo(database, lambda _share: None, Event(), seed=seed, now=now)
    return database


def _fingerprint(database: Database) -> list[object]:
    with database.read() as session:
        return [
            *session.execute(select(Contact.e164, Contact.state, Contact.entered_at)).all(),
            *session.execute(select(OutboundSms.client_message_id, OutboundSms.state)).all(),
            *session.execute(select(TrafficDay.day, TrafficDay.opt_outs, TrafficDay.read)).all(),
        ]


def test_that_the_same_seed_and_moment_give_the_same_demo(demo: _Made, tmp_path: Path) -> None:
    again = _make(tmp_path / "again.sqlite", _TUESDAY)

    assert _fingerprint(again) == _fingerprint(demo.database)
    again.close()


@pytest.mark.parametrize(
    "now",
    [
        datetime(2026, 11, 22, 2, 15, tzinfo=UTC),
        datetime(2027, 1, 1, 0, 5, tzinfo=UTC),
        datetime(2027, 3, 28, 1, 30, tzinfo=UTC),
    ],
    ids=["sunday night", "new year", "summer time begins"],
)
def test_that_a_demo_can_be_made_at_any_moment(tmp_path: Path, now: datetime) -> None:
    database = _make(tmp_path / "demo.sqlite", now, seed=7)

    with database.read() as session:
        assert list(wrong_contacts(session)) == []
        assert session.scalar(select(func.count()).select_from(Contact)) == 50_000
        assert session.scalars(select(ContactEvent.id).where(ContactEvent.at > now)).first() is None
        sent = session.scalars(select(OutboundSms.sent_at)).all()
    assert all(is_open(one, "Europe/Vienna", "AT") for one in sent if one is not None)
    database.close()


def test_that_a_demo_can_be_made_on_a_server(postgres_url: str) -> None:
    database = open_database(postgres_url)
    make_demo(database, lambda _share: None, Event(), now=_TUESDAY)

    with database.write() as session:
        assert list(wrong_contacts(session)) == []
        note = Note(
            customer_id=1, written_at=_TUESDAY, changed_at=_TUESDAY, agent="Anna", text="neu"
        )
        session.add(note)
        session.flush()
        assert note.id > 8
    database.close()


def test_that_a_database_with_customers_is_left_alone(demo: _Made) -> None:
    with pytest.raises(ConflictError):
        make_demo(demo.database, lambda _share: None, Event(), now=_TUESDAY)


@pytest.mark.parametrize("after", [0.1, 0.7])
def test_that_a_stopped_demo_leaves_nothing(tmp_path: Path, after: float) -> None:
    database = open_database(url_of(str(tmp_path / "demo.sqlite")))
    stop = Event()

    def watch(share: float) -> None:
        if share > after:
            stop.set()

    with pytest.raises(CancelledError):
        make_demo(database, watch, stop, now=_TUESDAY + timedelta(hours=1))

    with database.read() as session:
        assert session.scalars(select(Customer.id)).all() == []
    database.close()
