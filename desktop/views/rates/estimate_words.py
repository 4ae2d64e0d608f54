"""The words for estimates: how often, how sure, what to recommend. They never name a cause."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from math import ceil, exp

from PySide6.QtCore import QCoreApplication

from desktop.models.frequency.rates import Estimate
from desktop.models.frequency.said import nearest
from desktop.models.records.frequency import (
    Advice,
    Disagreement,
    Ground,
    Lack,
    NotEnough,
    Often,
    OwnEstimate,
)
from desktop.models.records.traffic import AgreedChange
from desktop.views.formats import Formats
from desktop.views.rates import words

_WEEK_DAYS, _MONTH_DAYS = 7, 30
_DAILY_FROM, _WEEKLY_FROM = 0.6, 0.9 / _WEEK_DAYS
_HIGH_BELOW, _MEDIUM_BELOW = 1.5, 2.5
_MOST_TIMES = 50
_MOST_DAYS_NAMED = 3
_WHOLE = 1e-9


class Certainty(StrEnum):
    """How narrow the interval at the usual frequency is."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


def in_period(rate: Estimate, period_days: int) -> Estimate:
    """Return the share (0..1) that leaves in a period at a rate per contact-day."""
    return rate.through(lambda per_day: 1 - exp(-per_day * period_days))


def certainty(own: OwnEstimate, frequency: float) -> Certainty | None:
    """Return how sure the curve is at a frequency; None without a curve."""
    if own.trend is None:
        return None
    rate = nearest(own.trend.curve, frequency).rate
    ratio = rate.high / rate.low
    if ratio < _HIGH_BELOW:
        return Certainty.HIGH
    return Certainty.MEDIUM if ratio < _MEDIUM_BELOW else Certainty.LOW


def certainty_word(of: Certainty) -> str:
    """Return the word for a certainty."""
    return {
        Certainty.HIGH: QCoreApplication.translate("FrequencyWords", "high"),
        Certainty.MEDIUM: QCoreApplication.translate("FrequencyWords", "medium"),
        Certainty.LOW: QCoreApplication.translate("FrequencyWords", "low"),
    }[of]


def per_time(frequency: float, formats: Formats, *, brief: bool = False) -> str:
    """Return a frequency (messages per day) in the time base that people use.

    ``brief``: it has been said that messages are counted.
    """
    if frequency <= 0:
        return QCoreApplication.translate("FrequencyWords", "no messages")
    if frequency >= _DAILY_FROM:
        text = QCoreApplication.translate("FrequencyWords", "{} messages a day")
        short = QCoreApplication.translate("FrequencyWords", "{} a day")
        value = frequency
    elif frequency >= _WEEKLY_FROM:
        text = QCoreApplication.translate("FrequencyWords", "{} messages a week")
        short = QCoreApplication.translate("FrequencyWords", "{} a week")
        value = frequency * _WEEK_DAYS
    else:
        text = QCoreApplication.translate("FrequencyWords", "{} messages a month")
        short = QCoreApplication.translate("FrequencyWords", "{} a month")
        value = frequency * _MONTH_DAYS
    return (short if brief else text).format(formats.number(value, 1))


def often_word(often: Often) -> str:
    """Return the name of a bin."""
    return {
        Often.NEVER: QCoreApplication.translate("FrequencyWords", "no messages"),
        Often.MONTHLY: QCoreApplication.translate("FrequencyWords", "once a month"),
        Often.TWICE_A_MONTH: QCoreApplication.translate("FrequencyWords", "twice a month"),
        Often.WEEKLY: QCoreApplication.translate("FrequencyWords", "once a week"),
        Often.SOME_A_WEEK: QCoreApplication.translate("FrequencyWords", "2 to 3 a week"),
        Often.DAILY: QCoreApplication.translate("FrequencyWords", "once a day"),
        Often.SOME_A_DAY: QCoreApplication.translate("FrequencyWords", "2 to 3 a day"),
        Often.MORE: QCoreApplication.translate("FrequencyWords", "more than 3 a day"),
    }[often]


def agreed(one: AgreedChange, formats: Formats) -> str:
    """Return what stands beside the mark of a change that was agreed."""
    text = QCoreApplication.translate("FrequencyWords", "{day} agreed: {often}")
    return text.format(day=formats.day_month(one.day), often=often_word(one.often))


def before_and_after(one: AgreedChange, formats: Formats) -> str:
    """Return what was lost before an agreed change and after it; "" while nothing counts."""
    effect = one.effect
    if effect is None or effect.before is None or effect.after is None:
        return ""
    text = QCoreApplication.translate("FrequencyWords", "before {before}, after {after}")
    return text.format(
        before=words.rate_with_range(effect.before.rate, formats),
        after=words.rate_with_range(effect.after.rate, formats),
    )


def limit_word(limit: float, formats: Formats) -> str:
    """Return a limit (0..1) in per cent, with a decimal only where it has one."""
    return formats.percent(limit, 0 if abs(limit * 100 - round(limit * 100)) < _WHOLE else 1)


