"""The words of the SIM page: states since when, what they mean, and what happened to a card."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.models.records.sims import SimHistoryEntry, SimHistoryKind, SimMeaning
from desktop.models.states import SimStatus
from desktop.views.words import word

_IMPORT = "import"


def since(status: SimStatus) -> str:
    """Return the words for a state, with a place for the moment since when it holds."""
    return {
        SimStatus.IN_STOCK: QCoreApplication.translate("SimWords", "in stock since {}"),
        SimStatus.ACTIVE: QCoreApplication.translate("SimWords", "active since {}"),
        SimStatus.WARNED: QCoreApplication.translate("SimWords", "warned since {}"),
        SimStatus.BLOCKED: QCoreApplication.translate("SimWords", "blocked since {}"),
        SimStatus.RETIRED: QCoreApplication.translate("SimWords", "retired since {}"),
    }[status]


def happened(entry: SimHistoryEntry) -> str:
    """Return what an entry of the history tells, in a word or two."""
    if entry.kind is SimHistoryKind.ASSIGNED:
        return QCoreApplication.translate("SimWords", "in use")
    if entry.kind is SimHistoryKind.RELEASED:
        return QCoreApplication.translate("SimWords", "no longer in use")
    return word(entry.status) if entry.status is not None else ""


def remark(entry: SimHistoryEntry) -> str:
    """Return the small line of an entry: for which service, why, by whom, from where."""
    origin = ""
    if entry.source == _IMPORT:
        origin = QCoreApplication.translate("SimWords", "from an import")
    # A change of status concerns the card; its service stands in the facts above.
    service = "" if entry.kind is SimHistoryKind.STATUS else entry.service_name
    parts = (service, entry.reason, entry.actor, origin)
    return ", ".join(part for part in parts if part)


def meaning(code: SimMeaning) -> str:
    """Return what the state means."""
    return {
        SimMeaning.FREE: QCoreApplication.translate(
            "SimMeaning", "This card is free. No service sends from it."
        ),
        SimMeaning.RESERVED: QCoreApplication.translate(
            "SimMeaning", "This card is kept for the service. No service sends from it yet."
        ),
        SimMeaning.SENDS: QCoreApplication.translate(
            "SimMeaning", "The number works. The service sends from it as usual."
        ),
        SimMeaning.UNASSIGNED: QCoreApplication.translate(
            "SimMeaning", "The number works, but no service sends from it."
        ),
        SimMeaning.WARNED: QCoreApplication.translate(
            "SimMeaning",
            "The number still works, but it has been warned. A block may follow.",
        ),
        SimMeaning.BLOCKED_OPEN: QCoreApplication.translate(
            "SimMeaning",
            "The number is blocked: no messages leave it, and nobody can sign up on it. "
            "It has not been replaced yet.",
        ),
        SimMeaning.BLOCKED_REPLACED: QCoreApplication.translate(
            "SimMeaning",
            "The number is blocked. The service sends from another number now.",
        ),
        SimMeaning.BLOCKED_UNUSED: QCoreApplication.translate(
            "SimMeaning", "The number is blocked. No service sends from it."
        ),
        SimMeaning.OUT_OF_USE: QCoreApplication.translate(
            "SimMeaning", "The card is out of use and stays so."
        ),
    }[code]


def what_to_do(code: SimMeaning) -> str:
    """Return what the agent does about it; empty where there is nothing to do."""
    return {
        SimMeaning.FREE: QCoreApplication.translate("SimMeaning", "It can replace a blocked card."),
        SimMeaning.RESERVED: QCoreApplication.translate(
            "SimMeaning", "Assign it to the service, or give it back to the stock."
        ),
        SimMeaning.SENDS: "",
        SimMeaning.UNASSIGNED: QCoreApplication.translate(
            "SimMeaning", "Check in the platform which service it belongs to."
        ),
        SimMeaning.WARNED: QCoreApplication.translate(
            "SimMeaning",
            "Go through the frequency with the customer, and keep an eye on the number.",
        ),
        SimMeaning.BLOCKED_OPEN: QCoreApplication.translate(
            "SimMeaning",
            "A blocked card is replaced, never unblocked. On the new number the active contacts "
            "register again. Send no reminders until then.",
        ),
        SimMeaning.BLOCKED_REPLACED: QCoreApplication.translate(
            "SimMeaning",
            "A blocked card is replaced, never unblocked. The contacts register again on the "
            "new number.",
        ),
        SimMeaning.BLOCKED_UNUSED: QCoreApplication.translate(
            "SimMeaning", "A blocked card is replaced, never unblocked."
        ),
        SimMeaning.OUT_OF_USE: "",
    }[code]
