from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from sqlalchemy import select, update

from desktop.errors import (
    ConflictError,
    InvalidValueError,
    NotFoundError,
    NothingToSendError,
    NumberBlockedError,
    OutsideSendWindowError,
    RequestMissingError,
    SecondReleaseNeededError,
    TransitionError,
)
from desktop.models.records.dispatches import RecipientList
from desktop.models.records.signups import SignupFilter, SignupSelection
from desktop.models.settings import DeskSettings, LimitSettings
from desktop.models.states import (
    CaseState,
    ContactState,
    DispatchState,
    ExclusionReason,
    SimStatus,
    SmsState,
)
from desktop.models.tables import AuditEntry, Case, DispatchExclusion, NewsletterService
from desktop.services.sending.dispatch_lists import DispatchLists
from desktop.services.storage.audit import first_broken_entry
from tests.support.sending import NOON, HandClock, World


def _case_state(world: World, case_id: int) -> CaseState:
    with world.database.read() as session:
        return session.execute(select(Case.state).where(Case.id == case_id)).scalar_one()


def test_that_a_release_freezes_recipients_and_exclusions_that_add_up(world: World) -> None:
    numbers = world.add_incomplete(3)
    world.add_incomplete(2, entered_at=NOON - timedelta(days=40))
    world.add_incomplete(1, state=ContactState.UNSUBSCRIBED)

    record = world.release()

    assert record.dispatch_no == "A-2026-0001"
    assert record.state is DispatchState.COUNTDOWN
    assert record.starts_at == NOON + timedelta(seconds=10)
    assert (record.balance.listed, record.balance.recipients, record.balance.excluded) == (5, 3, 2)
    assert record.balance.states == {SmsState.QUEUED: 3}
    assert record.balance.adds_up
    assert sorted(world.rows()) == numbers
    ids = {sms.client_message_id for sms in world.rows().values()}
    assert len(ids) == 3
    assert {UUID(one).version for one in ids} == {4}
    assert _case_state(world, record.case_id) is CaseState.RELEASED


def test_that_exclusions_keep_their_reason(world: World) -> None:
    world.add_incomplete(1)
    world.add_incomplete(1, entered_at=NOON - timedelta(days=40))
    left_out = world.contact(world.add_incomplete(1)[0]).id
    chosen = SignupSelection(SignupFilter(service_id=1))

    record = world.release(recipients=RecipientList(1, chosen, frozenset({left_out})))

    with world.database.read() as session:
        reasons = session.scalars(select(DispatchExclusion.reason)).all()
    assert set(reasons) == {ExclusionReason.TOO_OLD, ExclusionReason.DESELECTED}
    assert record.balance.adds_up


def test_that_somebody_chosen_who_has_unsubscribed_meanwhile_is_excluded(world: World) -> None:
    numbers = world.add_incomplete(2)
    ids = frozenset(world.contact(one).id for one in numbers)
    world.set_state(numbers[0], ContactState.UNSUBSCRIBED)

    record = world.release(recipients=RecipientList(1, SignupSelection(chosen=ids)))

    assert (record.balance.listed, record.balance.recipients) == (2, 1)
    assert list(world.rows()) == [numbers[1]]


def test_that_numbers_run_on(world: World) -> None:
    world.add_incomplete(1)
    first, second = world.release(), world.release()

    assert (first.dispatch_no, second.dispatch_no) == ("A-2026-0001", "A-2026-0002")
    assert [line.dispatch_no for line in DispatchLists(world.database).lines()] == [
        "A-2026-0002",
        "A-2026-0001",
    ]


def test_that_nothing_is_released_without_a_request(world: World) -> None:
    world.add_incomplete(1)

    with pytest.raises(RequestMissingError):
        world.release(case_id=world.open_case(request=False))

    assert world.rows() == {}


def test_that_a_case_is_released_once(world: World) -> None:
    world.add_incomplete(1)
    case_id = world.open_case()
    world.release(case_id=case_id)

    with pytest.raises(TransitionError):
        world.release(case_id=case_id)

    assert len(world.rows()) == 1


def test_that_nothing_is_released_on_a_blocked_number(world: World) -> None:
    world.add_incomplete(1)
    with world.database.write() as session:
        session.execute(update(NewsletterService).values(sim_status=SimStatus.BLOCKED))

    with pytest.raises(NumberBlockedError):
        world.release()


