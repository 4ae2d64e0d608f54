"""The summary of what goes out, as rows of label and value."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.errors import TemplateError
from desktop.models.case_flow import CaseDraft, CaseStep, steps_in
from desktop.models.people import is_another_person
from desktop.models.sms_text import measure
from desktop.models.states import CaseKind, CaseState
from desktop.views.cases.case_file import CaseFile
from desktop.views.cases.editor import CaseEditor
from desktop.views.cases.steps.release_acts import (
    TYPE_COUNT_ABOVE,
    Signature,
    text_of,
    window_opens,
)
from desktop.views.formats import Formats
from desktop.views.step_words import step_word
from desktop.views.text_checks import Cost
from desktop.views.words import gateway_name, word

Row = tuple[str, str]


def facts_of(file: CaseFile, draft: CaseDraft, formats: Formats) -> list[Row]:
    """Return everything that is released."""
    if draft.kind is CaseKind.NUMBER_CHANGE:
        recipients = QCoreApplication.translate("ReleaseFacts", "{} of {} contacts, {}")
    else:
        recipients = QCoreApplication.translate("ReleaseFacts", "{} of {} sign-ups, {}")
    recipients = recipients.format(
        formats.number(draft.recipients), formats.number(draft.listed), file.record.service
    )
    return [
        _request(draft, formats),
        (QCoreApplication.translate("ReleaseFacts", "Recipients"), recipients),
        (QCoreApplication.translate("ReleaseFacts", "Text"), _text(file, draft)),
        _cost(file, draft, formats),
        (QCoreApplication.translate("ReleaseFacts", "Gateway"), _gateway(file)),
    ]


def short_facts_of(file: CaseFile, draft: CaseDraft, formats: Formats) -> list[Row]:
    """Return what stays in sight while the countdown runs."""
    return [_request(draft, formats), _cost(file, draft, formats)]


def request_words(draft: CaseDraft, formats: Formats) -> str:
    """Who asked, how, when, and how that was checked."""
    channel = word(draft.channel) if draft.channel is not None else ""
    parts = [draft.requester, channel, formats.moment(draft.requested_at)]
    checked = QCoreApplication.translate("ReleaseFacts", "checked by {}")
    return ", ".join([*filter(None, parts), checked.format(word(draft.verification_method))])


def _request(draft: CaseDraft, formats: Formats) -> Row:
    return QCoreApplication.translate("ReleaseFacts", "Request"), request_words(draft, formats)


def _text(file: CaseFile, draft: CaseDraft) -> str:
    if file.dispatch is not None:
        return file.dispatch.text
    try:
        return text_of(file, draft)
    except TemplateError:
        return draft.template


def cost_of(file: CaseFile, draft: CaseDraft) -> Cost:
    """Return what all SMS cost: as released, or as it would be now."""
    dispatch = file.dispatch
    if dispatch is not None:
        sms = dispatch.balance.recipients
        return Cost(sms, dispatch.parts, dispatch.price_per_part_tenth_cents)
    parts = measure(_text(file, draft)).parts
    return Cost(draft.recipients, parts, file.settings.gateway.price_per_part_tenth_cents)


def _is_test(file: CaseFile) -> bool:
    return file.dispatch.test_mode if file.dispatch is not None else file.account.test_mode


def _cost(file: CaseFile, draft: CaseDraft, formats: Formats) -> Row:
    cost = cost_of(file, draft)
    words = f"{cost.formula(formats)} = {formats.euros(cost.total_cents)}"
    if _is_test(file):
        free = QCoreApplication.translate("ReleaseFacts", "{}, in test mode {}")
        words = free.format(words, formats.euros(0))
    return QCoreApplication.translate("ReleaseFacts", "Cost"), words


def _gateway(file: CaseFile) -> str:
    name = gateway_name(file.account.name)
    if _is_test(file):
        return QCoreApplication.translate(
            "ReleaseFacts", "{}: TEST MODE, nothing reaches a phone"
        ).format(name)
    return QCoreApplication.translate("ReleaseFacts", "{}: real operation").format(name)


def signed_words(case: CaseEditor) -> str:
    """Who has released, and from how many recipients on a colleague does as well."""
    dispatch, formats = case.file.dispatch, case.desk.formats
    if dispatch is None:
        return QCoreApplication.translate("ReleaseFacts", "Being released …")
    released = QCoreApplication.translate("ReleaseFacts", "Released by {}, {}.").format(
        dispatch.released_by, formats.time(dispatch.released_at, seconds=True)
    )
    if dispatch.second_released_by:
        second = QCoreApplication.translate("ReleaseFacts", "Second release by {}.").format(
            dispatch.second_released_by
        )
    else:
        limit = case.file.settings.limits.second_release_above
        second = QCoreApplication.translate(
            "ReleaseFacts", "A second release is needed only from {} recipients on."
        ).format(formats.number(limit + 1))
    return f"{released} {second}"


def in_the_way(case: CaseEditor, signed: Signature, typed: str) -> str:
    """Return why nothing can be released now; "" when it can."""
    if case.file.record.state is CaseState.PAUSED:
        return QCoreApplication.translate("ReleaseFacts", "Resume the case first.")
    for step in steps_in(case.draft):
        if step is CaseStep.RELEASE:
            break
        if case.missing(step):
            text = QCoreApplication.translate(
                "ReleaseFacts", "Something is missing in the step {}."
            )
            return text.format(step_word(step.value))
    return _window_words(case) or _missing_here(case, signed, typed)


def _window_words(case: CaseEditor) -> str:
    """Say from when on SMS go out again."""
    now, formats = case.desk.services.database.clock(), case.desk.formats
    opens = window_opens(case.file, now)
    if opens is None:
        return ""
    days = formats.days_between(now, opens)
    when = formats.due(opens, now) if days <= 1 else formats.moment(opens)
    text = QCoreApplication.translate("ReleaseFacts", "SMS go out again from {} on.")
    return text.format(when)


def _missing_here(case: CaseEditor, signed: Signature, typed: str) -> str:
    recipients = case.draft.recipients
    if recipients > case.file.settings.limits.second_release_above:
        if not signed.second:
            return QCoreApplication.translate("ReleaseFacts", "A colleague has to release as well.")
        if not is_another_person(signed.second, signed.agent):
            return QCoreApplication.translate(
                "ReleaseFacts", "The second release is a colleague's."
            )
    digits = "".join(sign for sign in typed if sign.isdigit())
    if recipients > TYPE_COUNT_ABOVE and digits != str(recipients):
        return QCoreApplication.translate("ReleaseFacts", "Type the number of SMS first.")
    return ""
