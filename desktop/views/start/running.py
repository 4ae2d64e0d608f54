"""What is being sent at the moment, as a block of the start page."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.records.overview import RunningDispatch
from desktop.views.desk import Desk
from desktop.views.theme import Role
from desktop.views.widgets.bars import Part, PartsBar
from desktop.views.widgets.base import Themed, space
from desktop.views.widgets.button import LinkButton
from desktop.views.widgets.empty_state import EmptyState
from desktop.views.widgets.headings import SectionHeading
from desktop.views.widgets.label import small, strong
from desktop.views.words import heading, word


class RunningBlock(QWidget):
    """A progress bar for each dispatch under way, or a sentence when there is none."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._lines: list[QWidget] = []
        self._heading = SectionHeading()
        self._nothing = EmptyState("send")
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._heading)
        self._column.addWidget(self._nothing)
        space(self._column, 0, gap=0)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the fixed texts again."""
        self._heading.set_text(self.tr("Running now"))
        self._nothing.say(
            self.tr("Nothing is being sent."),
            self.tr("A released dispatch appears here until its last SMS is handed over."),
        )

    def show_dispatches(self, dispatches: Sequence[RunningDispatch]) -> None:
        """Show the dispatches under way."""
        for line in self._lines:
            self._column.removeWidget(line)
            line.deleteLater()
        self._lines = [_RunningLine(self._desk, dispatch) for dispatch in dispatches]
        for line in self._lines:
            self._column.addWidget(line)
        self._nothing.setVisible(not dispatches)


class _RunningLine(Themed, QWidget):
    """One dispatch: customer, how many of how many, bar, number and state."""

    def __init__(self, desk: Desk, dispatch: RunningDispatch) -> None:
        super().__init__()
        self._desk, self._dispatch = desk, dispatch
        done = self.tr("{done} of {all}").format(
            done=desk.formats.number(dispatch.processed),
            all=desk.formats.number(dispatch.recipients),
        )
        bar = PartsBar([Part(dispatch.processed, Role.ACCENT)], dispatch.recipients)
        bar.setAccessibleName(f"{dispatch.customer} {done}")
        head = QHBoxLayout()
        head.addWidget(strong(dispatch.customer, elide=True), 1)
        head.addWidget(small(done))
        link = LinkButton(dispatch.dispatch_no)
        link.setObjectName(f"running_{dispatch.id}")
        link.clicked.connect(self._open)
        foot = QHBoxLayout()
        foot.addWidget(small(f"{heading(dispatch.kind)}, {word(dispatch.state)}", elide=True), 1)
        foot.addWidget(link)
        column = QVBoxLayout(self)
        column.addLayout(head)
        column.addWidget(bar)
        column.addLayout(foot)
        space(column, 0, 8, 0, 8, gap=6)
        space(head, 0, gap=8)
        space(foot, 0, gap=8)

    def _open(self) -> None:
        self._desk.navigator.dispatch_wanted.emit(self._dispatch.id)
