"""The words of what can be done about a number: buttons, questions, and what each means."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from desktop.models.records.conflicts import ConflictDecision
from desktop.models.sim_acts import SimAct
from desktop.views.marking import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class ActWords:
    """What an act is called on its button, what the dialog asks, and what it means."""

    button: str
    question: str
    remark: str
    accept: str


def act_words(act: SimAct | ConflictDecision) -> ActWords:
    """Return the words of an act in the language of the moment."""
    return ActWords(*(QCoreApplication.translate("SimActs", text) for text in _WORDS[act]))


_WORDS: dict[SimAct | ConflictDecision, tuple[str, str, str, str]] = {
    SimAct.REPLACE: (
        QT_TRANSLATE_NOOP("SimActs", "Replace SIM …"),
        QT_TRANSLATE_NOOP("SimActs", "Which number takes over?"),
        QT_TRANSLATE_NOOP(
            "SimActs",
            "From then on the service sends from the new number. Its active contacts have to "
            "register again there; until then they get no messages.",
        ),
        QT_TRANSLATE_NOOP("SimActs", "Replace number"),
    ),
    SimAct.ASSIGN: (
        QT_TRANSLATE_NOOP("SimActs", "Assign …"),
        QT_TRANSLATE_NOOP("SimActs", "Which service gets this number?"),
        QT_TRANSLATE_NOOP(
            "SimActs",
            "Services without a number, or with one that is blocked or warned. Active contacts "
            "of a former number have to register again.",
        ),
        QT_TRANSLATE_NOOP("SimActs", "Assign number"),
    ),
    SimAct.RESERVE: (
        QT_TRANSLATE_NOOP("SimActs", "Reserve …"),
        QT_TRANSLATE_NOOP("SimActs", "For which service is this number kept?"),
        QT_TRANSLATE_NOOP("SimActs", "Nobody else can assign it until it is given back."),
        QT_TRANSLATE_NOOP("SimActs", "Reserve number"),
    ),
    SimAct.FREE: (
        QT_TRANSLATE_NOOP("SimActs", "Give back …"),
        QT_TRANSLATE_NOOP("SimActs", "Give this number back to the stock?"),
        QT_TRANSLATE_NOOP("SimActs", "Everybody can assign it again."),
        QT_TRANSLATE_NOOP("SimActs", "Give back"),
    ),
    SimAct.BLOCK: (
        QT_TRANSLATE_NOOP("SimActs", "Enter block …"),
        QT_TRANSLATE_NOOP("SimActs", "Is this number blocked?"),
        QT_TRANSLATE_NOOP(
            "SimActs",
            "Every service on this number is flagged at once, and no reminders go out. A blocked "
            "number is replaced, never unblocked.",
        ),
        QT_TRANSLATE_NOOP("SimActs", "Enter block"),
    ),
    SimAct.WARN: (
        QT_TRANSLATE_NOOP("SimActs", "Enter warning …"),
        QT_TRANSLATE_NOOP("SimActs", "Has this number been warned?"),
        QT_TRANSLATE_NOOP("SimActs", "It goes on sending. A block may follow."),
        QT_TRANSLATE_NOOP("SimActs", "Enter warning"),
    ),
    SimAct.CALM: (
        QT_TRANSLATE_NOOP("SimActs", "Warning is over …"),
        QT_TRANSLATE_NOOP("SimActs", "Is the warning over?"),
        QT_TRANSLATE_NOOP("SimActs", "The number counts as active again."),
        QT_TRANSLATE_NOOP("SimActs", "End warning"),
    ),
    SimAct.CORRECT: (
        QT_TRANSLATE_NOOP("SimActs", "Take block back …"),
        QT_TRANSLATE_NOOP("SimActs", "Was this block entered by mistake?"),
        QT_TRANSLATE_NOOP(
            "SimActs",
            "Only a supervisor may take it back, within 24 hours, and with a reason. A number "
            "that is really blocked is replaced.",
        ),
        QT_TRANSLATE_NOOP("SimActs", "Take block back"),
    ),
    SimAct.RETIRE: (
        QT_TRANSLATE_NOOP("SimActs", "Retire …"),
        QT_TRANSLATE_NOOP("SimActs", "Take this card out of use for good?"),
        QT_TRANSLATE_NOOP(
            "SimActs", "A retired card does not come back. A service on it has no number then."
        ),
        QT_TRANSLATE_NOOP("SimActs", "Retire card"),
    ),
    ConflictDecision.KEEP: (
        QT_TRANSLATE_NOOP("SimActs", "Keep ours …"),
        QT_TRANSLATE_NOOP("SimActs", "Keep what the desk holds?"),
        QT_TRANSLATE_NOOP(
            "SimActs", "The same report is not asked about again. The reason stays in the records."
        ),
        QT_TRANSLATE_NOOP("SimActs", "Keep ours"),
    ),
    ConflictDecision.TAKE: (
        QT_TRANSLATE_NOOP("SimActs", "Take theirs …"),
        QT_TRANSLATE_NOOP("SimActs", "Take over what was reported?"),
        QT_TRANSLATE_NOOP(
            "SimActs",
            "The number gets the reported state. What undoes a block or a retirement needs a "
            "supervisor.",
        ),
        QT_TRANSLATE_NOOP("SimActs", "Take theirs"),
    ),
}
