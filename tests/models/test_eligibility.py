"""Who may get an SMS: every rule at its bounds, and numbers that add up."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.models.eligibility import (
    NumberChangeCandidate,
    ReminderCandidate,
    ReminderRules,
    number_change_exclusion,
    reminder_exclusion,
    reminder_possible_from,
    select_recipients,
    summarise,
)
from desktop.models.states import ContactState, ExclusionReason, SimStatus

NOW = datetime(2026, 11, 18, 10, 0, tzinfo=UTC)
RULES = ReminderRules()
MOMENT = timedelta(microseconds=1)
DAY = timedelta(days=1)

WILLING = ReminderCandidate(
    contact_id=1,
    state=ContactState.INCOMPLETE,
    e164="+436641110001",
    entered_at=NOW - 5 * DAY,
    reminders_sent=0,
    last_reminder_at=None,
    sim_status=SimStatus.ACTIVE,
)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({}, None),
        ({"state": ContactState.UNSUBSCRIBED}, ExclusionReason.UNSUBSCRIBED),
        ({"state": ContactState.SUPPRESSED}, ExclusionReason.SUPPRESSED),
        ({"state": ContactState.ACTIVE}, ExclusionReason.NOT_INCOMPLETE),
        ({"state": ContactState.RE_REGISTRATION_PENDING}, ExclusionReason.NOT_INCOMPLETE),
        ({"sim_status": SimStatus.BLOCKED}, ExclusionReason.NUMBER_BLOCKED),
        ({"sim_status": SimStatus.WARNED}, None),
        ({"sim_status": SimStatus.RETIRED}, ExclusionReason.NO_SENDER_NUMBER),
        ({"sim_status": None}, ExclusionReason.NO_SENDER_NUMBER),
        ({"e164": "+4315321234"}, ExclusionReason.NOT_A_MOBILE_NUMBER),
        ({"e164": ""}, ExclusionReason.NOT_A_MOBILE_NUMBER),
        ({"e164": "+393331234567"}, ExclusionReason.OTHER_COUNTRY),
        ({"e164": "+41791234567"}, None),
        ({"entered_at": NOW - DAY}, None),
        ({"entered_at": NOW - DAY + MOMENT}, ExclusionReason.TOO_YOUNG),
        ({"entered_at": NOW + DAY}, ExclusionReason.TOO_YOUNG),
        ({"entered_at": NOW - 30 * DAY}, None),
        ({"entered_at": NOW - 30 * DAY - MOMENT}, ExclusionReason.TOO_OLD),
        ({"reminders_sent": 1, "last_reminder_at": NOW - 7 * DAY}, None),
        (
            {"reminders_sent": 1, "last_reminder_at": NOW - 7 * DAY + MOMENT},
            ExclusionReason.REMINDED_RECENTLY,
        ),
        (
            {"reminders_sent": 2, "last_reminder_at": NOW - 9 * DAY},
            ExclusionReason.REMINDED_TOO_OFTEN,
        ),
    ],
)
def test_that_each_rule_holds_at_its_bounds(
    change: dict[str, object], reason: ExclusionReason | None
) -> None:
    candidate = replace(WILLING, **change)  # type: ignore[arg-type] # the fields of each row fit
    assert reminder_exclusion(candidate, RULES, NOW) is reason


def test_that_the_first_rule_in_order_is_the_reason() -> None:
    hopeless = ReminderCandidate(
        2, ContactState.UNSUBSCRIBED, "", NOW - 90 * DAY, 5, NOW, SimStatus.BLOCKED
    )
    order = [reminder_exclusion(hopeless, RULES, NOW)]
    for better in (
        {"state": ContactState.INCOMPLETE},
        {"sim_status": SimStatus.ACTIVE},
        {"e164": "+393331234567"},
        {"e164": "+436641110001"},
        {"entered_at": NOW - 8 * DAY},
        {"reminders_sent": 1},
        {"last_reminder_at": NOW - 7 * DAY},
    ):
        hopeless = replace(hopeless, **better)
        order.append(reminder_exclusion(hopeless, RULES, NOW))
    assert order == [
        ExclusionReason.UNSUBSCRIBED,
        ExclusionReason.NUMBER_BLOCKED,
        ExclusionReason.NOT_A_MOBILE_NUMBER,
        ExclusionReason.OTHER_COUNTRY,
        ExclusionReason.TOO_OLD,
        ExclusionReason.REMINDED_TOO_OFTEN,
        ExclusionReason.REMINDED_RECENTLY,
        None,
    ]
    ranks = [list(ExclusionReason).index(reason) for reason in order if reason is not None]
    assert ranks == sorted(ranks)


@pytest.mark.parametrize(
    ("change", "possible_from"),
    [
        ({}, NOW),
        ({"entered_at": NOW - DAY / 2}, NOW + DAY / 2),
        ({"reminders_sent": 1, "last_reminder_at": NOW - 5 * DAY}, NOW + 2 * DAY),
        (
            {"entered_at": NOW - DAY / 4, "reminders_sent": 1, "last_reminder_at": NOW},
            NOW + 7 * DAY,
        ),
        (
            {
                "entered_at": NOW - 29 * DAY,
                "reminders_sent": 1,
                "last_reminder_at": NOW - 6 * DAY,
            },
            NOW + DAY,
        ),
        (
            {
                "entered_at": NOW - 29 * DAY,
                "reminders_sent": 1,
                "last_reminder_at": NOW - 5 * DAY,
            },
            None,
        ),
        ({"reminders_sent": 2, "last_reminder_at": NOW - 5 * DAY}, None),
        ({"reminders_sent": 2, "entered_at": NOW}, None),
        ({"state": ContactState.ACTIVE}, None),
        ({"sim_status": SimStatus.BLOCKED}, None),
    ],
)
def test_that_it_is_told_when_a_reminder_becomes_possible(
    change: dict[str, object], possible_from: datetime | None
) -> None:
    candidate = replace(WILLING, **change)  # type: ignore[arg-type] # the fields of each row fit
    assert reminder_possible_from(candidate, RULES, NOW) == possible_from


_days = st.floats(0, 40).map(lambda days: NOW - timedelta(days=days))
_candidates = st.builds(
    ReminderCandidate,
    contact_id=st.integers(1, 20),
    state=st.sampled_from(ContactState),
    e164=st.sampled_from(["+436641110001", "+436641110002", "+4315321234", "+393331234567"]),
    entered_at=_days,
    reminders_sent=st.integers(0, 3),
    last_reminder_at=st.none() | _days,
    sim_status=st.none() | st.sampled_from(SimStatus),
)


@given(candidate=_candidates)
def test_that_the_told_moment_is_possible_and_none_before_it_is(
    candidate: ReminderCandidate,
) -> None:
    moment = reminder_possible_from(candidate, RULES, NOW)
    if moment is not None:
        assert reminder_exclusion(candidate, RULES, moment) is None
    if moment is not None and moment > NOW:
        assert reminder_exclusion(candidate, RULES, moment - MOMENT) is not None


@given(candidate=_candidates)
def test_that_nobody_who_left_or_was_never_asked_gets_a_reminder(
    candidate: ReminderCandidate,
) -> None:
    if candidate.state is not ContactState.INCOMPLETE:
        assert reminder_exclusion(candidate, RULES, NOW) is not None


@given(candidate=_candidates, customer=st.builds(ReminderRules, *[st.integers(0, 40)] * 4))
def test_that_stricter_rules_exclude_whoever_either_excludes(
    candidate: ReminderCandidate, customer: ReminderRules
) -> None:
    both = RULES.stricter_with(customer)
    allowed = [
        reminder_exclusion(candidate, rules, NOW) is None for rules in (RULES, customer, both)
    ]
    assert allowed[2] == (allowed[0] and allowed[1])


def test_that_rules_without_countries_take_the_others() -> None:
    everywhere, austria = ReminderRules(countries=()), ReminderRules(countries=("AT",))
    assert everywhere.stricter_with(austria).countries == ("AT",)
    assert austria.stricter_with(everywhere).countries == ("AT",)
    assert austria.stricter_with(ReminderRules(countries=("AT", "DE"))).countries == ("AT",)


@given(candidates=st.lists(_candidates, max_size=30), deselected=st.frozensets(st.integers(1, 20)))
def test_that_recipients_and_excluded_are_the_whole_list_and_no_number_is_there_twice(
    candidates: list[ReminderCandidate], deselected: frozenset[int]
) -> None:
    rule = partial(reminder_exclusion, rules=RULES, now=NOW)
    selection = select_recipients(candidates, rule, deselected)
    counts = selection.counts
    assert counts.listed == len(candidates) == counts.recipients + counts.excluded
    assert counts.recipients == len(selection.recipients)
    numbers = [each.e164 for each in selection.recipients]
    assert len(numbers) == len(set(numbers))
    assert not deselected & {each.contact_id for each in selection.recipients}
    assert list(counts.by_reason) == sorted(counts.by_reason, key=list(ExclusionReason).index)


def test_that_of_two_with_one_number_the_one_who_may_gets_the_sms() -> None:
    old, twin = (
        replace(WILLING, contact_id=2, entered_at=NOW - 90 * DAY),
        replace(WILLING, contact_id=3),
    )
    selection = select_recipients(
        [old, WILLING, twin], partial(reminder_exclusion, rules=RULES, now=NOW)
    )
    assert selection.recipients == (WILLING,)
    assert selection.excluded == (
        (old, ExclusionReason.TOO_OLD),
        (twin, ExclusionReason.DUPLICATE_NUMBER),
    )


def test_that_an_empty_list_adds_up() -> None:
    counts = summarise([])
    assert (counts.listed, counts.recipients, counts.excluded) == (0, 0, 0)


NOTICE = NumberChangeCandidate(
    contact_id=1,
    state=ContactState.RE_REGISTRATION_PENDING,
    e164="+436641110001",
    active_at_blocking=True,
    notices_sent=0,
    last_notice_at=None,
    sim_status=SimStatus.ACTIVE,
)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({}, None),
        ({"state": ContactState.UNSUBSCRIBED}, ExclusionReason.UNSUBSCRIBED),
        ({"state": ContactState.SUPPRESSED}, ExclusionReason.SUPPRESSED),
        ({"state": ContactState.ACTIVE}, ExclusionReason.NOT_INCOMPLETE),
        ({"state": ContactState.INCOMPLETE}, ExclusionReason.NOT_ACTIVE),
        ({"active_at_blocking": False}, ExclusionReason.NOT_ACTIVE),
        ({"sim_status": SimStatus.BLOCKED}, ExclusionReason.NUMBER_BLOCKED),
        ({"sim_status": None}, ExclusionReason.NO_SENDER_NUMBER),
        ({"e164": "+4315321234"}, ExclusionReason.NOT_A_MOBILE_NUMBER),
        ({"e164": "+393331234567"}, ExclusionReason.OTHER_COUNTRY),
        ({"notices_sent": 1, "last_notice_at": NOW - 7 * DAY}, None),
        (
            {"notices_sent": 1, "last_notice_at": NOW - 7 * DAY + MOMENT},
            ExclusionReason.REMINDED_RECENTLY,
        ),
        ({"notices_sent": 2, "last_notice_at": NOW - 90 * DAY}, ExclusionReason.REMINDED_TOO_OFTEN),
    ],
)
def test_that_the_number_change_goes_to_those_who_were_active_and_are_not_back(
    change: dict[str, object], reason: ExclusionReason | None
) -> None:
    candidate = replace(NOTICE, **change)  # type: ignore[arg-type] # the fields of each row fit
    assert number_change_exclusion(candidate, RULES, NOW) is reason


def test_that_settings_may_be_stricter_than_the_house_and_never_looser() -> None:
    assert list(RULES.problems()) == []
    assert list(ReminderRules(1, 14, 2, 20).problems()) == []
    loose = ReminderRules(max_per_signup=3, gap_days=6, min_age_days=0, max_age_days=31)
    assert [problem.field for problem in loose.problems()] == [
        "max_per_signup",
        "gap_days",
        "min_age_days",
        "max_age_days",
    ]
    backwards = ReminderRules(min_age_days=20, max_age_days=10)
    assert [problem.field for problem in backwards.problems()] == ["min_age_days", "max_age_days"]
