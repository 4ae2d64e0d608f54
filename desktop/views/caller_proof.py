"""Asks a caller for the customer's PIN, or for a code sent to the stored number, and checks it.

Used where a caller is checked: in the first step of a case, and on the page of a customer.
"""

from __future__ import annotations

from functools import partial
from threading import Event

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from desktop.errors import NotFoundError
from desktop.models.records.caller_checks import CodeSent, ProofResult
from desktop.models.records.customers import CustomerFacts
from desktop.models.states import SmsState, VerificationMethod
from desktop.services.bundle import Services
from desktop.views.desk import Desk
from desktop.views.error_text import error_text
from desktop.views.tasks import Running
from desktop.views.theme import Role, StateKind, px, state_style
from desktop.views.widgets.base import row, space
from desktop.views.widgets.button import Button
from desktop.views.widgets.fields import FormField, LineEdit
from desktop.views.widgets.label import Label, title
from desktop.views.widgets.state_label import Icon

PROVED_BY_SECRET = frozenset({VerificationMethod.CUSTOMER_PIN, VerificationMethod.SMS_CODE})
"""With these nobody judges: the secret is right or it is not."""


class ProofPanel(QWidget):
    """One field for a secret, and what came of it; hidden for other ways of checking.

    Signals:
        proved: the secret was right.
        refused: the secret was wrong, and no try is left.
    """

    proved = Signal()
    refused = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._customer_id = 0
        self._phone: str | None = None
        self._language = "de"
        self._method = VerificationMethod.NONE
        self._running: Running[ProofResult] | Running[CodeSent] | None = None
        self._make_parts()
        column = QVBoxLayout(self)
        space(column, 0, gap=8)
        column.addLayout(row(self._send, None))
        column.addWidget(self._field)
        told = row(self._check, self._shape, gap=12)
        told.addWidget(self._state, 1, Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(told)
        self.show_method(VerificationMethod.NONE)

    def _make_parts(self) -> None:
        self._send = Button(icon_name="send")
        self._send.setObjectName("sendCode")
        self._send.clicked.connect(self._send_code)
        self._secret = LineEdit()
        self._secret.setObjectName("callerSecret")
        self._secret.setEchoMode(QLineEdit.EchoMode.Password)
        self._secret.returnPressed.connect(self._check_secret)
        self._field = FormField("", self._secret)
        self._check = Button(self.tr("Check"))
        self._check.setObjectName("checkSecret")
        self._check.clicked.connect(self._check_secret)
        self._shape = Icon("circle-check", size=14)
        self._state = Label(wrap=True)
        self._state.setObjectName("proofState")

    # ---------------------------------------------------------------- what it shows

    @property
    def secret_field(self) -> QWidget:
        """Where the secret is typed."""
        return self._send if self._send.isVisibleTo(self) else self._secret

    def set_customer(self, customer_id: int, phone: str | None, language: str) -> None:
        """Check for this customer; ``phone`` is the stored number in E.164."""
        self._customer_id, self._phone, self._language = customer_id, phone, language

    def show_method(self, method: VerificationMethod) -> None:
        """Ask for the secret of a way of checking; for the others there is none."""
        if method is not self._method:
            self._secret.clear()
            self._tell(StateKind.NEUTRAL, "")
        self._method = method
        by_code = method is VerificationMethod.SMS_CODE
        self.setVisible(method in PROVED_BY_SECRET)
        self._send.setVisible(by_code)
        if self._phone:
            shown = self._desk.formats.phone(self._phone, masked=True)
            self._send.setText(self.tr("Send a code to {}").format(shown))
            self._send.unblock()
        else:
            self._send.setText(self.tr("Send a code"))
            self._send.block(self.tr("No number is stored for this customer."))
        self._field.set_label(
            self.tr("Code that the caller reads out") if by_code else self.tr("Customer PIN")
        )

    def _tell(self, kind: StateKind, words: str) -> None:
        style = state_style(kind)
        self._shape.setVisible(bool(words))
        self._shape.set_icon(style.icon, style.colour)
        self._state.setText(words)
        self._state.set_role(Role.BAD if kind is StateKind.BAD else Role.TEXT)

    # ---------------------------------------------------------------- acting

    @property
    def _is_busy(self) -> bool:
        return self._running is not None and self._running.active

    def _send_code(self) -> None:
        if self._is_busy:
            return
        self._tell(StateKind.WAITING, self.tr("The code is on its way …"))
        work = partial(
            _send, self._desk.services, self._customer_id, self._desk.agent, self._language
        )
        self._running = self._desk.tasks.run(work, self._note_sent, self._fail)

    def _note_sent(self, sent: CodeSent) -> None:
        until = self._desk.formats.time(sent.valid_until)
        if sent.spoken:
            words = self.tr("Training: the code is {}, valid until {}.").format(sent.spoken, until)
            self._tell(StateKind.NEUTRAL, words)
        elif sent.state is SmsState.ACCEPTED:
            self._tell(StateKind.GATEWAY, self.tr("Sent. Valid until {}.").format(until))
        elif sent.state is SmsState.UNCLEAR:
            self._tell(
                StateKind.UNCLEAR, self.tr("The gateway has not answered; it may have arrived.")
            )
        else:
            self._tell(StateKind.BAD, self.tr("The gateway has refused it. Check another way."))
        self._secret.setFocus()

    def _check_secret(self) -> None:
        secret = self._secret.text().strip()
        if not secret or self._is_busy:
            self._secret.setFocus()
            return
        self._secret.clear()
        services, agent = self._desk.services, self._desk.agent
        work = partial(_check, services, self._method, self._customer_id, secret, agent)
        self._running = self._desk.tasks.run(work, self._note_result, self._fail)

    def _note_result(self, result: ProofResult) -> None:
        if result.passed:
            self._tell(StateKind.GOOD, self.tr("Right."))
            self.proved.emit()
            return
        if result.tries_left:
            words = self.tr("Wrong. %n more try(s).", None, result.tries_left)
            self._tell(StateKind.BAD, words)
            self._secret.setFocus()
            return
        until = self._desk.formats.time(result.locked_until) if result.locked_until else ""
        locked = self.tr("Wrong too often. Locked until {}.").format(until)
        self._tell(StateKind.BAD, locked if until else self.tr("Wrong too often."))
        self.refused.emit()

    def _fail(self, error: BaseException) -> None:
        if isinstance(error, NotFoundError):
            by_code = self._method is VerificationMethod.SMS_CODE
            no_code = self.tr("No code is valid now: send one.")
            no_pin = self.tr("This customer has no PIN; a supervisor can set one.")
            self._tell(StateKind.WARNING, no_code if by_code else no_pin)
            return
        told = error_text(error)
        self._tell(StateKind.BAD, f"{told.sentence} {told.hint}")


def _send(
    services: Services, customer_id: int, agent: str, language: str, _stop: Event
) -> CodeSent:
    return services.caller_codes.send(customer_id, agent, language)


def _check(
    services: Services,
    method: VerificationMethod,
    customer_id: int,
    secret: str,
    agent: str,
    _stop: Event,
) -> ProofResult:
    if method is VerificationMethod.SMS_CODE:
        return services.caller_codes.check(customer_id, secret, agent)
    return services.caller_pins.check(customer_id, secret, agent)


class ProofDialog(QDialog):
    """Asks for a secret outside a case.

    Signals:
        proved: the secret was right; the dialog has closed.
    """

    proved = Signal()

    def __init__(
        self, parent: QWidget, desk: Desk, customer: CustomerFacts, method: VerificationMethod
    ) -> None:
        super().__init__(parent)
        self.setObjectName("proofDialog")
        self.setModal(True)
        self.setWindowTitle(self.tr("Verify the caller"))
        heading = title(wrap=True)
        heading.setText(self.tr("Verify the caller"))
        self._panel = ProofPanel(desk)
        self._panel.set_customer(customer.id, customer.contact_phone, customer.language)
        self._panel.show_method(method)
        self._panel.proved.connect(self._close)
        back = Button(self.tr("Back"))
        back.setObjectName("backFromProof")
        back.setAutoDefault(False)
        back.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        space(column, 24, gap=16)
        column.addWidget(heading)
        column.addWidget(self._panel)
        column.addLayout(row(None, back))
        self.setMinimumWidth(px(440))
        self.finished.connect(self.deleteLater)
        self._panel.secret_field.setFocus()

    def _close(self) -> None:
        self.accept()
        self.proved.emit()
