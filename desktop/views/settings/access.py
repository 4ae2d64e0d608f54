"""The gateway's password and the test of the connection."""

from __future__ import annotations

from functools import partial
from threading import Event

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.views.desk import Desk
from desktop.views.error_text import error_text
from desktop.views.settings.form import LABEL_WIDTH
from desktop.views.tasks import Running
from desktop.views.theme import StateKind, px
from desktop.views.widgets.base import Themed, row, space
from desktop.views.widgets.busy import BusyLine
from desktop.views.widgets.button import Button
from desktop.views.widgets.fields import LineEdit
from desktop.views.widgets.label import muted, small
from desktop.views.widgets.state_label import StateLabel

_FIELD_WIDTH = 320


class GatewayAccess(Themed, QWidget):
    """The secret goes to the keyring or stays in memory; it is never shown again."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._running: Running[None] | None = None
        self._label = muted()
        self._secret = LineEdit()
        self._secret.setObjectName("gateway_secret")
        self._secret.setEchoMode(QLineEdit.EchoMode.Password)
        self._label.setBuddy(self._secret)
        self._keep = Button()
        self._keep.setObjectName("keep_secret")
        self._test = Button(icon_name="wifi")
        self._test.setObjectName("test_connection")
        self._result = StateLabel(StateKind.NEUTRAL, "")
        self._result.setObjectName("connection_result")
        self._details = small(wrap=True)
        self._busy = BusyLine()
        self._secret_row = QWidget()
        self._line = QHBoxLayout(self._secret_row)
        for part in (self._label, self._secret, self._keep):
            self._line.addWidget(part)
        self._line.addStretch(1)
        self._indent = muted()
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._secret_row)
        self._column.addLayout(row(self._indent, self._test, self._result, None, gap=16))
        self._column.addWidget(self._details)
        self._column.addWidget(self._busy)
        self._connect()
        self.restyle()
        self.retranslate()

    def _connect(self) -> None:
        self._keep.clicked.connect(self._give)
        self._secret.returnPressed.connect(self._give)
        self._test.clicked.connect(self._ask)

    def restyle(self) -> None:
        space(self._column, 0, 4, 0, 0, gap=8)
        space(self._line, 0, gap=16)
        for label in (self._label, self._indent):
            label.setFixedWidth(px(LABEL_WIDTH))
        self._secret.setFixedWidth(px(_FIELD_WIDTH))
        self._secret.setFixedHeight(px(32))
        self._details.setContentsMargins(px(LABEL_WIDTH + 16), 0, 0, 0)

    def retranslate(self) -> None:
        self._label.setText(self.tr("Password or token"))
        self._secret.setAccessibleName(self.tr("Password or token"))
        self._keep.setText(self.tr("Take over"))
        self._test.setText(self.tr("Test connection"))
        self._show_nothing()

    def show_for(self, *, real: bool) -> None:
        """Show the field for the secret only where the gateway needs one."""
        self._secret_row.setVisible(real)
        self._show_nothing()

    def _give(self) -> None:
        secret = self._secret.text()
        if secret:
            self._desk.tasks.run(partial(self._keep_secret, secret), self._tell_kept, self._fail)

    def _keep_secret(self, secret: str, _stop: Event) -> bool:
        sending = self._desk.services.sending
        kept = sending.give_secret(secret, keep=True)
        sending.restart()
        return kept

    def _tell_kept(self, kept: bool) -> None:
        self._secret.clear()
        word = (
            self.tr("Kept in the keyring")
            if kept
            else self.tr("Known until the program ends; this system has no keyring")
        )
        self._show(StateKind.GOOD if kept else StateKind.WARNING, word)

    def _ask(self) -> None:
        self._test.block(self.tr("The gateway is being asked"))
        self._show(StateKind.NEUTRAL, self.tr("asking …"))
        self._busy.start()
        self._running = self._desk.tasks.run(self._check, self._tell_ready, self._fail)

    def _check(self, _stop: Event) -> None:
        self._desk.services.sending.check()

    def _tell_ready(self, _nothing: None) -> None:
        self._show(StateKind.GOOD, self.tr("The gateway answers and lets us in"))

    def _fail(self, error: BaseException) -> None:
        told = error_text(error)
        self._show(StateKind.BAD, told.sentence, told.hint)

    def _show_nothing(self) -> None:
        self._result.hide()
        self._details.hide()

    def _show(self, kind: StateKind, word: str, details: str = "") -> None:
        self._busy.stop()
        if kind is not StateKind.NEUTRAL:
            self._test.unblock()
        self._result.set_state(kind, word)
        self._result.show()
        self._details.setText(details)
        self._details.setVisible(bool(details))
