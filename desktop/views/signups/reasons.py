"""The column at the right: who gets an SMS and who does not, each reason a filter."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.eligibility import ReasonCounts
from desktop.models.records.signups import SignupScope, SmsFilter
from desktop.models.states import ExclusionReason
from desktop.views.formats import Formats
from desktop.views.signups import words
from desktop.views.theme import Role, px
from desktop.views.widgets.base import Themed, row, space
from desktop.views.widgets.headings import SectionHeading
from desktop.views.widgets.label import small
from desktop.views.widgets.share_list import Share, ShareList
from desktop.views.widgets.state_label import Icon

WIDTH, COMPACT_WIDTH = 264, 220


class _Note(QWidget):
    """A small remark with its icon."""

    def __init__(self, icon_name: str) -> None:
        super().__init__()
        self._text = small("", wrap=True)
        line = row(gap=8)
        line.addWidget(Icon(icon_name, Role.MUTED, 14), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._text, 1)
        self.setLayout(line)

    def say(self, text: str) -> None:
        """Say something else; nothing hides it."""
        self._text.setText(text)
        self.setVisible(bool(text))


class ReasonPanel(Themed, QWidget):
    """Heading with the total, a bar for each share, notes below.

    Signals:
        filter_chosen: the ``SmsFilter`` or ``ExclusionReason`` to filter by.
    """

    filter_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("signups_reasons")
        self._compact = False
        self._heading = SectionHeading()
        self._shares = ShareList()
        self._shares.setObjectName("signups_shares")
        self._shares.chosen.connect(self._tell)
        self._masked, self._never = _Note("eye-off"), _Note("ban")
        self._column = QVBoxLayout(self)
        for part in (self._heading, self._shares, self._masked, self._never):
            self._column.addWidget(part)
        self._column.addStretch(1)
        self._column.insertSpacing(2, px(16))
        self._column.insertSpacing(4, px(16))
        self.restyle()

    def restyle(self) -> None:
        space(self._column, 0, 2, 0, 0, gap=0)
        self.setFixedWidth(px(COMPACT_WIDTH if self._compact else WIDTH))

    def set_compact(self, compact: bool) -> None:
        """Leave more room to the list."""
        self._compact = compact
        self.restyle()

    def show_counts(self, counts: ReasonCounts, scope: SignupScope, formats: Formats) -> None:
        """Show how the list falls apart."""
        self._heading.set_text(self.tr("Who gets an SMS?"))
        self._heading.set_remark(formats.number(counts.listed))
        self._shares.set_shares(_shares(counts, scope, formats))

    def show_notes(self, scope: SignupScope, formats: Formats, *, masked: bool) -> None:
        """Say until when numbers are hidden, and who is never in the list."""
        hidden = self.tr("Numbers are partly hidden until the caller is verified.")
        self._masked.say(hidden if masked else "")
        never = self.tr("{} unsubscribed and {} suppressed contacts are never in this list.")
        text = never.format(formats.number(scope.unsubscribed), formats.number(scope.suppressed))
        self._never.say(text if scope.unsubscribed or scope.suppressed else "")

    def choose(self, chosen: SmsFilter | ExclusionReason) -> None:
        """Mark the share that the list is filtered by."""
        self._shares.choose("" if chosen is SmsFilter.ALL else chosen.value)

    def _tell(self, key: str) -> None:
        if not key:
            self.filter_chosen.emit(SmsFilter.ALL)
        elif key == SmsFilter.POSSIBLE.value:
            self.filter_chosen.emit(SmsFilter.POSSIBLE)
        else:
            self.filter_chosen.emit(ExclusionReason(key))


def _shares(counts: ReasonCounts, scope: SignupScope, formats: Formats) -> list[Share]:
    """The largest reason first; what is possible stands above them all."""
    total = max(1, counts.listed)
    possible = Share(
        SmsFilter.POSSIBLE.value,
        words.possible(),
        formats.number(counts.recipients),
        counts.recipients / total,
        Role.ACCENT,
    )
    by_size = sorted(counts.by_reason.items(), key=_falling)
    reasons = [
        Share(
            reason.value,
            words.reason_words(reason, scope.rules),
            formats.number(count),
            count / total,
        )
        for reason, count in by_size
    ]
    return [possible, *reasons]


def _falling(item: tuple[ExclusionReason, int]) -> int:
    return -item[1]
