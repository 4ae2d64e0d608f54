"""A section of settings as rows of label and field; a wrong value is told at its field."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.models.field_problems import FieldProblem, Problem
from desktop.views.settings.controls import (
    CentsControl,
    CheckControl,
    ChoiceControl,
    CountriesControl,
    NumberControl,
    TextControl,
    TimeControl,
)
from desktop.views.settings.words import problem_text
from desktop.views.theme import Role, px
from desktop.views.widgets.base import Themed, column, space
from desktop.views.widgets.label import muted, small

AnyControl = (
    TextControl
    | NumberControl
    | CentsControl
    | TimeControl
    | CountriesControl
    | ChoiceControl
    | CheckControl
)

LABEL_WIDTH = 288
ROW_HEIGHT = 32


@dataclass(frozen=True, slots=True)
class FieldWords:
    """What a row says: its label, a unit or remark beside the field, and names of choices."""

    label: str
    remark: str = ""
    choices: tuple[str, ...] = ()


class FieldRow(Themed, QWidget):
    """Label, field, unit; below what one should know, and where the value is wrong, what is."""

    def __init__(self, name: str, control: AnyControl) -> None:
        super().__init__()
        self.control = control
        control.setObjectName(f"setting_{name}")
        self._label = muted()
        self._label.setBuddy(control)
        self._remark = small()
        self._note = small(wrap=True)
        self._note.setObjectName(f"note_{name}")
        self._note.hide()
        self._problem = small(role=Role.BAD, wrap=True)
        self._problem.setObjectName(f"problem_{name}")
        self._problem.hide()
        if isinstance(control, TextControl):
            control.textEdited.connect(self._forget_problem)
        self._line = QHBoxLayout(self)
        self._field = QHBoxLayout()
        for part in (control, self._remark):
            self._field.addWidget(part)
        self._field.addStretch(1)
        self._line.addWidget(self._label, 0, Qt.AlignmentFlag.AlignTop)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._line.addLayout(column(self._field, self._note, self._problem, gap=4), 1)
        self.restyle()

    def restyle(self) -> None:
        space(self._line, 0, 4, 0, 4, gap=16)
        space(self._field, 0, gap=12)
        self._label.setFixedWidth(px(LABEL_WIDTH))
        self._label.setFixedHeight(px(ROW_HEIGHT))
        self.control.setFixedHeight(px(ROW_HEIGHT))

    def say(self, words: FieldWords) -> None:
        """Set the words of the row."""
        if isinstance(self.control, CheckControl):
            self.control.setText(words.label)
            self._label.setText("")
        else:
            self._label.setText(words.label)
        if isinstance(self.control, ChoiceControl):
            self.control.name(words.choices)
        self._remark.setText(words.remark)
        self.control.setAccessibleName(words.label)

    @property
    def is_being_edited(self) -> bool:
        """Whether a person is typing in the field; a choice is over as soon as it is made."""
        choice = isinstance(self.control, ChoiceControl | CheckControl)
        return self.control.hasFocus() and not choice

    def show_note(self, sentence: str) -> None:
        """Say below the field what one should know of it; "" where that is nothing."""
        self._note.setText(sentence)
        self._note.setVisible(bool(sentence))

    def show_problem(self, sentence: str) -> None:
        """Say what is wrong with the value; "" when nothing is."""
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
        self.control.setAccessibleDescription(sentence)

    def _forget_problem(self, _text: str) -> None:
        """What was wrong is being put right; it is looked at again when the field is left."""
        self.show_problem("")


class SectionForm(Themed, QWidget):
    """The fields of one section.

    Signals:
        edited: the section as it stands in the fields, without a problem.
    """

    edited = Signal(object)

    def __init__(self, controls: Mapping[str, AnyControl]) -> None:
        super().__init__()
        self.rows = {name: FieldRow(name, control) for name, control in controls.items()}
        self._section: Any = None
        self._column = QVBoxLayout(self)
        for row in self.rows.values():
            self._column.addWidget(row)
            row.control.edited.connect(self._take)
        self.retranslate()
        self.restyle()

    def restyle(self) -> None:
        space(self._column, 0, gap=0)

    def retranslate(self) -> None:
        for name, words in self.words().items():
            self.rows[name].say(words)
        if self._section is not None:
            self.show_section(self._section)

    def words(self) -> Mapping[str, FieldWords]:
        """Return the words of all rows; sections override it."""
        return {}

    @property
    def section(self) -> Any:  # noqa: ANN401  # the record of whichever section this is
        """The section as it was shown or saved last."""
        return self._section

    @property
    def is_being_edited(self) -> bool:
        """Whether a person is in one of the fields."""
        return any(row.is_being_edited for row in self.rows.values())

    @property
    def is_taken_over(self) -> bool:
        """Whether the section is what stands in the fields; it is not where one is wrong."""
        values = dict(self._values([]))
        return len(values) == len(self.rows) and all(
            getattr(self._section, name) == value for name, value in values.items()
        )

    def take_over(self) -> bool:
        """Take what stands in the fields; False, and said at its field, where one is wrong."""
        self._take()
        return self.is_taken_over

    def take_focus(self) -> None:
        """Put the focus into the first field."""
        next(iter(self.rows.values())).control.setFocus()

    def show_section(self, section: Any) -> None:  # noqa: ANN401
        """Show a section; problems of before are gone."""
        self._section = section
        for name, row in self.rows.items():
            row.control.show_value(getattr(section, name))
            row.show_problem("")
        self.show_draft(section)

    def show_draft(self, section: Any) -> None:  # noqa: ANN401
        """Fit the form to what stands in its fields, saved or not; sections override it."""

    def show_problems(self, problems: list[FieldProblem]) -> None:
        """Say at each field what is wrong with it."""
        told = {problem.field: problem_text(problem) for problem in problems}
        for name, row in self.rows.items():
            row.show_problem(told.get(name, ""))

    def _take(self) -> None:
        problems: list[FieldProblem] = []
        values = dict(self._values(problems))
        whole = replace(self._section, **values)
        problems += [one for one in whole.problems() if one.field in values]
        self.show_problems(problems)
        wrong = {problem.field for problem in problems}
        good = {name: value for name, value in values.items() if name not in wrong}
        section = self._completed(replace(self._section, **good))
        self.show_draft(section)
        if section != self._section and not list(section.problems()):
            self._section = section
            self.edited.emit(section)

    def follows(self, _before: Any, _after: Any) -> Mapping[str, object]:  # noqa: ANN401
        """Return what else changes with a choice, by field; sections override it."""
        return {}

    def _completed(self, section: Any) -> Any:  # noqa: ANN401
        changed = self.follows(self._section, section)
        for name, value in changed.items():
            self.rows[name].control.show_value(value)
        return replace(section, **changed)

    def _values(self, problems: list[FieldProblem]) -> Iterator[tuple[str, object]]:
        """Yield what can be read; what cannot is a problem of its field."""
        for name, row in self.rows.items():
            try:
                yield name, row.control.read()
            except ValueError:
                problems.append(FieldProblem(name, Problem.NOT_A_VALUE))
