"""What reminders brought: who is compared, who is not, and that each counts once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from threading import Event

import pytest
from sqlalchemy import select, update

from desktop.errors import CancelledError
from desktop.models.states import ContactEventKind, ContactState, DispatchKind, SmsState
from desktop.models.tables import Contact, ContactEvent, Dispatch, OutboundSms
from desktop.services.effects import Effects
from tests.support.sending import NOON, HandClock, World, make_world

STARTED = ContactEventKind.STARTED


def ago(**time: float) -> datetime:
    return NOON - timedelta(**time)


class Signups:
    """Sign-ups with their events, and reminders that went out at some moment."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.effects = Effects(world.database)

    def enter(self, count: int, at: datetime, **columns: object) -> list[str]:
        numbers = self.world.add_incomplete(count, entered_at=at, **columns)
        for number in numbers:
            self.happens(number, ContactEventKind.ENTERED, at)
        return numbers

    def happens(self, number: str, kind: ContactEventKind, at: datetime) -> None:
        with self.world.database.write() as session:
            found = session.scalars(select(Contact).where(Contact.e164 == number)).one()
            session.add(ContactEvent(contact_id=found.id, kind=kind, at=at))

    def remind(self, numbers: list[str], at: datetime, **changes: object) -> int:
        """Let a dispatch have gone out to some numbers; return its id."""
        columns: dict[str, object] = {"state": SmsState.DELIVERED, "sent_at": at, **changes}
        with self.world.database.write() as session:
            case_id = session.scalar(select(Dispatch.case_id).limit(1))
        case_id = case_id or self.world.open_case()
        with self.world.database.write() as session:
            dispatch = Dispatch(
                dispatch_no=f"A-{next(self.world.numbers)}",
                kind=DispatchKind.SIGNUP_REMINDER,
                case_id=case_id,
                request_id=1,
                customer_id=1,
                service_id=1,
                state="done",
                template="",
                text="",
                parts=1,
                listed=len(numbers),
                recipients=len(numbers),
                gateway="a gateway",
                test_mode=False,
                released_by="lena",
                released_at=at,
                starts_at=at,
                first_sent_at=at,
            )
            session.add(dispatch)
            session.flush()
            ids = session.execute(
                select(Contact.id, Contact.e164).where(Contact.e164.in_(numbers))
            ).all()
            for contact_id, number in ids:
                message = f"{dispatch.id}-{number}"
                row = OutboundSms(
                    dispatch_id=dispatch.id,
                    contact_id=contact_id,
                    e164=number,
                    client_message_id=message,
                    queued_at=at,
                    **columns,
                )
                session.add(row)
            return dispatch.id


@pytest.fixture
def signups(database_url: str) -> Iterator[Signups]:
    world = make_world(database_url, HandClock())
    yield Signups(world)
    world.database.close()


def test_that_a_dispatch_is_compared_with_those_it_left_out(signups: Signups) -> None:
    reminded = signups.enter(6, ago(days=25)) + signups.enter(4, ago(days=22))
    others = signups.enter(5, ago(days=23))
    dispatch = signups.remind(reminded, ago(days=20))
    signups.happens(reminded[0], STARTED, ago(days=19, hours=20))
    signups.happens(reminded[1], STARTED, ago(days=14))
    signups.happens(reminded[2], STARTED, ago(days=1))
    signups.happens(others[0], STARTED, ago(days=15))

    found = signups.effects.of_dispatch(dispatch)

    assert found is not None
    assert (found.since, found.sent, found.already) == (ago(days=20), 10, 0)
    assert (found.day.reminded.started, found.day.reminded.over) == (1, 10)
    assert (found.week.reminded.started, found.week.reminded.over) == (2, 10)
    assert (found.day.others.started, found.day.others.over) == (0, 5)
    assert (found.week.others.started, found.week.others.over) == (1, 5)


def test_that_whoever_is_not_comparable_is_not_compared(signups: Signups) -> None:
    reminded = signups.enter(2, ago(days=25)) + signups.enter(1, ago(days=22))
    signups.enter(1, ago(days=26))
    signups.enter(1, ago(days=21))
    signups.enter(1, ago(days=23), e164="+4315200001")
    signups.enter(1, ago(days=23), e164="+4915112345678")
    [active] = signups.enter(1, ago(days=23), state=ContactState.ACTIVE)
    signups.happens(active, STARTED, ago(days=22))
    [gone] = signups.enter(1, ago(days=23), state=ContactState.SUPPRESSED)
    signups.happens(gone, ContactEventKind.SUPPRESSED, ago(days=21))
    [again] = signups.enter(1, ago(days=23))
    signups.happens(again, ContactEventKind.ENTERED, ago(days=21))
    [before] = signups.enter(1, ago(days=24))
    signups.remind([before], ago(days=23))
    dispatch = signups.remind(reminded, ago(days=20))

    found = signups.effects.of_dispatch(dispatch)

    assert found is not None
    assert found.week.reminded.over == 3
    assert found.week.others.total == 0


