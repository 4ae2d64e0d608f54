"""The fields of a template: title, texts for both forms of address, and why it is changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.case_flow import AddressForm
from desktop.models.records.templates import TemplateDraft, TemplateLine
from desktop.models.sms_template import Placeholder
from desktop.models.sms_text import replace_forcing_characters
from desktop.models.template_content import (
    LONGEST_TITLE,
    ContentField,
    ContentProblem,
    ContentProblemKind,
    placeholders_of,
)
from desktop.views.formats import Formats
from desktop.views.placeholder_menu import PlaceholderMenu, placeholder_name
from desktop.views.templates.words import problem_words
from desktop.views.text_measure import TextMeasure
from desktop.views.theme import px
from desktop.views.widgets.base import row, space
from desktop.views.widgets.fields import CheckBox, FormField, LineEdit
from desktop.views.widgets.segments import Segment, Segments
from desktop.views.widgets.template_edit import TemplateEdit

_TEXT_HEIGHT = 152
_SAME_FOR_ALL = frozenset({"en"})
"""Languages that address everybody alike."""


class TemplateForm(QWidget):
    """Takes what a supervisor types, and says at each field what is wrong with it.

    ``reason_field`` has its place beside the versions, of which the next one will bear it.

    Signals:
        edited: the ``TemplateDraft`` as it is now.
        form_chosen: the text for another form of address is shown.
    """

    edited = Signal(object)
    form_chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._draft: TemplateDraft | None = None
        self._line: TemplateLine | None = None
        self._own_du = ""
        self._form = AddressForm.SIE
        self._asked = False
        self._make_fields()
        self._connect()
        column = QVBoxLayout(self)
        space(column, 0, gap=0)
        column.addWidget(self._title_field)
        column.addSpacing(px(16))
        column.addLayout(row(self._forms, self._own, None, gap=16))
        column.addSpacing(px(8))
        column.addWidget(self._text_field)
        column.addSpacing(px(4))
        column.addWidget(self.measure)
        column.addStretch(1)

    def _make_fields(self) -> None:
        self._title = LineEdit()
        self._title.setObjectName("templateTitle")
        self._title.setMaxLength(2 * LONGEST_TITLE)
        self._title_field = FormField(self.tr("Title, for the agents"), self._title)
        self._forms = Segments(
            [Segment(AddressForm.SIE, "Sie"), Segment(AddressForm.DU, "du")], self._form
        )
        self._forms.setObjectName("templateForms")
        self._own = CheckBox(self.tr("Another text for readers addressed with du"))
        self._own.setObjectName("templateOwnDu")
        self._text = TemplateEdit(name=self.tr("Text of the SMS"))
        self._text.setObjectName("templateText")
        self._text.setFixedHeight(px(_TEXT_HEIGHT))
        self._text_field = FormField(self.tr("Text of the SMS"), self._text)
        self.measure = TextMeasure()
        self._reason = LineEdit()
        self._reason.setObjectName("templateReason")
        self.reason_field = FormField(self.tr("What was changed, and why"), self._reason)

    def _connect(self) -> None:
        self._title.textEdited.connect(self._take_title)
        self._reason.textEdited.connect(self._take_reason)
        self._text.template_edited.connect(self._take_text)
        self._forms.chosen.connect(self._choose_form)
        self._own.clicked.connect(self._take_own)
        self.measure.insert.clicked.connect(self._offer_placeholders)
        self.measure.replace_wanted.connect(self._replace_forcing)

    # ---------------------------------------------------------------- showing

    @property
    def shown_text(self) -> str:
        """The text for the form of address that is chosen."""
        return "" if self._draft is None else self._draft.content.texts[self._form]

    def begin(self, line: TemplateLine, formats: Formats) -> None:
        """Take up a template: nothing was asked of its fields yet."""
        self._line, self._asked, self._own_du = line, False, ""
        self._form = AddressForm.SIE
        self._title.setPlaceholderText(line.titles.get(formats.language, ""))

    def show_draft(self, draft: TemplateDraft, *, editable: bool) -> None:
        """Show what is typed; a field that holds it already stays as it is, with its cursor."""
        self._draft = draft
        content = draft.content
        for field, text in ((self._title, content.title), (self._reason, draft.reason)):
            if field.text() != text:
                field.setText(text)
        if not content.du:
            self._form = AddressForm.SIE
        alike = self._line is not None and self._line.ref.language in _SAME_FOR_ALL
        self._own.setVisible(not alike or bool(content.du))
        self._own.setChecked(bool(content.du))
        self._forms.setVisible(bool(content.du))
        self._forms.choose(self._form)
        self._text.show_template(self.shown_text, self._names())
        for part in (self._title, self._own, self._text, self._reason, self.measure.insert):
            part.setEnabled(editable)

    def _names(self) -> dict[str, str]:
        """What stands for the data in a text for many: what it will be."""
        return {each.value: placeholder_name(each) for each in self._offered()}

    def _offered(self) -> tuple[Placeholder, ...]:
        return () if self._line is None else placeholders_of(self._line.kind)

    # ---------------------------------------------------------------- what is wrong

    def ask(self) -> None:
        """From now on say what is missing as well."""
        self._asked = True

    def show_problems(self, problems: Sequence[ContentProblem], formats: Formats) -> None:
        """Say at the fields what is wrong; what is only missing yet, after it was asked for."""
        told = {
            each.field: problem_words(each, formats)
            for each in problems
            if self._asked or each.kind is not ContentProblemKind.MISSING
        }
        text = ContentField.DU if self._form is AddressForm.DU else ContentField.TEXT
        self._title_field.show_problem(told.get(ContentField.TITLE, ""))
        self._text_field.show_problem(told.get(text, ""))
        self.reason_field.show_problem(told.get(ContentField.REASON, ""))

    def focus_on(self, problem: ContentProblem) -> QWidget:
        """Lead to the field that is wrong, and return it."""
        field: QWidget = self._text
        if problem.field is ContentField.TITLE:
            field = self._title
        elif problem.field is ContentField.REASON:
            field = self._reason
        else:
            du = problem.field is ContentField.DU
            self._choose_form(AddressForm.DU if du else AddressForm.SIE)
        field.setFocus()
        return field

    def focus_first(self) -> None:
        """Begin in the text."""
        self._text.setFocus()

    # ---------------------------------------------------------------- typing

    def _take_title(self, title: str) -> None:
        if self._draft is not None:
            self._tell(replace(self._draft, content=replace(self._draft.content, title=title)))

    def _take_reason(self, reason: str) -> None:
        if self._draft is not None:
            self._tell(replace(self._draft, reason=reason))

    def _take_text(self, text: str) -> None:
        if self._draft is None:
            return
        content = self._draft.content
        if self._form is AddressForm.SIE:
            content = replace(content, text=text)
        else:
            # Emptied, it is still a text of its own, and told as missing.
            content = replace(content, du=text or " ")
        self._tell(replace(self._draft, content=content))

    def _take_own(self, wanted: bool) -> None:
        """Begin the text for du with that for Sie, or with what it was a moment ago."""
        if self._draft is None:
            return
        content = self._draft.content
        if not wanted:
            self._own_du = content.du
        self._form = AddressForm.DU if wanted else AddressForm.SIE
        du = (self._own_du or content.text or " ") if wanted else ""
        self._tell(replace(self._draft, content=replace(content, du=du)))
        self._text.setFocus()

    def _choose_form(self, key: str) -> None:
        self._form = AddressForm(key)
        self._forms.choose(key)
        self._text.show_template(self.shown_text, self._names())
        self._text.setFocus()
        self.form_chosen.emit()

    def _tell(self, draft: TemplateDraft) -> None:
        self._draft = draft
        self.edited.emit(draft)

    def _offer_placeholders(self) -> None:
        menu = PlaceholderMenu(self, self._offered(), {})
        menu.picked.connect(self._text.insert_placeholder)
        menu.open_below(self.measure.insert)

    def _replace_forcing(self) -> None:
        self._take_text(replace_forcing_characters(self.shown_text))
