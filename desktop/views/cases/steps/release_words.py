"""The summary of what goes out, as rows of label and value."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.errors import TemplateError
from desktop.models.case_flow import CaseDraft
from desktop.models.sms_text import measure
from desktop.views.cases.case_file import CaseFile
from desktop.views.cases.steps.release_acts import text_of
from desktop.views.cases.steps.text_checks import Cost
from desktop.views.formats import Formats
from desktop.views.words import word

Row = tuple[str, str]


def facts_of(file: CaseFile, draft: CaseDraft, formats: Formats) -> list[Row]:
    """Return everything that is released."""
    translate = QCoreApplication.translate
    recipients = translate("ReleaseFacts", "{} of {} sign-ups, {}").format(
        formats.number(draft.recipients), formats.number(draft.listed), file.record.service
    )
    return [
        _request(draft, formats),
        (translate("ReleaseFacts", "Recipients"), recipients),
        (translate("ReleaseFacts", "Text"), _text(file, draft)),
        _cost(file, draft, formats),
        (translate("ReleaseFacts", "Gateway"), _gateway(file)),
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
    if _is_test(file):
        return QCoreApplication.translate(
            "ReleaseFacts", "{}: TEST MODE, nothing reaches a phone"
        ).format(file.account.name)
    return QCoreApplication.translate("ReleaseFacts", "{}: real operation").format(
        file.account.name
    )
