"""What is said of a reminder's effect: what was seen, and that its cause is not proved."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.models.frequency.rates import Estimate
from desktop.models.records.effects import Compared, ServiceEffect, Within
from desktop.views.formats import MISSING, Formats
from desktop.views.rates import words

_FIXED = "\u00a0"


def figures(within: Within, formats: Formats) -> str:
    """Return how many of how many started, and their share with its range; or what is open."""
    parts = []
    share = within.share
    if share is not None:
        of = QCoreApplication.translate("EffectWords", "{started} of {over}: {share}")
        parts.append(
            of.format(
                started=formats.number(within.started),
                over=formats.number(within.over),
                share=words.rate_with_range(share, formats),
            )
        )
    if within.open:
        still = QCoreApplication.translate("EffectWords", "{open} still open, {started} so far")
        told = still.format(
            open=formats.number(within.open), started=formats.number(within.open_started)
        )
        # In a narrow column it breaks after the comma, not between a number and its word.
        parts.append(", ".join(part.replace(" ", _FIXED) for part in told.split(", ")))
    return "; ".join(parts) or MISSING


def sentence(week: Compared, formats: Formats) -> str:
    """Return what the agent says; **figures** are said with weight."""
    ours, others = week.reminded, week.others
    if ours.share is None:
        said = QCoreApplication.translate(
            "EffectWords",
            "The 7 days after the reminder are not over yet: so far {started} of {open} have"
            " started.",
        )
        return _quoted(
            said.format(
                started=_strong(formats.number(ours.open_started)),
                open=_strong(formats.number(ours.open)),
            )
        )
    said = QCoreApplication.translate(
        "EffectWords", "Of {over} people we reminded, {started} started within 7 days: {share}."
    )
    parts = [said.format(**_of(ours, ours.share, formats))]
    if others.share is None:
        parts.append(
            QCoreApplication.translate(
                "EffectWords", "Nobody comparable was left without a reminder."
            )
        )
    else:
        beside = QCoreApplication.translate(
            "EffectWords", "Of {over} comparable ones without a reminder it was {started}: {share}."
        )
        parts += [beside.format(**_of(others, others.share, formats)), _judged(week)]
    return _quoted(" ".join(parts))


def caution() -> str:
    """Return what the figures cannot tell."""
    return QCoreApplication.translate(
        "EffectWords",
        "Comparable: same service, entered in the same span of time, incomplete at that moment and"
        " not reminded. Nobody drew lots, so a difference proves no cause; whoever was reminded"
        " later is no longer compared.",
    )


def total_line(one: ServiceEffect, formats: Formats) -> str:
    """Return the effect of all reminders of a service in one line."""
    week = one.effect.week
    text = QCoreApplication.translate(
        "EffectWords",
        "{service}, started in 7 days: with a reminder {reminded}. Comparable without: {others}.",
    )
    return text.format(
        service=one.service,
        reminded=figures(week.reminded, formats),
        others=figures(week.others, formats),
    )


def _of(within: Within, share: Estimate, formats: Formats) -> dict[str, str]:
    return {
        "over": _strong(formats.number(within.over)),
        "started": _strong(formats.number(within.started)),
        "share": _strong(formats.percent(share.estimate)),
    }


def _judged(week: Compared) -> str:
    difference = week.difference
    if difference is not None and difference.low > 0:
        return QCoreApplication.translate("EffectWords", "With the reminder it was clearly more.")
    if difference is not None and difference.high < 0:
        return QCoreApplication.translate("EffectWords", "With the reminder it was clearly fewer.")
    return QCoreApplication.translate(
        "EffectWords", "Whether the reminder made a difference, these numbers do not show."
    )


def _strong(figure: str) -> str:
    return f"**{figure}**"


def _quoted(said: str) -> str:
    return QCoreApplication.translate("EffectWords", "“{}”").replace("{}", said)
