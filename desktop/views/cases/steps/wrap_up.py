"""Last step: what came of it, when it is looked at again, and the summary for other systems."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial
from threading import Event

from PySide6.QtGui import QGuiApplication

from desktop.errors import ConflictError
from desktop.models.case_flow import CaseDraft, CaseStep, DraftProblem, problems
from desktop.models.changes import Change
from desktop.models.records.cases import CaseRecord
from desktop.models.records.dispatches import DispatchRecord
from desktop.models.states import CaseKind, CaseOutcome, DispatchState, SmsState
from desktop.services.bundle import Services
from desktop.views.cases.editor import CaseEditor
from desktop.views.cases.steps.base import Foot, Saying, StepView
from desktop.views.cases.steps.before_after import BeforeAfterPanel
from desktop.views.cases.steps.follow_up import FollowUpPart, suggested
from desktop.views.cases.steps.parts import Below, FieldColumn
from desktop.views.cases.steps.tracker import TrackerPanel
from desktop.views.cases.summary import summary_of
from desktop.views.effect_panel import EffectPanel
from desktop.views.error_text import error_text
from desktop.views.formats import Formats
from desktop.views.tasks import Running
from desktop.views.theme import StateKind, px
from desktop.views.widgets.banner import Banner
from desktop.views.widgets.base import row
from desktop.views.widgets.button import LinkButton
from desktop.views.widgets.fields import FormField, LineEdit
from desktop.views.widgets.filter_chip import FilterChip, Option
from desktop.views.widgets.headings import SectionHeading
from desktop.views.widgets.label import Label, small
from desktop.views.words import heading

_ENDED = (DispatchState.DONE, DispatchState.STOPPED)


class WrapUpStep(StepView):
    """Outcome, follow-up, summary; closes the case."""

    step = CaseStep.WRAP_UP

    def __init__(self, case: CaseEditor) -> None:
        super().__init__(case)
        self.question.setText(self.tr("What came of it?"))
        self._outcome = LineEdit()
        self._outcome.setObjectName("outcome")
        self._outcome.textEdited.connect(self._take_outcome)
        self._code = FilterChip(
            self.tr("As one word"), [Option(each, heading(each)) for each in CaseOutcome]
        )
        self._code.setObjectName("outcomeCode")
        self._code.chosen.connect(self._take_code)
        self._state: DispatchState | None = None
        self._running: Running[DispatchRecord] | None = None
        self._follow_up = FollowUpPart(case)
        self._follow_up.note_written.connect(self.note_written)
        self._follow_up.failed.connect(self._fail)
        self._summary = Label(wrap=True, leading=24)
        self._summary.setObjectName("summary")
        self._copied = small()
        self._tracker = TrackerPanel(self.desk)
        self._effect = EffectPanel(self.desk)
        self._compared = BeforeAfterPanel(self.desk)
        self._failure = Banner(StateKind.BAD)
        self._failure.hide()
        self._build()

    def _build(self) -> None:
        outcome = FormField(
            self.tr("Outcome"), self._outcome, self.tr("Suggested from what was done")
        )
        self._form = FieldColumn((outcome,))
        heading = SectionHeading(self.tr("Summary"))
        copies = (("de", self.tr("Copy in German")), ("en", self.tr("Copy in English")))
        links = [self._copy_link(language, text) for language, text in copies]
        self.column.addWidget(self.question)
        self.column.addSpacing(px(16))
        self.column.addWidget(self._form)
        self.column.addSpacing(px(12))
        self.column.addLayout(row(self._code, None))
        self.column.addSpacing(px(20))
        self.column.addWidget(self._follow_up)
        self.column.addWidget(Below(self._compared, 24))
        self.column.addSpacing(px(32))
        self.column.addWidget(heading)
        self.column.addSpacing(px(8))
        self.column.addWidget(self._summary)
        self.column.addSpacing(px(8))
        self.column.addLayout(row(*links, self._copied, None, gap=24))
        self.column.addWidget(Below(self._tracker, 24))
        self.column.addWidget(Below(self._effect, 24))
        self.column.addWidget(Below(self._failure))
        self.column.addStretch(1)
        self.fields = {DraftProblem.OUTCOME_MISSING: (outcome, self._outcome)}

    def _copy_link(self, language: str, text: str) -> LinkButton:
        link = LinkButton(text, icon_name="copy")
        link.setObjectName(f"copy_{language}")
        link.setProperty("language", language)
        link.clicked.connect(self._copy)
        return link

    # ---------------------------------------------------------------- showing

    def begin(self) -> None:
        """Show the wrap-up; without an outcome the one that follows from what was done."""
        self._failure.hide()
        self._copied.setText("")
        draft, dispatch = self.case.draft, self.case.file.dispatch
        if not draft.outcome and dispatch is not None and dispatch.state in _ENDED:
            self.case.change(outcome=self._suggested(dispatch))
        if not draft.outcome and draft.notice is False:
            self.case.change(outcome=self.tr("Number replaced, contacts not told"))
        if not draft.outcome and draft.agreed is not None:
            self.case.change(**suggested(draft, self.desk))
        if draft.outcome_code is None:
            self.case.change(outcome_code=suggested_code(draft, dispatch))
        if self.desk.call.duration_s is not None:
            self.case.change(call_s=int(self.desk.call.duration_s))
        super().begin()
        if draft.kind is CaseKind.NUMBER_CHANGE and draft.service_id is not None:
            self._tracker.read(draft.service_id)
        self._effect.show_dispatch(dispatch)
        self._look()
        if draft.agreed and draft.agreed_on is not None and draft.service_id is not None:
            self._compared.read(draft.service_id, draft.agreed_on, self._local_day())

    def hear(self, change: Change) -> None:
        """Follow what still goes out."""
        if change is Change.DISPATCHES:
            self._look()

    def _look(self) -> None:
        """Read how far the dispatch is; what came of it is known only when it has ended."""
        dispatch = self.case.file.dispatch
        if dispatch is None or dispatch.state in _ENDED:
            return
        if self._running is not None:
            self._running.cancel()
        work = partial(_read, self.desk.services, dispatch.id)
        self._running = self.desk.tasks.run(work, self.case.show_dispatch, self._fail)

    def end(self) -> None:
        """Let what is being read go."""
        if self._running is not None:
            self._running.cancel()
        self._tracker.end()
        self._compared.end()

    def _suggested(self, dispatch: DispatchRecord) -> str:
        balance, number = dispatch.balance, self.desk.formats.number
        unclear = balance.count(SmsState.UNCLEAR)
        kept = balance.count(SmsState.CANCELLED, SmsState.EXCLUDED, SmsState.FAILED)
        left = balance.recipients - kept
        if dispatch.state is DispatchState.STOPPED and left == 0:
            return self.tr("Stopped before anything was sent")
        if dispatch.state is DispatchState.STOPPED:
            return self.tr("Stopped: {} of {} SMS sent").format(
                number(left), number(balance.recipients)
            )
        if self.case.draft.kind is CaseKind.NUMBER_CHANGE:
            return self.tr("Notice of the new number sent to {}").format(number(left))
        if unclear:
            return self.tr("Reminder sent to {}, {} of them unclear").format(
                number(left), number(unclear)
            )
        return self.tr("Reminder sent to {}").format(number(left))

    def show_case(self) -> None:
        """Show what was entered, and the summary in the language of the screen."""
        draft, file = self.case.draft, self.case.file
        before, self._state = self._state, file.dispatch_state
        if before is not None and before not in _ENDED and self._state in _ENDED:
            self.begin()
            return
        for widget in (self._form, self._code):
            widget.setEnabled(file.is_open and not self.case.colleague)
        self._code.choose(draft.outcome_code or CaseOutcome.OTHER)
        if self._outcome.text().strip() != draft.outcome:
            self._outcome.setText(draft.outcome)
        self._follow_up.show_case()
        self._summary.setText(self._written(self.desk.formats.language))

    def _local_day(self) -> date:
        return self.desk.formats.local(self.desk.services.database.clock()).date()

    def _written(self, language: str) -> str:
        words = self.desk.services.summaries.of(language)
        formats = Formats(language, self.desk.formats.zone)
        draft = replace(self.case.draft, due_at=self._follow_up.due_at)
        return summary_of(self.case.file, draft, words, formats)

    def saying(self) -> Saying:
        """Take leave."""
        record, formats = self.case.file.record, self.desk.formats
        if record.is_closed and self._follow_up.is_due:
            again = self.tr("“You called us on **{}**; today I wanted to look at it again.”")
            return Saying((again.format(formats.date(record.opened_at)),))
        if record.is_closed:
            return Saying()
        leave = self.tr("“Is there anything else I can do for you? Goodbye, {}.”")
        goodbye = leave.format(self.case.draft.requester)
        due = self._follow_up.due_at
        if due is None or formats.local(due).date() < self._local_day():
            return Saying((goodbye,))
        again = self.tr("“I will look at it again on **{}** and tell you how many it were.”")
        if self.case.draft.agreed:
            again = self.tr("“I will look at it again on **{}** and tell you what it brought.”")
        return Saying((again.format(formats.date(due)), goodbye))

    def foot(self) -> Foot:
        """Close the case."""
        if self.case.file.record.is_closed:
            closed = self.tr("This case is closed.")
            if self._follow_up.due_at is None:
                return Foot("", closed, by_keys=False)
            return Foot(self.tr("Follow-up done …"), closed, icon_name="check", trailing="")
        return Foot(
            self.tr("Close case"),
            self.tr("back, nothing is lost"),
            icon_name="check",
            trailing="",
        )

    # ---------------------------------------------------------------- taking over

    def _take_outcome(self, text: str) -> None:
        self.case.change(outcome=text.strip())

    def _take_code(self, key: str) -> None:
        self.case.change(outcome_code=CaseOutcome(key))

    def _copy(self) -> None:
        language = str(self.sender().property("language"))
        QGuiApplication.clipboard().setText(self._written(language))
        self._copied.setText(self.tr("Copied to the clipboard."))

    # ---------------------------------------------------------------- closing

    def try_to_finish(self) -> None:
        """Close the case with its outcome; where it is closed, mark its follow-up as done."""
        if self.case.file.record.is_closed:
            if self._follow_up.due_at is not None:
                self._follow_up.ask_whether_done()
            return
        missing = self.case.missing(self.step)
        self.tell_problems(missing)
        if missing:
            self.focus_on(missing[0])
            return
        self._note_follow_up()
        draft = self.case.draft
        code = draft.outcome_code or suggested_code(draft, self.case.file.dispatch)
        act = partial(_close, self.desk.services, draft.outcome, code, self.desk.agent)
        self.case.run(act, self.finished.emit, self._fail)

    def _note_follow_up(self) -> None:
        due = self.case.draft.due_at
        if due is not None:
            self.note_written.emit(
                self.tr("Look at it again on {}.").format(self.desk.formats.date(due))
            )

    def _fail(self, error: BaseException) -> None:
        if isinstance(error, ConflictError):
            self.case.conflicted.emit()
            return
        told = error_text(error)
        self._failure.show_state(StateKind.BAD, f"{told.sentence} {told.hint}")


def suggested_code(draft: CaseDraft, dispatch: DispatchRecord | None) -> CaseOutcome:
    """Return what came of a case as one word, from what was done."""
    if dispatch is not None:
        kept = dispatch.balance.count(SmsState.CANCELLED, SmsState.EXCLUDED, SmsState.FAILED)
        return CaseOutcome.SENT if kept < dispatch.balance.recipients else CaseOutcome.DECLINED
    if problems(draft, CaseStep.CALLER):
        return CaseOutcome.NOT_VERIFIED
    return CaseOutcome.ANSWERED


def _read(services: Services, dispatch_id: int, _stop: Event) -> DispatchRecord:
    return services.dispatch_lists.get(dispatch_id)


def _close(
    services: Services, outcome: str, code: CaseOutcome, agent: str, record: CaseRecord
) -> CaseRecord:
    return services.cases.close(record.id, outcome=outcome, code=code, agent=agent)
