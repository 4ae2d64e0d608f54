"""A button that asks somebody outside, and what was answered beside and below it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from desktop.views.error_text import error_text
from desktop.views.theme import StateKind, px
from desktop.views.widgets.base import Themed, row, space
from desktop.views.widgets.button import Button
from desktop.views.widgets.label import muted, small
from desktop.views.widgets.state_label import StateLabel


class AskRow(Themed, QWidget):
    """While the answer is waited for the button is off and says why.

    Signals:
        asked: the button was pressed.
    """

    asked = Signal()

    def __init__(self, icon_name: str, button: str, result: str, indent: int = 0) -> None:
        """Name button and result for whoever looks for them; ``indent`` is at 100 %."""
        super().__init__()
        self._wide = indent
        self._keys_went_to: QWidget | None = None
        self._button = Button(icon_name=icon_name)
        self._button.setObjectName(button)
        self._button.clicked.connect(self._tell_asked)
        self._result = StateLabel(StateKind.NEUTRAL, "")
        self._result.setObjectName(result)
        self._hint = small(wrap=True)
        self._indent = muted()
        self._indent.setVisible(bool(indent))
        self._line = row(self._indent, self._button, self._result, None, gap=16)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._line)
        self._column.addWidget(self._hint)
        self.forget()
        self.restyle()

    def restyle(self) -> None:
        space(self._column, 0, gap=8)
        self._indent.setFixedWidth(px(self._wide))
        left = px(self._wide + 16) if self._wide else 0
        self._hint.setContentsMargins(left, 0, 0, 0)

    def set_text(self, text: str) -> None:
        """Name the button."""
        self._button.setText(text)

    def begin(self, reason: str, word: str) -> None:
        """Say that somebody is being asked, and why the button is off."""
        had_focus = self._button.hasFocus()
        self._button.block(reason)
        self._keys_went_to = QApplication.focusWidget() if had_focus else None
        self._show(StateKind.NEUTRAL, word, "")

    def tell(self, kind: StateKind, word: str, hint: str = "") -> None:
        """Say what was answered."""
        self._button.unblock()
        if self._keys_went_to is not None and self._keys_went_to is QApplication.focusWidget():
            self._button.setFocus()  # nobody has taken the keys elsewhere meanwhile
        self._keys_went_to = None
        self._show(kind, word, hint)

    def fail(self, error: BaseException) -> None:
        """Say why there is no answer."""
        told = error_text(error)
        self.tell(StateKind.BAD, told.sentence, told.hint)

    def forget(self) -> None:
        """Say nothing of an earlier answer."""
        self._result.hide()
        self._hint.hide()

    def _show(self, kind: StateKind, word: str, hint: str) -> None:
        self._result.set_state(kind, word)
        self._result.set_shown(True)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))

    def _tell_asked(self) -> None:
        self.asked.emit()
