"""A supervisor gives a customer a PIN; what stood before is shown to nobody."""

from __future__ import annotations

from functools import partial
from threading import Event

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from desktop.models.caller_check import PinProblem, pin_problem
from desktop.services.caller_pins import CallerPins
from desktop.views.desk import Desk
from desktop.views.error_text import error_text
from desktop.views.tasks import Running
from desktop.views.theme import px
from desktop.views.widgets.base import row, space
from desktop.views.widgets.button import Button, ButtonKind
from desktop.views.widgets.fields import FormField, LineEdit
from desktop.views.widgets.label import muted, title


class PinDialog(QDialog):
    """Two fields that must agree, neither of them readable.

    Signals:
        saved: the customer has this PIN from now on.
    """

    saved = Signal()

    def __init__(self, parent: QWidget, desk: Desk, customer_id: int) -> None:
        super().__init__(parent)
        self.setObjectName("pinDialog")
        self.setModal(True)
        self.setWindowTitle(self.tr("Customer PIN"))
        self._desk = desk
        self._customer_id = customer_id
        self._running: Running[None] | None = None
        heading = title(wrap=True)
        heading.setText(self.tr("Set the customer's PIN"))
        remark = muted(wrap=True)
        remark.setText(
            self.tr("Four to eight digits. It is kept so that nobody can read it, you neither.")
        )
        self._pin, self._pin_field = self._secret("newPin", self.tr("New PIN"))
        self._again, self._again_field = self._secret("pinAgain", self.tr("Once more"))
        self._save = Button(self.tr("Set PIN"), ButtonKind.PRIMARY)
        self._save.setObjectName("savePin")
        self._save.setDefault(True)
        self._save.clicked.connect(self._try_to_save)
        back = Button(self.tr("Back"))
        back.setObjectName("backFromPin")
        back.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        space(column, 24, gap=12)
        for part in (heading, remark, self._pin_field, self._again_field):
            column.addWidget(part)
        column.addLayout(row(None, back, self._save, gap=8))
        self.setMinimumWidth(px(400))
        self.finished.connect(self.deleteLater)
        self._pin.setFocus()

    def _secret(self, name: str, label: str) -> tuple[LineEdit, FormField]:
        field = LineEdit()
        field.setObjectName(name)
        field.setEchoMode(QLineEdit.EchoMode.Password)
        return field, FormField(label, field)

    def _try_to_save(self) -> None:
        pin = self._pin.text().strip()
        problem = pin_problem(pin)
        self._pin_field.show_problem(self._words(problem) if problem else "")
        alike = pin == self._again.text().strip()
        self._again_field.show_problem("" if alike else self.tr("The two are not the same."))
        if problem is not None:
            self._pin.setFocus()
        elif not alike:
            self._again.setFocus()
        elif self._running is None:
            pins, agent = self._desk.services.caller_pins, self._desk.agent
            work = partial(_set, pins, self._customer_id, pin, agent)
            self._running = self._desk.tasks.run(work, self._note_saved, self._fail)

    def _words(self, problem: PinProblem) -> str:
        return {
            PinProblem.NOT_DIGITS: self.tr("A PIN has digits only."),
            PinProblem.LENGTH: self.tr("A PIN has four to eight digits."),
            PinProblem.TOO_EASY: self.tr("Too easy to guess: choose other digits."),
        }[problem]

    def _note_saved(self, _nothing: None) -> None:
        self.accept()
        self.saved.emit()

    def _fail(self, error: BaseException) -> None:
        self._running = None
        told = error_text(error)
        self._pin_field.show_problem(f"{told.sentence} {told.hint}")


def _set(pins: CallerPins, customer_id: int, pin: str, agent: str, _stop: Event) -> None:
    pins.set(customer_id, pin, agent)
