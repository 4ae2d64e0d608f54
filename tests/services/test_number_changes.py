"""A change of number: whom it concerns, who gets the notice, and that the tracker adds up."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select, update

from desktop.errors import ConflictError, InvalidValueError, NotFoundError
from desktop.models.eligibility import ReminderRules
from desktop.models.records.cases import NewRequest
from desktop.models.records.dispatches import DispatchRecord, RecipientList, ReleaseOrder
from desktop.models.records.signups import SignupSelection
from desktop.models.settings import DeskSettings
from desktop.models.states import (
    CaseKind,
    ContactEventKind,
    DispatchKind,
    DispatchState,
    ExclusionReason,
    RequestChannel,
    SmsState,
    VerificationMethod,
    VerificationResult,
)
from desktop.models.tables import Contact, NewsletterService, OutboundSms, SimCard
from desktop.services.bundle import Services, build_services
from desktop.services.projections import NewEvent, append_event
from desktop.services.sending.claims import Judge
from desktop.services.sending.outbox import Outbox
from desktop.services.sending.policy import Identity, Policy
from desktop.services.sims.entering import NumberAct
from desktop.services.storage import audit
from desktop.services.storage.database import Database
from tests.services.importing.books import run
from tests.services.importing.exports import SIM_HEADER, write_csv
from tests.support.house import AGENT, Clock, House, build_house

ACT = NumberAct(AGENT, "Number was blocked")
RULES = ReminderRules()
CONTACTS = 9


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def database(migrated_url: str, clock: Clock) -> Iterator[Database]:
    opened = Database(migrated_url, clock=clock)
    yield opened
    with opened.read() as session:
        assert audit.first_broken_entry(session) is None
    opened.close()


@pytest.fixture
def services(database: Database) -> Services:
    return build_services(database)


@pytest.fixture
def house(database: Database) -> House:
    return build_house(database, contacts=CONTACTS)


def notice(house: House) -> RecipientList:
    return RecipientList(house.service, SignupSelection(), kind=DispatchKind.NUMBER_CHANGE)


def replaced(services: Services, house: House, clock: Clock) -> str:
    """Block the number, and give the service another one a day later."""
    services.sim_changes.block(house.number, ACT)
    clock.goes_on(days=1)
    return services.sim_assigning.assign(house.stock[0], house.service, ACT).number


def happens(
    database: Database,
    house: House,
    place: int,
    kind: ContactEventKind,
    at: datetime,
    number: str | None = None,
) -> None:
    with database.write() as session:
        ids = session.scalars(
            select(Contact.id).where(Contact.service_id == house.service).order_by(Contact.id)
        ).all()
        append_event(session, NewEvent(ids[place], kind, at, "test", number))


def released(
    services: Services, house: House, expected: int, *, kind: DispatchKind | None = None
) -> DispatchRecord:
    """Release a notice from a case of its own, with a request of its own."""
    customer = services.customers.service(house.service).customer_id
    case = services.cases.open(CaseKind.NUMBER_CHANGE, customer, house.service, {}, AGENT)
    now = services.database.clock()
    request = NewRequest(
        requester="Elias Eder",
        channel=RequestChannel.PHONE,
        requested_at=now,
        verification_method=VerificationMethod.CALL_BACK,
        verification_result=VerificationResult.VERIFIED,
        verified_at=now,
        wish="Bitte die aktiven Kontakte informieren",
    )
    services.cases.record_request(case.id, request, AGENT)
    order = ReleaseOrder(
        case_id=case.id,
        recipients=notice(house),
        template="Neue Nummer",
        text="Neue Nummer",
        gateway="a gateway",
        test_mode=False,
        released_by=AGENT,
        expected=expected,
        kind=kind or DispatchKind.NUMBER_CHANGE,
    )
    return services.dispatches.release(order, DeskSettings())


def sent(database: Database, dispatch: DispatchRecord, at: datetime) -> None:
    """Let a dispatch's SMS have gone out."""
    with database.write() as session:
        session.execute(
            update(OutboundSms)
            .where(OutboundSms.dispatch_id == dispatch.id)
            .values(state=SmsState.DELIVERED, sent_at=at)
        )


