"""The sentences and figures of the frequency page. They tell what was seen, never a cause."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.models.frequency.rates import Estimate
from desktop.models.records.traffic import (
    NumberChange,
    ServiceTraffic,
    Tally,
    Week,
)
from desktop.views.formats import MISSING, Formats


def rate(estimate: Estimate | None, formats: Formats) -> str:
    """Return a rate in per cent, one decimal."""
    return formats.percent(estimate.estimate) if estimate is not None else MISSING


def range_of(estimate: Estimate | None, formats: Formats) -> str:
    """Return the bounds of a rate: 2,4 bis 4,6 %."""
    if estimate is None:
        return MISSING
    text = QCoreApplication.translate("FrequencyWords", "{low} to {high}")
    low = formats.number(estimate.low * 100, 1)
    return text.format(low=low, high=formats.percent(estimate.high))


def short_range(estimate: Estimate | None, formats: Formats) -> str:
    """Return the bounds of a rate for a table: 2,4–4,6 %."""
    if estimate is None:
        return MISSING
    return f"{formats.number(estimate.low * 100, 1)}–{formats.percent(estimate.high)}"


def rate_with_range(estimate: Estimate | None, formats: Formats) -> str:
    """Return a rate and its bounds in brackets."""
    if estimate is None:
        return MISSING
    return f"{rate(estimate, formats)} ({range_of(estimate, formats)})"


def days(tally: Tally, formats: Formats) -> str:
    """Return the first and the last day of some days."""
    if tally.first_day == tally.last_day:
        return formats.date(tally.first_day)
    if tally.first_day.year != tally.last_day.year:
        return f"{formats.date(tally.first_day)} – {formats.date(tally.last_day)}"
    return f"{formats.day_month(tally.first_day)} – {formats.date(tally.last_day)}"


def week_lines(week: Week, formats: Formats) -> list[str]:
    """Return what is read out when the pointer stands on a week."""
    lines = [
        days(week.tally, formats),
        QCoreApplication.translate("FrequencyWords", "{} messages a day (mean of 7 days)").format(
            formats.number(week.messages_per_day, 1)
        ),
        QCoreApplication.translate("FrequencyWords", "{opt_outs} in {contact_days}").format(
            opt_outs=opt_outs(week.tally.opt_outs, formats),
            contact_days=contact_days(week.tally.contact_days, formats),
        ),
        rate_with_range(week.tally.rate, formats),
    ]
    if week.left_out:
        lines.append(QCoreApplication.translate("FrequencyWords", "after a number change"))
    elif week.tally.too_few:
        lines.append(QCoreApplication.translate("FrequencyWords", "too few data to rely on"))
    return lines


def days_hint() -> str:
    """Return what stands below a week that is read out where its days can be seen."""
    return QCoreApplication.translate("FrequencyWords", "Click or Enter: its days")


def opt_outs(count: int, formats: Formats) -> str:
    """Return a number of opt-outs."""
    return formats.counted(
        count,
        QCoreApplication.translate("FrequencyWords", "{} opt-out"),
        QCoreApplication.translate("FrequencyWords", "{} opt-outs"),
    )


def contact_days(count: int, formats: Formats) -> str:
    """Return a number of contact-days."""
    return formats.counted(
        count,
        QCoreApplication.translate("FrequencyWords", "{} contact-day"),
        QCoreApplication.translate("FrequencyWords", "{} contact-days"),
    )


def change(one: NumberChange, formats: Formats) -> str:
    """Return what stands beside the mark of a number change."""
    text = QCoreApplication.translate(
        "FrequencyWords", "Number change {}, the 30 days after it do not count"
    )
    return text.format(formats.date(one.day))


def sentence(traffic: ServiceTraffic, formats: Formats, more: str = "") -> str:
    """Return what the agent says about the latest 30 days; **figures** are said with weight.

    ``more`` is said as well, at the end.
    """
    latest = traffic.latest
    if latest is None:
        return ""
    figures = {
        "until": formats.date(latest.last_day),
        "messages": formats.number(latest.sent_per_day, 1),
        "people": _people(latest.opt_outs, formats),
        "rate": rate(latest.rate, formats),
        "range": range_of(latest.rate, formats),
        "days": formats.number(traffic.period_days),
    }
    told = _told(latest, changed=traffic.changed_lately)
    told = told.format(**{name: f"**{figure}**" for name, figure in figures.items()})
    quotes = QCoreApplication.translate("FrequencyWords", "“{}”")
    return quotes.replace("{}", f"{told} {more}".rstrip())


def _people(count: int, formats: Formats) -> str:
    return formats.counted(
        count,
        QCoreApplication.translate("FrequencyWords", "{} person"),
        QCoreApplication.translate("FrequencyWords", "{} people"),
    )


def _told(latest: Tally, *, changed: bool) -> str:
    sent = QCoreApplication.translate(
        "FrequencyWords",
        "In the 30 days up to {until} you sent {messages} messages a day on average.",
    )
    left = QCoreApplication.translate("FrequencyWords", "In that time {people} unsubscribed.")
    if latest.too_few:
        judged = QCoreApplication.translate(
            "FrequencyWords", "That is too little for a rate to be relied on."
        )
    else:
        judged = QCoreApplication.translate(
            "FrequencyWords",
            "That is {rate} of the contacts in {days} days; chance leaves room for {range}.",
        )
    parts = [sent, left, judged]
    if changed:
        parts.append(
            QCoreApplication.translate(
                "FrequencyWords",
                "Your number changed in that time, so these days compare poorly with others.",
            )
        )
    return " ".join(parts)
