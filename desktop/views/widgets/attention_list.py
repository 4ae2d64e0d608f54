"""What needs attention: a sentence, a fact, and one button each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.views.theme import StateKind, px, state_style
from desktop.views.theme.paint import line
from desktop.views.widgets.base import Themed, space
from desktop.views.widgets.button import Button, LinkButton
from desktop.views.widgets.label import small, strong
from desktop.views.widgets.state_label import Icon

_HEIGHT, _BUTTON_WIDTH = 64, 136
_MOST, _SHORTENED = 6, 5
"""More lines than that would push what is below out of sight: then there are this many."""


@dataclass(frozen=True, slots=True)
class AttentionItem:
    """A line: its key, its state, the sentence, the fact, and what the button says.

    The key says which matter it is, whatever there is to say of it at the moment.
    """

    key: str
    kind: StateKind
    sentence: str
    fact: str
    action: str


class _Item(Themed, QWidget):
    """One line of 64."""

    def __init__(self, item: AttentionItem) -> None:
        super().__init__()
        self.key = item.key
        self._shown: AttentionItem | None = None
        self._icon = Icon("", size=20)
        self._sentence, self._fact = strong(elide=True), small(elide=True)
        self.button = Button()
        self.button.setObjectName(f"attention_{item.key}")
        self._texts = QVBoxLayout()
        self._texts.addStretch(1)
        self._texts.addWidget(self._sentence)
        self._texts.addWidget(self._fact)
        self._texts.addStretch(1)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addLayout(self._texts, 1)
        self._row.addWidget(self.button)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.restyle()
        self.show_item(item)

    def show_item(self, item: AttentionItem) -> None:
        """Say how the same matter stands now."""
        if item == self._shown:
            return
        self._shown = item
        style = state_style(item.kind)
        self._icon.set_icon(style.icon, style.colour)
        self._sentence.setText(item.sentence)
        self._fact.setText(item.fact)
        self.button.setText(item.action)
        said = f"{item.sentence}. {item.fact}"
        self.button.setAccessibleDescription(said)
        self.setAccessibleName(said)

    def restyle(self) -> None:
        space(self._row, 0, 0, 0, 1, gap=16)
        space(self._texts, 0, gap=5)
        self.button.setMinimumWidth(px(_BUTTON_WIDTH))
        self.setFixedHeight(px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        line(QPainter(self), 0, self.width(), self.height() - 1)


class AttentionList(Themed, QWidget):
    """Lines in the order given; sort them bad, unclear, warning.

    Of more than six only the first five stand there, until somebody asks for the others.

    Signals:
        acted: the key of the line whose button was pressed.
    """

    acted = Signal(str)

    def __init__(self, items: Sequence[AttentionItem] = ()) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        space(self._column, 0, gap=0)
        self._lines: list[_Item] = []
        self._whole = False
        self._more = LinkButton(trailing="chevron-down")
        self._more.setObjectName("attention_more")
        self._more.clicked.connect(self._show_all)
        self._more.hide()
        self._column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_items(items)

    def set_items(self, items: Sequence[AttentionItem]) -> None:
        """Show other lines; those with the same key stay where they are, and keep the focus."""
        known = {made.key: made for made in self._lines}
        self._lines = []
        for place, item in enumerate(items):
            made = known.pop(item.key, None)
            if made is None:
                made = self._make(item)
            else:
                made.show_item(item)
            self._lines.append(made)
            if self._column.indexOf(made) != place:
                self._column.removeWidget(made)
                self._column.insertWidget(place, made)
        for old in known.values():
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._shorten()

    def _make(self, item: AttentionItem) -> _Item:
        made = _Item(item)
        made.button.clicked.connect(self._tell)
        made.button.setProperty("key", item.key)
        return made

    def retranslate(self) -> None:
        self._more.setText(self.tr("%n more", "", len(self._lines) - _SHORTENED))

    def _shorten(self) -> None:
        short = len(self._lines) > _MOST and not self._whole
        for place, made in enumerate(self._lines):
            made.setVisible(not short or place < _SHORTENED)
        self._more.set_shown(short)
        self.retranslate()

    def _show_all(self) -> None:
        self._whole = True
        self._shorten()
        self._lines[_SHORTENED].button.setFocus()

    def _tell(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.acted.emit(str(sender.property("key")))
