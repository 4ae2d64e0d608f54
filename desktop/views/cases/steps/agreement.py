"""Fourth step of a question on frequency: what is agreed, and from which day on."""

from __future__ import annotations

from datetime import datetime, time

from PySide6.QtCore import QDate

from desktop.models.case_flow import CaseStep, DraftProblem
from desktop.models.records.frequency import Often
from desktop.views.cases.editor import CaseEditor
from desktop.views.cases.steps.base import Saying, StepView
from desktop.views.cases.steps.parts import FieldColumn, first_button
from desktop.views.rates.estimate_words import often_word
from desktop.views.theme import px
from desktop.views.widgets.fields import DateTimeField, FormField, RadioRow
from desktop.views.widgets.filter_chip import FilterChip, Option

_CHANGES, _STAYS = "agreed_change", "agreed_stay"
_NOON = time(12)


class AgreementStep(StepView):
    """Whether something changes, how often it is to be, and the first day."""

    step = CaseStep.AGREEMENT

    def __init__(self, case: CaseEditor) -> None:
        super().__init__(case)
        self.question.setText(self.tr("What is agreed?"))
        self._filling = False
        self._choice = RadioRow(
            [
                Option(_CHANGES, self.tr("The customer changes how often messages go out")),
                Option(_STAYS, self.tr("Nothing changes")),
            ],
            upright=True,
        )
        self._choice.setObjectName("agreed")
        self._choice.chosen.connect(self._take_choice)
        self._often = FilterChip(
            self.tr("From now on"), [Option(each, often_word(each)) for each in Often]
        )
        self._often.setObjectName("agreedOften")
        self._often.chosen.connect(self._take_often)
        self._day = DateTimeField(name=self.tr("First day"), date_only=True)
        self._day.setObjectName("agreedOn")
        self._day.set_zone(self.desk.formats.zone.key)
        self._day.set_language(self.desk.formats.language)
        self._day.dateChanged.connect(self._take_day)
        choice = FormField(self.tr("The customer's decision"), self._choice)
        self._often_field = FormField(self.tr("How often messages go out then"), self._often)
        self._day_field = FormField(
            self.tr("First day of the change"),
            self._day,
            self.tr("The days before and after it are compared at the follow-up."),
        )
        self._form = FieldColumn((choice, self._often_field, self._day_field))
        self.column.addWidget(self.question)
        self.column.addSpacing(px(16))
        self.column.addWidget(self._form)
        self.column.addStretch(1)
        self.fields = {
            DraftProblem.AGREEMENT_MISSING: (choice, first_button(self._choice)),
            DraftProblem.AGREED_OFTEN_MISSING: (self._often_field, self._often),
            DraftProblem.AGREED_ON_MISSING: (self._day_field, self._day),
        }

    def show_case(self) -> None:
        """Show what was agreed."""
        draft = self.case.draft
        self._filling = True
        self._form.setEnabled(self.case.can_change)
        self._choice.choose({True: _CHANGES, False: _STAYS, None: ""}[draft.agreed])
        for part in (self._often_field, self._day_field):
            part.setVisible(bool(draft.agreed))
        self._often.choose(draft.agreed_often or "")
        if draft.agreed_on is not None:
            noon = datetime.combine(draft.agreed_on, _NOON, self.desk.formats.zone)
            self._day.set_moment(int(noon.timestamp()))
        self._filling = False

    def saying(self) -> Saying:
        """Ask; then repeat what is agreed."""
        draft, formats = self.case.draft, self.desk.formats
        if draft.agreed is False:
            return Saying((self.tr("“Good, then it stays as it is. You can ask again any time.”"),))
        if draft.agreed and draft.agreed_often is not None and draft.agreed_on is not None:
            repeated = self.tr(
                "“So from **{day}** on: **{often}**. Afterwards we compare what it brought.”"
            )
            often = often_word(draft.agreed_often)
            return Saying((repeated.format(day=formats.date(draft.agreed_on), often=often),))
        return Saying(
            (self.tr("“How often do you want to send from now on, and from which day?”"),)
        )

    def _take_choice(self, key: str) -> None:
        if self._filling:
            return
        changes = key == _CHANGES
        first = self.case.draft.agreed_on
        if changes and first is None:
            first = self.desk.formats.local(self.desk.services.database.clock()).date()
        self.case.change(agreed=changes, agreed_on=first if changes else None)
        self.told.emit()

    def _take_often(self, key: str) -> None:
        if not self._filling and key:
            self.case.change(agreed_often=Often(key))
            self.told.emit()

    def _take_day(self, day: QDate) -> None:
        if not self._filling:
            chosen = datetime(day.year(), day.month(), day.day(), tzinfo=self.desk.formats.zone)
            self.case.change(agreed_on=chosen.date())
            self.told.emit()
