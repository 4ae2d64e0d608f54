"""The window that sets the desk up: steps at the left, one question at a time, keys everywhere."""

from __future__ import annotations

from functools import partial
from threading import Event

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.models.setup import PlaceKind, Setup
from desktop.views.error_text import error_text
from desktop.views.first_start.base import FRAME, SetupStep
from desktop.views.first_start.begin import SetupActs, SetupBegin
from desktop.views.first_start.place import PlaceStep
from desktop.views.first_start.steps import (
    GatewayStep,
    HoursStep,
    LanguageStep,
    ProviderStep,
    SummaryStep,
)
from desktop.views.language import LanguageManager
from desktop.views.tab_order import go_to_next_stop
from desktop.views.tasks import TaskRunner
from desktop.views.theme import px
from desktop.views.widgets.base import Themed, row, space
from desktop.views.widgets.button import Button, ButtonKind, LinkButton
from desktop.views.widgets.label import Label, muted, title
from desktop.views.widgets.question import Question
from desktop.views.widgets.scroll import ScrollArea
from desktop.views.widgets.stepper import Step, Stepper, StepState

_WIDTH, _HEIGHT, _STEPS = 1120, 680, 208


class SetupDialog(Themed, QDialog):
    """Asks step by step; nothing is written before the last one.

    Signals:
        decided: the ``Setup`` and the URL of the database, after it was written down; with a
            demonstration the URL is "".
        language_chosen: the code of a language.
    """

    decided = Signal(object, str)
    language_chosen = Signal(str)

    def __init__(
        self,
        language: LanguageManager,
        tasks: TaskRunner,
        acts: SetupActs,
        begin: SetupBegin,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("setup_dialog")
        self._tasks, self._acts, self._begin = tasks, acts, begin
        self._place = PlaceStep(tasks, acts.try_team, begin)
        self._summary = SummaryStep()
        first = LanguageStep(language.code)
        settings = begin.settings
        self._all: list[SetupStep] = [
            first,
            self._place,
            GatewayStep(language, tasks, acts.send_test, begin),
            HoursStep(settings.window),
            ProviderStep(settings.provider),
            self._summary,
        ]
        self._at = 0
        self._build()
        first.chosen.connect(self.language_chosen)
        self._place.chosen.connect(self._show)
        self.restyle()
        self.retranslate()

    def _build(self) -> None:
        self._stepper = Stepper()
        self._stepper.step_chosen.connect(self._go_to)
        self._title, self._remark = title(wrap=True), muted(wrap=True)
        self._wrong = Label(wrap=True)
        self._wrong.setObjectName("setup_wrong")
        self._stack = QStackedWidget()
        for step in self._all:
            step.column.addStretch(1)
            self._stack.addWidget(ScrollArea(step))
        self._leave = LinkButton()
        self._leave.setObjectName("setup_leave")
        self._back, self._skip = Button(), Button()
        self._back.setObjectName("setup_back")
        self._skip.setObjectName("setup_skip")
        self._next = Button("", ButtonKind.PRIMARY)
        self._next.setObjectName("setup_next")
        self._next.setDefault(True)
        self._leave.clicked.connect(self._ask_to_leave)
        self._back.clicked.connect(self._go_back)
        self._skip.clicked.connect(self._skip_step)
        self._next.clicked.connect(self._go_on)
        self._steps_column = QVBoxLayout()
        self._steps_column.addWidget(self._stepper)
        self._steps_column.addStretch(1)
        self._page = QVBoxLayout()
        for part in (self._title, self._remark):
            self._page.addWidget(part)
        self._page.addSpacing(px(8))
        self._page.addWidget(self._stack, 1)
        self._page.addWidget(self._wrong)
        self._body = QHBoxLayout()
        self._body.addLayout(self._steps_column)
        self._body.addLayout(self._page, 1)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._body, 1)
        self._column.addLayout(row(self._leave, None, self._back, self._skip, self._next, gap=8))

    def restyle(self) -> None:
        space(self._column, 32, 24, 32, 24, gap=24)
        space(self._body, 0, gap=32)
        space(self._page, 0, gap=8)
        for words in (self._title, self._remark, self._wrong):
            words.setContentsMargins(px(FRAME), 0, px(FRAME), 0)
        self._stepper.setFixedWidth(px(_STEPS))
        room = self.screen().availableSize()
        self.setMinimumSize(min(px(_WIDTH), room.width()), min(px(_HEIGHT), room.height()))

    def retranslate(self) -> None:
        self.setWindowTitle("Solution Desk")
        self._leave.setText(
            self.tr("Leave it as it is") if self._begin.again else self.tr("Set up later")
        )
        self._back.setText(self.tr("Back"))
        self._skip.setText(self.tr("Skip"))
        self._show()

    # ---------------------------------------------------------------- where it stands

    @property
    def steps(self) -> list[SetupStep]:
        """The steps that there are with the place that is chosen."""
        if self._place.kind is PlaceKind.DEMO:
            return [self._all[0], self._place, self._summary]
        return self._all

    @property
    def setup(self) -> Setup:
        """What was decided so far."""
        setup = Setup()
        for step in self.steps:
            setup = step.put_into(setup)
        return setup

    @Slot()
    def _show(self) -> None:
        steps = self.steps
        step = steps[self._at]
        self._stepper.set_steps([self._told(place, one) for place, one in enumerate(steps)])
        self._title.setText(step.heading())
        self._remark.setText(step.remark())
        self._stack.setCurrentIndex(self._all.index(step))
        is_last = step is self._summary
        if is_last:
            self._summary.show_steps(steps[:-1])
            self._summary.show_problem("", "")
        self._back.setVisible(self._at > 0)
        self._skip.setVisible(self._at > 0 and not is_last)
        self._next.setText(self._last_word() if is_last else self.tr("Next"))
        self._wrong.hide()

    def _last_word(self) -> str:
        if self._begin.again:
            return self.tr("Take it over")
        if self._place.kind is PlaceKind.DEMO:
            return self.tr("Start the demonstration")
        return self.tr("Start the desk")

    def _told(self, place: int, step: SetupStep) -> Step:
        if place == self._at:
            return Step(step.key, step.name(), state=StepState.NOW)
        if place < self._at:
            return Step(step.key, step.name(), step.note(), StepState.DONE)
        return Step(step.key, step.name())

    def _move(self, place: int) -> None:
        self._at = place
        self._show()
        step = self.steps[place]
        if step is self._summary:
            self._next.setFocus()
        else:
            step.take_focus()

    @Slot(str)
    def _go_to(self, key: str) -> None:
        self._move(next(place for place, step in enumerate(self.steps) if step.key == key))

    def _go_back(self) -> None:
        if self._at:
            self._move(self._at - 1)

    def _skip_step(self) -> None:
        self.steps[self._at].reset()
        self._move(self._at + 1)

    def _go_on(self) -> None:
        step = self.steps[self._at]
        if step is self._summary:
            self._finish()
        elif step.take_over():
            self._move(self._at + 1)
        else:
            self._wrong.setText(self.tr("Correct what is marked, or skip this step."))
            self._wrong.show()

    # ---------------------------------------------------------------- the end

    def _finish(self) -> None:
        setup = self.setup
        if setup.kind is PlaceKind.DEMO:
            self._tell(setup, "")
            return
        self._next.block(self.tr("It is being written"))
        self._tasks.run(partial(self._write, setup), partial(self._tell, setup), self._fail)

    def _write(self, setup: Setup, _stop: Event) -> str:
        return self._acts.finish(setup)

    def _tell(self, setup: Setup, url: str) -> None:
        self._next.unblock()
        self.decided.emit(setup, url)
        self.accept()

    def _fail(self, error: BaseException) -> None:
        self._next.unblock()
        self._next.setFocus()
        told = error_text(error)
        self._summary.show_problem(told.sentence, told.hint)

    def _ask_to_leave(self) -> None:
        if self._begin.again:
            sentence = self.tr("Leave everything as it is?")
            remark = self.tr("What was entered here is not taken over.")
        else:
            sentence = self.tr("Set up later?")
            remark = self.tr(
                "What was entered stays here while you think about it. With “Close” nothing is "
                "written, and the next start asks again."
            )
        question = Question(self, "setup_question", sentence, remark)
        stay = question.answer(self.tr("Go on setting up"), "setup_stay", has_focus=True)
        stay.clicked.connect(self._take_keys)
        if not self._begin.again:
            usual = question.answer(self.tr("Start with the usual settings"), "setup_usual")
            usual.clicked.connect(self._start_as_usual)
        close = question.answer(self.tr("Close"), "setup_close")
        close.clicked.connect(self.accept)
        question.open()

    def _take_keys(self) -> None:
        self.steps[self._at].take_focus()

    def _start_as_usual(self) -> None:
        for step in self._all:
            step.reset()
        self._move(len(self.steps) - 1)
        self._finish()

    def reject(self) -> None:
        """Esc and the cross of the window ask first; nothing that was entered is lost."""
        self._ask_to_leave()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go on with Tab in the order in which the page is read."""
        return go_to_next_stop(self, forward=forward) or super().focusNextPrevChild(forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter goes on, Alt+Left goes back, as in a case."""
        ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if ctrl and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._next.click()
        elif alt and event.key() == Qt.Key.Key_Left:
            self._go_back()
        else:
            super().keyPressEvent(event)
