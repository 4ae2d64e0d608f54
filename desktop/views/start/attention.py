"""What needs attention, in words: a sentence, a fact, and what to do about it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.models.records.overview import Attention, AttentionKind, DueCase
from desktop.views.formats import Formats
from desktop.views.theme import StateKind
from desktop.views.widgets.attention_list import AttentionItem
from desktop.views.words import heading

_KINDS = {
    AttentionKind.NUMBER_BLOCKED: StateKind.BAD,
    AttentionKind.SENDING_PAUSED: StateKind.BAD,
    AttentionKind.SMS_UNCLEAR: StateKind.UNCLEAR,
    AttentionKind.CASES_DUE: StateKind.WARNING,
    AttentionKind.NUMBERS_TO_DECIDE: StateKind.UNCLEAR,
    AttentionKind.NUMBER_WARNED: StateKind.WARNING,
    AttentionKind.REGISTRATION_STALLED: StateKind.WARNING,
    AttentionKind.STOCK_LOW: StateKind.WARNING,
}


def key_of(item: Attention) -> str:
    """Return which matter ``item`` is about, the same whatever its figures are."""
    about = (item.sim_id, item.dispatch_id, item.customer_id, item.service, item.reason)
    return "_".join([item.kind.value, *(str(part) for part in about if part)])


def attention_item(key: str, item: Attention, formats: Formats) -> AttentionItem:
    """Return the line of the start page for ``item``; ``key`` is handed back with its button."""
    sentence, fact, action = _WRITERS[item.kind](item, formats)
    return AttentionItem(key, _KINDS[item.kind], sentence, fact, action)


def _of_number(item: Attention, formats: Formats) -> tuple[str, str, str]:
    if item.kind is AttentionKind.NUMBER_BLOCKED:
        sentence = QCoreApplication.translate(
            "Attention", "{customer}: number blocked, no replacement yet"
        )
        fact = QCoreApplication.translate(
            "Attention", "{service} · since {since} · {active} active contacts receive nothing"
        )
    else:
        sentence = QCoreApplication.translate("Attention", "{customer}: number warned")
        fact = QCoreApplication.translate(
            "Attention", "{service} · since {since} · {active} active contacts"
        )
    facts = {
        "customer": item.customer,
        "service": item.service,
        "since": formats.moment(item.since),
        "active": formats.number(item.count),
    }
    return (
        sentence.format(**facts),
        fact.format(**facts),
        QCoreApplication.translate("Attention", "Show SIM card"),
    )


def _of_paused_sending(_item: Attention, _formats: Formats) -> tuple[str, str, str]:
    return (
        QCoreApplication.translate("Attention", "Sending is paused"),
        QCoreApplication.translate(
            "Attention", "The gateway does not take SMS from this account at present"
        ),
        QCoreApplication.translate("Attention", "Look"),
    )


def _of_unclear(item: Attention, _formats: Formats) -> tuple[str, str, str]:
    fact = QCoreApplication.translate(
        "Attention",
        "{kind} {number} · no answer from the gateway, nothing is repeated by itself",
    )
    sentence = QCoreApplication.translate(
        "Attention", "{customer}: %n SMS unclear", None, item.count
    )
    kind = heading(item.dispatch_kind) if item.dispatch_kind else ""
    return (
        sentence.format(customer=item.customer),
        fact.format(kind=kind, number=item.dispatch_no),
        QCoreApplication.translate("Attention", "Check"),
    )


def _of_due_cases(item: Attention, formats: Formats) -> tuple[str, str, str]:
    due = [f"{case.customer}, {_what_is_due(case, formats)}" for case in item.due[:3]]
    sentence = QCoreApplication.translate("Attention", "%n case(s) due today", None, item.count)
    return sentence, " · ".join(due), QCoreApplication.translate("Attention", "Look")


def _what_is_due(case: DueCase, formats: Formats) -> str:
    if case.follow_up:
        return QCoreApplication.translate("Attention", "follow-up")
    return formats.time(case.due_at)


def _of_stock(item: Attention, _formats: Formats) -> tuple[str, str, str]:
    carriers = ", ".join(f"{carrier or '–'} {free}" for carrier, free in item.by_carrier)
    fact = QCoreApplication.translate("Attention", "Set minimum {limit} · {carriers}").format(
        limit=item.limit, carriers=carriers
    )
    sentence = QCoreApplication.translate(
        "Attention", "SIM stock is low: %n free card(s)", None, item.count
    )
    return sentence, fact, QCoreApplication.translate("Attention", "SIM cards")


def _of_reports(item: Attention, _formats: Formats) -> tuple[str, str, str]:
    sentence = QCoreApplication.translate(
        "Attention", "%n report(s) contradict the state of a number", None, item.count
    )
    fact = QCoreApplication.translate(
        "Attention", "The desk keeps what it holds until somebody decides"
    )
    return sentence, fact, QCoreApplication.translate("Attention", "Decide")


def _of_stalled(item: Attention, formats: Formats) -> tuple[str, str, str]:
    sentence = QCoreApplication.translate("Attention", "{customer}: contacts do not come back")
    fact = QCoreApplication.translate(
        "Attention",
        "{service} · new number since {since} · {pending} of {before} have not registered again",
    )
    facts = {
        "customer": item.customer,
        "service": item.service,
        "since": formats.date(item.since),
        "pending": formats.number(item.count),
        "before": formats.number(item.limit),
    }
    return (
        sentence.format(**facts),
        fact.format(**facts),
        QCoreApplication.translate("Attention", "Show SIM card"),
    )


_WRITERS = {
    AttentionKind.NUMBER_BLOCKED: _of_number,
    AttentionKind.NUMBER_WARNED: _of_number,
    AttentionKind.NUMBERS_TO_DECIDE: _of_reports,
    AttentionKind.REGISTRATION_STALLED: _of_stalled,
    AttentionKind.SENDING_PAUSED: _of_paused_sending,
    AttentionKind.SMS_UNCLEAR: _of_unclear,
    AttentionKind.CASES_DUE: _of_due_cases,
    AttentionKind.STOCK_LOW: _of_stock,
}
