"""One answer: what to say, what to do beside it, and how the provider is reached."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.records.answers import Answer, AnswerStep
from desktop.models.settings import ProviderSettings
from desktop.views.theme import FontRole, Role, px
from desktop.views.widgets.base import Themed, row, space
from desktop.views.widgets.button import Button, ButtonKind, LinkButton
from desktop.views.widgets.headings import LabelValue, LabelValueRows, SectionHeading
from desktop.views.widgets.kept import KeptWidgets
from desktop.views.widgets.label import Label, title
from desktop.views.widgets.say_panel import SayPanel
from desktop.views.widgets.state_label import Icon

WIDTH = 648


class AnswerPanel(Themed, QWidget):
    """Shows one answer. What is said stands apart from what is done.

    Signals:
        copy_wanted: the text to say shall go to the clipboard.
        page_wanted: the name of the page that a step leads to.
    """

    copy_wanted = Signal()
    page_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._question = title(wrap=True)
        self._question.setObjectName("answer_question")
        self._say = SayPanel(rounded=True)
        self._say.setObjectName("answer_say")
        self._copy = Button(kind=ButtonKind.PRIMARY, icon_name="copy")
        self._copy.setObjectName("answer_copy")
        self._copy.clicked.connect(self._ask_to_copy)
        self._do_heading = SectionHeading(edge=False)
        self._steps = QVBoxLayout()
        self._step_rows: KeptWidgets[AnswerStep, QWidget] = KeptWidgets(self._steps, self._step_row)
        self._reach_heading = SectionHeading(edge=False)
        self._reach = LabelValueRows()
        self._reach.setObjectName("answer_provider")
        self._column = QVBoxLayout(self)
        for part in (self._question, self._say):
            self._column.addWidget(part)
        self._column.addLayout(row(self._copy, None))
        self._column.addWidget(self._do_heading)
        self._column.addLayout(self._steps)
        self._column.addWidget(self._reach_heading)
        self._column.addWidget(self._reach)
        self._column.addStretch(1)
        self.restyle()
        self.retranslate()

    def restyle(self) -> None:
        space(self._column, 0, gap=12)
        space(self._steps, 0, gap=8)
        self.setMaximumWidth(px(WIDTH))

    def retranslate(self) -> None:
        self._copy.setText(self.tr("Copy answer"))
        self._do_heading.set_text(self.tr("To do"))
        self._reach_heading.set_text(self.tr("How the provider is reached"))

    def show_answer(self, answer: Answer, provider: ProviderSettings) -> None:
        """Show one answer."""
        self._question.setText(answer.title)
        self._say.say(answer.say)
        self._show_steps(answer.steps)
        self._reach.set_rows(
            [
                LabelValue(self.tr("Phone"), provider.phone),
                LabelValue(self.tr("Mail"), provider.mail),
                LabelValue(self.tr("Own SMS"), provider.sms_tool),
            ]
        )

    def _show_steps(self, steps: tuple[AnswerStep, ...]) -> None:
        # The words of the links belong to the language of the moment.
        self._step_rows.show(steps, tuple(page_word(step.page) for step in steps if step.page))
        self._do_heading.setVisible(bool(steps))

    def _step_row(self, step: AnswerStep) -> QWidget:
        holder = QWidget()
        line = row(Icon("chevron-right", Role.MUTED, 16), Label(step.text, wrap=True), gap=8)
        line.setStretch(1, 1)
        if step.page:
            link = LinkButton(page_word(step.page), size=FontRole.SMALL)
            link.setObjectName(f"answer_page_{step.page}")
            link.clicked.connect(partial(self._want_page, step.page))
            line.addWidget(link)
        for place in range(line.count()):
            item = line.itemAt(place)
            if item is not None:
                item.setAlignment(Qt.AlignmentFlag.AlignTop)
        holder.setLayout(line)
        return holder

    def _ask_to_copy(self) -> None:
        self.copy_wanted.emit()

    def _want_page(self, page: str, _checked: bool = False) -> None:
        self.page_wanted.emit(page)


def page_word(page: str) -> str:
    """Return what a page of the side bar is called."""
    return {
        "customers": QCoreApplication.translate("AnswerPages", "Customers"),
        "signups": QCoreApplication.translate("AnswerPages", "Sign-ups"),
        "frequency": QCoreApplication.translate("AnswerPages", "Frequency"),
        "sims": QCoreApplication.translate("AnswerPages", "SIM cards"),
    }[page]
