"""What is marked in the charts over time, and where choosing a week brings something."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from desktop.models.frequency.before_after import before_after
from desktop.models.frequency.rates import DayTraffic
from desktop.models.frequency.weeks import figures, tally, weeks
from desktop.models.records.frequency import Often
from desktop.models.records.traffic import AgreedChange, NumberChange, ServiceTraffic
from desktop.views.formats import Formats
from desktop.views.frequency.time_charts import rate_over_time_spec, sent_spec
from desktop.views.rates.rate_chart import rate_spec
from desktop.views.widgets.chart_spec import day_number
from tests.support.numbers import FIRST_DAY

FORMATS = Formats("en")
CHANGED, AGREED = FIRST_DAY + timedelta(days=20), FIRST_DAY + timedelta(days=70)


def traffic() -> ServiceTraffic:
    days = [DayTraffic(FIRST_DAY + timedelta(days=n), 100, 2.0, 1, None, None) for n in range(100)]
    change = NumberChange(CHANGED, "+436500000001", CHANGED + timedelta(days=30))
    return ServiceTraffic(
        service_id=1,
        service_name="A",
        customer_id=1,
        customer_name="Customer of A",
        period_days=30,
        weeks=tuple(weeks(days, (change,), 30)),
        counted=None,
        latest=tally(days[-30:], 30),
        messages_per_day_now=2.0,
        changes=(change,),
        agreements=(AgreedChange(AGREED, Often.DAILY),),
        days=figures(days),
    )


def test_that_both_charts_mark_new_numbers_and_what_was_agreed_and_one_says_so() -> None:
    sent, rate = sent_spec(traffic(), FORMATS), rate_over_time_spec(traffic(), FORMATS)

    places = [day_number(CHANGED), day_number(AGREED)]
    assert [one.x for one in sent.events] == places
    assert [one.x for one in rate.events] == places
    agreed = f"{FORMATS.day_month(AGREED)} agreed: once a day"
    assert sent.events[1].label == agreed
    assert {one.label for one in rate.events} == {""}


def test_that_an_agreed_change_shows_what_was_lost_before_and_after() -> None:
    of = traffic()
    days = [DayTraffic(one.day, 100, 2.0, 1, None, None) for one in of.days]
    effect = before_after(days, AGREED, of.changes, 30)
    of = replace(of, agreements=(AgreedChange(AGREED, Often.DAILY, effect),))

    label = rate_over_time_spec(of, FORMATS).events[1].label

    assert label.startswith("before 25.9% (")
    assert ", after 25.9% (" in label


def test_that_a_week_is_offered_only_where_choosing_it_shows_its_days() -> None:
    assert sent_spec(traffic(), FORMATS).hint == "Click or Enter: its days"
    assert rate_over_time_spec(traffic(), FORMATS).hint == "Click or Enter: its days"
    assert rate_spec(traffic(), FORMATS).hint == ""
