"""Every rule about who may get an SMS at its bounds, as a table: one line, one case.

Each line is asked of the rules in Python and of their twins in SQL, on both databases. Times are
those of the clock on the wall in Vienna; what a line leaves out is as for somebody who may.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select

from desktop.models.eligibility import (
    ReminderCandidate,
    ReminderRules,
    reminder_exclusion,
    select_recipients,
)
from desktop.models.records.dispatches import RecipientList
from desktop.models.records.signups import SignupFilter, SignupSelection
from desktop.models.states import (
    ContactState,
    SimStatus,
)
from desktop.models.states import ExclusionReason as Why
from desktop.models.tables import Contact, NewsletterService
from desktop.services.importing.load import Importing
from desktop.services.reminder_rules_sql import reminder_reason
from desktop.services.sending.recipients import Recipients
from desktop.services.storage.database import Database
from tests.services.importing.exports import (
    CONTACT_HEADER,
    SIM_HEADER,
    write_csv,
    write_export,
)
from tests.support.signups import add_contacts, add_services

RULES = ReminderRules()
VIENNA = ZoneInfo("Europe/Vienna")
MOBILE = "+43664"


def vienna(wall: str) -> datetime:
    """Return the moment (UTC, as the desk counts) at which a clock in Vienna shows this."""
    return datetime.fromisoformat(wall).replace(tzinfo=VIENNA).astimezone(UTC)


# ------------------------------------------------------------------------------- the reminder


@dataclass(frozen=True)
class Line:
    """A sign-up, the moment at which it is looked at, and why it gets no reminder (None: it does).

    ``number`` is a whole number, or one that begins like this.
    """

    says: str
    why: Why | None
    at: str = "2026-11-24 12:00:00"
    entered: str = "2026-11-20 12:00:00"
    sent: int = 0
    last: str | None = None
    state: ContactState = ContactState.INCOMPLETE
    sim: SimStatus | None = SimStatus.ACTIVE
    number: str = MOBILE


REMINDERS = (
    Line("nothing stands against it", None),
    # rule 2: never to who unsubscribed or is suppressed, whatever else may be
    Line("unsubscribed", Why.UNSUBSCRIBED, state=ContactState.UNSUBSCRIBED),
    Line("suppressed", Why.SUPPRESSED, state=ContactState.SUPPRESSED),
    Line("unsubscribed, on a blocked number", Why.UNSUBSCRIBED, state=ContactState.UNSUBSCRIBED,
         sim=SimStatus.BLOCKED, number="+43153212"),
    Line("has started already", Why.NOT_INCOMPLETE, state=ContactState.ACTIVE),
    Line("has to register again", Why.NOT_INCOMPLETE,
         state=ContactState.RE_REGISTRATION_PENDING),
    # never while the service's number is blocked
    Line("the number is blocked", Why.NUMBER_BLOCKED, sim=SimStatus.BLOCKED),
    Line("the number is warned, and works", None, sim=SimStatus.WARNED),
    Line("the number is only in stock", Why.NO_SENDER_NUMBER, sim=SimStatus.IN_STOCK),
    Line("the number is retired", Why.NO_SENDER_NUMBER, sim=SimStatus.RETIRED),
    Line("there is no number", Why.NO_SENDER_NUMBER, sim=None),
    # landlines and other countries
    Line("landline in Vienna", Why.NOT_A_MOBILE_NUMBER, number="+43153212"),
    Line("landline in Berlin", Why.NOT_A_MOBILE_NUMBER, number="+49301234"),
    Line("premium rate number", Why.NOT_A_MOBILE_NUMBER, number="+43900123"),
    Line("mobile in Germany", None, number="+4915112"),
    Line("mobile in Switzerland", None, number="+417912"),
    Line("mobile in Italy", Why.OTHER_COUNTRY, number="+3933312"),
    Line("mobile in Liechtenstein", Why.OTHER_COUNTRY, number="+423791"),
    Line("landline in Italy: no mobile before another country", Why.NOT_A_MOBILE_NUMBER,
         number="+390612"),
    # 1 to 30 days old
    Line("one day old, to the second", None, entered="2026-11-23 12:00:00"),
    Line("a second less than a day", Why.TOO_YOUNG, entered="2026-11-23 12:00:01"),
    Line("entered by a clock that is fast", Why.TOO_YOUNG, entered="2026-11-24 12:00:01"),
    Line("30 days old, to the second", None, entered="2026-10-25 12:00:00"),
    Line("a second more than 30 days", Why.TOO_OLD, entered="2026-10-25 11:59:59"),
    # cool-down: 7 days apart
    Line("reminded 7 days ago, to the second", None, sent=1, last="2026-11-17 12:00:00",
         entered="2026-11-10 12:00:00"),
    Line("a second less than 7 days", Why.REMINDED_RECENTLY, sent=1, last="2026-11-17 12:00:01",
         entered="2026-11-10 12:00:00"),
    Line("reminded for an earlier sign-up, a day less than 7", Why.REMINDED_RECENTLY,
         last="2026-11-18 12:00:00"),
    # cap: at most 2
    Line("reminded once, long ago", None, sent=1, last="2026-11-10 12:00:00",
         entered="2026-11-01 12:00:00"),
    Line("reminded twice, long ago", Why.REMINDED_TOO_OFTEN, sent=2, last="2026-11-10 12:00:00",
         entered="2026-11-01 12:00:00"),
    Line("reminded twice, just now: the cap comes first", Why.REMINDED_TOO_OFTEN, sent=2,
         last="2026-11-24 11:00:00", entered="2026-11-01 12:00:00"),
    Line("too old and reminded twice: the age comes first", Why.TOO_OLD, sent=2,
         last="2026-11-10 12:00:00", entered="2026-09-01 12:00:00"),
    # spring: the night to 29 March 2026 has 23 hours. A day is 24 hours, not a date.
    Line("a day over the short night: same clock, an hour short", Why.TOO_YOUNG,
         entered="2026-03-28 12:00:00", at="2026-03-29 12:00:00"),
    Line("a day over the short night: an hour later", None,
         entered="2026-03-28 12:00:00", at="2026-03-29 13:00:00"),
    Line("7 days over the short night: same clock, an hour short", Why.REMINDED_RECENTLY, sent=1,
         entered="2026-03-20 12:00:00", last="2026-03-24 09:00:00", at="2026-03-31 09:59:59"),
    Line("7 days over the short night: an hour later", None, sent=1,
         entered="2026-03-20 12:00:00", last="2026-03-24 09:00:00", at="2026-03-31 10:00:00"),
    Line("30 days over the short night: an hour longer by the clock", None,
         entered="2026-03-10 09:00:00", at="2026-04-09 10:00:00"),
    Line("30 days over the short night, and a second", Why.TOO_OLD,
         entered="2026-03-10 09:00:00", at="2026-04-09 10:00:01"),
    # autumn: the night to 25 October 2026 has 25 hours
    Line("a day over the long night: an hour early by the clock", None,
         entered="2026-10-24 12:00:00", at="2026-10-25 11:00:00"),
    Line("a day over the long night: a second less", Why.TOO_YOUNG,
         entered="2026-10-24 12:00:00", at="2026-10-25 10:59:59"),
    Line("7 days over the long night: an hour early by the clock", None, sent=1,
         entered="2026-10-10 12:00:00", last="2026-10-20 10:00:00", at="2026-10-27 09:00:00"),
    Line("7 days over the long night: a second less", Why.REMINDED_RECENTLY, sent=1,
         entered="2026-10-10 12:00:00", last="2026-10-20 10:00:00", at="2026-10-27 08:59:59"),
    Line("30 days over the long night: an hour short by the clock", None,
         entered="2026-10-10 12:00:00", at="2026-11-09 11:00:00"),
    Line("30 days over the long night: same clock", Why.TOO_OLD,
         entered="2026-10-10 12:00:00", at="2026-11-09 12:00:00"),
    # the hour that comes twice: entered in its first half hour, looked at a day later
    Line("entered in the hour that comes twice", None,
         entered="2026-10-25 02:30:00", at="2026-10-26 09:00:00"),
)  # fmt: skip


def _number(line: Line, place: int) -> str:
    """Return a number of its own for a line, as long as numbers of its kind are."""
    length = {"+41": 12, "+423": 11, "+4930": 12, "+4915": 14}.get(_country_code(line.number), 13)
    return line.number + f"{place:0{length - len(line.number)}d}"


def _country_code(number: str) -> str:
    return next((code for code in ("+4930", "+4915", "+423", "+41") if number.startswith(code)), "")


def _candidate(line: Line, place: int) -> ReminderCandidate:
    return ReminderCandidate(
        place,
        line.state,
        _number(line, place),
        vienna(line.entered),
        line.sent,
        None if line.last is None else vienna(line.last),
        line.sim,
    )


@pytest.mark.parametrize(
    ("place", "line"), list(enumerate(REMINDERS)), ids=[line.says for line in REMINDERS]
)
def test_that_a_reminder_is_refused_for_the_right_reason(place: int, line: Line) -> None:
    assert reminder_exclusion(_candidate(line, place), RULES, vienna(line.at)) is line.why


def test_that_the_database_refuses_a_reminder_for_the_same_reasons(migrated_url: str) -> None:
    database = Database(migrated_url)
    sims = list(dict.fromkeys(line.sim for line in REMINDERS))
    add_services(database, [{"sim_status": sim} for sim in sims])
    candidates = [_candidate(line, place) for place, line in enumerate(REMINDERS)]
    add_contacts(
        database,
        [
            {
                "id": one.contact_id + 1,
                "service_id": sims.index(one.sim_status) + 1,
                "state": one.state,
                "e164": one.e164,
                "entered_at": one.entered_at,
                "reminders_sent": one.reminders_sent,
                "last_reminder_at": one.last_reminder_at,
            }
            for one in candidates
        ],
    )

    with database.read() as session:
        told = {
            line.says: session.execute(
                select(reminder_reason(RULES, vienna(line.at))).where(Contact.id == place)
            ).scalar_one()
            for place, line in enumerate(REMINDERS, start=1)
        }
    database.close()

    assert told == {line.says: line.why for line in REMINDERS}


def test_that_a_number_in_the_list_twice_gets_one_sms() -> None:
    spelled = [_candidate(Line("", None), 7), _candidate(Line("", None), 8)]
    twins = [*spelled, ReminderCandidate(9, *_fields_after_id(spelled[0]))]
    selection = select_recipients(twins, lambda one: reminder_exclusion(one, RULES, _NOW))
    assert [one.contact_id for one in selection.recipients] == [7, 8]
    assert [(one.contact_id, why) for one, why in selection.excluded] == [(9, Why.DUPLICATE_NUMBER)]
    assert selection.counts.recipients + selection.counts.excluded == selection.counts.listed


@dataclass(frozen=True)
class Spelled:
    """How one number stands in an export, and once more; whether both are one recipient."""

    says: str
    first: str
    second: str
    is_one: bool = True


SPELLINGS = (
    Spelled("the same twice", "0660 5550101", "0660 5550101"),
    Spelled("national and international", "0660 555 01 01", "+43 660 5550101"),
    Spelled("two zeros for the plus", "+436605550101", "0043 660/5550101"),
    Spelled("a zero in brackets", "+43 (0) 660 5550101", "06605550101"),
    Spelled("the country without a plus", "436605550101", "+43 660 555-01-01"),
    Spelled("invisible signs", "\u200e0660\u00a05550101", "+436605550101"),
    Spelled("another last digit", "0660 5550101", "+43 660 5550102", is_one=False),
)


def test_that_a_number_imported_in_two_spellings_is_one_recipient(
    migrated_url: str, tmp_path: Path
) -> None:
    database = Database(migrated_url, clock=lambda: _NOW)
    folder = write_export(tmp_path)
    services = [["service_no", "customer_no", "name", "timezone"]]
    services += [[f"S{place}", "K1", one.says, ""] for place, one in enumerate(SPELLINGS)]
    write_csv(folder / "services.csv", services)
    write_csv(
        folder / "sims.csv",
        [
            SIM_HEADER,
            *(
                [f"894301000000000010{place}", f"+43660555900{place}", "active", "2026-01-01",
                 f"S{place}", "2026-01-01"]
                for place in range(len(SPELLINGS))
            ),
        ],
    )  # fmt: skip
    rows = [
        [f"S{place}", spelling, "", "2026-11-20T12:00:00", "", "", ""]
        for place, one in enumerate(SPELLINGS)
        for spelling in (one.first, one.second)
    ]
    write_csv(folder / "contacts.csv", [CONTACT_HEADER, *rows])
    Importing(database).run([folder], agent="test", language="en")

    with database.read() as session:
        found = {row.name: row.id for row in session.scalars(select(NewsletterService))}
    told = {}
    for one in SPELLINGS:
        wanted = RecipientList(found[one.says], SignupSelection(SignupFilter()))
        preview = Recipients(database).preview(wanted, RULES)
        told[one.says] = (preview.gets, preview.listed)
    database.close()

    assert told == {one.says: (1, 1) if one.is_one else (2, 2) for one in SPELLINGS}


_NOW = vienna("2026-11-24 12:00:00")


def _fields_after_id(
    of: ReminderCandidate,
) -> tuple[ContactState, str, datetime, int, datetime | None, SimStatus | None]:
    return (
        of.state, of.e164, of.entered_at, of.reminders_sent, of.last_reminder_at, of.sim_status
    )  # fmt: skip
