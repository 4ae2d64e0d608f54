"""Third step: who gets the SMS and who does not; one count, shown and said in the same numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from threading import Event

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from desktop.models.case_flow import CaseStep, DraftProblem
from desktop.models.case_selection import recipient_list
from desktop.models.changes import Change
from desktop.models.eligibility import ReminderRules
from desktop.models.records.dispatches import RecipientList, RecipientPreview
from desktop.models.states import ExclusionReason
from desktop.services.sending.recipients import Recipients
from desktop.views.cases.editor import CaseEditor
from desktop.views.cases.sentences import problem_sentence, reason_word
from desktop.views.cases.steps.base import Saying, StepView
from desktop.views.cases.steps.parts import Below
from desktop.views.cases.steps.recipient_table import RecipientTable, ShownList
from desktop.views.cases.steps.recipient_words import GETS, RecipientWords
from desktop.views.cases.steps.release_acts import window_opens
from desktop.views.error_text import error_text
from desktop.views.tasks import Running
from desktop.views.theme import StateKind, px
from desktop.views.widgets.banner import Banner
from desktop.views.widgets.bars import PartsBar
from desktop.views.widgets.ledger import Ledger
from desktop.views.widgets.say_panel import Answer

_WHO_CHANGES = frozenset({Change.CONTACTS, Change.DISPATCHES, Change.SIMS, Change.SETTINGS})


class RecipientsStep(StepView):
    """Ledger, bar, list, and the caller's answer.

    Signals:
        counted: the numbers are there, for the first time.
    """

    step = CaseStep.RECIPIENTS
    counted = Signal()

    def __init__(self, case: CaseEditor) -> None:
        super().__init__(case)
        self.question.setText(self.tr("Who gets the SMS?"))
        self._preview: RecipientPreview | None = None
        self._reason: ExclusionReason | None = None
        self._running: Running[RecipientPreview] | None = None
        self._bar = PartsBar(gap=2)
        self._bar.setObjectName("recipientBar")
        self._ledger = Ledger()
        self._ledger.setObjectName("recipientLedger")
        self._ledger.action_pressed.connect(self._show_list_of)
        self._banner = Banner(StateKind.WARNING)
        self._banner.setObjectName("recipientBanner")
        self._banner.acted.connect(self._read)
        self._banner.hide()
        self.people = RecipientTable(case)
        self.people.deselected.connect(self._leave_out)
        self.counted.connect(self._take_focus)
        self.column.addWidget(self.question)
        self.column.addSpacing(px(16))
        self.column.addWidget(self._bar)
        self.column.addSpacing(px(8))
        self.column.addWidget(self._ledger)
        self.column.addWidget(Below(self._banner))
        self.column.addSpacing(px(16))
        self.column.addWidget(self.people, 1)

    # ---------------------------------------------------------------- counting

    def begin(self) -> None:
        """Count anew: time has passed, and somebody may have unsubscribed."""
        super().begin()
        self._read()

    def end(self) -> None:
        """Let a count that is under way go."""
        if self._running is not None:
            self._running.cancel()

    def hear(self, change: Change) -> None:
        """Count anew when those on the list may have changed."""
        if change in _WHO_CHANGES:
            self._read()

    @property
    def _list(self) -> RecipientList | None:
        return recipient_list(self.case.draft, self.case.file.record.customer_id)

    @property
    def _rules(self) -> ReminderRules:
        return self.case.file.settings.reminders

    def _read(self) -> None:
        wanted = self._list
        file = self.case.file
        if wanted is None or file.record.is_closed or file.dispatch is not None:
            return
        if self._running is not None:
            self._running.cancel()
        work = partial(_count, self.desk.services.recipients, wanted, self._rules)
        self._running = self.desk.tasks.run(work, self._take, self._fail)

    def _take(self, preview: RecipientPreview) -> None:
        first, self._preview = self._preview is None, preview
        draft = self.case.draft
        changed = draft.recipients_agreed and preview.gets != draft.recipients
        self._banner.hide()
        if self.case.can_change:
            self.case.change(listed=preview.listed, recipients=preview.gets)
        if changed:
            self._banner.show_state(
                StateKind.WARNING,
                self.tr("The list has changed since the caller agreed. Read the numbers again."),
            )
        elif preview.gets == 0:
            self._banner.show_state(
                StateKind.WARNING, problem_sentence(DraftProblem.NOBODY_GETS_ONE)
            )
        self.show_case()
        self.told.emit()
        if first:
            self.counted.emit()

    def _fail(self, error: BaseException) -> None:
        told = error_text(error)
        self._banner.show_state(StateKind.BAD, f"{told.sentence} {told.hint}", self.tr("Try again"))

    # ---------------------------------------------------------------- showing

    def show_case(self) -> None:
        """Show the numbers that were counted last, or those of the release."""
        if self._preview is None and self.case.file.dispatch is not None:
            balance = self.case.file.dispatch.balance
            self._preview = RecipientPreview(balance.listed, balance.recipients, {})
        preview = self._preview
        if preview is None:
            return
        words = RecipientWords(preview, self._rules, self.desk.formats, self.case.draft.kind)
        self._bar.set_parts(words.parts())
        self._bar.describe(words.sum())
        self._ledger.set_rows(words.rows(with_lists=self.case.can_change))
        if self.case.can_change:
            self._show_people(preview)
        self.people.setVisible(self.case.can_change)

    # ---------------------------------------------------------------- the people behind a number

    def _show_list_of(self, key: str) -> None:
        self._reason = None if key == GETS else ExclusionReason(key)
        self.show_case()
        self.people.table.setFocus()

    def _show_people(self, preview: RecipientPreview) -> None:
        wanted = self._list
        if wanted is None:
            return
        if self._reason is not None and not preview.by_reason.get(self._reason):
            self._reason = None
        number = self.desk.formats.number
        if self._reason is not None and self._reason is not ExclusionReason.DESELECTED:
            total = preview.by_reason[self._reason]
            shown = ShownList(wanted, self._rules, self._reason, total)
            word = reason_word(self._reason, self._rules)
            title = self.tr("No SMS: {}").format(word)
            self.people.show_list(shown, title, number(total), left_out=None)
            return
        # Whoever is taken out stays in sight, so that the box can be checked again.
        total = preview.gets + preview.by_reason.get(ExclusionReason.DESELECTED, 0)
        everybody = replace(wanted, left_out=frozenset())
        self.people.show_list(
            ShownList(everybody, self._rules, None, total),
            self.tr("Recipients"),
            self._remark().format(number(preview.gets), number(total)),
            left_out=wanted.left_out,
        )

    def _remark(self) -> str:
        if self.case.shows_numbers:
            return self.tr("{} of {} · single ones can be taken out")
        return self.tr("{} of {} · masked until the caller is verified in this call")

    def _leave_out(self, contact_ids: frozenset[int]) -> None:
        self.case.change(deselected=tuple(sorted(contact_ids)))
        self._read()

    # ---------------------------------------------------------------- what is said

    def saying(self) -> Saying:
        """Say the numbers of the ledger, and ask."""
        preview = self._preview
        if preview is None or not self.case.can_change:
            return Saying()
        file, kind = self.case.file, self.case.draft.kind
        today = window_opens(file, self.desk.services.database.clock()) is None
        words = RecipientWords(preview, self._rules, self.desk.formats, kind, today=today)
        if preview.gets == 0:
            return Saying(words.nobody_aloud())
        return Saying(words.aloud(), self._answers())

    def _answers(self) -> tuple[Answer, ...]:
        if self.case.draft.recipients_agreed:
            return (
                Answer("yes", self.tr("Agreed"), "check"),
                Answer("no", self.tr("Change …")),
            )
        return (Answer("yes", self.tr("Yes, agreed"), "check"), Answer("no", self.tr("No …")))

    def take_answer(self, key: str) -> None:
        """Record that the caller agrees, or look at the list again."""
        preview = self._preview
        if preview is None:
            return
        if key == "yes" and not self.case.draft.recipients_agreed:
            self.case.change(recipients_agreed=True)
            self.note_written.emit(
                self.desk.formats.counted(
                    preview.gets,
                    self.tr("Agrees to 1 recipient."),
                    self.tr("Agrees to {} recipients."),
                )
            )
        elif key == "no":
            if self.case.draft.recipients_agreed:
                self.case.change(recipients_agreed=False)
            self._reason = None
            self.show_case()
            self.people.table.setFocus()

    # ---------------------------------------------------------------- what is missing

    def show_problems(self, missing: Sequence[DraftProblem]) -> None:
        """Say above the list what is missing."""
        if missing:
            self._banner.show_state(StateKind.WARNING, problem_sentence(missing[0]))
        elif self._preview is None or self._preview.gets:
            self._banner.hide()

    def focus_on(self, problem: DraftProblem) -> None:
        """Lead to the answer, or to the list."""
        if problem is DraftProblem.RECIPIENTS_NOT_AGREED:
            self.answer_wanted.emit()
        else:
            self._ledger.setFocus()

    def _take_focus(self) -> None:
        """Take the focus once there is something to look at, unless somebody is writing."""
        focused = QApplication.focusWidget()
        if self.isVisible() and not isinstance(focused, QPlainTextEdit | QLineEdit):
            self.focus_first()

    def focus_first(self) -> None:
        """Begin at the list of those who get one."""
        link = self._ledger.findChild(QWidget, f"ledger_{GETS}")
        if link is not None:
            link.setFocus()


def _count(
    recipients: Recipients, wanted: RecipientList, rules: ReminderRules, _stop: Event
) -> RecipientPreview:
    return recipients.preview(wanted, rules)
