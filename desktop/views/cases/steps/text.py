"""Fourth step: what the SMS says, what it costs, and that it was read to the caller."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from desktop.models.case_flow import AddressForm, CaseStep, DraftProblem
from desktop.models.records.templates import SmsTemplate
from desktop.models.sms_template import Placeholder
from desktop.models.sms_text import replace_forcing_characters
from desktop.views.cases.editor import CaseEditor
from desktop.views.cases.sentences import problem_sentence
from desktop.views.cases.steps.aloud import text_aloud
from desktop.views.cases.steps.base import Saying, StepView
from desktop.views.cases.steps.parts import Below
from desktop.views.cases.steps.release_acts import values_for
from desktop.views.cases.steps.text_preview import TextPreview
from desktop.views.placeholder_menu import PlaceholderMenu
from desktop.views.text_checks import Cost, TextFacts, look_at
from desktop.views.text_measure import TextMeasure
from desktop.views.theme import StateKind, px
from desktop.views.widgets.banner import Banner
from desktop.views.widgets.base import row, space
from desktop.views.widgets.filter_chip import FilterChip, Option
from desktop.views.widgets.say_panel import Answer
from desktop.views.widgets.segments import Segment, Segments
from desktop.views.widgets.template_edit import TemplateEdit

_OWN = "own"
_ROOM_FOR_BOTH = 600


class TextStep(StepView):
    """Template, text, cost, checks, and the phone."""

    step = CaseStep.TEXT

    def __init__(self, case: CaseEditor) -> None:
        super().__init__(case)
        self.question.setText(self.tr("What does the SMS say?"))
        self._facts: TextFacts | None = None
        self._templates = case.file.templates
        self._make_fields()
        self.preview = TextPreview(case)
        left = QWidget()
        column = QVBoxLayout(left)
        space(column, 0, gap=0)
        column.addLayout(row(self._chooser, self._form, gap=8))
        column.addSpacing(px(16))
        column.addWidget(self._edit)
        column.addSpacing(px(4))
        column.addWidget(self._measured)
        column.addStretch(1)
        self._sides = row(gap=32)
        self._sides.addWidget(left, 1)
        self._sides.addWidget(self.preview)
        self.column.addWidget(self.question)
        self.column.addWidget(Below(self._banner, 8))
        self.column.addSpacing(px(16))
        self.column.addLayout(self._sides, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the phone below the text where there is no room beside it."""
        super().resizeEvent(event)
        beside = event.size().width() >= px(_ROOM_FOR_BOTH)
        directions = QBoxLayout.Direction
        self._sides.setDirection(directions.LeftToRight if beside else directions.TopToBottom)

    def _make_fields(self) -> None:
        self._chooser = FilterChip(self.tr("Template"), self._template_options())
        self._chooser.setObjectName("templateChooser")
        self._chooser.chosen.connect(self._take_template)
        self._form = Segments(
            [Segment(AddressForm.SIE, "Sie"), Segment(AddressForm.DU, "du")], AddressForm.SIE
        )
        self._form.setObjectName("addressForm")
        self._form.chosen.connect(self._take_form)
        self._edit = TemplateEdit(self.tr("Text of the SMS"))
        self._edit.setObjectName("templateEdit")
        self._edit.setFixedHeight(px(152))
        self._edit.template_edited.connect(self._take_text)
        self._measured = TextMeasure()
        self._measured.replace_wanted.connect(self._replace_forcing)
        self._insert = self._measured.insert
        self._insert.clicked.connect(self._offer_placeholders)
        self._banner = Banner(StateKind.WARNING)
        self._banner.setObjectName("textBanner")
        self._banner.hide()

    # ---------------------------------------------------------------- templates

    def _template_options(self) -> list[Option]:
        language = self.desk.formats.language
        names = {"de": self.tr("German"), "en": self.tr("English")}
        options = []
        for template in self._templates:
            title = template.title(language)
            if template.language != self.case.file.customer.language:
                title = f"{title} ({names.get(template.language, template.language)})"
            options.append(Option(str(template.ref), title))
        return options

    def _template(self, key: str) -> SmsTemplate | None:
        return next((each for each in self._templates if str(each.ref) == key), None)

    def _take_template(self, key: str) -> None:
        template = self._template(key)
        if template is not None:
            form = self.case.draft.address_form
            self.case.change(
                template_key=key,
                template_version=template.version,
                language=template.language,
                template=template.texts[form],
            )

    def _take_form(self, key: str) -> None:
        form = AddressForm(key)
        template = self._template(self.case.draft.template_key)
        text: dict[str, object] = {}
        if template is not None:
            text = {"template": template.texts[form], "template_version": template.version}
        self.case.change(address_form=form, **text)

    def _take_text(self, text: str) -> None:
        self.case.change(template=text)

    # ---------------------------------------------------------------- placeholders

    def _offer_placeholders(self) -> None:
        values = self._values
        menu = PlaceholderMenu(self, [each for each in Placeholder if values[each]], values)
        menu.picked.connect(self._edit.insert_placeholder)
        menu.open_below(self._insert)

    @property
    def _values(self) -> Mapping[str, str]:
        service = self.case.file.service
        if service is None:
            return {each.value: "" for each in Placeholder}
        return values_for(self.case.file, self.case.draft)

    # ---------------------------------------------------------------- showing

    def begin(self) -> None:
        """Show the text, and the first recipients on the phone."""
        if not self.case.draft.template and self._templates and self.case.can_change:
            self._take_template(str(self._templates[0].ref))
        super().begin()
        self.preview.begin()

    def end(self) -> None:
        """Let what is being read go."""
        self.preview.end()

    def show_case(self) -> None:
        """Show text, cost and checks."""
        draft, file = self.case.draft, self.case.file
        if not draft.template and file.dispatch is not None:
            self.preview.setVisible(False)
        template = self._template(draft.template_key)
        self._chooser.choose(draft.template_key)
        if template is not None and draft.template != template.texts[draft.address_form]:
            title = template.title(self.desk.formats.language)
            earlier = draft.template_version < template.version
            own = self.tr("{}, earlier version") if earlier else self.tr("{}, changed")
            self._chooser.show_value(_OWN, own.format(title))
        self._form.choose(draft.address_form)
        self._form.setVisible(template is not None and template.addresses_readers)
        for widget in (self._chooser, self._form, self._edit, self._insert):
            widget.setEnabled(self.case.can_change)
        self._edit.show_template(draft.template, self._values)
        self._facts = look_at(
            draft.template,
            self._values,
            file.settings.gateway,
            self.desk.formats,
            draft.recipients,
        )
        price = file.settings.gateway.price_per_part_tenth_cents
        cost = Cost(draft.recipients, self._facts.measured.parts, price)
        self._measured.show_facts(self._facts, cost, self.desk.formats)
        self.preview.show_text(self._facts)

    def _replace_forcing(self) -> None:
        self.case.change(template=replace_forcing_characters(self.case.draft.template))

    # ---------------------------------------------------------------- what is said

    def saying(self) -> Saying:
        """Read the text to the caller."""
        service, facts = self.case.file.service, self._facts
        if facts is None or service is None or not self.case.can_change:
            return Saying()
        if not facts.may_be_sent:
            return Saying((self.tr("Correct the text before you read it to the caller."),))
        old = self.case.draft.old_number
        text = text_aloud(facts.filled, service.sender_number, self.desk.formats, old)
        paragraphs = (
            self.tr("“I read the text to you:"),
            text,
            self.tr("Shall I use it like this?”"),
        )
        if self.case.draft.text_agreed:
            return Saying(
                paragraphs,
                (
                    Answer("yes", self.tr("Agreed"), "check"),
                    Answer("no", self.tr("Change …")),
                ),
            )
        return Saying(
            paragraphs,
            (Answer("yes", self.tr("Yes, use it"), "check"), Answer("no", self.tr("Change …"))),
        )

    def take_answer(self, key: str) -> None:
        """Record that the caller agrees, or go back to the text."""
        if self._facts is None or not self._facts.may_be_sent:
            return
        if key == "yes" and not self.case.draft.text_agreed:
            self.case.change(text_agreed=True)
            self.note_written.emit(self.tr("Text read out and agreed."))
        elif key == "no":
            if self.case.draft.text_agreed:
                self.case.change(text_agreed=False)
            self._edit.setFocus()

    # ---------------------------------------------------------------- what is missing

    def show_problems(self, missing: Sequence[DraftProblem]) -> None:
        """Say below the text what is missing; what is wrong with it stands in the checks."""
        if missing:
            blocked = self._facts is not None and not self._facts.may_be_sent
            first = DraftProblem.TEXT_BROKEN if blocked and missing[0] is not _MISSING else None
            self._banner.show_state(StateKind.WARNING, problem_sentence(first or missing[0]))
        else:
            self._banner.hide()

    def focus_on(self, problem: DraftProblem) -> None:
        """Lead to the answer, or to the text."""
        if problem is DraftProblem.TEXT_NOT_AGREED:
            self.answer_wanted.emit()
        else:
            self._edit.setFocus()

    def focus_first(self) -> None:
        """Begin in the text."""
        self._edit.setFocus()


_MISSING = DraftProblem.TEXT_MISSING
