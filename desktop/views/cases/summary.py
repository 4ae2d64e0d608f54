"""A case in one paragraph, in German or English, for another system."""

from __future__ import annotations

from desktop.models.case_flow import CaseDraft
from desktop.models.records.dispatches import DispatchRecord
from desktop.models.states import DispatchKind, SmsState
from desktop.services.summaries import SummaryWords
from desktop.views.cases.case_file import CaseFile
from desktop.views.formats import Formats


def summary_of(file: CaseFile, draft: CaseDraft, words: SummaryWords, formats: Formats) -> str:
    """Return what was asked for, what was done and what came of it."""
    record = file.record
    sentences = [
        words.sentence(
            "head",
            case_no=record.case_no,
            kind=words.word(record.kind),
            customer=record.customer,
            service=record.service or "–",
        )
    ]
    if draft.channel is not None and draft.requested_at is not None:
        sentences.append(
            words.sentence(
                "request",
                requester=draft.requester,
                requested_at=formats.moment(draft.requested_at),
                channel=words.word(draft.channel),
                method=words.word(draft.verification_method),
            )
        )
    if draft.wish:
        sentences.append(_ended(words.sentence("wish", wish=draft.wish)))
    sentences += _sending(file.dispatch, words, formats)
    if draft.call_s:
        minutes, seconds = divmod(draft.call_s, 60)
        sentences.append(words.sentence("call", minutes=f"{minutes}:{seconds:02}"))
    if draft.outcome:
        sentences.append(_ended(words.sentence("outcome", outcome=draft.outcome)))
    if draft.due_at is not None:
        sentences.append(words.sentence("follow_up", due_at=formats.date(draft.due_at)))
    return " ".join(sentences)


def _sending(dispatch: DispatchRecord | None, words: SummaryWords, formats: Formats) -> list[str]:
    if dispatch is None:
        return [words.sentence("nothing_sent")]
    balance = dispatch.balance
    counts = ", ".join(
        f"{formats.number(balance.count(state))} {words.word(state)}"
        for state in SmsState
        if balance.count(state)
    )
    is_change = dispatch.kind is DispatchKind.NUMBER_CHANGE
    sent = words.sentence(
        "sent_change" if is_change else "sent",
        listed=formats.number(balance.listed),
        recipients=formats.number(balance.recipients),
        dispatch_no=dispatch.dispatch_no,
        released_at=formats.moment(dispatch.released_at),
        released_by=dispatch.released_by,
        counts=counts,
    )
    return [sent, words.sentence("test")] if dispatch.test_mode else [sent]


def _ended(sentence: str) -> str:
    """End what a person wrote with a full stop."""
    text = sentence.strip()
    return text if text.endswith((".", "!", "?")) else f"{text}."
