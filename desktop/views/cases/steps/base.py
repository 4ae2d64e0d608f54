"""What all steps share: they show the open case, say what is missing, and know the next step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.case_flow import CaseStep, DraftProblem, steps_in
from desktop.models.changes import Change
from desktop.views.cases.editor import CaseEditor
from desktop.views.cases.sentences import problem_sentence
from desktop.views.step_words import step_word
from desktop.views.widgets.base import space
from desktop.views.widgets.fields import FormField
from desktop.views.widgets.label import title
from desktop.views.widgets.say_panel import Answer


@dataclass(frozen=True, slots=True)
class Saying:
    """What the agent says in a step, and what the caller may answer."""

    paragraphs: tuple[str, ...] = ()
    answers: tuple[Answer, ...] = ()


@dataclass(frozen=True, slots=True)
class Foot:
    """The foot of a step: what Esc or the window does, and the one way on.

    ``blocked`` says why the way on is closed. ``by_keys`` shows the keys beside the button.
    ``guarded``: Enter or Space alone do not press it, because it sends.
    """

    primary: str
    hint: str = ""
    esc: bool = True
    icon_name: str = ""
    trailing: str = "arrow-right"
    blocked: str = ""
    by_keys: bool = True
    guarded: bool = False


class StepView(QWidget):
    """One step of the open case.

    Signals:
        finished: the step is done, and the page may open the next one.
        note_written: a note that the answer of the caller leaves.
        answer_wanted: the caller's answer is missing; lead to it.
        told: what is said or what stands in the foot has changed.
    """

    finished = Signal()
    note_written = Signal(str)
    answer_wanted = Signal()
    told = Signal()

    step: ClassVar[CaseStep]

    def __init__(self, case: CaseEditor) -> None:
        super().__init__()
        self.case = case
        self.desk = case.desk
        self._told: tuple[DraftProblem, ...] = ()
        self.fields: dict[DraftProblem, tuple[FormField, QWidget]] = {}
        self.setObjectName(f"stepView_{self.step.value}")
        self.column = QVBoxLayout(self)
        space(self.column, 0, gap=0)
        self.question = title(wrap=True)
        self.question.setObjectName("question")

    # ---------------------------------------------------------------- what a step answers

    def begin(self) -> None:
        """Come to the front: show the case, and read what has to be read."""
        self.show_case()
        self.tell_problems(())

    def show_case(self) -> None:
        """Show the case as it is now; called again with every change."""

    def end(self) -> None:
        """Go to the back: stop what goes on only while the step is seen."""

    def saying(self) -> Saying:
        """Return what is to be said."""
        return Saying()

    def take_answer(self, key: str) -> None:
        """Record what the caller answered."""

    def foot(self) -> Foot:
        """Return what stands in the foot."""
        return Foot(primary=self.next_words(), hint=self.tr("back, nothing is lost"))

    def try_to_finish(self) -> None:
        """Go on if nothing is missing; else say at its place what is, and lead there."""
        missing = self.case.missing(self.step)
        self.tell_problems(missing)
        if missing:
            self.focus_on(missing[0])
        else:
            self.finished.emit()

    def hear(self, change: Change) -> None:
        """Take note that some kind of data was changed, while the step is in front."""

    def locks(self) -> bool:
        """Tell whether something runs that must not be left or laid aside now."""
        return False

    # ---------------------------------------------------------------- what is missing

    def show_problems(self, missing: Sequence[DraftProblem]) -> None:
        """Say at each field what is missing there."""
        for problem, (form_field, _) in self.fields.items():
            sentences = [
                problem_sentence(each) for each in missing if self.place_of(each) is problem
            ]
            form_field.show_problem(sentences[0] if sentences else "")

    def renew_problems(self) -> None:
        """Take back what has been mended since it was said; nothing new is said by itself."""
        if self._told:
            missing = self.case.missing(self.step)
            self.tell_problems(tuple(each for each in self._told if each in missing))

    def tell_problems(self, missing: tuple[DraftProblem, ...]) -> None:
        """Say what is missing, and remember that it was said."""
        self._told = missing
        self.show_problems(missing)

    def place_of(self, problem: DraftProblem) -> DraftProblem:
        """Return the problem under whose field another one is shown."""
        return problem

    def focus_on(self, problem: DraftProblem) -> None:
        """Lead to the field where something is missing."""
        known = self.fields.get(self.place_of(problem))
        if known is not None:
            known[1].setFocus()

    def focus_first(self) -> None:
        """Lead to the first field where something is missing; elsewhere the focus stays."""
        for problem in self.case.missing(self.step):
            if self.place_of(problem) in self.fields:
                self.focus_on(problem)
                return

    def next_words(self) -> str:
        """Return the words of the button that leads on."""
        steps = steps_in(self.case.draft)
        place = min(steps.index(self.step) + 1, len(steps) - 1)
        return self.tr("Next: {}").format(step_word(steps[place].value))
