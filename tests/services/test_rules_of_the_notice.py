"""Every rule about who gets the notice of a new number, as a table: one line, one contact.

Each line is asked of the rules in Python and of their twins in SQL, on both databases.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from desktop.models.eligibility import (
    NumberChangeCandidate,
    ReminderRules,
    number_change_exclusion,
)
from desktop.models.phone import read_number
from desktop.models.records.dispatches import RecipientList
from desktop.models.records.signups import SignupSelection
from desktop.models.states import ContactEventKind, DispatchKind, SimStatus, SmsState
from desktop.models.states import ExclusionReason as Why
from desktop.models.tables import Contact, NewsletterService, OutboundSms
from desktop.services.bundle import Services, build_services
from desktop.services.notice_rules_sql import concerned, notice_rules, replacement_of
from desktop.services.reminder_rules_sql import first_reason
from desktop.services.storage.database import Database
from tests.services.test_number_changes import ACT, happens, released, sent
from tests.support.house import Clock, House, build_house

RULES = ReminderRules()
MOBILE = "+43664"


@dataclass(frozen=True)
class Notice:
    """A contact that was active, what happened to it, and why it gets no notice (None: it does).

    ``before`` and ``after`` are events an hour before and after the block; ``notices`` are the
    hours since earlier notices of this change.
    """

    says: str
    why: Why | None
    before: tuple[ContactEventKind, ...] = ()
    after: tuple[ContactEventKind, ...] = ()
    notices: tuple[int, ...] = ()
    number: str = MOBILE


_STOP, _START, _GONE = (
    ContactEventKind.STOPPED,
    ContactEventKind.STARTED,
    ContactEventKind.SUPPRESSED,
)
_WEEK = 7 * 24

NOTICES = (
    Notice("was active, is not back", None),
    Notice("unsubscribed before the block", Why.UNSUBSCRIBED, before=(_STOP,)),
    Notice("unsubscribed after the block", Why.UNSUBSCRIBED, after=(_STOP,)),
    Notice("suppressed after the block", Why.SUPPRESSED, after=(_GONE,)),
    Notice("is back", Why.NOT_INCOMPLETE, after=(_START,)),
    Notice("was back and unsubscribed", Why.UNSUBSCRIBED, after=(_START, _STOP)),
    Notice("unsubscribed and came back by itself", Why.NOT_INCOMPLETE, after=(_STOP, _START)),
    Notice("landline", Why.NOT_A_MOBILE_NUMBER, number="+4315321"),
    Notice("another country", Why.OTHER_COUNTRY, number="+393331"),
    Notice("informed 7 days ago: once more on a new request", None, notices=(_WEEK,)),
    Notice("informed an hour less than 7 days ago", Why.REMINDED_RECENTLY, notices=(_WEEK - 1,)),
    Notice("informed twice", Why.REMINDED_TOO_OFTEN, notices=(3 * _WEEK, 2 * _WEEK)),
    Notice("informed twice, just now", Why.REMINDED_TOO_OFTEN, notices=(2 * _WEEK, 1)),
)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def database(migrated_url: str, clock: Clock) -> Iterator[Database]:
    opened = Database(migrated_url, clock=clock)
    yield opened
    opened.close()


@pytest.fixture
def services(database: Database) -> Services:
    return build_services(database)


def _played(services: Services, clock: Clock) -> tuple[House, list[int]]:
    """Let everything happen that the lines say; return the house, and its contacts in order."""
    database = services.database
    house = build_house(database, contacts=len(NOTICES))
    contacts = _contacts(database, house)
    blocked_at = clock.now
    for place, line in enumerate(NOTICES):
        for kind in line.before:
            happens(database, house, place, kind, blocked_at - timedelta(hours=1))
    services.sim_changes.block(house.number, ACT)
    clock.goes_on(minutes=10)
    new = services.sim_assigning.assign(house.stock[0], house.service, ACT).number
    told = [_notice_nobody_got(services, house) for _ in range(2)]
    clock.goes_on(days=30)
    for dispatch_id, earlier in enumerate(told):
        _tell(database, contacts, earlier, dispatch_id, clock.now)
    for place, line in enumerate(NOTICES):
        for step, kind in enumerate(line.after, start=1):
            happens(database, house, place, kind, blocked_at + timedelta(hours=step),
                    new if kind is _START else None)  # fmt: skip
    _renumber(database, contacts)
    return house, contacts


def _contacts(database: Database, house: House) -> list[int]:
    of_service = select(Contact.id).where(Contact.service_id == house.service)
    with database.read() as session:
        return list(session.scalars(of_service.order_by(Contact.id)))


def _notice_nobody_got(services: Services, house: House) -> int:
    """Release a notice and let the gateway refuse every SMS of it."""
    wanted = RecipientList(house.service, SignupSelection(), kind=DispatchKind.NUMBER_CHANGE)
    gets = services.recipients.preview(wanted, RULES).gets
    record = released(services, house, gets)
    sent(services.database, record, services.database.clock())
    with services.database.write() as session:
        session.execute(update(OutboundSms).values(state=SmsState.FAILED))
    return record.id


def _tell(
    database: Database, contacts: list[int], dispatch_id: int, place: int, now: datetime
) -> None:
    with database.write() as session:
        for contact_id, line in zip(contacts, NOTICES, strict=True):
            if place < len(line.notices):
                session.execute(
                    update(OutboundSms)
                    .where(
                        OutboundSms.dispatch_id == dispatch_id,
                        OutboundSms.contact_id == contact_id,
                    )
                    .values(
                        state=SmsState.DELIVERED,
                        sent_at=now - timedelta(hours=line.notices[place]),
                    )
                )


def _renumber(database: Database, contacts: list[int]) -> None:
    with database.write() as session:
        for place, (contact_id, line) in enumerate(zip(contacts, NOTICES, strict=True)):
            contact = session.get_one(Contact, contact_id)
            contact.e164 = line.number + f"{place:0{13 - len(line.number)}d}"
            contact.sms_country = read_number(contact.e164, "").region or None


def _told_by_database(session: Session, house: House, now: datetime) -> Mapping[int, Why | None]:
    change = replacement_of(session, house.service)
    assert change is not None
    why = first_reason(notice_rules(change, RULES, now))
    return dict(session.execute(select(Contact.id, why).where(concerned(change))).all())


def test_that_a_notice_is_refused_for_the_right_reason(services: Services, clock: Clock) -> None:
    house, contacts = _played(services, clock)
    with services.database.read() as session:
        in_sql = _told_by_database(session, house, clock.now)
        in_python = {
            contact_id: number_change_exclusion(
                _notice_candidate(session, house, contact_id, line, clock.now), RULES, clock.now
            )
            for contact_id, line in zip(contacts, NOTICES, strict=True)
        }

    expected = {line.says: line.why for line in NOTICES}
    says = dict(zip(contacts, expected, strict=True))
    assert {says[one]: why for one, why in in_python.items()} == expected
    # Whom the change does not concern is not on the list at all.
    gone = says[contacts[1]]
    assert {says[one]: why for one, why in in_sql.items()} == {
        one: why for one, why in expected.items() if one != gone
    }


def _notice_candidate(
    session: Session, house: House, contact_id: int, line: Notice, now: datetime
) -> NumberChangeCandidate:
    contact = session.get_one(Contact, contact_id)
    return NumberChangeCandidate(
        contact_id,
        contact.state,
        contact.e164,
        active_at_blocking=not line.before,
        notices_sent=len(line.notices),
        last_notice_at=now - timedelta(hours=min(line.notices)) if line.notices else None,
        sim_status=session.get_one(NewsletterService, house.service).sim_status,
    )


def test_that_no_notice_leads_to_a_number_that_is_blocked_too(
    services: Services, clock: Clock
) -> None:
    house, _contacts = _played(services, clock)
    with services.database.write() as session:
        session.execute(update(NewsletterService).values(sim_status=SimStatus.BLOCKED))
    with services.database.read() as session:
        told = _told_by_database(session, house, clock.now)
    assert None not in told.values()
    assert Why.NUMBER_BLOCKED in told.values()
