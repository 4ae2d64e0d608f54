"""One SMS with the new number to a phone at hand, before anybody else is told of it."""

from __future__ import annotations

from functools import partial
from threading import Event

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.errors import InvalidValueError
from desktop.services.bundle import Services
from desktop.services.sending.gateways.base import Scope, SendAnswer
from desktop.views.cases.editor import CaseEditor
from desktop.views.error_text import error_text
from desktop.views.sms_words import reason_words
from desktop.views.tasks import Running
from desktop.views.theme import Role, StateKind, state_style
from desktop.views.widgets.base import row, space
from desktop.views.widgets.button import Button
from desktop.views.widgets.fields import FormField, LineEdit
from desktop.views.widgets.label import Label
from desktop.views.widgets.state_label import Icon


class NumberTest(QWidget):
    """A phone, a button, and what the gateway said.

    Signals:
        note_written: a note that a test was sent.
    """

    note_written = Signal(str)

    def __init__(self, case: CaseEditor) -> None:
        super().__init__()
        self._case, self._desk = case, case.desk
        self._running: Running[SendAnswer] | None = None
        self._phone = LineEdit()
        self._phone.setObjectName("testPhone")
        self._phone.returnPressed.connect(self._begin)
        hint = self.tr("The customer's phone or your own; the link in it opens the new number.")
        self._field = FormField(self.tr("Test SMS to (optional)"), self._phone, hint)
        self._send = Button(self.tr("Send a test SMS"), icon_name="send")
        self._send.setObjectName("sendNumberTest")
        self._send.clicked.connect(self._begin)
        self._shape = Icon("circle-check", size=14)
        self._state = Label(wrap=True)
        self._state.setObjectName("numberTestState")
        column = QVBoxLayout(self)
        space(column, 0, gap=8)
        column.addWidget(self._field)
        told = row(self._send, self._shape, gap=12)
        told.addWidget(self._state, 1, Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(told)
        self._tell(StateKind.NEUTRAL, "")
        self.hide()

    def offer(self, *, offered: bool) -> None:
        """Show it; the stored phone of the customer is proposed."""
        if offered and self.isHidden() and not self._phone.text():
            stored = self._case.file.customer.contact_phone
            self._phone.setText(self._desk.formats.phone(stored) if stored else "")
        self.setVisible(offered)

    def _tell(self, kind: StateKind, words: str) -> None:
        style = state_style(kind)
        self._shape.setVisible(bool(words))
        self._shape.set_icon(style.icon, style.colour)
        self._state.setText(words)
        self._state.set_role(Role.BAD if kind is StateKind.BAD else Role.TEXT)

    # ---------------------------------------------------------------- sending

    def _begin(self) -> None:
        if self._running is not None and self._running.active:
            return
        phone = self._phone.text().strip()
        self._field.show_problem("" if phone else self.tr("Enter a mobile number."))
        if not phone:
            self._phone.setFocus()
            return
        self._tell(StateKind.WAITING, self.tr("The SMS is on its way …"))
        case_id, agent = self._case.file.record.id, self._desk.agent
        work = partial(_send, self._desk.services, case_id, phone, agent)
        self._running = self._desk.tasks.run(work, self._note_answer, self._fail)

    def _note_answer(self, answer: SendAnswer) -> None:
        if answer.scope is Scope.ACCEPTED:
            simulated = self._case.file.settings.gateway.is_test
            trained = self.tr("Test mode: taken, but it reaches no phone.")
            taken = self.tr("Taken by the gateway. Ask whether it has come.")
            self._tell(StateKind.GATEWAY, trained if simulated else taken)
            self.note_written.emit(self.tr("Test SMS with the new number sent."))
        elif answer.scope is Scope.UNCLEAR:
            words = self.tr("The gateway has not answered. Ask whether it has come.")
            self._tell(StateKind.UNCLEAR, words)
        else:
            words = self.tr("The gateway has refused it: {}").format(reason_words(answer.reason))
            self._tell(StateKind.BAD, words)

    def _fail(self, error: BaseException) -> None:
        if isinstance(error, InvalidValueError):
            self._tell(StateKind.NEUTRAL, "")
            signed_off = self.tr("Whoever signed off gets no SMS, not even a test.")
            no_mobile = self.tr("This is not a mobile number.")
            is_signed_off = error.problem == "signed_off"
            self._field.show_problem(signed_off if is_signed_off else no_mobile)
            self._phone.setFocus()
            return
        told = error_text(error)
        self._tell(StateKind.BAD, f"{told.sentence} {told.hint}")


def _send(services: Services, case_id: int, phone: str, agent: str, _stop: Event) -> SendAnswer:
    return services.number_tests.send(case_id, phone, agent)
