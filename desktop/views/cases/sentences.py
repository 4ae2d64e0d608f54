"""What the guided case says in words: what is missing, and why somebody gets no SMS."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from desktop.models.case_flow import DraftProblem
from desktop.models.eligibility import ReminderRules
from desktop.models.states import ExclusionReason
from desktop.views.formats import Formats
from desktop.views.marking import QT_TRANSLATE_NOOP
from desktop.views.words import word


def problem_sentence(problem: DraftProblem) -> str:
    """Return what to do about something that keeps a step from being done."""
    return QCoreApplication.translate("CaseSentences", _PROBLEMS[problem])


def reason_word(reason: ExclusionReason, rules: ReminderRules) -> str:
    """Return why somebody gets no SMS, with the number of the rule where there is one."""
    count = _number_of(reason, rules)
    if reason is ExclusionReason.TOO_OLD:
        return QCoreApplication.translate("CaseSentences", "older than %n day(s)", "", count)
    if reason is ExclusionReason.TOO_YOUNG:
        return QCoreApplication.translate(
            "CaseSentences", "entered less than %n day(s) ago", "", count
        )
    if reason is ExclusionReason.REMINDED_RECENTLY:
        return QCoreApplication.translate(
            "CaseSentences", "reminded less than %n day(s) ago", "", count
        )
    if reason is ExclusionReason.REMINDED_TOO_OFTEN:
        return QCoreApplication.translate("CaseSentences", "reminded %n time(s) already", "", count)
    return word(reason)


def reasons_aloud(
    counts: Mapping[ExclusionReason, int], rules: ReminderRules, formats: Formats
) -> str:
    """Return the reasons as one says them: 201 are older than 30 days, and 31 are no mobile ..."""
    clauses = [_clause(reason, count, rules, formats) for reason, count in counts.items() if count]
    return enumerated(clauses)


def enumerated(parts: list[str]) -> str:
    """Return parts of a sentence with commas, and an "and" before the last."""
    if len(parts) <= 1:
        return "".join(parts)
    both = QCoreApplication.translate("CaseSentences", "{} and {}")
    return both.format(", ".join(parts[:-1]), parts[-1])


def _clause(reason: ExclusionReason, count: int, rules: ReminderRules, formats: Formats) -> str:
    one, many = _CLAUSES[reason]
    text = QCoreApplication.translate("CaseSentences", one if count == 1 else many)
    return text.format(count=formats.number(count), reason=reason_word(reason, rules))


def _number_of(reason: ExclusionReason, rules: ReminderRules) -> int:
    return {
        ExclusionReason.TOO_OLD: rules.max_age_days,
        ExclusionReason.TOO_YOUNG: rules.min_age_days,
        ExclusionReason.REMINDED_RECENTLY: rules.gap_days,
        ExclusionReason.REMINDED_TOO_OFTEN: rules.max_per_signup,
    }.get(reason, 0)


_PROBLEMS = {
    DraftProblem.REQUESTER_MISSING: QT_TRANSLATE_NOOP("CaseSentences", "Enter who is asking."),
    DraftProblem.METHOD_MISSING: QT_TRANSLATE_NOOP(
        "CaseSentences", "Choose how the caller was checked."
    ),
    DraftProblem.NOT_VERIFIED: QT_TRANSLATE_NOOP(
        "CaseSentences", "Nothing is sent before the caller is verified."
    ),
    DraftProblem.CHANNEL_MISSING: QT_TRANSLATE_NOOP(
        "CaseSentences", "Choose how the request reached us."
    ),
    DraftProblem.REQUESTED_AT_MISSING: QT_TRANSLATE_NOOP(
        "CaseSentences", "Enter when the request was made."
    ),
    DraftProblem.WISH_MISSING: QT_TRANSLATE_NOOP(
        "CaseSentences", "Write down what the customer asks for."
    ),
    DraftProblem.SERVICE_MISSING: QT_TRANSLATE_NOOP(
        "CaseSentences", "Choose the service that the reminder is for."
    ),
    DraftProblem.NUMBER_NOT_REPLACED: QT_TRANSLATE_NOOP(
        "CaseSentences", "Give the service a new number first."
    ),
    DraftProblem.NOTICE_NOT_DECIDED: QT_TRANSLATE_NOOP(
        "CaseSentences", "Record whether the contacts are told."
    ),
    DraftProblem.NOTICE_REASON_MISSING: QT_TRANSLATE_NOOP(
        "CaseSentences", "Enter why the notice is offered in this case."
    ),
    DraftProblem.CURVE_NOT_TOLD: QT_TRANSLATE_NOOP(
        "CaseSentences", "Say the sentence to the caller and record it."
    ),
    DraftProblem.AGREEMENT_MISSING: QT_TRANSLATE_NOOP(
        "CaseSentences", "Record whether something changes."
    ),
    DraftProblem.AGREED_OFTEN_MISSING: QT_TRANSLATE_NOOP(
        "CaseSentences", "Choose how often messages go out from then on."
    ),
    DraftProblem.AGREED_ON_MISSING: QT_TRANSLATE_NOOP(
        "CaseSentences", "Enter the first day of the change."
    ),
    DraftProblem.NOBODY_GETS_ONE: QT_TRANSLATE_NOOP(
        "CaseSentences", "Nobody on this list may get an SMS now."
    ),
    DraftProblem.RECIPIENTS_NOT_AGREED: QT_TRANSLATE_NOOP(
        "CaseSentences", "Read the numbers to the caller and record the answer."
    ),
    DraftProblem.TEXT_MISSING: QT_TRANSLATE_NOOP(
        "CaseSentences", "Choose a template or write the text."
    ),
    DraftProblem.TEXT_BROKEN: QT_TRANSLATE_NOOP(
        "CaseSentences", "Correct the placeholder that cannot be filled."
    ),
    DraftProblem.TEXT_NOT_AGREED: QT_TRANSLATE_NOOP(
        "CaseSentences", "Read the text to the caller and record the answer."
    ),
    DraftProblem.NOT_RELEASED: QT_TRANSLATE_NOOP("CaseSentences", "Nothing is released yet."),
    DraftProblem.STILL_SENDING: QT_TRANSLATE_NOOP(
        "CaseSentences", "SMS are still waiting; this goes on by itself."
    ),
    DraftProblem.OUTCOME_MISSING: QT_TRANSLATE_NOOP("CaseSentences", "Enter what came of it."),
}

_CLAUSES = {
    ExclusionReason.UNSUBSCRIBED: (
        QT_TRANSLATE_NOOP("CaseSentences", "{count} has unsubscribed"),
        QT_TRANSLATE_NOOP("CaseSentences", "{count} have unsubscribed"),
    ),
    ExclusionReason.SUPPRESSED: (
        QT_TRANSLATE_NOOP("CaseSentences", "{count} must not get any SMS"),
        QT_TRANSLATE_NOOP("CaseSentences", "{count} must not get any SMS"),
    ),
    ExclusionReason.NOT_INCOMPLETE: (
        QT_TRANSLATE_NOOP("CaseSentences", "{count} has registered meanwhile"),
        QT_TRANSLATE_NOOP("CaseSentences", "{count} have registered meanwhile"),
    ),
    ExclusionReason.NOT_ACTIVE: (
        QT_TRANSLATE_NOOP("CaseSentences", "{count} is not active"),
        QT_TRANSLATE_NOOP("CaseSentences", "{count} are not active"),
    ),
    ExclusionReason.NUMBER_BLOCKED: (
        QT_TRANSLATE_NOOP("CaseSentences", "{count} would be led to a blocked number"),
        QT_TRANSLATE_NOOP("CaseSentences", "{count} would be led to a blocked number"),
    ),
    ExclusionReason.NO_SENDER_NUMBER: (
        QT_TRANSLATE_NOOP("CaseSentences", "{count} would be led to no number at all"),
        QT_TRANSLATE_NOOP("CaseSentences", "{count} would be led to no number at all"),
    ),
    ExclusionReason.NOT_A_MOBILE_NUMBER: (
        QT_TRANSLATE_NOOP("CaseSentences", "{count} is no mobile number"),
        QT_TRANSLATE_NOOP("CaseSentences", "{count} are no mobile numbers"),
    ),
    ExclusionReason.OTHER_COUNTRY: (
        QT_TRANSLATE_NOOP("CaseSentences", "{count} is a number of another country"),
        QT_TRANSLATE_NOOP("CaseSentences", "{count} are numbers of other countries"),
    ),
    ExclusionReason.DUPLICATE_NUMBER: (
        QT_TRANSLATE_NOOP("CaseSentences", "{count} is in the list twice"),
        QT_TRANSLATE_NOOP("CaseSentences", "{count} are in the list twice"),
    ),
    ExclusionReason.TOO_OLD: (
        QT_TRANSLATE_NOOP("CaseSentences", "{count} is {reason}"),
        QT_TRANSLATE_NOOP("CaseSentences", "{count} are {reason}"),
    ),
    ExclusionReason.REMINDED_TOO_OFTEN: (
        QT_TRANSLATE_NOOP("CaseSentences", "{count} we {reason}"),
        QT_TRANSLATE_NOOP("CaseSentences", "{count} we {reason}"),
    ),
    ExclusionReason.REMINDED_RECENTLY: (
        QT_TRANSLATE_NOOP("CaseSentences", "{count} we {reason}"),
        QT_TRANSLATE_NOOP("CaseSentences", "{count} we {reason}"),
    ),
    ExclusionReason.TOO_YOUNG: (
        QT_TRANSLATE_NOOP("CaseSentences", "{count} was entered too recently"),
        QT_TRANSLATE_NOOP("CaseSentences", "{count} were entered too recently"),
    ),
    ExclusionReason.DESELECTED: (
        QT_TRANSLATE_NOOP("CaseSentences", "{count} you have left out"),
        QT_TRANSLATE_NOOP("CaseSentences", "{count} you have left out"),
    ),
}
