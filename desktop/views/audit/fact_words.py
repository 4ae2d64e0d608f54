"""The facts of an act in words: label and value, as a person reads them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QCoreApplication

from desktop.models.records.audit import AuditRow
from desktop.models.settings import GatewayKind
from desktop.models.states import (
    CaseKind,
    CaseOutcome,
    RequestChannel,
    SimStatus,
    VerificationMethod,
    VerificationResult,
)
from desktop.views.formats import MISSING, Formats
from desktop.views.marking import QT_TRANSLATE_NOOP
from desktop.views.sms_words import reason_words
from desktop.views.words import gateway_name, word

_MOST_LISTED = 5


def facts_of(row: AuditRow, formats: Formats, *, masked: bool) -> list[tuple[str, str]]:
    """Return label and value of each fact; phone numbers only partly where ``masked``."""
    return [
        (fact_label(key), _value(key, value, formats, masked=masked))
        for key, value in (row.facts or {}).items()
    ]


def facts_in_a_line(row: AuditRow, formats: Formats, *, masked: bool) -> str:
    """Return all facts in one line, or that they were erased."""
    if row.facts is None:
        return erased_words()
    told = facts_of(row, formats, masked=masked)
    return " · ".join(f"{label}: {value}" for label, value in told)


def why(row: AuditRow, formats: Formats) -> str:
    """Return the reason of an act, or what comes closest to it, in one line."""
    if row.facts is None:
        return erased_words()
    for key in _WHY:
        value = row.facts.get(key)
        if value and isinstance(value, str):
            return " ".join(_value(key, value, formats, masked=True).split())
    told = [key for key in _SHORT if row.facts.get(key) not in {None, ""}]
    return " · ".join(
        f"{fact_label(key)}: {_value(key, row.facts[key], formats, masked=True)}" for key in told
    )


def erased_words() -> str:
    """Return what stands where the facts were erased."""
    return QCoreApplication.translate("AuditFacts", "Facts erased, their hash still stands")


def fact_label(key: str) -> str:
    """Return what a fact is called; one that this program does not know shows as it is."""
    return QCoreApplication.translate("AuditFacts", _LABELS.get(key, key))


def _value(key: str, value: Any, formats: Formats, *, masked: bool) -> str:  # noqa: ANN401  JSON
    if value is None or value == "":
        return MISSING
    if isinstance(value, bool):
        yes, no = QT_TRANSLATE_NOOP("AuditFacts", "yes"), QT_TRANSLATE_NOOP("AuditFacts", "no")
        return QCoreApplication.translate("AuditFacts", yes if value else no)
    if isinstance(value, int | float):
        return formats.number(value, 0 if isinstance(value, int) else 2)
    if isinstance(value, list):
        return _listed(key, value, formats, masked=masked)
    if isinstance(value, Mapping):
        return _mapped(value, formats, masked=masked)
    return _text(key, str(value), formats, masked=masked)


def _listed(key: str, values: list[Any], formats: Formats, *, masked: bool) -> str:
    shown = [_value(key, one, formats, masked=masked) for one in values[:_MOST_LISTED]]
    more = len(values) - len(shown)
    if more:
        left = QCoreApplication.translate("AuditFacts", "{count} more")
        shown.append(left.format(count=formats.number(more)))
    return ", ".join(shown) or MISSING


def _mapped(values: Mapping[str, Any], formats: Formats, *, masked: bool) -> str:
    """Return each part with its name; a pair is what it was and what it became."""
    told = []
    for name, value in values.items():
        if isinstance(value, list) and len(value) == len(("before", "after")):
            before, after = (_value(name, one, formats, masked=masked) for one in value)
            told.append(f"{fact_label(name)}: {before} → {after}")
        else:
            told.append(f"{fact_label(name)}: {_value(name, value, formats, masked=masked)}")
    return ", ".join(told) or MISSING


def _text(key: str, text: str, formats: Formats, *, masked: bool) -> str:
    for members in _ENUMS.get(key, ()):
        if text in set(members):
            return word(members(text))
    if key == "gateway" and text in set(GatewayKind):
        return gateway_name(text)
    if key in {"reason", "was", "cause"}:
        return reason_words(text)
    if key in _DAYS:
        return formats.date(datetime.fromisoformat(text))
    if text.startswith("+") and text[1:].isdigit():
        return formats.phone(text, masked=masked)
    return text


_DAYS = ("follow_up", "follow_up_before")
"""What is a moment of which only the day matters."""

_WHY = ("reason", "result", "note", "text", "outcome", "wish", "cause")
"""Where the reason stands, the plainest first."""

_SHORT = ("dispatch", "recipients", "kind", "section", "method", "passed", "rows")
"""What tells most about an act that needs no reason."""

_ENUMS: dict[str, tuple[type[StrEnum], ...]] = {
    "channel": (RequestChannel,),
    "verified_by": (VerificationMethod,),
    "method": (VerificationMethod,),
    "verification": (VerificationResult,),
    "kind": (CaseKind,),
    "code": (CaseOutcome,),
    "reported": (SimStatus,),
    "kept": (SimStatus,),
}

_LABELS = {
    "account": QT_TRANSLATE_NOOP("AuditFacts", "Account"),
    "cancelled": QT_TRANSLATE_NOOP("AuditFacts", "Cancelled"),
    "cards": QT_TRANSLATE_NOOP("AuditFacts", "SIM cards"),
    "cause": QT_TRANSLATE_NOOP("AuditFacts", "Cause"),
    "changed": QT_TRANSLATE_NOOP("AuditFacts", "Changed"),
    "channel": QT_TRANSLATE_NOOP("AuditFacts", "Channel"),
    "code": QT_TRANSLATE_NOOP("AuditFacts", "Code"),
    "conflicts": QT_TRANSLATE_NOOP("AuditFacts", "Contradictions"),
    "contacts": QT_TRANSLATE_NOOP("AuditFacts", "Contacts"),
    "dispatch": QT_TRANSLATE_NOOP("AuditFacts", "Dispatch"),
    "dispatches": QT_TRANSLATE_NOOP("AuditFacts", "Dispatches"),
    "du": QT_TRANSLATE_NOOP("AuditFacts", "Text for “du”"),
    "follow_up": QT_TRANSLATE_NOOP("AuditFacts", "Follow-up"),
    "follow_up_before": QT_TRANSLATE_NOOP("AuditFacts", "Follow-up before"),
    "format": QT_TRANSLATE_NOOP("AuditFacts", "File"),
    "former_sim": QT_TRANSLATE_NOOP("AuditFacts", "Former SIM card"),
    "gateway": QT_TRANSLATE_NOOP("AuditFacts", "Gateway"),
    "kept": QT_TRANSLATE_NOOP("AuditFacts", "Kept"),
    "kind": QT_TRANSLATE_NOOP("AuditFacts", "Kind"),
    "listed": QT_TRANSLATE_NOOP("AuditFacts", "In the list"),
    "method": QT_TRANSLATE_NOOP("AuditFacts", "How"),
    "note": QT_TRANSLATE_NOOP("AuditFacts", "Note"),
    "often": QT_TRANSLATE_NOOP("AuditFacts", "How often"),
    "outcome": QT_TRANSLATE_NOOP("AuditFacts", "Outcome"),
    "owner_before": QT_TRANSLATE_NOOP("AuditFacts", "Before with"),
    "passed": QT_TRANSLATE_NOOP("AuditFacts", "Right"),
    "reason": QT_TRANSLATE_NOOP("AuditFacts", "Reason"),
    "recipients": QT_TRANSLATE_NOOP("AuditFacts", "Recipients"),
    "report": QT_TRANSLATE_NOOP("AuditFacts", "Delivery report"),
    "reported": QT_TRANSLATE_NOOP("AuditFacts", "Reported"),
    "request": QT_TRANSLATE_NOOP("AuditFacts", "Request"),
    "requester": QT_TRANSLATE_NOOP("AuditFacts", "Requester"),
    "result": QT_TRANSLATE_NOOP("AuditFacts", "What came of it"),
    "rows": QT_TRANSLATE_NOOP("AuditFacts", "Rows"),
    "second": QT_TRANSLATE_NOOP("AuditFacts", "Second release"),
    "section": QT_TRANSLATE_NOOP("AuditFacts", "Section"),
    "service_id": QT_TRANSLATE_NOOP("AuditFacts", "Service"),
    "services": QT_TRANSLATE_NOOP("AuditFacts", "Services"),
    "sim": QT_TRANSLATE_NOOP("AuditFacts", "SIM card"),
    "sims": QT_TRANSLATE_NOOP("AuditFacts", "SIM cards"),
    "sms": QT_TRANSLATE_NOOP("AuditFacts", "SMS"),
    "supervisor": QT_TRANSLATE_NOOP("AuditFacts", "Supervisor"),
    "tables": QT_TRANSLATE_NOOP("AuditFacts", "Tables"),
    "template": QT_TRANSLATE_NOOP("AuditFacts", "Template"),
    "test_mode": QT_TRANSLATE_NOOP("AuditFacts", "Test mode"),
    "text": QT_TRANSLATE_NOOP("AuditFacts", "Text"),
    "title": QT_TRANSLATE_NOOP("AuditFacts", "Title"),
    "trial": QT_TRANSLATE_NOOP("AuditFacts", "Frequency test"),
    "unclear": QT_TRANSLATE_NOOP("AuditFacts", "Became unclear"),
    "verification": QT_TRANSLATE_NOOP("AuditFacts", "Verification"),
    "verified_by": QT_TRANSLATE_NOOP("AuditFacts", "Verified by"),
    "version": QT_TRANSLATE_NOOP("AuditFacts", "Version"),
    "waiting": QT_TRANSLATE_NOOP("AuditFacts", "Waiting SMS"),
    "was": QT_TRANSLATE_NOOP("AuditFacts", "Before"),
    "wish": QT_TRANSLATE_NOOP("AuditFacts", "Wish"),
}