def test_that_without_a_change_of_number_there_is_nobody_to_tell(
    services: Services, house: House
) -> None:
    assert services.number_changes.tracker(house.service) is None
    with pytest.raises(NotFoundError):
        services.recipients.preview(notice(house), RULES)


def test_that_the_notice_goes_to_those_who_were_active_and_are_not_back(
    services: Services, database: Database, house: House, clock: Clock
) -> None:
    happens(database, house, 0, ContactEventKind.STOPPED, clock.now - timedelta(days=5))
    new = replaced(services, house, clock)
    clock.goes_on(hours=2)
    happens(database, house, 1, ContactEventKind.STARTED, clock.now, new)
    happens(database, house, 2, ContactEventKind.STOPPED, clock.now)
    happens(database, house, 3, ContactEventKind.SUPPRESSED, clock.now)
    with database.write() as session:
        contact = session.scalars(
            select(Contact).where(Contact.service_id == house.service).order_by(Contact.id)
        ).all()[4]
        contact.sms_country = None
    happens(database, house, 5, ContactEventKind.STOPPED, clock.now - timedelta(minutes=1))
    happens(database, house, 5, ContactEventKind.STARTED, clock.now, new)

    preview = services.recipients.preview(notice(house), RULES)

    # Who had unsubscribed before the block is not concerned at all.
    assert (preview.listed, preview.gets) == (CONTACTS - 1, CONTACTS - 6)
    assert preview.by_reason == {
        ExclusionReason.UNSUBSCRIBED: 1,
        ExclusionReason.SUPPRESSED: 1,
        ExclusionReason.NOT_INCOMPLETE: 2,
        ExclusionReason.NOT_A_MOBILE_NUMBER: 1,
    }
    rows = services.recipients.page(notice(house), RULES, reason=None)
    assert len(rows) == preview.gets


def test_that_the_tracker_adds_up_day_by_day(
    services: Services, database: Database, house: House, clock: Clock
) -> None:
    new = replaced(services, house, clock)
    sent(database, released(services, house, CONTACTS), clock.now)
    for place in range(4):
        clock.goes_on(days=1)
        happens(database, house, place, ContactEventKind.STARTED, clock.now, new)
    happens(database, house, 8, ContactEventKind.STOPPED, clock.now)

    tracker = services.number_changes.tracker(house.service)

    assert tracker is not None
    assert (tracker.old_number, tracker.new_number) == (house.number, new)
    assert (tracker.concerned, tracker.informed) == (CONTACTS, CONTACTS)
    assert (tracker.back, tracker.back_informed, tracker.unsubscribed) == (4, 4, 1)
    assert (tracker.silent, tracker.suppressed) == (CONTACTS - 5, 0)
    assert [day.back for day in tracker.days] == [0, 1, 2, 3, 4]
    assert [day.unsubscribed for day in tracker.days] == [0, 0, 0, 0, 1]
    parts = tracker.back + tracker.unsubscribed + tracker.suppressed + tracker.silent
    assert parts == tracker.concerned


def test_that_the_release_freezes_just_what_was_shown(
    services: Services, database: Database, house: House, clock: Clock
) -> None:
    new = replaced(services, house, clock)
    happens(database, house, 0, ContactEventKind.STARTED, clock.now, new)
    with pytest.raises(ConflictError):
        released(services, house, CONTACTS)
    record = released(services, house, CONTACTS - 1)
    assert record.kind is DispatchKind.NUMBER_CHANGE
    assert (record.balance.listed, record.balance.recipients) == (CONTACTS, CONTACTS - 1)
    assert record.balance.adds_up


def test_that_a_list_of_one_kind_is_never_released_as_another(
    services: Services, house: House, clock: Clock
) -> None:
    replaced(services, house, clock)
    with pytest.raises(InvalidValueError):
        released(services, house, CONTACTS, kind=DispatchKind.SIGNUP_REMINDER)


def test_that_a_second_notice_waits_and_a_third_one_never_goes(
    services: Services, database: Database, house: House, clock: Clock
) -> None:
    replaced(services, house, clock)
    sent(database, released(services, house, CONTACTS), clock.now)
    clock.goes_on(days=6)
    soon = services.recipients.preview(notice(house), RULES)
    assert soon.by_reason == {ExclusionReason.REMINDED_RECENTLY: CONTACTS}
    clock.goes_on(days=1)
    sent(database, released(services, house, CONTACTS), clock.now)
    clock.goes_on(days=30)
    never = services.recipients.preview(notice(house), RULES)
    assert never.by_reason == {ExclusionReason.REMINDED_TOO_OFTEN: CONTACTS}


