"""Fifth step: what goes out, in one view; the release; and the countdown, when nothing has left."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.case_flow import CaseStep
from desktop.models.records.dispatches import DispatchRecord
from desktop.models.states import DispatchState
from desktop.views.cases.editor import CaseEditor
from desktop.views.cases.steps.base import Foot, Saying, StepView
from desktop.views.cases.steps.parts import Below, Facts, FieldColumn
from desktop.views.cases.steps.release_acts import (
    TYPE_COUNT_ABOVE,
    Signature,
    release,
    stop,
)
from desktop.views.cases.steps.release_words import (
    facts_of,
    in_the_way,
    short_facts_of,
    signed_words,
)
from desktop.views.cases.steps.sms_ledger import ledger_rows
from desktop.views.error_text import error_text
from desktop.views.step_words import step_word
from desktop.views.theme import StateKind, px
from desktop.views.widgets.banner import Banner
from desktop.views.widgets.base import space
from desktop.views.widgets.countdown import Countdown
from desktop.views.widgets.fields import FormField, LineEdit
from desktop.views.widgets.front_stack import FrontStack
from desktop.views.widgets.headings import Divider, SectionHeading
from desktop.views.widgets.ledger import Ledger

_LOOK_AT_WINDOW_MS = 20_000
_STOP_AGAIN_MS = 500


class ReleaseStep(StepView):
    """Summary, then countdown; both in the same place."""

    step = CaseStep.RELEASE

    def __init__(self, case: CaseEditor) -> None:
        super().__init__(case)
        self._releasing = False
        self._stopping = False
        self._make_summary()
        self._make_countdown()
        self._failure = Banner(StateKind.BAD)
        self._failure.setObjectName("releaseBanner")
        self._failure.hide()
        self._sides = FrontStack(self._summary, self._running)
        self.column.addWidget(self._sides)
        self.column.addWidget(Below(self._failure))
        self.column.addStretch(1)
        self._look = QTimer(self)
        self._look.setInterval(_LOOK_AT_WINDOW_MS)
        self._look.timeout.connect(self.told)
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(_STOP_AGAIN_MS)
        self._again.timeout.connect(self._stop)

    def _make_summary(self) -> None:
        self._facts = Facts()
        self._facts.setObjectName("releaseFacts")
        self._count = LineEdit()
        self._count.setObjectName("typedCount")
        self._count.textEdited.connect(self._note_typing)
        self._count_field = FormField(self.tr("Type the number of SMS"), self._count)
        self._second = LineEdit(self.tr("First and last name"))
        self._second.setObjectName("secondAgent")
        self._second.textEdited.connect(self._note_typing)
        self._second_field = FormField(self.tr("Colleague who releases as well"), self._second)
        self._form = FieldColumn((self._second_field, self._count_field))
        self._summary = QWidget()
        column = QVBoxLayout(self._summary)
        space(column, 0, gap=16)
        column.addWidget(self.question)
        column.addWidget(self._facts)
        column.addWidget(self._form)
        column.addStretch(1)

    def _make_countdown(self) -> None:
        self.countdown = Countdown()
        self.countdown.setObjectName("countdown")
        self.countdown.ticked.connect(self._say_seconds)
        self.countdown.finished.connect(self._go_on)
        self.countdown.stopped.connect(self._stop)
        self._short_facts = Facts()
        self._after = SectionHeading(self.tr("Then"), self.tr("fills as soon as sending begins"))
        self._ledger = Ledger(shapes=True, dense=True)
        self._running = QWidget()
        column = QVBoxLayout(self._running)
        space(column, 0, gap=0)
        column.addWidget(self.countdown)
        column.addSpacing(px(24))
        column.addWidget(Divider())
        column.addSpacing(px(20))
        column.addWidget(self._short_facts)
        column.addSpacing(px(16))
        column.addWidget(self._after)
        column.addWidget(self._ledger)
        column.addStretch(1)

    # ---------------------------------------------------------------- where it stands

    @property
    def _dispatch(self) -> DispatchRecord | None:
        return self.case.file.dispatch

    @property
    def counts_down(self) -> bool:
        """Whether the release is out and nothing has left yet."""
        dispatch = self._dispatch
        return dispatch is not None and dispatch.state is DispatchState.COUNTDOWN

    def _now(self) -> datetime:
        return self.desk.services.database.clock()

    def locks(self) -> bool:
        """While the countdown runs, Stop is the only live action."""
        return self._releasing or self.counts_down

    # ---------------------------------------------------------------- showing

    def begin(self) -> None:
        """Show the summary, or the countdown where it stands."""
        self._failure.hide()
        self._look.start()
        super().begin()

    def end(self) -> None:
        """Look at the window no more; a countdown goes on."""
        self._look.stop()

    def show_case(self) -> None:
        """Show what is about to go out."""
        file, draft, formats = self.case.file, self.case.draft, self.desk.formats
        sms = formats.number(draft.recipients)
        if self._dispatch is None:
            self.question.setText(self.tr("Shall {} SMS go out?").format(sms))
        else:
            self.question.setText(self.tr("{} SMS are released").format(sms))
        self._facts.set_rows(facts_of(file, draft, formats))
        limit = file.settings.limits.second_release_above
        self._second_field.setVisible(self.case.can_change and draft.recipients > limit)
        self._count_field.setVisible(self.case.can_change and draft.recipients > TYPE_COUNT_ABOVE)
        self._form.setVisible(self.case.can_change)
        self._sides.bring(self._running if self.counts_down else self._summary)
        if self._dispatch is not None and self.counts_down:
            self._short_facts.set_rows(short_facts_of(file, draft, formats))
            self._ledger.set_rows(ledger_rows(self._dispatch.balance, formats))
            self._count_down(self._dispatch)

    def _count_down(self, dispatch: DispatchRecord) -> None:
        left = (dispatch.starts_at - self._now()) / timedelta(seconds=1)
        if left > 0 and not self._stopping:
            self.countdown.start(left)
        elif not self.countdown.running and not self._stopping:
            QTimer.singleShot(0, self, self._go_on)

    def _say_seconds(self, seconds: int) -> None:
        sms = self.case.draft.recipients
        counted = self.desk.formats.counted(sms, self.tr("1 SMS leaves"), self.tr("{} SMS leave"))
        sentence = self.tr("{} in %n second(s)", None, seconds).format(counted)
        self.countdown.say(sentence, self.tr("Until then nothing has been sent."))

    def saying(self) -> Saying:
        """Say that it begins; the caller can still stop it."""
        sms = self.desk.formats.number(self.case.draft.recipients)
        if self.counts_down:
            return Saying(
                (
                    self.tr(
                        "“I am releasing **{} SMS** now. The first ones leave in a few seconds."
                    ).format(sms),
                    self.tr("If anything else comes to your mind, I can stop at any time.”"),
                )
            )
        if self.case.can_change:
            return Saying(
                (self.tr("“Everything is prepared: **{} SMS**. May I send them?”").format(sms),)
            )
        return Saying()

    # ---------------------------------------------------------------- what stands in the way

    def foot(self) -> Foot:
        """Name what the button does, or say why it cannot be pressed."""
        if self.locks():
            following = self.tr("Next: {}").format(step_word(CaseStep.SENDING))
            return Foot(following, signed_words(self.case), esc=False, blocked=" ", by_keys=False)
        if self._dispatch is not None:
            return super().foot()
        if self.case.file.record.is_closed:
            return Foot("", self.tr("back, nothing is lost"), by_keys=False)
        sms = self.desk.formats.counted(
            self.case.draft.recipients, self.tr("Send 1 SMS"), self.tr("Send {} SMS")
        )
        return Foot(
            sms,
            self.tr("back, nothing is lost"),
            icon_name="send",
            trailing="",
            blocked=self._in_the_way(),
            guarded=True,
        )

    def _in_the_way(self) -> str:
        return in_the_way(
            self.case,
            Signature(self.desk.agent, self._second.text().strip()),
            self._count.text(),
        )

    def _note_typing(self, _text: str) -> None:
        self.told.emit()

    def focus_first(self) -> None:
        """Begin where something has to be typed."""
        for field in (self._second, self._count):
            if field.isVisibleTo(self) and not field.text():
                field.setFocus()
                return

    # ---------------------------------------------------------------- releasing

    def try_to_finish(self) -> None:
        """Release what is shown; after the release go on."""
        if self._dispatch is not None:
            if not self.locks():
                self.finished.emit()
        elif self.case.can_change and not self._releasing and not self._in_the_way():
            self._releasing = True
            self._failure.hide()
            self.told.emit()
            signed = Signature(self.desk.agent, self._second_name())
            act = partial(release, self.desk.services, self.case.file, self.case.draft, signed)
            self.case.run(act, self._note_release, self._fail)

    def _second_name(self) -> str:
        return self._second.text().strip() if self._second_field.isVisibleTo(self) else ""

    def _note_release(self) -> None:
        self._releasing = False
        self.show_case()
        self.told.emit()

    def _fail(self, error: BaseException) -> None:
        self._releasing = False
        told = error_text(error)
        self._failure.show_state(StateKind.BAD, f"{told.sentence} {told.hint}")
        self.told.emit()

    # ---------------------------------------------------------------- stopping and going on

    def _stop(self) -> None:
        dispatch = self._dispatch
        if dispatch is None:
            return
        self._stopping = True
        self.countdown.say(self.tr("Stopping …"), self.tr("Nothing more leaves this computer."))
        work = partial(stop, self.desk.services, dispatch.id, self.desk.agent)
        self.desk.tasks.run(work, self._note_stop, self._stop_again)

    def _note_stop(self, dispatch: DispatchRecord) -> None:
        self._stopping = False
        self.case.show_dispatch(dispatch)
        self.finished.emit()

    def _stop_again(self, error: BaseException) -> None:
        """A stop that could not be saved must not be lost: say so, and try until it is."""
        told = error_text(error)
        self._failure.show_state(
            StateKind.BAD, self.tr("The stop is not saved yet. {}").format(told.sentence)
        )
        self._again.start()

    def _go_on(self) -> None:
        if not self._stopping:
            self.finished.emit()
