"""When an SMS may go out, who has to release it, and what counts at the last moment, as tables.

The hours are asked of the rule in Python and of the claim in SQL, on both databases. Times are
those of the clock on the wall in Vienna, Berlin and Zurich, which is one and the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import func, select, update

from desktop.errors import NothingToSendError, SecondReleaseNeededError
from desktop.models.eligibility import ReminderRules
from desktop.models.send_window import is_open, next_open, zone_of
from desktop.models.settings import DeskSettings, LimitSettings
from desktop.models.states import ContactState, DispatchState, SimStatus, SmsState
from desktop.models.states import ExclusionReason as Why
from desktop.models.tables import Contact, Dispatch, NewsletterService
from desktop.services.sending.claims import Judge, claim_from
from desktop.services.sending.lease import Hold
from desktop.services.sending.outbox import Outbox
from desktop.services.sending.policy import Identity, Policy
from desktop.services.sending.queues import open_dispatches
from tests.support.sending import GATEWAY, HandClock, World, make_world

VIENNA = ZoneInfo("Europe/Vienna")
NUMBERS = {"AT": "+43664{:07d}", "DE": "+4915112{:06d}", "CH": "+4179{:07d}"}


@pytest.fixture
def world(migrated_url: str, clock: HandClock) -> Iterator[World]:
    """A customer and a service, on both engines, from tables that are made once."""
    made = make_world(migrated_url, clock)
    yield made
    made.database.close()


def vienna(wall: str) -> datetime:
    """Return the moment (UTC) at which a clock in Vienna shows this; ``Z`` at the end means UTC."""
    moment = datetime.fromisoformat(wall)
    return (moment if moment.tzinfo else moment.replace(tzinfo=VIENNA)).astimezone(UTC)


# ----------------------------------------------------------------------------------- the hours


@dataclass(frozen=True)
class Hour:
    """A moment, and when an SMS to somebody in a country may go out: None for at once."""

    says: str
    at: str
    country: str = "AT"
    opens: str | None = None


HOURS = (
    Hour("the first second", "2026-11-24 09:00:00"),
    Hour("a second too early", "2026-11-24 08:59:59", opens="2026-11-24 09:00"),
    Hour("the last second", "2026-11-24 18:59:59"),
    Hour("a second too late", "2026-11-24 19:00:00", opens="2026-11-25 09:00"),
    Hour("midnight", "2026-11-24 00:00:00", opens="2026-11-24 09:00"),
    Hour("Saturday, the last second", "2026-11-28 18:59:59"),
    Hour("Saturday evening", "2026-11-28 19:00:00", opens="2026-11-30 09:00"),
    Hour("Sunday noon", "2026-11-29 12:00:00", opens="2026-11-30 09:00"),
    # holidays are those of the whole country of the recipient
    Hour("Immaculate Conception in Austria", "2026-12-08 12:00:00", opens="2026-12-09 09:00"),
    Hour("the same day in Germany", "2026-12-08 12:00:00", "DE"),
    Hour("the same day in Switzerland", "2026-12-08 12:00:00", "CH"),
    Hour("German unity, a Saturday", "2026-10-03 12:00:00", "DE", opens="2026-10-05 09:00"),
    Hour("the same day in Austria", "2026-10-03 12:00:00"),
    Hour("the Swiss national day", "2026-08-01 12:00:00", "CH", opens="2026-08-03 09:00"),
    Hour("the same day in Germany", "2026-08-01 12:00:00", "DE"),
    Hour("Good Friday in Germany", "2027-03-26 12:00:00", "DE", opens="2027-03-27 09:00"),
    Hour("Good Friday in Austria", "2027-03-26 12:00:00"),
    Hour("Easter Monday", "2027-03-29 12:00:00", opens="2027-03-30 09:00"),
    Hour("Christmas, three days in a row", "2026-12-24 19:00:00", opens="2026-12-28 09:00"),
    Hour("New Year's Eve", "2026-12-31 18:59:59"),
    Hour("New Year", "2026-12-31 19:00:00", opens="2027-01-02 09:00"),
    Hour("Epiphany in Austria", "2027-01-06 12:00:00", opens="2027-01-07 09:00"),
    Hour("Epiphany in Germany: only some of its states", "2027-01-06 12:00:00", "DE"),
    # spring: the night to Sunday, 29 March 2026, has no hour from two to three
    Hour("Saturday before the short night", "2026-03-28 18:59:59"),
    Hour("the evening before it", "2026-03-28 19:00:00", opens="2026-03-30T07:00Z"),
    Hour("a second before the clock goes forward", "2026-03-29T00:59:59Z",
         opens="2026-03-30T07:00Z"),
    Hour("the moment it goes forward", "2026-03-29T01:00:00Z", opens="2026-03-30T07:00Z"),
    Hour("Monday after it, nine by the clock of winter", "2026-03-30T06:59:59Z",
         opens="2026-03-30T07:00Z"),
    Hour("Monday after it, nine by the clock of summer", "2026-03-30T07:00:00Z"),
    Hour("Monday after it, seven in the evening", "2026-03-30T17:00:00Z",
         opens="2026-03-31T07:00Z"),
    # autumn: the night to Sunday, 25 October 2026, has the hour from two to three twice
    Hour("Saturday before the long night", "2026-10-24T16:59:59Z", "DE"),
    Hour("the evening before it", "2026-10-24T17:00:00Z", "DE", opens="2026-10-26T08:00Z"),
    Hour("half past two for the first time", "2026-10-25T00:30:00Z", "DE",
         opens="2026-10-26T08:00Z"),
    Hour("half past two for the second time", "2026-10-25T01:30:00Z", "DE",
         opens="2026-10-26T08:00Z"),
    Hour("Monday after it, nine by the clock of summer", "2026-10-26T07:00:00Z", "DE",
         opens="2026-10-26T08:00Z"),
    Hour("Monday after it, nine by the clock of winter", "2026-10-26T08:00:00Z", "DE"),
    Hour("Monday after it, half past six in the evening", "2026-10-26T17:30:00Z", "DE"),
    Hour("Monday after it, the national day in Austria", "2026-10-26T08:00:00Z",
         opens="2026-10-27T08:00Z"),
)  # fmt: skip


@pytest.mark.parametrize("hour", HOURS, ids=[f"{one.says} ({one.country})" for one in HOURS])
def test_that_an_sms_waits_for_the_hours_of_its_recipient(hour: Hour) -> None:
    at, zone = vienna(hour.at), zone_of(hour.country, "Europe/Vienna")
    assert is_open(at, zone, hour.country) is (hour.opens is None)
    assert next_open(at, zone, hour.country) == vienna(hour.opens or hour.at)


def test_that_a_claim_keeps_the_same_hours(world: World) -> None:
    for number, form in enumerate(NUMBERS.values()):
        _add(world, form.format(number))
    world.release()
    ageless = Judge(ReminderRules(max_age_days=10_000, min_age_days=-10_000))
    kept = {}
    for hour in HOURS:
        with world.database.read() as session:  # nothing of it is committed
            (dispatch,) = open_dispatches(session, GATEWAY, test_mode=False)
            of = claim_from(session, dispatch, Hold(GATEWAY, "one", 1), 9, ageless, vienna(hour.at))
            start = NUMBERS[hour.country].split("{")[0]
            kept[hour] = any(sms.e164.startswith(start) for sms in of.sms)
            session.rollback()
    assert kept == {hour: hour.opens is None for hour in HOURS}


def _add(world: World, e164: str, **columns: object) -> None:
    world.add_incomplete(1, e164=e164, **columns)


# ------------------------------------------------------------------------------ the second release


@dataclass(frozen=True)
class Signed:
    """So many recipients, whom the second release is from, and whether that is enough."""

    says: str
    recipients: int
    second: str
    enough: bool


LIMIT = 3
RELEASES = (
    Signed("at the bound one person is enough", LIMIT, "", enough=True),
    Signed("one above it is not", LIMIT + 1, "", enough=False),
    Signed("blanks are no name", LIMIT + 1, "  ", enough=False),
    Signed("nor is the first person's", LIMIT + 1, "lena", enough=False),
    Signed("in whatever spelling", LIMIT + 1, " Lena ", enough=False),
    Signed("a colleague's is", LIMIT + 1, "jonas", enough=True),
)


def test_that_from_501_recipients_on_a_second_person_is_needed() -> None:
    assert DeskSettings().limits.second_release_above == 500


@pytest.mark.parametrize("signed", RELEASES, ids=[one.says for one in RELEASES])
def test_that_many_sms_need_two_people(world: World, signed: Signed) -> None:
    world.settings = DeskSettings(limits=LimitSettings(countdown_s=10, second_release_above=LIMIT))
    world.add_incomplete(signed.recipients)
    if signed.enough:
        record = world.release(second_released_by=signed.second)
        assert record.balance.recipients == signed.recipients
        return
    with pytest.raises(SecondReleaseNeededError):
        world.release(second_released_by=signed.second)
    assert world.states() == {}


# ----------------------------------------------------------------------------- the last moment

Happening = Callable[[World, HandClock], None]


def _becomes(state: ContactState) -> Happening:
    def happen(world: World, _clock: HandClock) -> None:
        world.set_state(min(world.rows()), state)

    return happen


def _is_reminded(ago: timedelta, times: int) -> Happening:
    def happen(world: World, clock: HandClock) -> None:
        with world.database.write() as session:
            session.execute(
                update(Contact).values(reminders_sent=times, last_reminder_at=clock() - ago)
            )

    return happen


def _entered(ago: timedelta) -> Happening:
    def happen(world: World, clock: HandClock) -> None:
        with world.database.write() as session:
            session.execute(update(Contact).values(entered_at=clock() - ago))

    return happen


def _number_is(status: SimStatus) -> Happening:
    def happen(world: World, _clock: HandClock) -> None:
        with world.database.write() as session:
            session.execute(update(NewsletterService).values(sim_status=status))

    return happen


def _nothing(_world: World, _clock: HandClock) -> None:
    """Let everything be as it was."""


DAY, SECOND = timedelta(days=1), timedelta(seconds=1)


@dataclass(frozen=True)
class Moment:
    """What happens between the release and the claim, and what becomes of the SMS."""

    says: str
    happens: Happening
    state: SmsState
    why: str = ""


MOMENTS = (
    Moment("nothing", _nothing, SmsState.SENDING),
    Moment("opts out", _becomes(ContactState.UNSUBSCRIBED), SmsState.EXCLUDED, Why.UNSUBSCRIBED),
    Moment("is erased", _becomes(ContactState.SUPPRESSED), SmsState.EXCLUDED, Why.SUPPRESSED),
    Moment("starts", _becomes(ContactState.ACTIVE), SmsState.EXCLUDED, Why.NOT_INCOMPLETE),
    Moment("becomes 30 days old", _entered(30 * DAY), SmsState.SENDING),
    Moment("becomes older", _entered(30 * DAY + SECOND), SmsState.EXCLUDED, Why.TOO_OLD),
    Moment("signs up anew", _entered(DAY - SECOND), SmsState.EXCLUDED, Why.TOO_YOUNG),
    Moment("was reminded 7 days ago", _is_reminded(7 * DAY, 1), SmsState.SENDING),
    Moment("was reminded later", _is_reminded(7 * DAY - SECOND, 1), SmsState.EXCLUDED,
           Why.REMINDED_RECENTLY),
    Moment("was reminded twice", _is_reminded(9 * DAY, 2), SmsState.EXCLUDED,
           Why.REMINDED_TOO_OFTEN),
    Moment("the number is blocked", _number_is(SimStatus.BLOCKED), SmsState.QUEUED),
    Moment("the number is retired", _number_is(SimStatus.RETIRED), SmsState.QUEUED),
    Moment("the number is warned", _number_is(SimStatus.WARNED), SmsState.SENDING),
)  # fmt: skip


@pytest.mark.parametrize("moment", MOMENTS, ids=[one.says for one in MOMENTS])
def test_that_the_last_moment_counts(world: World, clock: HandClock, moment: Moment) -> None:
    world.add_incomplete(1)
    world.release()
    clock.forward(10)
    moment.happens(world, clock)
    outbox = Outbox(world.database, Identity(GATEWAY, "one", test_mode=False), Policy())
    assert outbox.acquire() is None

    outbox.turn([], 8)

    (sms,) = world.rows().values()
    assert sms.state is moment.state
    if moment.state is SmsState.QUEUED:
        with world.database.read() as session:
            assert session.scalar(select(Dispatch.state)) is DispatchState.PAUSED
    else:
        assert sms.reason == moment.why


def test_that_nothing_is_released_to_nobody(world: World) -> None:
    _add(world, "+43153212345")
    with pytest.raises(NothingToSendError):
        world.release()
    with world.database.read() as session:
        assert session.scalar(select(func.count()).select_from(Dispatch)) == 0
