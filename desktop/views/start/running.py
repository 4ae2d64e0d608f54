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
from desktop.views.widgets.kept import KeptWidgets
from desktop.views.widgets.label import small, strong
from desktop.views.words import heading, word


class RunningBlock(QWidget):
    """A progress bar for each dispatch under way, or a sentence when there is none."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._heading = SectionHeading()
        self._nothing = EmptyState("send")
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._heading)
        self._column.addWidget(self._nothing)
        self._lines: KeptWidgets[int, _RunningLine] = KeptWidgets(self._column, self._line_of)
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
        """Show the dispatches under way; the line of one stays while its numbers change."""
        self._lines.show([one.id for one in dispatches])
        for line, dispatch in zip(self._lines.widgets, dispatches, strict=True):
            line.show_dispatch(dispatch)
        self._nothing.setVisible(not dispatches)

    def _line_of(self, dispatch_id: int) -> _RunningLine:
        return _RunningLine(self._desk, dispatch_id)


class _RunningLine(Themed, QWidget):
    """One dispatch: customer, how many of how many, bar, number and state."""

    def __init__(self, desk: Desk, dispatch_id: int) -> None:
        super().__init__()
        self._desk, self._id = desk, dispatch_id
        self._customer, self._done = strong(elide=True), small()
        self._bar = PartsBar([])
        self._state = small(elide=True)
        self._link = LinkButton()
        self._link.setObjectName(f"running_{dispatch_id}")
        self._link.clicked.connect(self._open)
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self._customer, 1)
        head.addWidget(self._done)
        foot.addWidget(self._state, 1)
        foot.addWidget(self._link)
        column = QVBoxLayout(self)
        column.addLayout(head)
        column.addWidget(self._bar)
        column.addLayout(foot)
        space(column, 0, 12, 0, 8, gap=6)
        space(head, 0, gap=8)
        space(foot, 0, gap=8)

    def show_dispatch(self, dispatch: RunningDispatch) -> None:
        """Show how far the dispatch is."""
        formats = self._desk.formats
        done = self.tr("{done} of {all}").format(
            done=formats.number(dispatch.processed), all=formats.number(dispatch.recipients)
        )
        self._customer.setText(dispatch.customer)
        self._done.setText(done)
        self._bar.set_parts([Part(dispatch.processed, Role.ACCENT)], dispatch.recipients)
        self._bar.setAccessibleName(f"{dispatch.customer} {done}")
        self._state.setText(f"{heading(dispatch.kind)}, {word(dispatch.state)}")
        self._link.setText(dispatch.dispatch_no)

    def _open(self) -> None:
        self._desk.navigator.dispatch_wanted.emit(self._id)