def test_that_who_was_in_the_dispatch_but_got_nothing_is_compared(signups: Signups) -> None:
    numbers = signups.enter(4, ago(days=23))
    dispatch = signups.remind(numbers, ago(days=20))
    with signups.world.database.write() as session:
        session.execute(
            update(OutboundSms)
            .where(OutboundSms.e164.in_(numbers[:2]))
            .values(state=SmsState.CANCELLED, sent_at=None)
        )
        session.execute(
            update(OutboundSms)
            .where(OutboundSms.e164 == numbers[2])
            .values(state=SmsState.UNCLEAR, sent_at=ago(days=20) + timedelta(minutes=1))
        )

    found = signups.effects.of_dispatch(dispatch)

    assert found is not None
    assert (found.sent, found.week.reminded.over, found.week.others.over) == (2, 2, 2)


def test_that_a_reminder_of_its_own_ends_the_comparison(signups: Signups) -> None:
    reminded = signups.enter(3, ago(days=23))
    later = signups.enter(2, ago(days=23))
    dispatch = signups.remind(reminded, ago(days=20))
    signups.remind(later[:1], ago(days=15))
    signups.remind(later[1:], ago(days=12))

    found = signups.effects.of_dispatch(dispatch)

    assert found is not None
    assert (found.day.others.over, found.day.others.lost) == (2, 0)
    assert (found.week.others.over, found.week.others.lost) == (1, 1)


def test_that_who_had_started_before_the_sms_left_is_named_apart(signups: Signups) -> None:
    reminded = signups.enter(3, ago(days=23))
    dispatch = signups.remind(reminded, ago(days=20))
    signups.happens(reminded[0], STARTED, ago(days=21))

    found = signups.effects.of_dispatch(dispatch)

    assert found is not None
    assert (found.sent, found.already, found.week.reminded.total) == (3, 1, 2)


def test_that_a_week_that_is_not_over_is_still_open(signups: Signups) -> None:
    reminded = signups.enter(3, ago(days=9))
    dispatch = signups.remind(reminded, ago(days=2))
    signups.happens(reminded[0], STARTED, ago(days=1, hours=1))

    found = signups.effects.of_dispatch(dispatch)

    assert found is not None
    assert (found.day.reminded.started, found.day.reminded.over) == (1, 3)
    assert (found.week.reminded.open, found.week.reminded.open_started) == (3, 1)
    assert found.week.reminded.share is None


def test_that_in_total_each_counts_once(signups: Signups) -> None:
    twice = signups.enter(4, ago(days=40))
    left_out = signups.enter(3, ago(days=40))
    signups.remind(twice, ago(days=35))
    signups.remind(twice, ago(days=20))
    signups.happens(twice[0], STARTED, ago(days=19))
    signups.happens(left_out[0], STARTED, ago(days=34))

    [found] = signups.effects.of_customer(1, Event())

    assert (found.service_id, found.dispatches) == (1, 2)
    week = found.effect.week
    assert (found.effect.sent, week.reminded.over, week.reminded.started) == (4, 4, 0)
    assert (week.others.over, week.others.started) == (3, 1)


def test_that_tests_remind_nobody_unless_it_is_a_rehearsal(signups: Signups) -> None:
    dispatch = signups.remind(signups.enter(2, ago(days=23)), ago(days=20))
    with signups.world.database.write() as session:
        session.execute(update(Dispatch).values(test_mode=True))

    assert signups.effects.of_dispatch(dispatch) is None
    assert signups.effects.of_customer(1, Event()) == ()
    rehearsed = Effects(signups.world.database, rehearsal=True).of_dispatch(dispatch)
    assert rehearsed is not None
    assert rehearsed.sent == 2


def test_that_without_a_reminder_there_is_no_effect(signups: Signups) -> None:
    assert signups.effects.of_dispatch(4711) is None
    nothing_left = {"state": SmsState.CANCELLED, "sent_at": None}
    dispatch = signups.remind(signups.enter(2, ago(days=23)), ago(days=20), **nothing_left)
    assert signups.effects.of_dispatch(dispatch) is None


def test_that_reading_a_total_can_be_given_up(signups: Signups) -> None:
    stop = Event()
    stop.set()
    with pytest.raises(CancelledError):
        signups.effects.of_customer(1, stop)
