"""What the steps of setting up have in common."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.setup import Setup
from desktop.views.settings.form import SectionForm
from desktop.views.widgets.base import Themed, space

FRAME = 4
"""Room around a page for the ring of what has the focus."""


class SetupStep(Themed, QWidget):
    """One page: it keeps what was entered, and says what was decided."""

    key = ""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName(f"setup_{self.key}")
        self.column = QVBoxLayout(self)
        self.column.setAlignment(Qt.AlignmentFlag.AlignTop)
        space(self.column, FRAME, gap=8)

    def name(self) -> str:
        """Return the short name beside the circle of the step."""
        return ""

    def heading(self) -> str:
        """Return the question of the page."""
        return ""

    def remark(self) -> str:
        """Return what one should know before answering."""
        return ""

    def note(self) -> str:
        """Return what was decided, in a few words."""
        return ""

    def take_over(self) -> bool:
        """Take what stands here; False, and said at its place, where something is wrong."""
        return True

    def reset(self) -> None:
        """Forget what was entered: the step is skipped."""

    def take_focus(self) -> None:
        """Put the keys into the first field."""

    def put_into(self, setup: Setup) -> Setup:
        """Return the decisions with those of this page."""
        return setup


class FormStep(SetupStep):
    """A page around a section of the settings; one that was not touched decides nothing."""

    section = ""

    def __init__(self, form: SectionForm, begins_with: Any) -> None:  # noqa: ANN401  any section
        super().__init__()
        self.form = form
        self._begins_with = begins_with
        form.show_section(begins_with)
        self.column.addWidget(form)

    @property
    def is_touched(self) -> bool:
        """Whether a person has decided something here."""
        return bool(self.form.section != self._begins_with)

    def note(self) -> str:
        return self.tr("decided") if self.is_touched else self.tr("as usual")

    def take_over(self) -> bool:
        return self.form.take_over()

    def reset(self) -> None:
        self.form.show_section(self._begins_with)

    def take_focus(self) -> None:
        self.form.take_focus()

    def put_into(self, setup: Setup) -> Setup:
        if not self.is_touched:
            return setup
        return replace(setup, **{self.section: self.form.section})
