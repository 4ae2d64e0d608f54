"""The sentence and the recommended range come from one reasoning."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.models.frequency.rates import Estimate
from desktop.models.frequency.said import said
from desktop.models.records.frequency import (
    BOUNDS,
    Advice,
    Bin,
    Course,
    CurvePoint,
    Drift,
    Ground,
    Lack,
    NotEnough,
    Often,
    OwnEstimate,
    Trend,
    often_of,
)

ORDER = list(Often)
USUAL = dict(zip(ORDER, (0.0, 1 / 30, 2 / 30, 1 / 7, 2.5 / 7, 1.0, 2.5, 5.0), strict=True))
SOME = Estimate(0.001, 0.0005, 0.002)


def estimate(advice: Advice | NotEnough, tried: list[Often], effect: float) -> OwnEstimate:
    bins = tuple(Bin(one, USUAL[one], 50, 50_000, 40, SOME, SOME, 1.0) for one in tried)
    even = {USUAL[tried[0]] + part * (USUAL[tried[-1]] - USUAL[tried[0]]) / 7 for part in range(8)}
    curve = tuple(CurvePoint(one, SOME) for one in sorted(even | {USUAL[one] for one in tried}))
    trend = Trend(Estimate(effect, effect - 1, effect + 1), curve, (), 500, 90, with_tenure=False)
    return OwnEstimate(30, 0.05, bins, trend, None, advice, (), None)


@st.composite
def estimates(draw: st.DrawFn) -> OwnEstimate:
    tried = sorted(draw(st.sets(st.sampled_from(ORDER), min_size=2)), key=ORDER.index)
    sent = [one for one in tried if one is not Often.NEVER]
    ends = sorted(draw(st.tuples(st.sampled_from(sent), st.sampled_from(sent))), key=ORDER.index)
    advice = draw(
        st.one_of(
            st.sampled_from(Lack).map(NotEnough),
            st.sampled_from(Ground).map(lambda ground: Advice(ground, ends[0], ends[1], None)),
        )
    )
    return estimate(advice, tried, draw(st.sampled_from([-2.0, 0.0, 2.0])))


@given(own=estimates(), frequency=st.floats(0, 8))
def test_that_the_sentence_never_contradicts_the_range(own: OwnEstimate, frequency: float) -> None:
    found = said(own, frequency)
    assert found is not None
    assert found.now is not found.other
    now, other = (ORDER.index(often_of(one.frequency)) for one in (found.now, found.other))
    advice = own.advice
    if isinstance(advice, NotEnough):
        assert found.course is (Course.LESS if advice.lack is Lack.OVER_LIMIT else Course.OPEN)
        return
    low, high = ORDER.index(advice.lowest), ORDER.index(advice.highest)
    if found.course is Course.LESS:
        assert now > high
        assert other == high
    elif found.course is Course.MORE:
        assert now < low
        assert other == low
    else:
        assert found.course is Course.KEEP
        assert now <= high
        assert now >= low or advice.ground is Ground.LIMIT


@pytest.mark.parametrize(
    ("frequency", "course"), [(5.0, Course.LESS), (1.0, Course.KEEP), (0.1, Course.MORE)]
)
def test_that_the_course_is_that_from_now_to_the_range(frequency: float, course: Course) -> None:
    tried = [Often.WEEKLY, Often.SOME_A_WEEK, Often.DAILY, Often.MORE]
    advice = Advice(Ground.BENEFIT, Often.SOME_A_WEEK, Often.DAILY, 0.9)
    found = said(estimate(advice, tried, 2.0), frequency)
    assert found is not None
    assert (found.course, found.drift) == (course, Drift.RISES)


def test_that_a_frequency_lies_in_the_bin_that_it_ends() -> None:
    assert [often_of(bound) for bound in BOUNDS.values()] == ORDER
    assert often_of(1.51) is Often.SOME_A_DAY


def test_that_nothing_is_said_without_a_curve() -> None:
    nothing = NotEnough(Lack.NO_DATA)
    assert said(OwnEstimate(30, 0.05, (), None, None, nothing, (), None), 1.0) is None
