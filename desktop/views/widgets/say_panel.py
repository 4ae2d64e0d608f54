"""What the agent says, apart from what the agent does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desktop.views.theme import Role, color, px
from desktop.views.theme.paint import box
from desktop.views.widgets.base import Themed, row, space
from desktop.views.widgets.button import Button
from desktop.views.widgets.label import Label, marked, strong
from desktop.views.widgets.state_label import Icon


@dataclass(frozen=True, slots=True)
class Answer:
    """What the caller may answer: a key for the signal, the words, and an icon."""

    key: str
    text: str
    icon_name: str = ""


class SayPanel(Themed, QWidget):
    """Quoted sentences with the numbers to say in 600, then at most two answers.

    `rounded` is the form within a page; without it the panel fills the top of a column.

    Signals:
        answered: the key of the answer that the caller gave.
    """

    answered = Signal(str)

    def __init__(self, *, rounded: bool = False) -> None:
        super().__init__()
        self._rounded = rounded
        self._heading = strong()
        self._column = QVBoxLayout(self)
        self._column.addLayout(
            row(Icon("message-square-text", Role.TEXT), self._heading, None, gap=8)
        )
        self._sentences = QVBoxLayout()
        self._column.addLayout(self._sentences)
        self._said: list[Label] = []
        self._offered: tuple[Answer, ...] = ()
        self._answers: list[Button] = []
        self._answer_row = row(gap=8)
        self._column.addLayout(self._answer_row)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.retranslate()
        self.restyle()

    def restyle(self) -> None:
        top = 16 if self._rounded else 24
        space(self._column, 24, top, 24, top, gap=12)
        space(self._sentences, 0, gap=12)
        self._heading.setMinimumHeight(px(24))

    def retranslate(self) -> None:
        self._heading.setText(self.tr("Say"))
        self.setAccessibleName(self.tr("Say"))

    def say(self, paragraphs: Sequence[str], answers: Sequence[Answer] = ()) -> None:
        """Show paragraphs, quotation marks included; **this** is said with weight."""
        # What stays keeps its place: while somebody types, it changes with each letter.
        for old in self._said[len(paragraphs) :]:
            self._sentences.removeWidget(old)
            old.hide()
            old.deleteLater()
        del self._said[len(paragraphs) :]
        while len(self._said) < len(paragraphs):
            label = Label(wrap=True, leading=24)
            self._said.append(label)
            self._sentences.addWidget(label)
        for label, paragraph in zip(self._said, paragraphs, strict=True):
            label.set_runs(marked(paragraph))
        if tuple(answers) != self._offered:
            self._offered = tuple(answers)
            self._show_answers(answers)
        self.setAccessibleDescription(" ".join(paragraphs).replace("**", ""))

    def focus_answer(self) -> None:
        """Put the focus on the first answer, if there is one."""
        if self._answers:
            self._answers[0].show()
            self._answers[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_answers(self, answers: Sequence[Answer]) -> None:
        if [button.property("key") for button in self._answers] == [one.key for one in answers]:
            for button, answer in zip(self._answers, answers, strict=True):
                button.setText(answer.text)
                button.set_icon_name(answer.icon_name)
            return
        while (item := self._answer_row.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        self._answers = []
        for answer in answers:
            button = Button(answer.text, icon_name=answer.icon_name)
            button.setObjectName(f"answer_{answer.key}")
            button.setProperty("key", answer.key)
            button.clicked.connect(self._tell)
            self._answers.append(button)
            self._answer_row.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)
        self._answer_row.addStretch(1)
        self._answer_row.setContentsMargins(0, px(4) if answers else 0, 0, 0)

    def _tell(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.answered.emit(str(sender.property("key")))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._rounded:
            box(painter, QRectF(self.rect()), color(Role.SAY_GROUND))
        else:
            painter.fillRect(self.rect(), color(Role.SAY_GROUND))