@pytest.mark.parametrize(
    ("moment", "opens_at"),
    [
        (datetime(2026, 11, 24, 19, 30, tzinfo=UTC), datetime(2026, 11, 25, 8, tzinfo=UTC)),
        (datetime(2026, 11, 22, 11, 0, tzinfo=UTC), datetime(2026, 11, 23, 8, tzinfo=UTC)),
        (datetime(2026, 12, 8, 11, 0, tzinfo=UTC), datetime(2026, 12, 9, 8, tzinfo=UTC)),
        # The countdown ends after closing time.
        (datetime(2026, 11, 24, 17, 59, 55, tzinfo=UTC), datetime(2026, 11, 25, 8, tzinfo=UTC)),
    ],
    ids=["evening", "sunday", "holiday", "last seconds"],
)
def test_that_nothing_is_released_outside_the_hours(
    world: World, clock: HandClock, moment: datetime, opens_at: datetime
) -> None:
    clock.now = moment
    world.add_incomplete(1)

    with pytest.raises(OutsideSendWindowError) as caught:
        world.release()

    assert caught.value.opens_at == opens_at


def test_that_a_test_may_be_released_at_any_hour(world: World, clock: HandClock) -> None:
    clock.now = datetime(2026, 11, 22, 22, 0, tzinfo=UTC)
    world.add_incomplete(1)

    assert world.release(test_mode=True).test_mode


def test_that_many_recipients_need_a_colleague(world: World) -> None:
    world.add_incomplete(3)
    world.settings = DeskSettings(limits=LimitSettings(second_release_above=2))

    with pytest.raises(SecondReleaseNeededError):
        world.release()
    with pytest.raises(SecondReleaseNeededError):
        world.release(second_released_by="lena")

    assert world.release(second_released_by="jana").second_released_by == "jana"


def test_that_nobody_to_send_to_is_said(world: World) -> None:
    world.add_incomplete(2, entered_at=NOON - timedelta(days=40))

    with pytest.raises(NothingToSendError):
        world.release()


def test_that_a_number_other_than_the_one_shown_is_refused(world: World) -> None:
    world.add_incomplete(2)

    with pytest.raises(ConflictError):
        world.release(expected=3)

    assert world.release(expected=2).balance.recipients == 2


def test_that_an_empty_or_endless_text_is_refused(world: World) -> None:
    world.add_incomplete(1)

    with pytest.raises(InvalidValueError, match="missing"):
        world.release(text="  ")
    with pytest.raises(InvalidValueError, match="too_many_parts"):
        world.release(text="x" * 1000)


def test_that_a_refused_release_leaves_nothing_behind(world: World) -> None:
    world.add_incomplete(2)
    case_id = world.open_case()
    with pytest.raises(ConflictError):
        world.release(case_id=case_id, expected=3)

    assert world.rows() == {}
    assert DispatchLists(world.database).lines() == ()
    assert _case_state(world, case_id) is CaseState.DRAFT


def test_that_a_stop_in_the_countdown_cancels_everything(world: World) -> None:
    world.add_incomplete(3)
    record = world.release()

    cancelled = world.dispatches.stop(record.id, "lena")

    after = DispatchLists(world.database).get(record.id)
    assert cancelled == 3
    assert after.state is DispatchState.STOPPED
    assert after.balance.states == {SmsState.CANCELLED: 3}
    assert after.balance.adds_up
    with pytest.raises(TransitionError):
        world.dispatches.stop(record.id, "lena")


def test_that_a_dispatch_can_be_paused_and_resumed(world: World) -> None:
    world.add_incomplete(1)
    record = world.release()
    lists = DispatchLists(world.database)

    world.dispatches.pause(record.id, "lena")
    assert lists.get(record.id).state is DispatchState.PAUSED
    with pytest.raises(TransitionError):
        world.dispatches.pause(record.id, "lena")
    world.dispatches.resume(record.id, "lena")
    assert lists.get(record.id).state is DispatchState.SENDING
    with pytest.raises(TransitionError):
        world.dispatches.resume(record.id, "lena")


def test_that_each_act_is_in_the_audit_log_and_the_chain_holds(world: World) -> None:
    world.add_incomplete(1)
    record = world.release()
    world.dispatches.pause(record.id, "jana")
    world.dispatches.stop(record.id, "jana")

    with world.database.read() as session:
        acts = session.execute(
            select(AuditEntry.act, AuditEntry.actor, AuditEntry.case_id).order_by(AuditEntry.id)
        ).all()
        assert first_broken_entry(session) is None
    assert [tuple(act) for act in acts[-3:]] == [
        ("dispatch_released", "lena", record.case_id),
        ("dispatch_paused", "jana", record.case_id),
        ("dispatch_stopped", "jana", record.case_id),
    ]


def test_that_what_is_not_there_is_said_so(world: World) -> None:
    with pytest.raises(NotFoundError):
        world.dispatches.stop(9, "lena")
    with pytest.raises(NotFoundError):
        DispatchLists(world.database).get(9)
    with pytest.raises(NotFoundError):
        world.dispatches.resume_account("websms", "lena")
