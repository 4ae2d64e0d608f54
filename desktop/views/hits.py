"""Hits of the look-up as lines of the search list: what was found, and in words why."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from desktop.models.phone import PlausibleReading
from desktop.models.records.lookup import Hit, HitGroup, HitKind, HitReason, LookUpResult
from desktop.views.formats import Formats
from desktop.views.marking import QT_TRANSLATE_NOOP
from desktop.views.theme import StateKind
from desktop.views.widgets.label import Run
from desktop.views.widgets.search_hits import SearchGroup, SearchHit, SearchResults
from desktop.views.words import heading, word

ICONS = {
    HitKind.CUSTOMER: "building-2",
    HitKind.SERVICE: "message-square-text",
    HitKind.CONTACT: "user-plus",
    HitKind.SIM: "card-sim",
    HitKind.CASE: "list-checks",
    HitKind.DISPATCH: "send",
}


def results_of(result: LookUpResult, formats: Formats) -> SearchResults:
    """Return what the list shows for a look-up."""
    exact = [hit for hit in result.hits if hit.group is HitGroup.EXACT]
    maybe = [hit for hit in result.hits if hit.group is HitGroup.MAYBE]
    groups = []
    if exact:
        title = QCoreApplication.translate("Hits", "Exactly this")
        groups.append(SearchGroup(title, _lines(exact, formats)))
    if maybe:
        title = QCoreApplication.translate("Hits", "Perhaps meant")
        groups.append(SearchGroup(title, _lines(maybe, formats), sure=False))
    return SearchResults(_reading(result, formats), _count(result), tuple(groups))


def _lines(hits: Sequence[Hit], formats: Formats) -> tuple[SearchHit, ...]:
    return tuple(_line(hit, formats) for hit in hits)


def _line(hit: Hit, formats: Formats) -> SearchHit:
    unsure = hit.group is HitGroup.MAYBE and hit.reading is not None
    kind = QCoreApplication.translate("Hits", _KINDS[hit.kind])
    return SearchHit(
        key=hit,
        icon_name="diamond-question" if unsure else ICONS[hit.kind],
        title=_title(hit, formats),
        note=_note(hit, formats),
        second=_why(hit, formats),
        label=QCoreApplication.translate("Hits", "perhaps") if unsure else kind,
        state=StateKind.UNCLEAR if unsure else None,
    )


def _title(hit: Hit, formats: Formats) -> str:
    if hit.kind is not HitKind.SIM:
        return hit.label
    customer = hit.detail[2]
    if customer:
        return customer
    # A number of the Business Platform has no card, so the number itself is its name.
    return formats.phone(hit.label) if hit.label.startswith("+") else formats.iccid(hit.label)


def _note(hit: Hit, formats: Formats) -> str:
    if hit.kind is HitKind.CASE:
        kind = heading(hit.case_kind) if hit.case_kind else ""
        parts = (kind, *hit.detail, word(hit.state) if hit.state else "")
    elif hit.kind is HitKind.SIM:
        number, carrier, _customer, service = hit.detail
        parts = (service, formats.phone(number), carrier, word(hit.state) if hit.state else "")
    elif hit.kind is HitKind.CONTACT:
        contact = QCoreApplication.translate("Hits", "Contact in {service}")
        parts = (
            contact.format(service=hit.detail[0]),
            word(hit.state) if hit.state else "",
        )
    else:
        parts = hit.detail
    return " · ".join(part for part in parts if part)


def _why(hit: Hit, formats: Formats) -> tuple[Run, ...]:
    words = QCoreApplication.translate("Hits", _REASONS[hit.why])
    before, _, after = words.partition("{number}")
    if hit.why is HitReason.LAST_DIGITS:
        return (Run(before), *_ending(hit, formats), Run(after))
    number = _shown(hit, formats)
    return (Run(before.format(person=hit.person)), Run(number, strong=True), Run(after))


def _ending(hit: Hit, formats: Formats) -> tuple[Run, ...]:
    """Return the number with the digits at its end that were typed in the accent colour."""
    shown = _shown(hit, formats)
    left = len(hit.matched)
    place = len(shown)
    while left and place:
        place -= 1
        left -= shown[place].isdigit()
    return (Run(shown[:place]), Run(shown[place:], strong=True))


def _shown(hit: Hit, formats: Formats) -> str:
    if hit.number.startswith("+"):
        return formats.phone(hit.number)
    if hit.kind is HitKind.SIM:
        return formats.iccid(hit.number)
    if hit.why is HitReason.PERSON:
        return hit.person
    if hit.why is HitReason.PLACE:
        return hit.detail[-1]
    return hit.number


def _reading(result: LookUpResult, formats: Formats) -> tuple[Run, ...]:
    readings = result.readings
    if not result.hits:
        nothing = QCoreApplication.translate(
            "Hits", "Nothing found. A name, an ICCID or the last four digits of a number will do."
        )
        return (Run(nothing),)
    if not readings:
        digits = all(one.isdigit() or one in " /-" for one in result.text)
        if digits:
            return (Run(QCoreApplication.translate("Hits", "Read as digits of a number")),)
        return (Run(QCoreApplication.translate("Hits", "Read as a name, a place or a number")),)
    said = QCoreApplication.translate("Hits", "Read as")
    if len(readings) > 1 and not result.text.startswith(("+", "00")):
        said = QCoreApplication.translate("Hits", "Typed without “+”. Read as")
    runs = [Run(f"{said} ")]
    for place, reading in enumerate(readings):
        if place:
            runs.append(Run(QCoreApplication.translate("Hits", " and as ")))
        runs.append(Run(formats.phone(_number(reading)), strong=True))
    return tuple(runs)


def _number(reading: PlausibleReading) -> str:
    return reading.e164


def _count(result: LookUpResult) -> str:
    if result.more:
        return QCoreApplication.translate("Hits", "first %n hit(s)", None, len(result.hits))
    return QCoreApplication.translate("Hits", "%n hit(s)", None, len(result.hits))


_KINDS = {
    HitKind.CUSTOMER: QT_TRANSLATE_NOOP("Hits", "Customer"),
    HitKind.SERVICE: QT_TRANSLATE_NOOP("Hits", "Service"),
    HitKind.CONTACT: QT_TRANSLATE_NOOP("Hits", "Contact"),
    HitKind.SIM: QT_TRANSLATE_NOOP("Hits", "SIM card"),
    HitKind.CASE: QT_TRANSLATE_NOOP("Hits", "Case"),
    HitKind.DISPATCH: QT_TRANSLATE_NOOP("Hits", "Dispatch"),
}

_REASONS = {
    HitReason.CUSTOMER_NO: QT_TRANSLATE_NOOP("Hits", "Customer number: {number}"),
    HitReason.SERVICE_NO: QT_TRANSLATE_NOOP("Hits", "Service number: {number}"),
    HitReason.CASE_NO: QT_TRANSLATE_NOOP("Hits", "Number of the case: {number}"),
    HitReason.DISPATCH_NO: QT_TRANSLATE_NOOP("Hits", "Number of the dispatch: {number}"),
    HitReason.ICCID: QT_TRANSLATE_NOOP("Hits", "ICCID: {number}"),
    HitReason.PERSONS_PHONE: QT_TRANSLATE_NOOP("Hits", "Phone of {person}: {number}"),
    HitReason.CALLERS_PHONE: QT_TRANSLATE_NOOP("Hits", "Called from {number}"),
    HitReason.SENDER_NUMBER: QT_TRANSLATE_NOOP("Hits", "Sender number: {number}"),
    HitReason.SIM_NUMBER: QT_TRANSLATE_NOOP("Hits", "Number of the SIM card: {number}"),
    HitReason.CONTACT_NUMBER: QT_TRANSLATE_NOOP("Hits", "Mobile number of the contact: {number}"),
    HitReason.LAST_DIGITS: QT_TRANSLATE_NOOP("Hits", "The last digits match: {number}"),
    HitReason.FIRST_DIGITS: QT_TRANSLATE_NOOP("Hits", "The first digits match: {number}"),
    HitReason.NAME: QT_TRANSLATE_NOOP("Hits", "Name matches, number {number}"),
    HitReason.PERSON: QT_TRANSLATE_NOOP("Hits", "Contact person: {number}"),
    HitReason.PLACE: QT_TRANSLATE_NOOP("Hits", "Place: {number}"),
}
