"""The words for estimates."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.models.frequency.rates import Estimate
from desktop.models.records.frequency import (
    Advice,
    Bin,
    Course,
    CurvePoint,
    Drift,
    Ground,
    Often,
    OwnEstimate,
    Said,
)
from desktop.views.formats import Formats
from desktop.views.rates.estimate_words import advice_brief, advice_reason, advice_title
from desktop.views.rates.said_words import judged, spoken
from tests.views.frequency.test_time_charts import traffic

FORMATS = Formats("en")


def estimate_of(ground: Ground, per_day: float) -> OwnEstimate:
    rate = Estimate(per_day, per_day * 0.9, per_day * 1.1)
    usual = Bin(Often.DAILY, 1.0, 100, 100_000, 90, rate, rate, 1.0)
    certainty = 0.97 if ground is Ground.BENEFIT else None
    advice = Advice(ground, Often.DAILY, Often.DAILY, certainty)
    return OwnEstimate(30, 0.05, (usual,), None, None, advice, (), None)


@pytest.mark.parametrize(("per_day", "warned"), [(0.001, False), (0.002, True)])
def test_that_reads_that_may_cost_more_than_the_limit_are_told_with_the_loss(
    per_day: float, warned: bool
) -> None:
    own = estimate_of(Ground.BENEFIT, per_day)
    for told in (advice_brief(own, FORMATS), advice_reason(own, FORMATS)):
        assert ("more than the limit of 5%" in told) is warned
        assert ("5.3 to 6.4%" in told) is warned
    assert "97%" in advice_reason(own, FORMATS)
    assert "97%" not in advice_brief(own, FORMATS)
    assert advice_title(own.advice) == "Once a day"


def test_that_a_limit_has_its_reason_whole() -> None:
    own = estimate_of(Ground.LIMIT, 0.001)
    assert advice_brief(own, FORMATS) == advice_reason(own, FORMATS)
    assert advice_title(own.advice) == "At most once a day"


@pytest.mark.parametrize("drift", list(Drift))
@pytest.mark.parametrize("course", list(Course))
def test_that_what_follows_from_the_range_is_what_is_said(course: Course, drift: Drift) -> None:
    point = CurvePoint(1.0, Estimate(0.001, 0.0005, 0.002))
    told = judged(Said(point, point, course, drift)).casefold()
    assert ("as often as now fits" in told) is (course is Course.KEEP)
    less = "less has been more" in told or "less often than now" in told
    assert less is (course is Course.LESS)
    assert ("reads more in all" in told or "is read in all" in told) is (course is Course.MORE)


def test_that_a_limit_is_said_only_where_it_is_the_customer_s_own() -> None:
    usual = estimate_of(Ground.LIMIT, 0.001)
    own = replace(usual, limit=0.025, limit_is_own=True)
    assert "limit" not in spoken(traffic(), usual, FORMATS)
    assert spoken(traffic(), own, FORMATS).endswith("Your limit is **2.5%** in 30 days.”")
