"""Asks what an act on a number needs: a choice, since when, and why. Opened, never waited for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from desktop.views.error_text import ErrorText
from desktop.views.formats import Formats
from desktop.views.sims.act_words import ActWords
from desktop.views.theme import StateKind, px
from desktop.views.widgets.banner import Banner
from desktop.views.widgets.base import fit_height, row, space
from desktop.views.widgets.button import Button, ButtonKind
from desktop.views.widgets.fields import ComboBox, DateTimeField, FormField, LineEdit
from desktop.views.widgets.filter_chip import Option
from desktop.views.widgets.label import Label, muted, title

WIDTH = 480


@dataclass(frozen=True, slots=True)
class ActAnswer:
    """What a person answered; ``at`` is None where nobody was asked for a moment."""

    reason: str
    at: datetime | None
    choice: int | None


class ActDialog(QDialog):
    """One question, with a reason; it stays open until the act is done, and says why it is not.

    Signals:
        answered: an ``ActAnswer``.
    """

    answered = Signal(object)

    def __init__(
        self, parent: QWidget, words: ActWords, subject: str, *, needs_reason: bool
    ) -> None:
        """Ask about ``subject``: the number, and whose it is."""
        super().__init__(parent)
        self.setObjectName("simActDialog")
        self.setWindowTitle(words.accept)
        self.setModal(True)
        self._needs_reason = needs_reason
        self._choice: ComboBox | None = None
        self._at: DateTimeField | None = None
        self._failure = Banner()
        self._failure.setObjectName("simActFailure")
        self._failure.hide()
        self._reason = LineEdit()
        self._reason.setObjectName("reason")
        label = self.tr("Reason") if needs_reason else self.tr("Reason (may stay empty)")
        self._reason_field = FormField(label, self._reason)
        self._accept = Button(words.accept, ButtonKind.PRIMARY)
        self._accept.setObjectName("acceptSimAct")
        self._accept.setDefault(True)
        self._accept.clicked.connect(self._answer)
        self._back = Button(self.tr("Back"))
        self._back.setObjectName("backFromSimAct")
        self._back.clicked.connect(self.reject)
        self._fields = QVBoxLayout()
        space(self._fields, 0, gap=12)
        self._lay_out(words, subject)
        self.finished.connect(self.deleteLater)
        self._reason.setFocus()

    def _lay_out(self, words: ActWords, subject: str) -> None:
        column = QVBoxLayout(self)
        column.addWidget(title(words.question, wrap=True))
        named = Label(subject, strong=True, wrap=True)
        named.setObjectName("simActSubject")
        column.addWidget(named)
        column.addWidget(muted(words.remark, wrap=True))
        column.addWidget(self._failure)
        column.addLayout(self._fields)
        column.addWidget(self._reason_field)
        column.addSpacing(px(8))
        column.addLayout(row(None, self._back, self._accept, gap=8))
        space(column, 24, gap=12)
        self.setMinimumWidth(px(WIDTH))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        fit_height(self)

    def add_choice(self, label: str, options: Sequence[Option], nothing: str) -> None:
        """Ask for one of several; where there is none, say so instead of asking."""
        if not options:
            self._fields.addWidget(muted(nothing, wrap=True))
            self._accept.block(nothing)
            return
        self._choice = ComboBox(options, name=label)
        self._choice.setObjectName("simActChoice")
        self._fields.addWidget(FormField(label, self._choice))

    def add_moment(self, label: str, now: datetime, formats: Formats) -> None:
        """Ask since when."""
        self._at = DateTimeField(name=label)
        self._at.setObjectName("simActSince")
        self._at.set_zone(formats.zone.key)
        self._at.set_language(formats.language)
        self._at.set_moment(int(now.timestamp()))
        self._fields.addWidget(FormField(label, self._at))
        self._now = now

    def fail(self, told: ErrorText) -> None:
        """Say why the act was not done; what was entered stays."""
        self._failure.show_state(StateKind.BAD, f"{told.sentence} {told.hint}")
        self._accept.unblock()
        fit_height(self)

    def _answer(self) -> None:
        reason = self._reason.text().strip()
        if self._needs_reason and not reason:
            self._reason_field.show_problem(self.tr("Enter a reason."))
            self._reason.setFocus()
            fit_height(self)
            return
        self._accept.block(self.tr("This is being written down"))
        choice = int(self._choice.key) if self._choice is not None else None
        self.answered.emit(ActAnswer(reason, self._moment(), choice))

    def _moment(self) -> datetime | None:
        """Return the moment that was chosen; the one offered first means now, to the second."""
        if self._at is None:
            return None
        seconds = self._at.moment()
        if seconds // 60 == int(self._now.timestamp()) // 60:
            return None
        return datetime.fromtimestamp(seconds, UTC)
