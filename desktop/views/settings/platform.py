"""The access token of the Business Platform, and a question whether it lets us in."""

from __future__ import annotations

from functools import partial
from threading import Event

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.views.desk import Desk
from desktop.views.error_text import error_text
from desktop.views.settings.form import LABEL_WIDTH
from desktop.views.theme import StateKind, px
from desktop.views.widgets.base import Themed, row, space
from desktop.views.widgets.button import Button
from desktop.views.widgets.fields import LineEdit
from desktop.views.widgets.label import muted, small
from desktop.views.widgets.state_label import StateLabel

_FIELD_WIDTH = 320


class PlatformAccess(Themed, QWidget):
    """The token goes to the keyring or stays in memory; it is never shown again."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._label = muted()
        self._token = LineEdit()
        self._token.setObjectName("platform_token")
        self._token.setEchoMode(QLineEdit.EchoMode.Password)
        self._label.setBuddy(self._token)
        self._keep = Button()
        self._keep.setObjectName("keep_token")
        self._indent = muted()
        self._ask = Button(icon_name="wifi")
        self._ask.setObjectName("ask_platform")
        self._result = StateLabel(StateKind.NEUTRAL, "")
        self._result.setObjectName("platform_result")
        self._details = small(wrap=True)
        self._line = QHBoxLayout()
        for part in (self._label, self._token, self._keep):
            self._line.addWidget(part)
        self._line.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._line)
        self._column.addLayout(row(self._indent, self._ask, self._result, None, gap=16))
        self._column.addWidget(self._details)
        self._keep.clicked.connect(self._give)
        self._token.returnPressed.connect(self._give)
        self._ask.clicked.connect(self._begin_asking)
        self.restyle()
        self.retranslate()

    def restyle(self) -> None:
        space(self._column, 0, 4, 0, 0, gap=8)
        space(self._line, 0, gap=16)
        for label in (self._label, self._indent):
            label.setFixedWidth(px(LABEL_WIDTH))
        self._token.setFixedWidth(px(_FIELD_WIDTH))
        self._token.setFixedHeight(px(32))
        self._details.setContentsMargins(px(LABEL_WIDTH + 16), 0, 0, 0)

    def retranslate(self) -> None:
        self._label.setText(self.tr("Access token"))
        self._token.setAccessibleName(self.tr("Access token"))
        self._keep.setText(self.tr("Take over"))
        self._ask.setText(self.tr("Ask now"))
        self._show_nothing()

    def show_for(self, *, wanted: bool) -> None:
        """Show the field for the token only where an account is watched."""
        self.set_shown(wanted)
        self._show_nothing()

    def _give(self) -> None:
        token = self._token.text()
        if token:
            self._desk.tasks.run(partial(self._keep_token, token), self._tell_kept, self._fail)

    def _keep_token(self, token: str, _stop: Event) -> bool:
        return self._desk.services.platform.give_token(token)

    def _tell_kept(self, kept: bool) -> None:
        self._token.clear()
        word = (
            self.tr("Kept in the keyring")
            if kept
            else self.tr("Known until the program ends; this system has no keyring")
        )
        self._show(StateKind.GOOD if kept else StateKind.WARNING, word)

    def _begin_asking(self) -> None:
        self._ask.block(self.tr("The platform is being asked"))
        self._show(StateKind.NEUTRAL, self.tr("asking …"))
        self._desk.tasks.run(self._ask_platform, self._tell_read, self._fail)

    def _ask_platform(self, _stop: Event) -> int:
        return self._desk.services.platform.ask()

    def _tell_read(self, count: int) -> None:
        self._show(StateKind.GOOD, self.tr("%n number(s) read", "", count))

    def _fail(self, error: BaseException) -> None:
        told = error_text(error)
        self._show(StateKind.BAD, told.sentence, told.hint)

    def _show_nothing(self) -> None:
        self._result.hide()
        self._details.hide()

    def _show(self, kind: StateKind, word: str, details: str = "") -> None:
        if kind is not StateKind.NEUTRAL:
            self._ask.unblock()
        self._result.set_state(kind, word)
        self._result.show()
        self._details.setText(details)
        self._details.setVisible(bool(details))
