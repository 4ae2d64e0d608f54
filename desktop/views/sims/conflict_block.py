"""A report that contradicts the books: what each side says, and who shall be right."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desktop.models.records.conflicts import ConflictDecision, ConflictMatter, OpenConflict
from desktop.views.formats import Formats
from desktop.views.sims.act_words import act_words
from desktop.views.sims.words import source_word
from desktop.views.theme import StateKind, color, state_style
from desktop.views.theme.paint import box
from desktop.views.widgets.base import Themed, row, space
from desktop.views.widgets.button import Button
from desktop.views.widgets.label import Label, small
from desktop.views.widgets.state_label import StateLabel
from desktop.views.words import word


class ConflictBlock(Themed, QWidget):
    """The first contradiction of a card, with its two answers; the next one follows it.

    Signals:
        decided: the id of the contradiction, and a ``ConflictDecision``.
    """

    decided = Signal(int, object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("sim_conflict")
        self._conflict_id = 0
        self._heading = StateLabel(StateKind.WARNING, "", strong=True)
        self._sentence = Label(wrap=True)
        self._sentence.setObjectName("sim_conflict_words")
        self._why = small(wrap=True)
        self._buttons = {
            decision: self._button(decision)
            for decision in (ConflictDecision.KEEP, ConflictDecision.TAKE)
        }
        self._column = QVBoxLayout(self)
        for part in (self._heading, self._sentence, self._why):
            self._column.addWidget(part)
        # One below the other: German words for both do not fit beside each other.
        for button in self._buttons.values():
            self._column.addLayout(row(button, None))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.restyle()
        self.retranslate()

    def _button(self, decision: ConflictDecision) -> Button:
        button = Button(compact=True)
        button.setObjectName(f"conflict_{decision.value}")
        button.clicked.connect(partial(self._decide, decision))
        return button

    def restyle(self) -> None:
        space(self._column, 16, 12, 16, 12, gap=8)

    def retranslate(self) -> None:
        self._heading.set_state(StateKind.WARNING, self.tr("To be decided"))
        for decision, button in self._buttons.items():
            button.setText(act_words(decision).button)

    def show_conflicts(self, conflicts: Sequence[OpenConflict], formats: Formats) -> None:
        """Show the first of some contradictions; nothing where there is none."""
        self.set_shown(bool(conflicts))
        if not conflicts:
            return
        conflict = conflicts[0]
        self._conflict_id = conflict.id
        self._sentence.setText(
            self.tr("{source} says: {reported} since {since}. The desk holds: {kept} since {held}.")
            .format(
                source=source_word(conflict.source),
                reported=word(conflict.reported),
                since=formats.moment(conflict.reported_at),
                kept=word(conflict.kept),
                held=formats.moment(conflict.kept_since),
            )
        )  # fmt: skip
        self._why.setText(_why(conflict.matter))

    def _decide(self, decision: ConflictDecision, _checked: bool = False) -> None:
        self.decided.emit(self._conflict_id, decision)

    def paintEvent(self, event: QPaintEvent) -> None:
        ground = state_style(StateKind.WARNING).ground
        box(QPainter(self), QRectF(self.rect()), color(ground))


def _why(matter: ConflictMatter) -> str:
    return {
        ConflictMatter.NOT_BACK: QCoreApplication.translate(
            "SimConflict", "A blocked or retired card does not come back by itself."
        ),
        ConflictMatter.NOT_KNOWN: QCoreApplication.translate(
            "SimConflict", "The report does not know what was entered here."
        ),
    }[matter]