def test_that_two_notices_released_at_once_reach_nobody_twice(
    services: Services, database: Database, house: House, clock: Clock
) -> None:
    replaced(services, house, clock)
    for _ in range(2):
        # None has left yet, so the second list is as long as the first one.
        released(services, house, CONTACTS)
    clock.goes_on(minutes=1)
    outbox = Outbox(database, Identity("a gateway", "one", test_mode=False), Policy(Judge(), 1000))
    assert outbox.acquire() is None

    claimed = outbox.turn([], 4 * CONTACTS).sms

    assert sorted(sms.e164 for sms in claimed) == sorted({sms.e164 for sms in claimed})
    assert len(claimed) == CONTACTS
    with database.read() as session:
        left_out = session.scalars(
            select(OutboundSms.reason).where(OutboundSms.state == SmsState.EXCLUDED)
        ).all()
    assert left_out == [ExclusionReason.REMINDED_RECENTLY] * CONTACTS


def test_that_a_text_of_an_earlier_number_does_not_go_out_any_more(
    services: Services, database: Database, house: House, clock: Clock
) -> None:
    new = replaced(services, house, clock)
    dispatch = released(services, house, CONTACTS)
    clock.goes_on(minutes=1)
    outbox = Outbox(database, Identity("a gateway", "one", test_mode=False), Policy(Judge(), 1000))
    assert outbox.acquire() is None
    assert len(outbox.turn([], 2).sms) == 2

    services.sim_changes.block(new, ACT)
    services.sim_assigning.assign(house.stock[1], house.service, ACT)
    assert outbox.turn([], 8).sms == []

    for _ in range(2):
        # Whoever lets it go on all the same is told again.
        record = services.dispatch_lists.get(dispatch.id)
        assert (record.state, record.state_reason) == (DispatchState.PAUSED, "number_replaced")
        services.dispatches.resume(dispatch.id, AGENT)
        assert outbox.turn([], 8).sms == []


def test_that_a_number_of_which_the_desk_learns_late_holds_earlier_texts_too(
    services: Services, database: Database, house: House, clock: Clock, tmp_path: Path
) -> None:
    former = replaced(services, house, clock)
    clock.goes_on(hours=2)
    dispatch = released(services, house, CONTACTS)
    clock.goes_on(minutes=1)
    outbox = Outbox(database, Identity("a gateway", "one", test_mode=False), Policy(Judge(), 1000))
    assert outbox.acquire() is None
    assert len(outbox.turn([], 2).sms) == 2
    with database.read() as session:
        iccid = session.scalars(select(SimCard.iccid).where(SimCard.msisdn == former)).one()
        service_no = session.get_one(NewsletterService, house.service).service_no

    # The platform had replaced it an hour before the release.
    since = (clock() - timedelta(hours=1)).strftime("%Y-%m-%d %H:%M")
    rows = [
        [iccid or "", former, "blocked", since, "", ""],
        ["8943010000000000777", "+436500000777", "active", since, service_no, since],
    ]
    report = run(database, write_csv(tmp_path / "sims.csv", [SIM_HEADER, *rows]))

    assert report.conflicts == ()
    assert outbox.turn([], 8).sms == []
    record = services.dispatch_lists.get(dispatch.id)
    assert (record.state, record.state_reason) == (DispatchState.PAUSED, "number_replaced")
    services.dispatches.resume(dispatch.id, AGENT)
    assert outbox.turn([], 8).sms == []


def test_that_nobody_is_led_to_a_number_that_is_blocked_again(
    services: Services, database: Database, house: House, clock: Clock
) -> None:
    new = replaced(services, house, clock)
    services.sim_changes.block(new, ACT)
    preview = services.recipients.preview(notice(house), RULES)
    assert preview.by_reason == {ExclusionReason.NUMBER_BLOCKED: CONTACTS}
    with database.read() as session:
        assert session.get_one(NewsletterService, house.service).sender_number == new