def advice_title(advice: Advice | NotEnough) -> str:
    """Return what is recommended in a few words."""
    if isinstance(advice, NotEnough):
        if advice.lack is Lack.OVER_LIMIT:
            return QCoreApplication.translate("FrequencyWords", "Less often than so far")
        return QCoreApplication.translate("FrequencyWords", "Not enough data")
    if advice.ground is Ground.LIMIT:
        text = QCoreApplication.translate("FrequencyWords", "At most {}")
        return text.format(often_word(advice.highest))
    text = often_word(advice.highest)
    if advice.lowest is not advice.highest:
        both = QCoreApplication.translate("FrequencyWords", "{low} up to {high}")
        text = both.format(low=often_word(advice.lowest), high=text)
    return text[:1].upper() + text[1:]


def advice_reason(own: OwnEstimate, formats: Formats) -> str:
    """Return what the recommendation rests on, or what would be enough for one."""
    advice = own.advice
    if isinstance(advice, NotEnough):
        return _lack(advice, own, formats)
    if advice.ground is Ground.LIMIT:
        text = QCoreApplication.translate(
            "FrequencyWords",
            "The highest frequency you tried at which surely less than {limit} leave in {days}"
            " days.",
        )
        return text.format(
            limit=limit_word(own.limit, formats), days=formats.number(own.period_days)
        )
    text = QCoreApplication.translate(
        "FrequencyWords",
        "Of the frequencies you tried, a new contact reads the most in a year at these"
        " (within 5 %; holds in {share} of the repetitions).",
    )
    reason = text.format(share=formats.percent(advice.certainty, 0))
    return " ".join(filter(None, [reason, *_limits(own, advice, formats)]))


def advice_brief(own: OwnEstimate, formats: Formats) -> str:
    """Return the reason in a line; how sure it is stands in the explanation."""
    advice = own.advice
    if isinstance(advice, NotEnough) or advice.ground is Ground.LIMIT:
        return advice_reason(own, formats)
    reason = QCoreApplication.translate(
        "FrequencyWords", "Here a new contact reads the most in a year."
    )
    return " ".join(filter(None, [reason, *_limits(own, advice, formats)]))


def _limits(own: OwnEstimate, advice: Advice, formats: Formats) -> tuple[str, str]:
    return _capped(own, advice, formats), _above_limit(own, advice, formats)


def _capped(own: OwnEstimate, advice: Advice, formats: Formats) -> str:
    """Return that the limit ended the range, not the reads."""
    if not advice.capped:
        return ""
    text = QCoreApplication.translate(
        "FrequencyWords", "With more messages the limit of {limit} in {days} days is exceeded."
    )
    return text.format(limit=limit_word(own.limit, formats), days=formats.number(own.period_days))


def _above_limit(own: OwnEstimate, advice: Advice, formats: Formats) -> str:
    """Return the warning that what reads recommend may cost more contacts than the limit allows."""
    highest = next(one for one in own.bins if one.often is advice.highest)
    lost = in_period(highest.wide, own.period_days)
    if lost.high <= own.limit:
        return ""
    text = QCoreApplication.translate(
        "FrequencyWords",
        "But {range} unsubscribe there in {days} days: that may be more than the limit of {limit}.",
    )
    return text.format(
        range=words.range_of(lost, formats),
        days=formats.number(own.period_days),
        limit=limit_word(own.limit, formats),
    )


def _lack(advice: NotEnough, own: OwnEstimate, formats: Formats) -> str:
    if advice.lack is Lack.OVER_LIMIT:
        text = QCoreApplication.translate(
            "FrequencyWords", "At every frequency you tried more than {limit} leave in {days} days."
        )
        return text.format(
            limit=limit_word(own.limit, formats), days=formats.number(own.period_days)
        )
    if advice.times is not None:
        if advice.times > _MOST_TIMES:
            return QCoreApplication.translate(
                "FrequencyWords",
                "More days like these would hardly help: a frequency test would.",
            )
        text = QCoreApplication.translate(
            "FrequencyWords", "About {} times as many days like these would be enough."
        )
        return text.format(formats.number(ceil(advice.times)))
    if advice.lack is Lack.ONE_FREQUENCY:
        return QCoreApplication.translate(
            "FrequencyWords", "Only one frequency was tried: there is nothing to compare it with."
        )
    return QCoreApplication.translate(
        "FrequencyWords",
        "It takes at least 5 opt-outs on 3 send days at a frequency.",
    )


def disagreements(days: Sequence[Disagreement], formats: Formats) -> str:
    """Name the days on which traffic and events count differently, the latest first."""
    named = [formats.date(one.day) for one in reversed(days[-_MOST_DAYS_NAMED:])]
    if len(days) > len(named):
        more = QCoreApplication.translate("FrequencyWords", "{} more")
        named.append(more.format(formats.number(len(days) - len(named))))
    text = QCoreApplication.translate(
        "FrequencyWords", "Traffic and contacts' own stops do not agree on: {}."
    )
    return text.format(", ".join(named))
