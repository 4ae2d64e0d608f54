"""SIM cards: every pair of states, the correction of a block, and the check digit."""

from __future__ import annotations

import csv
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.errors import TransitionError
from desktop.models.sim import (
    BlockCorrection,
    IccidProblem,
    SimStep,
    allowed_after,
    check_transition,
    iccid_problem,
    is_worse,
    may_become,
    tidy_iccid,
)
from desktop.models.states import SimStage, SimStatus

BLOCKED_AT = datetime(2026, 11, 17, 21, 0, tzinfo=UTC)
DAY = timedelta(hours=24)

ALLOWED = """
in_stock  reserved reserve
in_stock  active   assign
in_stock  retired  retire
reserved  in_stock free
reserved  active   assign
active    warned   warn
active    blocked  block
active    retired  retire
warned    active   calm
warned    blocked  block
warned    retired  retire
blocked   retired  retire
"""
STEPS = {
    (SimStage(before), SimStage(after)): SimStep(step)
    for before, after, step in (line.split() for line in ALLOWED.split("\n") if line)
}


@pytest.mark.parametrize("before", SimStage)
@pytest.mark.parametrize("after", SimStage)
def test_that_exactly_the_steps_of_the_life_cycle_are_allowed(
    before: SimStage, after: SimStage
) -> None:
    if (before, after) in STEPS:
        assert check_transition(before, after) is STEPS[before, after]
        assert after in allowed_after(before)
    else:
        with pytest.raises(TransitionError) as caught:
            check_transition(before, after)
        assert (caught.value.before, caught.value.after) == (before.value, after.value)
        assert after not in allowed_after(before)


def correction(**change: object) -> BlockCorrection:
    values: dict[str, object] = {
        "by_supervisor": True,
        "reason": "wrong card picked",
        "blocked_at": BLOCKED_AT,
        "now": BLOCKED_AT + DAY,
    }
    return BlockCorrection(**(values | change))  # type: ignore[arg-type] # the fields fit


@pytest.mark.parametrize("after", [SimStage.ACTIVE, SimStage.WARNED])
def test_that_a_supervisor_takes_a_wrong_block_back_within_a_day(after: SimStage) -> None:
    assert check_transition(SimStage.BLOCKED, after, correction()) is SimStep.CORRECT


@pytest.mark.parametrize(
    "change",
    [
        {"by_supervisor": False},
        {"reason": " "},
        {"now": BLOCKED_AT + DAY + timedelta(microseconds=1)},
        {"now": BLOCKED_AT - timedelta(seconds=1)},
    ],
)
def test_that_nobody_else_and_nothing_later_unblocks_a_sim(change: dict[str, object]) -> None:
    with pytest.raises(TransitionError):
        check_transition(SimStage.BLOCKED, SimStage.ACTIVE, correction(**change))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (SimStage.BLOCKED, SimStage.IN_STOCK),
        (SimStage.RETIRED, SimStage.ACTIVE),
        (SimStage.ACTIVE, SimStage.IN_STOCK),
    ],
)
def test_that_a_correction_corrects_nothing_but_a_block(before: SimStage, after: SimStage) -> None:
    with pytest.raises(TransitionError):
        check_transition(before, after, correction())


@pytest.mark.parametrize(
    ("iccid", "problem"),
    [
        ("8943010070000000012", None),
        ("89430100700000000125", IccidProblem.CHECK_DIGIT),
        ("8943010070000000013", IccidProblem.CHECK_DIGIT),
        ("894301007000000001", IccidProblem.LENGTH),
        ("7943010070000000013", IccidProblem.NO_SIM),
        ("89430100700000000O2", IccidProblem.NOT_DIGITS),
        ("", IccidProblem.NOT_DIGITS),
    ],
)
def test_that_the_digits_of_a_sim_card_are_checked(
    iccid: str, problem: IccidProblem | None
) -> None:
    assert iccid_problem(iccid) is problem


def test_that_an_iccid_is_read_as_it_is_printed_and_stored() -> None:
    assert tidy_iccid(" 8943 0100 7000-0000\u00a0012f ") == "8943010070000000012"


@given(place=st.integers(0, 18), digit=st.integers(1, 9))
def test_that_one_wrong_digit_is_always_found(place: int, digit: int) -> None:
    right = "8943010070000000012"
    wrong = right[:place] + str((int(right[place]) + digit) % 10) + right[place + 1 :]
    assert iccid_problem(wrong) is not None


def test_that_the_sim_cards_of_the_sample_exports_are_right() -> None:
    sample = Path(__file__).parents[2] / "resources" / "sample"
    for export, column in (("export-en", "iccid"), ("export-de", "ICCID")):
        with (sample / export / "sims.csv").open(encoding="cp1252", newline="") as file:
            cards = [row[column] for row in csv.DictReader(file, delimiter=";")]
        assert cards
        assert {iccid_problem(tidy_iccid(card)) for card in cards} == {None}


@pytest.mark.parametrize("before", [None, *SimStatus])
@pytest.mark.parametrize("after", SimStatus)
def test_that_only_a_warning_and_a_block_make_a_known_number_worse(
    before: SimStatus | None, after: SimStatus
) -> None:
    order = [SimStatus.ACTIVE, SimStatus.WARNED, SimStatus.BLOCKED]
    if before is None or after not in order[1:]:
        expected = False
    else:
        expected = before not in order or order.index(before) < order.index(after)
    assert is_worse(before, after) is expected


@pytest.mark.parametrize("before", SimStatus)
@pytest.mark.parametrize("after", SimStatus)
def test_that_a_report_may_leave_steps_out_and_never_go_back(
    before: SimStatus, after: SimStatus
) -> None:
    reached = {SimStage(before.value)}
    while more := {stage for one in reached for stage in allowed_after(one)} - reached:
        reached |= more
    assert may_become(before, after) is (SimStage(after.value) in reached)
