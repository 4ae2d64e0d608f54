"""The plan of a frequency test and its allocation."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.models.frequency.trial import (
    allocated,
    contacts_per_arm,
    detectable,
    detectable_below,
    gets_message,
    loss_within,
    plan,
    schedule,
)


@pytest.mark.parametrize(
    ("control", "test", "each"),
    [
        (0.01, 0.015, 7_750),
        (0.01, 0.02, 2_319),
        (0.02, 0.03, 3_826),
        (0.05, 0.075, 1_471),
        (0.10, 0.11, 14_751),
        (0.10, 0.12, 3_841),
        (0.10, 0.15, 686),
        (0.10, 0.20, 199),
    ],
)
def test_that_arms_are_as_large_as_the_published_table_says(
    control: float, test: float, each: int
) -> None:
    assert contacts_per_arm(control, test) == each
    assert contacts_per_arm(control, test, arms=3) > each


@pytest.mark.parametrize(("control", "test"), [(0.01, 0.015), (0.05, 0.075), (0.1, 0.2)])
def test_that_an_independent_library_agrees_on_the_size(control: float, test: float) -> None:
    from statsmodels.stats.power import NormalIndPower
    from statsmodels.stats.proportion import proportion_effectsize

    other = NormalIndPower().solve_power(
        proportion_effectsize(test, control), alpha=0.05, power=0.8
    )
    assert contacts_per_arm(control, test) == pytest.approx(other, rel=0.03)


@given(control=st.floats(0.001, 0.4), each=st.integers(20, 50_000), arms=st.integers(2, 4))
def test_that_what_is_detectable_is_the_nearest_share(control: float, each: int, arms: int) -> None:
    share = detectable(control, each, arms)
    if share is None:
        assert contacts_per_arm(control, 1.0, arms) > each
    else:
        assert contacts_per_arm(control, share, arms) <= each
        assert contacts_per_arm(control, control + (share - control) * 0.99, arms) >= each


@given(control=st.floats(0.001, 0.9), each=st.integers(20, 50_000), arms=st.integers(2, 4))
def test_that_what_is_detectable_below_is_the_nearest_share(
    control: float, each: int, arms: int
) -> None:
    share = detectable_below(control, each, arms)
    if share is None:
        assert contacts_per_arm(control, 0.0, arms) > each
    else:
        assert 0 <= share < control
        assert contacts_per_arm(control, share, arms) <= each
        assert contacts_per_arm(control, control - (control - share) * 0.99, arms) >= each


def test_that_a_plan_says_what_it_can_show() -> None:
    drawn = plan(6_000, [1 / 7, 1.0, 2 / 30], weeks=8, monthly_loss=0.03)
    assert drawn.often == (1.0, 1 / 7, 2 / 30)
    assert drawn.contacts_per_arm == 2_000
    assert drawn.control == pytest.approx(loss_within(0.03, 56))
    assert drawn.detectable is not None
    assert drawn.control < drawn.detectable < 0.1
    assert drawn.detectable_below is not None
    assert 0 < drawn.detectable_below < drawn.control
    assert plan(4, [1.0, 0.5], weeks=4, monthly_loss=0.02).detectable is None
    assert not plan(0, [1.0, 0.5], weeks=4, monthly_loss=0.02).shows_something


@pytest.mark.parametrize(("often", "weeks"), [([1.0], 8), ([1.0, 0.5], 3)])
def test_that_a_test_that_shows_nothing_is_refused(often: list[float], weeks: int) -> None:
    with pytest.raises(ValueError, match="no test"):
        plan(1_000, often, weeks, 0.03)
    with pytest.raises(ValueError, match="no test"):
        contacts_per_arm(0.1, 0.1)


@given(
    contacts=st.dictionaries(st.text(min_size=1, max_size=8), st.integers(0, 400), max_size=60),
    arms=st.integers(2, 4),
    seed=st.text(max_size=4),
)
def test_that_arms_are_even_and_nobody_is_left_out(
    contacts: dict[str, int], arms: int, seed: str
) -> None:
    found = allocated(contacts.items(), arms, seed)
    assert set(found) == set(contacts)
    assert found == allocated(reversed(list(contacts.items())), arms, seed)
    sizes = Counter(found.values())
    assert max(sizes.values(), default=0) - min(sizes[arm] for arm in range(arms)) <= 1


def test_that_the_allocation_depends_on_the_test() -> None:
    contacts = [(f"contact {number}", 10) for number in range(400)]
    one, other = allocated(contacts, 2, "spring"), allocated(contacts, 2, "autumn")
    agree = sum(one[key] == other[key] for key in one)
    assert 140 < agree < 260


@given(message=st.text(max_size=12), often=st.floats(0.01, 3), more=st.floats(0, 1))
def test_that_who_gets_less_gets_a_part_of_the_same(
    message: str, often: float, more: float
) -> None:
    most = 3.0
    higher = often + (most - often) * more
    assert gets_message(message, most, most, "seed")
    if gets_message(message, often, most, "seed"):
        assert gets_message(message, higher, most, "seed")


def test_that_each_arm_gets_about_its_share_of_messages() -> None:
    got = sum(gets_message(f"message {number}", 1 / 7, 1.0, "seed") for number in range(7_000))
    assert got == pytest.approx(1_000, abs=120)


def test_that_the_schedule_names_each_message_once_and_for_whom() -> None:
    planned = schedule((2.0, 1.0, 1 / 7), 28, "seed")
    assert [one.number for one in planned] == list(range(1, 57))
    assert [one.day for one in planned[:5]] == [0, 0, 1, 1, 2]
    assert planned[-1].day == 27
    assert all(one.arms[0] for one in planned)
    assert all(one.arms[1] or not one.arms[2] for one in planned)
    assert all(gets_message(str(one.number), 1.0, 2.0, "seed") == one.arms[1] for one in planned)
    weekly = schedule((1 / 7, 2 / 30), 56, "seed")
    assert [one.day for one in weekly] == [0, 7, 14, 21, 28, 35, 42, 49]
