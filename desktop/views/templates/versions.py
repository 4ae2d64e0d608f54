"""All versions of a template: which, when, by whom, why, and what it said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.records.templates import TemplateVersion
from desktop.views.formats import Formats
from desktop.views.templates.words import texts_of, version_made, version_name
from desktop.views.theme import FontRole
from desktop.views.theme.paint import line
from desktop.views.widgets.base import Themed, as_high_as_needed, row, space
from desktop.views.widgets.button import LinkButton
from desktop.views.widgets.headings import SectionHeading
from desktop.views.widgets.kept import KeptWidgets
from desktop.views.widgets.label import Label, small


@dataclass(frozen=True, slots=True)
class _Entry:
    version: TemplateVersion
    holds: bool
    can_take: bool


class _VersionLine(Themed, QWidget):
    """One version, with a link that puts it into the fields."""

    taken = Signal(object)

    def __init__(self, entry: _Entry, formats: Formats) -> None:
        super().__init__()
        version = entry.version
        self._version = version
        name, made = version_name(version), version_made(version, formats)
        shown = self.tr("{}, holds now").format(name) if entry.holds else name
        take = LinkButton(self.tr("Take this text"), size=FontRole.SMALL)
        take.setObjectName(f"takeVersion{version.number}")
        take.setAccessibleName(self.tr("Take the text of: {}").format(name))
        take.set_shown(entry.can_take)
        take.clicked.connect(self._take)
        self._column = QVBoxLayout(self)
        head = row(Label(shown, strong=entry.holds, wrap=True), take, gap=8)
        head.setStretch(0, 1)
        self._column.addLayout(head)
        for text in filter(None, (made, version.reason)):
            self._column.addWidget(small(text, wrap=True))
        for text in texts_of(version.content):
            self._column.addWidget(Label(text, size=FontRole.SMALL, wrap=True))
        self.setAccessibleName(", ".join(filter(None, (shown, made, version.reason))))
        self.setSizePolicy(as_high_as_needed())
        self.restyle()

    def restyle(self) -> None:
        space(self._column, 0, 8, 0, 12, gap=4)

    def _take(self) -> None:
        self.taken.emit(self._version)

    def paintEvent(self, event: QPaintEvent) -> None:
        line(QPainter(self), 0, self.width(), self.height() - 1)


class VersionList(QWidget):
    """The versions, the newest first.

    Signals:
        taken: the ``TemplateVersion`` whose text a person wants in the fields.
    """

    taken = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("templateVersions")
        self._formats = Formats()
        self._heading = SectionHeading()
        self._lines: KeptWidgets[_Entry, _VersionLine]
        column = QVBoxLayout(self)
        column.addWidget(self._heading)
        inner = QVBoxLayout()
        column.addLayout(inner)
        column.addStretch(1)
        for layout in (column, inner):
            space(layout, 0, gap=0)
        self._lines = KeptWidgets(inner, self._line_of)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the fixed texts again."""
        self._heading.set_text(self.tr("Versions"))

    def show_versions(
        self, versions: Sequence[TemplateVersion], formats: Formats, *, editable: bool
    ) -> None:
        """Show other versions; the first is the one that holds."""
        self._formats = formats
        entries = [
            _Entry(version, holds=place == 0 and version.offered, can_take=editable and place > 0)
            for place, version in enumerate(versions)
        ]
        self._lines.show(entries, look=formats.language)

    def _line_of(self, entry: _Entry) -> _VersionLine:
        made = _VersionLine(entry, self._formats)
        made.taken.connect(self.taken)
        return made
