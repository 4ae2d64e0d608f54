"""The words of the SIM page: states since when, what they mean, what to say, what happened."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.models.records.sims import SimDetail, SimHistoryEntry, SimHistoryKind, SimMeaning
from desktop.models.sim import SimStep
from desktop.models.states import SimStage, SimStatus
from desktop.views.formats import Formats
from desktop.views.marking import QT_TRANSLATE_NOOP
from desktop.views.theme import StateKind
from desktop.views.words import state_kind, word

_NO_BREAK = "\u00a0"


def since(stage: SimStage) -> str:
    """Return the words for a state, with a place for the moment since when it holds."""
    return {
        SimStage.IN_STOCK: QCoreApplication.translate("SimWords", "in stock since {}"),
        SimStage.RESERVED: QCoreApplication.translate("SimWords", "reserved since {}"),
        SimStage.ACTIVE: QCoreApplication.translate("SimWords", "active since {}"),
        SimStage.WARNED: QCoreApplication.translate("SimWords", "warned since {}"),
        SimStage.BLOCKED: QCoreApplication.translate("SimWords", "blocked since {}"),
        SimStage.RETIRED: QCoreApplication.translate("SimWords", "retired since {}"),
    }[stage]


def happened(entry: SimHistoryEntry) -> str:
    """Return what an entry of the history tells, in a word or two."""
    if entry.kind is SimHistoryKind.ASSIGNED:
        return QCoreApplication.translate("SimWords", "in use")
    if entry.kind is SimHistoryKind.RELEASED:
        return QCoreApplication.translate("SimWords", "no longer in use")
    if entry.step is SimStep.RESERVE:
        return word(SimStage.RESERVED)
    if entry.step is SimStep.FREE:
        return QCoreApplication.translate("SimWords", "given back")
    if entry.step is SimStep.CORRECT:
        return QCoreApplication.translate("SimWords", "block taken back")
    return word(entry.status) if entry.status is not None else ""


def kind_of(entry: SimHistoryEntry) -> StateKind:
    """Return colour and shape of an entry of the history."""
    if entry.step is SimStep.RESERVE:
        return state_kind(SimStage.RESERVED)
    return state_kind(entry.status) if entry.status is not None else StateKind.NEUTRAL


def icon_of(entry: SimHistoryEntry) -> str:
    """Return the icon of an entry that is no state; "" for the shape of the state."""
    return "" if entry.status is not None else "arrow-left-right"


def source_word(source: str) -> str:
    """Return who tells how numbers stand, for the beginning of a sentence."""
    known = {
        "agent": QCoreApplication.translate("SimWords", "An agent"),
        "import": QCoreApplication.translate("SimWords", "The platform's export"),
        "graph": QCoreApplication.translate("SimWords", "The Business Platform"),
    }
    return known.get(source, source)


def remark(entry: SimHistoryEntry) -> str:
    """Return the small line of an entry: for which service, why, by whom, from where."""
    origin = {
        "import": QCoreApplication.translate("SimWords", "from an import"),
        "graph": QCoreApplication.translate("SimWords", "from the Business Platform"),
    }.get(entry.source, "")
    if entry.step is SimStep.SETTLE:
        origin = QCoreApplication.translate("SimWords", "decided for the report")
    # A change of status concerns the card; its service stands in the facts above.
    names_service = entry.kind is not SimHistoryKind.STATUS or entry.step is SimStep.RESERVE
    service = entry.service_name if names_service else ""
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
            "The number is blocked. The service does not use it any more.",
        ),
        SimMeaning.BLOCKED_UNUSED: QCoreApplication.translate(
            "SimMeaning", "The number is blocked. No service sends from it."
        ),
        SimMeaning.OUT_OF_USE: QCoreApplication.translate(
            "SimMeaning", "The card is out of use and stays so."
        ),
    }[code]


def what_to_do(card: SimDetail, formats: Formats) -> str:
    """Return what the agent does about it and with which workflow; empty for nothing."""
    code = card.row.meaning
    advice = _advice(code)
    if card.correctable_until is None:
        return advice
    correction = QCoreApplication.translate(
        "SimMeaning", "A supervisor can take the block back until {}."
    )
    return f"{advice} {correction.format(formats.moment(card.correctable_until))}"


def _advice(code: SimMeaning) -> str:
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
            "Workflow: frequency question. Go through the frequency with the customer, and keep "
            "an eye on the number.",
        ),
        SimMeaning.BLOCKED_OPEN: QCoreApplication.translate(
            "SimMeaning",
            "Workflow: number change. A blocked card is replaced, never unblocked; retiring comes "
            "after the replacement. Send no reminders until then.",
        ),
        SimMeaning.BLOCKED_REPLACED: QCoreApplication.translate(
            "SimMeaning",
            "Workflow: number change. A blocked card is replaced, never unblocked. The contacts "
            "register again on the new number.",
        ),
        SimMeaning.BLOCKED_UNUSED: QCoreApplication.translate(
            "SimMeaning", "A blocked card is replaced, never unblocked."
        ),
        SimMeaning.OUT_OF_USE: "",
    }[code]


def to_say(card: SimDetail, formats: Formats) -> str:
    """Return what the agent can read to the customer, "" where nobody asks about the number."""
    sim, now = card.row, card.replacement
    sentence = _sentence(card)
    if not sentence or sim.customer_id is None:
        return ""
    facts = {
        "since": formats.moment(sim.status_since),
        "number": formats.phone(sim.msisdn),
        "used": formats.moment(card.used_since),
        "new": formats.phone(now.number if now is not None else ""),
        "replaced": formats.moment((now.from_at if now is not None else None) or sim.replaced_at),
    }
    # Numbers and dates are read as one, so no line ends within them.
    whole = {name: text.replace(" ", _NO_BREAK) for name, text in facts.items()}
    return QCoreApplication.translate("SimSaying", sentence).format(**whole)


def _sentence(card: SimDetail) -> str:
    """Return what is said; of a number that the service has left also what became of the next."""
    meaning, now = card.row.meaning, card.replacement
    if meaning is SimMeaning.SENDS and card.used_since is None:
        return _SENDS_SINCE_EVER
    if meaning not in _LEFT:
        return _SAYING.get(meaning, "")
    if now is None:
        return _NO_NUMBER[meaning]
    return _NEXT_BLOCKED[meaning] if now.status is SimStatus.BLOCKED else _SAYING[meaning]


_LEFT = frozenset({SimMeaning.BLOCKED_REPLACED, SimMeaning.OUT_OF_USE})

_SAYING = {
    SimMeaning.RESERVED: QT_TRANSLATE_NOOP(
        "SimSaying", "“A new number is ready for you: **{number}**.”"
    ),
    SimMeaning.SENDS: QT_TRANSLATE_NOOP(
        "SimSaying",
        "“Your number is **not blocked**. Your service has been sending from it since {used}.”",
    ),
    SimMeaning.WARNED: QT_TRANSLATE_NOOP(
        "SimSaying",
        "“Your number **still works**, but it was warned on {since}. If complaints go on, it "
        "may be blocked. Fewer messages help.”",
    ),
    SimMeaning.BLOCKED_OPEN: QT_TRANSLATE_NOOP(
        "SimSaying",
        "“Your number has been **blocked since {since}**. Nothing can be sent from it, and it "
        "cannot be unblocked. You get a new SIM card; your active contacts register again on "
        "the new number.”",
    ),
    SimMeaning.BLOCKED_REPLACED: QT_TRANSLATE_NOOP(
        "SimSaying",
        "“This number was **blocked on {since}**. Since {replaced} your service has been "
        "sending from **{new}**; your contacts register again there.”",
    ),
    SimMeaning.OUT_OF_USE: QT_TRANSLATE_NOOP(
        "SimSaying",
        "“This number is **no longer in use**. Since {replaced} your service has been sending "
        "from **{new}**.”",
    ),
}
_SENDS_SINCE_EVER = QT_TRANSLATE_NOOP(
    "SimSaying", "“Your number is **not blocked**. Your service sends from it.”"
)
_NO_NUMBER = {
    SimMeaning.BLOCKED_REPLACED: QT_TRANSLATE_NOOP(
        "SimSaying",
        "“This number was **blocked on {since}**. Your service has no number now; you get a new "
        "SIM card.”",
    ),
    SimMeaning.OUT_OF_USE: QT_TRANSLATE_NOOP(
        "SimSaying",
        "“This number has been **out of use since {since}**. Your service has no number now.”",
    ),
}
_NEXT_BLOCKED = {
    SimMeaning.BLOCKED_REPLACED: QT_TRANSLATE_NOOP(
        "SimSaying",
        "“This number was **blocked on {since}**. The number after it, **{new}**, is blocked as "
        "well. You get a new SIM card.”",
    ),
    SimMeaning.OUT_OF_USE: QT_TRANSLATE_NOOP(
        "SimSaying",
        "“This number is **no longer in use**. The number after it, **{new}**, is blocked. You "
        "get a new SIM card.”",
    ),
}
