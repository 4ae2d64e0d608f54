"""What stands where nothing is, and where something went wrong."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.views.theme import FontRole, Role, px
from desktop.views.widgets.base import Themed, filler, row, space
from desktop.views.widgets.button import Button, ButtonKind, LinkButton
from desktop.views.widgets.label import Label, small
from desktop.views.widgets.state_label import Icon


class _Said(Themed, QWidget):
    """Icon at the left; at the right a sentence, a small line, and a row of buttons."""

    def __init__(self, icon_name: str, role: Role, sentence: str, hint: str) -> None:
        super().__init__()
        self._icon = Icon(icon_name, role, 20)
        self._sentence = Label(sentence, wrap=True)
        self._hint = small(hint, wrap=True)
        self._texts = QVBoxLayout()
        self._texts.addWidget(self._sentence)
        self._texts.addWidget(self._hint)
        self._line = QHBoxLayout(self)
        self._line.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        self._line.addLayout(self._texts, 1)
        self._hint.setVisible(bool(hint))
        self._buttons: QHBoxLayout | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.restyle()

    def restyle(self) -> None:
        space(self._line, 0, 16, 0, 16, gap=16)
        space(self._texts, 0, gap=2)
        self._space_buttons()
        self.setMaximumWidth(px(640))

    def _add_buttons(self, buttons: QHBoxLayout) -> None:
        self._buttons = buttons
        self._texts.addLayout(buttons)

    def _end_with(self, *below: QWidget) -> None:
        """Add what stands below; all room that is left is below that."""
        for part in below:
            self._texts.addWidget(part)
        self._texts.addSpacerItem(filler())
        self._texts.setStretch(self._texts.count() - 1, 1)

    def _space_buttons(self) -> None:
        if self._buttons is not None:
            first = self._buttons.itemAt(0)
            widget = first.widget() if first is not None else None
            shown = widget is not None and not widget.isHidden()
            self._buttons.setContentsMargins(0, px(8) if shown else 0, 0, 0)

    def _say(self, sentence: str, hint: str) -> None:
        self._sentence.setText(sentence)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        self.setAccessibleName(sentence)
        self.setAccessibleDescription(hint)


class EmptyState(_Said):
    """Nothing is here: one sentence, and one small line that says when something will be.

    Signals:
        acted: the button was pressed.
    """

    acted = Signal()

    def __init__(
        self, icon_name: str = "inbox", sentence: str = "", hint: str = "", action: str = ""
    ) -> None:
        super().__init__(icon_name, Role.DISABLED, sentence, hint)
        self._action = Button(action)
        self._action.setObjectName("emptyAction")
        self._action.clicked.connect(self._act)
        self._add_buttons(row(self._action, None))
        self._end_with()
        self.say(sentence, hint, action)

    def say(self, sentence: str, hint: str = "", action: str = "") -> None:
        """Say something else."""
        self._say(sentence, hint)
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self._space_buttons()

    def _act(self) -> None:
        self.acted.emit()


class ErrorState(_Said):
    """Something went wrong: what, what to do, try again, and details for those who want them.

    Signals:
        retried: the person wants it tried again.
    """

    retried = Signal()

    def __init__(self, sentence: str = "", hint: str = "", details: str = "") -> None:
        super().__init__("octagon-x", Role.BAD, sentence, hint)
        self._retry = Button("", ButtonKind.PLAIN, icon_name="refresh-cw")
        self._retry.setObjectName("errorRetry")
        self._retry.clicked.connect(self._ask_again)
        self._more = LinkButton("", size=FontRole.SMALL)
        self._more.setObjectName("errorDetails")
        self._more.clicked.connect(self._toggle_details)
        self._details = small("", wrap=True)
        self._details.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self._details.hide()
        self._add_buttons(row(self._retry, self._more, None, gap=12))
        self._end_with(self._details)
        self.retranslate()
        self._space_buttons()
        self.say(sentence, hint, details)

    def retranslate(self) -> None:
        self._retry.setText(self.tr("Try again"))
        self._name_details()

    def say(self, sentence: str, hint: str = "", details: str = "") -> None:
        """Say something else."""
        self._say(sentence, hint)
        self._details.setText(details)
        self._details.hide()
        self._more.setVisible(bool(details))
        self._name_details()

    def _name_details(self) -> None:
        shown = not self._details.isHidden()
        self._more.setText(self.tr("Hide details") if shown else self.tr("Details"))

    def _toggle_details(self) -> None:
        self._details.setVisible(self._details.isHidden())
        self._name_details()

    def _ask_again(self) -> None:
        self.retried.emit()
