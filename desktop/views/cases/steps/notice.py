"""Fourth step of a change of number: shall the contacts be told, and is that offered here?"""

from __future__ import annotations

from desktop.models.case_flow import CaseStep, DraftProblem
from desktop.views.cases.editor import CaseEditor
from desktop.views.cases.steps.base import Saying, StepView
from desktop.views.cases.steps.parts import FieldColumn, first_button
from desktop.views.theme import px
from desktop.views.widgets.fields import FormField, LineEdit, RadioRow
from desktop.views.widgets.filter_chip import Option

_WANTED, _NOT_WANTED = "notice_wanted", "notice_not_wanted"


class NoticeStep(StepView):
    """The customer's wish, and the provider's decision with its reason."""

    step = CaseStep.NOTICE

    def __init__(self, case: CaseEditor) -> None:
        super().__init__(case)
        self.question.setText(self.tr("Shall the contacts be told by SMS?"))
        options = [
            Option(_WANTED, self.tr("Yes, tell the contacts who were active")),
            Option(_NOT_WANTED, self.tr("No, the customer does not ask for it")),
        ]
        self._wish = RadioRow(options, upright=True)
        self._wish.setObjectName("noticeWish")
        self._wish.chosen.connect(self._take_wish)
        self._reason = LineEdit()
        self._reason.setObjectName("noticeReason")
        self._reason.textEdited.connect(self._take_reason)
        wish = FormField(self.tr("The customer's wish"), self._wish)
        self._reason_field = FormField(
            self.tr("Why it is offered in this case"),
            self._reason,
            self.tr("It is offered in some cases only, and only when the customer asks."),
        )
        self._form = FieldColumn((wish, self._reason_field))
        self.column.addWidget(self.question)
        self.column.addSpacing(px(16))
        self.column.addWidget(self._form)
        self.column.addStretch(1)
        self.fields = {
            DraftProblem.NOTICE_NOT_DECIDED: (wish, first_button(self._wish)),
            DraftProblem.NOTICE_REASON_MISSING: (self._reason_field, self._reason),
        }

    def show_case(self) -> None:
        """Show what was decided."""
        draft = self.case.draft
        self._form.setEnabled(self.case.can_change)
        chosen = {True: _WANTED, False: _NOT_WANTED, None: ""}[draft.notice]
        self._wish.choose(chosen)
        self._reason_field.setVisible(bool(draft.notice))
        if self._reason.text().strip() != draft.notice_reason:
            self._reason.setText(draft.notice_reason)

    def saying(self) -> Saying:
        """Ask; nothing is sent unless the customer wants it."""
        asked = self.tr(
            "“Shall we tell the contacts who were active the new number by SMS, and ask them to "
            "register again?”"
        )
        if self.case.draft.notice is False:
            return Saying((self.tr("“Good, then we tell nobody. You can ask for it later.”"),))
        return Saying((asked,))

    def _take_wish(self, key: str) -> None:
        self.case.change(notice=key == _WANTED)
        self.told.emit()

    def _take_reason(self, text: str) -> None:
        self.case.change(notice_reason=text.strip())
