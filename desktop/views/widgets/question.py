"""A question over the window: what it is about, what follows, and named answers."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from desktop.views.theme import px
from desktop.views.widgets.base import row, space
from desktop.views.widgets.button import Button, ButtonKind
from desktop.views.widgets.label import muted, title


class Question(QDialog):
    """Each answer closes it first and is told by the button's `clicked` then; Esc answers nothing.

    Open it with `open()`; it goes by itself.
    """

    def __init__(self, parent: QWidget, name: str, sentence: str, consequences: str) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setWindowTitle("Solution Desk")
        self.setModal(True)
        self.setAccessibleName(sentence)
        self.setAccessibleDescription(consequences)
        self._answers = row(None, gap=8)
        heading, remark = title(sentence, wrap=True), muted(consequences, wrap=True)
        column = QVBoxLayout(self)
        column.addWidget(heading)
        column.addWidget(remark)
        column.addSpacing(px(16))
        column.addLayout(self._answers)
        space(column, 24, gap=8)
        self.setMinimumWidth(px(480))
        self.finished.connect(self.deleteLater)

    def answer(
        self, text: str, name: str, kind: ButtonKind = ButtonKind.PLAIN, *, has_focus: bool = False
    ) -> Button:
        """Add an answer at the right of those before; Enter gives the one that has the focus."""
        button = Button(text, kind)
        button.setObjectName(name)
        button.clicked.connect(self.accept)
        self._answers.addWidget(button)
        button.setAutoDefault(has_focus)
        if has_focus:
            button.setDefault(True)
            button.setFocus()
        return button
