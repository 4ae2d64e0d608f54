"""What the list says on each sign-up and on its filters."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.models.eligibility import ReminderRules
from desktop.models.records.signups import SignupRow
from desktop.models.states import ExclusionReason
from desktop.views.formats import MISSING, Formats
from desktop.views.marking import QT_TRANSLATE_NOOP
from desktop.views.words import word

_SHORT: dict[ExclusionReason, str] = {
    ExclusionReason.TOO_OLD: QT_TRANSLATE_NOOP("Signups", "too old"),
    ExclusionReason.TOO_YOUNG: QT_TRANSLATE_NOOP("Signups", "too recent"),
    ExclusionReason.REMINDED_RECENTLY: QT_TRANSLATE_NOOP("Signups", "reminded too recently"),
    ExclusionReason.REMINDED_TOO_OFTEN: QT_TRANSLATE_NOOP("Signups", "reminded often enough"),
    ExclusionReason.NUMBER_BLOCKED: QT_TRANSLATE_NOOP("Signups", "sender number blocked"),
}


def possible() -> str:
    """What is said of somebody who may be reminded now."""
    return QCoreApplication.translate("Signups", "SMS possible")


def reason_words(reason: ExclusionReason, rules: ReminderRules) -> str:
    """A reason with the numbers of the rule: "older than 30 days"."""
    if reason is ExclusionReason.TOO_OLD:
        return QCoreApplication.translate("Signups", "older than %n day(s)", "", rules.max_age_days)
    if reason is ExclusionReason.TOO_YOUNG:
        return QCoreApplication.translate(
            "Signups", "entered less than %n day(s) ago", "", rules.min_age_days
        )
    if reason is ExclusionReason.REMINDED_RECENTLY:
        return QCoreApplication.translate(
            "Signups", "reminded less than %n day(s) ago", "", rules.gap_days
        )
    if reason is ExclusionReason.REMINDED_TOO_OFTEN:
        return QCoreApplication.translate(
            "Signups", "reminded %n time(s) already", "", rules.max_per_signup
        )
    return word(reason)


def short_reason(reason: ExclusionReason) -> str:
    """A reason in a list of several: "1 too old"."""
    text = _SHORT.get(reason)
    return QCoreApplication.translate("Signups", text) if text else word(reason)


def sms_words(row: SignupRow, rules: ReminderRules, formats: Formats) -> str:
    """Whether somebody gets an SMS, and if not, why or from when."""
    if row.reason is None:
        return possible()
    if row.possible_from is not None:
        text = QCoreApplication.translate("Signups", "too early, from {}")
        return text.format(formats.day_month(row.possible_from))
    if row.reason is ExclusionReason.NUMBER_BLOCKED:
        return short_reason(row.reason)
    return reason_words(row.reason, rules)


def reminded_words(row: SignupRow) -> str:
    """How many of the reminders that are allowed were sent: "1 of 2"."""
    text = QCoreApplication.translate("Signups", "{} of {}")
    return text.format(row.reminders_sent, row.max_reminders)


def last_reminder_words(row: SignupRow, formats: Formats) -> str:
    """When the last reminder went out and what came of it."""
    if row.last_reminder_at is None:
        return MISSING
    day = formats.day_month(row.last_reminder_at)
    return f"{day} {word(row.last_reminder_state)}" if row.last_reminder_state else day
