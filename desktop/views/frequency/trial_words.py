"""The sentences on frequency tests: what one would show, and what came out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.models.records.frequency import Often
from desktop.models.records.trials import TrialOffer, TrialRecord
from desktop.views.formats import Formats
from desktop.views.rates import words
from desktop.views.rates.estimate_words import often_word

if TYPE_CHECKING:
    from desktop.models.frequency.trial_result import Comparison, TrialResult

ARMS = {
    Often.SOME_A_DAY: 2.0,
    Often.DAILY: 1.0,
    Often.SOME_A_WEEK: 2.5 / 7,
    Often.WEEKLY: 1 / 7,
    Often.TWICE_A_MONTH: 2 / 30,
}
"""The frequencies that can be tested, in messages per day, highest first."""

_CLOSE = 1e-6


def arm_word(often: float, formats: Formats) -> str:
    """Return the name of an arm."""
    for name, per_day in ARMS.items():
        if abs(per_day - often) < _CLOSE:
            return often_word(name)
    text = QCoreApplication.translate("FrequencyTrial", "{} a day")
    return text.format(formats.number(often, 2))


def offered(offer: TrialOffer, formats: Formats) -> list[str]:
    """Return what a test would show, a sentence each."""
    plan = offer.plan
    arms = QCoreApplication.translate(
        "FrequencyTrial", "{contacts} active contacts: {each} in each of {arms} groups."
    ).format(
        contacts=formats.number(offer.contacts),
        each=formats.number(plan.contacts_per_arm),
        arms=formats.number(len(plan.often)),
    )
    return [arms, _expected(offer, formats), _shown(offer, formats)]


def _expected(offer: TrialOffer, formats: Formats) -> str:
    text = QCoreApplication.translate(
        "FrequencyTrial", "In {weeks} weeks some {share} of a group would unsubscribe as of now."
    ).format(weeks=formats.number(offer.plan.weeks), share=formats.percent(offer.plan.control))
    if offer.monthly_loss is not None:
        return text
    assumed = QCoreApplication.translate(
        "FrequencyTrial", "That is assumed: the service has no traffic yet."
    )
    return f"{text} {assumed}"


def _shown(offer: TrialOffer, formats: Formats) -> str:
    plan = offer.plan
    seen = [share for share in (plan.detectable_below, plan.detectable) if share is not None]
    if not seen:
        return QCoreApplication.translate(
            "FrequencyTrial", "With so few contacts a test would show nothing."
        )
    either = QCoreApplication.translate("FrequencyTrial", "{} or {}")
    shares = [formats.percent(share) for share in seen]
    return QCoreApplication.translate(
        "FrequencyTrial",
        "A difference such as {control} against {other} would show in 4 of 5 tests; a smaller one"
        " rather not.",
    ).format(
        control=formats.percent(plan.control),
        other=either.format(*shares) if len(shares) > 1 else shares[0],
    )


def begun(trial: TrialRecord, formats: Formats) -> str:
    """Return which groups a test has, and when it runs."""
    groups = ", ".join(
        f"{arm_word(often, formats)}: {formats.number(contacts)}"
        for often, contacts in zip(trial.often, trial.contacts, strict=True)
    )
    return QCoreApplication.translate("FrequencyTrial", "{first} to {last}. {groups}.").format(
        first=formats.date(trial.starts_on), last=formats.date(trial.ends_on), groups=groups
    )


def waiting(days: int, formats: Formats) -> str:
    """Return for how long nobody looks."""
    return formats.counted(
        days,
        QCoreApplication.translate(
            "FrequencyTrial", "It ends in {} day; until then nobody looks, or chance would decide."
        ),
        QCoreApplication.translate(
            "FrequencyTrial", "It ends in {} days; until then nobody looks, or chance would decide."
        ),
    )


def result(found: TrialResult, formats: Formats) -> list[str]:
    """Return what came out, a sentence for each group."""
    first = QCoreApplication.translate("FrequencyTrial", "{often}: {rate} unsubscribed.").format(
        often=_begin(arm_word(found.often, formats)),
        rate=words.rate_with_range(found.share, formats),
    )
    lines = [first, *(_compared(one, formats) for one in found.comparisons)]
    if len(found.comparisons) > 1:
        lines.append(
            QCoreApplication.translate(
                "FrequencyTrial", "Ranges and p are corrected for several groups (Holm)."
            )
        )
    return lines


def _compared(one: Comparison, formats: Formats) -> str:
    text = QCoreApplication.translate(
        "FrequencyTrial",
        "{often}: {rate} unsubscribed, {low} to {high} percentage points against the first group."
        " {verdict}",
    )
    return text.format(
        often=_begin(arm_word(one.often, formats)),
        rate=words.rate_with_range(one.share, formats),
        low=formats.number(one.difference.low * 100, 1),
        high=formats.number(one.difference.high * 100, 1),
        verdict=_verdict(one, formats),
    )


def _verdict(one: Comparison, formats: Formats) -> str:
    if one.sure:
        text = QCoreApplication.translate(
            "FrequencyTrial", "That is no chance (p = {p}; log-rank test {logrank})."
        )
    else:
        text = QCoreApplication.translate(
            "FrequencyTrial", "That may be chance (p = {p}; log-rank test {logrank})."
        )
    return text.format(p=formats.number(one.p_value, 3), logrank=formats.number(one.logrank_p, 3))


def _begin(text: str) -> str:
    return text[:1].upper() + text[1:]
