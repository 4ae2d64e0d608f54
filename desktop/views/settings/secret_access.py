"""A secret that is entered once and never shown again, with a question whether it lets us in."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from threading import Event

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.views.desk import Desk
from desktop.views.error_text import error_text
from desktop.views.settings.form import LABEL_WIDTH
from desktop.views.theme import StateKind, px
from desktop.views.widgets.base import Themed, row, space
from desktop.views.widgets.busy import BusyLine
from desktop.views.widgets.button import Button
from desktop.views.widgets.fields import LineEdit
from desktop.views.widgets.label import muted, small
from desktop.views.widgets.state_label import StateLabel

_FIELD_WIDTH = 320


@dataclass(frozen=True, slots=True)
class SecretNames:
    """The object names of the parts."""

    field: str
    keep: str
    ask: str
    result: str


@dataclass(frozen=True, slots=True)
class SecretWords:
    """What stands at the field, on the button that asks, and beside it while it asks."""

    label: str
    ask: str
    why_not_now: str


class SecretAccess(Themed, QWidget):
    """The secret goes to the keyring or stays in memory.

    Whoever derives says what it is called (``words``), where it goes (``keep``), who is asked
    (``ask``) and what the answer means (``said``). ``keep`` and ``ask`` run on a worker thread.
    """

    def __init__(self, desk: Desk, names: SecretNames) -> None:
        super().__init__()
        self.desk = desk
        self._label = muted()
        self._secret = LineEdit()
        self._secret.setObjectName(names.field)
        self._secret.setEchoMode(QLineEdit.EchoMode.Password)
        self._label.setBuddy(self._secret)
        self._keep = Button()
        self._keep.setObjectName(names.keep)
        self._ask = Button(icon_name="wifi")
        self._ask.setObjectName(names.ask)
        self._result = StateLabel(StateKind.NEUTRAL, "")
        self._result.setObjectName(names.result)
        self._details = small(wrap=True)
        self._busy = BusyLine()
        self._lay_out()
        self._keep.clicked.connect(self._give)
        self._secret.returnPressed.connect(self._give)
        self._ask.clicked.connect(self._begin_asking)
        self.restyle()
        self.retranslate()

    def _lay_out(self) -> None:
        self._secret_row = QWidget()
        self._line = QHBoxLayout(self._secret_row)
        for part in (self._label, self._secret, self._keep):
            self._line.addWidget(part)
        self._line.addStretch(1)
        self._indent = muted()
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._secret_row)
        self._column.addLayout(row(self._indent, self._ask, self._result, None, gap=16))
        self._column.addWidget(self._details)
        self._column.addWidget(self._busy)

    # ---------------------------------------------------------------- to be said by the deriving

    def words(self) -> SecretWords:
        """Return the texts, in the language of the moment."""
        raise TypeError(type(self).__name__)

    def keep(self, secret: str) -> bool:
        """Take the secret; return whether it outlives the program."""
        raise TypeError(type(self).__name__)

    def ask(self) -> int:
        """Ask whether it lets us in; return how much there is, where something is counted."""
        raise TypeError(type(self).__name__)

    def said(self, count: int) -> str:
        """Say what was answered."""
        raise TypeError(type(self).__name__)

    # ---------------------------------------------------------------- looks

    def restyle(self) -> None:
        space(self._column, 0, 4, 0, 0, gap=8)
        space(self._line, 0, gap=16)
        for label in (self._label, self._indent):
            label.setFixedWidth(px(LABEL_WIDTH))
        self._secret.setFixedWidth(px(_FIELD_WIDTH))
        self._secret.setFixedHeight(px(32))
        self._details.setContentsMargins(px(LABEL_WIDTH + 16), 0, 0, 0)

    def retranslate(self) -> None:
        words = self.words()
        self._label.setText(words.label)
        self._secret.setAccessibleName(words.label)
        self._keep.setText(self.tr("Take over"))
        self._ask.setText(words.ask)
        self.forget_result()

    def show_field(self, *, shown: bool) -> None:
        """Show the field only where a secret is needed; asking stays possible."""
        self._secret_row.setVisible(shown)

    def forget_result(self) -> None:
        """Say nothing of an earlier answer."""
        self._result.hide()
        self._details.hide()

    # ---------------------------------------------------------------- keeping and asking

    def _give(self) -> None:
        secret = self._secret.text()
        if secret:
            self.desk.tasks.run(partial(self._keep_in_background, secret), self._kept, self._fail)

    def _keep_in_background(self, secret: str, _stop: Event) -> bool:
        return self.keep(secret)

    def _kept(self, kept: bool) -> None:
        self._secret.clear()
        word = (
            self.tr("Kept in the keyring")
            if kept
            else self.tr("Known until the program ends; this system has no keyring")
        )
        self._show(StateKind.GOOD if kept else StateKind.WARNING, word)

    def _begin_asking(self) -> None:
        self._ask.block(self.words().why_not_now)
        self._show(StateKind.NEUTRAL, self.tr("asking …"))
        self._busy.start()
        self.desk.tasks.run(self._ask_in_background, self._answered, self._fail)

    def _ask_in_background(self, _stop: Event) -> int:
        return self.ask()

    def _answered(self, count: int) -> None:
        self._show(StateKind.GOOD, self.said(count))

    def _fail(self, error: BaseException) -> None:
        told = error_text(error)
        self._show(StateKind.BAD, told.sentence, told.hint)

    def _show(self, kind: StateKind, word: str, details: str = "") -> None:
        self._busy.stop()
        if kind is not StateKind.NEUTRAL:
            self._ask.unblock()
        self._result.set_state(kind, word)
        self._result.show()
        self._details.setText(details)
        self._details.setVisible(bool(details))
