from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, select, update

from desktop.models.eligibility import (
    ReminderCandidate,
    ReminderRules,
    reminder_exclusion,
    select_recipients,
)
from desktop.models.records.dispatches import RecipientList, RecipientRow
from desktop.models.records.signups import SignupFilter, SignupSelection
from desktop.models.states import ContactState, ExclusionReason, SimStatus
from desktop.models.tables import Contact, NewsletterService
from desktop.services.sending.recipients import Recipients
from tests.support.sending import NOON, World

_RULES = ReminderRules()


def _everybody(left_out: frozenset[int] = frozenset()) -> RecipientList:
    return RecipientList(1, SignupSelection(SignupFilter(service_id=1)), left_out)


def _ids(world: World) -> list[int]:
    with world.database.read() as session:
        return list(session.scalars(select(Contact.id).order_by(Contact.id)))


def _pages(
    world: World, recipients: RecipientList, reason: ExclusionReason | None, rows: int
) -> list[RecipientRow]:
    found: list[RecipientRow] = []
    while page := Recipients(world.database).page(
        recipients, _RULES, reason=reason, after=found[-1].key if found else None, rows=rows
    ):
        found += page
    return found


def test_that_a_list_falls_apart_into_numbers_that_add_up(world: World) -> None:
    world.add_incomplete(3)
    world.add_incomplete(4, entered_at=NOON - timedelta(days=40))
    world.add_incomplete(2, reminders_sent=2)

    preview = Recipients(world.database).preview(_everybody(), _RULES)

    assert (preview.listed, preview.gets, preview.excluded) == (9, 3, 6)
    assert preview.by_reason == {
        ExclusionReason.TOO_OLD: 4,
        ExclusionReason.REMINDED_TOO_OFTEN: 2,
    }


def test_that_pages_hold_everybody_once_newest_first(world: World) -> None:
    for days in (3, 5, 3, 9, 5):
        world.add_incomplete(2, entered_at=NOON - timedelta(days=days))

    rows = _pages(world, _everybody(), None, rows=3)

    assert len({row.contact_id for row in rows}) == len(rows) == 10
    entered = [row.entered_at for row in rows]
    assert entered == sorted(entered, reverse=True)


def test_that_who_is_left_out_stays_on_the_list(world: World) -> None:
    world.add_incomplete(3)
    left_out = frozenset(_ids(world)[:1])

    recipients = _everybody(left_out=left_out)
    preview = Recipients(world.database).preview(recipients, _RULES)

    assert (preview.listed, preview.gets) == (3, 2)
    rows = _pages(world, recipients, ExclusionReason.DESELECTED, rows=10)
    assert {row.contact_id for row in rows} == left_out


def test_that_who_was_not_chosen_is_not_on_the_list(world: World) -> None:
    world.add_incomplete(4)
    ids = _ids(world)
    all_but_one = SignupSelection(SignupFilter(service_id=1), deselected=frozenset(ids[:1]))
    just_two = SignupSelection(chosen=frozenset(ids[:2]))

    preview = Recipients(world.database).preview

    assert preview(RecipientList(1, all_but_one), _RULES).listed == 3
    assert preview(RecipientList(1, just_two), _RULES).listed == 2
    assert preview(RecipientList(2, just_two), _RULES).listed == 0


_CONTACTS = st.lists(
    st.tuples(
        st.sampled_from([ContactState.INCOMPLETE] * 5 + list(ContactState)),
        st.sampled_from(["+43664{:07d}", "+4915112{:06d}", "+4479{:08d}"]),
        st.integers(0, 45 * 24),
        st.integers(0, 3),
        st.none() | st.integers(0, 10 * 24),
        st.booleans(),
    ),
    min_size=1,
    max_size=12,
)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(drawn=_CONTACTS, sim=st.none() | st.sampled_from(list(SimStatus)))
def test_that_the_database_parts_a_list_as_the_rules_do(
    world: World, drawn: Sequence[tuple[object, ...]], sim: SimStatus | None
) -> None:
    with world.database.write() as session:
        session.execute(delete(Contact))
        session.execute(update(NewsletterService).values(sim_status=sim))
    for number, (state, e164, hours, reminders, reminded, _left_out) in enumerate(drawn):
        world.add_incomplete(
            1,
            e164=str(e164).format(number),
            state=state,
            entered_at=NOON - timedelta(hours=int(str(hours))),
            reminders_sent=reminders,
            last_reminder_at=None
            if reminded is None
            else NOON - timedelta(hours=int(str(reminded))),
        )
    ids = _ids(world)
    left_out = frozenset(contact_id for contact_id, one in zip(ids, drawn, strict=True) if one[5])
    recipients = RecipientList(1, SignupSelection(chosen=frozenset(ids)), left_out)

    preview = Recipients(world.database).preview(recipients, _RULES)

    with world.database.read() as session:
        candidates = [
            ReminderCandidate(
                one.id,
                one.state,
                one.e164,
                one.entered_at,
                one.reminders_sent,
                one.last_reminder_at,
                sim,
            )
            for one in session.scalars(select(Contact).order_by(Contact.id))
        ]
    expected = select_recipients(
        candidates, lambda one: reminder_exclusion(one, _RULES, NOON), left_out
    ).counts
    assert (preview.listed, preview.gets) == (expected.listed, expected.recipients)
    assert preview.by_reason == expected.by_reason
