"""The sentence that an agent says of a service's curve: it fits the recommended range."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.models.frequency.said import said
from desktop.models.records.frequency import (
    Course,
    Drift,
    OwnEstimate,
    Said,
)
from desktop.models.records.traffic import ServiceTraffic
from desktop.views.formats import Formats
from desktop.views.rates import words
from desktop.views.rates.estimate_words import in_period, limit_word, per_time


def spoken(traffic: ServiceTraffic, own: OwnEstimate | None, formats: Formats) -> str:
    """Return the one sentence: of the curve where there is one, else of the latest days."""
    curve = sentence(own, traffic.messages_per_day_now, formats) if own is not None else ""
    limit = _limit(own, formats) if own is not None else ""
    return curve or words.sentence(traffic, formats, limit)


def sentence(own: OwnEstimate, frequency: float, formats: Formats) -> str:
    """Return what the agent says of the curve, or "" where there is none to speak of."""
    found = said(own, frequency)
    if found is None:
        return ""
    figures = {
        "now": per_time(found.now.frequency, formats),
        "rate": words.range_of(in_period(found.now.rate, own.period_days), formats),
        "days": formats.number(own.period_days),
        "other": per_time(found.other.frequency, formats, brief=True),
        "other_rate": words.range_of(in_period(found.other.rate, own.period_days), formats),
    }
    compared = QCoreApplication.translate(
        "FrequencyWords",
        "At {now}, {rate} of the contacts unsubscribe in {days} days; at {other} it is"
        " {other_rate}.",
    )
    told = compared.format(**{name: f"**{figure}**" for name, figure in figures.items()})
    quotes = QCoreApplication.translate("FrequencyWords", "“{}”")
    parts = [told, judged(found), _limit(own, formats)]
    return quotes.replace("{}", " ".join(part for part in parts if part))


def judged(found: Said) -> str:
    """Return what follows: first from the range, then from how opt-outs went."""
    return {
        Course.LESS: _less,
        Course.KEEP: _keep,
        Course.MORE: _more,
        Course.OPEN: _open,
    }[found.course](found.drift)


def _less(drift: Drift) -> str:
    if drift is Drift.RISES:
        return QCoreApplication.translate("FrequencyWords", "In your data less has been more.")
    return QCoreApplication.translate(
        "FrequencyWords", "These days speak for writing less often than now."
    )


def _keep(drift: Drift) -> str:
    if drift is Drift.RISES:
        return QCoreApplication.translate(
            "FrequencyWords",
            "As often as now fits; in your data more messages went with more opt-outs.",
        )
    return QCoreApplication.translate("FrequencyWords", "As often as now fits.")


def _more(drift: Drift) -> str:
    if drift is Drift.RISES:
        return QCoreApplication.translate(
            "FrequencyWords",
            "More messages went with more opt-outs, but within your limit more is read in all.",
        )
    return QCoreApplication.translate(
        "FrequencyWords", "There a new contact reads more in all than at what you send now."
    )


def _open(drift: Drift) -> str:
    return {
        Drift.RISES: QCoreApplication.translate(
            "FrequencyWords", "In your data fewer messages went with fewer opt-outs."
        ),
        Drift.FALLS: QCoreApplication.translate(
            "FrequencyWords", "In your data more messages went with fewer opt-outs."
        ),
        Drift.UNCLEAR: QCoreApplication.translate(
            "FrequencyWords", "Whether the frequency makes a difference, these days do not show."
        ),
    }[drift]


def _limit(own: OwnEstimate, formats: Formats) -> str:
    """Return the limit that the customer set; that of the house is no matter for the caller."""
    if not own.limit_is_own:
        return ""
    text = QCoreApplication.translate("FrequencyWords", "Your limit is {limit} in {days} days.")
    return text.format(
        limit=f"**{limit_word(own.limit, formats)}**", days=formats.number(own.period_days)
    )
