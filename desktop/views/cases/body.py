"""The open case on the screen: head, steps, the one in front, what is said, notes, foot."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.case_flow import CaseStep, may_skip, previous_step, steps_in
from desktop.models.changes import Change
from desktop.models.states import CaseState
from desktop.views.cases.dialogs import SkipDialog
from desktop.views.cases.editor import CaseEditor
from desktop.views.cases.frame import CaseFoot, CaseHead, CaseSide, Edged
from desktop.views.cases.note_keeper import NoteKeeper
from desktop.views.cases.step_notes import steps_shown
from desktop.views.cases.steps import make_step
from desktop.views.cases.steps.base import Foot, Saying, StepView
from desktop.views.step_words import step_word
from desktop.views.theme import StateKind, px
from desktop.views.widgets.banner import Banner
from desktop.views.widgets.base import Themed, space
from desktop.views.widgets.front_stack import FrontStack
from desktop.views.widgets.scroll import ScrollArea
from desktop.views.widgets.stepper import Stepper
from desktop.views.words import heading

_STEPS_WIDTH = 208


class CaseBody(Themed, QWidget):
    """Shows what the editor holds; leads from step to step.

    Signals:
        left: Esc in the first step: the case is put away, nothing is lost.
        closed: the case was closed in the last step.
        notice_acted: the button of the notice above the step was pressed.
    """

    left = Signal()
    closed = Signal()
    notice_acted = Signal()

    def __init__(self, case: CaseEditor) -> None:
        super().__init__()
        self.case = case
        self.head = CaseHead()
        self.foot = CaseFoot()
        self.side = CaseSide()
        self.notes = NoteKeeper(case.desk, self.side.notes)
        self.stepper = Stepper()
        self.stepper.setObjectName("stepper")
        self.notice = Banner(StateKind.WARNING)
        self.notice.setObjectName("caseNotice")
        self.notice.hide()
        self.notice.acted.connect(self.notice_acted)
        self._views: dict[CaseStep, StepView] = {}
        self._front: StepView | None = None
        self._said: Saying | None = None
        self._foot: Foot | None = None
        self._stack = FrontStack()
        self._build()
        case.changed.connect(self.refresh)
        case.saved.connect(self._show_saved)
        self.foot.primary_pressed.connect(self.go_on)
        self.foot.skip_pressed.connect(self._ask_to_skip)
        self.stepper.step_chosen.connect(self._open_step)
        self.side.say.answered.connect(self._take_answer)

    def _build(self) -> None:
        self._steps_column = QWidget()
        steps = QVBoxLayout(self._steps_column)
        steps.addWidget(self.stepper)
        steps.addStretch(1)
        self._steps_layout = steps
        middle = QWidget()
        self._middle = QVBoxLayout(middle)
        self._middle.addWidget(self.notice)
        self._middle.addWidget(self._stack, 1)
        scroll = ScrollArea(middle)
        scroll.setObjectName("stepScroll")
        across = QHBoxLayout()
        space(across, 0, gap=0)
        across.addWidget(Edged(self._steps_column))
        across.addWidget(scroll, 1)
        across.addWidget(self.side)
        self._outer = QVBoxLayout(self)
        space(self._outer, 0, gap=0)
        self._outer.addWidget(self.head)
        self._outer.addLayout(across, 1)
        self._outer.addWidget(self.foot)
        self.restyle()

    def restyle(self) -> None:
        self._steps_column.setFixedWidth(px(_STEPS_WIDTH))
        space(self._steps_layout, 32, 24, 8, 24)
        space(self._middle, 32, 24, 32, 24, gap=16)

    # ---------------------------------------------------------------- a case comes and goes

    def rebuild(self) -> None:
        """Make the steps of the case that was just opened, or those in another language."""
        self.put_away()
        for view in self._views.values():
            self._stack.remove(view)
            view.deleteLater()
        self._views = {}
        self._said = self._foot = None
        self.notes.show(self.case.file.record)
        self.refresh()

    def put_away(self) -> None:
        """Stop what goes on only while the case is looked at."""
        if self._front is not None:
            self._front.end()
        self._front = None

    # ---------------------------------------------------------------- showing

    @property
    def front(self) -> StepView | None:
        """The step in front."""
        return self._front

    def refresh(self) -> None:
        """Show the case as it is now."""
        if not self.case.is_loaded:
            return
        step = self.case.step
        if self._front is None or self._front.step is not step:
            self._bring(step)
            self._show_around()
            self.lead_focus()
            return
        self._front.show_case()
        self._front.renew_problems()
        self._show_around()

    def _bring(self, step: CaseStep) -> None:
        if self._front is not None:
            self._front.end()
        if step not in self._views:
            view = make_step(step, self.case)
            view.finished.connect(self._go_to_next)
            view.note_written.connect(self.notes.add)
            view.answer_wanted.connect(self.side.say.focus_answer)
            view.told.connect(self._show_around)
            self._views[step] = view
            self._stack.add(view)
        self._front = self._views[step]
        self._stack.bring(self._front)
        self._front.begin()

    def lead_focus(self) -> None:
        """Lead to the first missing field; without one the focus stays where the keys work.

        Called when all of the step stands: whatever is shown or taken away later would take the
        focus with it, out of the page, where Esc and Ctrl+Enter do nothing.
        """
        front = self._front
        if front is None or not self.isVisible() or front.locks():
            return
        front.focus_first()
        focused = QApplication.focusWidget()
        if focused is None or not self.isAncestorOf(focused):
            self.foot.primary.setFocus()

    def _show_around(self) -> None:
        front = self._front
        if front is None:
            return
        self._show_head(front)
        self.stepper.set_steps(steps_shown(self.case))
        self.stepper.lock(front.locks())
        saying = front.saying()
        if saying != self._said:
            self._said = saying
            self.side.show_saying(saying)
        self.foot.skip.setVisible(self.case.can_change and may_skip(self.case.draft, front.step))
        foot = self._open_foot(front.foot(), front.step)
        if foot != self._foot:
            self._foot = foot
            self.foot.show_foot(foot)

    def _open_foot(self, foot: Foot, step: CaseStep) -> Foot:
        """Close the ways on that act, while the case is a colleague's."""
        acts = step is CaseStep.WRAP_UP or (
            step is CaseStep.RELEASE and not self.case.file.record.is_released
        )
        others = self.case.colleague and not self.case.file.record.is_closed
        if acts and foot.primary and others and not foot.blocked:
            return replace(foot, blocked=self.tr("Take the case over first."))
        return foot

    def _show_head(self, front: StepView) -> None:
        record = self.case.file.record
        self.head.title.setText(heading(record.kind))
        parts = (record.customer, record.service, record.case_no)
        self.head.subtitle.setText(" · ".join(part for part in parts if part))
        self._show_saved()
        self.head.pause.setVisible(not record.is_closed and record.state is not CaseState.PAUSED)
        self.head.close_case.setVisible(not record.is_closed)
        if front.locks():
            stop_first = self.tr("Not while the countdown runs: stop it first.")
            self.head.pause.block(stop_first)
            self.head.close_case.block(stop_first)
        elif self.case.colleague:
            take_over = self.tr("Take the case over first.")
            self.head.pause.block(take_over)
            self.head.close_case.block(take_over)
        elif record.is_released:
            self.head.pause.block(self.tr("What is released goes on by itself."))
            self.head.close_case.unblock()
        else:
            self.head.pause.unblock()
            self.head.close_case.unblock()

    def _show_saved(self) -> None:
        at = self.case.saved_at
        if at is not None and not self.case.file.record.is_closed:
            self.head.saved.setText(self.tr("saved {}").format(self.case.desk.formats.time(at)))
        else:
            self.head.saved.setText("")

    def hear(self, change: Change) -> None:
        """Pass on what was changed to the step in front, and to the notes."""
        if change is Change.NOTES:
            self.notes.read()
        if self._front is not None:
            self._front.hear(change)

    # ---------------------------------------------------------------- moving

    def go_on(self) -> None:
        """Take the one way on, if it is open."""
        if self._front is not None and self.foot.primary.isEnabled():
            self._front.try_to_finish()

    def go_back(self) -> None:
        """Open the step before, or leave the case; nothing is lost."""
        front = self._front
        if front is None or front.locks():
            return
        before = previous_step(self.case.draft, front.step)
        if before is front.step:
            self.left.emit()
        else:
            self.case.go(before)

    def _go_to_next(self) -> None:
        sender = self.sender()
        if not isinstance(sender, StepView) or sender is not self._front:
            return
        steps = steps_in(self.case.draft)
        place = steps.index(sender.step)
        if place + 1 < len(steps):
            self.case.go(steps[place + 1])
        else:
            self.closed.emit()

    def _ask_to_skip(self) -> None:
        dialog = SkipDialog(self)
        dialog.answered.connect(self._skip)
        dialog.open()

    def _skip(self, reason: str, _beside: object) -> None:
        front = self._front
        if front is None or not may_skip(self.case.draft, front.step):
            return
        self.case.change(skipped=(*self.case.draft.skipped, front.step))
        words = self.tr("{} not read out: {}")
        self.notes.add(words.format(step_word(front.step.value), reason))
        front.try_to_finish()

    def open_last(self) -> None:
        """Open the wrap-up, where a released case is closed."""
        self.case.go(CaseStep.WRAP_UP)

    def _open_step(self, key: str) -> None:
        self.case.go(CaseStep(key))

    def _take_answer(self, key: str) -> None:
        if self._front is None:
            return
        self._front.take_answer(key)
        self._show_around()
        if key == "yes":
            self.foot.primary.setFocus()
